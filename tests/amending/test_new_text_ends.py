"""Where the new text that an order sets off ends, and the amendment's own voice comes back."""

from __future__ import annotations

from tests.amending.papers import HEAD, TAIL, paper


def _new(body: str) -> list[tuple[str, str]]:
    return [
        (found.id, " ".join(found.new.text.split()) if found.new else "")
        for found in paper(HEAD + body + TAIL).instructions
    ]


def test_a_quotation_that_is_never_closed_ends_at_the_next_item() -> None:
    assert _new(
        "1. Section 4.2 is deleted in its entirety and replaced with the following:\n\n"
        '"4.2 The Balance is paid at Closing, less the Deposit;\n\n'
        "2. All other terms of the Agreement remain in full force and effect.\n"
    ) == [("1", "4.2 The Balance is paid at Closing, less the Deposit;")]


def test_a_number_in_a_line_of_its_own_opens_the_next_item() -> None:
    assert _new(
        "1.\nSection 9 is deleted.\n2.\nA new Section 39(f) shall be added to the Agreement as follows:\n"
        "“(f) From the Start Date, Buyer pays Seller the Added Share of the Taxes for each year of the Term over the base.\n"
        '3.\nThe figure "38,350" in Section 40 of the Agreement is hereby replaced with "47,100".\n'
    ) == [
        ("1", ""),
        (
            "2",
            "(f) From the Start Date, Buyer pays Seller the Added Share of the Taxes for each year of the Term over the base.",
        ),
        ("3", "47,100"),
    ]


def test_a_number_printed_twice_opens_an_item_twice() -> None:
    found = _new(
        "1. Section 6 is hereby amended by adding the following sentence to the end thereof:\n\n"
        '"Payments begin on the first pay day."\n\n'
        "1. Section 7 is hereby amended by deleting the second sentence and replacing it with the following:\n\n"
        '"A claim is made within thirty days."\n\n'
        "2. Section 8 is hereby deleted.\n"
    )
    assert [words for _, words in found] == [
        "Payments begin on the first pay day.",
        "A claim is made within thirty days.",
        "",
    ]


def test_behind_an_unlabelled_order_the_row_of_items_goes_on() -> None:
    assert [
        words
        for _, words in _new(
            '1. In Section 4.2, "7.11" is hereby deleted and replaced with "7.12".\n\n'
            "Section 1.2 of the Agreement is hereby deleted in its entirety and replaced with the following:\n\n"
            "1.2 EXHIBITS A, B and C are incorporated into this Agreement.\n\n"
            "2. Miscellaneous. This Amendment is effective as of the date first written above. Each Exhibit stands.\n"
        )
    ] == ["7.12", "1.2 EXHIBITS A, B and C are incorporated into this Agreement."]


def test_words_left_out_by_the_filer_are_not_made_of_the_closing_clauses() -> None:
    amendment = paper(
        HEAD
        + "1.\nSection 5.2 is hereby amended by insertion of the following as new third and fourth sentences:\n"
        + "2\nEffect of Amendment. Except as amended hereby, the Agreement remains in full force and effect.\n"
        + "3.\nHeadings. The headings of this Amendment are for reference only.\n"
        + TAIL
    )
    assert not amendment.instructions
    assert amendment.unclaimed


def test_what_happens_in_an_event_is_part_of_the_new_text() -> None:
    assert _new(
        "1. Section 1.06 is hereby deleted in its entirety and replaced with the following:\n\n"
        "1.06 Buyer may extend the Closing Date until July 16, 2012.\n\n"
        "In the event Buyer extends the Closing Date, but fails to perform, the Deposit shall be forfeited.\n\n"
        "2. Section 9 is hereby deleted.\n"
    ) == [
        (
            "1",
            "1.06 Buyer may extend the Closing Date until July 16, 2012. In the event Buyer extends the Closing Date, but"
            " fails to perform, the Deposit shall be forfeited.",
        ),
        ("2", ""),
    ]
