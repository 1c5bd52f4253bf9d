"""Which of the places where words stand an order means: "the second occurrence of", "where it last appears".

A paper that counts the places knows of more than one. The count is kept with the words, so that the copy is changed at
the place counted or not at all; a count that names several places, or all but some, is left to a person.
"""

from __future__ import annotations

import re

from conformed.amending.lexicon import ordinal

__all__ = ["SEVERAL_COUNTED", "SOME_LEFT_OUT", "counted_place", "leaves_some_out"]

SEVERAL_COUNTED = "counts several of the places where the words stand"
SOME_LEFT_OUT = "changes the words in all places but some, which a person must tell apart"

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|final|penultimate"
    r"|second-to-last|next-to-last|\d{1,2}(?:st|nd|rd|th))"
)
_PLACE = r"(?:occurrence|instance|appearance|mention|reference|usage|use|time|place|occasion)"
_NOUN = r"(?:words?|phrases?|terms?|expressions?|text|figures?|numbers?|numerals?|dates?|amounts?|names?|sum|symbol|percentage|defined\s+term)"
_BEFORE = re.compile(
    rf"\b(?P<first>{_ORDINAL})(?P<more>\s*(?:,|and|or|&|to|through)\s+(?:the\s+)?{_ORDINAL})?(?:\s+(?P<many>two|three|four|five|\d))?"
    rf"(?:\s+(?P<place>{_PLACE})(?P<plural>s)?(?:\s+(?:of|to|that|where|in\s+which))?)?(?:\s+(?:the|such))?(?P<noun>\s+{_NOUN})?[\s,:]*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\b(?:(?P<first>{_ORDINAL})(?:ly)?(?P<more>\s*(?:,|and|or|&)\s+(?:the\s+)?{_ORDINAL})?\s+(?:(?:{_PLACE})(?P<plural>s)?|appears?|appearing|occurs?|occurring|used|mentioned)"
    rf"|(?:appears?|appearing|occurs?|occurring|used)\s+(?:for\s+)?(?:the\s+)?(?P<later>{_ORDINAL})(?:ly)?(?:\s+time)?)\b"
    r"(?!\s+(?:(?:of|to)\b|sentence|line|paragraph|clause|section|row))",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"[\"“;:]|\.\s|\b(?:and|by)\s+(?:insert|substitut|replac|delet|add|strik)\w*|\b(?:is|are)\b"
)
_REACH = 90
_LEFT_OUT = re.compile(
    r"\b(?:wherever|each|every|all|throughout)\b[^.;]{0,160}?[\s(](?:other\s+than|except(?:ing)?|but\s+not|save|excluding)\b\s*"
    r"(?!(?:as\s+(?:otherwise\s+)?(?:provided|set|amended)|to\s+the\s+extent\s+(?:amended|provided)))",
    re.IGNORECASE,
)


def counted_place(text: str, start: int, end: int) -> tuple[int, ...]:
    """Which of the places where the words quoted between two offsets stand is meant; empty where none is counted.

    More than one number: several are meant. -1 is the last, -2 the last but one.

    >>> say = 'deleting the second occurrence of the word "fee" and the word "rate" where it last appears'
    >>> [counted_place(say, at, at + 4) for at in (say.index("fee"), say.index("rate"))]
    [(2,), (-1,)]
    >>> say = 'the first two references to "fee"'
    >>> counted_place(say, say.index("fee"), len(say) - 1)
    (1, 2)
    """
    said = _BEFORE.search(text[max(start - _REACH, 0) : start].rstrip("\"“'‘"))
    if said is not None:
        number = ordinal(said["first"]) or 0
        if said["place"] or not said["noun"] or number not in (1, -1):
            return _numbers(number, said["more"] or said["many"] or said["plural"])
    behind = text[end : end + _REACH].lstrip("\"”'’")
    stop = _NEXT.search(behind)
    said = _BEHIND.search(behind[: stop.start() if stop else len(behind)])
    if said is not None:
        number = ordinal(said["first"] or said["later"]) or 0
        return _numbers(number, said["more"] or said["plural"])
    return ()


def _numbers(number: int, several: str | None) -> tuple[int, ...]:
    return (number, number + 1) if several else (number,)


def leaves_some_out(text: str, start: int, end: int) -> bool:
    """Whether an order changes all places but some: "wherever it occurs, except in Section 4".

    >>> [leaves_some_out(say, 0, len(say)) for say in ("wherever it occurs other than in Section 4", "wherever it occurs")]
    [True, False]
    """
    return _LEFT_OUT.search(text, start, end) is not None
