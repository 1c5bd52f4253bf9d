"""Whether a SQLite file is a store, found out without touching it: another's file is never written into.

A file that is not a store is refused, to readers and to writers. Only a file that is not there yet, or a database in
which there is no table, becomes one, and only for a writer.
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from conformed.model.problem import ConformedError, problem

__all__ = ["OURS", "foreign", "reading_address", "recognised", "withdraw"]

OURS = frozenset({"alembic_version", "papers", "decisions", "events", "imports", "seals", "derived"})
_MAGIC = b"SQLite format 3\0"
_WRITER_BEGINS = 1.0  # seconds in which another writer, who has just made the file, writes its first page
_ANOTHER = "name another file: `conformed keep` makes the store"


def recognised(path: Path, *, reading: bool) -> None:
    """Refuse a file that is no store; one that is not there is refused to a reader only.

    Raises:
        ConformedError: `file-absent`, `store-foreign`, or `store-failed` where it cannot be read.
    """
    try:
        if not path.exists():
            if reading:
                raise ConformedError(problem("file-absent", document=str(path)))
            if not path.parent.is_dir():
                raise _failed(path, f"there is no folder {path.parent}", reading=False)
            return
        if path.is_dir():
            raise foreign(str(path), "it is a folder")
        begins = _first_bytes(path, patient=not reading)
    except OSError as error:
        raise _failed(path, (error.strerror or str(error)).lower(), reading=reading) from None
    if begins != _MAGIC:
        raise foreign(str(path), "it is empty" if not begins else "it is another kind of file")
    found = _tables(path, reading=reading)
    if found and not found >= OURS:
        raise foreign(str(path), "it is a database of another program")
    if not found and reading:
        raise foreign(str(path), "it is a database with nothing in it")


def foreign(place: str, cause: str) -> ConformedError:
    """The error that says why what is at `place` is no store."""
    return ConformedError(problem("store-foreign", document=place, cause=cause, way_out=_ANOTHER))


def reading_address(path: Path) -> str:
    """The address at which SQLite opens a store that is only read.

    Where its folder cannot be written to, and no writer's pages wait beside it, SQLite is told that the file does not
    change: it would else want to make files beside it, which in a folder that can be written to it takes away again.
    """
    return _address(path, "mode=rw" if _waits(path) or os.access(path.parent, os.W_OK) else "immutable=1")


def withdraw(path: Path) -> None:
    """Take away the file of a store that could not be begun, if nothing was written into it."""
    with suppress(OSError):
        if path.stat().st_size == 0:
            path.unlink()


def _first_bytes(path: Path, *, patient: bool) -> bytes:
    """How the file begins; of an empty one, once a writer who has just made it has had the time to begin."""
    until = time.monotonic() + (_WRITER_BEGINS if patient else 0)
    while True:
        with path.open("rb") as file:
            begins = file.read(len(_MAGIC))
        if begins or time.monotonic() >= until:
            return begins
        time.sleep(0.02)


def _tables(path: Path, *, reading: bool) -> frozenset[str]:
    connection = None
    try:
        # not yet known to be a store: nothing may be made beside it either
        address = _address(path, "mode=ro" if _waits(path) else "immutable=1")
        connection = sqlite3.connect(address, uri=True, timeout=5)
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    except sqlite3.Error as error:
        raise _failed(path, str(error), reading=reading) from None
    finally:
        if connection is not None:
            connection.close()
    return frozenset(name for (name,) in rows if not name.startswith("sqlite_"))


def _address(path: Path, options: str) -> str:
    return f"file:{quote(str(path.absolute()))}?{options}"


def _waits(path: Path) -> bool:
    """Whether a writer's pages wait beside the file."""
    return any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))


def _failed(path: Path, cause: str, *, reading: bool) -> ConformedError:
    outcome = "nothing was read" if reading else "nothing was kept"
    return ConformedError(problem("store-failed", place=str(path), cause=cause, outcome=outcome))
