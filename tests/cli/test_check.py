"""`conformed check`: clauses against the words in force on every day, seals, and what stands in the file alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conformed.examples import example_folder
from tests.cli.command import Ended, call

SETTLED = ("--as-of", "2001-12-31", "--json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped example, to be changed."""
    for file in example_folder().iterdir():
        shutil.copy(file, tmp_path)
    return tmp_path


def changed(folder: Path, old: str, new: str) -> Path:
    toml = folder / "agreement.toml"
    text = toml.read_text()
    assert old in text
    toml.write_text(text.replace(old, new))
    return toml


def without(folder: Path, mark: str) -> Path:
    """The file without the clauses that hold `mark`."""
    toml = folder / "agreement.toml"
    head, *clauses = toml.read_text().split("[[clauses]]")
    toml.write_text("[[clauses]]".join([head, *(clause for clause in clauses if mark not in clause)]))
    return toml


def told(ended: Ended, code: str) -> list[str]:
    return [line for line in ended.err.splitlines() if line.endswith(f"[{code}]")]


def test_the_example_agrees_with_its_words_on_every_day(folder: Path) -> None:
    ended = call("check", folder / "agreement.toml")

    assert (ended.status, ended.err) == (0, "")
    assert call("check", folder / "agreement.toml", "--json").json["agrees"] is True


def test_a_term_that_was_amended_away_is_named_with_its_words(folder: Path) -> None:
    ended = call("check", changed(folder, "months = 51", "months = 42"))

    assert ended.status == 3
    (unit,) = [line for line in told(ended, "clause-drift") if "unit-term" in line]
    for wanted in ("agreement.toml:", "months = 42 from 2000-11-01", "7.A as amended by amendment-2 says 51"):
        assert wanted in unit


def test_a_seal_that_an_amendment_took_away_is_drift(folder: Path) -> None:
    toml = without(folder, "amendment-3/2")

    ended = call("check", toml)

    rates = [line for line in told(ended, "clause-drift") if "rate" in line]
    assert [line.count("2001-03-01") for line in rates] == [1, 1]
    assert "withheld:amendment-2/2/e/r1" in rates[0] and "says withheld:amendment-3/2/r1" in rates[0]
    assert told(call("settle", toml, folder / "events.csv", *SETTLED), "clause-drift")


def test_a_seal_by_another_name_is_no_drift(folder: Path) -> None:
    toml = changed(folder, "withheld:amendment-3/2/r1", "withheld:appendix-a/r7")

    ended = call("check", toml)

    assert not told(ended, "clause-drift")
    (noted,) = told(ended, "clause-withheld")
    assert "rate = withheld:appendix-a/r7, and the words withhold it (amendment-3/2/r1)" in noted


def test_a_clause_of_the_words_that_the_file_does_not_run_is_told(folder: Path) -> None:
    ended = call("check", without(folder, 'kind = "claw-back"'))

    assert ended.status == 3
    assert len(told(ended, "clause-not-run")) == 1 and "claw-back" in ended.err


def test_each_missing_seal_is_told_once_and_no_seal_is_shown(folder: Path) -> None:
    ended = call("check", folder / "agreement.toml", "--public")

    assert ended.status == 3
    assert len(told(ended, "seal-missing")) == 9
    assert "27.50" not in ended.err


def test_without_papers_it_says_so_and_looks_for_the_seals(folder: Path) -> None:
    toml = folder / "agreement.toml"
    head, rest = toml.read_text().split("[[documents]]", 1)
    toml.write_text(head + rest[rest.index("[parties]") :])

    ended = call("check", toml, "--public")

    assert ended.status == 3 and ended.out == ""
    assert told(ended, "papers-absent") and len(told(ended, "seal-missing")) == 9
    assert call("settle", toml, folder / "events.csv", *SETTLED).status == 0
