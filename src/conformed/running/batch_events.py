"""Events as a table of Ibis: from CSV, Parquet, a database's table or events in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from conformed.model.event import COLUMNS, Event
from conformed.model.problem import ConformedError
from conformed.running.batch_csv import events_file
from conformed.running.batch_engine import Engine
from conformed.running.batch_rows import once, plainly_good, typed, unfit, write_events

__all__ = ["RECEIPTS", "UNIT_EVENTS", "event_table", "events_of", "known_by", "write_events"]

RECEIPTS = ("provider-payment", "provider-credit")
LONGEST_CAUSE = 200  # characters of what an engine says
UNIT_EVENTS = ("unit-ordered", "unit-installed", "unit-disconnected")


def event_table(source: Any, engine: Engine, *, checked: bool) -> Any:
    """The events of `source`, whenever they occurred.

    Its columns are `id`, `kind`, `occurred_on` and `recorded_on` (days), `recorded_at` (as given), `subject`,
    `counterparty`, `amount`, `reference`, `note`.

    Args:
        source: a path to CSV or Parquet, a table of Ibis, or events.
        engine: its temporary folder holds events that are not yet in a form to be read several times.
        checked: whether every row was checked before, as what a store keeps was.

    Raises:
        ConformedError: a row is wrong, or a column is missing or of a kind that cannot be used.
    """
    if isinstance(source, str | Path):
        path = Path(source)
        if path.suffix.lower() == ".csv":
            return events_file(path, engine)
        try:
            table = typed(engine.parquet(path), str(path), checked=checked)
            if not checked:
                _check(table, str(path), path, engine)
        except ConformedError:
            raise
        except Exception as error:  # whatever engine it is: it says what it cannot read
            cause = (str(error).strip().splitlines() or ["no reason given"])[0]
            raise unfit(str(path), cause[:LONGEST_CAUSE].rstrip(". ")) from None
        return table
    if not _is_table(source):
        kept = engine.folder / "events.parquet"
        write_events(source, kept)
        return typed(engine.parquet(kept), "the events", checked=True)
    table = typed(source, "the table of events", checked=checked)
    if not checked:
        _check(table, "the events", None, engine)
    return table


def known_by(table: Any, known_at: dt.datetime | None) -> Any:
    """The events of `table` that were recorded by `known_at`; all of them where it is None."""
    if known_at is None:
        return table
    return table.filter(table.recorded_at.cast("timestamp('UTC')") <= known_at.astimezone(dt.UTC))


def events_of(table: Any, engine: Engine) -> Iterator[Event]:
    """The rows of a table that `event_table` made, or of a part of one, as events."""
    columns = (
        "id",
        "kind",
        "occurred_on",
        "recorded_at",
        "subject",
        "counterparty",
        "amount",
        "reference",
        "note",
    )
    for id, kind, occurred_on, recorded_at, *rest in engine.few(table.select(*columns)):
        if isinstance(recorded_at, str):
            recorded_at = dt.datetime.fromisoformat(recorded_at)
        yield Event(id, kind, occurred_on, recorded_at, *rest)


def _is_table(source: Any) -> bool:
    import ibis.expr.types as ir

    return isinstance(source, ir.Table)


def _check(table: Any, name: str, path: Path | None, engine: Engine) -> None:
    """Refuse a table in which a row is plainly wrong, or an id stands twice."""
    wrong = table.filter(~plainly_good(table))
    found = wrong.aggregate(rows=wrong.count(), id=wrong.id.min()).to_pyarrow().to_pylist()[0]
    if found["rows"]:
        place = _wrong_row(path, engine) if path is not None else None
        raise place or unfit(name, f"{found['rows']} rows are wrong, {found['id']!r} among them")
    if not once(table):
        many = table.group_by("id").aggregate(rows=table.count())
        twice = many.filter(many.rows > 1).id.min().to_pyarrow().as_py()
        if twice is not None:
            raise unfit(name, f"the event_id {twice!r} stands there more than once")


def _wrong_row(path: Path, engine: Engine) -> ConformedError | None:
    """What is wrong with the first wrong row of a Parquet file or folder, and where; None where it cannot be told."""
    from conformed.reading.events import text_mistake

    placed = engine.parquet_by_row(path)
    if placed is None:
        return None
    table = typed(placed, str(path), also=("filename", "file_row_number"))
    wrong = table.filter(~plainly_good(table)).select("filename", "file_row_number")
    first = wrong.order_by(["filename", "file_row_number"]).limit(1).to_pyarrow().to_pylist()[0]
    here = (placed.filename == first["filename"]) & (placed.file_row_number == first["file_row_number"])
    row = placed.filter(here).select(*COLUMNS).to_pyarrow().to_pylist()[0]
    cause = text_mistake("" if value is None else _text(value) for value in row.values())
    n, file = first["file_row_number"] + 1, first["filename"]
    return unfit(file, f"row {n:,}: {cause or 'not what an event needs'}")


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)
