"""The provision that a decision names, where its instruction names none for certain."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; decisions that are kept name none."""
    op.add_column("decisions", sa.Column("provision", sa.Text))


def downgrade() -> None:
    """Refused: what is kept here is never taken away."""
    raise NotImplementedError("what is decided is never dropped")
