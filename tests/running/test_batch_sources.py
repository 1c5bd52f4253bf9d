"""Where the events of a batch come from: unusual, wrong and repeated rows of files of any size, folders of Parquet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.event import Event
from conformed.model.problem import ConformedError
from conformed.reading.events import stream_events
from conformed.running import settle
from conformed.running.batch import settle_batch
from conformed.running.batch_charges import DaysInService, _stretches
from conformed.running.batch_events import write_events
from tests.running import portfolios
from tests.running.portfolios import AS_OF

HEADER = "event_id,kind,occurred_on,recorded_at,subject,counterparty,amount,reference,note"
CLAUSES = Agreement(
    "agreement.toml",
    None,
    "US-NY",
    "USD",
    clauses=(
        ClauseEntry("unit-term", {"months": 51}),
        ClauseEntry("recurring-charge", {"rate": "30.00", "due_days": 30}),
        ClauseEntry("pass-through-credit", {"rate": "0.25", "due_days": 30}),
    ),
)


def _receipt(number: int, amount: str = "1.00", end: str = "") -> str:
    return f"r{number},provider-payment,2001-02-01,2001-03-01T09:00:00Z,,Trunk East,{amount},,{end}"


def _csv(folder: Path, rows: Sequence[str]) -> Path:
    file = folder / "events.csv"
    file.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    return file


def _received(number: int, **changes: Any) -> Event:
    facts: dict[str, Any] = {"counterparty": "Trunk East", "amount": Decimal("1.00")} | changes
    return portfolios.made(f"r{number}", "provider-payment", dt.date(2001, 2, 1), **facts)


def test_all_mistakes_among_many_rows_are_told_with_their_lines(tmp_path: Path) -> None:
    rows = [_receipt(number) for number in range(3_000)]
    rows[1_999] = _receipt(1_999, "1.005")
    rows[2_500] = rows[2_500].replace("2001-02-01", "2001-02-30")
    file = _csv(tmp_path, rows)
    with pytest.raises(ConformedError) as caught:
        settle_batch(CLAUSES, file, as_of=AS_OF)
    found = (caught.value.problem, *caught.value.others)
    assert [(one.document, one.line, one.where) for one in found] == [
        (str(file), 2_001, "r1999"),
        (str(file), 2_502, "r2500"),
    ]


def test_a_row_repeated_word_for_word_counts_once(tmp_path: Path) -> None:
    file = _csv(tmp_path, [_receipt(1), _receipt(2), _receipt(1)])
    with settle_batch(CLAUSES, file, as_of=AS_OF) as batch:
        assert str(batch.settlement.statement("credit-2001-Q1").base) == "2.00"


def test_the_same_moment_written_in_two_ways_is_one_event(tmp_path: Path) -> None:
    again = _receipt(1).replace("09:00:00Z", "09:00:00+00:00")
    with settle_batch(CLAUSES, _csv(tmp_path, [_receipt(1), again]), as_of=AS_OF) as batch:
        assert str(batch.settlement.statement("credit-2001-Q1").base) == "1.00"


def test_blanks_around_the_fields_of_every_row_are_no_part_of_them(tmp_path: Path) -> None:
    rows = [_receipt(number).replace(",", " , ") for number in range(1_500)]
    with settle_batch(CLAUSES, _csv(tmp_path, rows), as_of=AS_OF) as batch:
        [line] = batch.settlement.statement("credit-2001-Q1").lines
        assert (line.counterparty, str(line.base)) == ("Trunk East", "1500.00")


def test_an_event_that_contradicts_others_is_told_with_its_line(tmp_path: Path) -> None:
    lost = "c1,correction,2001-04-01,2001-04-02T09:00:00Z,,,5.00,r404,"
    file = _csv(tmp_path, [_receipt(1), _receipt(2), lost])
    with pytest.raises(ConformedError, match="c1 refers to r404") as caught:
        settle_batch(CLAUSES, file, as_of=AS_OF)
    assert (caught.value.problem.document, caught.value.problem.line) == (str(file), 4)


def test_a_folder_of_parquet_files_is_one_table(tmp_path: Path) -> None:
    random = Random(11)
    agreement, events = portfolios.agreement(random), portfolios.events(random, 20, 60)
    (tmp_path / "2001").mkdir()
    write_events(events[::2], tmp_path / "2001" / "a.parquet")
    write_events(events[1::2], tmp_path / "it's b.parquet")
    pure = settle(agreement, events, as_of=AS_OF)
    with settle_batch(agreement, tmp_path, as_of=AS_OF) as batch:
        assert [(one.id, one.amount) for one in batch.settlement.statements] == [
            (one.id, one.amount) for one in pure.statements
        ]


def test_a_wrong_row_of_a_folder_is_told_with_its_file_and_row(tmp_path: Path) -> None:
    write_events([_received(1), _received(2)], tmp_path / "a.parquet")
    write_events([_received(3), replace(_received(4), kind="gift")], tmp_path / "b.parquet")
    with pytest.raises(ConformedError, match=r"b\.parquet: row 2: event r4: kind is 'gift'"):
        settle_batch(CLAUSES, tmp_path, as_of=AS_OF)


def test_a_folder_without_parquet_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConformedError, match="no such file"):
        settle_batch(CLAUSES, tmp_path, as_of=AS_OF)


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("amount", "1.005", "amount is '1.005'"),
        ("occurred_on", "2001-02-30", "occurred_on is '2001-02-30'"),
        ("occurred_on", "1801-02-03", "occurred_on is '1801-02-03'"),
        ("recorded_at", "2001-03-01T09:00:00", "recorded_at is '2001-03-01T09:00:00'"),
        ("recorded_at", "2001-03-01T29:00:00Z", "recorded_at is '2001-03-01T29:00:00Z'"),
    ],
)
def test_a_text_in_parquet_that_is_no_figure_is_refused_and_not_rounded(
    tmp_path: Path, column: str, value: str, says: str
) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    fields = [_receipt(number).split(",") for number in (1, 2)]
    columns = {name: [row[at] or None for row in fields] for at, name in enumerate(HEADER.split(","))}
    columns[column][1] = value
    schema = pa.schema([(name, pa.string()) for name in columns])
    pq.write_table(pa.table(columns, schema=schema), tmp_path / "events.parquet")
    with pytest.raises(ConformedError, match=f"row 2: event r2: {says}"):
        settle_batch(CLAUSES, tmp_path / "events.parquet", as_of=AS_OF)


def test_rows_are_read_one_by_one_where_they_are_many(tmp_path: Path) -> None:
    file = _csv(tmp_path, [_receipt(1), _receipt(2), _receipt(3, "x"), _receipt(4)])
    coming = stream_events(file)
    assert [next(coming).id, next(coming).id] == ["r1", "r2"]
    with pytest.raises(ConformedError, match="amount is 'x'"):
        next(coming)


def test_the_units_as_a_table_are_those_of_the_settlement(tmp_path: Path) -> None:
    for seed in (0, 3, 5):
        random = Random(seed)
        agreement, events = portfolios.agreement(random), portfolios.events(random, 60, 0)
        pure = {unit.id: unit for unit in settle(agreement, events, as_of=AS_OF).units}
        with settle_batch(agreement, events, as_of=AS_OF) as batch:
            rows = batch.unit_table().to_pyarrow().to_pylist()
            assert {row["unit"] for row in rows} | {unit.id for unit in batch.settlement.units} == set(pure)
            for row in rows:
                unit = pure[row.pop("unit")]
                for name in ("flags", "flags_withheld", "withheld"):
                    assert tuple((row.pop(name) or "").split()) == getattr(unit, name)
                assert row == {name: getattr(unit, name) for name in row}


def test_stretches_are_those_of_the_units_taken_one_by_one() -> None:
    random = Random(4)
    last_day = dt.date(2002, 5, 17)
    begins_ends: list[tuple[dt.date, dt.date | None]] = []
    for _ in range(400):
        begins = dt.date(2001, 1, 1) + dt.timedelta(random.randrange(480))
        ends = begins + dt.timedelta(random.choice([0, 1, 5, 27, 30, 31, 59, 200, 900]))
        begins_ends.append((begins, ends if random.random() < 0.8 else None))
    expected: dict[tuple[dt.date, dt.date, dt.date], int] = {}
    begun: dict[dt.date, int] = {}
    ended: dict[dt.date, int] = {}
    short: dict[tuple[dt.date, dt.date], int] = {}
    for begins, gone in begins_ends:
        begun[begins] = begun.get(begins, 0) + 1
        if gone is not None:
            ended[gone] = ended.get(gone, 0) + 1
        month = begins.replace(day=1)
        while month <= min(last_day, gone or last_day):
            month_ends = (month + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
            key = (month, max(begins, month), min(gone or month_ends, month_ends))
            expected[key] = expected.get(key, 0) + 1
            if gone is not None and month < begins and gone < month_ends:
                short[begins, gone] = short.get((begins, gone), 0) + 1
            month = month_ends + dt.timedelta(1)
    found = _stretches(DaysInService(begun, ended, short), last_day)
    assert {(one.month, one.begins, one.ends): one.units for one in found} == expected
