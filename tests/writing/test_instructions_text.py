"""Instructions for people: what, where, the words struck and inserted, and what needs a person."""

from __future__ import annotations

import datetime as dt

import pytest

from conformed.model.instruction import Amendment, Amends, Effectiveness, Instruction, Scope, Target, Words
from conformed.writing.instructions import instructions_text, target_words
from tests.writing.copies import paper

DOCUMENT = paper("AMENDMENT NO. 1\n\n1. Section 2 is amended.\n", "amendment-1")


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        (Target(("4", "2"), "provision"), "4.2"),
        (Target((), "document"), "the agreement"),
        (Target(("schedule 1", "2"), "heading"), "the heading in schedule 1, 2"),
        (Target(("4",), "sentence", scope=Scope("sentence", (1, -1))), "sentence 1, last of 4"),
        (Target(("4",), "provision", position="end"), "at the end in 4"),
        (Target(("4", "b"), "provision", position="after", anchor="(a)"), "after “(a)” in 4.b"),
        (Target(("4", "b"), "provision", position="before"), "before 4.b"),
        (Target(("4",), "words", occurrence="all"), "all words in 4"),
        (Target(("1",), "words", term="Goods"), "words in the definition of “Goods” in 1"),
    ],
)
def test_a_target_in_words(target: Target, wanted: str) -> None:
    assert target_words(target) == wanted


def test_an_amendment_says_what_it_amends_when_and_on_what_conditions() -> None:
    amendment = Amendment(
        document=DOCUMENT,
        amends=Amends("Supply Agreement", dt.date(2001, 6, 1), (), ("Amendment No. 0",)),
        effective=Effectiveness(dt.date(2002, 1, 15), ("the consent of the bank",), dt.date(2003, 1, 1)),
        instructions=(
            Instruction("1(a)", "substitution", Target(("2",), "words"), Words("30"), Words("45"), 0, 9),
            Instruction(
                "1(b)",
                "repeal",
                Target(("3",), "provision"),
                None,
                None,
                0,
                9,
                dt.date(2002, 6, 1),
                "no words",
            ),
        ),
    )

    lines = instructions_text(amendment).splitlines()

    assert "amends Supply Agreement of 2001-06-01" in lines
    assert "  as amended by Amendment No. 0" in lines
    assert "effective 2002-01-15" in lines
    assert "  on condition: the consent of the bank" in lines
    assert "ceases to have effect 2003-01-01" in lines
    at = lines.index("1(a)  replace words in 2")
    assert lines[at + 1 : at + 3] == ["  - 30", "  + 45"]
    at = lines.index("1(b)  strike 3")
    assert lines[at + 1 : at + 3] == ["    from 2002-06-01", "    needs a person: no words"]


def test_a_paper_without_instructions_says_so() -> None:
    text = instructions_text(Amendment(DOCUMENT, Amends(), Effectiveness(), ()))

    assert text.endswith("no amending instruction was found\n")
