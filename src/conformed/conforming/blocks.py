"""Paragraphs as wholes: struck with the white space before them, or put in behind what is there."""

from __future__ import annotations

from conformed.conforming.ground import Ground, Order, Place
from conformed.conforming.laying import filler, in_block
from conformed.model.document import Provision
from conformed.model.text import Edit
from conformed.structure.labels import label_at

__all__ = ["append_block", "strike_block"]


def strike_block(string: str, start: int, end: int) -> Edit:
    """A provision with the white space before it (behind it, where it opens the text)."""
    before = len(string[:start].rstrip())
    if before == 0:
        return Edit(start, end + len(string[end:]) - len(string[end:].lstrip()), ())
    return Edit(before, end, ())


def append_block(order: Order, ground: Ground, provision: Provision) -> Place | None:
    """New text that begins with a label, or holds paragraphs, behind the last of a provision's; else None.

    It is laid out like the last of the provisions below, where there are any.
    """
    new = order.new
    if new is None or not (_is_labelled(new.raw) or "\n\n" in new.raw.replace(" ", "")):
        return None
    model = provision.children[-1] if provision.children else None
    indent = ground.indent(model.start if model is not None else provision.start)
    gap = filler("\n\n" + indent, new)
    at = model.end if model is not None and _counts_on(new.raw, model) else provision.end
    edit = Edit(at, at, (gap, *in_block(new, indent=indent)))
    return Place(at, at, provision.path, (edit,))


def _counts_on(raw: str, model: Provision) -> bool:
    """Whether new text bears the label that comes after that of `model`, so that it stands behind it in their list."""
    text = raw.lstrip(' \t\n*_"“')
    label, before = label_at(text, 0), label_at(model.label or "", 0)
    if label is None or before is None or label.numbers or before.numbers or label.mark != before.mark:
        return False
    return any(
        one.alphabet == other.alphabet and one.ordinal == other.ordinal + 1
        for one in label.readings
        for other in before.readings
    )


def _is_labelled(raw: str) -> bool:
    text = raw.lstrip(' \t\n*_"“')
    label = label_at(text, 0)
    return label is not None and (label.mark in ("()", ".", ")") or bool(label.numbers))
