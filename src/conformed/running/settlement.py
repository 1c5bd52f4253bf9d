"""Runs an agreement's clauses over its events.

Rules that this file must obey:

* Same agreement, events and days, same settlement, byte for byte, whatever the order of the rows in the file.
* Nothing that occurred after `as_of` and nothing recorded after `known_at` is looked at.
* Clauses run by stage, and within a stage in the order of the registry; payments are placed before the last stage.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from conformed.model.agreement import Agreement
from conformed.model.event import EVENT_KINDS, Event
from conformed.model.problem import Problem, problem
from conformed.model.statement import Right, Settlement, Statement
from conformed.running.clause import ClauseKind, Dates, Facts
from conformed.running.clause_checks import checked, unknown_kinds
from conformed.running.clauses.payment_terms import with_payment_terms
from conformed.running.daycount import law_of
from conformed.running.history import amount_histories
from conformed.running.ledger import keep
from conformed.running.parties import Parties
from conformed.running.payments import allocate
from conformed.running.questions import questions
from conformed.running.register import register
from conformed.running.registry import clause_kinds
from conformed.running.terms_in_force import Terms, terms_of_clauses

__all__ = ["LAST_STAGE", "settle"]

LAST_STAGE = 4
_REGISTERED = ("representation-confirmed", "breach", "breach-cured")


def settle(
    agreement: Agreement,
    events: Iterable[Event],
    *,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
    kinds: Mapping[str, ClauseKind] | None = None,
) -> Settlement:
    """The units, statements, rights and ledger that the agreement's clauses make of the events.

    Args:
        agreement: as read.
        events: in any order.
        as_of: events that occurred by this day, statements whose period began by it.
        known_at: only events recorded by this moment, and terms agreed by its day; None: all.
        kinds: the kinds of clauses by name; those of this package and of installed ones where not given.

    Raises:
        ConformedError: a clause of the agreement has an unknown, missing or wrong key, or a seal holds no number.
        ValueError: `known_at` has no offset from UTC.
    """
    if known_at is not None and known_at.utcoffset() is None:
        raise ValueError("known_at needs an offset from UTC, such as 2001-12-31T23:59:59-05:00")
    kinds = clause_kinds() if kinds is None else kinds
    problems: list[Problem] = []
    law = law_of(agreement.governing_law)
    if agreement.governing_law is not None and law.code != agreement.governing_law:
        problems.append(problem("law-unknown", document=agreement.file, law=agreement.governing_law))
    problems.extend(unknown_kinds(agreement, kinds))
    agreement = replace(agreement, clauses=with_payment_terms(agreement.clauses))
    terms = terms_of_clauses(agreement, {name: (kind.needs, kind.takes) for name, kind in kinds.items()})
    problems.extend(checked(agreement, terms, kinds))
    terms = tuple(_known(clause, known_at) for clause in terms)
    dates = Dates(as_of, known_at, law)
    facts = _facts(agreement, events, terms, dates)
    by_kind: dict[str, list[Terms]] = {}
    for clause in terms:
        if clause.entries:
            by_kind.setdefault(clause.kind, []).append(clause)
    by_kind.setdefault("unit-term", [Terms("unit-term", None, ())])
    rights: list[Right] = []
    paid_facts = facts
    for stage in range(1, LAST_STAGE + 1):
        if stage == LAST_STAGE:
            paid_facts = replace(facts, payments=allocate(facts.statements, facts).allocations)
        found: list[Statement] = []
        for name, kind in kinds.items():
            if kind.stage != stage:
                continue
            for clause in by_kind.get(name, ()):
                outcome = kind.run(clause, facts if stage < LAST_STAGE else paid_facts, dates)
                found.extend(outcome.statements)
                problems.extend(outcome.problems)
                rights.extend(outcome.rights)
                if outcome.agreement_term is not None:
                    facts = replace(facts, agreement_term=outcome.agreement_term)
                if outcome.units is not None:
                    facts = replace(facts, units=outcome.units)
                if outcome.services is not None:
                    facts = replace(facts, services=outcome.services)
        facts = replace(facts, statements=(*facts.statements, *found))
    problems.extend(tuple(questions(facts, rights, tuple(problems))))
    kept = None
    if agreement.representations or facts.of("breach"):
        kept = register(agreement, facts.of(*_REGISTERED), as_of=as_of, known_at=known_at)
        problems.extend(kept.problems)
    paid = allocate(facts.statements, facts)
    problems.extend(paid.problems)
    return Settlement(
        as_of=as_of,
        known_at=known_at,
        currency=agreement.currency,
        law=law.code,
        agreement_term=facts.agreement_term,
        units=facts.units,
        statements=paid.statements,
        rights=tuple(rights),
        ledger=keep(paid.statements, paid.allocations, paid.on_account, facts, dates),
        problems=tuple(problems),
        register=kept,
    )


def _facts(agreement: Agreement, events: Iterable[Event], terms: tuple[Terms, ...], dates: Dates) -> Facts:
    known = sorted(
        (
            event
            for event in events
            if event.occurred_on <= dates.as_of
            and (dates.known_at is None or event.recorded_at <= dates.known_at)
        ),
        key=lambda event: event.order,
    )
    by_kind: dict[str, list[Event]] = {kind: [] for kind in EVENT_KINDS}
    for event in known:
        by_kind[event.kind].append(event)
    return Facts(
        events={kind: tuple(found) for kind, found in by_kind.items()},
        amounts=amount_histories(known),
        parties=Parties(agreement.parties),
        terms=terms,
    )


def _known(clause: Terms, known_at: dt.datetime | None) -> Terms:
    """The clause as far as it was agreed when `known_at` was."""
    if known_at is None:
        return clause
    day = known_at.date()
    entries = tuple(
        entry for entry in clause.entries if "agreed" not in entry.own or (entry.agreed or day) <= day
    )
    return replace(clause, entries=entries)
