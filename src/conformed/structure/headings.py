"""Headings of provisions: on the label's line, on the next, or run into the text.

Rules that this file must obey:

* A heading is a title: its words are capitalised, small words aside, and it ends with its line, or with a full stop, a
  colon or a dash before the text.
* Headings decide nothing; they are only names. Where it is not clear that words are a heading, they are text.
"""

from __future__ import annotations

import re

__all__ = ["heading_of", "is_title"]

_SMALL = frozenset(
    "a an and as at by for from in into of on or the to with without upon per than its their under other not no no. vs re".split()
)
_LEAD = re.compile(r"[ \t]*[-–—:.]{0,2}[ \t]*")
_NEXT = re.compile(r"[ \t]*\n(?:[ \t]*\n){0,2}[ \t]*")
_RUN_IN = re.compile(
    r"[^.:\n]{2,110}?(?:\n[^.:\n]{0,80}?)?(?:[.:](?=[\s”\"])|[ ][-–—]{1,2}[ ]|\.?[-–—]{2}|[.:]$)"
)
_RULE = re.compile(r"[ \t]*\n[ \t]*[-=_]{3,}[ \t]*(?=\n|$)")
_CITATION = re.compile(
    r"(?:(?:in|under|delete|add)\s+)?(?:sub)?(?:section|part|article|paragraph|clause|item|schedule|exhibit|appendix|annexure|annex|attachment)s?\s+[\w.()-]{1,12}(?:\s[A-Z])?(?:\s*(?:to|of|,|and).*)?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[([A-Z][^\[\]\n]{2,80})\][.:]?(?=\s|$)")
_LEFT_OUT = re.compile(
    r"\*|\b(?:omitted|reserved|deleted|redacted|confidential|intentionally|text)\b", re.IGNORECASE
)
_CAPITALS = re.compile(
    r"((?=[^a-z]{5})[A-Z][A-Z&/'’,;-]+(?:[ ](?:[A-Z][A-Z&/'’,;-]+|&|-))*)[ ]+"
    r"(?=(?:The|This|These|Those|All|Any|Each|Every|No|Neither|Either|If|In|Upon|On|During|Subject|Notwithstanding|Except"
    r"|It|Such|For|Nothing|Both|As|Unless|Until|At|By|With|Within|Where|When|Should|To|From|After|Before|Under)[ ][A-Za-z])"
)
_LONGEST = 140


def heading_of(
    text: str, label_end: int, own_end: int, end: int, *, container: bool = False, worded: bool = False
) -> tuple[int, int, int]:
    """The heading behind a label: its start, its end, and where the words behind it begin.

    Args:
        text: the paper.
        label_end: offset behind the label.
        own_end: offset at which the first sub-provision begins, else the provision's end.
        end: the provision's end.
        container: whether the label is that of a schedule, exhibit and so on, whose heading may be any line.
        worded: whether the label is a word and a number ("Article 4"), so that the heading may be on the next line.

    >>> text = "7. TERM. This Agreement ends."
    >>> start, stop, body = heading_of(text, 2, len(text), len(text))
    >>> text[start:stop], text[body:]
    ('TERM', 'This Agreement ends.')
    """
    lead = _LEAD.match(text, label_end, own_end)
    at = lead.end() if lead else label_end
    line_end = text.find("\n", at, own_end)
    stop = own_end if line_end < 0 else line_end
    if not text[at:stop].strip():
        following = _NEXT.match(text, stop, own_end) if (container or worded) else None
        if following is None:
            return label_end, label_end, _first_word(text, stop, own_end, end)
        at = following.end()
        line_end = text.find("\n", at, own_end)
        stop = own_end if line_end < 0 else line_end
        words = text[at:stop].strip()
        if not (
            words
            and len(words) <= _LONGEST
            and (words.isupper() or is_title(words))
            and not words.startswith(("[", '"', "“"))
        ):
            return label_end, label_end, _first_word(text, label_end, own_end, end)
        return _ended(text, at, at + len(text[at:stop].rstrip()), own_end, end)
    words = text[at:stop].strip()
    set_off = _BRACKETED.match(text, at, stop) or (
        None if text[at - 1] == ")" else _CAPITALS.match(text, at, stop)
    )
    if set_off and is_title(set_off[1]) and not _LEFT_OUT.search(set_off[1]):
        return set_off.start(1), set_off.end(1), _first_word(text, set_off.end(), own_end, end)
    match = _RUN_IN.match(text, at, min(own_end, at + 240))
    if match and match.end() < stop:
        title = match[0].rstrip(" .:-–—")
        if is_title(title):
            return at, at + len(title), _first_word(text, match.end(), own_end, end)
    alone = own_end - stop <= 0 or stop < own_end or stop == end
    if (
        len(words) <= _LONGEST
        and alone
        and is_title(words.rstrip(".:"))
        and (not words.endswith(".") or len(words) < 80)
    ):
        whole = stop >= end
        leaf = whole and not (words.isupper() or container or worded)
        if not leaf and (container or stop >= own_end or _parted(text, stop, own_end) or words.isupper()):
            return _ended(text, at, at + len(words), own_end, end)
    match = _RUN_IN.match(text, at, min(own_end, at + 240))
    if match:
        title = match[0].rstrip(" .:-–—")
        if is_title(title) and match.end() < own_end:
            heading_end = at + len(title)
            return at, heading_end, _first_word(text, match.end(), own_end, end)
    return label_end, label_end, _first_word(text, at, own_end, end)


def _ended(text: str, start: int, stop: int, own_end: int, end: int) -> tuple[int, int, int]:
    rule = _RULE.match(text, stop, own_end)
    behind = rule.end() if rule else stop
    while stop > start and text[stop - 1] in ".: \t-–—":
        stop -= 1
    return start, stop, _first_word(text, behind, own_end, end)


def _first_word(text: str, at: int, own_end: int, end: int) -> int:
    piece = text[at:end]
    return at + len(piece) - len(piece.lstrip()) if piece.strip() else end


def _parted(text: str, stop: int, own_end: int) -> bool:
    """Whether the line that ends at `stop` is followed by an empty line, a rule or deeper text."""
    return re.match(r"[ \t]*\n[ \t]*(?:\n|[-=_]{3,})", text[stop : stop + 200]) is not None


def is_title(words: str) -> bool:
    """Whether words are capitalised as a title is, and cite no provision."""
    if _CITATION.fullmatch(words):
        return False
    if (
        not words
        or words[0] in "\"“'‘([$"
        or words[-1] in ",;"
        or ("; " in words and not words[words.index("; ") + 2].isupper())
    ):
        return False
    if words.isupper():
        return True
    found = [word.strip(".,;:()[]\"“”'’/") for word in words.split()]
    found = [word for word in found if word and not word.isdigit()]
    if not found or not found[0][:1].isupper() or len(found) > 16:
        return False
    large = [word for word in found if word.lower() not in _SMALL]
    return all(word[0].isupper() or not word[0].isalpha() for word in large)
