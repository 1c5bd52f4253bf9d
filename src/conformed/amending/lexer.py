"""From the amendment's own words to tokens: quotations, block text, phrases, nouns, labels, verbs.

The second half of the work, telling what a word is in its place (an order or a noun, a label or a word), is in
`tagger`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from conformed.amending.inline_blocks import (
    announced,
    block_end,
    defines_in_columns,
    inline_block,
    means,
    trimmed,
)
from conformed.amending.lexicon import (
    CONTAINERS,
    MARKS,
    NOMINAL_VERBS,
    PROVISION_NOUNS,
    QUOTE_NOUNS,
    UNITS,
    VERBS,
    cardinal,
    ordinal,
)
from conformed.amending.paragraphs import Segment
from conformed.amending.phrase_forms import PHRASE
from conformed.amending.quotations import Quotation, lift
from conformed.amending.tokens import Token
from conformed.amending.told_past import past_told, put_there
from conformed.amending.values import values_in
from conformed.amending.voice import is_connective

__all__ = ["tokens_of"]

_OUTLINE = r"[IVXLC]{1,5}(?:\.(?:[A-Z]|\d{1,3}))+(?:\.[a-z]\)|\.(?=[\s,:;]))?(?:\s?\(\s?(?:[a-zA-Z]{1,2}|[ivxlc]{1,6}|\d{1,3})\s?\)){0,6}"
"""A label that names every level: II.C.1, I.A.2.b)(i)."""
_LABEL = re.compile(
    rf"{_OUTLINE}(?![\w$%])|"
    r"(?:\(\s?(?:[a-zA-Z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,3})\s?\)(?:\s?\(\s?(?:[a-zA-Z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,3})\s?\)){0,6}"
    r"|\d{1,4}(?:\.\d{1,4})*[A-Za-z]?(?:\.[A-Z]\d{1,2}[a-z]?(?!\w)|\.[A-Za-z]{1,3})?(?:-[A-Za-z](?!\w))?(?:\s?\(\s?(?:[a-zA-Z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,3})\s?\)){0,6}|[A-Z]{1,4}(?:[.-]\d{1,3})+[A-Za-z]?(?:\s?\(\s?(?:[a-zA-Z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,3})\s?\)){0,6}"
    r"|[A-Z]-\w{1,3}(?:\s?\(\s?(?:[a-zA-Z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,3})\s?\)){0,6}|[IVXLC]{1,6}|(?:([A-Z])\1|[A-Z])(?:\s?\(\s?(?:[a-zA-Z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,3})\s?\)){0,6}|[a-zA-Z]|[ivxl]{1,5})(?![\w$%])"
)
_BRACKETED = re.compile(
    r"\(\s?(?:[a-zA-Z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,3})\s?\)(?:\s?\(\s?(?:[a-zA-Z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,3})\s?\)){0,6}(?!\s?\w+\))"
)
_DOTTED = re.compile(
    rf"{_OUTLINE}(?![\w$%])|"
    r"(?:[A-Z]{1,2}\.\d{1,3}(?:\.\d+)*|\d{1,3}(?:\.\d{1,3})+[A-Za-z]?)(?:\s?\(\s?(?:[a-zA-Z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,3})\s?\)){0,6}(?![\w$%])"
)
_JOINED = re.compile(r"[A-H]\d{1,2}(?:\s?\([a-z]{1,3}\))?(?=:\s|\s+as\s+follows)")
"""The letter of a part and a number, where a provision must be meant: "B1: in the first sentence ..."."""
_WORD = re.compile(
    r"\d{1,3}(?:st|nd|rd|th)\b|[A-Za-z§][\w'’]*(?:-[\w'’]+)*|[$£€¥]?\d[\d,.]*\d%?|[$£€¥]?\d%?|\S"
)
_PAREN = re.compile(r"\((?:[^()]|\([^()]{0,20}\)){1,300}\)")
_KEPT_PAREN = re.compile(
    r"\(\s*(?:and|but|together\s+with)\s[^;]{0,200}?\b(?:is|are|replaces?|shall\s+be)\b", re.IGNORECASE
)
_ROW_FOR = re.compile(
    r"(?:rows?|lines?|entry|entries)\s+(?:for|marked|labell?ed|entitled|captioned|headed|relating\s+to|beginning\s+with|titled|corresponding\s+to)\s+(?:the\s+)?|rows?,?\s+(?=[\"“])|rows?\s+(?=(?-i:[A-Z][\w-]*\s))",
    re.IGNORECASE,
)
_NAMED_ROW = re.compile(
    r"the\s+((?:(?!Last|First|New)[A-Z][\w&/-]*\s+){1,4})(?:row|entry)\b(?!\s+(?:for|headed|entitled|of))"
)
_ROW_NAME = re.compile(
    r"[^\s;,.:][^;,:\n]{0,80}?(?=\s*(?:[;,:]|(?<!\bNo)\.\s|\.?$|\s(?:is|are|shall|in|of|and|by|to|from|with|contained)\b))"
)
_AGREEMENT = re.compile(
    r"(?:(?i:the|this|said|such|our|your|that)\s+)(?:(?:existing|original|current|certain|foregoing|above-?mentioned)\s+)?(?:(?:[A-Z][\w&’'-]*|of|and|for)\s+){0,7}?"
    r"(?:Agreement|Lease|Contract|Licen[cs]e|Deed|Plan|Note|Policy|Indenture|Guaranty|Guarantee|Terms\s+and\s+Conditions|Conditions|Charter|By-?laws|Mortgage|Subcontract|Order|Statement\s+of\s+Work|Letter|contract|agreement|lease|letter|policy)\b(?!\s+(?:No|Number|date|Year|term)\b)"
)
_SCHEDULE = re.compile(
    r"(?:the|said|such)\s+(?:[A-Z][\w&’'-]*\s+){0,6}?(?P<noun>Schedule|Appendix|Annexure|Annex|Exhibit|Addendum|Attachment|Declarations)\b(?!\s+(?:\d|[A-Z]\b|[A-Z]-|[IVX]+\b|[\"“'‘][A-Z0-9]))"
)
_QUOTED_DEFINITION = re.compile(r"[\"“'‘]")


def tokens_of(text: str, segments: Iterable[Segment]) -> list[Token]:
    """The raw tokens of a paragraph of the plain text, in order."""
    out: list[Token] = []
    previous = ""
    for segment in segments:
        begins = text[segment.start : segment.end].lstrip()[:1]
        if (
            segment.kind == "text"
            and not begins.islower()
            and (
                previous == "text"
                or (previous == "block" and not is_connective(text, segment.start, segment.end))
            )
        ):
            out.append(Token("STOP", segment.start, segment.start))
        if segment.kind == "block":
            out.append(Token("BLOCK", segment.start, segment.end, inner=(segment.start, segment.end)))
        else:
            _scan(text, segment.start, segment.end, out)
            out.append(Token("GAP", segment.end, segment.end))
        previous = segment.kind
    return out


def _scan(text: str, start: int, end: int, out: list[Token]) -> None:
    quotations = lift(text, start, end)
    starts = {quotation.start: quotation for quotation in quotations}
    ordered = [quotation.start for quotation in quotations]

    def next_quotation(at: int) -> int:
        index = bisect_right(ordered, at)
        return ordered[index] if index < len(ordered) else end

    values = dict(values_in(text, start, end))
    asides: list[int] = []
    at = sentence = start
    while at < end:
        character = text[at]
        if character == "\n" and _ends_heading(text, at, end, out):
            out.append(Token("COLON", at, at + 1))
        if character.isspace() or character in "|*_•·":
            at += 1
            continue
        if at in starts:
            at = _quote(text, starts[at], sentence, end, out)
            if text[at - 2 : at - 1] in (".", "!", "?") and re.match(r"\s+[A-Z]", text[at : at + 12]):
                out.append(Token("STOP", at - 1, at))
                sentence = at
            continue
        if at in values:
            stop = values[at]
            out.append(Token("QUOTE", at, stop, " ".join(text[at:stop].split()), inner=(at, stop)))
            at = stop
            continue
        comma = bool(out) and out[-1].kind in ("COMMA", "COMMA_LABEL") and out[-1].end <= at
        behind = past_told(text, at, end, behind_comma=comma)
        if behind is not None:
            at = behind + 1 if comma and text[behind : behind + 1] == "," else behind
            continue
        behind = put_there(text, at, end)
        if behind is not None:
            if not (out and (out[-1].kind in _NAMED or (comma and len(out) > 1 and out[-2].kind in _NAMED))):
                out.append(Token("UNREAD", at, behind))
            at = behind
            continue
        limit = next_quotation(at)
        if character == "(" and not _BRACKETED.match(text, at, end) and not _is_phrase_paren(text, at, end):
            match = _PAREN.match(text, at, end)
            if match and not _KEPT_PAREN.match(text, at):
                at = match.end()
                continue
            if match:
                out.append(Token("ASIDE", at, at + 1))
                asides.append(match.end() - 1)
            at += 1
            continue
        if asides and at >= asides[-1]:
            out.append(Token("ASIDE_END", at, at + 1))
            at = asides.pop() + 1
            continue
        if character in "-–—" and _DASHED_ORDER.match(text, at, end) and out and out[-1].kind in _BEFORE_DASH:
            out.append(Token("COLON", at, at + 1))
            at += 1
            continue
        token = _word(text, at, limit, end, out)
        if (
            token.kind == "COMMA"
            and out
            and out[-1].kind == "QUOTE_NOUN"
            and _QUOTED_NEXT.match(text, at, end)
        ):
            at = token.end
            continue
        if token.kind == "COMMA" and out and out[-1].kind == "LABEL":
            token.kind = "COMMA_LABEL"
        if (
            token.kind == "COMMA"
            and out
            and out[-1].kind == "ORDINAL"
            and (len(out) == 1 or out[-2].kind in ("STOP", "SEMICOLON", "COLON"))
        ):
            out[-1].kind = "SILENT"

        if token.kind == "COLON":
            block = inline_block(text, sentence, at + 1, end, starts)
            if block is not None:
                begin, stop = block
                out.append(token)
                out.append(Token("BLOCK", begin, stop, inner=trimmed(text, begin, stop)))
                at = sentence = stop
                if stop < end:
                    out.append(Token("STOP", stop, stop))
                continue
        if token.kind == "STOP" and _abbreviates(text, token, out):
            at = token.end
            continue
        if token.kind == "STOP":
            sentence = token.end
        out.append(token)
        at = token.end
        if token.kind == "DEFINITION" and token.noun == "of" and token.word.endswith(("of", "for")):
            term = _TERM.match(text, at, limit)
            if term:
                out.append(
                    Token("QUOTE", term.start(1), term.end(1), " ".join(term[1].split()), inner=term.span(1))
                )
                at = term.end()


_NAMED = frozenset(("QUOTE", "LABEL"))
_LETTER_IN_ROW = re.compile(
    r"[A-Z]{1,5}(?:-\w{1,3})?(?=,\s{1,4}[A-Z]{1,5}\b|,?\s{1,4}(?:and|or|&)\s{1,4}[A-Z]{1,5}(?:-\w{1,3})?(?![\w'’]|\s+[A-Z]))"
)
_QUOTED_NEXT = re.compile(r",\s{0,8}[\"“‘]")
_LISTED_NEXT = re.compile(r"[\"”’]\s{0,8}(?:and\s{1,8}|or\s{1,8})?[\"“‘]\w")
_BEFORE_DASH = frozenset(("LABEL", "CONTAINER", "UNIT", "HEADING", "QUOTE", "QUOTE_NOUN", "WATER"))
_DASHED_ORDER = re.compile(
    r"[-–—]\s+(?:(?:delete|insert|add|replace|substitute|omit|strike|remove|change|amend|cancel|revise)d?\b|in\s+the\s|for\s+[\"“'‘]|the\s+(?:first|second|third|last|words?)\b)",
    re.IGNORECASE,
)
_ORDER_BEHIND = re.compile(
    r"\n\s*(?:(?:delete|insert|add|replace|substitute|omit|strike|remove|change|revise)\b|in\s+the\s|for\s+[\"“'‘]|the\s+(?:first|second|third|last|words?)\b)",
    re.IGNORECASE,
)


def _ends_heading(text: str, at: int, end: int, out: list[Token]) -> bool:
    """Whether a line that names a provision, with its title, heads the order on the next line."""
    if _ORDER_BEHIND.match(text, at, end) is None:
        return False
    line = text.rfind("\n", 0, at) + 1
    said = [token for token in out if token.start >= line and token.kind != "STOP"]
    labels = [index for index, token in enumerate(said) if token.kind == "LABEL"]
    if not labels or labels[0] > 1 or at - line > 90:
        return False
    return all(
        token.kind in ("LABEL", "PROVISION", "CONTAINER", "PARAGRAPH", "COMMA_LABEL", "PREPOSITION", "LIST")
        or not text[token.start].islower()
        for token in said
    )


_ABBREVIATIONS = frozenset(
    "inc corp co ltd llc llp lp plc no nos sec art st mr mrs ms dr jr sr vs approx cl para paras lit l.p l.l.c u.s s.a n.a n.v cf etc".split()
)
_STARTS = re.compile(
    r"\s+(?:The|This|These|That|In|It|If|Section|Clause|Paragraph|All|Any|Each|No|For|Upon|Except|As)\b"
)


def _abbreviates(text: str, token: Token, out: list[Token]) -> bool:
    """Whether a full stop ends an abbreviation, not a sentence."""
    ahead = re.compile(r"\s+([a-z])").match(text, token.end, token.end + 60)
    if ahead:
        return True
    word = out[-1].word.rstrip(".") if out and out[-1].end == token.start else ""
    return word in _ABBREVIATIONS and not _STARTS.match(text, token.end)


_WHEREVER_ASIDE = re.compile(
    r"\(\s*(?:wherever|whenever|in\s+(?:each|every)\s+(?:place|instance))\s*(?:(?:it|they)\s+)?"
    r"(?:occurring|appearing|occurs?|appears?|used)?\s*\)",
    re.IGNORECASE,
)


def _is_phrase_paren(text: str, at: int, end: int) -> bool:
    match = PHRASE.match(text, at, end)
    inner = PHRASE.match(text, at + 1, end)
    if inner is not None and inner.lastgroup == "EXCEPT":
        return True
    return (match is not None and match.lastgroup == "BEFORE_STOP") or _WHEREVER_ASIDE.match(
        text, at, end
    ) is not None


_ENTITLED = ("entitled", "titled", "captioned", "headed", "named")


def _names_by_heading(out: list[Token]) -> bool:
    """Whether a quotation names a provision by its heading alone: the section entitled "Term", under the heading "Fees"."""
    if len(out) > 1 and out[-1].word in _ENTITLED:
        known = len(out) > 2 and out[-3].word in ("the", "that", "said", "such")
        return known and out[-2].kind in ("PROVISION", "PARAGRAPH") and not out[-2].word.endswith("s")
    words = [token.word for token in out[-3:]]
    return words in (["under", "the", "heading"], ["under", "the", "caption"], ["beneath", "the", "heading"])


def _quote(text: str, quotation: Quotation, sentence: int, end: int, out: list[Token]) -> int:
    inner = (quotation.inner_start, quotation.inner_end)
    word = " ".join(text[inner[0] : inner[1]].split())
    if (
        out
        and out[-1].kind in ("CONTAINER", "PROVISION", "PARAGRAPH")
        and re.fullmatch(r"(?:[A-Z0-9]{1,3}(?:[.-]\w{1,3})?|\(\w{1,5}\)),?", word)
    ):
        out.append(Token("LABEL", quotation.start, quotation.end, word.rstrip(",")))
        return quotation.end
    if _names_by_heading(out):
        out[-1].kind = "SILENT" if out[-1].word in _ENTITLED else "PROVISION"
        out.append(Token("LABEL", quotation.start, quotation.end, f"“{word.strip(' .,:;')}”"))
        return quotation.end
    joined = len(out) > 1 and out[-1].kind == "LIST" and out[-2].word in _ENTITLED
    if joined or (out and out[-1].word in _ENTITLED):
        return quotation.end
    noun = out[-1].word if out and out[-1].kind == "QUOTE_NOUN" else None
    if (means(text, quotation.end, end) and announced(text, sentence, quotation.start)) or defines_in_columns(
        text, sentence, quotation.start, quotation.end, end
    ):
        stop = block_end(text, quotation.start, end)
        out.append(Token("BLOCK", quotation.start, stop, inner=trimmed(text, quotation.start, stop)))
        return stop
    listed = word.endswith(",") and _LISTED_NEXT.match(text, inner[1], end) is not None
    if listed:
        inner, word = (inner[0], inner[0] + len(text[slice(*inner)].rstrip(" \n\t,"))), word.rstrip(",")
    out.append(Token("QUOTE", quotation.start, quotation.end, word, inner=inner, noun=noun))
    if listed:
        out.append(Token("COMMA", quotation.end, quotation.end, ","))
    return quotation.end


def _word(text: str, at: int, limit: int, end: int, out: list[Token]) -> Token:
    """The token that starts at `at`, which is neither blank nor a quotation mark."""
    before = out[-1] if out else None
    label = _label(text, at, limit, out)
    if label is not None:
        return label
    named = _NAMED_ROW.match(text, at, limit)
    if named:
        return Token("ROW", at, named.end(), " ".join(named[1].split()))
    row = _ROW_FOR.match(text, at, end)
    if row:
        if row.end() < end and text[row.end()] in "\"“'‘":
            for quotation in lift(text, row.end(), min(end, row.end() + 400))[:1]:
                name = " ".join(text[quotation.inner_start : quotation.inner_end].split())
                return Token("ROW", at, quotation.end, name)
        name_match = _ROW_NAME.match(text, row.end(), limit)
        if name_match:
            return Token("ROW", at, name_match.end(), " ".join(name_match[0].split()))
    nth = _NTH_SCHEDULE.match(text, at, limit)
    if nth:
        return Token("SCHEDULE", at, nth.end(), " ".join(nth[1].lower().split()), noun="schedule")
    for pattern, kind in ((_SCHEDULE, "SCHEDULE"), (_AGREEMENT, "AGREEMENT")):
        match = pattern.match(text, at, limit)
        if kind == "SCHEDULE" and match and text[match.end() :][:3].lstrip()[:1] in '"“':
            continue
        if match and not _OWN_WORD.match(text, at, limit):
            words = " ".join(match[0].split())
            if kind == "SCHEDULE":
                return Token(kind, at, match.end(), match["noun"].lower(), noun=match["noun"].lower())
            return Token(kind, at, match.end(), words)
    match = PHRASE.match(text, at, limit)
    if match and not (match.lastgroup == "READ" and match[0].lower() == "read" and before is None):
        return _phrase(match, at)
    match = _WORD.match(text, at, limit)
    assert match is not None
    token = _plain_word(match, at)
    if token.word in ("clause", "parenthetical") and _QUOTED_CLAUSE.match(text, token.end, end):
        token.kind, token.word = "QUOTE_NOUN", "words"
    if token.word in _NUMBERED_NOUNS and _NUMBER_BEHIND.match(text, token.end, end):
        token.kind = "PROVISION"
    if token.word == "para" and before is not None and before.kind == "ORDINAL":
        token.kind = "PARAGRAPH"
    behind = _SHORT_NOUNS.get(token.word)
    if behind is not None and behind.match(text, token.end, end):
        token.kind = "PROVISION"
    if (
        token.word in ("number", "numbers", "letter")
        and before is not None
        and before.kind in ("PROVISION", "PARAGRAPH", "CONTAINER")
    ):
        token.kind = "NUMBER_WORD"
    return token


_QUOTED_CLAUSE = re.compile(
    r"(?:\s+(?:therein|thereof))?(?:,?\s+(?:which|that)\s+(?:reads?|states?|says?)(?:\s+as\s+follows)?:?)?\s+[\"“](?!\(?\w{1,4}\)?[.,]?[\"”])"
)
"""Behind "clause", where it is no numbered one but words of a sentence, which are quoted."""
_NUMBERED_NOUNS = frozenset(
    "condition conditions rule rules route routes regulation regulations covenant standard".split()
)
_SHORT_NOUNS = {
    "art": re.compile(r"\.?\s{0,4}\d"),
    "lit": re.compile(r"\.?\s{0,4}\(?[a-z]{1,2}\b"),
    "letter": re.compile(r"\s{1,4}\(?[a-z]{1,2}\)"),
}
"""Short nouns of provisions, and what must stand behind each: "Art. 4", "lit. b", "letter b)"."""
_NUMBER_BEHIND = re.compile(r"\s+(?:Nos?\.\s{0,2})?\(?\d")
_NTH_SCHEDULE = re.compile(
    r"(?:the\s+)?((?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?:schedule|appendix|annex(?:ure)?))\b",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"\s+(?:the\s+)?([A-Z][\w&'’-]*(?:\s+(?:(?:of|and|the|to|for|or)\s+)?[A-Z][\w&'’-]*){0,7})"
)
_OWN_WORD = re.compile(r"this\s+(?:\w+\s+){0,3}?(?:letter|deed)\b", re.IGNORECASE)


def _phrase(match: re.Match[str], at: int) -> Token:
    kind = "BEFORE_LAST" if match["BEFORE_LAST"] else "ROW_KEY" if match["ROW_KEY"] else str(match.lastgroup)
    words = " ".join(match[0].split())
    token = Token(kind, at, match.end(), words.lower())
    if kind == "NEXT_TO_LAST":
        token.kind, token.numbers = "ORDINAL", (-2,)
    elif kind == "BEFORE_LAST":
        token.noun, token.numbers = match["bl"].lower(), (-2,)
    elif kind == "ROW_KEY":
        token.kind, token.word = "ROW", match["rk"]
    elif kind == "PAPER":
        token.word = re.sub(r"^(?:the|said|such)\s+", "", words.lower())
    elif kind in ("NTH", "COLUMN"):
        token.kind = "SILENT"
    elif kind == "EACH_OF":
        token.kind = "DETERMINER"
    elif kind == "AUXILIARY":
        token.kind, token.word = "WATER", "is"
    elif kind == "MARK_NAME":
        token.kind, token.word = "MARK", "." if words.lower().startswith("full") else ";"
    elif kind == "OWN":
        token.noun = "own"
    elif kind == "DEFINED_TERM":
        token.kind, token.noun = (
            "DEFINITION",
            "of" if re.search(r"\b(?:of|for|terms?|expressions?|phrases?|words?)$", words.lower()) else None,
        )
    return token


def _label(text: str, at: int, limit: int, out: list[Token]) -> Token | None:
    """A label behind a noun, another label, or printed so that it can be nothing else."""
    before = out[-1] if out else None
    if (
        before is not None
        and before.kind == "COMMA"
        and len(out) > 1
        and out[-2].kind == "PROVISION"
        and out[-2].word.endswith("s")
        and text[at].isdigit()
    ):
        out.pop()
        before = out[-1]
    renumbers = _renumbers(out)
    after_noun = renumbers or (
        before is not None
        and (
            before.kind in ("PROVISION", "PARAGRAPH", "CONTAINER", "NUMBER_WORD")
            or (before.kind == "UNIT" and text[at].isdigit())
        )
    )
    in_row = before is not None and (
        (before.kind in ("LIST", "THROUGH") and len(out) > 1 and out[-2].kind in ("LABEL", "COMMA_LABEL"))
        or (
            before.kind == "COMMA_LABEL"
            and (
                text[at].isdigit()
                or (text[at] == "(" and len(out) > 1 and out[-2].word.endswith(")"))
                or (len(out) > 1 and out[-2].word[:1].isupper() and _LETTER_IN_ROW.match(text, at, limit))
            )
        )
    )
    match = None
    if after_noun or in_row:
        match = _LABEL.match(text, at, limit)
        if (
            match
            and match[0].isalpha()
            and match[0].lower() in ("a", "an", "i")
            and match[0].islower()
            and not after_noun
        ):
            match = None
    elif before is not None and before.kind == "LABEL":
        match = _LABEL.match(text, at, limit)
        if match and not (
            match[0].startswith("(")
            or (len(match[0]) <= 2 and match[0].isupper())
            or re.match(r"[a-z]\.(?:,|\s)", text[at : at + 3])
        ):
            match = None
        if (
            match
            and re.match(r"\s+[A-Z]{3}", text[match.end() : match.end() + 6])
            and not match[0].startswith("(")
        ):
            match = None
    if match is None:
        match = _DOTTED.match(text, at, limit)
        if match is None and (before is None or before.kind in ("STOP", "GAP", "NEW", "PREPOSITION")):
            match = _JOINED.match(text, at, limit)
        if match is None and (before is None or before.kind in ("STOP", "LIST", "SEMICOLON")):
            match = _BRACKETED.match(text, at, limit)
            if match and not re.match(
                r"\s+(?:becomes?|is|are|shall)\b", text[match.end() : match.end() + 12]
            ):
                match = None
        if match is None and before is not None and (before.kind in _BEFORE_BRACKET or in_row):
            match = _BRACKETED.match(text, at, limit)
            if (
                match
                and match[0].strip("( )").isdigit()
                and before.kind not in ("LABEL", "VERB")
                and not in_row
            ):
                match = None
        if (
            match
            and match[0][0].isdigit()
            and before is not None
            and before.kind == "WATER"
            and before.word in ("$", "£", "€", "of", "than")
        ):
            match = None
    if match is None:
        return None
    end = match.end()
    if text[end - 1].isdigit() and _CLOCK_OR_LINE.match(text, end):
        return None
    if before is not None and before.word in ("letter", "lit") and text[end : end + 1] == ")":
        return Token("LABEL", at, end + 1, f"({match[0]})")
    if text[end : end + 1] == "." and re.match(r"\.(?=\s*[,:;(]|\s+[a-z]|\s+[A-Z]\.)", text[end : end + 6]):
        end += 1
    return Token("LABEL", at, end, " ".join(match[0].split()))


_CLOCK_OR_LINE = re.compile(r":\d\d\b|-\d{3,4}\b")
"""What makes a number the hour of a time, or the beginning of a telephone number."""
_BEFORE_BRACKET = frozenset(
    (
        "PREPOSITION",
        "THROUGH",
        "AT_END",
        "AT_START",
        "AFTER",
        "BEFORE",
        "BETWEEN",
        "BECOME",
        "VERB",
        "LABEL",
        "DETERMINER",
        "PROVISION",
    )
)


def _renumbers(out: list[Token]) -> bool:
    """Whether a label is due because the verb just before renumbers."""
    for token in out[-1:-3:-1]:
        if token.kind == "NUMBERED":
            return True
        if token.kind == "VERB":
            return VERBS[token.noun or token.word][0] == "RENUMBER"
        if token.word not in ("as", "to"):
            return False
    return False


_DETERMINERS = frozenset(
    "the a an each both such said any existing current entire certain whole present original aforesaid following-mentioned"
    " same its their existing newly respective applicable second-mentioned above below parts part-of aforementioned".split()
)
_SILENT = frozenset(
    "hereby further also accordingly thereby thereof therein thereto thereunder therefrom thereon in-its-entirety additional inclusive"
    " so only immediately clean complete full entirety duly simultaneously".split()
)


def _plain_word(match: re.Match[str], at: int) -> Token:
    word = match[0].lower().replace("’", "'")
    token = Token("WATER", at, match.end(), word)
    bare = word.replace("re-", "re", 1) if word.startswith("re-") else word
    if bare in VERBS:
        token.kind, token.noun = "VERB", bare
    elif word in NOMINAL_VERBS:
        token.kind = "NOMINAL"
    elif word in PROVISION_NOUNS:
        token.kind = "PROVISION"
    elif word == "paragraph":
        token.kind = "PARAGRAPH"
    elif word in CONTAINERS:
        token.kind, token.noun = "CONTAINER", CONTAINERS[word]
    elif word in UNITS:
        token.kind, token.noun = "UNIT", UNITS[word]
    elif word in MARKS:
        token.kind, token.word = "MARK", MARKS[word]
    elif word in QUOTE_NOUNS:
        token.kind = "QUOTE_NOUN"
    elif word in ("table", "chart", "grid", "matrix"):
        token.kind = "TABLE"
    elif word in ("number", "no.", "no", "numbered", "lettered", "#", "nos"):
        token.kind = "NUMBER_WORD"
    elif word in ("new", "additional", "further", "another"):
        token.kind = "NEW"
    elif word in ("of", "in", "to", "from", "for", "with", "by", "at", "under", "within", "as", "on", "into"):
        token.kind = "PREPOSITION"
    elif word in ("and", "or", "&"):
        token.kind = "LIST"
    elif word in ("it", "them", "they", "same"):
        token.kind = "PRONOUN"
    elif word == "were":
        token.kind = "WERE"
    elif word in _DETERMINERS:
        token.kind = "DETERMINER"
    elif word in _SILENT:
        token.kind = "SILENT"
    else:
        number = ordinal(word)
        if number is not None:
            token.kind, token.numbers = "ORDINAL", (number,)
        else:
            many = cardinal(word)
            if many is not None:
                token.kind, token.numbers = "CARDINAL", (many,)
    return token
