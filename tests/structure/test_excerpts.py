"""Papers that print only some of their sections, as excerpts, riders and forms do."""

from __future__ import annotations

import pytest

from tests.structure.papers import paper, paths

EXCERPTS = {
    "five numbers left out": (
        "1. SALE. Seller sells.\n\n2. PRICE. Buyer pays.\n\n3. TERM. Five years.\n\n4. RENEWAL. It renews yearly.\n\n"
        "9. TERMINATION. Either party may terminate.\n\n10. LAW. New York law governs.",
        ["1", "2", "3", "4", "9", "10"],
    ),
    "a range omitted on purpose": (
        "3. TERM. Five years.\n\n4. RENEWAL. It renews yearly.\n\n5-9. [Intentionally omitted.]\n\n"
        "10. TERMINATION. Either party may terminate.\n\n11. LAW. New York law governs.",
        ["3", "4", "10", "11"],
    ),
    "articles left out, their sections numbered by them": (
        "2 LOAN\n\n2.1 Pay. Borrower shall pay.\n\n2.3 Fees. Borrower shall pay:\n\n(a) Fee. A fee;\n\n(b) Expenses. All of them.\n\n"
        "6 COVENANTS\n\n6.2 Reports. Provide Bank with:\n\n(a) within ten days, statements;\n\n(b) a report.\n\n6.9 Ratios.\n\n"
        "(a) Cash. Keep cash.\n\n(b) Revenue. Make revenue.\n\n7 MORE\n\n7.1 Sales. None.\n\n7.4 Debt. None.\n\n"
        "13 DEFINITIONS\n\n13.1 Definitions. As used:\n\n“Advance” is an advance.",
        [
            "2",
            "2.1",
            "2.3",
            "2.3/a",
            "2.3/b",
            "6",
            "6.2",
            "6.2/a",
            "6.2/b",
            "6.9",
            "6.9/a",
            "6.9/b",
            "7",
            "7.1",
            "7.4",
            "13",
            "13.1",
        ],
    ),
    "rider clauses that jump on": (
        "12. Off-hire.  Hire shall cease.\n\n13. Arbitration.  In London.\n\n              RIDER CLAUSES TO THE CHARTER\n\n"
        "31. Cargo.  The following are excluded:\n\n(a) livestock;\n\n(b) scrap.\n\n32. Holds.  Charterers shall pay.\n\n33. War.  None.",
        ["12", "13", "31", "31/a", "31/b", "32", "33"],
    ),
    "items in small letters under a heading": (
        "3. Rent\n\n3.1 It is due.\n\n4. Tenants' Obligations\n\nThe Tenants bind themselves:-\n\n4.1 to repair the Subjects;\n\n"
        "4.2 not to use them otherwise; and\n\n4.3 to paint them.\n\n5. Landlords' Obligations\n\n5.1 The Landlords shall insure.",
        ["3", "3.1", "4", "4.1", "4.2", "4.3", "5", "5.1"],
    ),
    "a first section that is not the first of its article": (
        'ARTICLE II\nDEFINITIONS\n\n2.04  "Committee" means the body.\n\n2.05  "Company" means us.\n\n2.08  "Year" means a year.\n\n'
        "ARTICLE III\nPARTICIPATION\n\n3.01  Eligibility. An Employee.\n\n3.02  Rehired. Another.",
        ["article ii", "2.04", "2.05", "2.08", "article iii", "3.01", "3.02"],
    ),
    "sections left out, the last with no other behind it": (
        "1. Words. They mean things.\n\n2. Supply. Heron supplies.\n\n5. Price. Wren pays.\n\n9. Term.\n\n9.6 End. It ends in May.\n\n"
        "14. Notices. They are written.",
        ["1", "2", "5", "9", "9.6", "14"],
    ),
    "the first section printed of an article is its ninth": (
        "1. Words. They mean things.\n\n2. Rules.\n\n2.9 Ninth. The ninth rule.\n\n2.11 Eleventh. Another.\n\n3. Law. New York.",
        ["1", "2", "2.9", "2.11", "3"],
    ),
    "items left out of a row": (
        "1. Words. They mean things.\n\n2. Severance. If ended:\n\n(a) pay one.\n\n(b) pay two.\n\n(f) pay six.\n\n3. Law. New York.",
        ["1", "2", "2/a", "2/b", "2/f", "3"],
    ),
    "the first items left out": (
        "6. Price.\n\n6.1 Rates. The rates:\n\n(f) Six percent.\n\n(g) Seven percent.\n\n6.2 Law. New York.",
        ["6", "6.1", "6.1/f", "6.1/g", "6.2"],
    ),
    "annexures, with a table and with items": (
        "7. NOTICES\n\n7.1 To the works.\n\n8. DISPUTES\n\n8.1 To an arbitrator.\n\nANNEXURE A - HANDLING RATES\n\n"
        "Sr. No.    Activity              Rate (Rs. per MT)\n1          Unloading             85\n2          Stacking              40\n\n"
        "ANNEXURE B - LIST OF EQUIPMENT\n\n1. Two stackers.\n\n2. One weighbridge.",
        ["7", "7.1", "8", "8.1", "annexure a", "annexure b", "annexure b/1", "annexure b/2"],
    ),
}


@pytest.mark.parametrize("excerpt", EXCERPTS)
def test_an_excerpt_keeps_its_sections(excerpt: str) -> None:
    text, want = EXCERPTS[excerpt]
    assert paths(paper(text)) == want


@pytest.mark.parametrize(
    "text",
    [
        "1. Rent. It is due under Section 2\n\n(f) of the Act.\n\n2. Law. New York.",
        "1. Rent. It is:\n\n(a) due.\n\n(b) paid under paragraph\n\n(f) of the Act.\n\n2. Law. New York.",
        "1. Rent. It is due.\n\n2. Size.\n\n2.5 million feet are let.\n\n3. Law. New York.",
    ],
)
def test_what_is_cited_or_counted_is_no_provision_that_skips(text: str) -> None:
    assert not [path for path in paths(paper(text)) if path.endswith(("/f", "2.5"))]


def test_a_letter_has_lettered_paragraphs() -> None:
    letter = paper(
        "LETTER AGREEMENT\n\nDear Sirs:\n\n(a) You pay us monthly.\n\n(b) We work.\n\nYours truly,"
    )
    assert paths(letter) == ["a", "b"]


def test_lettered_recitals_are_no_paragraphs_of_it() -> None:
    deed = paper("AGREEMENT\n\nRECITALS\n\nA. The parties met.\n\nB. They agreed.\n\nThe term is a year.")
    assert paths(deed) == []


@pytest.mark.parametrize(
    "text",
    [
        "AGREEMENT\n\nThe parties agree:\n\n1. The rent is due.",
        "LEASE\n\nSection 1. Rent. It is due.\n\nDone.",
    ],
)
def test_a_paper_may_have_one_section(text: str) -> None:
    assert paths(paper(text)) == ["1"]
