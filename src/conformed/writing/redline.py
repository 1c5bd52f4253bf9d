"""What changed between two states of an agreement, as segments that any format can show.

A redline is the new state's blocks, each cut into segments that are kept, inserted or struck; struck words stand where
they stood, before what was put in their place. Both texts can be told from it: the segments that are kept or struck
are the old text, those that are kept or inserted the new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conformed.conforming import unchanged
from conformed.model.document import Document
from conformed.model.text import Run, TracedText
from conformed.writing.layout import Block, blocks

__all__ = [
    "INSERTED",
    "KEPT",
    "STRUCK",
    "RedlineBlock",
    "Segment",
    "collapse_segments",
    "redline_blocks",
    "redline_record",
    "segments",
]

KEPT, INSERTED, STRUCK = "kept", "inserted", "struck"
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive characters with one fate.

    Attributes:
        kind: `kept`, `inserted` or `struck`.
        text: the characters.
        at: the offset in the new text where they stand, or stood.
        document: the paper that holds them (kept, inserted), or whose words they were (struck).
        instruction: the instruction that put them there, or None.
    """

    kind: str
    text: str
    at: int
    document: str
    instruction: str | None


@dataclass(frozen=True, slots=True)
class RedlineBlock:
    """A block of the new text with what was struck in it; `block` is None for words struck between two blocks."""

    block: Block | None
    segments: tuple[Segment, ...]

    @property
    def changed(self) -> bool:
        """Whether anything but white space was inserted or struck here."""
        return any(segment.kind != KEPT and segment.text.strip() for segment in self.segments)


def segments(before: TracedText, after: TracedText) -> tuple[Segment, ...]:
    """The segments that lead from `before` to `after`, in order, what was struck before what was put in its place.

    Neighbours of one kind and origin are one.
    """
    found: list[Segment] = []
    old = new = 0
    ends = (len(before.string), len(after.string), 0)
    for old_start, new_start, length in (*unchanged(before, after), ends):
        for run in before.runs_between(old, old_start):
            _add(found, STRUCK, run, new)
        at = new
        for run in after.runs_between(new, new_start):
            _add(found, INSERTED, run, at)
            at += len(run.text)
        at = new_start
        for run in after.runs_between(new_start, new_start + length):
            _add(found, KEPT, run, at)
            at += len(run.text)
        old, new = old_start + length, new_start + length
    return tuple(found)


def _add(found: list[Segment], kind: str, run: Run, at: int) -> None:
    last = found[-1] if found else None
    if last is not None and (last.kind, last.document, last.instruction) == (
        kind,
        run.document,
        run.instruction,
    ):
        found[-1] = Segment(kind, last.text + run.text, last.at, run.document, run.instruction)
    elif run.text:
        found.append(Segment(kind, run.text, at, run.document, run.instruction))


def redline_blocks(before: Document, after: Document) -> Iterator[RedlineBlock]:
    """The blocks of `after` with what was inserted and struck."""
    pieces = list(segments(before.text, after.text))
    index = 0
    for block in blocks(after):
        inside: list[Segment] = []
        between: list[Segment] = []
        while index < len(pieces):
            segment = pieces[index]
            if segment.kind == STRUCK:
                if segment.at >= block.end:
                    break
                (between if segment.at < block.start else inside).append(segment)
                index += 1
                continue
            stop = segment.at + len(segment.text)
            low, high = max(segment.at, block.start), min(stop, block.end)
            if low < high:
                inside.append(_cut(segment, low, high))
            if stop > block.end:
                break
            index += 1
        yield from _between(between)
        yield RedlineBlock(block, tuple(inside))
    yield from _between([segment for segment in pieces[index:] if segment.kind == STRUCK])


def _between(struck: list[Segment]) -> Iterator[RedlineBlock]:
    if any(segment.text.strip() for segment in struck):
        yield RedlineBlock(None, tuple(struck))


def _cut(segment: Segment, low: int, high: int) -> Segment:
    text = segment.text[low - segment.at : high - segment.at]
    return Segment(segment.kind, text, low, segment.document, segment.instruction)


def collapse_segments(found: Sequence[Segment]) -> list[Segment]:
    """The segments of running text with white space collapsed, none of it lost between two words.

    A change of white space alone is no change.
    """
    out: list[Segment] = []
    for segment in found:
        text = _SPACE.sub(" ", segment.text)
        if text == " " and segment.kind != KEPT:
            if segment.kind == STRUCK:
                continue
            segment = Segment(KEPT, text, segment.at, segment.document, segment.instruction)
        if not out:
            text = text.lstrip()
        elif text.startswith(" ") and out[-1].text.endswith(" ") and out[-1].kind == segment.kind:
            text = text[1:]
        if text:
            out.append(Segment(segment.kind, text, segment.at, segment.document, segment.instruction))
    if out:
        last = out[-1]
        out[-1] = Segment(last.kind, last.text.rstrip(), last.at, last.document, last.instruction)
    return [segment for segment in out if segment.text]


def redline_record(before: Document, after: Document) -> dict[str, object]:
    """`redline --json`: the changed blocks, each with its provision's path and its segments.

    The texts of the segments are those of the papers, line breaks and all; `start` counts in the newer text.
    """
    changes = [
        {
            "path": list(entry.block.provision.path)
            if entry.block is not None and entry.block.provision is not None
            else None,
            "segments": [
                {
                    "kind": segment.kind,
                    "text": segment.text,
                    "document": segment.document,
                    "instruction": segment.instruction,
                    "start": segment.at,
                }
                for segment in entry.segments
            ],
        }
        for entry in redline_blocks(before, after)
        if entry.changed
    ]
    return {"from": before.id, "to": after.id, "changes": changes}
