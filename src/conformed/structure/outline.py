"""The tree of provisions, decided by the sequence of labels.

Rules that this file must obey:

* A label is taken for what continues an open sequence: "(i)" after "(h)" is a letter, after "(a)" a numeral. Where both
  would fit, the labels that follow decide.
* A label that continues nothing and does not begin a sequence of its own is text.
* Repeated and skipped labels are kept, and noted.
* Depth is limited, so that no paper can exhaust the stack: deeper labels are siblings.
"""

from __future__ import annotations

from collections.abc import Sequence

from conformed.structure.candidates import LINE, RUN, Candidate
from conformed.structure.counted import counted
from conformed.structure.labels import Label
from conformed.structure.levels import (
    MOST_DEPTH,
    OUTER_WORDS,
    Choice,
    Level,
    Node,
    Remark,
    numbers_of,
    style_of,
)
from conformed.structure.ordered import ordered
from conformed.structure.sequence import AHEAD, Labels

__all__ = ["MOST_DEPTH", "Node", "Remark", "outline"]

_KEEPS_WORD = ("part", "chapter", "article")


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
        self.labels = Labels(text, found, flattened)
        self.roots: list[Node] = []
        self.remarks: list[Remark] = []
        self.containers: list[Node] = []
        self.broken: list[Level] = []

    @property
    def stack(self) -> list[Level]:
        return self.labels.stack

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
        style = style_of(label, reading)
        if reading.alphabet != "number" or style != level.style or reading.ordinal != level.ordinal + 1:
            return False
        again = (self.found[index] for index in range(place + 1, min(place + AHEAD, len(self.found))))
        return not any(
            one.label
            and not one.quoted
            and one.label.parts == label.parts
            and style_of(one.label, one.label.readings[0]) == style
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
        self.labels.within = True
        if self.stack or not self.broken:
            self.broken = self.stack
        self.labels.stack = []

    @property
    def _siblings_of_base(self) -> list[Node]:
        return self.containers[-1].children if self.containers else self.roots

    # labels

    def _take(self, place: int, candidate: Candidate) -> bool:
        label = candidate.label
        assert label is not None
        if self.containers and not self.stack and self._goes_on_behind(candidate, label):
            self.containers, self.labels.stack, self.broken = [], self.broken, []
            self.labels.within = False
        choice = (
            counted(self.labels, place, candidate, label) if label.numbers or len(label.parts) > 1 else None
        )
        if choice is None and not label.numbers:
            choice = ordered(self.labels, place, candidate, label)
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
            level.style == style_of(label, one)
            and one.alphabet == "number"
            and one.ordinal == level.ordinal + 1 > 2
            for one in label.readings
        )

    def _place(self, candidate: Candidate, label: Label, choice: Choice) -> None:
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
            indent=candidate.indent if candidate.strength >= LINE and not candidate.glued else -1,
        )
        (self.stack[-1].node.children if self.stack else self._siblings_of_base).append(node)
        if choice.code:
            self.remarks.append(Remark(choice.code, label.start, self.text[label.start : label.end]))
        self.stack.append(
            Level(
                choice.style,
                choice.ordinal,
                numbers_of(label) if label.numbers or len(label.parts) > 1 else (),
                candidate.indent,
                candidate.headed,
                candidate.strength,
                node,
                label.readings,
            )
        )


def _kind(label: Label, depth: int, stack: list[Level]) -> str:
    if label.word in ("part", "article"):
        return label.word
    if label.word in ("section", "clause", "chapter") or label.numbers or depth == 0:
        return "section"
    under_outer = all(level.node.word in OUTER_WORDS for level in stack)
    if under_outer:
        return "section"
    return "paragraph" if stack[-1].node.kind == "section" else "item"
