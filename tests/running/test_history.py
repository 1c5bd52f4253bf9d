"""An event's amount through time, and who is who."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from conformed.model.event import Event
from conformed.running.history import amount_histories
from conformed.running.money import apportion
from conformed.running.parties import Parties


def event(id: str, at: str, amount: str, corrects: str | None = None) -> Event:
    kind = "correction" if corrects else "provider-payment"
    moment = dt.datetime.fromisoformat(at)
    return Event(id, kind, dt.date(2001, 6, 1), moment, amount=Decimal(amount), reference=corrects)


def test_the_day_never_runs_backwards_whatever_the_offsets() -> None:
    """The correction is the later moment, though its own clock shows the earlier day."""
    first = event("r1", "2001-07-31T00:30:00+02:00", "100.00")
    second = event("c1", "2001-07-30T23:00:00-05:00", "90.00", "r1")
    history = amount_histories([second, first])["r1"]
    assert [str(version.known_on) for version in history.versions] == ["2001-07-31", "2001-07-31"]
    assert history.by(dt.date(2001, 7, 30)) == 0
    assert history.latest == Decimal("90.00")


def test_corrections_follow_the_moment_then_what_they_correct_then_the_id() -> None:
    at = "2001-07-31T12:00:00Z"
    chain = [
        event("r1", at, "1"),
        event("c9", at, "2", "r1"),
        event("c5", at, "3", "c9"),
        event("c1", at, "4", "c5"),
    ]
    assert amount_histories(reversed(chain))["r1"].latest == Decimal(4)


def test_what_corrects_nothing_known_is_left_out() -> None:
    at = "2001-07-31T12:00:00Z"
    circle = [
        event("c1", at, "1", "c2"),
        event("c2", at, "2", "c1"),
        event("c3", at, "3", "c1"),
        event("c4", at, "3", "x"),
    ]
    assert amount_histories([event("r1", at, "1"), *circle])["r1"].latest == Decimal(1)


def test_a_long_chain_of_corrections_is_no_burden() -> None:
    at = "2001-07-31T12:00:00Z"
    chain = [event(f"c{number}", at, str(number), f"c{number - 1}") for number in range(1, 50_000)]
    chain.reverse()
    assert amount_histories([event("c0", at, "7"), *chain])["c0"].latest == Decimal(49_999)


def test_who_is_who() -> None:
    parties = Parties(
        {"provider": ("Tallgrass Inc.",), "customer": ("Bluestem Corp.", "Bluestem Holdings Inc.")}
    )
    assert [parties.role(name) for name in ("provider", "TALLGRASS, INC.", "Tallgrass", "Bluestem")] == [
        "provider", "provider", "provider", "customer",
    ]  # fmt: skip
    assert [parties.role(name) for name in (None, "", "Blue", "Sedge LLC")] == [None] * 4
    assert parties.debtors("customer") == ("Bluestem Corp.", "Bluestem Holdings Inc.")
    assert parties.debtors("guarantor") == ("guarantor",)
    both = Parties(
        {"provider": ("Tallgrass Inc.", "Sedge East"), "customer": ("Tallgrass Inc.", "Sedge West")}
    )
    assert [both.role("Tallgrass Inc."), both.role("Sedge")] == [None, None]


@pytest.mark.parametrize(
    "amount, weights, message",
    [
        ("1.00", [], "the weights must be one or more"),
        ("1.00", ["1", "-1"], "none negative"),
        ("1.005", ["1"], "not in whole cents"),
    ],
)
def test_what_cannot_be_apportioned(amount: str, weights: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        apportion(Decimal(amount), [Decimal(weight) for weight in weights])
