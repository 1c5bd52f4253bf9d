"""The day on which the agreement's term begins: "the term of this Agreement shall commence on June 1, 2001".

Rules that this file must obey:

* The words must say that the agreement, or its term, begins on a day that is printed or is the agreement's own ("the date
  hereof"); a day that is only described ("upon approval") is not known.
* An agreement that begins when it is signed begins on its own date, unless its signatures bear another.
* The beginning of something else (a renewal, a warranty, a payment, another paper) is none, nor is what happens during the term.
* Beginnings on different days are no one answer.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from conformed.model.term import Term
from conformed.terms.agreement_date import dates_between, signed_otherwise
from conformed.terms.term_words import HEADING_GOES_ON
from conformed.terms.words import Words

__all__ = ["OWN_DATE", "Commencement", "commencement"]

OWN_DATE = (
    r"(?:dates? (?:first )?(?:set forth|written|above|stated|listed|of this (?:agreement|contract|amendment)|hereof|specified|appearing|indicated|mentioned)|"
    r"day and year first|(?:above|first)[- ](?:written|referenced|mentioned) date)"
)
"""The agreement's own date, as it is spoken of within the agreement; compiled with IGNORECASE."""

_PAPER = (
    r"(?:(?:this|the|said|present) (?:(?!(?:term|of|renewal|this|lease|loan|prior)\b)[\w'-]+ ){0,4}?(?:agreement|contract|addendum|amendment|venture)"
    r"|this lease(?: agreement)?)"
)
_SUBJECT = re.compile(
    rf"\b(?P<what>(?:initial |original |effective )?(?:term|duration)\b(?! {HEADING_GOES_ON})(?: (?:of|for) {_PAPER}| hereof| of the licen[cs]e|(?! of\b))|{_PAPER})\b"
    r"(?P<between>(?:[^.;()]|\([^()]{0,80}\)){0,160}?)$",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:commenc(?:e|es|ing)|begin(?:s|ning)?|start(?:s|ing)?|(?:is|be|becomes?) (?:deemed )?effective|(?:take|come)s? (?:in)?(?:to )?(?:full )?(?:effect|force))\b"
    r"(?: (?:and (?:be|become) effective|on|upon|as of|as from|from|with effect|with|at|effective))*+[ ,:]*(?:the )?",
    re.IGNORECASE,
)
_DAY = re.compile(r"_|\d|[A-Z]|\w+(?:[ -]\w+)? (?:day )?(?:of|in) ")
_OWN = re.compile(OWN_DATE, re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:date (?:of|on which|when) )?(?:the |its |their |it is |this agreement is )?(?:(?:due )?(?:execution|signing|signatures?(?: and seals?)?)|(?:duly )?(?:signed|executed))"
    r"(?: (?:and|or) (?:affixed with|seal\w*|deliver\w*)[^.;,()]{0,40}?)?(?: (?:hereof|thereof|of (?:this|the) (?:agreement|document|contract|amendment|lease)))?"
    r"(?: (?:by|of) (?:the (?:duly )?(?:authori[sz]ed )?representatives? of )?(?:both|all|the|each)(?: of)?(?: the)? part(?:ies|y)(?: hereto)?)?(?= ?[.,;)(]| and\b| in (?:tripl|dupl))",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:renew\w*|exten\w+|warrant\w*|lease|loan|option|pa(?:y|id)\w*|fees?|rent|royalt\w+|such|prior|previous|notice|terminat\w+|"
    r"expir\w+|if|which|when|until|after|upon|within|deliver\w*|services?|work|additional|successive|subsequent|each|every)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\bunless\b[^,;()]{0,120},|\([^()]{0,80}\)", re.IGNORECASE)
_OBLIQUE = re.compile(
    r"\b(?:during|throughout|within|after|following|before|prior to|under|of|by|to|in|with|from|that|any|each|between|terminates?|renew(?:al)?|extend|extended|extension|"
    r"additional|prior|original|second|subsequent|next)"
    r"(?: the| this| said| its| such| any| each| an?| entire)* ?$",
    re.IGNORECASE,
)
_NEAR = 14
_REACH = 400


@dataclass(frozen=True, slots=True)
class Commencement:
    """The first day, the words that say it (`start` to `end` of `Words.text`), and whether it is the agreement's own date."""

    day: dt.date
    start: int
    end: int
    own: bool


def commencement(words: Words, agreed: Term | None) -> Commencement | None:
    """The day on which the agreement's term begins, `agreed` being the agreement's own date."""
    text = words.text
    own = agreed.value if agreed is not None and isinstance(agreed.value, dt.date) else None
    found: list[Commencement] = []
    for verb in _BEGINS.finditer(text):
        said = _said(text, verb.end(), own)
        if (
            said is not None
            and said[2]
            and _SIGNED.match(text, verb.end())
            and signed_otherwise(words, agreed)
        ):
            continue
        if said is None:
            continue
        start = max(words.sentence(verb.start())[0], verb.start() - _REACH)
        subject = _SUBJECT.search(text, start, verb.start())
        if subject is None or _OTHER.search(_ASIDE.sub(" ", subject["between"])):
            continue
        if not _OBLIQUE.search(text, max(subject.start() - 40, 0), subject.start()):
            found.append(Commencement(said[0], subject.start(), said[1], own=said[2]))
    return found[0] if len({one.day for one in found}) == 1 else None


def _said(text: str, close: int, own: dt.date | None) -> tuple[dt.date, int, bool] | None:
    """The day that the words at `close` name, where they end, and whether it is the agreement's own date."""
    if own is not None and (named := _OWN.match(text, close) or _SIGNED.match(text, close)):
        return own, named.end(), True
    if _DAY.match(text, close) is None:
        return None
    dates = dates_between(text, close, min(close + 60, len(text)))
    return (dates[0].date, dates[0].end, False) if dates and dates[0].start - close < _NEAR else None
