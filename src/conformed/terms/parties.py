"""The parties, with the name each goes by and the part it plays."""

from __future__ import annotations

from conformed.model.document import Party
from conformed.model.term import Term
from conformed.terms.opening import Opening
from conformed.terms.party_names import find_parties, find_signatories
from conformed.terms.words import Words

__all__ = ["parties", "parties_of"]

_LEAST, _LONGEST = 2, 12
_NO_NAMES = frozenset(
    ("In", "Exhibit", "EXHIBIT", "This", "Section", "Each", "Developer", "Client", "The", "Agreement")
)


def parties_of(words: Words, opening: Opening | None) -> tuple[Party, ...]:
    """The parties in the order named: those of the opening, else those that the structure shows, else who signs."""
    document = words.document
    found: tuple[Party, ...] = ()
    if opening is not None:
        start, end = words.span(opening.start, opening.end)
        found = find_parties(document.text.string, start=start, end=end)
    if len(found) < _LEAST:
        shown = tuple(party for party in document.parties if _is_name(party.name))
        found = shown if len(shown) > len(found) else found
    if not found:
        text = document.text.string
        found = find_signatories(text, start=len(text) // 4)
    return found


def _is_name(words: str) -> bool:
    """Whether the words can be a party's name rather than a stretch of prose."""
    return len(words.split()) <= _LONGEST and words.split()[0] not in _NO_NAMES


def parties(words: Words, named: tuple[Party, ...]) -> Term | None:
    """The parties as a term."""
    if not named:
        return None
    value = tuple({"name": party.name, "alias": party.alias, "role": party.role} for party in named)
    first, last = min(party.start for party in named), max(party.end for party in named)
    return words.term("parties", value, words.at(first), words.at(last - 1) + 1)
