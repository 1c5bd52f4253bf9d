"""Opening a store: where it may be, what it says when it cannot be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
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


def _refused(url: str, code: str, **options: str | bool) -> str:
    with pytest.raises(ConformedError) as caught:
        open_store(url, **options)  # type: ignore[arg-type]
    assert caught.value.problem.code == code
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_places_that_cannot_be_opened_are_one_clear_line(tmp_path: Path) -> None:
    assert "there is no folder" in _refused(str(tmp_path / "absent" / "store.db"), "store-failed")
    _refused(str(tmp_path), "store-foreign")
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"SQLite format 3\0" + b"no pages" * 600)
    assert "not a database" in _refused(str(broken), "store-failed")


def database(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


FOREIGN: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.touch(),
    "another kind of file": lambda path: path.write_text("This Agreement is made as of the first day. " * 40),
    "of another program": lambda path: database(path, "CREATE TABLE contacts (name TEXT)"),
    "a folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("reading", [True, False])
@pytest.mark.parametrize("cause", FOREIGN)
def test_what_is_no_store_is_refused_and_not_touched(tmp_path: Path, cause: str, reading: bool) -> None:
    place = tmp_path / "place"
    FOREIGN[cause](place)
    before = place.read_bytes() if place.is_file() else None

    said = _refused(str(place), "store-foreign", reading=reading)

    assert cause in said and str(place) in said and "conformed keep" in said
    assert (place.read_bytes() if place.is_file() else None) == before
    assert list(tmp_path.iterdir()) == [place]


def test_alembics_tables_of_another_program_are_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "app.db"
    database(
        place,
        "CREATE TABLE alembic_version (version_num TEXT)",
        "INSERT INTO alembic_version VALUES ('0001')",
    )
    before = place.read_bytes()
    assert "another program" in _refused(str(place), "store-foreign")
    assert place.read_bytes() == before


def test_a_database_with_nothing_in_it_becomes_a_store_for_a_writer_only(tmp_path: Path) -> None:
    place = tmp_path / "new.db"
    database(place, "PRAGMA user_version = 1")
    before = place.read_bytes()
    assert "nothing in it" in _refused(str(place), "store-foreign", reading=True)
    assert place.read_bytes() == before
    with open_store(str(place)) as store:
        assert store.append_events(receipts(0, 3)).count == 3


def test_a_reader_makes_no_file_and_no_tables(url: str, tmp_path: Path) -> None:
    _refused(url, "file-absent" if url.startswith("sqlite") else "store-foreign", reading=True)
    assert not (tmp_path / "store.db").exists()
    open_store(url).close()
    with open_store(url, reading=True) as store:
        assert store.head().count == 0


def test_a_reader_changes_nothing_and_sees_what_a_writer_keeps_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with open_store(str(path)) as writer:
        writer.append_events(receipts(0, 3))
    before = path.read_bytes()
    with open_store(str(path), reading=True) as reader:
        assert [event.id for event in reader.events(verified=True)] == ["r0", "r1", "r2"]
        with pytest.raises(ConformedError, match="nothing was read"):
            reader.append_events(receipts(3, 4))
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]
    with open_store(str(path)) as writer, open_store(str(path), reading=True) as reader:
        writer.append_events(receipts(3, 6))
        assert reader.head().count == 6


def test_a_store_in_a_folder_that_nobody_may_write_to_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "archive.db"
    with open_store(str(path)) as writer:
        writer.append_events(receipts(0, 3))
    monkeypatch.setattr("conformed.store.recognition.os.access", lambda *_: False)
    with open_store(str(path), reading=True) as reader:
        assert reader.head().count == 3
        assert list(tmp_path.iterdir()) == [path]


def test_a_store_of_an_earlier_version_is_brought_up_to_date_by_a_writer_only(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with open_store(str(path)) as store:
        store.append_events(receipts(0, 3))
    database(
        path, "ALTER TABLE decisions DROP COLUMN provision", "UPDATE alembic_version SET version_num = '0001'"
    )
    before = path.read_bytes()
    assert "conformed keep" in _refused(str(path), "store-older", reading=True)
    assert path.read_bytes() == before
    open_store(str(path)).close()
    with open_store(str(path), reading=True) as store:
        assert store.decisions() == () and store.head().count == 3


def test_marks_in_a_path_are_no_options(tmp_path: Path) -> None:
    path = tmp_path / "what? 50% #1.db"
    with open_store(str(path)) as store:
        store.append_events(receipts(0, 3))
    with open_store(str(path), reading=True) as store:
        assert store.head().count == 3
    assert list(tmp_path.iterdir()) == [path]
    _refused("sqlite:///file:x.db?mode=memory&uri=true", "store-url")


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
