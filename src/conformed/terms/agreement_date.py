"""The date of the agreement: "dated as of May 1, 2001", "made this 1st day of May, 2001".

Rules that this file must obey:

* The opening words decide; then a date that the cover gives the paper; then the testimonium ("IN WITNESS WHEREOF ... as of
  May 1, 2001"); then the signatures, where all that are dated agree.
* A date that the opening gives to another paper ("that certain Lease dated ...") is not this one's.
* A blank ("this __ day of March, 2001") means that the paper states no date: nothing later fills it in.
"""

from __future__ import annotations

import re

from conformed.model.document import DateMention
from conformed.model.term import Term
from conformed.structure.dates import find_dates, find_numeric_dates
from conformed.terms.opening import Opening
from conformed.terms.words import Words

__all__ = ["agreement_date", "dates_between"]

_OTHER = re.compile(
    r"\b(?:that certain|those certain|pursuant to|under (?:the|a|an)|incorporated|organized|established|existing|amended|"
    r"amend(?:s|ing)|born|supplement(?:s|ing)?|Act of|certain [A-Z]\w+|terminat\w+|expir\w+|ending|until|through|replaces?|supersedes?)\b[^;]{0,120}$",
)
_GIVEN = re.compile(
    r"\b(?:dated?|as of|on|this|the|effective|at|of|from|made|into|executed|signed|is|agreement|contract|amendment|between|and|day|reference|ag|inc|llc|ltd|corp|limited|[A-Z]\w+,)\b[^\w]{0,4}(?:the |this |on )?$"
    r"|[,:)] ?$",
    re.IGNORECASE,
)
_BLANK = re.compile(
    r"(?:dated|made|entered into|executed|as of|effective|this|the|on)\b[^.;()]{0,30}?"
    r"(?:_{2,}|\[[\s_●•·\u2022\u25cf*.-]*\]|\bday of ?,|\bday of ?\d{0,2}[ ,]*(?:by|between)|●|\s, (?:19|20)\d\d|[.…]{4,}|-{3,})",
    re.IGNORECASE,
)
_COVER = re.compile(
    r"\b(?:dated?(?: as of| for reference| effective| this| the)*|as of|date of (?:this )?(?:agreement|contract)|(?:agreement|contract|execution|signing) date"
    r"|effective(?: as of| date)?|made(?: as of| on)?|entered into(?: as of| on)?)[\s:.,]*(?:the |this |on )*$",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:AGREEMENT|CONTRACT|Agreement|Contract|LETTER|AMENDMENT)\b[,.]?(?: [A-Z][\w.]+,?){0,2} $"
)
_WITNESS = re.compile(
    r"\bin witness (?:whereof|hereof|of which)\b|\bhave (?:duly )?(?:executed|signed) this\b|"
    r"\b(?:done and )?signed (?:(?:and sealed )?(?:at|by|on|in|this)|on behalf)\b|\bexecuted (?:on|as of|this)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:executed|signed|effective|as of|dated|this|on|date)[\s,:]*(?:the |this |on |as of )*$",
    re.IGNORECASE,
)
_BESIDE_SIGNATURE = re.compile(r"\bdated?(?: signed)?\s?[:.]? ?(?:as of )?[_ ]*$", re.IGNORECASE)
_SIGNATURE = re.compile(r"/s/|\bBy\s?:|\bName\s?:|\bTitle\s?:|\bSignature\b", re.IGNORECASE)
_ATTACHED = re.compile(r"\b(?:APPENDIX|Appendix|SCHEDULE|Schedule|EXHIBIT|Exhibit|ANNEX|Annex)\b")
_FILING = re.compile(r"\bSource: [^;]{3,90}, [\w/() -]{2,12}, $")


def agreement_date(words: Words, opening: Opening | None) -> Term | None:
    """The date that the paper states of itself."""
    text = words.text
    if opening is not None:
        dates = dates_between(text, opening.start, min(opening.end, _second_end(words, opening)))
        ends = [opening.start, *(found.end for found in dates)]
        own = (
            found
            for before, found in zip(ends, dates, strict=False)
            if not _OTHER.search(text, max(before, found.start - 160), found.start)
            and _GIVEN.search(text, max(opening.start, found.start - 60), found.start)
        )
        first = next(own, None)
        blank = _BLANK.search(text, opening.start, opening.end)
        if blank and (first is None or blank.start() < first.start):
            return None
        if first is not None:
            return words.term("agreement_date", first.date, first.start, first.end)
    cover_end = opening.start if opening is not None else min(1500, len(text))
    for found in dates_between(text, 0, cover_end):
        before = text[max(found.start - 60, 0) : found.start]
        if (_COVER.search(before) or _TITLED.search(before)) and not _OTHER.search(before):
            return words.term("agreement_date", found.date, found.start, found.end)
    return _witnessed(words) or _signed(words)


def _second_end(words: Words, opening: Opening) -> int:
    """Where the opening's second sentence ends: what follows speaks of other things."""
    first = words.sentence(opening.start)[1]
    return words.sentence(min(first + 1, len(words.text) - 1))[1] + 1


def _witnessed(words: Words) -> Term | None:
    """The testimonium's date."""
    text = words.text
    for mark in _WITNESS.finditer(text, len(text) // 3):
        for found in dates_between(text, mark.start(), min(mark.start() + 400, len(text))):
            before = text[mark.start() : found.start]
            if _SIGNED.search(before[-40:]) and not _SIGNATURE.search(before):
                return words.term("agreement_date", found.date, found.start, found.end)
    return None


def _signed(words: Words) -> Term | None:
    """The day of the last signature, where the paper states no day but those beside the signatures."""
    text = words.text
    dated = []
    for found in dates_between(text, len(text) // 3, len(text)):
        before = _ATTACHED.split(text[max(found.start - 300, 0) : found.start])[-1]
        if _BESIDE_SIGNATURE.search(before[-24:]) and _SIGNATURE.search(before):
            dated.append(found)
    if not dated:
        return None
    last = max(dated, key=lambda found: found.date)
    how = "the day of the last signature" if len({found.date for found in dated}) > 1 else None
    return words.term("agreement_date", last.date, last.start, last.end, how=how)


def dates_between(text: str, start: int, end: int) -> list[DateMention]:
    """Every date from `start` to `end`, in order, those in figures included."""
    found = [*find_dates(text, start=start, end=end), *find_numeric_dates(text, start=start, end=end)]
    found = [
        mention for mention in found if not _FILING.search(text, max(mention.start - 110, 0), mention.start)
    ]
    return sorted(found, key=lambda mention: mention.start)
