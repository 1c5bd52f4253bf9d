"""The lines of a text as they stand on the page: indentation, gaps, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Line", "lines_of"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words on it.

    Attributes:
        start: offset of its first character that is not blank.
        end: offset behind its last.
        indent: blanks before the first; a tab counts to the next multiple of eight.
        gap: empty lines above it; 1 or more begins a paragraph.
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
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            lead = len(raw) - len(raw.lstrip())
            indent = lead if "\t" not in raw[:lead] else len(raw[:lead].expandtabs(8))
            lines.append(Line(at + lead, at + lead + len(words), indent, gap))
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1
    return lines
