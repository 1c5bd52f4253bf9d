"""Orders that hold for some of what the provision governs: "solely for Items 1 and 2", "as to the Dallas Site only".

The words of a provision cannot be changed for some and left for others. Such an order depends on no event that could be
met; which words it needs is for a person to say.
"""

from __future__ import annotations

import re

__all__ = ["HOLDS_FOR_SOME", "is_period", "limits_all_below", "partial_in"]

HOLDS_FOR_SOME = "changes the words for some of what they govern only"

_RELATION = (
    r"(?:with\s+(?:respect|regard)\s+(?:only\s+)?to|as\s+to|in\s+(?:respect|relation)\s+(?:of|to)|in\s+relation\s+to|in\s+connection\s+with"
    r"|for(?:\s+(?:the\s+)?purposes?\s+of)?|in\s?sofar\s+as|so\s+far\s+as|to\s+the\s+extent|in\s+the\s+case\s+of|regarding"
    r"|as\s+(?:(?:it|they|the\s+same)\s+)?(?:appl(?:y|ies|ied)|relat(?:e|es|ed|ing)|pertains?)(?:\s+to)?)"
)
_APPLIES = r"(?:it|they|the\s+same|such\s+\w+)\s+(?:appl(?:y|ies)|relates?|pertains?|concerns?)"
_ORDERING = r"(?!\s*(?:of\s+)?(?:replac|delet|insert|add|chang|amend|correct|clarif|convenience|reference\b|avoidance|the\s+purposes?\s+of\s+(?:clarif|correct|amend|replac|delet|insert|add)))"
_LIMITED = re.compile(
    rf"\b(?:solely|only|exclusively)\s+{_RELATION}{_ORDERING}\s[^;.,]{{2,160}}"
    rf"|\b{_RELATION}{_ORDERING}\s+(?:the\s+|any\s+|all\s+|those\s+)?[^,;.:()]{{2,100}}?\s(?:only|alone)\b(?=\s*[,;.:()]|\s+(?:by|is|are|so|to|and)\b|\s*$)"
    rf"|\b(?:but\s+not|except|excluding|other\s+than|save)\s+(?:with\s+(?:respect|regard)\s+to|as\s+to|in\s+(?:respect|relation)\s+(?:of|to)|in\s+the\s+case\s+of|as\s+applied\s+to|as\s+(?:it|they)\s+\w+)\s[^;.]{{2,160}}"
    rf"|\bbut\s+not\s+for\s[^;.]{{2,160}}|\bin\s+the\s+case\s+of\s[^;.,]{{2,100}}"
    r"|\bprovided,?\s*(?:however,?\s*)?(?:that\s)?(?:[^;.]|\.(?=\d)){3,200}?\b(?:continues?\s+to\s+apply|(?:shall|does|will|do)\s+not\s+apply|remains?\s+(?:applicable|in\s+effect))\b"
    rf"|\b(?:in\s?sofar|so\s+far)\s+as\s+{_APPLIES}\b[^;.,]{{0,120}}|\bto\s+the\s+extent\s+(?:that\s+)?{_APPLIES}\b[^;.,]{{0,120}}"
    rf"|\bas\s+(?:it|they|the\s+same)\s+(?:appl(?:y|ies)|pertains?)\s+to\b[^;.,]{{2,120}}|(?<!\bagreement\s)\bas\s+applied\s+to\b[^;.,]{{2,120}}"
    r"|(?<!effective\s)\b(?:for|as\s+to|with\s+respect\s+to)\s+(?:all\s+|any\s+|each\s+|those\s+)?(?:\w+\s+){1,4}?(?:placed|made|issued|delivered|shipped|commencing|occurring|arising|accruing|hired|sold|incurred|granted|installed)\s+(?:on\s+(?:or|and)\s+)?(?:after|before|prior\s+to|following)\b[^;.,]{2,120}"
    r"|\b(?:is|are|be)\s+(?:hereby\s+)?(?:amended|modified|revised|restated|replaced|deleted|changed)(?:\s+and\s+(?:restated|replaced))?(?:\s+in\s+(?:its|their)\s+entirety)?,?\s+(?P<limit>(?:with\s+(?:respect|regard)\s+to|as\s+to|in\s+the\s+case\s+of)\s+(?!(?:the\s+)?(?:following|foregoing|form|date)\b)[^;.,:]{2,120})",
    re.IGNORECASE,
)
_PLACE = (
    r"(?:(?:said|such|the|each|any|all)\s+)?(?:first|second|third|last|following|foregoing|defined|above|existing|current|new|terms?\s+and|table|heading|title|definitions?|words?|terms?|references?"
    r"|sections?|subsections?|clauses?|sub-?clauses?|articles?|paragraphs?|sub-?paragraphs?|items?|parts?|exhibits?|schedules?|annex\w*|appendi\w+|attachments?|recitals?|§|agreement|lease|contract|plan|note|deed|licen[cs]e|policy|amendments?|changes?|matters?)\b"
)
_LEADING = re.compile(
    rf"^\W*(?P<lead>(?:except\s+)?(?:with\s+(?:respect|regard)\s+(?:only\s+)?to|as\s+to|as\s+applied\s+to|in\s+the\s+case\s+of|in\s+(?:respect|relation)\s+(?:of|to))\s+(?!{_PLACE})[^;.:,]{{2,160}}),\s",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"^\W*(?P<lead>(?:solely\s+|only\s+)?(?:for|during)\s+(?:the\s+|each\s+)?(?:\w+\s+){0,2}?(?:period|term|years?|months?|quarters?|weeks?|season)\b[^;:]{0,120}?),\s+(?=(?-i:[A-Z])|the\b)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:solely\s+|only\s+)?(?:for|during)\s+(?:the\s+|each\s+)?(?:\w+\s+){0,2}?(?:period|term|years?|months?|quarters?|weeks?|season)\b",
    re.IGNORECASE,
)
_ONLY_BELOW = re.compile(
    rf"\b(?:solely|only|exclusively)\s+(?:{_RELATION}|to)\b(?!\s+(?:the\s+)?(?:extent|following))|\b(?:to|for|as\s+to|respect\s+(?:to|of))\s+[^,;.:()]{{2,80}}\s(?:only|alone)\b(?=\s*[,;.:()])",
    re.IGNORECASE,
)


def partial_in(text: str, start: int, end: int) -> str | None:
    """The words by which the order between two offsets holds for some only; `text` has its quotations blanked.

    >>> say = "Section 2 is amended, as to the Dallas Site only, by deleting it."
    >>> partial_in(say, 0, len(say))
    'as to the Dallas Site only'
    >>> partial_in("With respect to Section 2, the first sentence is deleted.", 0, 57) is None
    True
    """
    said = text[start:end]
    for pattern in (_LEADING, _PERIOD):
        lead = pattern.match(said)
        if lead is not None:
            return " ".join(lead["lead"].split())
    limited = _LIMITED.search(said)
    return " ".join((limited["limit"] or limited[0]).split()).rstrip(" ,") if limited is not None else None


def is_period(words: str) -> bool:
    """Whether the words limit an order to a time, not to a part: "for the period through 31 March 2005 only"."""
    return _TIME.match(words) is not None


def limits_all_below(text: str, start: int, end: int) -> bool:
    """Whether a line that leads into orders says that they hold for some only.

    >>> say = "The following changes apply to Product B only:"
    >>> limits_all_below(say, 0, len(say))
    True
    """
    return (
        text[start:end].rstrip().endswith((":", "—", "–"))
        and _ONLY_BELOW.search(text, start, end) is not None
    )
