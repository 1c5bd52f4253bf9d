"""The worked example: an agreement of clauses alone, its events, and exactly the fields that programs rely on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import call
from tests.interface_example import AGREEMENT, AGREEMENT_TERM, EVENTS, HEADING, SEALED, STATEMENTS, UNITS

AS_OF = ("--as-of", "2001-12-31", "--json")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "agreement.toml").write_text(AGREEMENT)
    (tmp_path / "confidential.toml").write_text(SEALED)
    (tmp_path / "events.csv").write_text(EVENTS)
    return tmp_path / "agreement.toml", tmp_path / "events.csv"


def by_id(said: dict[str, Any]) -> dict[str, Any]:
    return {statement["id"]: statement for statement in said["statements"]}


def test_the_worked_example_to_the_cent_and_the_field(files: tuple[Path, Path]) -> None:
    ended = call("settle", *files, *AS_OF)
    said = ended.json

    assert (ended.status, ended.err) == (0, "")
    assert list(said)[:8] == ["as_of", "known_at", "currency", "agreement_term", "units", "statements", "problems", "ledger"]  # fmt: skip
    assert {key: said[key] for key in HEADING} == HEADING
    assert (said["agreement_term"], said["units"]) == (AGREEMENT_TERM, UNITS)
    statements = by_id(said)
    assert {key: statements[key] for key in STATEMENTS} == STATEMENTS
    assert said["problems"] == [] and said["ledger"]["balanced"] is True


def test_a_figure_that_rests_on_a_seal_is_null_with_its_seals_beside_it(files: tuple[Path, Path]) -> None:
    statements = by_id(call("settle", *files, *AS_OF, "--public").json)

    credit, claw_back = statements["credit-2001-Q2"], statements["claw-back-f1"]
    assert [credit[key] for key in ("rate", "amount", "due_on", "last_on")] == [None] * 4
    assert credit["withheld"] == ["appendix-a/r3", "appendix-a/r4"]
    assert credit["base"] == "1000.10" and claw_back["billed_on"] == "2001-09-10"
    assert [claw_back[key] for key in ("uncapped", "cap", "amount", "excess")] == [None] * 4
    assert statements["charge-2001-04"]["due_on"] == "2001-05-30"


def test_only_one_seal_given_opens_only_what_rests_on_it(files: tuple[Path, Path]) -> None:
    (files[0].parent / "confidential.toml").write_text('"appendix-a/r3" = "0.25"\n')

    statements = by_id(call("settle", *files, *AS_OF).json)

    credit = statements["credit-2001-Q2"]
    assert (credit["amount"], credit["due_on"], credit["withheld"]) == ("250.03", None, ["appendix-a/r4"])
    assert statements["claw-back-f1"]["cap"] is None


@pytest.mark.parametrize(
    ("billed_on", "cap"), [("2001-07-29", "0.00"), ("2001-07-30", "0.00"), ("2001-07-31", "250.03")]
)
def test_a_credit_counts_from_the_day_after_its_due_day(
    files: tuple[Path, Path], billed_on: str, cap: str
) -> None:
    text = EVENTS.replace("2001-09-03,2001-09-04", "2001-07-02,2001-07-02").replace("2001-09-10", billed_on)
    files[1].write_text(text)

    claw_back = by_id(call("settle", *files, *AS_OF).json)["claw-back-f1"]

    assert (claw_back["billed_on"], claw_back["cap"], claw_back["amount"]) == (billed_on, cap, cap)
    assert claw_back["status"] == ("paid" if cap == "0.00" else "open")  # of nothing, nothing is left to pay


def test_any_debtor_may_pay_and_what_is_too_much_stays_on_account(files: tuple[Path, Path]) -> None:
    row = "p{},payment,{},{}T12:00:00-05:00,,{},{},charge-2001-04,\n"
    files[1].write_text(
        EVENTS
        + row.format(1, "2001-05-20", "2001-05-20", "Bluestem Holdings Inc.", "12.50")
        + row.format(2, "2001-05-30", "2001-05-30", "Bluestem Networks Corp.", "20.00")
    )

    ended = call("settle", *files, *AS_OF)
    charge = by_id(ended.json)["charge-2001-04"]

    assert (charge["status"], charge["paid"], charge["outstanding"]) == ("paid", "30.00", "0.00")
    assert ended.status == 3
    assert f"decide: {files[1]}:8: payment p2 exceeds what charge-2001-04 asks by 2.50" in ended.err
    assert [(found["code"], found["event"]) for found in ended.json["problems"]] == [("overpaid", "p2")]


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2005-04-30", "in-term"),
        ("2005-05-01", "notice-window"),
        ("2005-05-31", "notice-window"),
        ("2005-06-01", "in-term"),
        ("2005-06-30", "in-term"),
        ("2005-07-01", "expired"),
    ],
)
def test_a_units_status_by_day(files: tuple[Path, Path], as_of: str, status: str) -> None:
    (unit,) = call("settle", *files, "--as-of", as_of, "--json").json["units"]

    assert unit["status"] == status
