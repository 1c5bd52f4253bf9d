"""What `agreement.toml` says: the papers, the parties, the clauses that run, the decisions a person took."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Agreement", "ClauseEntry", "Decision", "DocumentEntry", "RepresentationEntry"]


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A `[[documents]]` table. `executed` is None for a paper that is not executed (the base needs none).

    `conditions_met` is the day on which every condition other than execution was met, or None.
    """

    id: str
    file: str
    executed: dt.date | None = None
    conditions_met: dt.date | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A `[[decisions]]` table: what a person decided about one instruction (`"amendment-2/2(b)"`).

    Exactly one of `place` (the candidate's number, counted from 1), `leave` and `text` (the words of the provision,
    given by hand) is set. `fits` is a digest of the instruction's words and the candidates that the person saw.
    `provision` names the provision ("7.A") whose words `text` gives, where the paper does not say it for certain. The
    instruction is also the name of a listed sentence (`"amendment-2/line 12"`), or of a paper (`"amendment-2"`).
    """

    instruction: str
    place: int | None = None
    leave: bool = False
    text: str | None = None
    by: str | None = None
    on: dt.date | None = None
    why: str | None = None
    fits: str | None = None
    provision: str | None = None


@dataclass(frozen=True, slots=True)
class ClauseEntry:
    """A `[[clauses]]` table, as written: `values` holds every key but those named here."""

    kind: str
    values: Mapping[str, object]
    source: str | None = None
    effective: dt.date | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class RepresentationEntry:
    """A `[[representations]]` table: what one or several parties stated, and the day of which it speaks.

    Attributes:
        by: roles or names of the parties that state it.
        made: when it was first made; None: at the base's date.
        relates_to: the earlier day it solely relates to, or None; one that has it is not re-made later.
        remade: whether an amendment brings it down to the amendment's own date.
    """

    id: str
    text: str
    by: tuple[str, ...]
    source: str | None = None
    made: dt.date | None = None
    relates_to: dt.date | None = None
    remade: bool = True
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement with its amendments, confirmed terms and decisions.

    Attributes:
        file: the path of `agreement.toml`; the papers' paths are relative to its folder.
        governing_law: a code such as `US-NY`, or None.
        currency: ISO 4217.
        parties: role -> names (several are jointly and severally liable).
        id: what a store calls the agreement; None: its title and its base paper.
        sealed: ids of withheld values -> their decimal strings, from `confidential.toml`; empty without it.
    """

    file: str
    title: str | None
    governing_law: str | None
    currency: str
    documents: tuple[DocumentEntry, ...] = ()
    parties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    clauses: tuple[ClauseEntry, ...] = ()
    decisions: tuple[Decision, ...] = ()
    sealed: Mapping[str, str] = field(default_factory=dict, repr=False)
    representations: tuple[RepresentationEntry, ...] = ()
    id: str | None = None
