"""Rows of tables and lines of lists, found by their first cell, their number or their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from conformed.conforming.choosing import CELLS
from conformed.conforming.ground import Finding, Ground, Order, Place, ambiguous, done, named, not_found
from conformed.conforming.laying import NewWords, filler, in_block
from conformed.conforming.matching import similarity
from conformed.conforming.regions import Region, regions
from conformed.conforming.scopes import Span, ordinal_words, pick
from conformed.model.text import Edit, Run
from conformed.structure import lines, rows

__all__ = ["change_line", "change_row", "replace_table"]

_COLUMNED = re.compile(r"\S(?:[ \t]{2,}|[ \t]*\|[ \t]*|\t+)\S")
_REST = re.compile(r"(?:[^.;\n]|\n(?![ \t]*\n)){0,160}")
_TABLE = re.compile(
    r"\b(?:table|tabulation|schedule\s+of|[a-z]+ing\s+schedule|chart|grid|matrix|list(?:ing)?|rates?|prices?)\b",
    re.I,
)


def change_row(order: Order, ground: Ground) -> Finding:
    """Carry out an instruction whose unit is a row of a table."""
    found = regions(order, ground)
    if isinstance(found, Finding):
        return found
    tables = [(region, _rows(ground, region)) for region in found]
    tables = [(region, held) for region, held in tables if held]
    if not tables:
        return not_found(f"there is no table in {named(order.instruction.target.path)}")
    return _change(order, ground, [span for _, held in tables for span in held], "row")


def change_line(order: Order, ground: Ground) -> Finding:
    """Carry out an instruction whose unit is a line of a list."""
    found = regions(order, ground)
    if isinstance(found, Finding):
        return found
    held = [span for region in found for span in _lines(ground, region)]
    return _change(order, ground, held, "line")


def _rows(ground: Ground, region: Region) -> tuple[Span, ...]:
    return rows(ground.document, region.provision) if region.provision is not None else ()


def _lines(ground: Ground, region: Region) -> tuple[Span, ...]:
    """The lines below label and heading."""
    provision = region.provision
    if provision is None:
        return ()
    return tuple(span for span in lines(ground.document, provision) if span[0] >= provision.body)


def _change(order: Order, ground: Ground, held: Sequence[Span], unit: str) -> Finding:
    instruction = order.instruction
    target = instruction.target
    path = target.path
    if instruction.action == "insertion":
        return _insert(order, ground, held, unit)
    note = None
    chosen: list[Span] = []
    if instruction.old is not None and instruction.old.text.strip():
        chosen = [span for span in held if similarity(ground.plain(*span), instruction.old.text) >= 92]
        if not chosen:
            chosen = [span for span in held if ground.finder.find(instruction.old.text, *span)]
    if not chosen and target.anchor:
        chosen = _anchored(ground, held, target.anchor)
    if not chosen and target.scope is not None and target.scope.unit in ("row", "line"):
        chosen = list(pick(held, target.scope.ordinals))
        if len(chosen) < len(target.scope.ordinals):
            return not_found(f"there is no {ordinal_words(target.scope)} in {named(path)}")
        if instruction.old is not None and instruction.old.text.strip():
            return not_found(
                f'the {ordinal_words(target.scope)} does not read "{instruction.old.text}"',
                [_place(order, ground, span) for span in chosen],
            )
    elif len(chosen) == 1 and target.scope is not None and chosen[0] not in pick(held, target.scope.ordinals):
        note = f"it is {unit} {held.index(chosen[0]) + 1}, not the {ordinal_words(target.scope)}"
    if not chosen:
        return not_found(f"there is no such {unit} in {named(path)}")
    chosen = _named_in_words(order, ground, chosen)
    several = target.scope is not None and len(target.scope.ordinals) == len(chosen)
    if len(chosen) > 1 and not several:
        return ambiguous(f"{len(chosen)} {unit}s fit", [_place(order, ground, span) for span in chosen])
    if order.new is not None and len(chosen) > 1:
        first = Place(
            chosen[0][0], chosen[-1][1], path, (_swap(order.new, ground, chosen[0][0], chosen[-1][1]),)
        )
        return done([first], note)
    return done([_place(order, ground, span) for span in chosen], note)


def _anchored(ground: Ground, held: Sequence[Span], anchor: str) -> list[Span]:
    """The rows whose first cell is the anchor, begins with it, or has its words."""
    wanted = " ".join(anchor.lower().split())
    cells = [
        (CELLS.split(ground.string[low:high].strip(" |"))[0].strip(" *").lower(), (low, high))
        for low, high in held
    ]
    for fits in (
        lambda cell: cell == wanted,
        lambda cell: re.match(re.escape(wanted) + r"(?!\w)", cell) is not None,
        lambda cell: re.search(r"(?<!\w)" + re.escape(wanted) + r"(?!\w)", cell) is not None,
    ):
        chosen = [span for cell, span in cells if fits(" ".join(cell.split()))]
        if chosen:
            return chosen
    pieces = [piece for piece in re.split(r"\s+(?:to|and)\s+|,\s*|\s[-–—]\s", wanted) if piece]
    if len(pieces) < 2:
        return []
    return [span for span in held if all(ground.finder.find(piece, *span) for piece in pieces)]


def _named_in_words(order: Order, ground: Ground, chosen: list[Span]) -> list[Span]:
    """Of several rows the one of which the instruction names more cells than of any other: "the row Kettle to Ferris"."""
    if len(chosen) < 2:
        return chosen
    instruction = order.instruction
    paper, stop = order.paper.text.string, instruction.end
    if instruction.new is not None and instruction.new.start:
        stop = instruction.new.start
    elif rest := _REST.match(paper, stop):
        stop = rest.end()
    words = " ".join(paper[instruction.start : stop].split()).lower()
    counts = []
    for low, high in chosen:
        cells = (" ".join(cell.split()).lower() for cell in CELLS.split(ground.string[low:high].strip(" |")))
        leading = takewhile(
            lambda cell: cell and re.search(rf"(?<!\w){re.escape(cell)}(?!\w)", words) is not None, cells
        )
        counts.append(sum(1 for _ in leading))
    most = max(counts)
    return [chosen[counts.index(most)]] if most > 1 and counts.count(most) == 1 else chosen


def _place(order: Order, ground: Ground, span: Span) -> Place:
    start, end = span
    if order.new is None or order.instruction.action == "repeal":
        return Place(start, end, ground.path_at(start), (_strike(ground.string, start, end),))
    return Place(start, end, ground.path_at(start), (_swap(order.new, ground, start, end),))


def _strike(string: str, start: int, end: int) -> Edit:
    """A line with its line break."""
    line = string.rfind("\n", 0, start)
    if line >= 0 and not string[line + 1 : start].strip():
        return Edit(line, end, ())
    return Edit(start, end, ())


def _swap(new: NewWords, ground: Ground, start: int, end: int) -> Edit:
    return Edit(start, end, laid_rows(new, ground, (start, end)))


def _insert(order: Order, ground: Ground, held: Sequence[Span], unit: str) -> Finding:
    target = order.instruction.target
    new = order.new
    if new is None:
        return ambiguous(f"the {unit} to be put in is not given")
    if not held:
        return not_found(f"there is no {unit} in {named(target.path)}")
    chosen = list(held[-1:])
    before = target.position == "before"
    if target.anchor:
        chosen = _anchored(ground, held, target.anchor)
        if not chosen:
            chosen = [span for span in held if ground.finder.find(target.anchor, *span)]
        if not chosen:
            return not_found(f'there is no {unit} "{target.anchor}" in {named(target.path)}')
    elif target.position in ("after", "before") and target.scope is not None:
        chosen = list(pick(held, target.scope.ordinals))
    elif target.position == "start":
        chosen, before = list(held[:1]), True
    elif target.position == "alphabetical":
        later = [span for span in held if ground.plain(*span).lower() > new.text.lower()]
        chosen, before = (later[:1], True) if later else (list(held[-1:]), False)

    chosen = _named_in_words(order, ground, chosen)

    def place(span: Span) -> Place:
        start, end = span
        laid = laid_rows(new, ground, span)
        if before:
            gap = filler("\n" + ground.indent(start), new, new.end)
            return Place(start, start, ground.path_at(start), (Edit(start, start, (*laid, gap)),))
        gap = filler("\n" + ground.indent(start), new)
        return Place(end, end, ground.path_at(start), (Edit(end, end, (gap, *laid)),))

    if len(chosen) != 1:
        return ambiguous(f"{len(chosen)} {unit}s fit", [place(span) for span in chosen])
    return done([place(chosen[0])])


def laid_rows(new: NewWords, ground: Ground, model: Span) -> tuple[Run, ...]:
    """New rows with their cells under those of the row `model`, where both have as many."""
    indent = ground.indent(model[0])
    runs = list(in_block(new, indent=indent))
    piped = ground.string[model[0]] == "|"
    if piped and "|" not in new.raw:
        return tuple(runs)
    if piped and not new.raw.lstrip().startswith("|"):
        runs = [filler("| ", new), *runs, filler(" |", new, new.end)]
    return tuple(runs)


def replace_table(order: Order, ground: Ground, region: Region) -> Finding | None:
    """The table of a provision gives way to the new one; None where the new words are no table."""
    new = order.new
    if new is None or region.provision is None or not _TABLE.search(order.sentence):
        return None
    columned = [line for line in new.raw.split("\n") if _COLUMNED.search(line)]
    held = _rows(ground, region)
    if (
        len(columned) < 2
        or len(columned) < sum(1 for line in new.raw.split("\n") if line.strip())
        or not held
    ):
        return None
    if any(ground.string.count("\n", low[1], high[0]) > 1 for low, high in pairwise(held)):
        return None
    start, end = held[0][0], held[-1][1]
    heading = " ".join(columned[0].split())
    above = ground.string.rfind("\n", 0, ground.string.rfind("\n", 0, start)) + 1
    for line in (above, ground.string.rfind("\n", 0, max(above - 1, 0)) + 1):
        stop = ground.string.find("\n", line)
        if line >= region.start and similarity(ground.plain(line, stop), heading) >= 92:
            start = line + len(ground.string[line:stop]) - len(ground.string[line:stop].lstrip())
            break
    return done([Place(start, end, region.path, (_swap(new, ground, start, end),))])
