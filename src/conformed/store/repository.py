"""The store of one agreement: papers, decisions and events that are only ever added to, and sealed values.

Nothing here decides what a paper or an event means, and nothing here reads a clock: what is kept is what was given.
What can be worked out from the rest (a conformed copy, a statement) is never kept as a fact: `derived` keeps it for
speed alone and builds it anew as soon as anything it rests on has grown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from types import TracebackType

from sqlalchemy import Connection, Table, delete, func, insert, select

from conformed.model.agreement import Decision
from conformed.model.event import Event
from conformed.model.problem import ConformedError, Problem, problem
from conformed.model.source import Source
from conformed.store import guards, log, tables
from conformed.store.chain import Head
from conformed.store.engine import Database
from conformed.store.log import Imported
from conformed.store.sealing import SealKey, Unsealed

__all__ = ["Store", "open_store"]


def open_store(
    url: str, *, agreement: str = "default", busy_seconds: float = 60.0, reading: bool = False
) -> Store:
    """Open the store at `url`, making its tables where they are absent and bringing them up to date.

    Args:
        url: a path or `sqlite:///path`, else `postgresql://user@host/name`.
        agreement: which agreement's store: one database holds many, each with a chain of its own.
        busy_seconds: how long a writer waits for another.
        reading: only read: nothing is made, brought up to date or written, and what is no store is refused.

    Raises:
        ConformedError: the database cannot be opened, is another program's, or a later version of the program wrote it.
    """
    if not agreement or len(agreement) > 200:
        raise ConformedError(problem("store-url", cause="lacks an agreement's name of 1 to 200 characters"))
    return Store(Database(url, busy_seconds=busy_seconds, reading=reading), agreement)


class Store:
    """One agreement's store; made by `open_store`, usable in a `with` statement."""

    def __init__(self, database: Database, agreement: str) -> None:
        self._database = database
        self.agreement = agreement

    def __repr__(self) -> str:
        return f"Store({self._database.place!r}, agreement={self.agreement!r})"

    @property
    def place(self) -> str:
        """Where the store is, without a password."""
        return self._database.place

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def add_paper(self, source: Source) -> bool:
        """Keep a paper as filed. Returns whether it is new: the same paper twice is one.

        Raises:
            ConformedError: `paper-conflict`: another paper is kept under this id.
        """
        papers = tables.papers
        with self._database.writing(self.agreement) as connection:
            kept = connection.execute(
                select(papers.c.file, papers.c.sha256).where(
                    papers.c.agreement == self.agreement, papers.c.id == source.id
                )
            ).first()
            if kept is not None and kept.sha256 != source.sha256:
                raise ConformedError(
                    problem(
                        "paper-conflict",
                        document=source.file,
                        id=source.id,
                        file=kept.file,
                        kept=kept.sha256[:12],
                        given=source.sha256[:12],
                    )
                )
            if kept is None:
                self._add(
                    connection,
                    papers,
                    id=source.id,
                    file=source.file,
                    sha256=source.sha256,
                    data=source.data,
                )
        return kept is None

    def papers(self) -> tuple[Source, ...]:
        """The papers in the order they were added, each read anew from its bytes as filed."""
        from conformed.reading import read_bytes

        papers = tables.papers
        with self._database.reading() as connection:
            rows = connection.execute(
                select(papers.c.id, papers.c.file, papers.c.data)
                .where(papers.c.agreement == self.agreement)
                .order_by(papers.c.number)
            ).all()
        return tuple(read_bytes(bytes(row.data), file=row.file, id=row.id) for row in rows)

    def papers_kept(self) -> int:
        """How many papers are kept; none of them is read."""
        papers = tables.papers
        with self._database.reading() as connection:
            query = select(func.count()).where(papers.c.agreement == self.agreement)
            return connection.scalar(query) or 0

    def paper_digests(self) -> dict[str, str]:
        """The SHA-256 of each paper that is kept, by its id; none of them is read."""
        papers = tables.papers
        with self._database.reading() as connection:
            rows = connection.execute(
                select(papers.c.id, papers.c.sha256).where(papers.c.agreement == self.agreement)
            ).all()
        return {row.id: row.sha256 for row in rows}

    def agreements(self) -> tuple[str, ...]:
        """The names of all agreements of which the database keeps events, this one's or not."""
        with self._database.reading() as connection:
            query = select(tables.imports.c.agreement).distinct()
            return tuple(sorted(connection.scalars(query)))

    def add_decision(self, decision: Decision) -> bool:
        """Keep a person's decision. Returns whether it is new: repeating the latest on its instruction changes nothing.

        An earlier decision on the same instruction stays in the record; the later one holds.
        """
        with self._database.writing(self.agreement) as connection:
            latest = [
                kept for kept in self._decisions(connection) if kept.instruction == decision.instruction
            ]
            new = not latest or latest[-1] != decision
            if new:
                self._add(
                    connection,
                    tables.decisions,
                    instruction=decision.instruction,
                    place=decision.place,
                    leave=decision.leave,
                    text=decision.text,
                    decided_by=decision.by,
                    decided_on=decision.on,
                    why=decision.why,
                    fits=decision.fits,
                    provision=decision.provision,
                )
        return new

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision ever taken, oldest first; on one instruction the last one holds."""
        with self._database.reading() as connection:
            return self._decisions(connection)

    def append_events(
        self, events: Iterable[Event], *, progress: Callable[[int], None] | None = None
    ) -> Imported:
        """Append events: all of them, or none where anything goes wrong on the way.

        An event that is already kept with the same content is passed over, so an import that was cut off is resumed
        by running it again. `events` is read once, a batch at a time.

        Args:
            events: in the order in which they are to be kept.
            progress: called with the number of events read so far.

        Raises:
            ConformedError: `event-conflict`: an `event_id` is kept, or came before, with other content;
                `event-unfit`: an event cannot be kept as it is; `store-busy`: another writer took too long.
        """
        with self._database.writing(self.agreement) as connection:
            return log.append(connection, self.agreement, events, progress)

    def events(
        self,
        as_of: dt.date | None = None,
        known_at: dt.datetime | None = None,
        *,
        verified: bool = False,
    ) -> Iterator[Event]:
        """The events in the order they were appended, a batch in memory at a time.

        Args:
            as_of: only those that occurred by this day.
            known_at: only those recorded by this moment, which has an offset from UTC.
            verified: check the whole chain on the way, with the links of the events that are not asked for.

        Raises:
            ConformedError: `chain-broken` where `verified`, once the events before the break were given: use none before
                the last has come.
        """
        if known_at is not None and known_at.utcoffset() is None:
            raise ConformedError(problem("event-unfit", id="known_at", cause="it has no offset from UTC"))
        read = log.verified if verified else log.stream
        with self._database.reading() as connection:
            try:
                yield from read(connection, self.agreement, as_of, known_at)
            except ConformedError as error:
                raise ConformedError(replace(error.problem, document=self.place)) from None

    def head(self) -> Head:
        """Where the chain of events stands; note it outside the store, and give it to `verify` later."""
        with self._database.reading() as connection:
            return log.head(connection, self.agreement)

    def verify(self, *, known: Head | None = None) -> tuple[Problem, ...]:
        """Check that nothing kept was changed or removed.

        Args:
            known: a head that was noted before: proves the chain up to it even against someone who rewrote all of it.

        Returns:
            `chain-broken` for the first link that does not hold, `paper-changed` for each paper whose bytes are not
            those that were filed, `guard-missing` for each trigger that is gone; nothing where all is well.
        """
        problems: list[Problem] = []
        papers = tables.papers
        with self._database.reading() as connection:
            first_broken = log.broken(connection, self.agreement, known)
            if first_broken is not None:
                problems.append(replace(first_broken, document=self.place))
            rows = connection.execute(
                select(papers.c.id, papers.c.sha256, papers.c.data)
                .where(papers.c.agreement == self.agreement)
                .order_by(papers.c.number)
                .execution_options(yield_per=1)
            )
            problems.extend(
                problem("paper-changed", document=row.id, id=row.id)
                for row in rows
                if sha256(bytes(row.data)).hexdigest() != row.sha256
            )
            problems.extend(
                problem("guard-missing", where=name, name=name)
                for name in guards.missing(connection, tables.APPEND_ONLY)
            )
        return tuple(problems)

    def seal(self, id: str, value: str, key: SealKey) -> bool:
        """Keep a sealed value, encrypted. Returns whether it is new or changed; the latest one holds.

        Raises:
            ConformedError: `seal-key`: the store's sealed values were sealed with another key.
        """
        with self._database.writing(self.agreement) as connection:
            opened, versions = self._unseal(connection, key)
            if opened.get(id) == value:
                return False
            version = versions.get(id, 0) + 1
            connection.execute(
                insert(tables.seals),
                {
                    "agreement": self.agreement,
                    "id": id,
                    "version": version,
                    "sealed": key.seal(value, self._about(id, version)),
                },
            )
        return True

    def unseal(self, key: SealKey) -> Unsealed:
        """The sealed values by their ids. This is the confidential door: nothing else here takes a key.

        Raises:
            ConformedError: `seal-key`: the key is not theirs, or the cipher text was changed.
        """
        with self._database.reading() as connection:
            opened, _ = self._unseal(connection, key)
        return Unsealed(opened)

    def seals(self) -> tuple[str, ...]:
        """The ids of the sealed values that are kept; no key is needed, no value is shown."""
        seals = tables.seals
        with self._database.reading() as connection:
            rows = connection.scalars(
                select(seals.c.id).where(seals.c.agreement == self.agreement).distinct()
            ).all()
        return tuple(sorted(rows))

    def reseal(self, key: SealKey, new: SealKey) -> None:
        """Encrypt the sealed values with another key; earlier values, and what the old key opens, are removed.

        Raises:
            ConformedError: `seal-key`: `key` is not the one they were sealed with.
        """
        with self._database.writing(self.agreement) as connection:
            opened, versions = self._unseal(connection, key)
            connection.execute(delete(tables.seals).where(tables.seals.c.agreement == self.agreement))
            for id, value in opened.items():
                sealed = new.seal(value, self._about(id, versions[id]))
                row = {"agreement": self.agreement, "id": id, "version": versions[id], "sealed": sealed}
                connection.execute(insert(tables.seals), row)

    def derived(self, name: str, build: Callable[[], str]) -> str:
        """What `build` gives, kept until a paper, a decision or an event is added or the program changes.

        Only what the public view may show belongs here: what is kept is not encrypted.
        """
        derived = tables.derived
        here = (derived.c.agreement == self.agreement, derived.c.name == name)
        with self._database.reading() as connection:
            inputs = self._inputs(connection)
            kept = connection.execute(select(derived.c.inputs, derived.c.content).where(*here)).first()
        if kept is not None and kept.inputs == inputs:
            return str(kept.content)
        content = build()
        with self._database.writing(self.agreement) as connection:
            if self._inputs(connection) == inputs:  # else it is out of date before it is kept
                connection.execute(delete(derived).where(*here))
                row = {"agreement": self.agreement, "name": name, "inputs": inputs, "content": content}
                connection.execute(insert(derived), row)
        return content

    def rebuild(self) -> None:
        """Forget everything derived, so that each is built anew when it is next asked for."""
        with self._database.writing(self.agreement) as connection:
            connection.execute(delete(tables.derived).where(tables.derived.c.agreement == self.agreement))

    def _add(self, connection: Connection, table: Table, **values: object) -> None:
        last = connection.scalar(select(func.max(table.c.number)).where(table.c.agreement == self.agreement))
        row = {"agreement": self.agreement, "number": (last or 0) + 1, **values}
        connection.execute(insert(table), row)

    def _decisions(self, connection: Connection) -> tuple[Decision, ...]:
        table = tables.decisions
        names = (
            "instruction",
            "place",
            "leave",
            "text",
            "decided_by",
            "decided_on",
            "why",
            "fits",
            "provision",
        )
        rows = connection.execute(
            select(*(table.c[name] for name in names))
            .where(table.c.agreement == self.agreement)
            .order_by(table.c.number)
        )
        return tuple(Decision(*row) for row in rows)

    def _about(self, id: str, version: int) -> str:
        return f"{self.agreement}\n{id}\n{version}"

    def _unseal(self, connection: Connection, key: SealKey) -> tuple[dict[str, str], dict[str, int]]:
        seals = tables.seals
        rows = connection.execute(
            select(seals.c.id, seals.c.version, seals.c.sealed)
            .where(seals.c.agreement == self.agreement)
            .order_by(seals.c.id, seals.c.version)
        ).all()
        opened: dict[str, str] = {}
        versions: dict[str, int] = {}
        for row in rows:
            value = key.open(bytes(row.sealed), self._about(row.id, row.version))
            if value is None:
                raise ConformedError(problem("seal-key", where=row.id, id=row.id))
            opened[row.id], versions[row.id] = value, row.version
        return opened, versions

    def _inputs(self, connection: Connection) -> str:
        """A digest of everything that something derived may rest on."""
        from importlib.metadata import version

        state = [version("conformed"), self.agreement, log.head(connection, self.agreement).link]
        for table in (tables.papers, tables.decisions):
            last = connection.scalar(
                select(func.max(table.c.number)).where(table.c.agreement == self.agreement)
            )
            state.append(str(last or 0))
        return sha256("\n".join(state).encode()).hexdigest()
