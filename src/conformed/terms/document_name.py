"""The name that the paper gives itself: what its opening calls it ("THIS SUPPLY AGREEMENT is made ..."), else its title.

Rules that this file must obey:

* A company's name on the line of a title, before it or behind it, is none of it, nor are page numbers, dates, an address or
  what the paper is called for short.
* A party's name on the line of a title, or above it, is none of it either, as a person signs a letterhead or a cover.
* Where a name goes on ("License" and then "Agreement", or "and Maintenance Agreement"), it is read whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conformed.model.document import Party
from conformed.model.term import Term
from conformed.structure.company_names import ends_in_kind, name_at
from conformed.structure.party_aliases import ROLES
from conformed.terms.opening import Opening
from conformed.terms.words import Words

__all__ = ["document_name"]

_KIND = (
    r"(?:Agreement|AGREEMENT|Contract|CONTRACT|Amendment|AMENDMENT|Addendum|ADDENDUM|Lease|LEASE|Sublease|SUBLEASE|Sub-Lease|SUB-LEASE|Underlease|UNDERLEASE|Indenture|INDENTURE|Deed|DEED|License|LICENSE|Licence|LICENCE|Certificate|CERTIFICATE|Schedule|SCHEDULE|"
    r"Supplement|SUPPLEMENT|Memorandum of Understanding|MEMORANDUM OF UNDERSTANDING|Statement of Work|STATEMENT OF WORK)"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WORD = r"(?:[A-Z0-9&(][\w&'/().,®™-]*|e-[a-z]+|and|of|for|to|the|in|with|or|No\.|n°|#\d+|&|-|–)"
_NUMBER = r"(?: (?:No\.? ?\d+|NO\.? ?\d+|#\d+|[IVX]{1,4})\b)?"
_MORE = rf"(?: (?!(?i:(?P=noun)))(?:{_KIND})\b)?(?:,? (?:and|AND|&) (?:(?!AND |and |THIS |This |THE |The ){_WORD} ){{0,6}}?{_KIND}\b)?"
_CALLED = re.compile(
    rf"(?:This|THIS|this|The|THE|The present) (?P<name>(?:{_WORD} ){{1,14}}?(?P<noun>{_KIND})\b{_MORE}{_NUMBER}(?: (?:to|TO|of|OF)(?: the| THE)? (?:{_WORD} ){{0,8}}?{_KIND})?)"
)
_TITLED = re.compile(rf"(?P<name>(?:{_WORD} ){{1,14}}?(?P<noun>{_KIND})\b{_MORE}{_NUMBER})")
_GOES_ON = re.compile(rf" {_KIND}\b")
_NOUN = re.compile(rf"\b{_KIND}\b")
_LEAD = re.compile(
    r"^(?:\s|\[[^\]]{0,60}\]|\(translation\)|(?:exhibit|ex|annex|appendix|attachment)\.?[- ]?(?:[\dA-Z][\w.()-]*)|\d+\.\d+|execution (?:version|copy)|aia document [\w/.-]+(?: and [a-z]+ document \d+)?(?= )|copy(?= )|final version|form of(?= form)|conformed copy|page \d+ of \d+|(?:facsimile|fax|telephone|tel|phone)\.?:?(?= )|[\d()-][\d() -]{5,20}\d(?= )|.{0,120}\b(?:\d{5}|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?= )|\d{1,2}, (?:19|20)\d\d(?= )|.{0,200}\b(?:execution (?:version|copy)|(?:commission|disclosed)\.)(?= ))+",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\s*{_MONTH},? (?:\d{{1,2}}, )?(?:19|20)\d\d$")
_NUMBER_BEHIND = re.compile(r"[.,]?(?: \(\d\))? ")
_LEAST = 3
_FRONT = 600
_MADE = len(" is entered")
_COMPANY = re.compile(r"\b(?:inc|incorporated|corp|corporation|ltd|llc|l\.?p|n\.a|plc)\.?$", re.IGNORECASE)
_BETWEEN_ROLES = re.compile(
    rf"(?i:,? between(?: the)? (?:{'|'.join(sorted(ROLES))}|construction manager|design-?builder)(?: and|/)(?: the)? (?:{'|'.join(sorted(ROLES))}|construction manager|design-?builder))\b"
)
_CONTENTS = re.compile(r"(?:\. ){3}|\b\d{1,2}\.\d{1,2}\b.*\d")
_AGAIN = re.compile(
    r"[. ]+(?:(?:THIS|This) (?:AGREEMENT|Agreement)\b|(?:AGREEMENT|Agreement),? (?:is )?(?:made|dated|entered)\b)"
)
_TAIL = re.compile(
    r"\s*(?:\b(?:table of contents|parties|(?:by and )?between\b.*|by and among\b.*|dated?\b.*|\d\.0? introduction.*|contract (?:no|identification)\b.*)|\((?:the |this )?\"[^\"]{1,40}\"\)|[.,:;(-]+)\s*$",
    re.IGNORECASE,
)


def document_name(words: Words, opening: Opening | None, named: Sequence[Party] = ()) -> Term | None:
    """The paper's name, as printed; `named` are its parties."""
    found = _found(words, opening, named)
    if found is None or not isinstance(found.value, str):
        return None
    listed = _CONTENTS.search(found.value) and (not _NOUN.search(found.value) or ". . ." in found.value)
    return None if listed else found


def _found(words: Words, opening: Opening | None, named: Sequence[Party]) -> Term | None:
    if opening is not None and (
        called := _CALLED.search(words.text, opening.start, min(opening.end, opening.start + 240))
    ):
        return words.term("document_name", called["name"].strip(" ,"), *called.span("name"))
    place = next((one for one in words.document.provisions if one.kind == "title"), None)
    span = (
        _trimmed(words.text, words.at(place.start), words.at(place.end - 1) + 1, named)
        if place is not None
        else _on_cover(words.text, opening, named)
    )
    if span is not None and place is not None and " " not in words.text[slice(*span)]:
        fuller = _TITLED.search(words.text, 0, min(span[0], _FRONT))
        trimmed = _trimmed(words.text, *fuller.span("name"), named) if fuller else span
        span = trimmed if _is_name(words.text[slice(*trimmed)]) else span
    if span is None or span[1] - span[0] < _LEAST:
        return None
    return words.term("document_name", words.text[slice(*span)], *span)


def _on_cover(text: str, opening: Opening | None, named: Sequence[Party]) -> tuple[int, int] | None:
    """The title printed before the opening, where the structure shows none."""
    cover = opening.start if opening is not None and opening.start > 12 else min(_FRONT, len(text))
    noun = _NOUN.match(text, cover)
    goes_on = noun is not None and noun.group().isupper() == text[:cover].split()[-1].isupper()
    printed = _TITLED.search(text, 0, noun.end() if noun and goes_on else cover)
    return _trimmed(text, *printed.span("name"), named) if printed else None


def _trimmed(text: str, start: int, end: int, named: Sequence[Party]) -> tuple[int, int]:
    """The place of the name within a title's line: without what stands before and behind it."""
    more = None if _NOUN.search(text, start, end) else _GOES_ON.match(text, end)
    if more is not None and more.group().isupper() == text[start:end].split()[-1].isupper():
        end = more.end()
    if lead := _LEAD.match(text[start:end]):
        start += lead.end()
    company = name_at(text, start, end)
    if company is not None and _COMPANY.search(text[slice(*company)]) and _is_name(text[company[1] : end]):
        start = company[1] + len(text[company[1] : end]) - len(text[company[1] : end].lstrip(" .,"))
    if lead := _LEAD.match(text[start:end]):
        start += lead.end()
    start = _behind_party(text, start, end, named)
    roles = _BETWEEN_ROLES.search(text, start, min(end + 80, len(text)))
    if roles is not None and roles.start() <= end and _NOUN.search(text, start, roles.start()):
        return start, roles.end()
    again = _AGAIN.search(text, start, min(end + _MADE, len(text)))
    if again is not None and again.start() < end and _NOUN.search(text, start, again.start()):
        end = again.start()
    while (tail := _TAIL.search(text[start:end]) or _DATED.search(text[start:end])) and tail.start() > 0:
        end = start + tail.start()
    for noun in _NOUN.finditer(text, start, end):
        behind = noun.end() + (3 if text.startswith(" - ", noun.end()) else 1)
        company = name_at(text, behind, end)
        if (
            company is not None
            and company[0] == behind
            and company[1] >= end - 1
            and ends_in_kind(text[slice(*company)])
        ):
            return start, noun.end()
    return start, end


def _behind_party(text: str, start: int, end: int, named: Sequence[Party]) -> int:
    """Where a title begins behind the name of a party: its name in full, or its first name and its last."""
    for party in named:
        first, *_, last = f"{party.name} {party.name}".split()
        for whole in (party.name, f"{first} {last}"):
            if text[start : start + len(whole)].lower() == whole.lower():
                behind = _NUMBER_BEHIND.match(text, start + len(whole), end)
                if behind is not None and _is_name(text[behind.end() : end]):
                    return behind.end()
    return start


def _is_name(words: str) -> bool:
    """Whether the words are the name of a paper: two or more, one of them what papers are called."""
    return len(words.split()) > 1 and _NOUN.search(words) is not None
