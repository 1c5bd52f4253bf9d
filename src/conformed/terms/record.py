"""`terms --json`: the terms as plain values, ready for `json.dumps`, as INTERFACE says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from conformed.model.problem import problem_record
from conformed.model.term import Term, TermChange, Terms, TermState

__all__ = ["states_record", "term_record", "terms_record"]


def terms_record(terms: Terms) -> dict[str, object]:
    """`{"terms": {NAME: {"value", "text", "document", "start", "end", "provision"}}, "problems": [...]}`.

    `withheld` names the redactions behind a value, `how` says how one that is not printed was worked out, and
    `sources` lists the places where words come from more than one paper (`document`, `start` and `end` are those of the most).
    """
    return {
        "terms": {term.name: term_record(term) for term in terms},
        "problems": [problem_record(found) for found in terms.problems],
    }


def term_record(term: Term) -> dict[str, object]:
    """One term."""
    most = max(term.places, key=lambda place: place.end - place.start, default=None)
    record: dict[str, object] = {
        "value": _plain(term.value),
        "text": term.text,
        "document": most.document if most else None,
        "start": most.start if most else None,
        "end": most.end if most else None,
        "provision": list(term.provision),
    }
    if term.withheld:
        record["withheld"] = list(term.withheld)
    if term.how:
        record["how"] = term.how
    if len(term.places) > 1:
        record["sources"] = [
            {"document": place.document, "start": place.start, "end": place.end} for place in term.places
        ]
    return record


def states_record(states: Iterable[TermState]) -> list[dict[str, object]]:
    """The states of the terms: per paper what it changed, by which instruction."""
    return [
        {
            "paper": state.paper,
            "effective": _plain(state.effective),
            "changes": [_change(change) for change in state.changes],
        }
        for state in states
    ]


def _change(change: TermChange) -> dict[str, object]:
    return {
        "term": change.name,
        "before": _plain(change.before.value) if change.before else None,
        "after": _plain(change.after.value) if change.after else None,
        "text": change.after.text if change.after else None,
        "instructions": list(change.instructions),
    }


def _plain(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value
