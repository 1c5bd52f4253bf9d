"""Who wrote each word: printed like `git blame`, with paper, date and instruction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conformed.conforming import blame
from conformed.model.conformed import Conformed
from conformed.model.document import Path, Provision
from conformed.writing.layout import Block, blocks, describe_path, wrapped

__all__ = ["blame_text"]

NARROWEST_TEXT = 30


@dataclass(frozen=True, slots=True)
class _Columns:
    paper: int
    instruction: int


def blame_text(conformed: Conformed, *, only: Provision | None = None, width: int = 100) -> str:
    """Each stretch of words with its paper, that paper's date and the instruction that placed it.

    Args:
        conformed: the copy.
        only: a provision of the copy; with what stands under it.
        width: columns to fill.
    """
    copy = conformed.copy
    dates = {paper.id: paper.date.isoformat() if paper.date else "undated" for paper in conformed.papers}
    runs = copy.text.runs
    columns = _Columns(
        max([len(run.document) for run in runs] or [0]),
        max([len(run.instruction or "") for run in runs] or [0]),
    )
    lines: list[str] = []
    where: Path | None = None
    for block in blocks(copy):
        if only is not None and not only.start <= block.start < only.end:
            continue
        path = block.provision.path if block.provision is not None else ()
        if path != where:
            where = path
            lines.extend(["", _heading(block)] if lines else [_heading(block)])
        lines.extend(_block_lines(conformed, block, dates, columns, width))
    return "\n".join(lines) + "\n"


def _heading(block: Block) -> str:
    if block.provision is None:
        return "(between provisions)"
    return describe_path(block.provision.path) if block.provision.path else f"({block.provision.kind})"


def _block_lines(
    conformed: Conformed, block: Block, dates: dict[str, str], columns: _Columns, width: int
) -> Iterator[str]:
    for run in blame(conformed.copy, block.start, block.end):
        margin = (
            f"{run.document:<{columns.paper}}  {dates.get(run.document, ''):<10}  "
            f"{run.instruction or '':<{columns.instruction}}  "
        )
        room = max(width - len(margin), NARROWEST_TEXT)
        for index, line in enumerate(wrapped(run.text, room)):
            yield (margin if index == 0 else " " * len(margin)) + line
