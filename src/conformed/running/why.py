"""How a figure came about: line, formula, events, clause, words and paper; and how a unit's days were counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.event import Event
from conformed.model.problem import ConformedError, problem
from conformed.model.statement import Line, Settlement, Statement, Unit
from conformed.running.clause import ClauseKind
from conformed.running.clauses.payment_terms import with_payment_terms
from conformed.running.daycount import law_of
from conformed.running.derivation import Step, agreement_steps, formula_of, statement_steps, unit_steps
from conformed.running.settlement import settle

__all__ = ["AGREEMENT", "ClauseWords", "Rule", "Step", "Why", "WhyLine", "why"]

AGREEMENT = "agreement"  # what asks for the agreement's own term
_OF_STATEMENT = ("due_days", "cap", "period")
_OF_LINE = ("rate", "basis")
_OF_UNIT = ("months", "option", "applies")
_OF_AGREEMENT = ("starts", "months", "from", "ends", "renewal")


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
class Rule:
    """An entry of the clause that a figure rests on.

    Attributes:
        gives: the keys that it gave: `rate` of a line, `due_days` of the statement.
        words: its provision's words, where the papers are at hand.
    """

    clause: ClauseEntry
    gives: tuple[str, ...]
    words: ClauseWords | None = None


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
        rules: every entry that a figure of it rests on, that one among them, the earliest first.
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
    rules: tuple[Rule, ...] = ()


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
        id: of a statement or a unit of the settlement, or `agreement` for the agreement's own term.
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
    agreement = replace(agreement, clauses=with_payment_terms(agreement.clauses))
    by_id = {event.id: event for event in events}
    for statement in settlement.statements:
        if id == statement.id or id in statement.stands_for:
            entries = _entries(agreement, statement.kind, statement.clause)
            entry = _entry(entries, statement.effective)
            used: list[tuple[ClauseEntry | None, Sequence[str]]] = [(entry, _OF_STATEMENT)]
            for line in statement.lines:
                used.extend((_entry(entries, day), _OF_LINE) for day in line.effective)
            lines = tuple(
                WhyLine(
                    line, formula_of(line), tuple(by_id[event] for event in line.events if event in by_id)
                )
                for line in statement.lines
            )
            return Why(
                statement.id,
                settlement,
                statement,
                None,
                statement_steps(statement, law, settlement),
                lines,
                entry,
                (words or {}).get(statement.source or ""),
                law.sources,
                _rules(entries, used, words or {}),
            )
    for unit in settlement.units:
        if unit.id == id:
            entries = _entries(agreement, "unit-term", "unit-term")
            entry = _entry(entries, unit.effective)
            found = (words or {}).get(entry.source or "") if entry else None
            moved = tuple(by_id[event] for event in unit.events if event in by_id)
            steps = unit_steps(unit, moved, law, settlement)
            rules = _rules(entries, [(entry, _OF_UNIT)], words or {})
            return Why(id, settlement, None, unit, steps, (), entry, found, law.sources, rules)
    if id == AGREEMENT and settlement.agreement_term is not None:
        entries = [
            clause
            for clause in _entries(agreement, "agreement-term", "agreement-term")
            if (clause.effective or dt.date.min) <= as_of
        ]
        values = {key: value for clause in entries for key, value in clause.values.items()}
        steps = agreement_steps(values, "months" in entries[-1].values, law, settlement)
        found = (words or {}).get(entries[-1].source or "")
        rules = _rules(entries, [(entries[-1], _OF_AGREEMENT)], words or {})
        return Why(id, settlement, None, None, steps, (), entries[-1], found, law.sources, rules)
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


def _entries(agreement: Agreement, kind: str, name: str) -> list[ClauseEntry]:
    """The entries of a clause, the earliest first."""
    found = [
        clause
        for clause in agreement.clauses
        if clause.kind == kind and clause.values.get("name") == (None if name == kind else name)
    ]
    return sorted(found, key=lambda clause: clause.effective or dt.date.min)


def _entry(entries: Iterable[ClauseEntry], effective: dt.date | None) -> ClauseEntry | None:
    """The entry of a clause that holds from `effective`."""
    return next((clause for clause in entries if clause.effective == effective), None)


def _rules(
    entries: Sequence[ClauseEntry],
    used: Iterable[tuple[ClauseEntry | None, Sequence[str]]],
    words: Mapping[str, ClauseWords],
) -> tuple[Rule, ...]:
    """The entries that gave the values of those `used`: an entry keeps what it does not say from the one before."""
    gives: dict[int, list[str]] = {}
    for clause, keys in used:
        if clause is None:
            continue
        last = next(at for at, entry in enumerate(entries) if entry is clause)
        for key in keys:
            said = (at for at in range(last, -1, -1) if key in entries[at].values)
            at = next(said, None)
            if at is not None and key not in gives.setdefault(at, []):
                gives[at].append(key)
    return tuple(
        Rule(entries[at], tuple(gives[at]), words.get(entries[at].source or "")) for at in sorted(gives)
    )
