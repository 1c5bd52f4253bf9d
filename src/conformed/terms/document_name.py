"""The name that the paper gives itself: what its opening calls it ("THIS SUPPLY AGREEMENT is made ..."), else its title."""

from __future__ import annotations

import re

from conformed.model.term import Term
from conformed.terms.opening import Opening
from conformed.terms.words import Words

__all__ = ["document_name"]

_KIND = (
    r"(?:Agreement|AGREEMENT|Contract|CONTRACT|Amendment|AMENDMENT|Addendum|ADDENDUM|Lease|LEASE|Deed|DEED|License|LICENSE|Licence|LICENCE|Certificate|CERTIFICATE|Schedule|SCHEDULE|"
    r"Supplement|SUPPLEMENT|Memorandum of Understanding|MEMORANDUM OF UNDERSTANDING|Statement of Work|STATEMENT OF WORK)"
)
_WORD = r"(?:[A-Z0-9&(][\w&'/().,®™-]*|e-[a-z]+|and|of|for|to|the|in|with|or|No\.|n°|#\d+|&|-|–)"
_CALLED = re.compile(
    rf"(?:This|THIS|this|The|THE|The present) (?P<name>(?:{_WORD} ){{1,14}}?{_KIND}(?: (?:No\.? ?\d+|NO\.? ?\d+|#\d+|[IVX]{{1,4}})\b)?(?: (?:to|TO|of|OF)(?: the| THE)? (?:{_WORD} ){{0,8}}?{_KIND})?)"
)
_TITLED = re.compile(
    rf"(?P<name>(?:{_WORD} ){{1,14}}?{_KIND}(?:\s(?:No\.? ?\d+|NO\.? ?\d+|#\d+|[IVX]{{1,4}})\b)?)"
)
_LEAD = re.compile(
    r"^(?:\s|\[[^\]]{0,60}\]|\(translation\)|(?:exhibit|ex|annex|appendix|attachment)\.?[- ]?(?:[\dA-Z][\w.()-]*)|\d+\.\d+|execution (?:version|copy)|copy(?= )|final version|form of(?= form)|conformed copy)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:\b(?:table of contents|parties|(?:by and )?between\b.*|by and among\b.*|dated?\b.*|\d\.0? introduction.*|contract (?:no|identification)\b.*)|[.,:;(-]+)\s*$",
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
        printed = _TITLED.search(words.text, 0, cover)
        if printed is None:
            return None
        start, end = printed.span("name")
        if lead := _LEAD.match(printed["name"]):
            start += lead.end()
        return words.term("document_name", words.text[start:end], start, end) if end - start > 2 else None
    start, end = words.at(place.start), words.at(place.end - 1) + 1
    if lead := _LEAD.match(words.text[start:end]):
        start += lead.end()
    while (tail := _TAIL.search(words.text[start:end])) and tail.start() > 0:
        end = start + tail.start()
    if end - start < 3:
        return None
    return words.term("document_name", words.text[start:end], start, end)
