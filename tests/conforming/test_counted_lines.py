"""Paragraphs that a word and a number name, rows that two cells name, and marks within closing quotation marks."""

from __future__ import annotations

import pytest

from tests.conforming.drafting import Ordered, copy_of, outcome, text_of

TARIFF = """TARIFF

This Tariff is dated June 1, 2002 between Towpath Carriers Ltd. and Withy Basket Co.

1.  RATES.  The rates are:

ORIGIN             DESTINATION          RATE
Upper Lock         Wharf Street         $11.40
Upper Lock         Mill Pool            $13.85
Lower Lock         Wharf Street         $12.20

Note 1.  At least two boats.

Note 2.  By day only.

2.  HOURS.  Boats run on weekdays. No boat runs on a holiday; weekdays are days of work.

3.  AIMS.

Aim 1. Carry baskets.

Aim 3. Carry hurdles.
"""


def test_a_note_that_is_restated() -> None:
    order = Ordered("substitution", ("1",), "words", new="Note 1.  At least three boats.")
    after = copy_of(TARIFF, order)
    assert outcome(after).status == "applied"
    assert "Note 1. At least three boats. Note 2. By day only." in text_of(after, "1")


def test_a_note_that_follows_the_last_one() -> None:
    order = Ordered("insertion", ("1",), "words", new="Note 3.  Not in May.")
    after = copy_of(TARIFF, order)
    assert text_of(after, "1").endswith("Note 2. By day only. Note 3. Not in May.")


@pytest.mark.parametrize("new", ["Note 4.  Not in May.", "Note 2.  Not in May.", "Aim 2. Carry withies."])
def test_a_name_that_does_not_follow_is_for_a_person(new: str) -> None:
    order = Ordered("insertion", ("3",) if new.startswith("Aim") else ("1",), "words", new=new)
    assert outcome(copy_of(TARIFF, order)).status == "ambiguous"


def test_a_row_that_two_cells_name() -> None:
    order = Ordered(
        "repeal", ("1",), "row", anchor="Upper Lock", words="Cancel the row Upper Lock to Mill Pool."
    )
    text = text_of(copy_of(TARIFF, order), "1")
    assert "Mill Pool" not in text and "Upper Lock Wharf Street" in text


def test_a_row_that_one_cell_names_is_for_a_person() -> None:
    order = Ordered("repeal", ("1",), "row", anchor="Upper Lock", words="Cancel the row for Upper Lock.")
    assert outcome(copy_of(TARIFF, order)).status == "ambiguous"


def test_a_mark_within_the_closing_quotation_mark_is_the_papers_own() -> None:
    order = Ordered(
        "insertion", ("2",), "words", new="other than Fridays", anchor="run on weekdays,", position="after"
    )
    assert "run on weekdays other than Fridays." in text_of(copy_of(TARIFF, order), "2")
    order = Ordered("substitution", ("2",), "words", old="weekdays,", new="Mondays,", occurrence="all")
    assert text_of(copy_of(TARIFF, order), "2").count("Mondays") == 2
