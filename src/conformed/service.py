"""The use cases: the one place where the stages meet the store."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conformed.model.agreement import Agreement
    from conformed.model.document import Document
    from conformed.model.instruction import Amendment
    from conformed.model.problem import Problem
    from conformed.model.source import Source
    from conformed.model.statement import Settlement

__all__ = ["Settled", "instructions", "outline", "settle", "undecided_instructions"]


def outline(file: Path) -> tuple[Source, Document]:
    """The paper in `file`, and the structure that was read from it.

    Raises:
        ConformedError: where the file cannot be read.
    """
    from conformed.reading import read
    from conformed.structure import document_of

    source = read(file)
    return source, document_of(source)


def instructions(file: Path) -> tuple[Source, Amendment]:
    """The amending paper in `file`, as filed and as read.

    Raises:
        ConformedError: where the file cannot be read.
    """
    from conformed.amending import amendment_of

    source, document = outline(file)
    return source, amendment_of(document)


def undecided_instructions(source: Source, amendment: Amendment) -> tuple[Problem, ...]:
    """What a person must settle before `amendment` can be applied, each with its line in the file."""
    from conformed.model.problem import problem

    uncertain = (
        problem(
            "instruction-uncertain",
            document=source.file,
            line=source.line_number(instruction.start),
            where=instruction.id,
            instruction=instruction.id,
            reason=instruction.uncertain,
        )
        for instruction in amendment.instructions
        if instruction.uncertain
    )
    return (*uncertain, *amendment.unclaimed)


@dataclass(frozen=True, slots=True)
class Settled:
    """A settlement with the agreement that it settles, and what is worth knowing about the events file."""

    agreement: Agreement
    settlement: Settlement
    notes: tuple[Problem, ...]


def settle(
    agreement_file: Path,
    events_file: Path,
    *,
    as_of: dt.date | None = None,
    known_at: dt.datetime | None = None,
    confidential: Path | None = None,
    public: bool = False,
) -> Settled:
    """Run the agreement's terms over the events, as of today where no day is given.

    Args:
        agreement_file: `agreement.toml`.
        events_file: `EVENTS.csv`.
        as_of: events that occurred by this day.
        known_at: only events recorded by this moment.
        confidential: the sealed values; without it `confidential.toml` beside the agreement, where there is one.
        public: leave the sealed values out.

    Raises:
        ConformedError: where a file cannot be read or a clause is wrong.
    """
    from conformed import running
    from conformed.reading.events import read_events

    agreement = agreement_of(agreement_file, confidential=confidential, public=public)
    events, notes = read_events(events_file)
    settlement = running.settle(agreement, events, as_of=as_of or dt.date.today(), known_at=known_at)
    return Settled(agreement, settlement, notes)


def agreement_of(file: Path, *, confidential: Path | None = None, public: bool = False) -> Agreement:
    """What `agreement.toml` says, without the sealed values where `public`.

    Raises:
        ConformedError: where a file cannot be read or says what it must not.
    """
    from conformed.reading.agreement import read_agreement

    agreement = read_agreement(file, confidential=confidential)
    return replace(agreement, sealed={}) if public else agreement
