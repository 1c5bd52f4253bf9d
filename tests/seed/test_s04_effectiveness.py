"""S4: "effective as of the date first above written and subject to the execution": a date and a condition. Unexecuted is
`pending`; executed when every party has signed.
"""

from __future__ import annotations

import datetime as dt

from conformed.conforming import conform
from tests.seed.papers import amendment, document, second_amendment, through, words

FIRST, SECOND = dt.date(2000, 8, 31), dt.date(2000, 11, 1)


@second_amendment
def test_s4_the_paper_takes_effect_on_its_date_on_condition_of_execution(second: str) -> None:
    effective = amendment(second).effective
    assert effective.date == SECOND
    assert any("execut" in condition for condition in effective.conditions)


@second_amendment
def test_s4_while_it_is_not_executed_its_instructions_are_pending_and_nothing_changes(second: str) -> None:
    papers = [amendment("amendment-1"), amendment(second)]
    result = conform(document("agreement"), papers, executed={"amendment-1": FIRST, second: None})
    waiting = [one for one in result.outcomes if one.document == second]
    assert len(waiting) == 7
    assert {one.status for one in waiting} == {"pending"}
    assert all("executed" in (one.note or "") for one in waiting)
    assert result.copy.text.string == through(second).states[1].copy.text.string


@second_amendment
def test_s4_on_the_day_before_it_is_pending_and_on_its_day_it_holds(second: str) -> None:
    papers = [amendment("amendment-1"), amendment(second)]
    before = conform(document("agreement"), papers, as_of=SECOND - dt.timedelta(days=1))
    after = conform(document("agreement"), papers, as_of=SECOND)
    assert words(before.copy, "7", "a").count("forty-two (42)") == 3
    assert words(after.copy, "7", "a").count("fifty-one (51)") == 3
    pending = {one.status for one in before.outcomes if one.document == second}
    assert pending == {"pending"}
    assert after.copy.text.string == through(second).copy.text.string


@second_amendment
def test_s4_executed_when_every_party_has_signed(second: str) -> None:
    paper = document(second)
    signed = {(one.party or "").rstrip(".") for one in paper.signatures if one.signed_by}
    assert signed == {party.name.rstrip(".") for party in paper.parties}
