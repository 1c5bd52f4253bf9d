"""S5: paragraph (a) adds a definition in its place; "Qwest" now means two companies."""

from __future__ import annotations

import pytest

from conformed.terms import terms_of
from tests.seed.papers import outcome, second_amendment, through
from tests.seed.running import settled

TERM = "QWEST COMMUNICATIONS INTERNATIONAL INC."


@second_amendment
def test_s5_the_definition_stands_in_its_alphabetical_place(second: str) -> None:
    result = through(second)
    assert outcome(result, second, "2(a)").status in ("applied", "noted")
    entries = [definition for definition in result.copy.definitions if not definition.in_place]
    terms = [definition.term.upper() for definition in sorted(entries, key=lambda entry: entry.start)]
    terms = [term for term in terms if term != "QWEST"]  # which the new entry goes on to define
    at = terms.index(TERM)
    assert terms[at - 1 : at + 2] == ["POINT OF PRESENCE", TERM, "SERVICES"]


@second_amendment
def test_s5_its_words_come_from_the_amendment_and_its_neighbours_from_the_base(second: str) -> None:
    result = through(second)
    entries = {definition.term.upper(): definition for definition in result.copy.definitions}
    for term, paper in ((TERM, second), ("POINT OF PRESENCE", "agreement"), ("SERVICES", "agreement")):
        definition = entries[term]
        assert result.copy.text.origin(definition.term_start).document == paper


@pytest.mark.parametrize("term", ["MEDIA GATEWAY", "MGS CIRCUIT"])
def test_s5_no_other_definition_moves(term: str) -> None:
    ours = (TERM, "QWEST")
    before = [one.term for one in through("amendment-2").states[1].copy.definitions if not one.in_place]
    after = [one.term for one in through("amendment-2").copy.definitions if not one.in_place]
    assert term in after
    assert [name for name in after if name.upper() not in ours] == before


@second_amendment
def test_s5_the_customer_is_then_two_companies(second: str) -> None:
    before, after = (
        {party["name"].rstrip(".") for party in parties if isinstance(party, dict)}
        for copy in (through(second).states[1].copy, through(second).copy)
        if isinstance(parties := terms_of(copy)["parties"].value, list | tuple)
    )
    assert before == {"KMC Telecom VI Inc", "Qwest Communications Corporation"}
    assert after - before == {"Qwest Communications International Inc"}


def test_s5_two_debtors_owe_one_debt() -> None:
    (owed,) = [entry for entry in settled().ledger.ageing if entry.role == "customer"]
    assert owed.debtors == ("Qwest Communications Corporation", "Qwest Communications International Inc.")
    assert owed.total == sum(
        one.outstanding or 0 for one in settled().statements if one.debtor == "customer"
    ), "it is owed once, by both"
