"""Opening a database: SQLite unless a URL says Postgres, with its tables brought up to date.

SQLite runs in WAL mode, so that readers never wait for a writer; a writer takes the lock when it begins, and waits
for another's. On Postgres a lock per agreement does the same.

Who opens it to read makes nothing, brings nothing up to date and writes nothing: neither tables nor a file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from conformed.model.problem import ConformedError, problem
from conformed.store.migrations import HEAD
from conformed.store.recognition import OURS, foreign, reading_address, recognised, withdraw

__all__ = ["Database"]

_BUSY = ("database is locked", "lock timeout")
_LEAST_SQLITE = (3, 24)
_UPGRADE_LOCK = "tables"


class Database:
    """A database with the store's tables in it.

    Args:
        url: `sqlite:///path`, a path, or `postgresql://user@host/name`.
        busy_seconds: how long a writer waits for another.
        reading: nothing is going to be written; a database that is no store, or one of an earlier version, is refused.

    Raises:
        ConformedError: the URL is not one of these, the file is no store, or the database cannot be opened or was
            written by a later version.
    """

    def __init__(self, url: str, *, busy_seconds: float = 60.0, reading: bool = False) -> None:
        self._url = _url(url)
        self._file = Path(self._url.database or "") if self.is_sqlite else None
        self.place = str(self._file or self._url.render_as_string(hide_password=True))
        self._busy_seconds = busy_seconds
        self._reading = reading
        is_new = self._file is not None and not self._file.exists()
        if self._file is not None:
            recognised(self._file, reading=reading)
        self._engine = self._create()
        try:
            if reading:
                self._check_tables()
            else:
                self._upgrade()
        except BaseException:
            self._engine.dispose()
            if is_new and self._file is not None:
                withdraw(self._file)
            raise

    def __repr__(self) -> str:
        return f"Database({self.place!r})"

    @property
    def is_sqlite(self) -> bool:
        """Whether the engine is SQLite."""
        return self._url.get_backend_name() == "sqlite"

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the database as it stands now, whatever writers do meanwhile."""
        with self._translated(), self._engine.connect() as connection:
            if not self.is_sqlite:
                connection = connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            yield connection

    @contextmanager
    def writing(self, lock: str) -> Iterator[Connection]:
        """A transaction, alone among those with the same `lock`: all of it is kept, or nothing."""
        with self._translated(), self._engine.connect() as connection:
            connection = connection.execution_options(conformed_writing=True)
            with connection.begin():
                if not self.is_sqlite:
                    milliseconds = int(self._busy_seconds * 1000)
                    connection.execute(text(f"SET LOCAL lock_timeout = {milliseconds}"))
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _lock_key(lock)})
                yield connection

    def _create(self) -> Engine:
        # hide_parameters: no error and no log of the library shows a value.
        options: dict[str, Any] = {"hide_parameters": True, "pool_pre_ping": not self.is_sqlite}
        if self._file is not None and self._reading:
            options["creator"] = self._open_to_read
        elif self.is_sqlite:
            options["connect_args"] = {"timeout": self._busy_seconds}
        try:
            engine = create_engine(self._url, **options)
        except ModuleNotFoundError:
            raise ConformedError(problem("store-driver", place=self.place)) from None
        if self.is_sqlite:
            event.listen(engine, "connect", _prepare_to_read if self._reading else _prepare_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
        return engine

    def _open_to_read(self) -> sqlite3.Connection:
        assert self._file is not None
        address = reading_address(self._file)
        return sqlite3.connect(address, uri=True, timeout=self._busy_seconds, check_same_thread=False)

    def _check_tables(self) -> None:
        with self.reading() as connection:
            tables = inspect(connection).get_table_names()
            found = _revision(connection)
        if not OURS.issubset(tables) or found is None:
            raise foreign(self.place, "it holds no tables of a store")
        if found > HEAD:
            raise self._newer(found)
        if found < HEAD:
            raise ConformedError(problem("store-older", place=self.place, found=found, known=HEAD))

    def _newer(self, found: str) -> ConformedError:
        return ConformedError(problem("store-newer", place=self.place, found=found, known=HEAD))

    def _upgrade(self) -> None:
        with self.reading() as connection:
            found = _revision(connection)
        if found == HEAD:
            return
        with self.writing(_UPGRADE_LOCK) as connection:
            found = _revision(connection)
            if found == HEAD:
                return
            if found is not None and not OURS.issubset(inspect(connection).get_table_names()):
                raise foreign(self.place, "it is a database of another program")
            if found is not None and found > HEAD:
                raise self._newer(found)
            from alembic import command
            from alembic.config import Config

            config = Config()
            config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            cause = (str(error.orig).strip().splitlines() or ["no reason given"])[0]
            if any(sign in cause for sign in _BUSY):
                raise ConformedError(
                    problem("store-busy", place=self.place, seconds=f"{self._busy_seconds:g}")
                ) from None
            outcome = "nothing was read" if self._reading else "nothing was kept"
            failed = problem("store-failed", place=self.place, cause=cause, outcome=outcome)
            raise ConformedError(failed) from None


def _url(given: str) -> URL:
    try:
        url = make_url(given) if "://" in given else URL.create("sqlite", database=given)
        backend = url.get_backend_name()
        if url.drivername in ("postgresql", "postgres"):
            url, backend = url.set(drivername="postgresql+psycopg"), "postgresql"
        url.get_dialect()
    except ModuleNotFoundError:
        raise ConformedError(problem("store-driver", place="the database")) from None
    except (ArgumentError, NoSuchModuleError, ValueError):
        # The text is not shown: it may hold a password.
        raise ConformedError(problem("store-url", cause="is not a database URL")) from None
    if backend not in ("sqlite", "postgresql"):
        raise ConformedError(problem("store-url", cause=f"names {backend}, which is not supported")) from None
    if backend == "sqlite" and url.database in (None, "", ":memory:"):
        raise ConformedError(problem("store-url", cause="names no file")) from None
    if backend == "sqlite" and (url.query or (url.database or "").startswith("file:")):
        raise ConformedError(problem("store-url", cause="has options of SQLite")) from None
    return url


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # `_begin_sqlite` begins the transactions
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "secure_delete = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_to_read(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only = ON")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("conformed_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _lock_key(lock: str) -> int:
    return int.from_bytes(sha256(f"conformed\n{lock}".encode()).digest()[:8], "big", signed=True)


def _revision(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found
