"""Units, many at a time: those that run alike are settled once, by the clauses themselves.

A unit is *plain* when it was ordered at most once, installed once and disconnected at most once, no notice was given
for it by itself, and all of that was known before any statement that it touches had closed. The term of a plain unit
follows from the day of its installation: so the clause runs once for each day of installation. Units that are not
plain are handed to the clauses with their events, as they are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from conformed.model.event import Event
from conformed.model.statement import Unit
from conformed.running.batch_charges import MARK, DaysInService, SafeDays
from conformed.running.batch_engine import Engine
from conformed.running.batch_events import UNIT_EVENTS, events_of
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome, Service
from conformed.running.periods import period_of
from conformed.running.terms_in_force import Terms

__all__ = ["Units"]

_DAY = dt.timedelta(days=1)
WITHHELD = "withheld"


class Units:
    """The units of a table of events.

    Attributes:
        apart: the events of the units that are not plain.
        others: these units.
        statuses: how many units have each status; `withheld` are those of which a seal decides it.
        heard: the notices for all units that moved the term of a plain one.
    """

    def __init__(self, events: Any, engine: Engine, tell: Callable[[str], None]) -> None:
        self._engine = engine
        self._events = events.filter(events.kind.isin(UNIT_EVENTS))
        self._tell = tell
        self._rows: Any = None
        self._counted: list[dict[str, Any]] = []
        self._examples: dict[tuple[dt.date, bool], Unit] = {}
        self.apart: dict[str, Event] = {}
        self.others: tuple[Unit, ...] = ()
        self.statuses: dict[str, int] = {}
        self.heard: set[str] = set()

    def run_terms(self, kind: ClauseKind, terms: Terms, facts: Facts, dates: Dates) -> Outcome:
        """What `kind`, a clause of terms, makes of the units that are not plain; the others are classified."""
        import pyarrow as pa

        self._tell("sorting the units")
        installed_on, gone_on = self._days()
        everyone = tuple(notice for notice in facts.of("extension-notice") if notice.subject == "*")
        safe = SafeDays(facts.terms, dates)
        installed = self._installed_days(installed_on, kind, terms, facts, dates, everyone, safe)
        gone = self._gone_days(gone_on, everyone, safe)
        noticed = {notice.subject or "" for notice in facts.of("extension-notice")} - {"*"}
        own = self._engine.small({"named": sorted(noticed)}, {"named": pa.string()}) if noticed else None
        self._rows = self._engine.keep(_classified(self._by_unit(), installed, gone, own))
        self._counted = self._count()
        apart: tuple[Event, ...] = ()
        if any(not row["plain"] for row in self._counted):
            unusual = self._rows.filter(~self._rows.plain)
            named = unusual.select(subject=unusual.unit)
            apart = tuple(events_of(self._events.semi_join(named, "subject"), self._engine))
        self.apart = {event.id: event for event in apart}
        full = replace(facts, events={**facts.events, **_by_kind(apart)})
        outcome = kind.run(terms, full, dates)
        self.others = outcome.units or ()
        self.statuses = self._statuses()
        self._tell(f"{len(self.others)} units have a course of their own: each is taken by itself")
        return outcome

    def _days(self) -> tuple[list[dt.date], list[dt.date]]:
        """The days on which a unit was installed, and those on which one was disconnected."""
        found = self._events.select("kind", "occurred_on").distinct().to_pyarrow().to_pydict()
        days: dict[str, list[dt.date]] = {name: [] for name in UNIT_EVENTS}
        for name, day in zip(found["kind"], found["occurred_on"], strict=True):
            days[name].append(day)
        return sorted(days["unit-installed"]), sorted(days["unit-disconnected"])

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
        )

    def with_ids(self, rows: Any, kinds: Mapping[str, str]) -> Any:
        """`rows`, which have a column `unit`, with the ids of the events of these kinds, each under the name given.

        The ids are looked up only where they are asked for: nothing is settled by them.
        """
        events = self._events
        ids = events.group_by(unit=events.subject).aggregate(
            **{name: events.id.min(where=events.kind == kind) for kind, name in kinds.items()}
        )
        return rows.join(ids, "unit")

    def _installed_days(
        self,
        days: Sequence[dt.date],
        kind: ClauseKind,
        terms: Terms,
        facts: Facts,
        dates: Dates,
        everyone: tuple[Event, ...],
        safe: SafeDays,
    ) -> Any:
        """For each day of installation: the last day of the term, with the notices given for all units and without.

        None of the two where the clause has something to report, a seal decides the last day, or a notice became known
        after a statement that it changes had closed: then the units installed on that day are not plain.
        """
        import pyarrow as pa

        alone = _examples(kind, terms, facts, dates, days, ())
        heard = _examples(kind, terms, facts, dates, days, everyone) if everyone else alone
        columns: dict[str, list[Any]] = {
            name: []
            for name in (
                "install_day",
                "month_begins",
                "month_ends",
                "install_safe",
                "alone",
                "alone_ends",
                "heard",
                "heard_ends",
            )
        }
        for day in days:
            month = period_of(day, "month")
            columns["install_day"].append(day)
            columns["month_begins"].append(month.begins)
            columns["month_ends"].append(month.ends)
            columns["install_safe"].append(safe.by(day))
            for name, examples in (("alone", alone), ("heard", heard)):
                unit, service = examples.get(day, (None, None))
                ends = service.versions[-1].ends if service else None
                good = service is not None and (ends is None or ends >= day) and safe.holds(service)
                if service is not None and service.versions[-1].withheld:
                    good = False  # what a seal decides differs from unit to unit
                columns[name].append(good)
                columns[f"{name}_ends"].append(ends if good else None)
                if unit is not None:
                    self._examples[day, name == "heard"] = unit
        return self._engine.small(columns, dict.fromkeys(("alone", "heard"), pa.bool_()))

    def _gone_days(self, days: Sequence[dt.date], everyone: tuple[Event, ...], safe: SafeDays) -> Any:
        """For each day of disconnection: the day before it, and whether no notice for all units had been given."""
        import pyarrow as pa

        first = min((notice.occurred_on for notice in everyone), default=dt.date.max)
        return self._engine.small(
            {
                "gone_day": days,
                "last_day": [day - _DAY if day > dt.date.min else day for day in days],
                "gone_safe": [safe.by(day) for day in days],
                "unnoticed": [day < first for day in days],
            },
            {"unnoticed": pa.bool_()},
        )

    def services(self, dates: Dates) -> tuple[Any, dt.date] | None:
        """A row for each plain unit that was installed: the days on which its service `begins` and `ends`.

        And the first day on which one began; None where there are none.
        """
        days = [row["installed_on"] for row in self._counted if row["plain"] and row["installed_on"]]
        if not days:
            return None
        rows = self._rows.filter(self._rows.plain & self._rows.installed_on.notnull())
        horizon = period_of(dates.as_of, "month").ends
        found = rows.select("unit", begins=rows.installed_on, ends=rows.ends.fill_null(horizon))
        return found, min(days)

    def days_in_service(self, dates: Dates) -> DaysInService:
        """How many plain units were in service from when to when."""
        begun: dict[dt.date, int] = {}
        for row in self._counted:
            if row["plain"] and row["installed_on"]:
                begun[row["installed_on"]] = begun.get(row["installed_on"], 0) + row["units"]
        rows = self._rows.filter(self._rows.plain & self._rows.ends.notnull())
        grouped = rows.group_by(["ends", "begins_within"]).aggregate(units=rows.count()).to_pyarrow()
        ended: dict[dt.date, int] = {}
        short: dict[tuple[dt.date, dt.date], int] = {}
        for ends, begins, units in zip(*(column.to_pylist() for column in grouped.columns), strict=True):
            ended[ends] = ended.get(ends, 0) + units
            if begins is not None:
                short[begins, ends] = units
        return DaysInService(begun, ended, short)

    def table(self) -> Any:
        """A row for each plain unit, with the days of its term and for notice, its status and its flags."""
        import ibis
        import pyarrow as pa

        days = ("term_ends_on", "notice_safe_on", "notice_due_on", "notice_last_on")
        columns: dict[str, list[Any]] = {
            "install_day": [day for day, _ in self._examples],
            "stays": [stays for _, stays in self._examples],
            **{name: [getattr(unit, name) for unit in self._examples.values()] for name in days},
            "course": [unit.status for unit in self._examples.values()],
            "flags": [" ".join(unit.flags) for unit in self._examples.values()],
            "flags_withheld": [" ".join(unit.flags_withheld) for unit in self._examples.values()],
            "withheld": [" ".join(unit.withheld) for unit in self._examples.values()],
        }
        text = dict.fromkeys(("course", "flags", "flags_withheld", "withheld"), pa.string())
        types = {"stays": pa.bool_(), **text}
        examples = self._engine.small(columns, types)
        rows = self._rows.filter(self._rows.plain)
        rows = rows.left_join(
            examples,
            [
                rows.installed_on == examples.install_day,
                rows.disconnected_on.isnull() == examples.stays,
            ],
        )
        gone, never = rows.disconnected_on.notnull(), rows.installed_on.isnull()
        status = ibis.cases((gone, "disconnected"), (never, "ordered"), else_=rows.course)
        of_unit = ("unit", "ordered_on", "installed_on", "disconnected_on")
        return rows.select(*of_unit, *days, "flags", "flags_withheld", "withheld", status=status)

    def units(self) -> Iterator[Unit]:
        """Every plain unit, by id."""
        kinds = dict(zip(UNIT_EVENTS, ("order_id", "install_id", "disconnect_id"), strict=True))
        rows = self.with_ids(self._rows.filter(self._rows.plain), kinds).order_by("unit")
        columns = (
            "unit",
            "ordered_on",
            "installed_on",
            "disconnected_on",
            "order_id",
            "install_id",
            "disconnect_id",
        )
        for row in self._engine.rows(rows.select(*columns)):
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

    def _count(self) -> list[dict[str, Any]]:
        """How many units were installed on each day, whether they are plain, and whether they are gone."""
        rows = self._rows
        grouped = rows.group_by(["plain", "installed_on", rows.disconnected_on.notnull().name("gone")])
        found: list[dict[str, Any]] = grouped.aggregate(units=rows.count()).to_pyarrow().to_pylist()
        return found

    def _statuses(self) -> dict[str, int]:
        """How many units have each status."""
        statuses: dict[str, int] = {}
        for unit in self.others:
            statuses[unit.status or WITHHELD] = statuses.get(unit.status or WITHHELD, 0) + 1
        for row in self._counted:
            if not row["plain"]:
                continue
            day = row["installed_on"]
            status = (
                "ordered"
                if day is None
                else "disconnected"
                if row["gone"]
                else self._examples[day, True].status or WITHHELD
            )
            statuses[status] = statuses.get(status, 0) + row["units"]
            if day is not None and not row["gone"]:
                self.heard.update(self._examples[day, True].events[1:])
        return dict(sorted(statuses.items()))


def _classified(rows: Any, installed: Any, gone: Any, own: Any | None) -> Any:
    """The units with the last day in service, and whether they are plain.

    `begins_within` is the day of installation of those that were in service neither on the first day of a month nor on
    its last.
    """
    import ibis

    rows = rows.left_join(installed, rows.installed_on == installed.install_day).left_join(
        gone, rows.disconnected_on == gone.gone_day
    )
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
    if own is not None:
        rows = rows.mutate(plain=plain)
        rows = rows.left_join(own, rows.unit == own.named)
        plain = rows.plain & rows.named.isnull()
    ends = ibis.ifelse(
        stays, rows.heard_ends, ibis.least(rows.alone_ends.fill_null(dt.date.max), rows.last_day)
    )
    within = (rows.installed_on > rows.month_begins) & (ends < rows.month_ends)
    return rows.select(
        "unit",
        "ordered_on",
        "installed_on",
        "disconnected_on",
        ends=ends,
        begins_within=ibis.ifelse(within, rows.installed_on, ibis.null()),
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
