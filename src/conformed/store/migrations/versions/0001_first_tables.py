"""The first tables, and the guards of those that are append-only."""

import sqlalchemy as sa
from alembic import op

from conformed.store.guards import statements

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables and put their guards up."""
    op.create_table(
        "papers",
        sa.Column("agreement", sa.String(200), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("agreement", "number", name="papers_key"),
        sa.UniqueConstraint("agreement", "id", name="papers_id"),
    )
    op.create_table(
        "decisions",
        sa.Column("agreement", sa.String(200), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("instruction", sa.Text, nullable=False),
        sa.Column("place", sa.Integer),
        sa.Column("leave", sa.Boolean, nullable=False),
        sa.Column("text", sa.Text),
        sa.Column("decided_by", sa.Text),
        sa.Column("decided_on", sa.Date),
        sa.Column("why", sa.Text),
        sa.Column("fits", sa.Text),
        sa.PrimaryKeyConstraint("agreement", "number", name="decisions_key"),
    )
    op.create_table(
        "events",
        sa.Column("agreement", sa.String(200), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("event_id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("occurred_on", sa.Date, nullable=False),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("recorded_utc", sa.String(27), nullable=False),
        sa.Column("subject", sa.Text),
        sa.Column("counterparty", sa.Text),
        sa.Column("amount", sa.Text),
        sa.Column("reference", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("link", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("agreement", "number", name="events_key"),
        sa.UniqueConstraint("agreement", "event_id", name="events_id"),
    )
    op.create_table(
        "imports",
        sa.Column("agreement", sa.String(200), nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("link", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("agreement", "first", name="imports_key"),
    )
    op.create_table(
        "seals",
        sa.Column("agreement", sa.String(200), nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("agreement", "id", "version", name="seals_key"),
    )
    op.create_table(
        "derived",
        sa.Column("agreement", sa.String(200), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("inputs", sa.String(64), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("agreement", "name", name="derived_key"),
    )
    guarded = ("papers", "decisions", "events", "imports")
    for statement in statements(op.get_bind().dialect.name, guarded):
        op.execute(sa.text(statement))


def downgrade() -> None:
    """Refused: what is kept here is never taken away."""
    raise NotImplementedError("the first tables are never dropped")
