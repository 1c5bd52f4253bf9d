"""S8: a second paragraph also labelled (c): both kept, told apart, the repeated label noted."""

from __future__ import annotations

from tests.seed.papers import amendment, document, second_amendment, through


@second_amendment
def test_s8_both_paragraphs_c_are_kept(second: str) -> None:
    (section,) = [one for one in document(second).provisions if one.path == ("2",)]
    labels = [child.label for child in section.children]
    assert labels == ["(a)", "(b)", "(c)", "(c)", "(d)", "(e)"]


@second_amendment
def test_s8_their_instructions_are_told_apart(second: str) -> None:
    ids = [instruction.id for instruction in amendment(second).instructions]
    assert ids == ["2(a)", "2(b)", "2(c)#1", "2(c)#2", "2(c)#3", "2(d)", "2(e)"]


@second_amendment
def test_s8_the_repeated_label_is_noted(second: str) -> None:
    assert any(finding.code == "label-repeated" for finding in document(second).findings)


@second_amendment
def test_s8_all_seven_instructions_are_applied_or_noted(second: str) -> None:
    statuses = {one.instruction.id: one.status for one in through(second).outcomes if one.document == second}
    assert len(statuses) == 7
    assert set(statuses.values()) <= {"applied", "noted"}, statuses
