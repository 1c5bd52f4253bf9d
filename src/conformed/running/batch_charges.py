"""Charges of many units: units that are in service on the same days of a month have the same line.

So the clause runs once for each stretch of days in a month, and the engine counts the units that have just these.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Protocol

from conformed.model.statement import Line, Statement
from conformed.running.batch_engine import Engine
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome, Service, ServiceVersion
from conformed.running.issue import closing, sum_of
from conformed.running.periods import Period, period_of
from conformed.running.terms_in_force import Terms

__all__ = ["MARK", "Charges", "DaysInService", "PlainUnits", "SafeDays"]

MARK = "\0"  # begins the names of stretches and examples: no unit's can hold it
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Consecutive days in service within a month, and how many plain units have just these."""

    month: dt.date
    begins: dt.date
    ends: dt.date
    units: int


@dataclass(frozen=True, slots=True)
class _Template:
    """The line that each unit of a stretch has in a statement."""

    statement: str
    stretch: _Stretch
    line: Line


@dataclass(frozen=True, slots=True)
class DaysInService:
    """How many plain units were in service from when to when, both days included.

    Attributes:
        begun: how many began on each day.
        ended: how many ended on each day; those that do not end are not among them.
        short: how many began after the first day of a month and ended before the last of it, by these two days.
    """

    begun: Mapping[dt.date, int]
    ended: Mapping[dt.date, int]
    short: Mapping[tuple[dt.date, dt.date], int]


class PlainUnits(Protocol):
    """What charges ask of the units."""

    def services(self, dates: Dates) -> tuple[Any, dt.date] | None:
        """A row for each: `unit`, `begins`, `ends`; and the first day on which one begins, or earlier."""

    def days_in_service(self, dates: Dates) -> DaysInService:
        """How many there were from when to when."""


class Charges:
    """The charges of plain units.

    Args:
        units: gives a row for each of them, and counts them by the days on which they begin and end.
        engine: the engine that holds these rows.
        tell: told what is being done.

    Attributes:
        templates: the lines that were charged, by stretch.
    """

    def __init__(
        self,
        units: PlainUnits,
        engine: Engine,
        tell: Callable[[str], None],
    ) -> None:
        self._units = units
        self._engine = engine
        self._tell = tell
        self._found: list[_Stretch] | None = None
        self.templates: list[_Template] = []

    def run(self, kind: ClauseKind, terms: Terms, facts: Facts, dates: Dates) -> Outcome:
        """What `kind`, a charge by unit and month, makes of all units; plain ones are shown by number."""
        self._tell("charging the units")
        if self._found is None:
            self._found = _stretches(self._units.days_in_service(dates), dates.as_of)
        stretches = self._found
        examples = [
            Service(f"{MARK}{index}", (ServiceVersion(found.begins, found.begins, found.ends, ()),))
            for index, found in enumerate(stretches)
        ]
        outcome = kind.run(terms, replace(facts, services=(*facts.services, *examples)), dates)
        return replace(
            outcome, statements=tuple(self._totalled(found, stretches) for found in outcome.statements)
        )

    def _by_month(self, services: Any, first: dt.date, dates: Dates) -> Any:
        """Each row of `services` once for every month in which it is in service, with the days of that month."""
        import ibis

        months = _months(first, dates.as_of)
        table = self._engine.small(
            {"month": [month.begins for month in months], "month_ends": [month.ends for month in months]}, {}
        )
        joined = services.join(table, [services.begins <= table.month_ends, services.ends >= table.month])
        return joined.mutate(
            first_day=ibis.greatest(joined.begins, joined.month),
            last_day_in=ibis.least(joined.ends, joined.month_ends),
        )

    def _totalled(self, statement: Statement, stretches: Sequence[_Stretch]) -> Statement:
        """The statement, the lines of plain units added up: one line for all that were charged alike."""
        alike: dict[tuple[Any, ...], tuple[Line, int]] = {}
        lines: list[Line] = []
        for line in statement.lines:
            if line.unit is None or not line.unit.startswith(MARK):
                lines.append(line)
                continue
            stretch = stretches[int(line.unit[1:])]
            self.templates.append(_Template(statement.id, stretch, line))
            key = (line.adjusts or "", line.days, line.of, line.rate, line.withheld, line.effective)
            alike[key] = (line, alike.get(key, (line, 0))[1] + stretch.units)
        for line, units in alike.values():
            amount = None if line.amount is None else line.amount * units
            formula = f"{units} x ({line.formula})"
            lines.append(
                Line(
                    amount,
                    unit=f"{units} units",
                    days=line.days,
                    of=line.of,
                    rate=line.rate,
                    adjusts=line.adjusts,
                    withheld=line.withheld,
                    formula=formula,
                    effective=line.effective,
                )
            )
        return replace(statement, lines=tuple(lines), amount=sum_of(lines))

    def lines(self, dates: Dates) -> Any | None:
        """A table with the line of each plain unit in each statement; None where there is none."""
        import pyarrow as pa

        services = self._units.services(dates)
        if services is None:
            return None
        months = self._by_month(*services, dates)
        found, text = self.templates, pa.string()
        types = {
            "statement": text,
            "days": pa.int32(),
            "of": pa.int32(),
            "rate": pa.decimal128(18, 6),
            "amount": pa.decimal128(18, 2),
            "adjusts": text,
        }
        columns: dict[str, list[Any]] = {
            "month": [one.stretch.month for one in found],
            "first_day": [one.stretch.begins for one in found],
            "last_day_in": [one.stretch.ends for one in found],
            "statement": [one.statement for one in found],
        }
        for name in ("days", "of", "rate", "amount", "adjusts"):
            columns[name] = [getattr(one.line, name) for one in found]
        templates = self._engine.small(columns, types)
        joined = months.join(templates, ["month", "first_day", "last_day_in"])
        return joined.select("statement", "unit", "days", "of", "rate", "amount", "adjusts")

    def lines_of(self, statement: str, dates: Dates) -> Iterator[Line]:
        """The line of each plain unit in a statement, in the order of `settle`, but that its events are left out."""
        import pyarrow as pa

        services = self._units.services(dates)
        found = [one for one in self.templates if one.statement == statement]
        if services is None or not found:
            return
        months = self._by_month(*services, dates)
        columns: dict[str, list[Any]] = {
            "month": [one.stretch.month for one in found],
            "first_day": [one.stretch.begins for one in found],
            "last_day_in": [one.stretch.ends for one in found],
            "number": list(range(len(found))),
            "adjusts": [one.line.adjusts or "" for one in found],
            "days": [(one.line.days or 0) if one.line.adjusts else 0 for one in found],
        }
        types = {"number": pa.int32(), "adjusts": pa.string(), "days": pa.int32()}
        templates = self._engine.small(columns, types)
        joined = months.join(templates, ["month", "first_day", "last_day_in"])
        ordered = joined.order_by(["adjusts", "unit", "days", "number"])
        # several times as fast as `replace`, of millions of lines
        like = [{field.name: getattr(one.line, field.name) for field in fields(Line)} for one in found]
        for unit, number in self._engine.rows(ordered.select("unit", "number")):
            yield Line(**{**like[number], "unit": unit})


class SafeDays:
    """By when a change has to be known so that no statement that it touches had closed."""

    def __init__(self, terms: Sequence[Terms], dates: Dates) -> None:
        self._charges = [clause for clause in terms if clause.kind == "recurring-charge" and clause.entries]
        self._dates = dates
        self._first = period_of(dates.as_of, "month")
        self._least = {self._first.begins: self._close(self._first)}

    def by(self, day: dt.date) -> dt.date:
        """For a change from `day` on: the first day on which a statement of that month, or a later one, closes."""
        month = day.replace(day=1)
        while self._first.begins > month:
            later = self._least[self._first.begins]
            self._first = period_of(self._first.begins - _DAY, "month")
            self._least[self._first.begins] = min(later, self._close(self._first))
        return self._least.get(month, dt.date.max)

    def holds(self, service: Service) -> bool:
        """Whether every later version of `service` was known before a statement that it changes had closed."""
        for before, after in zip(service.versions, service.versions[1:], strict=False):
            ends = [version.ends for version in (before, after) if version.ends is not None]
            if ends and after.known_on > self.by(min(ends)):
                return False
        return True

    def _close(self, month: Period) -> dt.date:
        found = (closing(clause, month, self._dates).day for clause in self._charges)
        return min(found, default=dt.date.max)


def _stretches(days: DaysInService, last_day: dt.date) -> list[_Stretch]:
    """The stretches of all plain units in the months begun by `last_day`, in order.

    A unit has a stretch in every month of its service, almost all of them of the whole month. So the units are not
    taken month by month: how many were there for the whole of one follows from how many began and ended when.
    """
    if not days.begun:
        return []
    found: list[_Stretch] = []
    begun, ended, short = (
        deque[tuple[Any, int]](sorted(counts.items())) for counts in (days.begun, days.ended, days.short)
    )
    there = 0  # units that began by the first day of the month and had not ended before it
    for month in _months(begun[0][0], last_day):
        first, last = month.begins, month.ends
        there += sum(units for _, units in _taken(begun, first))
        starting, ending = dict(_taken(begun, last)), dict(_taken(ended, last - _DAY))
        for (begins, ends), units in _taken(short, (last, last)):
            found.append(_Stretch(first, begins, ends, units))
            starting[begins] -= units
            ending[ends] -= units
        there -= sum(ending.values())
        found.append(_Stretch(first, first, last, there))
        found.extend(_Stretch(first, day, last, units) for day, units in starting.items())
        found.extend(_Stretch(first, first, day, units) for day, units in ending.items())
        there += sum(starting.values()) - sum(units for _, units in _taken(ended, last))
    return sorted((one for one in found if one.units), key=lambda one: (one.month, one.begins, one.ends))


def _taken(counts: deque[tuple[Any, int]], last: Any) -> Iterator[tuple[Any, int]]:
    """Take from the front of `counts` those up to `last`."""
    while counts and counts[0][0] <= last:
        yield counts.popleft()


def _months(first: dt.date, last: dt.date) -> list[Period]:
    months = [period_of(first, "month")]
    while months[-1].ends < last:
        months.append(period_of(months[-1].ends + _DAY, "month"))
    return months
