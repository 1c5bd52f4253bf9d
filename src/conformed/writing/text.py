"""The conformed copy as plain text, laid out anew: indented by depth, wrapped, tables and signatures as filed."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent, wrap

from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.structure.views import collapsed
from conformed.writing.account import account_lines, status_sentence
from conformed.writing.layout import DEEPEST, Block, blocks, wrapped

__all__ = ["copy_text", "document_text"]

WIDTH = 78
STEP = 3


def copy_text(conformed: Conformed, *, width: int = WIDTH) -> str:
    """The conformed copy, with a first line that says through which paper, and the account of it at the end."""
    head = wrap(status_sentence(conformed), width)
    body = document_text(conformed.copy, width=width)
    foot = [
        line
        for entry in account_lines(conformed)
        for line in (wrap(entry, width, subsequent_indent="    ") or [""])
    ]
    return "\n".join([*head, "", body.rstrip("\n"), "", "-" * width, *foot]) + "\n"


def document_text(document: Document, *, width: int = WIDTH) -> str:
    """A document laid out as plain text: every word of it, in order, and nothing else."""
    paragraphs = ["\n".join(_lines(document, block, width)) for block in blocks(document)]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def _lines(document: Document, block: Block, width: int) -> Iterator[str]:
    indent = " " * (STEP * min(block.depth, DEEPEST))
    if block.kind == "lines":
        yield from kept_lines(document, block)
        return
    words = collapsed(document, block.start, block.end)
    yield from wrapped(words, max(width, len(indent) + 30), indent=indent)


def kept_lines(document: Document, block: Block) -> list[str]:
    """The lines of a table, cover or signature block as filed, moved to the left margin together."""
    string = document.text.string
    line_start = string.rfind("\n", 0, block.start) + 1
    if string[line_start : block.start].strip():
        line_start = block.start
    piece = " " * (block.start - line_start) + string[block.start : block.end]
    return [line.rstrip() for line in dedent(piece.expandtabs()).split("\n")]
