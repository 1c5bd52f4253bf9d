"""The proof that nothing was touched but what the instructions order (S17: "remains in full force and effect")."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from conformed.conforming.compare import Change, changes
from conformed.model.conformed import Conformed, State
from conformed.model.document import Path

__all__ = ["Proof", "Touched", "proof"]

DONE = ("applied", "noted")


@dataclass(frozen=True, slots=True)
class Touched:
    """Words that a paper changed: where, and by which of its instructions.

    Attributes:
        paper: the paper.
        instructions: those that placed the new words; for words that were only struck, those that report the place.
        path: the innermost provision, in the text after the paper (for words only struck, before it).
        struck, placed: the words.
    """

    paper: str
    instructions: tuple[str, ...]
    path: Path
    struck: str
    placed: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Every change of the chain, and those of them that no instruction accounts for: none, or the program is wrong."""

    touched: tuple[Touched, ...]
    unaccounted: tuple[Touched, ...]
    kept: int
    """Characters of the base that stand in the copy, white space not counted."""

    @property
    def holds(self) -> bool:
        """Whether every word outside the instructions' places is unchanged."""
        return not self.unaccounted


def proof(conformed: Conformed) -> Proof:
    """Compare each state with the one before it, character by character of their papers."""
    touched: list[Touched] = []
    unaccounted: list[Touched] = []
    states = conformed.states
    for before, after in pairwise(states):
        reported = _reported(conformed, after.paper)
        expiry = any(
            one.paper == after.paper for one in states[: states.index(after)] if one is not states[0]
        )
        for change in changes(before.copy.text, after.copy.text):
            one = _touched(before, after, change, reported)
            if one is None:
                continue
            touched.append(one)
            if not one.instructions and not expiry:
                unaccounted.append(one)
    base = conformed.states[0].copy.id
    kept = sum(len("".join(run.text.split())) for run in conformed.copy.text.runs if run.document == base)
    return Proof(tuple(touched), tuple(unaccounted), kept)


def _reported(conformed: Conformed, paper: str) -> dict[Path, list[str]]:
    """The places that the paper's instructions say they changed."""
    found: dict[Path, list[str]] = {}
    for outcome in conformed.outcomes:
        if outcome.document == paper and outcome.status in DONE:
            for path in outcome.places:
                found.setdefault(path, []).append(outcome.instruction.id)
    return found


def _touched(before: State, after: State, change: Change, reported: dict[Path, list[str]]) -> Touched | None:
    old, new = before.copy.text, after.copy.text
    struck = " ".join(old.string[change.old_start : change.old_end].split())
    placed = " ".join(new.string[change.new_start : change.new_end].split())
    if struck == placed:
        return None
    authors = dict.fromkeys(
        run.instruction
        for run in new.runs_between(change.new_start, change.new_end)
        if run.instruction is not None and run.document == after.paper and run.text.strip()
    )
    if placed:
        path = _path_at(after, change.new_start + _lead(new.string, change.new_start, change.new_end))
    else:
        path = _path_at(before, change.old_start + _lead(old.string, change.old_start, change.old_end))
    if not authors:
        for depth in range(len(path), -1, -1):
            if path[:depth] in reported:
                authors = dict.fromkeys(reported[path[:depth]])
                break
    return Touched(after.paper, tuple(authors), path, struck, placed)


def _lead(string: str, start: int, end: int) -> int:
    piece = string[start:end]
    return len(piece) - len(piece.lstrip())


def _path_at(state: State, offset: int) -> Path:
    walked = [provision for provision in state.copy.walk() if provision.start <= offset < provision.end]
    starts = sorted(walked, key=lambda one: (one.start, -one.end))
    index = bisect_right([one.start for one in starts], offset) - 1
    return starts[index].path if index >= 0 else ()
