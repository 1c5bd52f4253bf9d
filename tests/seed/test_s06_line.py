"""S6: paragraph (b) changes words in "the second line" of Section 3 C., redacted on both sides: two different unknowns."""

from __future__ import annotations

from tests.seed.papers import outcome, provision, second_amendment, through, words


@second_amendment
def test_s6_the_redaction_in_the_second_line_gives_way_to_another(second: str) -> None:
    result = through(second)
    assert outcome(result, second, "2(b)").status == "applied"
    before, after = result.states[1].copy, result.copy
    assert words(before, "3", "c") == words(after, "3", "c"), "the marking is the same"
    at = after.text.string.index("[TEXT", provision(after, "3", "c").start)
    assert result.copy.text.origin(at).document == second


@second_amendment
def test_s6_they_are_two_different_unknowns(second: str) -> None:
    result = through(second)

    def unknown(copy: object) -> str:
        from conformed.model.document import Document

        assert isinstance(copy, Document)
        place = provision(copy, "3", "c")
        (found,) = [one for one in copy.redactions if place.start <= one.start < place.end]
        return found.id

    assert unknown(result.states[1].copy) != unknown(result.copy)


@second_amendment
def test_s6_no_other_redaction_of_the_agreement_is_touched(second: str) -> None:
    result = through(second)
    for path in (("6", "a"), ("9", "a"), ("schedule 1", "appendix a", "4")):
        place = provision(result.copy, *path)
        runs = result.copy.text.runs_between(place.start, place.end)
        assert {run.document for run in runs} == {"agreement"}
