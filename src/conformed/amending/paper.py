"""What an amendment says of itself: what it amends, when it takes effect and ceases to, on what conditions."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from conformed.amending.own_effect import date_after, own_effect
from conformed.model.document import Document
from conformed.model.instruction import Amends, Effectiveness
from conformed.structure.dates import find_dates

__all__ = ["Head", "amends_of", "effectiveness_of", "expiry_in", "other_agreements", "stated_effect"]

_HEAD = 8_000
_KINDS = r"(?:Agreement|Lease|Contract|Licen[cs]e|Deed|Plan|Note|Policy|Indenture|Guarant(?:y|ee)|Subcontract|Order|Mortgage|Charter|Letter)"
_NAME = r"(?:[A-Z][\w&’'.-]*|of|and|for|the|to|\d{4})(?:\s+(?:[A-Z(][\w&’'.)-]*|of|and|for|the|to|\d{4}|III|II|IV)){0,10}"
_DATED = r",?\s*(?:\([^)]{0,120}\)\s*)?(?:,\s*)?(?:(?:made|entered\s+into|dated|awarded|effective|executed)\s*,?\s*)+(?:as\s+of|on|from)?\s*"
_THAT = re.compile(
    rf"(?:that\s+certain|those\s+certain|\ba\b|\bthe\b|\btheir\b|\bTHE\b|\ban\b|between\s+\w+\s+and\s+\w+)\s+(?P<title>(?:\d{{4}}\s+)?(?-i:[A-Z])[\w&’'./-]*(?:\s+(?-i:[A-Z(][\w&’'./)-]*|of|and|for|the|to|III|II|IV|\d{{4}})){{0,10}}?\s*(?-i:{_KINDS}|AGREEMENT|LEASE|CONTRACT)(?:\s+(?:III|II|IV|V|VI|No\.\s*\w+))?(?:\s+of\s+(?:Merger|Reorgani[sz]ation|Exchange|Conversion))?|(?:software\s+licence\s+agreement|supply\s+contract[\w\s-]{{0,40}}|letter(?:\s+agreement)?))"
    rf"(?P<between>[^.;]{{0,260}}?)(?:dated|awarded|effective|entered\s+into|made)\s*,?\s*(?:and\s+effective\s+)?(?:as\s+of|on|from)?\s*(?:the\s+)?",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:AMENDMENT|VARIATION|MODIFICATION|ENDORSEMENT|SUPPLEMENT|ADDENDUM|CHANGE\s+ORDER)[^\n]{0,40}?\s+(?:TO|OF)\s+(?:THE\s+)?(?P<title>[^,;(]{3,90})",
    re.IGNORECASE,
)
_WITHIN = r"(?:[^.;]|(?<=\b[A-Z])\.|(?<=\bInc)\.|(?<=\bCo)\.|(?<=\bLtd)\.|(?<=\bCorp)\.|\.(?=,))"
"""A character of a sentence: a point only where it shortens a name."""
_ENTERED = re.compile(
    rf"\bentered\s+into\s+(?:that\s+certain|an?|the)\s+(?P<title>(?-i:[A-Z])[\w&’'./-]*(?:\s+(?-i:[A-Z(])[\w&’'./)-]*|\s+(?:of|and|for|the|to)){{0,10}}?\s*\b(?-i:{_KINDS}))\b"
    rf"{_WITHIN}{{0,260}}?\b(?:as\s+of|on|dated(?:\s+as\s+of)?)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_IN_SMALL = re.compile(
    r"\b(?:that\s+certain|an?|the|existing)\s+(?P<title>(?:(?!(?:an?|the|have|has|into|to|is|are|was|that|which|under|by|certain)\b)[a-z][a-z-]*\s+){1,6}?(?:agreement|lease|contract|plan))(?:\s+(?:by\s+and\s+)?(?:between|among|with)\s[^.;]{0,160}?|,?\s+)"
    r"(?:dated|effective|made|entered\s+into)\s*,?\s*(?:as\s+of|on|from)?\s*(?:the\s+)?(?=[^.;]{5,200}\([^()]{0,60}[\"“][^\"”]{0,60}(?:Agreement|Lease|Contract|Plan)[\"”])"
)
_IS_CHANGE = re.compile(
    r"\b(?:amendment|modification|endorsement|deed of variation|addendum)\b", re.IGNORECASE
)
_OWN_DATE = re.compile(
    r"\bthis\b|\bhereby\b|\bread\b|[\"“'‘](?:\w+\s+){0,4}(?:amendment|modification|addendum|supplement|endorsement)\b",
    re.IGNORECASE,
)
"""Words between an agreement's name and a date that make the date this paper's own."""
_SAID_OF = re.compile(
    r"\b(?:is|are|was)\s+(?:\w+\s+)?(?:dated|effective|made|entered\s+into)\W*(?:as\s+of|on|from)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_DATED_LATER = re.compile(
    rf"{_WITHIN}{{0,200}}?\b(?:dated|effective)\s+(?:as\s+of\s+|on\s+|from\s+)?(?:the\s+)?", re.IGNORECASE
)
_CHANGE_OF = re.compile(
    r"\b(?:amendment|modification|addendum|supplement|endorsement|variation)\b[^.;]{0,60}?\s(?:to|of)\s+(?:the\s+|that\s+certain\s+)?",
    re.IGNORECASE,
)
_OF_THIS = re.compile(r"\bthis\s[^.;]{0,120}$", re.IGNORECASE)
_AS_AMENDED = re.compile(
    r"(?:as\s+(?:previously\s+|heretofore\s+|further\s+|so\s+)?(?:amended|varied|modified|supplemented)(?:\s+and\s+\w+)?|subsequently\s+amended|,\s+varied)\s+(?:by|as\s+of)\s+(?P<by>[^;]{3,3000}?)(?:\)|;|\.\s+[A-Z]|\(as\s+so|,\s+(?:which|pursuant|the\s+[\"“]))",
    re.IGNORECASE | re.DOTALL,
)
_EARLIER = re.compile(
    r"(?:that\s+certain\s+|those\s+certain\s+|the\s+|an?\s+)?(?P<name>(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|twenty-\w+)\s+(?:amendment|addendum|supplement(?:al\s+\w+)?|deed\s+of\s+variation)|(?:amendment|modification|addendum|supplement|endorsement)\s*(?:agreement\s*)?(?:no\.?|number|#)\s*\w+|modification\s+\w\d+|amendment\s+agreement|deed|letter(?:\s+agreement)?|amendments?)[^,;()]{0,70}?)(?:,?\s*(?:dated|effective)\s+(?:as\s+of\s+)?|,\s*)",
    re.IGNORECASE,
)
_THIS = re.compile(r"\bthis\s{1,40}$", re.IGNORECASE)
_ALIAS = re.compile(
    r"\(\s*(?:(?:the|this|each|as\s+so\s+[^\"“'‘(]{0,90}|collectively|together|as\s+amended[^\"“'‘(]{0,120}),?\s*(?:the\s+)?)?[\"“'‘]\s*(?P<alias>[^\"”'’\n]{2,60})[\"”'’]\s*\)",
    re.IGNORECASE,
)
_EFFECT = re.compile(
    r"(?:(?<!Agreement )(?<!Contract )(?<!Lease )\beffective|\bwith\s+effect|\btakes?\s+effect|\bin\s+effect|\beffect)\s+(?:only\s+)?(?:(?:as\s+of|from\s+and\s+after|on\s+and\s+from|on\s+and\s+after|from|on|at)\s+)?(?:and\s+(?:from|after)\s+)?(?:12:01\s*a\.?m\.?[^,\n]{0,30}?(?:\s+on)?\s+)?(?:the\s+(?:date\s+(?:first|set|hereof|of\s+this|written)|(?P<defined>[A-Z][\w]*(?:\s+[A-Z]\w*){0,4}))|(?P<at>(?=[\dA-Z])))",
)
_CALLS_ITSELF = re.compile(r"\(this\s+[\"“]Agreement[\"”]\)")
_WITNESS = re.compile(r"^[ \t]*IN\s+WITNESS\s+(?:WHEREOF|HEREOF)\b", re.MULTILINE | re.IGNORECASE)
_CLAUSE = 400
_FORM_DATE = re.compile(r"EFFECTIVE\s+DATE\s*[:.]?\s*(?!(?-i:of)\b)", re.IGNORECASE)
_EXPIRY = re.compile(
    r"(?:shall\s+expire|expires?|shall\s+terminate|ceases?\s+to\s+(?:have\s+effect|apply|be\s+in\s+effect)|shall\s+cease\s+to\s+(?:have\s+effect|apply))\s+(?:automatically\s+)?(?:on|as\s+of|at\s+the\s+(?:end|close)\s+of(?:\s+business\s+on)?|at\s+midnight\s+on)\s+(?=[\dA-Z])",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:\buntil|\bthrough(?:\s+and\s+including)?|\bup\s+to\s+and\s+including|\bending\s+on|\bto\s+and\s+including)\s+(?=[\dA-Z])",
    re.IGNORECASE,
)
_PERIOD_ONLY = re.compile(
    r"\bonly\b|\bno\s+longer\b|\bfor\s+the\s+period\b|\bduring\s+the\s+period\b|^\W*until\b|\btemporar",
    re.IGNORECASE,
)
_PAPER = r"(?:this\s+(?:\w+\s+){0,3}?(?:amendment|modification|deed|endorsement|variation|supplement|addendum|letter|agreement))"
_CONDITION = re.compile(
    rf"{_PAPER}[^.;]{{0,60}}?\b(?:is|are|shall\s+be(?:come)?|will\s+be(?:come)?|becomes?|takes?\s+effect|shall\s+take\s+effect|shall\s+not\s+(?:be(?:come)?|take))\s*(?:effective|binding|effect)?[^.;]{{0,60}}?\s(?P<what>(?:only\s+)?(?:when|upon|once|if|on\s+the\s+date\s+(?:\([^)]*\)\s*)?(?:upon|on)\s+which|subject\s+to|until)\s[^.;]{{4,300}})",
    re.IGNORECASE,
)
_SUBJECT_TO = re.compile(
    r"\bsubject\s+to\s+(?P<what>(?:the\s+)?(?:(?:prior\s+)?(?:execution|receipt|approval|consent|satisfaction|payment|delivery))[^,.;]{3,200})",
    re.IGNORECASE,
)
_UPON_EXECUTION = re.compile(
    r"\bupon\s+(?P<what>(?:the\s+)?(?:due\s+)?execution(?:\s+and\s+delivery)?\s+of\s+[^,.;]{3,120})",
    re.IGNORECASE,
)
_CONDITION_HEADING = re.compile(
    r"\bconditions?(?:\s+precedent)?\s+(?:to|of)\s+(?:the\s+)?effectiveness", re.IGNORECASE
)
_FIRST = (
    r"(?:the\s+)?(?:prior\s+)?(?:written\s+)?(?:receipt|approval|consent|satisfaction|payment|delivery|closing|completion|issuance|registration|grant"
    r"|funding|ratification|occurrence)\b[^.;:,]{0,200}"
)
_ON_CONDITION = re.compile(
    rf"\b(?:subject|conditional|conditioned|contingent)\s+(?:to|up?on|on)\s+(?P<event>{_FIRST})|\beffective\s+(?:only\s+)?(?:upon|on|once|when)\s+(?P<upon>{_FIRST})"
    r"|\b(?-i:Provided)\s+(?:always\s+)?that\s+(?P<provided>[^.;:,]{4,200})(?=,)|"
    r"\b(?:on|upon)\s+(?:the\s+)?condition\s+that\s+(?P<what>[^.;:]{4,240})|\b(?:takes?|shall\s+take)\s+effect\s+only\s+(?P<when>(?:when|if|upon|once|after)\s[^.;:]{4,240})|\bprovided\s+that\s+(?P<first>[^.;:]{3,80}\bfirst\b[^.;:]{3,160})",
    re.IGNORECASE,
)


class Head:
    """Names in the head of the paper, found once."""

    def __init__(self, document: Document) -> None:
        self.text = document.text.string[:_HEAD]
        self.aliases = [(match["alias"].strip(), match.start()) for match in _ALIAS.finditer(self.text)]


def _candidates(text: str) -> Iterator[tuple[str, dt.date]]:
    """Each agreement that is named with a date, in reading order; then those named in small letters, by their alias."""
    for pattern in (_THAT, _ENTERED, _IN_SMALL):
        at = 0
        while (match := pattern.search(text, at)) is not None:
            at = match.start("title")
            name, end = " ".join(match["title"].split()), match.end()
            day = date_after(text, end)
            if day is None and (later := _DATED_LATER.match(text, end)):
                end = later.end()
                day = date_after(text, end)
            if (
                day is not None
                and not _IS_CHANGE.search(name)
                and not _dates_this_paper(text, at, match.end("title"), end)
            ):
                yield name, day


def _dates_this_paper(text: str, title: int, behind: int, dated: int) -> bool:
    """Whether the date behind an agreement's name is that of this paper: "this Amendment to the Lease is dated ..."."""
    between = text[behind:dated]
    if _OWN_DATE.search(between):
        return True
    return bool(_SAID_OF.search(between)) and bool(_OF_THIS.search(text[max(0, title - 140) : title]))


def _named_in_head(text: str) -> list[str]:
    """What stands behind "AMENDMENT TO THE ..." in the title and the first sentence."""
    return [
        " ".join(text[match.end() : match.end() + 150].lower().split())
        for match in _CHANGE_OF.finditer(text[:1_500])
    ]


def _is_named(title: str, named: list[str]) -> bool:
    """Whether the paper calls itself an amendment of the agreement of that title: by its last two words."""
    words = " ".join(title.lower().split()[-2:])
    return any(words in behind for behind in named)


def amends_of(document: Document) -> Amends:
    """The agreement that the paper says it amends: its title and date, its parties, the earlier amendments recited."""
    text = document.text.string[:_HEAD]
    own = document.date
    title: str | None = None
    date: dt.date | None = None
    named = _named_in_head(text)
    for name, day in _candidates(text):
        if day == own and title is None and re.match(r"this\b", name, re.IGNORECASE):
            continue
        if title is None or (not _is_named(title, named) and _is_named(name, named)):
            title, date = name, day
    if title is None:
        match_title = _TITLE.search(" ".join((document.title or "").split()))
        title = match_title["title"].strip() if match_title else None
    earlier: list[str] = []
    for match in _AS_AMENDED.finditer(text):
        for paper in _EARLIER.finditer(match["by"] + ", "):
            if _THIS.search(match["by"], 0, paper.start()):
                continue
            when = date_after(match["by"], max(paper.end() - 1, 0)) or next(
                (m.date for m in find_dates(paper[0])), None
            )
            name = " ".join(paper["name"].split())
            entry = f"{name} dated {when.isoformat()}" if when else name
            if entry not in earlier:
                earlier.append(entry)
    return Amends(title, date, tuple(party.name for party in document.parties), tuple(earlier))


def other_agreements(document: Document, amends: Amends) -> frozenset[str]:
    """The aliases, lower case, of other agreements that an omnibus paper names beside the one it amends first."""
    head = Head(document)
    named = [
        alias.lower()
        for alias, _ in head.aliases
        if re.search(rf"{_KINDS}$", alias, re.IGNORECASE)
        and not re.search(r"amend|modif|deed", alias, re.IGNORECASE)
    ]
    unique = list(dict.fromkeys(named))
    return frozenset(unique[1:]) if len(unique) > 1 else frozenset()


def _defined_date(document: Document, term: str) -> dt.date | None:
    """The day that a term such as "Variation Date" is defined as in this paper."""
    text = document.text.string
    pattern = re.compile(
        rf"[\"“'‘]{re.escape(term)}[\"”'’]\s*\)?\s*(?:shall\s+mean|means|is|shall\s+be)?\s*(?:the\s+)?",
        re.IGNORECASE,
    )
    for match in pattern.finditer(text):
        found = date_after(text, match.end())
        if found:
            return found
        before = list(find_dates(text, start=max(match.start() - 60, 0), end=match.start()))
        if before and text[before[-1].end : match.start()].strip(" (,\n") == "":
            return before[-1].date
    return None


def stated_effect(document: Document, text: str, start: int, end: int) -> dt.date | None:
    """The day from which a stretch of `text` says that it holds ("Effective July 1, 2010:"), or None.

    `text` is the paper's, with as many characters; terms ("the Variation Date") are looked up in the document.
    """
    for match in _EFFECT.finditer(text, start, end):
        if match["defined"]:
            found = _defined_date(document, " ".join(match["defined"].split()))
            if found:
                return found
            continue
        if match["at"] is not None:
            found = date_after(text, match.end(), end=end)
            if found:
                return found
    lowered = re.compile(r"\bEffective\s+(?:as\s+of\s+|on\s+|from\s+)?(?=[\dA-Z])").search(text, start, end)
    return date_after(text, lowered.end(), end=end) if lowered else None


def _executed_on(document: Document) -> dt.date | None:
    """The day that the clause of execution gives: "IN WITNESS WHEREOF, ... as of the 6th day of November, 2008"."""
    text = document.text.string
    match = _WITNESS.search(text)
    if match is None:
        return None
    end = text.find("\n\n", match.end(), match.end() + _CLAUSE)
    stop = end if end >= 0 else match.end() + _CLAUSE
    days = {mention.date for mention in find_dates(text, start=match.end(), end=min(stop, len(text)))}
    return days.pop() if len(days) == 1 else None


def expiry_in(text: str, start: int, end: int, *, ordering: bool) -> dt.date | None:
    """The first day on which a stretch says that it no longer holds, or None.

    `ordering`: whether the stretch is an order ("Until December 31, 2011, and no longer, ..."), not a clause on
    the paper's own term.
    """
    if ordering:
        for match in _UNTIL.finditer(text, start, end):
            if not _PERIOD_ONLY.search(text[start:end]):
                continue
            day = date_after(text, match.end(), end=end)
            if day:
                return day + dt.timedelta(days=1)
        return None
    for match in _EXPIRY.finditer(text, start, end):
        day = date_after(text, match.end(), end=end)
        if day and re.search(_PAPER, text[max(start, match.start() - 200) : match.start()], re.IGNORECASE):
            return day + dt.timedelta(days=1)
    return None


def conditions_in(text: str, start: int, end: int) -> tuple[str, ...]:
    """The conditions on which a single order depends, in its own words."""
    out = []
    for match in _ON_CONDITION.finditer(text, start, end):
        words = next(words for words in match.groupdict().values() if words)

        out.append(" ".join(words.split()).rstrip(" ,"))
    return tuple(out)


def effectiveness_of(
    document: Document, text: str, own: Iterable[tuple[int, int]], lead: Iterable[tuple[int, int]]
) -> Effectiveness:
    """When the paper takes effect, as `text` says, its quotations blanked: `own` are the stretches in its own voice, `lead` those that speak for all of it."""
    date: dt.date | None = None
    for start, end in lead:
        date = date or stated_effect(document, text, start, end)
    form = _FORM_DATE.search(text, 0, _HEAD)
    if date is None and form:
        date = date_after(text, form.end())
    own = tuple(own)
    date = (
        date
        or own_effect(
            text, own, is_agreement=_CALLS_ITSELF.search(document.text.string, 0, _HEAD) is not None
        )
        or document.date
        or _executed_on(document)
    )
    conditions: list[str] = []
    expires: dt.date | None = None
    for start, end in own:
        for pattern in (_CONDITION, _SUBJECT_TO, _UPON_EXECUTION):
            if pattern is not _CONDITION and (start, end) not in tuple(lead):
                continue
            for match in pattern.finditer(text, start, end):
                words = " ".join(match["what"].split()).rstrip(" ,:")
                if words not in conditions and len(conditions) < 12:
                    conditions.append(words)
        expires = expires or expiry_in(text, start, end, ordering=False)
    return Effectiveness(date, tuple(conditions), expires)
