"""A charge for each unit in service, per calendar month in arrears, prorated by days.

One line per unit; where the rate changes within the month, one for each rate. The day of installation is charged, the
day of disconnection is not, the last day of the term is. A statement closes at the end of its due day: what becomes
known later (an installation, a disconnection, an extension, a rate agreed afterwards) is a line of its own in the
statement of the month in which it became known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from conformed.model.statement import Line, Statement
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome, Service, ServiceVersion
from conformed.running.issue import issued
from conformed.running.money import product, quotient, rounded
from conformed.running.periods import Period, period_of
from conformed.running.terms_in_force import Entry, Terms, Value

__all__ = ["RECURRING_CHARGE"]

_DAY = dt.timedelta(days=1)

Days = dict[Entry, int]


@dataclass(slots=True)
class _Month:
    """A calendar month, with what is the same for every unit in it."""

    period: Period
    statement: str
    closes: dt.date | None
    parts: dict[dt.date | None, list[tuple[dt.date, dt.date, Entry]]] = field(default_factory=dict)
    charges: dict[tuple[Entry, int], tuple[Value, Decimal | None, str]] = field(default_factory=dict)


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """One statement per month that has lines."""
    months: dict[dt.date, _Month] = {}
    late_terms = terms.agreed_after(dt.date.min)
    lines: dict[Period, list[Line]] = {}
    adjusting: dict[Period, list[tuple[str, Line]]] = {}
    for service in facts.services:
        for first in _months(service, dates):
            month = months.get(first) or months.setdefault(first, _month(terms, first, dates))
            before: Days | None = None
            for known_on, version in _knowledge(service, month, late_terms):
                days = _days(terms, month, version, known_on if late_terms else None) if version else {}
                late = month.closes is not None and known_on is not None and known_on > month.closes
                if not late:
                    for entry, count in days.items():
                        line = _line(service.unit, entry, count, month, version, None)
                        lines.setdefault(month.period, []).append(line)
                elif days != (before or {}) and known_on is not None:
                    for entry, count in _difference(before or {}, days):
                        line = _line(service.unit, entry, count, month, version, month.statement)
                        posted = period_of(known_on, "month")
                        adjusting.setdefault(posted, []).append((month.statement, line))
                before = days
    statements: list[Statement] = []
    for period in sorted(lines.keys() | adjusting.keys()):
        if period.begins > dates.as_of:
            continue
        late_lines = sorted(
            adjusting.get(period, ()), key=lambda found: (found[0], found[1].unit or "", found[1].days or 0)
        )
        all_lines = (*lines.get(period, ()), *(line for _, line in late_lines))
        statements.append(issued(terms, period, "charge", all_lines, dates, has_base=False))
    return Outcome(statements=tuple(statements))


def _months(service: Service, dates: Dates) -> Iterator[dt.date]:
    """The first days of the months, begun by the day asked for, in which the unit may have been in service."""
    latest = max((version.ends or dates.as_of for version in service.versions), default=dates.as_of)
    day = service.versions[0].begins.replace(day=1)
    while day <= min(latest, dates.as_of):
        yield day
        day = (day + 31 * _DAY).replace(day=1)


def _month(terms: Terms, first: dt.date, dates: Dates) -> _Month:
    period = period_of(first, "month")
    entry = terms.at(period.ends) or (terms.entries[0] if terms.entries else None)
    due = entry.days("due_days").whole if entry else None
    closes = None if due is None else dates.law.days_after(period.ends, due)
    prefix = f"charge-{terms.name}" if terms.name else "charge"
    return _Month(period, f"{prefix}-{period.label}", closes)


def _knowledge(
    service: Service, month: _Month, late_terms: list[dt.date]
) -> Iterator[tuple[dt.date | None, ServiceVersion | None]]:
    """What was known of the service when the month's statement closed, then at each later day that changed it."""
    versions, closes = service.versions, month.closes
    if closes is None:
        yield None, versions[-1]
        return
    known = None
    for version in versions:
        if version.known_on <= closes:
            known = version
    later = {version.known_on: version for version in versions if version.known_on > closes}
    days = sorted({*later, *(day for day in late_terms if day > closes)})
    if known is not None:
        yield closes, known
    for day in days:
        known = later.get(day, known)
        yield day, known


def _days(terms: Terms, month: _Month, version: ServiceVersion, known_on: dt.date | None) -> Days:
    """The days in service in the month, by the first entry that states the rate in force."""
    period = month.period
    if known_on not in month.parts:
        by_rate = terms.by_rate()
        month.parts[known_on] = [
            (begins, ends, by_rate[entry])
            for begins, ends, entry in terms.parts(period.begins, period.ends, known_on=known_on)
        ]
    days: Days = {}
    for begins, ends, entry in month.parts[known_on]:
        last = ends if version.ends is None else min(ends, version.ends)
        count = (last - max(begins, version.begins)).days + 1
        if count > 0:
            days[entry] = days.get(entry, 0) + count
    return days


def _difference(before: Days, after: Days) -> Iterator[tuple[Entry, int]]:
    for entry in [*before, *(entry for entry in after if entry not in before)]:
        count = after.get(entry, 0) - before.get(entry, 0)
        if count:
            yield entry, count


def _line(
    unit: str, entry: Entry, days: int, month: _Month, version: ServiceVersion | None, adjusts: str | None
) -> Line:
    key = (entry, days)
    if key not in month.charges:
        month.charges[key] = _charge(entry, days, month.period.days)
    rate, amount, formula = month.charges[key]
    return Line(
        amount,
        unit=unit,
        days=days,
        of=month.period.days,
        rate=rate.number,
        adjusts=adjusts,
        events=version.events if version else (),
        withheld=rate.withheld,
        formula=formula,
    )


def _charge(entry: Entry, days: int, of: int) -> tuple[Value, Decimal | None, str]:
    rate = entry.number("rate")
    amount = None if rate.number is None else rounded(quotient(product(rate.number, days), of))
    return rate, amount, f"{'withheld' if rate.number is None else rate.number} x {days} days / {of} days"


def check(entry: Entry) -> None:
    """Read every value of the entry."""
    entry.number("rate")
    entry.days("due_days")


RECURRING_CHARGE = ClauseKind(
    "recurring-charge", run, needs=("rate", "due_days"), check=check, roles=("customer", "provider")
)
