"""The rows of a table of events: their types, and what makes one plainly good.

Rules that this file must obey:

* Only operations that every engine has and counts alike: no date arithmetic, no division, no rounding.
* Money is DECIMAL(18,2); a column of binary fractions is refused.
* What looks unlike a good row is never repaired here: it is refused, or left to the reader of the events file, which
  says what is wrong with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from conformed.model.event import COLUMNS, EVENT_KINDS, Event
from conformed.model.problem import ConformedError, problem
from conformed.running.batch_engine import ROWS

__all__ = ["DAY", "once", "plainly_good", "typed", "unfit", "write_events"]

MONEY = "decimal(18, 2)"
DAY = r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"
MOMENT = (
    r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?"
    r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
)
AMOUNT = r"^[0-9]{1,16}(\.[0-9]{1,2})?$"
_FIRST, _LAST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)


def typed(table: Any, name: str, *, checked: bool = False, also: Iterable[str] = ()) -> Any:
    """The table with columns of the kinds that the rest relies on.

    A text that is no day gives none, one that is no amount a negative amount, which is never good.

    Args:
        table: with the columns of the events file.
        name: of the table, for the message.
        checked: whether every text is known to be a day, a moment and an amount.
        also: further columns that are to be kept.

    Raises:
        ConformedError: a column is missing or of a kind that cannot be used.
    """
    schema = table.schema()
    lacking = [column for column in COLUMNS if column not in schema]
    if lacking:
        raise unfit(name, f"the column {lacking[0]} is missing")
    import ibis

    amount, recorded = schema["amount"], schema["recorded_at"]
    if not (amount.is_string() or amount.is_integer() or (amount.is_decimal() and (amount.scale or 0) <= 2)):
        raise unfit(name, f"amount is of the type {amount}; DECIMAL(18,2) or text is needed")
    if recorded.is_string():
        recorded_on = table.recorded_at.left(10).try_cast("date")
    elif recorded.is_timestamp() and recorded.timezone is not None:
        recorded_on = table.recorded_at.cast("timestamp('UTC')").date()
    else:
        raise unfit(name, f"recorded_at is of the type {recorded}; text or a time with its zone is needed")
    occurred_on, money = table.occurred_on.cast("date"), table.amount.cast(MONEY)
    if schema["occurred_on"].is_string() and not checked:
        is_day = table.occurred_on.re_search(DAY)
        occurred_on = ibis.ifelse(is_day, table.occurred_on.try_cast("date"), ibis.null())
    if amount.is_string() and not checked:
        is_amount = table.amount.isnull() | table.amount.re_search(AMOUNT)
        money = ibis.ifelse(is_amount, table.amount.try_cast(MONEY), ibis.literal(Decimal(-1)).cast(MONEY))
    return table.select(
        id=table.event_id.cast("string"),
        kind=table.kind.cast("string"),
        occurred_on=occurred_on,
        recorded_on=recorded_on,
        recorded_at=table.recorded_at,
        subject=table.subject.cast("string"),
        counterparty=table.counterparty.cast("string"),
        amount=money,
        reference=table.reference.cast("string"),
        note=table.note.cast("string"),
        **{column: table[column] for column in also},
    )


def plainly_good(table: Any) -> Any:
    """Whether each row of a table that `typed` made is good by itself."""
    good = (
        table.id.notnull()
        & (table.id >= " ")
        & table.kind.isin(list(EVENT_KINDS))
        & table.occurred_on.between(_FIRST, _LAST)
        & table.recorded_on.notnull()
        & (table.amount.isnull() | (table.amount >= Decimal(0)))
        & (table.subject.isnull() | (table.subject >= " "))
        & _filled(table)
    )
    if table.recorded_at.type().is_string():
        good = good & table.recorded_at.re_search(MOMENT)
    return good.fill_null(False)


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


def once(table: Any) -> bool:
    """Whether each id stands there once. Hashes are counted, which is quicker; False may be a chance agreement of two."""
    found = table.aggregate(rows=table.count(), ids=table.id.hash().nunique()).to_pyarrow().to_pylist()[0]
    return bool(found["rows"] == found["ids"])


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
                raise unfit("the events", str(error)) from None
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def unfit(name: str, cause: str) -> ConformedError:
    """The error that says what is wrong with the table `name`."""
    return ConformedError(problem("batch-events", document=name, cause=cause))
