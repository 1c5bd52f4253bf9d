"""The history of the store's tables, run by Alembic when a store is opened."""

HEAD = "0002"
