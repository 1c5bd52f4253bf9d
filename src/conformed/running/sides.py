"""Who owes a statement to whom, where its clause does not say so."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from conformed.running.clause import ClauseKind
from conformed.running.terms_in_force import Entry

__all__ = ["default_sides", "payer_and_paid", "sides"]


def payer_and_paid(roles: Iterable[str]) -> tuple[str, str] | None:
    """Of two roles the one that pays for what the other provides; None where their names leave that open.

    >>> payer_and_paid(["landlord", "tenant"]), payer_and_paid(["Licensee", "Licensor"])
    (('tenant', 'landlord'), ('Licensee', 'Licensor'))
    >>> payer_and_paid(["company", "consultant"]), payer_and_paid(["seller", "lessee"])
    (None, None)
    >>> payer_and_paid(["lessor", "lessee", "guarantor"]), payer_and_paid(["lessor", "lessee", "bank"])
    (('lessee', 'lessor'), None)
    """
    table = _table()
    named = {_plain(role): role for role in roles}
    two = [plain for plain in named if plain not in table["bystanders"]]
    if len(two) != 2:
        return None
    for payer, paid in (two, two[::-1]):
        if any(payer in family["pays"] and paid in family["paid"] for family in table["family"]):
            return named[payer], named[paid]
    return None


def default_sides(kind: ClauseKind, roles: Iterable[str]) -> tuple[str, str] | None:
    """The debtor and the creditor of the statements of `kind` where an entry names neither."""
    return (payer_and_paid(roles) if kind.paid_for else None) or kind.roles


def sides(entry: Entry, default: tuple[str, str]) -> tuple[str, str]:
    """The debtor and the creditor by the clause's own keys; where it names one, the other is the other side."""
    debtor, creditor = entry.text("debtor", default[0]), entry.text("creditor", default[1])
    if debtor == creditor and not entry.has("creditor"):
        creditor = default[0]
    elif debtor == creditor and not entry.has("debtor"):
        debtor = default[1]
    return debtor, creditor


def _plain(role: str) -> str:
    return "-".join(role.casefold().replace("_", " ").replace("-", " ").split())


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("conformed.running").joinpath("sides.toml").read_text(encoding="utf-8"))
