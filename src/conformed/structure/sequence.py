"""The labels of a paper in their order, and what follows each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from conformed.structure.candidates import Candidate
from conformed.structure.ends import entries_of
from conformed.structure.headings import is_title
from conformed.structure.labels import Label, Reading, letter_number, roman_number
from conformed.structure.levels import Level, Style, style_of

__all__ = ["AHEAD", "NEAR", "Labels"]

AHEAD = 120
"""How many labels further a successor is looked for."""

NEAR = 150
"""How far behind a label its first sub-label stands, where nothing but a heading parts them, in characters."""

_RUN_IN = re.compile(r"[ ]{0,4}([A-Z][^.:;\n]{2,90})[.:][ ]")
_BRACKETED = re.compile(r"(?<=\s)\((\w{1,6})\)\s")
_CITED = re.compile(r"(?:sections?|paragraphs?|clauses?|items?|under|of|to|in|and|or)\s*$", re.IGNORECASE)
_WITHIN = 3000


class Labels:
    """The candidates of a paper, and the levels that are open while they are read.

    Attributes:
        text: the paper.
        found: the candidates in order.
        flattened: whether the paper lost its line breaks.
        stack: the open levels, the outermost first.
        within: whether an attachment is open.
        entries: where the unlabelled entries of lists of definitions begin.
    """

    def __init__(self, text: str, found: Sequence[Candidate], flattened: bool) -> None:
        self.text = text
        self.found = found
        self.flattened = flattened
        self.stack: list[Level] = []
        self.within = False
        self.entries = entries_of(text)
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

    def is_followed(self, place: int, numbers: tuple[int, ...]) -> bool:
        """Whether a label of several components comes next but one: "9.6" has "9.7" ahead of it."""
        successor = (*numbers[:-1], numbers[-1] + 1)
        following = self.found[place + 1 : place + AHEAD]
        return any(one.label is not None and one.label.numbers == successor for one in following)

    def is_behind_heading(self, candidate: Candidate) -> bool:
        """Whether nothing but a heading stands between the last label and a candidate: "2. SCOPE 2.1 The work"."""
        if not self.stack:
            return False
        start = self.stack[-1].node.label_end
        words = self.text[start : candidate.start].strip(" \t.:-–—")
        return candidate.start - start <= NEAR and bool(words) and is_title(words)

    def is_headed(self, label: Label) -> bool:
        """Whether a heading is run into the text behind a label: "9.6 Amendment. No change"."""
        match = _RUN_IN.match(self.text, label.end)
        return match is not None and is_title(match[1])

    def is_within_sentence(self, candidate: Candidate, reading: Reading) -> bool:
        """Whether the label before it stands in the words behind the last label: "(a) so that (a) one; (b) two"."""
        start = self.stack[-1].node.label_end if self.stack else 0
        for match in _BRACKETED.finditer(self.text, max(start, candidate.start - _WITHIN), candidate.start):
            before = self.text[max(0, match.start() - 12) : match.start()]
            if _place_of(match[1], reading.alphabet) == reading.ordinal - 1 and not _CITED.search(before):
                return True
        return False

    def depth_of_entry(self, candidate: Candidate) -> int | None:
        """The depth below which the levels belong to an earlier entry of a list of definitions, where one ended."""
        last = bisect_right(self.entries, candidate.start) - 1
        if last < 0 or not self.stack or self.entries[last] < self.stack[-1].node.start:
            return None
        for depth in range(1, len(self.stack)):
            above, below = self.stack[depth - 1].node.start, self.stack[depth].node.start
            place = bisect_right(self.entries, above)
            if place < len(self.entries) and self.entries[place] < below:
                return depth
        return None


def _place_of(label: str, alphabet: str) -> int | None:
    if alphabet == "number":
        return int(label) if label.isdigit() else None
    if label.isupper() is not alphabet.isupper():
        return None
    return roman_number(label) if alphabet.lower() == "roman" else letter_number(label)
