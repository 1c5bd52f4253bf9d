"""`conformed settle` on the shipped example: every format, the two views, and what stands on stderr."""

from __future__ import annotations

import csv
import shutil
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from conformed.examples import example_folder
from tests.cli.command import call, one_line
from tests.writing.workbook import Workbook

FOLDER = example_folder()
FILES = (FOLDER / "agreement.toml", FOLDER / "events.csv")
AS_OF = ("--as-of", "2001-12-31")


def test_the_tables_show_units_statements_deadlines_and_a_balanced_ledger() -> None:
    ended = call("settle", *FILES, *AS_OF)

    assert ended.status in (0, 3)
    for words in (
        "agreement term: 2000-06-30 to 2005-08-01",
        "credit-2001-Q2",
        "Next deadlines",
        "entries, balanced",
    ):
        assert words in ended.out
    assert "\x1b" not in ended.out


def test_json_is_alone_on_stdout_and_says_the_same() -> None:
    said = call("settle", *FILES, *AS_OF, "--json").json

    assert said["as_of"] == "2001-12-31" and said["ledger"]["balanced"]
    assert {"units", "statements", "problems"} <= set(said)


@pytest.mark.parametrize("suffix", [".html", ".xlsx", ".ics", ".csv", ".parquet", ".beancount", ".json"])
def test_each_format_is_written_whole_and_said_on_stderr(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"out{suffix}"

    ended = call("settle", *FILES, *AS_OF, "-o", file)

    assert ended.out == "" and f"wrote {file}" in ended.err
    assert file.stat().st_size > 500
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_the_workbooks_formulas_recalculated_are_the_settlements_figures(tmp_path: Path) -> None:
    call("settle", *FILES, *AS_OF, "-o", tmp_path / "s.xlsx")
    said = {s["id"]: s["amount"] for s in call("settle", *FILES, *AS_OF, "--json").json["statements"]}
    book = Workbook((tmp_path / "s.xlsx").read_bytes())

    amounts = {book.value("Statements", f"A{row}"): f"N{row}" for row in range(2, len(said) + 2)}

    assert set(amounts) == set(said)
    formulas = set(book.formula_cells())
    for statement, cell in amounts.items():
        assert ("Statements", cell) in formulas
        assert book.value("Statements", cell) == Decimal(said[statement])


def test_bean_check_accepts_the_ledger_and_finds_our_balances(tmp_path: Path) -> None:
    from beancount import loader
    from beancount.core import data, realization

    call("settle", *FILES, *AS_OF, "-o", tmp_path / "l.beancount")
    balances = call("settle", *FILES, *AS_OF, "--json").json["ledger"]["balances"]

    entries, errors, _ = loader.load_file(str(tmp_path / "l.beancount"))

    assert errors == []
    found = {}
    tree: Any = realization
    for account in tree.iter_children(tree.realize(entries), leaf_only=True):
        position = account.balance.get_only_position()
        found[account.account.split(":", 1)[1].lower()] = position.units.number if position else Decimal(0)
    assert found == {account: Decimal(amount) for account, amount in balances.items()}
    assert sum(isinstance(entry, data.Balance) for entry in entries) == len(balances)


def test_a_table_can_be_chosen(tmp_path: Path) -> None:
    call("settle", *FILES, *AS_OF, "--table", "units", "-o", tmp_path / "u.csv")

    rows = list(csv.DictReader(StringIO((tmp_path / "u.csv").read_text(), newline="")))
    assert {row["id"] for row in rows} >= {"AKR-001", "WIN-003"}


def test_one_statement_can_be_printed_alone(tmp_path: Path) -> None:
    call("settle", *FILES, *AS_OF, "--statement", "credit-2001-Q2", "-o", tmp_path / "s.html")

    text = (tmp_path / "s.html").read_text()
    assert "credit-2001-Q2" in text and "claw-back-f1" not in text


def test_without_the_sealed_values_figures_are_withheld_and_none_leaks(tmp_path: Path) -> None:
    for file in FILES:
        shutil.copy(file, tmp_path)
    apart = call("settle", tmp_path / "agreement.toml", tmp_path / "events.csv", *AS_OF, "--json")
    public = call("settle", *FILES, *AS_OF, "--json", "--public")

    for ended in (apart, public):
        assert "note: figures are withheld, waiting for" in ended.err
        credits = [s for s in ended.json["statements"] if s["kind"] == "pass-through-credit"]
        assert credits and all(s["amount"] is None and s["withheld"] for s in credits)
    assert apart.json == public.json


def test_sealed_values_can_be_named_from_elsewhere(tmp_path: Path) -> None:
    for file in FILES:
        shutil.copy(file, tmp_path)
    named = ("--confidential", FOLDER / "confidential.toml")

    ended = call("settle", tmp_path / "agreement.toml", tmp_path / "events.csv", *AS_OF, "--json", *named)

    assert ended.json == call("settle", *FILES, *AS_OF, "--json").json


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--as-of", "31.12.2001"], ["31.12.2001", "2001-03-01"]),
        (["--known-at", "2001-12-31T10:00:00"], ["no offset"]),
        (["--known-at", "yesterday"], ["yesterday"]),
        (["-o", "x.docx"], ["output-format", ".xlsx"]),
        (["-o", "/no/such/folder/x.csv"], ["output-refused", "/no/such/folder/x.csv"]),
        (["-o", "x.csv", "--table", "lime"], ["lime", "units"]),
        (
            ["--statement", "credit-2001-Q", "-o", "x.html"],
            ["statement-unknown", "did you mean credit-2001-Q"],
        ),
    ],
)
def test_a_wrong_call_is_one_line(arguments: list[str], wanted: list[str]) -> None:
    assert one_line(call("settle", *FILES, *AS_OF, *arguments), *wanted)


def test_the_events_are_never_written_over(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        shutil.copy(file, tmp_path)
    before = (tmp_path / "events.csv").read_bytes()

    ended = call(
        "settle", tmp_path / "agreement.toml", tmp_path / "events.csv", "-o", tmp_path / "events.csv"
    )

    assert one_line(ended, "output-is-input")
    assert (tmp_path / "events.csv").read_bytes() == before


def test_a_wrong_events_file_names_each_row_and_nothing_is_settled(tmp_path: Path) -> None:
    lines = FILES[1].read_text().splitlines()
    lines[3] = lines[3].replace("2000-07-10", "2000-07-32", 1)
    lines[5] = lines[5].replace("unit-ordered", "unit-odered")
    (tmp_path / "events.csv").write_text("\n".join(lines))

    ended = call("settle", FILES[0], tmp_path / "events.csv")

    assert (ended.status, ended.out) == (2, "")
    assert [
        f"events.csv:{line}: " in said for line, said in zip((4, 6), ended.err.splitlines(), strict=True)
    ] == [True, True]


def test_a_clause_that_the_papers_have_overtaken_is_told_and_the_settlement_goes_on(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        shutil.copy(file, tmp_path)
    toml = tmp_path / "agreement.toml"
    toml.write_text(toml.read_text().replace("months = 51", "months = 42"))

    ended = call("settle", toml, tmp_path / "events.csv", *AS_OF, "--json")

    assert ended.status == 3 and ended.json["units"]
    assert "unit-term says months = 42 from 2000-11-01" in ended.err and "[clause-drift]" in ended.err


def test_without_the_papers_the_clauses_suffice(tmp_path: Path) -> None:
    for name in ("agreement.toml", "events.csv", "confidential.toml"):
        shutil.copy(FOLDER / name, tmp_path)

    ended = call("settle", tmp_path / "agreement.toml", tmp_path / "events.csv", *AS_OF, "--json")

    assert ended.status == 0 and ended.json["statements"]
    assert "the clauses were not compared with the papers" in ended.err


def test_the_representations_that_are_to_be_confirmed_are_listed() -> None:
    ended = call("settle", *FILES, *AS_OF)

    assert "Representations to confirm" in ended.out


def test_very_many_events_are_settled_by_an_engine_with_the_same_figures(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from conformed.running import batch
    from conformed.service import settling

    alone = call("settle", *FILES, *AS_OF, "--json")
    monkeypatch.setattr(batch, "BATCH_FROM", 10)
    monkeypatch.setattr(settling, "SHORTEST_ROW", 1)

    assert call("settle", *FILES, *AS_OF, "--json").json == alone.json  # every unit and event by its id
    many = call("settle", *FILES, *AS_OF, "--json", "--summed")

    assert "very many events, settled by DuckDB" in many.err
    for held in ("units", "problems"):
        assert many.json[held] == alone.json[held]
    figures = [
        {s["id"]: (s["amount"], s["due_on"]) for s in said.json["statements"]} for said in (many, alone)
    ]
    assert figures[0] == figures[1]
    assert many.json["ledger"]["balances"] == alone.json["ledger"]["balances"]


def test_very_many_events_are_named_in_each_table_or_the_call_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from conformed.running import batch
    from conformed.service import settling

    lines = ("--table", "lines", "-o")
    call("settle", *FILES, *AS_OF, *lines, tmp_path / "alone.csv")
    monkeypatch.setattr(batch, "BATCH_FROM", 10)
    monkeypatch.setattr(settling, "SHORTEST_ROW", 1)
    call("settle", *FILES, *AS_OF, *lines, tmp_path / "many.csv")
    assert (tmp_path / "many.csv").read_bytes() == (tmp_path / "alone.csv").read_bytes()

    monkeypatch.setattr(settling, "MOST_IN_FULL", 20)
    refused = call("settle", *FILES, *AS_OF, *lines, tmp_path / "refused.csv")
    assert one_line(refused, "events.csv", "--summed", "lines-too-many") and "write .json" in refused.err
    assert not (tmp_path / "refused.csv").exists()
    assert call("settle", *FILES, *AS_OF).status in (0, 3)


def test_json_names_every_unit_and_event_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from conformed.reading.events import read_events
    from conformed.running import batch
    from conformed.running.batch_rows import write_events
    from conformed.service import settling

    alone = call("settle", *FILES, *AS_OF, "--json")
    one = call("settle", *FILES, *AS_OF, "--json", "--statement", "credit-2001-Q2")
    write_events(read_events(FILES[1])[0], tmp_path / "events.parquet")
    monkeypatch.setattr(batch, "BATCH_FROM", 10)
    monkeypatch.setattr(settling, "SHORTEST_ROW", 1)
    monkeypatch.setattr(settling, "MOST_IN_FULL", 20)

    for events in (FILES[1], tmp_path / "events.parquet"):
        many = call("settle", FILES[0], events, *AS_OF, "--json")
        assert (many.status, many.out) == (alone.status, alone.out)
        assert "settled by DuckDB\n" in many.err and "by number" not in many.err
    assert call("settle", *FILES, *AS_OF, "--json", "--statement", "credit-2001-Q2").out == one.out
    written = call("settle", *FILES, *AS_OF, "-o", tmp_path / "all.json")
    assert written.out == "" and (tmp_path / "all.json").read_text() == alone.out
    assert one_line(
        call("settle", *FILES, *AS_OF, "--json", "--statement", "credit-2001-Q9"), "credit-2001-Q4"
    )
    assert one_line(call("settle", *FILES, *AS_OF, "--json", "-o", tmp_path / "s.xlsx"), "lines-too-many")
