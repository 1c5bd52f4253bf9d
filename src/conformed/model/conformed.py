"""The conformed copy: a document whose runs come from several papers, with an account of every instruction."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from conformed.model.document import Document, Path
from conformed.model.instruction import Instruction
from conformed.model.problem import Problem

__all__ = ["Candidate", "Conformed", "Outcome", "PaperRecord", "State"]

APPLIED, NOTED, AMBIGUOUS, NOT_FOUND, PENDING = "applied", "noted", "ambiguous", "not-found", "pending"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where an instruction might apply: the text around it, in the copy before the instruction's paper."""

    path: Path
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an instruction.

    Attributes:
        document: id of the paper that gives it.
        status: `applied`, `noted`, `ambiguous`, `not-found` or `pending`.
        note: in what the text did not agree with the instruction, or why it was not applied.
        candidates: the places that fit, or come near.
        places: the paths (in the copy after the paper) that it changed.
        decided: whether a person's decision was followed.
    """

    document: str
    instruction: Instruction
    status: str
    note: str | None = None
    candidates: tuple[Candidate, ...] = ()
    places: tuple[Path, ...] = ()
    decided: bool = False


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """A paper of the chain: `effective` is None while it has not taken effect."""

    id: str
    file: str
    sha256: str
    title: str | None
    date: dt.date | None
    effective: dt.date | None
    expires: dt.date | None = None


@dataclass(frozen=True, slots=True)
class State:
    """The agreement's text after one paper took effect, or ceased to."""

    paper: str
    effective: dt.date | None
    copy: Document


@dataclass(frozen=True, slots=True)
class Conformed:
    """A conformed copy.

    Attributes:
        copy: the text in force, with its structure and the origin of each word.
        as_of: the day asked for, or None for the text after every paper given.
        papers: the chain, in the order applied.
        outcomes: of every instruction of every paper, in order.
        states: the text after each paper, the base first; the last is `copy`.
        warnings: mismatched parties or dates, papers missing from the chain, conflicts.
    """

    copy: Document
    as_of: dt.date | None
    papers: tuple[PaperRecord, ...]
    outcomes: tuple[Outcome, ...]
    states: tuple[State, ...]
    warnings: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        return f"<Conformed {self.copy.id}, {len(self.papers)} papers, {len(self.outcomes)} instructions>"
