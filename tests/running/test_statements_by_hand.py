"""Credits, claw-backs, charges and payments at their edges, each figure and day worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running.by_hand import CHARGE, CLAW, CREDIT, UNIT, settled

LINE = ("counterparty", "base", "amount", "adjusts", "events")


def test_the_last_day_of_a_quarter_and_the_first_of_the_next(tmp_path: Path) -> None:
    found = settled(
        tmp_path,
        [CREDIT],
        """
        r1 | provider-payment | 2001-03-31 | | | East | 100.00
        r2 | provider-payment | 2001-04-01 | | | East | 200.00
        """,
        "2001-06-30",
    )
    assert found.lines("credit-2001-Q1", *LINE) == [("East", "100.00", "25.00", None, ["r1"])]
    assert found.lines("credit-2001-Q2", *LINE) == [("East", "200.00", "50.00", None, ["r2"])]
    assert [found.statement(id)["due_on"] for id in found.statements] == ["2001-04-30", "2001-07-30"]


def test_a_statement_closes_at_the_end_of_its_due_day(tmp_path: Path) -> None:
    found = settled(
        tmp_path,
        [CREDIT],
        """
        r1 | provider-payment | 2001-03-31 | 2001-04-30T23:59:59-04:00 | | East | 100.00
        r2 | provider-payment | 2001-03-31 | 2001-05-01T00:00:00-04:00 | | East |  60.00
        """,
        "2001-06-30",
    )
    assert found.lines("credit-2001-Q1", *LINE) == [("East", "100.00", "25.00", None, ["r1"])]
    assert found.lines("credit-2001-Q2", *LINE) == [("East", "60.00", "15.00", "credit-2001-Q1", ["r2"])]


def test_it_closes_on_the_due_day_though_the_law_lets_it_be_paid_later(tmp_path: Path) -> None:
    """30 September 2000 and 91 days is Saturday 30 December; by law payable on Tuesday 2 January, after the holiday."""
    found = settled(
        tmp_path,
        [CREDIT.replace("30", "91")],
        """
        r1 | provider-payment | 2000-09-01 | 2000-09-01 | | East | 100.00
        r2 | provider-payment | 2000-09-02 | 2000-12-31 | | East |  40.00
        r3 | provider-payment | 2000-09-03 | 2001-01-01 | | East |  20.00
        """,
        "2001-01-31",
    )
    third = found.statement("credit-2000-Q3")
    assert (third["due_on"], third["last_on"], third["amount"]) == ("2000-12-30", "2001-01-02", "25.00")
    assert found.lines("credit-2000-Q4", *LINE) == [("East", "40.00", "10.00", "credit-2000-Q3", ["r2"])]
    assert found.lines("credit-2001-Q1", *LINE) == [("East", "20.00", "5.00", "credit-2000-Q3", ["r3"])]


def test_a_statement_due_at_once(tmp_path: Path) -> None:
    found = settled(
        tmp_path,
        [CREDIT.replace("30", "0")],
        """
        r1 | provider-payment | 2001-03-31 | 2001-03-31 | | East | 100.00
        r2 | provider-payment | 2001-03-31 | 2001-04-01 | | East |  60.00
        """,
        "2001-04-01",
    )
    first = found.statement("credit-2001-Q1")
    assert (first["amount"], first["due_on"], first["last_on"]) == ("25.00", "2001-03-31", "2001-04-02")
    assert found.lines("credit-2001-Q2", "amount", "adjusts") == [("15.00", "credit-2001-Q1")]


@pytest.mark.parametrize(
    ("recorded", "second", "third"),
    [("2001-06-20", ["22.50"], []), ("2001-08-15", ["20.00"], [("10.00", "2.50", "credit-2001-Q2")])],
)
def test_a_correction_of_a_correction(
    tmp_path: Path, recorded: str, second: list[str], third: list[tuple[str, str, str]]
) -> None:
    """100.00 was recorded, corrected to 80.00, and that to 90.00: before 30 July within the statement, later beside it."""
    found = settled(
        tmp_path,
        [CREDIT],
        f"""
        r1 | provider-payment | 2001-05-10 | 2001-05-10 | | East | 100.00
        k1 | correction       | 2001-06-01 | 2001-06-01 | |      |  80.00 | r1
        k2 | correction       | {recorded} | {recorded} | |      |  90.00 | k1
        """,
        "2001-09-30",
    )
    assert [found.statement("credit-2001-Q2")["amount"]] == second
    late = found.lines("credit-2001-Q3", "base", "amount", "adjusts") if third else []
    assert late == third and found.problems == []


def test_a_correction_to_nought_after_closing(tmp_path: Path) -> None:
    """The next quarter brings 40.00 of its own: 10.00, less the 25.00 that should not have been credited."""
    found = settled(
        tmp_path,
        [CREDIT],
        """
        r1 | provider-payment | 2001-02-10 | 2001-02-10 | | East | 100.00
        r2 | provider-payment | 2001-04-10 | 2001-04-10 | | East |  40.00
        k1 | correction       | 2001-05-02 | 2001-05-02 | |      |   0.00 | r1
        """,
        "2001-06-30",
    )
    second = found.statement("credit-2001-Q2")
    assert (second["amount"], second["base"], second["status"]) == ("-15.00", "-60.00", "open")
    assert found.statement("credit-2001-Q1")["amount"] == "25.00"


def test_two_claw_backs_of_one_day(tmp_path: Path) -> None:
    """100.00 was credited. Of two shares of 80.00 the one recorded first takes 80.00, and 20.00 is left."""
    found = settled(
        tmp_path,
        [CREDIT, CLAW],
        """
        r1 | provider-payment | 2001-02-10 | | | East | 400.00
        fa | forfeiture       | 2001-05-15 | 2001-05-15T15:00:00-04:00 | | East | 320.00 | order
        fb | forfeiture       | 2001-05-15 | 2001-05-15T09:00:00-04:00 | | East | 320.00 | order
        """,
        "2001-05-31",
    )
    numbers = ("uncapped", "cap", "amount", "excess")
    assert [found.statement("claw-back-fb")[one] for one in numbers] == ["80.00", "100.00", "80.00", "0.00"]
    assert [found.statement("claw-back-fa")[one] for one in numbers] == ["80.00", "20.00", "20.00", "60.00"]


@pytest.mark.parametrize(
    ("day", "cap", "amount"), [("2001-04-30", "0.00", "0.00"), ("2001-05-01", "100.00", "80.00")]
)
def test_a_credit_of_the_same_day_is_not_counted(tmp_path: Path, day: str, cap: str, amount: str) -> None:
    found = settled(
        tmp_path,
        [CREDIT, CLAW],
        f"""
        r1 | provider-payment | 2001-02-10 | | | East | 400.00
        f1 | forfeiture       | {day}      | | | East | 320.00 | order
        """,
        "2001-05-31",
    )
    claw = found.statement("claw-back-f1")
    assert (claw["cap"], claw["amount"]) == (cap, amount)
    assert claw["status"] == ("paid" if amount == "0.00" else "open")


def test_a_claw_back_is_billed_on_the_day_of_its_bill(tmp_path: Path) -> None:
    """By the day of the bill the credit of the second quarter was due too: 100.00 and 25.00; 10 June and 30 days."""
    found = settled(
        tmp_path,
        [CREDIT, CLAW],
        """
        r1 | provider-payment | 2001-02-10 | | | East | 400.00
        r2 | provider-payment | 2001-05-10 | | | West | 100.00
        f1 | forfeiture       | 2001-05-15 | | | East | 600.00 | order
        b1 | claw-back-billed | 2001-08-10 | | |      |        | f1
        """,
        "2001-08-31",
    )
    claw = found.statement("claw-back-f1")
    assert [claw[one] for one in ("billed_on", "due_on", "uncapped", "cap", "amount", "excess")] == [
        "2001-08-10", "2001-09-09", "150.00", "125.00", "125.00", "25.00",
    ]  # fmt: skip
    assert claw["last_on"] == "2001-09-10"  # the 9th is a Sunday


def test_payments_and_credits_of_a_trunk_provider_are_one_line(tmp_path: Path) -> None:
    found = settled(
        tmp_path,
        [CREDIT],
        """
        r1 | provider-payment | 2001-04-10 | | | East | 100.00
        r2 | provider-credit  | 2001-05-10 | | | East |  50.02
        r3 | provider-credit  | 2001-05-10 | | | West |   0.02
        """,
        "2001-06-30",
    )
    # 150.02 x 0.25 = 37.505, a half up; 0.02 x 0.25 = 0.005, a half up
    assert found.lines("credit-2001-Q2", *LINE) == [
        ("East", "150.02", "37.51", None, ["r1", "r2"]),
        ("West", "0.02", "0.01", None, ["r3"]),
    ]
    assert found.statement("credit-2001-Q2")["amount"] == "37.52"


def test_what_came_before_the_effective_day_is_not_shared(tmp_path: Path) -> None:
    found = settled(
        tmp_path,
        [CREDIT + "\neffective = 2000-11-01"],
        """
        r1 | provider-payment | 2000-10-31 | | | East | 100.00
        r2 | provider-payment | 2000-11-01 | | | East |  40.00
        """,
        "2000-12-31",
    )
    assert found.lines("credit-2000-Q4", *LINE) == [("East", "40.00", "10.00", None, ["r2"])]
    assert found.statement("credit-2000-Q4")["due_on"] == "2001-01-30"


@pytest.mark.parametrize(
    ("known_at", "amount"),
    [("2001-05-31T23:59:59-04:00", "25.00"), ("2001-06-01T12:00:00-04:00", "20.00"), (None, "20.00")],
)
def test_known_at_between_a_receipt_and_its_correction(
    tmp_path: Path, known_at: str | None, amount: str
) -> None:
    found = settled(
        tmp_path,
        [CREDIT],
        """
        r1 | provider-payment | 2001-05-10 | 2001-05-10 | | East | 100.00
        k1 | correction       | 2001-06-01 | 2001-06-01 | |      |  80.00 | r1
        """,
        "2001-06-30",
        known_at=known_at,
    )
    assert found.statement("credit-2001-Q2")["amount"] == amount


@pytest.mark.parametrize(
    ("rate", "credit", "charge"),
    [
        ("0.333333", "333.37", "0.11"),  # 333.36633...; 0.333333 x 10/30 = 0.11
        ("0.000001", "0.00", "0.00"),
        ("0", "0.00", "0.00"),
        ("25%", "250.03", "0.08"),  # 250.025; 0.0833
        ("30.123456", "30126.47", "10.04"),  # 30126.468...; 10.0411
    ],
)
def test_rates_of_any_size(tmp_path: Path, rate: str, credit: str, charge: str) -> None:
    found = settled(
        tmp_path,
        [CREDIT.replace("0.25", rate), CHARGE.replace("30.00", rate)],
        """
        i1 | unit-installed   | 2001-04-21 | | C-1
        r1 | provider-payment | 2001-05-10 | | | East | 1000.10
        """,
        "2001-06-30",
    )
    assert found.statement("credit-2001-Q2")["amount"] == credit
    assert found.lines("charge-2001-04", "days", "of", "amount") == [(10, 30, charge)]
    assert found.statement("credit-2001-Q2")["status"] == ("paid" if credit == "0.00" else "open")


def test_a_share_of_more_than_the_whole_is_run_and_asked_about(tmp_path: Path) -> None:
    found = settled(
        tmp_path,
        [CREDIT.replace('"0.25"', "25"), 'kind = "late-interest"\nrate = 12', CHARGE],
        "r1 | provider-payment | 2001-05-10 | | | East | 10.00",
        "2001-06-30",
    )
    assert found.statement("credit-2001-Q2")["amount"] == "250.00"
    assert found.problems == ["share-above-one pass-through-credit", "share-above-one late-interest"]
    assert found.status == 3 and 'write 0.25 or "25%"' in found.told


def test_the_day_of_installation_and_the_last_day_of_the_term_are_charged(tmp_path: Path) -> None:
    """One month from 15 January: 17 days of 31 and 15 of 28, and nothing in March."""
    found = settled(
        tmp_path,
        [UNIT.replace("12", "1"), CHARGE],
        "i1 | unit-installed | 2001-01-15 | | C-1",
        "2001-03-31",
    )
    assert found.unit("C-1")["term_ends_on"] == "2001-02-15"
    assert found.statements == ["charge-2001-01", "charge-2001-02"]
    assert found.lines("charge-2001-01", "days", "of", "amount") == [(17, 31, "16.45")]
    assert found.lines("charge-2001-02", "days", "of", "amount") == [(15, 28, "16.07")]


def test_the_day_of_disconnection_is_not_charged(tmp_path: Path) -> None:
    found = settled(
        tmp_path,
        [UNIT, CHARGE],
        """
        i1 | unit-installed    | 2001-04-10 | | C-1
        d1 | unit-disconnected | 2001-04-10 | | C-1
        i2 | unit-installed    | 2001-04-10 | | C-2
        d2 | unit-disconnected | 2001-04-11 | | C-2
        i3 | unit-installed    | 2001-04-01 | | C-3
        d3 | unit-disconnected | 2001-05-01 | | C-3
        """,
        "2001-06-30",
    )
    assert found.statements == ["charge-2001-04"]
    assert found.lines("charge-2001-04", "unit", "days", "amount") == [
        ("C-2", 1, "1.00"),
        ("C-3", 30, "30.00"),
    ]


def test_payments_that_do_not_fit(tmp_path: Path) -> None:
    found = settled(
        tmp_path,
        [UNIT, CHARGE],
        """
        i1 | unit-installed | 2001-04-01 | | C-1
        p1 | payment | 2001-05-10 | | | Two Inc. | 40.00 | charge-2001-04
        p2 | payment | 2001-05-11 | | | Two Inc. |  5.00 | charge-2001-13
        p3 | payment | 2001-06-10 | | | Two Inc. | 12.50 | charge-2001-05
        p4 | payment | 2001-07-01 | | | Two Inc. | 17.50 | charge-2001-05
        """,
        "2001-06-30",
    )
    april, may = found.statement("charge-2001-04"), found.statement("charge-2001-05")
    assert (april["status"], april["paid"], april["outstanding"]) == ("paid", "30.00", "0.00")
    assert (may["status"], may["paid"], may["outstanding"]) == (
        "open",
        "12.50",
        "17.50",
    )  # p4 is after the day
    assert found.problems == ["overpaid p1", "payment-unplaced p2"]
    # 90.00 charged; 30.00 and 12.50 paid on them, 10.00 and 5.00 on account.
    assert found.record["ledger"]["by_role"]["provider"] == "32.50"


def test_a_rate_withheld_in_one_clause_leaves_the_others(tmp_path: Path) -> None:
    found = settled(
        tmp_path,
        [CREDIT.replace("0.25", "withheld:a/r3"), CLAW, UNIT, CHARGE],
        """
        i1 | unit-installed   | 2001-04-01 | | C-1
        r1 | provider-payment | 2001-02-10 | | | East | 400.00
        f1 | forfeiture       | 2001-05-15 | | | East | 320.00 | order
        """,
        "2001-05-31",
    )
    credit, claw = found.statement("credit-2001-Q1"), found.statement("claw-back-f1")
    assert (credit["amount"], credit["rate"], credit["base"]) == (None, None, "400.00")
    assert credit["withheld"] == ["a/r3"] and credit["due_on"] == "2001-04-30"
    assert (claw["uncapped"], claw["cap"], claw["amount"], claw["excess"]) == ("80.00", None, None, None)
    assert claw["withheld"] == ["a/r3"] and claw["due_on"] == "2001-06-14"
    assert found.statement("charge-2001-05")["amount"] == "30.00"


@pytest.mark.parametrize(
    ("law", "may", "august", "april"),
    [
        # 31 May and 30 days is Saturday 30 June; 31 August and 30 is Sunday 30 September; 30 April and 28 Memorial Day.
        ("US-NY", "2001-07-02", "2001-10-01", "2001-05-29"),
        ("US-CA", "2001-06-30", "2001-10-01", "2001-05-29"),
        ("US-DE", "2001-06-30", "2001-09-30", "2001-05-28"),
        ("GB-ENG", "2001-06-30", "2001-09-30", "2001-05-28"),
        ("US-XX", "2001-06-30", "2001-09-30", "2001-05-28"),
        (None, "2001-06-30", "2001-09-30", "2001-05-28"),
    ],
)
def test_the_last_day_for_payment_by_law(
    tmp_path: Path, law: str | None, may: str, august: str, april: str
) -> None:
    events = "i1 | unit-installed | 2001-04-01 | | C-1"
    found = settled(tmp_path, [UNIT, CHARGE], events, "2001-08-31", law=law)
    last = {one["id"]: (one["due_on"], one["last_on"]) for one in found.record["statements"]}
    assert last["charge-2001-05"] == ("2001-06-30", may)
    assert last["charge-2001-08"] == ("2001-09-30", august)
    found = settled(
        tmp_path, [UNIT, CHARGE.replace("due_days = 30", "due_days = 28")], events, "2001-04-30", law=law
    )
    assert (found.statement("charge-2001-04")["due_on"], found.statement("charge-2001-04")["last_on"]) == (
        "2001-05-28", april,
    )  # fmt: skip
    assert found.problems == (["law-unknown None"] if law == "US-XX" else [])
    assert found.record["currency"] == "USD"
