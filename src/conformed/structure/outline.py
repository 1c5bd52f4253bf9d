"""The tree of provisions, decided by the sequence of labels.

Rules that this file must obey:

* A label is taken for what continues an open sequence: "(i)" after "(h)" is a letter, after "(a)" a numeral. Where both
  would fit, the labels that follow decide.
* A label that continues nothing and does not begin a sequence of its own is text.
* Repeated and skipped labels are kept, and noted.
* Depth is limited, so that no paper can exhaust the stack: deeper labels are siblings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from conformed.structure.candidates import INLINE, LINE, PARAGRAPH, RUN, Candidate
from conformed.structure.labels import Label, Reading, letter_number

__all__ = ["MOST_DEPTH", "Node", "Remark", "outline"]

MOST_DEPTH = 24
"""Levels of provisions at most."""

_AHEAD = 120
_OUTER_WORDS = ("part", "chapter", "article")
_KEEPS_WORD = ("part", "chapter", "article")

Style = tuple[str, str, str]


@dataclass(slots=True)
class Node:
    """A provision in the making.

    Attributes:
        parts: what it adds to the path of what it stands under.
        absolute: whether its path begins anew below its container ("4.02" in Article IV).
        kind, label_start, label_end, start, end: as in `Provision`.
        container: whether it is a schedule, exhibit and so on.
    """

    parts: tuple[str, ...]
    absolute: bool
    kind: str
    label_start: int
    label_end: int
    start: int
    end: int = 0
    container: bool = False
    outer: str | None = None
    word: str | None = None
    children: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding about a label: `code` is a problem code."""

    code: str
    offset: int
    label: str


@dataclass(slots=True)
class _Level:
    style: Style
    ordinal: int
    numbers: tuple[int, ...]
    indent: int
    headed: bool
    strength: int
    node: Node
    ordinals: tuple[Reading, ...]


@dataclass(slots=True)
class _Choice:
    depth: int
    style: Style
    ordinal: int
    code: str | None = None


def outline(text: str, found: Sequence[Candidate], *, flattened: bool) -> tuple[list[Node], list[Remark]]:
    """The provisions that the candidates make, and what was odd about their labels.

    Args:
        text: the paper.
        found: the candidates in order.
        flattened: whether the paper lost its line breaks, so that items may begin inside a line.
    """
    outliner = _Outliner(text, found, flattened)
    outliner.run()
    return outliner.roots, outliner.remarks


class _Outliner:
    def __init__(self, text: str, found: Sequence[Candidate], flattened: bool) -> None:
        self.text = text
        self.found = found
        self.flattened = flattened
        self.roots: list[Node] = []
        self.remarks: list[Remark] = []
        self.containers: list[Node] = []
        self.stack: list[_Level] = []
        self.broken: list[_Level] = []
        self.edges = [place for place, one in enumerate(found) if one.container is not None]
        self.places: dict[tuple[Style, int], list[int]] = {}
        for place, candidate in enumerate(found):
            for reading in candidate.label.readings if candidate.label else ():
                if candidate.label:
                    self.places.setdefault((_style(candidate.label, reading), reading.ordinal), []).append(
                        place
                    )

    def run(self) -> None:
        dropped = False
        for place, candidate in enumerate(self.found):
            if candidate.glued and dropped:
                continue
            if candidate.container is not None:
                self._open_container(candidate)
                dropped = False
            elif candidate.quoted and not self._resumes(place, candidate):
                dropped = True
            else:
                dropped = not self._take(place, candidate)

    def _resumes(self, place: int, candidate: Candidate) -> bool:
        """Whether a label inside a quotation is the paper's own all the same: the quotation was never closed."""
        label, level = candidate.label, self.stack[0] if self.stack else None
        if label is None or level is None or label.numbers or candidate.glued or candidate.weak:
            return False
        reading = label.readings[0]
        style = _style(label, reading)
        if reading.alphabet != "number" or style != level.style or reading.ordinal != level.ordinal + 1:
            return False
        again = (self.found[index] for index in range(place + 1, min(place + _AHEAD, len(self.found))))
        return not any(
            one.label
            and not one.quoted
            and one.label.parts == label.parts
            and _style(one.label, one.label.readings[0]) == style
            for one in again
        )

    # containers

    def _open_container(self, candidate: Candidate) -> None:
        heading = candidate.container
        assert heading is not None
        if any(node.parts == (heading.name,) and node.outer == heading.outer for node in self.containers):
            return
        node = Node(
            (heading.name,),
            True,
            heading.kind,
            heading.start,
            heading.end,
            heading.start,
            container=True,
            outer=heading.outer,
        )
        while self.containers and (heading.outer is None or self.containers[-1].parts != (heading.outer,)):
            self.containers.pop()
        (self.containers[-1].children if self.containers else self.roots).append(node)
        self.containers.append(node)
        if self.stack or not self.broken:
            self.broken = self.stack
        self.stack = []

    @property
    def _siblings_of_base(self) -> list[Node]:
        return self.containers[-1].children if self.containers else self.roots

    # labels

    def _take(self, place: int, candidate: Candidate) -> bool:
        label = candidate.label
        assert label is not None
        if self.containers and not self.stack and self._goes_on_behind(candidate, label):
            self.containers, self.stack, self.broken = [], self.broken, []
        choice = self._counted(place, candidate, label) if label.numbers or len(label.parts) > 1 else None
        if choice is None and not label.numbers:
            choice = self._ordered(place, candidate, label)
        if choice is None:
            return False
        self._place(candidate, label, choice)
        return True

    def _goes_on_behind(self, candidate: Candidate, label: Label) -> bool:
        """Whether a label continues the numbering that an attachment in the middle of the paper broke off."""
        if not self.broken or candidate.weak or label.numbers or candidate.strength == RUN:
            return False
        level = self.broken[0]
        return any(
            level.style == _style(label, one)
            and one.alphabet == "number"
            and one.ordinal == level.ordinal + 1 > 2
            for one in label.readings
        )

    def _counted(self, place: int, candidate: Candidate, label: Label) -> _Choice | None:
        """Where a label of several components goes: "3.1.2", "C.3", "1.A."."""
        numbers, style = _numbers(label), _counted_style(label)
        for depth in range(len(self.stack) - 1, -1, -1):
            level = self.stack[depth]
            if level.style[:2] != style[:2] or level.numbers[:-1] != numbers[:-1]:
                continue
            step = numbers[-1] - level.numbers[-1]
            if step == 1 and self._fit(place, candidate, style, first=False):
                return _Choice(depth, style, numbers[-1])
            if candidate.strength < LINE or candidate.weak:
                return None
            if step == 0:
                suffixed = label.parts[-1][-1:].isalpha() and style[1] != "pair"
                return _Choice(depth, style, numbers[-1], None if suffixed else "label-repeated")
            if 1 < step <= 12 and candidate.strength == PARAGRAPH:
                return _Choice(depth, style, numbers[-1], "label-skipped")
            return None
        if candidate.weak:
            return None
        for depth in range(len(self.stack) - 1, -1, -1):
            level = self.stack[depth]
            same = level.numbers == numbers[:-1] if level.numbers else numbers[:-1] in _singles(level)
            if (
                same
                and (len(numbers) > 2 or not level.numbers)
                and self._may_begin(place, candidate, numbers, style)
            ):
                return _Choice(depth + 1, style, numbers[-1], None if numbers[-1] <= 1 else "label-skipped")
        for depth, level in enumerate(self.stack):
            if level.style[:2] == style[:2] and len(level.numbers) == len(numbers) and numbers[-1] <= 1:
                step = numbers[-2] - level.numbers[-2]
                if level.numbers[:-2] == numbers[:-2] and 1 <= step <= 3 and candidate.strength >= LINE:
                    return _Choice(depth, style, numbers[-1], None if step == 1 else "label-skipped")
        opened = any(level.style[1] == style[1] for level in self.stack)
        if not opened and numbers[-1] <= 1 and candidate.strength >= LINE and len(numbers) == 2:
            depth = sum(1 for level in self.stack if level.node.word in _OUTER_WORDS)
            if depth == len(self.stack):
                return _Choice(depth, style, numbers[-1])
        return None

    def _may_begin(self, place: int, candidate: Candidate, numbers: tuple[int, ...], style: Style) -> bool:
        if numbers[-1] <= 1:
            return self._fit(place, candidate, style, first=True)
        return candidate.strength == PARAGRAPH and numbers[-1] <= 3 and not self.flattened

    def _fit(self, place: int, candidate: Candidate, style: Style, *, first: bool) -> bool:
        """Whether what stands around an inline label lets it be one."""
        if candidate.strength >= LINE or candidate.glued:
            return True
        if candidate.weak:
            return False
        if candidate.strength == INLINE and candidate.before not in '.:;”"])':
            return False
        return not first or candidate.strength == RUN or self.flattened or candidate.before in ".:"

    def _ordered(self, place: int, candidate: Candidate, label: Label) -> _Choice | None:
        """Where a label of one component goes: "1.", "(a)", "Article IV"."""
        if label.word in _OUTER_WORDS:
            return self._outer(candidate, label)
        following = self._continued(candidate, label)
        beginning = self._begun(place, candidate, label)
        if following and beginning:
            return self._nearer(place, candidate, label, following, beginning)
        if following or beginning:
            return following or beginning
        return self._odd(place, candidate, label)

    def _outer(self, candidate: Candidate, label: Label) -> _Choice | None:
        if candidate.strength == INLINE and not (candidate.headed and candidate.before == "."):
            return None
        reading = label.readings[0]
        for depth, level in enumerate(self.stack):
            if level.node.word == label.word:
                for reading in label.readings:
                    if (label.word or "", "", reading.alphabet) == level.style:
                        step = reading.ordinal - level.ordinal
                        if step < 0 or (step == 0 and candidate.strength < PARAGRAPH):
                            return None
                        code = None if step == 1 else "label-repeated" if step == 0 else "label-skipped"
                        return _Choice(depth, level.style, reading.ordinal, code)
                return None
        depth = 0
        while depth < len(self.stack) and self.stack[depth].node.word in _OUTER_WORDS:
            depth += 1
        best = min(label.readings, key=lambda one: one.ordinal)
        return _Choice(depth, (label.word or "", "", best.alphabet), best.ordinal)

    def _continued(self, candidate: Candidate, label: Label) -> _Choice | None:
        options: list[tuple[tuple[int, ...], _Choice]] = []
        for depth in range(len(self.stack) - 1, -1, -1):
            level = self.stack[depth]
            for reading in label.readings:
                style = _style(label, reading)
                suffixed = label.parts[-1][-1:].isalpha() and reading.alphabet == "number"
                if level.style == style and reading.ordinal == level.ordinal + (0 if suffixed else 1):
                    if candidate.before == ":" and 0 <= level.indent < candidate.indent - 2:
                        continue  # new words set in below "to read as follows:"
                    near = candidate.indent >= 0 and abs(candidate.indent - level.indent) <= 1
                    alike = candidate.headed == level.headed
                    options.append(((int(near), int(alike), depth), _Choice(depth, style, reading.ordinal)))
        if not options:
            return None
        choice = max(options, key=lambda option: option[0])[1]
        if candidate.weak and (candidate.strength < LINE or not candidate.headed):
            return None
        if candidate.strength == INLINE and not candidate.glued:
            level = self.stack[choice.depth]
            inline_run = level.strength == INLINE or self.flattened
            if label.mark == "()" and not (inline_run or candidate.before in ".:;"):
                return None
            if label.mark != "()" and candidate.before not in '.:;”"])':
                return None
        return choice

    def _begun(self, place: int, candidate: Candidate, label: Label) -> _Choice | None:
        reading = next((one for one in label.readings if one.ordinal == 1), None)
        if reading is None:
            return None
        style = _style(label, reading)
        second = self._ahead(place, style, 2)
        if candidate.weak and (second is None or not candidate.headed):
            return None
        if candidate.strength == INLINE and not candidate.glued:
            if candidate.before not in ".:;" or second is None:
                return None
            listed = self.flattened or candidate.before == ":"
            if not listed and label.mark == "()" and self.found[second].strength == INLINE:
                return None
        if (
            candidate.strength in (LINE, RUN)
            and second is None
            and not candidate.glued
            and candidate.before not in ".:;"
        ):
            return None
        depth = len(self.stack)
        if (
            candidate.strength == PARAGRAPH
            and candidate.headed
            and reading.alphabet == "number"
            and self._are_recitals()
        ):
            depth = 0
        if label.word is not None:
            depth = sum(1 for level in self.stack if level.node.word in _OUTER_WORDS)
        open_depth = next((at for at, level in enumerate(self.stack) if level.style == style), None)
        if candidate.indent >= 0 and not candidate.glued and not self.flattened and candidate.before != ":":
            while (
                depth > 1
                and self.stack[depth - 1].indent > candidate.indent + 1
                and (open_depth is None or depth - 1 > open_depth)
            ):
                depth -= 1
        if open_depth is not None and label.word is None and not candidate.glued:
            level = self.stack[open_depth]
            deeper = candidate.indent > level.indent + 1 and level.indent >= 0
            led_in = candidate.before == ":" and (
                open_depth < len(self.stack) - 1 or candidate.strength == INLINE
            )
            if not deeper and not led_in:
                return _Choice(open_depth, style, 1, "label-repeated")
        return _Choice(min(depth, MOST_DEPTH), style, 1)

    def _are_recitals(self) -> bool:
        """Whether what is open are lettered paragraphs without headings, as of recitals that no word announces."""
        if not self.stack or self.containers:
            return False
        level = self.stack[0]
        return level.style[2] == "LETTER" and level.node.word is None and not level.headed

    def _nearer(
        self, place: int, candidate: Candidate, label: Label, following: _Choice, beginning: _Choice
    ) -> _Choice:
        after = self._ahead(place, following.style, following.ordinal + 1)
        second = self._ahead(place, beginning.style, 2)
        if second is not None and (after is None or second < after):
            return beginning
        if after is not None or candidate.before != ":":
            return following
        return beginning

    def _odd(self, place: int, candidate: Candidate, label: Label) -> _Choice | None:
        """A label that repeats or skips."""
        if candidate.weak or candidate.glued or candidate.strength < PARAGRAPH:
            return None
        for depth in range(len(self.stack) - 1, -1, -1):
            level = self.stack[depth]
            for reading in label.readings:
                style = _style(label, reading)
                if level.style != style or candidate.quoted:
                    continue
                step = reading.ordinal - level.ordinal
                near = abs(candidate.indent - level.indent) <= 1
                if step == 0 and near:
                    return _Choice(depth, style, reading.ordinal, "label-repeated")
                skips = 2 <= step <= 4 and (
                    candidate.headed or self._ahead(place, style, reading.ordinal + 1) is not None
                )
                skips = skips or (step > 1 and label.word is not None)
                if near and (skips or (step > 1 and self._has_own_numbers(place, reading))):
                    return _Choice(depth, style, reading.ordinal, "label-skipped")
        reading = label.readings[0]
        style = _style(label, reading)
        if not self.stack and not candidate.quoted and (label.word or reading.alphabet == "number"):
            follows = self._ahead(place, style, reading.ordinal + 1) is not None
            if follows or self._has_own_numbers(place, reading) or (label.word and candidate.headed):
                return _Choice(0, style, reading.ordinal)
        return None

    def _has_own_numbers(self, place: int, reading: Reading) -> bool:
        """Whether a number is followed by its own decimals: "11." by "11.1"."""
        below = self.found[place + 1].label if place + 1 < len(self.found) else None
        return below is not None and below.numbers[:-1] == (reading.ordinal,)

    def _ahead(self, place: int, style: Style, ordinal: int) -> int | None:
        """The index of the next candidate of that style and place, if it comes before the container's end."""
        following = self.places.get((style, ordinal), [])
        at = bisect_right(following, place)
        if at == len(following) or following[at] > place + _AHEAD:
            return None
        edge = bisect_right(self.edges, place)
        return following[at] if edge == len(self.edges) or self.edges[edge] > following[at] else None

    def _place(self, candidate: Candidate, label: Label, choice: _Choice) -> None:
        depth = min(choice.depth, MOST_DEPTH - 1)
        del self.stack[depth:]
        keeps = label.word in _KEEPS_WORD
        parts = (f"{label.word} {label.parts[0]}", *label.parts[1:]) if keeps else label.parts
        absolute = bool(label.numbers) or len(label.parts) > 1
        node = Node(
            parts,
            absolute,
            _kind(label, depth, self.stack),
            label.start,
            label.end,
            label.start,
            word=label.word,
        )
        (self.stack[-1].node.children if self.stack else self._siblings_of_base).append(node)
        if choice.code:
            self.remarks.append(Remark(choice.code, label.start, self.text[label.start : label.end]))
        self.stack.append(
            _Level(
                choice.style,
                choice.ordinal,
                _numbers(label) if label.numbers or len(label.parts) > 1 else (),
                candidate.indent,
                candidate.headed,
                candidate.strength,
                node,
                label.readings,
            )
        )


def _numbers(label: Label) -> tuple[int, ...]:
    if label.numbers:
        return label.numbers
    head = tuple(int(part) for part in label.parts[0].split(".") if part.isdigit())
    return (*head, letter_number(label.parts[-1]) or label.readings[0].ordinal)


def _counted_style(label: Label) -> Style:
    if not label.numbers:
        return ("", "pair", str(len(label.parts)))
    lettered = not label.parts[0][0].isdigit()
    return ("", "lettered" if lettered else "decimal", str(len(label.numbers)))


def _singles(level: _Level) -> tuple[tuple[int, ...], ...]:
    return tuple((one.ordinal,) for one in level.ordinals)


def _style(label: Label, reading: Reading) -> Style:
    mark = "" if label.mark in (".", ":", "") else label.mark
    if label.word is None and reading.alphabet != "number" and label.mark == ".":
        mark = "."
    return (label.word or "", mark, reading.alphabet)


def _kind(label: Label, depth: int, stack: list[_Level]) -> str:
    if label.word in ("part", "article"):
        return label.word
    if label.word in ("section", "clause", "chapter") or label.numbers or depth == 0:
        return "section"
    under_outer = all(level.node.word in _OUTER_WORDS for level in stack)
    if under_outer:
        return "section"
    return "paragraph" if stack[-1].node.kind == "section" else "item"
