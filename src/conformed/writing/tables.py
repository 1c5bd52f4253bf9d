"""A settlement's tables as CSV and Parquet: statements, lines, units and postings, a row each.

Text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-` or `@`) gets an apostrophe in front in
CSV, since names in papers and events are written by others; Parquet holds it as it is.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from io import BytesIO, StringIO

from conformed.model.statement import Settlement

__all__ = ["TABLES", "table_csv", "table_parquet"]

_Value = str | int | Decimal | dt.date | None
_Row = tuple[_Value, ...]

# the column's name and its type: text, day, amount (two decimals), rate (six), count
_STATEMENTS = {
    "id": "text", "kind": "text", "clause": "text", "debtor": "text", "creditor": "text", "from": "day", "to": "day",
    "issued_on": "day", "rate": "rate", "base": "amount", "uncapped": "amount", "cap": "amount", "excess": "amount",
    "amount": "amount", "paid": "amount", "outstanding": "amount", "due_on": "day", "last_on": "day", "status": "text",
    "source": "text", "withheld": "text",
}  # fmt: skip
_LINES = {
    "statement": "text", "kind": "text", "counterparty": "text", "unit": "text", "base": "amount", "rate": "rate",
    "days": "count", "of": "count", "amount": "amount", "adjusts": "text", "events": "text", "concerns": "text",
    "withheld": "text",
}  # fmt: skip
_UNITS = {
    "id": "text", "ordered_on": "day", "installed_on": "day", "disconnected_on": "day", "initial_ends_on": "day",
    "term_ends_on": "day", "notice_safe_on": "day", "notice_due_on": "day", "notice_last_on": "day", "status": "text",
    "flags": "text", "flags_withheld": "text", "withheld": "text",
}  # fmt: skip
_POSTINGS = {
    "entry": "count", "on": "day", "what": "text", "text": "text", "statement": "text", "clause": "text",
    "service_from": "day", "service_to": "day", "account": "text", "amount": "amount", "events": "text",
}  # fmt: skip


def _statements(settlement: Settlement) -> Iterator[_Row]:
    for s in settlement.statements:
        caps = (s.number("uncapped"), s.number("cap"), s.number("excess"))
        yield (
            s.id, s.kind, s.clause, s.debtor, s.creditor, s.begins, s.ends, s.issued_on, s.rate, s.base, *caps, s.amount,
            None if s.amount is None else s.paid, s.outstanding, s.due_on, s.last_on, s.status, s.source, " ".join(s.withheld),
        )  # fmt: skip


def _lines(settlement: Settlement) -> Iterator[_Row]:
    for s in settlement.statements:
        for line in s.lines:
            yield (
                s.id, s.kind, line.counterparty, line.unit, line.base, line.rate, line.days, line.of, line.amount,
                line.adjusts, " ".join(line.events), line.concerns, " ".join(line.withheld),
            )  # fmt: skip


def _units(settlement: Settlement) -> Iterator[_Row]:
    for unit in settlement.units:
        yield (
            unit.id, unit.ordered_on, unit.installed_on, unit.disconnected_on, unit.initial_ends_on, unit.term_ends_on,
            unit.notice_safe_on, unit.notice_due_on, unit.notice_last_on, unit.status, " ".join(unit.flags),
            " ".join(unit.flags_withheld), " ".join(unit.withheld),
        )  # fmt: skip


def _postings(settlement: Settlement) -> Iterator[_Row]:
    for number, entry in enumerate(settlement.ledger.entries, 1):
        for posting in entry.postings:
            yield (
                number, entry.on, entry.what, entry.text, entry.statement, entry.clause, entry.service_from,
                entry.service_to, posting.account, posting.amount, " ".join(entry.events),
            )  # fmt: skip


TABLES: Mapping[str, tuple[Mapping[str, str], Callable[[Settlement], Iterator[_Row]]]] = {
    "statements": (_STATEMENTS, _statements),
    "lines": (_LINES, _lines),
    "units": (_UNITS, _units),
    "postings": (_POSTINGS, _postings),
}


def table_csv(settlement: Settlement, table: str) -> str:
    """The table as CSV (RFC 4180, UTF-8): what is withheld or absent is an empty field."""
    columns, rows = TABLES[table]
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows(settlement):
        writer.writerow([_field(value) for value in row])
    return buffer.getvalue()


def _field(value: _Value) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = str(value)
    return (
        f"'{text}"
        if isinstance(value, str) and text[:1] in ("=", "+", "-", "@", "\t", "\r") and text[:1]
        else text
    )


def table_parquet(settlement: Settlement, table: str) -> bytes:
    """The table as Parquet: amounts as DECIMAL(18,2), rates as DECIMAL(18,6), days as dates."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {
        "text": pa.string(),
        "day": pa.date32(),
        "amount": pa.decimal128(18, 2),
        "rate": pa.decimal128(18, 6),
        "count": pa.int64(),
    }
    columns, rows = TABLES[table]
    fields: list[list[_Value]] = [list(column) for column in zip(*rows(settlement), strict=True)] or [
        [] for _ in columns
    ]
    arrays = [pa.array(values, types[kind]) for values, kind in zip(fields, columns.values(), strict=True)]
    buffer = BytesIO()
    pq.write_table(pa.table(arrays, names=list(columns)), buffer)
    return buffer.getvalue()
