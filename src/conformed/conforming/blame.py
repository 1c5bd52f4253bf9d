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
    laid = False  # whether white space laid anew for a gap in the paper ends the last run
    for run in document.text.runs_between(start, end):
        last = out[-1] if out else None
        if last is None:
            out.append(run)
        elif _is_one(last, run) and (last.end == run.start or (laid and run.start > last.end)):
            out[-1] = Run(last.text + run.text, last.document, last.start, run.end, last.instruction)
            laid = run.start == run.end and not run.text.strip()
        elif not run.text.strip():
            laid = run.start == run.end == last.end and _is_one(last, run)
            out[-1] = Run(last.text + run.text, last.document, last.start, last.end, last.instruction)
        elif not last.text.strip() and len(out) == 1:
            out[-1] = Run(last.text + run.text, run.document, run.start, run.end, run.instruction)
            laid = False
        else:
            out.append(run)
            laid = False
    return tuple(out)


def _is_one(last: Run, run: Run) -> bool:
    """Whether two runs are of one paper and instruction, both slices or both not."""
    if (last.document, last.instruction) != (run.document, run.instruction):
        return False
    return not run.text.strip() or (last.start == last.end) == (run.start == run.end)


def sources(document: Document, start: int, end: int) -> tuple[str, ...]:
    """The papers and instructions whose words stand there, in order: `base`, `amendment-2/2(c)#1`."""
    return tuple(dict.fromkeys(_source(run) for run in _worded(document, start, end)))


def _worded(document: Document, start: int, end: int) -> Iterator[Run]:
    for run in document.text.runs_between(start, end):
        if run.text.strip():
            yield run


def _source(run: Run) -> str:
    return f"{run.document}/{run.instruction}" if run.instruction else run.document
