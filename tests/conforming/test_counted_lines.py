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


SCHEDULED = """PLAN

This Plan is dated June 1, 2002 between Towpath Carriers Ltd. and Withy Basket Co.

1.  VESTING.  A share is vested as follows:

Years of Service          Share
Less than 2               0%
2 or more                 100%

2.  PREMIUM.  The premium falls due in two parts:

     July 1, 2015            $1,500
     October 1, 2015         $1,500

3.  NOTICES.  To the Carrier: 600 Grant Arcade, Pittsford.

4.  TERMS.

“Account” is an account that is thirty days old.

“Line” is a line of credit of $400.
"""


def test_a_schedule_of_figures_gives_way_to_the_new_one() -> None:
    new = "Years of Service          Share\n     Less than 1               0%\n     1 or more                 100%"
    order = Ordered(
        "substitution", ("1",), "words", new=new, words="The vesting schedule in Section 1 is replaced:"
    )
    text = text_of(copy_of(SCHEDULED, order), "1")
    assert text.endswith("Years of Service Share Less than 1 0% 1 or more 100%")


def test_the_row_that_the_instruction_names_has_the_words() -> None:
    words = 'The instalment due October 1, 2015 is raised from "$1,500" to:'
    order = Ordered("substitution", ("2",), "words", old="$1,500", new="$1,750", words=words)
    assert text_of(copy_of(SCHEDULED, order), "2").endswith("July 1, 2015 $1,500 October 1, 2015 $1,750")
    order = Ordered("substitution", ("2",), "words", old="$1,500", new="$1,750")
    assert outcome(copy_of(SCHEDULED, order)).status == "ambiguous"


def test_an_address_may_begin_with_a_number_in_words() -> None:
    order = Ordered(
        "substitution",
        ("3",),
        "words",
        new="One Tannery Plaza, Erie",
        words="Delete the address shown and insert:",
    )
    assert text_of(copy_of(SCHEDULED, order), "3").endswith("To the Carrier: One Tannery Plaza, Erie.")


def test_an_entry_that_says_what_its_term_is() -> None:
    order = Ordered("substitution", (), "words", old="thirty", new="sixty", term="Account")
    assert "sixty days old" in text_of(copy_of(SCHEDULED, order), "4")
