"""Simple interest on what is paid late: a yearly rate, by days, on what is outstanding.

Interest runs from the day after the last day for payment by law (where the law moves the due day, the days it adds
bear no interest) to the day of payment, or to the day asked for. Interest bears no interest. Where a seal keeps what is
owed, or by when, and interest may be due, it is withheld.
"""

from __future__ import annotations

import datetime as dt
from calendar import isleap
from decimal import Decimal

from conformed.model.statement import Line, Statement
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.issue import in_order, seals, sum_of
from conformed.running.money import product, quotient, rounded
from conformed.running.terms_in_force import Entry, Terms, Value

__all__ = ["LATE_INTEREST"]

_BASES = ("365", "360", "actual")
_DAY = dt.timedelta(days=1)


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """One statement of interest for each statement that was, or is, paid late."""
    found: list[Statement] = []
    for statement in facts.statements:
        if statement.amount is None or statement.due_withheld:
            unknown = _unknown(terms, statement, facts, dates)
            if unknown is not None:
                found.append(unknown)
            continue
        if statement.last_on is None or statement.last_on >= dates.as_of:
            continue
        if statement.amount <= 0:
            continue
        interest = _interest(terms, statement, facts, dates)
        if interest is not None:
            found.append(interest)
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


def _unknown(terms: Terms, statement: Statement, facts: Facts, dates: Dates) -> Statement | None:
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
    rate = parts[-1][2].number("rate")
    known = rate.number if len(rates) == 1 else None
    withheld = seals(
        statement.withheld, statement.due_withheld, *(part.number("rate").withheld for _, _, part in parts)
    )
    line = Line(
        None,
        rate=known,
        withheld=withheld,
        formula=f"{'withheld' if known is None else known} a year x what is paid late",
        effective=in_order(part.effective for _, _, part in parts),
    )
    return Statement(
        id=f"interest-{statement.id}",
        kind=terms.kind,
        clause=terms.name or terms.kind,
        debtor=statement.debtor,
        creditor=statement.creditor,
        begins=None if statement.last_on is None else statement.last_on + _DAY,
        ends=None,
        issued_on=None,
        rate=known,
        base=statement.amount,
        amount=None,
        due_on=None,
        last_on=None,
        closes=None,
        lines=(line,),
        withheld=withheld,
        source=parts[-1][2].source,
        effective=parts[-1][2].effective,
    )


def _stretches(terms: Terms, begins: dt.date, ends: dt.date) -> list[tuple[dt.date, dt.date, Entry]]:
    """The days by the terms in force, those of one rate and basis together: a rate restated is no other rate."""
    found: list[tuple[dt.date, dt.date, Entry]] = []
    for start, stop, entry in terms.parts(begins, ends):
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
