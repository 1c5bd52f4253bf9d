"""A charge for each unit in service, per calendar month in arrears, prorated by days.

One line per unit; where the rate changes within the month, one for each rate. The day of installation is charged, the
day of disconnection is not, the last day of the term is. A statement closes at the end of its due day: what becomes
known later (an installation, a disconnection, an extension, a rate agreed afterwards) is a line of its own in the
statement of the month in which it became known. Where a seal keeps the day of closing, the days of a unit that became
known after the month's end are withheld; so are those for which a seal decides whether its term still ran.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from conformed.model.statement import Line, Statement
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome, Service, ServiceVersion
from conformed.running.issue import Closing, closing, in_order, issued, seals
from conformed.running.money import product, quotient, rounded
from conformed.running.periods import Period, period_of
from conformed.running.sides import default_sides
from conformed.running.terms_in_force import Entry, Terms, Value

__all__ = ["RECURRING_CHARGE"]

_DAY = dt.timedelta(days=1)
_SIDES = ("customer", "provider")

Days = dict[Entry, int | None]
"""The days in service by the entry in force; None where a seal decides how many they are."""


@dataclass(slots=True)
class _Month:
    """A calendar month, with what is the same for every unit in it."""

    period: Period
    statement: str
    closing: Closing
    parts: dict[dt.date | None, list[tuple[dt.date, dt.date, Entry]]] = field(default_factory=dict)
    charges: dict[tuple[Entry, int | None], tuple[Value, Decimal | None, str]] = field(default_factory=dict)
    rules: dict[dt.date | None, dict[Entry, tuple[dt.date | None, ...]]] = field(default_factory=dict)


@dataclass(slots=True)
class _State:
    """What is known of a unit's service in a month from a day on."""

    known_on: dt.date
    version: ServiceVersion | None
    days: Days
    rules: Mapping[Entry, tuple[dt.date | None, ...]]

    def withheld(self, entry: Entry) -> tuple[str, ...]:
        """The seals that decide how many days there are under `entry`."""
        return self.version.withheld if self.version and self.days.get(entry, 0) is None else ()


@dataclass(frozen=True, slots=True)
class _Charged:
    """A line that every unit with the same course of service has.

    Attributes:
        month: of the statement that it is part of.
        adjusts: whether it corrects an earlier one.
        version: position of the version of the service that it rests on; None: of none.
    """

    month: Period
    adjusts: bool
    version: int | None
    line: Line

    def of(self, service: Service) -> Line:
        """The line of one of these units."""
        line = self.line
        return Line(  # several times as fast as `replace`
            line.amount,
            unit=service.unit,
            days=line.days,
            of=line.of,
            rate=line.rate,
            adjusts=line.adjusts,
            events=() if self.version is None else service.versions[self.version].events,
            withheld=line.withheld,
            formula=line.formula,
            effective=line.effective,
        )


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """One statement per month that has lines."""
    months: dict[dt.date, _Month] = {}
    late_terms = terms.agreed_after(dt.date.min)
    lines: dict[Period, list[Line]] = {}
    adjusting: dict[Period, list[tuple[str, Line]]] = {}
    alike: dict[tuple[object, ...], list[_Charged]] = {}
    for service in facts.services:
        course = tuple((v.known_on, v.begins, v.ends, v.sure_until, v.withheld) for v in service.versions)
        if course not in alike:
            alike[course] = list(_charged(terms, service, months, late_terms, dates))
        for charged in alike[course]:
            line = charged.of(service)
            if charged.adjusts:
                adjusting.setdefault(charged.month, []).append((line.adjusts or "", line))
            else:
                lines.setdefault(charged.month, []).append(line)
    statements: list[Statement] = []
    debtor, creditor = default_sides(RECURRING_CHARGE, facts.parties.names) or _SIDES
    for period in sorted(lines.keys() | adjusting.keys()):
        if period.begins > dates.as_of:
            continue
        late_lines = sorted(
            adjusting.get(period, ()), key=lambda found: (found[0], found[1].unit or "", found[1].days or 0)
        )
        all_lines = (*lines.get(period, ()), *(line for _, line in late_lines))
        statements.append(
            issued(
                terms,
                period,
                "charge",
                all_lines,
                dates,
                has_base=False,
                debtor=debtor,
                creditor=creditor,
            )
        )
    return Outcome(statements=tuple(statements))


def _charged(
    terms: Terms,
    service: Service,
    months: dict[dt.date, _Month],
    late_terms: list[dt.date],
    dates: Dates,
) -> Iterator[_Charged]:
    """The lines of one unit; `months` are filled as they are met."""
    for first in _months(service, dates):
        month = months.get(first) or months.setdefault(first, _month(terms, first, dates))
        closes, keeps = month.closing.day, month.closing.withheld
        states = [
            _state(terms, month, version, known_on, agreed_late=bool(late_terms))
            for known_on, version in _knowledge(service, month, late_terms)
        ]
        if states[0].known_on > closes:
            states.insert(0, _State(closes, None, {}, {}))
        doubtful = _doubtful(states) if keeps and len(states) > 1 else {}
        own = {**states[0].days, **doubtful} if doubtful else states[0].days
        for entry, count in own.items():
            those, seals_kept = (states, keeps) if entry in doubtful else (states[:1], ())
            line = _line(service.unit, entry, count, month, those, None, seals_kept)
            yield _Charged(month.period, adjusts=False, version=_position(service, those[-1]), line=line)
        for before, state in pairwise(states):
            for entry, count in _difference(before, state):
                known = None if keeps else count
                line = _line(service.unit, entry, known, month, (before, state), month.statement, keeps)
                posted = period_of(state.known_on, "month")
                yield _Charged(posted, adjusts=True, version=_position(service, state), line=line)


def _position(service: Service, state: _State) -> int | None:
    """The position of the version of `service` that a state knows of."""
    return next((at for at, version in enumerate(service.versions) if version is state.version), None)


def _months(service: Service, dates: Dates) -> Iterator[dt.date]:
    """The first days of the months, begun by the day asked for, in which the unit may have been in service."""
    latest = max((version.ends or dates.as_of for version in service.versions), default=dates.as_of)
    day = service.versions[0].begins.replace(day=1)
    while day <= min(latest, dates.as_of):
        yield day
        day = (day + 31 * _DAY).replace(day=1)


def _month(terms: Terms, first: dt.date, dates: Dates) -> _Month:
    period = period_of(first, "month")
    prefix = f"charge-{terms.name}" if terms.name else "charge"
    return _Month(period, f"{prefix}-{period.label}", closing(terms, period, dates))


def _knowledge(
    service: Service, month: _Month, late_terms: list[dt.date]
) -> Iterator[tuple[dt.date, ServiceVersion | None]]:
    """What was known of the service when the month's statement closed, then at each later day that changed it."""
    versions, closes = service.versions, month.closing.day
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


def _state(
    terms: Terms, month: _Month, version: ServiceVersion | None, known_on: dt.date, *, agreed_late: bool
) -> _State:
    if version is None:
        return _State(known_on, None, {}, {})
    heard = known_on if agreed_late else None
    if heard not in month.parts:
        by_rate, period = terms.by_rate(), month.period
        parts = terms.parts(period.begins, period.ends, known_on=heard)
        month.parts[heard] = [(begins, ends, by_rate[entry]) for begins, ends, entry in parts]
        rules: dict[Entry, list[dt.date | None]] = {}
        for _, _, entry in parts:
            rules.setdefault(by_rate[entry], []).append(entry.effective)
        month.rules[heard] = {first: in_order(found) for first, found in rules.items()}
    return _State(known_on, version, _days(month.parts[heard], version), month.rules[heard])


def _days(parts: Sequence[tuple[dt.date, dt.date, Entry]], version: ServiceVersion) -> Days:
    """The days in service, by the first entry that states the rate in force."""
    days: Days = {}
    for begins, ends, entry in parts:
        last = ends if version.ends is None else min(ends, version.ends)
        count = (last - max(begins, version.begins)).days + 1
        if count > 0:
            so_far = days.get(entry, 0)
            sure = not version.withheld or last <= (version.sure_until or dt.date.min)
            days[entry] = so_far + count if sure and so_far is not None else None
    return days


def _doubtful(states: list[_State]) -> dict[Entry, None]:
    """The entries whose days depend on when the month's statement closed."""
    every = dict.fromkeys(entry for state in states for entry in state.days)
    return {entry: None for entry in every if len({state.days.get(entry, 0) for state in states}) > 1}


def _difference(before: _State, after: _State) -> Iterator[tuple[Entry, int | None]]:
    """By how many days each entry's days have changed; None where a seal decides it."""
    for entry in [*before.days, *(entry for entry in after.days if entry not in before.days)]:
        earlier, later = before.days.get(entry, 0), after.days.get(entry, 0)
        if earlier is None or later is None:
            if earlier != later or before.version is not after.version:
                yield entry, None
        elif earlier != later:
            yield entry, later - earlier


def _line(
    unit: str,
    entry: Entry,
    days: int | None,
    month: _Month,
    states: Sequence[_State],
    adjusts: str | None,
    withheld: tuple[str, ...],
) -> Line:
    key = (entry, days)
    if key not in month.charges:
        month.charges[key] = _charge(entry, days, month.period.days)
    rate, amount, formula = month.charges[key]
    version, rules = states[-1].version, states[-1].rules.get(entry, ())
    if len(states) > 1:
        rules = in_order(day for state in states for day in state.rules.get(entry, ()))
    if days is None:
        withheld = seals(rate.withheld, withheld, *(state.withheld(entry) for state in states))
    else:
        withheld = rate.withheld
    return Line(
        amount,
        unit=unit,
        days=days,
        of=month.period.days,
        rate=rate.number,
        adjusts=adjusts,
        events=version.events if version else (),
        withheld=withheld,
        formula=formula,
        effective=rules,
    )


def _charge(entry: Entry, days: int | None, of: int) -> tuple[Value, Decimal | None, str]:
    rate = entry.number("rate")
    amount = None
    if rate.number is not None and days is not None:
        amount = rounded(quotient(product(rate.number, days), of))
    shown = ("withheld" if known is None else known for known in (rate.number, days))
    return rate, amount, f"{' x '.join(map(str, shown))} days / {of} days"


def check(entry: Entry) -> None:
    """Read every value of the entry."""
    entry.number("rate")
    entry.days("due_days")


RECURRING_CHARGE = ClauseKind(
    "recurring-charge", run, needs=("rate", "due_days"), check=check, roles=_SIDES, paid_for=True
)
