"""Words found, and the edit that changes them; what is shown where they are not."""

from __future__ import annotations

import re
from dataclasses import replace

from conformed.conforming.editing import replaced, struck
from conformed.conforming.ground import Finding, Ground, Order, Place, named, not_found
from conformed.conforming.matching import EXACT, Match, differences
from conformed.conforming.regions import Region
from conformed.model.text import Edit

__all__ = ["MARKS", "MOST", "Pair", "disagreement", "nothing_like", "shortened", "without_mark", "word_place"]

_DIVIDED = re.compile(r"-[ \t]*\n\s*")
MOST = 20
MARKS = ".,;"
Pair = tuple[Match, Region]


def without_mark(order: Order, mark: str) -> Order:
    """The order without the closing mark of its new words."""
    new = order.new
    if new is None or not new.raw.rstrip().endswith(mark):
        return order
    return replace(order, new=new.slice(0, len(new.raw.rstrip()) - 1))


def word_place(order: Order, ground: Ground, match: Match) -> Place:
    """The match as a place, with the edit that the instruction orders there."""
    return Place(match.start, match.end, ground.path_at(match.start), (_edit(order, ground, match),))


def _edit(order: Order, ground: Ground, match: Match) -> Edit:
    if order.new is None or order.instruction.action == "repeal":
        return struck(ground.string, match.start, match.end)
    new = order.new
    mark = new.text[-1:]
    if (
        mark in MARKS
        and ground.string[match.end - 1] not in MARKS
        and _goes_on(ground.string, match.end, mark)
    ):
        new = new.slice(0, len(new.raw.rstrip()) - 1)
    return replaced(ground.string, match.start, match.end, new)


def _goes_on(string: str, end: int, mark: str) -> bool:
    """Whether the sentence goes on behind the words, so that a mark that closes the new ones is the paper's own."""
    behind = string[end : end + 200].lstrip(" \t\n")
    return bool(behind) and (
        behind[0] == mark or (mark == "." and (behind[0].islower() or behind[0] in ",;("))
    )


def disagreement(match: Match, ground: Ground, old: str) -> str | None:
    """In what the words found differ from those quoted, or None."""
    printed, quoted = ground.plain(match.start, match.end), " ".join(old.split())
    joined = " ".join(_DIVIDED.sub("", ground.string[match.start : match.end]).split())
    if match.level == EXACT or quoted in (printed, joined):  # only where lines end differs
        return None
    return differences(old, printed)


def nothing_like(order: Order, ground: Ground, found: tuple[Region, ...], old: str) -> Finding:
    """The words are not there: the nearest are shown."""
    near = [
        near
        for region in found
        if region.end - region.start <= 60_000
        for near in [ground.finder.nearest(old, region.start, region.end)]
        if near is not None and near[1] >= 60
    ]
    choices = [word_place(order, ground, match) for match, _ in sorted(near, key=lambda one: -one[1])[:3]]
    where = named(order.instruction.target.path)
    term = order.instruction.target.term
    if term:
        where = f'the definition of "{term}"'
    return not_found(f'the words "{shortened(old)}" do not stand in {where}', choices)


def shortened(text: str) -> str:
    """A text cut for a message."""
    return text if len(text) <= 80 else text[:50] + " ... " + text[-20:]
