"""Headings set off by brackets or capitals, labels that touch their words, and definitions that name several terms."""

from __future__ import annotations

import pytest

from conformed.structure import collapsed
from tests.structure.papers import at, paper, paths


@pytest.mark.parametrize(
    ("section", "heading"),
    [
        ("Section 2.01 [Calling Cards]. The Seller sells them.", "Calling Cards"),
        ("Section 2.01 [Intentionally Omitted].", None),
        ("Section 2.01 [Text Deleted] of the price.", None),
        ("SECTION TWO. GRANT OF RIGHTS In return for the fee the Owner grants rights.", "GRANT OF RIGHTS"),
        ("SECTION TWO. PAYMENTS All payments fall due at once.", "PAYMENTS"),
        ("SECTION TWO. RURITANIA COMPANY shall pay at once.", None),
    ],
)
def test_the_heading_of_a_section(section: str, heading: str | None) -> None:
    first = next(one for one in paper(f"{section}\n\nThe end.").walk() if one.label)
    assert first.heading == heading


def test_the_first_item_is_run_into_a_heading_that_no_mark_ends() -> None:
    words = (
        "9. Compensation (a) The Company shall pay a fee for each month in which the Consultant works for it at its office. "
        "(b) All sums are due on demand. (c) Interest accrues.\n\n10. Law. Ruritania."
    )
    assert paths(paper("8. Term. A year.\n\n" + words)) == ["8", "9", "9/a", "9/b", "9/c", "10"]


def test_the_first_item_behind_a_heading_within_a_line() -> None:
    filler = "Each party promises that it may sign this and that the one who signs for it may do so. " * 2
    words = (
        f"8. Term. {filler} 9. Compensation (a) The Company shall pay a fee. {filler} (b) All sums are due on demand. {filler} "
        f"10. LIMITS 10.1 NOTWITHSTANDING ANYTHING HERE, EXCEPT FOR (A) A BREACH AND (B) A FRAUD, NONE IS LIABLE. {filler}"
    )
    assert paths(paper(words)) == ["8", "9", "9/a", "9/b", "10", "10.1"]


def test_a_decimal_that_touches_its_words() -> None:
    words = "4. PRICES\n\n4.1 Fees. They are due.\n\n4.2Records; Audit. They are kept.\n\n4.3 Taxes. None."
    assert paths(paper(words)) == ["4", "4.1", "4.2", "4.3"]


def test_a_number_behind_which_a_tab_is_set_in_an_unbroken_line() -> None:
    filler = (
        "The parties promise that each of them may sign this and that the one who signs for it may do so. "
        * 2
    )
    words = f"8. Promises.   8.1            Power. {filler}  8.2            Right. {filler}  9. Law.   9.1. Ruritania. {filler}"
    assert paths(paper(words)) == ["8", "8.1", "8.2", "9", "9.1"]


def test_an_entry_that_defines_two_terms() -> None:
    words = paper(
        "1. Terms.\n\n“Good Care” or “GC” means the care of a careful person.\n\n“TERM”                means five years."
    )
    assert [one.term for one in words.definitions] == ["Good Care", "GC", "TERM"]
    first, second = words.definitions[:2]
    assert collapsed(words, second.start, second.end) == collapsed(words, first.start, first.end)
    assert at(words, "1").heading == "Terms"
