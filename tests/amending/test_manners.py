"""Amendments in many drafting manners: the instructions that a careful reader finds, no more and no fewer.

`tests/manners` holds the papers and the labels; the comparison is that of `../shared/score.py`. The floors are what was
reached when they were last raised: a change may lift them, never lower them.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from conformed.amending import amendment_of
from conformed.amending.record import record_of
from conformed.reading import read
from conformed.structure import document_of
from tests.corpus import SHARED

MANNERS = Path(__file__).parents[1] / "manners"
FLOORS = {MANNERS: (0.975, 0.99), MANNERS / "later": (0.93, 0.94), MANNERS / "trades": (0.77, 0.89)}
"""Folder -> recall and precision."""


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    path = SHARED / "score.py"
    if not path.is_file():
        pytest.skip(f"no scorer at {path}")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.corpus
@pytest.mark.parametrize("folder", FLOORS, ids=lambda folder: folder.name)
def test_the_instructions_are_those_a_reader_finds(folder: Path, scorer: ModuleType) -> None:
    asked = answered = right = 0
    told = []
    for label in sorted(folder.glob("*.gold.json")):
        gold = json.loads(label.read_text(encoding="utf-8"))
        wanted = gold["instructions"]
        got = record_of(amendment_of(document_of(read(folder / gold["file"]))))["instructions"]
        pairs = [(i, j) for i, j, here, words in scorer.pair_up(wanted, got) if here and words]
        missed = {record["id"] for record in wanted} - {wanted[i]["id"] for i, _ in pairs}
        wrong = {record["id"] for record in got} - {got[j]["id"] for _, j in pairs}
        asked, answered, right = asked + len(wanted), answered + len(got), right + len(pairs)
        told.append(f"{gold['file']}: missed {sorted(missed)}, wrong {sorted(wrong)}")
    recall, precision = FLOORS[folder]
    assert right / asked >= recall, "\n".join(told)
    assert right / answered >= precision, "\n".join(told)
