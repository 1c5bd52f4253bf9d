"""The terminals of the grammar, by what they are."""

from __future__ import annotations

__all__ = ["ACTIVE", "FINITE", "HERE", "PASSIVE", "PLACING", "SKIPPED", "THINGS", "VERBAL"]

THINGS = frozenset(("REF", "QUOTE", "BLOCK", "TEXT", "MARK", "FOLLOWING", "IT"))
ACTIVE = frozenset(("CHANGE", "DELETE", "INSERT", "REPLACE", "RESTATE", "RENUMBER", "RETITLE"))
PASSIVE = {
    "CHANGE": "CHANGED",
    "DELETE": "DELETED",
    "INSERT": "INSERTED",
    "REPLACE": "REPLACED",
    "RESTATE": "RESTATED",
    "RENUMBER": "RENUMBERED",
    "RETITLE": "RETITLED",
}
VERBAL: frozenset[str] = (
    ACTIVE
    | frozenset(PASSIVE.values())
    | {"READ", "NOW", "FORMERLY", "BECOME", "REFERRED", "SET_AT", "WERE", "REPLACES"}
)
FINITE = frozenset(PASSIVE.values()) | {"BECOME", "REFERRED", "REPLACES", "FORMERLY"}
PLACING = frozenset(("IN", "AFTER", "BEFORE", "BETWEEN", "AT_END", "AT_START", "EVERYWHERE", "FOR", "AS"))
SKIPPED = frozenset(("DETERMINER", "SILENT", "NUMBER_WORD"))
HERE = frozenset(("hereof", "hereto", "herein", "hereunder"))
