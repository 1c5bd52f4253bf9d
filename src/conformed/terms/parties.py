"""The parties, with the name each goes by and the part it plays."""

from __future__ import annotations

import re

from conformed.model.document import Party
from conformed.model.term import Term
from conformed.terms.opening import Opening
from conformed.terms.party_names import find_listed, find_parties, find_signatories
from conformed.terms.words import Words

__all__ = ["parties", "parties_of"]

_LEAST, _LONGEST = 2, 12
_PROSE = re.compile(
    r":|\bAGREEMENT\b|\b[A-Z]{2} \d{5}\b|\bon\b|_|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d"
)
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
    return _expanded(words, found)


def _expanded(words: Words, named: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties, with those that a definition adds: `"Qwest" shall mean A Corporation and B Inc.` makes B a party beside A."""
    found = list(named)
    for party in named:
        if not party.alias:
            continue
        defined = re.compile(
            rf'"{re.escape(party.alias)}"\s(?:shall mean|means|shall include|includes)\s(?:both |each of )?',
            re.IGNORECASE,
        )
        for match in defined.finditer(words.text):
            stop = words.sentence(match.end())[1]
            start, end = words.span(match.end(), stop)
            listed = find_listed(words.document.text.string, start=start, end=end)
            known = {other.name.lower() for other in found}
            if party.name.lower() in {other.name.lower() for other in listed}:
                found.extend(
                    Party(other.name, party.alias, party.role, other.start, other.end)
                    for other in listed
                    if other.name.lower() not in known
                )
    return tuple(found)


def _is_name(words: str) -> bool:
    """Whether the words can be a party's name rather than a stretch of prose."""
    return len(words.split()) <= _LONGEST and words.split()[0] not in _NO_NAMES and not _PROSE.search(words)


def parties(words: Words, named: tuple[Party, ...], opening: Opening | None) -> Term | None:
    """The parties as a term."""
    if not named:
        return None
    value = tuple({"name": party.name, "alias": party.alias, "role": party.role} for party in named)
    spans = [(words.at(party.start), words.at(party.end - 1) + 1) for party in named]
    first = [span for span in spans if opening is None or span[0] < opening.end] or spans
    others = tuple(span for span in spans if span not in first)
    return words.term("parties", value, first[0][0], max(end for _, end in first), rests_on=others)
