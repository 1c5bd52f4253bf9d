"""S14: a credit equal to a share of the payments or credits received from providers of ingress or egress trunks, within
so many days of each calendar quarter's end: quarterly statements with their lines and source events.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from conformed.running import settle
from tests.seed.papers import second_amendment, through, words
from tests.seed.running import YEAR_END, agreement, events, settled


@second_amendment
def test_s14_the_words_in_force_give_the_credit(second: str) -> None:
    text = words(through(second).copy, "schedule 1", "appendix a", "5")
    assert "ingress or egress trunks" in text
    assert "calendar quarter" in text


def test_s14_a_statement_for_each_quarter_with_a_line_for_each_provider() -> None:
    statement = settled().statement("credit-2000-Q4")
    assert (statement.begins, statement.ends) == (dt.date(2000, 10, 1), dt.date(2000, 12, 31))
    lines = [(line.counterparty, line.base, line.amount, line.events) for line in statement.lines]
    assert lines == [
        ("Eastern Trunk Carriers", Decimal("3905.10"), Decimal("976.28"), ("p03",)),
        ("Piedmont Exchange", Decimal("6418.37"), Decimal("1604.59"), ("p02",)),
    ]
    assert statement.amount == Decimal("2580.87")
    assert statement.due_on == dt.date(2001, 1, 30)


def test_s14_what_came_in_before_the_amendment_earns_no_credit() -> None:
    counted = {
        event for statement in settled().statements for line in statement.lines for event in line.events
    }
    assert "p01" not in counted, "it was paid on October 16, 2000"


def test_s14_a_receipt_recorded_late_and_a_correction_adjust_the_next_statement() -> None:
    first, second = settled().statement("credit-2001-Q1"), settled().statement("credit-2001-Q2")
    assert first.amount == Decimal("3018.15"), "it closed with what was known"
    adjusting = [(line.base, line.amount, line.events) for line in second.lines if line.adjusts == first.id]
    assert adjusting == [
        (Decimal("980.40"), Decimal("245.10"), ("p07",)),
        (Decimal("-495.00"), Decimal("-123.75"), ("p04", "k1")),
    ]
    assert second.amount == sum(line.amount or 0 for line in second.lines)


def test_s14_without_the_sealed_values_the_credit_is_withheld_and_never_zero() -> None:
    result = settle(replace(agreement(), sealed={}), events(), as_of=YEAR_END)
    statement = result.statement("credit-2000-Q4")
    assert statement.amount is None
    assert statement.base == Decimal("10323.47"), "what came in is known all the same"
    assert set(statement.withheld) & set(agreement().sealed)
    assert result.unit("CHA-001").term_ends_on == dt.date(2004, 12, 15), "the rest is still computed"
