"""Issuing a periodic statement: its total, its due day by the governing law, and the seals that it waits for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from conformed.model.statement import Line, Statement
from conformed.running.clause import Dates
from conformed.running.money import total
from conformed.running.periods import Period
from conformed.running.terms_in_force import Terms

__all__ = ["issued", "seals", "sum_of"]

_ROLES = {"charge": ("customer", "provider"), "credit": ("provider", "customer")}


def seals(*groups: Sequence[str]) -> tuple[str, ...]:
    """The seals of all `groups`, each once, in order of first appearance."""
    return tuple(dict.fromkeys(seal for group in groups for seal in group))


def sum_of(lines: Sequence[Line]) -> Decimal | None:
    """The sum of the lines' amounts; None where one is withheld."""
    amounts = [line.amount for line in lines if line.amount is not None]
    return total(amounts) if len(amounts) == len(lines) else None


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
    rates = {line.rate for line in lines if line.adjusts is None}
    rate = rates.pop() if len(rates) == 1 else entry.number("rate").number if entry.has("rate") else None
    of_lines = [line.withheld for line in lines]
    default_debtor, default_creditor = _ROLES.get(prefix, ("customer", "provider"))
    return Statement(
        id=f"{prefix}-{terms.name}-{period.label}" if terms.name else f"{prefix}-{period.label}",
        kind=terms.kind,
        clause=terms.name or terms.kind,
        debtor=entry.text("debtor", debtor or default_debtor),
        creditor=entry.text("creditor", creditor or default_creditor),
        begins=period.begins,
        ends=period.ends,
        issued_on=issued_on or (due_on if prefix == "credit" else period.ends),
        rate=rate,
        base=total([line.base for line in lines if line.base is not None]) if has_base else None,
        amount=sum_of(lines),
        due_on=due_on,
        last_on=None if due_on is None else dates.law.last(due_on),
        closes=due_on,
        lines=tuple(lines),
        withheld=seals(*of_lines, due.withheld),
        source=entry.source,
        effective=entry.effective,
        has_base=has_base,
    )
