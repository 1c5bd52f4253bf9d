"""The clause that says how long the agreement lasts, which several terms are read from.

    "This Agreement shall have an initial term commencing on the Effective Date and ending fifty-one (51) months after May 1, 2001"

Rules that this file must obey:

* An end that is printed as a date decides over one that is worked out.
* A length counts from the day the clause names; where it names none, from the day the agreement takes effect.
* A day that the paper only describes ("the date of the first delivery") is unknown, and so is everything counted from it.
* Clauses about the length of something else (a warranty, a duty of confidence, a royalty, a lock-up) are no term clauses.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from conformed.model.term import Term
from conformed.structure.durations import DURATION, Duration, duration_of
from conformed.structure.numbers import ordinal_from_words
from conformed.terms.agreement_date import dates_between
from conformed.terms.words import Words

__all__ = ["HEADING_GOES_ON", "TermClause", "term_clauses"]

_PAPER = r"(?:this|the|said|such|present) (?:[\w'-]+ ){0,4}?(?:agreement|contract|amendment|addendum|lease|licen[cs]e agreement|schedule|sow|joint venture|venture|"
_PAPER += r"statement of work|(?-i:[A-Z]{2,8}))"
HEADING_GOES_ON = (
    r"(?:(?:and|&) (?:termination|renewal|duration)\b|(?-i:(?:This|The|Unless|Subject|Except|It)) )"
)
"""What follows the word "term" where it is the heading of a clause, or part of one; compiled with IGNORECASE."""
_TRIGGER = re.compile(
    rf"(?P<term>\b(?:initial |original |primary |base |fixed |basic |whole |effective )?(?:term\b(?!s)(?! {HEADING_GOES_ON})|duration(?= of {_PAPER}))(?: of {_PAPER}| hereof)?"
    r"(?: ?\([^()]{0,60}\))?[^.;]{0,200}?\b(?:shall|will|is|are|commenc\w+|begin\w*|expires?|ends?|continues?|means|runs?|for)\b)"
    rf"|(?P<paper>\b{_PAPER}\b(?: ?\([^()]{{0,60}}\))?[^.;]{{0,160}}?"
    r"\b(?:commences?|continues?|remains?|in effect|take effect|takes effect|effective|expires?|terminates?|come into|comes into|valid|in force|"
    r"ha(?:ve|s) (?:a|an) (?:initial )?term|is (?:for|a fixed term)|shall be for|will be for|shall last|will last|begins?|run|extend|be binding|entered into for)\b)"
    rf"|(?P<named>\"(?:initial |original |contract |agreement )?(?:term|period)\"\s?(?:means|shall mean|is|has)|\bterm\s?(?:of agreement|of contract)?\s?:|\bduration\s?:|\b(?:initial|original|contract|agreement) (?:[a-z]+ )?period\s?:|"
    r"\b(?:expiration|expiry|termination|end) date\s?\"?\s?(?:means|shall mean|is|:))",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"\b(?:TERM|Term|DURATION|Duration|PERIOD|VALIDITY|Validity|TERMINATION|Effectiveness)\b[^.]{0,60}[.:\s\d()a-z-]{0,12}"
    r"(?:[^.]{0,30}\. )?(?:(?:Unless|Subject to|Except)\b[^.]{0,100}, )?$"
)
_NOT_TERM = re.compile(
    r"\b(?:surviv\w+|warrant(?:y|ies)|confidential\w*|non-?compet\w+|insurance|audit|retain|records|indemnif\w+|royalty term|patent|"
    r"lock-?up|standstill|probation\w*|statute|limitation|loan|note|option period|renewal term|extension term|renew(?:ed|al|s)?|extended|such (?:extended|additional)|"
    r"term of (?:the|such|any|each) (?:lease|loan|sublicen\w+|purchase order|statement|patent)|purchase order|employment|prior to the (?:end|expiration)|"
    r"remaining|remainder|during the|throughout the|for the duration|work order|each sow|prior agreement|previous agreement|original agreement|"
    r"notice period|cure|days' notice|pursuant to which|royalt\w+|exclusivity|after (?:the )?(?:expiration|termination)|following (?:the )?(?:expiration|termination))\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|through(?: and including)?|expir(?:es?|ing)(?: automatically)?(?: on| at)?|terminat(?:es?|ing)(?: automatically)?(?: on| at)?|end(?:s|ing)?(?: on| at| as of)?|to|conclud(?:es?|ing)(?: on)?)"
    r"[\s,:]*(?:and including |the close of business on |midnight (?:on|of) |(?:11:59|12:00|5:00)[^,;]{0,40}? on |the later of |(?:[a-z]+day),? |the )*$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"[\s,]*(?:\([^()]{0,80}\)[\s,]*)?(?:(?:in duration|term|period)[\s,]*)?(?:\([^()]{0,80}\)[\s,]*)?(?:which (?:shall |will )?)?(?:and )?(?:shall |will )?(?:to )?"
    r"(?:from(?: and after)?|after|following|commenc(?:ing|es?)(?: on| from| as of| with| upon)?|beginning(?: on| from| as of| with| upon)?|begins?(?: on| from)?|"
    r"starting(?: on| from)?|effective(?: as of| on| from)?|as of|since|counting from|measured from|calculated from|dating from)\s(?:and after )?(?:the |its |said )?",
    re.IGNORECASE,
)
_START = re.compile(
    r"\b(?:(?:commenc(?:e|es|ing)|begin(?:s|ning)?|start(?:s|ing)?|effective|in effect|effect|force|come into force|valid)[\s,]*"
    r"(?:on|as of|from|upon|with|beginning|starting|as from)|from|commencing|as of)\s(?:and after )?(?:the |its |such )?",
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(
    r"(?:date of (?:the )?)?(?:[a-z]+ )?(?:effective|commencement|start) date|effectiveness of this",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\"\s?(?P<name>(?:[A-Z]\w+ )?(?:Effective|Commencement|Start) Date)[,.]?\s?\" (?:shall mean|means|shall be|is|refers to)"
    r"(?: the (?:earlier|later) of| \([ia1]\))* (?:the|that) (?:first )?(?:date|day)(?: of the month)?"
    r" (?:(?:on|upon|in|following) which|when|that|(?:of|following) (?:the )?(?:completion|delivery|opening|closing|approval|receipt))\b"
    r"|\b(?:date|day) of (?:\w+ )?(?:acceptance|approval|closing|completion|delivery|receipt)\b[^\".;]{0,40}\"(?P<given>(?:Effective|Commencement) Date)[,.]?\""
)
_AGREED = re.compile(
    r"(?:(?:initial |actual )?date (?:hereof\b|of (?:(?:the |its )?execution|signing|signature|(?:this|the|present|said) (?:agreement|contract|amendment|document|present))\b"
    r"|(?:first )?(?:above|written|signed|set forth|mentioned|stated|signed|referenced|appearing|indicated)\b"
    r"|on which (?:this|the) agreement (?:is|was)|(?:this|the) (?:agreement|contract) (?:is|was) (?:executed|signed|entered))"
    r"|day and year first|(?:above|first)[- ](?:written|mentioned) date|above date|execution\b(?! of (?!this|the agreement))|signing\b|signature\b|execution date)",
    re.IGNORECASE,
)
_DURATION = re.compile(DURATION, re.IGNORECASE)
_LENGTH = re.compile(
    r"(?:\bfor|\bof|\bis|\bbe|\bhas|\bhave|\bmeans|\blast|\blasts|\bruns?|\bperiod|\bterm|:|\bto|\buntil|\bending|\bends?|\bexpires?|\bthat is|\bdate|\bon|\bin|\bearlier of|\blater of|\bterminates?)"
    r"[\s,:-]*(?:\([^()]{0,40}\) ?)?(?:an? |the |its |initial |original |first |full |fixed |minimum |primary |base |non-cancel\w+ |term |period |duration |of |for |approximately |is |be |at least |date |that |day |which |\"|\()*$",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(
    r"\b(?P<place>(?!the\b)[a-z]+(?:[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))?|\d{1,2}\s?(?:st|nd|rd|th))\s?(?:\(\s?\w{1,5}\s?\) )?(?:annual |year )?anniversary (?:date )?(?:(?:of|following|from|after) (?:the |its )?|(?=thereof))",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(
    rf"(?:Term\b|(?i:initial|original|primary|effective)|(?i:[a-z]+ term|term|duration) (?i:of {_PAPER}|hereof))"
)
_FIELD = re.compile(
    r"(?:(?:term|duration)\s?(?:of agreement|of contract)?|(?:initial|original|contract|agreement) (?:[a-z]+ )?period)\s?:",
    re.IGNORECASE,
)
_OF_PAPER_ITSELF = re.compile(
    rf"(?:the )?(?:[a-z]+ )?(?:term|duration) (?:of {_PAPER}|hereof)", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\b(?:unless|subject to|except as|if not)\b[^,;()]{0,160}[,;]|\([^()]{0,120}\)", re.IGNORECASE
)
_OUTSIDE = re.compile(
    r"\b(?:during|throughout|within|after|following|upon|before|prior to|over|for|until|(?:end|expir\w+|termination|balance|course|rest|date) of|since|in)"
    r"(?: the| this| said| its| such| any| each| an?| initial| entire)*\s$",
    re.IGNORECASE,
)
_OBLIQUE = re.compile(
    r"\b(?:under|of|by|to|in|with|from|pursuant to|for|that|into|any|between|within|throughout|during|terminate|renew|extend|while|whilst|long as|where|when)\s$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"(?:the|such|said) (?:early |earlier )?(?:terminat\w+|expir\w+|revision|renewal|amendment|breach|performance|execution) of\b"
    r"|such (?:[A-Z][\w'-]+ )+agreement",
    re.IGNORECASE,
)
_NO_DATE = re.compile(
    r"\b(?:notice|breach|default|if |bankrupt|option of|elect|closing|in the event|provided,? (?:however|that|further)|except)\b",
    re.IGNORECASE,
)


_AMENDS = re.compile(r"\W*(?:\w+ )?(?:amendment|addendum|supplement)\b", re.IGNORECASE)
_THEREOF = re.compile(r"thereof|(?:such|that) date\b")
_ELSEWHERE = re.compile(
    r"\b(?:until|through|ending|of which|that|(?:and|to) (?:shall |will )?(?:ends?|expires?|terminates?|continues?))\b"
)
_BEGINS = re.compile(r"(?:[cC]ommencement|[sS]tart) [dD]ate")
_IS = re.compile(
    r"[\"')]{0,2} (?:(?:of|for|under) (?:this|the) [\w ]{3,30} )?(?:shall be|will be|is|means|shall mean)[ :,\"]{1,3}(?:on |the )?(?=[\dA-Z]|the \d|[a-z]+ day of)"
)
_CALLED = re.compile(
    r"\b(?:on|as of|from|upon) (?P<day>[\w ,]{6,40}?),? \((?:the |hereinafter |this )*[\"'](?P<more>[A-Z][a-z]+ )?$"
)
_OF_MONTH = re.compile(
    r" of (?:the month of )?(?:January|February|March|April|May|June|July|August|September|October|November|December|_)"
)
_NOTICE_BEHIND = re.compile(
    r"['\")]{0,2} (?:(?:prior|advance|written|previous) (?:and )?){0,3}notice\b", re.IGNORECASE
)
_ONWARD = re.compile(r"['\")]{0,2} thereafter\b", re.IGNORECASE)
_IN_WHICH = re.compile(r"\b(?:month|quarter|year|week) in which\b", re.IGNORECASE)
_GENITIVE = re.compile(r"'s? (?!term|period|duration)[a-z]")
_WHICHEVER = re.compile(
    r"\b(?:longer|later|greater|longest|latest|greatest) (?:to occur )?of\b", re.IGNORECASE
)
_TIME = re.compile(
    r"[yY](?:ear|EAR)|[mM](?:onth|ONTH)|[dD](?:ay|AY)|[wW](?:eek|EEK)|[qQ]uarter|[aA](?:nnivers|NNIVERS)|(?:19|20)\d\d"
)
_REACH = 500
_NEAR = 120


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
            field ("Term: one year"), 2 elsewhere.
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
    commencement dates that the paper prints.
    """

    agreed: dt.date | None
    effective: dt.date | None
    events: frozenset[str]
    stated: Mapping[str, dt.date]


def term_clauses(words: Words, agreed: Term | None, effective: Term | None) -> list[TermClause]:
    """Every clause that gives the agreement's length or end, the most telling first."""
    agreed_on = agreed.value if agreed is not None and isinstance(agreed.value, dt.date) else None
    effective_on = effective.value if effective is not None and isinstance(effective.value, dt.date) else None
    amends = words.document.number is not None or bool(_AMENDS.match(words.document.title or ""))
    events = frozenset((match["name"] or match["given"]).lower() for match in _EVENT.finditer(words.text))
    days = _Days(
        None if amends else agreed_on,
        effective_on or (None if amends else agreed_on),
        events,
        _stated(words.text),
    )
    found: list[TermClause] = []
    done = -1
    for start, end in words.sentences(_TIME):
        for trigger in _TRIGGER.finditer(words.text, start, end):
            if trigger.start() < done:
                continue
            clause = _read(words, trigger, end, days)
            if clause is not None:
                found.append(clause)
                done = clause.end
    return sorted(found, key=lambda clause: (clause.rank, clause.start))


def _stated(text: str) -> dict[str, dt.date]:
    """The commencement or start dates that the paper prints, by name; one that it prints in two ways is not known."""
    found: dict[str, set[dt.date]] = {}
    for match in _BEGINS.finditer(text):
        behind = _IS.match(text, match.end())
        called = None if behind else _CALLED.search(text, max(match.start() - 80, 0), match.start())
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
    headed = _HEADED.search(text, max(start - 90, 0), start) is not None
    if _FIELD.match(text, start):
        rank = 1
    elif headed or trigger["named"]:
        rank = 0
    else:
        rank = 1 if _OF_PAPER_ITSELF.match(text, start) else 2
    if trigger["term"] and _OUTSIDE.search(text, max(start - 50, 0), start):
        return None
    if trigger["term"] and not headed and not _OF_PAPER.match(trigger["term"]):
        return None
    if trigger["paper"] and (_ANOTHER.match(text, start) or _OBLIQUE.search(text, max(start - 20, 0), start)):
        return None
    until = _printed_end(text, start, end, named=trigger.end() if trigger["named"] else None)
    length = _length(text, start, end, days)
    if until is not None and (length is None or len(_ASIDE.sub(" ", text[length.end : until[1]])) < _NEAR):
        day, stop = until
        if _other(text, start, stop):
            return None
        return TermClause(day, None, None, _first_day(text, start, stop, days), None, start, stop, rank)
    if length is None or _other(text, start, length.end):
        return None
    ends = length.duration.after(length.day) if length.day is not None else None
    starts = _first_day(text, start, length.start, days) if length.begins is None else length.begins
    return TermClause(ends, length.duration, length.day, starts, length.figures, start, length.end, rank)


def _other(text: str, start: int, end: int) -> bool:
    """Whether the words are about the length of something else; asides such as "unless renewed," do not count."""
    return bool(_NOT_TERM.search(_ASIDE.sub(" ", text[start:end])))


def _printed_end(text: str, start: int, end: int, *, named: int | None) -> tuple[dt.date, int] | None:
    for found in dates_between(text, start, min(start + _REACH, end)):
        between = _ASIDE.sub(" ", text[start : found.start])
        before = text[max(found.start - 60, start) : found.start]
        if named is not None and not text[named : found.start].strip(' :"'):
            last = next(iter(dates_between(text, found.end, min(found.end + 40, end))), None)
            return (last.date, last.end) if last is not None else (found.date, found.end)
        if _UNTIL.search(before) and not _NO_DATE.search(between):
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
    for match in _DURATION.finditer(text, start, limit):
        if (
            match["half"] and not match["unit"].lower().startswith("year")
        ) or "contract" in match.group().lower():
            continue
        if _OF_MONTH.match(text, match.end()) or _NOTICE_BEHIND.match(text, match.end()):
            continue
        if _ONWARD.match(text, match.end()) and not _START.search(text, start, match.start()):
            continue
        if _GENITIVE.match(text, match.end()):
            continue
        found = duration_of(match)
        if not _LENGTH.search(text, max(found.start - 80, start), found.start):
            continue
        if _WHICHEVER.search(text, start, found.start):
            return None
        stop = found.end + (1 if text[found.end : found.end + 1] in ("'", ")") else 0)
        link = _LINK.match(text, stop)
        if link:
            day, close = _day(text, link.end(), end, days)
            counted = re.search(r"\b(?:after|following)\b", link.group(), re.IGNORECASE)
            return _Length(found.duration, found.figures, day, found.start, close, None if counted else day)
        day = (
            _first_day(text, start, found.start, days)
            if _START.search(text, start, found.start)
            else days.effective
        )
        return _Length(found.duration, found.figures, day, found.start, stop, day)
    turn = _ANNIVERSARY.search(text, start, limit)
    if turn and _IN_WHICH.search(text, max(start, turn.start() - 40), turn.start()):
        return None
    if (
        turn
        and not _WHICHEVER.search(text, start, turn.start())
        and (place := ordinal_from_words(turn["place"]))
    ):
        day, close = _day(text, turn.end(), end, days)
        if _THEREOF.match(text, turn.end()):
            day = _first_day(text, start, turn.start(), days)
        return _Length(Duration(years=place), None, day, turn.start(), close)
    return None


def _first_day(text: str, start: int, end: int, days: _Days) -> dt.date | None:
    """The day on which the clause says that the term begins."""
    for match in _START.finditer(text, start, end):
        day, _ = _day(text, match.end(), end, days)
        if day is not None:
            return day
    return None


def _day(text: str, start: int, end: int, days: _Days) -> tuple[dt.date | None, int]:
    """The day that the words at `start` name, and where they end; None for one that is only described."""
    limit = min(start + 90, end)
    named = next(iter(dates_between(text, start, limit)), None)
    if named is not None and not _ELSEWHERE.search(text, start, named.start):
        return named.date, named.end
    if match := _EFFECTIVE.match(text, start, limit):
        name = match.group().lower()
        if name in days.events:
            return None, match.end()
        return days.stated.get(
            name.rpartition("date of ")[2].removeprefix("the "), days.effective
        ), match.end()
    if match := _AGREED.match(text, start, limit):
        return days.agreed or days.effective, match.end()
    return None, start
