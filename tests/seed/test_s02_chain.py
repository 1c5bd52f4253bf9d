"""S2: title, number, date, parties with roles and aliases, the chain in the recital: the papers are put in order, it
is checked that they belong together, and what is missing is named.
"""

from __future__ import annotations

import datetime as dt
import re

from conformed.amending import amendment_of
from conformed.conforming import conform
from conformed.reading import read_bytes
from conformed.structure import document_of
from tests.seed.papers import amendment, conformed, document, second_amendment, source


@second_amendment
def test_s2_the_paper_says_what_it_is_and_what_it_amends(second: str) -> None:
    paper = amendment(second)
    assert paper.document.title is not None
    assert paper.document.title == "Amendment No. 2"
    assert paper.document.number == 2
    assert paper.document.date == dt.date(2000, 11, 1)
    assert paper.amends.title is not None
    assert paper.amends.title.lower() == "media gateway services agreement iii"
    assert paper.amends.date == dt.date(2000, 6, 30)
    assert any("No. 1" in earlier for earlier in paper.amends.as_amended_by)


@second_amendment
def test_s2_parties_have_their_aliases(second: str) -> None:
    parties = {party.name.rstrip("."): (party.alias or "").upper() for party in document(second).parties}
    assert parties == {
        "KMC Telecom VI Inc": "KMC",
        "Qwest Communications Corporation": "QWEST",
        "Qwest Communications International Inc": "QCI",
    }


def test_s2_the_base_gives_the_parties_their_roles() -> None:
    roles = {party.alias: party.role for party in document("agreement").parties}
    assert roles == {"KMC": "provider", "QWEST": "customer"}


@second_amendment
def test_s2_papers_in_any_order_give_the_same_copy(second: str) -> None:
    base, first = document("agreement"), amendment("amendment-1")
    shuffled = conform(base, [amendment("amendment-3"), amendment(second), first])
    assert [paper.id for paper in shuffled.papers] == ["agreement", "amendment-1", second, "amendment-3"]
    assert shuffled.copy.text.string == conformed("amendment-1", second, "amendment-3").copy.text.string


@second_amendment
def test_s2_a_paper_missing_from_the_chain_is_named(second: str) -> None:
    missing = conformed(second).warnings
    assert any("Amendment No. 1" in warning.message for warning in missing)
    assert not any(
        "Amendment No. 1" in warning.message for warning in conformed("amendment-1", second).warnings
    )


@second_amendment
def test_s2_a_base_of_another_date_is_warned_of_and_both_dates_are_named(second: str) -> None:
    data = (
        source("agreement")
        .data.replace(b"June 30,  2000", b"July 31,  2000")
        .replace(b"June 30, 2000", b"July 31, 2000")
    )
    other = document_of(read_bytes(data, file="agreement.txt", id="agreement"))
    assert other.date == dt.date(2000, 7, 31)
    warnings = [warning.message for warning in conform(other, [amendment(second)]).warnings]
    assert any("2000-06-30" in message and "2000-07-31" in message for message in warnings)


def test_s2_a_base_of_other_parties_is_warned_of() -> None:
    data = re.sub(rb"(?i)KMC", b"Harbor", re.sub(rb"(?i)Qwest", b"Bluestem", source("agreement").data))
    other = document_of(read_bytes(data, file="agreement.txt", id="agreement"))
    ours = amendment_of(document("amendment-1"))
    warnings = [warning.message for warning in conform(other, [ours]).warnings]
    assert any("KMC" in message and "Harbor Telecom VI Inc" in message for message in warnings), warnings
