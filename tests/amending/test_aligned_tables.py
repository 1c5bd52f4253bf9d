"""Tables of changes whose columns are set apart by blanks: read where each row is one line, else left to a person."""

from __future__ import annotations

import pytest

from conformed.amending.aligned_tables import aligned_tables, headless_rows
from tests.amending.papers import HEAD, TAIL, paper

SIDE_BY_SIDE = """The Agreement is amended as set out in the table below.

     Section          Old                          New
     -------          ---                          ---
     2.1              ten days                     twelve days

     3.4              fifteen dollars              twenty dollars

"""
ORDERS = """The Agreement is amended as follows:

Clause    Change
2.1       Delete "ten" and insert "twelve".
3.4       Delete.

"""
RUNS_ON = """1. The following changes are made to the Agreement:

     Section       Change
     2.1           Delete "ten" and insert "twelve".
     4             In the first sentence, replace "a"
                   with "b".

2. Section 5 of the Agreement is deleted."""
HEADLESS = """1. The rows below show the changes.

     Section 2.1        "ten days"          "twelve days"
     Section 3.4        "$15"               "$20"

2. Section 5 of the Agreement is deleted."""


def changes(body: str) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (
            order.action,
            "/".join(order.target.path),
            order.old.text if order.old else None,
            order.new.text if order.new else None,
        )
        for order in paper(HEAD + body + TAIL).instructions
    ]


def test_old_and_new_words_stand_side_by_side() -> None:
    assert changes(SIDE_BY_SIDE) == [
        ("substitution", "2.1", "ten days", "twelve days"),
        ("substitution", "3.4", "fifteen dollars", "twenty dollars"),
    ]


def test_a_column_of_orders_is_read_row_by_row() -> None:
    assert changes(ORDERS) == [("substitution", "2.1", "ten", "twelve"), ("repeal", "3.4", None, None)]


@pytest.mark.parametrize("body", [RUNS_ON, HEADLESS])
def test_a_table_that_cannot_be_read_for_certain_is_listed(body: str) -> None:
    read = paper(HEAD + body + TAIL)
    assert [order.target.path for order in read.instructions] == [("5",)]
    assert any("2.1" in problem.message for problem in read.unclaimed)


def test_a_table_of_new_text_is_no_table_of_changes() -> None:
    body = 'Section 4 is replaced with:\n\n"4. Prices.\n\n     Item          Price\n     Sand          $15\n     Gravel        $20"\n'
    assert [(action, path) for action, path, _, _ in changes(body)] == [("substitution", "4")]


def test_a_paragraph_behind_a_table_ends_it() -> None:
    text = "Section    Old    New\n2.1        a      b\n\nThe rest stands.\nSection    Old    New\n3.1        c      d e"
    assert [[row.item for row in table.rows] for table in aligned_tables(text, 0, len(text))] == [[""], [""]]
    assert headless_rows(text, 0, len(text)) == []


def test_a_row_that_names_no_provision_leaves_the_table_to_a_person() -> None:
    text = "Section    Old    New\n2.1        a      b\nvarious    c      d\n"
    assert [table.rows for table in aligned_tables(text, 0, len(text))] == [()]
