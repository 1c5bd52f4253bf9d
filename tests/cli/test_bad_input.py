"""Whatever a file holds: one clear line and status 2, or a result; soon, and never a traceback."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conformed.examples import example_folder
from tests.cli.command import Ended, one_line, process

SOON = 20  # seconds
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


def ended_well(ended: Ended) -> bool:
    if ended.status == 2:
        return one_line(ended)
    return ended.status in (0, 3) and bool(ended.out) and "Traceback" not in ended.err


@pytest.mark.parametrize("command", ["outline", "instructions", "build"])
@pytest.mark.parametrize("case", CASES)
def test_a_file_with_anything_in_it_gives_a_result_or_one_line(
    case: str, command: str, tmp_path: Path
) -> None:
    file = tmp_path / "paper.txt"
    file.write_bytes(CASES[case]())
    begun = time.monotonic()

    ended = process(command, file, timeout=2 * SOON)

    taken = time.monotonic() - begun
    assert ended_well(ended), (ended.status, ended.err[:500])
    assert taken < SOON, f"{taken:.1f} s"
    assert "\x1b" not in ended.out and "\x9b" not in ended.out


@pytest.mark.parametrize("command", ["outline", "instructions", "build", "blame", "redline", "terms"])
@pytest.mark.parametrize(
    ("name", "wanted"), [("absent.txt", "file-absent"), (".", "file-directory"), ("e.txt", "file-empty")]
)
def test_what_is_no_file_is_one_line_that_names_it(
    command: str, name: str, wanted: str, tmp_path: Path
) -> None:
    (tmp_path / "e.txt").touch()

    ended = process(command, name, cwd=tmp_path)

    assert one_line(ended, name, wanted), ended


def test_a_bad_amendment_beside_a_good_base_is_named(tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_bytes(GOOD)
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2" * 1_000)

    assert one_line(process("build", "base.txt", "bad.txt", cwd=tmp_path), "bad.txt")


def test_an_amendment_with_20_000_open_quotations_leaves_the_base_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_bytes(GOOD)
    (tmp_path / "amendment.txt").write_bytes(CASES["20,000 open quotations"]())
    begun = time.monotonic()

    ended = process("build", "base.txt", "amendment.txt", "--json", cwd=tmp_path, timeout=2 * SOON)

    assert ended.status in (0, 2, 3) and "Traceback" not in ended.err
    assert time.monotonic() - begun < SOON
