"""Terms that a text uses as if they were defined, and that are defined nowhere in the chain.

Which capitals mark a term cannot be known for certain: a phrase counts only where a small word such as "the", "each"
or "any" stands before it, so that names of persons, places and companies rarely do; nothing is concluded from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from conformed.model.document import Document

__all__ = ["UndefinedTerm", "undefined_terms"]

_PHRASE = re.compile(
    r"\b(?:the|a|an|each|any|every|such|all|no|this|these|those|its|their|other)\s+"
    r"((?:[A-Z][A-Za-z0-9]*(?:-[A-Z][a-z]+)*[ \t\n]+){0,5}[A-Z][A-Za-z0-9]*(?:-[A-Z][a-z]+)*)"
    r"(?![\w.]\w|\w|[ \t\n]+[A-Z]|[-’'][A-Za-z]|\s+(?:and|of|for|on|&)\s+(?:the\s+)?[A-Z]"
    r"|\s+(?:corporation|company|limited|general|law|trust|bank)\b)"
)
# Words in capitals that are no terms: parts of papers, places, institutions, the calendar.
_PLAIN = frozenset(
    """
    section sections article articles paragraph paragraphs clause clauses schedule schedules exhibit exhibits appendix
    appendices annex annexes attachment attachments addendum part parts page line
    state states united commonwealth republic kingdom city county province district federal internet
    president vice secretary treasurer chairman director officer attorney counsel court board congress commission act
    code regulation rule january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)


@dataclass(frozen=True, slots=True)
class UndefinedTerm:
    """A term as it is first used (`start`, `end` in the document's text), and how often."""

    term: str
    start: int
    end: int
    uses: int


def undefined_terms(document: Document, *, chain: Iterable[Document] = ()) -> tuple[UndefinedTerm, ...]:
    r"""The terms that `document` uses and that neither it nor a paper of `chain` defines, in order of first use.

    A party's name or alias is as good as defined; so is a term that is made of defined ones ("MGS Circuit Order" of
    "MGS Circuit" and "Order"), and a plural.

    >>> from conformed.reading import read_bytes
    >>> from conformed.structure import document_of
    >>> lease = document_of(read_bytes(
    ...     b'LEASE\n\n1. The monthly rent (the "Rent") covers the Premises.\n\n2. The Tenant pays the Rent.', file="lease.txt"
    ... ))
    >>> [found.term for found in undefined_terms(lease)]
    ['Premises']
    """
    known = {_folded(term) for paper in (document, *chain) for term in _defined(paper)}
    longest = max((len(term.split()) for term in known), default=1)
    found: dict[str, UndefinedTerm] = {}
    for phrase, start, end in _phrases(document):
        key = _folded(phrase)
        if key in found:
            first = found[key]
            found[key] = UndefinedTerm(first.term, first.start, first.end, first.uses + 1)
        elif not _made_of(key.split(), known, longest):
            found[key] = UndefinedTerm(phrase, start, end, 1)
    return tuple(found.values())


def _defined(document: Document) -> Iterator[str]:
    if document.title:
        yield document.title
    for definition in document.definitions:
        yield definition.term
    for party in document.parties:
        yield party.name
        if party.alias:
            yield party.alias
        if party.role:
            yield party.role


def _phrases(document: Document) -> Iterator[tuple[str, int, int]]:
    """The phrases of the numbered parts, where the paper speaks in sentences of its own."""
    text = document.text.string
    for provision in document.provisions:
        if provision.kind in ("cover", "title", "preamble", "signatures"):
            continue
        for found in _PHRASE.finditer(text, provision.start, provision.end):
            words = found[1].split()
            if len(found[1]) < 2 or any(word.casefold() in _PLAIN for word in words):
                continue
            yield " ".join(words), found.start(1), found.end(1)


def _folded(term: str) -> str:
    return " ".join(_singular(word) for word in term.casefold().replace(".", "").split())


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _made_of(words: list[str], known: set[str], longest: int) -> bool:
    """Whether defined terms, one behind the other, give `words`."""
    reached = {0}
    for end in range(1, len(words) + 1):
        if any(
            start in reached and " ".join(words[start:end]) in known
            for start in range(max(0, end - longest), end)
        ):
            reached.add(end)
    return len(words) in reached
