"""Where provisions end: words that close a list are those of the provision around it."""

from __future__ import annotations

import pytest

from conformed.structure import collapsed
from tests.structure.papers import at, paper, paths

ITEMS = (
    "2. Rent. The Tenant pays:\n\n     (a) on the first day; and\n\n     (b) in full{}\n\n{}\n\n3. Law. None."
)


@pytest.mark.parametrize(
    ("mark", "closing"),
    [
        (";", "in each case only if the Landlord asked for it."),
        (".", "The Tenant pays nothing else."),
        (",", "but never before noon."),
    ],
)
def test_words_set_further_out_close_the_list(mark: str, closing: str) -> None:
    lease = paper(ITEMS.format(mark, closing))
    item, section = at(lease, "2", "b"), at(lease, "2")
    assert collapsed(lease, item.start, item.end) == f"(b) in full{mark}"
    assert collapsed(lease, section.start, section.end).endswith(closing)


@pytest.mark.parametrize(
    ("mark", "tail"),
    [
        (".", "     It pays by cheque."),
        (":", "The account of the Landlord."),
        ("", "by cheque or in cash."),
    ],
)
def test_what_an_item_goes_on_with_is_the_items(mark: str, tail: str) -> None:
    lease = paper(ITEMS.format(mark, tail))
    item = at(lease, "2", "b")
    assert collapsed(lease, item.start, item.end).endswith(tail.strip())


def test_items_that_hold_paragraphs_set_further_out_keep_the_last_one_too() -> None:
    lease = paper(
        "1. Rent.\n\n     (a) Day. The first.\n\nThe day may change.\n\n     (b) Place. The office.\n\nThe place may change."
    )
    item = at(lease, "1", "b")
    assert collapsed(lease, item.start, item.end) == "(b) Place. The office. The place may change."


def test_without_indents_a_small_letter_behind_a_semicolon_tells() -> None:
    lease = paper("1. Rent. The Tenant pays:\n\n(a) monthly; and\n\n(b) in full;\n\nin each case in advance.")
    item = at(lease, "1", "b")
    assert collapsed(lease, item.start, item.end) == "(b) in full;"


def test_the_next_entry_ends_the_list_within_the_one_before() -> None:
    words = (
        "1. Definitions. In this lease:\n\n“Costs” means:\n\n(a) taxes; and\n\n(b) premiums.\n\n"
        "“Day” means any day.\n\n“Works” means:\n\n(a) repairs:\n\n(i) outside; and\n\n(ii) inside; and\n\n(b) paint.\n\n"
        "“Year” has the meaning that the law gives it.\n\n2. Rent. Monthly."
    )
    lease = paper(words)
    assert paths(lease) == ["1", "1/a", "1/b", "1/a", "1/a/i", "1/a/ii", "1/b", "2"]
    items = [one for one in lease.walk() if one.path == ("1", "b")]
    assert [collapsed(lease, one.start, one.end) for one in items] == ["(b) premiums.", "(b) paint."]
