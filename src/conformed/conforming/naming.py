"""The places that people write, as paths: "7.A", "Section 14.2(a)(2)", "Appendix A to Schedule 1, paragraph 2"."""

from __future__ import annotations

import re

from conformed.model.document import Document, Path, Provision
from conformed.structure import find_provisions

__all__ = ["is_titled", "path_of", "provision_named"]

_CONTAINER = re.compile(
    r"\b(schedule|exhibit|appendix|annexure|annex|attachment|addendum|part|article|chapter)\s+(?:no\.?\s*)?([\w-]+)",
    re.I,
)
_WORD = re.compile(r"\b(?:sections?|clauses?|paragraphs?|subsections?|items?|sub-?paragraphs?)\b|§+", re.I)
_LABEL = re.compile(r"[a-z](?:\.\d+)+|\d+(?:\.\d+)*[a-z]?(?![a-z])|[a-z]+(?:-\d+)?", re.I)
_LINK = re.compile(r"\s+(?:to|of)\s+(?:the\s+)?", re.I)


def path_of(place: str) -> Path:
    """The path that a place names, as far as its words go.

    >>> path_of("7.A"), path_of("Section 14.2(a)(2)"), path_of("9 b.")
    (('7', 'a'), ('14.2', 'a', '2'), ('9', 'b'))
    >>> path_of("Appendix A to Schedule 1, paragraph 2"), path_of("H.4")
    (('schedule 1', 'appendix a', '2'), ('h.4',))
    """
    path: list[str] = []
    for piece in place.split(","):
        inner: list[str] = []
        for part in reversed(_LINK.split(piece)):
            container = _CONTAINER.search(part)
            rest = part
            if container is not None:
                inner.append(f"{container[1]} {container[2]}".lower())
                rest = part[container.end() :]
            inner.extend(label.lower() for label in _LABEL.findall(_WORD.sub(" ", rest)))
        path.extend(inner)
    return tuple(path)


def provision_named(document: Document, place: str) -> tuple[Provision, ...]:
    """The provisions that a place names; one where it is plain."""
    whole = (" ".join(place.lower().split()),)
    for path in (path_of(place), whole):
        found = find_provisions(document, path) if path else ()
        if found:
            return found
    return ()


def is_titled(document: Document, name: str) -> bool:
    """Whether the agreement bears the name that a paper calls one of the papers it amends: "Note", "Gas Agreement"."""
    title = re.findall(r"[a-z]+", (document.title or "").lower())
    words = re.findall(r"[a-z]+", name.lower())
    if not set(words) - {"agreement", "contract"} or not set(words) <= set(title):
        return False
    first = re.match(r"\W*[^,]*?(?=,|\s+and\b|$)", document.title or "", re.I)
    return words[-1] == title[-1] or (first is not None and first[0].lower().split() == name.lower().split())
