"""How the amendment's own voice sounds: orders, announcements of new text, connecting words, boilerplate.

These are quick looks at a stretch of text, used to find where paragraphs and block text end. What an order says is
read by the grammar.
"""

from __future__ import annotations

import re

from conformed.amending.quotations import lift

__all__ = [
    "announces_text",
    "heads_order",
    "is_boilerplate",
    "is_connective",
    "is_order",
    "orders_strictly",
    "own_words",
    "plain",
]

_REACH = 1_500
_PARTICIPLE = (
    r"(?:amended|deleted|replaced|restated|added|inserted|changed|revised|modified|stricken|struck|substituted"
    r"|(?:re-?)(?:numbered|lettered|designated|labell?ed|titled|named)|corrected|omitted|removed|rescinded|varied"
    r"|supplemented|completed|complemented|(?:re-?)?worded|re-?phrased|rewritten|introduced|suppressed|reinstated|repealed|cancell?ed|increased|decreased|reduced|extended|superseded|read|incorporated|attached|withdrawn|(?:re-?)?numbered|cancelled)"
)
_PASSIVE = re.compile(
    rf"\b(?:is|are|be|stands?|hereby)\s+(?:(?:hereby|each|further|also|and|accordingly|thereby|both|now|further|in\s+part)\s+|(?:is|are)\s+){{0,4}}{_PARTICIPLE}\b",
    re.IGNORECASE,
)
_STRICT = re.compile(
    rf"\b(?:sections?|clauses?|paragraphs?|articles?|items?|parts?|exhibits?|schedules?|appendix|annex(?:ure)?s?|attachments?|definitions?|subsections?|agreement|sentences?|heading|title|table)\b[^.;:]{{0,220}}?(?:(?:\.\w)[^.;:]{{0,200}}?){{0,3}}"
    rf"\b(?:is|are|shall\s+be|be)\s+(?:(?:hereby|each|further|also|accordingly|therefore|likewise|and)\s+|(?:is|are)\s+){{0,4}}{_PARTICIPLE}\b(?!\s+(?:from\s+time|by\s+(?:mutual|written)))",
    re.IGNORECASE,
)
_BASE = r"(?:delete|strike|insert|add|replace|substitute|amend|change|renumber|redesignate|re-?letter|remove|omit|revise|restate|increase|decrease|reduce|extend|cancel|supplement|modify|correct|withdraw|move|retitle)"
_IMPERATIVE = re.compile(
    rf"(?:^|[,;:.)]\s+|\band\s+|\bto\s+|\bshall\s+){_BASE}\b|\bby\s+(?:the\s+)?(?:deleting|striking|inserting|adding|replacing|substituting|amending|changing|renumbering|re-?lettering|removing|deletion|addition|insertion|substitution|replacement)\b"
    r"|^\W*(?:increase|decrease|reduce|extend|correct|update|modify)\s+(?:the|each|such)\b"
    r"|\bbecomes?\b|\bshall\s+(?:each\s+)?be\s+read\b|\bshall\s+cease\s+to\s+have\b|\b(?:deleting|striking|inserting|adding|replacing|substituting|amending|changing|renumbering|re-?lettering|removing|re-?designating)\b"
    r"|\b(?:add|insert|delete|strike|substitute)\s+(?:(?:the|a|an|as|in|new)\b|\u201c)|\bnow\s+read|\bto\s+read\b|\bcease\s+to\b|\bfor\b[^.]{0,80}\bread\b",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"\W*(?:new\s+)?(?:\w+\s+)?(?:sections?|clauses?|paragraphs?|articles?|items?|exhibits?|schedules?|appendix|annex(?:ure)?)\s+[^.;:]{1,80}(?:\.\w+[^.;:]{0,60}){0,3}(?:(?::|\s[-–—])\s|\n\s*(?=delete|replace|insert|add|strike|omit|change))",
    re.IGNORECASE,
)
_AGREED_ORDER = re.compile(
    r"\bparties\b[^.]{0,60}\bagree\b[^.]{0,40}\bto\s+(?:further\s+)?(?:amend|delete|remove|replace|modify|revise)\b",
    re.IGNORECASE,
)
_CONNECTIVE = re.compile(
    r"\W*(?:(?:it|which|and|they)\s+)?(?:(?:is|are|shall)\s+)?(?:now|hereafter|henceforth)\s+(?:reads?|required|provides?|states?|read)\b"
    r"|\W*(?:and\s+)?(?:to|with|by|as|shall\s+(?:now\s+)?read|to\s+read|so\s+as\s+to\s+read|so\s+that\s+it\s+reads)"
    r"(?:\s+(?:read|the\s+following|follows|as\s+follows|that\s+it\s+reads))*\s*:?\W*$"
    r"|\W*(?:and\s+)?(?:(?:is|are|be|shall\s+be)\s+)?(?:hereby\s+)?(?:replac|substitut|insert|add|delet)(?:ed|ing|e)\b[^.]{0,160}$"
    r"|\W*and\s+(?:further\s+)?by\b|\W*and\s+(?:the\s+following|in\s+(?:lieu|place)|there\s+(?:is|shall))\b"
    r"|\W*in\s+(?:its|their)\s+(?:place|stead)\b|\W*(?:immediately\s+)?(?:before|after|following)\b[^.]{0,100}:?\s*$",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"\W*(?:except\s+(?:as|for|to)|save\s+(?:as|for)|(?:all|no)\s+(?:of\s+the\s+)?other\s+(?:terms?|provisions?|changes?|amendments?|articles?|clauses?|sections?|conditions?|parts?)\b|as\s+(?:used|amended|modified)\s+(?:in|herein|by|hereby)|in\s+all\s+other\s+respects"
    r"|other\s+than\s+as|unless\s+otherwise|in\s+addition,?\s+each\s+reference|nothing\s+in\s+this|this\s+(?:\w+\s+){0,3}(?:amendment|endorsement|modification|deed|letter)\b"
    r"|in\s+witness\s+whereof|(?:and\s+)?be\s+it\s+(?:further\s+)?resolved|(?:further\s+)?resolved,?\s+(?:further|that)|the\s+parties\s+(?:have|shall|acknowledge)|please\s+(?:sign|confirm|indicate)|all\s+capitali[sz]ed\s+terms|capitali[sz]ed\s+terms|if\s+you\s+agree|remainder\s+of"
    r"|the\s+(?:\w+\s+){0,4}agreement,?\s+(?:as\s+(?:so\s+)?(?:amended|varied|modified)|remains|shall\s+(?:remain|continue)|is\s+otherwise))",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"(?:\bfollowing\b|\bread(?:s|ing)?\b|\bstates?\b|\bas\s+follows|\bfollows|\bas\s+under|\btherefor|\bplace|\blieu|\brestated|\bsubstituted|\breplaced|\badd(?:ed|ing)?\b|\binsert(?:ed|ing)?\b|\bfrom|\bto|\bbe|\bwith|\bby"
    r"|\bthereof|\brows?|\bnew\b.{0,80}|\binto\s+the\s+agreement\s+as\s+.{0,60})\s*[:—–-]*\s*$",
    re.IGNORECASE | re.DOTALL,
)
_NEW_TEXT = re.compile(
    r"\b(?:read(?:s|ing)?|(?:re)?worded|(?:re)?phrased|rewritten|wording|supplemented|completed|introduced|becomes?|restated|replac\w+|substitut\w+|insert\w*|add(?:s|ed|ing|ition)?|includ\w+|following|as\s+under|namely|state[sd]?|text|from|to|attached|appended|incorporated)\b",
    re.IGNORECASE,
)
_AMENDS_AS_FOLLOWS = re.compile(
    r"\b(?:amended|modified|varied|changed|revised|amend|vary|modify|change|supplemented|corrected|amendments|changes)\b(?:[^.;:]|[.:](?=\w)){0,80}(?:as\s+follows|(?:as|in\s+the\s+(?:manner|respects))\s+(?:is\s+|are\s+)?(?:set\s+(?:out|forth)|described|specified|stated)\s+(?:below|herein(?:after)?|hereunder)|in\s+the\s+following\s+(?:respects?|manner|particulars?|ways?)(?:\s+only)?|by|the\s+following\s+(?:amendments|changes|modifications))\s*(?:,[^:]{0,80})?:?\s*$",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"(?<![\[*])(?:\*{2}|\*{4})(?![\]*])|(?<![_\w])_(?=[^_\s]|\s\w)|(?<=[^_\s])_(?![_\w])|(?<= )_(?=\W)"
    r"|^[ \t]*#{1,6}(?=[ \t\n])|^[ \t]*>[ \t]?|^[ \t]*\*(?: \*){2,}[ \t]*$|^[ \t]*-{3,}(?:\|-*)+[ \t]*$|^[ \t]*+\|(?:[ \t:-]*+\|)++[ \t]*+$|^[ \t]*#{2,6}$",
    re.MULTILINE,
)


def plain(text: str) -> str:
    """The text with markdown's marks blanked, character for character.

    >>> plain("**2.** _Part 3_ is > [***]")
    '  2.    Part 3  is > [***]'
    """
    return _MARKS.sub(lambda mark: re.sub(r"[^\n]", " ", mark[0]), text)


def own_words(text: str, start: int, end: int) -> str:
    """The text between two offsets with what it quotes left out."""
    pieces, at = [], start
    for quotation in lift(text, start, end):
        pieces.append(text[at : quotation.start])
        at = quotation.end
    pieces.append(text[at:end])
    return " “” ".join(pieces)


def is_order(text: str, start: int, end: int) -> bool:
    """Whether a stretch sounds as if it orders a change of text."""
    words = own_words(text, start, min(end, start + _REACH)).lstrip()
    return bool(_PASSIVE.search(words) or _IMPERATIVE.search(words))


def orders_strictly(text: str, start: int, end: int) -> bool:
    """Whether a stretch says of a named provision, definition or agreement that it is changed."""
    words = own_words(text, start, min(end, start + _REACH))
    if re.match(
        r"\W*(?:in(?!\s+(?:the|any|no)\s+(?:event|case)\b)|at|under|for|delete|add|insert|replace|strike|change)\b",
        words,
        re.IGNORECASE,
    ) and is_order(text, start, end):
        return True

    if heads_order(text, start, end):
        return True

    return bool(_STRICT.search(words) or _AGREED_ORDER.search(words))


def heads_order(text: str, start: int, end: int) -> bool:
    """Whether a stretch names a provision, then a colon or dash, then orders: "Section 2.1 - replace ..."."""
    return bool(_HEADED.match(text, start, end)) and is_order(text, start, end)


def is_connective(text: str, start: int, end: int) -> bool:
    """Whether a stretch only joins two blocks of one instruction ("now reads:")."""
    return end - start < 400 and bool(_CONNECTIVE.match(text[start:end].rstrip()))


def is_boilerplate(text: str, start: int, end: int) -> bool:
    """Whether a stretch opens as clauses do that come behind the amendments."""
    return bool(_BOILERPLATE.match(text[start : min(end, start + 200)]))


def announces_text(text: str, start: int, end: int) -> str | None:
    """What a stretch's last sentence announces: `text` to be inserted, `list` of amendments (or text), or nothing.

    >>> say = "Section 2 is replaced with the following:"
    >>> announces_text(say, 0, len(say))
    'text'
    >>> say = "The Agreement is amended as follows:"
    >>> announces_text(say, 0, len(say))
    'list'
    """
    words = own_words(text, max(start, end - _REACH), end).rstrip(" \n\t|")
    said, words = words, words.rstrip(" \n\t|.,;")
    if words.endswith("”"):
        return None
    sentence = re.split(r"[.;]\s+(?=[A-Z])", words)[-1]
    if said.endswith(".") and "”" in sentence:
        return None

    if words.endswith(":") and re.match(r"\W*new\s", sentence, re.IGNORECASE):
        return "text"
    if not is_order(sentence, 0, len(sentence)) and not re.search(
        r"\b(?:previously|formerly|attached|following|under)\b|\bread", sentence, re.IGNORECASE
    ):
        return None
    if _AMENDS_AS_FOLLOWS.search(sentence) and not re.search(
        r"\bread\b|\brestated\b|\bwhich\s+(?:shall\s+|will\s+)?(?:provides?|states?|says?)\s+as\s+follows",
        sentence,
        re.IGNORECASE,
    ):
        return "list"
    if words.endswith((":", ": -", ":-")):
        return "text" if _NEW_TEXT.search(sentence) else "list"
    if words[-1:] not in ".;" and _ANNOUNCES.search(words[-120:]):
        return "text"
    return None
