"""Drift: clause values of `agreement.toml` that disagree with the words in force on some day.

    unit-term says months = 42 from 2000-11-01; 7.A as amended by amendment-2 says 51 ("fifty-one (51) months after ...")

Rules that this file must obey:

* Every day is compared that starts a state of the words or an entry of the file; one disagreement is told once, from the
  first day on which it holds.
* Only values that both give are compared: what the words leave to another provision is no disagreement.
* The next seal of the provision, and one that an amendment took away, are other unknowns: that is a drift. A name of any
  other place may have been given to the same unknown: of that, nothing is known.
* An open figure where the words have a seal is compared with the sealed value where that is at hand, which is never told.
* A clause that an amendment took out of the words is in force no longer, and one that it brought in is in force, whatever
  else of its kind the file runs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence

from conformed.conforming.naming import path_of, provision_named
from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.model.problem import Problem, problem
from conformed.model.term import Term, TermState
from conformed.running.clauses.payment_terms import PAYMENT_TERMS
from conformed.running.clauses.recurring_charge import RECURRING_CHARGE
from conformed.running.matching import (
    COMPARED,
    RIGHT,
    TABLES,
    Matching,
    Written,
    is_sealed,
    one_in_other,
    plain,
    seal_of,
    shown,
    value_at,
)
from conformed.running.particulars import particulars
from conformed.running.strands import Strand, state_on, taken_out
from conformed.terms import citation

__all__ = ["another_seal", "bare", "compared_values", "drift", "seals_missing", "term_like"]


def drift(agreement: Agreement, conformed: Conformed, states: Sequence[TermState]) -> tuple[Problem, ...]:
    """What of the file's clauses disagrees with the words, is missing from the file, or waits for a seal.

    Args:
        agreement: as read, sealed values included where there are any.
        conformed: the conformed copy of its papers.
        states: `terms_over(conformed)`.
    """
    compared = _Comparison(agreement, conformed, states)
    return (
        *particulars(agreement, conformed, states),
        *compared.found,
        *compared.not_run(),
        *_seals(agreement, compared.matching.seals if states else None),
    )


class _Comparison:
    """The file's clauses beside the words on every day."""

    def __init__(self, agreement: Agreement, conformed: Conformed, states: Sequence[TermState]) -> None:
        self._agreement = agreement
        self._conformed = conformed
        self._states = states
        self.matching = Matching(agreement, conformed, states)
        self._told: set[tuple[object, ...]] = set()
        self._run: dict[Strand, dt.date | None] = {}
        self.found: list[Problem] = []
        for day in self.matching.days if states else ():
            self._compare(day)

    def _compare(self, day: dt.date | None) -> None:
        number = state_on(self._states, day)
        pairs = self.matching.on(day)
        for written, strand in pairs:
            if strand is None:
                continue
            term = strand.at(number)
            if term is None:
                self._gone(written, strand, number)
                continue
            self._run.setdefault(strand, day)
            self._values(written, strand, term, number, day)
        self._stand_in(pairs, number, day)

    def _values(self, written: Written, strand: Strand, term: Term, number: int, day: dt.date | None) -> None:
        for key, ours, theirs in self.matching.compared(written, term):
            if self.matching.same(key, ours, theirs):
                continue
            if is_sealed(ours) and seal_of(ours) not in self.matching.seals:
                continue  # a name that no redaction has: that is told by itself
            copy = self._conformed.states[number].copy
            if is_sealed(ours) and is_sealed(theirs) and not another_seal(strand, key, ours, number, copy):
                continue
            said = shown(theirs)
            if is_sealed(theirs) and not is_sealed(ours):
                sealed = self._agreement.sealed.get(seal_of(theirs))
                if sealed is None or plain(sealed) == plain(ours):
                    continue
                said = f"{said}, which was given another value"
            self._differs(written, strand, term, number, day, key, shown(ours), said)
        for table in TABLES:
            words = value_at(term.value, table)
            if isinstance(words, Mapping) and table not in written.values:
                said = ", ".join(f"{key} {shown(value)}" for key, value in words.items())
                self._differs(written, strand, term, number, day, table, "nothing", said)

    def _differs(
        self,
        written: Written,
        strand: Strand,
        term: Term,
        number: int,
        day: dt.date | None,
        key: str,
        ours: str,
        words: str,
    ) -> None:
        entry = written.entry
        if not self._new("drift", entry.kind, written.name, key, ours, words):
            return
        changed = strand.changed_by(number, key)
        self.found.append(
            problem(
                "clause-drift",
                document=self._agreement.file,
                line=entry.line,
                where=entry.kind,
                kind=entry.kind,
                key=key,
                value=ours,
                day=day.isoformat() if day else "the beginning",
                source=self._cite(term, number),
                paper=f" as amended by {self._states[changed].paper}" if changed else "",
                words=words,
                text=_short(term.text),
            )
        )

    def _gone(self, written: Written, strand: Strand, number: int) -> None:
        """Tell of a clause whose words an amendment took out, where the file has said nothing of it since."""
        last, entry = strand.terms[strand.last], written.entry
        gone_on = next(
            (
                self._states[later]
                for later in range(strand.last + 1, number + 1)
                if taken_out(last, self._conformed.states[later].copy)
            ),
            None,
        )
        if gone_on is None or gone_on.effective is None:
            return
        if entry.effective is not None and entry.effective >= gone_on.effective:
            return
        if self._new("gone", entry.kind, written.name, gone_on.paper):
            self.found.append(
                problem(
                    "clause-gone",
                    document=self._agreement.file,
                    line=entry.line,
                    where=entry.kind,
                    kind=entry.kind,
                    source=self._cite(last, strand.last),
                    paper=gone_on.paper,
                    day=gone_on.effective.isoformat(),
                    text=_short(last.text),
                )
            )

    def _stand_in(
        self, pairs: Sequence[tuple[Written, Strand | None]], number: int, day: dt.date | None
    ) -> None:
        """Note the clauses of the words for which another clause of the file stands on this day."""
        for strand in self.matching.strands:
            term = strand.at(number)
            if term is None or strand in self._run:
                continue
            for written, about in pairs:
                if strand.kind == RIGHT == written.entry.kind and self.matching.covers(written, strand):
                    self._run[strand] = day
                elif strand.kind == PAYMENT_TERMS.name and written.entry.kind == RECURRING_CHARGE.name:
                    charge = about.at(number) if about is not None else None
                    if _due_by(written.values, term, charge.value if charge is not None else None):
                        self._run[strand] = day

    def not_run(self) -> Iterator[Problem]:
        """The clauses of the words that the file runs on no day, or only from an amendment after theirs on."""
        for strand in self.matching.strands:
            until = ""
            if strand in self._run:
                begins = self._run[strand]
                if begins is None or state_on(self._states, begins) <= strand.first:
                    continue
                until = f" before {begins.isoformat()}"
            term = strand.terms[strand.first if until else strand.last]
            number = strand.first if until else strand.last
            yield problem(
                "clause-not-run",
                document=self._agreement.file,
                where=strand.kind,
                kind=strand.kind,
                until=until,
                source=self._cite(term, number) or "the agreement",
                text=_short(term.text),
            )

    def _cite(self, term: Term, number: int) -> str:
        return citation(self._conformed.states[number].copy, term.provision)

    def _new(self, *mark: object) -> bool:
        if mark in self._told:
            return False
        self._told.add(mark)
        return True


def _due_by(charge: Mapping[str, object], payment: Term, words: object) -> bool:
    """Whether a charge of the file gives the days of the payment terms itself: they are compared with it there."""
    ours, theirs = value_at(charge, "due_days"), value_at(payment.value, "due_days")
    if ours is None:
        return False
    return is_sealed(ours) or plain(theirs) in (plain(ours), plain(value_at(words, "due_days")))


def another_seal(strand: Strand, key: str, ours: object, number: int, copy: Document) -> bool:
    """Whether a sealed value of the file is known for another unknown than that of the words in a state.

    So is one that stands elsewhere in the clause's provision, and one that stood in the clause in earlier words.

    Args:
        strand: the clause of the words.
        key: whose value is sealed.
        ours: the value of the file.
        number: of the state.
        copy: the words of that state.
    """
    if any(value_at(term.value, key) == ours for earlier, term in strand.terms.items() if earlier < number):
        return True
    provision = strand.terms[number].provision
    return any(
        redaction.id == seal_of(ours) and one.start <= redaction.start < one.end
        for one in copy.walk()
        if one.path == provision
        for redaction in copy.redactions
    )


def seals_missing(agreement: Agreement) -> tuple[Problem, ...]:
    """The values that wait for a seal which nobody has given: all that can be told without the papers."""
    return tuple(_seals(agreement, None))


def _seals(agreement: Agreement, known: Collection[str] | None) -> Iterator[Problem]:
    """Values that wait for a seal which nobody has given, and seals that none of the `known` redactions is."""
    told: set[str] = set()
    for clause in agreement.clauses:
        for value in _leaves(clause.values):
            if not is_sealed(value):
                continue
            seal = seal_of(value)
            if seal in told:
                continue
            told.add(seal)
            unknown = known is not None and seal not in known
            if unknown or seal not in agreement.sealed:
                yield problem(
                    "seal-unknown" if unknown else "seal-missing",
                    document=agreement.file,
                    line=clause.line,
                    where=clause.kind,
                    kind=clause.kind,
                    seal=seal,
                )


def compared_values(kind: str, values: Mapping[str, object]) -> dict[str, str]:
    """Of the values of a clause or a term those that can be compared, as they are compared.

    >>> compared_values("unit-term", {"months": 51, "option": {"holder": "Customer"}, "note": "restated"})
    {'months': '51', 'option.holder': 'customer'}
    """
    found = {key: value_at(values, key) for key in COMPARED.get(kind, ())}
    return {key: plain(value) for key, value in found.items() if value is not None}


def term_like(entry: ClauseEntry, state: TermState, copy: Document) -> Term | None:
    """The term of one state that the entry is about: of its kind and at its source, or the only one of its kind."""
    same = [term for term in state.terms.clauses if term.kind == entry.kind]
    if entry.source:
        named = [provision.path for provision in provision_named(copy, entry.source)]
        paths = named or [path_of(entry.source)]
        at_source = [term for term in same if any(one_in_other(path, term.provision) for path in paths)]
        if len(at_source) == 1:
            return at_source[0]
    if entry.kind != RIGHT and len(same) == 1:
        return same[0]
    return None


def _leaves(values: Mapping[str, object]) -> Iterator[object]:
    for value in values.values():
        if isinstance(value, Mapping):
            yield from _leaves(value)
        else:
            yield value


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:117].rsplit(" ", 1)[0] + " ..."


def bare(source: str) -> str:
    """`9 b.`, `Section 9.b` and `9.B` are the same provision."""
    words = source.casefold().replace("section", " ").replace("paragraph", " ")
    return "".join(letter for letter in words if letter.isalnum())
