"""Notes, examples and steps inside a provision ("Note 1."), which carry a name and a number but are no provisions."""

from __future__ import annotations

import re

from conformed.conforming.ground import Finding, Ground, Order, Place, done
from conformed.conforming.laying import filler, in_block
from conformed.model.document import Provision
from conformed.model.text import Edit

__all__ = ["change_note"]

_NOTE = re.compile(r"[\s\"“'‘*_]*(Note|Footnote|Example|Step|Remark)\s+(\d{1,3})\b")


def change_note(order: Order, ground: Ground, provision: Provision) -> Finding | None:
    """A note of `provision` replaced or put in, where the new text begins as one and the provision has such notes."""
    new = order.new
    named = _NOTE.match(new.raw) if new is not None else None
    if new is None or named is None:
        return None
    string = ground.string
    opening = re.compile(rf"^[ \t*_]*({named[1]})\s+(\d{{1,3}})\b", re.M)
    held = [
        (int(match[2]), match.start(1), _end(string, match.end(), provision.end))
        for match in opening.finditer(string, provision.body, provision.end)
    ]
    number = int(named[2])
    same = [(start, end) for count, start, end in held if count == number]
    raw = new.slice(named.start(1), len(new.raw))
    if order.instruction.action == "substitution" and len(same) == 1:
        start, end = same[0]
        return done(
            [
                Place(
                    start,
                    end,
                    provision.path,
                    (Edit(start, end, in_block(raw, indent=ground.indent(start))),),
                )
            ]
        )
    before = [(count, start, end) for count, start, end in held if count < number]
    if order.instruction.action != "insertion" or same or not before:
        return None
    _, start, end = max(before)
    gap = filler("\n\n" + ground.indent(start), new)
    edit = Edit(end, end, (gap, *in_block(raw, indent=ground.indent(start))))
    return done([Place(end, end, provision.path, (edit,), rank=named[2])])


def _end(string: str, start: int, limit: int) -> int:
    blank = re.compile(r"\n[ \t]*\n").search(string, start, limit)
    return len(string[: blank.start() if blank else limit].rstrip())
