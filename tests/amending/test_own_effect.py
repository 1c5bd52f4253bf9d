"""The day from which an amendment holds, where a clause of its own says it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.amending.papers import paper

PAPER = """\
                              AMENDMENT NO. 2

     This Amendment No. 2 (this "Amendment") is made as of November 15, 2023 between Osprey Cranes Ltd. ("Lessor") and Heron
Builders LLC ("Lessee"), and amends the Crane Lease dated as of January 31, 2023 (the "Lease").

1.   Section 4 of the Lease is amended by deleting "$3,100.00" and substituting "$3,410.00".

2.   Section 7 of the Lease is deleted.

3.   {}

4.   Except as amended, the Lease remains in full force and effect.
"""
MADE, LATER = dt.date(2023, 11, 15), dt.date(2023, 12, 1)


@pytest.mark.parametrize(
    "words",
    [
        "Effective Date. This Amendment is effective as of December 1, 2023.",
        "This Amendment shall become effective on December 1, 2023.",
        "This Amendment No. 2 shall take effect on December 1, 2023.",
        "This Amendment comes into force on 1 December 2023.",
        "This Amendment to the Lease shall be deemed to have been effective from and after December 1, 2023.",
        "The effective date of this Amendment shall be December 1, 2023.",
        "The amendments made by this Amendment shall become effective on December 1, 2023.",
        "The foregoing amendments are effective as of December 1, 2023.",
        "This Amendment applies from December 1, 2023.",
    ],
)
def test_the_day_that_a_clause_gives_goes_before_the_papers_date(words: str) -> None:
    assert paper(PAPER.format(words)).effective.date == LATER


@pytest.mark.parametrize(
    "words",
    [
        "This Amendment shall not become effective on December 1, 2023.",
        "This Amendment shall remain in effect on December 1, 2023.",
        "The Lease, which became effective on December 1, 2023, is confirmed.",
        "This Amendment amends the Lease effective as of December 1, 2023.",
        "This Amendment is effective as of December 1, 2023. This Amendment shall take effect on January 1, 2024.",
        "Section 4 of this Amendment has effect from December 1, 2023.",
        "The Rent as changed takes effect on December 1, 2023.",
    ],
)
def test_what_is_said_of_something_else_or_twice_gives_the_paper_no_day(words: str) -> None:
    assert paper(PAPER.format(words)).effective.date == MADE


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("Section 2 of this Amendment shall become effective on December 1, 2023.", [None, LATER]),
        ("The amendments set forth in Sections 1 and 2 take effect on December 1, 2023.", [LATER, LATER]),
        (
            "This Amendment is effective when signed, except that Section 1 is effective on December 1, 2023.",
            [LATER, None],
        ),
        ("Section 2 shall become effective on December 1, 2023.", [None, None]),
        ("The change made to Section 2 of the Lease takes effect on December 1, 2023.", [None, None]),
    ],
)
def test_a_section_of_the_paper_may_hold_from_a_day_of_its_own(
    words: str, held: list[dt.date | None]
) -> None:
    orders = paper(PAPER.format(words)).instructions
    assert [order.id for order in orders] == ["1", "2"]
    assert [order.effective for order in orders] == held
