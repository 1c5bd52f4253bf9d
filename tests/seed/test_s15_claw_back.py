"""S15: the provider bills its share of a Forfeited Amount, never more than it has credited before: a cap kept across all
claw-backs, with the excess shown, not lost in silence.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from tests.seed.papers import second_amendment, through, words
from tests.seed.running import settled


@second_amendment
def test_s15_the_words_in_force_give_the_claw_back_and_its_cap(second: str) -> None:
    text = words(through(second).copy, "schedule 1", "appendix a", "5")
    assert "Forfeited Amount" in text
    assert "previously credited" in text


def test_s15_the_first_claw_back_stays_under_the_cap() -> None:
    statement = settled().statement("claw-back-f1")
    assert statement.base == Decimal("24000.00")
    assert statement.amount == Decimal("6000.00")
    # The credits of the quarters whose statements were due before September 10, 2001.
    assert statement.number("cap") == Decimal("2580.87") + Decimal("3018.15") + Decimal("3286.19")
    assert statement.number("excess") == Decimal("0.00")
    assert statement.due_on == dt.date(2001, 10, 10), "30 days after it was billed"


def test_s15_the_second_meets_the_cap_that_the_first_has_used_up() -> None:
    first, second = settled().statement("claw-back-f1"), settled().statement("claw-back-f2")
    assert second.number("uncapped") == Decimal("7500.00")
    assert second.number("cap") == first.number("cap") + Decimal("3174.09") - Decimal("6000.00")  # type: ignore[operator]
    assert second.amount == second.number("cap") == Decimal("6059.30")
    assert second.number("excess") == Decimal("1440.70")


def test_s15_in_all_no_more_is_billed_back_than_was_credited() -> None:
    statements = settled().statements
    credited = sum(one.amount or 0 for one in statements if one.kind == "pass-through-credit")
    billed = sum(one.amount or 0 for one in statements if one.kind == "claw-back")
    assert billed <= credited


def test_s15_the_customer_s_two_companies_owe_it_jointly_and_severally() -> None:
    ledger = settled().ledger
    (owed,) = [entry for entry in ledger.ageing if entry.role == "customer"]
    assert owed.debtors == ("Qwest Communications Corporation", "Qwest Communications International Inc.")
    assert settled().statement("claw-back-f1").status == "paid", "one of them paid for both"
    assert ledger.paid_by["Qwest Communications International Inc."] == Decimal("6000.00")
