"""One exchange of words given in two items: "(a) deleting "ten" and (b) inserting "twelve" in lieu thereof".

Rules that this file must obey:

* What an item puts "in lieu thereof" takes the place of what the item right before it strikes, or of nothing at all.
* Where the two cannot be paired, neither half is carried out alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conformed.amending.drafts import NO_PAIRS
from conformed.amending.paper_reading import Found
from conformed.amending.paragraphs import Paragraph

__all__ = ["joined_halves"]

_IN_LIEU = re.compile(
    r"\bin\s+(?:the\s+)?(?:lieu|place|stead|substitution|replacement)\s+(?:and\s+stead\s+)?(?:thereof|therefor|of\s+(?:it|them|the\s+same)|of\s+(?:such|the|those|that)\s+\w+)\b"
    r"|\bin\s+(?:its|their)\s+(?:place|stead|lieu)\b|\bin\s+(?:replacement|substitution)\b|(?<=\s)there-?for\b",
    re.IGNORECASE,
)


def joined_halves(found: Sequence[Found], paragraphs: Sequence[Paragraph], voice: str) -> list[Found]:
    """The drafts, with what one item strikes and the next puts in its place made one substitution."""
    by_paragraph: dict[int, list[Found]] = {}
    for item in found:
        by_paragraph.setdefault(item.paragraph, []).append(item)
    joined: set[int] = set()
    for index, items in by_paragraph.items():
        before = by_paragraph.get(index - 1, [])
        if not before or not _are_siblings(paragraphs[index - 1], paragraphs[index]):
            continue
        put = items[0]
        struck = [item for item in before if item.draft.action == "repeal"]
        if not struck or not _puts_in_lieu(put, paragraphs[index], voice):
            continue
        words = {item.draft.old.text if item.draft.old else None for item in struck}
        places = {(item.draft.target.path, item.draft.target.term) for item in struck}
        if len(words) == 1 and struck == before and _same_places(items, places, put):
            for item in struck:
                item.draft.action, item.draft.new = "substitution", put.draft.new
            joined.update(id(item) for item in items if item.draft.new is put.draft.new)
            continue
        for item in (*struck, put):
            item.draft.uncertain = item.draft.uncertain or NO_PAIRS
    _doubt_lone_halves(by_paragraph, paragraphs, voice)
    return [item for item in found if id(item) not in joined]


def _doubt_lone_halves(
    by_paragraph: dict[int, list[Found]], paragraphs: Sequence[Paragraph], voice: str
) -> None:
    """Words put "in its place" where the paper's order to strike what stands there was not understood."""
    for index, items in by_paragraph.items():
        if len(items) > 1 or index - 1 in by_paragraph:
            continue
        draft = items[0].draft
        whole = draft.target.unit in ("words", "sentence") and draft.action == "insertion"
        if not whole or draft.new is None or draft.target.position or draft.target.anchor:
            continue
        if _IN_LIEU.search(voice, paragraphs[index].start, draft.end):
            draft.uncertain = draft.uncertain or NO_PAIRS


def _are_siblings(one: Paragraph, two: Paragraph) -> bool:
    return one.depth == two.depth > 0 and bool(one.labels and two.labels)


def _puts_in_lieu(item: Found, paragraph: Paragraph, voice: str) -> bool:
    """Whether an item puts words, at no place of their own, for what was struck before it."""
    draft = item.draft
    if draft.action != "insertion" or draft.target.unit != "words" or draft.new is None:
        return False
    if draft.target.position is not None or draft.target.anchor is not None:
        return False
    return _IN_LIEU.search(voice, draft.start, paragraph.end) is not None


def _same_places(items: Sequence[Found], places: set[tuple[tuple[str, ...], str | None]], put: Found) -> bool:
    """Whether the words are put where the words were struck, once for each place."""
    here = [item for item in items if item.draft.new == put.draft.new and item.draft.action == "insertion"]
    return {(item.draft.target.path, item.draft.target.term) for item in here} == places
