"""Amendments in many drafting manners: the instructions that a careful reader finds, no more and no fewer.

`tests/manners` holds the papers and the labels; the comparison is that of `../shared/score.py`.
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
LABELS = sorted(MANNERS.glob("*.gold.json"))


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
@pytest.mark.parametrize("label", LABELS, ids=lambda path: path.name.split(".")[0])
def test_the_instructions_are_those_a_reader_finds(label: Path, scorer: ModuleType) -> None:
    gold = json.loads(label.read_text(encoding="utf-8"))
    wanted = gold["instructions"]
    got = record_of(amendment_of(document_of(read(MANNERS / gold["file"]))))["instructions"]
    pairs = scorer.pair_up(wanted, got)
    right = {i for i, _, here, words in pairs if here and words}
    missed = [wanted[i]["id"] for i in range(len(wanted)) if i not in right]
    paired = {j for _, j, here, words in pairs if here and words}
    invented = [record["id"] for j, record in enumerate(got) if j not in paired]
    assert scorer.f1(len(right), len(wanted), len(got)) >= 0.95, f"missed {missed}; wrong {invented}"
