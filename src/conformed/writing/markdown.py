"""The conformed copy as Markdown (CommonMark): headings follow the contract, labels stay as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.structure.views import collapsed
from conformed.writing.account import account_lines, status_sentence
from conformed.writing.layout import Block, blocks
from conformed.writing.provenance import Sources, source_note
from conformed.writing.text import kept_lines

__all__ = ["copy_markdown", "plain"]

_MARKS = re.compile(r"([\\`*_\[\]<>|~&])")
_OPENING = re.compile(r"^(\s*)(?:([#+\-=])|(\d+)([.)]))")


def plain(text: str) -> str:
    r"""Text escaped so that Markdown shows it as it is.

    >>> print(plain("1. [TEXT DELETED] *sic*"))
    1\. \[TEXT DELETED\] \*sic\*
    """
    escaped = _MARKS.sub(r"\\\1", text)
    return _OPENING.sub(
        lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}", escaped
    )


def copy_markdown(conformed: Conformed) -> str:
    """The conformed copy as Markdown, changed paragraphs with a note that names the instruction."""
    document = conformed.copy
    title = document.title or document.id
    parts = [f"# {plain(title)}", f"> {plain(status_sentence(conformed))}"]
    sources = Sources(conformed)
    for block in blocks(document):
        parts.extend(_block(document, block))
        note = source_note(sources, block)
        if note:
            parts.append(f"*{plain(note)}*")
    account = (f"- {plain(line.strip())}" for line in account_lines(conformed) if line.strip())
    parts.extend(["---", "## How this copy was made", "\n".join(account)])
    return "\n\n".join(parts) + "\n"


def _block(document: Document, block: Block) -> Iterator[str]:
    if block.kind == "lines":
        body = "\n".join(kept_lines(document, block))
        fence = "`" * max(3, max((len(run) for run in re.findall(r"`+", body)), default=0) + 1)
        yield f"{fence}text\n{body}\n{fence}"
        return
    text = plain(collapsed(document, block.start, block.end))
    yield f"{'#' * min(block.depth + 2, 6)} {text}" if block.kind == "heading" else text
