"""The time within which charges are paid, where the agreement says it once for all of them.

A recurring charge that does not say its own `due_days` has those of the payment terms in force.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from conformed.model.agreement import ClauseEntry
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.terms_in_force import Terms

__all__ = ["PAYMENT_TERMS", "with_payment_terms"]

_COUNTED = ("month-end", "invoice", "receipt")


def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
    """Nothing of its own: the days are given to the charges before any clause runs."""
    for entry in terms.entries:
        entry.days("due_days")
        entry.text("counted_from", _COUNTED[0], among=_COUNTED)
    return Outcome()


def with_payment_terms(clauses: Sequence[ClauseEntry]) -> tuple[ClauseEntry, ...]:
    """The clauses, each recurring charge without `due_days` with those of the payment terms, from their days on."""
    terms = sorted((clause for clause in clauses if clause.kind == PAYMENT_TERMS.name), key=_day)
    groups: dict[object, list[ClauseEntry]] = {}
    for clause in clauses:
        if clause.kind == "recurring-charge":
            groups.setdefault(clause.values.get("name"), []).append(clause)
    found = list(clauses)
    for charges in groups.values():
        if not terms or any("due_days" in clause.values for clause in charges):
            continue
        first = min(charges, key=_day)
        for position, term in enumerate(terms):
            if position + 1 < len(terms) and _day(terms[position + 1]) <= _day(first):
                continue
            day = max(_day(term), _day(first))
            if position == 0:
                day = _day(first)
            due = {"due_days": term.values.get("due_days")}
            same = next((clause for clause in charges if _day(clause) == day), None)
            if same is not None:
                found[found.index(same)] = replace(same, values={**same.values, **due})
            else:
                name = {"name": first.values["name"]} if "name" in first.values else {}
                found.append(ClauseEntry(first.kind, {**name, **due}, term.source, term.effective, term.line))
    return tuple(found)


def _day(clause: ClauseEntry) -> dt.date:
    return clause.effective or dt.date.min


PAYMENT_TERMS = ClauseKind("payment-terms", run, needs=("due_days",), takes=("counted_from",), stage=1)
