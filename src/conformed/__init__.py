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
    from conformed.conforming.copy import ConformedCopy, CopyProvision
    from conformed.examples import example_folder
    from conformed.model.problem import ConformedError, Problem
    from conformed.reading import read
    from conformed.running import settle
    from conformed.service import build, instructions, outline
    from conformed.service.calling import conform
    from conformed.terms import terms_of

__all__ = [
    "ConformedCopy",
    "ConformedError",
    "CopyProvision",
    "Problem",
    "build",
    "conform",
    "example_folder",
    "instructions",
    "outline",
    "read",
    "settle",
    "terms_of",
]

_PLACES = {
    "ConformedCopy": "conformed.conforming.copy",
    "ConformedError": "conformed.model.problem",
    "CopyProvision": "conformed.conforming.copy",
    "Problem": "conformed.model.problem",
    "build": "conformed.service",
    "conform": "conformed.service.calling",
    "example_folder": "conformed.examples",
    "instructions": "conformed.service",
    "outline": "conformed.service",
    "read": "conformed.reading",
    "settle": "conformed.running",
    "terms_of": "conformed.terms",
}


def __getattr__(name: str) -> object:
    """The public verbs, imported when they are first asked for."""
    place = _PLACES.get(name)
    if place is None:
        raise AttributeError(f"module 'conformed' has no attribute {name!r}")
    return getattr(import_module(place), name)


def __dir__() -> list[str]:
    return sorted(__all__)
