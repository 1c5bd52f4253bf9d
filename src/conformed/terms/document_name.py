"""The name that the paper gives itself."""

from __future__ import annotations

from conformed.model.term import Term
from conformed.terms.words import Words

__all__ = ["document_name"]


def document_name(words: Words) -> Term | None:
    title = words.document.title
    if not title:
        return None
    place = next((p for p in words.document.provisions if p.kind == "title"), None)
    if place is None:
        return words.term("document_name", title, 0, 1)
    return words.term("document_name", title, words.at(place.start), words.at(place.end - 1) + 1)
