"""What is understood only in part gives no change: it is listed, or left without words for a person to give."""

from __future__ import annotations

import pytest

from conformed.amending.understood import has_unread_subject, says_more
from tests.amending.papers import amendment, instructions, paper

LISTED = [
    'Section 10(a) is amended by deleting everything after the word "Term" to the end of the sentence.',
    'Section 10(a) is amended by deleting all of the words after "Term" and before "provided".',
    'Section 5.2 is amended by deleting the reference to "Widget A" and the price associated therewith.',
    "Section 4.4 of the Credit Agreement is hereby amended as marked to show changes on Annex A hereto.",
    "The Term of the Lease is hereby extended to December 31, 2025.",
    "Exclusion 4(b) is hereby deleted.",
    'Block 14 is amended to read: "Attn: B. Rowe".',
    'Section 6 is deleted and replaced with the certificate that the Agent holds "in escrow".',
]
WORDLESS = [
    "The last proviso of Section 7.3 is hereby deleted.",
    "The proviso at the end of Section 6.4 is hereby deleted.",
    "The first parenthetical in Section 2.1 is deleted in its entirety.",
    'The notice address of Buyer in Section 14 is deleted and replaced with: "Buyer Corp., 1 Main Street".',
    'Section 12 is amended by replacing the address for Buyer with the following: "12 Elm Street, Dayton".',
]
HISTORY = [
    'Endorsement No. 1, which amended Section 10 by adding the words "of the retention", shall remain in force.',
    "You will recall that by our letter of May 4 the parties agreed to change the price from $1.88 to $2.05.",
    "Any definition used only in the provisions of the Indenture that are deleted pursuant to this Article II is moot.",
    "We may: (a) add, alter, delete or otherwise modify elements of the System in Section 5.",
]


@pytest.mark.parametrize("order", LISTED, ids=[order[:50] for order in LISTED])
def test_what_is_not_understood_is_listed_and_changes_nothing(order: str) -> None:
    read = amendment(order)
    assert all(instruction.uncertain is not None for instruction in read.instructions)
    assert [problem.code for problem in read.unclaimed] == ["order-unclaimed"]


@pytest.mark.parametrize("order", WORDLESS, ids=[order[:50] for order in WORDLESS])
def test_a_part_of_a_provision_is_never_the_provision(order: str) -> None:
    (instruction,) = amendment(order).instructions
    assert instruction.target.unit == "words"
    assert instruction.old is None


@pytest.mark.parametrize("sentence", HISTORY, ids=[sentence[:50] for sentence in HISTORY])
def test_what_was_changed_before_or_may_be_changed_orders_nothing(sentence: str) -> None:
    assert amendment(sentence).instructions == ()


def test_a_doubtful_half_of_a_sentence_leaves_the_other_half() -> None:
    read = amendment("Delete paragraph (c) of Section 8 and renumber the remaining paragraphs accordingly.")
    assert [(order.action, order.target.path) for order in read.instructions] == [("repeal", ("8", "c"))]
    assert [problem.code for problem in read.unclaimed] == ["order-unclaimed"]


def test_bullets_are_orders_at_the_place_of_their_heading() -> None:
    read = paper(
        "CHANGE ORDER NO. 7\n\nThis Change Order amends the Services Agreement dated May 2, 2009 as follows:\n\n"
        "A. Main body\n\n"
        "  • Clause 1.3 (Services):\n      - delete (c);\n      - (d) becomes (c).\n"
        '  • Clause 2.1: in the first sentence, change "Lille" to "Lyon". The second sentence is dropped.\n'
        "  • New Clause 4.4, to follow Clause 4.3:\n\n        4.4 The charges are indexed.\n\n"
        "  • Clause 5.1 - deleted.\n"
    )
    assert [(order.action, order.target.path) for order in read.instructions] == [
        ("repeal", ("1.3", "c")),
        ("renumbering", ("1.3", "d")),
        ("substitution", ("2.1",)),
        ("repeal", ("2.1",)),
        ("insertion", ("4.4",)),
        ("repeal", ("5.1",)),
    ]


def test_a_list_under_an_unlabelled_paragraph_speaks_of_what_it_does() -> None:
    read = paper(
        "SIDE LETTER\n\nWe agree to amend the Services Agreement dated May 2, 2009 as follows:\n\n"
        'Section 9 is amended as follows:\n\n(a) by deleting "x" in the first sentence; and\n\n'
        '(b) by adding "y" after "z".\n\nSection 10 is deleted.\n\n'
        'Section 11 is amended by (i) deleting "or", and (ii) replacing the period at the end with "; and".\n'
    )
    assert [order.target.path for order in read.instructions] == [("9",), ("9",), ("10",), ("11",), ("11",)]


def test_a_quotation_never_closed_ends_where_the_next_order_begins() -> None:
    read = paper(
        "AMENDMENT NO. 3\n\nThis Amendment No. 3 amends the Services Agreement dated May 2, 2009 as follows:\n\n"
        '3. Section 21 is replaced with:\n\n"21. Audit. Seller may audit.\n\n'
        "4.0 Section 22.0 (Taxes) is hereby deleted.\n"
    )
    assert [order.target.path for order in read.instructions] == [("21",), ("22.0",)]


def test_amendments_set_out_in_a_schedule_are_read_there() -> None:
    read = paper(
        "DEED OF VARIATION\n\nThis deed is made on 4 May 2012 and varies the Services Agreement dated 2 May 2009.\n\n"
        "AGREED TERMS\n\n1. The Services Agreement is amended as set out in Schedule 1 to this deed.\n\n"
        "EXECUTED AS A DEED by ARDMORE LIMITED\n\nSCHEDULE 1\n\nAMENDMENTS\n\n"
        '1. Clause 4.2: Delete "thirty days" and insert "sixty days".\n\n2. Clause 5.1 is deleted.\n'
    )
    assert [order.target.path for order in read.instructions] == [("4.2",), ("5.1",)]
    assert not read.unclaimed


def test_old_and_new_words_side_by_side_are_one_substitution() -> None:
    read = amendment(
        "The clauses are changed as follows:\n\n| Sr. No. | Clause | Existing provision | Revised provision |\n"
        "|---|---|---|---|\n| 1 | 4.1 | ten days | twelve days |\n| 2 | 6.3 | or otherwise | Deleted |\n"
    )
    assert [
        (o.action, o.target.path, o.old and o.old.text, o.new and o.new.text) for o in read.instructions
    ] == [
        ("substitution", ("4.1",), "ten days", "twelve days"),
        ("repeal", ("6.3",), "or otherwise", None),
    ]


def test_an_order_depends_on_what_its_own_sentence_says() -> None:
    read = amendment(
        "Effective upon receipt of the consent of the Lender, Section 6 is deleted.",
        'Subject to the approval of the Board, Section 7 is amended by replacing "a" with "b".',
        "Section 8 is deleted.",
    )
    assert [order.conditions for order in read.instructions] == [
        ("receipt of the consent of the Lender",),
        ("the approval of the Board",),
        (),
    ]


def test_words_left_over_behind_a_bare_verb() -> None:
    assert says_more("delete all words", 6, 16)
    assert not says_more("delete and replace", 6, 18)
    assert not has_unread_subject([], 0, 0)


@pytest.mark.parametrize(
    ("order", "listed"),
    [
        (
            "Section 5 is amended by deleting the last sentence thereof, and Exhibit B is restated in its entirety in the"
            " form attached.",
            "Exhibit B is restated",
        ),
        (
            'Section 3.1: the rate of nine percent (9%) is replaced by a rate of ten percent (10%), and "15 days" is'
            ' replaced by "20 days".',
            "the rate of nine percent (9%) is replaced",
        ),
    ],
)
def test_half_a_sentence_that_gives_no_instruction_is_listed(order: str, listed: str) -> None:
    paper = amendment(order)
    assert len(paper.instructions) == 1
    assert [listed in str(problem) for problem in paper.unclaimed] == [True]


def test_a_provision_that_moves_elsewhere_is_not_only_renumbered() -> None:
    (order,) = amendment(
        "Paragraph 3 of Part A of Schedule 1 shall be moved to Part B and shall become paragraph 4 thereof."
    ).instructions
    assert order.action == "renumbering"
    assert order.uncertain == "moves a provision to another place"


def test_an_item_named_by_its_quoted_label_is_left_to_a_person() -> None:
    (order,) = instructions(
        '"(i)" in the second sentence of Paragraph 10 is amended in its entirety to read: "(i) a cut of the rate".'
    )
    assert order.uncertain == "names what is replaced by its label only"


def test_exhibits_that_give_way_to_others_by_another_number_are_left_to_a_person() -> None:
    orders = instructions(
        "Exhibits C, D and E are deleted in their entirety and replaced with Exhibits C and D attached hereto."
    )
    assert [order.action for order in orders] == ["substitution"] * 3
    assert all(order.uncertain for order in orders)


@pytest.mark.parametrize(
    "more", ["and to change the amount of the bonus to £20,000", "and to increase the bonus by a tenth"]
)
def test_a_change_of_value_that_is_not_understood_is_listed_beside_what_is(more: str) -> None:
    found = amendment(f'Clause 3.2 shall be amended so as to insert after "then" the word "now" {more}.')
    assert [one.new and one.new.text for one in found.instructions] == ["now"]
    assert len(found.unclaimed) == 1
