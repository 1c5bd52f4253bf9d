"""The tables of the store. Their history is in `migrations/versions`; a test holds the two together.

`papers`, `decisions`, `events` and `imports` are append-only: see `guards`. `seals` holds cipher text only.
`derived` holds what can be built anew from the others, and is.

Amounts and moments are kept as texts, the same on every engine: an amount keeps its digits, a moment its offset.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = ["APPEND_ONLY", "METADATA", "decisions", "derived", "events", "imports", "papers", "seals"]

METADATA = MetaData()

papers = Table(
    "papers",
    METADATA,
    Column("agreement", String(200), nullable=False),
    Column("number", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("agreement", "number", name="papers_key"),
    UniqueConstraint("agreement", "id", name="papers_id"),
)

decisions = Table(
    "decisions",
    METADATA,
    Column("agreement", String(200), nullable=False),
    Column("number", Integer, nullable=False),
    Column("instruction", Text, nullable=False),
    Column("place", Integer),
    Column("leave", Boolean, nullable=False),
    Column("text", Text),
    Column("decided_by", Text),
    Column("decided_on", Date),
    Column("why", Text),
    Column("fits", Text),
    Column("provision", Text),
    PrimaryKeyConstraint("agreement", "number", name="decisions_key"),
)

events = Table(
    "events",
    METADATA,
    Column("agreement", String(200), nullable=False),
    Column("number", Integer, nullable=False),
    Column("event_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("occurred_on", Date, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("recorded_utc", String(27), nullable=False),
    Column("subject", Text),
    Column("counterparty", Text),
    Column("amount", Text),
    Column("reference", Text),
    Column("note", Text),
    Column("digest", String(64), nullable=False),
    Column("link", String(64), nullable=False),
    PrimaryKeyConstraint("agreement", "number", name="events_key"),
    UniqueConstraint("agreement", "event_id", name="events_id"),
)

imports = Table(
    "imports",
    METADATA,
    Column("agreement", String(200), nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("link", String(64), nullable=False),
    PrimaryKeyConstraint("agreement", "first", name="imports_key"),
)

seals = Table(
    "seals",
    METADATA,
    Column("agreement", String(200), nullable=False),
    Column("id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("agreement", "id", "version", name="seals_key"),
)

derived = Table(
    "derived",
    METADATA,
    Column("agreement", String(200), nullable=False),
    Column("name", Text, nullable=False),
    Column("inputs", String(64), nullable=False),
    Column("content", Text, nullable=False),
    PrimaryKeyConstraint("agreement", "name", name="derived_key"),
)

APPEND_ONLY = ("papers", "decisions", "events", "imports")
