"""What is shown without a mark is true whatever the seals hold.

An agreement is settled without its sealed values, and with several guesses at them: every figure that the first shows
must be that of each of the others, and nothing that any of the others shows may be missing from the first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given, note, settings
from hypothesis import strategies as st

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.event import Event
from conformed.model.ledger import Ledger
from conformed.model.statement import AgreementTerm, Line, Settlement, Statement, Unit
from conformed.running import settle
from conformed.running.batch import settle_batch
from conformed.running.clauses.claw_back import READINGS
from tests.running.test_batch import assert_same
from tests.running.test_laws import portfolios

RATES = ("0", "0.25", "1")
MONEY = ("0", "31.07")
DAYS = ("0", "3", "30", "45", "100", "500")
MONTHS = ("0", "1", "9", "14", "60")
FIRST = dt.date(2001, 1, 1)


@st.composite
def sealed_agreements(draw: st.DrawFn) -> tuple[Agreement, dict[str, tuple[str, ...]]]:
    """An agreement of every kind of clause, some of its numbers sealed; and what each seal might hold."""
    seals: dict[str, tuple[str, ...]] = {}

    def number(among: tuple[str, ...], plain: object) -> object:
        if draw(st.integers(0, 2)):
            return plain
        seal = f"s{len(seals)}"
        seals[seal] = among
        return f"withheld:{seal}"

    def entry(kind: str, effective: dt.date | None = None, **values: object) -> ClauseEntry:
        return ClauseEntry(kind, values, kind, effective)

    def later() -> Iterator[dt.date]:
        if draw(st.booleans()):
            yield FIRST + dt.timedelta(days=draw(st.integers(0, 500)))

    def option() -> dict[str, object]:
        times = {"times": draw(st.integers(1, 2))}
        return {"holder": "customer", "notice_days": number(DAYS, 30), **times}

    def share() -> object:
        return number(RATES, draw(st.sampled_from(["0.25", "0.333333"])))

    def renewal() -> dict[str, object]:
        if draw(st.booleans()):
            return {}
        each = {"months": number(MONTHS[1:], 5), **draw(st.sampled_from([{}, {"times": 2}]))}
        return {"renewal": {**each, "notice_days": number(DAYS, 30)} if draw(st.booleans()) else each}

    due = draw(st.sampled_from([0, 10, 30, 100]))
    starts = draw(st.sampled_from([FIRST, dt.date(2001, 1, 31)]))
    found = [
        entry("agreement-term", None, starts=starts, months=number(MONTHS, 20), **renewal()),
        entry("termination-right", holder="either", notice_days=number(DAYS, 30)),
        entry("unit-term", months=number(MONTHS, 9), option=option()),
        entry("recurring-charge", rate=number(MONEY, "31.07"), due_days=number(DAYS, due)),
        entry("pass-through-credit", rate=share(), due_days=number(DAYS, due)),
        entry("claw-back", rate=share(), due_days=number(DAYS, due), cap=draw(st.sampled_from(READINGS))),
        entry("late-interest", rate=number(RATES, "0.09")),
    ]
    found.extend(entry("unit-term", day, months=number(MONTHS, 11), option=option()) for day in later())
    for kind, among, plain in (
        ("recurring-charge", MONEY, "17.5"),
        ("pass-through-credit", RATES, "0.25"),
        ("claw-back", RATES, "0.5"),
    ):
        for day in later():
            values: dict[str, object] = {"rate": number(among, plain)}
            if draw(st.booleans()):
                values["due_days"] = number(DAYS, 60)
            if kind != "claw-back" and draw(st.booleans()):
                values["agreed"] = day + dt.timedelta(days=draw(st.integers(0, 300)))
            found.append(entry(kind, day, **values))
    found.extend(entry("late-interest", day, rate=number(RATES, "0.05")) for day in later())
    parties = {"provider": ("P",), "customer": ("C1", "C2")}
    return Agreement("agreement.toml", None, "US-NY", "USD", (), parties, tuple(found)), seals


@st.composite
def ended(draw: st.DrawFn) -> list[Event]:
    """Events, among them a notice to end the agreement now and then."""
    events = draw(portfolios())
    if draw(st.booleans()):
        on = FIRST + dt.timedelta(days=draw(st.integers(0, 600)))
        moment = dt.datetime(on.year, on.month, on.day, 12, tzinfo=dt.UTC)
        subject = draw(st.sampled_from([None, "renewal"]))
        events.append(
            Event("end", "termination-notice", on, moment, subject, "C1", None, "termination-right")
        )
    return events


@settings(deadline=None, max_examples=100)
@given(sealed_agreements(), ended(), st.integers(0, 1400), st.data())
def test_what_is_shown_is_true_whatever_the_seals_hold(
    given: tuple[Agreement, dict[str, tuple[str, ...]]], events: list[Event], age: int, data: st.DataObject
) -> None:
    agreement, seals = given
    as_of = FIRST + dt.timedelta(days=age)
    public = settle(agreement, events, as_of=as_of)
    assert public.ledger.balanced
    for _ in range(3):
        values = {seal: data.draw(st.sampled_from(among)) for seal, among in seals.items()}
        note(f"sealed: {values}, as of {as_of}")
        true = settle(replace(agreement, sealed=values), events, as_of=as_of)
        assert_true(public, true)


@settings(deadline=None, max_examples=8)
@given(sealed_agreements(), ended(), st.integers(0, 1400))
def test_the_batch_withholds_the_same(
    given: tuple[Agreement, dict[str, tuple[str, ...]]], events: list[Event], age: int
) -> None:
    agreement, as_of = given[0], FIRST + dt.timedelta(days=age)
    pure = settle(agreement, events, as_of=as_of)
    with settle_batch(agreement, events, as_of=as_of) as batch:
        assert_same(batch, pure)


def assert_true(public: Settlement, true: Settlement) -> None:
    """Every figure of `public` is that of `true`, and what `true` shows is there, if only as withheld."""
    shown = {statement.id: statement for statement in public.statements}
    others = {statement.id: statement for statement in true.statements}
    stood_for = {id: statement for statement in public.statements for id in statement.stands_for}
    assert others.keys() <= shown.keys() | stood_for.keys()
    for id in others.keys() & stood_for.keys():
        _stood_for(stood_for[id], others[id])
    for id, statement in shown.items():
        if id in others:
            _statement(statement, others[id])
        else:
            assert statement.amount is None and statement.withheld, f"{id} is shown, and there is none"
    units = {unit.id: unit for unit in true.units}
    assert [unit.id for unit in public.units] == [unit.id for unit in true.units]
    for unit in public.units:
        _unit(unit, units[unit.id])
    _term(public.agreement_term, true.agreement_term)
    assert len(public.rights) == len(true.rights)
    for right, other in zip(public.rights, true.rights, strict=True):
        _same(right, other, "notice_days", "cure_days", "exercised_on", "ends_on")
    _ledger(public.ledger, true.ledger)


def _same(public: Any, true: Any, *names: str) -> None:
    for name in names:
        shown = getattr(public, name)
        if shown is None:
            if getattr(true, name) is not None:
                assert public.withheld, f"{name} is not shown, and no seal is named"
        else:
            assert shown == getattr(true, name), (name, public, true)


def _statement(public: Statement, true: Statement) -> None:
    days = ("begins", "ends", "due_on", "last_on", "issued_on")
    _same(public, true, *days, "rate", "base", "amount", "debtor", "creditor")
    if public.amount is None:
        assert public.withheld
    else:
        assert public.status is not None
        _same(public, true, "paid", "source", "effective", "reading")
    _same(public, true, "status")
    for number in public.numbers:
        if number.value is not None:
            assert number.value == true.number(number.name), number
    for (reading, amount), (other, known) in zip(public.alternatives, true.alternatives, strict=True):
        assert reading == other and amount in (None, known)
    left = list(true.lines)
    doubtful = []
    for line in public.lines:
        if line.withheld and line.base is None and line.days is None:
            assert line.amount is None
            doubtful.append(line)
            continue
        same = [other for other in left if _likely(line, other)]
        assert same, (public.id, line, left)
        left.remove(same[0])
        if line.amount is None:
            assert line.withheld
    marked = {_about(line) for line in doubtful}
    assert all(_about(line) in marked or "" in marked for line in left), (public.id, left)


def _stood_for(public: Statement, true: Statement) -> None:
    """What stands for interest that may be due says nothing of it that is not so."""
    assert public.amount is None and public.withheld
    assert (public.debtor, public.creditor) == (true.debtor, true.creditor)
    assert public.rate in (None, true.rate)
    (line,) = (line for line in public.lines if f"interest-{line.concerns}" == true.id)
    assert line.withheld and line.amount is None
    assert line.base is None and line.rate in (None, true.rate)


def _about(line: Line) -> Any:
    """Whom a line concerns, and what it adjusts; a line of interest concerns nobody by name."""
    return (line.counterparty, line.unit, line.adjusts) if line.counterparty or line.unit else ""


def _likely(public: Line, true: Line) -> bool:
    facts = ("counterparty", "unit", "days", "of", "base", "adjusts", "effective")
    if any(getattr(public, name) != getattr(true, name) for name in facts):
        return False
    return all(getattr(public, name) in (None, getattr(true, name)) for name in ("rate", "amount"))


def _unit(public: Unit, true: Unit) -> None:
    _same(
        public,
        true,
        "installed_on",
        "disconnected_on",
        "initial_ends_on",
        "term_ends_on",
        "notice_safe_on",
        "notice_due_on",
        "notice_last_on",
    )
    _same(public, true, "status")
    _flags(public, true)


def _flags(public: Unit | AgreementTerm, true: Unit | AgreementTerm) -> None:
    """A flag that is shown holds; one that is neither shown nor named as withheld does not."""
    assert {*public.flags} <= {*true.flags} <= {*public.flags, *public.flags_withheld}, (public, true)
    assert not true.flags_withheld
    if public.flags_withheld:
        assert public.withheld and not {*public.flags} & {*public.flags_withheld}


def _term(public: AgreementTerm | None, true: AgreementTerm | None) -> None:
    assert (public is None) == (true is None)
    if public is not None:
        _same(public, true, "starts", "ends", "safe_on", "due_on", "last_on")
        assert true is not None
        _flags(public, true)


def _ledger(public: Ledger, true: Ledger) -> None:
    _figures(public.balances, true.balances)
    _figures(public.by_role, true.by_role)
    assert public.paid_by == true.paid_by
    names = ("current", "days_1_30", "days_31_60", "days_61_90", "over_90")
    for name in names:
        _figures(
            {ageing.role: getattr(ageing, name) for ageing in public.ageing},
            {ageing.role: getattr(ageing, name) for ageing in true.ageing},
        )
    if None in {*public.balances.values(), *public.by_role.values()}:
        assert public.withheld


def _figures(public: Mapping[str, Decimal | None], true: Mapping[str, Decimal | None]) -> None:
    for name in {*public, *true}:
        shown = public.get(name, Decimal(0))
        assert shown is None or shown == true.get(name, Decimal(0)), (name, public, true)
