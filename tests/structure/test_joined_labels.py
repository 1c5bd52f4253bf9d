"""Labels that join the letter of a part and a number: A1., A2., B1."""

from __future__ import annotations

from tests.structure.papers import paper, paths

TERMS = """HIRE OF STALLS

Part A: The stalls

A1. The Hirer may use the stalls on market days.
A2. The Hirer pays for each stall:
(a) on the day, in cash; or
(b) within a week, by bank transfer.
A3. A stall is three metres wide.

Part B: The market

B1. The Owner keeps form F2. It opens the gate at six.
B2. The market ends at noon.
"""


def test_a_letter_and_a_number_joined_label_a_provision() -> None:
    assert paths(paper(TERMS)) == [
        "part a",
        "a1",
        "a2",
        "a2/a",
        "a2/b",
        "a3",
        "part b",
        "b1",
        "b2",
    ]


def test_a_size_of_paper_within_a_line_labels_nothing() -> None:
    document = paper(
        "SALE OF PAPER\n\n1. The Seller delivers sheets of size A4. The price is ten dollars.\n\n2. It ends in May.\n"
    )
    assert paths(document) == ["1", "2"]
