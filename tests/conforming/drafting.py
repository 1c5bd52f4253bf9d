"""Short contracts and amendments for the tests: an order says what its paper says, and where its words stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from conformed.conforming import conform
from conformed.model.agreement import Decision
from conformed.model.conformed import Conformed, Outcome
from conformed.model.document import Document
from conformed.model.instruction import Amendment, Amends, Effectiveness, Instruction, Scope, Target, Words
from conformed.reading import read_bytes
from conformed.structure import collapsed, document_of

__all__ = ["Ordered", "agreement", "amendment", "copy_of", "outcome", "said", "text_of"]


@dataclass(frozen=True)
class Ordered:
    """An instruction of a test's amendment; `scope` as ("sentence", 1, 2); `words` where its wording matters."""

    action: str
    path: tuple[str, ...]
    unit: str
    old: str | None = None
    new: str | None = None
    words: str = ""
    term: str | None = None
    scope: tuple[str | int, ...] | None = None
    within: tuple[str | int, ...] | None = None
    occurrence: str | None = None
    position: str | None = None
    anchor: str | None = None
    id: str | None = None
    effective: dt.date | None = None
    expires: dt.date | None = None
    conditions: tuple[str, ...] = ()
    uncertain: str | None = None
    agreement: str | None = None
    named: bool = False  # the new words are named, not printed
    quoted: bool = True  # the paper quotes the old words


def agreement(text: str, *, id: str = "base") -> Document:
    """The structure of an agreement."""
    return document_of(read_bytes(text.encode(), file=f"{id}.txt", id=id))


def amendment(
    *orders: Ordered,
    id: str = "amendment-1",
    head: str = "AMENDMENT NO. 1\n\nThis Amendment is dated March 1, 2005.\n\n",
    amends: Amends | None = None,
    effective: dt.date | None = dt.date(2005, 3, 1),
    conditions: tuple[str, ...] = (),
    expires: dt.date | None = None,
) -> Amendment:
    """An amendment that gives `orders`, one paragraph each."""
    text = head
    places: list[tuple[int, int, int, int]] = []
    for number, order in enumerate(orders, start=1):
        start = len(text)
        text += f"{number}. {order.words or 'The Agreement is amended:'}"
        if order.quoted and order.old is not None and order.old not in order.words:
            text += f' "{order.old}"'
        new_start = new_end = -1
        if order.new is not None:
            text += "\n\n     "
            new_start = len(text)
            text += order.new
            new_end = len(text)
        places.append((start, len(text), new_start, new_end))
        text += "\n\n"
    document = agreement(text, id=id)
    instructions = tuple(
        _instruction(order, number, place)
        for number, (order, place) in enumerate(zip(orders, places, strict=True), 1)
    )
    return Amendment(
        document, amends or Amends(), Effectiveness(effective, conditions, expires), instructions
    )


def _instruction(order: Ordered, number: int, place: tuple[int, int, int, int]) -> Instruction:
    start, end, new_start, new_end = place
    new = None
    if order.new is not None:
        text = " ".join(order.new.split())
        new = Words(text) if order.named else Words(text, new_start, new_end)
    return Instruction(
        id=order.id or str(number),
        action=order.action,
        target=Target(
            order.path,
            order.unit,
            order.term,
            _scope(order.scope),
            order.occurrence,
            order.position,
            order.anchor,
            _scope(order.within),
        ),
        old=Words(order.old) if order.old is not None else None,
        new=new,
        start=start,
        end=end,
        effective=order.effective,
        uncertain=order.uncertain,
        expires=order.expires,
        conditions=order.conditions,
        agreement=order.agreement,
    )


def _scope(scope: tuple[str | int, ...] | None) -> Scope | None:
    return Scope(str(scope[0]), tuple(int(number) for number in scope[1:])) if scope else None


def copy_of(base: str, *orders: Ordered, decisions: Sequence[Decision] = ()) -> Conformed:
    """The copy of `base` with one amendment that gives `orders`."""
    return conform(agreement(base), [amendment(*orders)], decisions=decisions)


def outcome(conformed: Conformed, id: str = "1", *, document: str | None = None) -> Outcome:
    """What became of an instruction."""
    return next(
        one
        for one in conformed.outcomes
        if one.instruction.id == id and (document is None or one.document == document)
    )


def said(conformed: Conformed) -> list[str]:
    """The statuses of all instructions, in order."""
    return [one.status for one in conformed.outcomes]


def text_of(conformed: Conformed | Document, *path: str) -> str:
    """The collapsed text of the whole, or of the provision at `path`."""
    document = conformed.copy if isinstance(conformed, Conformed) else conformed
    if not path:
        return collapsed(document, 0, len(document.text.string))
    found = [one for one in document.walk() if one.path == path]
    assert len(found) == 1, f"{len(found)} provisions at {path}: {[one.path for one in document.walk()]}"
    return collapsed(document, found[0].start, found[0].end)
