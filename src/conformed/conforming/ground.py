"""The text that the instructions of one paper work on, and what is asked of it to find their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from conformed.conforming.laying import NewWords
from conformed.conforming.matching import WordFinder
from conformed.model.conformed import AMBIGUOUS, APPLIED, NOT_FOUND, NOTED, Candidate
from conformed.model.document import Document, Path, Provision
from conformed.model.instruction import Instruction
from conformed.model.text import Edit
from conformed.structure import collapsed, find_provisions

__all__ = ["Finding", "Ground", "Order", "Place", "ambiguous", "done", "named", "not_found"]

SNIPPET = 70
CONTEXT = 600
_UNIT = re.compile(r"^(?:items?|paragraphs?|clauses?|sections?|subsections?|sub-?paragraphs?)\s+(?=\w)")
_OPENING = re.compile(r"\n[ \t]*\n\s*|(?<=[a-z)”\"][.;])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Order:
    """An instruction with its paper: what is to be done.

    Attributes:
        instruction: what the paper orders.
        paper: the paper's own document.
        new: the words it inserts, or None.
    """

    instruction: Instruction
    paper: Document
    new: NewWords | None

    @property
    def words(self) -> str:
        """The instruction as the paper words it, white space collapsed."""
        return " ".join(self.paper.text.string[self.instruction.start : self.instruction.end].split())

    @property
    def sentence(self) -> str:
        """The instruction with the beginning of the sentence in which the paper gives it."""
        text, start = self.paper.text.string, self.instruction.start
        before = text[max(start - CONTEXT, 0) : start]
        openings = [match.end() for match in _OPENING.finditer(before)]
        return " ".join(
            (before[openings[-1] if openings else 0 :] + text[start : self.instruction.end]).split()
        )


@dataclass(frozen=True, slots=True)
class Place:
    """One place where an instruction can be carried out, and the edits that do it.

    Attributes:
        start, end: the words concerned, or twice the point of an insertion.
        path: the innermost provision they stand in.
        edits: what to do there.
        rank: the order of insertions at one point: those of a list are sorted by it.
    """

    start: int
    end: int
    path: Path
    edits: tuple[Edit, ...]
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of looking for an instruction's place.

    Attributes:
        status: `applied`, `noted`, `ambiguous` or `not-found`.
        places: those to be changed, all of them; empty unless the status is one of the first two.
        choices: those among which a person may choose.
        note: in what text and instruction disagree.
    """

    status: str
    places: tuple[Place, ...] = ()
    choices: tuple[Place, ...] = ()
    note: str | None = None


def done(places: list[Place] | tuple[Place, ...], *notes: str | None) -> Finding:
    """The instruction can be carried out; with a note where there is one."""
    note = "; ".join(note for note in notes if note) or None
    return Finding(NOTED if note else APPLIED, tuple(places), (), note)


def ambiguous(note: str, choices: list[Place] | tuple[Place, ...] = ()) -> Finding:
    """More than one reading fits."""
    return Finding(AMBIGUOUS, (), tuple(choices), note)


def not_found(note: str, choices: list[Place] | tuple[Place, ...] = ()) -> Finding:
    """The place is not there."""
    return Finding(NOT_FOUND, (), tuple(choices), note)


def named(path: Path) -> str:
    """A path as a message names it.

    >>> named(("7", "a")), named(("schedule 1", "appendix a", "2")), named(())
    ('7(a)', 'schedule 1, appendix a, 2', 'the agreement')
    """
    if not path:
        return "the agreement"
    out = path[0]
    for label in path[1:]:
        out += f", {label}" if " " in label or " " in out.rsplit(", ", 1)[-1] else f"({label})"
    return out


@dataclass(slots=True)
class Ground:
    """A state of the agreement, and the papers that its words stand in.

    Attributes:
        document: the agreement before the paper (or, for what only the paper itself makes, while it is applied).
        papers: every paper of the chain so far, by id.
        relabelled: provisions that the paper renumbers: path -> its new last label.
        leaving: provisions that the paper repeals or replaces.
    """

    document: Document
    papers: Mapping[str, Document]
    relabelled: dict[Path, str] = field(default_factory=dict)
    leaving: set[Path] = field(default_factory=set)
    _finder: WordFinder | None = None
    _flat: tuple[list[int], list[Provision]] | None = None

    @property
    def string(self) -> str:
        """The characters of the agreement."""
        return self.document.text.string

    @property
    def finder(self) -> WordFinder:
        """The finder of words in it."""
        if self._finder is None:
            self._finder = WordFinder(self.string)
        return self._finder

    def provisions(self, path: Path) -> tuple[Provision, ...]:
        """The provisions that `path` names."""
        found = find_provisions(self.document, path)
        if not found:
            bare = tuple(_UNIT.sub("", part) for part in path)
            found = find_provisions(self.document, bare) if bare != path else ()
        return found

    def innermost(self, offset: int) -> Provision | None:
        """The innermost provision in which the character at `offset` stands."""
        if self._flat is None:
            walked = list(self.document.walk())
            self._flat = [provision.start for provision in walked], walked
        starts, walked = self._flat
        index = bisect_right(starts, offset) - 1
        if index < 0:
            return None
        if walked[index].end >= offset:
            return walked[index]
        return self._above(offset)

    def _above(self, offset: int) -> Provision | None:
        found: Provision | None = None
        level = self.document.provisions
        while True:
            for provision in level:
                if provision.start <= offset <= provision.end:
                    found, level = provision, provision.children
                    break
            else:
                return found

    def path_at(self, offset: int) -> Path:
        """The path of the innermost provision at `offset`."""
        provision = self.innermost(offset)
        return provision.path if provision is not None else ()

    def parent(self, provision: Provision) -> Provision | None:
        """The provision directly above."""
        found: Provision | None = None
        level = self.document.provisions
        while True:
            for other in level:
                if other is provision:
                    return found
                if other.start <= provision.start < other.end and provision.end <= other.end:
                    found, level = other, other.children
                    break
            else:
                return found

    def siblings(self, provision: Provision) -> tuple[Provision, ...]:
        """The provisions beside it, itself included."""
        above = self.parent(provision)
        return above.children if above is not None else self.document.provisions

    def plain(self, start: int, end: int) -> str:
        """A stretch of the text, collapsed."""
        return collapsed(self.document, start, end)

    def indent(self, offset: int) -> str:
        """The white space before `offset` in its line; blanks of the same width where words stand before it."""
        line = self.string.rfind("\n", 0, offset) + 1
        before = self.string[line:offset]
        return before if not before.strip() else " " * len(before)

    def candidate(self, place: Place) -> Candidate:
        """A place as it is shown to a person."""
        low, high = max(place.start - SNIPPET, 0), min(place.end + SNIPPET, len(self.string))
        if place.end - place.start > 4 * SNIPPET:
            high = min(place.start + 4 * SNIPPET, high)
        while low > 0 and not self.string[low - 1].isspace() and place.start - low < SNIPPET + 30:
            low -= 1
        while high < len(self.string) and not self.string[high].isspace() and high - place.end < SNIPPET + 30:
            high += 1
        return Candidate(place.path, place.start, place.end, self.plain(low, high))

    def printed_lines(self, provision: Provision | None, offset: int) -> tuple[int, ...]:
        """The line in which the words at `offset` are printed, counted in the paper that holds them.

        Counted from the provision's first line, and from the first behind its heading where that is another; empty
        where the words stand in another paper than the provision's beginning.
        """
        origin = self.document.text.origin(offset)
        paper = self.papers.get(origin.document)
        if paper is None or provision is None:
            return ()
        counts: list[int] = []
        for start in (provision.start, self._first_word(provision)):
            opening = self.document.text.origin(start)
            if opening.document == origin.document and opening.start <= origin.start:
                counts.append(_lines_between(paper.text.string, opening.start, origin.start))
        return tuple(dict.fromkeys(counts))

    def _first_word(self, provision: Provision) -> int:
        match = re.compile(r"\S").search(self.string, provision.body, provision.end)
        return match.start() if match else provision.start


def _lines_between(text: str, start: int, offset: int) -> int:
    """The number of the printed line at `offset`, the one at `start` being the first; empty lines not counted."""
    line = text.rfind("\n", 0, start) + 1
    return max(sum(1 for piece in text[line : offset + 1].split("\n") if piece.strip()), 1)
