"""Quotations that run over several paragraphs: what an amendment quotes is not its own text.

Rules that this file must obey:

* A mark's shape decides whether it opens or closes: an opening one has a blank, a bracket, a dash or a line's beginning
  before it and no blank behind it.
* A straight mark with blanks on both sides opens where nothing is open, and closes otherwise.
* A quotation that is not closed within `REACH` characters is a slip of the pen, and quotes nothing.
* One pass, however many marks are left open.
"""

from __future__ import annotations

import re
from bisect import bisect_right

__all__ = ["REACH", "Quotations"]

REACH = 30_000
"""The longest quotation, in characters."""

_MARK = re.compile(r'["“”„]')
_OPENS_BEHIND = ' \t\n([{-–—"“/|'
_GAP = re.compile(r"\n\s*\n\s*$")


class Quotations:
    """The quotations of a text that run over a paragraph's end, or over a line that could begin a provision."""

    def __init__(self, text: str) -> None:
        self._spans = _spans(text)
        self._starts = [start for start, _ in self._spans]

    def hold(self, offset: int) -> bool:
        """Whether the character at `offset` is quoted (the marks themselves are)."""
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and self._spans[place][1] > offset

    def span(self, offset: int) -> tuple[int, int] | None:
        """The quotation around `offset`, its marks included, or None."""
        place = bisect_right(self._starts, offset) - 1
        return self._spans[place] if place >= 0 and self._spans[place][1] > offset else None


def _spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    depth = 0
    for match in _MARK.finditer(text):
        at = match.start()
        if opened is not None and at - opened > REACH:
            opened, depth = None, 0
        shape = _shape(text, at)
        if shape > 0 or (shape == 0 and opened is None):
            if opened is None:
                opened, depth = at, 1
            elif _GAP.search(text, max(0, at - 80), at):
                depth = 1
            else:
                depth += 1
        elif opened is not None:
            depth -= 1
            if depth <= 0:
                if "\n" in text[opened:at]:
                    spans.append((opened, at + 1))
                opened, depth = None, 0
    return spans


def _shape(text: str, at: int) -> int:
    """1 for a mark that opens, -1 for one that closes, 0 for one that may do either."""
    mark = text[at]
    if mark in "“„":
        return 1
    if mark == "”":
        return -1
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    if after in ").,;:" and before not in "([":
        return -1
    if after.isspace():
        return 0 if before.isspace() else -1
    return 1 if before in _OPENS_BEHIND else -1
