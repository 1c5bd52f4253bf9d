"""Whatever a paper holds, it is read in time that grows with its length."""

from __future__ import annotations

import time

import pytest

from tests.amending.papers import HEAD, paper

HOSTILE = {
    "quotations never closed": HEAD + '1. Section 2 is amended by deleting "a.\n' * 4_000,
    "one paragraph of opening marks": HEAD + "1. Section 2 is amended by inserting " + '"' * 20_000,
    "single marks": HEAD + "1. Section 2 is amended by inserting " + "'a" * 20_000,
    "labels within labels": HEAD + "(a) " * 10_000,
    "one endless line": HEAD
    + "1. Section 2 is amended as follows: "
    + "the words and the sections of " * 20_000,
    "ranges without an end": HEAD + "1. Sections " + "1.1 through 9.9, " * 4_000 + "are deleted.",
    "orders without an end": HEAD
    + "1. Section 2 is amended by "
    + 'deleting "a" and inserting "b", ' * 4_000,
    "brackets": HEAD + "1. Section 2 " + "(" * 20_000 + " is deleted.",
    "colons": HEAD + "1. Section 2 is amended to read as follows: " * 2_000,
    "headings": HEAD + "ARTICLE 9 - FEES\n\n" * 4_000,
    "blanks": HEAD + "1. Section 2" + " " * 200_000 + "is deleted.",
    "a title without an end": HEAD + ("1. " + "ABCDEFGHIJ" * 30 + "\nSection 2 is amended.\n") * 30,
    "bars": HEAD + "1. Section 2 is amended.\n" + "|" * 40_000 + "x",
    "dashes": HEAD + "1. Section 2 is amended to read as follows:" + "-" * 40_000 + " x",
    "a gap in a line": HEAD + "1. Section 2 is amended by adding" + " " * 40_000,
    "nothing but commas": HEAD + "1. Delete" + ", " * 40_000 + " clause 2.",
    "block after block": HEAD + '1. Section 2 now reads:\n\n"x"\n\nnow reads:\n\n' * 1_500,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_paper_is_read_in_seconds(name: str) -> None:
    started = time.process_time()
    paper(HOSTILE[name])
    assert time.process_time() - started < 60


def test_an_order_is_found_behind_a_hostile_paragraph() -> None:
    body = "1. " + '"' * 500 + "\n\n2. Section 9 is hereby deleted.\n"
    assert [instruction.target.path for instruction in paper(HEAD + body).instructions] == [("9",)]
