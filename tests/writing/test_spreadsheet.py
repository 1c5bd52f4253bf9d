"""The workbook's formulas, recalculated, give the settlement's own figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from conformed.model.statement import Right
from conformed.writing.spreadsheet import LINE_COLUMNS, STATEMENT_COLUMNS, settlement_xlsx
from tests.running.scenario import FOLDER, load, run
from tests.writing.settlements import SETTLEMENT, day
from tests.writing.workbook import Workbook

BOOK = settlement_xlsx(SETTLEMENT, title="Gateway Agreement")
ROWS = {"charge-2001-03": 2, "credit-2001-Q2": 3, "credit-2001-Q3": 4, "claw-back-f1": 5, "claw-back-f2": 6}


def place(column: str, statement: str) -> str:
    return f"{chr(ord('A') + STATEMENT_COLUMNS.index(column))}{ROWS[statement]}"


def test_every_formula_recalculated_is_the_figure_stored_beside_it() -> None:
    book = Workbook(BOOK)
    cells = book.formula_cells()

    assert len(cells) > 25
    for sheet, cell in cells:
        stored = book.stored[sheet][cell].value
        assert Decimal(str(stored)) == book.value(sheet, cell), (sheet, cell)


def test_the_statements_amounts_and_caps_are_formulas_and_give_the_settlements_figures() -> None:
    book = Workbook(BOOK)
    for statement in SETTLEMENT.statements:
        if statement.amount is None:
            continue
        for column, figure in (
            ("Amount", statement.amount),
            ("Outstanding", statement.outstanding),
            ("Cap", statement.number("cap")),
            ("Uncapped", statement.number("uncapped")),
            ("Excess", statement.number("excess")),
        ):
            if figure is not None:
                cell = place(column, statement.id)
                assert ("Statements", cell) in book.formula_cells()
                assert book.value("Statements", cell) == figure


def test_a_changed_receipt_moves_the_credit_the_cap_and_the_claw_back() -> None:
    book = openpyxl.load_workbook(BytesIO(BOOK))
    base = f"{chr(ord('A') + LINE_COLUMNS.index('Base'))}3"
    assert book["Lines"][base].value == 1000.10
    book["Lines"][base] = 2000.10
    changed = BytesIO()
    book.save(changed)

    recalculated = Workbook(changed.getvalue())

    assert recalculated.value("Statements", place("Amount", "credit-2001-Q2")) == Decimal("500.03")
    assert recalculated.value("Statements", place("Amount", "claw-back-f1")) == Decimal("500.03")
    assert recalculated.value("Statements", place("Excess", "claw-back-f1")) == Decimal("499.97")
    assert recalculated.value("Statements", place("Cap", "claw-back-f2")) == 0


def test_what_is_withheld_is_said_and_counts_in_no_sum() -> None:
    book = Workbook(BOOK)

    assert book.value("Statements", place("Amount", "credit-2001-Q3")) == "withheld (appendix-a/r3)"
    assert ("Statements", place("Amount", "credit-2001-Q3")) not in book.formula_cells()


def test_a_name_that_looks_like_a_formula_is_text() -> None:
    cell = openpyxl.load_workbook(BytesIO(BOOK))["Lines"]["C3"]

    assert (cell.value, cell.data_type) == ("=Trunk East", "s")


def test_the_same_settlement_gives_the_same_bytes() -> None:
    assert settlement_xlsx(SETTLEMENT, title="Gateway Agreement") == BOOK


def test_the_rights_to_end_it_stand_with_their_notice_and_the_notice_that_used_one() -> None:
    rights = (
        Right("customer", "material breach", 30, 10, "14"),
        Right("either", None, None, None, "9 b.", day("2001-05-01"), day("2001-08-01"), (), 3, "t1"),
    )
    book = openpyxl.load_workbook(BytesIO(settlement_xlsx(replace(SETTLEMENT, rights=rights), title="A")))
    rows = [[cell.value for cell in row] for row in book["Rights"].iter_rows(min_row=2)]

    assert rows[0] == ["14", "customer", "material breach", "30 days", 10, None, None, None]
    assert rows[1][:6] == ["9 b.", "either", None, "3 months", None, "t1"]
    assert [moment.date() for moment in rows[1][6:]] == [day("2001-05-01"), day("2001-08-01")]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_the_workbook_of_every_scenario_recalculates_to_the_figures_of_its_settlement(path: Path) -> None:
    scenario = load(path)
    settlement = run(scenario, scenario["then"][-1])

    book = Workbook(settlement_xlsx(settlement, title=path.stem))

    for sheet, cell in book.formula_cells():
        assert Decimal(str(book.stored[sheet][cell].value)) == book.value(sheet, cell), (sheet, cell)
    page = book.formulas["Statements"]
    shown = {page[f"A{row}"].value: row for row in range(2, page.max_row + 1)}
    for statement in settlement.statements:
        if statement.amount is not None:
            column = chr(ord("A") + STATEMENT_COLUMNS.index("Amount"))
            assert book.value("Statements", f"{column}{shown[statement.id]}") == statement.amount
