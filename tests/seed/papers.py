"""The papers that the demands S1 to S22 are shown on: the seed, where it is there, and our own Amendment 2.

Every test that takes `second` runs on both. The seed is a real paper and none of its text belongs here, so what a
test expects of it are facts: which place, which figures, which labels.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from conformed.amending import amendment_of
from conformed.conforming import conform
from conformed.examples import example_folder
from conformed.model.conformed import Conformed, Outcome
from conformed.model.document import Document, Provision
from conformed.model.instruction import Amendment
from conformed.model.source import Source
from conformed.reading import read
from conformed.structure import collapsed, document_of, find_provisions
from tests.corpus import SEED

OURS = "amendment-2"
THE_SEED = "seed"

# Our own Amendment 2, and the real one where it is there.
second_amendment = pytest.mark.parametrize(
    "second",
    [
        OURS,
        pytest.param(
            THE_SEED,
            marks=[
                pytest.mark.corpus,
                pytest.mark.skipif(not SEED.is_dir(), reason=f"the seed is not at {SEED}"),
            ],
        ),
    ],
)


def place_of(name: str) -> Path:
    """The file of a paper: `agreement`, `amendment-1` to `amendment-3`, or `seed`."""
    return next(SEED.glob("*.txt")) if name == THE_SEED else example_folder() / f"{name}.txt"


@cache
def source(name: str) -> Source:
    return read(place_of(name), id=name)


@cache
def document(name: str) -> Document:
    return document_of(source(name))


@cache
def amendment(name: str) -> Amendment:
    return amendment_of(document(name))


@cache
def conformed(*names: str) -> Conformed:
    """The agreement with the amendments `names` written into it."""
    return conform(document("agreement"), [amendment(name) for name in names])


def through(second: str) -> Conformed:
    """The agreement with Amendment 1 and then the second amendment written into it."""
    return conformed("amendment-1", second)


def provision(copy: Document, *path: str) -> Provision:
    """The one provision at `path`."""
    (found,) = find_provisions(copy, path)
    return found


def words(copy: Document, *path: str) -> str:
    """The text of the provision at `path`, white space collapsed."""
    found = provision(copy, *path)
    return collapsed(copy, found.start, found.end)


def outcome(result: Conformed, paper: str, instruction: str) -> Outcome:
    """What became of one instruction."""
    (found,) = (
        outcome
        for outcome in result.outcomes
        if outcome.document == paper and outcome.instruction.id == instruction
    )
    return found
