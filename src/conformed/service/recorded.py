"""The events that a run rests on: those of a file, or those that a store keeps, with the sealed values it keeps."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conformed.model.agreement import Agreement
    from conformed.model.event import Event
    from conformed.model.problem import Problem
    from conformed.store import Store

__all__ = ["Recorded", "agreement_of", "is_there", "kept_in", "recorded", "store_name", "taken"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """Events, in the order in which they are taken, and the agreement with its sealed values.

    Attributes:
        notes: what is worth knowing about the file, or about the store's sealed values.
    """

    agreement: Agreement
    events: tuple[Event, ...]
    notes: tuple[Problem, ...]


def recorded(
    agreement: Agreement,
    events_file: Path | None,
    *,
    store: str | None,
    as_of: dt.date,
    known_at: dt.datetime | None,
    confidential: Path | None = None,
    public: bool = False,
) -> Recorded:
    """The events of `events_file`, or those that `store` keeps of the agreement, as of a day and as known at a time.

    Args:
        agreement: as read, with the sealed values that its file gives.
        events_file: `EVENTS.csv`.
        store: the store's URL or file, in place of `events_file`.
        as_of: of a store, only events that occurred by this day are read (a run looks at no others).
        known_at: of a store, only events recorded by this moment are read.
        confidential: a file of sealed values that was named: then the store's are not opened.
        public: leave the store's sealed values out: no key is looked for.

    Raises:
        ConformedError: where the file cannot be read, there is no such store, it keeps nothing of the agreement, its
            chain of events is broken (no figure may rest on an event that was changed), or the key is not that of its
            sealed values.
        ValueError: not exactly one of `events_file` and `store` is given.
    """
    if (events_file is None) == (store is None):
        raise ValueError("give either the file of events or the store")
    if store is None:
        from conformed.reading.events import read_events

        assert events_file is not None
        events, notes = read_events(events_file)
        return Recorded(agreement, events, notes)
    with kept_in(store, agreement) as kept:
        agreement, notes = (
            (agreement, ()) if public or confidential is not None else _unsealed(agreement, kept)
        )
        found = sorted(kept.events(as_of, known_at, verified=True), key=lambda event: event.order)
    return Recorded(agreement, tuple(found), notes)


def agreement_of(file: Path, *, confidential: Path | None = None, public: bool = False) -> Agreement:
    """What `agreement.toml` says, without the sealed values where `public`.

    Raises:
        ConformedError: where a file cannot be read or says what it must not.
    """
    from conformed.reading.agreement import read_agreement

    agreement = read_agreement(file, confidential=confidential)
    return replace(agreement, sealed={}) if public else agreement


def taken(
    agreement_file: Path,
    events_file: Path | None,
    *,
    store: str | None,
    as_of: dt.date | None,
    known_at: dt.datetime | None,
    confidential: Path | None,
    public: bool,
) -> tuple[Recorded, dt.date]:
    """The agreement with its events, as `recorded` gives them, and the day asked for: today where none is given.

    Raises:
        ConformedError: as `agreement_of` and `recorded`.
        ValueError: not exactly one of `events_file` and `store` is given.
    """
    agreement = agreement_of(agreement_file, confidential=confidential, public=public)
    day = as_of or dt.date.today()
    found = recorded(
        agreement,
        events_file,
        store=store,
        as_of=day,
        known_at=known_at,
        confidential=confidential,
        public=public,
    )
    return found, day


@contextmanager
def kept_in(store: str, agreement: Agreement) -> Iterator[Store]:
    """The store of the agreement, which is there and keeps something of it.

    Raises:
        ConformedError: it is not there, or keeps nothing of the agreement.
    """
    from conformed.model.problem import ConformedError, problem
    from conformed.store import open_store

    name = store_name(agreement, store)
    with open_store(store, agreement=name, reading=True) as kept:
        if not kept.head().count and not kept.papers_kept():
            there = kept.agreements()
            near = get_close_matches(name, there, n=1, cutoff=0.4)
            hint = ""
            if near:
                hint = f'; it keeps "{near[0]}": give agreement.toml id = "{near[0]}" where that is the one'
            elif there:
                listed = ", ".join(f'"{one}"' for one in there[:5])
                hint = f"; it keeps {listed}{' and more' if len(there) > 5 else ''}"
            raise ConformedError(
                problem("store-without", document=kept.place, where=name, agreement=name, hint=hint)
            )
        yield kept


def is_there(store: str) -> bool:
    """Whether a store can be at this place: a file that is there, or a database server's."""
    file = _file(store)
    return "://" in file or Path(file).is_file()


def store_name(agreement: Agreement, store: str, *, reading: bool = True) -> str:
    """What the agreement is called in `store`: its id, else its title and the digest of its base paper.

    A store that was begun under the title alone goes on under it, where the base paper that it keeps is this one.
    Unless the store is for `reading`, its tables are made or brought up to date.
    """
    from conformed.store import open_store

    title = (agreement.title or Path(agreement.file).resolve().parent.name or "default")[:200]
    base = _base(agreement)
    names = [f"{title[:180]} ({base[1][:12]})"] if base is not None else []
    if agreement.id is not None:
        names.insert(0, agreement.id[:200])
    names.append(title)
    if len(names) == 1 or not is_there(store):
        return names[0]
    for name in names:
        with open_store(store, agreement=name, reading=reading) as kept:
            if not kept.head().count and not kept.papers_kept():
                continue
            digests = kept.paper_digests()
        if name != title or name == names[0] or base is None or digests.get(base[0], base[1]) == base[1]:
            return name
    return names[0]


def _base(agreement: Agreement) -> tuple[str, str] | None:
    """The id of the base paper and the SHA-256 of its bytes; None where the file names none that is there."""
    if not agreement.documents:
        return None
    first = agreement.documents[0]
    try:
        data = (Path(agreement.file).parent / first.file).read_bytes()
    except OSError:
        return None
    return first.id, sha256(data).hexdigest()


def _file(store: str) -> str:
    return store.removeprefix("sqlite:///")


def _unsealed(agreement: Agreement, kept: Store) -> tuple[Agreement, tuple[Problem, ...]]:
    """The agreement with the store's sealed values where its own file does not give them: the confidential door."""
    from conformed.model.problem import problem
    from conformed.store import find_key

    ids = kept.seals()
    if not ids:
        return agreement, ()
    key = find_key(os.environ)
    if key is None:
        missing = [id for id in ids if id not in agreement.sealed]
        if not missing:
            return agreement, ()
        return agreement, (problem("seals-closed", document=kept.place, count=len(missing)),)
    opened = dict(kept.unseal(key))
    differing = [id for id, value in agreement.sealed.items() if opened.get(id, value) != value]
    notes = tuple(problem("seal-differs", document=kept.place, where=id, id=id) for id in differing)
    return replace(agreement, sealed={**opened, **agreement.sealed}), notes
