"""The provider bills its share of an amount that it had to return, up to what it has credited before.

"Up to a maximum of the total previously credited" has more than one reading, and the clause names the one it follows:

* `cumulative` (the default): the credits of statements due before the billing day, less all earlier claw-backs. The
  excess lapses.
* `gross`: the same credits, each claw-back measured against them by itself.
* `carry-forward`: as `cumulative`, but the excess is billed with later claw-backs as far as the cap then allows.

A correction recorded after a claw-back closed is a claw-back of its own, named after the correction. Where a seal keeps
the day of closing, what became known after the billing day may belong to either: then the figures of both are withheld.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from conformed.model.event import Event
from conformed.model.problem import Problem, problem
from conformed.model.statement import Line, Statement, StatementNumber
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.issue import seals
from conformed.running.money import NOUGHT, product, rounded
from conformed.running.sides import sides
from conformed.running.terms_in_force import Entry, Terms

__all__ = ["CLAW_BACK", "READINGS", "Bill", "Claim", "Credit", "billed"]

_SIDES = ("customer", "provider")
READINGS = ("cumulative", "gross", "carry-forward")


@dataclass(frozen=True, slots=True)
class Claim:
    """A share that is to be billed.

    Attributes:
        on: the billing day.
        uncapped: the share, rounded; None while it is withheld; negative where a correction takes some of it back.
        reduces: position of the earlier claim that a negative one corrects.
        unplaced: whether a seal decides which of the others go before it.
    """

    on: dt.date
    uncapped: Decimal | None
    reduces: int | None = None
    unplaced: bool = False


@dataclass(frozen=True, slots=True)
class Credit:
    """What was credited: it counts from the day after `due`.

    Attributes:
        amount: None while it is withheld.
        sure: whether `due` is the day; else a seal keeps it, and it is the earliest that it may be.
        withheld: the seals that the two wait for.
    """

    due: dt.date
    amount: Decimal | None
    sure: bool = True
    withheld: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether neither is withheld."""
        return self.sure and self.amount is not None


@dataclass(frozen=True, slots=True)
class Bill:
    """What may be billed of a claim; None where a withheld value decides it."""

    cap: Decimal | None
    amount: Decimal | None
    excess: Decimal | None


def billed(claims: Sequence[Claim], credits: Sequence[Credit], reading: str) -> list[Bill]:
    """What each claim may be billed, in order, against `credits` under one of `READINGS`.

    A credit whose day or amount is withheld makes every cap that it may belong to unknown.

    >>> day = dt.date(2001, 9, 10)
    >>> claims = [Claim(day, Decimal("1000.00")), Claim(day, Decimal("50.00"))]
    >>> credits = [Credit(dt.date(2001, 7, 30), Decimal("250.03"))]
    >>> [bill.amount for bill in billed(claims, credits, "cumulative")]
    [Decimal('250.03'), Decimal('0.00')]
    >>> [bill.amount for bill in billed(claims, credits, "gross")]
    [Decimal('250.03'), Decimal('50.00')]
    """
    dated = sorted((credit.due, credit.amount or NOUGHT) for credit in credits if credit.known)
    days = [due for due, _ in dated]
    sums = list(accumulate((amount for _, amount in dated), initial=NOUGHT))
    unknown_from = min((credit.due for credit in credits if not credit.known), default=dt.date.max)
    used: Decimal | None = NOUGHT
    carried: Decimal | None = NOUGHT
    bills: list[Bill] = []
    for claim in claims:
        gross = None if unknown_from < claim.on else sums[bisect_left(days, claim.on)]
        if claim.unplaced:
            used = carried = None
        if gross is None or (used is None and reading != "gross"):
            cap = None
        else:
            cap = max(gross if reading == "gross" else gross - (used or NOUGHT), NOUGHT)
        asked = claim.uncapped
        if asked is not None and reading == "carry-forward" and asked >= 0:
            asked = None if carried is None else asked + carried
        if asked is not None and asked < 0:
            bill = _reduced(claim, claims, bills, cap)
        elif asked == 0:
            bill = Bill(cap, NOUGHT, NOUGHT)
        elif asked is not None and cap is not None:
            bill = Bill(cap, min(asked, cap), asked - min(asked, cap))
        else:
            bill = Bill(cap, None, None)
        bills.append(bill)
        if reading == "carry-forward" and (claim.uncapped is None or claim.uncapped >= 0):
            carried = bill.excess
        used = None if used is None or bill.amount is None else used + bill.amount
    return bills


def _reduced(claim: Claim, claims: Sequence[Claim], bills: Sequence[Bill], cap: Decimal | None) -> Bill:
    """The share has become smaller: what was billed beyond it is given back, the excess first."""
    if claim.reduces is None or claim.uncapped is None:
        return Bill(cap, None, None)
    together = [claim.reduces] + [
        index for index in range(len(bills)) if claims[index].reduces == claim.reduces
    ]
    if any(bills[index].amount is None or claims[index].uncapped is None for index in together):
        return Bill(cap, None, None)
    share = sum((claims[index].uncapped or NOUGHT for index in together), NOUGHT) + claim.uncapped
    so_far = sum((bills[index].amount or NOUGHT for index in together), NOUGHT)
    return Bill(cap, min(max(share, NOUGHT) - so_far, NOUGHT), NOUGHT)


@dataclass(frozen=True, slots=True)
class _Case:
    """A forfeiture, or a late correction of one, as it is to be billed."""

    id: str
    sequence: tuple[dt.date, int, object]
    billed_on: dt.date
    base: Decimal | None
    entry: Entry
    billing: Entry
    events: tuple[str, ...]
    counterparty: str | None
    corrects: str | None = None
    latest: dt.date = dt.date.min
    withheld: tuple[str, ...] = ()

    @property
    def span(self) -> tuple[dt.date, dt.date]:
        """Between which days it is measured: the same, unless a seal decides it."""
        return self.sequence[0], max(self.sequence[0], self.latest)


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """One statement for each forfeiture that is billed."""
    cases, problems = _cases(terms, facts, dates)
    cases.sort(key=lambda case: case.sequence)
    credits = [_credit(found) for found in facts.statements if found.kind == "pass-through-credit"]
    unplaced = _unplaced(cases)
    at = {case.id: index for index, case in enumerate(cases)}
    rates = [case.entry.number("rate") for case in cases]
    claims = [
        Claim(
            case.billed_on,
            None if rate.number is None or case.base is None else rounded(product(rate.number, case.base)),
            at.get(case.corrects) if case.corrects else None,
            case.id in unplaced,
        )
        for case, rate in zip(cases, rates, strict=True)
    ]
    by_reading = {reading: billed(claims, credits, reading) for reading in READINGS}
    statements: list[Statement] = []
    earlier: tuple[
        str, ...
    ] = ()  # the seals that claw-backs so far wait for: they decide what is left for later ones
    for index, (case, claim, rate) in enumerate(zip(cases, claims, rates, strict=True)):
        reading = case.billing.text("cap", READINGS[0], among=READINGS)
        bill = by_reading[reading][index]
        due = case.billing.days("due_days")
        due_on = None if due.whole is None else dates.law.days_after(case.billed_on, due.whole)
        own = seals(rate.withheld, case.withheld)
        waits = own
        if bill.amount is None or bill.cap is None:
            unknown = (
                credit.withheld for credit in credits if not credit.known and credit.due < case.billed_on
            )
            waits = seals(own, unplaced.get(case.id, ()), *unknown, earlier)
            earlier = waits
        adjusts = f"claw-back-{case.corrects}" if case.corrects else None
        debtor, creditor = sides(case.billing, _SIDES)
        statements.append(
            Statement(
                id=f"claw-back-{case.id}",
                kind=terms.kind,
                clause=terms.name or terms.kind,
                debtor=debtor,
                creditor=creditor,
                begins=None,
                ends=None,
                issued_on=case.billed_on,
                rate=rate.number,
                base=case.base,
                amount=bill.amount,
                due_on=due_on,
                last_on=None if due_on is None else dates.law.last(due_on),
                closes=due_on,
                lines=_lines(case, rate.number, bill.amount, waits if bill.amount is None else own, adjusts),
                numbers=(
                    StatementNumber("uncapped", claim.uncapped),
                    StatementNumber("cap", bill.cap),
                    StatementNumber("excess", bill.excess),
                ),
                withheld=seals(waits, due.withheld),
                source=case.billing.source,
                effective=case.billing.effective,
                reading=reading,
                alternatives=tuple(
                    (other, by_reading[other][index].amount) for other in READINGS if other != reading
                ),
                sequence=index,
                due_withheld=due.withheld,
            )
        )
    statements.sort(key=lambda statement: (statement.issued_on or dt.date.min, statement.id))
    return Outcome(statements=tuple(statements), problems=tuple(problems))


def _credit(statement: Statement) -> Credit:
    """What a statement credits; where its due day is withheld, it may be as early as the period's last day."""
    due = statement.due_on or statement.ends or dt.date.min
    return Credit(due, statement.amount, statement.due_on is not None, statement.withheld)


def _unplaced(cases: Sequence[_Case]) -> dict[str, tuple[str, ...]]:
    """The cases of which a seal decides whether they are measured before or after another, with that seal."""
    found = {}
    for case in cases:
        first, last = case.span
        others = (other.span for other in cases if other is not case)
        if first < last and any(begins <= last and ends >= first for begins, ends in others):
            found[case.id] = case.billing.days("due_days").withheld
    return found


def _lines(
    case: _Case, rate: Decimal | None, amount: Decimal | None, waits: tuple[str, ...], adjusts: str | None
) -> tuple[Line, ...]:
    """The one line, of the third party that took the money back."""
    factors = ("withheld" if known is None else str(known) for known in (rate, case.base))
    line = Line(
        amount,
        counterparty=case.counterparty,
        base=case.base,
        rate=rate,
        adjusts=adjusts,
        events=case.events,
        withheld=waits,
        formula=f"{' x '.join(factors)}, up to the cap",
        effective=(case.entry.effective,),
    )
    return (line,)


def _cases(terms: Terms, facts: Facts, dates: Dates) -> tuple[list[_Case], list[Problem]]:
    billings = {event.reference: event for event in facts.of("claw-back-billed")}
    cases: list[_Case] = []
    problems: list[Problem] = []
    for event in facts.of("forfeiture"):
        billing = billings.get(event.id, event)
        entry, billing_entry = terms.at(event.occurred_on), terms.at(billing.occurred_on)
        if entry is None or billing_entry is None:
            problems.append(
                problem(
                    "forfeiture-not-billed",
                    line=event.line,
                    where=event.id,
                    event=event.id,
                    on=event.occurred_on,
                )
            )
            continue
        cases.extend(_versions(event, billing, entry, billing_entry, facts, dates))
    return cases, problems


def _versions(
    event: Event, billing: Event, entry: Entry, billing_entry: Entry, facts: Facts, dates: Dates
) -> list[_Case]:
    """The forfeiture as known when its claw-back closed, then each later correction."""
    history = facts.amounts[event.id]
    due = billing_entry.days("due_days")
    closes = dates.law.days_after(billing.occurred_on, due.whole or 0)
    known_on = max(event.recorded_on, billing.recorded_on)
    late = known_on > closes and not due.withheld
    known = max(history.by(max(known_on, closes) if due.withheld or late else closes), 1)
    # Where a seal keeps the day of closing, what is known later may be a claw-back of its own, or part of this one.
    doubtful = due.withheld if known < len(history.versions) else ()
    # One that became known only after it would have closed cannot use up what later ones were measured against.
    day = known_on if late else billing.occurred_on
    events = tuple(version.event for version in history.versions[:known])
    first = _Case(
        event.id,
        (day, 0, billing.order),
        billing.occurred_on,
        None if doubtful else history.versions[known - 1].amount,
        entry,
        billing_entry,
        tuple(version.event for version in history.versions) if doubtful else events,
        event.counterparty,
        latest=known_on if due.withheld else day,
        withheld=doubtful,
    )
    cases = [first]
    for index in range(known, len(history.versions)):
        version, before = history.versions[index], history.versions[index - 1]
        cases.append(
            replace(
                first,
                id=version.event,
                sequence=(version.known_on, 1, (version.known_on, index, version.event)),
                billed_on=version.known_on,
                base=None if doubtful else version.amount - before.amount,
                events=(event.id, version.event),
                corrects=event.id,
                latest=dt.date.min,
            )
        )
    return [case for case in cases if case.billed_on <= dates.as_of]


def check(entry: Entry) -> None:
    """Read every value of the entry."""
    entry.number("rate")
    entry.days("due_days")
    entry.text("cap", READINGS[0], among=READINGS)


CLAW_BACK = ClauseKind(
    "claw-back",
    run,
    needs=("rate", "due_days"),
    takes=("cap",),
    stage=3,
    check=check,
    shares=("rate",),
    roles=_SIDES,
)
