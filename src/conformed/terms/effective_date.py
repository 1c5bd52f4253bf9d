"""The day from which the agreement holds: "(the "Effective Date")", "effective as of July 1, 2001".

Rules that this file must obey:

* A date that the paper calls its Effective (or Commencement) Date decides; then one from which the opening makes it effective.
* Where the paper gives no day that name, the day decides on which it says that its term begins.
* Where that name points at the agreement's own date ("the date first above written"), it is that date.
* One that waits for an event ("the date of the last signature", "upon approval") has no effective date until the event is
  known, and an agreement that names no day has none either, though the law may have it hold from its date.
"""

from __future__ import annotations

import datetime as dt
import re

from conformed.model.document import DateMention
from conformed.model.term import Term
from conformed.terms.agreement_date import dates_between, signed_otherwise
from conformed.terms.commencement import OWN_DATE, commencement
from conformed.terms.opening import Opening
from conformed.terms.term_clause import TermClause
from conformed.terms.words import Words

__all__ = ["effective_date", "from_the_term"]

_NAME = r"(?:Agreement |Contract |Amendment |Amended |Addendum |Second |First |Third )?(?:Effective|Commencement|EFFECTIVE|COMMENCEMENT) (?:Date|DATE|date)"
_NAMED_AFTER = re.compile(
    rf"[,;]?\s?(?:the )?\((?![^()\"]{{0,40}}\b(?:from|after|of|before|prior to|following|since) )(?:[^()\"]{{0,50}})\"?\s?(?:the )?{_NAME}[,.]?\s?[\")]"
)
_DEFINED = re.compile(
    rf"\"\s?{_NAME}[,.]?\s?\"[,]?\s?(?:of this (?:Agreement|Contract) )?(?:shall mean|means|shall be|is|will be|refers to|as used herein,? means)\b"
    rf"|\b{_NAME}(?: of (?:this|the) (?:Agreement|Contract))?(?: ?\([^()]{{0,50}}\))? (?:shall mean|means|shall be|is|will be)\b"
    r"|\b(?:[Cc]ommencement|[Ee]ffective) date (?:for|of) (?:this|the) (?:agreement|contract|lease) (?:shall be|is|will be)\b|\b(?:EFFECTIVE DATE|Effective Date)\s?[:.-]{{1,3}}",
)
_TAKES = re.compile(
    r"\b(?:agreement|contract|amendment|addendum|it)\b(?: and [^.;]{0,40})? (?:shall |will |is |are )?(?:be |become |becomes |take |takes |made |deemed )*"
    r"(?:effective|effect)(?: as)?(?: of| on| from| and binding on| and binding as of)\b",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    rf"\"\s?{_NAME}[,.]?\s?\"\)?:?,?\s?(?:(?:is |made |dated )?as of |on |from )?(?:the )?(?=[\dA-Z]|[a-z]+ day of )"
)
_EFFECTIVE = re.compile(
    r"\beffective(?: date)?(?: for all purposes[^.;]{0,40})?[,:]?(?: as| made)?(?: of| on| from| this)*(?: the| this)*[\s:]*$",
    re.IGNORECASE,
)
_OWN = re.compile(rf"\b(?:{OWN_DATE}|date of this (?:agreement|contract))\b", re.IGNORECASE)
_OWN_NAMED = re.compile(
    rf"\b(?:as of|on|from|effective) (?:the )?(?i:{OWN_DATE}|dates? (?:last|latest|below)|(?:last|latest|later)(?: of the)?(?: two)? (?:date|signature))\b[^()\";]{{0,70}}"
    rf"\((?:[^()\"]{{0,30}})\"?\s?(?:the )?{_NAME}[,.]?\s?[\")]"
)
_BELOW = re.compile(r"\b(?:last|latest|later|below|signature)\b")
_EVENT = re.compile(
    r"\b(?:last (?:signature|date|party|to sign)|latest? (?:of|date|signature)|later of|earlier of|upon (?:the )?(?:approval|receipt|closing|consummation|execution)|"
    r"closing date|distribution date|on which|when)\b",
    re.IGNORECASE,
)


def effective_date(words: Words, opening: Opening | None, agreed: Term | None) -> Term | None:
    """The day from which the agreement holds, `agreed` being its own date."""
    text = words.text
    if opening is not None:
        for found in dates_between(text, opening.start, opening.end):
            if _NAMED_AFTER.match(text, found.end):
                return _term(words, found)
        for found in dates_between(text, opening.start, opening.end):
            if _EFFECTIVE.search(text, max(found.start - 90, opening.start), found.start):
                return _term(words, found)
        own = _OWN_NAMED.search(text, opening.start, opening.end)
        if own is not None and agreed is not None and isinstance(agreed.value, dt.date):
            signed = _BELOW.search(own.group()) is not None
            if not signed or not signed_otherwise(words, agreed):
                return words.term("effective_date", agreed.value, *own.span(), how="the agreement's date")
    for match in _DEFINED.finditer(text):
        stop = min(words.sentence(match.end())[1], match.end() + 200)
        dates = dates_between(text, match.end(), min(match.end() + 160, stop))
        if dates and not _EVENT.search(text, match.end(), dates[0].start):
            return _term(words, dates[0])
        if _OWN.search(text, match.end(), min(match.end() + 90, stop)) and agreed is not None:
            return words.term("effective_date", agreed.value, match.start(), stop, how="the agreement's date")
    for match in _NAMED_BEFORE.finditer(text):
        first = next(iter(dates_between(text, match.end(), match.end() + 40)), None)
        if first is not None and first.start == match.end():
            return _term(words, first)
    for found in dates_between(text, 0, min(len(text), 3000)):
        if _NAMED_AFTER.match(text, found.end) or re.search(
            rf"{_NAME}[:\s]*$", text[max(found.start - 40, 0) : found.start]
        ):
            return _term(words, found)
    for match in _TAKES.finditer(text):
        dates = dates_between(text, match.end(), min(match.end() + 60, len(text)))
        if dates and not _EVENT.search(text, match.end(), dates[0].start):
            return _term(words, dates[0])
    begins = commencement(words, agreed)
    if begins is None:
        return None
    how = "the agreement's date" if begins.own else "the day on which the term begins"
    return words.term("effective_date", begins.day, begins.start, begins.end, how=how)


def from_the_term(words: Words, clauses: list[TermClause]) -> Term | None:
    """The first day that the clause about the term prints, where nothing else in the paper says when it begins to hold."""
    first = next(iter(clauses), None)
    if first is None or first.starts is None or {one.starts for one in clauses} - {first.starts, None}:
        return None
    for found in dates_between(words.text, first.start, first.end):
        if found.date == first.starts and found.date != first.ends:
            return words.term(
                "effective_date", found.date, first.start, found.end, how="the day on which the term begins"
            )
    return None


def _term(words: Words, found: DateMention) -> Term:
    return words.term("effective_date", found.date, found.start, found.end)
