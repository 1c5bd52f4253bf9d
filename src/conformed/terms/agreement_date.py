"""The date of the agreement: "dated as of May 1, 2001", "made this 1st day of May, 2001".

Rules that this file must obey:

* The opening words decide; then a date that the cover or the back sheet gives the paper; then the testimonium ("IN WITNESS
  WHEREOF ... as of May 1, 2001"); then the last of the dated signatures; then a bare date with which the paper begins and ends.
* A day headed "Effective Date" on the cover is the day from which the paper holds: it dates the paper only where nothing else does.
* A day on which the opening says that the paper is made goes before one from which it holds.
* A letter bears its date alone on a line above its greeting.
* A date that the opening gives to another paper ("that certain Lease dated ..."), or the subject of a letter, is not this one's.
* What a recital dates is never this paper.
* A blank ("this __ day of March, 2001") means that the paper states no date: nothing later fills it in.
"""

from __future__ import annotations

import re

from conformed.model.document import DateMention
from conformed.model.term import Term
from conformed.structure.dates import find_dates, find_numeric_dates
from conformed.terms.opening import PAPER, Opening
from conformed.terms.words import Words

__all__ = ["agreement_date", "dates_between", "signed_otherwise"]

_OTHER = re.compile(
    r"\b(?:that certain|those certain|pursuant to|under (?:the|a|an)|incorporated|organized|established|existing|amended|"
    r"amend(?:s|ing)|born|supplement(?:s|ing)?|Act of|certain [A-Z]\w+|terminat\w+|expir\w+|ending|until|through|replaces?|supersedes?)\b[^;]{0,120}$",
)
_ASIDE = re.compile(r"\([^()]{0,200}\)")
_GIVEN = re.compile(
    r"\b(?:dated?|as of|on|this|the|effective|at|of|from|made|into|executed|signed|is|agreement|contract|amendment|between|and|day|reference|ag|inc|llc|ltd|corp|limited|[A-Z]\w+,)\b[\W_]{0,4}(?:the |this |on )?_{0,12}$"
    r"|[,:)] ?$",
    re.IGNORECASE,
)
_MADE = re.compile(r"\b(?:made|entered|executed|signed|concluded|dated)\b[^.;()]{0,30}$", re.IGNORECASE)
_BLANK = re.compile(
    r"(?:dated|made|entered into|executed|as of|effective|this|the|on)\b[^.;()]{0,30}?"
    r"(?:_{2,}|\[[\s_●•·\u2022\u25cf*.-]*\]|\bday of ?,|\bday of ?\d{0,2}[ ,]*(?:by|between)|●|\s, (?:19|20)\d\d|[.…]{4,}|-{3,})",
    re.IGNORECASE,
)
_COVER = re.compile(
    r"\b(?:(?<!effective )(?<!commencement )dated?(?: as of| for reference| effective| this| the)*|as of|date of (?:this )?(?:agreement|contract)|(?:agreement|contract|execution|signing) date"
    r"|made(?: as of| on)?|last (?:updated|revised)(?: on)?|entered into(?: as of| on)?)[\s:.,_]*(?:the |this |on )*$",
    re.IGNORECASE,
)
_HOLDS_FROM = re.compile(r"\beffective(?: as of| date)?[\s:.,]*(?:the |this |on )*$", re.IGNORECASE)
_ANOTHERS = re.compile(
    r"\b(?<!\bThis is )(?<!\bTHIS IS )(?:[Aa]n?|the|that|those|such|said|certain|following|each|[Oo]ur|[Yy]our)(?: [a-z]+){0,2}(?: (?:[A-Z][\w&'/-]*,?|of|and|for|to))*"
    rf" (?i:{PAPER})(?:\(s\))?(?: ?\([^()]*\))?,? (?:(?:is |are )?dated|made|entered)\b[^.;]{{0,30}}$"
    r"|\bto that [A-Z][^;]{0,200}$|\b(?:Re|RE)\s?: [^:;]{0,110}$"
)
_BACK_SHEET = re.compile(r"\bDATED:? (?:this )?(?:the )?$")
_TITLED = re.compile(
    r"\b(?:AGREEMENT|CONTRACT|Agreement|Contract|LETTER|AMENDMENT)\b[,.]?(?: [A-Z][\w.]+,?){0,2} $"
)
_WITNESS = re.compile(
    r"\bin witness (?:whereof|hereof|of which)\b|\bhave (?:duly )?(?:executed|signed) this\b|\bsigned and effective\b|"
    r"\b(?:done and )?signed (?:(?:and sealed )?(?:at|by|on|in|this)|on behalf)\b|\bexecuted (?:on|as of|this)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:executed|signed|effective|as of|dated|this|on|date)[\s,:]*(?:the |this |on |as of )*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r" (?:[\d/.-]{6,10} |(?:[-_ ]{3,90}+)?(?:[A-Z][\w.,&]* ){0,4})?Date\b")
_BESIDE_SIGNATURE = re.compile(r"\bdated?(?: signed)?\s?[:.]? ?(?:as of )?[_ ]*$", re.IGNORECASE)
_SIGNATURE = re.compile(r"/s/|\bBy\s?:|\bName\s?:|\bPrinted Name\b|\bTitle\s?:|\bSignature\b", re.IGNORECASE)
_SEALED = re.compile(r"\((?:signature|signed|(?:common |corporate )?seal|stamp|chop)\)[\s:]*$", re.IGNORECASE)
_ABOVE = re.compile(r"(?: [A-Z][a-z]+ \d{1,2}, \d{4})? /s/")
_ATTACHED = re.compile(r"\b(?:APPENDIX|Appendix|SCHEDULE|Schedule|EXHIBIT|Exhibit|ANNEX|Annex)\b")
_HEAD = 1500
_RECITAL = re.compile(r"\b(?:WHEREAS|Whereas)\b")
_LETTER = re.compile(r"\b(?:Dear|Gentlemen|Ladies and Gentlemen|Re\s?:|RE\s?:)[ ,:]")
_FILING = re.compile(r"\bSource: [^;]{3,90}, [\w/() -]{2,12}, $")


def agreement_date(words: Words, opening: Opening | None) -> Term | None:
    """The date that the paper states of itself."""
    text = words.text
    if opening is not None:
        dates = dates_between(text, opening.start, min(opening.end, _second_end(words, opening)))
        ends = [opening.start, *(found.end for found in dates)]
        said_here = [
            found
            for before, found in zip(ends, dates, strict=False)
            if not _OTHER.search(
                said := _plain(text[max(before, found.start - 300) : found.start]),
                max(len(said) - 160, 0),
            )
            and not _ANOTHERS.search(said)
            and _GIVEN.search(text, max(opening.start, found.start - 60), found.start)
        ]
        made = (
            found
            for found in said_here
            if _MADE.search(text, max(opening.start, found.start - 40), found.start)
        )
        first = next(made, next(iter(said_here), None))
        blank = _BLANK.search(text, opening.start, opening.end)
        if blank and (first is None or blank.end() < first.start):
            return None
        if first is not None:
            return words.term("agreement_date", first.date, first.start, first.end)
    elif (written := _letterhead(words)) is not None:
        return words.term("agreement_date", written.date, written.start, written.end)
    cover_end = opening.start if opening is not None else min(1500, len(text))
    recital = _RECITAL.search(text, 0, cover_end)
    cover_end = recital.start() if recital else cover_end
    cover = [
        (found, before)
        for found in dates_between(text, 0, cover_end)
        if not _OTHER.search(before := text[max(found.start - 60, 0) : found.start])
        and not _ANOTHERS.search(text, max(found.start - 120, 0), found.start)
    ]
    own = (found for found, before in cover if _COVER.search(before) or _TITLED.search(before))
    if (first := next(own, None) or _back_sheet(words)) is not None:
        return words.term("agreement_date", first.date, first.start, first.end)
    if (term := _witnessed(words) or _signed(words)) is not None:
        return term
    holds = (found for found, before in cover if _HOLDS_FROM.search(before))
    if (first := next(holds, None) or _bare(text, cover_end)) is not None:
        return words.term("agreement_date", first.date, first.start, first.end)
    return None


def _plain(words: str) -> str:
    """The words without what stands in parentheses."""
    return re.sub(" +", " ", _ASIDE.sub("", words))


def _letterhead(words: Words) -> DateMention | None:
    """The date of a letter: alone on its line, above the words that greet the reader."""
    text, raw = words.text, words.document.text.string
    greeting = _LETTER.search(text, 0, _HEAD)
    alone = []
    for found in dates_between(text, 0, greeting.start()) if greeting else ():
        start, end = words.span(found.start, found.end)
        before = raw[raw.rfind("\n", 0, start) + 1 : start]
        if not before.strip() and not raw[end : raw.find("\n", end)].strip():
            alone.append(found)
    return alone[0] if len({found.date for found in alone}) == 1 else None


def _back_sheet(words: Words) -> DateMention | None:
    """The date of the sheet around the paper: "DATED 1 May 2001" on a line of its own, away from the signatures."""
    text, raw = words.text, words.document.text.string
    for found in dates_between(text, 0, len(text)):
        head = _BACK_SHEET.search(text, max(found.start - 24, 0), found.start)
        if head is None or _SIGNATURE.search(text, max(found.start - 200, 0), found.start):
            continue
        line = raw.rfind("\n", 0, words.raw(head.start())) + 1
        if not raw[line : words.raw(head.start())].strip():
            return found
    return None


def _bare(text: str, cover_end: int) -> DateMention | None:
    """The one date of the cover, where the same date closes the paper."""
    cover = dates_between(text, 0, min(cover_end, 600))
    close = dates_between(text, max(len(text) - 40, 0), len(text))
    if close and len({found.date for found in cover}) == 1 and cover[0].date == close[-1].date:
        return cover[0] if not text[close[-1].end :].strip(" .") else None
    return None


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
    for found in dates_between(text, 0, len(text)):
        before = _ATTACHED.split(text[max(found.start - 450, 0) : found.start])[-1]
        late = found.start > len(text) // 3 or "/s/" in before
        beside = late and _BESIDE_SIGNATURE.search(before[-24:])
        if (
            ((beside or _BEHIND.match(text, found.end)) and _SIGNATURE.search(before))
            or (late and _SEALED.search(before[-24:]))
            or _ABOVE.match(text, found.end)
        ):
            dated.append(found)
    if not dated:
        return None
    last = max(dated, key=lambda found: found.date)
    how = "the day of the last signature" if len({found.date for found in dated}) > 1 else None
    return words.term("agreement_date", last.date, last.start, last.end, how=how)


def signed_otherwise(words: Words, agreed: Term | None) -> bool:
    """Whether the last of the signatures bears a day that is not the agreement's own."""
    last = _signed(words)
    return last is not None and (agreed is None or last.value != agreed.value)


def dates_between(text: str, start: int, end: int) -> list[DateMention]:
    """Every date from `start` to `end`, in order, those in figures included."""
    found = [*find_dates(text, start=start, end=end), *find_numeric_dates(text, start=start, end=end)]
    found = [
        mention for mention in found if not _FILING.search(text, max(mention.start - 110, 0), mention.start)
    ]
    return sorted(found, key=lambda mention: mention.start)
