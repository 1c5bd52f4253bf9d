"""New words as runs: white space laid out like the text around them, every other character a slice of its paper.

A run must equal its slice, so white space that differs from the paper's becomes a run of its own that stands in no
paper; it keeps the offset of the gap it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from conformed.conforming.matching import WordFinder
from conformed.model.instruction import Words
from conformed.model.text import Run

__all__ = ["NewWords", "filler", "in_block", "in_line"]

_GAP = re.compile(r"\s+")
_Lay = Callable[[str, int], str]


@dataclass(frozen=True, slots=True)
class NewWords:
    """Words that an instruction inserts: a slice of its paper, or `given` words that stand in no paper.

    Attributes:
        document: id of the paper.
        instruction: id of the instruction.
        paper: the paper's running text.
        start, end: the slice of `paper`; the same offset for words that stand in no paper.
        given: these words, or None.
    """

    document: str
    instruction: str
    paper: str
    start: int
    end: int
    given: str | None = None

    @classmethod
    def of(cls, words: Words, *, document: str, instruction: str, paper: str, at: int) -> NewWords:
        """The words that an instruction gives; `at` is where it stands, for words that are named and not printed."""
        if words.start is None or words.end is None:
            return cls(document, instruction, paper, at, at, words.text)
        piece = paper[words.start : words.end]
        if words.text and piece.split() != words.text.split():
            found = WordFinder(piece).exactly(words.text)
            if found:
                return cls(
                    document, instruction, paper, words.start + found[0].start, words.start + found[0].end
                )
        start = words.start + len(piece) - len(piece.lstrip())
        return cls(
            document, instruction, paper, start, max(words.end - (len(piece) - len(piece.rstrip())), start)
        )

    @property
    def text(self) -> str:
        """The words with white space collapsed."""
        return " ".join(self.raw.split())

    @property
    def raw(self) -> str:
        """The words as they stand."""
        return self.given if self.given is not None else self.paper[self.start : self.end]

    def slice(self, start: int, end: int) -> NewWords:
        """Characters `start` up to `end` of `raw`."""
        if self.given is not None:
            return NewWords(
                self.document, self.instruction, self.paper, self.start, self.start, self.given[start:end]
            )
        return NewWords(self.document, self.instruction, self.paper, self.start + start, self.start + end)


def filler(text: str, words: NewWords, at: int | None = None) -> Run:
    """Characters that stand in no paper, put there by the instruction of `words`."""
    place = words.start if at is None else at
    return Run(text, words.document, place, place, words.instruction)


def in_line(words: NewWords) -> tuple[Run, ...]:
    r"""Words to stand inside a line: every gap one blank.

    >>> paper = "for  sixty\n     (60) days"
    >>> [run.text for run in in_line(NewWords("a", "1", paper, 5, 20))]
    ['sixty', ' ', '(60)']
    """
    if words.given is not None:
        return (filler(" ".join(words.given.split()), words),) if words.given.strip() else ()
    return tuple(_spaced(words, lambda gap, at: _one_blank(words.paper, gap, at)))


def in_block(words: NewWords, *, indent: str, hanging: str | None = None) -> tuple[Run, ...]:
    """Words to stand as paragraphs of their own, the first line's indentation not included.

    Args:
        words: one or several lines.
        indent: the columns before the first line, where the text around it has them.
        hanging: the columns before a line that goes on, or None to keep each line's place beside the first.
    """
    if words.given is not None:
        return (filler(words.given.strip(), words),)
    shift = len(indent) - _column(words)

    def lay(gap: str, at: int) -> str:
        if "\n" not in gap:
            return gap
        breaks = min(gap.count("\n"), 2)
        if breaks == 1 and hanging is not None:
            return "\n" + hanging
        column = len(gap) - gap.rfind("\n") - 1
        if breaks == 1 and at + len(gap) < len(words.paper) and _is_blanked(gap):
            return "\n" + indent
        return "\n" * breaks + " " * max(column + shift, 0)

    return tuple(_spaced(words, lay))


def _is_blanked(gap: str) -> bool:
    """Whether page furniture was blanked out of this gap."""
    return len(gap) > 100


def _column(words: NewWords) -> int:
    """The column at which the words begin; where something else stands before them, that of their least indented line."""
    paper = words.paper
    line = paper.rfind("\n", 0, words.start) + 1
    if not paper[line : words.start].strip(" \t\"“'‘|*"):
        return words.start - line
    columns = [
        len(piece) - len(piece.lstrip())
        for piece in paper[words.start : words.end].split("\n")[1:]
        if piece.strip()
    ]
    return min(columns, default=words.start - line)


def _one_blank(paper: str, gap: str, at: int) -> str:
    """A blank; nothing where a word was divided at the line's end behind its hyphen."""
    divided = "\n" in gap and paper[at - 1 : at] == "-" and paper[at - 2 : at - 1].isalpha()
    return "" if divided and paper[at + len(gap) : at + len(gap) + 1].isalnum() else " "


def _spaced(words: NewWords, lay: _Lay) -> Iterator[Run]:
    paper, at = words.paper, words.start
    for gap in _GAP.finditer(paper, words.start, words.end):
        laid = lay(gap.group(), gap.start())
        if laid == gap.group():
            continue
        if gap.start() > at:
            yield Run(paper[at : gap.start()], words.document, at, gap.start(), words.instruction)
        if laid:
            yield filler(laid, words, gap.start())
        at = gap.end()
    if at < words.end:
        yield Run(paper[at : words.end], words.document, at, words.end, words.instruction)
