"""The use cases: the one place where the stages meet the store."""
