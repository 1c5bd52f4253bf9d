"""Exhibits and schedules that an amendment attaches behind its signatures, "in the form attached"."""

from __future__ import annotations

import re

from conformed.conforming.ground import Order
from conformed.conforming.laying import NewWords
from conformed.model.document import Path
from conformed.model.instruction import Words
from conformed.structure import find_provisions

__all__ = ["CONTAINER", "with_attached"]

CONTAINER = re.compile(r"(?:schedule|exhibit|appendix|annexure|annex|attachment|addendum)\b")


def with_attached(order: Order, path: Path) -> Order:
    """An exhibit "in the form attached" is taken from where the paper attaches it."""
    if order.new is not None and len(order.new.text.split()) > 3:
        return order
    attached = [one for one in find_provisions(order.paper, path[-1:]) if CONTAINER.match(path[-1])]
    if len(attached) != 1:
        return order
    words = Words("", attached[0].start, attached[0].end)
    paper = order.paper
    new = NewWords.of(
        words,
        document=paper.id,
        instruction=order.instruction.id,
        paper=paper.text.string,
        at=order.instruction.start,
    )
    return Order(order.instruction, paper, new)
