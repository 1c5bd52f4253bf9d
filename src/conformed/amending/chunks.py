"""An amendment's text cut into the pieces that paragraphs are made of, and the headings that name provisions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conformed.amending.labels import LINE_LABEL, MIDDLE_LABEL, Label, label_of, roman, successor

__all__ = ["Chunk", "chunks_of", "target_headings"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of text that may open a paragraph.

    Attributes:
        hard: whether it stands at the start of a paragraph as printed.
        bullet: the offset behind the bullet or dash that it is listed with, else 0.
    """

    start: int
    end: int
    label: Label | None
    hard: bool
    indent: int
    bullet: int = 0


_BULLET = re.compile(r"[•·▪◦‣●○*–-]\s+(?=\S)")
_GOES_ON = re.compile(r"\s+(?:becomes?|is|are|shall|to)\b")
_LINE = re.compile(r"[^\n]*(?:\n|$)")


def _breaks_at_newline(text: str, start: int, end: int) -> bool:
    """Whether the lines of this paper are paragraphs rather than pieces of them."""
    lines = [len(line.strip()) for line in text[start:end].split("\n") if line.strip()]
    return bool(lines) and sum(length > 120 for length in lines) * 12 > len(lines)


def chunks_of(text: str, start: int, end: int) -> list[Chunk]:
    """The text in pieces at blank lines, at lines that start with a label, and at labels behind a sentence's end."""
    paragraph_lines = _breaks_at_newline(text, start, end)
    cuts: list[tuple[int, Label | None, bool, int, int]] = []
    blank, previous, previous_indent = True, "", 0
    for line in _LINE.finditer(text, start, end):
        if line.start() == line.end():
            break
        words = line[0].strip()
        if not words:
            blank = True
            continue
        indent = len(line[0]) - len(line[0].lstrip())
        begin = line.start() + indent
        match = LINE_LABEL.match(text, line.start(), line.end())
        label = label_of(match, text) if match else None
        mark = _BULLET.match(text, begin, line.end())
        bullet = mark.end() if mark else 0
        if (
            mark
            and label is not None
            and ((label.printed[:1].isalpha() and " " in label.printed) or "." in label.bare)
        ) or (mark and label is not None and _GOES_ON.match(text, label.end, line.end())):
            label = None
        elif label is not None:
            bullet = 0
        hard = (
            blank
            or mark is not None
            or bool(
                re.search(r"(?:[.:;!?|]|[.;!?]['\"”’)\]]{1,3})$", previous)
                and (
                    (paragraph_lines and (words[0].isupper() or words[0] in "\"“'‘([|" or words[0].isdigit()))
                    or indent >= previous_indent + 3
                    or previous.endswith(":")
                )
            )
        )
        if hard or label is not None:
            cuts.append((label.start if label else begin, label, hard, indent, bullet))
        for middle in MIDDLE_LABEL.finditer(text, label.end if label else begin, min(line.end() + 40, end)):
            inner = label_of(middle, text)
            if inner is not None and inner.start < line.end():
                cuts.append((inner.start, inner, False, indent, 0))
        blank, previous = False, words
        previous_indent = indent if label is None else label.end - line.start() + 1 + _gap(text, label.end)
    chunks = []
    for index, (begin, label, hard, indent, bullet) in enumerate(cuts):
        stop = cuts[index + 1][0] if index + 1 < len(cuts) else end
        chunks.append(Chunk(begin, stop, label, hard, indent, bullet))
    return chunks


def _gap(text: str, at: int) -> int:
    """How many blanks stand between a label and what follows it."""
    return len(text[at : at + 20]) - len(text[at : at + 20].lstrip(" \t")) - 1


_HEADING = re.compile(
    r"(?P<noun>article|section|clause|part|appendix|schedule|exhibit|annexure|annex|attachment)\s+(?P<label>\d{1,3}|[IVXLC]{1,6}|[A-Z])"
    r"(?:\s*[-–—:;.]+\s*(?P<title>[^\n.;:]{0,70}))?\s*$",
    re.IGNORECASE,
)


_BEGINS_ORDER = re.compile(
    r"[ \t]+(?:delete|add|insert|change|strike|replace|substitute|revise|omit|renumber|amend|no\s+change"
    r"|in\s+(?:the\s+)?(?:\w+\s+(?:sentence|line|paragraph)|clause|sub-?paragraph|item))\b",
    re.IGNORECASE,
)


def _target_labels(text: str, chunks: list[Chunk]) -> dict[int, tuple[str, str]]:
    """The numbered paragraphs of a paper that bear the numbers of the provisions they change.

    So supplementary conditions are laid out: "4.2  Change ...", with the numbers of what is left alone skipped.
    """
    found: dict[int, tuple[str, str]] = {}
    last: tuple[int, ...] | None = None
    skips = 0
    for chunk in chunks:
        label = chunk.label
        if not chunk.hard or label is None or not label.readings[0][0].endswith("1.1"):
            continue
        if not _BEGINS_ORDER.match(text, label.end, chunk.end):
            continue
        value = label.readings[0][1]
        if last is not None and value != successor(last) and value != (*successor(last[:-1]), 1):
            skips += 1
        last = value
        found[chunk.start] = (label.printed, label.bare)
    return found if skips >= 2 else {}


def target_headings(text: str, chunks: list[Chunk]) -> dict[int, tuple[str, str]]:
    """The headings that name parts of the agreement: chunk start -> (label, part as in a path).

    An amendment's own articles count up from one; headings that begin elsewhere, or leave numbers out, are those of
    the agreement, under which the paper orders its changes.
    """
    found: dict[int, tuple[str, str]] = {}
    counts: dict[str, list[int]] = {}
    for chunk in chunks:
        if not chunk.hard or chunk.end - chunk.start > 200:
            continue
        line = text[chunk.start : chunk.end].strip()
        match = _HEADING.fullmatch(line)
        if match is None or not (line.isupper() or (match["title"] or "").istitle()):
            continue
        noun, label = match["noun"].lower(), match["label"]
        value = int(label) if label.isdigit() else roman(label)
        if value is not None:
            counts.setdefault(noun, []).append(value)
        found[chunk.start] = (f"{match['noun']} {label}", f"{noun} {label.lower()}")
    targets = _target_labels(text, chunks)
    if targets:
        return found | targets
    numbers = next((values for values in counts.values() if len(values) > 1), [])
    own = not numbers or numbers[0] == 1 or numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return {} if own else found
