"""Days by the governing law, checked against the statutes' own lists."""

from __future__ import annotations

import datetime as dt

import pytest

from conformed.running.daycount import add_months, known_laws, law_of, month_end_sensitive
from conformed.running.public_holidays import Holidays

NEW_YORK = law_of("US-NY")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def listed(code: str, year: int) -> list[str]:
    """The weekdays of a year that are public holidays."""
    law = law_of(code)
    first = dt.date(year, 1, 1)
    days = (first + dt.timedelta(days=number) for number in range(366))
    return [
        f"{found:%m-%d}"
        for found in days
        if found.year == year and found.weekday() < 5 and law.holidays.name(found)
    ]


def test_new_york_2001() -> None:
    """General Construction Law § 24: Lincoln's birthday, a general election day each year, Veterans' day on a Sunday."""
    assert listed("US-NY", 2001) == [
        "01-01", "01-15", "02-12", "02-19", "05-28", "07-04", "09-03", "10-08", "11-06", "11-12", "11-22", "12-25",
    ]  # fmt: skip


def test_new_york_2021() -> None:
    """Juneteenth and Christmas were Saturdays: no Friday is a holiday for them; Susan B. Anthony day is none."""
    assert listed("US-NY", 2021) == [
        "01-01", "01-18", "02-12", "02-15", "05-31", "07-05", "09-06", "10-11", "11-02", "11-11", "11-25",
    ]  # fmt: skip
    assert NEW_YORK.holidays.name(day("2021-12-31")) is None


def test_new_york_2006_lincoln_on_a_sunday() -> None:
    assert listed("US-NY", 2006)[:4] == ["01-02", "01-16", "02-13", "02-20"]


def test_delaware_2004() -> None:
    """1 Del. C. § 501: Good Friday, the day after Thanksgiving, the biennial election, Saturday's holiday on Friday."""
    found = listed("US-DE", 2004)
    assert {"04-09", "11-02", "11-26", "07-05", "12-24"} <= set(found)
    assert "12-31" in found  # New Year's Day 2005 was a Saturday
    assert "11-08" not in listed("US-DE", 2005)  # no general election in an odd year


def test_california_2005_and_2023() -> None:
    """Government Code §§ 6700, 6701: Lincoln Day, Cesar Chavez Day, Admission Day; no Friday for a Saturday."""
    found = listed("US-CA", 2005)
    assert {"03-31", "09-09", "09-23", "10-10", "12-26"} <= set(found)
    assert "11-25" not in found  # the day after Thanksgiving is no holiday of § 6700
    assert law_of("US-CA").holidays.name(day("2005-02-12"))  # Lincoln Day, a Saturday
    assert "02-11" not in found
    assert "11-10" in listed(
        "US-CA", 2023
    )  # 11 November 2023 was a Saturday: the one holiday that moves back
    assert {"04-24", "06-19"} <= set(listed("US-CA", 2023))
    assert "06-19" not in listed("US-CA", 2020)


def test_england_2011_and_1999() -> None:
    """Bank holidays with their substitutes, and those proclaimed once."""
    assert listed("GB-ENG", 2011) == [
        "01-03",
        "04-22",
        "04-25",
        "04-29",
        "05-02",
        "05-30",
        "08-29",
        "12-26",
        "12-27",
    ]
    assert "12-31" in listed("GB-ENG", 1999)


def test_a_holiday_moved_over_the_turn_of_the_year() -> None:
    table = {"country": "US", "subdivision": "NY", "saturday": "previous"}
    assert Holidays(table).name(day("2021-12-31")) == "New Year's Day (day before)"


def test_nothing_is_known_of_other_laws() -> None:
    law = law_of("US-XX")
    assert law == law_of(None)
    assert law.deadline(day("2005-07-02")).safe == day("2005-07-02")
    assert law.deadline(day("2005-07-02")).last == day("2005-07-02")


@pytest.mark.parametrize("code", known_laws())
def test_every_law_names_its_sources(code: str) -> None:
    law = law_of(code)
    assert {"months", "days", "moves"} <= set(law.sources)
    assert all(len(source) > 10 for source in law.sources.values())


def test_months_outside_the_calendar() -> None:
    with pytest.raises(OverflowError, match="outside the calendar"):
        add_months(day("9999-01-31"), 12)


@pytest.mark.parametrize(
    "start, months, end, sensitive",
    [
        ("2001-03-31", 51, "2005-06-30", True),
        ("2000-02-29", 12, "2001-02-28", True),
        ("2000-02-29", 48, "2004-02-29", False),
        ("2000-02-28", 12, "2001-02-28", False),
        ("2001-02-28", 1, "2001-03-28", True),
        ("2001-05-01", 51, "2005-08-01", False),
        ("2001-12-31", 2, "2002-02-28", True),
        ("2001-01-15", -13, "1999-12-15", False),
    ],
)
def test_months(start: str, months: int, end: str, sensitive: bool) -> None:
    assert add_months(day(start), months) == day(end)
    assert month_end_sensitive(day(start), months) is sensitive
