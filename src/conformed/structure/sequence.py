"""The labels of a paper in their order, and what follows each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from conformed.structure.candidates import Candidate
from conformed.structure.labels import Reading
from conformed.structure.levels import Level, Style, style_of

__all__ = ["AHEAD", "Labels"]

AHEAD = 120
"""How many labels further a successor is looked for."""


class Labels:
    """The candidates of a paper, and the levels that are open while they are read.

    Attributes:
        text: the paper.
        found: the candidates in order.
        flattened: whether the paper lost its line breaks.
        stack: the open levels, the outermost first.
        within: whether an attachment is open.
    """

    def __init__(self, text: str, found: Sequence[Candidate], flattened: bool) -> None:
        self.text = text
        self.found = found
        self.flattened = flattened
        self.stack: list[Level] = []
        self.within = False
        self._edges = [place for place, one in enumerate(found) if one.container is not None]
        self._places: dict[tuple[Style, int], list[int]] = {}
        for place, candidate in enumerate(found):
            for reading in candidate.label.readings if candidate.label else ():
                if candidate.label:
                    key = (style_of(candidate.label, reading), reading.ordinal)
                    self._places.setdefault(key, []).append(place)

    def ahead(self, place: int, style: Style, ordinal: int) -> int | None:
        """The index of the next candidate of that style and place, if it comes before the container's end."""
        following = self._places.get((style, ordinal), [])
        at = bisect_right(following, place)
        if at == len(following) or following[at] > place + AHEAD:
            return None
        edge = bisect_right(self._edges, place)
        return following[at] if edge == len(self._edges) or self._edges[edge] > following[at] else None

    def has_own_numbers(self, place: int, reading: Reading) -> bool:
        """Whether a number is followed by its own decimals: "11." by "11.1"."""
        below = self.found[place + 1].label if place + 1 < len(self.found) else None
        return below is not None and below.numbers[:-1] == (reading.ordinal,)
