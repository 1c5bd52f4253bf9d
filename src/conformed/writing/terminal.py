"""Redline and blame for a terminal: in colour where it can be shown, in marks where it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.writing.account import paper_name, status_sentence
from conformed.writing.layout import DEEPEST, describe_path
from conformed.writing.redline import (
    INSERTED,
    KEPT,
    STRUCK,
    RedlineBlock,
    Segment,
    collapse_segments,
    redline_blocks,
)

__all__ = ["marked_words", "redline_text"]

Clean = Callable[[str], str]
_COLOURS = {INSERTED: "\x1b[4;32m", STRUCK: "\x1b[9;31m"}
_MARKS = {INSERTED: ("{+", "+}"), STRUCK: ("[-", "-]")}
_PLAIN = "\x1b[0m"
_BOLD = "\x1b[1m"


def _as_it_is(text: str) -> str:
    return text


def redline_text(
    conformed: Conformed,
    before: Document,
    after: Document,
    *,
    colour: bool = False,
    width: int = 80,
    everything: bool = False,
    clean: Clean = _as_it_is,
) -> str:
    """What leads from `before` to `after`: the changed paragraphs, each under its provision.

    Args:
        conformed: the chain that the two states belong to; names the papers.
        before: the older state.
        after: the newer state.
        colour: strike and underline with terminal codes, instead of `[-old-]{+new+}`.
        width: columns to fill.
        everything: print the unchanged paragraphs too.
        clean: applied to the papers' words before colours are put in.
    """
    lines = [clean(status_sentence(conformed))]
    where: object = None
    for entry in redline_blocks(before, after):
        if not entry.changed and not everything:
            continue
        if _place(entry) != where or not everything:
            where = _place(entry)
            heading = clean(_place_words(entry, conformed))
            lines.extend(["", f"{_BOLD}{heading}{_PLAIN}" if colour else heading])
        elif everything:
            lines.append("")
        depth = min(entry.block.depth, DEEPEST) if entry.block is not None else 0
        indent = " " * (2 + 2 * depth if everything else 2)
        found = collapse_segments(entry.segments)
        lines.extend(marked_words(found, colour=colour, width=width, indent=indent, clean=clean))
    if len(lines) == 1:
        lines.extend(["", "nothing changed"])
    return "\n".join(lines) + "\n"


def _place(entry: RedlineBlock) -> object:
    return (
        entry.block.provision.path if entry.block is not None and entry.block.provision is not None else None
    )


def _place_words(entry: RedlineBlock, conformed: Conformed) -> str:
    provision = entry.block.provision if entry.block is not None else None
    place = (
        (describe_path(provision.path) if provision.path else provision.kind)
        if provision is not None
        else "(struck)"
    )
    authors = dict.fromkeys(
        f"{paper_name(conformed, segment.document)} {segment.instruction}"
        for segment in entry.segments
        if segment.kind == INSERTED and segment.instruction
    )
    return f"{place}  ({'; '.join(authors)})" if authors else place


def marked_words(
    found: Sequence[Segment], *, colour: bool, width: int, indent: str = "", clean: Clean = _as_it_is
) -> Iterator[str]:
    """Lines of at most `width` columns, where a word fits, with each segment coloured or marked.

    >>> pieces = [Segment(KEPT, "in ", 0, "b", None), Segment(STRUCK, "30", 3, "b", None),
    ...           Segment(INSERTED, "45", 3, "a", "1"), Segment(KEPT, " days", 5, "b", None)]
    >>> list(marked_words(pieces, colour=False, width=40))
    ['in [-30-]{+45+} days']
    """
    line: list[tuple[str, str]] = []
    used = 0
    for word in _words(_with_marks(found, clean, colour)):
        size = sum(len(text) for _, text in word)
        if line and used + 1 + size > width - len(indent):
            yield indent + _painted(line, colour)
            line, used = [], 0
        if line:
            # the blank between two words of one segment is struck or underlined like them
            blank = line[-1][0] if line[-1][0] == word[0][0] else KEPT
            line.append((blank, " "))
            used += 1
        line.extend(word)
        used += size
    if line:
        yield indent + _painted(line, colour)


def _with_marks(found: Sequence[Segment], clean: Clean, colour: bool) -> Iterator[tuple[str, str]]:
    for segment in found:
        text = clean(segment.text)
        if segment.kind == KEPT or colour:
            yield segment.kind, text
            continue
        opening, closing = _MARKS[segment.kind]
        stripped = text.strip()
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        yield segment.kind, f"{lead}{opening}{stripped}{closing}{tail}"


def _words(pieces: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Words, each in parts of one kind: a word may be half struck."""
    word: list[tuple[str, str]] = []
    for kind, text in pieces:
        parts = text.split(" ")
        for index, part in enumerate(parts):
            if index and word:
                yield word
                word = []
            if part:
                word.append((kind, part))
    if word:
        yield word


def _painted(line: Sequence[tuple[str, str]], colour: bool) -> str:
    if not colour:
        return "".join(text for _, text in line)
    out: list[str] = []
    current = KEPT
    for kind, text in line:
        if kind != current:
            out.append((_PLAIN if current != KEPT else "") + _COLOURS.get(kind, ""))
            current = kind
        out.append(text)
    return "".join(out) + (_PLAIN if current != KEPT else "")
