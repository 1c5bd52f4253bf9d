"""A conformed copy for those who call from Python: its provisions by name, with their words, origin and history."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from conformed.conforming.blame import blame, sources
from conformed.conforming.history import ProvisionState, history
from conformed.conforming.naming import provision_named
from conformed.conforming.record import build_record
from conformed.model.conformed import Conformed, Outcome
from conformed.model.document import Path, Provision
from conformed.model.problem import Problem
from conformed.model.text import Run
from conformed.structure import collapsed

__all__ = ["ConformedCopy", "CopyProvision"]


@dataclass(frozen=True)
class CopyProvision:
    """A provision of a conformed copy."""

    conformed: Conformed
    provision: Provision

    @property
    def path(self) -> Path:
        """Where it stands: `("7", "a")`."""
        return self.provision.path

    @property
    def label(self) -> str | None:
        """Its label as printed."""
        return self.provision.label

    @property
    def heading(self) -> str | None:
        """Its heading's words."""
        return self.provision.heading

    @cached_property
    def text(self) -> str:
        """Its words, label and sub-provisions included, white space collapsed."""
        return collapsed(self.conformed.copy, self.provision.start, self.provision.end)

    @cached_property
    def origin(self) -> tuple[Run, ...]:
        """Its words as runs, each a slice of one paper with the instruction that placed it."""
        return blame(self.conformed.copy, self.provision.start, self.provision.end)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The papers and instructions that its words come from: `("base", "amendment-2/2(c)#1")`."""
        return sources(self.conformed.copy, self.provision.start, self.provision.end)

    @cached_property
    def history(self) -> tuple[ProvisionState, ...]:
        """What it said after each paper that changed it, newest first."""
        return history(self.conformed, self.provision.path)

    @property
    def provisions(self) -> tuple[CopyProvision, ...]:
        """The provisions directly below."""
        return tuple(CopyProvision(self.conformed, child) for child in self.provision.children)


@dataclass(frozen=True)
class ConformedCopy:
    """A conformed copy.

    `conformed` holds everything: the papers, the state after each, what became of each instruction.
    """

    conformed: Conformed

    @property
    def title(self) -> str | None:
        """The agreement's title."""
        return self.conformed.copy.title

    @property
    def as_of(self) -> dt.date | None:
        """The day asked for; None for the text after every paper."""
        return self.conformed.as_of

    @property
    def text(self) -> str:
        """The whole text, laid out as the papers are."""
        return self.conformed.copy.text.string

    @property
    def instructions(self) -> tuple[Outcome, ...]:
        """What became of each amending instruction."""
        return self.conformed.outcomes

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What should be known about the papers."""
        return self.conformed.warnings

    @property
    def provisions(self) -> tuple[CopyProvision, ...]:
        """The outermost provisions, in order."""
        return tuple(CopyProvision(self.conformed, one) for one in self.conformed.copy.provisions)

    def __getitem__(self, place: str) -> CopyProvision:
        found = provision_named(self.conformed.copy, place)
        if len(found) != 1:
            raise KeyError(
                f"{len(found)} provisions are named {place!r}" if found else f"there is no {place!r}"
            )
        return CopyProvision(self.conformed, found[0])

    def __contains__(self, place: object) -> bool:
        return isinstance(place, str) and len(provision_named(self.conformed.copy, place)) == 1

    def record(self) -> dict[str, Any]:
        """What `conformed build --json` prints."""
        return build_record(self.conformed)
