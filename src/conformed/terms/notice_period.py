"""The notice by which a party stops the agreement from renewing: "unless either party gives notice at least sixty (60) days
prior to the end of the then-current term".

Rules that this file must obey:

* The notice must prevent renewal: a clause about renewal, extension or continuation, and notice before the end of a term. Notice to
  terminate at any time, to cure a default or to exercise an option to renew is another matter.
* Different periods for the parties are no one answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conformed.model.term import Term
from conformed.structure.durations import DURATION, Duration, duration_of
from conformed.terms.words import Words

__all__ = ["RENEWS", "StopNotice", "notice_period", "stop_notices"]

RENEWS = re.compile(
    r"\b(?:(?:automatic\w*|successive|consecutive|further|additional|continu\w+)[^.;]{0,80}?(?:renew\w*|exten[ds]\w*|continu\w*|periods?|terms?)|"
    r"(?:renew(?:s|ed|al|als)?|rolls? over|exten(?:d|ds|ded|sion|sions))\b|continues? (?:in (?:full )?(?:force|effect)|thereafter|from (?:year|month))|"
    r"year[- ]to[- ]year|month[- ]to[- ]month|thereafter)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\b(?:noti(?:ce|fy|fies|fied|fication)|advis\w+|inform\w*|writ(?:ten|ing)|elect\w*|terminat\w+|cancel\w*|objects?)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"[\s')]*(?:or more |(?:written |advance |prior |notice |in writing |at least )+)?(?:of (?:[a-z-]+ ){0,4})?(?:before|prior|preceding|in advance|advance(?:d)?|previous|notice (?:before|prior)|ahead)\b",
    re.IGNORECASE,
)
_END_OF_TERM = re.compile(
    r"\b(?:end|expir\w+|anniversary|renewal|terminat\w+|conclusion|commencement|beginning|last day|completion|close)\b[^.;]{0,60}?"
    r"\b(?:term|period|agreement|contract|date|hereof|year|renewal|extension|thereof|then[- ]current|periods|terms|same)\b"
    r"|\b(?:such|the|any|each|renewal|anniversary|expiration|that|its) (?:automatic )?(?:expir\w+|anniversary|renewal|end|termination)(?: date)?\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:unless|except|absent|provided|if (?:neither|no|not)|without|subject to|in which case|or until|until (?:terminated|either|one|cancel\w+)|neither party|"
    r"elects? not|intent\w*(?: not)?|not to (?:renew|extend)|non-?renew\w*|(?:does|do|shall|will) not (?:wish|renew|extend|desire)|desire\w* (?:not )?to|wish\w*|terminat\w+|cancel\w*)\b",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"\b(?:option to (?:renew|extend)|right to (?:renew|extend)|may (?:be )?(?:renew\w*|extend\w*)|exercis\w+|request\w* (?:to|that|for) (?:renew|exten)|elects? to (?:renew|extend)|"
    r"notice of (?:its )?(?:renewal|extension|exercise|intent\w* to (?:renew|extend))|mutual(?:ly)? (?:agree|written|consent))",
    re.IGNORECASE,
)
_DURATION = re.compile(DURATION, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StopNotice:
    """A notice that stops renewal: its length and where the words stand in `Words.text`."""

    duration: Duration
    figures: int | None
    start: int
    end: int


def stop_notices(words: Words) -> list[StopNotice]:
    """Every notice that stops renewal, in order."""
    text = words.text
    found: list[StopNotice] = []
    done = 0
    for renews in RENEWS.finditer(text):
        if renews.start() < done:
            continue
        start, end = words.sentence(renews.start())
        end = min(end, renews.end() + 900)
        for match in _DURATION.finditer(text, renews.start(), end):
            mention = duration_of(match)
            if not _BEFORE.match(text, mention.end):
                continue
            around = (max(renews.start(), mention.start - 220), min(mention.end + 200, end))
            if not _NOTICE.search(text, *around) or not _END_OF_TERM.search(text, mention.end, min(mention.end + 160, end)):
                continue
            if not _NOT.search(text, renews.start(), min(mention.end + 200, end)):
                continue
            if _OPTION.search(text, max(start, renews.start() - 80), min(mention.end + 200, end)):
                continue
            found.append(StopNotice(mention.duration, mention.figures, renews.start(), min(mention.end + 60, end)))
            break
        done = end
    return found


def notice_period(words: Words, notices: list[StopNotice]) -> Term | None:
    """The notice, in ISO 8601."""
    if not notices or len({notice.duration for notice in notices}) > 1:
        return None
    first = notices[0]
    return words.term("notice_period", str(first.duration), first.start, first.end)
