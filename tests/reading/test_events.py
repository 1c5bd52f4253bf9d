"""The events file: what is read, and one clear line for everything that is wrong."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from pathlib import Path

import pytest

from conformed.model.event import COLUMNS, EVENT_KINDS
from conformed.model.problem import ConformedError
from conformed.reading.events import MOST_MISTAKES, read_events

HEADER = ",".join(COLUMNS) + "\n"
GOOD = """\
i1,unit-installed,2001-03-31,2001-03-31T12:00:00-05:00,C-1,,,,
r1,provider-payment,2001-04-30,2001-05-02T09:00:00-04:00,,ILEC East,600.10,wire 17,"first, of two"
r2,provider-credit,2001-05-31,2001-06-02T09:00:00-04:00,,ILEC East,400.00,,
f1,forfeiture,2001-09-01,2001-09-02T09:00:00-04:00,,ILEC East,4000.00,Order 01-77,
b1,claw-back-billed,2001-09-10,2001-09-10T10:00:00-04:00,,,,f1,
"""


def read(tmp_path: Path, text: str) -> tuple[str, ...]:
    path = tmp_path / "events.csv"
    path.write_bytes(text.encode())
    events, problems = read_events(path)
    return tuple(event.id for event in events) + tuple(problem.code for problem in problems)


def test_rows_become_events_in_the_order_in_which_they_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text(HEADER + GOOD, encoding="utf-8")
    events, problems = read_events(path)
    assert problems == ()
    assert [event.id for event in events] == ["i1", "r1", "r2", "f1", "b1"]
    first = events[1]
    assert (first.amount, first.counterparty, first.note) == (Decimal("600.10"), "ILEC East", "first, of two")
    assert (first.occurred_on, first.recorded_on) == (dt.date(2001, 4, 30), dt.date(2001, 5, 2))
    assert first.line == 3
    assert events[0].amount is None


def test_the_order_of_rows_and_columns_does_not_matter(tmp_path: Path) -> None:
    rows = [row.split(",") for row in GOOD.replace('"first, of two"', "first").splitlines()]
    columns = list(range(9))
    random.Random(7).shuffle(rows)
    random.Random(8).shuffle(columns)
    text = "\r\n".join(",".join(row[column] for column in columns) for row in [list(COLUMNS), *rows])
    assert read(tmp_path, "\N{BYTE ORDER MARK}" + text) == ("i1", "r1", "r2", "f1", "b1")


def test_one_day_is_taken_in_the_fixed_order_then_by_recording_then_by_id(tmp_path: Path) -> None:
    day = "2001-05-01,2001-05-02T09:00:00Z"
    text = HEADER + (
        f"z,unit-disconnected,{day},C-1,,,,\n"
        f"y,payment,{day},,Customer,5.00,charge-2001-04,\n"
        f"x,claw-back-billed,{day},,,,v,\n"
        f"w,correction,{day},,,7.00,c,\n"
        f"v,forfeiture,{day},,T,5.00,,\n"
        f"c,provider-payment,{day},,T,5.00,,\n"
        f"b,provider-payment,{day},,T,5.00,,\n"
        "d,provider-payment,2001-05-01,2001-05-02T08:59:59Z,,T,5.00,,\n"
        f"a,unit-installed,{day},C-1,,,,\n"
        f"o,unit-ordered,{day},C-1,,,,\n"
    )
    assert read(tmp_path, text) == ("o", "a", "d", "b", "c", "w", "v", "x", "y", "z")


def test_the_same_row_twice_is_one_event_and_is_mentioned(tmp_path: Path) -> None:
    assert read(tmp_path, HEADER + GOOD + GOOD.splitlines()[1]) == (
        "i1",
        "r1",
        "r2",
        "f1",
        "b1",
        "event-repeated",
    )


def test_blank_rows_are_no_events(tmp_path: Path) -> None:
    assert read(tmp_path, HEADER + "\n,,,,,,,,\n" + GOOD.splitlines()[0] + "\n\n") == ("i1",)


def test_every_kind_of_the_interface_is_known() -> None:
    promised = (
        "unit-ordered unit-installed unit-disconnected provider-payment provider-credit forfeiture "
        "claw-back-billed extension-notice payment correction"
    )
    assert set(promised.split()) <= set(EVENT_KINDS)


AT = "2001-05-02T09:00:00-04:00"
BAD_ROWS = {
    "unknown kind": (f"x,provider-paymant,2001-05-01,{AT},,T,5.00,,", "kind is 'provider-paymant'; give provider-payment, perhaps"),
    "kind unlike any": (f"x,zzz,2001-05-01,{AT},,T,5.00,,", "give one of unit-ordered"),
    "no id": (f",payment,2001-05-01,{AT},,T,5.00,,", "event_id is blank; give an id of its own"),
    "bad date": (f"x,provider-payment,2001-02-30,{AT},,T,5.00,,", "occurred_on is '2001-02-30'; give a day such as"),
    "date of another country": (f"x,provider-payment,01.05.2001,{AT},,T,5.00,,", "event x: occurred_on is '01.05.2001'"),
    "compact date": (f"x,provider-payment,20010501,{AT},,T,5.00,,", "occurred_on is '20010501'"),
    "far future": (f"x,provider-payment,9999-12-31,{AT},,T,5.00,,", "occurred_on is '9999-12-31'"),
    "no date": (f"x,provider-payment,,{AT},,T,5.00,,", "occurred_on is blank"),
    "no offset": ("x,provider-payment,2001-05-01,2001-05-02T09:00:00,,T,5.00,,", "give a moment with its offset"),
    "no moment": ("x,provider-payment,2001-05-01,2001-05-02T25:00:00Z,,T,5.00,,", "recorded_at is"),
    "negative amount": (f"x,provider-payment,2001-05-01,{AT},,T,-5.00,,", "amount is '-5.00'; give an amount of nought or more"),
    "grouped amount": (f'x,provider-payment,2001-05-01,{AT},,T,"1,000.10",,', "amount is '1,000.10'; give an amount such as 1000.10"),
    "float amount": (f"x,provider-payment,2001-05-01,{AT},,T,1e3,,", "amount is '1e3'"),
    "mills": (f"x,provider-payment,2001-05-01,{AT},,T,5.001,,", "amount is '5.001'"),
    "not a number": (f"x,provider-payment,2001-05-01,{AT},,T,NaN,,", "amount is 'NaN'"),
    "other digits": (f"x,provider-payment,2001-05-01,{AT},,T,٣,,", "amount is"),
    "no amount": (f"x,provider-payment,2001-05-01,{AT},,T,,,", "amount is blank; give what a provider-payment needs there"),
    "no counterparty": (f"x,provider-payment,2001-05-01,{AT},,,5.00,,", "counterparty is blank"),
    "no unit": (f"x,unit-installed,2001-05-01,{AT},,,,,", "subject is blank"),
    "amount where none belongs": (f"x,unit-installed,2001-05-01,{AT},C-9,,5.00,,", "a unit-installed has no amount"),
    "extension without end": (f"x,extension-notice,2001-05-01,{AT},C-1,Customer,,soon,", "give the new end, a day such as"),
    "known before it happened": ("x,provider-payment,2001-05-01,2001-04-29T09:00:00-04:00,,T,5.00,,", "give a moment not before the day it occurred, 2001-05-01"),
    "known before it happened, in UTC": ("x,provider-payment,2001-05-01,2001-04-30T09:59:00Z,,T,5.00,,", "a moment not before"),
    "control characters": (f"x,provider-payment,2001-05-01,{AT},,T\x07,5.00,,", "counterparty is 'T?'; give plain text"),
    "other content": (f"r1,provider-payment,2001-04-30,{AT},,ILEC East,700.10,,", "r1 stands in lines 3 and 7 with different content"),
    "unknown unit": (f"x,unit-disconnected,2001-05-01,{AT},C-11,,,,", "unit C-11, which was never ordered or installed; did you mean C-1?"),
    "unknown unit in a notice": (f"x,extension-notice,2001-05-01,{AT},Q,Customer,,2006-01-01,", "unit Q, which was never"),
    "disconnected before installed": ("x,unit-disconnected,2001-03-01,2001-05-01T09:00:00Z,C-1,,,,", "C-1 is disconnected on 2001-03-01 but was installed only on 2001-03-31"),
    "ordered after it was installed": (f"x,unit-ordered,2001-05-01,{AT},C-1,,,,", "C-1 is ordered on 2001-05-01 but has been in service since i1"),
    "installed twice": (f"x,unit-installed,2001-05-01,{AT},C-1,,,,", "x installs C-1, which i1 already installed"),
    "correction of nothing": (f"x,correction,2001-05-01,{AT},,,5.00,r99,", "x refers to r99, which is no event"),
    "correction of an installation": (f"x,correction,2001-05-01,{AT},,,5.00,i1,", "i1, which is a unit-installed"),
    "correction of itself": (f"x,correction,2001-05-01,{AT},,,5.00,x,", "x refers to x"),
    "correction known too early": ("x,correction,2001-04-30,2001-04-30T09:00:00-04:00,,,5.00,r1,", "it is recorded before r1"),
    "correction that occurred too early": (f"x,correction,2001-04-01,{AT},,,5.00,r1,", "before r1 on 2001-04-30"),
    "billed before forfeited": (f"x,claw-back-billed,2001-05-01,{AT},,,,f1,", "it occurred on 2001-05-01, before f1 on 2001-09-01"),
    "billed what is no forfeiture": (f"x,claw-back-billed,2001-05-01,{AT},,,,r1,", "r1, which is a provider-payment"),
    "billed twice": ("x,claw-back-billed,2001-09-12,2001-09-12T09:00:00Z,,,,f1,", "x bills forfeiture f1, which b1 already billed"),
    "too few fields": ("x,payment,2001-05-01", "this row has 3 fields, the header 9"),
    "a quote in the middle": (f'x,payment,2001-05-01,{AT},,"T"x,5.00,,', "not RFC 4180"),
    "an open quote": (f'x,payment,2001-05-01,{AT},,"T,5.00,,', "not RFC 4180"),
}  # fmt: skip


@pytest.mark.parametrize("row, message", BAD_ROWS.values(), ids=BAD_ROWS.keys())
def test_a_bad_row_is_one_line_with_file_and_row_and_nothing_is_imported(
    tmp_path: Path, row: str, message: str
) -> None:
    path = tmp_path / "events.csv"
    path.write_text(HEADER + GOOD + row + "\n", encoding="utf-8")
    with pytest.raises(ConformedError) as raised:
        read_events(path)
    shown = str(raised.value)
    assert message in shown
    assert shown.startswith(f"{path}:7: ")
    assert "\n" not in shown
    assert raised.value.others == ()


def test_several_mistakes_come_together_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    rows = [BAD_ROWS["bad date"][0], GOOD.splitlines()[0], BAD_ROWS["negative amount"][0]]
    path.write_text(HEADER + "\n".join(rows), encoding="utf-8")
    with pytest.raises(ConformedError) as raised:
        read_events(path)
    assert [mistake.line for mistake in (raised.value.problem, *raised.value.others)] == [2, 4]
    path.write_text(HEADER + "\n".join([BAD_ROWS["bad date"][0]] * 1000), encoding="utf-8")
    with pytest.raises(ConformedError) as raised:
        read_events(path)
    assert len(raised.value.others) == MOST_MISTAKES - 1


def test_a_field_over_several_lines_counts_its_row_by_the_first(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    good = f'a,payment,2001-05-01,{AT},,T,5.00,,"two\nlines"\n'
    path.write_text(HEADER + good + BAD_ROWS["bad date"][0], encoding="utf-8")
    with pytest.raises(ConformedError) as raised:
        read_events(path)
    assert raised.value.problem.line == 4


def test_corrections_in_a_circle(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text(
        HEADER + f"a,correction,2001-05-01,{AT},,,5.00,b,\nb,correction,2001-05-01,{AT},,,5.00,a,\n",
        encoding="utf-8",
    )
    with pytest.raises(ConformedError, match="a correction that in the end corrects this one"):
        read_events(path)


def test_units_may_return_to_service(tmp_path: Path) -> None:
    text = HEADER + (
        f"a,unit-installed,2001-03-01,{AT},C-1,,,,\n"
        f"b,unit-disconnected,2001-03-31,{AT},C-1,,,,\n"
        f"c,unit-installed,2001-04-15,{AT},C-1,,,,\n"
    )
    assert read(tmp_path, text) == ("a", "b", "c")
    with pytest.raises(ConformedError, match="is no longer in service"):
        read(tmp_path, text.replace("c,unit-installed", "c,unit-disconnected"))
    with pytest.raises(ConformedError, match="was never installed"):
        read(
            tmp_path,
            HEADER + f"a,unit-ordered,2001-03-01,{AT},C-1,,,,\nb,unit-disconnected,2001-03-31,{AT},C-1,,,,\n",
        )


HEADERS = {
    "a column is missing": (HEADER.replace("recorded_at,", ""), "the column recorded_at is missing"),
    "a column is misspelt": (
        HEADER.replace("amount", "ammount"),
        "unknown column .ammount.; did you mean amount",
    ),
    "a column is there twice": (HEADER.replace("note", "amount"), "the column amount is there twice"),
    "an unknown column": (HEADER.strip() + ",zzzzz\n", "unknown column .zzzzz.; the columns are event_id"),
    "semicolons": (HEADER.replace(",", ";"), "separate the columns by commas"),
    "empty": ("", "it is empty"),
    "binary": ("\x00\x01\x02", "unknown column"),
}


@pytest.mark.parametrize("header, message", HEADERS.values(), ids=HEADERS.keys())
def test_a_wrong_header(tmp_path: Path, header: str, message: str) -> None:
    path = tmp_path / "events.csv"
    path.write_text(header, encoding="utf-8")
    with pytest.raises(ConformedError, match=message) as raised:
        read_events(path)
    assert raised.value.problem.line == 1


def test_files_that_are_no_events(tmp_path: Path) -> None:
    with pytest.raises(ConformedError, match="no such file"):
        read_events(tmp_path / "absent.csv")
    with pytest.raises(ConformedError, match="cannot be read as events"):
        read_events(tmp_path)
    with pytest.raises(ConformedError, match="cannot be read as events"):
        read_events("nul\0byte.csv")
    path = tmp_path / "events.csv"
    path.write_bytes(HEADER.encode() + b"x,caf\xe9\n")
    with pytest.raises(ConformedError, match="it is not UTF-8"):
        read_events(path)
    path.write_text(HEADER + "x" * 10_000_000, encoding="utf-8")
    with pytest.raises(ConformedError, match="a line is far too long"):
        read_events(path)
    path.write_text(HEADER + f"x,payment,2001-05-01,{AT},,T,5.00,,{'n' * 30_000}\n", encoding="utf-8")
    with pytest.raises(ConformedError, match="note is 'nnn"):
        read_events(path)
