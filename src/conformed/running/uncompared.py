"""Clause values that no term read from the words stands against: struck since, or compared with nothing.

Rules that this file must obey:

* A figure that the cited provision printed, and prints no longer, was amended away: that is a drift, whatever the words mean.
* A figure that the cited provision prints in force is not called in question, and so is its only seal.
* A figure, or a seal of another place, that stands where the words have a seal can be right: it is said that nobody can
  tell from the words.
* Of every other value it is said that nothing was compared with it. Silence is never agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from conformed.model.agreement import Agreement
from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.model.problem import Problem, problem
from conformed.model.term import TermState
from conformed.running.drift import another_seal, bare
from conformed.running.matching import COMPARED, Matching, Written, is_sealed, seal_of, shown, value_at
from conformed.running.strands import state_on, taken_out
from conformed.terms import citation

__all__ = ["figures_in", "uncompared"]

_FIGURE = re.compile(r"(\d[\d,]{0,20}(?:\.\d{1,9})?)\)?\s{0,2}(%|per\s?cent|percent|year)?", re.IGNORECASE)


def uncompared(
    agreement: Agreement, conformed: Conformed, states: Sequence[TermState]
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """The figures of the file that an amendment struck from the words, and the values that were compared with nothing.

    Args:
        agreement: as read.
        conformed: the conformed copy of its papers.
        states: `terms_over(conformed)`.
    """
    struck: list[Problem] = []
    matching = Matching(agreement, conformed, states)
    unread = list(_withheld(agreement, conformed, matching, states))
    for written, strand in matching.on(matching.days[-1]) if states else ():
        term = strand.at(len(states) - 1) if strand is not None else None
        if strand is not None and term is None and taken_out(strand.terms[strand.last], conformed.copy):
            continue  # the words are gone: that is told by itself
        read = term.value if term is not None and isinstance(term.value, Mapping) else {}
        entry, left = written.entry, []
        source = written.cites.source if written.cites is not None else None
        keys = [key for key in _keys(written) if value_at(read, key) is None]
        said = _Said.of(source, conformed) if keys else _NOTHING
        for key in keys:
            ours = value_at(written.values, key)
            printed = said.prints(ours)
            if (is_sealed(ours) and not said.stands(ours)) or (printed and printed[-1]):
                continue  # a name that no redaction has is told by itself
            if not any(printed):
                left.append(key)
                continue
            state = states[len(printed) - printed[::-1].index(True)]
            struck.append(
                _told(
                    "clause-struck",
                    agreement,
                    written,
                    key,
                    source=source,
                    paper=state.paper,
                    day=state.effective,
                )
            )
        if left:
            unread.append(
                problem(
                    "clause-unread",
                    document=agreement.file,
                    line=entry.line,
                    where=entry.kind,
                    kind=entry.kind,
                    keys=", ".join(left),
                    source=source or "the words (it names no source)",
                )
            )
    return tuple(struck), tuple(unread)


def _withheld(
    agreement: Agreement, conformed: Conformed, matching: Matching, states: Sequence[TermState]
) -> Iterator[Problem]:
    """The values of every day that stand where the words have a seal, and that nobody can compare with it."""
    told: set[tuple[int, str, str]] = set()
    for day in matching.days if states else ():
        number = state_on(states, day)
        copy = conformed.states[number].copy
        for written, strand in matching.on(day):
            term = strand.at(number) if strand is not None else None
            if strand is None or term is None:
                continue
            for key, ours, theirs in matching.compared(written, term):
                seal = seal_of(theirs)
                mark = (id(written.entry), key, seal)
                if not is_sealed(theirs) or ours == theirs or mark in told:
                    continue
                if is_sealed(ours):
                    silent = seal_of(ours) in matching.seals and not another_seal(
                        strand, key, ours, number, copy
                    )
                else:
                    silent = seal not in agreement.sealed
                if silent:
                    told.add(mark)
                    yield _told("clause-withheld", agreement, written, key, seal=seal)


def _told(code: str, agreement: Agreement, written: Written, key: str, **more: object) -> Problem:
    entry = written.entry
    return problem(
        code,
        document=agreement.file,
        line=entry.line,
        where=entry.kind,
        kind=entry.kind,
        key=key,
        value=shown(value_at(written.values, key)),
        **{name: str(given) for name, given in more.items()},
    )


_SIDES = ("debtor", "creditor")


def _keys(written: Written) -> Iterator[str]:
    """The keys of a clause's values that words could say otherwise; nothing is read of who owes whom."""
    for key in (*COMPARED.get(written.entry.kind, tuple(written.values)), *_SIDES):
        if value_at(written.values, key) is not None:
            yield key


@dataclass(frozen=True, slots=True)
class _Said:
    """What the provision that a clause cites says in each state of the words.

    Attributes:
        figures: the figures that it prints.
        seals: the ids of its redactions.
        all_seals: the ids of the redactions of the whole copy.
    """

    figures: tuple[frozenset[Decimal], ...]
    seals: tuple[frozenset[str], ...]
    all_seals: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, source: str | None, conformed: Conformed) -> _Said:
        cited = bare(source or "")
        copies = [state.copy for state in conformed.states]
        places = [(copy, _cited(copy, cited)) for copy in copies]
        return cls(
            tuple(figures_in(copy.text.string[start:end]) for copy, (start, end) in places),
            tuple(
                frozenset(one.id for one in copy.redactions if start <= one.start < end)
                for copy, (start, end) in places
            ),
            tuple(frozenset(one.id for one in copy.redactions) for copy in copies),
        )

    def prints(self, value: object) -> list[bool]:
        """For each state, whether the figures printed hold the value, or it is the only seal; nothing for other words."""
        if is_sealed(value):
            one = frozenset({seal_of(value)})
            gone = self.stands(value) and not one <= self.all_seals[-1]
            return [
                one <= every if gone else one == seals
                for seals, every in zip(self.seals, self.all_seals, strict=True)
            ]
        try:
            figure = Decimal(str(value))
        except InvalidOperation:
            return []
        return [figure in printed for printed in self.figures]

    def stands(self, value: object) -> bool:
        """Whether any state of the words has the redaction that a sealed value waits for."""
        return any(seal_of(value) in seals for seals in self.all_seals)


_NOTHING = _Said((), (), ())


def _cited(copy: Document, cited: str) -> tuple[int, int]:
    for provision in copy.walk() if cited else ():
        # a citation holds the path's labels, so that only these few need be spelt out
        if bare(provision.path[-1]) in cited and bare(citation(copy, provision.path)) == cited:
            return provision.start, provision.end
    return 0, 0


def figures_in(text: str) -> frozenset[Decimal]:
    """The figures that a text prints; percentages also as shares, years also as months.

    >>> sorted(figures_in("thirty-six (36) months at 1.5%, or two (2) years; $1,412.50"))
    [Decimal('0.015'), Decimal('1.5'), Decimal('2'), Decimal('24'), Decimal('36'), Decimal('1412.50')]
    """
    found: set[Decimal] = set()
    for match in _FIGURE.finditer(text):
        number = Decimal(match[1].replace(",", ""))
        found.add(number)
        if match[2]:
            found.add(number * 12 if match[2].lower() == "year" else number / 100)
    return frozenset(found)
