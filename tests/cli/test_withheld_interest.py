"""Interest of which a seal decides whether it is due: one statement, found by the id of any that it stands for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import call

AGREEMENT = """\
title = "Crane Lease"
governing_law = "US-NY"
currency = "USD"
[parties]
lessor = "Tallgrass Cranes LLC"
lessee = "Bluestem Erectors Inc."
[[clauses]]
kind = "recurring-charge"
rate = "withheld:4/r1"
due_days = 30
[[clauses]]
kind = "late-interest"
rate = "0.10"
"""
EVENTS = """\
event_id,kind,occurred_on,recorded_at,subject,counterparty,amount,reference,note
i1,unit-installed,2001-04-01,2001-04-01T12:00:00-05:00,Crane 1,,,,
"""
STAND_IN = "interest-withheld-lessee-to-lessor"
ASKED = "interest-charge-2001-05"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    agreement, events = tmp_path / "agreement.toml", tmp_path / "events.csv"
    agreement.write_text(AGREEMENT, encoding="utf-8")
    events.write_text(EVENTS, encoding="utf-8")
    return agreement, events


def test_settle_shows_the_statement_that_stands_for_the_one_asked_for(files: tuple[Path, Path]) -> None:
    shown = call("settle", *files, "--as-of", "2001-08-31", "--statement", ASKED)
    assert shown.out.startswith(f"{STAND_IN}, on 4 statements: withheld (4/r1) USD, withheld")
    record = json.loads(call("settle", *files, "--as-of", "2001-08-31", "--statement", ASKED, "--json").out)
    assert [one["id"] for one in record["statements"]] == [STAND_IN]


def test_why_names_each_statement_that_may_have_been_paid_late(files: tuple[Path, Path]) -> None:
    shown = call("why", *files, ASKED, "--as-of", "2001-08-31").out
    assert shown.startswith(f"{STAND_IN}: withheld (4/r1) USD")
    assert all(f"line charge-2001-0{month}: 0.10 a year" in shown for month in (4, 5, 6, 7))
