"""`settle_batch` gives what `settle` gives: the same statements, lines, units, ledger and problems, to the cent."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.event import COLUMNS, Event
from conformed.model.problem import ConformedError
from conformed.model.statement import Line, Settlement, Statement
from conformed.running import settle, settle_record
from conformed.running.batch import BatchSettlement, settle_batch
from conformed.running.batch_events import write_events
from conformed.running.record_parts import settle_parts
from conformed.store import open_store
from tests.running import portfolios
from tests.running.portfolios import AS_OF

RECEIVED: dict[str, Any] = {"counterparty": "Trunk East", "amount": Decimal("10.01")}
CLAUSES = Agreement(
    "agreement.toml",
    None,
    "US-NY",
    "USD",
    clauses=(
        ClauseEntry("unit-term", {"months": 51}),
        ClauseEntry("recurring-charge", {"rate": "30.00", "due_days": 30}),
        ClauseEntry("pass-through-credit", {"rate": "0.25", "due_days": 30}),
        ClauseEntry("claw-back", {"rate": "0.25", "due_days": 30}),
    ),
)


def _lines(lines: Iterable[Line]) -> list[tuple[Any, ...]]:
    """The lines without their events and formulas: of many events the settlement shows the number."""
    return sorted(
        (
            line.unit or "",
            line.counterparty or "",
            line.adjusts or "",
            line.days or 0,
            line.of or 0,
            _figure(line.base),
            _figure(line.rate),
            line.withheld,
            _figure(line.amount),
        )
        for line in lines
    )


def _figure(figure: Decimal | None) -> str:
    return "" if figure is None else f"{figure:.6f}"


def _days(days: int | None) -> str:
    """None where a seal keeps them."""
    return str(days)


def _bare(statement: Statement) -> Statement:
    return replace(statement, lines=())


def _ledger(settlement: Settlement) -> tuple[Any, ...]:
    ledger = settlement.ledger
    entries = [(entry.on, entry.what, entry.statement, entry.postings) for entry in ledger.entries]
    return ledger.balances, ledger.by_role, ledger.paid_by, ledger.ageing, ledger.withheld, entries


def assert_same(batch: BatchSettlement, pure: Settlement) -> None:
    assert [_bare(found) for found in batch.settlement.statements] == [
        _bare(found) for found in pure.statements
    ]
    assert _charged(batch) == _charges(pure)
    others = [found for found in pure.statements if found.kind != "recurring-charge"]
    for statement in others + [found for found in pure.statements if found not in others][-1:]:
        in_engine = batch.lines(statement.id) if statement not in others else _of(batch, statement.id)
        assert _lines(in_engine) == _lines(statement.lines), statement.id
    assert list(batch.units()) == list(pure.units)
    assert batch.statuses == {
        status: sum((unit.status or "withheld") == status for unit in pure.units)
        for status in sorted({unit.status or "withheld" for unit in pure.units})
    }
    assert _ledger(batch.settlement) == _ledger(pure)
    assert batch.settlement.problems == pure.problems
    assert batch.settlement.rights == pure.rights
    assert batch.settlement.agreement_term == pure.agreement_term


def _of(batch: BatchSettlement, statement: str) -> tuple[Line, ...]:
    return batch.settlement.statement(statement).lines


def _charges(settlement: Settlement) -> list[tuple[Any, ...]]:
    """Every line of every charge that shows one unit."""
    return sorted(
        (
            found.id,
            line.unit,
            _days(line.days),
            line.of,
            line.adjusts or "",
            _figure(line.rate),
            _figure(line.amount),
        )
        for found in settlement.statements
        if found.kind == "recurring-charge"
        for line in found.lines
        if line.events
    )


def _charged(batch: BatchSettlement) -> list[tuple[Any, ...]]:
    """The same, the lines that stay in the engine among them."""
    table = batch.charge_lines()
    rows = [] if table is None else table.to_pyarrow().to_pylist()
    kept = [
        (
            row["statement"],
            row["unit"],
            _days(row["days"]),
            row["of"],
            row["adjusts"] or "",
            _figure(row["rate"]),
            _figure(row["amount"]),
        )
        for row in rows
    ]
    return sorted([*kept, *_charges(batch.settlement)])


def _both(
    agreement: Agreement, events: list[Event], as_of: dt.date = AS_OF, known_at: dt.datetime | None = None
) -> None:
    pure = settle(agreement, events, as_of=as_of, known_at=known_at)
    with settle_batch(agreement, events, as_of=as_of, known_at=known_at) as batch:
        assert_same(batch, pure)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 25), st.integers(0, 40))
def test_it_gives_what_settle_gives(seed: int, units: int, receipts: int) -> None:
    random = Random(seed)
    agreement = portfolios.agreement(random)
    events = portfolios.events(random, units, receipts)
    as_of = AS_OF if random.random() < 0.5 else portfolios.START + dt.timedelta(days=random.randrange(2200))
    moment = dt.datetime.combine(portfolios.START, dt.time(), dt.UTC) + dt.timedelta(
        days=random.randrange(2000)
    )
    _both(agreement, events, as_of, moment if random.random() < 0.3 else None)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 25), st.integers(0, 120))
def test_its_json_in_parts_is_that_of_settle_to_the_letter(seed: int, units: int, receipts: int) -> None:
    random = Random(seed)
    agreement = portfolios.agreement(random)
    events = portfolios.events(random, units, receipts)
    as_of = AS_OF if random.random() < 0.5 else portfolios.START + dt.timedelta(days=random.randrange(2200))
    pure = settle(agreement, events, as_of=as_of)
    with settle_batch(agreement, events, as_of=as_of) as batch:
        text = "".join(settle_parts(batch.settlement, batch.units(), batch.lines_in_full))
    assert text == json.dumps(settle_record(pure), ensure_ascii=False)


@pytest.mark.parametrize("seed", [1, 2])
def test_it_gives_what_settle_gives_on_a_larger_portfolio(seed: int) -> None:
    random = Random(seed)
    _both(portfolios.agreement(random), portfolios.events(random, 400, 3_000))


def test_what_is_ordinary_is_counted_and_what_is_not_is_taken_by_itself() -> None:
    ordinary = [
        event
        for number in range(40)
        for event in (
            portfolios.made(f"i{number}", "unit-installed", dt.date(2001, 3, 31), subject=f"C-{number:02}"),
            portfolios.made(f"r{number}", "provider-payment", dt.date(2001, 4, 1 + number % 30), **RECEIVED),
        )
    ]
    late = portfolios.made("r99", "provider-payment", dt.date(2001, 4, 2), late=120, **RECEIVED)
    again = [
        portfolios.made("d0", "unit-disconnected", dt.date(2001, 5, 11), subject="C-00"),
        portfolios.made("i0b", "unit-installed", dt.date(2001, 5, 20), subject="C-00"),
    ]
    with settle_batch(CLAUSES, [*ordinary, late, *again], as_of=dt.date(2001, 9, 30)) as batch:
        april = batch.settlement.statement("charge-2001-04")
        assert [(line.unit, line.days, str(line.amount)) for line in april.lines] == [
            ("C-00", 30, "30.00"),
            ("39 units", 30, "1170.00"),
        ]
        credit = batch.settlement.statement("credit-2001-Q2")
        assert [(line.events, str(line.base), str(line.amount)) for line in credit.lines] == [
            (("40 receipts",), "400.40", "100.10")
        ]
        adjusting = batch.settlement.statement("credit-2001-Q3")
        assert [(line.events, line.adjusts, str(line.amount)) for line in adjusting.lines] == [
            (("r99",), "credit-2001-Q2", "2.50")
        ]
        assert [unit.id for unit in batch.units()] == [f"C-{number:02}" for number in range(40)]


def test_charge_lines_are_a_table_that_is_written_without_being_held(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    events = [
        portfolios.made(f"i{number}", "unit-installed", dt.date(2001, 1, 1 + number), subject=f"C-{number}")
        for number in range(28)
    ]
    with settle_batch(CLAUSES, events, as_of=dt.date(2001, 12, 31)) as batch:
        lines = batch.charge_lines()
        assert lines is not None
        lines.to_parquet(str(tmp_path / "lines.parquet"))
        total = sum(
            (
                found.amount or Decimal(0)
                for found in batch.settlement.statements
                if found.kind == "recurring-charge"
            ),
            Decimal(0),
        )
    written = pq.read_table(tmp_path / "lines.parquet")
    assert sum(written["amount"].to_pylist()) == total
    assert written.num_rows == 28 * 12


def test_a_portfolio_of_nothing_settles() -> None:
    with settle_batch(CLAUSES, [], as_of=AS_OF) as batch:
        assert batch.settlement.statements == ()
        assert batch.charge_lines() is None
        assert list(batch.units()) == []


def test_csv_parquet_a_table_and_a_store_give_the_same(tmp_path: Path) -> None:
    import ibis

    random = Random(7)
    agreement, events = portfolios.agreement(random), portfolios.events(random, 20, 60)
    pure = settle(agreement, events, as_of=AS_OF)
    portfolios.write_csv(tmp_path / "events.csv", events)
    write_events(events, tmp_path / "events.parquet")
    connection = ibis.duckdb.connect()
    table = connection.read_parquet(str(tmp_path / "events.parquet"))
    zoned = table.mutate(recorded_at=table.recorded_at.cast("timestamp('UTC')"))
    with open_store(str(tmp_path / "store.db")) as store:
        store.append_events(events)
        for source in (tmp_path / "events.csv", tmp_path / "events.parquet", table, zoned, store.events()):
            with settle_batch(agreement, source, as_of=AS_OF) as batch:
                assert [_bare(one) for one in batch.settlement.statements] == [
                    _bare(one) for one in pure.statements
                ]
                assert list(batch.units()) == list(pure.units)
    left = connection.raw_sql(
        "SELECT count(*) FROM information_schema.tables WHERE table_name LIKE 'conformed%'"
    )
    assert left.fetchall() == [(0,)]


def test_an_unusual_but_good_csv_is_read_by_the_reader_of_events(tmp_path: Path) -> None:
    file = tmp_path / "events.csv"
    file.write_text(
        "kind,event_id,occurred_on,recorded_at,subject,counterparty,amount,reference,note\n"
        'provider-payment,r1,2001-04-01,2001-04-01 17:05-05:00,,Trunk East,10,,"a ""quoted"", note"\n'
        "provider-payment, r2 ,2001-04-02,2001-04-02T17:05:00Z,,Trunk East,2.5,,\n",
        encoding="utf-8",
    )
    with settle_batch(CLAUSES, file, as_of=AS_OF) as batch:
        assert str(batch.settlement.statement("credit-2001-Q2").base) == "12.50"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (
            "r1,provider-payment,2001-02-30,2001-03-01T09:00:00Z,,Trunk East,1.00,,",
            "occurred_on is '2001-02-30'",
        ),
        ("r1,provider-payment,2001-02-01,2001-03-01T09:00:00Z,,Trunk East,1.005,,", "amount is '1.005'"),
        ("r1,provider-payment,2001-02-01,2001-03-01T09:00:00Z,,Trunk East,-1.00,,", "nought or more"),
        (
            "r1,provider-paiment,2001-02-01,2001-03-01T09:00:00Z,,Trunk East,1.00,,",
            "provider-payment, perhaps",
        ),
        ("r1,provider-payment,2001-02-01,2001-03-01T09:00:00,,Trunk East,1.00,,", "with its offset"),
        ("r0,provider-payment,2001-02-01,2001-03-01T09:00:00Z,,Trunk East,9.00,,", "lines 2 and 3"),
        ("d1,unit-disconnected,2001-02-01,2001-03-01T09:00:00Z,C-9,,,,", "C-9"),
    ],
)
def test_a_bad_row_is_one_clear_line_with_its_place(tmp_path: Path, row: str, says: str) -> None:
    file = tmp_path / "events.csv"
    header = "event_id,kind,occurred_on,recorded_at,subject,counterparty,amount,reference,note"
    good = "r0,provider-payment,2001-02-01,2001-03-01T09:00:00Z,,Trunk East,1.00,,"
    file.write_text(f"{header}\n{good}\n{row}\n", encoding="utf-8")
    with pytest.raises(ConformedError, match=says) as caught:
        settle_batch(CLAUSES, file, as_of=AS_OF)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"amount": "float64"}, "amount is of the type float64"),
        ({"recorded_at": "timestamp"}, "recorded_at is of the type timestamp"),
    ],
)
def test_a_table_with_an_unfit_column_is_refused(changes: dict[str, str], says: str) -> None:
    import ibis
    import pyarrow as pa

    rows = {name: pa.array([], pa.string()) for name in COLUMNS}
    table = ibis.memtable(pa.table(rows)).cast(changes)
    with pytest.raises(ConformedError, match=says):
        settle_batch(CLAUSES, table, as_of=AS_OF)
    with pytest.raises(ConformedError, match="the column note is missing"):
        settle_batch(CLAUSES, table.drop("note"), as_of=AS_OF)


def test_a_table_with_wrong_rows_or_an_id_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    receipt = portfolios.made("r1", "provider-payment", dt.date(2001, 4, 1), **RECEIVED)
    for events, says in (
        ([receipt, replace(receipt, amount=Decimal(2))], "'r1' stands there more than once"),
        ([receipt, replace(receipt, id="r2", counterparty=None)], "row 2: event r2: counterparty is blank"),
        ([receipt, replace(receipt, id="r3", kind="gift")], "row 2: event r3: kind is 'gift'"),
    ):
        write_events(events, path)
        with pytest.raises(ConformedError, match=says):
            settle_batch(CLAUSES, path, as_of=AS_OF)
    with pytest.raises(ConformedError, match="no such file"):
        settle_batch(CLAUSES, tmp_path / "absent.parquet", as_of=AS_OF)
    with pytest.raises(ConformedError, match="data loss"):
        settle_batch(CLAUSES, [replace(receipt, amount=Decimal("0.005"))], as_of=AS_OF)


def test_events_that_contradict_each_other_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    lost = portfolios.made("c1", "correction", dt.date(2001, 4, 1), amount=Decimal(1), reference="r404")
    write_events([lost], path)
    for known_at in (None, dt.datetime(2002, 1, 1, tzinfo=dt.UTC)):
        with pytest.raises(ConformedError, match="c1 refers to r404"):
            settle_batch(CLAUSES, path, as_of=AS_OF, known_at=known_at)


def test_what_is_not_known_yet_contradicts_nothing(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    events = [
        portfolios.made("i1", "unit-installed", dt.date(2001, 4, 1), late=300, subject="C-1"),
        portfolios.made("d1", "unit-disconnected", dt.date(2001, 5, 1), subject="C-1"),
    ]
    write_events(events, path)
    known_at = dt.datetime(2001, 6, 1, tzinfo=dt.UTC)
    with settle_batch(CLAUSES, path, as_of=AS_OF, known_at=known_at) as batch:
        assert_same(batch, settle(CLAUSES, events, as_of=AS_OF, known_at=known_at))


def test_a_clause_of_another_package_is_not_run_in_an_engine() -> None:
    agreement = replace(CLAUSES, clauses=(*CLAUSES.clauses, ClauseEntry("minimum-commitment", {}, line=9)))
    with pytest.raises(ConformedError, match="minimum-commitment") as caught:
        settle_batch(agreement, [], as_of=AS_OF)
    assert caught.value.problem.line == 9


def test_known_at_needs_an_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        settle_batch(CLAUSES, [], as_of=AS_OF, known_at=dt.datetime(2001, 1, 1))


def test_it_says_what_it_is_doing_and_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    told: list[str] = []
    settle_batch(CLAUSES, [], as_of=AS_OF, progress=told.append).close()
    assert told[0] == "reading the events"
    with pytest.raises(ConformedError):
        settle_batch(CLAUSES, tmp_path / "absent.csv", as_of=AS_OF)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_spark_gives_the_same() -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed (conformed[spark])")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java")
    import ibis
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.session.timeZone": "UTC",
    }
    builder = SparkSession.builder.master("local[1]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        random = Random(3)
        agreement, events = portfolios.agreement(random), portfolios.events(random, 60, 200)
        pure = settle(agreement, events, as_of=AS_OF)
        with settle_batch(agreement, events, as_of=AS_OF, connection=ibis.pyspark.connect(session)) as batch:
            assert [_bare(one) for one in batch.settlement.statements] == [
                _bare(one) for one in pure.statements
            ]
            assert list(batch.units()) == list(pure.units)
            assert _lines(batch.lines("charge-2002-01")) == _lines(pure.statement("charge-2002-01").lines)
    finally:
        session.stop()
