"""The illustrative agreement holds what the instructions of Amendment No. 2 point at, and travels with the package."""

from __future__ import annotations

import csv
import datetime as dt
import re
import subprocess
import sys
import zipfile
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from conformed.examples import example_folder
from conformed.reading.agreement import read_agreement

PAPERS = ("agreement.txt", "amendment-1.txt", "amendment-2.txt", "amendment-3.txt")


def lines_from(first_words: str, *, paper: str = "agreement.txt") -> list[str]:
    """The physical lines from the one that begins with `first_words`, white space collapsed."""
    lines = [" ".join(line.split()) for line in (example_folder() / paper).read_text().split("\n")]
    return lines[next(n for n, line in enumerate(lines) if line.startswith(first_words)) :]


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_says_on_its_first_page_that_it_is_illustrative(name: str) -> None:
    page = (example_folder() / name).read_text().split("<PAGE>")[0]
    assert "ILLUSTRATIVE EXAMPLE" in page
    assert "THIS IS NOT THE PAPER THAT WAS FILED" in page


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_is_laid_out_like_a_filing_of_2000(name: str) -> None:
    text = (example_folder() / name).read_text()
    lines = text.split("\n")
    assert max(map(len, lines)) == 80
    assert text.isascii()
    for page, mark in enumerate(re.findall(r"\n +(\d+)\n<PAGE>\n", text), 1):
        assert int(mark) == page
    assert sum(line.endswith("  ") for line in lines) == 0
    full = [line for line in lines if len(line) == 80]
    assert len(full) > len(lines) / 8, "the columns are justified"


@pytest.mark.parametrize("name", PAPERS)
def test_the_papers_name_no_person(name: str) -> None:
    text = (example_folder() / name).read_text()
    signed = set(re.findall(r"^ *(?:By|Name): +(.+)$", text, re.M))
    assert signed == {"/S/ AUTHORIZED SIGNATORY", "AUTHORIZED SIGNATORY"}


def test_the_second_line_of_section_3_c_holds_words_left_out() -> None:
    lines = lines_from("C. KMC shall install each MGS Circuit")
    assert [line.count("[TEXT DELETED]") for line in lines[:5]] == [0, 1, 0, 0, 0]


def test_the_tenth_line_of_7_a_holds_the_third_forty_two() -> None:
    lines = lines_from("A. This Agreement begins")
    assert "forty-two (42)" in lines[9]
    provision = " ".join(lines[: lines.index("")])
    assert provision.count("forty-two (42)") == 3
    third = provision.rindex("forty-two (42)")
    assert provision.index("An MGS Circuit that is added") < third, "it stands behind the first two sentences"


def test_paragraph_4_of_schedule_1_says_forty_two_months_in_its_second_sentence_and_in_its_third() -> None:
    lines = lines_from("4. The monthly charge of an MGS Circuit")
    provision = " ".join(lines[: lines.index("")])
    second, third = provision.index("Qwest commits itself"), provision.index("A circuit that Qwest ordered")
    assert provision[second:third].count("forty-two (42) months") == 1
    assert provision[third:].count("forty-two (42) months") == 1


def test_paragraph_2_of_the_appendix_leaves_words_out_in_more_than_its_second_and_fourth_sentences() -> None:
    lines = lines_from("2. The monthly charge is based")
    provision = " ".join(lines[: lines.index("")])
    starts = ("2. The", "If fewer", "The forecast", "A market", "Where KMC", "")
    places = [provision.index(words) for words in starts[:-1]] + [len(provision)]
    counts = [provision[start:end].count("[TEXT DELETED]") for start, end in pairwise(places)]
    assert counts == [0, 2, 1, 1, 1]


def test_amendment_2_carries_the_label_c_twice() -> None:
    text = (example_folder() / "amendment-2.txt").read_text()
    labels = re.findall(r"^ {10}(\([a-e]\)) +[^ ]", text, re.M)
    assert labels[:6] == ["(a)", "(b)", "(c)", "(c)", "(d)", "(e)"]


def test_agreement_toml_and_the_sealed_values_are_read() -> None:
    agreement = read_agreement(example_folder() / "agreement.toml")
    assert [document.id for document in agreement.documents] == [
        "base",
        "amendment-1",
        "amendment-2",
        "amendment-3",
    ]
    assert all((example_folder() / document.file).is_file() for document in agreement.documents)
    asked = {
        value.removeprefix("withheld:")
        for clause in agreement.clauses
        for value in clause.values.values()
        if isinstance(value, str) and value.startswith("withheld:")
    }
    assert asked <= set(agreement.sealed)


def test_the_events_are_in_the_order_in_which_they_became_known() -> None:
    with (example_folder() / "events.csv").open(encoding="utf-8", newline="") as file:
        events = list(csv.DictReader(file))
    recorded = [dt.datetime.fromisoformat(event["recorded_at"]) for event in events]
    assert recorded == sorted(recorded)
    assert all(moment.tzinfo is not None for moment in recorded)
    assert len({event["event_id"] for event in events}) == len(events)
    assert all(Decimal(event["amount"]) >= 0 for event in events if event["amount"])
    kinds = {event["kind"] for event in events}
    assert kinds >= {"forfeiture", "claw-back-billed", "correction", "extension-notice", "unit-disconnected"}


@pytest.mark.slow
def test_the_wheel_carries_the_example(tmp_path: Path) -> None:
    root = Path(__file__).parents[1]
    if not (root / "pyproject.toml").is_file():
        pytest.skip("not a checkout")
    command = [sys.executable, "-m", "uv", "build", "--wheel", "--quiet", "-o", str(tmp_path), str(root)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    if built.returncode and "hatchling" in built.stderr:
        pytest.skip(f"the build back end is not to be had here: {built.stderr.splitlines()[-1]}")
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = {name for name in wheel.namelist() if name.startswith("conformed/_examples/media-gateway/")}
    assert {name.rpartition("/")[2] for name in names} >= {*PAPERS, "agreement.toml", "events.csv"}
