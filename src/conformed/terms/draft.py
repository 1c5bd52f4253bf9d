"""Drafts of `[[clauses]]`: what the words of a conformed copy give, each with its source and the day it holds from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.model.term import Term, TermState
from conformed.terms.citation import citation
from conformed.terms.unread import UnreadSentence

__all__ = ["NEEDS", "DraftClause", "draft_clauses", "draft_governing_law", "draft_parties", "undrafted"]

NEEDS: Mapping[str, tuple[str, ...]] = {
    "agreement-term": (),
    "unit-term": ("months",),
    "recurring-charge": ("rate", "due_days"),
    "payment-terms": ("due_days",),
    "pass-through-credit": ("rate", "due_days"),
    "claw-back": ("rate", "due_days"),
    "late-interest": ("rate",),
    "termination-right": ("holder",),
}
"""The kinds of clauses that run and can be read from words, with the keys that each must have."""

_PAYMENT = "payment-terms"
_LEFT_OUT = {"claw-back": ("cap",)}
_BLANK_SEAL = re.compile(r"withheld:[\W_]*\Z")  # a blank to be filled in is no figure that somebody knows


@dataclass(frozen=True, slots=True)
class DraftClause:
    """A `[[clauses]]` table as the words give it.

    Attributes:
        kind, values, source, effective: as in `agreement.toml`; a second clause of a kind has a `name` among its values.
        text: the words read.
        paper: id of the paper that made the clause read so.
        missing: keys that the kind needs and the words do not give: a person must add them.
    """

    kind: str
    values: Mapping[str, object]
    source: str
    effective: dt.date | None
    text: str
    paper: str
    missing: tuple[str, ...] = ()


def draft_clauses(conformed: Conformed, states: Sequence[TermState]) -> tuple[DraftClause, ...]:
    """Every clause that runs, in the order of the text; a clause that a paper changed once more from that day on.

    `states` are `terms_over(conformed)`. The time for payment is a clause of its own where there is one, and no charge
    that has it already.
    """
    paid_within_one_time = not _charged(states) and not _times_for_payment(states)
    drafts: dict[tuple[str, str | None, dt.date | None], DraftClause] = {}
    names: dict[tuple[str, tuple[str, ...], int], str | None] = {}
    for place, state in enumerate(states):
        copy = conformed.states[place].copy
        changed = {change.after.name for change in state.changes if change.after is not None}
        of_place: dict[tuple[str, tuple[str, ...]], int] = {}
        for term in state.terms.clauses:
            if term.kind not in NEEDS or (term.kind == _PAYMENT and not paid_within_one_time):
                continue
            number = of_place[term.kind, term.provision] = of_place.get((term.kind, term.provision), 0) + 1
            if place and term.name not in changed:
                continue
            key = (term.kind, term.provision, number)
            if term.kind == _PAYMENT:
                names[key] = None
            elif key not in names:
                taken = {name for (kind, *_), name in names.items() if kind == term.kind}
                names[key] = _name(copy, term, taken=taken)
            # Of two papers of one day the later one says what holds from that day.
            drafts[term.kind, names[key], state.effective] = _draft(copy, term, names[key], state)
    order = {kind: at for at, kind in enumerate(NEEDS)}
    return tuple(
        sorted(
            drafts.values(),
            key=lambda d: (order[d.kind], str(d.values.get("name", "")), d.effective or dt.date.min),
        )
    )


def undrafted(states: Sequence[TermState]) -> tuple[UnreadSentence, ...]:
    """What the words in force give, and `settle` cannot run for certain: each with the reason, for a person to look at."""
    if not states:
        return ()
    terms = states[-1].terms
    found: list[UnreadSentence] = []
    renewal = terms.get("renewal_term")
    of_term = next((term for term in terms.clauses if term.kind == "agreement-term"), None)
    values = of_term.value if of_term is not None and isinstance(of_term.value, Mapping) else {}
    if renewal is not None and of_term is not None and "renewal" not in values:
        how = (
            "the one notice that stops it, in days or months, was not read"
            if renewal.how
            else "that it renews by itself, again and again, was not read"
        )
        found.append(
            UnreadSentence("agreement-term", renewal.text, renewal.provision, f"a renewal, and {how}")
        )
    if not _charged(states):
        found.extend(
            UnreadSentence(_PAYMENT, term.text, term.provision, "one of several times for payment")
            for term in _times_for_payment(states[-1:])
        )
    return tuple(found)


def _charged(states: Sequence[TermState]) -> bool:
    """Whether the words of any state have a charge."""
    return any(term.kind == "recurring-charge" for state in states for term in state.terms.clauses)


def _times_for_payment(states: Sequence[TermState]) -> list[Term]:
    """The payment terms of the first state that has several, which differ."""
    for state in states:
        found = [term for term in state.terms.clauses if term.kind == _PAYMENT]
        if len({str(term.value) for term in found}) > 1:
            return found
    return []


def draft_parties(states: Sequence[TermState]) -> dict[str, tuple[str, ...]]:
    """Role (else alias) -> names, as the copy's opening gives them."""
    found: dict[str, tuple[str, ...]] = {}
    term = states[-1].terms.get("parties") if states else None
    for party in term.value if term is not None and isinstance(term.value, tuple) else ():
        role = _slug(party["role"] or party["alias"] or party["name"])
        found[role] = (*found.get(role, ()), party["name"])
    return found


def draft_governing_law(states: Sequence[TermState]) -> str | None:
    """The code of the one jurisdiction whose law governs, such as `US-NY`."""
    term = states[-1].terms.get("governing_law") if states else None
    codes = (term.how or "").split() if term is not None else []
    return codes[0] if len(codes) == 1 else None


def _draft(copy: Document, term: Term, name: str | None, state: TermState) -> DraftClause:
    values = dict(term.value) if isinstance(term.value, Mapping) else {}
    for key in _LEFT_OUT.get(term.kind, ()):
        values.pop(key, None)
    for key, value in tuple(values.items()):
        if isinstance(value, str) and _BLANK_SEAL.match(value):
            del values[key]
    if name is not None:
        values = {"name": name, **values}
    missing = tuple(key for key in NEEDS[term.kind] if key not in values)
    if term.kind == "agreement-term" and "months" in values and "from" not in values:
        missing = ("from",)
    return DraftClause(
        term.kind, values, citation(copy, term.provision), state.effective, term.text, state.paper, missing
    )


def _name(copy: Document, term: Term, *, taken: set[str | None]) -> str | None:
    """What tells the clause from others of its kind: nothing for the first, save for termination rights."""
    if not taken and term.kind != "termination-right":
        return None
    headings = {provision.path: provision.heading for provision in copy.walk()}
    heading = next(
        (h for depth in range(len(term.provision), 0, -1) if (h := headings.get(term.provision[:depth]))),
        None,
    )
    base = _slug(heading) if heading else _slug(citation(copy, term.provision))
    name, count = base or term.kind, 1
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    return name


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:40].strip("-")
