"""What an amendment says of itself, and how its paragraphs are named."""

from __future__ import annotations

import datetime as dt

from conformed.amending import record_of
from tests.amending.papers import HEAD, TAIL, amendment, instructions, paper


def ids(body: str) -> list[str]:
    return [instruction.id for instruction in paper(body).instructions]


def test_ids_are_the_labels_printed_outer_to_inner() -> None:
    body = HEAD + (
        "1. Definitions. Terms keep their meanings.\n\n"
        "2. The Agreement is amended as follows:\n\n"
        '     (a) Section 4.1 is amended by deleting "ten" and inserting "twelve".\n\n'
        "     (b) Section 4.2 is amended as follows:\n\n"
        '          (i) "may" is replaced by "shall"; and\n\n'
        "          (ii) the last sentence is deleted.\n\n"
        "3. Section 9 is deleted.\n"
    )
    assert ids(body) == ["2(a)", "2(b)(i)", "2(b)(ii)", "3"]


def test_a_paragraph_with_several_instructions_numbers_them_on() -> None:
    assert [i.id for i in instructions("Sections 4 and 5 are deleted.")] == ["1#1", "1#2"]


def test_a_label_printed_twice_is_numbered_on_in_reading_order() -> None:
    body = HEAD + (
        "2. The Agreement is amended as follows:\n\n"
        "     (a) Section 4 is deleted.\n\n     (b) Section 5 is deleted.\n\n     (b) Section 6 is deleted.\n\n     (c) Section 7 is deleted.\n"
    )
    assert ids(body) == ["2(a)", "2(b)#1", "2(b)#2", "2(c)"]


def test_new_text_keeps_labels_of_its_own() -> None:
    body = HEAD + (
        "1. Section 7 is restated in its entirety as follows:\n\n"
        "     7. Transfer.\n\n     7.1 None before May 1, 2013.\n\n     7.2 Later, with consent.\n\n"
        "2. Section 9 is deleted.\n"
    )
    first, second = paper(body).instructions
    assert (first.id, first.target.path) == ("1", ("7",))
    assert first.new is not None
    assert first.new.text == "7. Transfer. 7.1 None before May 1, 2013. 7.2 Later, with consent."
    assert (second.id, second.action) == ("2", "repeal")


def test_words_are_the_slice_of_the_amendment_that_prints_them() -> None:
    (one,) = instructions('Section 4.1 is amended by deleting "ten  days" and inserting "twelve\ndays".')
    text = amendment(
        'Section 4.1 is amended by deleting "ten  days" and inserting "twelve\ndays".'
    ).document.text.string
    assert one.old is not None and one.new is not None
    assert text[one.old.start : one.old.end] == "ten  days"
    assert text[one.new.start : one.new.end] == "twelve\ndays"
    assert (one.old.text, one.new.text) == ("ten days", "twelve days")
    assert text[one.start : one.end].startswith("deleting")


def test_a_quotation_never_closed_ends_with_its_paragraph() -> None:
    first, second = instructions(
        'Section 4 is amended by striking "ten" and inserting "twelve.', "Section 9 is deleted."
    )
    assert first.new is not None
    assert first.new.text == "twelve."
    assert second.target.path == ("9",)


def test_the_agreement_amended_and_the_papers_before() -> None:
    amends = paper(
        "SECOND AMENDMENT TO SUPPLY AGREEMENT\n\nThis Second Amendment is dated May 4, 2012.\n\n"
        "WHEREAS, Ardmore Widgets Inc. and Calder Freight LLC are parties to that certain Supply Agreement dated as of May 2, 2009, "
        'as amended by that certain First Amendment dated as of June 1, 2010 (the "Supply Agreement"); and\n\n'
        "NOW, THEREFORE, the parties agree as follows:\n\n1. Section 4 is deleted.\n"
    ).amends
    assert (amends.title, amends.date) == ("Supply Agreement", dt.date(2009, 5, 2))
    assert amends.as_amended_by == ("First Amendment dated 2010-06-01",)


def test_effective_date_conditions_and_expiry_of_the_paper() -> None:
    effective = paper(
        HEAD
        + "1. Effective as of April 1, 2012 and subject to the consent of Buyer's lender, the Agreement is amended as follows:\n\n"
        "     (a) Section 4 is deleted.\n\n2. This Amendment shall expire on December 31, 2013.\n" + TAIL
    ).effective
    assert effective.date == dt.date(2012, 4, 1)
    assert effective.conditions == ("the consent of Buyer's lender",)
    assert effective.expires == dt.date(2014, 1, 1)


def test_an_instruction_may_hold_from_and_until_days_of_its_own() -> None:
    first, second = instructions(
        'Until December 31, 2012, and no longer, Section 4 shall be read as if "ten" were "twelve".',
        'Effective July 1, 2012, Section 5 is amended by deleting "may" and inserting "shall".',
    )
    assert (first.expires, first.effective) == (dt.date(2013, 1, 1), None)
    assert (second.expires, second.effective) == (None, dt.date(2012, 7, 1))


def test_quoted_words_date_nothing() -> None:
    (one,) = instructions(
        'Section 4 is amended by deleting "ten" and inserting "ten, for the period through May 1, 2014 only".'
    )
    assert one.expires is None


def test_a_condition_of_one_instruction() -> None:
    (one,) = instructions(
        'The following is added as Section 2.4, on the condition that Buyer first pays Seller $100: "2.4 Buyer may resell."'
    )
    assert one.conditions == ("Buyer first pays Seller $100",)


def test_an_order_without_words_needs_a_person() -> None:
    (one,) = instructions(
        "Section 4 is hereby amended as necessary to reflect the new schedule of deliveries."
    )
    assert one.uncertain is not None
    assert record_of(amendment("Section 4 is hereby amended as necessary to reflect it."))["instructions"][0][
        "uncertain"
    ]


def test_an_order_not_understood_is_listed_with_its_line() -> None:
    paper_ = amendment(
        "The parties agree to amend the Agreement to the effect that Seller bears the freight."
    )
    assert not paper_.instructions
    (left,) = paper_.unclaimed
    assert left.code == "order-unclaimed"
    assert left.line == 8


def test_a_plain_agreement_orders_nothing() -> None:
    assert not paper(
        "SUPPLY AGREEMENT\n\n1. Price. The price in Schedule 1 shall be increased by two percent each year.\n\n"
        "2. Changes. Schedule 1 shall be amended by the parties from time to time to include new products.\n"
    ).instructions


def test_the_record_says_all_of_it() -> None:
    record = record_of(amendment("The last sentence of the second paragraph of Section 4 is deleted."))
    assert record["number"] == 2
    assert record["amends"]["title"] == "Services Agreement"
    (one,) = record["instructions"]
    assert one["target"]["scope"] == {"unit": "sentence", "ordinals": [-1]}
    assert one["target"]["within"] == {"unit": "paragraph", "ordinals": [2]}
    assert set(one) >= {"id", "action", "target", "old", "new", "cites"}


def test_an_omnibus_paper_names_the_other_agreement() -> None:
    first, second = paper(
        "OMNIBUS AMENDMENT\n\nThis Omnibus Amendment is dated March 1, 2012.\n\n"
        'WHEREAS, the parties made a Lease dated May 2, 2009 (the "Lease"); and\n\n'
        'WHEREAS, the parties made a Services Agreement dated May 3, 2009 (the "Services Agreement");\n\n'
        "NOW, THEREFORE, the parties agree:\n\n1. Section 4 of the Lease is deleted.\n\n2. Section 5 of the Services Agreement is deleted.\n"
    ).instructions
    assert (first.agreement, second.agreement) == (None, "Services Agreement")


def test_an_exhibit_attached_behind_the_signatures_is_the_new_text() -> None:
    (one,) = paper(
        HEAD
        + "1. Exhibit A is replaced by the Exhibit A attached to this Amendment."
        + TAIL
        + "\nEXHIBIT A\n\nDepots: Tees and Forth.\n"
    ).instructions
    assert one.new is not None
    assert one.new.text == "EXHIBIT A Depots: Tees and Forth."
