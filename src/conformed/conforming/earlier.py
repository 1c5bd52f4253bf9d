"""Instructions that change, or take back, what an earlier amendment of the chain ordered.

The words that an earlier amendment put into the agreement are found by their origin, wherever they stand now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conformed.conforming.compare import Change, changes
from conformed.conforming.editing import replaced, struck
from conformed.conforming.ground import Finding, Ground, Order, Place, ambiguous, done, named, not_found
from conformed.model.document import Document, Path
from conformed.model.text import Edit, Run
from conformed.structure.labels import roman_number

__all__ = ["Earlier", "change_earlier", "is_of_amendment"]

_NAME = re.compile(
    r"^(?:(?:the\s+)?(?P<ordinal>\w+(?:-\w+)?)\s+)?(?:amendment|modification|addendum|supplement|endorsement|change order)\b"
    r"\s*(?:no\.?|number|#)?\s*(?P<number>\w+)?$",
    re.I,
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_COUNTS = "one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True, slots=True)
class Earlier:
    """An amendment that has been applied: the agreement before it and after it."""

    paper: Document
    before: Document
    after: Document


def is_of_amendment(path: Path) -> bool:
    """Whether a path leads into an amendment rather than into the agreement.

    >>> is_of_amendment(("amendment no. 1", "3")), is_of_amendment(("first amendment", "2")), is_of_amendment(("3",))
    (True, True, False)
    """
    return bool(path) and _NAME.match(path[0]) is not None and path[0].split()[0] != "addendum"


def change_earlier(order: Order, ground: Ground, chain: Sequence[Earlier]) -> Finding:
    """Carry out an instruction whose path leads into an earlier amendment."""
    path = order.instruction.target.path
    held = _named(path[0], chain)
    if held is None:
        return not_found(f"{path[0]} is not among the papers")
    wanted = _instructions(held, path[1:])
    if not wanted:
        return not_found(f"{named(path)} changed nothing in the agreement")
    instruction = order.instruction
    if instruction.target.unit == "words" and instruction.old is not None:
        return _words(order, ground, held, wanted, instruction.old.text)
    if instruction.action == "repeal":
        return _taken_back(ground, held, wanted)
    spans = _spans(ground, held.paper.id, wanted)
    if len(spans) == 1 and order.new is not None and instruction.action == "substitution":
        start, end = spans[0]
        return done(
            [Place(start, end, ground.path_at(start), (replaced(ground.string, start, end, order.new),))]
        )
    return ambiguous(
        f"what {named(path)} put into the agreement stands in {len(spans)} places",
        [Place(start, end, ground.path_at(start), ()) for start, end in spans[:20]],
    )


def _named(name: str, chain: Sequence[Earlier]) -> Earlier | None:
    match = _NAME.match(name)
    number = _number(match["number"] or match["ordinal"]) if match else None
    if number is None:
        return chain[0] if len(chain) == 1 else None
    stated = [held for held in chain if held.paper.number == number]
    if len(stated) == 1:
        return stated[0]
    if any(held.paper.number is not None for held in chain):
        return None
    return chain[number - 1] if number <= len(chain) else None


def _number(word: str | None) -> int | None:
    low = (word or "").lower()
    if low.isdigit():
        return int(low)
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", low):
        return int(low[:-2])
    for names in (_ORDINALS, _COUNTS):
        if low in names:
            return names.index(low) + 1
    return roman_number(low) if low else None


def _instructions(held: Earlier, path: Path) -> frozenset[str]:
    """The ids of the amendment's instructions that stand under `path`."""
    label = "".join(part if index == 0 else f"({part})" for index, part in enumerate(path))
    own = {
        run.instruction for run in held.after.text.runs if run.document == held.paper.id and run.instruction
    }
    struck_by = {id for id in own if id is not None}
    wanted = {
        id
        for id in struck_by
        if not label or id.lower() == label or re.match(re.escape(label) + r"[#(.]", id.lower())
    }
    return frozenset(wanted)


def _spans(ground: Ground, document: str, wanted: frozenset[str]) -> list[tuple[int, int]]:
    """Where the words of those instructions stand now."""
    spans: list[tuple[int, int]] = []
    at = 0
    for run in ground.document.text.runs:
        end = at + len(run.text)
        if run.document == document and run.instruction in wanted:
            if spans and spans[-1][1] == at:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((at, end))
        at = end
    return [_trimmed(ground.string, *span) for span in spans if ground.string[span[0] : span[1]].strip()]


def _trimmed(string: str, start: int, end: int) -> tuple[int, int]:
    piece = string[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _words(order: Order, ground: Ground, held: Earlier, wanted: frozenset[str], old: str) -> Finding:
    matches = [
        match
        for span in _spans(ground, held.paper.id, wanted)
        for match in ground.finder.find(old, span[0], span[1])
    ]
    places = []
    for match in matches:
        if order.new is None or order.instruction.action == "repeal":
            edit = struck(ground.string, match.start, match.end)
        else:
            edit = replaced(ground.string, match.start, match.end, order.new)
        places.append(Place(match.start, match.end, ground.path_at(match.start), (edit,)))
    where = named(order.instruction.target.path)
    if not places:
        return not_found(f'the words "{old}" do not stand in what {where} put into the agreement')
    if len(places) > 1 and order.instruction.target.occurrence != "all":
        return ambiguous(
            f'the words "{old}" stand {len(places)} times in what {where} put into the agreement', places
        )
    return done(places)


def _taken_back(ground: Ground, held: Earlier, wanted: frozenset[str]) -> Finding:
    """The agreement reads again as it did before those instructions."""
    now = _offsets(ground.document.text.runs)
    places: list[Place] = []
    for change in _changes_by(held, wanted):
        new = list(held.after.text.runs_between(change.new_start, change.new_end))
        span = _still_there(new, now)
        if span is None:
            return ambiguous(f"what {held.paper.id} put there has been changed since")
        start, end = span
        old = tuple(held.before.text.runs_between(change.old_start, change.old_end))
        places.append(Place(start, end, ground.path_at(start), (Edit(start, end, old),)))
    if not places:
        return not_found(f"{held.paper.id} changed nothing there")
    return done(places)


def _changes_by(held: Earlier, wanted: frozenset[str]) -> Iterator[Change]:
    for change in changes(held.before.text, held.after.text):
        authors = {run.instruction for run in held.after.text.runs_between(change.new_start, change.new_end)}
        if authors and authors <= wanted:
            yield change


def _offsets(runs: Sequence[Run]) -> dict[tuple[str, int, int, str | None], int]:
    found: dict[tuple[str, int, int, str | None], int] = {}
    at = 0
    for run in runs:
        found[run.document, run.start, run.end, run.instruction] = at
        at += len(run.text)
    return found


def _still_there(
    new: Sequence[Run], now: dict[tuple[str, int, int, str | None], int]
) -> tuple[int, int] | None:
    """Where these runs stand, whole and side by side, or None."""
    start: int | None = None
    at = 0
    for run in new:
        place = now.get((run.document, run.start, run.end, run.instruction))
        if place is None or (start is not None and place != at):
            return None
        start = place if start is None else start
        at = place + len(run.text)
    return (start, at) if start is not None else None
