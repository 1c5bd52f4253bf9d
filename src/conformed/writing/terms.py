"""The terms of an agreement for people: each value with the words it was read from and their place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from textwrap import shorten, wrap

from conformed.model.term import Term, TermChange, Terms, TermState
from conformed.writing.layout import describe_path

__all__ = ["changes_text", "terms_text", "value_words"]


def terms_text(terms: Terms, *, width: int = 80) -> str:
    """The facts, then the clauses that can be run."""
    facts = [term for term in terms if not term.is_clause]
    lines = [line for term in facts for line in _block(term, width)]
    if terms.clauses:
        lines.extend(["", "clauses that can be run:"])
        lines.extend(line for term in terms.clauses for line in _block(term, width))
    if not lines:
        lines.append("no term could be read for certain")
    return "\n".join(lines) + "\n"


def _block(term: Term, width: int) -> Iterator[str]:
    withheld = f"  (withheld: {', '.join(term.withheld)})" if term.withheld else ""
    how = f"  ({term.how})" if term.how else ""
    head = f"{term.name}: {value_words(term.value)}{how}{withheld}"
    yield from wrap(head, width, subsequent_indent="    ")
    document = term.places[0].document if term.places else ""
    place = " ".join(
        part for part in (document, describe_path(term.provision) if term.provision else "") if part
    )
    words = shorten(term.text, 4 * width, placeholder=" …")
    yield from wrap(f"{place}: “{words}”", width, initial_indent="    ", subsequent_indent="    ")


def value_words(value: object) -> str:
    """A term's value in words.

    >>> value_words({"months": 51, "option": {"holder": "customer", "notice_days": 30}})
    'months 51, option (holder customer, notice_days 30)'
    """
    if value is None:
        return "withheld"
    if isinstance(value, Mapping) and "name" in value:
        return _party(value)
    if isinstance(value, Mapping):
        return ", ".join(
            f"{key} ({value_words(held)})" if isinstance(held, Mapping) else f"{key} {value_words(held)}"
            for key, held in value.items()
            if held is not None
        )
    if isinstance(value, (tuple, list)):
        return "; ".join(value_words(held) for held in value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)


def _party(party: Mapping[str, object]) -> str:
    notes = [f"“{party['alias']}”" if party.get("alias") else "", str(party.get("role") or "")]
    listed = ", ".join(note for note in notes if note)
    return f"{party['name']} ({listed})" if listed else str(party["name"])


def changes_text(states: tuple[TermState, ...], *, width: int = 80) -> str:
    """What each paper changed in the terms, in order; nothing where no term moved."""
    lines: list[str] = []
    for state in states:
        if not state.changes:
            continue
        effective = f" ({state.effective.isoformat()})" if state.effective else ""
        lines.append(f"{state.paper}{effective}")
        for change in state.changes:
            lines.extend(wrap(_change(change), width, initial_indent="  ", subsequent_indent="      "))
    return "\n".join(lines) + "\n" if lines else ""


def _change(change: TermChange) -> str:
    before = value_words(change.before.value) if change.before is not None else "nothing"
    after = value_words(change.after.value) if change.after is not None else "nothing"
    by = f" by {', '.join(change.instructions)}" if change.instructions else ""
    return f"{change.name}: {before} → {after}{by}"
