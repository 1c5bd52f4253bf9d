"""Provisions by path, as drafters name them; items that are printed within a sentence.

Rules that this file must obey:

* The exact path first. Other ways are tried only where it finds nothing, and each can only name the same place in other
  words: a paragraph of a schedule is never looked for in the body, nor the other way round.
* An item within a sentence is a view made when asked for; the outline does not hold it.
"""

from __future__ import annotations

import re

from conformed.model.document import Document, Path, Provision
from conformed.structure.containers import CONTAINERS
from conformed.structure.labels import letter_number, roman_number
from conformed.structure.numbers import ordinal_from_words

__all__ = ["HEADED", "find_provisions", "inline_items", "release"]

_Index = dict[Path, tuple[Provision, ...]]

_NUMBERED = ("article", "part", "chapter", "section")
_MARK = re.compile(r"(?:(?<=\s)|(?<=\A))\((?P<label>[a-z]{1,2}|[A-Z]|[ivx]{1,5}|\d{1,2})\)(?=\s)")
_LAST = re.compile(r"[.](?=\s|$)")
_KEPT = 3
HEADED = "“"
"""How a part of a path begins that is the heading of a provision: `“term”`."""


def find_provisions(document: Document, path: Path) -> tuple[Provision, ...]:
    """The provisions that a path names.

    A part in quotation marks is a heading: `“term”` is the provision headed "Term".
    The exact path first; else the other ways in which drafters name the same place: "Part 4" of a paper that is itself
    the schedule, "Appendix A" without the schedule it belongs to, "Article 3" for `3`, "3.1(a)" for an item that is
    labelled so; last an item printed within a sentence (`inline_items`).

    Args:
        document: the paper or copy to look in.
        path: outermost first, as in `Provision.path`.

    Returns:
        Every provision that fits; none where nothing does, several where the name is not unique.
    """
    wanted = tuple(_plain(part) for part in path)
    if not wanted:
        return ()
    by_heading = next((place for place, part in enumerate(wanted) if part.startswith(HEADED)), None)
    if by_heading is not None:
        return _by_heading(document, wanted[: by_heading + 1], wanted[by_heading + 1 :])
    index = _by_path(document)
    for way in (_exact, _under_outer, _without_outer, _other_words, _joined):
        if found := way(index, wanted):
            return found
    if len(wanted) > 1:
        above = find_provisions(document, wanted[:-1])
        if len(above) == 1:
            return tuple(item for item in inline_items(document, above[0]) if item.path[-1] == wanted[-1])
    return ()


def _by_heading(document: Document, path: Path, below: Path) -> tuple[Provision, ...]:
    """What stands `below` a provision that is named by its heading, as it is printed in quotation marks: `“term”`."""
    above = find_provisions(document, path[:-1]) if path[:-1] else ()
    if path[:-1] and len(above) != 1:
        return ()
    name = _heading_words(path[-1])
    headed = tuple(
        provision
        for provision in (above[0].walk() if above else document.walk())
        if provision.heading and _heading_words(provision.heading) == name
    )
    if not below:
        return headed
    return find_provisions(document, (*headed[0].path, *below)) if len(headed) == 1 else ()


def _heading_words(printed: str) -> str:
    return " ".join(printed.lower().strip("“” .,:;–—-").split())


def inline_items(document: Document, provision: Provision) -> tuple[Provision, ...]:
    """The items that a provision's own words enumerate within a sentence: "shall (a) insure; and (b) repair".

    An item runs from its label to the next; the last one to the end of its sentence.
    """
    text = document.text.string
    stop = provision.children[0].start if provision.children else provision.end
    run: list[re.Match[str]] = []
    for match in _MARK.finditer(text, provision.body, stop):
        if not run and _begins(match["label"]):
            run = [match]
        elif run and _follows(run[-1]["label"], match["label"]):
            run.append(match)
    if len(run) < 2:
        return ()
    closing = _LAST.search(text, run[-1].end(), stop)
    ends = [*(match.start() for match in run[1:]), closing.end() if closing else stop]
    return tuple(_item(text, provision, match, end) for match, end in zip(run, ends, strict=True))


def _item(text: str, provision: Provision, match: re.Match[str], end: int) -> Provision:
    start, close = match.span()
    body = close + len(text[close:end]) - len(text[close:end].lstrip())
    last = start + len(text[start:end].rstrip())
    path = (*provision.path, match["label"].lower())
    return Provision(path, "item", match[0], start, close, None, close, close, start, last, min(body, last))


def _begins(label: str) -> bool:
    return label in ("a", "i", "1", "A", "x", "I")


def _follows(before: str, label: str) -> bool:
    if before.isdigit() and label.isdigit():
        return int(label) == int(before) + 1
    for number in (letter_number, roman_number):
        first, second = number(before), number(label)
        if first is not None and second == first + 1 and before.islower() == label.islower():
            return True
    return False


class _Held:
    """The index of a document, kept while the document lives."""

    def __init__(self) -> None:
        self._indexes: dict[int, _Index] = {}
        self._documents: list[Document] = []

    def of(self, document: Document) -> _Index:
        known = self._indexes.get(id(document))
        if known is not None:
            return known
        found: dict[Path, list[Provision]] = {}
        for provision in document.walk():
            found.setdefault(provision.path, []).append(provision)
        index = {path: tuple(provisions) for path, provisions in found.items()}
        self._indexes[id(document)] = index
        self._documents.append(document)
        if len(self._documents) > _KEPT:
            self._indexes.pop(id(self._documents.pop(0)), None)
        return index

    def release(self, document: Document) -> None:
        if self._indexes.pop(id(document), None) is not None:
            self._documents = [one for one in self._documents if one is not document]


_HELD = _Held()


def release(document: Document) -> None:
    """Let go of what is kept to find provisions of `document` fast; it is made again when next asked for."""
    _HELD.release(document)


def _by_path(document: Document) -> _Index:
    return _HELD.of(document)


def _exact(index: _Index, path: Path) -> tuple[Provision, ...]:
    return index.get(path, ())


def _under_outer(index: _Index, path: Path) -> tuple[Provision, ...]:
    """What stands under an outer part that the path leaves out."""
    whole = _word(path[0]) in CONTAINERS
    return tuple(
        provision
        for known, held in index.items()
        if len(known) > len(path)
        and known[-len(path) :] == path
        and _may_be_left_out(known[: -len(path)], whole)
        for provision in held
    )


def _may_be_left_out(parts: Path, before_container: bool) -> bool:
    return all(
        part in CONTAINERS or _word(part) in _NUMBERED or (before_container and _word(part) in CONTAINERS)
        for part in parts
    )


def _without_outer(index: _Index, path: Path) -> tuple[Provision, ...]:
    """What the path puts under an outer part that the paper does not print."""
    if len(path) < 2:
        return ()
    outer, rest = path[0], path[1:]
    nested = _word(outer) in CONTAINERS and _word(rest[0]) in CONTAINERS
    if nested or outer in CONTAINERS or _word(outer) in _NUMBERED:
        return _exact(index, rest) or _under_outer(index, rest) or _without_outer(index, rest)
    return ()


def _other_words(index: _Index, path: Path) -> tuple[Provision, ...]:
    """As "Article 3" for a part labelled "3.", and the other way round."""
    head = path[0].split(" ")
    if len(head) == 2 and head[0] in _NUMBERED:
        return _exact(index, (head[1], *path[1:]))
    for word in _NUMBERED:
        if found := _exact(index, (f"{word} {path[0]}", *path[1:])):
            return found
    return ()


def _joined(index: _Index, path: Path) -> tuple[Provision, ...]:
    """The same labels, parted elsewhere: `3.1.a` for `3.1`, `a`."""
    flat = _flat(path)
    return tuple(provision for known, held in index.items() if _flat(known) == flat for provision in held)


def _flat(path: Path) -> str:
    return ".".join(part.replace(" ", ".") for part in path)


def _plain(part: str) -> str:
    """A part of a path in lower case; `first schedule` is `schedule 1`."""
    words = part.lower().split(" ")
    if len(words) == 2 and words[1] in CONTAINERS and (place := ordinal_from_words(words[0])):
        return f"{words[1]} {place}"
    return " ".join(words)


def _word(part: str) -> str:
    return part.split(" ")[0]
