"""The term for which the agreement renews: "shall automatically renew for successive one (1) year terms".

Rules that this file must obey:

* It is the length of a renewal of this agreement, automatic or at a party's option, not of the first term or of another paper.
* A renewal that comes by itself goes before one that somebody may agree to or ask for.
* Renewals of different lengths are no one answer.
"""

from __future__ import annotations

import re

from conformed.model.term import Term
from conformed.structure.durations import DURATION, Duration, duration_of
from conformed.terms.words import Words

__all__ = ["renewal_term"]

_RENEWS = re.compile(
    r"\b(?:renew(?:s|ed|al|als|able|ing)?|rolls? over|exten(?:d|ds|ded|sion|sions)|continu(?:e|es|ing|ation)|"
    r"(?:additional|successive|subsequent|further)(?= [^.;]{0,50}\b(?:terms?|periods?|years?|months?)\b))\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:additional|successive|subsequent|consecutive|further|renewal|renew\w*|another|exten(?:d|ds|ded|sion|sions)|each(?: such)?|one (?:\(1\) )?or more|year[- ]to[- ]year)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:initial|primary|original|first|base|least|notice|within|before|prior|preceding|last|following|after)\b[^.;,]{0,24}$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:\b(?:for|to|of|by|be|is|a|an|one|two|three|four|five|ten|up to|and|more|each|successive|additional|further|consecutive|subsequent|renewal|extension|periods?|terms?|another|another)|[):,\d])[\s(-]*$",
    re.IGNORECASE,
)
_UNCOUNTED = re.compile(
    r"\b(?:an additional|another|one additional|a further|successive|additional|every|each|every succeeding) (?P<unit>year|month)s?\b|\b(?P<rolling>year|month)[- ]{1,3}(?:to|by)[- ]{1,3}(?:year|month)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\bautomatic\w*[^.;]{0,60}? (?P<adjective>annual|yearly|monthly) (?:renewals?|extensions?|(?:(?:successive|renewal|extension) )?(?:terms?|periods?))\b"
    r"|\b(?:renew|exten)(?:s|ds|ed|ded)\b[^.;]{0,40}? (?:on an? )(?P<basis>annual|yearly|monthly) basis\b"
    r"|\brenew(?:s|ed|ing)?,? (?:automatically |itself |thereafter )*(?P<adverb>annually|yearly|monthly)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\s*(?:[')]|of\b)?\s*(?:prior|before|notice|written|advance|following|after|from)\b", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"\b(?:this|the|such|said) (?:[\w'-]+ ){0,3}?(?:agreement|contract|addendum|amendment|lease|schedule|sow|franchise|appointment)\b|\b(?:initial |renewal |original |current |extended |extension |contract )?term\b|"
    r"\bit shall\b|\brenewal\b|\binitial period\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:purchase order|insurance|letter of credit|warrant(?:y|ies)|cur(?:e|ing)|domain name|lease term|time (?:for|to|of)|deadline|deliver\w*|payment|force majeure|registration|patent|"
    r"surviv\w+|confidential\w*|non-?compet\w*|subscription|loan|delay\w*|grace|suspen\w+|restrict\w+|transition|wind[- ]down|sell[- ]off|evaluation|business entity|exclusivity|after (?:the )?(?:expiration|termination)|"
    r"provide|use|sell|maintain|work order|indebtedness|audit|records|facility|pay)\b",
    re.IGNORECASE,
)
_NOT_OF_THE_TERM = re.compile(
    r"\b(?:keep|kept|maintain|retain|preserve|record)\w*\b[^.;]{0,200}\b(?:books|records|accounts)\b"
    r"|\bmeans?\b[^.;]{0,60}\bperiods?\b[^.;]{0,80}\b(?:each|every|any) (?:successive|subsequent|additional|further)\b",
    re.IGNORECASE,
)
_AUTOMATIC = re.compile(r"\bautomatic|\b(?:shall|will) (?:\w+ )?(?:be )?(?:renew|exten)", re.IGNORECASE)
_LEAD = 60
_DURATION = re.compile(DURATION, re.IGNORECASE)


def renewal_term(words: Words) -> Term | None:
    """The length of a renewal, in ISO 8601; `how` says "successive" where it repeats."""
    found: list[tuple[Duration, int, int, bool]] = []
    done = 0
    for renews in _RENEWS.finditer(words.text):
        if renews.start() < done:
            continue
        start, end = words.sentence(renews.start())
        read = _renewal(
            words.text, max(start, renews.start() - 300), renews.start(), min(renews.end() + 260, end)
        )
        if read is not None:
            found.append(read)
            done = read[2]
    itself = [one for one in found if _AUTOMATIC.search(words.text, max(one[1] - _LEAD, 0), one[2])]
    found = itself if itself and len(_lengths(found)) > 1 else found
    if len(_lengths(found)) != 1:
        return None
    duration, start, end, again = found[0]
    return words.term("renewal_term", str(duration), start, end, how="successive" if again else None)


def _lengths(found: list[tuple[Duration, int, int, bool]]) -> set[object]:
    return {12 * duration.years + duration.months or duration for duration, *_ in found}


def _renewal(text: str, sentence: int, start: int, end: int) -> tuple[Duration, int, int, bool] | None:
    """The length of the renewal that the words from `start` speak of, its place, and whether it repeats."""
    if _NOT_OF_THE_TERM.search(text, sentence, end):
        return None
    for match in _DURATION.finditer(text, start, end):
        mention = duration_of(match)
        if match["business"] or (mention.duration.days and mention.duration.days < 28):
            continue
        near = text[max(mention.start - 100, start) : mention.start]
        if (
            not _AGAIN.search(near)
            or not _LINK.search(near)
            or _FIRST.search(near)
            or _BACK.match(text, match.end())
        ):
            continue
        if _OTHER.search(text, max(sentence, start - 80), mention.start) or not _SUBJECT.search(
            text, sentence, min(mention.end + 60, len(text))
        ):
            continue
        return mention.duration, start, match.end(), _repeats(text, start, mention.end)
    for bare in _UNCOUNTED.finditer(text, start, end):
        if _OTHER.search(text, max(sentence, start - 80), bare.start()) or not _SUBJECT.search(
            text, sentence, end
        ):
            continue
        unit = (bare["unit"] or bare["rolling"]).lower()
        duration = Duration(years=1) if unit == "year" else Duration(months=1)
        return duration, start, bare.end(), bare["rolling"] is not None or _repeats(text, start, bare.end())
    for often in _EVERY.finditer(text, max(sentence, start - _LEAD), end):
        if _OTHER.search(text, max(sentence, start - 80), often.start()) or not _SUBJECT.search(
            text, sentence, end
        ):
            continue
        month = (often["adjective"] or often["basis"] or often["adverb"]).lower().startswith("month")
        return (
            Duration(months=1) if month else Duration(years=1),
            min(start, often.start()),
            often.end(),
            True,
        )
    return None


def _repeats(text: str, start: int, end: int) -> bool:
    words = text[start : end + 30]
    return bool(
        re.search(
            r"\b(?:successive|consecutive|every|each|one (?:\(1\) )?or more|year[- ]to)\b|\badditional [^.;]{0,30}(?:terms|periods)\b",
            words,
            re.I,
        )
    )
