"""Instructions of one paper that would change the same words.

All of them were located in the text before the paper, so none can be meant to work on what another does. Certain are:

* the same change ordered twice: done once, noted on the second;
* "all references to X": where X stands in words that another instruction strikes, nothing is left to do there;
* words changed inside words that another instruction replaces with a text that already reads so: noted.

Otherwise the paper contradicts itself, and every instruction concerned is for a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conformed.conforming.ground import Finding, Order, Place, ambiguous, done
from conformed.model.text import Edit

__all__ = ["Found", "settled"]


@dataclass(frozen=True, slots=True)
class Found:
    """An instruction with what came of looking for its place."""

    order: Order
    finding: Finding


@dataclass(frozen=True, slots=True)
class _Held:
    index: int
    place: Place
    edit: Edit


def settled(found: Sequence[Found]) -> list[Found]:
    """The same instructions, none of whose edits overlap another's."""
    out = list(found)
    for _ in range(len(out) + 1):
        clash = _first_clash(out)
        if clash is None:
            return out
        _resolve(out, *clash)
    return [Found(one.order, ambiguous("it overlaps another instruction of its paper")) for one in out]


def _first_clash(found: Sequence[Found]) -> tuple[_Held, _Held] | None:
    held = [
        _Held(index, place, edit)
        for index, one in enumerate(found)
        for place in one.finding.places
        for edit in place.edits
    ]
    held.sort(key=lambda one: (one.edit.start, one.edit.end, one.index))
    widest: _Held | None = None
    for one in held:
        if widest is not None and _overlap(widest.edit, one.edit):
            return widest, one
        if widest is None or one.edit.end > widest.edit.end:
            widest = one
    return None


def _overlap(one: Edit, other: Edit) -> bool:
    if one.start == one.end and other.start == other.end:
        return False
    if one.start == one.end or other.start == other.end:
        point, edit = (one, other) if one.start == one.end else (other, one)
        return edit.start < point.start < edit.end
    return one.start < other.end and other.start < one.end


def _resolve(found: list[Found], one: _Held, other: _Held) -> None:
    if one.index == other.index:
        finding = found[one.index].finding
        found[one.index] = Found(found[one.index].order, ambiguous("its places overlap", finding.places))
        return
    first, second = (one, other) if one.index < other.index else (other, one)
    if (one.edit.start, one.edit.end) == (other.edit.start, other.edit.end):
        if _text(one.edit) == _text(other.edit):
            _drop(found, second, f"{_id(found, first)} orders the same")
        elif _is_general(found, first) != _is_general(found, second):
            loser, winner = (first, second) if _is_general(found, first) else (second, first)
            _drop(found, loser, f"where {_id(found, winner)} changes the words, it holds")
        else:
            _list(found, first, second)
            _list(found, second, first)
        return
    inner, outer = (one, other) if _within(one.edit, other.edit) else (other, one)
    if not _within(inner.edit, outer.edit):
        _list(found, first, second)
        _list(found, second, first)
    elif _is_general(found, inner):
        _drop(found, inner, None)
    elif _reads_so_already(found, inner, outer):
        _drop(found, inner, f"{_id(found, outer)} replaces the words by a text that reads so already")
    else:
        _list_all_within(found, outer)


def _list_all_within(found: list[Found], outer: _Held) -> None:
    """The wider instruction and those that change words inside it, but for what it settles."""
    for index, one in enumerate(found):
        if index == outer.index:
            continue
        for place in one.finding.places:
            for edit in place.edits:
                inner = _Held(index, place, edit)
                if (
                    _overlap(outer.edit, edit)
                    and not _is_general(found, inner)
                    and not _reads_so_already(found, inner, outer)
                ):
                    _list(found, inner, outer)
                    _list(found, outer, inner)


def _within(inner: Edit, outer: Edit) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _text(edit: Edit) -> str:
    return " ".join("".join(run.text for run in edit.runs).split())


def _id(found: list[Found], held: _Held) -> str:
    return found[held.index].order.instruction.id


def _is_general(found: list[Found], held: _Held) -> bool:
    return found[held.index].order.instruction.target.occurrence == "all"


def _reads_so_already(found: list[Found], inner: _Held, outer: _Held) -> bool:
    """Whether the text put in place of the wider words has the new words, and the old ones no more."""
    old = found[inner.index].order.instruction.old
    new = found[inner.index].order.new
    text = _text(outer.edit)
    return old is not None and new is not None and new.text in text and old.text not in text


def _drop(found: list[Found], held: _Held, note: str | None) -> None:
    """This place needs nothing more."""
    one = found[held.index]
    places = [place for place in one.finding.places if place is not held.place]
    found[held.index] = Found(one.order, done(places, one.finding.note, note))


def _list(found: list[Found], held: _Held, against: _Held) -> None:
    one = found[held.index]
    note = f"it changes words that {_id(found, against)} of the same paper changes too"
    choices = one.finding.places if one.finding.places else one.finding.choices
    found[held.index] = Found(one.order, ambiguous(note, choices))
