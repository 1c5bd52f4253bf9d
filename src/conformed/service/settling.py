"""Running the terms: settlements, what an amendment moves, how a figure came about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from conformed.service.recorded import recorded

if TYPE_CHECKING:
    from conformed.model.agreement import Agreement
    from conformed.model.event import Event
    from conformed.model.problem import Problem
    from conformed.model.statement import Settlement
    from conformed.running import ClauseWords, Impact, Why
    from conformed.running.authors import Authors

__all__ = ["Settled", "agreement_of", "impact", "settle", "settlement_of", "why"]

MOST_IN_FULL = (
    1_000_000  # events of which each unit and receipt is named: all of them are then held in memory
)
SHORTEST_ROW = 40  # bytes of a row of the events file


@dataclass(frozen=True, slots=True)
class Settled:
    """A settlement with the agreement that it settles.

    Attributes:
        notes: what is worth knowing about the events.
        drift: where the clauses disagree with the words in force, where the papers are at hand.
        unread: why the papers could not be compared with the clauses, or None.
        engine: what settled very many events, or None; its charge lines show units by number.
    """

    agreement: Agreement
    settlement: Settlement
    notes: tuple[Problem, ...]
    drift: tuple[Problem, ...] = ()
    unread: Problem | None = None
    engine: str | None = None


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
    many = events_file is not None and store is None and _is_many(events_file)
    if many and in_full:
        assert events_file is not None
        _refuse_too_many(str(events_file), _rows(events_file))
    elif many:
        assert events_file is not None
        settlement = _settle_many(agreement, events_file, day, known_at, progress)
        return Settled(agreement, _placed(settlement, events_file), (), drift, unread, engine="DuckDB")
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
        _refuse_too_many(store or str(events_file), len(found.events))
    elif store is not None and should_batch(len(found.events)):
        settlement = _settle_many(found.agreement, found.events, day, known_at, progress)
        return Settled(found.agreement, settlement, found.notes, drift, unread, engine="DuckDB")
    settlement = running.settle(found.agreement, found.events, as_of=day, known_at=known_at)
    notes = (*found.notes, *unanswered(agreement, found.events))
    return Settled(found.agreement, _placed(settlement, events_file), notes, drift, unread)


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
        return _placed(_settle_many(agreement, events, as_of, known_at, None), events)
    file: Path | None = None
    notes: tuple[Problem, ...] = ()
    if isinstance(events, Path):
        file = events
        events, notes = read_events(file)
    settlement = running.settle(agreement, events, as_of=as_of, known_at=known_at)
    found = (*settlement.problems, *notes, *unanswered(agreement, events))
    return _placed(replace(settlement, problems=found), file)


def _placed(settlement: Settlement, events_file: Path | None) -> Settlement:
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


def _refuse_too_many(place: str, rows: int | None) -> None:
    """Refuse to name every unit and event where only the engine can settle them, or where they are too many."""
    from conformed.model.problem import ConformedError, problem

    if rows is None or rows > MOST_IN_FULL:
        many = "a Parquet table" if rows is None else f"{rows:,} events"
        raise ConformedError(problem("lines-too-many", document=place, many=many, most=f"{MOST_IN_FULL:,}"))


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
    events_file: Path | None = None,
    *,
    amendment: str,
    store: str | None = None,
    as_of: dt.date | None = None,
    known_at: dt.datetime | None = None,
    confidential: Path | None = None,
    public: bool = False,
) -> Impact:
    """The settlement with and without an amendment; the arguments are those of `settle`.

    Raises:
        ConformedError: where a file cannot be read, a clause is wrong, there is no such amendment, or the store is not
            there or refused.
        ValueError: not exactly one of `events_file` and `store` is given.
    """
    from conformed import running

    agreement = agreement_of(agreement_file, confidential=confidential, public=public)
    if agreement.documents and amendment == agreement.documents[0].id:
        raise _base_is_none(agreement, amendment)
    day = as_of or dt.date.today()
    kept = recorded(
        agreement,
        events_file,
        store=store,
        as_of=day,
        known_at=known_at,
        confidential=confidential,
        public=public,
    )
    effective, authors = _papers_of(agreement_file, agreement)
    found = running.impact(
        kept.agreement,
        kept.events,
        amendment=amendment,
        as_of=day,
        known_at=known_at,
        effective=effective,
        authors=authors,
    )
    return replace(found, before=_placed(found.before, events_file), after=_placed(found.after, events_file))


def _base_is_none(agreement: Agreement, asked: str) -> Exception:
    from conformed.model.problem import ConformedError, problem

    others = ", ".join(document.id for document in agreement.documents[1:]) or "not given"
    hint = f"that is the agreement itself; the amendments are {others}"
    return ConformedError(
        problem("amendment-unknown", document=agreement.file, where=asked, amendment=asked, hint=hint)
    )


def _papers_of(
    agreement_file: Path, agreement: Agreement
) -> tuple[dict[str, dt.date | None], Authors | None]:
    """The day on which each paper took effect, and which paper brought a clause, as far as the papers are at hand."""
    from conformed.model.problem import ConformedError
    from conformed.running.authors import authors_by_words
    from conformed.service.building import build
    from conformed.terms import terms_over

    if not agreement.documents:
        return {}, None
    try:
        conformed = build([agreement_file]).conformed
    except ConformedError:
        return {}, None
    effective = {paper.id: paper.effective for paper in conformed.papers}
    days = [day for day in effective.values() if day is not None]
    several = len(days) != len(set(days))
    return effective, authors_by_words(conformed, terms_over(conformed)) if several else None


def why(
    agreement_file: Path,
    events_file: Path | None,
    id: str,
    *,
    store: str | None = None,
    as_of: dt.date | None = None,
    known_at: dt.datetime | None = None,
    confidential: Path | None = None,
    public: bool = False,
) -> Why:
    """How the statement or unit `id` came about; the other arguments are those of `settle`.

    Raises:
        ConformedError: where a file cannot be read, a clause is wrong, there is no such statement, or the store is not
            there or refused.
        ValueError: not exactly one of `events_file` and `store` is given.
    """
    from conformed import running

    agreement = agreement_of(agreement_file, confidential=confidential, public=public)
    day = as_of or dt.date.today()
    kept = recorded(
        agreement,
        events_file,
        store=store,
        as_of=day,
        known_at=known_at,
        confidential=confidential,
        public=public,
    )
    found = running.why(kept.agreement, kept.events, id, as_of=day, known_at=known_at)
    return replace(found, words=_words(agreement_file, agreement, found))


def _words(agreement_file: Path, agreement: Agreement, found: Why) -> ClauseWords | None:
    """The words that the figure's clause rests on, as they were when the clause began to hold."""
    from conformed.conforming.blame import sources
    from conformed.model.problem import ConformedError
    from conformed.running import ClauseWords
    from conformed.service.building import build, provision_of
    from conformed.structure import collapsed

    clause = found.clause
    if clause is None or clause.source is None or not agreement.documents:
        return None
    try:
        conformed = build([agreement_file], as_of=clause.effective).conformed
        provision = provision_of(conformed, clause.source)
    except ConformedError:
        return None
    copy = conformed.copy
    runs = list(copy.text.runs_between(provision.start, provision.end))
    longest = max(runs, key=lambda run: len(run.text))
    return ClauseWords(
        collapsed(copy, provision.start, provision.end),
        longest.document,
        longest.instruction,
        sources(copy, provision.start, provision.end),
    )
