"""S13: each circuit has a term of 51 months after it was deemed installed; the customer may continue it, in writing, no
later than 30 days before its end: per-circuit term, option, deadline, notice, extended end.
"""

from __future__ import annotations

import datetime as dt

import pytest

from conformed.running import settle
from tests.seed.papers import second_amendment, through, words
from tests.seed.running import agreement, event, settled

DAY = dt.date.fromisoformat


@second_amendment
def test_s13_the_words_in_force_give_the_term_and_the_option(second: str) -> None:
    text = words(through(second).copy, "7", "a")
    assert "fifty-one (51) months after the date" in text
    assert "deemed installed" in text
    assert "in writing" in text
    assert "days prior to" in text or "days before" in text


@pytest.mark.parametrize(
    ("circuit", "installed", "ends", "safe", "due", "last"),
    [
        ("AKR-001", "2000-08-31", "2004-11-30", "2004-10-29", "2004-10-31", "2004-11-01"),
        ("CHA-001", "2000-09-15", "2004-12-15", "2004-11-15", "2004-11-15", "2004-11-15"),
        ("GRE-001", "2000-10-31", "2005-01-31", "2004-12-31", "2005-01-01", "2005-01-03"),
        ("TOP-001", "2001-01-31", "2005-04-30", "2005-03-31", "2005-03-31", "2005-03-31"),
    ],
)
def test_s13_each_circuit_has_its_own_term_and_deadline(
    circuit: str, installed: str, ends: str, safe: str, due: str, last: str
) -> None:
    unit = settled().unit(circuit)
    assert unit.installed_on == DAY(installed)
    assert unit.term_ends_on == DAY(ends)
    assert (unit.notice_safe_on, unit.notice_due_on, unit.notice_last_on) == (DAY(safe), DAY(due), DAY(last))


def test_s13_a_notice_in_time_moves_the_end() -> None:
    unit = settled().unit("GRE-002")
    assert unit.status == "extended"
    assert (unit.initial_ends_on, unit.term_ends_on) == (DAY("2005-02-28"), DAY("2005-07-31"))


CIRCUIT = (
    event("o", "unit-ordered", "2000-07-10", subject="C-1"),
    event("i", "unit-installed", "2000-08-31", subject="C-1"),
)


@pytest.mark.parametrize(
    ("notice", "ends", "codes"),
    [
        ("2004-10-29", "2005-07-31", set()),
        ("2004-11-01", "2005-07-31", {"relies-on-extension"}),
        ("2004-11-02", "2004-11-30", {"late-notice"}),
    ],
)
def test_s13_a_notice_is_in_time_or_relies_on_the_next_business_day_or_is_late(
    notice: str, ends: str, codes: set[str]
) -> None:
    given = event(
        "n",
        "extension-notice",
        notice,
        subject="C-1",
        counterparty="Qwest Communications Corporation",
        reference="2005-07-31",
    )
    result = settle(agreement(), (*CIRCUIT, given), as_of=DAY("2004-11-15"))
    assert result.unit("C-1").term_ends_on == DAY(ends)
    assert {problem.code for problem in result.problems} & {"relies-on-extension", "late-notice"} == codes


def test_s13_the_provider_has_no_such_option() -> None:
    given = event(
        "n",
        "extension-notice",
        "2004-10-01",
        subject="C-1",
        counterparty="KMC Telecom VI Inc.",
        reference="2005-07-31",
    )
    result = settle(agreement(), (*CIRCUIT, given), as_of=DAY("2004-11-15"))
    assert result.unit("C-1").term_ends_on == DAY("2004-11-30")
    assert result.problems
