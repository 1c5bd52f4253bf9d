"""What an amendment moved, as a record for programs; the tables for people are the command's."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from conformed.model.problem import problem_record
from conformed.model.statement import AgreementTerm, Statement, Unit
from conformed.running import Impact

__all__ = ["impact_record"]


def impact_record(impact: Impact) -> dict[str, Any]:
    """`impact --json`: each thing moved with its value `before` (without the amendment) and `after` (with it)."""
    before, after = impact.agreement_term
    return {
        "amendment": impact.amendment,
        "as_of": impact.after.as_of.isoformat(),
        "known_at": impact.after.known_at.isoformat() if impact.after.known_at else None,
        "currency": impact.after.currency,
        "agreement_term": {"before": _term(before), "after": _term(after)},
        "terms": [
            {
                "kind": moved.kind,
                "key": moved.key,
                "before": _value(moved.before),
                "after": _value(moved.after),
                "source": moved.source,
                "effective": _value(moved.effective),
            }
            for moved in impact.terms
        ],
        "units": [
            {
                "id": moved.after.id,
                "before": _unit(moved.before),
                "after": _unit(moved.after),
                "days": moved.days,
            }
            for moved in impact.units
        ],
        "statements": [
            {
                "id": moved.id,
                "kind": moved.kind,
                "before": _statement(moved.before),
                "after": _statement(moved.after),
                "change": _value(moved.change),
            }
            for moved in impact.statements
        ],
        "totals": [
            {"kind": moved.kind, "before": _value(moved.before), "after": _value(moved.after)}
            for moved in impact.totals
        ],
        "deadlines": [
            {
                "what": moved.what,
                "where": moved.where,
                "before": _value(moved.before),
                "after": _value(moved.after),
            }
            for moved in impact.deadlines
        ],
        "problems": [problem_record(found) for found in impact.problems],
    }


def _value(value: object) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _value(held) for key, held in value.items()}
    return value if value is None or isinstance(value, (str, int, bool)) else str(value)


def _term(term: AgreementTerm | None) -> dict[str, Any] | None:
    return None if term is None else {"starts": _value(term.starts), "ends": _value(term.ends)}


def _unit(unit: Unit) -> dict[str, Any]:
    record = {
        "term_ends_on": _value(unit.term_ends_on),
        "notice_safe_on": _value(unit.notice_safe_on),
        "notice_due_on": _value(unit.notice_due_on),
        "notice_last_on": _value(unit.notice_last_on),
        "status": unit.status,
        "flags": list(unit.flags),
    }
    return record | ({"flags_withheld": list(unit.flags_withheld)} if unit.flags_withheld else {})


def _statement(statement: Statement | None) -> dict[str, Any] | None:
    if statement is None:
        return None
    record = {"amount": _value(statement.amount), "due_on": _value(statement.due_on)}
    return record | ({"withheld": list(statement.withheld)} if statement.withheld else {})
