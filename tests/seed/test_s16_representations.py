"""S16: representations, brought down at each amendment's date; compliance; no Event of Default: a register of statements
by party and date, what must be confirmed again, and breaches recorded against them.
"""

from __future__ import annotations

import datetime as dt

from conformed.running.register import register
from tests.seed.running import agreement, event

AS_OF = dt.date(2000, 11, 30)
KMC = "KMC Telecom VI Inc."


def test_s16_the_amendment_makes_every_representation_again_but_the_one_of_an_earlier_date() -> None:
    found = register(agreement(), (), as_of=AS_OF)
    again = {
        (entry.representation, entry.speaks_of)
        for entry in found.represented
        if entry.paper == "amendment-2" and entry.party == KMC and entry.remade
    }
    second = dt.date(2000, 11, 1)
    assert again == {(name, second) for name in ("organization", "power", "binding", "no-suit")}
    (balance_sheet,) = [
        entry for entry in found.represented if entry.representation == "balance-sheet" and entry.party == KMC
    ]
    assert balance_sheet.speaks_of == dt.date(1999, 12, 31)


def test_s16_what_was_made_again_is_to_be_confirmed_until_somebody_does() -> None:
    confirmed = event(
        "c1",
        "representation-confirmed",
        "2000-11-03",
        subject="no-suit",
        counterparty=KMC,
        reference="amendment-2",
    )
    before = register(agreement(), (), as_of=AS_OF).to_confirm
    after = register(agreement(), (confirmed,), as_of=AS_OF).to_confirm
    gone = set(before) - set(after)
    assert {(entry.representation, entry.party, entry.paper) for entry in gone} == {
        ("no-suit", KMC, "amendment-2")
    }


def test_s16_a_breach_is_recorded_against_the_statements_that_speak_of_its_time() -> None:
    breach = event("b1", "breach", "2000-10-20", subject="no-suit", counterparty=KMC)
    entries = [
        entry
        for entry in register(agreement(), (breach,), as_of=AS_OF).represented
        if entry.representation == "no-suit" and entry.party == KMC
    ]
    by_paper = {entry.paper: entry.breaches for entry in entries}
    assert by_paper["base"] == (), "it was true on June 30, 2000"
    assert by_paper["amendment-2"] == ("b1",)


def test_s16_a_default_that_continues_at_an_amendment_s_date_is_a_problem() -> None:
    breach = event("b1", "breach", "2000-10-20", subject="10", counterparty=KMC)
    cured = event("b2", "breach-cured", "2000-10-30", reference="b1")
    assert [one.code for one in register(agreement(), (breach,), as_of=AS_OF).problems] == [
        "default-continuing"
    ]
    assert register(agreement(), (breach, cured), as_of=AS_OF).problems == ()
