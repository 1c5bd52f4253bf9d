"""Lists of definitions in which the term stands before a colon, as English drafters set them."""

from conformed.model.document import Document
from conformed.reading import read_bytes
from conformed.structure import document_of
from conformed.structure.defined_terms import undefined_terms

PAPER = """SERVICES AGREEMENT

THIS AGREEMENT is dated 1 February 2019

PARTIES

(1) ALDER CLEANING LIMITED whose registered office is at 1 Mill Lane, Leeds (Supplier)

(2) BIRCH WARDS PLC whose registered office is at 9 Quay Street, Bristol (Customer)

AGREED TERMS

1. Interpretation

1.1 The definitions in this clause apply in this agreement.

Business Day: a day other than a Saturday, Sunday or public holiday.

Rights: patents, copyright and:

(a) trade marks; and

(b) designs.

VAT: value added tax.

1.2 Headings shall not affect the interpretation of this agreement.

2. Term

2.1 This agreement continues for three years (Initial Term).

2.2 The Supplier shall give each Service Credit on a Business Day of the Initial Term with the VAT and the Rights.

Note: the ward list is kept by the porter.
"""


def paper(text: str) -> Document:
    return document_of(read_bytes(text.encode(), file="agreement.txt"))


def test_each_entry_is_a_definition_up_to_the_next() -> None:
    document = paper(PAPER)
    text = document.text.string
    entries = {one.term: text[one.start : one.end] for one in document.definitions if not one.in_place}
    assert list(entries) == ["Business Day", "Rights", "VAT"]
    assert entries["Business Day"].endswith("public holiday.")
    assert entries["VAT"] == "VAT: value added tax."


def test_a_term_in_plain_parentheses_is_defined_beside_such_a_list() -> None:
    assert "Initial Term" in [one.term for one in paper(PAPER).definitions if one.in_place]


def test_only_what_is_nowhere_defined_is_told() -> None:
    assert [found.term for found in undefined_terms(paper(PAPER))] == ["Service Credit"]


def test_a_colon_outside_a_list_of_definitions_defines_nothing() -> None:
    text = PAPER.replace("1. Interpretation", "1. Works").replace(
        "The definitions in this clause apply", "This clause applies"
    )
    assert [one.term for one in paper(text).definitions if not one.in_place] == []


def test_the_words_above_the_terms_are_no_party() -> None:
    assert [(party.name, party.alias) for party in paper(PAPER).parties] == [
        ("ALDER CLEANING LIMITED", "Supplier"),
        ("BIRCH WARDS PLC", "Customer"),
    ]
