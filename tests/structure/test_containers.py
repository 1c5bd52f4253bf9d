"""Schedules, exhibits, appendices: numbering of their own, nested as they say."""

from __future__ import annotations

import pytest

from conformed.structure import find_provisions, inline_items
from tests.structure.papers import at, paper, paths

BODY = "AGREEMENT\n\n1. One. A.\n\n2. Two. B.\n\n"


def test_a_schedule_numbers_anew() -> None:
    assert paths(paper(BODY + "SCHEDULE 1\nTHE GOODS\n\n1. Gin.\n\n2. Rum.\n\nSCHEDULE 2\n\n1. Fee.")) == [
        "1", "2", "schedule 1", "schedule 1/1", "schedule 1/2", "schedule 2", "schedule 2/1",
    ]  # fmt: skip


def test_an_appendix_stands_where_it_says() -> None:
    text = (
        BODY
        + "SCHEDULE 1\n\n1. Gin.\n\nAPPENDIX A TO SCHEDULE 1\n\n1. Fee.\n\n2. Rate.\n\nAPPENDIX B\n\n1. Other."
    )
    assert paths(paper(text)) == [
        "1", "2", "schedule 1", "schedule 1/1", "schedule 1/appendix a", "schedule 1/appendix a/1", "schedule 1/appendix a/2",
        "appendix b", "appendix b/1",
    ]  # fmt: skip


def test_an_appendix_behind_another_schedule_still_says_where_it_belongs() -> None:
    document = paper(
        BODY + "SCHEDULE 1\n\nGoods.\n\nSCHEDULE 2\n\nFees.\n\nAPPENDIX A\nTO SCHEDULE 1\n\n1. Fee."
    )
    assert at(document, "schedule 1", "appendix a").label == "APPENDIX A"


def test_parts_of_a_schedule() -> None:
    text = (
        BODY
        + "SCHEDULE 1\nTHE SOFTWARE\n\nPart 1 - Description\n\n1. A program.\n\nPart 2 - Tests\n\n1. It loads.\n\n2. It runs."
    )
    assert paths(paper(text))[2:] == [
        "schedule 1", "schedule 1/part 1", "schedule 1/part 1/1", "schedule 1/part 2", "schedule 1/part 2/1", "schedule 1/part 2/2",
    ]  # fmt: skip


def test_a_paper_that_is_itself_a_schedule() -> None:
    text = "SCHEDULE\n\nto the Master Agreement dated as of March 1, 2011 between Alder Wire Inc. and Birch LLC\n\nPart 1\n\nTerms\n\n(a) One.\n\n(b) Two:\n\n(i) x\n\n(ii) y\n\nPart 2\n\nMore\n\n(a) Three."
    document = paper(text)
    assert paths(document) == [
        "schedule/part 1",
        "schedule/part 1/a",
        "schedule/part 1/b",
        "schedule/part 1/b/i",
        "schedule/part 1/b/ii",
        "schedule/part 2",
        "schedule/part 2/a",
    ]
    assert find_provisions(document, ("part 1", "b", "ii")) == (
        at(document, "schedule", "part 1", "b", "ii"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "Exhibit A is attached hereto.",
        "Schedule B (records);",
        "Exhibit A, and",
        "EXHIBIT A SHALL apply to it.".lower(),
    ],
)
def test_a_sentence_is_no_heading(line: str) -> None:
    assert paths(paper(BODY + line + "\n\n3. Three. C.")) == ["1", "2", "3"]


def test_a_list_of_exhibits_is_no_exhibit() -> None:
    text = "LEASE\n\nExhibit A  Goods\nExhibit B  Fees\n\n1. One. A.\n\n2. Two. B.\n\nEXHIBIT A\n\nGin.\n\nEXHIBIT B\n\nTen dollars."
    assert paths(paper(text)) == ["1", "2", "exhibit a", "exhibit b"]


def test_a_heading_in_a_line_that_lost_its_breaks() -> None:
    words = (
        "For clarity, the benefits set forth here are subject to the terms of the agreement, and to the approval of the Club. "
        * 3
    )
    document = paper(BODY + f"EXHIBIT A   Benefits   {words}   1. Signs. {words}   2. Radio. {words}")
    assert paths(document) == ["1", "2", "exhibit a", "exhibit a/1", "exhibit a/2"]
    assert (
        at(document, "exhibit a").heading == "Benefits"
        or at(document, "exhibit a").body < at(document, "exhibit a", "1").start
    )


def test_other_ways_to_name_a_place() -> None:
    text = "ARTICLE 3\nFEES\n\n3.1 Fee. It is due.\n\n3.2 Rate.\n\nSCHEDULE 1\n\n1. Gin.\n\nAPPENDIX A TO SCHEDULE 1\n\n1. Rate."
    document = paper("LEASE\n\nARTICLE 1\nTERM\n\n1.1 Term.\n\n" + text)
    assert find_provisions(document, ("3",)) == (at(document, "article 3"),)
    assert find_provisions(document, ("Article 3",)) == (at(document, "article 3"),)
    assert find_provisions(document, ("appendix a", "1")) == (at(document, "schedule 1", "appendix a", "1"),)
    assert find_provisions(document, ("article 3", "3.1")) == (at(document, "3.1"),)
    assert find_provisions(document, ()) == ()


def test_a_paragraph_of_a_schedule_is_never_looked_for_in_the_body() -> None:
    document = paper(BODY + "SCHEDULE 1\n\n1. Gin.\n\n2. Rum.\n\n3. Ale.")
    assert find_provisions(document, ("schedule 2", "1")) == ()
    assert find_provisions(document, ("3",)) == ()


def test_items_within_a_sentence_are_found_when_asked_for() -> None:
    document = paper(
        "1. Work. The Owner shall (a) insure the barge; (b) keep it; and (c) sell it. It is his.\n\n2. End. It ends."
    )
    items = inline_items(document, at(document, "1"))
    text = document.text.string
    assert [text[item.start : item.end] for item in items] == [
        "(a) insure the barge;",
        "(b) keep it; and",
        "(c) sell it.",
    ]
    assert find_provisions(document, ("1", "b")) == (items[1],)
    assert find_provisions(document, ("1", "d")) == ()
    assert inline_items(document, at(document, "2")) == ()


def test_the_first_schedule_is_schedule_1() -> None:
    document = paper(
        BODY
        + "THE FIRST SCHEDULE\nProducts\n\n1. Train.\n\n2. Robot.\n\nTHE SECOND SCHEDULE\nPrices\n\n1. Ten dollars."
    )
    assert paths(document)[2:] == ["schedule 1", "schedule 1/1", "schedule 1/2", "schedule 2", "schedule 2/1"]
    assert find_provisions(document, ("first schedule", "2")) == (at(document, "schedule 1", "2"),)


def test_bare_numbers_that_open_a_schedule_are_its_items() -> None:
    document = paper(
        "1. Fees. The fees are in Schedule 1.\n\n2. Term. It is long.\n\n"
        "Schedule 1 - Fees\n\n1 Initial fee: £1,450.\n\n2 Annual fee: £975.\n\n3 Release fee: £400.\n"
    )
    assert [one.path for one in document.walk() if one.path[0] == "schedule 1"] == [
        ("schedule 1",),
        ("schedule 1", "1"),
        ("schedule 1", "2"),
        ("schedule 1", "3"),
    ]


def test_the_numbered_rows_of_a_schedules_table_are_no_items() -> None:
    document = paper(
        "1. Hire. The machines are in Schedule 1.\n\n2. Term. It is long.\n\n"
        "Schedule 1 - Machines\n\n1   Crawler dozer    $380,000\n\n2   Grader    $210,000\n\n3   Roller    $90,000\n"
    )
    assert [one.path for one in document.walk() if one.path[0] == "schedule 1"] == [("schedule 1",)]
