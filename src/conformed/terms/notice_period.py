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
    r"\b(?:renew(?:s|ed|al|als|ing)?|rolls? over|exten(?:d|ds|ded|sion|sions)|year[- ]to[- ]year|month[- ]to[- ]month|from (?:year|month) to (?:year|month)|"
    r"continu(?:e|es|ing)(?= [^.;]{0,80}\b(?:thereafter|after|beyond|successive|additional|following|until (?:terminated|cancel\w+|either))\b)|"
    r"(?:successive|consecutive|additional) [^.;]{0,40}(?:periods?|terms?))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"[\s'),-]*(?:or more )?(?:(?:written|advance|prior|notice|in writing|at least|of|the|a|its|such|such other|by|registered|certified|mail)[\s,]+){0,6}"
    r"(?:before|prior|preceding|(?:in )?advance(?:d)?|previous|notice|notification|ahead)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\b(?:noti(?:ce|ces|fy|fies|fied|fication)|advis\w+|inform\w*|writ(?:ten|ing)|elect\w*|objects?|cancel\w*)\b",
    re.IGNORECASE,
)
_END_OF_TERM = re.compile(
    r"\b(?:end|expir\w+|anniversary|renewal|terminat\w+|conclusion|commencement|beginning|last day|completion|close)\b[^.;]{0,60}?"
    r"\b(?:term|period|agreement|contract|date|hereof|year|renewal|extension|thereof|then[- ]current|periods|terms|same)\b"
    r"|\b(?:such|the|any|each|renewal|anniversary|expiration|that|its|automatic) (?:automatic )?(?:expir\w+|anniversary|renewal|end|termination)(?: date)?\b",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\b(?:not (?:to )?(?:be )?(?:renew\w*|exten\w*|continu\w*)|non-?(?:renew\w*|exten\w*)|no(?:t|n)[- ]wish\w*|to the contrary|(?:to|of|or|its|such) (?:terminat\w+|cancel\w*)|intent\w* (?:not )?to|"
    r"terminat\w+ (?:this|the|such|by|upon|on)|cancel\w*|otherwise|unless (?:sooner |earlier )?terminated|until (?:either|terminated|cancel\w*))\b",
    re.IGNORECASE,
)
_UNLESS = re.compile(
    r"\b(?:unless|except|absent|save (?:where|if|that|when)|provided|if (?:neither|no|not)|without|until (?:terminated|either|one|cancel\w+|such)|neither party|has not given|subject to)\b",
    re.IGNORECASE,
)
_AUTOMATIC = re.compile(
    r"\b(?:automatic\w*|tacit\w*|(?:shall|will|may be|is|be|are) (?:then |thereafter |also |further )?(?:automatically )?(?:be )?(?:deemed )?(?:to be )?(?:renew\w*|extend\w*|roll)|continu\w+ [^.;]{0,60}\b(?:thereafter|after|beyond)|(?:thereafter|after|upon expir\w+)[^.;]{0,80} continu\w+|renews|extends|successive|"
    r"year[- ]to[- ]year|month[- ]to[- ]month|(?:year|month) to (?:year|month)|not (?:to )?renew\w*|non-?renewal)\b",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"\b(?:option to (?:renew|extend)|right to (?:renew|extend)|(?<!not )(?:desires?|wish(?:es)?|elects?|request\w*|intent\w*|intends) (?:to|that|for) (?:renew|exten)|exercis\w+|may (?:renew|extend)|may be (?:renew|extend)\w+ [^.;]{0,80}\bby notice|"
    r"(?<!not )to renew (?:the|this)|notice of (?:its |your )?(?:renewal|extension|exercise|(?:intent\w*|desire|election) to (?:renew|extend))|mutual(?:ly)? (?:agree\w*|written|consent)|"
    r"agree (?:in writing|on such|to (?:renew|extend)))\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:insur(?:ance|er|ed)\w*|polic(?:y|ies)|letter of credit|bankruptcy|lessor|landlord|invoice)\b"
    r"|\bnotice of (?:any |all |its |a |the )?(?:deficienc|increase|change|default|breach|price)\w*",
    re.IGNORECASE,
)
_SUCH_NOTICE = re.compile(
    r"[.\s]*(?:(?:Any |The )?(?:[Ss]uch|[Tt]his|[Ss]aid) (?:written |prior )?[Nn]otice|Notice (?:of|must|shall|is))\b"
)
_RENEWS_ITSELF = re.compile(
    r"\bautomatic\w* (?:and )?(?:success\w+ )?(?:renew|exten)\w*|\b(?:renew\w*|exten\w+) automatically|\btacit\w* renew\w*|\brenew\w* tacit\w*",
    re.IGNORECASE,
)
_TERM_IN_EFFECT = re.compile(
    r"\b(?:end|expir\w+|conclusion) of (?:the|its|any|each) (?:relevant|applicable|then[- ](?:current|existing|prevailing)|current) (?:[\w-]+ ){0,2}(?:term|period)\b",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(
    r"\b(?:no (?:earlier|more|sooner) than|not (?:earlier|more|sooner) than|more than|but not|after|cure\w*|breach|default)\s(?:the )?$",
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
    found: list[StopNotice] = []
    done = 0
    for renews in RENEWS.finditer(words.text):
        if renews.start() < done:
            continue
        start, end = words.sentence(renews.start())
        start, end = max(start, renews.start() - 600), min(end, renews.end() + 900)
        done = end
        notice = _stop_notice(words.text, start, end)
        if notice is None and _AUTOMATIC.search(words.text, start, end):
            after = words.sentence(min(end + 1, len(words.text) - 1))[1]
            said = _STOPS.search(words.text, start, end) is not None and _SUCH_NOTICE.match(words.text, end)
            notice = _stop_notice(words.text, end, min(after, end + 350), follows=True, stopped=bool(said))
        if notice is not None:
            found.append(notice)
    return found or _stop_elsewhere(words)


def _stop_elsewhere(words: Words) -> list[StopNotice]:
    """The notices that end an agreement with a term that would be followed by another: the renewal stands in another clause."""
    if _RENEWS_ITSELF.search(words.text) is None:
        return []
    found: list[StopNotice] = []
    for mark in _TERM_IN_EFFECT.finditer(words.text):
        start, end = words.sentence(mark.start())
        start, end = max(start, mark.start() - 300), min(end, mark.end() + 100)
        notice = _stop_notice(words.text, start, end, automatic=True)
        if notice is not None:
            found.append(notice)
    return found


def _stop_notice(
    text: str,
    start: int,
    end: int,
    *,
    follows: bool = False,
    stopped: bool = False,
    automatic: bool = False,
) -> StopNotice | None:
    """The notice that a sentence about renewal gives, or one that follows it (`follows`).

    `stopped` says that the sentence before was about a notice that stops renewal, `automatic` that the agreement renews itself.
    """
    for match in _DURATION.finditer(text, start, end):
        mention = duration_of(match)
        if not _BEFORE.match(text, mention.end) or _NOT_THIS.search(
            text, max(start, mention.start - 30), mention.start
        ):
            continue
        near = (max(start, mention.start - 240), min(mention.end + 220, end))
        wide = (max(start, mention.start - 400), near[1])
        if not _NOTICE.search(text, *near) or not (follows or automatic or _AUTOMATIC.search(text, *wide)):
            continue
        if _OPTION.search(
            text, max(start, mention.start - 200), min(mention.end + 100, end)
        ) or _OTHER.search(text, *near):
            continue
        at_end = _END_OF_TERM.search(text, mention.end, near[1])
        stops = stopped or _STOPS.search(text, *near)
        if (at_end and (stops or _UNLESS.search(text, start, end)) if not follows else at_end and stops) or (
            stops and _UNLESS.search(text, start, mention.start) and not follows
        ):
            return StopNotice(
                mention.duration, mention.figures, near[0] if follows else start, min(mention.end + 60, end)
            )
    return None


def notice_period(words: Words, notices: list[StopNotice]) -> Term | None:
    """The notice, in ISO 8601."""
    if not notices or len({notice.duration for notice in notices}) > 1:
        return None
    first = notices[0]
    return words.term("notice_period", str(first.duration), first.start, first.end)
