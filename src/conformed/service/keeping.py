"""Papers, decisions and events in a store that only grows, and the check that nothing in it was changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from conformed.model.problem import ConformedError
from conformed.service.recorded import agreement_of, is_there, kept_in, store_name

if TYPE_CHECKING:
    from conformed.model.event import Event
    from conformed.model.problem import Problem
    from conformed.store import Head, Imported, Store

__all__ = ["Kept", "keep", "verify"]


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

    The file may hold every event, or only those since the last time: they may refer to units and events kept before.

    Sealed values are kept too, encrypted, where the environment gives a key (`CONFORMED_KEY` or `CONFORMED_KEY_FILE`).

    Raises:
        ConformedError: where a file cannot be read, an event is there with other content, the store's chain of events is
            broken, or the store is refused.
    """
    from conformed.reading import read
    from conformed.reading.events import read_events
    from conformed.store import find_key, open_store

    agreement = agreement_of(agreement_file, confidential=confidential)
    name = store_name(agreement, store, reading=False)
    before: tuple[Event, ...] = ()
    if is_there(store):
        with open_store(store, agreement=name) as kept:
            before = tuple(kept.events(verified=True))
    events, _ = read_events(events_file, before=before)
    folder = agreement_file.parent
    papers = [read(folder / document.file, id=document.id) for document in agreement.documents]
    key = find_key(os.environ)
    with open_store(store, agreement=name) as kept:
        for paper in papers:
            kept.add_paper(paper)
        for decision in agreement.decisions:
            kept.add_decision(decision)
        imported = _appended(kept, events, events_file, progress)
        sealed = agreement.sealed if key is not None else {}
        for seal, value in sealed.items():
            assert key is not None
            kept.seal(seal, value, key)
        return Kept(imported.count, imported.already, len(sealed), kept.head())


def _appended(
    kept: Store, events: Sequence[Event], file: Path, progress: Callable[[int], None] | None
) -> Imported:
    try:
        return kept.append_events(events, progress=progress)
    except ConformedError as error:
        if error.problem.line is None:
            raise
        raise ConformedError(replace(error.problem, document=str(file))) from None


def verify(
    agreement_file: Path, *, store: str, known: Head | None = None
) -> tuple[Head, tuple[Problem, ...]]:
    """Check that nothing in the agreement's store was changed or removed: where its chain stands, and what is wrong.

    Args:
        agreement_file: `agreement.toml`; its id, or its title and base paper, name the agreement in the store.
        store: the store's URL, or the path of its file.
        known: a head noted before, which proves the chain up to it.

    Raises:
        ConformedError: where there is no such store, or it keeps nothing of the agreement.
    """
    with kept_in(store, agreement_of(agreement_file, public=True)) as kept:
        return kept.head(), kept.verify(known=known)
