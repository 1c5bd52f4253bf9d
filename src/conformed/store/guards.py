"""Triggers that refuse to change or remove what is append-only, on SQLite and on Postgres.

They stop mistakes, and programs other than this one. Whoever may drop a trigger may still change a row: that is
what the chain is for, and `missing` tells `verify` that a trigger is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, text

__all__ = ["missing", "statements"]

_KEYS = {
    "papers": ("number", "id"),
    "decisions": ("number",),
    "events": ("number", "event_id"),
    "imports": ("first",),
}


def statements(dialect: str, tables: Sequence[str]) -> Iterator[str]:
    """The statements that put the guards of `tables` up, for the dialect `sqlite` or `postgresql`."""
    if dialect == "sqlite":
        for table in tables:
            for action in ("update", "delete"):
                yield (
                    f"CREATE TRIGGER {table}_no_{action} BEFORE {action.upper()} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
            # INSERT OR REPLACE deletes without a delete trigger unless recursive_triggers is on.
            same = " OR ".join(f"{key} = NEW.{key}" for key in _KEYS[table])
            yield (
                f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "  # noqa: S608 (our own names)
                f"WHEN EXISTS (SELECT 1 FROM {table} WHERE agreement = NEW.agreement AND ({same})) "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only: this row is already there'); END"
            )
        return
    yield (
        "CREATE FUNCTION conformed_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in tables:
        yield (
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION conformed_append_only()"
        )
        yield (
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION conformed_append_only()"
        )


def missing(connection: Connection, tables: Sequence[str]) -> tuple[str, ...]:
    """The names of the guards that should be up and are not (dropped, or switched off)."""
    if connection.dialect.name == "sqlite":
        found = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
        suffixes: tuple[str, ...] = ("no_update", "no_delete", "no_replace")
    else:
        found = set(
            connection.scalars(
                text(
                    "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                    "WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled IN ('O', 'A')"
                )
            )
        )
        suffixes = ("no_change", "no_truncate")
    wanted = (f"{table}_{suffix}" for table in tables for suffix in suffixes)
    return tuple(name for name in wanted if name not in found)
