"""Governing law: clause, jurisdiction."""

import pytest

from conformed.terms import terms_of
from conformed.terms.jurisdictions import find_jurisdictions, jurisdiction, jurisdictions

from .paper import agreement, value


@pytest.mark.parametrize(
    ("clause", "law"),
    [
        (
            "This Agreement, its interpretation and construction, and the remedies for its breach are to be applied pursuant to and in "
            "accordance with the laws of the State of Colorado.",
            "Colorado",
        ),
        (
            "The rights and obligations of the Members will be as stated in the applicable legislation of the State of Ohio.",
            "Ohio",
        ),
        ("This Agreement is controlled by the laws of the State of Texas.", "Texas"),
        (
            "This Agreement shall be governed by and construed in accordance with the laws of the State of New York, without regard to its conflict of laws rules.",
            "New York",
        ),
        (
            "The laws of the State of Ohio (excluding any laws that direct the application of another law) govern all matters arising out of this Agreement.",
            "Ohio",
        ),
        (
            "This Agreement is governed by the internal laws (as opposed to conflict of law provisions) of the Commonwealth of Pennsylvania.",
            "Pennsylvania",
        ),
        (
            "This Agreement has been made in the State of California and shall be construed in accordance with the laws thereof.",
            "California",
        ),
        ("This Agreement shall be governed by English law.", "England"),
        ("This Agreement is governed by the laws of England and Wales.", "England and Wales"),
        (
            "This Agreement shall be governed by the laws of the Province of British Columbia and the federal laws of Canada applicable therein.",
            "British Columbia, Canada",
        ),
        (
            "The validity of this Agreement shall be governed by the laws of the People's Republic of China.",
            "People's Republic of China",
        ),
        (
            "This Agreement shall be governed by the laws of the United States of America and of the State of Texas.",
            "Texas",
        ),
        (
            "This Agreement shall be construed in accordance with the laws of the State of Georgia, except with respect to issues governed by the copyright laws of the United States.",
            "Georgia",
        ),
        (
            "This Agreement shall be governed by the laws of New York and Massachusetts.",
            "New York; Massachusetts",
        ),
        (
            "Any controversy arising under this Agreement shall be determined in accordance with the laws of the State of Michigan.",
            "Michigan",
        ),
    ],
)
def test_the_law_that_the_clause_chooses(clause: str, law: str) -> None:
    assert value("governing_law", f"Governing Law. {clause}") == law


@pytest.mark.parametrize(
    "clause",
    [
        "The Supplier is a corporation organized under the laws of the State of Nevada.",
        "Each party shall comply with the applicable laws of the State of Ohio.",
        "This Agreement shall be governed by the laws of the state in which the Restaurant is located; the courts of Ohio have jurisdiction.",
        "This Agreement shall be governed by the laws of the State of ________.",
    ],
)
def test_what_is_no_choice_of_law(clause: str) -> None:
    assert value("governing_law", f"General. {clause}") is None


def test_two_clauses_that_choose_different_laws_are_no_answer() -> None:
    first = "This Agreement shall be governed by the laws of the State of Ohio."
    second = "This Agreement shall be construed in accordance with the laws of the State of Utah."
    assert value("governing_law", f"Law. {first}", f"Interpretation. {second}") is None


def test_the_words_and_their_place_are_kept() -> None:
    document = agreement(
        "Notices. In writing.", "Governing Law. This Agreement is governed by the laws of the State of Utah."
    )
    term = terms_of(document)["governing_law"]
    assert (term.text, term.how, term.provision) == (
        "This Agreement is governed by the laws of the State of Utah",
        "US-UT",
        ("2",),
    )
    (place,) = term.places
    assert (place.document, document.text.string[place.start : place.end]) == ("base", term.text)


def test_the_table_of_jurisdictions() -> None:
    assert len({entry.name for entry in jurisdictions().values()}) == len(jurisdictions())
    assert jurisdiction("english") is jurisdictions()["GB-ENG"]
    assert jurisdiction("nowhere") is None
    assert jurisdictions()["US-NY"].within(jurisdictions()["US"])
    assert [e.code for e, _, _ in find_jurisdictions("New Mexico, not Mexico; indiana, arkansas")] == [
        "US-NM",
        "MX",
    ]


def test_the_law_may_be_the_subject_of_the_clause() -> None:
    clause = "Law. The laws of Oregon shall govern the construction and enforceability of the Agreement."
    assert value("governing_law", clause) == "Oregon"


def test_a_lost_blank_before_the_name_is_no_obstacle() -> None:
    assert (
        value("governing_law", "Law. This Agreement is governed by the laws ofthe State ofTexas.") == "Texas"
    )
