"""Jurisdictions by code and name: `jurisdictions.csv` is the table, ISO 3166 codes with their subdivisions.

`GB-EAW`, England and Wales, is the one jurisdiction that its courts apply; it is in ISO 3166-2 too. Its days are counted
as those of England, so the code of its law is `GB-ENG`, as in `agreement.toml` (column `counted_as`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from csv import DictReader
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Jurisdiction", "find_jurisdictions", "jurisdiction", "jurisdictions"]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A country, or a part of one with its own law of contract.

    Attributes:
        also: other names and adjectives.
        law: the code under which `agreement.toml` names its law: its own, save for one counted as another.
    """

    code: str
    name: str
    also: tuple[str, ...]
    law: str

    def within(self, other: Jurisdiction) -> bool:
        """Whether this is a part of `other`: `US-NY` of `US`."""
        return self.code.startswith(f"{other.code}-")


@cache
def jurisdictions() -> dict[str, Jurisdiction]:
    """The table, by code."""
    text = files("conformed.terms").joinpath("jurisdictions.csv").read_text("utf-8")
    rows = DictReader(text.splitlines())
    return {
        row["code"]: Jurisdiction(
            row["code"],
            row["name"],
            tuple(filter(None, row["also"].split("|"))),
            row["counted_as"] or row["code"],
        )
        for row in rows
    }


@cache
def _by_name() -> dict[str, Jurisdiction]:
    names: dict[str, Jurisdiction] = {}
    for entry in jurisdictions().values():
        for name in (entry.name, *entry.also):
            names.setdefault(name.lower(), entry)
    return names


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_by_name(), key=len, reverse=True)
    return re.compile(
        rf"(?:(?<!\w)|(?<=\b[oO]f))(?:{'|'.join(map(re.escape, names))})(?![\w])",
        re.IGNORECASE,
    )


def jurisdiction(words: str) -> Jurisdiction | None:
    """The jurisdiction that `words` (a code, or a name) name, or None.

    >>> jurisdiction("US-NY").name, jurisdiction("Netherlands").code
    ('New York', 'NL')
    """
    return jurisdictions().get(words) or _by_name().get(words.strip().lower())


def find_jurisdictions(
    text: str, *, start: int = 0, end: int | None = None
) -> Iterator[tuple[Jurisdiction, int, int]]:
    """Every jurisdiction named in `text`, with its place, in order.

    >>> [found.code for found, _, _ in find_jurisdictions("the State of West Virginia, not English law")]
    ['US-WV', 'GB-ENG']
    """
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        if match.group().isupper() or match.group()[0].isupper() or match.group()[0] == "t":
            yield _by_name()[match.group().lower()], match.start(), match.end()
