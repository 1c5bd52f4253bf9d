"""Which paper brought a clause entry, where several took effect on its day: told by the words, or not at all.

Rules that this file must obey:

* A paper brought the entry if, of the papers of that day, it alone turned the words read there into what the entry gives.
* Where no such words are read, it brought the entry if it alone changed the provision that the entry names.
* Anything else is for a person, who writes `document = "..."` in the entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from conformed.conforming.naming import provision_named
from conformed.model.agreement import ClauseEntry
from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.model.term import TermState
from conformed.running.drift import compared_values, term_like
from conformed.structure import collapsed

__all__ = ["Authors", "authors_by_words"]

Authors = Callable[[ClauseEntry, Sequence[str]], tuple[str, ...]]
"""From an entry and the papers that took effect on its day to those of them that may have brought it."""


def authors_by_words(conformed: Conformed, states: Sequence[TermState]) -> Authors:
    """What the words say of it.

    Args:
        conformed: the conformed copy of the agreement's papers.
        states: `terms_over(conformed)`.
    """

    def authors(entry: ClauseEntry, papers: Sequence[str]) -> tuple[str, ...]:
        places = {
            state.paper: place
            for place, state in enumerate(conformed.states)
            if state.paper in papers and state.effective == entry.effective
        }
        by_value = [paper for paper, place in places.items() if any(_turned(entry, states, conformed, place))]
        if by_value:
            return tuple(by_value)
        if entry.source is None:
            return ()
        return tuple(paper for paper, place in places.items() if _touched(entry.source, conformed, place))

    return authors


def _turned(
    entry: ClauseEntry, states: Sequence[TermState], conformed: Conformed, place: int
) -> Iterator[bool]:
    """For each value that the entry gives and the words give too: whether this paper made them say so."""
    after = _read(entry, states, conformed, place)
    before = _read(entry, states, conformed, place - 1) if place else {}
    ours = compared_values(entry.kind, entry.values)
    for key, value in ours.items():
        if key in after:
            yield after[key] == value and before.get(key) != value


def _read(
    entry: ClauseEntry, states: Sequence[TermState], conformed: Conformed, place: int
) -> Mapping[str, str]:
    term = term_like(entry, states[place], conformed.states[place].copy)
    if term is None or not isinstance(term.value, Mapping):
        return {}
    return compared_values(entry.kind, term.value)


def _touched(source: str, conformed: Conformed, place: int) -> bool:
    """Whether the paper changed the text of the provision that `source` names."""
    after = _text(conformed.states[place].copy, source)
    before = _text(conformed.states[place - 1].copy, source) if place else None
    return after != before


def _text(copy: Document, source: str) -> str | None:
    found = provision_named(copy, source)
    return collapsed(copy, found[0].start, found[0].end) if len(found) == 1 else None
