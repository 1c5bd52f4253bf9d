"""Whatever a file holds: one clear line and status 2, or a result; soon, and never a traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conformed.examples import example_folder
from tests.cli.command import Ended, call, one_line, process

SOON = 20  # seconds of computing, which on a machine that does nothing else are seconds of waiting
GOOD = (example_folder() / "agreement.txt").read_bytes()


def nested() -> bytes:
    """50,000 labels, each deeper than the one before as far as the styles of numbering reach, then on in the last."""
    labels = ["1.", "A.", "(a)", "(i)", "(A)", "(1)", "(I)"]
    return b"".join(f"{' ' * min(n, 60)}{labels[n % len(labels)]} word\n\n".encode() for n in range(50_000))


def dotted() -> bytes:
    """Labels that nest by their dots alone."""
    return b"\n\n".join(f"{'.'.join(['1'] * (n % 300 + 1))} words".encode() for n in range(2_000))


CASES: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "blank": lambda: b" \n\t\r\n\f",
    "binary": lambda: bytes(range(256)) * 400,
    "nul": lambda: b"\0" * 100_000,
    "truncated utf-8": lambda: "§ 1. The price is 5 €".encode()[:-1],
    "truncated utf-16": lambda: "1. Words".encode("utf-16")[:-1],
    "utf-16 without a mark": lambda: "1. Words of the agreement".encode("utf-16-le"),
    "wrong encoding": lambda: "Die Vergütung beträgt 5 €, “sofort” fällig.".encode("cp1252"),
    "a word file": lambda: b"PK\x03\x04" + GOOD[:4_000],
    "a pdf": lambda: b"%PDF-1.7\n" + GOOD[:4_000],
    "a line of 10 MB": lambda: b"1. " + b"word " * 2_000_000,
    "a line of 10 MB without a blank": lambda: b"x" * 10_000_000,
    "a line of 10 MB of blanks": lambda: b"1. a" + b" " * 10_000_000 + b"b",
    "50,000 nested labels": nested,
    "labels nested by dots": dotted,
    "20,000 open quotations": lambda: (
        b'1. Section 2 is amended by deleting "the words ' + b'and "the words ' * 20_000
    ),
    "20,000 open brackets": lambda: b"1. Section 2 " + b"(a " * 20_000,
    "controls": lambda: b"1. one\x1b[31m two\x07\x08 three\x9b\n",
    "a truncated paper": lambda: GOOD[: len(GOOD) // 2],
}


def computed() -> float:
    """Seconds of computing so far, in this process and those it started."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def ended_well(ended: Ended) -> bool:
    if ended.status == 2:
        return one_line(ended)
    return ended.status in (0, 3) and bool(ended.out) and "Traceback" not in ended.err


@pytest.mark.parametrize("case", CASES)
def test_a_paper_with_anything_in_it_gives_a_result_or_one_line(case: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.txt"
    file.write_bytes(CASES[case]())
    begun = computed()

    ended = process("outline", file, timeout=20 * SOON)

    taken = computed() - begun
    assert ended_well(ended), (ended.status, ended.err[:500])
    assert taken < SOON, f"{taken:.1f} s"
    assert "\x1b" not in ended.out and "\x9b" not in ended.out


@pytest.mark.parametrize(
    "case",
    [
        "binary",
        "a line of 10 MB",
        "50,000 nested labels",
        "20,000 open quotations",
        "20,000 open brackets",
        "controls",
    ],
)
def test_an_amendment_with_anything_in_it_gives_a_result_or_one_line(case: str, tmp_path: Path) -> None:
    base, file = tmp_path / "base.txt", tmp_path / "amendment.txt"
    base.write_bytes(GOOD)
    file.write_bytes(CASES[case]())
    begun = computed()

    ended = process("build", base, file, "--json", timeout=20 * SOON)

    taken = computed() - begun
    assert ended_well(ended), (ended.status, ended.err[:500])
    assert taken < SOON, f"{taken:.1f} s"


@pytest.mark.parametrize("command", ["outline", "instructions", "build", "blame", "redline", "terms"])
@pytest.mark.parametrize(
    ("name", "wanted"), [("absent.txt", "file-absent"), (".", "file-directory"), ("e.txt", "file-empty")]
)
def test_what_is_no_file_is_one_line_that_names_it(
    command: str, name: str, wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "e.txt").touch()

    monkeypatch.chdir(tmp_path)

    ended = call(command, name)

    assert one_line(ended, name, wanted), ended


def test_a_bad_amendment_beside_a_good_base_is_named(tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_bytes(GOOD)
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2" * 1_000)

    assert one_line(process("build", "base.txt", "bad.txt", cwd=tmp_path), "bad.txt")
