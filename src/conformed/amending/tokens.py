"""The tokens that the grammar is read over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conformed.amending.references import Reference

__all__ = ["Token"]


@dataclass(slots=True)
class Token:
    """A word, phrase, quotation, reference or block of the amendment, with its place in the amendment's text.

    Attributes:
        kind: a terminal of the grammar, or `WATER` for a word that says nothing about the change.
        start, end: where it stands.
        word: the word in lower case (of a phrase: as printed), or the label's core.
        inner: for QUOTE, BLOCK, TEXT and MARK: the words that it stands for, marks excluded.
        reference: for REF: the place it names; for FOLLOWING: the place that the new text is to have.
        noun: for FOLLOWING: what is announced (`sentence`, `definition`, `row`, `provision`, `words`); for QUOTE: the
            noun before it.
        blocks: for FOLLOWING: the block text announced.
        every: whether all occurrences are meant.
        unread: of a verb: whether words that were not understood stand where its subject should.
    """

    kind: str
    start: int
    end: int
    word: str = ""
    inner: tuple[int, int] | None = None
    reference: Reference | None = None
    noun: str | None = None
    blocks: list[tuple[int, int]] = field(default_factory=list)
    every: bool = False
    numbers: tuple[int, ...] = ()
    unread: bool = False
