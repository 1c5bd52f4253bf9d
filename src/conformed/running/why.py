"""How a figure came about: line, formula, events, clause, words and paper; and how a unit's days were counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.event import Event
from conformed.model.problem import ConformedError, problem
from conformed.model.statement import Line, Settlement, Statement, Unit
from conformed.running.clause import ClauseKind
from conformed.running.daycount import Law, law_of
from conformed.running.settlement import settle

__all__ = ["ClauseWords", "Step", "Why", "WhyLine", "why"]

_MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The words of the provision that a clause rests on.

    Attributes:
        document, instruction: the paper, and its instruction, that put most of them there.
        sources: every paper and instruction that put words there, in order: `base`, `amendment-2/2(c)#1`.
    """

    text: str
    document: str
    instruction: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One figure or day: what it is, how it was computed, and what came out (`withheld` where a seal keeps it)."""

    what: str
    formula: str
    result: str


@dataclass(frozen=True, slots=True)
class WhyLine:
    """A line of the statement with its formula and its events."""

    line: Line
    formula: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """How a statement, or a unit's term, came about.

    Attributes:
        id: of the statement or unit.
        clause: the entry of `agreement.toml` in force, with its line there.
        words: the provision's words, where the papers are at hand.
        law: the sources of the rules of counting that were followed.
    """

    id: str
    settlement: Settlement
    statement: Statement | None
    unit: Unit | None
    steps: tuple[Step, ...]
    lines: tuple[WhyLine, ...]
    clause: ClauseEntry | None
    words: ClauseWords | None = None
    law: Mapping[str, str] = field(default_factory=dict)


def why(
    agreement: Agreement,
    events: Iterable[Event],
    id: str,
    *,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
    words: Mapping[str, ClauseWords] | None = None,
    kinds: Mapping[str, ClauseKind] | None = None,
) -> Why:
    """How the statement or unit `id` came about.

    Args:
        agreement: as read.
        events: in any order.
        id: of a statement or a unit of the settlement.
        as_of: as for `settle`.
        known_at: as for `settle`.
        words: a clause's `source` -> its words, where the papers are at hand.
        kinds: as for `settle`.

    Raises:
        ConformedError: there is no such statement or unit on that day, or the agreement's clauses are wrong.
    """
    events = tuple(events)
    settlement = settle(agreement, events, as_of=as_of, known_at=known_at, kinds=kinds)
    law = law_of(agreement.governing_law)
    by_id = {event.id: event for event in events}
    for statement in settlement.statements:
        if statement.id == id:
            entry = _entry(agreement, statement.kind, statement.effective, statement.clause)
            lines = tuple(
                WhyLine(line, _formula(line), tuple(by_id[event] for event in line.events if event in by_id))
                for line in statement.lines
            )
            return Why(
                id,
                settlement,
                statement,
                None,
                _statement_steps(statement, law, settlement),
                lines,
                entry,
                (words or {}).get(statement.source or ""),
                law.sources,
            )
    for unit in settlement.units:
        if unit.id == id:
            entry = _entry(agreement, "unit-term", None, "unit-term", as_of=as_of)
            found = (words or {}).get(entry.source or "") if entry else None
            moved = tuple(by_id[event] for event in unit.events if event in by_id)
            steps = _unit_steps(unit, entry, moved, law)
            return Why(id, settlement, None, unit, steps, (), entry, found, law.sources)
    raise _unknown(agreement, settlement, id)


def _unknown(agreement: Agreement, settlement: Settlement, id: str) -> ConformedError:
    known = [statement.id for statement in settlement.statements] + [unit.id for unit in settlement.units]
    near = get_close_matches(id, known[:20_000], n=3)
    hint = (
        f"did you mean {' or '.join(near)}?"
        if near
        else f"there are {len(known)}; `conformed settle` lists them"
    )
    return ConformedError(
        problem(
            "statement-unknown",
            document=agreement.file,
            where=id,
            asked=id,
            as_of=settlement.as_of,
            way_out=hint,
        )
    )


def _entry(
    agreement: Agreement,
    kind: str,
    effective: dt.date | None,
    name: str,
    *,
    as_of: dt.date | None = None,
) -> ClauseEntry | None:
    """The entry of the clause that holds from `effective`, or the one in force on `as_of`."""
    entries = [
        clause
        for clause in agreement.clauses
        if clause.kind == kind and (name == kind or clause.values.get("name") == name)
    ]
    if as_of is not None:
        entries = [clause for clause in entries if (clause.effective or dt.date.min) <= as_of]
        return max(entries, key=lambda clause: clause.effective or dt.date.min, default=None)
    return next((clause for clause in entries if clause.effective == effective), None)


def _formula(line: Line) -> str:
    amount = "withheld" if line.amount is None else f"{line.amount:.2f}"
    return f"{line.formula} = {amount}" if line.formula else amount


def _shown(value: object) -> str:
    return "withheld" if value is None else str(value)


def _sum_of(statements: Sequence[Statement], what: str, sign: str) -> str:
    """The statements with their amounts, the first of very many as one sum."""
    first, last = statements[:-_MOST_SHOWN], statements[-_MOST_SHOWN:]
    parts = [f"{other.id} {_shown(other.amount)}" for other in last]
    if first:
        amounts = [other.amount for other in first if other.amount is not None]
        total = sum(amounts, Decimal("0.00")) if len(amounts) == len(first) else None
        parts.insert(0, f"{len(first)} earlier {what} {_shown(total)}")
    return sign.join(parts)


def _statement_steps(statement: Statement, law: Law, settlement: Settlement) -> tuple[Step, ...]:
    steps: list[Step] = []
    if statement.has_base:
        bases = " + ".join(f"{line.base:.2f}" for line in statement.lines[:12] if line.base is not None)
        more = f" + ... ({len(statement.lines)} lines)" if len(statement.lines) > 12 else ""
        steps.append(Step("base", bases + more, _shown(statement.base)))
    cap = statement.number("cap")
    if statement.kind == "claw-back":
        day = statement.issued_on
        credits = [
            other
            for other in settlement.statements
            if other.kind == "pass-through-credit" and other.due_on is not None and day and other.due_on < day
        ]
        counted = _sum_of(credits, "credits", " + ") or "no credit"
        earlier = [
            other
            for other in settlement.statements
            if other.kind == "claw-back"
            and other.clause == statement.clause
            and other.sequence < statement.sequence
        ]
        earlier.sort(key=lambda other: other.sequence)
        less = ""
        if earlier and statement.reading != "gross":
            less = f" - {_sum_of(earlier, 'claw-backs', ' - ')}"
        uncapped = statement.number("uncapped")
        steps.append(
            Step(
                "uncapped", f"{_shown(statement.rate)} x {statement.base}, rounded half up", _shown(uncapped)
            )
        )
        steps.append(
            Step("cap", f"credited before {day}: {counted}{less} (reading: {statement.reading})", _shown(cap))
        )
        steps.append(
            Step("amount", f"the smaller of {_shown(uncapped)} and {_shown(cap)}", _shown(statement.amount))
        )
        steps.append(Step("excess", "what the cap leaves out", _shown(statement.number("excess"))))
        steps.extend(
            Step(f"amount if read as {reading}", "another reading of the same words", _shown(amount))
            for reading, amount in statement.alternatives
        )
    else:
        amounts = " + ".join(_shown(line.amount) for line in statement.lines[:12])
        more = f" + ... ({len(statement.lines)} lines)" if len(statement.lines) > 12 else ""
        steps.append(Step("amount", amounts + more, _shown(statement.amount)))
    start = statement.ends or statement.issued_on
    if statement.due_on is not None and start is not None:
        days = (statement.due_on - start).days
        steps.append(Step("due_on", f"{start} + {days} days", str(statement.due_on)))
        moved = statement.last_on != statement.due_on
        how = (
            f"{statement.due_on} is no business day: {law.sources['moves']}" if moved else law.sources["days"]
        )
        steps.append(Step("last_on", how, str(statement.last_on)))
    elif statement.kind != "late-interest":
        steps.append(Step("due_on", "the number of days is withheld", "withheld"))
    if statement.paid:
        steps.append(
            Step(
                "outstanding", f"{_shown(statement.amount)} - {statement.paid}", _shown(statement.outstanding)
            )
        )
    return tuple(steps)


def _unit_steps(
    unit: Unit, entry: ClauseEntry | None, events: tuple[Event, ...], law: Law
) -> tuple[Step, ...]:
    steps: list[Step] = []
    if unit.installed_on is None:
        return (Step("status", "ordered, not installed", unit.status),)
    months = entry.values.get("months") if entry else None
    steps.append(
        Step(
            "initial_term_ends_on",
            f"{unit.installed_on} + {_shown(months)} months ({law.sources['months']})",
            _shown(unit.initial_ends_on),
        )
    )
    steps.extend(
        Step(
            "extended",
            f"notice {event.id} of {event.occurred_on} by {event.counterparty}",
            str(event.reference),
        )
        for event in events
        if event.kind == "extension-notice"
    )
    if unit.notice_due_on:
        steps.append(Step("notice_due_on", "the notice period before the end", str(unit.notice_due_on)))
        steps.append(Step("notice_safe_on", "the business day on or before it", str(unit.notice_safe_on)))
        steps.append(Step("notice_last_on", law.sources["moves"], str(unit.notice_last_on)))
    steps.append(Step("status", "on the day asked for", unit.status))
    return tuple(steps)
