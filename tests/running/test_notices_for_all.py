"""A notice to continue every unit: the clauses and an engine say alike when it reaches none."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.running import settle
from conformed.running.batch import settle_batch
from tests.running.scenario import events_of

AGREEMENT = Agreement(
    "agreement.toml",
    None,
    "US-NY",
    "USD",
    parties={"provider": ("P",), "customer": ("C",)},
    clauses=(
        ClauseEntry("unit-term", {"months": 12, "option": {"holder": "customer", "notice_days": 30}}),
        ClauseEntry("recurring-charge", {"rate": "30.00", "due_days": 30}),
    ),
)
UNITS = """
i1 | unit-installed    | 2001-03-31 | 2001-03-31 | C-1
i2 | unit-installed    | 2001-04-02 | 2001-04-02 | C-2
d2 | unit-disconnected | 2001-06-01 | 2001-06-01 | C-2
i3 | unit-installed    | 2001-04-02 | 2001-04-02 | C-3
"""


@pytest.mark.parametrize(
    ("day", "by", "told"),
    [
        ("2001-01-05", "customer", ["notice-unheard"]),  # nothing is installed yet
        ("2001-03-31", "customer", []),  # C-1 is installed that day, and hears it
        ("2002-01-15", "customer", []),  # C-1 and C-3 hear it, C-2 is gone
        ("2002-01-15", "provider", ["unfit-notice"]),  # heard, and not the provider's to give
        ("2002-03-31", "customer", ["late-notice"]),
        ("2002-04-03", "customer", ["notice-unheard"]),  # every term has ended
    ],
)
def test_a_notice_for_all(day: str, by: str, told: list[str]) -> None:
    events = events_of(UNITS + f"n1 | extension-notice | {day} | {day} | * | {by} | | 2003-06-30")
    as_of = dt.date(2002, 12, 31)

    settlement = settle(AGREEMENT, events, as_of=as_of)

    assert sorted({one.code for one in settlement.problems}) == told
    with settle_batch(AGREEMENT, events, as_of=as_of) as batch:
        assert batch.settlement.problems == settlement.problems


def test_whether_a_notice_moves_a_sealed_end_is_not_said() -> None:
    sealed = replace(
        AGREEMENT,
        clauses=(
            ClauseEntry(
                "unit-term",
                {"months": "withheld:7-a/r1", "option": {"holder": "customer", "notice_days": 30}},
            ),
            *AGREEMENT.clauses[1:],
        ),
    )
    events = events_of(
        UNITS + "n1 | extension-notice | 2002-01-15 | 2002-01-15 | C-1 | customer | | 2003-06-30"
    )
    as_of = dt.date(2002, 12, 31)

    settlement = settle(sealed, events, as_of=as_of)

    assert [(one.code, one.where) for one in settlement.problems] == [("notice-withheld", "n1")]
    assert "7-a/r1" in settlement.problems[0].message
    with settle_batch(sealed, events, as_of=as_of) as batch:
        assert batch.settlement.problems == settlement.problems
