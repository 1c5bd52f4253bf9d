"""Text that knows where each of its characters stands in the papers as filed.

Rules that this file must obey:

* The running text of a filed paper has as many characters as the paper's original text: page furniture is
  blanked with spaces, never cut, so an offset in one is the same offset in the other.
* A conformed text is a sequence of runs. A run is a slice of one paper's text, with the instruction that placed it.
* A run whose `start` equals its `end` holds characters that stand in no paper (a blank line between two slices, a
  label that a range such as "(c) to (f) become (d) to (g)" implies). Everything else equals its slice.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

__all__ = ["Edit", "Run", "Span", "TracedText"]


@dataclass(frozen=True, slots=True)
class Span:
    """A view of a paper: characters `start` up to `end` of the text of `document`."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive characters that one instruction took from one place of one paper.

    Attributes:
        text: the characters.
        document: id of the paper they stand in.
        start: offset of the first character in that paper.
        end: offset behind the last; equal to `start` where the characters stand in no paper.
        instruction: id of the instruction that placed them, or None for a paper's own text.
    """

    text: str
    document: str
    start: int
    end: int
    instruction: str | None = None

    def slice(self, start: int, end: int) -> Run:
        """The characters `start` up to `end` of this run, as a run of their own."""
        if self.start == self.end:
            return Run(self.text[start:end], self.document, self.start, self.end, self.instruction)
        return Run(
            self.text[start:end], self.document, self.start + start, self.start + end, self.instruction
        )


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` up to `end` of a text give way to `runs` (an insertion where start equals end)."""

    start: int
    end: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class TracedText:
    """A text as a sequence of runs.

    >>> text = TracedText.of("Net 30 days.", "base")
    >>> new = text.edited([Edit(4, 6, (Run("45", "amendment-1", 100, 102, "1"),))])
    >>> new.string
    'Net 45 days.'
    >>> [(run.text, run.document) for run in new.runs]
    [('Net ', 'base'), ('45', 'amendment-1'), (' days.', 'base')]
    """

    string: str
    runs: tuple[Run, ...]
    _starts: tuple[int, ...] = field(repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        if not self._starts:
            lengths = (len(run.text) for run in self.runs)
            object.__setattr__(self, "_starts", tuple(accumulate(lengths, initial=0))[:-1])

    def __repr__(self) -> str:
        return f"<TracedText of {len(self.string)} characters in {len(self.runs)} runs>"

    @classmethod
    def of(cls, string: str, document: str) -> TracedText:
        """The text of a filed paper: one run."""
        return cls(string, (Run(string, document, 0, len(string)),) if string else ())

    @classmethod
    def joined(cls, runs: Iterable[Run]) -> TracedText:
        """The text that `runs` give one after the other; neighbours that continue each other become one."""
        merged: list[Run] = []
        for run in runs:
            if not run.text:
                continue
            last = merged[-1] if merged else None
            if (
                last is not None
                and last.document == run.document
                and last.instruction == run.instruction
                and last.end == run.start
                and (last.start == last.end) == (run.start == run.end)
            ):
                merged[-1] = Run(last.text + run.text, run.document, last.start, run.end, run.instruction)
            else:
                merged.append(run)
        return cls("".join(run.text for run in merged), tuple(merged))

    def runs_between(self, start: int, end: int) -> Iterator[Run]:
        """The runs of the characters `start` up to `end`, the first and the last cut to size."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self.runs) and self._starts[index] < end:
            run, at = self.runs[index], self._starts[index]
            piece = run.slice(max(start - at, 0), min(end - at, len(run.text)))
            if piece.text:
                yield piece
            index += 1

    def origin(self, offset: int) -> Span:
        """The place in a paper of the character at `offset`.

        Raises:
            IndexError: where there is no such character.
        """
        if not 0 <= offset < len(self.string):
            raise IndexError(f"no character at {offset} in a text of {len(self.string)}")
        run = next(self.runs_between(offset, offset + 1))
        return Span(run.document, run.start, run.end)

    def edited(self, edits: Sequence[Edit]) -> TracedText:
        """This text with `edits` made, all of them located in the text as it is now.

        Raises:
            ValueError: where two edits overlap.
        """
        pieces: list[Run] = []
        at = 0
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
            if edit.start < at:
                raise ValueError(f"edits overlap at {edit.start}")
            pieces.extend(self.runs_between(at, edit.start))
            pieces.extend(edit.runs)
            at = edit.end
        pieces.extend(self.runs_between(at, len(self.string)))
        return TracedText.joined(pieces)
