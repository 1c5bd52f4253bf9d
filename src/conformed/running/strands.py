"""Which clause of the words is which through the amendments, whatever its number becomes.

    7.A "... forty-two (42) months ..."  ->  amendment-2 inserts a new 7.A  ->  7.B "... forty-two (42) months ..."

Rules that this file must obey:

* A clause is known by the words of the papers that it is made of, then by its place. Where neither tells, one that goes
  and one of its kind that comes with the same paper are the same clause only if there is no other.
* A number alone never makes two clauses one where their words say otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from conformed.model.document import Document
from conformed.model.term import Term, TermState
from conformed.model.text import Span

__all__ = ["Strand", "state_on", "strands", "taken_out"]

_FEW = 0.2  # of the words: a number or an "and" that an amendment happened to leave


@dataclass(slots=True, eq=False)
class Strand:
    """A clause of the words through the states of the copy.

    Attributes:
        kind: as in `agreement.toml`.
        terms: the number of a state -> the clause as read there; a state that lacks it has none.
    """

    kind: str
    terms: dict[int, Term] = field(default_factory=dict)

    def at(self, state: int) -> Term | None:
        """The clause as read in a state."""
        return self.terms.get(state)

    def near(self, state: int) -> Term:
        """The clause as read in a state, else in the first one behind it, else in the last that has it."""
        later = [number for number in self.terms if number >= state]
        return self.terms[min(later) if later else max(self.terms)]

    @property
    def first(self) -> int:
        """The first state that has it."""
        return min(self.terms)

    @property
    def last(self) -> int:
        """The last state that has it."""
        return max(self.terms)

    def changed_by(self, state: int, key: str) -> int | None:
        """The state up to `state` that last changed the value of `key`; None where it is as it was at first."""
        found, before = None, None
        for number in sorted(number for number in self.terms if number <= state):
            value = self.terms[number].value
            now = value.get(key.partition(".")[0]) if isinstance(value, Mapping) else None
            if before is not None and before != (now,):
                found = number
            before = (now,)
        return found if found is not None or self.first == 0 else self.first


def strands(states: Sequence[TermState]) -> tuple[Strand, ...]:
    """The clauses of all states (`terms_over(conformed)`), in the order in which they come up."""
    found: list[Strand] = []
    for number, state in enumerate(states):
        by_kind: dict[str, list[Term]] = {}
        for term in state.terms.clauses:
            by_kind.setdefault(term.kind, []).append(term)
        for kind, terms in by_kind.items():
            known = [strand for strand in found if strand.kind == kind]
            paired = _paired(known, terms, number)
            for at, term in enumerate(terms):
                strand = paired.get(at)
                if strand is None:
                    strand = Strand(kind)
                    found.append(strand)
                strand.terms[number] = term
    return tuple(found)


def _paired(known: Sequence[Strand], terms: Sequence[Term], number: int) -> dict[int, Strand]:
    """For the position of a term the strand that it goes on with."""
    ranked: list[tuple[tuple[int, bool, bool, int], int, int]] = []
    for at, term in enumerate(terms):
        for position, strand in enumerate(known):
            before = strand.terms[strand.last]
            shared = _shared(before.places, term.places)
            same_place = before.provision == term.provision
            if shared or same_place:
                rank = (shared, same_place, before.value == term.value, -abs(at - position))
                ranked.append((rank, at, position))
    pairs: dict[int, int] = {}
    for _, at, position in sorted(ranked, key=lambda one: one[0], reverse=True):
        if at not in pairs and position not in pairs.values():
            pairs[at] = position
    arrived = [at for at in range(len(terms)) if at not in pairs]
    left = [
        position
        for position, strand in enumerate(known)
        if position not in pairs.values() and strand.last == number - 1
    ]
    if len(arrived) == len(left) == 1 and known[left[0]].kind != "termination-right":
        pairs[arrived[0]] = left[0]
    return {at: known[position] for at, position in pairs.items()}


def _shared(before: Sequence[Span], after: Sequence[Span]) -> int:
    """How many characters of the papers two readings share."""
    return sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in before
        for other in after
        if one.document == other.document
    )


def taken_out(term: Term, copy: Document) -> bool:
    """Whether the words that a clause was read from are gone from `copy`, but for a few."""
    total = sum(place.end - place.start for place in term.places)
    left = sum(
        _shared(term.places, (Span(run.document, run.start, run.end),))
        for run in copy.text.runs
        if run.text.strip()
    )
    return total > 0 and left < total * _FEW


def state_on(states: Sequence[TermState], day: dt.date | None) -> int:
    """The number of the state whose words are in force on `day`; the first holds from the beginning (None)."""
    if day is None:
        return 0
    return max(
        number
        for number, state in enumerate(states)
        if number == 0 or (state.effective is not None and state.effective <= day)
    )
