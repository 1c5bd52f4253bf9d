"""Amendments made from the labels beside the labelled documents, so that conforming is tested alone."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

from conformed.conforming.matching import WordFinder
from conformed.model.document import Document
from conformed.model.instruction import Amendment, Amends, Effectiveness, Instruction, Scope, Target, Words
from conformed.reading import read
from conformed.structure import document_of
from conformed.structure.dates import find_dates

_EXPIRES = re.compile(r"expires on ([A-Z]\w+ \d+, \d{4})|from (\d+ \w+ \d{4}) [\w.]+ reads as before")


def labelled_amendment(paper: Path) -> Amendment:
    """The amendment in `paper` as its labels (`*.gold.json`) read it."""
    document = document_of(read(paper))
    labels = json.loads(paper.with_suffix(".gold.json").read_text())
    text = document.text.string
    finder = WordFinder(text)
    instructions = []
    at = 0
    for label in labels["instructions"]:
        at = _paragraph(text, label["id"], at)
        new = _words(finder, label.get("new"), at)
        old = _words(finder, label.get("old"), at)
        places = [words.start for words in (new, old) if words is not None and words.start is not None]
        place = min(places, default=at)
        instructions.append(_instruction(label, old, new, document, at, max(place, at)))
    effective = labels.get("effective")
    day = labels.get("date")
    return Amendment(
        document,
        Amends(labels["amends"].get("title"), _day(labels["amends"].get("date"))),
        Effectiveness(_day(effective) or _day(day)),
        tuple(instructions),
    )


def _paragraph(text: str, id: str, at: int) -> int:
    """Where the paragraph that prints the instruction's label begins, where that is plain."""
    head = re.match(r"[\w.]+", id)
    if head is None:
        return at
    name = (
        head[0].rsplit(".", 1)[-1]
        if re.match(r"[IVX]+\.\d", head[0]) and f"\n{head[0]}" not in text
        else head[0]
    )
    found = re.compile(rf"^[^\w\n]*(?:Section\s+)?{re.escape(name)}[.)\s]", re.M).search(text, at)
    return found.start() if found else at


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _words(finder: WordFinder, words: Any, at: int) -> Words | None:
    if words is None:
        return None
    starts, ends = (words["starts"], words["ends"]) if isinstance(words, dict) else (words, None)
    found = [*finder.exactly(starts, at), *finder.exactly(starts), *finder.loosely(starts, at)]
    if not found:
        cells = re.search(r"[\s|]+".join(map(re.escape, starts.split())), finder.text)
        return Words(starts, *cells.span()) if cells else Words(starts)
    start, end = found[0].start, found[0].end
    if ends is not None:
        closing = [*finder.exactly(ends, start), *finder.loosely(ends, start)]
        if not closing:
            raise ValueError(f"the end of the new words is not there: {ends}")
        end = closing[0].end
    return Words(" ".join(finder.text[start:end].split()), start, end)


def _instruction(
    label: Any, old: Words | None, new: Words | None, document: Document, start: int, place: int
) -> Instruction:
    target = label["target"]
    scope = target.get("scope")
    text = document.text.string
    end = text.find("\n\n", place)
    note = label.get("note") or ""
    expires = _EXPIRES.search(note)
    expiry = None
    if expires:
        expiry = next(iter(find_dates(expires[1] or expires[2]))).date
        expiry = expiry + dt.timedelta(days=1) if expires[1] else expiry
    since = re.search(r"takes effect on (\d{4}-\d\d-\d\d)", note)
    return Instruction(
        id=label["id"],
        action=label["action"],
        target=Target(
            tuple(target["path"]),
            target["unit"],
            target.get("term"),
            Scope(scope["unit"], tuple(scope["ordinals"])) if scope and scope.get("ordinals") else None,
            target.get("occurrence"),
            target.get("position"),
            target.get("anchor"),
        ),
        old=old,
        new=new,
        start=start,
        end=end if end > 0 else len(text),
        effective=_day(since[1]) if since else None,
        expires=expiry,
        conditions=("its condition",) if "on a condition" in note else (),
        agreement=label.get("document"),
    )
