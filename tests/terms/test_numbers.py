"""Numbers, durations and dates, in words and figures."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.structure.dates import find_dates, find_numeric_dates
from conformed.structure.durations import Duration, after_months, find_durations
from conformed.structure.numbers import find_numbers, number_from_words, ordinal_from_words

ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelt(number: int) -> str:
    if number < 20:
        return ONES[number - 1]
    if number < 100:
        tens = TENS[number // 10 - 2]
        return tens if number % 10 == 0 else f"{tens}-{ONES[number % 10 - 1]}"
    rest = f" and {spelt(number % 100)}" if number % 100 else ""
    return f"{ONES[number // 100 - 1]} hundred{rest}"


@given(st.integers(1, 999))
def test_a_spelt_number_is_read_back(number: int) -> None:
    assert number_from_words(spelt(number)) == number
    assert [found.value for found in find_numbers(f"within {spelt(number)} ({number}) days")] == [number]


@given(st.integers(1, 999), st.integers(1, 999))
def test_words_against_figures_are_told(words: int, figures: int) -> None:
    (found,) = find_numbers(f"{spelt(words)} ({figures}) months")
    assert found.value == words
    assert found.figures == (figures if figures != words else None)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("first", 1),
        ("twenty-first", 21),
        ("30th", 30),
        ("thirtieth", 30),
        ("2 nd", 2),
        ("umpteenth", None),
        ("twenty tenth", None),
    ],
)
def test_ordinals(words: str, place: int | None) -> None:
    assert ordinal_from_words(words) == place


@pytest.mark.parametrize("words", ["", "several", "and", "one apple"])
def test_what_is_no_number(words: str) -> None:
    assert number_from_words(words) is None


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("thirty (30) days", "P30D"),
        ("ninety (90) calendar days", "P90D"),
        ("10 business days", "P10D"),
        ("a five-year period", "P5Y"),
        ("eighteen (18) months", "P18M"),
        ("two (2) calendar quarters", "P6M"),
        ("one year and six months", "P1Y6M"),
        ("two and one-half (2 1/2) years", "P30M"),
        ("six weeks", "P6W"),
        ("one hundred and eighty (180) days", "P180D"),
        ("60 (sixty) days", "P60D"),
        ("one thousand two hundred days", "P1200D"),
    ],
)
def test_durations(words: str, iso: str) -> None:
    assert [str(found.duration) for found in find_durations(f"for {words} from now")] == [iso]


def test_a_month_and_a_half_has_no_one_length() -> None:
    assert list(find_durations("one and one-half months")) == []


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(-600, 600))
def test_months_keep_the_day_or_take_the_last(day: dt.date, months: int) -> None:
    later = after_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + dt.timedelta(days=1)).day == 1


def test_a_duration_beyond_the_calendar_has_no_end() -> None:
    assert Duration(years=9999).after(dt.date(2001, 1, 1)) is None
    assert Duration(weeks=2, days=1).after(dt.date(2001, 1, 1)) == dt.date(2001, 1, 16)
    assert Duration(years=2).whole_months == 24
    assert Duration(days=3).whole_months is None
    assert str(Duration()) == "P0D"


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("November 1, 2000", "2000-11-01"),
        ("Nov. 1, 2000", "2000-11-01"),
        ("1 November 2000", "2000-11-01"),
        ("the 1st day of November, 2000", "2000-11-01"),
        ("this first (1st) day of November in the year 2000", "2000-11-01"),
        ("the twenty-first day of May, 1999", "1999-05-21"),
        ("this 15t h day of January 2018", "2018-01-15"),
        ("DECEMBER 31 2003", "2003-12-31"),
        ("2000-11-01", "2000-11-01"),
        ("November\n     1, 2000", "2000-11-01"),
    ],
)
def test_dates(words: str, iso: str) -> None:
    assert [found.date.isoformat() for found in find_dates(f"dated {words} between")] == [iso]


@pytest.mark.parametrize(
    "words", ["the __ day of May, 2001", "February 30, 2001", "May, 2001", "[●], 2019", "Section 2001"]
)
def test_what_is_no_date(words: str) -> None:
    assert list(find_dates(words)) == []


@given(st.dates(dt.date(1951, 1, 1), dt.date(2049, 12, 31)))
def test_a_written_date_is_read_back(day: dt.date) -> None:
    assert [found.date for found in find_dates(f"as of {day.strftime('%B')} {day.day}, {day.year}")] == [day]


def test_figures_alone_follow_the_order_that_the_paper_shows() -> None:
    def read(text: str) -> list[str]:
        return [found.date.isoformat() for found in find_numeric_dates(text)]

    assert read("3/4/01") == ["2001-03-04"]
    assert read("3/4/01 and 25/12/01") == ["2001-04-03", "2001-12-25"]
    assert read("03.04.2001") == []
    assert read("25.12.2001 and 03.04.2001") == ["2001-12-25", "2001-04-03"]
    assert read("99/99/2001, 2/30/2001") == []
    assert read("1/2/60") == ["1960-01-02"]
