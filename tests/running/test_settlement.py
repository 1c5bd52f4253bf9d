"""`settle --json`, the ledger behind it, and the worked example of the interface."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from conformed.model.ledger import Entry, Posting
from conformed.model.statement import Settlement
from conformed.reading.agreement import read_agreement
from conformed.reading.events import read_events
from conformed.running import settle, settle_record
from tests.interface_example import AGREEMENT, AGREEMENT_TERM, EVENTS, HEADING, SEALED, STATEMENTS, UNITS
from tests.running.scenario import FOLDER, agreement_of, events_of, load, run


def settled(folder: Path, *, sealed: bool = True) -> Settlement:
    (folder / "agreement.toml").write_text(AGREEMENT, encoding="utf-8")
    (folder / "events.csv").write_text(EVENTS, encoding="utf-8")
    if sealed:
        (folder / "confidential.toml").write_text(SEALED, encoding="utf-8")
    events, _ = read_events(folder / "events.csv")
    return settle(read_agreement(folder / "agreement.toml"), events, as_of=dt.date(2001, 12, 31))


def test_the_worked_example_of_the_interface_to_the_letter(tmp_path: Path) -> None:
    record = settle_record(settled(tmp_path))
    assert {key: record[key] for key in HEADING} == HEADING
    assert (record["agreement_term"], record["units"]) == (AGREEMENT_TERM, UNITS)
    statements = {statement["id"]: statement for statement in record["statements"]}
    assert {key: statements[key] for key in STATEMENTS} == STATEMENTS
    assert record["problems"] == []
    assert record["ledger"]["balanced"] is True


def test_without_the_seals_the_figures_are_null_and_say_so(tmp_path: Path) -> None:
    record = settle_record(settled(tmp_path, sealed=False))
    statements = {statement["id"]: statement for statement in record["statements"]}
    credit, charge = statements["credit-2001-Q2"], statements["charge-2001-04"]
    assert (credit["rate"], credit["amount"], credit["due_on"]) == (None, None, None)
    assert credit["base"] == "1000.10"
    assert credit["withheld"] == ["appendix-a/r3", "appendix-a/r4"]
    assert credit["lines"][0]["withheld"] == ["appendix-a/r3"]
    assert (charge["amount"], charge["due_on"]) == (None, "2001-05-30")
    assert charge["withheld"] == ["appendix-a/r1"]
    assert record["units"][0]["term_ends_on"] == "2005-06-30"
    assert record["ledger"]["withheld"] == [f"appendix-a/r{number}" for number in (3, 4, 1, 5, 6)]


def test_a_withheld_term_is_null(tmp_path: Path) -> None:
    path = tmp_path / "agreement.toml"
    text = '[[clauses]]\nkind = "agreement-term"\nstarts = 2000-06-30\nmonths = "withheld:7-a/r1"\n'
    path.write_text(text, encoding="utf-8")
    record = settle_record(settle(read_agreement(path), [], as_of=dt.date(2001, 1, 1)))
    assert record["agreement_term"] == {
        "starts": "2000-06-30",
        "ends": None,
        "flags_withheld": ["month-end-sensitive"],
        "withheld": ["7-a/r1"],
    }
    path.write_text(
        '[[clauses]]\nkind = "agreement-term"\nends = 2000-06-30\nrenewal = { months = "withheld:7-a/r2" }\n',
        encoding="utf-8",
    )
    record = settle_record(settle(read_agreement(path), [], as_of=dt.date(2001, 1, 1)))
    assert record["agreement_term"] == {
        "starts": None,
        "ends": None,
        "flags": ["renewed"],
        "withheld": ["7-a/r2"],
    }


def part(name: str, number: int = 0) -> Settlement:
    scenario = load(FOLDER / f"{name}.toml")
    return run(scenario, scenario["then"][number])


def test_what_only_some_statements_units_and_terms_have_is_shown_where_they_have_it() -> None:
    record = settle_record(part("joint-debtors"))
    paid = record["statements"][1]
    assert (paid["paid"], paid["outstanding"], paid["status"]) == ("12.50", "17.50", "open")
    assert record["ledger"]["paid_by"] == {
        "Bluestem Holdings Inc.": "32.50",
        "Bluestem Networks Corp.": "10.00",
    }
    assert record["ledger"]["ageing"][0]["debtors"] == ["Bluestem Networks Corp.", "Bluestem Holdings Inc."]
    units = {unit["id"]: unit for unit in settle_record(part("unfit-notices"))["units"]}
    assert units["C-3"]["initial_term_ends_on"] == "2002-01-10"
    assert units["C-4"]["disconnected_on"] == "2001-05-01"
    assert settle_record(part("renewal"))["agreement_term"]["notice_due_on"] == "2002-11-01"
    ended = settle_record(part("termination", 1))
    assert ended["agreement_term"]["flags"] == ["terminated"]
    assert ended["rights"][0]["ends_on"] == "2001-04-30"
    assert settle_record(part("termination-by-months"))["rights"][0]["notice_months"] == 3
    problem = settle_record(part("notice-before-independence-day", 2))["problems"][1]
    assert (problem["code"], problem["event"]) == ("late-notice", "n3")
    assert "after the last day, 2005-07-05: C-3 not continued" in problem["message"]


def test_lines_show_their_rate_where_a_statement_has_several() -> None:
    credit = settle_record(part("two-amendments-in-one-quarter"))["statements"][0]
    assert credit["rate"] == "0.20"
    assert [line["rate"] for line in credit["lines"]] == ["0.25", "0.30", "0.20", "0.30"]
    charge = settle_record(part("disconnection-recorded-late"))["statements"][3]
    assert [line.get("adjusts") for line in charge["lines"]] == [None, "charge-2001-02", "charge-2001-03"]


def test_the_ledger_keeps_accrual_statement_and_payment_apart() -> None:
    settlement = part("joint-debtors")
    january = [entry for entry in settlement.ledger.entries if entry.statement == "charge-2001-01"]
    assert [(entry.on.isoformat(), entry.what) for entry in january] == [
        ("2001-01-31", "accrual"),
        ("2001-01-31", "statement"),
        ("2001-02-20", "payment"),
        ("2001-02-25", "payment"),
    ]
    assert january[0].service_from == dt.date(2001, 1, 1)
    balances = settlement.ledger.balances
    # May runs still: accrued on the day asked for, not yet stated.
    assert balances["provider:accrued-receivable:recurring-charge"] == Decimal("30.00")
    assert balances["provider:receivable:recurring-charge"] == Decimal("77.50")
    assert balances["customer:payable:recurring-charge"] == Decimal("-77.50")
    assert balances["provider:cash:payment"] == Decimal("42.50")
    assert settlement.ledger.by_role == {"customer": Decimal("-107.50"), "provider": Decimal("107.50")}


def test_what_is_paid_on_account_is_the_payers_claim() -> None:
    ledger = part("payments-that-do-not-fit").ledger
    # The customer's 10, 30 and 5 less the 30 that the provider paid on what it does not owe.
    assert ledger.balances["customer:on-account:payment"] == Decimal("15.00")
    assert ledger.balances["provider:on-account:payment"] == Decimal("-15.00")
    assert ledger.balanced


def test_an_entry_that_does_not_balance_is_seen() -> None:
    entry = Entry(
        dt.date(2001, 1, 1), "accrual", "", (Posting("a:b:c", Decimal(1)), Posting("d:e:f", Decimal(-2)))
    )
    assert not entry.balanced


def test_what_is_not_there_is_a_key_error(tmp_path: Path) -> None:
    settlement = settled(tmp_path)
    assert settlement.unit("C-1").status == "in-term"
    assert settlement.statement("claw-back-f1").number("nothing") is None
    with pytest.raises(KeyError):
        settlement.unit("C-2")
    with pytest.raises(KeyError):
        settlement.statement("credit-2001-Q9")


def test_events_known_before_what_they_rest_on_are_left_out() -> None:
    """A disconnection or a correction may be recorded before the day asked about knows of its target."""
    events = events_of("""
i1 | unit-installed    | 2001-01-01 | 2001-06-01 | C-1
d1 | unit-disconnected | 2001-02-01 | 2001-02-01 | C-1
f1 | forfeiture        | 2001-01-01 | 2001-06-01 | | T | 100.00
b1 | claw-back-billed  | 2001-02-01 | 2001-02-01 | | | | f1
""")
    scenario = load(FOLDER / "cap-reached-and-reopened.toml")
    known_at = dt.datetime(2001, 3, 1, tzinfo=dt.UTC)
    settlement = settle(agreement_of(scenario), events, as_of=dt.date(2001, 3, 1), known_at=known_at)
    assert settlement.units == ()
    assert settlement.statements == ()
