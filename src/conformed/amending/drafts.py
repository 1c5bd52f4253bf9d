"""Instructions in the making, and the small questions asked about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conformed.amending.blocks import (
    definitions_in,
    leading_label,
)
from conformed.amending.orders import Order, Spot, Thing
from conformed.amending.references import Place
from conformed.amending.understood import PART_UNREAD
from conformed.model.instruction import Target, Words

__all__ = [
    "MOVES",
    "NO_PAIRS",
    "NO_WORDS",
    "ROOT",
    "Draft",
    "Put",
    "Struck",
    "at_corner",
    "bears_other_label",
    "corner",
    "defines",
    "every_occurrence",
    "has",
    "has_anywhere",
    "hold_marks",
    "is_row",
    "printed_label",
    "same_words",
    "unit_of",
]

ROOT = Place(relative=False, unit="document")
NO_WORDS = "describes a change without giving its words"
MOVES = "moves a provision to another place"
NO_PAIRS = "does not say which of the new words take the place of which"


@dataclass(slots=True)
class Draft:
    """An instruction in the making: all but its id."""

    action: str
    target: Target
    old: Words | None
    new: Words | None
    start: int
    end: int
    uncertain: str | None = None
    agreement: str | None = None
    attached: tuple[str, ...] = ()


@dataclass(slots=True)
class Struck:
    """Something an order struck, that a following one may put something in place of."""

    place: Place
    words: Words | None
    unit: str
    every: bool
    spot: Spot | None
    start: int
    end: int
    loose: bool = False


@dataclass(slots=True)
class Put:
    """Something an order puts: words or block text, and what it is said to be."""

    words: Words | None
    noun: str | None = None
    places: tuple[Place, ...] = ()
    new_places: bool = False
    span: tuple[int, int] | None = None
    attached: tuple[str, ...] = ()


def is_row(words: str) -> bool:
    """Whether a stretch is laid out as rows of a table."""
    lines = [line.strip(" |") for line in words.splitlines() if line.strip(" |")]
    cells = [[cell for cell in re.split(r"\s*\|\s*|\s{3,}", line) if cell] for line in lines]
    return bool(cells) and len(cells) <= 40 and all(1 < len(row) < 12 for row in cells)


def defines(words: str) -> bool:
    """Whether words define a term in their first words."""
    return bool(definitions_in(words, 0, len(words)))


def has(spots: Sequence[Spot], kind: str) -> bool:
    """Whether one of the spots is of a kind."""
    return any(spot.kind == kind for spot in spots)


def has_anywhere(order: Order, things: Sequence[Thing], kind: str) -> bool:
    """Whether an order, or one of its things, has a spot of a kind."""
    return has(order.spots, kind) or any(has(thing.spots, kind) for thing in things)


def every_occurrence(spots: Sequence[Spot]) -> bool:
    """Whether the spots say that every occurrence is meant."""
    return has(spots, "everywhere")


def corner(spots: Sequence[Spot]) -> Spot | None:
    """The spot that says in which corner of a place words stand ("at the end"), or None."""
    return next((spot for spot in spots if spot.kind in ("end", "start", "after", "before", "between")), None)


def same_words(struck: Sequence[Struck]) -> bool:
    """Whether the same words were struck at several places (not several words at one)."""
    return len({item.words.text if item.words else None for item in struck}) == 1


def bears_other_label(place: Place, put: Put) -> bool:
    """Whether a row or provision that is put is headed otherwise than the one struck."""
    if put.words is None:
        return False
    words = put.words.text
    if place.unit == "row" and place.anchor:
        head = words.strip(" |").split(" ")[0]
        return head.lower() not in place.anchor.lower().split()
    label = leading_label(words, 0, len(words))[1]
    return (
        bool(place.path and label)
        and place.unit == "provision"
        and not label.rstrip(".)").lower().endswith(place.path[-1])
    )


def at_corner(target: Target, spot: Spot | None) -> Target:
    """The target with the corner of it that the words struck stand in."""
    if spot is None:
        return target
    if spot.kind in ("end", "start"):
        return replace(target, position=spot.kind)
    if spot.anchors:
        return replace(
            target, position="before" if spot.kind == "before" else "after", anchor=spot.anchors[0].word
        )
    return (
        replace(target, position="end")
        if spot.places and spot.places[0].path and spot.kind == "after"
        else target
    )


def hold_marks(drafts: Sequence[Draft]) -> None:
    """Leave to a person the marks of punctuation put beside what was not understood: they go with it or not at all."""
    for draft in drafts:
        put = [words.text for words in (draft.old, draft.new) if words is not None]
        if put and not any(character.isalnum() for words in put for character in words):
            draft.uncertain = draft.uncertain or PART_UNREAD


def unit_of(place: Place) -> str:
    """What of the agreement a place is, as the target of an order on the whole of it."""
    return {"table": "words", "paragraph": "words", "document": "provision"}.get(place.unit, place.unit)


def printed_label(place: Place, things: Sequence[Thing]) -> str:
    """The label as the paper prints it for a renumbering: "(vi)", "7.4", "Article IX", "3."."""
    last = place.path[-1] if place.path else ""
    if last.startswith("article "):
        return "Article " + last.removeprefix("article ").upper()
    printed = (place.printed or last).split(" ")[-1]
    if " " in last:
        return place.printed or last
    if last not in printed.lower():
        return last
    return printed
