"""The lines of a text as they stand on the page: indentation, gaps, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Line", "lines_are_paragraphs", "lines_of"]

_FEW = 0.25
_LONG, _MUCH, _ENDED = 100, 0.3, 0.8


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words on it.

    Attributes:
        start: offset of its first character that is not blank.
        end: offset behind its last.
        indent: blanks before the first; a tab counts to the next multiple of eight.
        gap: empty lines above it; 1 or more begins a paragraph. At least 1 where each line is a paragraph.
    """

    start: int
    end: int
    indent: int
    gap: int


def lines_of(text: str) -> list[Line]:
    r"""The lines of `text` with words on them, in order.

    >>> [(line.indent, line.gap) for line in lines_of("A\n\n   b\nc")]
    [(0, 1), (3, 1), (0, 0)]
    """
    lines: list[Line] = []
    at, gap = 0, 1
    least = 1 if lines_are_paragraphs(text) else 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            lead = len(raw) - len(raw.lstrip())
            indent = lead if "\t" not in raw[:lead] else len(raw[:lead].expandtabs(8))
            lines.append(Line(at + lead, at + lead + len(words), indent, gap))
            gap = least
        else:
            gap += 1
        at += len(raw) + 1
    return lines


@lru_cache(maxsize=4)
def lines_are_paragraphs(text: str) -> bool:
    r"""Whether each line of `text` is a paragraph, as a word processor writes it: long lines, and hardly an empty one.

    >>> lines_are_paragraphs("1. Rent.\n" + "The Tenant pays the rent. " * 8 + "\n2. Term.")
    True
    >>> lines_are_paragraphs("1. Rent.\n\n" + "The Tenant pays the rent. " * 8 + "\n\n2. Term.")
    False
    """
    filled = empty = long = total = lines = ended = 0
    for raw in text.split("\n"):
        length = len(raw.strip())
        filled += length > 0
        empty += length == 0
        total += length
        if length > _LONG:
            long += length
            lines += 1
            ended += raw.rstrip()[-1] in '.;:,?!)]”"'
    return filled > 2 and empty <= _FEW * filled and long >= _MUCH * total and ended >= _ENDED * lines
