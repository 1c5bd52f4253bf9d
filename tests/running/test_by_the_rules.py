"""The rules of the statements, written a second time as plainly as they are told, and compared on generated events.

Nothing of the clauses' own code is used: months and days are counted here, cents are whole numbers.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.event import Event
from conformed.model.statement import Settlement, Statement
from conformed.running import settle

DAY = dt.timedelta(days=1)
FIRST = dt.date(2001, 1, 1)
AS_OF = dt.date(2003, 12, 31)
SHARE, RATE, MONTHS, DUE = Fraction(1, 4), Fraction(3107, 100), 9, 30
HOLDS_FROM = dt.date(2001, 2, 10)
AGREEMENT = Agreement(
    "agreement.toml",
    None,
    None,
    "USD",
    parties={"provider": ("P",), "customer": ("C",)},
    clauses=(
        ClauseEntry("unit-term", {"months": MONTHS}),
        ClauseEntry("recurring-charge", {"rate": "31.07", "due_days": DUE}),
        ClauseEntry("pass-through-credit", {"rate": "0.25", "due_days": DUE}, None, HOLDS_FROM),
        ClauseEntry("claw-back", {"rate": "0.25", "due_days": DUE}),
    ),
)

days = st.integers(0, 400).map(lambda count: FIRST + count * DAY)
cents = st.integers(0, 900_000)


def half_up(exact: Fraction) -> int:
    """Whole cents, halves away from nought."""
    sign = -1 if exact < 0 else 1
    return sign * ((abs(exact) * 2 + 1) // 2)


def later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def quarter(day: dt.date) -> tuple[str, dt.date]:
    """A quarter's name and its last day."""
    number = (day.month - 1) // 3 + 1
    return f"{day.year}-Q{number}", later(dt.date(day.year, 3 * number, 1), 1) - DAY


def event(
    id: str, kind: str, on: dt.date, recorded: dt.date, amount: int | None = None, **named: str
) -> Event:
    moment = dt.datetime(recorded.year, recorded.month, recorded.day, 12, tzinfo=dt.UTC)
    money = None if amount is None else Decimal(amount).scaleb(-2)
    return Event(id, kind, on, moment, named.get("subject"), named.get("by"), money, named.get("reference"))


def given_cents(statement: Statement) -> int:
    assert statement.amount is not None
    return int(statement.amount.scaleb(2))


def amounts(settlement: Settlement, kind: str) -> dict[str, int]:
    return {one.id: given_cents(one) for one in settlement.statements if one.kind == kind}


receipts = st.lists(
    st.tuples(days, st.sampled_from([0, 3, 45, 200]), cents, st.sampled_from("TVW"), st.none() | st.tuples(st.integers(0, 250), cents)),
    max_size=8,
)  # fmt: skip


def credits_by_the_rules(
    found: list[tuple[dt.date, int, int, str, tuple[int, int] | None]],
) -> dict[str, int]:
    """One line per provider and quarter; what became known after a due day is a line where it was recorded."""
    lines: dict[tuple[str, str], int] = defaultdict(int)
    own: dict[str, int] = defaultdict(int)
    seen: set[str] = set()
    for on, delay, amount, who, corrected in found:
        if on < HOLDS_FROM:
            continue
        name, last = quarter(on)
        closes = last + DUE * DAY
        versions = [(on + delay * DAY, amount)]
        if corrected is not None:
            versions.append((on + (delay + corrected[0]) * DAY, corrected[1]))
        booked = None
        for recorded, value in versions:
            if recorded <= closes:
                booked = value
        if booked is not None:
            lines[name, who] += booked
            seen.add(name)
        before = booked or 0
        for recorded, value in versions:
            if recorded > closes:
                posted = quarter(recorded)[0]
                own[posted] += half_up(SHARE * (value - before))
                seen.add(posted)
                before = value
    for (name, _), base in lines.items():
        own[name] += half_up(SHARE * base)
    return {f"credit-{name}": own[name] for name in seen}


@settings(max_examples=150, deadline=None)
@given(receipts)
def test_credits(found: list[tuple[dt.date, int, int, str, tuple[int, int] | None]]) -> None:
    events = []
    for number, (on, delay, amount, who, corrected) in enumerate(found):
        recorded = on + delay * DAY
        events.append(event(f"r{number}", "provider-payment", on, recorded, amount, by=who))
        if corrected is not None:
            again = recorded + corrected[0] * DAY
            events.append(
                event(f"k{number}", "correction", again, again, corrected[1], reference=f"r{number}")
            )

    settlement = settle(AGREEMENT, events, as_of=AS_OF)

    assert amounts(settlement, "pass-through-credit") == credits_by_the_rules(found)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(days, cents, st.sampled_from("TV")), max_size=6),
    st.lists(st.tuples(days, cents, st.none() | st.integers(0, 60)), max_size=5),
)
def test_claw_backs(
    received: list[tuple[dt.date, int, str]], forfeited: list[tuple[dt.date, int, int | None]]
) -> None:
    events = [
        event(f"r{number}", "provider-credit", on, on, amount, by=who)
        for number, (on, amount, who) in enumerate(received)
    ]
    billed = []
    for number, (on, amount, wait) in enumerate(forfeited):
        events.append(event(f"f{number}", "forfeiture", on, on, amount, by="T"))
        # A bill that was not recorded is the forfeiture itself, and forfeitures come before bills on one day.
        day = on if wait is None else on + wait * DAY
        billed.append((day, wait is not None, f"f{number}" if wait is None else f"b{number}", number, amount))
        if wait is not None:
            events.append(event(f"b{number}", "claw-back-billed", day, day, reference=f"f{number}"))

    settlement = settle(AGREEMENT, events, as_of=AS_OF)

    credits = credits_by_the_rules([(on, 0, amount, who, None) for on, amount, who in received])
    due = {name: quarter(on)[1] + DUE * DAY for on, _, _ in received for name in [f"credit-{quarter(on)[0]}"]}
    taken = 0
    for day, _, _, number, amount in sorted(billed):
        cap = max(sum(credit for name, credit in credits.items() if due[name] < day) - taken, 0)
        share = half_up(SHARE * amount)
        statement = settlement.statement(f"claw-back-f{number}")
        told = [statement.number(name) for name in ("uncapped", "cap", "excess")]
        assert told == [Decimal(part).scaleb(-2) for part in (share, cap, share - min(share, cap))]
        assert given_cents(statement) == min(share, cap)
        assert statement.due_on == day + DUE * DAY
        taken += min(share, cap)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(days, st.none() | st.integers(0, 500)), min_size=1, max_size=4))
def test_charges(stays: list[tuple[dt.date, int | None]]) -> None:
    events: list[Event] = []
    expected: dict[str, int] = defaultdict(int)
    for number, (on, stay) in enumerate(stays):
        events.append(event(f"i{number}", "unit-installed", on, on, subject=f"U{number}"))
        ends = later(on, MONTHS)
        if stay is not None:
            gone = on + stay * DAY
            events.append(event(f"d{number}", "unit-disconnected", gone, gone, subject=f"U{number}"))
            ends = min(ends, gone - DAY)
        served: dict[tuple[int, int], int] = defaultdict(int)
        day = on
        while day <= ends:
            served[day.year, day.month] += 1
            day += DAY
        for (year, month), count in served.items():
            expected[f"charge-{year}-{month:02}"] += half_up(100 * RATE * count / monthrange(year, month)[1])

    settlement = settle(AGREEMENT, events, as_of=AS_OF)

    assert amounts(settlement, "recurring-charge") == expected
    for number, (on, _) in enumerate(stays):
        assert settlement.unit(f"U{number}").term_ends_on == later(on, MONTHS)
