"""How a figure came about, opened step by step down to the words and their paper."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from conformed.model.agreement import ClauseEntry
from conformed.model.event import Event
from conformed.model.statement import Line
from conformed.running import ClauseWords, Why
from conformed.writing.figures import amount_words, kind_words, period_words

__all__ = ["why_record", "why_text"]


def why_record(found: Why) -> dict[str, Any]:
    """`why --json`: steps, lines with their events, the clause with its line in the file, the words and their paper."""
    clause, words = found.clause, found.words
    return {
        "id": found.id,
        "as_of": found.settlement.as_of.isoformat(),
        "steps": [
            {"what": step.what, "formula": step.formula, "result": step.result} for step in found.steps
        ],
        "lines": [
            {
                "for": line.line.counterparty or line.line.unit or line.line.concerns,
                "amount": None if line.line.amount is None else f"{line.line.amount:f}",
                "formula": line.formula,
                "adjusts": line.line.adjusts,
                "events": [_event(event) for event in line.events],
            }
            for line in found.lines
        ],
        "clause": None if clause is None else _clause(clause),
        "words": None if words is None else _words(words),
        "rules": [
            {
                "gives": list(rule.gives),
                "clause": _clause(rule.clause),
                "words": None if rule.words is None else _words(rule.words),
            }
            for rule in found.rules
        ],
        "law": dict(found.law),
    }


def _clause(clause: ClauseEntry) -> dict[str, Any]:
    return {
        "kind": clause.kind,
        "source": clause.source,
        "effective": clause.effective.isoformat() if clause.effective else None,
        "line": clause.line,
        "values": {key: str(value) for key, value in clause.values.items()},
    }


def _words(words: ClauseWords) -> dict[str, Any]:
    return {
        "text": words.text,
        "document": words.document,
        "instruction": words.instruction,
        "sources": list(words.sources),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "kind": event.kind,
        "occurred_on": event.occurred_on.isoformat(),
        "recorded_at": event.recorded_at.isoformat(),
        "counterparty": event.counterparty,
        "subject": event.subject,
        "amount": None if event.amount is None else f"{event.amount:f}",
        "line": event.line,
    }


def why_text(found: Why, *, width: int = 80, law: bool = True) -> str:
    """The same for people; the rules of counting at the end where `law`."""
    return "\n".join(_lines(found, width, law)) + "\n"


def _lines(found: Why, width: int, law: bool) -> Iterator[str]:
    statement = found.statement
    if statement is not None:
        amount = amount_words(statement.amount, statement.withheld)
        yield f"{statement.id}: {amount} {found.settlement.currency}"
        yield f"{kind_words(statement.kind)}, {statement.debtor} to {statement.creditor}, {period_words(statement)}"
    else:
        yield f"{found.id}: the {'unit' if found.unit is not None else 'agreement'}'s days"
    yield ""
    room = max((len(step.what) for step in found.steps), default=0)
    for step in found.steps:
        yield from wrap(
            f"{step.what:<{room}}  {step.result}  =  {step.formula}",
            width,
            subsequent_indent=" " * (room + 2),
        )
    for line in found.lines:
        yield ""
        adjusts = f", adjusts {line.line.adjusts}" if line.line.adjusts else ""
        yield from wrap(f"line {_named(line.line)}: {line.formula}{adjusts}", width, subsequent_indent="  ")
        for event in line.events:
            amount = f"  {event.amount:,.2f}" if event.amount is not None else ""
            row = f", line {event.line} of the events" if event.line else ""
            late = (
                f", recorded {event.recorded_on.isoformat()}"
                if event.recorded_on != event.occurred_on
                else ""
            )
            yield f"  event {event.id}  {event.occurred_on.isoformat()}  {event.kind}{amount}{late}{row}"
    yield ""
    others = [used for used in found.rules if used.clause is not found.clause]
    if found.clause is not None:
        own = next((used.gives for used in found.rules if used.clause is found.clause), ())
        gives = f", gives {', '.join(own)}" if others and own else ""
        yield from _ruled(found.clause, found.words, width, gives)
    for used in others:
        yield from _ruled(used.clause, used.words, width, f", gives {', '.join(used.gives)}")
    if law and found.law:
        yield ""
        yield f"days counted by {found.settlement.law}:"
        for rule, source in found.law.items():
            yield from wrap(f"{rule}: {source}", width, initial_indent="  ", subsequent_indent="    ")


def _ruled(clause: ClauseEntry, words: ClauseWords | None, width: int, gives: str) -> Iterator[str]:
    """An entry of the clause, and the words that it rests on."""
    since = f", in force from {clause.effective.isoformat()}" if clause.effective else ""
    at = f" (agreement.toml, line {clause.line})" if clause.line else ""
    yield f"clause {clause.kind}, {clause.source or 'no source given'}{since}{at}{gives}"
    if words is not None:
        instruction = f"/{words.instruction}" if words.instruction else ""
        by = ", ".join(words.sources) or f"{words.document}{instruction}"
        yield from wrap(f"words put there by {by}:", width, subsequent_indent="  ")
        yield from wrap(" ".join(words.text.split()), width, initial_indent="  ", subsequent_indent="  ")


def _named(line: Line) -> str:
    return line.counterparty or line.unit or line.concerns or "–"
