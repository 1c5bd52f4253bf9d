"""Who is who: roles, names, and the short names that people write in events."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["Parties"]


class Parties:
    """The parties of an agreement.

    >>> parties = Parties({"provider": ("Tallgrass Inc.",), "customer": ("Bluestem Corp.", "Bluestem Holdings Inc.")})
    >>> parties.role("bluestem holdings inc."), parties.role("Bluestem"), parties.role("Sedge LLC")
    ('customer', 'customer', None)
    """

    def __init__(self, parties: Mapping[str, tuple[str, ...]]) -> None:
        self.names = dict(parties)
        self._roles: dict[str, str | None] = {}

    def role(self, name: str | None) -> str | None:
        """The role of the party that `name` means: a role, a party's name, or words that begin names of one role only."""
        if not name:
            return None
        if name not in self._roles:
            self._roles[name] = self._find(_folded(name))
        return self._roles[name]

    def _find(self, name: str) -> str | None:
        for role in self.names:
            if _folded(role) == name:
                return role
        exact = {role for role, names in self.names.items() if name in map(_folded, names)}
        if len(exact) == 1:
            return exact.pop()
        begun = {
            role
            for role, names in self.names.items()
            if any(_folded(full).startswith(name + " ") for full in names)
        }
        return begun.pop() if len(begun) == 1 and not exact else None

    def debtors(self, role: str) -> tuple[str, ...]:
        """The names of a role, each liable for the whole of what the role owes; the role itself where none is given."""
        return self.names.get(role, (role,))


def _folded(name: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in name).casefold().split())
