"""Views of a document, made when asked for: collapsed text, sentences, lines, paragraphs, rows.

All spans are offsets into `document.text.string`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from conformed.model.document import Document, Provision
from conformed.structure.containers import CONTAINERS
from conformed.structure.layout import lines_are_paragraphs

__all__ = ["collapsed", "lines", "paragraphs", "rows", "sentences"]

Spans = tuple[tuple[int, int], ...]

_SPACE = re.compile(r"\s+")
_HYPHEN = re.compile(r"(?<=[A-Za-z])-[ \t]*\n\s*(?=[a-z])")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\u00ad]")
_PAD_OPEN = re.compile(r"(?<=[“(\[])\s+")
_PAD_CLOSE = re.compile(r"\s+(?=[”)\],;])")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_LINE_END = re.compile(r"\n")
_MARGIN = 400
_PREFIXES = frozenset(
    "non self co pre re sub multi anti semi cross well ex pro inter intra long short full part half year day month week".split()
)


def collapsed(document: Document, start: int, end: int) -> str:
    """The text from `start` to `end` with white space collapsed and words that were divided at line ends joined.

    A hyphen at a line end is kept where the word is written with one elsewhere in the paper, and dropped where it is
    written without; where neither tells, it is kept.
    """
    whole = document.text.string
    text = whole[start:end]
    if "-" in text and "\n" in text:
        text = _HYPHEN.sub(lambda match: _hyphen(whole, text, match), text)
    text = _INVISIBLE.sub("", text) if not text.isascii() else text
    text = _SPACE.sub(" ", text).strip()
    return _PAD_CLOSE.sub("", _PAD_OPEN.sub("", text))


def _hyphen(whole: str, text: str, match: re.Match[str]) -> str:
    head = re.search(r"[A-Za-z]+$", text[max(0, match.start() - 40) : match.start()])
    tail = re.match(r"[a-z]+", text[match.end() : match.end() + 40])
    if head is None or tail is None:
        return "-"
    words = _vocabulary(whole)
    first, second = head[0].lower(), tail[0]
    if f"{first}-{second}" in words or first in _PREFIXES:
        return "-"
    return "" if first + second in words else "-"


@lru_cache(maxsize=8)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def sentences(document: Document, provision: Provision) -> Spans:
    """The sentences of a provision's words, label and heading left out, sub-provisions included."""
    from conformed.structure.sentence_guards import sentence_spans

    return tuple(sentence_spans(document.text.string, provision.body, provision.end))


def lines(document: Document, provision: Provision) -> Spans:
    """The printed lines of a provision, from its label to its end; empty lines are not counted.

    The heading of a schedule, exhibit and so on stands above its lines and is not counted either.
    """
    text = document.text.string
    if provision.path and provision.path[-1].split(" ")[0] in CONTAINERS:
        return tuple(_filled(text, provision.body, provision.end, _LINE_END))
    reach = max(0, provision.start - _MARGIN)
    start = text.rfind("\n", reach, provision.start) + 1 or reach
    if text[start : provision.start].strip():
        start = provision.start
    return tuple(_filled(text, start, provision.end, _LINE_END))


def paragraphs(document: Document, provision: Provision) -> Spans:
    """The unnumbered paragraphs of a provision: its words parted at empty lines; what stands under a label of its own
    is none of them.
    """
    text = document.text.string
    parted = _LINE_END if lines_are_paragraphs(text) else _PARAGRAPH
    spans: list[tuple[int, int]] = []
    at = provision.body
    for child in provision.children:
        spans.extend(_filled(text, at, child.start, parted))
        at = child.end
    spans.extend(_filled(text, at, provision.end, parted))
    return tuple(spans)


def _filled(text: str, start: int, end: int, parted: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = start
    for match in [*parted.finditer(text, start, end), None]:
        stop = match.start() if match else end
        piece = text[at:stop]
        words = piece.strip()
        if words:
            lead = len(piece) - len(piece.lstrip())
            yield at + lead, at + lead + len(words)
        at = match.end() if match else end


_COLUMNS = re.compile(r"\S[ \t]{2,}\S|\t|\|")
_RULE = re.compile(r"[\s|:=_+-]*$")


def rows(document: Document, provision: Provision) -> Spans:
    """The rows of the tables in a provision, headings and rules left out."""
    text = document.text.string
    found: list[tuple[int, int]] = []
    block: list[tuple[int, int, bool]] = []
    last = None
    for start, end in _filled(text, provision.body, provision.end, _LINE_END):
        gap = last is not None and text.count("\n", last, start) > 1
        if gap or not _COLUMNS.search(text, start, end):
            found.extend(_rows_of(text, block))
            block = []
        if _COLUMNS.search(text, start, end) or (_RULE.match(text, start, end) and block):
            block.append((start, end, _RULE.match(text, start, end) is not None))
        last = end
    found.extend(_rows_of(text, block))
    return tuple(found)


def _rows_of(text: str, block: list[tuple[int, int, bool]]) -> list[tuple[int, int]]:
    rules = [at for at, (_, _, rule) in enumerate(block) if rule]
    filled = [(start, end) for start, end, rule in block if not rule]
    if len(filled) < 2:
        return []
    if rules and 0 < rules[0] <= 2:
        return [(start, end) for start, end, rule in block[rules[0] + 1 :] if not rule]
    return filled[1:] if not any(c.isdigit() for c in text[filled[0][0] : filled[0][1]]) else filled
