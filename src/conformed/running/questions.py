"""What a person has to look at once every clause has run: notices that no clause took up, charges after the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from conformed.model.agreement import Agreement
from conformed.model.event import Event
from conformed.model.problem import Problem, problem
from conformed.model.statement import Right
from conformed.running.clause import Facts
from conformed.running.registry import BUILT_IN

__all__ = ["questions", "unanswered"]

_OURS = {kind.name for kind in BUILT_IN}
_ANSWERS = {
    "provider-payment": "pass-through-credit",
    "provider-credit": "pass-through-credit",
    "forfeiture": "claw-back",
}


def questions(facts: Facts, rights: Sequence[Right], found: Iterable[Problem]) -> Iterator[Problem]:
    """The questions that no single clause can ask.

    Args:
        facts: as all clauses leave them.
        rights: to end the agreement, with the notices that used them.
        found: the problems of the clauses.
    """
    yield from _unheard(facts, found)
    yield from _unfounded(facts, rights)
    yield from _charged_after(facts)


def unanswered(agreement: Agreement, events: Iterable[Event]) -> Iterator[Problem]:
    """The receipts and forfeitures of which the agreement, having no clause for them, makes nothing."""
    kinds = {clause.kind for clause in agreement.clauses}
    if not kinds <= _OURS:
        return  # a clause of another package may answer them
    found: dict[str, list[Event]] = {}
    for event in events:
        if _ANSWERS.get(event.kind, "") not in ("", *kinds):
            found.setdefault(event.kind, []).append(event)
    for kind, those in found.items():
        first = min(those, key=lambda event: event.order)
        yield problem(
            "event-unanswered",
            where=first.id,
            count=len(those),
            kind=kind,
            event=first.id,
            answer=_ANSWERS[kind],
        )


def _unheard(facts: Facts, found: Iterable[Problem]) -> Iterator[Problem]:
    """Notices to continue every unit that were given when no unit's term was running."""
    everyone = [event for event in facts.of("extension-notice") if event.subject == "*"]
    if not everyone:
        return
    heard = {event for unit in facts.units for event in unit.events} | {one.where for one in found}
    for event in everyone:
        if event.id not in heard:
            yield problem(
                "notice-unheard", line=event.line, where=event.id, notice=event.id, on=event.occurred_on
            )


def _unfounded(facts: Facts, rights: Sequence[Right]) -> Iterator[Problem]:
    """Notices to end the agreement that use no right of the one who gave them, nor stop a renewal."""
    used = {right.exercised_by for right in rights}
    for event in facts.of("termination-notice"):
        if event.subject != "renewal" and event.id not in used:
            yield problem(
                "termination-unfounded",
                line=event.line,
                where=event.id,
                notice=event.id,
                on=event.occurred_on,
                by=event.counterparty,
                provision=event.reference or "no provision",
            )


def _charged_after(facts: Facts) -> Iterator[Problem]:
    """The first statement that charges units for a time after notice had ended the agreement."""
    term = facts.agreement_term
    if term is None or term.ends is None or "terminated" not in term.flags:
        return
    for statement in facts.statements:
        if (
            statement.kind == "recurring-charge"
            and statement.begins is not None
            and statement.begins > term.ends
            and any(line.adjusts is None for line in statement.lines)
        ):
            yield problem("charged-after-end", where=statement.id, statement=statement.id, ends=term.ends)
            return
