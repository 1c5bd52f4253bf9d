"""What `conformed settle` prints for people of rights, of what is withheld, and of what a person confirms."""

from __future__ import annotations

from pathlib import Path

from conformed.examples import example_folder
from tests.cli.command import call

FOLDER = example_folder()
HEAD = "event_id,kind,occurred_on,recorded_at,subject,counterparty,amount,reference,note\n"
INSTALLED = HEAD + "i1,unit-installed,2001-03-31,2001-03-31T12:00:00-05:00,C-1,,,,\n"
CLAUSES = """
currency = "USD"
[parties]
provider = "P"
customer = "C"
[[clauses]]
kind = "unit-term"
months = 12
option = { holder = "customer", notice_days = "withheld:r2" }
[[clauses]]
kind = "recurring-charge"
rate = "30.00"
due_days = "withheld:r1"
"""


def rows(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()]


def test_the_rights_to_end_it_are_listed_and_the_one_that_was_used(tmp_path: Path) -> None:
    notice = (
        "t1,termination-notice,2001-05-01,2001-05-01T12:00:00-04:00,,Qwest Communications Corporation,,14,\n"
    )
    (tmp_path / "e.csv").write_text(INSTALLED + notice)

    ended = call("settle", FOLDER / "agreement.toml", tmp_path / "e.csv", "--as-of", "2001-12-31")

    assert "agreement term: 2000-06-30 to 2001-05-31" in ended.out
    rights = ended.out[ended.out.index("Rights to end it early") :].splitlines()[3:7]
    assert [line.split("  ")[0] for line in rights] == ["9 b.", "10", "14", "16"]
    assert rights[2].endswith("notice t1 of 2001-05-01") and rights[3].endswith("–")


def test_a_figure_is_shown_where_only_its_day_is_withheld(tmp_path: Path) -> None:
    (tmp_path / "agreement.toml").write_text(CLAUSES)
    (tmp_path / "e.csv").write_text(INSTALLED)

    ended = call("settle", tmp_path / "agreement.toml", tmp_path / "e.csv", "--as-of", "2001-04-30")

    (charge,) = [row for row in rows(ended.out) if row[:1] == ["charge-2001-04"]]
    assert "30.00" in charge and "withheld" not in charge
    (unit,) = [row for row in rows(ended.out) if row[:1] == ["C-1"]]
    assert unit[1:3] == ["2001-03-31", "2002-03-31"] and unit[3:5] == ["withheld", "(r2)"]
    call(
        "settle",
        tmp_path / "agreement.toml",
        tmp_path / "e.csv",
        "--as-of",
        "2001-04-30",
        "-o",
        tmp_path / "s.html",
    )
    assert "2002-03-31" in (tmp_path / "s.html").read_text()


def test_what_was_confirmed_is_asked_no_more(tmp_path: Path) -> None:
    confirmed = "c1,representation-confirmed,2001-03-10,2001-03-10T12:00:00-05:00,no-suit,KMC Telecom VI Inc.,,amendment-3,\n"
    broken = "x1,breach,2001-04-10,2001-04-10T12:00:00-04:00,compliance,KMC Telecom VI Inc.,,,\n"
    (tmp_path / "e.csv").write_text(INSTALLED + confirmed + broken)

    out = call("settle", FOLDER / "agreement.toml", tmp_path / "e.csv", "--as-of", "2001-12-31").out

    table = rows(out)
    assert ["no-suit", "KMC", "Telecom", "VI", "Inc.", "amendment-1,", "amendment-2"] in table
    assert ["x1", "compliance", "KMC", "Telecom", "VI", "Inc.", "2001-04-10"] in table
