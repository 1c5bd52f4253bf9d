"""Issuing a periodic statement: its total, its due day by the governing law, and the seals that it waits for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from conformed.model.statement import Line, Statement
from conformed.running.clause import Dates
from conformed.running.money import NOUGHT, rounded, total
from conformed.running.periods import Period
from conformed.running.sides import sides
from conformed.running.terms_in_force import Terms

__all__ = ["Closing", "closing", "in_order", "issued", "least_of", "most_of", "seals", "sum_of"]

_ROLES = {"charge": ("customer", "provider"), "credit": ("provider", "customer")}


@dataclass(frozen=True, slots=True)
class Closing:
    """When a periodic statement closes.

    Attributes:
        day: the day at whose end it does; where a seal keeps the number of days, the earliest that it may be.
        withheld: the seal that keeps it.
    """

    day: dt.date
    withheld: tuple[str, ...] = ()


def closing(terms: Terms, period: Period, dates: Dates) -> Closing:
    """When the statement of `period` closes: at the end of its due day, which never lies before the period's end."""
    due = (terms.at(period.ends) or terms.entries[0]).days("due_days")
    return Closing(dates.law.days_after(period.ends, due.whole or 0), due.withheld)


def seals(*groups: Sequence[str]) -> tuple[str, ...]:
    """The seals of all `groups`, each once, in order of first appearance."""
    return tuple(dict.fromkeys(seal for group in groups for seal in group))


def in_order(days: Iterable[dt.date | None]) -> tuple[dt.date | None, ...]:
    """The days from which entries hold, each once, the earliest first; None is from the beginning."""
    return tuple(sorted(set(days), key=lambda day: day or dt.date.min))


def sum_of(lines: Sequence[Line]) -> Decimal | None:
    """The sum of the lines' amounts; None where one is withheld."""
    amounts = [line.amount for line in lines if line.amount is not None]
    return total(amounts) if len(amounts) == len(lines) else None


def least_of(lines: Iterable[Line]) -> Decimal | None:
    """The least that the sum of the lines' amounts may be, whatever a seal keeps; None: it has no bound there.

    A withheld line of the period itself is never negative; what one that adjusts another statement takes back has no
    bound.

    >>> rate = Decimal("30.00")
    >>> sealed = Line(None, unit="C-2", of=30, rate=rate, withheld=("7-a/r1",))
    >>> least_of([Line(rate, unit="C-1", days=30, of=30, rate=rate), sealed])
    Decimal('30.00')
    """
    least = NOUGHT
    for line in lines:
        if line.amount is not None:
            least += line.amount
        elif line.adjusts is not None:
            return None
    return least


def most_of(lines: Iterable[Line]) -> Decimal | None:
    """The most that the sum may be, likewise: a unit's line of the period itself is never more than its rate.

    >>> most_of([Line(None, unit="C-2", of=30, rate=Decimal("30.00"), withheld=("7-a/r1",))])
    Decimal('30.00')
    """
    most = NOUGHT
    for line in lines:
        if line.amount is not None:
            most += line.amount
        elif line.adjusts is not None or line.of is None or line.rate is None:
            return None
        else:
            most += rounded(line.rate)
    return most


def issued(
    terms: Terms,
    period: Period,
    prefix: str,
    lines: Sequence[Line],
    dates: Dates,
    *,
    has_base: bool,
    debtor: str | None = None,
    creditor: str | None = None,
    issued_on: dt.date | None = None,
) -> Statement:
    """The statement of `period` with `lines`, due so many days (`due_days`) after the period's last day.

    The terms are those of the period's last day, or, where none is in force any more or yet, the nearest.

    Args:
        terms: the clause through time.
        period: the statement's.
        lines: in the order in which they are shown.
        dates: for the governing law.
        has_base: whether the lines have bases, which are then summed.
        prefix: of the id: `charge` gives `charge-2001-04`, or `charge-NAME-2001-04` for a clause with a name.
        debtor: role; the customer where not given (the provider of a `credit`); what the clause says goes before.
        creditor: likewise.
        issued_on: the posting day; the period's last day where not given, the due day for a `credit`.
    """
    entry = terms.at(period.ends) or terms.entries[0]
    due = entry.days("due_days")
    due_on = None if due.whole is None else dates.law.days_after(period.ends, due.whole)
    in_force = entry.number("rate").number if entry.has("rate") else None
    of_lines = [line.withheld for line in lines]
    default = _ROLES.get(prefix, ("customer", "provider"))
    owing, owed = sides(entry, (debtor or default[0], creditor or default[1]))
    return Statement(
        id=f"{prefix}-{terms.name}-{period.label}" if terms.name else f"{prefix}-{period.label}",
        kind=terms.kind,
        clause=terms.name or terms.kind,
        debtor=owing,
        creditor=owed,
        begins=period.begins,
        ends=period.ends,
        issued_on=issued_on or (due_on if prefix == "credit" else period.ends),
        rate=_rate_of(lines, in_force),
        base=_base_of(lines) if has_base else None,
        amount=sum_of(lines),
        due_on=due_on,
        last_on=None if due_on is None else dates.law.last(due_on),
        closes=due_on,
        lines=tuple(lines),
        withheld=seals(*of_lines, due.withheld),
        source=entry.source,
        effective=entry.effective,
        has_base=has_base,
        due_withheld=due.withheld,
    )


def _base_of(lines: Sequence[Line]) -> Decimal | None:
    """The sum of the lines' bases; None where one is withheld."""
    if any(line.base is None and line.withheld for line in lines):
        return None
    return total([line.base for line in lines if line.base is not None])


def _rate_of(lines: Sequence[Line], in_force: Decimal | None) -> Decimal | None:
    """The one rate of the lines of the period itself, or, where there are none, of the others; else the one in force.

    None where that depends on which lines there are, and a seal keeps it.
    """
    own = {line.rate for line in lines if line.adjusts is None and not _doubtful(line)}
    doubted = {line.rate for line in lines if line.adjusts is None and _doubtful(line)}
    if not own:
        others = {line.rate for line in lines if line.adjusts is not None}
        if any(_doubtful(line) for line in lines):
            return in_force if doubted | others <= {in_force} else None
        own = others
    if len(own) != 1:
        return in_force
    (rate,) = own
    return rate if doubted <= own or rate == in_force else None


def _doubtful(line: Line) -> bool:
    """Whether a seal keeps what the line applies its rate to, or whether it is there at all."""
    return bool(line.withheld) and line.base is None and line.days is None
