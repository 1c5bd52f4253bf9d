"""Papers whose line breaks were lost: headings run into what follows them, and labels stand within lines."""

from __future__ import annotations

import pytest

from tests.structure.papers import paper, paths

FILLER = "The parties shall act in good faith and with the care that persons of their trade take in matters of their own, and neither shall do less. "

PAPERS = {
    "worded decimals behind a heading in capitals": (
        f"SECTION 1. SERVICES OF THE AGENT Section 1.1 The Agent sells the shares. {FILLER}Section 1.2 The Agent keeps books. "
        f"{FILLER}SECTION 2. DUTIES OF THE FUND Section 2.1 The Fund pays. {FILLER}Section 2.2 The Fund reports.",
        ["1", "1.1", "1.2", "2", "2.1", "2.2"],
    ),
    "decimals behind a heading, no mark between": (
        f"1. TERM OF AGREEMENT 1.1 Beginning This agreement begins on signing. {FILLER}1.2 End It ends in a year. "
        f"2. PAYMENT AND TAXES 2.1 Prices are fixed. {FILLER}2.2 Taxes are extra.",
        ["1", "1.1", "1.2", "2", "2.1", "2.2"],
    ),
    "the first label of all behind a title": (
        f"{FILLER * 12}AGENCY AGREEMENT 1. Definitions In this Agreement words have their meaning. {FILLER}"
        f"2. Restrictions on Sale The Agent sells nothing abroad. {FILLER}3. Fees None are due.",
        ["1", "2", "3"],
    ),
    "a number without a mark that its own decimals follow": (
        f"1. Definitions   1.1 Words have their meaning. {FILLER}  1.2 Numbers too.   2 Research and Development   2.1 Plan. There is one. {FILLER}"
        f"  2.2 Work. It is done.   3 Payment   3.1 Fees. They are due. {FILLER}",
        ["1", "1.1", "1.2", "2", "2.1", "2.2", "3", "3.1"],
    ),
    "a headed decimal behind an address": (
        f"9. GENERAL\n\n9.1 Law. The law of Ruritania governs. {FILLER}\n\n9.2 Notices. To the Seller: 12 Quay Street, Strelsau Attn: Clerk "
        f"9.3 Waiver. No delay is one. {FILLER}9.4 Headings. They mean nothing. {FILLER}",
        ["9", "9.1", "9.2", "9.3", "9.4"],
    ),
    "numbers that leave one out": (
        f"1. SALES 1.1 Goods. {FILLER}1.3 Price. {FILLER}1.4 Tax. {FILLER}2. TERM 2.1 A year. {FILLER}4. LAW 4.1 Ruritania. {FILLER}"
        f"5. NOTICE 5.1 In writing. {FILLER}6. WAIVER None. {FILLER}",
        ["1", "1.1", "1.3", "1.4", "2", "2.1", "4", "4.1", "5", "5.1", "6"],
    ),
    "a schedule whose title and text lost their line": (
        f"1. Sale. {FILLER}\n\n2. Price. {FILLER}\n\nSCHEDULE A - The Goods sold at the start are named here: {FILLER * 2}",
        ["1", "2", "schedule a"],
    ),
    "a citation within a line is none": (
        f"1. GENERAL 1.1 Rule. {FILLER}It holds under the terms of Section 1.2 Rents and of this Section 1.3 Fees alone. {FILLER}",
        ["1", "1.1"],
    ),
    "a figure within a line is none": (
        f"1. PRICES 1.1 Sum. {FILLER}The price is some 1.2 Million dollars. {FILLER}",
        ["1", "1.1"],
    ),
}


@pytest.mark.parametrize("text, wanted", PAPERS.values(), ids=PAPERS)
def test_the_provisions_found(text: str, wanted: list[str]) -> None:
    assert paths(paper(text)) == wanted


SEQUENCES = {
    "a list within a sentence does not go on with the list around it": (
        "1. Controls\n\n(a) The bank keeps controls so that (a) sales are allowed; (b) sales are written down; and (c) books are right.\n\n"
        "(b) The bank reports.\n\n(c) The bank pays.",
        ["1", "1/a", "1/b", "1/c"],
    ),
    "nor in a paper whose paragraphs are single lines": (
        f"1. Controls\n\n(a) {FILLER}The bank keeps controls so that (a) sales are allowed; (b) sales are written down; and (c) books are right.\n\n"
        f"(b) The bank reports as (i) the law or (a) the rules ask; {FILLER}\n\n(c) The bank pays.",
        ["1", "1/a", "1/b", "1/c"],
    ),
    "a label that is only cited is none of a list within the sentence": (
        f"1. Terms. {FILLER}The buyer shall: (a) pay the price; (b) under (a) and in (b) as well take the goods; (c) insure them. {FILLER}\n\n2. Law. None.",
        ["1", "1/a", "1/b", "1/c", "2"],
    ),
    "a letter that reads as a numeral goes on with the letters around it": (
        "1. Promises\n\n"
        + "".join(f"({one}) It is so.\n\n" for one in "abcdefg")
        + "(h) Laws. The Servicer (i) obeys, and (ii) has obeyed.\n\n(i) Sanctions. It is not (i) listed or (ii) owned by one listed.\n\n"
        "(j) Bribes. It pays none.",
        ["1", *(f"1/{one}" for one in "abcdefghij")],
    ),
    "a count that begins anew by a slip": (
        "12. GENERAL\n\n12.1 Agency. None.\n\n12.2 Notices. In writing.\n\n12.1 Amendment. In writing.\n\n12.2 Waiver. None.\n\n12.3 Law. Ruritania.",
        ["12", "12.1", "12.2", "12.1", "12.2", "12.3"],
    ),
    "a number whose mark was forgotten, in a row of numbers": (
        "1. The work is set out.\n\n2. The price is set out.\n\n3 The plan of the work is attached as made.\n\n4. The staff is named.",
        ["1", "2", "3", "4"],
    ),
    "the first item stands in the line that leads to it": (
        "1. Ending. The Seller may end this if any of these occurs: (i) the Buyer\ndeals unfairly;\n\n    (ii) the Buyer is wound up;\n\n"
        "    (iii) the Buyer fails.\n\n2. Law. None.",
        ["1", "1/i", "1/ii", "1/iii", "2"],
    ),
    "items within one sentence are none, though one begins a line": (
        "1. Ending. The Seller may end this if any of these occurs: (i) the Buyer\ndeals unfairly with the Seller;\n(ii) the Buyer is wound up; (iii) the Buyer fails.\n\n"
        "2. Law. None.",
        ["1", "2"],
    ),
}


@pytest.mark.parametrize("text, wanted", SEQUENCES.values(), ids=SEQUENCES)
def test_the_sequence_decides(text: str, wanted: list[str]) -> None:
    assert paths(paper(text)) == wanted
