"""Terms that are used as if they were defined: listed where nothing in the chain defines them."""

from __future__ import annotations

import time

import pytest

from conformed.model.document import Document
from conformed.reading import read_bytes
from conformed.structure import document_of
from conformed.structure.defined_terms import undefined_terms


def paper(text: str, *, id: str = "lease") -> Document:
    return document_of(read_bytes(text.encode(), file=f"{id}.txt"))


LEASE = """LEASE AGREEMENT

This Lease Agreement is made on May 3, 1999 between Oak Street LLC ("Landlord") and Bluestem Corp. ("Tenant").

1. Definitions. "Premises" means the ground floor. "Base Rent" means ten dollars. "Lease Year" means a year.

2. Rent. The Tenant pays the Base Rent for each Lease Year.
"""


def test_terms_that_are_defined_are_not_listed() -> None:
    assert undefined_terms(paper(LEASE)) == ()


def test_a_term_that_is_nowhere_defined_is_listed_where_it_is_first_used() -> None:
    text = LEASE + "\n3. Care. The Tenant cleans the Common Areas and lights all Common Areas.\n"
    (found,) = undefined_terms(paper(text))
    assert (found.term, found.uses) == ("Common Areas", 2)
    assert text[found.start : found.end] == "Common Areas"


def test_a_term_of_an_amendment_is_defined_by_the_agreement_that_it_amends() -> None:
    order = paper(
        "AMENDMENT NO. 1 TO LEASE AGREEMENT\n\nThis Amendment is made on June 1, 1999.\n\n"
        "1. Change. For each Lease Year the Premises are painted.\n\n2. Rest. Nothing else changes.\n",
        id="amendment-1",
    )
    assert {found.term for found in undefined_terms(order)} == {"Lease Year", "Premises"}
    assert undefined_terms(order, chain=[paper(LEASE)]) == ()


@pytest.mark.parametrize(
    "words",
    [
        "The lessor keeps all Lease Years of record.",  # a plural
        "This binds the Landlord and the Tenant.",  # parties
        "It is filed with the Securities and Exchange Commission.",  # an institution
        "It is governed by the laws of the State of Ohio.",  # a place
        "See the Section on rent, and each Exhibit.",  # parts of the paper
        "No tenant pays for the January of the first year.",  # the calendar
        "It is a Delaware corporation.",  # a place again
        "Every Premises Lease Year is a year.",  # made of terms that are defined
    ],
)
def test_capitals_that_are_no_terms_are_not_listed(words: str) -> None:
    assert undefined_terms(paper(f"{LEASE}\n3. More. {words}\n")) == ()


def test_long_runs_of_capitals_take_no_long_time() -> None:
    began = time.process_time()
    undefined_terms(paper(LEASE + "\n3. More. " + "the Aaa Bbb " * 20_000))
    assert time.process_time() - began < 5


def test_terms_in_a_column_of_their_own_are_defined_by_the_next() -> None:
    document = paper(
        '1.   DEFINITIONS\n\n     "Fee"          the sum of £120,000 a Season,\n                    plus VAT\n'
        '     "Season"       1 August to 31 May\n     "Team"         the first fifteen of the Club\n\n'
        "2.   RIGHTS\n\nThe Club grants them.\n"
    )
    assert [
        (one.term, " ".join(document.text.string[one.start : one.end].split()))
        for one in document.definitions
    ] == [
        ("Fee", '"Fee" the sum of £120,000 a Season, plus VAT'),
        ("Season", '"Season" 1 August to 31 May'),
        ("Team", '"Team" the first fifteen of the Club'),
    ]
