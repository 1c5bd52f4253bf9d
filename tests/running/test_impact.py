"""What an amendment moves."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from conformed.model.agreement import Agreement, ClauseEntry, DocumentEntry
from conformed.model.problem import ConformedError
from conformed.running import Impact, impact
from tests.running.scenario import events_of

AGREED = dt.date(2000, 11, 1)
AGREEMENT = Agreement(
    "agreement.toml",
    None,
    "US-NY",
    "USD",
    documents=(
        DocumentEntry("base", "agreement.txt"),
        DocumentEntry("amendment-1", "amendment-1.txt", executed=dt.date(2000, 8, 31)),
        DocumentEntry("amendment-2", "amendment-2.txt", executed=AGREED),
    ),
    parties={"provider": ("P",), "customer": ("C",)},
    clauses=(
        ClauseEntry(
            "agreement-term", {"starts": dt.date(2000, 6, 30), "months": 42, "from": dt.date(2001, 5, 1)}
        ),
        ClauseEntry("agreement-term", {"months": 51}, "7.A", AGREED),
        ClauseEntry("unit-term", {"months": 42}),
        ClauseEntry(
            "unit-term", {"months": 51, "option": {"holder": "customer", "notice_days": 30}}, "7.A", AGREED
        ),
        ClauseEntry("recurring-charge", {"rate": Decimal(30), "due_days": 45}),
        ClauseEntry("recurring-charge", {"due_days": 30}, None, AGREED),
        ClauseEntry("recurring-charge", {"rate": Decimal(33)}, None, dt.date(2001, 3, 1)),
        ClauseEntry("pass-through-credit", {"rate": "0.25", "due_days": 30}, "5", AGREED),
    ),
)
EVENTS = events_of("""
i1 | unit-installed   | 2001-03-31 | 2001-03-31 | C-1
i2 | unit-installed   | 1997-04-15 | 1997-04-15 | C-2
d2 | unit-disconnected | 1997-05-01 | 1997-05-01 | C-2
r1 | provider-payment | 2001-02-10 | 2001-02-10 | | T | 1000.10
""")


def moved(**changes: object) -> Impact:
    arguments: dict[str, object] = {"amendment": "amendment-2", "as_of": dt.date(2001, 4, 30), **changes}
    agreement = arguments.pop("agreement", AGREEMENT)
    return impact(agreement, EVENTS, **arguments)  # type: ignore[arg-type]


def test_42_months_become_51_and_what_that_does_to_each_circuit() -> None:
    found = moved()
    before, after = found.agreement_term
    assert before is not None and after is not None
    assert (before.ends, after.ends) == (dt.date(2004, 11, 1), dt.date(2005, 8, 1))
    months = [
        (term.kind, term.before, term.after, term.source) for term in found.terms if term.key == "months"
    ]
    assert months == [("agreement-term", 42, 51, "7.A"), ("unit-term", 42, 51, "7.A")]
    (unit,) = [unit for unit in found.units if unit.after.id == "C-1"]
    assert (unit.before.term_ends_on, unit.after.term_ends_on) == (dt.date(2004, 9, 30), dt.date(2005, 6, 30))
    assert unit.days == 273
    assert unit.before.notice_due_on is None
    assert [unit.after.id for unit in found.units] == ["C-1"]  # C-2's term had ended before


def test_statements_totals_and_deadlines() -> None:
    found = moved()
    (credit,) = [one for one in found.statements if one.kind == "pass-through-credit"]
    assert (credit.id, credit.before, credit.change) == ("credit-2001-Q1", None, Decimal("250.03"))
    totals = {total.kind: (total.before, total.after) for total in found.totals}
    assert totals["pass-through-credit"] == (Decimal("0.00"), Decimal("250.03"))
    assert totals["recurring-charge"][0] == totals["recurring-charge"][1]
    nearer = {
        (deadline.what, deadline.where): (deadline.before, deadline.after) for deadline in found.deadlines
    }
    assert nearer["payment", "credit-2001-Q1"] == (None, dt.date(2001, 4, 30))
    assert nearer["payment", "charge-2001-03"] == (dt.date(2001, 5, 15), dt.date(2001, 4, 30))
    assert nearer["notice", "C-1"] == (None, dt.date(2005, 5, 31))
    assert ("term end", "C-1") not in nearer


def test_what_a_later_entry_keeps_from_the_amendment_is_kept_without_it() -> None:
    """Without its first entry the credit's second would lack a rate: it keeps the one it was written upon."""
    changed = ClauseEntry("pass-through-credit", {"due_days": 10}, "5", dt.date(2001, 3, 1))
    found = moved(agreement=replace(AGREEMENT, clauses=(*AGREEMENT.clauses, changed)))
    assert found.before.statements  # it runs


def test_entries_belong_to_the_document_they_name() -> None:
    named = tuple(
        replace(clause, values={**clause.values, "document": "side-letter"})
        if clause.kind == "unit-term"
        else clause
        for clause in AGREEMENT.clauses[1:]
    )
    agreement = replace(AGREEMENT, clauses=(AGREEMENT.clauses[0], *named))
    assert {entry.kind for entry in moved(agreement=agreement).entries} == {
        "agreement-term",
        "recurring-charge",
        "pass-through-credit",
    }
    assert [entry.kind for entry in moved(agreement=agreement, amendment="side-letter").entries] == [
        "unit-term"
    ] * 2


def test_the_day_it_took_effect_may_be_known_better() -> None:
    pending = replace(AGREEMENT, documents=(DocumentEntry("amendment-2", "amendment-2.txt"),))
    assert moved(agreement=pending).entries == ()
    assert len(moved(agreement=pending, effective={"amendment-2": AGREED}).entries) == 4


def test_an_amendment_that_brings_no_clause_is_said_to() -> None:
    found = moved(amendment="amendment-1")
    assert [problem.code for problem in found.problems] == ["impact-nothing"]
    assert (found.terms, found.units, found.statements, found.deadlines) == ((), (), (), ())


def test_an_unknown_amendment() -> None:
    with pytest.raises(ConformedError, match=r'no amendment "amendmnt-2"; did you mean amendment-2\?'):
        moved(amendment="amendmnt-2")
    with pytest.raises(ConformedError, match="the documents are base, amendment-1, amendment-2"):
        moved(amendment="zzz")


def test_withheld_totals_are_not_known() -> None:
    withheld = tuple(
        replace(clause, values={**clause.values, "rate": "withheld:a/r1"})
        if clause.kind == "pass-through-credit"
        else clause
        for clause in AGREEMENT.clauses
    )
    found = moved(agreement=replace(AGREEMENT, clauses=withheld))
    totals = {total.kind: total.after for total in found.totals}
    assert totals["pass-through-credit"] is None
    assert [one.change for one in found.statements if one.kind == "pass-through-credit"] == [None]
