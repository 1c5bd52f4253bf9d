"""Terms and notices at their edges, each day worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running.by_hand import OPTION, UNIT, settled


@pytest.mark.parametrize(
    ("installed", "months", "ends", "flags"),
    [
        ("2000-02-29", 12, "2001-02-28", ["month-end-sensitive"]),
        ("2000-02-29", 48, "2004-02-29", []),
        ("2003-02-28", 12, "2004-02-28", ["month-end-sensitive"]),
        ("2001-01-31", 1, "2001-02-28", ["month-end-sensitive"]),
        ("2001-08-31", 51, "2005-11-30", ["month-end-sensitive"]),
        ("2001-03-31", 51, "2005-06-30", ["month-end-sensitive"]),
        ("2001-03-30", 51, "2005-06-30", []),
        ("2001-12-31", 12, "2002-12-31", []),
    ],
)
def test_months_from_the_ends_of_months(
    tmp_path: Path, installed: str, months: int, ends: str, flags: list[str]
) -> None:
    clause = UNIT.replace("12", str(months))
    found = settled(tmp_path, [clause], f"i1 | unit-installed | {installed} | | C-1", "2005-12-31").unit(
        "C-1"
    )
    assert (found["term_ends_on"], found["flags"], found["status"]) == (ends, flags, "expired")


def test_months_amended_for_circuits_already_installed(tmp_path: Path) -> None:
    """31 January 1999 and 51 months: there is no 31 April 2003. A term that had run out is not begun again."""
    found = settled(
        tmp_path,
        [
            UNIT.replace("12", "42"),
            UNIT.replace("12", "51") + "\neffective = 2000-11-01",
        ],
        """
        i0 | unit-installed | 1997-01-15 | | C-0
        i1 | unit-installed | 1999-01-31 | | C-1
        i2 | unit-installed | 2000-12-01 | | C-2
        """,
        "2000-12-31",
    )
    assert [(unit["id"], unit["term_ends_on"], unit["status"]) for unit in found.record["units"]] == [
        ("C-0", "2000-07-15", "expired"),
        ("C-1", "2003-04-30", "in-term"),
        ("C-2", "2005-03-01", "in-term"),
    ]
    before = settled(
        tmp_path,
        [UNIT.replace("12", "42"), UNIT.replace("12", "51") + "\neffective = 2000-11-01"],
        "i1 | unit-installed | 1999-01-31 | | C-1",
        "2000-10-31",
    )
    assert before.unit("C-1")["term_ends_on"] == "2002-07-31"


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2001-11-10", "in-term"),
        ("2001-11-11", "notice-window"),  # 30 days before 11 December
        ("2001-12-11", "notice-window"),
        ("2001-12-12", "in-term"),
        ("2002-01-10", "in-term"),
        ("2002-01-11", "expired"),
    ],
)
def test_the_window_for_notice_opens_and_closes(tmp_path: Path, as_of: str, status: str) -> None:
    found = settled(tmp_path, [OPTION], "i1 | unit-installed | 2001-01-10 | | C-1", as_of).unit("C-1")
    assert (found["notice_due_on"], found["notice_last_on"], found["status"]) == (
        "2001-12-11",
        "2001-12-11",
        status,
    )


def test_the_window_is_measured_from_the_last_day(tmp_path: Path) -> None:
    """1 August 2005 less 30 days is Saturday 2 July; the last day is Tuesday the 5th, and 30 days before it 5 June."""
    for as_of, status in (
        ("2005-06-04", "in-term"),
        ("2005-06-05", "notice-window"),
        ("2005-07-05", "notice-window"),
    ):
        clause = OPTION.replace("months = 12", "months = 51")
        found = settled(tmp_path, [clause], "i1 | unit-installed | 2001-05-01 | | C-1", as_of).unit("C-1")
        assert (found["notice_safe_on"], found["notice_last_on"]) == ("2005-07-01", "2005-07-05")
        assert found["status"] == status, as_of


@pytest.mark.parametrize(
    ("day", "ends", "problems"),
    [
        ("2005-07-01", "2006-08-01", []),
        ("2005-07-02", "2006-08-01", []),
        ("2005-07-03", "2006-08-01", ["relies-on-extension n1"]),
        ("2005-07-05", "2006-08-01", ["relies-on-extension n1"]),
        ("2005-07-06", "2005-08-01", ["late-notice n1"]),
        ("2005-08-02", "2005-08-01", ["late-notice n1"]),
    ],
)
def test_a_notice_on_the_due_day_the_last_day_and_after(
    tmp_path: Path, day: str, ends: str, problems: list[str]
) -> None:
    found = settled(
        tmp_path,
        [OPTION.replace("months = 12", "months = 51")],
        f"""
        i1 | unit-installed   | 2001-05-01 | | C-1
        n1 | extension-notice | {day}      | | C-1 | Two Inc. | | 2006-08-01
        """,
        "2005-08-10",
    )
    assert found.unit("C-1")["term_ends_on"] == ends and found.problems == problems
    assert found.unit("C-1")["status"] == ("extended" if ends == "2006-08-01" else "expired")


@pytest.mark.parametrize(
    ("law", "spring", "friday"),
    [
        # 27 June 2001 less 30 days is Monday 28 May: Memorial Day, and in England the spring bank holiday.
        # 13 May 2001 less 30 days is Good Friday, 13 April: no holiday in New York.
        ("US-NY", ("2001-05-25", "2001-05-29"), ("2001-04-13", "2001-04-13")),
        ("US-CA", ("2001-05-25", "2001-05-29"), None),
        ("US-DE", ("2001-05-25", "2001-05-28"), ("2001-04-12", "2001-04-13")),
        ("GB-ENG", ("2001-05-25", "2001-05-28"), ("2001-04-12", "2001-04-13")),
        (None, ("2001-05-28", "2001-05-28"), ("2001-04-13", "2001-04-13")),
    ],
)
def test_holidays(
    tmp_path: Path, law: str | None, spring: tuple[str, str], friday: tuple[str, str] | None
) -> None:
    found = settled(
        tmp_path,
        [OPTION],
        """
        i1 | unit-installed | 2000-06-27 | | C-1
        i2 | unit-installed | 2000-05-13 | | C-2
        """,
        "2001-01-31",
        law=law,
    )
    first, second = found.unit("C-1"), found.unit("C-2")
    assert (first["notice_due_on"], second["notice_due_on"]) == ("2001-05-28", "2001-04-13")
    assert (first["notice_safe_on"], first["notice_last_on"]) == spring
    if friday:
        assert (second["notice_safe_on"], second["notice_last_on"]) == friday


def test_a_circuit_ordered_and_one_back_in_service(tmp_path: Path) -> None:
    found = settled(
        tmp_path,
        [OPTION],
        """
        o1 | unit-ordered      | 2001-01-05 | | C-1
        i2 | unit-installed    | 2001-01-10 | | C-2
        d2 | unit-disconnected | 2001-02-10 | | C-2
        i3 | unit-installed    | 2001-03-10 | | C-2
        """,
        "2001-06-30",
    )
    ordered, back = found.unit("C-1"), found.unit("C-2")
    assert ordered["status"] == "ordered" and ordered["installed_on"] is ordered["term_ends_on"] is None
    assert (back["installed_on"], back["term_ends_on"], back["status"]) == (
        "2001-03-10",
        "2002-03-10",
        "in-term",
    )
    assert "disconnected_on" not in back


def test_the_agreements_term_and_what_outlives_it(tmp_path: Path) -> None:
    """51 months after 1 May 2001 is 1 August 2005; a term that ends on that day does not outlive it."""
    found = settled(
        tmp_path,
        [
            'kind = "agreement-term"\nstarts = 2000-06-30\nmonths = 51\nfrom = 2001-05-01',
            UNIT.replace("12", "51"),
        ],
        """
        i1 | unit-installed | 2001-05-01 | | C-1
        i2 | unit-installed | 2001-05-02 | | C-2
        """,
        "2001-12-31",
    )
    assert found.record["agreement_term"] == {"starts": "2000-06-30", "ends": "2005-08-01"}
    assert found.unit("C-1")["flags"] == [] and found.unit("C-2")["flags"] == ["outlives-agreement"]
