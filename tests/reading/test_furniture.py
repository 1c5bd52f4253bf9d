"""Page furniture is blanked, words are not, and a paragraph that a page broke in two is one again."""

from __future__ import annotations

import pytest

from conformed.model.source import Source
from conformed.reading import read_bytes
from conformed.reading.furniture import blank_furniture

WORDS = ["Few", "Many", "Some", "Other", "Such"]


def source_of(text: str, file: str = "lease.txt") -> Source:
    return read_bytes(text.encode(), file=file)


def kinds(source: Source) -> list[str]:
    return [piece.kind for piece in source.furniture]


@pytest.mark.parametrize("number", ["2", "- 2 -", "-2-", "Page 2", "Page 2 of 9", "[2]", "ii", "A-2", "2."])
def test_a_page_number_at_a_page_break(number: str) -> None:
    source = source_of(f"The rent is due.\n\n      {number}\n<PAGE>\n\nThe rent is paid.")
    assert kinds(source) == ["page-number", "page-mark"]
    assert source.text.split() == "The rent is due. The rent is paid.".split()


def test_a_paragraph_over_a_page_break_has_one_line_end_in_the_gap() -> None:
    source = source_of(
        "shall be deemed to have been remade as of the date of delivery of this\n\n\n     2\n<PAGE>\n\n     Amendment, unless so."
    )
    gap = source.text[source.text.index("of this") + 7 : source.text.index("Amendment")]
    assert gap.count("\n") == 1


def test_a_new_provision_after_a_page_break_keeps_its_paragraph() -> None:
    source = source_of(
        "The Tenant shall pay the rent on the first day of each month to\n\n<PAGE>\n\n2. Repairs."
    )
    assert "\n\n" in source.text[: source.text.index("2.")]


def test_a_form_feed_is_a_page_break() -> None:
    source = source_of("The rent is due.\n\n  2\n\f\nThe rent is paid.\n\n 3\n\fEnd.")
    assert kinds(source) == ["page-number", "page-number"]
    assert "\f" not in source.text


def test_numbers_that_count_on_are_page_numbers_without_a_break_mark() -> None:
    source = source_of("One two three.\n\n   1\n\nFour five six.\n\n   2\n\nSeven.")
    assert kinds(source) == ["page-number", "page-number"]


def test_a_lone_figure_is_text() -> None:
    source = source_of("The number of units is\n\n   7\n\nand no more, ever, in any year of the term.")
    assert kinds(source) == []


def test_a_running_foot_is_known_by_its_return() -> None:
    pages = "\n<PAGE>\n".join(
        f"Words of page {word}.\n\nSUPPLY AGREEMENT - draft of May, page {at}"
        for at, word in enumerate(["one", "two", "three"])
    )
    source = source_of(pages)
    assert kinds(source).count("running-foot") == 3
    assert "Words of page two." in source.text


def test_the_lines_of_a_signature_block_are_no_running_feet() -> None:
    block = "\n\n\n\n\n\nBy: ____________\nName:\nTitle:\n"
    assert kinds(source_of(f"IN WITNESS WHEREOF the parties sign.{block * 4}")) == []


def test_a_number_behind_the_last_words_of_a_page_is_a_page_number() -> None:
    pages = "\n\n\n\n\n\n".join(f"{word} words end this page. {at}" for at, word in enumerate(WORDS, 1))
    source = source_of(pages)
    assert kinds(source) == ["page-number"] * 5
    assert not any(char.isdigit() for char in source.text)


def test_a_number_before_the_first_words_of_a_page_is_a_page_number() -> None:
    pages = "\n\n\n\n\n\n".join(
        f"{at}         {word} words begin this page." for at, word in enumerate(WORDS, 2)
    )
    source = source_of("Title and first page.\n\n\n\n\n\n" + pages)
    assert kinds(source) == ["page-number"] * 5
    assert not any(char.isdigit() for char in source.text)


LEGEND = "Certain confidential portions of this exhibit have been omitted and filed separately."


def test_a_legend_is_blanked_where_it_comes_again_and_stays_on_the_cover() -> None:
    gap = "\n\n\n\n\n\n"
    source = source_of(
        f"{LEGEND} LEASE. The rent is due.{gap}{LEGEND} The rent is paid.{gap}{LEGEND} The end."
    )
    assert kinds(source) == ["legend", "legend"]
    assert source.text.count("Certain confidential") == 1
    assert "The rent is paid." in source.text


def test_the_marks_of_a_filing_are_page_marks() -> None:
    source = source_of(
        "<DOCUMENT>\n<TYPE>EX-10.2\n<TEXT>\n\nLEASE\n\n<TABLE>\n<S>  <C>\nA    1\n</TABLE>\n</TEXT>"
    )
    assert set(kinds(source)) == {"page-mark"}
    assert source.text.split() == ["LEASE", "A", "1"]


def test_the_source_stamp_of_a_filing_is_a_foot() -> None:
    source = source_of(
        "The rent is due.\n\nSource: ALDER WIRE, INC., 10-K, 3/1/2019\n\n\n\n\n\nThe rent is paid."
    )
    assert kinds(source) == ["running-foot"]


def test_rows_that_are_alike_on_the_last_page_are_text() -> None:
    table = "SCHEDULE A\n\nZone 1   $0.40\nZone 2   $0.55\nZone 3   $0.70\n"
    _, furniture = blank_furniture("1. The rates stand in Schedule A.\n\n" + table)
    assert furniture == ()


def test_a_page_mark_that_counts_the_pages_is_no_text() -> None:
    source = source_of(
        "is renewed for a year (as\n\n\n\n<PAGE>   2\n\nthe case may be), and the leave which, to the\n\n\n2\n<PAGE>   3\n\nextent unused, is lost."
    )
    assert "(as the case may be), and the leave which, to the extent unused" in " ".join(source.text.split())
    assert kinds(source) == ["page-mark", "page-number", "page-mark"]


@pytest.mark.parametrize("line", ["<PAGE>   2 tons of coal", "<PAGE>   2,500", "Page 2 of the Order"])
def test_a_figure_that_is_not_alone_behind_a_page_mark_is_text(line: str) -> None:
    source = source_of(f"The buyer takes\n\n{line}\n\nin each month.")
    assert line.replace("<PAGE>", "").split() == source.text.split()[3:-3]


def test_a_paragraph_that_breaks_off_at_an_article_goes_on_behind_the_break() -> None:
    said = "The parties mean that the terms of this Plan shall satisfy in every respect each of the rules of Part\n(2), (3) and (4) of\nthe"
    source = source_of(f"{said}\n\n\n\n\n\n\nInternal\nRevenue Code, and shall be so read.")
    gap = source.text[source.text.index("of\nthe") + 6 : source.text.index("Internal")]
    assert gap.count("\n") == 1
