"""Markdown's marks become blanks; lost line breaks come back; tables and columns stay."""

from __future__ import annotations

import pytest

from conformed.reading import read_bytes


def read_text(text: str, file: str = "lease.md") -> str:
    return read_bytes(text.encode(), file=file).text


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("## 2. Rent", "2. Rent"),
        ("**2.1 Rent.** The _rent_ is due.", "2.1 Rent. The rent is due."),
        ("> **2.4 Accounts.** Quoted.", "2.4 Accounts. Quoted."),
        ("- (a) the first", "(a) the first"),
        ("The “**Term**” ends.", "The “ Term ” ends."),
        ("\\[x\\] and 5\\. done", "[x ] and 5 . done"),
        ("one<br>two", "one two"),
        ("*Notices* are in writing.", "Notices are in writing."),
        ("**_(4)_****_ _****_Evidence_**.", "(4) Evidence ."),
    ],
)
def test_marks_are_blanked(printed: str, words: str) -> None:
    assert read_text(printed).split() == words.split()


@pytest.mark.parametrize(
    "words",
    ["[***] of the fee", "[**] of the fee", "pay $______ now", "a_long_name", "5 * 3 * 2", "*** of it"],
)
def test_what_only_looks_like_a_mark_stays(words: str) -> None:
    assert read_text(words) == words


def test_a_table_keeps_its_pipes_and_a_layout_table_loses_them() -> None:
    table = "| Item | Fee |\n|---|---|\n| Gin | $96 |\n| Rum | $98 |"
    assert read_text(table) == table
    assert read_text("(a) | The term ends.\n---|---\n").split() == ["(a)", "The", "term", "ends."]


def test_a_rule_in_markdown_is_a_page_break() -> None:
    assert (
        read_text("the amount due to the Owner of\n\n* * *\n\nthe land").split()
        == "the amount due to the Owner of the land".split()
    )


def test_a_text_file_is_markdown_where_it_is_full_of_its_marks() -> None:
    printed = "# ARTICLE I\n\n## SECTION 1.1 Terms\n\n### (a) The rent."
    assert "#" not in read_text(printed, "lease.txt")
    assert read_text("# 5 Main Street", "lease.txt") == "# 5 Main Street"


def test_a_long_run_of_blanks_in_an_unbroken_line_is_a_line_end() -> None:
    words = (
        "The Tenant shall pay the rent on the first day of each month"
        + " " * 12
        + "and shall keep the premises in repair, " * 4
    )
    assert read_text(words, "lease.txt").count("\n") == 1
    assert read_text("DS-1 Circuit            $1,150.00", "lease.txt").count("\n") == 0


def test_line_ends_of_every_kind_are_line_ends() -> None:
    assert read_text("a\r\nb\rc\x0bd\u2028e", "x.txt") == "a \nb\nc\nd\ne"
