"""What is struck along with a thing: its meaning, the references to it; and what only describes it."""

from __future__ import annotations

import pytest

from tests.amending.papers import amendment, instructions
from tests.amending.test_orders import in_a_line

STRUCK = [
    (
        "At Clause 1.1 the expressions “Depot” and “Fair Price” shall be deleted together with their corresponding meanings.",
        ["repeal 1.1 definition term=Depot", "repeal 1.1 definition term=Fair Price"],
    ),
    (
        'The term "Depot" and its meaning are deleted from Clause 1.1.',
        ["repeal 1.1 definition term=Depot"],
    ),
    (
        'In Clause 1.1 the term "Depot" shall be deleted.',
        ["repeal 1.1 words 'Depot'"],
    ),
]


@pytest.mark.parametrize(("order", "expected"), STRUCK, ids=[order[:50] for order, _ in STRUCK])
def test_a_term_struck_with_its_meaning_is_a_definition(order: str, expected: list[str]) -> None:
    assert [in_a_line(one) for one in instructions(order)] == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (
            "Section 12 is hereby amended by deleting clauses (3) and (4) thereof in their entirety, and all references"
            " thereto contained elsewhere in the Agreement in their entirety.",
            ["repeal 12/3 provision", "repeal 12/4 provision"],
        ),
        ("Section 12 and all references to it in the Agreement are hereby deleted.", ["repeal 12 provision"]),
        (
            'The definition of "Depot" and all references thereto are deleted.',
            ["repeal - definition term=Depot"],
        ),
    ],
)
def test_the_references_to_what_is_struck_are_listed_for_a_person(order: str, expected: list[str]) -> None:
    paper = amendment(order)
    assert [in_a_line(one) for one in paper.instructions] == expected
    assert ["all references" in one.message for one in paper.unclaimed] == [True]


def test_words_that_only_describe_what_is_struck_are_not_struck_alone() -> None:
    paper = amendment(
        "Section 4 is amended by deleting the references to any buyer that is an “Affiliate” set forth in clause (c) thereof."
    )
    assert not paper.instructions
    assert paper.unclaimed
