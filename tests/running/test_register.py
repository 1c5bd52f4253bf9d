"""The register of representations and defaults (Section 3 of the seed, and what it reaffirms)."""

from __future__ import annotations

import datetime as dt

from conformed.model.agreement import Agreement, DocumentEntry, RepresentationEntry
from conformed.running import Register, register, settle, settle_record
from tests.running.scenario import events_of

BASE, ONE, TWO = dt.date(2000, 6, 30), dt.date(2000, 8, 31), dt.date(2000, 11, 1)
AGREEMENT = Agreement(
    "agreement.toml",
    None,
    "US-NY",
    "USD",
    documents=(
        DocumentEntry("base", "agreement.txt"),
        DocumentEntry("amendment-1", "amendment-1.txt", executed=ONE),
        DocumentEntry("amendment-2", "amendment-2.txt", executed=TWO),
        DocumentEntry("amendment-3", "amendment-3.txt"),
    ),
    parties={"provider": ("Tallgrass Inc.",), "customer": ("Bluestem Corp.", "Bluestem Holdings Inc.")},
    representations=(
        RepresentationEntry("8(a)", "It is duly organized.", ("provider", "customer"), "8(a)", BASE),
        RepresentationEntry("8(b)", "Its accounts of 1999 are true.", ("provider",), "8(b)", BASE, relates_to=dt.date(1999, 12, 31)),
        RepresentationEntry("8(c)", "It was told of the fees.", ("Bluestem Corp.",), "8(c)", BASE, remade=False),
        RepresentationEntry("3(c)", "No Event of Default continues.", ("customer",), "3(c)", TWO, remade=True),
    ),
)  # fmt: skip
EVENTS = events_of("""
b1 | breach | 2000-10-15 | 2000-10-20 | 8(a) | Bluestem Holdings Inc.
b2 | breach | 2000-07-15 | 2000-07-20 | 8(a) | provider
x2 | breach-cured | 2000-08-01 | 2000-08-01 | | | | b2
c1 | representation-confirmed | 2000-11-02 | 2000-11-02 | 8(a) | Bluestem Corp. | | amendment-2
c2 | representation-confirmed | 2000-09-02 | 2000-09-02 | 8(a) | provider | | amendment-1
""")


def on(day: dt.date, **named: object) -> Register:
    return register(AGREEMENT, EVENTS, as_of=day, **named)  # type: ignore[arg-type]


def test_each_party_states_for_itself_and_again_at_each_amendment() -> None:
    found = [
        (entry.party, entry.paper, str(entry.speaks_of))
        for entry in on(TWO).represented
        if entry.representation == "8(a)" and entry.role == "customer"
    ]
    assert found == [
        ("Bluestem Corp.", "base", "2000-06-30"),
        ("Bluestem Corp.", "amendment-1", "2000-08-31"),
        ("Bluestem Corp.", "amendment-2", "2000-11-01"),
        ("Bluestem Holdings Inc.", "base", "2000-06-30"),
        ("Bluestem Holdings Inc.", "amendment-1", "2000-08-31"),
        ("Bluestem Holdings Inc.", "amendment-2", "2000-11-01"),
    ]


def test_one_that_speaks_of_an_earlier_day_or_is_not_brought_down_is_made_once() -> None:
    entries = [entry for entry in on(TWO).represented if entry.representation in ("8(b)", "8(c)", "3(c)")]
    assert [(entry.representation, entry.paper, str(entry.speaks_of)) for entry in entries] == [
        ("8(b)", "base", "1999-12-31"),
        ("8(c)", "base", "2000-06-30"),
        ("3(c)", "base", "2000-11-01"),
        ("3(c)", "base", "2000-11-01"),
    ]


def test_what_was_remade_is_to_be_confirmed_until_somebody_does() -> None:
    open_on_the_day = {(entry.party, entry.paper) for entry in on(TWO).to_confirm}
    assert ("Tallgrass Inc.", "amendment-1") not in open_on_the_day  # c2
    assert ("Bluestem Corp.", "amendment-2") in open_on_the_day
    later = {(entry.party, entry.paper) for entry in on(dt.date(2000, 11, 2)).to_confirm}
    assert open_on_the_day - later == {("Bluestem Corp.", "amendment-2")}
    confirmed = [entry for entry in on(dt.date(2000, 11, 2)).represented if entry.confirmed_by == "c1"]
    assert [(entry.party, entry.confirmed_on) for entry in confirmed] == [
        ("Bluestem Corp.", dt.date(2000, 11, 2))
    ]


def test_breaches_stand_against_what_speaks_of_a_day_on_which_they_continued() -> None:
    against = {
        (entry.party, entry.paper): entry.breaches
        for entry in on(TWO).represented
        if entry.representation == "8(a)" and entry.breaches
    }
    assert against == {("Bluestem Holdings Inc.", "amendment-2"): ("b1",)}
    cured = [breach for breach in on(TWO).breaches if breach.id == "b2"]
    assert [(breach.cured_by, breach.cured_on) for breach in cured] == [("x2", dt.date(2000, 8, 1))]


def test_a_default_that_continues_at_an_amendment_is_said() -> None:
    (problem,) = on(TWO).problems
    assert problem.code == "default-continuing"
    assert "b1: the breach of 8(a) by Bluestem Holdings Inc. since 2000-10-15" in problem.message
    assert "when amendment-2 took effect" in problem.message


def test_only_what_was_known() -> None:
    known_at = dt.datetime(2000, 10, 18, tzinfo=dt.UTC)
    assert [breach.id for breach in on(TWO, known_at=known_at).breaches] == ["b2"]


def test_papers_may_be_known_better() -> None:
    found = on(dt.date(2001, 3, 1), papers=[("amendment-3", dt.date(2001, 3, 1)), ("amendment-4", None)])
    assert {entry.paper for entry in found.represented} == {"base", "amendment-3"}


def test_before_it_was_made_nothing_was_represented() -> None:
    assert on(dt.date(2000, 6, 1)).represented == ()


def test_a_settlement_carries_the_register() -> None:
    settlement = settle(AGREEMENT, EVENTS, as_of=TWO)
    assert settlement.register == on(TWO)
    assert [found.code for found in settlement.problems] == ["default-continuing"]
    record = settle_record(settlement)["register"]
    assert record["to_confirm"] == len(on(TWO).to_confirm) == 5
    assert record["represented"][2]["confirmed_on"] is None
    assert record["breaches"][0]["cured_by"] == "x2"
    assert record["represented"][8]["breaches"] == ["b1"]
