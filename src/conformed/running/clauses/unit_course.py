"""How the term of one unit runs: the months in force for it, the changes of the clause, the notices to continue it.

Where a seal keeps the months, or the notice that an option needs, the end is not known, but between which days it lies.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from conformed.model.event import Event
from conformed.running.clause import Dates
from conformed.running.daycount import (
    Deadline,
    Law,
    add_months,
    may_be_month_end_sensitive,
    month_end_sensitive,
)
from conformed.running.issue import seals
from conformed.running.parties import Parties
from conformed.running.terms_in_force import Entry, Terms, Value

__all__ = ["Course", "Report", "Rule", "Rules"]

_OPTION = ("holder", "notice_days", "notice_months", "times")

Report = Callable[[str, Event, str, str], None]


@dataclass(frozen=True, slots=True)
class Rule:
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
    def of(cls, entry: Entry) -> Rule:
        """The entry's numbers.

        Raises:
            ConformedError: one of them is none.
        """
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
        """The seals that its months and its notice wait for."""
        values = (self.months, self.notice_days, self.notice_months)
        return tuple(seal for value in values if value is not None for seal in value.withheld)


@dataclass(slots=True)
class Course:
    """How one unit's term runs.

    Attributes:
        ends: its last day; None while it is not known.
        sensitive: whether the end is month-end sensitive; None while a seal decides it.
        sure: while `seals` decide the end, the earliest day that it may be.
        latest: and the latest; None: there is none.
        doubted: whether a seal decides if a notice was accepted.
    """

    initial: dt.date | None = None
    ends: dt.date | None = None
    rule: Rule | None = None
    sensitive: bool | None = False
    accepted: list[Event] = field(default_factory=list)
    notice_for: dt.date | None = None
    sure: dt.date = dt.date.min
    latest: dt.date | None = None
    seals: tuple[str, ...] = ()
    doubted: bool = False

    @property
    def span(self) -> tuple[dt.date | None, dt.date | None]:
        """The earliest and the latest day on which the term may end: the same where no seal decides it."""
        return (self.sure, self.latest) if self.seals else (self.ends, self.ends)


class Rules:
    """The rules of the clause, with the questions that every unit asks of them."""

    def __init__(self, terms: Terms, dates: Dates, parties: Parties) -> None:
        self.rules = [
            Rule.of(entry) for entry in terms.entries if (entry.effective or dt.date.min) <= dates.as_of
        ]
        self.agreed_late = tuple(terms.agreed_after(dt.date.min))
        self.most_times = max((rule.times for rule in self.rules), default=0)
        self.any_option = any(rule.option for rule in self.rules)
        self.law = dates.law
        self.parties = parties
        self._deadlines: dict[dt.date, Deadline] = {}

    def deadline(self, due: dt.date) -> Deadline:
        """The three days of what is due on `due`."""
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
    ) -> Course:
        """The unit's term with the changes of the clause and the notices taken in the order of their days.

        Rules agreed after `known_on` are left out.
        """
        course = Course()
        steps: list[tuple[dt.date, int, Rule | Event]] = []
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
            if isinstance(step, Rule):
                last = course.latest if course.seals else course.ends
                if last is None or day <= last:
                    self._apply(course, step, installed_on, day)
            else:
                self._exercise(course, unit, step, report)
        return course

    def _apply(self, course: Course, rule: Rule, installed_on: dt.date, day: dt.date) -> None:
        course.rule = rule
        # A term cannot have ended before the amendment that shortens it.
        months = rule.months.whole
        initial = None if months is None else max(add_months(installed_on, months), day)
        sensitive = self._sensitive(installed_on, months)
        course.initial = initial
        if course.seals and course.sure < day:
            # It may have ended before that day, and then it is over.
            course.initial = course.notice_for = None
            course.sensitive = sensitive if sensitive == course.sensitive else None
            course.seals = seals(course.seals, rule.months.withheld)
            course.latest = None if initial is None or course.latest is None else max(course.latest, initial)
            return
        course.sensitive = sensitive
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

    @staticmethod
    def _sensitive(installed_on: dt.date, months: int | None) -> bool | None:
        if months is not None:
            return month_end_sensitive(installed_on, months)
        return None if may_be_month_end_sensitive(installed_on) else False

    def _exercise(self, course: Course, unit: str, notice: Event, report: Report) -> None:
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

    def _doubt(self, course: Course, new_end: dt.date) -> None:
        """Whether a notice moved the end cannot be told."""
        course.doubted = True
        course.latest = None if course.latest is None else max(course.latest, new_end)

    def _may(self, holder: str, who: str | None) -> bool:
        if holder == "either" or who == holder:
            return True
        if not self.parties.names:
            return bool(who)
        return self.parties.role(who) == holder


def _step_order(step: tuple[dt.date, int, Rule | Event]) -> tuple[dt.date, int, tuple[object, ...]]:
    """Effectiveness first, then the notices of the day in their order."""
    return (step[0], step[1], step[2].order if isinstance(step[2], Event) else ())
