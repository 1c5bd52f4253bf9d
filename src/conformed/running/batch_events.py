"""Events as a table of Ibis: from CSV, Parquet, a database's table or events in memory.

Rules that this file must obey:

* Only operations that every engine has and counts alike: no date arithmetic, no division, no rounding.
* Money is DECIMAL(18,2); a column of binary fractions is refused.
* What looks unlike a good row is never repaired here: it is left to the reader of the events file, which says what is
  wrong with it, row by row.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from conformed.model.event import COLUMNS, EVENT_KINDS, Event
from conformed.model.problem import ConformedError, problem
from conformed.running.batch_engine import ROWS, Engine

__all__ = ["MONEY", "RECEIPTS", "UNIT_EVENTS", "event_table", "events_of", "known_by", "write_events"]

MONEY = "decimal(18, 2)"
RECEIPTS = ("provider-payment", "provider-credit")
UNIT_EVENTS = ("unit-ordered", "unit-installed", "unit-disconnected")
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})$"
_AMOUNT = r"^[0-9]{1,16}(\.[0-9]{1,2})?$"
_LOG = logging.getLogger(__name__)


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
            table = _from_csv(path, engine)
            checked = True
        else:
            table = _typed(engine.parquet(path), str(path))
    elif _is_table(source):
        table = _typed(source, "the table of events")
    else:
        kept = engine.folder / "events.parquet"
        write_events(source, kept)
        table = _typed(engine.parquet(kept), "the events")
        checked = True
    if not checked:
        _check(table)
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


def write_events(events: Iterable[Event], path: Path) -> None:
    """Write events to a Parquet file, some thousands in memory at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    text, money = pa.string(), pa.decimal128(18, 2)
    types = (text, text, pa.date32(), text, text, text, money, text, text)
    schema = pa.schema(list(zip(COLUMNS, types, strict=True)))
    coming = iter(events)
    with pq.ParquetWriter(path, schema) as writer:
        while batch := list(islice(coming, ROWS)):
            columns = zip(
                *(
                    (
                        event.id,
                        event.kind,
                        event.occurred_on,
                        event.recorded_at.isoformat(),
                        event.subject,
                        event.counterparty,
                        event.amount,
                        event.reference,
                        event.note,
                    )
                    for event in batch
                ),
                strict=True,
            )
            try:
                arrays = [pa.array(column, type) for column, type in zip(columns, types, strict=True)]
            except pa.ArrowInvalid as error:
                raise _unfit("the events", str(error)) from None
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def _is_table(source: Any) -> bool:
    import ibis.expr.types as ir

    return isinstance(source, ir.Table)


def _typed(table: Any, name: str) -> Any:
    """The table with columns of the kinds that the rest relies on."""
    schema = table.schema()
    lacking = [column for column in COLUMNS if column not in schema]
    if lacking:
        raise _unfit(name, f"the column {lacking[0]} is missing")
    amount, recorded = schema["amount"], schema["recorded_at"]
    if not (amount.is_string() or amount.is_integer() or (amount.is_decimal() and (amount.scale or 0) <= 2)):
        raise _unfit(name, f"amount is of the type {amount}; DECIMAL(18,2) or text is needed")
    if recorded.is_string():
        recorded_on = table.recorded_at.left(10).cast("date")
    elif recorded.is_timestamp() and recorded.timezone is not None:
        recorded_on = table.recorded_at.cast("timestamp('UTC')").date()
    else:
        raise _unfit(name, f"recorded_at is of the type {recorded}; text or a time with its zone is needed")
    return table.select(
        id=table.event_id.cast("string"),
        kind=table.kind.cast("string"),
        occurred_on=table.occurred_on.cast("date"),
        recorded_on=recorded_on,
        recorded_at=table.recorded_at,
        subject=table.subject.cast("string"),
        counterparty=table.counterparty.cast("string"),
        amount=table.amount.cast(MONEY),
        reference=table.reference.cast("string"),
        note=table.note.cast("string"),
    )


def _from_csv(path: Path, engine: Engine) -> Any:
    """A CSV file, read once by the engine; by the reader of events where anything in it looks unusual."""
    from conformed.reading.events import read_events

    connection, kept = engine.connection, engine.folder / "events.parquet"
    if path.is_file() and engine.name in ("duckdb", "pyspark"):
        options = {"all_varchar": True} if engine.name == "duckdb" else {}
        try:
            raw = connection.read_csv(str(path), header=True, **options)
            if set(raw.columns) == set(COLUMNS):
                raw = raw.mutate(**{column: raw[column].strip().nullif("") for column in COLUMNS})
                if not _unusual(raw):
                    connection.to_parquet(_typed(raw, str(path)), str(kept))
                    table = engine.parquet(kept)
                    if _once(table):
                        return table
        except (
            Exception
        ) as error:  # whatever engine it is; the reader of events says what is wrong, or reads it
            _LOG.debug("the engine could not read %s: %s", path, error)
    events, _ = read_events(path)
    write_events(events, kept)
    return _typed(engine.parquet(kept), str(path))


def _unusual(raw: Any) -> bool:
    """Whether a row of text is anything but plainly good by itself."""
    good = (
        raw.event_id.notnull()
        & raw.kind.isin(list(EVENT_KINDS))
        & raw.occurred_on.re_search(_DAY)
        & raw.occurred_on.try_cast("date").notnull()
        & raw.recorded_at.re_search(_MOMENT)
        & (raw.amount.isnull() | raw.amount.re_search(_AMOUNT))
        & (raw.recorded_at.left(10) >= raw.occurred_on)
        & _filled(raw)
    )
    return bool(raw.filter(~good.fill_null(False)).limit(1).count().execute())


def _filled(table: Any) -> Any:
    """Whether each kind has the columns that it needs, and an amount only where it may."""
    import ibis

    good = ibis.literal(True)
    for name, kind in EVENT_KINDS.items():
        here = table.kind == name
        for column in kind.needs:
            good = good & (~here | table[column].notnull())
        if "amount" not in kind.needs:
            good = good & (~here | table.amount.isnull())
    return good


def _check(table: Any) -> None:
    """Refuse a table in which a row is plainly wrong, or an id stands twice."""
    good = (
        table.id.notnull()
        & table.kind.isin(list(EVENT_KINDS))
        & table.occurred_on.notnull()
        & table.recorded_on.notnull()
        & (table.amount.isnull() | (table.amount >= Decimal(0)))
        & _filled(table)
    )
    wrong = table.filter(~good.fill_null(False))
    found = wrong.aggregate(rows=wrong.count(), id=wrong.id.min()).to_pyarrow().to_pylist()[0]
    if found["rows"]:
        raise _unfit("the events", f"{found['rows']} rows are wrong, {found['id']!r} among them")
    if not _once(table):
        many = table.group_by("id").aggregate(rows=table.count())
        twice = many.filter(many.rows > 1).id.min().to_pyarrow().as_py()
        if twice is not None:
            raise _unfit("the events", f"the event_id {twice!r} stands there more than once")


def _once(table: Any) -> bool:
    """Whether each id stands there once. Hashes are counted, which is quicker; False may be a chance agreement of two."""
    found = table.aggregate(rows=table.count(), ids=table.id.hash().nunique()).to_pyarrow().to_pylist()[0]
    return bool(found["rows"] == found["ids"])


def _unfit(name: str, cause: str) -> ConformedError:
    return ConformedError(problem("batch-events", document=name, cause=cause))
