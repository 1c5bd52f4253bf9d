"""Views of a document, made when asked for: collapsed text, sentences, lines, paragraphs, rows, provisions by path.

All spans are offsets into `document.text.string`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from conformed.model.document import Document, Path, Provision
from conformed.structure.containers import CONTAINERS

__all__ = ["collapsed", "find_provisions", "lines", "paragraphs", "rows", "sentences"]

Spans = tuple[tuple[int, int], ...]

_SPACE = re.compile(r"\s+")
_HYPHEN = re.compile(r"(?<=[A-Za-z])-[ \t]*\n\s*(?=[a-z])")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\u00ad]")
_PAD_OPEN = re.compile(r"(?<=[“(\[])\s+")
_PAD_CLOSE = re.compile(r"\s+(?=[”)\],;])")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
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
    """The printed lines of a provision, from its label to its end; empty lines are not counted."""
    text = document.text.string
    start = text.rfind("\n", 0, provision.start) + 1
    if text[start : provision.start].strip():
        start = provision.start
    return tuple(_filled(text, start, provision.end, re.compile(r"\n")))


def paragraphs(document: Document, provision: Provision) -> Spans:
    """The unnumbered paragraphs of a provision: its words parted at empty lines; what stands under a label of its own
    is none of them."""
    text = document.text.string
    spans: list[tuple[int, int]] = []
    at = provision.body
    for child in provision.children:
        spans.extend(_filled(text, at, child.start, _PARAGRAPH))
        at = child.end
    spans.extend(_filled(text, at, provision.end, _PARAGRAPH))
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
    for start, end in _filled(text, provision.body, provision.end, re.compile(r"\n")):
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


_CONTAINER_WORDS = (*CONTAINERS, "part", "article", "chapter")


def find_provisions(document: Document, path: Path) -> tuple[Provision, ...]:
    """The provisions that a path names.

    The exact path first; else, where that finds nothing, the ways in which drafters name the same place: containers
    left out or added at the front, "article 3" for `3`, `3.1` `a` for an item printed "3.1(a)".

    Args:
        path: outermost first, as in `Provision.path`.

    Returns:
        Every provision that fits; none where nothing does, several where the name is not unique.
    """
    wanted = tuple(part.lower() for part in path)
    index = _by_path(document)
    exact = index.get(wanted)
    if exact:
        return tuple(exact)
    for tolerant in (_suffix, _without_containers, _other_words, _joined):
        found = tolerant(index, wanted)
        if found:
            return found
    return ()


@lru_cache(maxsize=16)
def _index_of(key: int, document: Document) -> dict[Path, list[Provision]]:
    index: dict[Path, list[Provision]] = {}
    for provision in document.walk():
        index.setdefault(provision.path, []).append(provision)
    return index


_INDEXES: dict[int, tuple[Document, dict[Path, list[Provision]]]] = {}


def _by_path(document: Document) -> dict[Path, list[Provision]]:
    held = _INDEXES.get(id(document))
    if held is not None and held[0] is document:
        return held[1]
    index: dict[Path, list[Provision]] = {}
    for provision in document.walk():
        index.setdefault(provision.path, []).append(provision)
    if len(_INDEXES) >= 16:
        _INDEXES.pop(next(iter(_INDEXES)))
    _INDEXES[id(document)] = (document, index)
    return index


def _suffix(index: dict[Path, list[Provision]], path: Path) -> tuple[Provision, ...]:
    found = [held for known, held in index.items() if len(known) > len(path) and known[-len(path) :] == path]
    return tuple(provision for held in found for provision in held) if path else ()


def _without_containers(index: dict[Path, list[Provision]], path: Path) -> tuple[Provision, ...]:
    if len(path) > 1 and path[0].split(" ")[0] in _CONTAINER_WORDS:
        shorter = path[1:]
        return tuple(index.get(shorter, ())) or _suffix(index, shorter) or _without_containers(index, shorter)
    return ()


def _other_words(index: dict[Path, list[Provision]], path: Path) -> tuple[Provision, ...]:
    if not path:
        return ()
    head = path[0].split(" ")
    if len(head) == 2 and head[0] in ("article", "part", "chapter"):
        return tuple(index.get((head[1], *path[1:]), ()))
    for word in ("article", "part", "section"):
        found = index.get((f"{word} {path[0]}", *path[1:]))
        if found:
            return tuple(found)
    return ()


def _joined(index: dict[Path, list[Provision]], path: Path) -> tuple[Provision, ...]:
    flat = _flat(path)
    return tuple(provision for known, held in index.items() if _flat(known) == flat for provision in held)


def _flat(path: Path) -> str:
    return ".".join(part.replace(" ", ".") for part in path)
