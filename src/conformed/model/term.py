"""Terms: the facts and the clauses that are read from an agreement, each with the words it came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from conformed.model.document import Path
from conformed.model.problem import Problem
from conformed.model.text import Span

__all__ = ["Term", "TermChange", "TermState", "Terms"]


@dataclass(frozen=True, slots=True)
class Term:
    """One term.

    Attributes:
        name: a fact's name as in INTERFACE (`governing_law`), or a clause's kind (`unit-term`), numbered on with `#2`
            where the agreement has several of that kind.
        value: a string, a date, a duration in ISO 8601, a tuple of parties, or for a clause the keys of its
            `[[clauses]]` table; None where the paper withholds it.
        start, end: the words read, in the text of the document that was read.
        text: these words, white space collapsed.
        places: where the words stand in the papers, in order; one unless amendments wrote some of them.
        provision: the innermost provision they stand in.
        withheld: the ids of the redactions on which the value rests.
        how: how a value that is not printed was worked out ("P60M after 2015-12-21"), else None.
        rests_on: further words of the document, elsewhere, that the value was read from (offsets as `start`, `end`).
    """

    name: str
    value: object
    start: int
    end: int
    text: str
    places: tuple[Span, ...]
    provision: Path = ()
    withheld: tuple[str, ...] = ()
    how: str | None = None
    rests_on: tuple[tuple[int, int], ...] = ()

    @property
    def kind(self) -> str:
        """The name without its number."""
        return self.name.partition("#")[0]

    @property
    def is_clause(self) -> bool:
        """Whether this is a clause that can be run, rather than a fact."""
        return isinstance(self.value, Mapping)


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one text, by name in a fixed order, and what is wrong with their words."""

    by_name: Mapping[str, Term]
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", MappingProxyType(dict(self.by_name)))

    def __getitem__(self, name: str) -> Term:
        return self.by_name[name]

    def __contains__(self, name: object) -> bool:
        return name in self.by_name

    def __iter__(self) -> Iterator[Term]:
        return iter(self.by_name.values())

    def get(self, name: str) -> Term | None:
        """The term of that name, or None."""
        return self.by_name.get(name)

    @property
    def clauses(self) -> tuple[Term, ...]:
        """The clauses that can be run, in reading order."""
        return tuple(sorted((term for term in self if term.is_clause), key=lambda term: term.start))


@dataclass(frozen=True, slots=True)
class TermChange:
    """A term that a paper changed; `before` or `after` is None for one that it added or took away.

    `instructions` are those whose words the changed term rests on (`amendment-2/2(c)#1`).
    """

    name: str
    before: Term | None
    after: Term | None
    instructions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermState:
    """The terms after one paper took effect, and what it changed; `effective` as in `conformed.model.conformed.State`."""

    paper: str
    effective: dt.date | None
    terms: Terms
    changes: tuple[TermChange, ...] = ()
