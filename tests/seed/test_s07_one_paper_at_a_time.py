"""S7: paragraph (c) replaces the first two sentences of 7.A, then strikes "forty-two (42)" in its tenth line: all
instructions of one paper are located in the text before that paper.
"""

from __future__ import annotations

from conformed.conforming import blame
from tests.seed.papers import outcome, provision, second_amendment, through, words


@second_amendment
def test_s7_both_instructions_are_applied(second: str) -> None:
    result = through(second)
    assert outcome(result, second, "2(c)#1").status == "applied"
    assert outcome(result, second, "2(c)#2").status == "applied"


@second_amendment
def test_s7_the_tenth_line_is_that_of_the_text_before_the_paper(second: str) -> None:
    before = words(through(second).states[1].copy, "7", "a")
    after = words(through(second).copy, "7", "a")
    assert before.count("forty-two (42)") == 3
    assert after.count("forty-two (42)") == 0
    assert after.count("fifty-one (51)") == 3
    assert "the part of its fifty-one (51) months that has run at its former place is counted" in after


@second_amendment
def test_s7_the_sentences_behind_the_first_two_stay(second: str) -> None:
    before = words(through(second).states[1].copy, "7", "a")
    after = words(through(second).copy, "7", "a")
    third = "An MGS Circuit that is added to the Implementation Schedule"
    tail = before[before.index(third) :].replace("forty-two (42)", "fifty-one (51)")
    assert after.endswith(tail)
    assert after.count(third) == 1


@second_amendment
def test_s7_blame_shows_each_stretch_once(second: str) -> None:
    """The amendment's lines end where the page made them end; the words read on."""
    copy = through(second).copy
    place = provision(copy, "7", "a")
    found = [(run.document, run.instruction) for run in blame(copy, place.start, place.end)]
    base = ("agreement", None)
    assert found == [base, (second, "2(c)#1"), base, (second, "2(c)#2"), base]
