"""Which papers the words of a block come from."""

from __future__ import annotations

from conformed.model.conformed import Conformed
from conformed.model.text import Run
from conformed.writing.account import paper_name, written_date
from conformed.writing.layout import Block

__all__ = ["Sources", "source_note"]


class Sources:
    """The papers behind a conformed copy, for notes on its blocks."""

    def __init__(self, conformed: Conformed) -> None:
        self.text = conformed.copy.text
        self.base = conformed.papers[0].id if conformed.papers else conformed.copy.id
        self._names = {paper.id: paper_name(conformed, paper.id) for paper in conformed.papers}
        self._effective = {paper.id: paper.effective for paper in conformed.papers}

    def foreign(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs in a slice of the copy that an instruction placed there, white space apart."""
        return tuple(
            run
            for run in self.text.runs_between(start, end)
            if run.instruction is not None and run.text.strip()
        )

    def marker(self, document: str, instruction: str | None) -> str:
        """An instruction with its paper, as short as it can be told: "Amendment No. 2, 2(b)"."""
        name = _short_name(self._names.get(document, document))
        return f"{name}, {instruction}" if instruction else name

    def words(self, document: str, instruction: str | None) -> str:
        """An instruction with its paper and the day it took effect, in words."""
        name = self._names.get(document, document)
        numbered = f", {instruction}" if instruction else ""
        effective = self._effective.get(document)
        since = f" (effective {written_date(effective)})" if effective else ""
        return f"{name}{numbered}{since}"


def _short_name(name: str) -> str:
    return name if len(name) <= 40 else name[:37].rstrip() + "..."


def source_note(sources: Sources, block: Block) -> str:
    """A note such as “From Amendment No. 2, 2(c)#1 (effective 1 November 2000)”; empty where nothing was changed."""
    named = dict.fromkeys(
        sources.words(run.document, run.instruction) for run in sources.foreign(block.start, block.end)
    )
    if not named:
        return ""
    whole = all(
        run.instruction is not None or not run.text.strip()
        for run in sources.text.runs_between(block.start, block.end)
    )
    return f"[{'From' if whole else 'In part from'} {'; '.join(named)}]"
