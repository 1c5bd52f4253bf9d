"""Names of the words left out of a copy: each is known by the paper that left it out.

What an amendment strikes and what it inserts may be printed alike (`[TEXT DELETED]`) and are two different unknowns: a
name that counted places in the copy would pass from the one to the other, and a sealed value with it. So a redaction
keeps the name that it has in its own paper, with the paper's id before it where that is not the base
(`appendix-a/r1`, `amendment-2/2/e/r1`), whatever else is struck or inserted around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from conformed.model.document import Document

__all__ = ["Unknowns"]


@dataclass(frozen=True, slots=True)
class Unknowns:
    """The names of the redactions of a chain, by the place in a paper at which they stand."""

    names: dict[tuple[str, int], str]

    @classmethod
    def of(cls, base: Document, amendments: Iterable[Document]) -> Unknowns:
        """The names in `base`, a paper or an earlier copy, and in the amendments."""
        names: dict[tuple[str, int], str] = {}
        for paper in (base, *amendments):
            for redaction in paper.redactions:
                place = paper.text.origin(redaction.start)
                name = redaction.id if paper is base else f"{paper.id}/{redaction.id}"
                names.setdefault((place.document, place.start), name)
        return cls(names)

    def named(self, copy: Document) -> Document:
        """`copy`, its redactions under their names; one that stands in no paper keeps that of its place."""
        redactions = []
        for redaction in copy.redactions:
            place = copy.text.origin(redaction.start)
            redactions.append(
                replace(redaction, id=self.names.get((place.document, place.start), redaction.id))
            )
        return replace(copy, redactions=tuple(redactions))
