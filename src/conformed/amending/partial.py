"""Orders that hold for some of what the provision governs: "solely for Items 1 and 2", "as to the Dallas Site only".

The words of a provision cannot be changed for some and left for others. Such an order depends on no event that could be
met; which words it needs is for a person to say.
"""

from __future__ import annotations

import re

__all__ = ["HOLDS_FOR_SOME", "is_period", "limits_all_below", "partial_in"]

HOLDS_FOR_SOME = "changes the words for some of what they govern only"

_ONLY = r"(?:solely|only|exclusively)"
_AS_TO = r"""(?:
    with\s+(?:respect|regard)\s+(?:only\s+)?to | as\s+to | in\s+(?:respect|relation)\s+(?:of|to) | in\s+the\s+case\s+of
)"""
_APPLIES = r"(?:it|they|the\s+same|such\s+\w+)\s+(?:appl(?:y|ies)|relates?|pertains?|concerns?)"
_RELATION = rf"""(?:
    {_AS_TO} | in\s+connection\s+with | regarding | to\s+the\s+extent | in\s?sofar\s+as | so\s+far\s+as
    | for(?:\s+(?:the\s+)?purposes?\s+of)?
    | as\s+(?:(?:it|they|the\s+same)\s+)?(?:appl(?:y|ies|ied)|relat(?:e|es|ed|ing)|pertains?)(?:\s+to)?
)"""
_CHANGING = r"(?:replac|delet|insert|add|chang|amend|correct|clarif)"
# "for replacing ..." and "for the avoidance of doubt" say why, not for whom
_FOR_A_REASON = rf"""(?!\s*(?:of\s+)?(?:
    {_CHANGING} | convenience | reference\b | avoidance | the\s+purposes?\s+of\s+{_CHANGING}
))"""
_FOR_SOME = rf"{_RELATION}{_FOR_A_REASON}"
_ALONE = r"(?:only|alone)\b(?=\s*[,;.:()]|\s+(?:by|is|are|so|to|and)\b|\s*$)"
_AMENDED = r"(?:amended|modified|revised|restated|replaced|deleted|changed)"
_IS_AMENDED = rf"""
    (?:is|are|be)\s+(?:hereby\s+)?{_AMENDED}(?:\s+and\s+(?:restated|replaced))?(?:\s+in\s+(?:its|their)\s+entirety)?
"""
_TIME_OF = r"""(?:
    placed|made|issued|delivered|shipped|commencing|occurring|arising|accruing|hired|sold|incurred|granted|installed
)"""
_STILL_APPLIES = r"""(?:
    continues?\s+to\s+apply | (?:shall|does|will|do)\s+not\s+apply | remains?\s+(?:applicable|in\s+effect)
)"""
_LIMITS = (
    # "solely in respect of the Dallas Site", "as to the Dallas Site only"
    rf"\b{_ONLY}\s+{_FOR_SOME}\s[^;.,]{{2,160}}",
    rf"\b{_FOR_SOME}\s+(?:the\s+|any\s+|all\s+|those\s+)?[^,;.:()]{{2,100}}?\s{_ALONE}",
    # "but not as to the Dallas Site", "in the case of the Dallas Site"
    rf"""\b(?:but\s+not|except|excluding|other\s+than|save)\s+
        (?:{_AS_TO}|as\s+applied\s+to|as\s+(?:it|they)\s+\w+)\s[^;.]{{2,160}}""",
    r"\bbut\s+not\s+for\s[^;.]{2,160}",
    r"\bin\s+the\s+case\s+of\s[^;.,]{2,100}",
    # "provided that the old rate continues to apply to the Dallas Site"
    rf"\bprovided,?\s*(?:however,?\s*)?(?:that\s)?(?:[^;.]|\.(?=\d)){{3,200}}?\b{_STILL_APPLIES}\b",
    # "insofar as it applies to the Dallas Site", "as applied to the Dallas Site"
    rf"\b(?:(?:in\s?sofar|so\s+far)\s+as|to\s+the\s+extent(?:\s+that)?)\s+{_APPLIES}\b[^;.,]{{0,120}}",
    r"\bas\s+(?:it|they|the\s+same)\s+(?:appl(?:y|ies)|pertains?)\s+to\b[^;.,]{2,120}",
    r"(?<!\bagreement\s)\bas\s+applied\s+to\b[^;.,]{2,120}",
    # "for all orders placed after June 1, 2004"
    rf"""(?<!effective\s)\b(?:for|as\s+to|with\s+respect\s+to)\s+(?:all\s+|any\s+|each\s+|those\s+)?(?:\w+\s+){{1,4}}?
        {_TIME_OF}\s+(?:on\s+(?:or|and)\s+)?(?:after|before|prior\s+to|following)\b[^;.,]{{2,120}}""",
    # "is amended, as to the Dallas Site, by": the limit alone, without the verb
    rf"""\b{_IS_AMENDED},?\s+
        (?P<limit>{_AS_TO}\s+(?!(?:the\s+)?(?:following|foregoing|form|date)\b)[^;.,:]{{2,120}})""",
)
_LIMITED = re.compile("|".join(_LIMITS), re.IGNORECASE | re.VERBOSE)
_PLACE = r"""(?:(?:said|such|the|each|any|all)\s+)?(?:
    first|second|third|last|following|foregoing|defined|above|existing|current|new|terms?\s+and|table|heading|title
    |definitions?|words?|terms?|references?|sections?|subsections?|clauses?|sub-?clauses?|articles?|paragraphs?
    |sub-?paragraphs?|items?|parts?|exhibits?|schedules?|annex\w*|appendi\w+|attachments?|recitals?|§|agreement|lease
    |contract|plan|note|deed|licen[cs]e|policy|amendments?|changes?|matters?
)\b"""
_LEADING = re.compile(
    rf"^\W*(?P<lead>(?:except\s+)?(?:{_AS_TO}|as\s+applied\s+to)\s+(?!{_PLACE})[^;.:,]{{2,160}}),\s",
    re.IGNORECASE | re.VERBOSE,
)
_WHILE = r"""(?:solely\s+|only\s+)?(?:for|during)\s+(?:the\s+|each\s+)?(?:\w+\s+){0,2}?
    (?:period|term|years?|months?|quarters?|weeks?|season)\b"""
_PERIOD = re.compile(
    rf"^\W*(?P<lead>{_WHILE}[^;:]{{0,120}}?),\s+(?=(?-i:[A-Z])|the\b)", re.IGNORECASE | re.VERBOSE
)
_TIME = re.compile(_WHILE, re.IGNORECASE | re.VERBOSE)
_ONLY_BELOW = re.compile(
    rf"""\b{_ONLY}\s+(?:{_RELATION}|to)\b(?!\s+(?:the\s+)?(?:extent|following))
    | \b(?:to|for|as\s+to|respect\s+(?:to|of))\s+[^,;.:()]{{2,80}}\s(?:only|alone)\b(?=\s*[,;.:()])""",
    re.IGNORECASE | re.VERBOSE,
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
