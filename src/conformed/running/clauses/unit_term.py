"""The term of each unit: so many months after it was installed, continued where its option is exercised in time.

An amendment that changes the months changes them for units already installed too, unless the entry says
`applies = "new"`; it never brings a term back to life that had ended before it.
Where a seal keeps the months, or the notice that an option needs, the term's end is withheld, with the earliest and the
latest day that it may be.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from conformed.model.event import Event
from conformed.model.problem import Problem, problem
from conformed.model.statement import Unit
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome, Service, ServiceVersion
from conformed.running.daycount import Deadline, Law, add_months, month_end_sensitive
from conformed.running.issue import seals
from conformed.running.parties import Parties
from conformed.running.terms_in_force import Entry, Terms, Value

__all__ = ["NOTICE_WINDOW", "UNIT_TERM"]

NOTICE_WINDOW = 30  # days before the last day for notice
_OPTION = ("holder", "notice_days", "notice_months", "times")
_DAY = dt.timedelta(days=1)
_SHOWN = 5

Report = Callable[[str, Event, str, str], None]


@dataclass(frozen=True, slots=True)
class _Rule:
    """An entry of the clause, its numbers read once."""

    effective: dt.date | None
    months: Value
    option: bool
    holder: str
    notice_days: Value | None
    notice_months: Value | None
    times: int
    only_new: bool
    agreed: dt.date | None

    @classmethod
    def of(cls, entry: Entry) -> _Rule:
        option: Mapping[str, object] = entry.table("option", _OPTION) if entry.has("option") else {}
        if option and ("notice_days" in option) == ("notice_months" in option):
            entry.fail("option", "either notice_days or notice_months in it")
        times = option.get("times", 1)
        if not isinstance(times, int) or isinstance(times, bool) or times < 1:
            entry.fail("option", "times as a whole number of at least 1")
        return cls(
            entry.effective,
            entry.months("months"),
            bool(option),
            str(option.get("holder", "")),
            entry.days("notice_days", within=option) if "notice_days" in option else None,
            entry.months("notice_months", within=option) if "notice_months" in option else None,
            times,
            entry.text("applies", "all", among=("all", "new")) == "new",
            entry.agreed,
        )

    def due(self, ends: dt.date, law: Law) -> dt.date | None:
        """The day by which notice is to be given for a term that ends on `ends`, by plain counting."""
        if self.notice_days is not None and self.notice_days.whole is not None:
            return law.days_before(ends, self.notice_days.whole)
        if self.notice_months is not None and self.notice_months.whole is not None:
            return add_months(ends, -self.notice_months.whole)
        return None

    @property
    def withheld(self) -> tuple[str, ...]:
        values = (self.months, self.notice_days, self.notice_months)
        return tuple(seal for value in values if value is not None for seal in value.withheld)


@dataclass(slots=True)
class _Course:
    """How one unit's term runs.

    Attributes:
        ends: its last day; None while it is not known.
        sure: while `seals` decide the end, the earliest day that it may be.
        latest: and the latest; None: there is none.
        doubted: whether a seal decides if a notice was accepted.
    """

    initial: dt.date | None = None
    ends: dt.date | None = None
    rule: _Rule | None = None
    sensitive: bool = False
    accepted: list[Event] = field(default_factory=list)
    notice_for: dt.date | None = None
    sure: dt.date = dt.date.min
    latest: dt.date | None = None
    seals: tuple[str, ...] = ()
    doubted: bool = False


class _Terms:
    """The clause's rules, with the questions that every unit asks of them."""

    def __init__(self, terms: Terms, dates: Dates, parties: Parties) -> None:
        self.rules = [
            _Rule.of(entry) for entry in terms.entries if (entry.effective or dt.date.min) <= dates.as_of
        ]
        self.agreed_late = tuple(terms.agreed_after(dt.date.min))
        self.most_times = max((rule.times for rule in self.rules), default=0)
        self.any_option = any(rule.option for rule in self.rules)
        self.law = dates.law
        self.parties = parties
        self._deadlines: dict[dt.date, Deadline] = {}

    def deadline(self, due: dt.date) -> Deadline:
        if due not in self._deadlines:
            self._deadlines[due] = self.law.deadline(due)
        return self._deadlines[due]

    def course(
        self,
        unit: str,
        installed_on: dt.date,
        notices: Iterable[Event],
        report: Report,
        *,
        known_on: dt.date | None = None,
    ) -> _Course:
        """The unit's term with the changes of the clause and the notices taken in the order of their days.

        Rules agreed after `known_on` are left out.
        """
        course = _Course()
        steps: list[tuple[dt.date, int, _Rule | Event]] = []
        for rule in self.rules:
            late = rule.agreed is not None and rule.agreed != rule.effective
            if late and known_on is not None and (rule.agreed or known_on) > known_on:
                continue
            if rule.effective is None or rule.effective <= installed_on:
                course.rule = rule
            elif not rule.only_new or course.rule is None:
                steps.append((rule.effective, 0, rule))
        if course.rule is not None:
            self._apply(course, course.rule, installed_on, installed_on)
        steps.extend((notice.occurred_on, 1, notice) for notice in notices)
        for day, _, step in sorted(steps, key=_step_order):
            if isinstance(step, _Rule):
                last = course.latest if course.seals else course.ends
                if last is None or day <= last:
                    self._apply(course, step, installed_on, day)
            else:
                self._exercise(course, unit, step, report)
        return course

    def _apply(self, course: _Course, rule: _Rule, installed_on: dt.date, day: dt.date) -> None:
        course.rule = rule
        # A term cannot have ended before the amendment that shortens it.
        months = rule.months.whole
        initial = None if months is None else max(add_months(installed_on, months), day)
        course.sensitive = months is not None and month_end_sensitive(installed_on, months)
        course.initial = initial
        if course.seals and course.sure < day:
            # It may have ended before that day, and then it is over.
            course.initial = course.notice_for = None
            course.sensitive = False
            course.seals = seals(course.seals, rule.months.withheld)
            course.latest = None if initial is None or course.latest is None else max(course.latest, initial)
            return
        if initial is None:
            before = course.ends or course.sure
            course.sure = max(day, before) if course.accepted else day
            course.ends = course.latest = None
            course.seals = seals(course.seals, rule.months.withheld)
            if not course.accepted:
                course.notice_for = None
            return
        if course.seals and (course.accepted or course.doubted):
            course.sure = max(course.sure, initial) if course.accepted else initial
            course.latest = None if course.latest is None else max(course.latest, initial)
            return
        course.seals = ()
        if not course.accepted:
            course.ends = course.notice_for = initial
        elif course.ends is not None:
            course.ends = max(course.ends, initial)

    def _exercise(self, course: _Course, unit: str, notice: Event, report: Report) -> None:
        """Take a notice to continue: it moves the end, or is reported and moves nothing."""
        new_end = dt.date.fromisoformat(notice.reference or "")
        ends, rule, everyone = course.ends, course.rule, notice.subject == "*"
        if ends is None or rule is None:
            if course.seals:
                report("notice-withheld", notice, unit, ", ".join(course.seals))
            else:
                report("unfit-notice", notice, unit, "its term is not known")
            if course.seals and self.any_option:
                self._doubt(course, new_end)
            return
        if not rule.option:
            report("unfit-notice", notice, unit, "there is no option to continue it")
            return
        due = rule.due(ends, self.law)
        if due is None:
            report("notice-withheld", notice, unit, ", ".join(rule.withheld))
            spent = len(course.accepted) >= rule.times
            # With no day's notice at all, this is the last day for it.
            too_late = notice.occurred_on > self.deadline(ends).last
            if not (spent or too_late or new_end <= ends) and self._may(rule.holder, notice.counterparty):
                course.sure = course.latest = ends
                course.seals = rule.withheld
                course.ends = course.notice_for = None
                self._doubt(course, new_end)
            return
        deadline = self.deadline(due)
        if everyone and notice.occurred_on > ends:
            return
        if len(course.accepted) >= rule.times:
            report("unfit-notice", notice, unit, f"the option was exercised by {course.accepted[-1].id}")
        elif not self._may(rule.holder, notice.counterparty):
            who = notice.counterparty or "nobody named"
            report(
                "unfit-notice", notice, unit, f"the option is the {rule.holder}'s, and it was given by {who}"
            )
        elif notice.occurred_on > deadline.last:
            report("late-notice", notice, unit, f"{deadline.last}")
        elif new_end <= ends:
            report("unfit-notice", notice, unit, f"the new end {new_end} is not after {ends}")
        else:
            if notice.occurred_on > deadline.due:
                report("relies-on-extension", notice, unit, f"{deadline.due}")
            course.ends = new_end
            course.accepted.append(notice)
            if len(course.accepted) < rule.times:
                course.notice_for = new_end

    def _doubt(self, course: _Course, new_end: dt.date) -> None:
        """Whether a notice moved the end cannot be told."""
        course.doubted = True
        course.latest = None if course.latest is None else max(course.latest, new_end)

    def _may(self, holder: str, who: str | None) -> bool:
        if holder == "either" or who == holder:
            return True
        if not self.parties.names:
            return bool(who)
        return self.parties.role(who) == holder


def _step_order(step: tuple[dt.date, int, _Rule | Event]) -> tuple[dt.date, int, tuple[object, ...]]:
    """Effectiveness first, then the notices of the day in their order."""
    return (step[0], step[1], step[2].order if isinstance(step[2], Event) else ())


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """Every unit with its term and its status, and when it was in service."""
    rules = _Terms(terms, dates, facts.parties)
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
    course: _Course,
    rules: _Terms,
    facts: Facts,
    dates: Dates,
) -> Unit:
    ends, agreement = course.ends, facts.agreement_term
    latest = course.latest if course.seals else ends
    due = course.rule.due(course.notice_for, dates.law) if course.rule and course.notice_for else None
    deadline = rules.deadline(due) if due and course.rule and course.rule.option else None
    if disconnected is not None:
        status = "disconnected"
    elif latest is not None and dates.as_of > latest:
        status = "expired"
    elif course.accepted:
        status = "extended"
    elif deadline and deadline.last - NOTICE_WINDOW * _DAY <= dates.as_of <= deadline.last:
        status = "notice-window"
    else:
        status = "in-term"
    flags = []
    if course.sensitive:
        flags.append("month-end-sensitive")
    if ends is not None and agreement is not None and agreement.ends is not None and ends > agreement.ends:
        flags.append("outlives-agreement")
    return Unit(
        unit.id,
        unit.ordered_on,
        installed.occurred_on,
        disconnected.occurred_on if disconnected else None,
        course.initial,
        ends,
        deadline.safe if deadline else None,
        deadline.due if deadline else None,
        deadline.last if deadline else None,
        status,
        tuple(flags),
        seals(course.rule.withheld if course.rule else (), course.seals),
        months=course.rule.months.whole if course.rule else None,
        effective=course.rule.effective if course.rule else None,
    )


def _service(
    unit: str, installed: Event, disconnected: Event | None, notices: Sequence[Event], rules: _Terms
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
    unit: str, installed: Event, notices: Sequence[Event], rules: _Terms
) -> Iterator[tuple[dt.date, _Course]]:
    """The unit's course as known when its installation was, then on each later day that may have changed it.

    A notice that is not accepted changes nothing, so one that becomes known is tried against those accepted so far;
    only where it is accepted must all that were heard before be taken again.
    """
    begins, known_on = installed.occurred_on, installed.recorded_on

    def course(heard: Iterable[Event], day: dt.date) -> _Course:
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
    _Rule.of(entry)


UNIT_TERM = ClauseKind("unit-term", run, needs=("months",), takes=("option", "applies"), stage=1, check=check)
