"""`settle --json` of a settlement that is too large to be held: the same text, a part at a time.

Rules that this file must obey:

* The parts joined are what `json.dumps` makes of `settle_record`, with the same ids in the same order.
* Nothing is held that grows with the units, the lines of units or the events of a line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from conformed.model.statement import Line, Settlement, Statement, Unit
from conformed.running.record import line_record, settle_record, several_rates, statement_record, unit_record

__all__ = ["settle_parts"]

Lines = Callable[[Statement], Iterable[tuple[Line, Iterable[str]]]]
"""From a statement to its lines, each with its events, which are taken before the next line is."""


def settle_parts(
    settlement: Settlement, units: Iterable[Unit], lines: Lines, *, only: str | None = None
) -> Iterator[str]:
    """The settlement as JSON, a part at a time.

    Args:
        settlement: without the units and lines that are not held.
        units: every unit, by id.
        lines: gives every line of a statement.
        only: the id of the one statement that is wanted; None: all.
    """
    record = settle_record(replace(settlement, units=(), statements=()))
    for number, (key, value) in enumerate(record.items()):
        yield f"{', ' if number else '{'}{_text(key)}: "
        if key == "units":
            yield from _list(iter((_text(unit_record(unit)),)) for unit in units)
        elif key == "statements":
            wanted = (one for one in settlement.statements if only in (None, one.id, *one.stands_for))
            yield from _list(_statement(statement, lines) for statement in wanted)
        else:
            yield _text(value)
    yield "}"


def _statement(statement: Statement, lines: Lines) -> Iterator[str]:
    several = several_rates(statement)
    for number, (key, value) in enumerate(statement_record(statement).items()):
        yield f"{', ' if number else '{'}{_text(key)}: "
        if key == "lines":
            yield from _list(
                _line(statement, line, events, several_rates=several) for line, events in lines(statement)
            )
        else:
            yield _text(value)
    yield "}"


def _line(statement: Statement, line: Line, events: Iterable[str], *, several_rates: bool) -> Iterator[str]:
    bare = replace(line, events=()) if line.events else line
    record = line_record(bare, statement, several_rates=several_rates)
    if "events" not in record:  # a line of a unit: there are very many, all of them short
        yield _text(record)
        return
    for number, (key, value) in enumerate(record.items()):
        yield f"{', ' if number else '{'}{_text(key)}: "
        if key == "events":
            yield from _list(iter((_text(event),)) for event in events)
        else:
            yield _text(value)
    yield "}"


def _list(values: Iterable[Iterator[str]]) -> Iterator[str]:
    yield "["
    for number, value in enumerate(values):
        if number:
            yield ", "
        yield from value
    yield "]"


_text = json.JSONEncoder(ensure_ascii=False).encode
