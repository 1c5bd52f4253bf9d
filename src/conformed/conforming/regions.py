"""Where an instruction's path and defined term lead: the stretch of text in which its words are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conformed.conforming.ground import Finding, Ground, Order, Place, ambiguous, named, not_found
from conformed.model.document import Definition, Path, Provision
from conformed.model.instruction import Target

__all__ = ["Region", "definitions_of", "labels_like", "regions", "same_term"]

_SHOWN = 5
_MEANS = r"(?:means?|shall\s+mean|has\s+the\s+meaning|shall\s+have\s+the\s+meaning|includes?)\b"
_ENTRY_END = re.compile(rf"\n[ \t]*\n|\n(?=[ \t]*[\"'“”‘’*_]*[A-Z][^\n.;]{{0,60}}?[\"'“”‘’*_]*,?\s+{_MEANS})")
_PLAIN = str.maketrans(dict.fromkeys("\"'“”‘’*_"))


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text: of a provision, of a definition, or the whole."""

    start: int
    end: int
    provision: Provision | None
    definition: Definition | None = None

    @property
    def path(self) -> Path:
        """The path of its provision."""
        return self.provision.path if self.provision is not None else ()


def regions(order: Order, ground: Ground) -> tuple[Region, ...] | Finding:
    """The stretches that the target names; several where it is not unique."""
    target = order.instruction.target
    found: tuple[Region, ...]
    if target.path:
        provisions = ground.provisions(target.path)
        if not provisions:
            return not_found(f"there is no {named(target.path)}", labels_like(target.path, ground))
        found = tuple(Region(provision.start, provision.end, provision) for provision in provisions)
    else:
        found = (Region(0, len(ground.string), None),)
    if target.term is None or target.unit == "definition":
        return found
    if target.unit == "provision":
        return found if order.instruction.action == "insertion" else _of_definition(target, found, ground)
    return _of_term(target.term, found, ground)


def _of_definition(target: Target, found: tuple[Region, ...], ground: Ground) -> tuple[Region, ...] | Finding:
    """Of the provisions that bear the label, those that are items of the definition named."""
    held = definitions_of(target.term or "", ground, None)
    inside = tuple(
        region for region in found if any(one.start <= region.start < region.end <= one.end for one in held)
    )
    if inside:
        return inside
    return not_found(
        f'{named(target.path)} is no item of the definition of "{target.term}"', [whole(found[0])]
    )


def _of_term(term: str, within: tuple[Region, ...], ground: Ground) -> tuple[Region, ...] | Finding:
    held = [one for region in within for one in definitions_of(term, ground, region)]
    if not held:
        held = definitions_of(term, ground, None)
    if not held:
        return not_found(f'there is no definition of "{term}"')
    return tuple(Region(one.start, one.end, ground.innermost(one.start), one) for one in held)


def same_term(one: str, other: str) -> bool:
    """Whether two ways to print a defined term are one term."""
    return _plain(one) == _plain(other)


def _plain(term: str) -> str:
    return " ".join(term.translate(_PLAIN).lower().split()).rstrip(",.;:")


def definitions_of(term: str, ground: Ground, within: Region | None) -> list[Definition]:
    """The definitions of `term`: entries of a list before those made in running text."""
    held = [
        one
        for one in ground.document.definitions
        if same_term(one.term, term) and (within is None or within.start <= one.start < within.end)
    ]
    entries = [one for one in held if not one.in_place]
    return entries or held or _opening_paragraphs(term, ground, within)


def _opening_paragraphs(term: str, ground: Ground, within: Region | None) -> list[Definition]:
    """Paragraphs that begin with the term and define it without marking it ("Business Day means ...")."""
    words = r"\s+".join(re.escape(word) for word in term.translate(_PLAIN).split())
    if not words:
        return []
    low, high = (within.start, within.end) if within is not None else (0, len(ground.string))
    opening = re.compile(
        rf"^[ \t]*(?:\(?\w{{1,4}}[.)]\s+)?[\"'“”‘’*_]*({words})[\"'“”‘’*_]*(?:,?\s+{_MEANS}|\s*:\s)",
        re.M | re.I,
    )
    found = []
    for match in opening.finditer(ground.string, low, high):
        stop = _ENTRY_END.search(ground.string, match.end(), high)
        end = stop.start() if stop else high
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        text = ground.string[start:end].rstrip()
        path = ground.path_at(start)
        found.append(
            Definition(match[1], start, start + len(text), match.start(1), match.end(1), False, path)
        )
    return found


def labels_like(path: Path, ground: Ground) -> list[Place]:
    """Provisions with the same last label, for a person to choose from."""
    like = [
        provision for provision in ground.document.walk() if provision.path and provision.path[-1] == path[-1]
    ]
    return [Place(one.start, one.end, one.path, ()) for one in like[:_SHOWN]]


def whole(region: Region) -> Place:
    """A region as a place without edits."""
    return Place(region.start, region.end, region.path, ())


def unsure(note: str, found: tuple[Region, ...]) -> Finding:
    """Several regions fit."""
    return ambiguous(note, [whole(region) for region in found[:20]])
