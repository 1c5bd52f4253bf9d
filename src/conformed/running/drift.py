"""Drift: clause values of `agreement.toml` that disagree with the words in force on some day.

    unit-term says months = 42 from 2000-11-01; 7.A as amended by amendment-2 says 51 ("fifty-one (51) months after ...")

Rules that this file must obey:

* Every day is compared that starts a state of the words or an entry of the file; one disagreement is told once, from the
  first day on which it holds.
* Only values that both give are compared: what the words leave to another provision is no disagreement.
* A value that the words withhold may be anything in the file but a seal that an earlier amendment took away: a figure
  kept under it would be paid by a term that is no longer there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.model.problem import Problem, problem
from conformed.model.term import Term, TermState
from conformed.terms import NEEDS, citation

__all__ = [
    "COMPARED",
    "bare",
    "compared_values",
    "drift",
    "in_force",
    "seals_missing",
    "term_like",
    "value_at",
]

COMPARED: Mapping[str, tuple[str, ...]] = {
    "agreement-term": ("starts", "months", "from", "ends"),
    "unit-term": ("months", "option.notice_days", "option.notice_months", "option.holder"),
    "recurring-charge": ("rate", "due_days"),
    "pass-through-credit": ("rate", "due_days", "period"),
    "claw-back": ("rate", "due_days"),
    "late-interest": ("rate",),
    "termination-right": ("holder", "notice_days", "notice_months"),
}
_SEAL = "withheld:"


@dataclass(frozen=True, slots=True)
class Written:
    """A clause of the file as it stands on one day: its values, later entries laid over earlier ones."""

    entry: ClauseEntry
    values: Mapping[str, object]


def drift(agreement: Agreement, conformed: Conformed, states: Sequence[TermState]) -> tuple[Problem, ...]:
    """What of the file's clauses disagrees with the words, is missing from the file, or waits for a seal.

    Args:
        agreement: as read, sealed values included where there are any.
        conformed: the conformed copy of its papers.
        states: `terms_over(conformed)`.
    """
    return (
        *_disagreements(agreement, conformed, states),
        *_not_run(agreement, conformed, states),
        *_seals(
            agreement,
            {redaction.id for state in conformed.states for redaction in state.copy.redactions}
            if states
            else None,
        ),
    )


def _disagreements(
    agreement: Agreement, conformed: Conformed, states: Sequence[TermState]
) -> Iterator[Problem]:
    days = {state.effective for state in states} | {clause.effective for clause in agreement.clauses}
    told: set[tuple[str, str | None, str, str, str]] = set()
    for day in sorted(day for day in days if day is not None):
        place = max(
            (i for i, state in enumerate(states) if state.effective and state.effective <= day), default=None
        )
        if place is None:
            continue
        state, copy = states[place], conformed.states[place].copy
        earlier = [(states[index], conformed.states[index].copy) for index in range(place)]
        for written in in_force(agreement, day):
            term = term_like(written.entry, state, copy)
            if term is None or not isinstance(term.value, Mapping):
                continue
            for key in COMPARED.get(written.entry.kind, ()):
                ours, theirs = value_at(written.values, key), value_at(term.value, key)
                if ours is None or theirs is None:
                    continue
                if _agree(ours, theirs) and not _taken_away(written, key, theirs, earlier):
                    continue
                name = written.values.get("name")
                mark = (written.entry.kind, str(name), key, _shown(ours), _shown(theirs))
                if mark in told:
                    continue
                told.add(mark)
                yield problem(
                    "clause-drift",
                    document=agreement.file,
                    line=written.entry.line,
                    where=written.entry.kind,
                    kind=written.entry.kind,
                    key=key,
                    value=_shown(ours),
                    day=day.isoformat(),
                    source=citation(copy, term.provision),
                    paper=f" as amended by {state.paper}" if place else "",
                    words=_shown(theirs),
                    text=_short(term.text),
                )


def _not_run(agreement: Agreement, conformed: Conformed, states: Sequence[TermState]) -> Iterator[Problem]:
    """Clauses in the words of some state for which the file has no entry at all."""
    kinds = {clause.kind for clause in agreement.clauses}
    sources = {
        bare(clause.source or "") for clause in agreement.clauses if clause.kind == "termination-right"
    }
    told: set[tuple[str, tuple[str, ...]]] = set()
    for place, state in enumerate(states):
        copy = conformed.states[place].copy
        for term in state.terms.clauses:
            known = term.kind in kinds
            if term.kind == "termination-right":
                cited = bare(citation(copy, term.provision))
                known = any(_covers(source, cited) for source in sources) if cited else "" in sources
            if term.kind not in NEEDS or known or (term.kind, term.provision) in told:
                continue
            told.add((term.kind, term.provision))
            yield problem(
                "clause-not-run",
                document=agreement.file,
                where=term.kind,
                kind=term.kind,
                source=citation(copy, term.provision) or "the agreement",
                text=_short(term.text),
            )


def seals_missing(agreement: Agreement) -> tuple[Problem, ...]:
    """The values that wait for a seal which nobody has given: all that can be told without the papers."""
    return tuple(_seals(agreement, None))


def _seals(agreement: Agreement, known: Collection[str] | None) -> Iterator[Problem]:
    """Values that wait for a seal which nobody has given, and seals that none of the `known` redactions is."""
    told: set[str] = set()
    for clause in agreement.clauses:
        for value in _leaves(clause.values):
            if not isinstance(value, str) or not value.startswith(_SEAL):
                continue
            seal = value.removeprefix(_SEAL)
            if seal in told:
                continue
            told.add(seal)
            if known is not None and seal not in known:
                yield problem(
                    "seal-unknown",
                    document=agreement.file,
                    line=clause.line,
                    where=clause.kind,
                    kind=clause.kind,
                    seal=seal,
                )
            elif seal not in agreement.sealed:
                yield problem(
                    "seal-missing",
                    document=agreement.file,
                    line=clause.line,
                    where=clause.kind,
                    kind=clause.kind,
                    seal=seal,
                )


def in_force(agreement: Agreement, day: dt.date) -> list[Written]:
    """Every clause of the file as it stands on `day`."""
    found: dict[tuple[str, str | None], Written] = {}
    for clause in sorted(agreement.clauses, key=lambda clause: clause.effective or dt.date.min):
        if clause.effective is not None and clause.effective > day:
            continue
        name = clause.values.get("name")
        key = (clause.kind, name if isinstance(name, str) else None)
        before = found[key].values if key in found else {}
        found[key] = Written(clause, {**before, **clause.values})
    return list(found.values())


def compared_values(kind: str, values: Mapping[str, object]) -> dict[str, str]:
    """Of the values of a clause or a term those that can be compared, as they are shown.

    >>> compared_values("unit-term", {"months": 51, "option": {"holder": "customer"}, "note": "restated"})
    {'months': '51', 'option.holder': 'customer'}
    """
    found = {key: value_at(values, key) for key in COMPARED.get(kind, ())}
    return {key: _shown(value).lower() for key, value in found.items() if value is not None}


def term_like(entry: ClauseEntry, state: TermState, copy: Document) -> Term | None:
    """The term that the entry is about: of its kind and at its source, or the only one of its kind."""
    same = [term for term in state.terms.clauses if term.kind == entry.kind]
    source = bare(entry.source or "")
    if source:
        at_source = [term for term in same if _covers(source, bare(citation(copy, term.provision)))]
        if len(at_source) == 1:
            return at_source[0]
    if entry.kind != "termination-right" and len(same) == 1:
        return same[0]
    return None


def _covers(source: str, cited: str) -> bool:
    """Whether one of two bare citations stands for a provision that holds the other."""
    return bool(source and cited) and (cited.startswith(source) or source.startswith(cited))


def _agree(ours: object, theirs: object) -> bool:
    sealed_ours = isinstance(ours, str) and ours.startswith(_SEAL)
    sealed_theirs = isinstance(theirs, str) and theirs.startswith(_SEAL)
    if sealed_ours or sealed_theirs:
        return True
    return _shown(ours).lower() == _shown(theirs).lower()


def _taken_away(
    written: Written, key: str, theirs: object, earlier: Sequence[tuple[TermState, Document]]
) -> bool:
    """Whether the file's value is a seal that stood in the same clause of earlier words, and no longer does."""
    ours = value_at(written.values, key)
    if not (isinstance(ours, str) and ours.startswith(_SEAL)) or ours == theirs:
        return False
    for state, copy in earlier:
        term = term_like(written.entry, state, copy)
        if term is not None and isinstance(term.value, Mapping) and value_at(term.value, key) == ours:
            return True
    return False


def value_at(values: Mapping[str, object], key: str) -> object:
    """The value at a key such as `option.notice_days`, or None."""
    value: object = values
    for part in key.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _leaves(values: Mapping[str, object]) -> Iterator[object]:
    for value in values.values():
        if isinstance(value, Mapping):
            yield from _leaves(value)
        else:
            yield value


def _shown(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:117].rsplit(" ", 1)[0] + " ..."


def bare(source: str) -> str:
    """`9 b.`, `Section 9.b` and `9.B` are the same provision."""
    words = source.casefold().replace("section", " ").replace("paragraph", " ")
    return "".join(letter for letter in words if letter.isalnum())
