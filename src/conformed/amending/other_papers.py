"""Orders on another paper than the agreement: a note, a deed of trust, a guaranty that the same paper amends as well."""

from __future__ import annotations

import re

from conformed.model.instruction import Amends
from conformed.structure.dates import find_dates

__all__ = ["other_instrument"]

_KINDS = ("note", "deed", "mortgage", "guaranty", "guarantee", "indenture", "charter", "bylaws")
"""Instruments that are papers of their own beside an agreement, a lease or a contract."""
_ARTICLE = re.compile(r"^(?:the|this|said|such|our|your|that)\s+", re.IGNORECASE)
_STATE = frozenset(
    "existing original current certain foregoing amended restated and prior master principal".split()
)
_HEAD, _BACK = 8_000, 400
_LETTERS = re.compile(r"[a-z]+")
_BEHIND = re.compile(r"\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+)?|\s*,?\s*dated\s+(?:as\s+of\s+)?(?=[\dA-Z])")


def other_instrument(name: str, amends: Amends, text: str, at: int) -> str | None:
    r"""The other paper that `name` names, or None where it may be the agreement itself.

    Args:
        name: as the order at offset `at` of `text` prints it, "the Note".
        amends: what the paper says it amends.
        text: the amending paper.
        at: where the order stands.

    >>> other_instrument("the Note", Amends(title="Loan Agreement"), "Section 1 of the Note is deleted.", 0)
    'Note'
    >>> other_instrument("the Note", Amends(title="Promissory Note"), "Section 1 of the Note is deleted.", 0) is None
    True
    """
    if not amends.title:
        return None
    bare = _ARTICLE.sub("", " ".join(name.split()))
    words = _LETTERS.findall(bare.lower().replace("-", ""))
    title = _LETTERS.findall(amends.title.lower().replace("-", ""))
    if not words or _is_alias_of(bare, amends.title, text):
        return None
    found = re.compile(r"\s+".join(map(re.escape, bare.split()))).search(text, max(0, at - _BACK))
    behind = _BEHIND.match(text, found.end()) if found else None
    if words[-1] in _KINDS and not _names(words[-1], title):
        return " ".join((bare + behind[0]).split()) if behind and words[-1] == "deed" else bare
    if set(words[:-1]) - _STATE - set(title) and _is_dated_apart(bare, amends, text):
        return bare
    return None


def _names(kind: str, title: list[str]) -> bool:
    """Whether a title is that of an instrument of the kind: "Promissory Note", not "Note Purchase Agreement"."""
    return any(
        word.rstrip("s") == kind.rstrip("s") and title[at + 1 : at + 2] != ["purchase"]
        for at, word in enumerate(title)
    )


def _is_alias_of(name: str, title: str, text: str) -> bool:
    """Whether the paper says that it calls the agreement so: `the Trust Deed of May 1, 1990 (the "Indenture")`."""
    kind = _LETTERS.findall(name.lower())[-1]
    called = re.compile(
        rf"\b{_spaced(title)}\b(?P<between>[^;]{{0,300}}?)\([^()]{{0,80}}[\"“]{_spaced(name)}[\"”]",
        re.IGNORECASE,
    )
    found = called.search(text[:_HEAD])
    return found is not None and re.search(rf"\b{kind}", found["between"], re.IGNORECASE) is None


def _is_dated_apart(name: str, amends: Amends, text: str) -> bool:
    """Whether the paper names it as one of another day: "the Security Agreement dated as of May 15"."""
    dated = re.compile(rf"\b{_spaced(name)}\s*,?\s+dated\s+(?:as\s+of\s+)?", re.IGNORECASE)
    days = {
        mention.date
        for match in dated.finditer(text)
        for mention in find_dates(text, start=match.end(), end=match.end() + 40)
        if mention.start - match.end() <= 4
    }
    return amends.date is not None and bool(days) and amends.date not in days


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())
