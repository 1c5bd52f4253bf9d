"""Alembic's entry: runs the steps on the connection that `engine.Database` hands over, inside its transaction."""

from alembic import context

from conformed.store.tables import METADATA

if hasattr(context, "config"):  # Alembic runs this file; it is not merely imported
    context.configure(
        connection=context.config.attributes["connection"], target_metadata=METADATA, transactional_ddl=True
    )
    with context.begin_transaction():
        context.run_migrations()
