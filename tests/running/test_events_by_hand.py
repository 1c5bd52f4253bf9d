"""Files of events as people and programs write them: what is read, and what is refused in one line with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import call
from tests.running.by_hand import CHARGE, CREDIT, HEADER, UNIT, files, refused, settled

INSTALLED = "i1,unit-installed,2001-04-01,2001-04-01T12:00:00-04:00,C-1,,,,"
RECEIPT = "r1,provider-payment,2001-04-10,2001-04-10T12:00:00-04:00,,East,{amount},,"


def text(*rows: str, end: str = "\n") -> bytes:
    return (end.join([HEADER, *rows]) + end).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + text(INSTALLED),
        text(INSTALLED, end="\r\n"),
        text(INSTALLED).rstrip(b"\n"),
        text(INSTALLED[:-1] + ',"said ""now"",\nand did"'),
        text("", INSTALLED, ",,,,,,,,"),
        text(INSTALLED.replace("C-1", '" C-1 "')),
        text(INSTALLED.replace("T12:00:00-04:00", " 12:00-0400")),
    ],
    ids=["BOM", "CRLF", "no last line end", "quoted line end", "blank rows", "blanks", "a blank for T"],
)
def test_one_row_however_it_is_written(tmp_path: Path, data: bytes) -> None:
    if data.count(b"\n") and b"said" in data:
        data = data.replace(b',,,,,"said', b',,,,"said')
    found = settled(tmp_path, [UNIT, CHARGE], data, "2001-04-30")
    assert found.lines("charge-2001-04", "unit", "amount") == [("C-1", "30.00")] and found.problems == []


def test_a_row_after_a_quoted_line_end_is_named_by_its_line(tmp_path: Path) -> None:
    first = INSTALLED[:-1] + ',"one\ntwo\nthree"'
    first = first.replace(",,,,,", ",,,,")
    line = refused(
        tmp_path, [UNIT], text(first, "p1,payment,2001-04-31,2001-05-01T12:00:00Z,,Two Inc.,1.00,,")
    )
    assert "events.csv:5:" in line and "'2001-04-31'" in line and "[event-value]" in line


@pytest.mark.parametrize(
    "amount",
    ['"1,000.00"', "-5.00", "", "5.005", "1e3", "+5.00", ".50", "5.", "$5.00", "٣", "NaN", "1 000.00"],
)
def test_an_amount_that_is_none(tmp_path: Path, amount: str) -> None:
    line = refused(tmp_path, [CREDIT], text(RECEIPT.format(amount=amount)))
    assert "events.csv:2: event r1: amount" in line and line.endswith("[event-value]")
    if amount == "-5.00":
        assert "nought or more" in line


@pytest.mark.parametrize(
    ("amount", "credit"),
    [
        ("0", "0.00"),
        ("0.00", "0.00"),
        (" 4.00 ", "1.00"),
        ("4", "1.00"),
        ("04.0", "1.00"),
        ("9999999999999999.99", "2500000000000000.00"),
    ],
)
def test_an_amount_that_is_one(tmp_path: Path, amount: str, credit: str) -> None:
    found = settled(tmp_path, [CREDIT], text(RECEIPT.format(amount=amount)), "2001-06-30")
    assert found.statement("credit-2001-Q2")["amount"] == credit


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("x1 | unit-disconnected | 2001-05-01 | | C-9", "[event-unit]"),
        ("x1 | extension-notice | 2001-05-01 | | C-9 | Two Inc. | | 2003-01-01", "[event-unit]"),
        ("x1 | correction | 2001-05-01 | | | | 5.00 | i1", "i1, which is a unit-installed"),
        ("x1 | correction | 2001-05-01 | | | | 5.00 | d1", "d1, which is a unit-disconnected"),
        ("x1 | correction | 2001-05-01 | | | | 5.00 | x1", "[event-reference]"),
        ("x1 | correction | 2001-05-01 | | | | 5.00 | zz", "zz, which is no event"),
        ("x1 | unit-disconnected | 2001-04-25 | | C-1", "is no longer in service"),
        ("x1 | unit-disconnected | 2001-03-31 | | C-1", "[event-order]"),
        ("x1 | unit-installed | 2001-04-10 | | C-1", "[event-installed-twice]"),
        ("x1 | provider-payment | 2001-05-01 | | | | 5.00", "counterparty is blank"),
        ("x1 | unit-installed | 2001-05-01 | | C-3 | | 5.00", "[event-value]"),
        ("x1 | unit-installed | 2001-05-01 | 2001-04-29T12:00:00-04:00 | C-3", "recorded_at"),
        ("x1 | unit-installed | 2001-02-29 | 2001-05-01 | C-3", "'2001-02-29'"),
        ("x1 | unit-instaled | 2001-05-01 | | C-3", "unit-installed, perhaps"),
        ("x1 | extension-notice | 2001-05-01 | | C-1 | Two Inc. | | next year", "the new end"),
        ("i1 | unit-installed | 2001-04-01 | | C-3", "lines 2 and 4"),
        (" | unit-installed | 2001-04-01 | | C-3", "event_id is blank"),
    ],
)
def test_rows_that_cannot_be(tmp_path: Path, row: str, says: str) -> None:
    table = f"i1 | unit-installed | 2001-04-01 | | C-1\nd1 | unit-disconnected | 2001-04-20 | | C-1\n{row}"
    line = refused(tmp_path, [UNIT, CHARGE], table)
    assert "events.csv:" in line and says in line


@pytest.mark.parametrize(
    "moment",
    ["2001-04-01T12:00:00", "2001-04-01", "noon", "2001-04-01T25:00:00Z", "2001-04-01T12:00:00+99:00"],
)
def test_a_moment_needs_its_offset(tmp_path: Path, moment: str) -> None:
    line = refused(tmp_path, [UNIT], text(INSTALLED.replace("2001-04-01T12:00:00-04:00", moment)))
    assert "recorded_at" in line and "2001-04-30T17:05:00-04:00" in line


def test_the_same_event_twice_is_one_and_said(tmp_path: Path) -> None:
    found = settled(tmp_path, [UNIT, CHARGE], text(INSTALLED, INSTALLED), "2001-04-30")
    assert found.lines("charge-2001-04", "unit", "amount") == [("C-1", "30.00")]
    assert found.status == 0 and "[event-repeated]" in found.told


@pytest.mark.parametrize(
    ("clause", "says"),
    [
        (CHARGE.replace("30.00", "30.1234567"), "at most six decimals"),
        (CHARGE.replace("30.00", "-1"), "not negative"),
        (CHARGE.replace('"30.00"', "true"), "[clause-value]"),
        (CHARGE.replace("due_days = 30", "due_days = 1.5"), "whole number of days"),
        (CHARGE.replace("due_days = 30", "due_days = -1"), "whole number of days"),
        (CHARGE.replace('"30.00"', '"withheld:"'), "the id of a seal"),
        (UNIT.replace("12", "0.5"), "whole number of months"),
        (UNIT + '\noption = { holder = "customer" }', "either notice_days or notice_months"),
        ('kind = "claw-back"\nrate = 1\ndue_days = 1\ncap = "none"', "cumulative, gross, carry-forward"),
        ('kind = "pass-through-credit"\nrate = 1\ndue_days = 1\nperiod = "week"', "month, quarter, year"),
    ],
)
def test_clauses_that_cannot_be(tmp_path: Path, clause: str, says: str) -> None:
    line = refused(tmp_path, [clause], text(INSTALLED))
    assert "agreement.toml:" in line and says in line


def test_a_currency_in_small_letters(tmp_path: Path) -> None:
    line = refused(tmp_path, [UNIT], text(INSTALLED), top='currency = "usd"\n')
    assert "agreement.toml:1:" in line and "three capitals" in line


def test_an_empty_file_and_one_of_a_header_alone(tmp_path: Path) -> None:
    assert "it is empty" in refused(tmp_path, [UNIT], b"")
    found = settled(tmp_path, [UNIT, CHARGE], text(), "2001-04-30")
    assert found.record["units"] == found.record["statements"] == [] and found.status == 0


def test_many_mistakes_are_all_told_each_on_its_line(tmp_path: Path) -> None:
    bad = [RECEIPT.format(amount="x").replace("r1", f"r{number}") for number in range(3)]
    ended = call("settle", *files(tmp_path, [CREDIT], text(*bad)), "--as-of", "2001-12-31")
    told = ended.err.splitlines()
    assert ended.status == 2 and not ended.out
    assert [f"events.csv:{line}:" in one for line, one in enumerate(told, 2)] == [True] * 3


@pytest.mark.parametrize(
    ("recorded", "statement"),
    [
        (
            "2001-07-30T23:30:00-04:00",
            "credit-2001-Q2",
        ),  # the due day, by the clock of the one who recorded it
        ("2001-07-31T03:30:00Z", "credit-2001-Q3"),  # the same moment, recorded where the day after had begun
    ],
)
def test_the_day_of_recording_is_that_of_its_own_offset(
    tmp_path: Path, recorded: str, statement: str
) -> None:
    events = f"r1 | provider-payment | 2001-06-30 | {recorded} | | Trunk A | 1000.00"
    assert settled(tmp_path, [CREDIT], events, "2001-12-31").statements == [statement]
