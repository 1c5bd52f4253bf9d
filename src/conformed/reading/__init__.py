"""Bytes to `Source`: the text as filed, with page furniture blanked and every offset kept."""

from conformed.reading.plain import read, read_bytes

__all__ = ["read", "read_bytes"]
