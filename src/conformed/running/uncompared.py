"""Clause values that no term read from the words stands against: struck since, or compared with nothing.

Rules that this file must obey:

* A figure that the cited provision printed, and prints no longer, was amended away: that is a drift, whatever the words mean.
* A figure that the cited provision prints in force is not called in question.
* Of every other value it is said that nothing was compared with it. Silence is never agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from conformed.model.agreement import Agreement
from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.model.problem import Problem, problem
from conformed.model.term import TermState
from conformed.running.drift import bare
from conformed.running.matching import COMPARED, Matching, Written, is_sealed, value_at
from conformed.running.strands import taken_out
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
    unread: list[Problem] = []
    matching = Matching(agreement, conformed, states)
    for written, strand in matching.on(matching.days[-1]) if states else ():
        term = strand.at(len(states) - 1) if strand is not None else None
        if strand is not None and term is None and taken_out(strand.terms[strand.last], conformed.copy):
            continue  # the words are gone: that is told by itself
        read = term.value if term is not None and isinstance(term.value, Mapping) else {}
        entry, left = written.entry, []
        keys = [key for key in _values(written) if value_at(read, key) is None]
        source = written.cites.source if written.cites is not None else None
        figures = _figures_cited(source, conformed) if keys else []
        for key in keys:
            printed = _printed(value_at(written.values, key), figures)
            if not any(printed):
                left.append(key)
            elif not printed[-1]:
                state = states[len(printed) - printed[::-1].index(True)]
                struck.append(
                    problem(
                        "clause-struck",
                        document=agreement.file,
                        line=entry.line,
                        where=entry.kind,
                        kind=entry.kind,
                        key=key,
                        value=str(value_at(written.values, key)),
                        source=source,
                        paper=state.paper,
                        day=str(state.effective),
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


def _values(written: Written) -> Iterator[str]:
    """The keys of a clause's values that words could say otherwise; a sealed one is none of them."""
    for key in COMPARED.get(written.entry.kind, tuple(written.values)):
        value = value_at(written.values, key)
        if value is not None and not is_sealed(value):
            yield key


def _printed(value: object, figures: Sequence[frozenset[Decimal]]) -> list[bool]:
    """For each state of the words, whether the figures printed there hold the value; nothing for what is no figure."""
    try:
        figure = Decimal(str(value))
    except InvalidOperation:
        return []
    return [figure in printed for printed in figures]


def _figures_cited(source: str | None, conformed: Conformed) -> list[frozenset[Decimal]]:
    """For each state of the words, the figures that the cited provision prints."""
    cited = bare(source or "")
    return [_figures_at(state.copy, cited) for state in conformed.states]


def _figures_at(copy: Document, cited: str) -> frozenset[Decimal]:
    for provision in copy.walk() if cited else ():
        # a citation holds the path's labels, so that only these few need be spelt out
        if bare(provision.path[-1]) in cited and bare(citation(copy, provision.path)) == cited:
            return figures_in(copy.text.string[provision.start : provision.end])
    return frozenset()


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
