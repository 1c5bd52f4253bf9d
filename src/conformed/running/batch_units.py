"""Units, many at a time: those that run alike are settled once, by the clauses themselves.

A unit is *plain* when it was ordered at most once, installed once and disconnected at most once, no notice was given
for it by itself, and all of that was known before any statement that it touches had closed. The term of a plain unit
follows from the day of its installation, and its charge for a month from the days of that month on which it was in
service: so the clauses run once for each day of installation, and once for each stretch of days in a month; the
engine counts the units. Units that are not plain are handed to the clauses with their events, as they are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from conformed.model.event import Event
from conformed.model.statement import Line, Statement, Unit
from conformed.running.batch_events import UNIT_EVENTS, events_of, rows_of
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome, Service, ServiceVersion
from conformed.running.issue import issued, sum_of
from conformed.running.periods import Period, period_of
from conformed.running.terms_in_force import Terms

__all__ = ["Units"]

MARK = "\0"  # begins the names of stretches: no unit's can hold it
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


class Units:
    """The units of a table of events.

    Attributes:
        apart: the events of the units that are not plain.
        templates: the lines of plain units, by stretch.
    """

    def __init__(self, events: Any, keep: Callable[[Any], Any], tell: Callable[[str], None]) -> None:
        self._keep = keep
        self._events = events.filter(events.kind.isin(UNIT_EVENTS))
        self._tell = tell
        self._rows: Any = None
        self._examples: dict[tuple[dt.date, bool], Unit] = {}
        self.apart: dict[str, Event] = {}
        self.others: tuple[Unit, ...] = ()
        self.templates: list[_Template] = []
        self.statuses: dict[str, int] = {}

    # -- stage 1: terms ----------------------------------------------------------------------------------------------

    def run_terms(self, kind: ClauseKind, terms: Terms, facts: Facts, dates: Dates) -> Outcome:
        """What `kind`, a clause of terms, makes of the units that are not plain; the others are classified."""
        self._tell("sorting the units")
        rows = self._keep(self._by_unit())
        everyone = tuple(notice for notice in facts.of("extension-notice") if notice.subject == "*")
        safe = _SafeDays(facts.terms, dates)
        installed = self._installed_days(rows, kind, terms, facts, dates, everyone, safe)
        gone = self._gone_days(rows, everyone, safe)
        own = {notice.subject or "" for notice in facts.of("extension-notice")} - {"*"}
        self._rows = self._keep(_classified(rows, installed, gone, own))
        unusual = self._rows.filter(~self._rows.plain)
        named = unusual.select(subject=unusual.unit)
        apart = tuple(events_of(self._events.semi_join(named, "subject")))
        self.apart = {event.id: event for event in apart}
        full = replace(facts, events={**facts.events, **_by_kind(apart)})
        outcome = kind.run(terms, full, dates)
        self.others = outcome.units or ()
        self._count()
        self._tell(f"{len(self.others)} units have a course of their own: each is taken by itself")
        return outcome

    def _by_unit(self) -> Any:
        """One row per unit."""
        events = self._events
        ordered, installed, gone = (events.kind == name for name in UNIT_EVENTS)
        return events.group_by(unit=events.subject).aggregate(
            orders=events.count(where=ordered),
            installs=events.count(where=installed),
            disconnects=events.count(where=gone),
            ordered_on=events.occurred_on.min(where=ordered),
            installed_on=events.occurred_on.min(where=installed),
            disconnected_on=events.occurred_on.min(where=gone),
            install_known=events.recorded_on.max(where=installed),
            disconnect_known=events.recorded_on.max(where=gone),
            order_id=events.id.min(where=ordered),
            install_id=events.id.min(where=installed),
            disconnect_id=events.id.min(where=gone),
        )

    def _installed_days(
        self,
        rows: Any,
        kind: ClauseKind,
        terms: Terms,
        facts: Facts,
        dates: Dates,
        everyone: tuple[Event, ...],
        safe: _SafeDays,
    ) -> Any:
        """For each day of installation: the last day of the term, with the notices given for all units and without.

        None of the two where the clause has something to report, or a notice became known after a statement that it
        changes had closed: then the units installed on that day are not plain.
        """
        days = sorted(
            day
            for day in rows.select("installed_on").distinct().to_pyarrow()["installed_on"].to_pylist()
            if day
        )
        alone = _examples(kind, terms, facts, dates, days, ())
        heard = _examples(kind, terms, facts, dates, days, everyone) if everyone else alone
        columns: dict[str, list[Any]] = {
            name: []
            for name in ("installed_on", "install_safe", "alone", "alone_ends", "heard", "heard_ends")
        }
        for day in days:
            columns["installed_on"].append(day)
            columns["install_safe"].append(safe.by(day))
            for name, examples in (("alone", alone), ("heard", heard)):
                unit, service = examples.get(day, (None, None))
                good = unit is not None and service is not None and safe.holds(service)
                columns[name].append(good)
                columns[f"{name}_ends"].append(service.versions[-1].ends if service and good else None)
                if unit is not None:
                    self._examples[day, name == "heard"] = unit
        return _table(columns, booleans=("alone", "heard"))

    def _gone_days(self, rows: Any, everyone: tuple[Event, ...], safe: _SafeDays) -> Any:
        """For each day of disconnection: the day before it, and whether no notice for all units had been given."""
        days = sorted(
            day
            for day in rows.select("disconnected_on").distinct().to_pyarrow()["disconnected_on"].to_pylist()
            if day
        )
        first = min((notice.occurred_on for notice in everyone), default=dt.date.max)
        return _table(
            {
                "disconnected_on": days,
                "last_day": [day - _DAY if day > dt.date.min else day for day in days],
                "gone_safe": [safe.by(day) for day in days],
                "unnoticed": [day < first for day in days],
            },
            booleans=("unnoticed",),
        )

    # -- stage 2: charges --------------------------------------------------------------------------------------------

    def run_charge(self, kind: ClauseKind, terms: Terms, facts: Facts, dates: Dates) -> Outcome:
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

    def _services(self, dates: Dates) -> Any:
        rows = self._rows.filter(self._rows.plain & self._rows.installed_on.notnull())
        horizon = period_of(dates.as_of, "month").ends
        return rows.mutate(begins=rows.installed_on, ends=rows.ends.fill_null(horizon))

    def _by_month(self, services: Any, dates: Dates) -> Any | None:
        """Each row of `services` once for every month in which it is in service, with the days of that month."""
        import ibis

        first = services.begins.min().to_pyarrow().as_py()
        if first is None:
            return None
        months = _months(first, dates.as_of)
        table = _table(
            {"month": [month.begins for month in months], "month_ends": [month.ends for month in months]}
        )
        joined = services.join(table, [services.begins <= table.month_ends, services.ends >= table.month])
        return joined.mutate(
            first_day=ibis.greatest(joined.begins, joined.month),
            last_day_in=ibis.least(joined.ends, joined.month_ends),
        )

    def _stretches(self, dates: Dates) -> list[_Stretch]:
        services = self._services(dates)
        pairs = services.group_by(["begins", "ends"]).aggregate(units=services.count())
        months = self._by_month(pairs, dates)
        if months is None:
            return []
        keys = ["month", "first_day", "last_day_in"]
        counted = months.group_by(keys).aggregate(units=months.units.sum()).order_by(keys).to_pyarrow()
        return [
            _Stretch(*row) for row in zip(*(column.to_pylist() for column in counted.columns), strict=True)
        ]

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
            lines.append(replace(line, unit=f"{units} units", amount=amount, formula=formula, events=()))
        return replace(statement, lines=tuple(lines), amount=sum_of(lines))

    # -- what is read afterwards -------------------------------------------------------------------------------------

    def charge_lines(self, dates: Dates) -> Any | None:
        """A table with the line of each plain unit in each statement; None where there is none."""
        import ibis
        import pyarrow as pa

        months = self._by_month(self._services(dates), dates)
        if months is None:
            return None
        days, text = pa.date32(), pa.string()
        found = self.templates
        templates = ibis.memtable(
            pa.table(
                {
                    "month": pa.array([one.stretch.month for one in found], days),
                    "first_day": pa.array([one.stretch.begins for one in found], days),
                    "last_day_in": pa.array([one.stretch.ends for one in found], days),
                    "statement": pa.array([one.statement for one in found], text),
                    "days": pa.array([one.line.days for one in found], pa.int32()),
                    "of": pa.array([one.line.of for one in found], pa.int32()),
                    "rate": pa.array([one.line.rate for one in found], pa.decimal128(18, 6)),
                    "amount": pa.array([one.line.amount for one in found], pa.decimal128(18, 2)),
                    "adjusts": pa.array([one.line.adjusts for one in found], text),
                }
            )
        )
        joined = months.join(templates, ["month", "first_day", "last_day_in"])
        return joined.select("statement", "unit", "days", "of", "rate", "amount", "adjusts", "install_id")

    def units(self) -> Iterator[Unit]:
        """Every plain unit, by id."""
        rows = self._rows.filter(self._rows.plain).order_by("unit")
        columns = (
            "unit",
            "ordered_on",
            "installed_on",
            "disconnected_on",
            "order_id",
            "install_id",
            "disconnect_id",
        )
        for row in rows_of(rows.select(*columns)):
            yield self._unit(*row)

    def _unit(
        self,
        id: str,
        ordered_on: dt.date | None,
        installed_on: dt.date | None,
        disconnected_on: dt.date | None,
        order_id: str | None,
        install_id: str | None,
        disconnect_id: str | None,
    ) -> Unit:
        own = [order_id] if order_id else []
        if installed_on is None:
            nothing = (None,) * 7
            return Unit(id, ordered_on, *nothing, "ordered", events=tuple(own))
        example = self._examples[installed_on, disconnected_on is None]
        own.extend([install_id or "", *example.events[1:]])
        if disconnect_id:
            own.append(disconnect_id)
        return replace(
            example,
            id=id,
            ordered_on=ordered_on,
            disconnected_on=disconnected_on,
            status="disconnected" if disconnected_on else example.status,
            events=tuple(own),
        )

    def _count(self) -> None:
        """How many units have each status."""
        rows = self._rows.filter(self._rows.plain)
        grouped = rows.group_by(["installed_on", rows.disconnected_on.notnull().name("gone")])
        found = grouped.aggregate(units=rows.count()).to_pyarrow().to_pylist()
        statuses = {unit.status: 0 for unit in self.others}
        for unit in self.others:
            statuses[unit.status] += 1
        for row in found:
            day = row["installed_on"]
            status = (
                "ordered"
                if day is None
                else "disconnected"
                if row["gone"]
                else self._examples[day, True].status
            )
            statuses[status] = statuses.get(status, 0) + row["units"]
        self.statuses = dict(sorted(statuses.items()))


class _SafeDays:
    """By when a change has to be known so that no statement that it touches had closed."""

    def __init__(self, terms: Sequence[Terms], dates: Dates) -> None:
        self._charges = [clause for clause in terms if clause.kind == "recurring-charge" and clause.entries]
        self._dates = dates
        self._first = period_of(dates.as_of, "month")
        self._least = {self._first.begins: self._close(self._first)}

    def by(self, day: dt.date) -> dt.date:
        """For a change from `day` on: the first day on which a statement of that month, or a later one, closes."""
        month = period_of(day, "month").begins
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


def _classified(rows: Any, installed: Any, gone: Any, own: set[str]) -> Any:
    """The units with the last day in service, and whether they are plain."""
    import ibis
    import pyarrow as pa

    rows = rows.left_join(installed, "installed_on").drop("installed_on_right")
    rows = rows.left_join(gone, "disconnected_on").drop("disconnected_on_right")
    stays = rows.disconnected_on.isnull()
    in_service = (
        (rows.installs == 1)
        & (rows.install_known <= rows.install_safe)
        & ibis.ifelse(
            stays,
            rows.heard,
            rows.alone
            & rows.unnoticed
            & (rows.disconnected_on > rows.installed_on)
            & (ibis.greatest(rows.install_known, rows.disconnect_known) <= rows.gone_safe),
        )
    )
    ordered = (rows.installs == 0) & (rows.disconnects == 0)
    plain = (rows.orders <= 1) & (rows.disconnects <= 1) & (in_service.fill_null(False) | ordered)
    if own:
        named = ibis.memtable(pa.table({"named": pa.array(sorted(own), pa.string())}))
        rows = rows.mutate(plain=plain)
        rows = rows.left_join(named, rows.unit == named.named)
        plain = rows.plain & rows.named.isnull()
    ends = ibis.ifelse(
        stays, rows.heard_ends, ibis.least(rows.alone_ends.fill_null(dt.date.max), rows.last_day)
    )
    return rows.select(
        "unit",
        "ordered_on",
        "installed_on",
        "disconnected_on",
        "order_id",
        "install_id",
        "disconnect_id",
        ends=ends,
        plain=plain.fill_null(False),
    )


def _examples(
    kind: ClauseKind,
    terms: Terms,
    facts: Facts,
    dates: Dates,
    days: Sequence[dt.date],
    everyone: tuple[Event, ...],
) -> dict[dt.date, tuple[Unit, Service]]:
    """A unit installed on each of `days`, as the clause runs it; those that it reports something of are left out."""
    installed = [
        Event(
            f"{MARK}{day}",
            "unit-installed",
            day,
            dt.datetime.combine(day, dt.time(), dt.UTC),
            day.isoformat(),
        )
        for day in days
    ]
    kinds = {**_by_kind(installed), "extension-notice": everyone}
    outcome = kind.run(terms, replace(facts, events={**facts.events, **kinds}), dates)
    if outcome.problems and len(days) > 1:
        return {
            day: found
            for one in days
            for day, found in _examples(kind, terms, facts, dates, [one], everyone).items()
        }
    if outcome.problems:
        return {}
    services = {service.unit: service for service in outcome.services or ()}
    return {
        dt.date.fromisoformat(unit.id): (unit, services[unit.id])
        for unit in outcome.units or ()
        if unit.id in services
    }


def _by_kind(events: Sequence[Event]) -> Mapping[str, tuple[Event, ...]]:
    ordered = sorted(events, key=lambda event: event.order)
    return {name: tuple(event for event in ordered if event.kind == name) for name in UNIT_EVENTS}


def _months(first: dt.date, last: dt.date) -> list[Period]:
    months = [period_of(first, "month")]
    while months[-1].ends < last:
        months.append(period_of(months[-1].ends + _DAY, "month"))
    return months


def _table(columns: Mapping[str, Sequence[Any]], *, booleans: Sequence[str] = ()) -> Any:
    """A small table for the engine; every column holds days but those named."""
    import ibis
    import pyarrow as pa

    types = {name: pa.bool_() if name in booleans else pa.date32() for name in columns}
    return ibis.memtable(pa.table({name: pa.array(found, types[name]) for name, found in columns.items()}))
