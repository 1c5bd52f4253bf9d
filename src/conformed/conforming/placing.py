"""New provisions: after the one before them in the order of labels, laid out like their siblings.

Rules that this file must obey:

* Siblings are those beside which the label counts on ("3.2" beside "3.1", "(e)" beside "(d)", "Schedule C-1" beside
  "Schedule C"); their order is that of the labels as they are once the paper has renumbered and repealed.
* A label that is taken, and not given up by the same paper, is for a person; one that is only held open ("[Reserved]")
  is filled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from conformed.conforming.attached import CONTAINER, with_attached
from conformed.conforming.blocks import append_block
from conformed.conforming.ground import Finding, Ground, Order, Place, ambiguous, done, named, not_found
from conformed.conforming.labelling import label_keys, relabelled, same_family
from conformed.conforming.laying import NewWords, filler, in_block
from conformed.conforming.leading import leading_label, other_label
from conformed.conforming.notes import change_note
from conformed.conforming.scopes import ordinal_words, pick
from conformed.conforming.whole import restate
from conformed.model.document import Path, Provision
from conformed.model.text import Edit, Run
from conformed.structure import paragraphs
from conformed.structure.labels import label_at

__all__ = ["insert_provision"]

_RESERVED = re.compile(
    r"[^A-Za-z]*(?:this\s+(?:section|paragraph)\s+(?:is\s+|has\s+been\s+)?)?"
    r"(?:intentionally|left blank|reserved|omitted|deleted|not used)[^.]{0,40}[^A-Za-z]*",
    re.I,
)
_LABEL_WORD = re.compile(
    r"^(?:the\s+)?(?:existing\s+)?(?:sections?|clauses?|paragraphs?|subsections?|articles?|items?|sub-?paragraphs?|§+)\s*",
    re.I,
)


def insert_provision(order: Order, ground: Ground) -> Finding:
    """Carry out the insertion of a provision."""
    path = order.instruction.target.path
    if not path:
        return ambiguous("the instruction does not say where the new provision goes")
    order = with_attached(order, path)
    new = order.new
    if new is None:
        return not_found(f"the text of {named(path)} is not in the paper")
    taken = [one for one in ground.document.walk() if one.path == path]
    taken = [one for one in taken if one.path not in ground.relabelled and one.path not in ground.leaving]
    note = change_note(order, ground, taken[0]) if len(taken) == 1 else None
    if note is not None:
        return note
    if len(taken) == 1 and (paragraph := _between_paragraphs(order, ground, taken[0])) is not None:
        return paragraph
    if taken and order.instruction.target.position == "end" and leading_label(new.raw, path) is None:
        return _appended(order, ground, taken)
    own = _own_path(new, taken[0]) if len(taken) == 1 else None
    if own is not None and not ground.provisions(own):
        path = own
    elif taken:
        return _taken(order, ground, taken)
    if _is_container(path):
        return _insert_container(new, ground, path)
    siblings, above = _company(order, ground, path)
    if not siblings and above is None:
        return not_found(
            f"there is no {named(path[:-1])}" if len(path) > 1 else f"nothing is numbered like {named(path)}"
        )
    return _insert_beside(order, ground, path, siblings, above)


def _own_path(new: NewWords, above: Provision) -> Path | None:
    """The path of new text that is ordered into a provision and bears a number below its: "1.2A" in Section 1."""
    label = label_at(new.raw, len(new.raw) - len(new.raw.lstrip(' \t\n*_"“')))
    if label is None or len(label.numbers) < 2 or above.label is None:
        return None
    outer = label_at(above.label, 0)
    if outer is None or len(outer.parts) > 1:
        return None
    numbers = outer.numbers or tuple(one.ordinal for one in outer.readings[:1] if one.alphabet == "number")
    return label.parts if label.numbers[:-1] == numbers else None


def _between_paragraphs(order: Order, ground: Ground, provision: Provision) -> Finding | None:
    """A paragraph without a label that is ordered behind (or before) one of a provision's own, laid out like it."""
    target, new = order.instruction.target, order.new
    scope = target.scope
    if (
        new is None
        or scope is None
        or scope.unit != "paragraph"
        or target.position not in ("after", "before")
    ):
        return None
    if provision.children or leading_label(new.raw, target.path) is not None:
        return None
    held = paragraphs(ground.document, provision)
    chosen = pick(held, scope.ordinals)
    if len(chosen) != 1:
        return not_found(f"there is no {ordinal_words(scope)} in {named(target.path)}")
    place = held.index(chosen[0])
    start, end = chosen[0]
    model = held[1][0] if place == 0 and len(held) > 1 else start  # the first stands behind label and heading
    indent = ground.indent(model)
    if target.position == "before":
        if place == 0:
            return None
        edit = Edit(start, start, (*in_block(new, indent=indent), filler("\n\n" + indent, new, new.end)))
    else:
        edit = Edit(end, end, (filler("\n\n" + indent, new), *in_block(new, indent=indent)))
    return done([Place(edit.start, edit.end, provision.path, (edit,))])


def _appended(order: Order, ground: Ground, taken: Sequence[Provision]) -> Finding:
    """New text at the end of a provision that is there: a paragraph, or a provision below it."""
    if len(taken) > 1:
        places = [Place(one.start, one.end, one.path, ()) for one in taken]
        return ambiguous(f"{named(taken[0].path)} stands {len(taken)} times", places)
    block = append_block(order, ground, taken[0])
    if block is not None:
        return done([block])
    new, provision = order.new, taken[0]
    assert new is not None
    gap = filler("\n\n" + ground.indent(provision.start), new)
    edit = Edit(provision.end, provision.end, (gap, *in_block(new, indent=ground.indent(provision.start))))
    return done([Place(provision.end, provision.end, provision.path, (edit,))])


def _taken(order: Order, ground: Ground, taken: Sequence[Provision]) -> Finding:
    provision = taken[0]
    new = order.new
    assert new is not None
    place = Place(provision.start, provision.end, provision.path, (restate(new, ground, provision),))
    rest = ground.string[provision.label_end : provision.end]
    if len(taken) == 1 and (not rest.strip(" .\n\t[]") or _RESERVED.fullmatch(rest.strip())):
        return done([place], f"{named(provision.path)} was held open and is filled")
    return ambiguous(f"there is a {named(provision.path)} already", [place])


def _is_container(path: Path) -> bool:
    return CONTAINER.match(path[-1]) is not None


def _insert_container(new: NewWords, ground: Ground, path: Path) -> Finding:
    """A schedule or exhibit: after its predecessor of that word, else behind all that is there."""
    word = path[-1].split()[0]
    level = list(ground.document.provisions)
    if len(path) > 1:
        above = ground.provisions(path[:-1])
        if len(above) != 1:
            return not_found(f"there is no {named(path[:-1])}")
        level = list(above[0].children)
    like = [
        one
        for one in level
        if one.path and one.path[-1].split()[0] == word and one.path not in ground.leaving
    ]
    before, after = _neighbours(path[-1], like, ground)
    if before is not None:
        at = before.end
    elif after is not None:
        at = len(ground.string[: after.start].rstrip())
    else:
        end = ground.provisions(path[:-1])[0].end if len(path) > 1 else len(ground.string)
        at = len(ground.string[:end].rstrip())
    runs: list[Run] = [filler("\n\n", new)]
    if leading_label(new.raw, path) is None:
        runs.append(filler(path[-1].upper() + "\n\n", new))
    runs.extend(in_block(new, indent=""))
    return done([Place(at, at, path[:-1], (Edit(at, at, tuple(runs)),), rank=path[-1])])


def _company(order: Order, ground: Ground, path: Path) -> tuple[list[Provision], Provision | None]:
    """The siblings of a provision that is to be, and the one above them."""
    anchor = _anchor(order, ground, path)
    if anchor is not None:
        return [one for one in ground.siblings(anchor) if same_family(one.path[-1], path[-1])], ground.parent(
            anchor
        )
    if len(path) > 1:
        above = ground.provisions(path[:-1])
        if len(above) == 1:
            return [one for one in above[0].children if same_family(one.path[-1], path[-1])], above[0]
        return [], None
    stem = path[0].rpartition(".")[0]
    like = [
        one
        for one in ground.document.walk()
        if len(one.path) == 1 and one.path[0].rpartition(".")[0] == stem and same_family(one.path[0], path[0])
    ]
    if like:
        first = ground.parent(like[0])
        return [one for one in like if ground.parent(one) is first], first
    for name in (stem, f"article {stem}", f"section {stem}"):
        above = ground.provisions((name,)) if stem else ()
        if len(above) == 1:
            return [], above[0]
    return [], None


def _anchor(order: Order, ground: Ground, path: Path) -> Provision | None:
    """The provision after (or before) which the new one is ordered to stand."""
    target = order.instruction.target
    if not target.anchor or target.position not in ("after", "before"):
        return None
    label = _LABEL_WORD.sub("", target.anchor).strip().lower().strip(".")
    parts = tuple(re.findall(r"\d+(?:\.\d+)*[a-z]?|[a-z]+(?:\.\d+)*", label))
    for wanted in ((*path[:-1], label.strip("()")), parts, (*path[:-1], *parts), (label,)):
        found = ground.provisions(tuple(wanted)) if wanted else ()
        if len(found) == 1:
            return found[0]
    return None


def _neighbours(
    label: str, siblings: Sequence[Provision], ground: Ground
) -> tuple[Provision | None, Provision | None]:
    """The siblings between which `label` falls, by their labels after the paper's renumberings."""
    held = [(ground.relabelled.get(one.path, one.path[-1]), one) for one in siblings]
    keys = label_keys([*(name for name, _ in held), label])
    lower = [(keys[name], -index, one) for index, (name, one) in enumerate(held) if keys[name] <= keys[label]]
    higher = [(keys[name], index, one) for index, (name, one) in enumerate(held) if keys[name] > keys[label]]
    before = max(lower, key=lambda entry: (entry[0], -entry[1]))[2] if lower else None
    after = min(higher, key=lambda entry: (entry[0], entry[1]))[2] if higher else None
    return before, after


def _insert_beside(
    order: Order, ground: Ground, path: Path, siblings: list[Provision], above: Provision | None
) -> Finding:
    new = order.new
    assert new is not None
    target = order.instruction.target
    staying = [one for one in siblings if one.path not in ground.leaving]
    before, after = _neighbours(path[-1], staying, ground)
    anchor = _anchor(order, ground, path)
    note = None
    if anchor is not None:
        if target.position == "after":
            before, after = anchor, after
        else:
            before, after = None, anchor
    model = before or after or (siblings[-1] if siblings else None)
    runs, note = _laid(new, ground, path, model, above)
    if before is not None:
        gap = filler(_gap(ground, before, siblings), new)
        place = Place(
            before.end, before.end, path[:-1], (Edit(before.end, before.end, (gap, *runs)),), rank=path[-1]
        )
    elif after is not None:
        gap = filler(_gap(ground, after, siblings), new, new.end)
        place = Place(
            after.start,
            after.start,
            path[:-1],
            (Edit(after.start, after.start, (*runs, gap)),),
            rank=path[-1],
        )
    elif above is not None:
        indent = ground.indent(model.start) if model is not None else _inner_indent(ground, above)
        gap = filler("\n\n" + indent, new)
        place = Place(
            above.end, above.end, above.path, (Edit(above.end, above.end, (gap, *runs)),), rank=path[-1]
        )
    else:
        return not_found(f"nothing is numbered like {named(path)}")
    return done([place], note)


def _inner_indent(ground: Ground, above: Provision) -> str:
    return ground.indent(above.children[0].start) if above.children else ground.indent(above.start)


def _gap(ground: Ground, model: Provision, siblings: Sequence[Provision]) -> str:
    """The white space between siblings: lines apart, or in one paragraph."""
    line = ground.string.rfind("\n", 0, model.start) + 1
    if ground.string[line : model.start].strip(" \t*_"):
        return " " if _inline(ground, model) else "\n\n"
    indent = ground.indent(model.start)
    for one, other in pairwise(siblings):
        between = ground.string[one.end : other.start]
        if not between.strip() and "\n" in between:
            return ("\n" if between.count("\n") == 1 else "\n\n") + indent
    return "\n\n" + indent


def _inline(ground: Ground, model: Provision) -> bool:
    return "\n" not in ground.string[model.start : model.end].strip() or model.kind == "item"


def _laid(
    new: NewWords, ground: Ground, path: Path, model: Provision | None, above: Provision | None
) -> tuple[tuple[Run, ...], str | None]:
    """The new provision's runs, with a label in its siblings' manner where it prints none."""
    indent = (
        ground.indent(model.start) if model is not None else (_inner_indent(ground, above) if above else "")
    )
    label = leading_label(new.raw, path)
    if label is not None:
        start = label.beside(model.label if model is not None else None, path)
        return in_block(new.slice(start, len(new.raw)), indent=indent), None
    printed = model.label if model is not None else None
    other = other_label(new.raw, path, printed)
    note = None
    if other is not None:
        note = f'the new text is labelled "{new.raw[:other].strip()}"; {named(path)} is ordered'
        new = new.slice(other, len(new.raw))
        new = new.slice(len(new.raw) - len(new.raw.lstrip()), len(new.raw))
    shown = relabelled(printed, model.path[-1], path[-1]) if printed and model is not None else None
    shown = shown or (
        f"({path[-1]})" if len(path) > 1 and len(path[-1]) < 5 and "." not in path[-1] else path[-1]
    )
    return (filler(shown + "  ", new), *in_block(new, indent=indent)), note
