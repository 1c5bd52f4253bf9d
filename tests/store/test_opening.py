"""Opening a store: where it may be, what it says when it cannot be."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import conformed.store
from conformed.model.problem import ConformedError
from conformed.store import Store, open_store
from conformed.store.migrations import HEAD
from conformed.store.tables import METADATA
from tests.store.samples import receipts


def test_the_migrations_make_the_tables_that_the_code_expects(store: Store) -> None:
    with store._database.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    assert differences == []


def test_the_last_migration_is_the_head_that_the_code_expects() -> None:
    folder = Path(conformed.store.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_heads() == [HEAD]


def test_what_was_kept_is_there_when_it_is_opened_again(url: str) -> None:
    with open_store(url) as store:
        store.append_events(receipts(0, 3))
    with open_store(url) as store:
        assert store.head().count == 3


def test_sqlite_runs_as_promised(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with open_store(str(path)) as store, store._database.reading() as connection:
        for pragma, value in (("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 60_000)):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    assert path.exists()


def _refused(url: str, code: str, **options: str) -> str:
    with pytest.raises(ConformedError) as caught:
        open_store(url, **options)  # type: ignore[arg-type]
    assert caught.value.problem.code == code
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_places_that_cannot_be_opened_are_one_clear_line(tmp_path: Path) -> None:
    assert "unable to open" in _refused(str(tmp_path / "absent" / "store.db"), "store-failed")
    _refused(str(tmp_path), "store-failed")
    other = tmp_path / "other.txt"
    other.write_text("This Agreement is made as of the first day. " * 40)
    assert "not a database" in _refused(str(other), "store-failed")


@pytest.mark.parametrize(
    "url", ["", "sqlite://", "sqlite:///:memory:", "mysql://u:secret@h/n", "://secret", "oracle://secret@h"]
)
def test_addresses_that_are_none_are_refused_without_being_shown(url: str) -> None:
    assert "secret" not in _refused(url, "store-url")


def test_an_agreements_name_is_of_reasonable_length(tmp_path: Path) -> None:
    for name in ("", "x" * 201):
        _refused(str(tmp_path / "store.db"), "store-url", agreement=name)


def test_a_password_is_never_shown(tmp_path: Path) -> None:
    address = f"postgresql://clerk:secret@/none?host={tmp_path}"
    assert "secret" not in _refused(address, "store-failed")


def test_a_store_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_store(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert "9999" in _refused(str(path), "store-newer")


def test_postgres_without_its_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "conformed[postgres]" in _refused("postgresql://clerk@h/n", "store-driver")


def test_a_full_or_read_only_database_refuses_the_import_whole(store: Store, url: str) -> None:
    if not url.startswith("sqlite"):
        pytest.skip("the limit on pages is SQLite's")
    from sqlalchemy import event

    event.listen(
        store._database._engine, "checkout", lambda raw, *_: raw.execute("PRAGMA max_page_count = 60")
    )
    with pytest.raises(ConformedError, match="full") as caught:
        store.append_events(receipts(0, 5_000))
    assert caught.value.problem.code == "store-failed"
    assert store.head().count == 0
    assert store.verify() == ()
