"""Labels changed as ordered: the label itself, never what stands below or points at it."""

from __future__ import annotations

import re

from conformed.conforming.ground import Finding, Ground, Order, Place, ambiguous, done, named, not_found
from conformed.conforming.labelling import relabelled_part
from conformed.conforming.laying import NewWords, filler
from conformed.conforming.regions import Region, regions, unsure
from conformed.model.document import Path
from conformed.model.text import Edit, Run

__all__ = ["new_label", "renumber"]

_LAST = re.compile(r"([A-Za-z]?\d+(?:\.\d+)*[A-Za-z]?|[A-Za-z]+(?:\.\d+)+|[A-Za-z]+)[.)\]:\s]*$")


def new_label(text: str) -> str | None:
    """The last part of a new label, bare.

    >>> new_label("Section 7.5"), new_label("(vi)"), new_label("Article VIII"), new_label("Paragraph 1.A"), new_label("H.5")
    ('7.5', 'vi', 'viii', 'a', 'h.5')
    """
    match = _LAST.search(text.strip())
    if match is None:
        return None
    label = match[1].lower()
    pair = re.fullmatch(r"\d+\.([a-z])", label)
    return pair[1] if pair else label


def target_label(path: Path) -> str:
    """The part of a path's last label that a renumbering changes: "ix" of "article ix"."""
    return path[-1].split()[-1]


def renumber(order: Order, ground: Ground) -> Finding:
    """Carry out a renumbering."""
    found = regions(order, ground)
    if isinstance(found, Finding):
        return found
    new = order.new
    if not order.instruction.target.path or new is None:
        return ambiguous("the instruction does not give the old and the new label")
    label = new_label(new.text)
    if label is None:
        return ambiguous(f'"{new.text}" is no label')
    if len(found) > 1:
        return unsure(f"{named(order.instruction.target.path)} stands {len(found)} times", found)
    place = _place(found[0], label, new, ground)
    return (
        done([place])
        if place is not None
        else not_found(f"{named(order.instruction.target.path)} prints no such label")
    )


def _place(region: Region, label: str, new: NewWords, ground: Ground) -> Place | None:
    provision = region.provision
    if provision is None or provision.label is None:
        return None
    printed = ground.string[provision.label_start : provision.label_end]
    part = relabelled_part(printed, target_label(provision.path), label)
    if part is None:
        return None
    start, end, text = part
    edit = Edit(provision.label_start + start, provision.label_start + end, _runs(text, new))
    return Place(provision.label_start, provision.label_end, provision.path, (edit,))


def _runs(text: str, new: NewWords) -> tuple[Run, ...]:
    """The label as the paper prints it; in no paper where it prints it otherwise."""
    at = new.raw.find(text) if text and new.given is None else -1
    if at < 0:
        return (filler(text, new),) if text else ()
    start = new.start + at
    return (Run(text, new.document, start, start + len(text), new.instruction),)
