"""Running the terms: settlements, also of so many events that they are written a part at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from conformed.service.recorded import agreement_of, recorded

if TYPE_CHECKING:
    from conformed.model.agreement import Agreement
    from conformed.model.event import Event
    from conformed.model.problem import Problem
    from conformed.model.statement import Settlement
    from conformed.running.batch import BatchSettlement

__all__ = ["Parts", "Settled", "agreement_of", "placed", "settle", "settlement_of"]

MOST_IN_FULL = (
    1_000_000  # events of which each unit and receipt is named: all of them are then held in memory
)
SHORTEST_ROW = 40  # bytes of a row of the events file
ENGINE = "DuckDB"


class Parts:
    """A settlement of so many events that it is given as JSON a part at a time; to be closed.

    Attributes:
        settlement: all but what grows with the units and events.
    """

    def __init__(self, batch: BatchSettlement, settlement: Settlement) -> None:
        self._batch = batch
        self.settlement = settlement

    def json(self, *, only: str | None = None) -> Iterator[str]:
        """What `settle --json` prints, each unit and event by its id; `only` is the id of the one statement wanted."""
        from conformed.running.record_parts import settle_parts

        return settle_parts(self.settlement, self._batch.units(), self._batch.lines_in_full, only=only)

    def close(self) -> None:
        """Let go of the engine that holds the units and events."""
        self._batch.close()


@dataclass(frozen=True, slots=True)
class Settled:
    """A settlement with the agreement that it settles.

    Attributes:
        notes: what is worth knowing about the events.
        drift: where the clauses disagree with the words in force, where the papers are at hand.
        unread: why the papers could not be compared with the clauses, or None.
        engine: what settled very many events, or None; its charge lines show units by number.
        parts: of too many events to be held the whole settlement, where it was asked for; then `settlement` holds no
            units but those with a course of their own.
    """

    agreement: Agreement
    settlement: Settlement
    notes: tuple[Problem, ...]
    drift: tuple[Problem, ...] = ()
    unread: Problem | None = None
    engine: str | None = None
    parts: Parts | None = None


def settle(
    agreement_file: Path,
    events_file: Path | None = None,
    *,
    store: str | None = None,
    as_of: dt.date | None = None,
    known_at: dt.datetime | None = None,
    confidential: Path | None = None,
    public: bool = False,
    in_full: bool = False,
    in_parts: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Settled:
    """Run the agreement's terms over the events, as of today where no day is given.

    Args:
        agreement_file: `agreement.toml`.
        events_file: `EVENTS.csv`; None for the events that `store` keeps.
        store: the URL or file of a store, in place of `events_file`: its events are read as of the day and as known at
            the moment asked for, and its sealed values opened where the environment gives their key and neither
            `confidential` nor `public` is given.
        as_of: events that occurred by this day.
        known_at: only events recorded by this moment.
        confidential: the sealed values; without it `confidential.toml` beside the agreement, where there is one.
        public: leave the sealed values out.
        in_full: name every unit and event in the lines of statements; else those that are alike are shown by number
            where there are very many.
        in_parts: where there are too many for that, give them as `parts`, which the caller closes.
        progress: called with what is being done, where very many events take a while.

    Raises:
        ConformedError: where a file cannot be read, a clause is wrong, the store is not there or refused, or there are
            too many events for a settlement `in_full`.
        ValueError: not exactly one of `events_file` and `store` is given.
    """
    from conformed import running
    from conformed.running.batch import should_batch
    from conformed.running.questions import unanswered

    agreement = agreement_of(agreement_file, confidential=confidential, public=public)
    drift, unread = _drift(agreement_file, agreement)
    day = as_of or dt.date.today()
    if events_file is not None and store is None and _is_many(events_file):
        rows = _rows(events_file)
        if not in_full:
            settlement = _settle_many(agreement, events_file, day, known_at, progress)
            return Settled(agreement, placed(settlement, events_file), (), drift, unread, engine=ENGINE)
        if _too_many(str(events_file), rows, in_parts=in_parts):
            parts = _in_parts(agreement, events_file, day, known_at, progress)
            return Settled(agreement, parts.settlement, (), drift, unread, engine=ENGINE, parts=parts)
    found = recorded(
        agreement,
        events_file,
        store=store,
        as_of=day,
        known_at=known_at,
        confidential=confidential,
        public=public,
    )
    if in_full:
        if _too_many(store or str(events_file), len(found.events), in_parts=in_parts):
            parts = _in_parts(found.agreement, found.events, day, known_at, progress)
            return Settled(
                found.agreement, parts.settlement, found.notes, drift, unread, engine=ENGINE, parts=parts
            )
    elif store is not None and should_batch(len(found.events)):
        settlement = _settle_many(found.agreement, found.events, day, known_at, progress)
        return Settled(found.agreement, settlement, found.notes, drift, unread, engine=ENGINE)
    settlement = running.settle(found.agreement, found.events, as_of=day, known_at=known_at)
    notes = (*found.notes, *unanswered(agreement, found.events))
    return Settled(found.agreement, placed(settlement, events_file), notes, drift, unread)


def settlement_of(
    agreement: Agreement,
    events: Path | tuple[Event, ...],
    *,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
) -> Settlement:
    """The settlement of an agreement that is read already, with the events of a file or as they are.

    Its problems hold what is worth knowing about the file too, and the events that no clause answers.

    Raises:
        ConformedError: where the file cannot be read, or a clause or an event is wrong.
        ValueError: `known_at` has no offset from UTC.
    """
    from conformed import running
    from conformed.reading.events import read_events
    from conformed.running.questions import unanswered

    if isinstance(events, Path) and _is_many(events):
        return placed(_settle_many(agreement, events, as_of, known_at, None), events)
    file: Path | None = None
    notes: tuple[Problem, ...] = ()
    if isinstance(events, Path):
        file = events
        events, notes = read_events(file)
    settlement = running.settle(agreement, events, as_of=as_of, known_at=known_at)
    found = (*settlement.problems, *notes, *unanswered(agreement, events))
    return placed(replace(settlement, problems=found), file)


def placed(settlement: Settlement, events_file: Path | None) -> Settlement:
    """The settlement, its problems with events naming the file whose line they name."""
    if events_file is None:
        return settlement
    found = tuple(
        replace(one, document=str(events_file)) if one.line is not None and one.document is None else one
        for one in settlement.problems
    )
    return replace(settlement, problems=found)


def _is_many(events_file: Path) -> bool:
    """Whether an engine settles the file faster: it is Parquet, or a folder of it, or has very many rows."""
    from conformed.running.batch import BATCH_FROM, should_batch

    if _is_parquet(events_file):
        return True
    try:
        if events_file.stat().st_size < BATCH_FROM * SHORTEST_ROW:
            return False
        rows = _rows(events_file)
    except OSError:
        return False  # the reader of events says what is wrong
    return rows is not None and should_batch(rows)


def _is_parquet(events_file: Path) -> bool:
    folder = events_file.is_dir() and any(events_file.rglob("*.parquet"))
    return folder or events_file.suffix.lower() == ".parquet"


def _rows(events_file: Path) -> int | None:
    """How many lines a file of events has; None for Parquet, which only the engine reads."""
    if _is_parquet(events_file):
        return None
    with events_file.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))


def _too_many(place: str, rows: int | None, *, in_parts: bool) -> bool:
    """Whether only the engine can settle the events (None: of a Parquet table), or they are too many to be held.

    Raises:
        ConformedError: `lines-too-many`: they are, and what is asked for cannot be given `in_parts`.
    """
    from conformed.model.problem import ConformedError, problem

    if rows is not None and rows <= MOST_IN_FULL:
        return False
    if not in_parts:
        many = "a Parquet table" if rows is None else f"{rows:,} events"
        raise ConformedError(problem("lines-too-many", document=place, many=many, most=f"{MOST_IN_FULL:,}"))
    return True


def _in_parts(
    agreement: Agreement,
    events: Path | tuple[Event, ...],
    as_of: dt.date,
    known_at: dt.datetime | None,
    progress: Callable[[str], None] | None,
) -> Parts:
    from conformed.running.batch import settle_batch

    batch = settle_batch(agreement, events, as_of=as_of, known_at=known_at, progress=progress)
    return Parts(batch, placed(batch.settlement, events if isinstance(events, Path) else None))


def _settle_many(
    agreement: Agreement,
    events: Path | tuple[Event, ...],
    as_of: dt.date,
    known_at: dt.datetime | None,
    progress: Callable[[str], None] | None,
) -> Settlement:
    from conformed.running.batch import settle_batch

    with settle_batch(agreement, events, as_of=as_of, known_at=known_at, progress=progress) as batch:
        return replace(batch.settlement, units=tuple(batch.units()))


def _drift(agreement_file: Path, agreement: Agreement) -> tuple[tuple[Problem, ...], Problem | None]:
    """The drift of the clauses, or why it cannot be told: a settlement does not need the papers."""
    from conformed.model.problem import ConformedError
    from conformed.service.terming import drift_of

    if not agreement.documents:
        return (), None
    try:
        found = drift_of(agreement_file, agreement).problems
    except ConformedError as error:
        return (), error.problem
    return tuple(one for one in found if one.code != "seal-missing"), None
