"""Simple interest on what is paid late: a yearly rate, by days, on what is outstanding.

Interest runs from the day after the last day for payment by law (where the law moves the due day, the days it adds
bear no interest) to the day of payment, or to the day asked for. Interest bears no interest. Where a seal keeps what is
owed, or by when, nobody knows whether interest is due: then one statement stands for all of it that one party may owe
another, with a line for each statement that may have been paid late.
"""

from __future__ import annotations

import datetime as dt
from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from conformed.model.statement import Line, Statement
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.issue import in_order, seals, sum_of
from conformed.running.money import product, quotient, rounded
from conformed.running.terms_in_force import Entry, Terms, Value

__all__ = ["LATE_INTEREST"]

_BASES = ("365", "360", "actual")
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Perhaps:
    """A line of interest that a seal decides, and the entry in force on its last day."""

    line: Line
    entry: Entry


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """One statement of interest for each statement that was, or is, paid late; one for all that may have been."""
    found: list[Statement] = []
    perhaps: dict[tuple[str, str], list[_Perhaps]] = {}
    for statement in facts.statements:
        if statement.amount is None or statement.due_withheld:
            unknown = _unknown(terms, statement, facts, dates)
            if unknown is not None:
                perhaps.setdefault((statement.debtor, statement.creditor), []).append(unknown)
            continue
        if statement.last_on is None or statement.last_on >= dates.as_of:
            continue
        if statement.amount <= 0:
            continue
        interest = _interest(terms, statement, facts, dates)
        if interest is not None:
            found.append(interest)
    found.extend(_unknown_for_all(terms, *between, those) for between, those in perhaps.items())
    return Outcome(statements=tuple(found))


def _interest(terms: Terms, statement: Statement, facts: Facts, dates: Dates) -> Statement | None:
    """The interest on one statement, a line for each stretch of days with one balance."""
    last_on, amount = statement.last_on or dates.as_of, statement.amount or Decimal(0)
    balance, since = amount, last_on
    lines: list[Line] = []
    entry: Entry | None = None
    stops = [(payment.on, payment.amount, payment.event) for payment in facts.payments.get(statement.id, ())]
    ends = last_on
    for on, paid, event in [*sorted(stops, key=lambda stop: (stop[0], stop[2])), (dates.as_of, None, None)]:
        if on > since and balance > 0:
            for begins, stop, part in _stretches(terms, since + _DAY, on):
                lines.append(_line(part, balance, begins, stop, event))
                entry, ends = part, stop
        since = max(since, on)
        if paid is not None:
            balance -= paid
    if entry is None:
        return None
    return Statement(
        id=f"interest-{statement.id}",
        kind=terms.kind,
        clause=terms.name or terms.kind,
        debtor=statement.debtor,
        creditor=statement.creditor,
        begins=last_on + _DAY,
        ends=ends,
        issued_on=ends,
        rate=entry.number("rate").number,
        base=amount,
        amount=sum_of(lines),
        due_on=None,
        last_on=None,
        closes=None,
        lines=tuple(lines),
        withheld=seals(*(line.withheld for line in lines)),
        source=entry.source,
        effective=entry.effective,
    )


def _unknown(terms: Terms, statement: Statement, facts: Facts, dates: Dates) -> _Perhaps | None:
    """Interest that may be due on a statement of which the amount, or the due day, is withheld; None where none can be."""
    earliest = statement.last_on
    if earliest is None:
        begins = statement.ends or statement.issued_on
        earliest = None if begins is None or not statement.due_withheld else dates.law.last(begins)
    if earliest is None or earliest >= dates.as_of:
        return None
    if statement.amount is not None:
        paid = (payment.amount for payment in facts.payments.get(statement.id, ()) if payment.on <= earliest)
        if statement.amount <= sum(paid, Decimal(0)):
            return None
    parts = _stretches(terms, earliest + _DAY, dates.as_of)
    if not parts:
        return None
    rates = {_counted(part) for _, _, part in parts}
    known = parts[-1][2].number("rate").number if len(rates) == 1 else None
    of_rates = (part.number("rate").withheld for _, _, part in parts)
    line = Line(
        None,
        rate=known,
        withheld=seals(statement.withheld, statement.due_withheld, *of_rates),
        formula=f"{'withheld' if known is None else known} a year x what is paid late",
        effective=in_order(part.effective for _, _, part in parts),
        concerns=statement.id,
    )
    return _Perhaps(line, parts[-1][2])


def _unknown_for_all(terms: Terms, debtor: str, creditor: str, perhaps: Sequence[_Perhaps]) -> Statement:
    """The one statement that stands for all interest that `debtor` may owe `creditor`."""
    lines = tuple(one.line for one in perhaps)
    rates = {line.rate for line in lines}
    last = max((one.entry for one in perhaps), key=lambda entry: entry.effective or dt.date.min)
    return Statement(
        id=f"interest-withheld-{debtor}-to-{creditor}",
        kind=terms.kind,
        clause=terms.name or terms.kind,
        debtor=debtor,
        creditor=creditor,
        begins=None,
        ends=None,
        issued_on=None,
        rate=rates.pop() if len(rates) == 1 else None,
        base=None,
        amount=None,
        due_on=None,
        last_on=None,
        closes=None,
        lines=lines,
        withheld=seals(*(line.withheld for line in lines)),
        source=last.source,
        effective=last.effective,
        stands_for=tuple(f"interest-{line.concerns}" for line in lines),
    )


def _stretches(terms: Terms, begins: dt.date, ends: dt.date) -> list[tuple[dt.date, dt.date, Entry]]:
    """The days by the terms in force, those of one rate and basis together: a rate restated is no other rate.

    A rate of nothing that the file itself gives bears no interest: that is how it ends it. What a seal holds decides no line.
    """
    found: list[tuple[dt.date, dt.date, Entry]] = []
    for start, stop, entry in terms.parts(begins, ends):
        rate = entry.number("rate")
        if rate.number == 0 and rate.seal is None:
            continue
        if found and found[-1][1] + _DAY == start and _counted(found[-1][2]) == _counted(entry):
            found[-1] = (found[-1][0], stop, entry)
        else:
            found.append((start, stop, entry))
    return found


def _counted(entry: Entry) -> tuple[Value, str]:
    return entry.number("rate"), entry.text("basis", "365", among=_BASES)


def _line(entry: Entry, balance: Decimal, begins: dt.date, ends: dt.date, event: str | None) -> Line:
    rate, basis = _counted(entry)
    days = (ends - begins).days + 1
    if rate.number is None:
        amount = None
    elif basis == "actual":
        year_ends = [dt.date(year, 12, 31) for year in range(begins.year, ends.year)] + [ends]
        starts = [begins] + [dt.date(year, 1, 1) for year in range(begins.year + 1, ends.year + 1)]
        shares = (
            quotient(
                product(rate.number, balance, (stop - start).days + 1), 366 if isleap(start.year) else 365
            )
            for start, stop in zip(starts, year_ends, strict=True)
        )
        amount = rounded(sum(shares, Decimal(0)))
    else:
        amount = rounded(quotient(product(rate.number, balance, days), int(basis)))
    return Line(
        amount,
        days=days,
        base=balance,
        rate=rate.number,
        events=(event,) if event else (),
        withheld=rate.withheld,
        formula=f"{'withheld' if rate.number is None else rate.number} a year x {balance} x {days} days / {basis}",
        effective=(entry.effective,),
    )


def check(entry: Entry) -> None:
    """Read every value of the entry."""
    _counted(entry)


LATE_INTEREST = ClauseKind(
    "late-interest", run, needs=("rate",), takes=("basis",), stage=4, check=check, shares=("rate",)
)
