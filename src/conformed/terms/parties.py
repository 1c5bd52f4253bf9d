"""The parties, with the name each goes by and the part it plays."""

from __future__ import annotations

from conformed.model.term import Term
from conformed.structure.parties import find_parties
from conformed.terms.opening import Opening
from conformed.terms.words import Words

__all__ = ["parties"]


def parties(words: Words, opening: Opening | None) -> Term | None:
    """The parties in the order named: those of the opening, else those that the paper's structure shows."""
    document = words.document
    found = ()
    if opening is not None:
        start, end = words.span(opening.start, opening.end)
        found = find_parties(document.text.string, start=start, end=end)
    found = found or document.parties
    if not found:
        return None
    value = tuple({"name": party.name, "alias": party.alias, "role": party.role} for party in found)
    first, last = min(party.start for party in found), max(party.end for party in found)
    return words.term("parties", value, words.at(first), words.at(last - 1) + 1)
