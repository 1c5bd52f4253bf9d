"""The clause that says how long the agreement lasts, which several terms are read from.

    "This Agreement shall have an initial term commencing on the Effective Date and ending fifty-one (51) months after May 1, 2001"

Rules that this file must obey:

* An end that is printed as a date decides over one that is worked out.
* A length counts from the day the clause names; where it names none, from the day the agreement takes effect.
* A day that the paper only describes ("the date of the first delivery") is unknown, and so is everything counted from it.
* Clauses about the length of something else (a warranty, a duty of confidence, a royalty, a lock-up) are no term clauses.
* A period that the paper itself calls its term, a day that it calls its end, and the period of a grant or an engagement count
  where no other words give the term.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from conformed.model.term import Term
from conformed.structure.durations import Duration, duration_of
from conformed.structure.numbers import ordinal_from_words
from conformed.terms.agreement_date import dates_between
from conformed.terms.term_words import (
    AGREED,
    AMENDS,
    ANNIVERSARY,
    ANOTHER,
    ASIDE,
    BEGINS,
    CALLED,
    EFFECTIVE,
    ELSEWHERE,
    EMPLOYS,
    END_NAME,
    EVENT,
    FIELD,
    FOR_THE_PERIOD,
    GENITIVE,
    HEADED,
    IN_WHICH,
    IS,
    LENGTH,
    LENGTH_OF_TIME,
    LINK,
    NAMED,
    NO_DATE,
    NOT_TERM,
    NOTICE_BEHIND,
    NOW_EXTENDED,
    OBLIQUE,
    OF_MONTH,
    OF_PAPER,
    OF_PAPER_ITSELF,
    ONWARD,
    OUTSIDE,
    START,
    TERM_NAME,
    THEREOF,
    TIME,
    TRIGGER,
    UNTIL,
    WHICHEVER,
)
from conformed.terms.words import Words

__all__ = ["TermClause", "term_clauses"]

_PERIOD = re.compile(r"\bfor (?:the|an?) (?:initial |fixed )?(?:period|term)\b")
_REACH = 500
_NEAR = 120
_HEAD = 600
_FRONT = 10_000
_BEFORE_NAME = 300
_LEAD = 80
_FEW = 6
_BY_NAME = 3
_MOST_NAMES = 60


@dataclass(frozen=True, slots=True)
class TermClause:
    """How long the agreement lasts, as one clause says.

    Attributes:
        ends: the last day, or None where it cannot be worked out.
        length: the length, where the clause gives one.
        counted_from: the day from which the length counts.
        starts: the first day, where known.
        figures: figures that contradict the length's words.
        start, end: the words read, in `Words.text`.
        rank: 0 under a heading such as "Term" and in a definition, 1 where it speaks of "the term of this Agreement" or is a
            field ("Term: one year"), 2 elsewhere, 3 where only the name that it gives a period, or the period of a grant, says so.
        withheld: redactions on which the end rests.
    """

    ends: dt.date | None
    length: Duration | None
    counted_from: dt.date | None
    starts: dt.date | None
    figures: int | None
    start: int
    end: int
    rank: int
    withheld: tuple[str, ...] = ()

    @property
    def how(self) -> str | None:
        """How the last day was worked out, where it is not printed."""
        if self.length is None or self.counted_from is None:
            return None
        return f"{self.length} after {self.counted_from.isoformat()}"


@dataclass(frozen=True, slots=True)
class _Days:
    """The days that a clause may count from: `events` are the names of days that wait for an event, `stated` has the
    commencement dates that the paper prints; `employs` says that the paper is about employment.
    """

    agreed: dt.date | None
    effective: dt.date | None
    events: frozenset[str]
    stated: Mapping[str, dt.date]
    employs: bool = False


def term_clauses(words: Words, agreed: Term | None, effective: Term | None) -> list[TermClause]:
    """Every clause that gives the agreement's length or end, the most telling first."""
    agreed_on = agreed.value if agreed is not None and isinstance(agreed.value, dt.date) else None
    effective_on = effective.value if effective is not None and isinstance(effective.value, dt.date) else None
    amends = words.document.number is not None or bool(AMENDS.match(words.document.title or ""))
    events = frozenset((match["name"] or match["given"]).lower() for match in EVENT.finditer(words.text))
    days = _Days(
        None if amends else agreed_on,
        effective_on or (None if amends else agreed_on),
        events,
        _stated(words.text),
        EMPLOYS.search(words.text, 0, _HEAD) is not None,
    )
    found: list[TermClause] = []
    done = -1
    for start, end in words.sentences(TIME):
        for trigger in TRIGGER.finditer(words.text, start, end):
            if trigger.start() < done:
                continue
            clause = _read(words, trigger, end, days)
            if clause is not None:
                found.append(clause)
                done = clause.end
    if not found:
        found = [*_named(words, days), *_granted(words)]
    return sorted(found, key=lambda clause: (clause.rank, clause.start))


def _stated(text: str) -> dict[str, dt.date]:
    """The commencement or start dates that the paper prints, by name; one that it prints in two ways is not known."""
    found: dict[str, set[dt.date]] = {}
    for match in BEGINS.finditer(text):
        behind = IS.match(text, match.end())
        called = None if behind else CALLED.search(text, max(match.start() - 80, 0), match.start())
        if behind is None and called is None:
            continue
        start = behind.end() if behind else called.start("day") if called else 0
        name = f"{called['more'] or '' if called else ''}{match.group()}".lower()
        day = next(iter(dates_between(text, start, start + 60)), None)
        if day is not None and day.start - start < 20:
            found.setdefault(name, set()).add(day.date)
    return {name: next(iter(days)) for name, days in found.items() if len(days) == 1}


def _read(words: Words, trigger: re.Match[str], end: int, days: _Days) -> TermClause | None:
    text = words.text
    start = trigger.start()
    headed = HEADED.search(text, max(start - 90, 0), start) is not None
    if FIELD.match(text, start):
        rank = 1 if start < _FRONT else 2
    elif headed or trigger["named"]:
        rank = 0
    else:
        rank = 1 if OF_PAPER_ITSELF.match(text, start) else 2
    if trigger["term"] and OUTSIDE.search(text, max(start - 50, 0), start):
        return None
    if trigger["term"] and not (headed or FIELD.match(text, start) or OF_PAPER.match(trigger["term"])):
        return None
    if trigger["paper"] and (ANOTHER.match(text, start) or OBLIQUE.search(text, max(start - 20, 0), start)):
        return None
    until = _printed_end(text, start, end, named=trigger.end() if trigger["named"] else None)
    length = _length(text, start, end, days)
    if until is not None and (length is None or len(ASIDE.sub(" ", text[length.end : until[1]])) < _NEAR):
        day, stop = until
        if _other(text, start, stop, days):
            return None
        return TermClause(day, None, None, _first_day(text, start, stop, days), None, start, stop, rank)
    if length is None or _other(text, start, length.end, days):
        return None
    ends = length.duration.after(length.day) if length.day is not None else None
    starts = _first_day(text, start, length.start, days) if length.begins is None else length.begins
    return TermClause(ends, length.duration, length.day, starts, length.figures, start, length.end, rank)


def _other(text: str, start: int, end: int, days: _Days) -> bool:
    """Whether the words are about the length of something else; asides such as "unless renewed," do not count."""
    found = NOT_TERM.finditer(NOW_EXTENDED.sub(" ", ASIDE.sub(" ", text[start:end])))
    return any(not (days.employs and one["employment"]) for one in found)


def _named(words: Words, days: _Days) -> list[TermClause]:
    """The periods that the paper calls its term behind them, and the days that it calls its end."""
    text = words.text
    found: list[TermClause] = []
    names = (
        name
        for name in NAMED.finditer(text)
        if END_NAME.fullmatch(name["name"]) or TERM_NAME.fullmatch(name["name"])
    )
    for name in islice(names, _MOST_NAMES):
        start = max(words.sentence(name.start())[0], name.start() - _BEFORE_NAME)
        if TIME.search(text, start, name.start()) is None:
            continue
        if END_NAME.fullmatch(name["name"]):
            last = next(reversed(dates_between(text, start, name.start())), None)
            if last is None or last.end < name.start() or not UNTIL.search(text, start, last.start):
                continue
            if not _other(text, start, last.end, days) and not NO_DATE.search(text, start, last.start):
                found.append(TermClause(last.date, None, None, None, None, last.start, name.end(), _BY_NAME))
        elif (clause := _period(text, start, name.start(), days)) is not None:
            found.append(clause)
    return found


def _period(text: str, start: int, end: int, days: _Days) -> TermClause | None:
    """The length, or the last day, that the words from `start` to `end` give a period."""
    measure = next(LENGTH_OF_TIME.finditer(text, start, end), None)
    start = max(start, measure.start() - _LEAD) if measure is not None else start
    until, length = _printed_end(text, start, end, named=None), _length(text, start, end, days)
    if _other(text, start, end, days):
        return None
    if until is not None:
        return TermClause(
            until[0], None, None, _first_day(text, start, end, days), None, start, until[1], _BY_NAME
        )
    if length is None or end - length.end > _NEAR:
        return None
    ends = length.duration.after(length.day) if length.day is not None else None
    return TermClause(
        ends, length.duration, length.day, length.begins, length.figures, start, length.end, _BY_NAME
    )


def _granted(words: Words) -> list[TermClause]:
    """The periods from one day to another for which something is granted or somebody engaged."""
    text = words.text
    found: list[TermClause] = []
    for mark in _PERIOD.finditer(text):
        start, end = words.sentence(mark.start())
        dates = dates_between(text, mark.end(), min(mark.end() + _NEAR, end))[:2]
        if len(dates) < 2:
            continue
        first, last = dates
        said = FOR_THE_PERIOD.search(text, max(start, mark.start() - _BEFORE_NAME), first.start)
        if said is None or not UNTIL.search(text, first.end, last.start):
            continue
        if text[first.end : last.start].count(" ") < _FEW and not NOT_TERM.search(
            text, said.start(), last.end
        ):
            found.append(
                TermClause(last.date, None, None, first.date, None, said.start(), last.end, _BY_NAME)
            )
    return found


def _printed_end(text: str, start: int, end: int, *, named: int | None) -> tuple[dt.date, int] | None:
    for found in dates_between(text, start, min(start + _REACH, end)):
        between = ASIDE.sub(" ", text[start : found.start])
        before = text[max(found.start - 60, start) : found.start]
        if named is not None and not text[named : found.start].strip(' :"'):
            last = next(iter(dates_between(text, found.end, min(found.end + 40, end))), None)
            return (last.date, last.end) if last is not None else (found.date, found.end)
        if UNTIL.search(before) and not NO_DATE.search(between):
            return found.date, found.end
    return None


@dataclass(frozen=True, slots=True)
class _Length:
    duration: Duration
    figures: int | None
    day: dt.date | None
    start: int
    end: int
    begins: dt.date | None = None


def _length(text: str, start: int, end: int, days: _Days) -> _Length | None:
    """The first length in the clause that measures the term, and the day it counts from."""
    limit = min(start + _REACH, end)
    for match in LENGTH_OF_TIME.finditer(text, start, limit):
        if (
            match["half"] and not match["unit"].lower().startswith("year")
        ) or "contract" in match.group().lower():
            continue
        if OF_MONTH.match(text, match.end()) or NOTICE_BEHIND.match(text, match.end()):
            continue
        if ONWARD.match(text, match.end()) and not START.search(text, start, match.start()):
            continue
        if GENITIVE.match(text, match.end()):
            continue
        found = duration_of(match)
        if not LENGTH.search(text, max(found.start - 80, start), found.start):
            continue
        if WHICHEVER.search(text, start, found.start):
            return None
        stop = found.end + (1 if text[found.end : found.end + 1] in ("'", ")") else 0)
        link = LINK.match(text, stop)
        if link:
            day, close = _day(text, link.end(), end, days)
            counted = re.search(r"\b(?:after|following)\b", link.group(), re.IGNORECASE)
            return _Length(found.duration, found.figures, day, found.start, close, None if counted else day)
        day = (
            _first_day(text, start, found.start, days)
            if START.search(text, start, found.start)
            else days.effective
        )
        return _Length(found.duration, found.figures, day, found.start, stop, day)
    turn = ANNIVERSARY.search(text, start, limit)
    if turn and IN_WHICH.search(text, max(start, turn.start() - 40), turn.start()):
        return None
    if (
        turn
        and not WHICHEVER.search(text, start, turn.start())
        and (place := ordinal_from_words(turn["place"]))
    ):
        day, close = _day(text, turn.end(), end, days)
        if THEREOF.match(text, turn.end()):
            day = _first_day(text, start, turn.start(), days)
        return _Length(Duration(years=place), None, day, turn.start(), close)
    return None


def _first_day(text: str, start: int, end: int, days: _Days) -> dt.date | None:
    """The day on which the clause says that the term begins."""
    for match in START.finditer(text, start, end):
        day, _ = _day(text, match.end(), end, days)
        if day is not None:
            return day
    return None


def _day(text: str, start: int, end: int, days: _Days) -> tuple[dt.date | None, int]:
    """The day that the words at `start` name, and where they end; None for one that is only described."""
    limit = min(start + 90, end)
    named = next(iter(dates_between(text, start, limit)), None)
    if named is not None and not ELSEWHERE.search(text, start, named.start):
        return named.date, named.end
    if match := EFFECTIVE.match(text, start, limit):
        name = match.group().lower()
        if name in days.events:
            return None, match.end()
        return days.stated.get(
            name.rpartition("date of ")[2].removeprefix("the "), days.effective
        ), match.end()
    if match := AGREED.match(text, start, limit):
        return days.agreed or days.effective, match.end()
    return None, start
