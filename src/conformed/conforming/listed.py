"""Sentences that are listed because no instruction could be made of them, and the words that a person gave for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from conformed.conforming.decisions import digest
from conformed.conforming.naming import path_of
from conformed.model.agreement import Decision
from conformed.model.document import Document
from conformed.model.instruction import Amendment, Instruction, Target, Words
from conformed.model.problem import Problem

__all__ = ["listed_digest", "worded"]

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n|\Z")


def worded(amendment: Amendment, decisions: Mapping[str, Decision]) -> Amendment:
    """The amendment with an instruction for each listed sentence whose effect a person gave as words.

    The instruction waits for its decision like any that is uncertain, so that nothing is written without it. A
    decision on a sentence that is not the one that was read makes none.
    """
    paper = amendment.document
    made: list[Instruction] = []
    for listed in amendment.unclaimed:
        decision = decisions.get(f"{paper.id}/{listed.where}")
        if decision is None or decision.text is None or decision.provision is None:
            continue
        if decision.fits not in (None, listed_digest(paper, listed)):
            continue
        start, end = _span(paper, listed)
        made.append(
            Instruction(
                listed.where or "",
                "substitution",
                Target(path_of(decision.provision), "provision"),
                None,
                Words(decision.text),
                start,
                end,
                uncertain="the paper orders a change that was not understood",
            )
        )
    if not made:
        return amendment
    names = {one.id for one in made}
    return replace(
        amendment,
        instructions=tuple(sorted((*amendment.instructions, *made), key=lambda one: one.start)),
        unclaimed=tuple(one for one in amendment.unclaimed if one.where not in names),
    )


def listed_digest(paper: Document, listed: Problem) -> str:
    """What a person read: the paragraph of the listed sentence."""
    start, end = _span(paper, listed)
    return digest(paper.text.string[start:end], ())


def _span(paper: Document, listed: Problem) -> tuple[int, int]:
    """The paragraph, from the line in which the listed sentence begins."""
    text = paper.text.string
    start = 0
    for _ in range((listed.line or 1) - 1):
        start = text.find("\n", start) + 1
    while start < len(text) and text[start].isspace():
        start += 1
    found = _PARAGRAPH_END.search(text, start)
    return start, found.start() if found is not None else len(text)
