"""Views made when asked for: collapsed text, sentences, lines, paragraphs, rows."""

from __future__ import annotations

import pytest

from conformed.model.document import Document
from conformed.structure import collapsed, lines, paragraphs, restructured, rows, sentences
from tests.structure.papers import at, paper

SECTION = """LEASE

1. One. It is so.

2. TERM.  This  Lease  shall commence on May 1, 2001 pursuant to Section 9 b.,
   10, 14 or 16. It ends with Alder Wire, Inc. and no other. See Section 3. a.
   hereof for No. 5 of the list. The fee is $4.50 per sq. ft. a year.

3. Three. It is so.
"""


def sliced(document: Document, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [" ".join(document.text.string[start:end].split()) for start, end in spans]


def test_sentences_know_what_is_no_end() -> None:
    document = paper(SECTION)
    assert sliced(document, sentences(document, at(document, "2"))) == [
        "This Lease shall commence on May 1, 2001 pursuant to Section 9 b., 10, 14 or 16.",
        "It ends with Alder Wire, Inc. and no other.",
        "See Section 3. a. hereof for No. 5 of the list.",
        "The fee is $4.50 per sq. ft. a year.",
    ]


def test_lines_are_those_of_the_page() -> None:
    document = paper(SECTION)
    assert [line.split()[0] for line in sliced(document, lines(document, at(document, "2")))] == [
        "2.",
        "10,",
        "hereof",
    ]


def test_the_heading_of_an_annex_is_none_of_its_lines() -> None:
    document = paper(
        "LEASE\n\n1. One. A.\n\n2. Two. B.\n\n   ANNEX I\n\n  Excluded Licensees\n\n   Ferrand S.A.\n   Umezaki Works\n   Vantor GmbH\n"
    )
    assert sliced(document, lines(document, at(document, "annex i"))) == [
        "Ferrand S.A.",
        "Umezaki Works",
        "Vantor GmbH",
    ]


def test_paragraphs_are_the_unnumbered_ones() -> None:
    document = paper(
        "LEASE\n\n1. FEES.\n\n   It is due.\n\n   It is paid\nin cash.\n\n   (a) item one.\n\n   (b) item two.\n\n2. End. So."
    )
    assert sliced(document, paragraphs(document, at(document, "1")))[:2] == [
        "It is due.",
        "It is paid in cash.",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "  Item             Fee\n  --------------   -------\n  Gin              $96.00\n  Rum              $98.00",
        "| Item | Fee |\n|---|---|\n| Gin | $96.00 |\n| Rum | $98.00 |",
        "Item | Fee\nGin | $96.00\nRum | $98.00",
    ],
)
def test_rows_of_a_table_without_its_heading(table: str) -> None:
    document = paper(
        f"LEASE\n\n1. One. A.\n\n2. PRICES\n\nThe prices are:\n\n{table}\n\nThey are firm.\n\n3. Three. C.",
        "a.md",
    )
    assert [row.replace("|", " ").split() for row in sliced(document, rows(document, at(document, "2")))] == [
        ["Gin", "$96.00"],
        ["Rum", "$98.00"],
    ]


def test_no_rows_where_there_is_no_table() -> None:
    document = paper(SECTION)
    assert rows(document, at(document, "2")) == ()


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("a non-\nexclusive right", "a non-exclusive right"),
        ("the commu-\nnication; communication is", "the communication; communication is"),
        ("a sub-\n   licence and sub-licence", "a sub-licence and sub-licence"),
        ("the well-\nknown mark", "the well-known mark"),
        ("a third-\nparty claim", "a third-party claim"),
        ("2001-\n2004", "2001- 2004"),
        ("the  “  Term  ”  ( the “Term” )", "the “Term” (the “Term”)"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_collapsed_text_joins_what_a_line_end_divided(printed: str, words: str) -> None:
    document = paper(printed)
    assert collapsed(document, 0, len(document.text.string)) == words


def test_a_conformed_text_is_structured_like_a_filed_one() -> None:
    base = paper("LEASE\n\n1. Term. It ends.\n\n2. Rent. It is due.")
    again = restructured(base.text, like=base)
    assert again == base
