"""What a clause is: a pure function from the terms in force, what happened and the dates to statements.

    def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome

`registry.py` lists the kinds; `docs/clauses.md` shows how to write one. A clause sees the statements of the clauses
that run before it, and the payments where it runs after them; it never sees the clock, and it changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from conformed.model.event import Event
from conformed.model.problem import Problem
from conformed.model.statement import AgreementTerm, Right, Statement, Unit
from conformed.running.daycount import Law
from conformed.running.history import AmountHistory
from conformed.running.parties import Parties
from conformed.running.terms_in_force import Entry, Terms

__all__ = ["Allocation", "ClauseKind", "Dates", "Facts", "Outcome", "Service", "ServiceVersion"]


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of a run: no clause asks for any other."""

    as_of: dt.date
    known_at: dt.datetime | None
    law: Law


@dataclass(frozen=True, slots=True)
class ServiceVersion:
    """From when to when (both included) a unit was in service, as far as it was known from `known_on` on.

    Attributes:
        ends: its last day; the latest that it may be while a withheld value decides it; None: none is in sight.
        sure_until: while a withheld value decides the end, the day to which the unit was in service whatever it is.
        withheld: the seals that the end waits for.
    """

    known_on: dt.date
    begins: dt.date
    ends: dt.date | None
    events: tuple[str, ...]
    sure_until: dt.date | None = None
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """One stay of a unit in service, as it became known."""

    unit: str
    versions: tuple[ServiceVersion, ...]


@dataclass(frozen=True, slots=True)
class Allocation:
    """What a payment pays of a statement."""

    statement: str
    event: str
    on: dt.date
    payer: str
    role: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Facts:
    """What happened, up to the days asked for, and what follows from the clauses that have run.

    Attributes:
        events: kind -> events, in the order in which they are taken.
        amounts: event id -> its amount through time, corrections included.
        units, services: as the unit term leaves them.
        statements: of the clauses that have run.
        payments: statement id -> what was paid on it, for the clauses that run after the payments.
    """

    events: Mapping[str, tuple[Event, ...]]
    amounts: Mapping[str, AmountHistory]
    parties: Parties
    terms: tuple[Terms, ...]
    agreement_term: AgreementTerm | None = None
    units: tuple[Unit, ...] = ()
    services: tuple[Service, ...] = ()
    statements: tuple[Statement, ...] = ()
    payments: Mapping[str, tuple[Allocation, ...]] = field(default_factory=dict)

    def of(self, *kinds: str) -> tuple[Event, ...]:
        """The events of some kinds, in the order in which they are taken."""
        if len(kinds) == 1:
            return self.events.get(kinds[0], ())
        found = [event for kind in kinds for event in self.events.get(kind, ())]
        return tuple(sorted(found, key=lambda event: event.order))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a clause gives. Only the clauses of terms set `agreement_term`, `units` and `services`."""

    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()
    rights: tuple[Right, ...] = ()
    agreement_term: AgreementTerm | None = None
    units: tuple[Unit, ...] | None = None
    services: tuple[Service, ...] | None = None


@dataclass(frozen=True, slots=True)
class ClauseKind:
    """A kind of clause.

    Attributes:
        name: as `kind = "..."` in `agreement.toml`.
        run: the function; it is called once for each clause of the kind.
        needs: the keys that its table must have.
        takes: the further keys that it may have.
        stage: when it runs: 1 terms, 2 charges and credits, 3 what depends on those, 4 after the payments.
        check: reads every value of an entry, so that a wrong one is refused before anything happens that needs it.
        shares: the keys that are a part of a whole: one above 1 is run, and a person is asked.
        roles: who owes its statements to whom, where an entry does not say so; None where it makes none of its own.
        paid_for: whether they are owed for what one side provides, so that roles such as lessor and lessee say by whom.
    """

    name: str
    run: Callable[[Terms, Facts, Dates], Outcome]
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    stage: int = 2
    check: Callable[[Entry], None] | None = None
    shares: tuple[str, ...] = ()
    roles: tuple[str, str] | None = None
    paid_for: bool = False
