"""The opening words of an agreement: "THIS AGREEMENT is made as of the 1st day of May, 2001, by and between ...".

What stands before it is the cover; what follows is the recitals or the first section.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conformed.terms.words import Words

__all__ = ["Opening", "opening_of"]

PAPER = (
    r"(?:agreements?|contracts?|amendment|addendum|supplement|(?:sub-?|under)?lease|tenancy|licen[cs]e|deed|indenture|memorandum|letter|"
    r"terms and conditions|schedule|covenant|settlement|undertaking|instrument|guaranty|guarantee|endorsement)"
)
_MADE = re.compile(
    r"\b(?:made|entered|executed|dated|signed|concluded|effective|between|among(?:st)?|agree|confirms?|set forth|"
    r"sets forth)\b",
    re.IGNORECASE,
)
_THIS = re.compile(
    rf"\b(?:THIS|This|THE PRESENT|The present|These|THESE|The following document)\b[^.]{{0,160}}?\b(?i:{PAPER})\b"
    rf"|\b(?i:{PAPER})\b(?! Effective Date| Number| No)[^.]{{0,60}}?,? (?i:(?:is )?(?:made|entered|dated|effective(?! date)|executed))\b"
    rf"|(?:(?<=[.:\]] )|^|(?<=\n))(?i:{PAPER}) (?i:made|entered|dated|effective(?! date))\b",
)
_BETWEEN = re.compile(
    r"\b(?:between|among(?:st)?|parties|party|(?:into|made|executed) by)\b|\(\s?(?:the |hereinafter )?\"",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\b(?:WHEREAS|W ?I ?T ?N ?E ?S ?S ?E ?T ?H|RECITALS?|R ?E ?C ?I ?T ?A ?L ?S|BACKGROUND|Background|Recitals?|Whereas|"
    r"NOW,? THEREFORE|Now,? therefore|Witnesseth|PREMISES|Preliminary Statement|PRELIMINARY STATEMENTS?|"
    r"(?:hereby )?(?:agree|covenant)s? (?:as follows|that)|(?:It is|IT IS) (?:hereby |HEREBY )?(?:understood|agreed|AGREED|UNDERSTOOD)|DEFINITIONS|Definitions|ARTICLE (?:1|I|ONE)|Article (?:1|I)|SECTION 1|Section 1)\b"
    r"|\s(?:1|I|A)[.)]\s(?=[A-Z(])"
)
_OF_ANOTHER = re.compile(
    r"\b(?:an?|the|this|that|such|said|certain|following|each|any|every|other|existing|another|prior)"
    r"(?: contract\(s\):)?(?: [a-z]+){0,2}(?: (?:[A-Z&(][\w&'/,-]*|of|and|for|to))* $"
)
_SPEAKS = re.compile(
    r",? (?:supersedes?|shall|will|may|constitutes?|appl(?:y|ies)|includ(?:es?|ing)|contains?|requires?|describes?)\b"
)
_LOOK = 60_000
_COVER = 8_000
_CONTENTS = re.compile(r"\btable of contents\b|\bcontents\b|(?:\. ?){8}", re.IGNORECASE)
_REACH = 6_000


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the opening stands in `Words.text`: `start` is 0 of the cover's end, `end` the recitals' beginning."""

    start: int
    end: int


def opening_of(words: Words) -> Opening | None:
    """The opening words, or None where the paper has none of the usual ones (a letter, a notice)."""
    text = words.text
    best: Opening | None = None
    contents = _CONTENTS.search(text, 0, _COVER)
    for match in _THIS.finditer(text, 0, min(_LOOK if contents else _COVER, len(text))):
        stop = min(match.start() + _REACH, len(text))
        close = _CLOSES.search(text, match.end(), stop)
        end = close.start() if close else min(match.start() + 2500, stop)
        head = text[match.end() - 12 : min(end, match.end() + 400)]
        if (
            _SPEAKS.match(text, match.end())
            or not match.group()[0].isupper()
            or (
                not match.group().lower().startswith(("this", "the"))
                and _OF_ANOTHER.search(text, max(match.start() - 80, 0), match.start())
            )
            or not _MADE.search(head)
            or not _BETWEEN.search(text, match.end(), end)
        ):
            continue
        found = Opening(match.start(), end)
        if re.search(r"\b(?:by and )?(?:between|among)\b", text[match.end() : end], re.IGNORECASE):
            return found
        best = best or found
        if found.start > best.end:
            break
    return best
