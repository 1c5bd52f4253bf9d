"""Clause entries through time, and one line for each mistake in them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from conformed.model.problem import ConformedError
from conformed.reading.agreement import read_agreement
from conformed.running import settle
from tests.running.scenario import events_of

EVENTS = """
i1 | unit-installed   | 2001-01-10 | 2001-01-10 | C-1
r1 | provider-payment | 2001-01-10 | 2001-01-10 | | T | 100.00
f1 | forfeiture       | 2001-02-10 | 2001-02-10 | | T | 100.00
"""
CREDIT = 'kind = "pass-through-credit"\nrate = "0.25"\ndue_days = 30\n'

MISTAKES = {
    "a misspelt key": ('kind = "unit-term"\nmonths = 12\nopton = false\n', 1, 'unknown key "opton"; did you mean "option"?'),
    "a key of nothing": ('kind = "unit-term"\nmonths = 12\nzz = 1\n', 1, 'unknown key "zz"; the keys here are months'),
    "a key missing": ('kind = "recurring-charge"\ndue_days = 3\n', 1, "clause recurring-charge lacks the key rate"),
    "months in words": ('kind = "unit-term"\nmonths = "fifty-one"\n', 1, 'months is "fifty-one"; write a whole number of months'),
    "months and a half": ('kind = "unit-term"\nmonths = 1.5\n', 1, "months is 1.5; write a whole number of months"),
    "months without end": ('kind = "unit-term"\nmonths = 99999\n', 1, "write a whole number of months"),
    "months that are true": ('kind = "unit-term"\nmonths = true\n', 1, "months is True; write a whole number of months"),
    "a negative rate": ('kind = "recurring-charge"\nrate = -1\ndue_days = 3\n', 1, "rate is -1; write a number"),
    "a rate of seven places": ('kind = "recurring-charge"\nrate = 0.1234567\ndue_days = 3\n', 1, "rate is 0.1234567"),
    "a rate of no number": ('kind = "recurring-charge"\nrate = nan\ndue_days = 3\n', 1, "rate is NaN"),
    "days and a half": ('kind = "recurring-charge"\nrate = 1\ndue_days = 1.5\n', 1, "write a whole number of days"),
    "a seal without id": ('kind = "recurring-charge"\nrate = "withheld:"\ndue_days = 3\n', 1, "the id of a seal"),
    "an option of two minds": (
        'kind = "unit-term"\nmonths = 12\noption = { holder = "customer", notice_days = 1, notice_months = 1 }\n', 1, "either notice_days or notice_months"
    ),
    "an option of no days": ('kind = "unit-term"\nmonths = 12\noption = { holder = "customer" }\n', 1, "either notice_days or notice_months"),
    "an option with a strange key": ('kind = "unit-term"\nmonths = 12\noption = { owner = "customer" }\n', 1, "a table with the keys holder"),
    "an option never usable": ('kind = "unit-term"\nmonths = 12\noption = { notice_days = 1, times = 0 }\n', 1, "times as a whole number"),
    "an option that is a word": ('kind = "unit-term"\nmonths = 12\noption = "yes"\n', 1, "a table with the keys holder"),
    "an unknown reach": ('kind = "unit-term"\nmonths = 12\napplies = "some"\n', 1, "applies is \"some\"; write one of all, new"),
    "an unknown reading of the cap": (CREDIT.replace("pass-through-credit", "claw-back") + 'cap = "net"\n', 1, "write one of cumulative, gross, carry-forward"),
    "an unknown period": (CREDIT + 'period = "week"\n', 1, "write one of month, quarter, year"),
    "a term without months": ('kind = "agreement-term"\nstarts = 2000-01-01\n', 1, "the number of months, or ends = DATE"),
    "a start that is no day": ('kind = "agreement-term"\nstarts = "soon"\nmonths = 3\n', 1, "starts is \"soon\"; write a day"),
    "a renewal of no months": ('kind = "agreement-term"\nends = 2000-01-01\nrenewal = { months = 0 }\n', 1, "a renewal of at least one month"),
    "agreed on no day": (CREDIT + "agreed = 3\n", 1, "agreed is 3; write a day"),
    "two from the beginning": (CREDIT + "\n[[clauses]]\n" + CREDIT, 6, "the one in line 1 holds from the same day"),
    "two from one day": (
        CREDIT + "effective = 2001-01-01\n\n[[clauses]]\n" + CREDIT + "effective = 2001-01-01\n", 7, "the one in line 1 holds from the same day"
    ),
}  # fmt: skip


@pytest.mark.parametrize("text, line, message", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_one_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "agreement.toml"
    path.write_text("[[clauses]]\n" + text, encoding="utf-8")
    agreement = read_agreement(path)
    with pytest.raises(ConformedError) as raised:
        settle(agreement, events_of(EVENTS), as_of=dt.date(2001, 12, 31))
    assert message in str(raised.value)
    assert (raised.value.problem.document, raised.value.problem.line) == (str(path), line)


@pytest.mark.parametrize("held", ["a third", "-77.77", "77.7777777", "7e7", "nan", " "])
def test_a_seal_that_holds_no_number_is_never_shown(tmp_path: Path, held: str) -> None:
    path = tmp_path / "agreement.toml"
    path.write_text("[[clauses]]\n" + CREDIT.replace('"0.25"', '"withheld:a/r1"'), encoding="utf-8")
    (tmp_path / "confidential.toml").write_text(f'"a/r1" = "{held}"\n', encoding="utf-8")
    with pytest.raises(ConformedError) as raised:
        settle(read_agreement(path), events_of(EVENTS), as_of=dt.date(2001, 12, 31))
    message = str(raised.value)
    assert (
        'the sealed value "a/r1", which is the rate of clause pass-through-credit, cannot be used' in message
    )
    assert held == " " or held not in message


@pytest.mark.parametrize("held", ["77.5", "777777"])
def test_a_seal_that_holds_no_number_of_days_is_never_shown(tmp_path: Path, held: str) -> None:
    path = tmp_path / "agreement.toml"
    clause = 'kind = "pass-through-credit"\nrate = "0.25"\ndue_days = "withheld:a/r2"\n'
    path.write_text("[[clauses]]\n" + clause, encoding="utf-8")
    (tmp_path / "confidential.toml").write_text(f'"a/r2" = "{held}"\n', encoding="utf-8")
    with pytest.raises(ConformedError) as raised:
        settle(read_agreement(path), events_of(EVENTS), as_of=dt.date(2001, 12, 31))
    message = str(raised.value)
    assert 'the sealed value "a/r2", which is the due_days of clause pass-through-credit' in message
    assert "write a whole number of days" in message and held not in message


def test_a_kind_that_nothing_runs_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "agreement.toml"
    path.write_text(
        '[[clauses]]\nkind = "pass-thru-credit"\nrate = 1\n[[clauses]]\nkind = "zzz"\n[[clauses]]\n' + CREDIT,
        encoding="utf-8",
    )
    settlement = settle(read_agreement(path), events_of(EVENTS), as_of=dt.date(2001, 3, 31))
    assert [found.code for found in settlement.problems] == ["clause-unknown", "clause-unknown"]
    assert 'did you mean "pass-through-credit"?' in settlement.problems[0].message
    assert settlement.problems[1].line == 4
    assert settlement.statement("credit-2001-Q1").amount is not None


def test_a_law_of_which_nothing_is_known_is_said(tmp_path: Path) -> None:
    path = tmp_path / "agreement.toml"
    path.write_text('governing_law = "US-XX"\n[[clauses]]\n' + CREDIT, encoding="utf-8")
    settlement = settle(read_agreement(path), [], as_of=dt.date(2001, 3, 31))
    assert [found.code for found in settlement.problems] == ["law-unknown"]


def test_two_clauses_of_one_kind_have_names(tmp_path: Path) -> None:
    path = tmp_path / "agreement.toml"
    charge = '[[clauses]]\nkind = "recurring-charge"\nname = "{}"\nrate = {}\ndue_days = 30\n'
    path.write_text(charge.format("port", 10) + charge.format("power", 2.5), encoding="utf-8")
    settlement = settle(read_agreement(path), events_of(EVENTS), as_of=dt.date(2001, 2, 28))
    assert [(found.id, str(found.amount)) for found in settlement.statements] == [
        ("charge-port-2001-01", "7.10"),
        ("charge-port-2001-02", "10.00"),
        ("charge-power-2001-01", "1.77"),
        ("charge-power-2001-02", "2.50"),
    ]


@pytest.mark.parametrize("period, id", [("month", "credit-2001-01"), ("year", "credit-2001")])
def test_credits_by_other_periods(tmp_path: Path, period: str, id: str) -> None:
    path = tmp_path / "agreement.toml"
    path.write_text("[[clauses]]\n" + CREDIT + f'period = "{period}"\n', encoding="utf-8")
    settlement = settle(read_agreement(path), events_of(EVENTS), as_of=dt.date(2001, 2, 28))
    assert [found.id for found in settlement.statements] == [id]


def test_known_at_needs_an_offset(tmp_path: Path) -> None:
    path = tmp_path / "agreement.toml"
    path.write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="needs an offset"):
        settle(read_agreement(path), [], as_of=dt.date(2001, 1, 1), known_at=dt.datetime(2001, 1, 1))
