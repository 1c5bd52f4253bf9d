"""Laws that hold for every portfolio."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections import defaultdict
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.event import Event
from conformed.model.statement import Settlement, Statement
from conformed.reading.contradictions import check_events
from conformed.running import settle, settle_record
from conformed.running.clauses.claw_back import READINGS, Claim, Credit, billed
from conformed.running.daycount import add_months, law_of
from conformed.running.money import apportion

FIRST = dt.date(2001, 1, 1)
END = dt.date(2004, 12, 31)  # behind everything that the portfolios hold
UTC = dt.UTC


def clauses(reading: str, due: int, rate: str, *, changes: bool) -> tuple[ClauseEntry, ...]:
    found = [
        ClauseEntry(
            "unit-term", {"months": 9, "option": {"holder": "customer", "notice_days": 30, "times": 2}}
        ),
        ClauseEntry("recurring-charge", {"rate": Decimal("31.07"), "due_days": due}),
        ClauseEntry("pass-through-credit", {"rate": rate, "due_days": due}),
        ClauseEntry("claw-back", {"rate": "0.5", "due_days": due, "cap": reading}),
        ClauseEntry("late-interest", {"rate": "9%", "basis": "actual"}),
    ]
    if changes:
        found += [
            ClauseEntry("unit-term", {"months": 11}, effective=dt.date(2001, 9, 1)),
            ClauseEntry("recurring-charge", {"rate": Decimal("17.5")}, effective=dt.date(2001, 5, 12)),
            ClauseEntry("pass-through-credit", {"rate": "0.4"}, effective=dt.date(2001, 8, 16)),
            ClauseEntry(
                "pass-through-credit",
                {"rate": "0.1", "agreed": dt.date(2002, 2, 3)},
                effective=dt.date(2001, 11, 7),
            ),
        ]
    return tuple(found)


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    reading = draw(st.sampled_from(READINGS))
    due = draw(st.sampled_from([0, 10, 30, 100]))
    rate = draw(st.sampled_from(["0.25", "0.333333", "1", "0"]))
    return Agreement(
        "agreement.toml",
        None,
        "US-NY",
        "USD",
        parties={"provider": ("P",), "customer": ("C1", "C2")},
        clauses=clauses(reading, due, rate, changes=draw(st.booleans())),
    )


@st.composite
def portfolios(draw: st.DrawFn) -> list[Event]:
    days = st.integers(0, 500).map(lambda days: FIRST + dt.timedelta(days=days))
    delays = st.sampled_from([0, 1, 5, 35, 130, 400])
    cents = st.integers(0, 500_000).map(lambda cents: Decimal(cents).scaleb(-2))
    events: list[Event] = []

    def add(kind: str, on: dt.date, not_before: dt.datetime | None = None, **named: object) -> Event:
        at = dt.datetime(on.year, on.month, on.day, 12, tzinfo=UTC) + dt.timedelta(days=draw(delays))
        at = max(at, not_before or at)
        event = Event(f"e{len(events):03}", kind, on, at, **named)  # type: ignore[arg-type]
        events.append(event)
        return event

    for number in range(draw(st.integers(0, 3))):
        on = draw(days)
        installed = add("unit-installed", on, subject=f"U{number}")
        for _ in range(draw(st.integers(0, 2))):
            notice_on = on + dt.timedelta(days=draw(st.integers(0, 400)))
            ends = notice_on + dt.timedelta(days=draw(st.integers(0, 600)))
            subject = draw(st.sampled_from([f"U{number}", "*"]))
            add("extension-notice", notice_on, subject=subject, counterparty="C1", reference=ends.isoformat())
        if draw(st.booleans()):
            gone = on + dt.timedelta(days=draw(st.integers(0, 400)))
            add("unit-disconnected", gone, installed.recorded_at, subject=f"U{number}")
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(["provider-payment", "provider-credit"]))
        target = add(kind, draw(days), counterparty=draw(st.sampled_from("TV")), amount=draw(cents))
        for _ in range(draw(st.integers(0, 2))):
            on = target.occurred_on + dt.timedelta(days=draw(st.integers(0, 200)))
            target = add("correction", on, target.recorded_at, reference=target.id, amount=draw(cents))
    for _ in range(draw(st.integers(0, 4))):
        target = add("forfeiture", draw(days), counterparty=draw(st.sampled_from("TV")), amount=draw(cents))
        if draw(st.booleans()):
            on = target.occurred_on + dt.timedelta(days=draw(st.integers(0, 200)))
            add("correction", on, target.recorded_at, reference=target.id, amount=draw(cents))
    for _ in range(draw(st.integers(0, 3))):
        statement = draw(st.sampled_from(["charge-2001-04", "charge-2001-05", "credit-2001-Q2", "none"]))
        add("payment", draw(days), counterparty=draw(st.sampled_from(["C1", "C2", "P"])), amount=draw(cents), reference=statement)  # fmt: skip
    return events


def shown(settlement: Settlement) -> str:
    return json.dumps(settle_record(settlement))


@settings(deadline=None, max_examples=150)
@given(agreements(), portfolios(), st.randoms(use_true_random=False))
def test_every_settlement(agreement: Agreement, events: list[Event], random: random.Random) -> None:
    settlement = settle(agreement, events, as_of=END)

    # Balanced, at every entry and in all.
    assert settlement.ledger.balanced
    assert sum(known for known in settlement.ledger.balances.values() if known is not None) == 0
    assert sum(known for known in settlement.ledger.by_role.values() if known is not None) == 0

    # The parts add up, in whole cents.
    for statement in settlement.statements:
        assert statement.amount is not None
        assert statement.amount == sum(line.amount or 0 for line in statement.lines)
        assert all(
            line.amount == line.amount.quantize(Decimal("0.01")) for line in statement.lines if line.amount
        )

    # The order of the rows does not matter; the same input gives the same bytes.
    shuffled = list(events)
    random.shuffle(shuffled)
    assert shown(settle(agreement, shuffled, as_of=END)) == shown(settlement)

    # What was received is credited once, whenever it became known and however often it was corrected.
    amounts: dict[str, Decimal] = {}
    roots: dict[str, str] = {}
    for event in sorted(events, key=lambda event: (event.recorded_at, event.id)):
        if event.kind in ("provider-payment", "provider-credit"):
            amounts[event.id] = event.amount or Decimal(0)
        if event.kind == "correction":
            root = roots.get(event.reference or "", event.reference or "")
            roots[event.id] = root
            if root in amounts:
                amounts[root] = event.amount or Decimal(0)
    credited: dict[str, Decimal] = defaultdict(Decimal)
    charged: dict[tuple[str, str], int] = defaultdict(int)
    for statement in settlement.statements:
        for line in statement.lines:
            if statement.kind == "pass-through-credit":
                credited[line.counterparty or ""] += line.base or 0
            elif statement.kind == "recurring-charge":
                charged[line.unit or "", line.adjusts or statement.id] += line.days or 0
    received: dict[str, Decimal] = defaultdict(Decimal)
    for event in events:
        if event.id in amounts:
            received[event.counterparty or ""] += amounts[event.id]
    assert {who: base for who, base in credited.items() if base} == {
        who: base for who, base in received.items() if base
    }

    # Each unit is charged for the days that it was in service, each once.
    for unit in settlement.units:
        days: dict[str, int] = defaultdict(int)
        day = unit.installed_on or END
        last = min(unit.term_ends_on or END, END)
        if unit.disconnected_on:
            last = min(last, unit.disconnected_on - dt.timedelta(days=1))
        while day <= last:
            days[f"charge-{day:%Y-%m}"] += 1
            day += dt.timedelta(days=1)
        in_all = {statement: count for (of, statement), count in charged.items() if of == unit.id and count}
        assert in_all == days


@settings(deadline=None, max_examples=150)
@given(agreements(), portfolios(), st.integers(0, 900))
def test_what_becomes_known_never_changes_the_past(
    agreement: Agreement, events: list[Event], after: int
) -> None:
    """Every statement that had closed by a day reads the same ever after."""
    known_at = dt.datetime(2001, 1, 1, 23, 59, 59, tzinfo=UTC) + dt.timedelta(days=after)
    then = settle(agreement, events, as_of=END, known_at=known_at)
    now = {statement.id: statement for statement in settle(agreement, events, as_of=END).statements}

    def stated(statement: Statement) -> object:
        return (statement.amount, statement.base, statement.numbers, statement.due_on, statement.lines)

    for statement in then.statements:
        if statement.closes is not None and statement.closes <= known_at.date():
            assert stated(now[statement.id]) == stated(statement), statement.id


@given(portfolios())
def test_the_portfolios_are_such_as_the_reader_accepts(events: list[Event]) -> None:
    """The laws above would prove nothing of events that no file may hold."""
    assert check_events(sorted(events, key=lambda event: event.order)) == []


AMOUNTS = st.integers(0, 100_000).map(lambda cents: Decimal(cents).scaleb(-2))
DAYS = st.integers(0, 60).map(lambda days: FIRST + dt.timedelta(days=days))


@given(
    st.lists(st.tuples(DAYS, AMOUNTS)), st.lists(st.tuples(DAYS, AMOUNTS)), st.sampled_from(["cumulative", "carry-forward"])
)  # fmt: skip
def test_the_cap_is_never_exceeded(
    credits: list[tuple[dt.date, Decimal]], asked: list[tuple[dt.date, Decimal]], reading: str
) -> None:
    claims = [Claim(on, amount) for on, amount in sorted(asked)]
    taken = Decimal(0)
    bills = billed(claims, [Credit(due, amount) for due, amount in credits], reading)
    for claim, bill in zip(claims, bills, strict=True):
        assert bill.amount is not None and bill.cap is not None and bill.excess is not None
        taken += bill.amount
        assert 0 <= bill.amount <= bill.cap
        assert taken <= sum((amount for due, amount in credits if due < claim.on), Decimal(0))
        if reading == "cumulative":
            assert bill.amount + bill.excess == claim.uncapped


@given(st.lists(st.tuples(DAYS, AMOUNTS)), st.lists(st.tuples(DAYS, AMOUNTS)))
def test_the_cumulative_cap_needs_no_loop(
    credits: list[tuple[dt.date, Decimal]], asked: list[tuple[dt.date, Decimal]]
) -> None:
    """Billed up to q is the claims up to q plus the least shortfall so far: the form that an engine can compute."""
    claims = [Claim(on, amount) for on, amount in sorted(asked)]
    bills = billed(claims, [Credit(due, amount) for due, amount in credits], "cumulative")
    claimed, least, taken = Decimal(0), Decimal(0), Decimal(0)
    for claim, bill in zip(claims, bills, strict=True):
        claimed += claim.uncapped or 0
        before = sum((amount for due, amount in credits if due < claim.on), Decimal(0))
        least = min(least, before - claimed)
        taken += bill.amount or 0
        assert taken == claimed + least


@given(
    st.integers(-10_000_00, 10_000_00), st.lists(st.integers(0, 1000), min_size=1, max_size=20)
)  # fmt: skip
def test_apportioned_parts_add_up(cents: int, weights: list[int]) -> None:
    amount = Decimal(cents).scaleb(-2)
    parts = apportion(amount, [Decimal(weight) for weight in weights])
    assert sum(parts) == amount
    whole = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        if whole:
            assert abs(part - amount * weight / whole) < Decimal("0.01")


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), st.integers(-600, 600))
def test_months_keep_the_day_or_take_the_last(day: dt.date, months: int) -> None:
    result = add_months(day, months)
    assert (result.year * 12 + result.month) - (day.year * 12 + day.month) == months
    assert result.day == day.day or (result.day < day.day and (result + dt.timedelta(days=1)).day == 1)


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2050, 12, 31)),
    st.sampled_from(["US-NY", "US-DE", "US-CA", "GB-ENG", None]),
)
def test_safe_is_never_after_due_nor_last_before_it(day: dt.date, code: str | None) -> None:
    law = law_of(code)
    deadline = law.deadline(day)
    assert deadline.safe <= deadline.due <= deadline.last
    assert law.is_business_day(deadline.safe)
    assert not law.moves or law.is_business_day(deadline.last)
