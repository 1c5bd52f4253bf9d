"""The term of each unit: so many months after it was installed, continued where its option is exercised in time.

An amendment that changes the months changes them for units already installed too, unless the entry says
`applies = "new"`; it never brings a term back to life that had ended before it.
Where a seal keeps the months, or the notice that an option needs, the term's end is withheld, with the earliest and the
latest day that it may be.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from conformed.model.event import Event
from conformed.model.problem import Problem, problem
from conformed.model.statement import Unit
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome, Service, ServiceVersion
from conformed.running.clauses.unit_course import Course, Rule, Rules
from conformed.running.clauses.unit_standing import deadline_of, flags_of, status_of
from conformed.running.issue import seals
from conformed.running.terms_in_force import Entry, Terms

__all__ = ["UNIT_TERM"]

_DAY = dt.timedelta(days=1)
_SHOWN = 5


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """Every unit with its term and its status, and when it was in service."""
    rules = Rules(terms, dates, facts.parties)
    reported: dict[tuple[str, str, str], tuple[Event, list[str]]] = {}

    def report(code: str, notice: Event, unit: str, cause: str) -> None:
        reported.setdefault((code, notice.id, cause), (notice, []))[1].append(unit)

    notices: dict[str, list[Event]] = {}
    for notice in facts.of("extension-notice"):
        notices.setdefault(notice.subject or "", []).append(notice)
    everyone = notices.pop("*", [])
    units: list[Unit] = []
    services: list[Service] = []
    for id, ordered, stays in _stays(facts):
        unit = _not_installed(id, ordered)
        events = [ordered.id] if ordered else []
        own = notices.get(id, [])
        heard: set[str] = set()
        for index, (installed, disconnected) in enumerate(stays):
            until = stays[index + 1][0].occurred_on if index + 1 < len(stays) else dt.date.max
            last = disconnected.occurred_on if disconnected else dt.date.max
            mine = [
                notice for notice in (*own, *everyone) if installed.occurred_on <= notice.occurred_on <= last
            ]
            heard.update(notice.id for notice in mine)
            course = rules.course(id, installed.occurred_on, mine, report)
            events.append(installed.id)
            events.extend(notice.id for notice in course.accepted)
            if disconnected:
                events.append(disconnected.id)
            unit = _unit(unit, installed, disconnected, course, rules, facts, dates)
            known = [
                notice for notice in (*own, *everyone) if installed.occurred_on <= notice.occurred_on < until
            ]
            services.append(_service(id, installed, disconnected, known, rules))
        for notice in own:
            if notice.id not in heard:
                report("unfit-notice", notice, id, f"it was not in service on {notice.occurred_on}")
        units.append(replace(unit, events=tuple(events)))
    problems = [
        _problem(code, notice, about, cause) for (code, _, cause), (notice, about) in reported.items()
    ]
    problems.sort(key=lambda found: (found.where or "", found.code, found.message))
    return Outcome(units=tuple(units), services=tuple(services), problems=tuple(problems))


def _not_installed(id: str, ordered: Event | None) -> Unit:
    on = ordered.occurred_on if ordered else None
    return Unit(id, on, None, None, None, None, None, None, None, "ordered")


def _problem(code: str, notice: Event, about: list[str], cause: str) -> Problem:
    units = ", ".join(about[:_SHOWN]) + (f" and {len(about) - _SHOWN} more" if len(about) > _SHOWN else "")
    return problem(
        code,
        line=notice.line,
        where=notice.id,
        notice=notice.id,
        units=units,
        on=notice.occurred_on,
        cause=cause,
    )


def _stays(facts: Facts) -> list[tuple[str, Event | None, list[tuple[Event, Event | None]]]]:
    """Each unit, by id, with its order and its stays in service: installation and disconnection."""
    ordered: dict[str, Event] = {}
    stays: dict[str, list[tuple[Event, Event | None]]] = {}
    for event in facts.of("unit-ordered", "unit-installed", "unit-disconnected"):
        unit = event.subject or ""
        if event.kind == "unit-ordered":
            ordered.setdefault(unit, event)
            stays.setdefault(unit, [])
        elif event.kind == "unit-installed":
            stays.setdefault(unit, []).append((event, None))
        elif stays.get(unit) and stays[unit][-1][1] is None:
            stays[unit][-1] = (stays[unit][-1][0], event)
    return [(unit, ordered.get(unit), stays[unit]) for unit in sorted(stays)]


def _unit(
    unit: Unit,
    installed: Event,
    disconnected: Event | None,
    course: Course,
    rules: Rules,
    facts: Facts,
    dates: Dates,
) -> Unit:
    deadline = deadline_of(course, rules)
    flags = flags_of(course, facts.agreement_term)
    return Unit(
        unit.id,
        unit.ordered_on,
        installed.occurred_on,
        disconnected.occurred_on if disconnected else None,
        course.initial,
        course.ends,
        deadline.safe if deadline else None,
        deadline.due if deadline else None,
        deadline.last if deadline else None,
        "disconnected" if disconnected else status_of(course, rules, dates),
        flags.held,
        seals(course.rule.withheld if course.rule else (), course.seals, flags.seals),
        months=course.rule.months.whole if course.rule else None,
        effective=course.rule.effective if course.rule else None,
        flags_withheld=flags.withheld,
    )


def _service(
    unit: str, installed: Event, disconnected: Event | None, notices: Sequence[Event], rules: Rules
) -> Service:
    """When the unit was in service, by what was known when.

    What was known on a day is worked out from what was recorded by then alone, so that nothing recorded later can
    change a statement that had closed.
    """
    begins = installed.occurred_on
    versions = [
        ServiceVersion(
            day,
            begins,
            then.latest if then.seals else then.ends,
            (installed.id, *(notice.id for notice in then.accepted)),
            then.sure if then.seals else None,
            then.seals,
        )
        for day, then in _learnt(unit, installed, notices, rules)
    ]
    if disconnected is not None:
        day = max(versions[0].known_on, disconnected.recorded_on)
        last = disconnected.occurred_on - _DAY
        kept = [version for version in versions if version.known_on < day]
        previous = replace(versions[len(kept) - 1 if kept else 0], known_on=day)
        for version in (previous, *versions[len(kept) :]):
            ends = last if version.ends is None else min(version.ends, last)
            events = (*version.events, disconnected.id)
            sure = version.sure_until is not None and version.sure_until >= ends
            if sure:
                version = replace(version, sure_until=None, withheld=())
            kept.append(replace(version, ends=ends, events=events))
        versions = kept
    return Service(unit, tuple(versions))


def _learnt(
    unit: str, installed: Event, notices: Sequence[Event], rules: Rules
) -> Iterator[tuple[dt.date, Course]]:
    """The unit's course as known when its installation was, then on each later day that may have changed it.

    A notice that is not accepted changes nothing, so one that becomes known is tried against those accepted so far;
    only where it is accepted must all that were heard before be taken again.
    """
    begins, known_on = installed.occurred_on, installed.recorded_on

    def course(heard: Iterable[Event], day: dt.date) -> Course:
        return rules.course(unit, begins, heard, _unreported, known_on=day)

    by_day: dict[dt.date, list[Event]] = {
        day: [] for day in (known_on, *rules.agreed_late) if day >= known_on
    }
    for notice in notices:
        by_day.setdefault(max(known_on, notice.recorded_on), []).append(notice)
    heard: list[Event] = by_day.pop(known_on)
    now = course(heard, known_on)
    yield known_on, now
    for day in sorted(by_day):
        changed = day in rules.agreed_late
        for notice in sorted(by_day[day], key=lambda notice: notice.order):
            heard.append(notice)
            spent = now.accepted[rules.most_times - 1 :] if now.accepted else []
            if now.seals:
                changed = True
            elif not changed and not (spent and notice.order > spent[-1].order):
                then = course([*now.accepted, notice], day)
                changed = notice in then.accepted or bool(then.seals)
        if changed:
            now = course(heard, day)
            yield day, now


def _unreported(code: str, notice: Event, unit: str, cause: str) -> None:
    """What was reported once is not reported again."""


def check(entry: Entry) -> None:
    """Read every value of the entry."""
    Rule.of(entry)


UNIT_TERM = ClauseKind("unit-term", run, needs=("months",), takes=("option", "applies"), stage=1, check=check)
