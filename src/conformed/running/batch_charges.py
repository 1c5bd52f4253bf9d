"""Charges of many units: units that are in service on the same days of a month have the same line.

So the clause runs once for each stretch of days in a month, and the engine counts the units that have just these.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from conformed.model.statement import Line, Statement
from conformed.running.batch_engine import Engine
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome, Service, ServiceVersion
from conformed.running.issue import issued, sum_of
from conformed.running.periods import Period, period_of
from conformed.running.terms_in_force import Terms

__all__ = ["MARK", "Charges", "SafeDays"]

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


class Charges:
    """The charges of plain units.

    Args:
        services: gives a row for each of them: `unit`, `begins`, `ends`; and the first day on which one begins.
        engine: the engine that holds these rows.
        tell: told what is being done.

    Attributes:
        templates: the lines that were charged, by stretch.
    """

    def __init__(
        self,
        services: Callable[[Dates], tuple[Any, dt.date] | None],
        engine: Engine,
        tell: Callable[[str], None],
    ) -> None:
        self._services = services
        self._engine = engine
        self._tell = tell
        self.templates: list[_Template] = []

    def run(self, kind: ClauseKind, terms: Terms, facts: Facts, dates: Dates) -> Outcome:
        """What `kind`, a charge by unit and month, makes of all units; plain ones are shown by number."""
        self._tell("charging the units")
        stretches = self._stretches(dates)
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

    def _stretches(self, dates: Dates) -> list[_Stretch]:
        """The stretches of all plain units, in order.

        A unit has a line in every month of its service, and almost every one is for the whole month. So the engine
        counts the units by the day on which they begin, by the day on which they end, and those that do both within
        one month; how many are there for the whole of a month follows from these.
        """
        found = self._services(dates)
        if found is None:
            return []
        services, _ = found
        services = services.filter(services.begins <= services.ends)
        begun, ended = self._counted(services, "begins"), self._counted(services, "ends")
        if not begun:
            return []
        short = self._short(services, [day for day, _ in begun])
        stretches: list[_Stretch] = []
        there = 0  # units that began by the first day of the month and have not ended before it
        coming, going, passing = deque(begun), deque(ended), deque(short)
        for month in _months(begun[0][0], dates.as_of):
            first, last = month.begins, month.ends
            while coming and coming[0][0] <= first:
                there += coming.popleft()[1]
            starting = dict(_taken(coming, last))
            ending = dict(_taken(going, last - _DAY))
            for begins, ends, units in _taken(passing, last):
                stretches.append(_Stretch(first, begins, ends, units))
                starting[begins] -= units
                ending[ends] -= units
            stretches.extend(_Stretch(first, day, last, units) for day, units in starting.items())
            stretches.extend(_Stretch(first, first, day, units) for day, units in ending.items())
            there -= sum(ending.values())
            stretches.append(_Stretch(first, first, last, there))
            there += sum(starting.values())
            while going and going[0][0] == last:
                there -= going.popleft()[1]
        stretches = [found for found in stretches if found.units]
        stretches.sort(key=lambda found: (found.month, found.begins, found.ends))
        return stretches

    def _counted(self, services: Any, column: str) -> list[tuple[Any, ...]]:
        """How many services there are for each day of `column`, in order."""
        return _rows(services.group_by(column).aggregate(units=services.count()))

    def _short(self, services: Any, days: Sequence[dt.date]) -> list[tuple[Any, ...]]:
        """How many services begin after the first day of a month and end before the last of it, by these two days."""
        months = [period_of(day, "month") for day in days]
        table = self._engine.small(
            {
                "day": days,
                "first": [month.begins for month in months],
                "last": [month.ends for month in months],
            },
            {},
        )
        joined = services.join(table, services.begins == table.day)
        short = joined.filter((joined.begins > joined["first"]) & (joined.ends < joined["last"]))
        return _rows(short.group_by(["begins", "ends"]).aggregate(units=short.count()))

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
            key = (line.adjusts or "", line.days, line.of, line.rate, line.withheld)
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
                )
            )
        return replace(statement, lines=tuple(lines), amount=sum_of(lines))

    def lines(self, dates: Dates) -> Any | None:
        """A table with the line of each plain unit in each statement; None where there is none."""
        import pyarrow as pa

        services = self._services(dates)
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
        found = [
            issued(clause, month, "charge", (), self._dates, has_base=False).closes
            for clause in self._charges
        ]
        return min((day for day in found if day is not None), default=dt.date.max)


def _rows(table: Any) -> list[tuple[Any, ...]]:
    """The rows of a small table, in order."""
    found = table.to_pyarrow()
    return sorted(zip(*(column.to_pylist() for column in found.columns), strict=True))


def _taken(rows: deque[tuple[Any, ...]], last: dt.date) -> Iterator[tuple[Any, ...]]:
    """Take from the front of `rows` those whose day is not after `last`."""
    while rows and rows[0][0] <= last:
        yield rows.popleft()


def _months(first: dt.date, last: dt.date) -> list[Period]:
    months = [period_of(first, "month")]
    while months[-1].ends < last:
        months.append(period_of(months[-1].ends + _DAY, "month"))
    return months
