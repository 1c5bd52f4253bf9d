"""Amending instructions, and the amendment that gives them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from conformed.model.document import Document, Path
from conformed.model.problem import Problem

__all__ = ["Amendment", "Amends", "Effectiveness", "Instruction", "Scope", "Target", "Words"]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where inside a target: `Scope("sentence", (1, 2))`; -1 is the last, -2 the last but one.

    `unit` is `sentence`, `line`, `paragraph` (unnumbered ones) or `row`.
    """

    unit: str
    ordinals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What an instruction changes.

    Attributes:
        path: as in INTERFACE; `()` is the agreement as a whole.
        unit: `provision`, `definition`, `heading`, `sentence`, `words`, `line`, `row` or `document`.
        term: the defined term concerned, or inside whose definition words are changed.
        scope: where inside the path.
        within: a scope around `scope`: "the last sentence of the second paragraph" is the scope `sentence` -1
            within `paragraph` 2.
        occurrence: `"all"` or None.
        nth: which of the places where the words (of an insertion: the anchor) stand is meant, where the paper counts
            them: 2 for "the second occurrence of", -1 for the last.
        position: `end`, `start`, `after`, `before`, `alphabetical` or None.
        anchor: the words, label or term that `position` is relative to.
        excepted: the places inside that are left as they are ("other than in Section 9").
    """

    path: Path
    unit: str
    term: str | None = None
    scope: Scope | None = None
    occurrence: str | None = None
    position: str | None = None
    anchor: str | None = None
    within: Scope | None = None
    nth: int | None = None
    excepted: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Words that an instruction strikes or inserts.

    Attributes:
        text: outer quotes removed, white space collapsed.
        start, end: the slice of the amendment's text that they are, quotes excluded; None for a character that is
            named, not printed ("the semicolon"), or words given by a person.
    """

    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Instruction:
    """One amending instruction.

    Attributes:
        id: the label printed in the amendment, outer to inner, numbered on with `#1`, `#2` where several share it.
        action: `insertion`, `repeal`, `substitution` or `renumbering`.
        old, new: the words struck and inserted, or None.
        start, end: where in the amendment's own text it stands.
        effective: from when it holds, where it says so itself, else None (as the amendment).
        expires: the first day on which it no longer holds, where it says so itself ("until December 31, 2011":
            2012-01-01); the text then reads again as it would have without it.
        conditions: on which this one alone depends ("on the condition that Franchisee first pays ..."), in its words.
        agreement: the agreement it changes, as the paper names it, where that is another one than the paper's
            `amends` (an omnibus amendment); else None.
        uncertain: why a person must apply it ("describes a change without giving its words"), else None.
    """

    id: str
    action: str
    target: Target
    old: Words | None
    new: Words | None
    start: int
    end: int
    effective: dt.date | None = None
    uncertain: str | None = None
    expires: dt.date | None = None
    conditions: tuple[str, ...] = ()
    agreement: str | None = None


@dataclass(frozen=True, slots=True)
class Effectiveness:
    """When an amendment takes effect: a date, and conditions in its own words other than execution by the parties.

    `expires` is the first day on which it no longer holds ("expires on December 31, 2021": 2022-01-01).
    """

    date: dt.date | None = None
    conditions: tuple[str, ...] = ()
    expires: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Amends:
    """The agreement that an amendment says it amends; `as_amended_by` are the earlier amendments it recites."""

    title: str | None = None
    date: dt.date | None = None
    parties: tuple[str, ...] = ()
    as_amended_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amending paper: its document, what it amends, when it takes effect, its instructions in reading order.

    `unclaimed` lists each operative sentence that uses an amending verb and gave no instruction.
    """

    document: Document
    amends: Amends
    effective: Effectiveness
    instructions: tuple[Instruction, ...]
    unclaimed: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        return f"<Amendment {self.document.id}, {len(self.instructions)} instructions>"
