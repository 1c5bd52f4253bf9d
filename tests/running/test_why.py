"""How a figure came about."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

import pytest

from conformed.model.problem import ConformedError
from conformed.running import ClauseWords, Why, why
from tests.running.scenario import FOLDER, agreement_of, events_of, load


def opened(name: str, id: str, as_of: str = "2001-12-31", **named: Any) -> Why:
    scenario = load(FOLDER / f"{name}.toml")
    return why(
        agreement_of(scenario), events_of(scenario["events"]), id, as_of=dt.date.fromisoformat(as_of), **named
    )


def steps(found: Why) -> dict[str, tuple[str, str]]:
    return {step.what: (step.formula, step.result) for step in found.steps}


def test_a_credit_opens_to_its_receipts() -> None:
    found = opened("worked-example", "credit-2001-Q2")
    (line,) = found.lines
    assert line.formula == "0.25 x 1000.10 = 250.03"
    assert [(event.id, str(event.amount)) for event in line.events] == [("r1", "600.10"), ("r2", "400.00")]
    assert steps(found)["base"] == ("1000.10", "1000.10")
    assert steps(found)["due_on"] == ("2001-06-30 + 30 days", "2001-07-30")
    assert found.clause is not None and found.clause.effective == dt.date(2000, 11, 1)


def test_a_claw_back_opens_to_its_cap_and_the_other_readings() -> None:
    found = steps(opened("cap-reached-and-reopened", "claw-back-f4"))
    assert found["uncapped"] == ("0.25 x 400.00, rounded half up", "100.00")
    formula, cap = found["cap"]
    assert "credit-2001-Q2 250.00 + credit-2001-Q3 120.00" in formula
    assert "- claw-back-f1 250.00 - claw-back-f2 0.00 - claw-back-f3 100.00" in formula
    assert cap == "20.00"
    assert found["amount"] == ("the smaller of 100.00 and 20.00", "20.00")
    assert found["excess"][1] == "80.00"
    assert found["amount if read as gross"][1] == "100.00"
    assert (
        found["amount if read as carry-forward"][1] == "0.00"
    )  # the third would have taken all that was left


def test_a_gross_cap_subtracts_nothing() -> None:
    assert "claw-back-f1" not in steps(opened("cap-read-gross", "claw-back-f2"))["cap"][0]


def test_a_claw_back_without_any_credit() -> None:
    assert "no credit" in steps(opened("credit-of-the-same-day", "claw-back-f1"))["cap"][0]


def test_a_moved_day_names_the_law() -> None:
    found = steps(opened("saturdays-in-new-york", "charge-2001-05"))
    assert found["last_on"][0].startswith(
        "2001-06-30 is no business day: New York General Construction Law § 25"
    )
    assert found["amount"] == ("30.00", "30.00")


def test_what_was_paid_and_what_is_withheld() -> None:
    assert steps(opened("joint-debtors", "charge-2001-02"))["outstanding"] == ("30.00 - 12.50", "17.50")
    found = opened("withheld-rates", "credit-2001-Q2")
    assert steps(found)["due_on"] == ("the number of days is withheld", "withheld")
    assert found.lines[0].formula == "withheld x 1000.00 = withheld"


def test_a_unit_opens_to_its_term_and_its_notice() -> None:
    found = opened("notice-before-independence-day", "C-2", "2005-08-01")
    assert steps(found)["initial_term_ends_on"][0].startswith(
        "2001-05-01 + 51 months (New York General Construction"
    )
    assert steps(found)["extended"] == ("notice n2 of 2005-07-05 by customer", "2006-08-01")
    assert steps(found)["notice_last_on"][1] == "2005-07-05"
    assert opened("unfit-notices", "C-5").steps[0].result == "ordered"


def test_the_words_are_shown_where_they_are_at_hand() -> None:
    scenario = load(FOLDER / "worked-example.toml")
    for table in scenario["clauses"]:
        table["source"] = "7.A"
    words = {"7.A": ClauseWords("shall have a term", "amendment-2", "2(c)#1")}
    agreement, events = agreement_of(scenario), events_of(scenario["events"])
    for id in ("C-1", "credit-2001-Q2"):
        assert why(agreement, events, id, as_of=dt.date(2001, 12, 31), words=words).words == words["7.A"]


def test_every_entry_that_a_figure_rests_on_is_named_with_what_it_gave() -> None:
    def given(id: str) -> list[tuple[object, ...]]:
        found = opened("late-receipt-under-an-older-share", id)
        return [(rule.clause.effective, *rule.gives) for rule in found.rules]

    first, second = None, dt.date(2001, 5, 15)
    # The second entry says a new share only: the days of the first go on to hold.
    assert given("credit-2001-Q2") == [(first, "due_days", "rate"), (second, "rate")]
    assert given("credit-2001-Q3") == [(first, "due_days", "rate")]


def test_the_words_of_each_entry_are_shown() -> None:
    scenario = load(FOLDER / "late-receipt-under-an-older-share.toml")
    for table, source in zip(scenario["clauses"], ("5.1", "Amendment 1"), strict=True):
        table["source"] = source
    words = {source: ClauseWords(f"the words of {source}", "base") for source in ("5.1", "Amendment 1")}
    found = why(
        agreement_of(scenario),
        events_of(scenario["events"]),
        "credit-2001-Q2",
        as_of=dt.date(2001, 12, 31),
        words=words,
    )
    assert [rule.words for rule in found.rules] == [words["5.1"], words["Amendment 1"]]
    assert found.clause is found.rules[1].clause and found.words == words["Amendment 1"]


def test_the_payment_terms_give_the_days_of_a_charge() -> None:
    found = opened("payment-terms-for-all-charges", "charge-port-2001-01")
    assert "due_days" in {key for rule in found.rules for key in rule.gives}


def test_a_statement_that_there_is_not() -> None:
    with pytest.raises(ConformedError, match="did you mean credit-2001-Q2") as raised:
        opened("worked-example", "credit-2001-Q9")
    assert raised.value.problem.where == "credit-2001-Q9"
    with pytest.raises(ConformedError, match="`conformed settle` lists them"):
        opened("worked-example", "zzzzzz")


def test_claw_backs_of_one_day_are_measured_in_the_order_in_which_they_were_recorded() -> None:
    scenario = load(FOLDER / "worked-example.toml")
    scenario["events"] += (
        "fz | forfeiture | 2001-09-01 | 2001-09-01 | | ILEC East | 400.00\n"
        "fa | forfeiture | 2001-09-01 | 2001-09-02 | | ILEC East | 400.00\n"
    )
    shown = {
        id: steps(why(agreement_of(scenario), events_of(scenario["events"]), id, as_of=dt.date(2001, 12, 31)))
        for id in ("claw-back-fz", "claw-back-fa")
    }
    assert shown["claw-back-fz"]["cap"][0].endswith("credit-2001-Q2 250.03 (reading: cumulative)")
    formula, cap = shown["claw-back-fa"]["cap"]
    assert formula.endswith("credit-2001-Q2 250.03 - claw-back-fz 100.00 (reading: cumulative)")
    assert cap == "150.03"


def test_a_cap_of_very_many_credits_still_adds_up() -> None:
    scenario = load(FOLDER / "worked-example.toml")
    receipts = [
        f"q{year}{month} | provider-payment | {year}-{month}-15 | {year}-{month}-15 | | ILEC East | 4.00"
        for year in range(2002, 2006)
        for month in ("01", "04", "07", "10")
    ]
    scenario["events"] += "\n".join(
        [*receipts, "f9 | forfeiture | 2006-06-01 | 2006-06-01 | | ILEC East | 4.00"]
    )
    found = opened_from(scenario, "claw-back-f9", "2006-12-31")
    formula, cap = found["cap"]
    assert "5 earlier credits 254.03 + credit-2003-Q1 1.00 + " in formula
    assert cap == "16.00"


def opened_from(scenario: dict[str, Any], id: str, as_of: str) -> dict[str, tuple[str, str]]:
    agreement, events = agreement_of(scenario), events_of(scenario["events"])
    return steps(why(agreement, events, id, as_of=dt.date.fromisoformat(as_of)))


def test_a_remaining_cap_below_nought_is_nought_and_says_so() -> None:
    """The credit that the first claw-back was measured against is taken back by a correction that was recorded late."""
    scenario = load(FOLDER / "worked-example.toml")
    scenario["events"] = """
        r1 | provider-payment | 2001-05-10 | 2001-05-10 | | ILEC East | 1000.00
        f1 | forfeiture       | 2001-09-10 | 2001-09-10 | | ILEC East |  800.00
        k1 | correction       | 2001-09-20 | 2001-09-20 | |           |    0.00 | r1
        f2 | forfeiture       | 2001-11-15 | 2001-11-15 | | ILEC East |  100.00
    """
    formula, cap = opened_from(scenario, "claw-back-f2", "2001-12-31")["cap"]
    assert formula == (
        "credited before 2001-11-15: credit-2001-Q2 250.00 + credit-2001-Q3 -250.00 - claw-back-f1 200.00"
        " = -200.00, not below nought (reading: cumulative)"
    )
    assert cap == "0.00"


def test_what_is_carried_forward_and_what_is_given_back() -> None:
    found = steps(opened("cap-with-excess-carried-forward", "claw-back-f2"))
    assert "carried forward" in found["amount"][0]
    found = steps(opened("forfeiture-corrected-after-closing", "claw-back-c1"))
    assert found["amount"][0].endswith("what had been billed of that is given back")


def test_a_unit_that_outlives_the_agreement_says_by_what_it_is_charged() -> None:
    found = steps(opened("charges-after-the-agreement", "charge-2001-05", "2001-06-30"))
    assert found["after the agreement"] == (
        "the agreement was ended by notice with 2001-04-30; a unit is charged by its own term, to that term's last "
        "day or its disconnection",
        "C-1 charged",
    )
    assert "after the agreement" not in steps(
        opened("charges-after-the-agreement", "charge-2001-04", "2001-06-30")
    )
    unit = steps(opened("charges-after-the-agreement", "C-1", "2001-06-30"))
    assert unit["outlives-agreement"][1] == "to 2002-01-01"
    unit = steps(opened("charges-after-the-agreement", "C-2", "2001-06-30"))
    assert unit["outlives-agreement"][1] == "to 2001-04-30"
    unit = steps(opened("charges-after-the-term-ran-out", "C-1"))
    assert unit["outlives-agreement"][0].startswith("the agreement ends with 2001-06-30; ")


TERMS = """
governing_law = "US-NY"
events = "i1 | unit-installed | 2001-01-31 | 2001-01-31 | C-1"
parties = { provider = "P", customer = "C" }
[[clauses]]
kind = "unit-term"
months = 12
"""


@pytest.mark.parametrize(
    ("later", "counted", "ends"),
    [
        ('months = 6\napplies = "new"\neffective = 2001-03-01', "2001-01-31 + 12 months", "2002-01-31"),
        ('note = "restated"\neffective = 2001-03-01', "2001-01-31 + 12 months", "2002-01-31"),
        ("months = 1\neffective = 2001-03-15", "2001-01-31 + 1 months", "2001-03-15"),
    ],
)
def test_a_unit_names_the_months_that_rule_it(later: str, counted: str, ends: str) -> None:
    scenario = tomllib.loads(TERMS + '[[clauses]]\nkind = "unit-term"\n' + later)
    formula, result = opened_from(scenario, "C-1", "2001-12-31")["initial_term_ends_on"]
    assert formula.startswith(counted) and result == ends
    assert ("not before 2001-03-15, the day from which that holds" in formula) is (ends == "2001-03-15")


def test_the_agreements_own_term_opens_too() -> None:
    found = opened("termination", "agreement", "2001-03-31")
    assert [(step.what, step.formula, step.result) for step in found.steps] == [
        ("term", "2000-06-30 + 60 months (New York General Construction Law § 30)", "2005-06-30"),
        ("ended by notice", "notice t1 under 9 b.: 2001-03-01 + 60 days", "2001-04-30"),
        ("ends", "the last day of the agreement", "2001-04-30"),
    ]
    assert found.clause is not None and found.clause.kind == "agreement-term"
    found = opened("extension-for-all", "agreement", "2002-02-28")
    assert steps(found)["term"] == ("the day named", "2002-12-31")
    renewed = steps(opened("renewal", "agreement", "2003-12-31"))
    assert "months at a time" in renewed["renewed"][0] and "notice_due_on" in renewed
    withheld = load(FOLDER / "termination.toml")
    withheld["clauses"][0]["months"] = "withheld:7/r1"
    assert opened_from(withheld, "agreement", "2001-02-28")["term"] == (
        "2000-06-30 + withheld:7/r1 months",
        "withheld",
    )
    with pytest.raises(ConformedError, match="agreement"):
        opened("worked-example", "agreement", "1990-01-01")
