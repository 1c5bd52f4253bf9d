"""What a seal decides is said in every output: a status, a flag, interest that may be due; each once."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO

import openpyxl

from conformed.running import settle_record
from conformed.writing.spreadsheet import settlement_xlsx
from conformed.writing.statement_html import settlement_html
from conformed.writing.tables import table_csv
from tests.running.scenario import FOLDER, load, run

INTEREST = load(FOLDER / "withheld-interest-on-many.toml")
MANY = run(INTEREST, INTEREST["then"][-1])
FLAGS = load(FOLDER / "withheld-flags.toml")
UNITS = run(FLAGS, FLAGS["then"][0])
STAND_IN = "interest-withheld-customer-to-provider"
CONCERNED = ["charge-2001-04", "charge-2001-05", "charge-2001-06", "charge-2001-07"]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_interest_that_may_be_due_is_one_statement_of_the_record_with_a_line_for_each_it_concerns() -> None:
    record = json.loads(json.dumps(settle_record(MANY)))
    interest = [one for one in record["statements"] if one["kind"] == "late-interest"]
    assert [one["id"] for one in interest] == [STAND_IN]
    assert (interest[0]["amount"], interest[0]["status"], interest[0]["withheld"]) == (None, None, ["4/r1"])
    assert [line["concerns"] for line in interest[0]["lines"]] == CONCERNED
    assert all(line["amount"] is None and line["withheld"] == ["4/r1"] for line in interest[0]["lines"])


def test_interest_that_may_be_due_is_one_row_of_the_table_and_of_the_sheet() -> None:
    (row,) = (row for row in rows(table_csv(MANY, "statements")) if row["kind"] == "late-interest")
    assert (row["id"], row["amount"], row["status"], row["withheld"]) == (STAND_IN, "", "", "4/r1")
    lines = [row for row in rows(table_csv(MANY, "lines")) if row["kind"] == "late-interest"]
    assert [row["concerns"] for row in lines] == CONCERNED
    book = openpyxl.load_workbook(BytesIO(settlement_xlsx(MANY, title="Lease")))
    named = [row[0].value for row in book["Statements"].iter_rows(min_row=2)]
    assert [name for name in named if name.startswith("interest")] == [STAND_IN]
    assert [
        row[2].value for row in book["Lines"].iter_rows(min_row=2) if row[0].value == STAND_IN
    ] == CONCERNED


def test_interest_that_may_be_due_is_one_row_of_the_page() -> None:
    page = settlement_html(MANY, title="Lease")
    summary = page[page.index("<h2>Statements</h2>") : page.index("<section")]
    assert summary.count("interest-") == 1
    assert "on 4 statements" in summary
    assert all(f">{charge}</th>" in page[page.index(f'id="{STAND_IN}"') :] for charge in CONCERNED)


def test_the_statement_that_stands_for_others_is_found_by_their_ids() -> None:
    assert MANY.statement("interest-charge-2001-05").id == STAND_IN


def test_a_flag_that_a_seal_decides_is_named_apart_and_a_status_is_empty() -> None:
    by_unit = {row["id"]: row for row in rows(table_csv(UNITS, "units"))}
    assert by_unit["C-5"]["status"] == "in-term"
    assert by_unit["C-4"]["status"] == by_unit["C-4"]["flags"] == ""
    assert by_unit["C-4"]["flags_withheld"] == "month-end-sensitive outlives-agreement"
    assert by_unit["C-4"]["withheld"] == "7-a/r1 2/r1"


def test_people_read_that_a_status_or_a_flag_is_withheld() -> None:
    assert "withheld, month-end-sensitive withheld, outlives-agreement withheld" in settlement_html(
        UNITS, title="Lease"
    )
    book = openpyxl.load_workbook(BytesIO(settlement_xlsx(UNITS, title="Lease")))
    cells = {row[0].value: [cell.value for cell in row] for row in book["Units"].iter_rows(min_row=2)}
    assert cells["C-4"][8:10] == ["withheld", "month-end-sensitive withheld, outlives-agreement withheld"]
    assert cells["C-5"][8:10] == ["in-term", "outlives-agreement withheld"]
