"""Every problem code that the program uses is in the one table, explained, used, and shown by a test."""

from __future__ import annotations

import re
import string
from pathlib import Path
from typing import Any

import pytest

from conformed.model.problem import problem
from conformed.model.problem_table import PROBLEMS

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "src" / "conformed" / "model" / "problem_table.py"
STAGES = ("reading", "structure", "amending", "conforming", "terms", "running", "store", "calling")
CALL = re.compile(r"\b(?:problem|Problem)\(\s*\"([^\"]+)\"")


def sources(folder: str) -> dict[Path, str]:
    own = {TABLE, Path(__file__)}
    return {
        path: path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob("*.py") if path not in own
    }


PROGRAM = sources("src")
TESTS = sources("tests")


def test_every_code_that_is_used_is_in_the_table() -> None:
    used = {code: path for path, text in PROGRAM.items() for code in CALL.findall(text)}

    assert {code: str(path) for code, path in used.items() if code not in PROBLEMS} == {}


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_code_is_used_and_a_test_shows_it(code: str) -> None:
    named = re.compile(rf"[\"'\[`]{re.escape(code)}[\"'\]`]")

    assert any(named.search(text) for text in PROGRAM.values()), f"nothing gives {code}"
    assert any(code in text for text in TESTS.values()), f"no test shows {code}"


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_code_has_a_message_of_one_line_a_meaning_and_an_example(code: str) -> None:
    kind = PROBLEMS[code]
    facts: dict[str, Any] = {name: "x" for _, name, _, _ in string.Formatter().parse(kind.template) if name}

    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)
    assert kind.stage in STAGES
    message = problem(code, **facts).message
    assert "\n" not in message
    assert len(kind.meaning.split()) >= 5
    assert kind.example.strip()


def test_the_table_is_in_the_order_of_the_stages_and_alphabetical_within_one() -> None:
    order = [(STAGES.index(kind.stage), code) for code, kind in PROBLEMS.items()]

    assert order == sorted(order)
