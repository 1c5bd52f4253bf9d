"""Conformed: the contract as it stands today, where every word came from, and what it makes due.

>>> import conformed
>>> papers = conformed.example_folder()
>>> copy = conformed.conform(papers / "agreement.txt", [papers / "amendment-1.txt", papers / "amendment-2.txt"])
>>> run = copy["7.A"].origin[1]
>>> run.document, run.instruction, " ".join(run.text.split())[:56]
('amendment-2', '2(c)#1', 'This Agreement begins on the Effective Date and its init')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conformed.conforming import ProvisionState
    from conformed.examples import example_folder
    from conformed.model.agreement import Agreement, ClauseEntry
    from conformed.model.conformed import Conformed, Outcome
    from conformed.model.document import Document, Provision
    from conformed.model.event import Event
    from conformed.model.instruction import Amendment, Instruction
    from conformed.model.problem import ConformedError, Problem
    from conformed.model.source import Source
    from conformed.model.statement import Line, Settlement, Statement, Unit
    from conformed.model.term import Term, Terms
    from conformed.model.text import Run
    from conformed.running import Why
    from conformed.service.calling import (
        EventFile,
        conform,
        instructions,
        outline,
        read,
        read_agreement,
        read_bytes,
        read_events,
        read_text,
        settle,
        terms_of,
        why,
    )
    from conformed.service.copy import ConformedCopy, CopyProvision

    __version__: str

__all__ = [
    "Agreement",
    "Amendment",
    "ClauseEntry",
    "Conformed",
    "ConformedCopy",
    "ConformedError",
    "CopyProvision",
    "Document",
    "Event",
    "EventFile",
    "Instruction",
    "Line",
    "Outcome",
    "Problem",
    "Provision",
    "ProvisionState",
    "Run",
    "Settlement",
    "Source",
    "Statement",
    "Term",
    "Terms",
    "Unit",
    "Why",
    "__version__",
    "conform",
    "example_folder",
    "instructions",
    "outline",
    "read",
    "read_agreement",
    "read_bytes",
    "read_events",
    "read_text",
    "settle",
    "terms_of",
    "why",
]

_PLACES = {
    "conformed.conforming": ("ProvisionState",),
    "conformed.examples": ("example_folder",),
    "conformed.model.agreement": ("Agreement", "ClauseEntry"),
    "conformed.model.conformed": ("Conformed", "Outcome"),
    "conformed.model.document": ("Document", "Provision"),
    "conformed.model.event": ("Event",),
    "conformed.model.instruction": ("Amendment", "Instruction"),
    "conformed.model.problem": ("ConformedError", "Problem"),
    "conformed.model.source": ("Source",),
    "conformed.model.statement": ("Line", "Settlement", "Statement", "Unit"),
    "conformed.model.term": ("Term", "Terms"),
    "conformed.model.text": ("Run",),
    "conformed.running": ("Why",),
    "conformed.service.calling": (
        "EventFile",
        "conform",
        "instructions",
        "outline",
        "read",
        "read_agreement",
        "read_bytes",
        "read_events",
        "read_text",
        "settle",
        "terms_of",
        "why",
    ),
    "conformed.service.copy": ("ConformedCopy", "CopyProvision"),
}
_PLACE_OF = {name: place for place, names in _PLACES.items() for name in names}


def __getattr__(name: str) -> object:
    """The public names, imported when they are first asked for."""
    if name == "__version__":
        from importlib.metadata import version

        return version("conformed")
    place = _PLACE_OF.get(name)
    if place is None:
        raise AttributeError(f"module 'conformed' has no attribute {name!r}")
    return getattr(import_module(place), name)


def __dir__() -> list[str]:
    return sorted(__all__)
