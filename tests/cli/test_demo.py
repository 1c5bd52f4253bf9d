"""`conformed demo` tells the whole story, writes what it says, and is over soon."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.cli.command import call, one_line, process

SOON = 10  # seconds of computing


def test_the_demo_tells_the_whole_story_and_writes_what_it_says(tmp_path: Path) -> None:
    before = os.times()

    ended = process("demo", cwd=tmp_path, timeout=100)

    after = os.times()
    taken = after.children_user + after.children_system - before.children_user - before.children_system
    words = " ".join(ended.out.split())
    assert ended.status == 0, ended.err
    assert taken < SOON, f"{taken:.1f} s"
    for wanted in (
        "[-forty-two (42)-]{+fifty-one (51)+}",
        "expiration_date: 2005-08-01",
        "Next deadlines",
        "credit-2001-Q2: 3,286.19 USD",
        "claw-back-f2: 6,059.30 USD",
        "unit-term says months = 42 from 2000-11-01",
        "agreement term ends 2005-08-01 with it, 2004-11-01 without",
        "all of them are made up",
    ):
        assert wanted in words, wanted
    assert re.search(r"(\d+) of \1 instructions applied", words)
    written = re.findall(r"conformed-demo/\S+", ended.out.split("Written")[1])
    assert len(written) >= 10
    for file in written:
        assert (tmp_path / file).stat().st_size > 0, file


def test_the_demo_can_be_told_again_over_its_own_outputs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first, again = call("demo"), call("demo")

    assert again.status == 0 and again.out == first.out


def test_the_demo_writes_over_no_file_of_somebody_elses(tmp_path: Path) -> None:
    mine = tmp_path / "agreement.toml"
    mine.write_text('title = "Mine"\n')

    assert one_line(call("demo", "--folder", tmp_path), "demo-folder", "agreement.toml")
    assert mine.read_text() == 'title = "Mine"\n' and list(tmp_path.iterdir()) == [mine]
