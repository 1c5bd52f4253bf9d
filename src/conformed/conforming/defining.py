"""Definitions put in, replaced or struck, in a list in alphabetical order or wherever they stand."""

from __future__ import annotations

import re
from itertools import pairwise

from conformed.conforming.blocks import strike_block
from conformed.conforming.ground import Finding, Ground, Order, Place, ambiguous, done, named, not_found
from conformed.conforming.laying import NewWords, filler, in_block
from conformed.conforming.leading import leading_label
from conformed.conforming.placing import insert_provision
from conformed.conforming.regions import definitions_of, regions, same_term
from conformed.conforming.sentencing import change_sentences
from conformed.conforming.whole import change_provision
from conformed.model.document import Definition
from conformed.model.text import Edit

__all__ = ["change_definition"]

_ANCHOR = re.compile(r"^(?:the\s+)?definition\s+of\s+", re.I)
_AND = re.compile(r";\s*(and|or)\s*$")


def change_definition(order: Order, ground: Ground) -> Finding:
    """Carry out an instruction whose unit is a definition."""
    target = order.instruction.target
    if order.instruction.action == "insertion":
        if target.path and order.new is not None and leading_label(order.new.raw, target.path) is not None:
            return insert_provision(order, ground)
        return _insert(order, ground)
    found = regions(order, ground)
    if isinstance(found, Finding):
        found = ()
    if target.term is None:
        return change_provision(order, ground)
    held = [one for region in found for one in definitions_of(target.term, ground, region)]
    note = None
    if not held:
        held = definitions_of(target.term, ground, None)
        if held and target.path:
            note = f"the definition stands in {named(held[0].path)}, not in {named(target.path)}"
    if not held:
        if target.path and order.new is not None and leading_label(order.new.raw, target.path) is not None:
            return change_provision(order, ground)
        return not_found(f'there is no definition of "{target.term}"')
    if len(held) > 1:
        return ambiguous(
            f'"{target.term}" is defined {len(held)} times', [_place(order, ground, one) for one in held]
        )
    return done([_place(order, ground, held[0])], note)


def _place(order: Order, ground: Ground, held: Definition) -> Place:
    string = ground.string
    path = ground.path_at(held.start)
    labelled = ground.innermost(held.start)
    new = order.new
    if order.instruction.action == "repeal" or new is None:
        start = (
            labelled.start
            if labelled is not None and labelled.label and labelled.body >= held.start
            else held.start
        )
        return Place(start, held.end, path, (strike_block(string, start, held.end),))
    start, end = held.start, held.end
    text = new.text
    tail = _AND.search(string, start, end)
    if tail is not None and not re.search(r"[;,]\s*(?:and|or)$", text):
        end = tail.start() + 1 if text and text[-1] == ";" else tail.start(1)
        if text and text[-1] == ";":
            new = new.slice(0, len(new.raw.rstrip()) - 1)
            end = tail.start()
    elif text and text[-1] not in ".;,)" and string[end - 1] in ".;":
        end -= 1
    return Place(start, end, path, (Edit(start, end, in_block(new, indent=ground.indent(start))),))


def _insert(order: Order, ground: Ground) -> Finding:
    target = order.instruction.target
    new = order.new
    if new is None:
        return ambiguous("the instruction does not give the definition")
    term = target.term or _term_of(new.text)
    if term and definitions_of(term, ground, None) and not _is_leaving(term, ground):
        entries = [one for one in definitions_of(term, ground, None) if not one.in_place]
        if entries:
            return ambiguous(f'"{term}" is defined already', [_place(order, ground, one) for one in entries])
    listed = _list_of(order, ground)
    if listed is None:
        return not_found(f"there is no list of definitions in {named(target.path)}")
    if not listed:
        return change_sentences(order, ground)
    if target.position in ("after", "before") and target.anchor:
        anchor = _ANCHOR.sub("", target.anchor).strip("\"“”'‘’ ")
        beside = [one for one in listed if same_term(one.term, anchor)]
        if len(beside) != 1:
            return not_found(f'there is no definition of "{anchor}"')
        return done([_beside(new, ground, beside[0], listed, term or "", before=target.position == "before")])
    if term and target.position != "end" and _is_sorted(listed):
        later = [one for one in listed if _sort_key(one.term) > _sort_key(term)]
        if later:
            index = listed.index(later[0])
            if index > 0:
                return done([_beside(new, ground, listed[index - 1], listed, term, before=False)])
            return done([_beside(new, ground, later[0], listed, term, before=True)])
    return done([_beside(new, ground, listed[-1], listed, term or "", before=False)])


def _is_leaving(term: str, ground: Ground) -> bool:
    return any(ground.path_at(one.start) in ground.leaving for one in definitions_of(term, ground, None))


def _list_of(order: Order, ground: Ground) -> list[Definition] | None:
    """The entries of the list that the instruction names; empty where its provision defines in running text only."""
    target = order.instruction.target
    found = regions(order, ground)
    if isinstance(found, Finding):
        return None
    entries = [
        one
        for one in ground.document.definitions
        if not one.in_place and any(region.start <= one.start < region.end for region in found)
    ]
    if entries or target.path:
        return _longest(entries, ground) if not target.path else entries
    return None


def _longest(entries: list[Definition], ground: Ground) -> list[Definition]:
    """Of several lists, the longest."""
    by_place: dict[object, list[Definition]] = {}
    for entry in entries:
        by_place.setdefault(entry.path, []).append(entry)
    paths = sorted({one.path for one in entries})
    if len(paths) > 1 and all(len(held) == 1 for held in by_place.values()):
        return entries  # numbered definitions: each its own provision
    return max(by_place.values(), key=len) if by_place else []


def _sort_key(term: str) -> str:
    return re.sub(r"[^a-z0-9 ]", "", term.lower()).removeprefix("the ")


def _is_sorted(listed: list[Definition]) -> bool:
    keys = [_sort_key(one.term) for one in listed]
    return keys == sorted(keys)


def _term_of(text: str) -> str | None:
    match = re.match(r"[\s*_]*[\"“'‘]([^\"”’']{1,100})[\"”'’]", text)
    return match[1].strip("*_ ") if match else None


def _beside(
    new: NewWords, ground: Ground, entry: Definition, listed: list[Definition], term: str, *, before: bool
) -> Place:
    string = ground.string
    start, end = _whole_entry(ground, entry)
    indent = ground.indent(start)
    gap = _gap(ground, listed, indent)
    runs = in_block(new, indent=indent)
    path = ground.path_at(entry.start)
    if before:
        return Place(
            start, start, path, (Edit(start, start, (*runs, filler(gap, new, new.end))),), rank=term.lower()
        )
    tail = _AND.search(string, start, end)
    if tail is not None and entry is not listed[-1]:
        end = max(end, tail.end())
    return Place(end, end, path, (Edit(end, end, (filler(gap, new), *runs)),), rank=term.lower())


def _whole_entry(ground: Ground, entry: Definition) -> tuple[int, int]:
    """The entry with its label, where its list is numbered."""
    provision = ground.innermost(entry.start)
    if provision is not None and provision.label and provision.start <= entry.start <= provision.body + 3:
        return provision.start, max(entry.end, provision.end)
    return entry.start, entry.end


def _gap(ground: Ground, listed: list[Definition], indent: str) -> str:
    for one, other in pairwise(listed):
        between = ground.string[one.end : other.start]
        if "\n" in between and not between.strip():
            return ("\n" if between.count("\n") == 1 else "\n\n") + indent
    return "\n\n" + indent
