"""The structure that is read from a text: provisions, definitions, parties, dates, redactions, signatures.

All offsets are into `Document.text.string`. A conformed copy is a `Document` like any other.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from conformed.model.problem import Problem
from conformed.model.text import TracedText

__all__ = [
    "CrossReference",
    "DateMention",
    "Definition",
    "Document",
    "Party",
    "Path",
    "Provision",
    "Redaction",
    "Signature",
]

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """A numbered (or named) part of a paper, with all that stands under it.

    Attributes:
        path: outermost first, lower case, labels bare, as in INTERFACE: `("7", "a")`, `("14.2", "a", "2")`,
            `("schedule 1", "appendix a", "2")`, `("article iv",)` whose section 4.02 is `("4.02",)`.
            `()` only for the whole.
        kind: `cover`, `title`, `preamble`, `recital`, `part`, `article`, `section`, `paragraph`, `item`,
            `schedule`, `exhibit`, `appendix`, `annexure`, `annex`, `attachment`, `addendum`, `signatures`.
        label: the label as printed (`"A."`, `"Section 3.1"`, `"(a)"`), or None.
        label_start, label_end: where the label stands; both equal to `start` without one.
        heading: the heading's words, or None.
        heading_start, heading_end: where they stand; both equal to `label_end` without one.
        start: offset of the first character (of the label, where there is one).
        end: offset behind the last, sub-provisions included, trailing white space excluded.
        body: offset at which the words behind label and heading begin.
        children: the provisions directly below, in order.
    """

    path: Path
    kind: str
    label: str | None
    label_start: int
    label_end: int
    heading: str | None
    heading_start: int
    heading_end: int
    start: int
    end: int
    body: int
    children: tuple[Provision, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in reading order."""
        stack = [self]
        while stack:
            provision = stack.pop()
            yield provision
            stack.extend(reversed(provision.children))


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term.

    Attributes:
        term: as printed, without quotes.
        start, end: the whole definition (an entry of a list up to its end; the sentence of an in-place one).
        term_start, term_end: the term itself, quotes excluded.
        in_place: defined in parentheses within running text (`(the "Term")`) rather than as an entry.
        path: the provision it stands in.
    """

    term: str
    start: int
    end: int
    term_start: int
    term_end: int
    in_place: bool
    path: Path


@dataclass(frozen=True, slots=True)
class Party:
    """A party as the preamble names it: `role` is the part it plays (`provider`, `Licensor`), where said."""

    name: str
    alias: str | None
    role: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar date written in the text."""

    date: dt.date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Redaction:
    """A typed unknown: words left out of the filed paper.

    Attributes:
        id: stable: paper id, provision and place in it, e.g. `schedule-1/appendix-a/5/r1`.
        marking: as printed (`[TEXT DELETED]`, `[***]`, `*****`).
        kind: what is unknown, as far as the words around it say: `rate`, `amount`, `days`, `text`.
    """

    id: str
    marking: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature block: one party's, signed (`signed_by` given) or blank."""

    party: str | None
    signed_by: str | None
    name: str | None
    title: str | None
    date: dt.date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CrossReference:
    """Words that point at a provision of this or another paper."""

    text: str
    path: Path
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A paper, or a conformed copy, with its structure.

    `provisions` are the outermost ones in reading order; cover, title, preamble, recitals and signatures are among
    them, under their kinds. `title`, `number` and `date` are those that the paper states of itself.
    `lost_lines` are the offsets of line ends of the file that the running text has not (a page that broke a
    paragraph), `made_lines` those that it has and the file has not.
    """

    id: str
    file: str
    text: TracedText
    title: str | None
    number: int | None
    date: dt.date | None
    provisions: tuple[Provision, ...]
    definitions: tuple[Definition, ...] = ()
    parties: tuple[Party, ...] = ()
    dates: tuple[DateMention, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    signatures: tuple[Signature, ...] = ()
    references: tuple[CrossReference, ...] = ()
    findings: tuple[Problem, ...] = ()
    lost_lines: tuple[int, ...] = ()
    made_lines: tuple[int, ...] = ()

    def __repr__(self) -> str:
        return f"<Document {self.id}: {self.title or 'without title'}, {len(self.text.string)} characters>"

    def line_of(self, offset: int) -> int:
        """The line of the file, counted from 1, in which the character at `offset` stands."""
        line = self.text.string.count("\n", 0, offset) + 1
        return line + bisect_left(self.lost_lines, offset) - bisect_left(self.made_lines, offset)

    def walk(self) -> Iterator[Provision]:
        """All provisions, in reading order."""
        for provision in self.provisions:
            yield from provision.walk()
