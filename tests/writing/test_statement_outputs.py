"""A settlement in every format says the same figures: those of the settlement."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import replace
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import pytest

from conformed.model.ledger import Ledger
from conformed.model.problem import ConformedError
from conformed.model.statement import Right
from conformed.writing.beancount import ledger_beancount
from conformed.writing.deadlines import deadlines_ics, next_deadlines
from conformed.writing.statement_html import balances_over_time, settlement_html
from conformed.writing.tables import TABLES, table_csv, table_parquet
from tests.writing.markup import Markup
from tests.writing.settlements import SETTLEMENT, day

TITLE = "Gateway Agreement <III>"


def text_of(markup: str) -> str:
    return Markup(markup).text


def test_the_page_shows_each_statement_with_its_amount_and_what_a_figure_waits_for() -> None:
    shown = text_of(settlement_html(SETTLEMENT, title=TITLE, parties={"customer": ["One & Co.", "Two Inc."]}))

    assert "Gateway Agreement <III>" in shown
    assert "One & Co. and Two Inc. (jointly and severally)" in shown
    assert "250.03" in shown and "749.97" in shown
    assert "withheld (appendix-a/r3)" in shown
    assert "the notice of <C-9> came late" in shown


def test_the_page_shows_each_right_to_end_it_with_its_notice_and_whether_it_was_used() -> None:
    rights = (
        Right("customer", "material breach", 30, 10, "14"),
        Right("either", None, None, None, "9 b.", day("2001-05-01"), day("2001-08-01"), (), 3, "t1"),
        Right("provider", "no payment", None, None, "16", withheld=("16/r1",)),
    )
    page = Markup(settlement_html(replace(SETTLEMENT, rights=rights), title=TITLE))
    (shown,) = [rows for rows in page.tables() if "Grounds" in rows[0]]

    assert shown == [
        ["Source", "Holder", "Grounds", "Notice", "Cure", "Used", "Ends the agreement"],
        ["14", "customer", "material breach", "30 days", "10 days", "–", "–"],
        ["9 b.", "either", "none needed", "3 months", "–", "notice t1 of 2001-05-01", "2001-08-01"],
        ["16", "provider", "no payment", "withheld", "–", "–", "–"],
    ]


def test_the_page_has_a_plot_of_credits_and_one_of_balances() -> None:
    page = Markup(settlement_html(SETTLEMENT, title=TITLE))

    names = [figure["aria-label"] for figure in page.named("svg")]

    assert names == ["Credits by quarter", "Balances over time"]
    assert not any(tag in ("script", "link") or "src" in attributes for tag, attributes in page.elements)


def test_one_statement_can_be_printed_alone() -> None:
    shown = text_of(settlement_html(SETTLEMENT, title=TITLE, only="credit-2001-Q2"))

    assert "1000.10 × 0.25 = 250.03" in shown
    assert "claw-back" not in shown


def test_balances_over_time_end_where_the_ledger_ends() -> None:
    ends = {role: points[-1][1] for role, points in balances_over_time(SETTLEMENT).items()}

    assert ends == dict(SETTLEMENT.ledger.by_role)


def test_deadlines_are_those_still_to_come_and_units_of_one_day_make_one_entry() -> None:
    found = next_deadlines(SETTLEMENT)

    assert [(entry.safe, entry.what) for entry in found] == [
        (
            day("2002-01-18"),
            "Pass-through credit: withheld (appendix-a/r3) USD",
        ),  # before the weekend and the holiday
        (day("2005-05-31"), "Notice to continue 2 units"),
    ]


def test_the_calendar_has_whole_days_on_the_safe_day_with_alarms_30_and_7_days_before() -> None:
    calendar = icalendar.Calendar.from_ical(deadlines_ics(SETTLEMENT, title=TITLE))
    events = list(calendar.walk("VEVENT"))

    assert [event.decoded("dtstart") for event in events] == [day("2002-01-18"), day("2005-05-31")]
    for event in events:
        triggers = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
        assert triggers == [dt.timedelta(days=-30), dt.timedelta(days=-7)]
    assert len({str(event["uid"]) for event in events}) == 2
    assert deadlines_ics(SETTLEMENT, title=TITLE) == deadlines_ics(SETTLEMENT, title=TITLE)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_csv_and_parquet_hold_the_same_rows(table: str) -> None:
    import pyarrow.parquet as pq

    rows = list(csv.DictReader(StringIO(table_csv(SETTLEMENT, table), newline="")))
    stored = pq.read_table(BytesIO(table_parquet(SETTLEMENT, table))).to_pylist()

    assert len(rows) == len(stored) > 0
    for row, kept in zip(rows, stored, strict=True):
        for name, value in kept.items():
            if isinstance(value, Decimal) and row[name]:
                assert Decimal(row[name]) == value
            else:
                assert row[name].lstrip("'") == ("" if value is None else str(value))


def test_a_name_that_looks_like_a_formula_is_text_in_csv() -> None:
    rows = list(csv.DictReader(StringIO(table_csv(SETTLEMENT, "lines"), newline="")))

    assert "'=Trunk East" in {row["counterparty"] for row in rows}


def test_a_table_without_rows_still_has_its_columns() -> None:
    import pyarrow.parquet as pq

    empty = replace(SETTLEMENT, units=())

    assert table_csv(empty, "units").count("\n") == 1
    assert pq.read_table(BytesIO(table_parquet(empty, "units"))).num_rows == 0


def test_bean_check_accepts_the_ledger_and_its_balances_are_ours(tmp_path: Path) -> None:
    from beancount import loader
    from beancount.core import data

    file = tmp_path / "ledger.beancount"
    file.write_text(ledger_beancount(SETTLEMENT, title='The "III"'), encoding="utf-8")

    entries, errors, _ = loader.load_file(str(file))

    assert errors == []
    asserted = [entry for entry in entries if isinstance(entry, data.Balance)]
    assert len(asserted) == len(SETTLEMENT.ledger.balances)


def test_bean_check_refuses_a_ledger_whose_balance_is_not_the_sum_of_its_postings(tmp_path: Path) -> None:
    from beancount import loader

    ledger = SETTLEMENT.ledger
    wrong = replace(ledger, balances={**ledger.balances, "customer:payable:claw": Decimal("-1.00")})
    file = tmp_path / "ledger.beancount"
    file.write_text(ledger_beancount(replace(SETTLEMENT, ledger=wrong), title="x"), encoding="utf-8")

    assert len(loader.load_file(str(file))[1]) == 1


def test_a_settlement_without_postings_is_a_valid_empty_ledger(tmp_path: Path) -> None:
    from beancount import loader

    file = tmp_path / "ledger.beancount"
    file.write_text(ledger_beancount(replace(SETTLEMENT, ledger=Ledger()), title="x"), encoding="utf-8")

    assert loader.load_file(str(file))[1] == []


def test_the_plots_are_well_formed_xml() -> None:
    from conformed.writing.plot import bar_plot, step_plot

    bars = [(f"2001-Q{number % 4 + 1}", Decimal(number - 20)) for number in range(40)]
    for svg in (
        bar_plot("a < b", bars),
        bar_plot("nothing", []),
        step_plot("none", {}),
        step_plot("one", {"x & y": [(day("2001-01-01"), Decimal("-5"))]}),
        step_plot("many", {"x": [(day("2001-01-01") + dt.timedelta(days=n), Decimal(n)) for n in range(30)]}),
    ):
        assert ElementTree.fromstring(svg).tag.endswith("svg")


def test_a_workbook_that_would_need_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from conformed.writing import spreadsheet

    monkeypatch.setattr(spreadsheet, "MOST_SHEET_ROWS", 2)

    with pytest.raises(ConformedError, match="too-many-rows"):
        spreadsheet.settlement_xlsx(SETTLEMENT, title=TITLE)
