"""S12: the initial term is 51 months after May 1, 2001, unless the agreement is terminated under 9 b., 10, 14 or 16:
2000-06-30 to 2005-08-01, with the termination rights and their provisions.
"""

from __future__ import annotations

import datetime as dt

from tests.seed.papers import provision, second_amendment, through, words
from tests.seed.running import agreement, settled


@second_amendment
def test_s12_the_words_in_force_say_fifty_one_months_after_may_1_2001(second: str) -> None:
    text = words(through(second).copy, "7", "a")
    assert "fifty-one (51) months after May 1, 2001" in text
    assert "9 b." in text


def test_s12_the_agreement_runs_from_its_date_to_the_end_of_51_months() -> None:
    term = settled().agreement_term
    assert term is not None
    assert (term.starts, term.ends) == (dt.date(2000, 6, 30), dt.date(2005, 8, 1))


def test_s12_before_the_amendment_it_ran_for_42_months() -> None:
    term = settled(dt.date(2000, 10, 31)).agreement_term
    assert term is not None
    assert term.ends == dt.date(2004, 11, 1)


def test_s12_the_termination_rights_are_listed_with_their_provisions() -> None:
    rights = {right.source: (right.holder, right.notice_days) for right in settled().rights}
    assert rights == {
        "9 b.": ("customer", None),
        "10": ("either", 10),
        "14": ("either", 30),
        "16": ("either", 0),
    }


@second_amendment
def test_s12_each_of_those_provisions_is_there_and_speaks_of_terminating(second: str) -> None:
    copy = through(second).copy
    for path in (("9", "b"), ("10", "b"), ("14",), ("16",)):
        assert "terminate this Agreement" in words(copy, *path)
        assert provision(copy, *path).path == path
    assert {clause.source for clause in agreement().clauses if clause.kind == "termination-right"} == {
        "9 b.",
        "10",
        "14",
        "16",
    }
