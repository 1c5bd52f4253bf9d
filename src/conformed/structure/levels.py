"""What the outline is made of: provisions in the making, the levels that are open, the styles of their labels."""

from __future__ import annotations

from dataclasses import dataclass, field

from conformed.structure.labels import Label, Reading, letter_number

__all__ = [
    "MOST_DEPTH",
    "OUTER_WORDS",
    "Choice",
    "Level",
    "Node",
    "Remark",
    "Style",
    "counted_style",
    "numbers_of",
    "singles",
    "style_of",
]

MOST_DEPTH = 24
"""Levels of provisions at most."""

OUTER_WORDS = ("part", "chapter", "article")
"""The words of labels that others stand under."""

Style = tuple[str, str, str]
"""What labels of one sequence have in common: their word, their marks, their alphabet."""


@dataclass(slots=True)
class Node:
    """A provision in the making.

    Attributes:
        parts: what it adds to the path of what it stands under.
        absolute: whether its path begins anew below its container ("4.02" in Article IV).
        kind, label_start, label_end, start, end: as in `Provision`.
        container: whether it is a schedule, exhibit and so on.
        indent: blanks before its label, where it begins a line; else -1.
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
    indent: int = -1
    children: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding about a label: `code` is a problem code."""

    code: str
    offset: int
    label: str


@dataclass(slots=True)
class Level:
    """An open sequence of labels: its style, its last label, and the provision that bears it."""

    style: Style
    ordinal: int
    numbers: tuple[int, ...]
    indent: int
    headed: bool
    strength: int
    node: Node
    ordinals: tuple[Reading, ...]


@dataclass(slots=True)
class Choice:
    """Where a label goes: its level, its place there, and what is odd about it (a problem code)."""

    depth: int
    style: Style
    ordinal: int
    code: str | None = None


def numbers_of(label: Label) -> tuple[int, ...]:
    """The components of a label as numbers: (3, 1) of "3.1", (7, 1) of "7.A"."""
    if label.numbers:
        return label.numbers
    head = tuple(int(part) for part in label.parts[0].split(".") if part.isdigit())
    return (*head, letter_number(label.parts[-1]) or label.readings[0].ordinal)


def counted_style(label: Label) -> Style:
    """The style of a label of several components."""
    if not label.numbers:
        return ("", "pair", str(len(label.parts)))
    lettered = not label.parts[0][0].isdigit()
    return ("", "lettered" if lettered else "decimal", str(len(label.numbers)))


def singles(level: Level) -> tuple[tuple[int, ...], ...]:
    """What a label of one component may be, as components."""
    return tuple((one.ordinal,) for one in level.ordinals)


def style_of(label: Label, reading: Reading) -> Style:
    """The style of a label of one component in one of its readings."""
    mark = "" if label.mark in (".", ":", "") else label.mark
    if label.word is None and reading.alphabet != "number" and label.mark == ".":
        mark = "."
    return (label.word or "", mark, reading.alphabet)
