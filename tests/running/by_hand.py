"""A small agreement.toml and events.csv, settled as a person calls it; what comes out was worked out by hand before."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cli.command import call

HEADER = "event_id,kind,occurred_on,recorded_at,subject,counterparty,amount,reference,note"
CREDIT = 'kind = "pass-through-credit"\nrate = "0.25"\ndue_days = 30'
CLAW = 'kind = "claw-back"\nrate = "0.25"\ndue_days = 30'
CHARGE = 'kind = "recurring-charge"\nrate = "30.00"\ndue_days = 30'
UNIT = 'kind = "unit-term"\nmonths = 12'
OPTION = UNIT + '\noption = { holder = "customer", notice_days = 30 }'


@dataclass(frozen=True)
class Settled:
    """The answer of `settle --json`, with its problems as `code where`, and what was told on stderr."""

    record: dict[str, Any]
    problems: list[str]
    status: int
    told: str

    def statement(self, id: str) -> dict[str, Any]:
        (found,) = [one for one in self.record["statements"] if one["id"] == id]
        return dict(found)

    def unit(self, id: str) -> dict[str, Any]:
        (found,) = [one for one in self.record["units"] if one["id"] == id]
        return dict(found)

    @property
    def statements(self) -> list[str]:
        return [one["id"] for one in self.record["statements"]]

    def lines(self, id: str, *columns: str) -> list[tuple[Any, ...]]:
        """The lines of a statement, of each the values of `columns`."""
        return [tuple(line.get(column) for column in columns) for line in self.statement(id)["lines"]]


def rows(table: str) -> str:
    """CSV of rows `id | kind | occurred | recorded | subject | counterparty | amount | reference`.

    A day alone as `recorded` is noon in New York's summer; where it is absent, that of the day it occurred.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    for line in table.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")] + [""] * 9
        recorded = cells[3] or cells[2]
        cells[3] = recorded if "T" in recorded else f"{recorded}T12:00:00-04:00"
        writer.writerow(cells[:9])
    return HEADER + "\r\n" + text.getvalue()


def files(
    folder: Path, clauses: list[str], events: str | bytes, *, law: str | None = "US-NY", top: str = ""
) -> tuple[Path, Path]:
    text = top + (f'governing_law = "{law}"\n' if law else "")
    text += '[parties]\nprovider = "One Inc."\ncustomer = "Two Inc."\n'
    text += "".join(f"[[clauses]]\n{clause}\n" for clause in clauses)
    (folder / "agreement.toml").write_text(text, encoding="utf-8")
    data = events if isinstance(events, bytes) else events.encode()
    (folder / "events.csv").write_bytes(data)
    return folder / "agreement.toml", folder / "events.csv"


def settled(
    folder: Path,
    clauses: list[str],
    table: str | bytes,
    as_of: str,
    *,
    known_at: str | None = None,
    law: str | None = "US-NY",
    top: str = "",
) -> Settled:
    """`table` is as `rows` reads it, or the bytes of the file."""
    events = table if isinstance(table, bytes) else rows(table)
    known = ("--known-at", known_at) if known_at else ()
    ended = call(
        "settle", *files(folder, clauses, events, law=law, top=top), "--as-of", as_of, *known, "--json"
    )
    assert ended.status in (0, 3), ended.err
    record = json.loads(ended.out)
    assert record["ledger"]["balanced"] is True
    problems = [f"{one['code']} {one['event']}" for one in record["problems"]]
    return Settled(record, problems, ended.status, ended.err)


def refused(
    folder: Path, clauses: list[str], table: str | bytes, *, law: str | None = "US-NY", top: str = ""
) -> str:
    """The one line that refuses the call."""
    events = table if isinstance(table, bytes) else rows(table)
    ended = call(
        "settle", *files(folder, clauses, events, law=law, top=top), "--as-of", "2001-12-31", "--json"
    )
    assert ended.status == 2 and not ended.out and "Traceback" not in ended.err, (ended.status, ended.err)
    (line,) = ended.err.splitlines()
    return line
