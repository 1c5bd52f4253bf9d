"""Who wrote each word: the runs of a provision."""

from __future__ import annotations

from collections.abc import Iterator

from conformed.model.document import Document
from conformed.model.text import Run

__all__ = ["blame", "sources"]


def blame(document: Document, start: int, end: int) -> tuple[Run, ...]:
    """The runs of a stretch of a copy, white space that stands in no paper joined to the run beside it.

    A joined run's text and slice are equal but for white space; a run of white space alone belongs to its neighbour.
    """
    out: list[Run] = []
    for run in document.text.runs_between(start, end):
        if out and _continues(out[-1], run):
            last = out[-1]
            behind = max(last.end, run.end) if run.start < run.end else last.end
            out[-1] = Run(last.text + run.text, last.document, last.start, behind, last.instruction)
        elif out and not run.text.strip():
            last = out[-1]
            out[-1] = Run(last.text + run.text, last.document, last.start, last.end, last.instruction)
        elif out and not out[-1].text.strip() and len(out) == 1:
            out[-1] = Run(out[-1].text + run.text, run.document, run.start, run.end, run.instruction)
        else:
            out.append(run)
    return tuple(out)


def _continues(last: Run, run: Run) -> bool:
    """Whether `run` goes on where `last` ends, but for white space laid anew between them."""
    if (last.document, last.instruction) != (run.document, run.instruction):
        return False
    if run.start == run.end:
        return not run.text.strip()
    if last.start == last.end:
        return False
    gap = len(last.text) - len(last.text.rstrip())
    return last.end == run.start or (gap > 0 and 0 <= run.start - last.end <= 400)


def sources(document: Document, start: int, end: int) -> tuple[str, ...]:
    """The papers and instructions whose words stand there, in order: `base`, `amendment-2/2(c)#1`."""
    return tuple(dict.fromkeys(_source(run) for run in _worded(document, start, end)))


def _worded(document: Document, start: int, end: int) -> Iterator[Run]:
    for run in document.text.runs_between(start, end):
        if run.text.strip():
            yield run


def _source(run: Run) -> str:
    return f"{run.document}/{run.instruction}" if run.instruction else run.document
