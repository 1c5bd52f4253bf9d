"""Whether an order was understood whole: no words are left over that would say what it acts on, or where.

A sentence of which a part was not understood must not give a confident change from the rest of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conformed.amending.tokens import Token

__all__ = ["PART_UNREAD", "has_unread_subject", "is_whole_word", "says_more", "strays_matter"]

PART_UNREAD = "says what is changed in words that were not understood"

_WHOLE = frozenset(
    "text language provision provisions content contents everything wording material terms term clause clauses paragraph"
    " paragraphs section sections subsection whole entirety all remainder-of current existing present foregoing following"
    " same article articles subparagraph exhibit schedule appendix annex attachment agreement it version requirements"
    " effect force portion-of form part-of".split()
)
_SAID_OF_NOTHING = frozenset(
    "be shall will this such said foregoing parties agree agrees agreed agreement follows follow amended date"
    " effective hereinafter therefore thereafter - -- – — is are was and now there hereinabove aforesaid".split()
)
_NOTHING_MORE = re.compile(
    r"\s*(?:(?:the\s+same|it|them|in\s+(?:its|their|the)\s+(?:entirety|entireties|whole)|in\s+full|entirely|completely|therefrom|therein|thereof)[\s,]*)*"
    r"(?:$|[.,;:)|]|and\b|with\b|by\b|in\s+(?:its|their)\s+(?:place|stead)|in\s+(?:lieu|place|substitution)\b|to\s+be\s+replaced|–|—|-\s)",
    re.IGNORECASE,
)
_PLACES = frozenset("PREPOSITION MULTI_OF AT_END AT_START AFTER BEFORE".split())
_MATTER = frozenset(
    "UNREAD QUOTE TEXT MARK AFTER BEFORE BETWEEN DELETE DELETED REPLACE REPLACED FROM TO WITH FOR INSTEAD_OF INSERT INSERTED"
    " RENUMBER RENUMBERED RESTATE RETITLE".split()
)


def is_whole_word(word: str) -> bool:
    """Whether "the ... of Section 3" is all of Section 3.

    >>> is_whole_word("provisions"), is_whole_word("proviso")
    (True, False)
    """
    return word.lower() in _WHOLE


def says_more(text: str, at: int, end: int) -> bool:
    """Whether words behind a verb that was read without an object must be its object.

    >>> [says_more(words, 6, len(words)) for words in ("Delete.", "Delete in its entirety.", "Delete all words after it")]
    [False, False, True]
    """
    return _NOTHING_MORE.match(text, at, end) is None


def has_unread_subject(raw: Sequence[Token], first: int, at: int) -> bool:
    """Whether words between `first` and the verb at `at`, which was read without a subject, must be its subject."""
    for index in range(at - 1, first - 1, -1):
        token = raw[index]
        if token.kind == "STOP" and raw[at - 1].word in ("is", "are", "hereby"):
            return True
        if token.kind == "REF" and index > first and raw[index - 1].kind in _PLACES:
            continue
        if token.kind == "REF" and all(
            p.unit not in ("provision", "document") for p in token.reference or ()
        ):
            return True
        if token.kind in ("STOP", "SEMICOLON", "COLON", "VERB", "GAP", "REF", "QUOTE", "BLOCK"):
            return False
        if (
            token.kind in ("QUOTE_NOUN", "WATER", "PROVISION", "CONTAINER", "PARAGRAPH")
            and token.word in _WHOLE
        ):
            return False
        if token.kind in (
            "QUOTE_NOUN",
            "MARK",
            "DEFINITION",
            "LABEL",
            "CARDINAL",
            "UNIT",
            "ROW",
            "TABLE",
        ) or (token.kind == "WATER" and token.word[:1].isalpha() and token.word not in _SAID_OF_NOTHING):
            return True
    return False


def strays_matter(strays: Sequence[Token]) -> bool:
    """Whether tokens that belong to no clause may change what the clauses around them mean."""
    return any(token.kind in _MATTER or _changes(token) for token in strays)


def _changes(token: Token) -> bool:
    """Whether a verb says what becomes of a value, as "increase" does: "amending and" only leads to another verb."""
    return token.kind == "CHANGE" and not token.word.startswith(("amend", "modif", "revis"))
