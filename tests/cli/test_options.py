"""What the options of a call mean: days that are not given, options that fit nothing, names shown plainly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from conformed.cli.commands import COMMANDS
from conformed.examples import example_folder
from tests.cli.command import call, one_line
from tests.cli.test_people import at_a_terminal

__all__ = ["at_a_terminal"]

FOLDER = example_folder()
FILES = (FOLDER / "agreement.toml", FOLDER / "events.csv")
AS_OF = ("--as-of", "2001-12-31")


@pytest.mark.parametrize("command", ["settle", "impact", "why"])
def test_a_run_without_a_day_takes_today_and_says_so(command: str) -> None:
    more = {"impact": ("--amendment", "amendment-2"), "why": ("credit-2001-Q2",)}.get(command, ())
    told = f"note: as of today, {dt.date.today().isoformat()}"

    assert told in call(command, *FILES, *more, "--json").err
    assert "today" not in call(command, *FILES, *more, *AS_OF, "--json").err
    assert "[default: today]" in call(command, "--help").out


def test_a_copy_without_a_day_is_that_after_every_paper() -> None:
    assert "after every paper" in " ".join(call("build", "--help").out.split())
    assert "today" not in call("build", FOLDER / "agreement.toml").err


def test_a_day_that_something_was_known_ends_in_utc_and_is_told_to_the_second() -> None:
    said = call("settle", *FILES, *AS_OF, "--known-at", "2001-09-10").out
    assert "as known at 2001-09-10T23:59:59+00:00;" in said
    assert "a day alone means its end in UTC" in " ".join(call("settle", "--help").out.split())


def test_a_statement_is_printed_with_its_lines_and_nothing_else() -> None:
    said = call("settle", *FILES, *AS_OF, "--statement", "credit-2001-Q2").out
    assert said.startswith("credit-2001-Q2, 2001-04-01 to 2001-06-30: ")
    assert "p09" in said and "credit-2001-Q3" not in said

    record = call("settle", *FILES, *AS_OF, "--statement", "credit-2001-Q2", "--json").json
    assert [one["id"] for one in record["statements"]] == ["credit-2001-Q2"]


def test_a_statement_that_is_none_is_refused_however_it_is_asked_for() -> None:
    for more in ((), ("--json",)):
        ended = call("settle", *FILES, *AS_OF, "--statement", "credit-2001-Q9", *more)
        assert one_line(ended, "credit-2001-Q9", "did you mean", "statement-unknown")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--table", "lines"), "--table goes with"),
        (("--table", "lines", "--json"), "--table goes with"),
        (("--table", "nope", "-o", "x.csv"), "there is no table"),
        (("--statement", "credit-2001-Q2", "-o", "x.csv"), "--statement goes with"),
        (("--public", "--confidential", "c.toml"), "not both"),
        (("-o", ""), "no file is named"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(
    more: tuple[str, ...], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert one_line(call("settle", *FILES, *AS_OF, *more), words)
    assert not list(tmp_path.iterdir())


def test_arguments_are_shown_by_their_names_alone() -> None:
    for command in COMMANDS:
        said = call(command, "--help").out
        assert "<" not in said.replace("<ins>", "") and "{" not in said.replace("{+inserted+}", ""), command
    assert "Usage: conformed settle [OPTIONS] AGREEMENT.TOML [EVENTS.CSV]" in call("settle", "--help").out


def test_init_takes_papers_and_no_toml() -> None:
    assert "agreement.toml alone" not in " ".join(call("init", "--help").out.split())
    assert one_line(call("init", FOLDER / "agreement.toml", "-o", "new.toml"), "papers-mixed")


def test_the_agreement_itself_is_no_amendment() -> None:
    ended = call("impact", *FILES, *AS_OF, "--amendment", "base")
    assert one_line(ended, "the agreement itself", "amendment-1")


def test_a_statement_whose_day_alone_moved_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        '[parties]\nprovider = "One Inc."\ncustomer = "Two Inc."\n'
        '[[documents]]\nid = "base"\nfile = "b.txt"\n'
        '[[documents]]\nid = "first"\nfile = "f.txt"\nexecuted = 2001-05-01\n'
        '[[clauses]]\nkind = "recurring-charge"\nrate = "30.00"\ndue_days = 30\n'
        '[[clauses]]\nkind = "recurring-charge"\ndue_days = 45\neffective = 2001-05-01\n'
    )
    (tmp_path / "e.csv").write_text(
        "event_id,kind,occurred_on,recorded_at,subject,counterparty,amount,reference,note\n"
        "i1,unit-installed,2001-05-01,2001-05-01T12:00:00Z,C-1,,,,\n"
    )
    said = call(
        "impact", tmp_path / "a.toml", tmp_path / "e.csv", "--amendment", "first", "--as-of", "2001-06-30"
    ).out
    assert "due 2001-06-30 to 2001-07-15" in said and "+0.00" not in said


def test_no_id_and_no_date_is_parted_at_a_narrow_terminal(
    at_a_terminal: Callable[..., tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for columns in ("40", "60", "80", "100"):
        monkeypatch.setenv("COLUMNS", columns)
        out, _ = at_a_terminal("settle", *FILES, *AS_OF)
        for whole in ("credit-2001-Q2", "2001-07-30", "month-end-sensitive", "SAV-001"):
            assert whole in out, (columns, whole)
        blocked = [line for line in out.splitlines() if line.startswith("  installed: ")]
        assert bool(blocked) == (columns in ("40", "60")), columns


@pytest.mark.parametrize(("place", "near"), [("7.Z", "7."), ("77", "7")])
def test_a_place_that_is_none_is_answered_with_the_nearest(place: str, near: str) -> None:
    ended = call("blame", FOLDER / "agreement.toml", "--provision", place)
    assert one_line(ended, "provision-unknown", f"did you mean {near}")
