"""The parties, with the name each goes by and the part it plays."""

from __future__ import annotations

import re

from conformed.model.document import Party
from conformed.model.term import Term
from conformed.structure.company_names import KIND, ends_in_kind
from conformed.structure.parties import find_described, find_listed, find_parties
from conformed.structure.signatories import find_signatories
from conformed.terms.labelled_parties import labelled_parties
from conformed.terms.opening import Opening
from conformed.terms.words import Words

__all__ = ["parties", "parties_of"]

_LEAST, _LONGEST = 2, 12
_OTHERS_SIGN = re.compile(
    r"\b(?:persons?|part(?:y|ies)|entit(?:y|ies)|investors?|sponsors?|holders?|members?)\b[^.;]{0,60}?\b(?:listed|named|identified|set forth)"
    r" (?:below )?(?:on|in) (?:the signature page|(?:Schedule|Exhibit|Annex|Appendix) [A-Z0-9])",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r'"(?P<alias>[^"]{1,80})"\s(?i:shall mean|means|shall include|includes)\s(?:(?i:both|each of)\s)?'
)
_SHORT_NAME = (
    r",? \((?:(?:hereinafter|herein|hereafter|sometimes|called|referred to|as) ){0,5}(?P<the>the )?\"(?!(?i:part(?:y|ies)|agreement)\b)"
    r"(?P<alias>[A-Z][\w&.' -]{1,40}?)\"\)"
)
_SHARED_NAME = re.compile(
    r"\((?:[a-z,]+ ){0,3}(?:collectively|together|jointly)(?: [a-z,]+){0,5},? (?P<the>the )?\"(?P<the_more>the )?(?!(?i:part(?:y|ies)|agreement)\b)(?P<alias>[A-Z][\w&.' -]{1,40}?)\"\)"
)
_KIND = re.compile(rf"{KIND}\.?|LIABILITY COMPANY")
_REACH = 400
_OBLIQUE = re.compile(r"\b(?:of|from|with|by|to|for|in|between) $")
_PROSE = re.compile(
    r":|\bAGREEMENT\b|\b[A-Z]{2} \d{5}\b|\bon\b|_|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d"
)
_NO_NAMES = frozenset(
    ("In", "Exhibit", "EXHIBIT", "This", "Section", "Each", "Developer", "Client", "The", "Agreement")
)


def parties_of(words: Words, opening: Opening | None) -> tuple[Party, ...]:
    """The parties in the order named: those of the opening, else those that the structure shows, else who signs."""
    document = words.document
    text = document.text.string
    found: tuple[Party, ...] = ()
    span = words.span(opening.start, opening.end) if opening else (0, len(text))
    if opening is not None:
        found = find_parties(text, start=span[0], end=span[1])
    if len(found) < _LEAST:
        described = find_described(text, start=span[0], end=span[1])
        for shown in (document.parties, described, find_described(text)):
            shown = tuple(party for party in shown if _is_name(party.name))
            alone = len(shown) == 1 and not ends_in_kind(shown[0].name)
            found = shown if len(shown) > len(found) and not alone else found
    if len(found) < _LEAST:
        labelled = tuple(party for party in labelled_parties(text) if _is_name(party.name))
        found = labelled if len(labelled) >= _LEAST else found
    others_sign = opening is not None and _OTHERS_SIGN.search(words.text, opening.start, opening.end)
    if others_sign or len(found) < _LEAST:
        found = _with_signatories(found, find_signatories(text), all_of_them=bool(others_sign))
    return _expanded(words, _called(words, _together(words, _tidied(found))))


def _tidied(found: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties without what is only a kind of company, and a name printed twice in a row once: `ALDER SA ALDER SA`."""
    tidy: list[Party] = []
    for party in found:
        half = party.name[: len(party.name) // 2].strip()
        name = half if party.name == f"{half} {half}" else party.name
        if not _KIND.fullmatch(name):
            end = party.end if name == party.name else party.end - len(name) - 1
            tidy.append(Party(name, party.alias, party.role, party.start, end))
    return tuple(tidy)


def _together(words: Words, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties, with the name that those named one after the other have together: `A Inc. and B Inc. (collectively, "Push")`."""
    named = list(found)
    first = 0
    for place, party in enumerate(found):
        if party.alias or party.role:
            first = place + 1
            continue
        behind = found[place + 1] if place + 1 < len(found) else None
        start = words.at(party.end - 1) + 1
        stop = min(words.at(behind.start) if behind else start + _REACH, start + _REACH)
        shared = _SHARED_NAME.search(words.text, start, stop)
        if shared is None or place == first or '"' in words.text[start : shared.start()]:
            continue
        if '"' in words.text[words.at(found[first].end) : words.at(party.start)]:
            continue
        for one in range(first, place + 1):
            old = found[one]
            named[one] = Party(
                old.name,
                shared["alias"],
                shared["alias"] if shared["the"] or shared["the_more"] else None,
                old.start,
                old.end,
            )
        first = place + 1
    return tuple(named)


def _called(words: Words, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties, with the short names that the paper gives them anywhere else: `WHEREAS, Alder Inc. (the "Company") owns ...`."""
    taken = {party.alias.lower() for party in found if party.alias}
    named: list[Party] = []
    for party in found:
        if party.alias is None and party.role is None:
            name = r"\s".join(re.escape(word) for word in party.name.rstrip(".").split())
            called = re.search(rf"(?i:\b{name})\.?{_SHORT_NAME}", words.text)
            if (
                called is not None
                and called["alias"].lower() not in taken
                and (
                    _abbreviates(called["alias"], party.name)
                    or not _OBLIQUE.search(words.text, max(called.start() - 20, 0), called.start())
                )
            ):
                taken.add(called["alias"].lower())
                role = called["alias"] if called["the"] else None
                party = Party(party.name, called["alias"], role, party.start, party.end)
        named.append(party)
    return tuple(named)


def _abbreviates(alias: str, name: str) -> bool:
    """Whether a short name is made of the name's words or letters: "Alder", "ABC"."""
    letters = iter(name.lower())
    within = alias.split()[0].lower() in name.lower()
    return within or (
        alias.isupper() and alias[0] == name[0].upper() and all(one in letters for one in alias.lower())
    )


def _with_signatories(
    found: tuple[Party, ...], signing: tuple[Party, ...], *, all_of_them: bool
) -> tuple[Party, ...]:
    """The parties, with those that the signatures add: one party alone is joined only by the one other that signs beside it."""
    known = {_bare(party.name) for party in found}
    others = tuple(party for party in signing if not _ends_in_any(_bare(party.name), known))
    return (*found, *others) if not found or all_of_them or len(others) == 1 else found


def _ends_in_any(name: str, known: set[str]) -> bool:
    """Whether a name is one of the known, or one of them behind other words of its line ("LICENSEE ALDER INC.")."""
    return any(name == one or name.endswith(f" {one}") for one in known)


def _bare(name: str) -> str:
    return re.sub(r"\W+", " ", name.lower()).removeprefix("the ").strip()


def _expanded(words: Words, named: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties, with those that a definition adds: `"Qwest" shall mean A Corporation and B Inc.` makes B a party beside A."""
    found = list(named)
    aliased = {party.alias.lower(): party for party in reversed(named) if party.alias}
    for match in _DEFINED.finditer(words.text) if aliased else ():
        party = aliased.get(match["alias"].lower())
        if party is None:
            continue
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
    first, *others = words.split()
    named = first not in _NO_NAMES or (first == "The" and len(others) > 0 and ends_in_kind(words))
    return named and len(others) < _LONGEST and not _PROSE.search(words)


def parties(words: Words, named: tuple[Party, ...], opening: Opening | None) -> Term | None:
    """The parties as a term."""
    if not named:
        return None
    value = tuple({"name": party.name, "alias": party.alias, "role": party.role} for party in named)
    spans = [(words.at(party.start), words.at(party.end - 1) + 1) for party in named]
    first = [span for span in spans if opening is None or span[0] < opening.end] or spans
    others = tuple(span for span in spans if span not in first)
    return words.term("parties", value, first[0][0], max(end for _, end in first), rests_on=others)
