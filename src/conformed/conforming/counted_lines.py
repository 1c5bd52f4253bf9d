"""Paragraphs that a word and a number name: "Note 1.", "Aim 3.", "Step B:".

Rules that this file must obey:

* New text that begins with such a name replaces the one paragraph that bears the name, or goes behind the one that bears
  the name before it, where that is the last of its kind. Anything else is for a person.
"""

from __future__ import annotations

import re

from conformed.conforming.ground import Finding, Ground, Order, Place, done
from conformed.conforming.laying import filler, in_block
from conformed.conforming.regions import Region
from conformed.model.text import Edit
from conformed.structure import paragraphs

__all__ = ["change_counted_line"]

_NAME = re.compile(r"[\s\"“”'‘*_]*(?P<word>[A-Z][A-Za-z]{2,14})[ ](?P<label>\d{1,3}|[A-Z])[.:)](?=\s)")
_PROVISIONS = frozenset(
    "section sections article clause paragraph part chapter item schedule exhibit appendix annex annexure attachment".split()
)


def change_counted_line(order: Order, ground: Ground, region: Region) -> Finding | None:
    """Replace the paragraph that bears the name with which the new text begins, or put it behind its predecessor.

    Returns:
        None where the new text begins with no such name, or the region holds no such paragraphs.
    """
    new, provision = order.new, region.provision
    match = _NAME.match(new.raw) if new is not None else None
    if new is None or match is None or provision is None or match["word"].lower() in _PROVISIONS:
        return None
    held = []
    for start, end in paragraphs(ground.document, provision):
        found = _NAME.match(ground.string, start, end)
        if found and found["word"] == match["word"]:
            held.append((found["label"], start, end))
    named = [one for one in held if one[0] == match["label"]]
    if order.instruction.action == "substitution":
        if len(named) != 1:
            return None
        _, start, end = named[0]
        runs = in_block(new, indent=ground.indent(start))
        return done([Place(start, end, ground.path_at(start), (Edit(start, end, runs),))])
    if named or not held or order.instruction.action != "insertion" or held[-1][0] != _before(match["label"]):
        return None
    _, start, end = held[-1]
    between = ground.string[held[-2][2] : start] if len(held) > 1 else "\n\n"
    indent = ground.indent(start)
    gap = filler(("\n" if between.count("\n") == 1 else "\n\n") + indent, new)
    runs = (gap, *in_block(new, indent=indent))
    return done([Place(end, end, ground.path_at(start), (Edit(end, end, runs),))])


def _before(label: str) -> str:
    return str(int(label) - 1) if label.isdigit() else chr(ord(label) - 1)
