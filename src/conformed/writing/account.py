"""The account that goes with every copy: through which paper it is conformed, and what became of each instruction."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from conformed.model.conformed import Conformed, Outcome
from conformed.writing.page import attribute, scrolling, words

__all__ = [
    "account_lines",
    "account_table",
    "count_words",
    "instruction_anchor",
    "paper_name",
    "status_sentence",
    "written_date",
]

DONE = ("applied", "noted")


def written_date(day: dt.date) -> str:
    """A date as a document writes it.

    >>> written_date(dt.date(2000, 11, 1))
    '1 November 2000'
    """
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"


def paper_name(conformed: Conformed, document: str) -> str:
    """What people call the paper `document`: its title, else its id."""
    for paper in conformed.papers:
        if paper.id == document:
            number = paper.title
            return number if number and len(number) <= 60 else document
    return document


def count_words(number: int, noun: str) -> str:
    """A count with its noun.

    >>> count_words(1, "instruction"), count_words(2, "instruction")
    ('1 instruction', '2 instructions')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def status_sentence(conformed: Conformed) -> str:
    """Through which paper the copy is conformed, and how many instructions it carries out."""
    through = conformed.states[-1].paper if conformed.states else conformed.copy.id
    counts = Counter(outcome.status for outcome in conformed.outcomes)
    total = len(conformed.outcomes)
    done = sum(counts[status] for status in DONE)
    title = conformed.copy.title or conformed.copy.id
    as_of = f" as of {written_date(conformed.as_of)}" if conformed.as_of else ""
    sentence = (
        f"{title}, conformed through {through}{as_of}; {done} of {count_words(total, 'instruction')} applied"
    )
    if counts["noted"]:
        sentence += f", {counts['noted']} with a note"
    pending = counts["pending"]
    if pending:
        sentence += f"; {pending} pending"
    if total - done - pending:
        sentence += f"; {total - done - pending} not applied"
    return sentence + "."


def account_lines(conformed: Conformed) -> Iterator[str]:
    """The papers and the instructions, one line each."""
    yield "This conformed copy was made from:"
    for paper in conformed.papers:
        effective = f", effective {paper.effective.isoformat()}" if paper.effective else ", not in effect"
        yield f"  {paper.id}: {paper.title or paper.file}{effective} (SHA-256 {paper.sha256[:16]})"
    if conformed.outcomes:
        yield ""
        yield "Instructions:"
    for outcome in conformed.outcomes:
        yield f"  {outcome_line(outcome)}"
    for warning in conformed.warnings:
        yield f"  warning: {warning}"


def outcome_line(outcome: Outcome) -> str:
    """What became of one instruction, in a line."""
    decided = " by decision" if outcome.decided else ""
    note = f": {outcome.note}" if outcome.note else ""
    return f"{outcome.document}/{outcome.instruction.id}: {outcome.status}{decided}{note}"


def account_table(conformed: Conformed) -> str:
    """The papers and the instructions as HTML tables."""
    papers = "".join(
        f'<tr><th scope="row">{words(paper.id)}</th><td>{words(paper.title or paper.file)}</td>'
        f"<td>{paper.date.isoformat() if paper.date else 'undated'}</td>"
        f"<td>{paper.effective.isoformat() if paper.effective else 'not in effect'}</td></tr>"
        for paper in conformed.papers
    )
    outcomes = "".join(
        f'<tr id="{instruction_anchor(outcome.document, outcome.instruction.id)}">'
        f'<th scope="row">{words(outcome.document)}/{words(outcome.instruction.id)}</th>'
        f"<td>{words(outcome.status)}{' by decision' if outcome.decided else ''}</td><td>{words(outcome.note or '')}</td></tr>"
        for outcome in conformed.outcomes
    )
    warnings = "".join(f"<li>{words(str(warning))}</li>" for warning in conformed.warnings)
    of_papers = (
        '<table><caption>Papers</caption><thead><tr><th scope="col">Id</th><th scope="col">Title</th>'
        f'<th scope="col">Dated</th><th scope="col">Effective</th></tr></thead><tbody>{papers}</tbody></table>'
    )
    of_instructions = (
        '<table><caption>Instructions</caption><thead><tr><th scope="col">Instruction</th><th scope="col">Status</th>'
        f'<th scope="col">Note</th></tr></thead><tbody>{outcomes}</tbody></table>'
    )
    return (
        "<footer><h2>How this copy was made</h2>\n"
        f"{scrolling(of_papers, 'Papers')}\n{scrolling(of_instructions, 'Instructions')}\n"
        + (f"<h3>Warnings</h3><ul>{warnings}</ul>\n" if warnings else "")
        + "<p>A conformed copy is a working text; the signed papers govern.</p></footer>"
    )


def instruction_anchor(document: str, instruction: str) -> str:
    """The id of an instruction's row in the account, fit for an attribute and an address.

    >>> instruction_anchor("amendment-2", "2(c)#1")
    'i-amendment-2-2-28c-29-231'
    """
    name = "".join(c if c.isalnum() or c in "-." else f"-{ord(c):x}" for c in f"{document}-{instruction}")
    return attribute(f"i-{name}")
