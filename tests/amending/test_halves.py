"""One exchange given in two items, and marks of punctuation that go with words: both halves are done, or neither."""

from __future__ import annotations

import pytest

from tests.amending.papers import amendment, instructions
from tests.amending.test_orders import in_a_line

TWO_ITEMS = [
    (
        'Section 4 is amended by (a) deleting "ten" and (b) inserting "twelve" in lieu thereof.',
        ["substitution 4 words 'ten' -> 'twelve'"],
    ),
    (
        'Section 4 is amended by (i) deleting the figure "10%" contained therein and (ii) inserting the figure "12%"'
        " in replacement therefor.",
        ["substitution 4 words '10%' -> '12%'"],
    ),
    (
        'Clause (a) and clause (b) of Section 3.3 are amended by (i) deleting "one half" appearing in each such clause,'
        ' and (ii) inserting "one third" in place thereof.',
        [
            "substitution 3.3/a words 'one half' -> 'one third'",
            "substitution 3.3/b words 'one half' -> 'one third'",
        ],
    ),
    (
        'Section 4 is amended by (i) deleting the second sentence and (ii) inserting in lieu thereof "A fee is due."',
        ["substitution 4 sentence scope=sentence:2 -> 'A fee is due.'"],
    ),
    (
        'Section 4 is amended by (i) deleting "ten" and (ii) inserting "net" after "period of".',
        ["repeal 4 words 'ten'", "insertion 4 words pos=after:period of 'net'"],
    ),
]


@pytest.mark.parametrize(("order", "expected"), TWO_ITEMS, ids=[order[:50] for order, _ in TWO_ITEMS])
def test_what_one_item_strikes_and_the_next_replaces_is_one_substitution(
    order: str, expected: list[str]
) -> None:
    found = instructions(order)
    assert [in_a_line(one) for one in found] == expected
    assert not any(one.uncertain for one in found)


def test_halves_that_cannot_be_paired_are_left_to_a_person_both() -> None:
    found = instructions(
        'Section 4 is amended by (i) deleting "ten" and "net" and (ii) inserting "twelve" in lieu thereof.'
    )
    assert [one.action for one in found] == ["repeal", "repeal", "insertion"]
    assert all(one.uncertain for one in found)


def test_the_rest_of_a_sentence_is_not_the_provision() -> None:
    paper = amendment("Section 2.1 is amended by deleting the remainder of such sentence.")
    assert not paper.instructions
    assert paper.unclaimed


def test_a_mark_put_where_words_should_go_waits_for_the_words() -> None:
    paper = amendment(
        'Section 2.1 is amended by inserting a period after the word "sale" in the first sentence and by deleting the'
        " remainder of such sentence."
    )
    assert all(one.uncertain for one in paper.instructions)
    assert paper.unclaimed


def test_a_mark_and_the_words_behind_it_are_left_to_a_person_both() -> None:
    found = instructions(
        "Section 1.28 shall be amended by removing the period at the end of the sentence, replacing it with a comma and"
        " adding the words “which shall be marked.”"
    )
    assert [one.action for one in found] == ["substitution", "insertion"]
    assert all(one.uncertain for one in found)
