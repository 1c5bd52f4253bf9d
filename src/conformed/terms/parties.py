"""The parties, with the name each goes by and the part it plays."""

from __future__ import annotations

from conformed.model.document import Party
from conformed.model.term import Term
from conformed.terms.opening import Opening
from conformed.terms.party_names import find_parties
from conformed.terms.words import Words

__all__ = ["parties", "parties_of"]


def parties_of(words: Words, opening: Opening | None) -> tuple[Party, ...]:
    """The parties in the order named: those of the opening, else those that the paper's structure shows."""
    document = words.document
    found: tuple[Party, ...] = ()
    if opening is not None:
        start, end = words.span(opening.start, opening.end)
        found = find_parties(document.text.string, start=start, end=end)
    return found or document.parties


def parties(words: Words, named: tuple[Party, ...]) -> Term | None:
    """The parties as a term."""
    if not named:
        return None
    value = tuple({"name": party.name, "alias": party.alias, "role": party.role} for party in named)
    first, last = min(party.start for party in named), max(party.end for party in named)
    return words.term("parties", value, words.at(first), words.at(last - 1) + 1)
