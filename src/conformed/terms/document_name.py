"""The name that the paper gives itself: what its opening calls it ("THIS SUPPLY AGREEMENT is made ..."), else its title.

Rules that this file must obey:

* A company's name on the line of a title, before it or behind it, is none of it, nor are page numbers, dates, an address or
  what the paper is called for short.
* Where a name goes on ("License" and then "Agreement", or "and Maintenance Agreement"), it is read whole.
"""

from __future__ import annotations

import re

from conformed.model.term import Term
from conformed.structure.company_names import ends_in_kind, name_at
from conformed.terms.opening import Opening
from conformed.terms.words import Words

__all__ = ["document_name"]

_KIND = (
    r"(?:Agreement|AGREEMENT|Contract|CONTRACT|Amendment|AMENDMENT|Addendum|ADDENDUM|Lease|LEASE|Deed|DEED|License|LICENSE|Licence|LICENCE|Certificate|CERTIFICATE|Schedule|SCHEDULE|"
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
    r"^(?:\s|\[[^\]]{0,60}\]|\(translation\)|(?:exhibit|ex|annex|appendix|attachment)\.?[- ]?(?:[\dA-Z][\w.()-]*)|\d+\.\d+|execution (?:version|copy)|copy(?= )|final version|form of(?= form)|conformed copy|page \d+ of \d+|(?:facsimile|fax|telephone|tel|phone)\.?:?(?= )|[\d()-][\d() -]{5,20}\d(?= )|.{0,120}\b(?:\d{5}|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?= )|\d{1,2}, (?:19|20)\d\d(?= )|.{0,200}\b(?:execution (?:version|copy)|(?:commission|disclosed)\.)(?= ))+",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\s*{_MONTH},? (?:\d{{1,2}}, )?(?:19|20)\d\d$")
_LEAST = 3
_COMPANY = re.compile(r"\b(?:inc|incorporated|corp|corporation|ltd|llc|l\.?p|n\.a|plc)\.?$", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:\b(?:table of contents|parties|(?:by and )?between\b.*|by and among\b.*|dated?\b.*|\d\.0? introduction.*|contract (?:no|identification)\b.*)|\((?:the |this )?\"[^\"]{1,40}\"\)|[.,:;(-]+)\s*$",
    re.IGNORECASE,
)


def document_name(words: Words, opening: Opening | None) -> Term | None:
    """The paper's name, as printed."""
    if opening is not None and (
        called := _CALLED.search(words.text, opening.start, min(opening.end, opening.start + 240))
    ):
        return words.term("document_name", called["name"].strip(" ,"), *called.span("name"))
    place = next((one for one in words.document.provisions if one.kind == "title"), None)
    if place is None:
        cover = opening.start if opening is not None and opening.start > 12 else min(600, len(words.text))
        noun = _NOUN.match(words.text, cover)
        printed = _TITLED.search(words.text, 0, noun.end() if noun else cover)
        if printed is None:
            return None
        start, end = _trimmed(words.text, *printed.span("name"))
        return (
            words.term("document_name", words.text[start:end], start, end) if end - start >= _LEAST else None
        )
    start, end = _trimmed(words.text, words.at(place.start), words.at(place.end - 1) + 1)
    if end - start < _LEAST:
        return None
    return words.term("document_name", words.text[start:end], start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
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


def _is_name(words: str) -> bool:
    """Whether the words are the name of a paper: two or more, one of them what papers are called."""
    return len(words.split()) > 1 and _NOUN.search(words) is not None
