"""S18: New York law, without its conflict rules: it decides how months, days and holidays are counted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from conformed.running import settle
from conformed.running.daycount import add_months, law_of
from tests.seed.papers import provision, second_amendment, through, words
from tests.seed.running import YEAR_END, agreement, events, settled


@second_amendment
def test_s18_the_words_name_new_york(second: str) -> None:
    copy = through(second).copy
    assert "STATE OF NEW YORK" in words(copy, "19")
    assert provision(copy, "19").heading == "GOVERNING LAW"


def test_s18_a_month_ends_on_its_last_day_where_it_is_shorter() -> None:
    assert add_months(dt.date(2000, 8, 31), 42) == dt.date(2004, 2, 29)
    assert add_months(dt.date(2000, 8, 31), 51) == dt.date(2004, 11, 30)
    assert settled().unit("AKR-001").term_ends_on == dt.date(2004, 11, 30)
    assert "month-end-sensitive" in settled().unit("AKR-001").flags


def test_s18_a_period_that_ends_on_a_day_of_rest_may_be_performed_on_the_next_business_day() -> None:
    deadline = law_of("US-NY").deadline(dt.date(2005, 7, 2))
    assert (deadline.safe, deadline.due, deadline.last) == (
        dt.date(2005, 7, 1),
        dt.date(2005, 7, 2),
        dt.date(2005, 7, 5),
    )


def test_s18_where_no_law_is_known_no_day_is_moved() -> None:
    moved = settled().statement("charge-2000-11")
    plain = settle(replace(agreement(), governing_law=None), events(), as_of=YEAR_END).statement(
        "charge-2000-11"
    )
    assert moved.due_on == plain.due_on == dt.date(2000, 12, 30), "a Saturday"
    assert plain.last_on == plain.due_on
    assert moved.last_on == dt.date(2001, 1, 2), "Monday was New Year's Day"
