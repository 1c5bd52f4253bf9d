"""Where the new text that an order sets off ends, and the amendment's own voice comes back."""

from __future__ import annotations

from conformed.model.instruction import Instruction
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


def test_only_a_mark_without_a_fellow_is_taken_off_a_definition() -> None:
    assert _new(
        "1. The definition of “Churn” is deleted and replaced with the following:\n\n"
        '"Churn" (expressed as a percentage) shall in each year be the subscriptions that ended, over all on its final day"\n'
    ) == [
        (
            "1",
            '"Churn" (expressed as a percentage) shall in each year be the subscriptions that ended, over all on its final'
            " day",
        )
    ]


def test_items_headed_with_a_clause_of_the_agreement_say_where_their_orders_belong() -> None:
    found = paper(
        HEAD.replace(
            "agree as follows:", "agree that the Agreement shall be amended in the manner set out below:"
        )
        + "1. AMENDMENTS\n\n1.1 Clause 4\n\n(a) Delete the words “ten days” and substitute “twelve days”.\n\n"
        "(b) Delete the second sentence.\n\n"
        "1.2 Clause 6.3\n\nThe words “three years” shall be replaced by “five years”.\n\n"
        "1.3. Clause 8\n1.3.1. Delete the first sentence.\n1.3.2. The last sentence is deleted.\n" + TAIL
    ).instructions
    assert [(item.id, "/".join(item.target.path)) for item in found] == [
        ("1.1(a)", "4"),
        ("1.1(b)", "4"),
        ("1.2", "6.3"),
        ("1.3.1", "8"),
        ("1.3.2", "8"),
    ]


def test_that_nothing_else_changes_is_no_new_text() -> None:
    assert _new(
        "1. A new Section 10 is added to the Agreement after Section 9:\n\n"
        "10. Safety. Buyer will provide protective equipment.\n\n"
        "No other change is made. Buyer acknowledges that it owes $14 under Section 3.2.\n"
    ) == [("1", "10. Safety. Buyer will provide protective equipment.")]


def test_supplementary_conditions_bear_the_numbers_of_what_they_change() -> None:
    found = paper(
        "SUPPLEMENTARY CONDITIONS\n\nThe following supplements modify the General Conditions of the Contract dated"
        " February 2, 2009. Where any portion of the General Conditions is modified or deleted by them, the rest stays in"
        " effect.\n\nARTICLE 1; GENERAL\n\n"
        '1.1.1   In the first sentence, insert "the Manual," before "the Drawings".\n\n'
        "1.2     Add the following Section 1.2.3 to Section 1.2:\n\n        1.2.3  The Specifications govern.\n\n"
        "ARTICLE 2; OWNER\n\n"
        "2.2     Delete the second sentence and substitute the following:\n\n        The Owner shall verify it.\n\n"
        "3.2.2   Delete Section 3.2.2 in its entirety.\n\n4.1     No change.\n"
    ).instructions
    assert [(item.id, item.action, "/".join(item.target.path)) for item in found] == [
        ("1.1.1", "insertion", "1.1.1"),
        ("1.2", "insertion", "1.2.3"),
        ("2.2", "substitution", "2.2"),
        ("3.2.2", "repeal", "3.2.2"),
    ]


def test_a_title_in_capitals_over_an_order_ends_a_quotation_that_was_left_open() -> None:
    assert _new(
        "1. BONUS.\n\nA new Section 3(e) is added to the Agreement to read in full as follows:\n\n"
        '"(e) Bonus. Buyer pays Seller a bonus on December 31.\n\n'
        "2. DUTIES UPON TERMINATION.\n\n"
        'A. Section 9(b) entitled "Without Cause" shall be amended to include the following as subsection (iv) to read'
        ' as follows"\n\n'
        '"(iv) pay the bonus on the date it is due."\n\n'
        "B. Section 10 is hereby deleted.\n"
    ) == [
        ("1", "(e) Bonus. Buyer pays Seller a bonus on December 31."),
        ("2(A)", "(iv) pay the bonus on the date it is due."),
        ("2(B)", ""),
    ]


def _read(body: str) -> tuple[Instruction, ...]:
    return paper(HEAD + body + TAIL).instructions


def test_a_number_behind_a_short_noun_is_a_citation_even_where_it_ends_the_sentence() -> None:
    found = _read(
        "3. Section 3 is amended as follows:\n\n"
        'a) In para. 2, "once a year" is replaced by "every six months".\n\n'
        "b) The previous para. 3 becomes para. 4. The following new para. 3 is inserted:\n"
        '"(3) The Haulier keeps a log of each journey."\n\n'
        "4. Section 4 para. 2 is deleted.\n\n"
    )
    assert [(one.id, one.action, one.target.path) for one in found] == [
        ("3(a)", "substitution", ("3", "2")),
        ("3(b)#1", "renumbering", ("3", "3")),
        ("3(b)#2", "insertion", ("3", "3")),
        ("4", "repeal", ("4", "2")),
    ]
    assert found[2].new is not None
    assert found[2].new.text == "(3) The Haulier keeps a log of each journey."


def test_items_that_begin_behind_the_number_of_their_clause_are_items_and_end_new_text() -> None:
    found = _read(
        '2.   (a)  In clause 1, "ten" shall be replaced by "twelve".\n'
        "     (b)  After clause 3.3 there shall be inserted:\n\n"
        '          "3.4  The Fee shall increase each year\n'
        '          by 2 per cent."\n\n'
        '     (c)  In clause 4.1 the word "four" shall be replaced by the word "six".\n\n'
    )
    assert [(one.id, one.target.path, one.new and one.new.text) for one in found] == [
        ("2(a)", ("1",), "twelve"),
        ("2(b)", ("3.4",), "3.4 The Fee shall increase each year by 2 per cent."),
        ("2(c)", ("4.1",), "six"),
    ]


def test_paragraphs_counted_on_a_page_are_left_to_a_person() -> None:
    (found,) = _read('1. Page 3, second paragraph: delete "five" and insert "six".')
    assert found.uncertain == "counts from the top of a page, which the agreement read here may not keep"


def test_a_definition_of_which_only_the_term_is_left_strikes_no_others() -> None:
    found = _read(
        '1. Section 2 is amended by deleting the definitions of "Agent" and "Margin" in their entirety and replacing'
        ' them with the following:\n\n"Agent" means\n\n'
    )
    assert {one.uncertain for one in found} == {"the new text breaks off behind the term that it defines"}
