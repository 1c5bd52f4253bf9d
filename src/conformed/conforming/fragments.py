"""An amendment whose agreement is not among the papers: its instructions, shown against the words that they quote.

The fragments are a conformed copy like any other, so that redlines, blame and records need no special case: each
provision named holds the old words that the amendment quotes, and then the new ones. Nothing is claimed to be applied.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from conformed.conforming.ground import named
from conformed.conforming.laying import NewWords, in_line
from conformed.model.conformed import NOT_FOUND, Conformed, Outcome, PaperRecord, State
from conformed.model.document import Document, Provision
from conformed.model.instruction import Amendment, Instruction
from conformed.model.problem import problem
from conformed.model.text import Run, TracedText

__all__ = ["fragments"]


def fragments(amendment: Amendment, *, digests: Mapping[str, str] | None = None) -> Conformed:
    """The instructions of `amendment` on the words that they quote.

    Every outcome is `not-found`, since the agreement is not there to be changed.
    """
    paper = amendment.document
    title = amendment.amends.title or "the agreement that it amends"
    before = _document(amendment, title, new=False)
    after = _document(amendment, title, new=True)
    note = f"{title} is not among the papers; shown against the words that the instruction quotes"
    day = f" dated {amendment.amends.date.isoformat()}" if amendment.amends.date else ""
    return Conformed(
        copy=after,
        as_of=None,
        papers=(
            PaperRecord(
                paper.id, paper.file, (digests or {}).get(paper.id, ""), paper.title, paper.date, paper.date
            ),
        ),
        outcomes=tuple(Outcome(paper.id, one, NOT_FOUND, note) for one in amendment.instructions),
        states=(State(before.id, amendment.amends.date, before), State(paper.id, paper.date, after)),
        warnings=(problem("paper-missing", document=paper.file, missing=title + day),),
    )


def _document(amendment: Amendment, title: str, *, new: bool) -> Document:
    runs: list[Run] = []
    provisions: list[Provision] = []
    at = 0
    for instruction in amendment.instructions:
        words = NewWords(
            amendment.document.id,
            instruction.id,
            amendment.document.text.string,
            instruction.start,
            instruction.start,
        )
        label = f"[{_place(instruction)}]"
        piece = [
            Run(label + " ", words.document, words.start, words.start, instruction.id),
            *_words(amendment, instruction, new=new),
        ]
        length = sum(len(run.text) for run in piece)
        start, end = at, at + length
        body = start + len(label) + 1
        provisions.append(
            Provision(
                instruction.target.path or ("agreement",), "paragraph", label, start, start + len(label), None,
                start + len(label), start + len(label), start, end, min(body, end),
            )
        )  # fmt: skip
        runs.extend(piece)
        runs.append(Run("\n\n", words.document, words.start, words.start))
        at = end + 2
    return Document(
        id="fragments",
        file=amendment.document.file,
        text=TracedText.joined(runs),
        title=title,
        number=None,
        date=amendment.amends.date,
        provisions=tuple(provisions),
    )


def _place(instruction: Instruction) -> str:
    target = instruction.target
    term = f', "{target.term}"' if target.term else ""
    return f"{named(target.path)}{term}"


def _words(amendment: Amendment, instruction: Instruction, *, new: bool) -> Iterator[Run]:
    """The words that the instruction quotes as they were, or as they are to be."""
    held = instruction.new if new else instruction.old
    if held is None:
        return
    words = NewWords.of(
        held,
        document=amendment.document.id,
        instruction=instruction.id,
        paper=amendment.document.text.string,
        at=instruction.start,
    )
    for run in in_line(words):
        yield run if new else Run(run.text, run.document, run.start, run.end)
