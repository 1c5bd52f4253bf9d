"""The register of representations and defaults: who stated what, as of which day, what is to be confirmed, what was broken.

An amendment that reaffirms the representations re-makes each of them as of its own day, unless it speaks solely of an
earlier one. A breach is recorded against every statement of its party that speaks as of a day on or after it began.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from conformed.model.agreement import Agreement, RepresentationEntry
from conformed.model.event import Event
from conformed.model.problem import problem
from conformed.model.register import Breach, Register, Represented
from conformed.running.parties import Parties

__all__ = ["register"]


def register(
    agreement: Agreement,
    events: Iterable[Event],
    *,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
    papers: Sequence[tuple[str, dt.date | None]] | None = None,
) -> Register:
    """The register on `as_of`, as far as known at `known_at`.

    Args:
        agreement: with its `representations`.
        events: in any order; `representation-confirmed`, `breach` and `breach-cured` are looked at.
        as_of: papers, confirmations and breaches by this day.
        known_at: only events recorded by this moment; None: all.
        papers: the papers that re-make the representations, with the day each took effect; the agreement's
            documents behind the first with their days of execution where not given.
    """
    known = sorted(
        (
            event
            for event in events
            if event.occurred_on <= as_of and (known_at is None or event.recorded_at <= known_at)
        ),
        key=lambda event: event.order,
    )
    parties = Parties(agreement.parties)
    if papers is None:
        papers = [(document.id, document.executed) for document in agreement.documents[1:]]
    base = agreement.documents[0].id if agreement.documents else "base"
    amendments = sorted((day, id) for id, day in papers if day is not None and day <= as_of)
    breaches = _breaches(known)
    entries: list[Represented] = []
    for representation in agreement.representations:
        for role, party in _makers(representation, parties):
            first = (base, representation.made, False)
            remade = [(id, day, True) for day, id in amendments if _remade(representation, day)]
            for paper, made_on, again in (first, *remade):
                if made_on is not None and made_on > as_of:
                    continue
                entries.append(
                    _entry(representation, role, party, paper, made_on, again, known, breaches, parties)
                )
    problems = tuple(
        problem(
            "default-continuing",
            where=breach.id,
            breach=breach.id,
            party=breach.party,
            subject=breach.subject,
            began=breach.began,
            paper=paper,
            on=day,
        )
        for day, paper in amendments
        for breach in breaches
        if breach.continues(day)
    )
    return Register(as_of, tuple(entries), breaches, problems)


def _makers(representation: RepresentationEntry, parties: Parties) -> Iterable[tuple[str, str]]:
    """Role and name of everyone who states it: each of several parties of a role states it for itself."""
    for by in representation.by:
        role = parties.role(by) or by
        names = parties.debtors(role) if by == role else (by,)
        for name in names:
            yield role, name


def _remade(representation: RepresentationEntry, day: dt.date) -> bool:
    if not representation.remade or representation.relates_to is not None:
        return False
    return representation.made is None or day > representation.made


def _entry(
    representation: RepresentationEntry,
    role: str,
    party: str,
    paper: str,
    made_on: dt.date | None,
    remade: bool,
    events: Sequence[Event],
    breaches: Sequence[Breach],
    parties: Parties,
) -> Represented:
    speaks_of = representation.relates_to or made_on
    confirmation = next(
        (
            event
            for event in events
            if event.kind == "representation-confirmed"
            and event.subject == representation.id
            and (event.reference or paper) == paper
            and (made_on is None or event.occurred_on >= made_on)
            and _is(event.counterparty, party, role, parties)
        ),
        None,
    )
    against = tuple(
        breach.id
        for breach in breaches
        if breach.subject == representation.id
        and _is(breach.party, party, role, parties)
        and (speaks_of is None or breach.continues(speaks_of))
    )
    return Represented(
        representation.id,
        representation.text,
        representation.source,
        party,
        role,
        paper,
        made_on,
        speaks_of,
        remade,
        confirmation.id if confirmation else None,
        confirmation.occurred_on if confirmation else None,
        against,
    )


def _is(named: str | None, party: str, role: str, parties: Parties) -> bool:
    """Whether `named` means this party: its own name, or its role, or a short name that is not another party's."""
    if named is None or parties.role(named) not in (role, None):
        return False
    if named in parties.names.get(role, ()):
        return named == party
    return named == party or parties.role(named) == role


def _breaches(events: Sequence[Event]) -> tuple[Breach, ...]:
    cures = {event.reference: event for event in events if event.kind == "breach-cured"}
    found = []
    for event in events:
        if event.kind == "breach":
            cure = cures.get(event.id)
            found.append(
                Breach(
                    event.id,
                    event.subject or "",
                    event.counterparty or "",
                    event.occurred_on,
                    cure.occurred_on if cure else None,
                    cure.id if cure else None,
                )
            )
    return tuple(found)
