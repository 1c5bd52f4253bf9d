"""Headings of schedules, exhibits, appendices, annexes, attachments and addenda.

Rules that this file must obey:

* Such a heading stands alone on its line, or is followed there by its own title; a sentence that begins with
  "Exhibit A" is no heading.
* One that has a name in place of a label ("IMPLEMENTATION SCHEDULE") stands in capitals in the middle of a line of its
  own, behind a page break or more than one empty line: otherwise it is a heading within what surrounds it.
* Nesting is what the heading says ("Appendix A to Schedule 1"), never guessed from the order of the pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conformed.structure.numbers import ordinal_from_words

__all__ = ["CONTAINERS", "ContainerHeading", "container_at"]

CONTAINERS = ("schedule", "exhibit", "appendix", "annexure", "annex", "attachment", "addendum")
"""The words that head a part with numbering of its own, lower case."""

_WORD = r"SCHEDULE|EXHIBIT|APPENDIX|ANNEXURE|ANNEX|ATTACHMENT|ADDENDUM|Schedule|Exhibit|Appendix|Annexure|Annex|Attachment|Addendum"
_NAME = (
    r"(?:No\.?[ ]{0,2}|NO\.?[ ]{0,2}|#[ ]?|NUMBER[ ]|Number[ ])?[\"“'‘]?(?P<name>\d{1,3}(?:\.\d{1,3})?(?:-?[A-Z](?![a-z]))?(?:[-–.]\d{1,3}[A-Z]?)?"
    r"|[A-Z]{1,2}(?:[-–.]?\d{1,3})?(?:[-–][A-Z0-9]{1,3})?(?![A-Za-z])|[IVXL]{1,6}(?:-[A-Z0-9])?(?![A-Za-z])|(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|One|Two|Three|Four|Five)(?![A-Za-z]))"
    r"(?P<tail>(?:\([A-Za-z0-9]{1,4}\)){0,4})[\"”'’]?"
)
_HEADING = re.compile(rf"[\[(]?(?P<word>{_WORD})(?:[ \t]{{1,6}}{_NAME})?(?![\w])[\])]?")
_NAMED = re.compile(
    r"(?:[A-Z][A-Z&'’-]{1,20}[ ]){1,4}(?P<word>SCHEDULE|APPENDIX|ANNEXURE|ANNEX|ATTACHMENT|ADDENDUM)"
)
_BEHIND = re.compile(r"[ \t]*(?:\n[ \t]*){2}")
_MIDDLE = 12  # blanks before a line that stands in the middle
_OUTER = re.compile(
    rf"[ \t]{{0,40}},?(?:\s{{0,200}})(?:TO|to|To|OF|of)[ \t]{{1,4}}(?:the[ ]|THE[ ])?(?P<word>{_WORD})[ \t]{{1,4}}{_NAME}"
)
_SENTENCE = re.compile(
    r"\b(?:is|are|shall|has|have|means|will|was|were|may|must|hereby|attached|hereto|sets|contains|includes)\b"
)
_NUMBERS = {
    word: str(at) for at, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}
_ORDERED = re.compile(
    r"(?:THE[ ]|The[ ])?(?P<order>FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH"
    rf"|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)[ \t]{{1,4}}(?P<word>{_WORD})(?![\w])"
)
_TITLED = re.compile(r"[ ]{0,3}[-–—:][ ]{0,3}[A-Z]")
_LONGEST = 160
_CAPITALS = re.compile(r"[ \t]+(?:[A-Z0-9&/,'’()-]{2,}[ ]){1,12}(?=[A-Z0-9])|[ \t]+(?=\[\*)")


@dataclass(frozen=True, slots=True)
class ContainerHeading:
    """A heading such as "APPENDIX A TO SCHEDULE 1".

    Attributes:
        kind: `schedule`, `exhibit`, `appendix`, `annexure`, `annex`, `attachment` or `addendum`.
        name: kind and label, lower case, as in paths: `appendix a`; `schedule` where it has no label.
        outer: what it says it belongs to, as in paths, or None.
        start, end: the label as printed.
        outer_end: offset behind what it says it belongs to, else `end`.
    """

    kind: str
    name: str
    outer: str | None
    start: int
    end: int
    outer_end: int


def container_at(text: str, start: int, end: int) -> ContainerHeading | None:
    """The heading in the line `start` to `end` of `text`, or None.

    >>> heading = container_at("APPENDIX A TO SCHEDULE 1", 0, 24)
    >>> heading.name, heading.outer
    ('appendix a', 'schedule 1')
    >>> container_at("Exhibit A is hereby deleted.", 0, 28) is None
    True
    """
    match = _HEADING.match(text, start, end)
    if match is None:
        return _ordered_at(text, start, end) or _named_at(text, start, end)
    word = match["word"]
    if match["name"] is None and (match.end() < end or not (word.isupper() or end - start == len(word))):
        return None
    if end - start > _LONGEST and match["name"] and word.isupper() and _TITLED.match(text, match.end()):
        end = match.end()
    if end - start > _LONGEST:
        end = _first_part(text, match.end(), end, word)
    outer = _OUTER.match(text, match.end())
    at = outer.end() if outer else match.end()
    rest = text[at : max(end, at)].strip() if at <= end else ""
    if not _is_heading(rest, word, outer is not None):
        return None
    return ContainerHeading(
        word.lower(),
        _name(word, match["name"], match["tail"]),
        _name(outer["word"], outer["name"], outer["tail"]) if outer else None,
        start,
        match.end(),
        at,
    )


def _ordered_at(text: str, start: int, end: int) -> ContainerHeading | None:
    """As "THE FIRST SCHEDULE", which is schedule 1."""
    match = _ORDERED.match(text, start, end)
    if match is None or not _is_heading(text[match.end() : end].strip(), match["word"], False):
        return None
    name = f"{match['word'].lower()} {ordinal_from_words(match['order'])}"
    return ContainerHeading(match["word"].lower(), name, None, start, match.end(), match.end())


def _named_at(text: str, start: int, end: int) -> ContainerHeading | None:
    match = _NAMED.fullmatch(text, start, end)
    if match is None:
        return None
    above = text[max(0, start - 400) : start]
    blank = above[len(above.rstrip()) :]
    if blank.count("\n") < 3 or len(blank) - blank.rfind("\n") <= _MIDDLE or not _BEHIND.match(text, end):
        return None
    return ContainerHeading(match["word"].lower(), match[0].lower(), None, start, end, end)


def _first_part(text: str, at: int, end: int, word: str) -> int:
    """Where the heading ends in a line that lost its breaks: at a run of blanks, or behind its words in capitals."""
    run = re.compile(r"\S[ \t]{2,}(?=\S)").search(text, at, min(end, at + _LONGEST))
    first = re.compile(r"[ \t]{2,}(?=\S)").match(text, at, end)
    if word.isupper() and first:
        title = run.start() + 1 if run else at
        return title if not text[at:title].strip() or _is_heading(text[at:title].strip(), word, False) else at
    capitals = _CAPITALS.match(text, at, end)
    return capitals.end() if word.isupper() and capitals else end


def _name(word: str, name: str | None, tail: str | None) -> str:
    if not name:
        return word.lower()
    bare = name.lower()
    return f"{word.lower()} {_NUMBERS.get(bare, bare)}{(tail or '').lower()}"


def _is_heading(rest: str, word: str, nested: bool) -> bool:
    if not rest:
        return True
    if rest[-1] in ";," or re.match(r"\([a-z]", rest):
        return False
    if len(rest) > _LONGEST or rest[0] in ",;)" or rest[0].islower():
        return rest.lower().startswith("to ") and len(rest) <= _LONGEST and not _SENTENCE.search(rest)
    if rest.endswith((".", ";", ",")) and not rest.isupper() and len(rest) > 60:
        return False
    marked = rest[0] in "-–—:.([" or word.isupper() or nested
    return not _SENTENCE.search(rest) and (marked or len(rest.split()) <= 12)
