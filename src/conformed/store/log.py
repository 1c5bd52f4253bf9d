"""The log of events: appending, reading and verifying, within a transaction that the caller opens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, insert, select, type_coerce

from conformed.model.event import Event
from conformed.model.problem import ConformedError, Problem, problem
from conformed.store import tables
from conformed.store.chain import FIELDS, Head, digest, event_from, first_link, link, texts_of, utc_text

__all__ = ["Imported", "append", "broken", "head", "stream", "verified"]

BATCH = 2_000  # events looked up and written at once; below SQLite's limit of bound values

# Raw, as kept: a tampered row may hold what is not a date, and is to be reported rather than to fail.
_RAW: list[ColumnElement[Any]] = [
    type_coerce(tables.events.c[name], String) if name == "occurred_on" else tables.events.c[name]
    for name in FIELDS
]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes:
        count: events that are new.
        already: events that were kept before, or that came twice, with the same content.
    """

    count: int
    already: int


def head(connection: Connection, agreement: str) -> Head:
    """The last event's number and link."""
    events = tables.events
    last = connection.execute(
        select(events.c.number, events.c.link)
        .where(events.c.agreement == agreement)
        .order_by(events.c.number.desc())
        .limit(1)
    ).first()
    return Head(0, first_link(agreement)) if last is None else Head(last.number, last.link)


def append(
    connection: Connection, agreement: str, events: Iterable[Event], progress: Callable[[int], None] | None
) -> Imported:
    """Append what is new of `events`, and a record of this import."""
    start = head(connection, agreement)
    number, previous = start.count, start.link
    seen = 0
    coming = iter(events)
    while batch := list(islice(coming, BATCH)):
        seen += len(batch)
        rows = []
        for key, texts in _new(connection, agreement, batch):
            number, previous = number + 1, link(previous, number + 1, key)
            row: dict[str, object] = dict(zip(FIELDS, texts, strict=True))
            row["occurred_on"] = dt.date.fromisoformat(texts[2] or "")
            rows.append(row | {"agreement": agreement, "number": number, "digest": key, "link": previous})
        if rows:
            connection.execute(insert(tables.events), rows)
        if progress is not None:
            progress(seen)
    count = number - start.count
    if count:
        first = start.count + 1
        connection.execute(
            insert(tables.imports), {"agreement": agreement, "first": first, "last": number, "link": previous}
        )
    return Imported(count, seen - count)


def stream(
    connection: Connection, agreement: str, as_of: dt.date | None, known_at: dt.datetime | None
) -> Iterator[Event]:
    """The events in the order kept, a batch in memory at a time; the chain is not looked at."""
    columns = tables.events.c
    query = _in_order(select(*(columns[name] for name in FIELDS)), agreement)
    if as_of is not None:
        query = query.where(columns.occurred_on <= as_of)
    if known_at is not None:
        query = query.where(columns.recorded_utc <= utc_text(known_at))
    for row in connection.execute(query.execution_options(yield_per=BATCH)):
        yield event_from(_texts(row))


def verified(
    connection: Connection, agreement: str, as_of: dt.date | None, known_at: dt.datetime | None
) -> Iterator[Event]:
    """As `stream`, with every link checked on the way, those of events that are not asked for too.

    Raises:
        ConformedError: `chain-broken`, after the events before the first link that does not hold: whoever takes events from
            here uses none until the last has come.
    """
    day = None if as_of is None else as_of.isoformat()
    moment = None if known_at is None else utc_text(known_at)
    for texts in _linked(connection, agreement, None):
        if (day is None or (texts[2] or "") <= day) and (moment is None or (texts[4] or "") <= moment):
            yield event_from(texts)


def broken(connection: Connection, agreement: str, known: Head | None) -> Problem | None:
    """The first link of the chain that does not hold, or None."""
    try:
        for _ in _linked(connection, agreement, known):
            pass
    except ConformedError as error:
        return error.problem
    return None


def _linked(connection: Connection, agreement: str, known: Head | None) -> Iterator[tuple[str | None, ...]]:
    """The texts of each event whose link holds.

    Raises:
        ConformedError: `chain-broken`, at the first that does not hold; behind the last, where events are gone.
    """
    imports = tables.imports.c
    recorded = connection.execute(select(imports.last, imports.link).where(imports.agreement == agreement))
    ends: dict[int, str] = {row.last: row.link for row in recorded}
    if known is not None:
        if known.count == 0 and known.link != first_link(agreement):
            raise _break(0, None, "the head given is of another agreement")
        ends.setdefault(known.count, known.link)
    number, previous = 0, first_link(agreement)
    columns, name = tables.events.c, None
    query = _in_order(select(columns.number, columns.digest, columns.link, *_RAW), agreement)
    rows: Iterable[Sequence[Any]] = connection.execute(query.execution_options(yield_per=BATCH))
    for row in rows:
        kept_number, kept_digest, kept_link = row[0], row[1], row[2]
        texts = _texts(row[3:])
        number += 1
        cause = None
        if kept_number != number:
            cause = f"the event that stood here is gone: the next is number {kept_number}"
        elif digest(texts) != kept_digest:
            cause = "its content is not what was recorded"
        elif link(previous, number, kept_digest) != kept_link:
            cause = "it does not follow from the event before it"
        elif (number in ends and ends[number] != kept_link) or (
            known is not None and number == known.count and known.link != kept_link
        ):
            cause = "the chain up to here is not the one that was recorded when it was imported"
        name = texts[0]
        if cause is not None:
            raise _break(number, name, cause)
        previous = kept_link
        yield texts
    if ends and max(ends) > number:
        raise _break(number + 1, None, f"it was recorded, and the events end at number {number}")
    if number and number not in ends:
        raise _break(number, name, "no import recorded it")


def _break(number: int, event: str | None, cause: str) -> ConformedError:
    named = "" if event is None else f" ({event})"
    return ConformedError(problem("chain-broken", where=event, number=number, event=named, cause=cause))


def _in_order(query: Select[tuple[object, ...]], agreement: str) -> Select[tuple[object, ...]]:
    return query.where(tables.events.c.agreement == agreement).order_by(tables.events.c.number)


def _new(
    connection: Connection, agreement: str, batch: Sequence[Event]
) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    """The digests and texts of those events in `batch` that are not kept yet, each once."""
    columns = tables.events.c
    ids = list({event.id for event in batch})
    known = connection.execute(
        select(columns.event_id, columns.digest).where(
            columns.agreement == agreement, columns.event_id.in_(ids)
        )
    )
    kept: dict[str, str] = {row.event_id: row.digest for row in known}
    fresh: dict[str, tuple[str | None, ...]] = {}
    for event in batch:
        texts = texts_of(event)
        key = digest(texts)
        found = kept.get(event.id)
        if found is None:
            kept[event.id] = key
            fresh[event.id] = texts
            yield key, texts
        elif found != key:
            before = fresh.get(event.id) or _kept_texts(connection, agreement, event.id)
            raise ConformedError(
                problem(
                    "event-conflict",
                    line=event.line,
                    where=event.id,
                    id=event.id,
                    differences=_differences(before, texts),
                )
            )


def _kept_texts(connection: Connection, agreement: str, event_id: str) -> tuple[str | None, ...]:
    columns = tables.events.c
    row = connection.execute(
        select(*_RAW).where(columns.agreement == agreement, columns.event_id == event_id)
    ).one()
    return _texts(row)


def _texts(row: Iterable[object]) -> tuple[str | None, ...]:
    return tuple(None if value is None else str(value) for value in row)


def _differences(before: Sequence[str | None], after: Sequence[str | None]) -> str:
    return ", ".join(
        f"{name} {old if old is not None else '(empty)'} there, {new if new is not None else '(empty)'} here"
        for name, old, new in zip(FIELDS, before, after, strict=True)
        if old != new and name != "recorded_utc"
    )
