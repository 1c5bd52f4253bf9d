"""Where provisions end: before their successors, before signature blocks, and before words that close their list.

Rules that this file must obey:

* What follows the last item of a list without a label is the item's, unless its place on the page or its first words
  say that it goes on with what stands around the list: it is set further out than the items, and no earlier item holds
  such a paragraph; or the item ended with a semicolon or a comma and it begins with a small letter.
* What an item announces with a colon is the item's.
* The next entry of a list of definitions ends the list within the entry before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from conformed.structure.labels import label_at
from conformed.structure.layout import Line
from conformed.structure.levels import Node

__all__ = ["entries_of", "set_ends"]

_ENTRY = re.compile(
    r"^[ \t]*(?P<entry>[\"“][^\"“”\n]{1,90}[\"”](?:,?[ ](?:or|and)[ ][\"“][^\"“”\n]{1,60}[\"”]){0,3}"
    r"(?:[ ]\([^()\n]{1,80}\))?,?[ \t]{1,12}(?:shall[ ]|will[ ])?(?:each[ ])?(?:ha(?:s|ve)|means?)\b)",
    re.MULTILINE,
)
_JOINED = re.compile(r"(?:and|or|and/or)\b")
_INWARD = 2
_SIBLINGS = 5
_SEEN = 400


def entries_of(text: str) -> list[int]:
    r"""Where the entries of lists of definitions begin that have no label, each at the start of a line.

    >>> entries_of('“Day” means any day.\n\n  "Rent" shall mean all sums due.')
    [0, 24]
    """
    return [match.start("entry") for match in _ENTRY.finditer(text)] if '"' in text or "“" in text else []


def set_ends(
    roots: Sequence[Node], end: int, text: str, lines: Sequence[Line], signatures: Sequence[int]
) -> None:
    """Set the end of each node below `roots`, in place.

    Args:
        roots: the outermost nodes, in order.
        end: where the text ends.
        text: the paper.
        lines: its lines.
        signatures: where its signature blocks begin.
    """
    page = _Page(text, lines)
    stack: list[tuple[Node | None, Sequence[Node], int]] = [(None, roots, end)]
    while stack:
        parent, nodes, limit = stack.pop()
        for at, node in enumerate(nodes):
            stop = nodes[at + 1].start if at + 1 < len(nodes) else limit
            place = bisect_right(signatures, node.start)
            if place < len(signatures) and _last(node).start < signatures[place] < stop:
                stop = signatures[place]
            if parent is not None and node.kind in ("paragraph", "item"):
                if page.hold_entries(parent.label_end, nodes[0].start):
                    stop = page.next_entry(_last(node).label_end, stop)
                if at + 1 == len(nodes):
                    stop = page.closing(nodes, stop)
            node.end = node.start + len(text[node.start : stop].rstrip())
            if node.children:
                stack.append((node, node.children, node.end))


class _Page:
    """The text with its lines and its entries, to look up what stands behind a list."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self.starts = [line.start for line in lines]
        self.entries = entries_of(text)

    def closing(self, nodes: Sequence[Node], stop: int) -> int:
        """Where the words begin that close the list `nodes`, else `stop`."""
        node = nodes[-1]
        outward = node.indent >= _INWARD and not any(
            self._spills(one, other.start) for one, other in pairwise(nodes[-1 - _SIBLINGS :])
        )
        for line, before in self._paragraphs(_last(node), stop):
            if before == ":":
                return stop
            small = self.text[line.start].islower()
            if outward and before in ".;," and self._is_outward(line, node) and not (small and before == "."):
                return line.start
            small = small and not _JOINED.match(self.text, line.start)
            if small and before in ";," and len(nodes) > 1:
                return line.start
        return stop

    def _paragraphs(self, node: Node, stop: int) -> Iterator[tuple[Line, str]]:
        """The paragraphs without a label behind a node's first one, and what mark stands before each."""
        place = bisect_left(self.starts, node.label_end)
        for line in self.lines[place : place + _SEEN]:
            if line.start >= stop:
                return
            if line.gap and label_at(self.text, line.start) is None:
                yield line, self.text[max(0, line.start - 40) : line.start].rstrip()[-1:]

    def _spills(self, node: Node, stop: int) -> bool:
        """Whether an item that is not the last holds a paragraph set further out than itself."""
        return any(self._is_outward(line, node) for line, _ in self._paragraphs(_last(node), stop))

    def _is_outward(self, line: Line, node: Node) -> bool:
        return line.indent <= node.indent - _INWARD and self.text[line.start] not in "\"“'‘[|"

    def hold_entries(self, start: int, stop: int) -> bool:
        """Whether an entry of a list of definitions begins from `start` on, before `stop`."""
        return self.next_entry(start, stop) < stop

    def next_entry(self, start: int, stop: int) -> int:
        """Where the first entry from `start` on begins, else `stop`."""
        place = bisect_left(self.entries, start)
        return min(stop, self.entries[place]) if place < len(self.entries) else stop


def _last(node: Node) -> Node:
    while node.children:
        node = node.children[-1]
    return node
