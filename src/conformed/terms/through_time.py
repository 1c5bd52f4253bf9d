"""Terms through the amendments: the terms of each state of a conformed copy, and what each paper changed."""

from __future__ import annotations

from conformed.model.conformed import Conformed, State
from conformed.model.document import Document
from conformed.model.term import Term, TermChange, Terms, TermState
from conformed.terms.reading import terms_of

__all__ = ["changes_between", "terms_over"]


def terms_over(conformed: Conformed) -> tuple[TermState, ...]:
    """The terms of every state, the base first, each with what the paper that made it changed."""
    found: list[TermState] = []
    for state in conformed.states:
        terms = terms_of(state.copy)
        before = found[-1].terms if found else None
        changes = changes_between(before, terms, state) if before is not None else ()
        found.append(TermState(state.paper, state.effective, terms, changes))
    return tuple(found)


def changes_between(before: Terms, after: Terms, state: State) -> tuple[TermChange, ...]:
    """What differs in value between two readings, `after` being that of `state`."""
    pairs = _paired(before, after)
    return tuple(
        TermChange((new or old).name, old, new, _instructions(state.copy, new))  # type: ignore[union-attr]
        for old, new in pairs
        if old is None or new is None or (old.value, old.withheld) != (new.value, new.withheld)
    )


def _paired(before: Terms, after: Terms) -> list[tuple[Term | None, Term | None]]:
    """The terms of both readings side by side: those of one kind by their provision first, then in order."""
    pairs: list[tuple[Term | None, Term | None]] = []
    left = list(before)
    for new in after:
        same_kind = _of_kind(left, new.kind)
        same_place = [old for old in same_kind if old.provision == new.provision]
        old = next(iter(same_place or (same_kind if not new.is_clause else ())), None)
        if old is not None:
            left.remove(old)
        pairs.append((old, new))
    for place, (paired, arrived) in enumerate(pairs):
        if paired is None and arrived is not None and (rest := _of_kind(left, arrived.kind)):
            left.remove(rest[0])
            pairs[place] = (rest[0], arrived)
    return [*pairs, *((old, None) for old in left)]


def _of_kind(terms: list[Term], kind: str) -> list[Term]:
    return [term for term in terms if term.kind == kind]


def _instructions(copy: Document, term: Term | None) -> tuple[str, ...]:
    """The instructions that placed words on which the term rests."""
    if term is None:
        return ()
    found: dict[str, None] = {}
    for start, end in ((term.start, term.end), *term.rests_on):
        for run in copy.text.runs_between(start, end):
            if run.instruction is not None and run.text.strip():
                found[f"{run.document}/{run.instruction}"] = None
    return tuple(found)
