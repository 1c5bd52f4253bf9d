"""An amendment as the JSON that `conformed instructions --json` prints."""

from __future__ import annotations

from typing import Any

from conformed.model.instruction import Amendment, Instruction, Scope, Target, Words

__all__ = ["record_of"]


def record_of(amendment: Amendment) -> dict[str, Any]:
    """The record of an amendment, in the documented format."""
    document, amends, effective = amendment.document, amendment.amends, amendment.effective
    return {
        "file": document.file,
        "title": document.title,
        "number": document.number,
        "date": document.date.isoformat() if document.date else None,
        "amends": {
            "title": amends.title,
            "date": amends.date.isoformat() if amends.date else None,
            "parties": list(amends.parties),
            "as_amended_by": list(amends.as_amended_by),
        },
        "parties": [party.name for party in document.parties],
        "effective": {
            "date": effective.date.isoformat() if effective.date else None,
            "conditions": list(effective.conditions),
            "expires": effective.expires.isoformat() if effective.expires else None,
        },
        "instructions": [_instruction(instruction) for instruction in amendment.instructions],
        "unclaimed": [{"line": problem.line, "message": problem.message} for problem in amendment.unclaimed],
    }


def _instruction(instruction: Instruction) -> dict[str, Any]:
    old, new = instruction.old, instruction.new
    if (
        old is not None
        and old.start is None
        and (new is None or new.start is not None or new.text[:2] in ("; ", ". ", ", "))
    ):
        old = None  # a mark that is named ("the period"), not printed, while the new words are printed
    record: dict[str, Any] = {
        "id": instruction.id,
        "action": instruction.action,
        "target": _target(instruction.target),
        "old": _words(old),
        "new": _words(new),
        "cites": {"start": instruction.start, "end": instruction.end},
    }
    for name in ("effective", "expires"):
        day = getattr(instruction, name)
        if day is not None:
            record[name] = day.isoformat()
    if instruction.conditions:
        record["conditions"] = list(instruction.conditions)
    if instruction.agreement is not None:
        record["agreement"] = instruction.agreement
    if instruction.uncertain is not None:
        record["uncertain"] = instruction.uncertain
    return record


def _target(target: Target) -> dict[str, Any]:
    record: dict[str, Any] = {
        "path": list(target.path),
        "unit": target.unit,
        "term": target.term,
        "scope": _scope(target.scope),
        "occurrence": target.occurrence,
        "position": target.position,
        "anchor": target.anchor,
    }
    if target.within is not None:
        record["within"] = _scope(target.within)
    if target.nth is not None:
        record["nth"] = target.nth
    if target.excepted:
        record["excepted"] = [_target(excepted) for excepted in target.excepted]
    return record


def _scope(scope: Scope | None) -> dict[str, Any] | None:
    return {"unit": scope.unit, "ordinals": list(scope.ordinals)} if scope is not None else None


def _words(words: Words | None) -> str | None:
    return words.text if words is not None else None
