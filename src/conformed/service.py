"""The use cases: the one place where the stages meet the store."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
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
    from conformed.running import Impact, Why
    from conformed.store import Head

__all__ = [
    "Kept",
    "Settled",
    "agreement_of",
    "impact",
    "instructions",
    "keep",
    "outline",
    "settle",
    "undecided_instructions",
    "verify",
    "why",
]


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


def impact(
    agreement_file: Path,
    events_file: Path,
    *,
    amendment: str,
    as_of: dt.date | None = None,
    known_at: dt.datetime | None = None,
    confidential: Path | None = None,
    public: bool = False,
) -> Impact:
    """The settlement with and without an amendment; the arguments are those of `settle`.

    Raises:
        ConformedError: where a file cannot be read, a clause is wrong or there is no such amendment.
    """
    from conformed import running
    from conformed.reading.events import read_events

    agreement = agreement_of(agreement_file, confidential=confidential, public=public)
    events, _ = read_events(events_file)
    return running.impact(
        agreement, events, amendment=amendment, as_of=as_of or dt.date.today(), known_at=known_at
    )


def why(
    agreement_file: Path,
    events_file: Path,
    id: str,
    *,
    as_of: dt.date | None = None,
    known_at: dt.datetime | None = None,
    confidential: Path | None = None,
    public: bool = False,
) -> Why:
    """How the statement or unit `id` came about; the other arguments are those of `settle`.

    Raises:
        ConformedError: where a file cannot be read, a clause is wrong or there is no such statement.
    """
    from conformed import running
    from conformed.reading.events import read_events

    agreement = agreement_of(agreement_file, confidential=confidential, public=public)
    events, _ = read_events(events_file)
    return running.why(agreement, events, id, as_of=as_of or dt.date.today(), known_at=known_at)


@dataclass(frozen=True, slots=True)
class Kept:
    """What `keep` did: events that are new, events that were there, and where the chain stands now."""

    new: int
    already: int
    sealed: int
    head: Head


def keep(
    agreement_file: Path,
    events_file: Path,
    *,
    store: str,
    confidential: Path | None = None,
    progress: Callable[[int], None] | None = None,
) -> Kept:
    """Add the agreement's papers, decisions and events to the store; what is there already is left as it is.

    Sealed values are kept too, encrypted, where the environment gives a key (`CONFORMED_KEY` or `CONFORMED_KEY_FILE`).

    Raises:
        ConformedError: where a file cannot be read, an event is there with other content, or the store is refused.
    """
    from conformed.reading import read
    from conformed.reading.events import read_events
    from conformed.store import find_key, open_store

    agreement = agreement_of(agreement_file, confidential=confidential)
    events, _ = read_events(events_file)
    folder = agreement_file.parent
    papers = [read(folder / document.file, id=document.id) for document in agreement.documents]
    key = find_key(os.environ)
    with open_store(store, agreement=_store_name(agreement)) as kept:
        for paper in papers:
            kept.add_paper(paper)
        for decision in agreement.decisions:
            kept.add_decision(decision)
        imported = kept.append_events(events, progress=progress)
        sealed = agreement.sealed if key is not None else {}
        for seal, value in sealed.items():
            assert key is not None
            kept.seal(seal, value, key)
        return Kept(imported.count, imported.already, len(sealed), kept.head())


def verify(
    agreement_file: Path, *, store: str, known: Head | None = None
) -> tuple[Head, tuple[Problem, ...]]:
    """Check that nothing in the agreement's store was changed or removed: where its chain stands, and what is wrong.

    Args:
        agreement_file: `agreement.toml`; its title names the agreement in the store.
        store: the store's URL, or the path of its file.
        known: a head noted before, which proves the chain up to it.

    Raises:
        ConformedError: where there is no such store.
    """
    from conformed.model.problem import ConformedError, problem
    from conformed.store import open_store

    file = Path(store.removeprefix("sqlite:///"))
    if "://" not in str(store).removeprefix("sqlite:///") and not file.is_file():
        raise ConformedError(problem("file-absent", document=str(file)))
    with open_store(store, agreement=_store_name(agreement_of(agreement_file, public=True))) as kept:
        return kept.head(), kept.verify(known=known)


def _store_name(agreement: Agreement) -> str:
    return (agreement.title or Path(agreement.file).resolve().parent.name or "default")[:200]
