"""Amendments laid out as a table of changes."""

from __future__ import annotations

import pytest

from conformed.amending.change_tables import change_rows, place_in_cell
from conformed.model.instruction import Amendment
from tests.amending.papers import HEAD, TAIL, paper


def table(header: str, *rows: str) -> Amendment:
    rule = "|" + "---|" * (header.count("|") - 1)
    return paper(HEAD + "\n".join((header, rule, *rows)) + TAIL, file="amendment-2.md")


def in_short(amendment: Amendment) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.id, one.action, one.target.path) for one in amendment.instructions]


def test_a_row_takes_its_id_its_place_and_its_orders_from_its_cells() -> None:
    read = table(
        "| Item | Section | Change |",
        '| 1 | 2.1 (Fees) | In the first sentence, replace "ten" with "nine". Delete the last sentence. |',
        '| 2 | 4.3(b) | Replace "crates" with "pallets". |',
        '| 3 | Exhibit A | Replace "Tulsa" with "Enid". |',
    )
    assert in_short(read) == [
        ("1#1", "substitution", ("2.1",)),
        ("1#2", "repeal", ("2.1",)),
        ("2", "substitution", ("4.3", "b")),
        ("3", "substitution", ("exhibit a",)),
    ]


def test_throughout_is_everywhere_in_the_agreement() -> None:
    (only,) = table(
        "| No. | Clause | Amendment |", '| 1 | Throughout | Replace "Depot" with "Yard". |'
    ).instructions
    assert (only.target.path, only.target.occurrence) == ((), "all")


def test_a_row_whose_place_cannot_be_told_is_for_a_person() -> None:
    read = table("| Item | Section | Change |", '| 1 | Fees, as agreed | Replace "ten" with "nine". |')
    assert read.instructions == ()
    assert [problem.code for problem in read.unclaimed] == ["order-unclaimed"]


def test_delete_alone_strikes_the_provision_of_the_row() -> None:
    read = table(
        "| Section | Change |", "| 3.3 | Delete. Section 3.4 becomes Section 3.3. |", "| 5 | Delete. |"
    )
    assert [(one.action, one.target.path) for one in read.instructions] == [
        ("repeal", ("3.3",)),
        ("renumbering", ("3.4",)),
        ("repeal", ("5",)),
    ]


def test_an_order_of_a_row_that_is_not_understood_is_for_a_person() -> None:
    read = table("| Section | Change |", "| 3.1 | Delete everything behind the first comma. |")
    assert [order.uncertain is not None for order in read.instructions] in ([], [True])
    assert [problem.code for problem in read.unclaimed] == ["order-unclaimed"]


@pytest.mark.parametrize(
    "text",
    [
        "| Section | Fee |\n| 2.1 | $10 |\n",
        "| Item | Section | Section | Change |\n| 1 | 2 | 3 | Delete. |\n",
        "| Item | Section | Change |\n| 1 | 2.1 | Delete. | or | not |\n",
        "| Item | Section | Change |\n| By: Calder Freight | 2.1 | Delete. |\n",
        "| Section | Change |" + "x|" * 9 + "\n| 2 | 3 |\n",
    ],
)
def test_tables_of_other_kinds_are_no_tables_of_changes(text: str) -> None:
    assert change_rows(text, 0, len(text)) == []


def test_a_table_ends_where_other_words_begin() -> None:
    text = "| Section | Change |\n| 2 | Delete. |\nIt is agreed.\n| 3 | Delete. |\n"
    (rows,) = change_rows(text, 0, len(text))
    assert [text[slice(*row.section)] for row in rows] == ["2"]


def test_a_title_in_brackets_is_no_label() -> None:
    place = place_in_cell("Section 3.1(c) (Annual Fees), fee table")
    assert place is not None
    assert place.path == ("3.1", "c")
