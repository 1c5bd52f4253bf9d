"""Termination rights: who may end the agreement, on what grounds, with what notice and what time to cure.

    "Either party may terminate this Agreement upon thirty (30) days' written notice if the other party materially breaches ..."

Rules that this file must obey:

* The right is one to end this agreement, or a part of it that the clause names; rights under a purchase order or a lease are another's.
* A time within which a breach may be cured is not the notice, and "immediately" is a notice of no days.
"""

from __future__ import annotations

import re

from conformed.terms.amounts import SPAN, Read, span
from conformed.terms.clause import Clause, Holders
from conformed.terms.words import Words

__all__ = ["termination_rights"]

_PAPER = r"(?:this|the|said) (?:[\w'-]+ ){0,3}?(?:agreement|contract|lease|franchise|amendment|appointment|engagement)"
_NOTICE = re.compile(
    rf"(?:\b(?:upon|by|on|with|giving|given|give|gives|of|least|after|than|provides?|providing|a)|,)\s(?:at least |not less than |no less than |a minimum of |giving |providing |having given |the giving of )?{SPAN}"
    r"(?:'|'s)?\s?(?:,? ?(?:prior|advance|written|before|or more|days) ?)*(?:notice|notification|(?:prior )?(?:to|in) (?:the )?(?:terminat|effective|writing)|prior to|before|in advance)",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\b(?:immediately|forthwith|with immediate effect|without (?:prior )?notice|effect on the day of the notice)\b",
    re.IGNORECASE,
)
_GROUNDS = re.compile(
    r"\b(?:if|in the event(?: that| of)?|upon the occurrence of|where|should|for (?=cause|convenience|any reason|no reason|breach|material|default|non)|without cause|at any time|following|after|because of|"
    r"due to|while)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[tT](?:erminate|ERMINATE)|[cC](?:ancel|ANCEL)")
_LABEL = re.compile(r"^(?:(?:\(?\w{1,4}[.)]|\d+(?:\.\d+)+)\s)+")
_MOST_GROUNDS = 240


def termination_rights(words: Words, holders: Holders) -> list[Clause]:
    """Every right to end the agreement, in order."""
    lead = re.compile(
        rf"(?<![\w-])(?P<holder>{holders.pattern})(?:\s\([^()]{{0,60}}\))?,?\s(?:shall (?:have|retain) the (?:right|option)(?: and option)?,?[^.;]{{0,60}}?\sto|has the (?:right|option)[^.;]{{0,40}}?\sto|may|shall be entitled to|is entitled to|"
        rf"can|will have the right to|shall be permitted to)\b(?P<between>[^.;]{{0,120}}?)\b(?:terminate|cancel)\b(?P<what>[^.;]{{0,60}}?\b{_PAPER}\b)",
        re.IGNORECASE,
    )
    passive = re.compile(
        rf"\b{_PAPER}\b(?P<between>[^.;]{{0,40}}?)\bmay be (?:terminated|canceled|cancelled)\b(?P<what>[^.;]{{0,80}}?)\bby (?P<holder>{holders.pattern})",
        re.IGNORECASE,
    )
    found: list[Clause] = []
    done = 0
    leads = [
        match
        for start, end in words.sentences(_ENDS)
        for match in sorted(
            [*lead.finditer(words.text, start, end), *passive.finditer(words.text, start, end)],
            key=lambda match: match.start(),
        )
    ]
    for match in leads:
        if match.start() < done:
            continue
        start, end = words.sentence(match.start())
        if re.search(r"\b(?:neither|nor)\b", match["holder"], re.IGNORECASE) or re.search(
            r"\bnot\b", match["between"]
        ):
            continue
        if found_clause := _right(words, holders, match, start, min(end, match.end() + 700)):
            found.append(found_clause)
            done = found_clause.end
    return found


def _right(words: Words, holders: Holders, lead: re.Match[str], start: int, end: int) -> Clause | None:
    text = words.text
    values: dict[str, object] = {"holder": holders.role(lead["holder"])}
    reads: list[Read] = []
    grounds = _grounds(text, lead, start, end)
    if grounds:
        values["grounds"] = grounds
    cure = _cure(words, max(start, lead.start() - 400), end)
    notice = _notice(words, max(start, lead.start() - 200), end, cure)
    if notice is not None:
        reads.append(notice)
        months = notice.duration is not None and notice.duration.whole_months
        values["notice_months" if months else "notice_days"] = notice.value
    elif _AT_ONCE.search(text, lead.start(), end):
        values["notice_days"] = 0
    if cure is not None:
        reads.append(cure)
        values["cure_days"] = cure.value
    withheld = tuple(read.withheld for read in reads if read.withheld)
    return Clause(
        "termination-right",
        values,
        start if lead.start() - start < 400 else lead.start(),
        end,
        withheld,
        tuple(read for read in reads if read.figures),
        lead.start(),
    )


def _grounds(text: str, lead: re.Match[str], start: int, end: int) -> str | None:
    """The words that say when the right may be used."""
    before = _LABEL.sub("", text[start : lead.start()]).strip(" ,")
    if _GROUNDS.match(before):
        words = before
    elif match := _GROUNDS.search(text, lead.end(), end):
        words = text[match.start() : end]
    else:
        return None
    words = words.split(";")[0].strip(" ,.:")
    if len(words) > _MOST_GROUNDS:
        words = words[:_MOST_GROUNDS].rsplit(" ", 1)[0] + " ..."
    return words or None


def _cure(words: Words, start: int, end: int) -> Read | None:
    for match in re.compile(rf"{SPAN}", re.IGNORECASE).finditer(words.text, start, end):
        if match["span_gap"] and not match["span_unit"]:
            continue
        around = words.text[max(start, match.start() - 90) : min(match.end() + 70, end)]
        if re.search(
            r"\b(?:cur(?:e|ed|ing|es)|remed(?:y|ied|ies)|uncured|unremedied|rectif\w+|correct(?:ed|s)?)\b",
            around,
            re.IGNORECASE,
        ):
            read = span(words, match)
            if read is not None and (read.duration is None or not read.duration.whole_months):
                return read
    return None


def _notice(words: Words, start: int, end: int, cure: Read | None) -> Read | None:
    for match in _NOTICE.finditer(words.text, start, end):
        read = span(words, match)
        if read is not None and (cure is None or read.start != cure.start):
            return read
    return None
