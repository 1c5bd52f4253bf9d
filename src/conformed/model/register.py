"""The register of representations and defaults on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from conformed.model.problem import Problem

__all__ = ["Breach", "Register", "Represented"]


@dataclass(frozen=True, slots=True)
class Represented:
    """A representation as one party made it in one paper.

    Attributes:
        party: its name.
        paper: id of the paper in which it was made or re-made.
        made_on: the day on which it was made; None where that is not known.
        speaks_of: the day of which it speaks.
        remade: whether this is a re-making, which the party is to confirm.
        confirmed_by: id of the event by which it was confirmed, or None.
        breaches: ids of the breaches recorded against it.
    """

    representation: str
    text: str
    source: str | None
    party: str
    role: str
    paper: str
    made_on: dt.date | None
    speaks_of: dt.date | None
    remade: bool
    confirmed_by: str | None = None
    confirmed_on: dt.date | None = None
    breaches: tuple[str, ...] = ()

    @property
    def to_confirm(self) -> bool:
        """Whether it was re-made and nobody has confirmed it."""
        return self.remade and self.confirmed_by is None


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach of a representation, or a default under a provision."""

    id: str
    subject: str
    party: str
    began: dt.date
    cured_on: dt.date | None = None
    cured_by: str | None = None

    def continues(self, day: dt.date) -> bool:
        """Whether it had begun and was not cured on `day`."""
        return self.began <= day and (self.cured_on is None or self.cured_on > day)


@dataclass(frozen=True, slots=True)
class Register:
    """All of it on a day."""

    as_of: dt.date
    represented: tuple[Represented, ...]
    breaches: tuple[Breach, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def to_confirm(self) -> tuple[Represented, ...]:
        """What was re-made and is not confirmed yet."""
        return tuple(entry for entry in self.represented if entry.to_confirm)
