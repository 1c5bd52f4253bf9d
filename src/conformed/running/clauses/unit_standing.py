"""A unit's status and flags on the day asked for, and which of them a seal decides.

A status is None, and a flag is named apart, where one value of a seal would give it and another would not; what is the
same whatever the seals hold is said.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from conformed.model.statement import AgreementTerm
from conformed.running.clause import Dates
from conformed.running.clauses.unit_course import Course, Rule, Rules
from conformed.running.daycount import Deadline

__all__ = ["NOTICE_WINDOW", "Flags", "deadline_of", "flags_of", "status_of"]

NOTICE_WINDOW = 30  # days before the last day for notice
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Flags:
    """The flags that hold, those of which a seal decides whether they do, and the seals of the agreement's own term."""

    held: tuple[str, ...]
    withheld: tuple[str, ...]
    seals: tuple[str, ...] = ()


def deadline_of(course: Course, rules: Rules) -> Deadline | None:
    """The days for exercising the option; None without one, or while a seal decides them."""
    rule = course.rule
    if rule is None or not rule.option or course.notice_for is None:
        return None
    due = rule.due(course.notice_for, rules.law)
    return rules.deadline(due) if due else None


def status_of(course: Course, rules: Rules, dates: Dates) -> str | None:
    """The status of a unit that is not disconnected; None while a seal decides it."""
    as_of, (first, last) = dates.as_of, course.span
    if last is not None and as_of > last:
        return "expired"
    if first is not None and as_of > first:
        return None  # it may have expired
    if course.accepted:
        return "extended"
    if course.doubted:
        return None
    rule = course.rule
    if rule is None or not rule.option:
        return "in-term"
    if course.ends is not None and (deadline := deadline_of(course, rules)) is not None:
        return "notice-window" if _window(deadline, as_of) == 0 else "in-term"
    return _sealed_status(rule, course, rules, as_of)


def _sealed_status(rule: Rule, course: Course, rules: Rules, as_of: dt.date) -> str | None:
    """The status of a unit within its term, where a seal keeps the end or the notice: the end bounds the days for it."""
    first, last = course.span
    sides = [
        None
        if end is None or (due := rule.due(end, rules.law)) is None
        else _window(rules.deadline(due), as_of)
        for end in (first, last)
    ]
    return "in-term" if sides[0] == -1 or sides[1] == 1 else None


def _window(deadline: Deadline, as_of: dt.date) -> int:
    """Whether the day is before the notice window (-1), in it (0) or after it (1)."""
    if as_of < deadline.last - NOTICE_WINDOW * _DAY:
        return -1
    return 0 if as_of <= deadline.last else 1


def flags_of(course: Course, agreement: AgreementTerm | None) -> Flags:
    """The flags of a unit with this course, under an agreement with this term."""
    outlives = _outlives(course, agreement)
    found = {"month-end-sensitive": course.sensitive, "outlives-agreement": outlives}
    return Flags(
        tuple(name for name, holds in found.items() if holds),
        tuple(name for name, holds in found.items() if holds is None),
        agreement.withheld if agreement is not None and agreement.ends is None and outlives is None else (),
    )


def _outlives(course: Course, agreement: AgreementTerm | None) -> bool | None:
    first, last = course.span
    if agreement is None or first is None:
        return False
    earliest, latest = agreement.span
    if earliest is None or (last is not None and last <= earliest):
        return False
    return True if latest is not None and first > latest else None
