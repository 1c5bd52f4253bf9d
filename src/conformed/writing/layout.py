"""How a copy is laid out anew: blocks of running text or kept lines, each under its provision.

Rules that this file must obey:

* Every character of the copy that is not white space falls into exactly one block, in the order of the text.
* A block never crosses the border of a provision.
* Lines are kept where they carry meaning (tables, covers, signature blocks) and run together elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conformed.model.document import Document, Provision

__all__ = ["DEEPEST", "Block", "blocks", "describe_path", "wrapped"]

DEEPEST = 8
KEPT_KINDS = frozenset({"cover", "title", "signatures"})
HEADED_BY_LABEL = frozenset(
    {"part", "article", "schedule", "exhibit", "appendix", "annexure", "annex", "attachment", "addendum"}
)
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_COLUMN_GAP = re.compile(r"\S(?: {3,}|\t+ *)\S")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table of a copy.

    Attributes:
        provision: the innermost provision it belongs to; None between provisions.
        depth: 0 for an outermost provision.
        kind: `heading` (label and heading of a provision that has one), `words` or `lines` (line breaks are kept).
        opens: whether it is the first block of its provision.
        start: offset of its first character that is not white space, in the copy's text.
        end: offset behind its last.
    """

    provision: Provision | None
    depth: int
    kind: str
    opens: bool
    start: int
    end: int


def blocks(document: Document) -> Iterator[Block]:
    """The blocks of `document`, in order."""
    string = document.text.string
    at = 0
    for provision in document.provisions:
        if provision.start > at:
            yield from _paragraphs(string, None, 0, at, provision.start, first=False)
        yield from _of_provision(string, provision)
        at = max(at, provision.end)
    yield from _paragraphs(string, None, 0, at, len(string), first=False)


def _of_provision(string: str, outermost: Provision) -> Iterator[Block]:
    """Depth first without recursion: papers can nest labels thousands deep."""
    stack: list[tuple[Provision, int, int, int]] = [(outermost, 0, -1, outermost.start)]
    while stack:
        provision, depth, child, at = stack.pop()
        if child < 0:
            heading_end = _heading_end(string, provision)
            if heading_end > provision.start:
                yield Block(
                    provision, depth, "heading", True, *_trimmed(string, provision.start, heading_end)
                )
                at = heading_end
            child = 0
        opening = at == provision.start
        if child < len(provision.children):
            below = provision.children[child]
            yield from _paragraphs(string, provision, depth, at, max(below.start, at), first=opening)
            stack.append((provision, depth, child + 1, max(below.end, at)))
            stack.append((below, depth + 1, -1, max(below.start, at)))
        else:
            yield from _paragraphs(string, provision, depth, at, max(provision.end, at), first=opening)


def _heading_end(string: str, provision: Provision) -> int:
    """Where the words behind label and heading begin; the provision's start where it has no heading.

    A schedule or the like that has none is headed by its label.
    """
    if provision.kind in KEPT_KINDS:
        return provision.start
    if not provision.heading:
        return provision.label_end if provision.kind in HEADED_BY_LABEL else provision.start
    return min(max(provision.body, provision.heading_end), provision.end)


def _paragraphs(
    string: str, provision: Provision | None, depth: int, start: int, end: int, *, first: bool
) -> Iterator[Block]:
    at = start
    kept = provision is not None and provision.kind in KEPT_KINDS
    for gap in [*_BLANK_LINES.finditer(string, start, end), None]:
        stop = gap.start() if gap is not None else end
        words_start, words_end = _trimmed(string, at, stop)
        if words_start < words_end:
            tabular = _is_table(string, words_start, words_end)
            if kept and "\n" in string[words_start:words_end]:
                tabular = True
            yield Block(provision, depth, "lines" if tabular else "words", first, words_start, words_end)
            first = False
        if gap is not None:
            at = gap.end()


def _trimmed(string: str, start: int, end: int) -> tuple[int, int]:
    piece = string[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _is_table(string: str, start: int, end: int) -> bool:
    """Whether most lines show columns: two lines or more, with wide gaps or bars inside."""
    lines = string[start:end].split("\n")
    if len(lines) < 2:
        return False
    columned = sum(
        1
        for line in lines
        if line.lstrip().startswith("|") or _COLUMN_GAP.search(line) or not line.strip(" -=_|+:")
    )
    return columned * 3 >= len(lines) * 2


def describe_path(path: tuple[str, ...]) -> str:
    """A path as people write it.

    >>> describe_path(("7", "a")), describe_path(("schedule 1", "appendix a", "2"))
    ('7.a', 'schedule 1, appendix a, 2')
    """
    if not path:
        return "the whole"
    return (", " if any(" " in label for label in path) else ".").join(path)


def wrapped(text: str, width: int, *, indent: str = "") -> Iterator[str]:
    """Collapsed text in lines of at most `width` columns; a word is never parted, so a long one may stand out.

    In one pass, for papers may hold a line of many megabytes.

    >>> list(wrapped("Buyer shall pay within thirty days", 20, indent="  "))
    ['  Buyer shall pay', '  within thirty days']
    """
    room = width - len(indent)
    line: list[str] = []
    used = 0
    for word in text.split():
        if line and used + 1 + len(word) > room:
            yield indent + " ".join(line)
            line, used = [], 0
        used += len(word) + (1 if line else 0)
        line.append(word)
    if line:
        yield indent + " ".join(line)
