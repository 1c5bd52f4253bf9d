"""The title of a paper: where it stands, and what it says in plain words; the number that an amendment gives itself.

Rules that this file must obey:

* The title is the one that the paper states of itself, not that of the paper it amends.
* A numbered party, a company's line, a running head and an entry of a table of contents are no title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conformed.structure.layout import Line
from conformed.structure.numbers import number_from_words, ordinal_from_words

__all__ = ["NOUN", "NOUNS", "Span", "name_of", "number_in", "tidy_title", "title_of"]

Span = tuple[int, int]

NOUNS = (
    r"agreement|amendment|contract|lease|deed|licen[cs]e|endorsement|addendum|modification|supplement|variation|schedule|letter|"
    r"memorandum|indenture|note|guarant(?:y|ee)|policy|settlement|undertaking|plan|charter|terms|conditions|order|waiver|consent|restatement|"
    r"extension|termination|assignment|charge|arrangement|covenant|statement of work|mou|protocol|annex|appendix|exhibit"
)
_NOUNS_IN_CAPITALS = r"AGREEMENT|AMENDMENT|CONTRACT|LEASE|DEED|LICEN[CS]E|ADDENDUM|SUPPLEMENT|INDENTURE|GUARANTY|GUARANTEE|CHARTER"
"""What a paper calls itself, as alternatives of a pattern."""
NOUN = re.compile(rf"\b(?:{NOUNS})s?\b", re.IGNORECASE)
_ORDER_WORD = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|"
    r"seventeenth|eighteenth|nineteenth|twentieth|(?:twenty|thirty)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|\d{1,2}(?:st|nd|rd|th)"
)
_CHANGES = r"amendment|modification|endorsement|supplement|addendum|variation|deed of variation|amending agreement|change order|extension"
_ORDERED = re.compile(
    rf"\b(?P<order>{_ORDER_WORD})\s+(?:(?:omnibus|limited|general|agreement|supplemental)\s+)?(?:{_CHANGES}|amended)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"\b(?:{_CHANGES})(?:\s+(?:agreement|deed|letter))?\s*(?:no\.?|number|nr\.?|\#)?\s*(?P<number>P0*\d{{1,4}}|\d{{1,3}}\b(?![./]\d)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|[IVX]{{1,5}}\b)"
    r"|\bmodification\s+(?:no\.?|number)\s*:?\s*(?P<other>[A-Z]?0*\d{1,4})",
    re.IGNORECASE,
)
_BEFORE_TITLE = re.compile(
    r"^(?:(?:Re|RE|Subject):\s*|(?:EXHIBIT|Exhibit|EX-)?\s*\d{1,3}\.\d{1,3}(?:\.\d{1,2})?[A-Z]?\s+|(?:EXHIBIT|Exhibit)\s+\S{1,8}\s+(?=\S))+"
)
_CHANGE = re.compile(rf"\b(?:{_CHANGES})\b", re.IGNORECASE)
_SMALL = {
    "a",
    "an",
    "and",
    "as",
    "at",
    "by",
    "for",
    "in",
    "of",
    "on",
    "or",
    "the",
    "to",
    "with",
    "between",
    "among",
    "re",
}
_ROMAN = re.compile(r"[IVXLC]+$")
_SUFFIXES = {
    "LLC",
    "LP",
    "LLP",
    "L.P.",
    "L.L.C.",
    "USA",
    "US",
    "U.S.",
    "N.A.",
    "PLC",
    "II",
    "III",
    "ISDA",
    "SEC",
    "UK",
}
_COVER_LINE = re.compile(
    r"(?:exhibit|ex-)\s*[\d.()-]+|execution (?:version|copy|draft)|conformed copy|confidential treatment|\[?form\]?$|final$|draft\b|ex-\d|"
    r"(?:certain|portions|omitted|confidential|\[\*+\]).{0,400}(?:omitted|confidential|redacted|separately)|table of contents|\[?execution\]?$|"
    r"last updated|effective date:|private and confidential|strictly confidential|confidential$|index$|certain portions|\d+$",
    re.IGNORECASE,
)
_BETWEEN_LINE = re.compile(
    r"(?:by and |and )?(?:between|among|amongst)\b|and$|dated\b|effective\b|as of\b|\(?[\"“]|made\b|entered\b",
    re.IGNORECASE,
)
# A numbered party, a company's or county's line, a running head, an entry of a table of contents, an address, a sentence.
_NO_TITLE = re.compile(
    r"^\(\d{1,2}\)\s|§|\bpage \d+ of \d+|(?:\. ?){4}|"
    r"\b(?:tel|fax|telephone)\b.?:|^in witness whereof|\bmay be executed\b|^section \d|^article [ivxl\d]+\b",
    re.IGNORECASE,
)
_COMPANY_END = re.compile(r"\b(?:PLC|plc|LIMITED|Limited|L\.?L\.?C\.?|L\.?P\.?|N\.A\.)[,.]?$")
_TITLE_FIRST = re.compile(
    rf"(?:(?:EXHIBIT|Exhibit)\s+\S{{1,8}}\s+)?(?P<title>(?:(?:[A-Z][A-Z&,'’/-]*|and|of|for|the)\s){{0,10}}(?:{_NOUNS_IN_CAPITALS}))"
    r"(?=,?\s+(?:(?:by and )?between|(?:BY AND )?BETWEEN|dated|DATED|made|entered|(?!Agreement|Contract|Lease|Deed|No)[A-Z][a-z]))"
)


def title_of(text: str, lines: Sequence[Line], limit: int) -> Span | None:
    """The heading lines, nearest before `limit`, that name the paper."""
    before = [line for line in lines if line.end <= limit]
    line = next((line for line in lines if line.start < limit < line.end), None)
    if line is not None:
        words = text[line.start : limit].rstrip()
        sentence = list(re.finditer(r"[.\])][ ]+(?=[A-Z])", words[-300:]))
        cut = max(0, len(words) - 300) + sentence[-1].end() if sentence else 0
        if cut and NOUN.search(words, cut) and len(words) - cut < 200:
            return line.start + cut, line.start + len(words)
        caps = re.search(r"(?:[A-Z0-9][A-Z0-9.,#&'’/()-]*[ ]+){1,}[A-Z0-9][A-Z0-9.,#&'’/()-]*$", words)
        if caps and NOUN.search(caps[0]):
            return line.start + caps.start(), line.start + caps.end()
        if (
            NOUN.search(words)
            and len(words) < 200
            and not words[0].islower()
            and not re.search(r"\b(?:is|are|was|made|dated)\b", words)
        ):
            return line.start, line.start + len(words)
    headings = [
        (index, line)
        for index, line in enumerate(before[-60:])
        if line.end - line.start <= 160
        and NOUN.search(text, line.start, line.end)
        and text[line.start : line.start + 1].isupper()
        and not _COVER_LINE.match(text[line.start : line.end])
        and not _BETWEEN_LINE.match(text[line.start : line.end])
        and not _NO_TITLE.search(text[line.start : line.end])
    ]
    recent = before[-60:]
    if not headings:
        return None
    upper = [item for item in headings if text[item[1].start : item[1].end].isupper()]
    index, line = (upper or headings)[-1]
    first, last = _change_above(text, recent, index), index
    while first > 0 and recent[first].gap <= 1 and _is_title_line(text, recent[first - 1]):
        first -= 1
    while last + 1 < len(recent) and recent[last + 1].gap == 0 and _is_title_line(text, recent[last + 1]):
        last += 1
    return recent[first].start, recent[last].end


def _change_above(text: str, lines: Sequence[Line], index: int) -> int:
    """The line that begins "FIRST AMENDMENT / dated as of / TO / LEASE", where line `index` is its last; else `index`."""
    for above in range(index - 1, max(-1, index - 7), -1):
        words = text[lines[above].start : lines[above].end]
        if len(words) > 120 or words[-1] in ".;":
            break
        if _CHANGE.search(words) and (words.isupper() or words.istitle()):
            between = " ".join(text[line.start : line.end] for line in lines[above + 1 : index])
            return above if re.search(r"\b(?:to|of)\b", between, re.IGNORECASE) else index
    return index


def _is_title_line(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    if words[0].isdigit() or _NO_TITLE.search(words) or _COMPANY_END.search(words):
        return False
    joins = words.lower() in ("to", "to the", "of", "of the", "and", "for")
    return joins or (
        len(words) <= 120
        and not _COVER_LINE.match(words)
        and not _BETWEEN_LINE.match(words)
        and not re.search(r"[.;:]$|<|\d{5}", words)
        and (words.isupper() or NOUN.search(words) is not None)
        and not re.search(r"\b(?:INC|CORP|LLC|LTD|COMPANY|CO)\b\.?", words)
    )


def tidy_title(words: str) -> str:
    """A title in capitals as one writes it in a sentence.

    >>> tidy_title("AMENDMENT NO. 2 TO  MEDIA GATEWAY SERVICES AGREEMENT III")
    'Amendment No. 2 to Media Gateway Services Agreement III'
    """
    words = _BEFORE_TITLE.sub("", " ".join(words.split())).strip(" -–—:.")
    if not words.isupper():
        return words
    tidy = []
    for at, word in enumerate(words.split(" ")):
        bare = word.strip(".,()")
        if at and bare.lower() in _SMALL:
            tidy.append(word.lower())
        elif (
            (_ROMAN.match(bare) and bare not in ("C", "L", "MIX"))
            or bare in _SUFFIXES
            or any(c.isdigit() for c in bare)
        ):
            tidy.append(word)
        else:
            tidy.append("-".join(part.capitalize() for part in word.split("-")))
    return " ".join(tidy)


def number_in(words: str) -> int | None:
    """The number that an amendment gives itself, in whatever words.

    >>> [number_in(words) for words in ("Amendment No. 2", "TWENTIETH AMENDMENT", "MODIFICATION NO. P00001", "Lease")]
    [2, 20, 1, None]
    """
    ordered, numbered = _ORDERED.search(words), _NUMBERED.search(words)
    if ordered and (not numbered or ordered.start() <= numbered.start()):
        return ordinal_from_words(ordered["order"])
    if numbered:
        value = (numbered["number"] or numbered["other"]).lower()
        digits = value.lstrip("p").lstrip("0")
        if digits.isdigit():
            return int(digits)
        from conformed.structure.labels import roman_number

        return number_from_words(value) or roman_number(value)
    return None


def name_of(text: str, title: Span | None, preamble: Span | None) -> tuple[str | None, int | None]:
    """The title in plain words and the number of an amendment, each where the title or the opening gives it."""
    if title is None and preamble is None:
        return None, None
    whole = " ".join(re.split(r"[ ]{4,}(?=\d)", text[title[0] : title[1]])[0].split()) if title else None
    opening = " ".join(text[preamble[0] : preamble[0] + 400].split()) if preamble else ""
    if whole and (made := re.match(r"THIS\s+(.{3,80}?)\s+(?:made|dated|is|entered)\b", whole, re.IGNORECASE)):
        whole = made[1]
    if whole and re.search(r"(?:\. ?){4}", whole):
        whole = None
    if whole is None:
        found = re.match(r"(?:THIS|This)\s+(.{3,120}?)\s*(?:\(|,|is\b|made\b|dated\b|entered\b)", opening)
        whole = found[1] if found else None
    elif (first := _TITLE_FIRST.match(whole)) and len(first["title"].split()) > 1:
        whole = first["title"]
    if whole is None and (first := _TITLE_FIRST.match(opening)) and len(first["title"].split()) > 1:
        whole = first["title"]
    if whole is None:
        return None, number_in(opening[:200])
    changes = re.search(rf"\b(?:{_CHANGES})\b", whole, re.IGNORECASE) is not None
    number = number_in(whole)
    if number is None and changes:
        number = number_in(opening[:300])
    if changes:
        cut = re.match(
            r"(.{5,}?)(?:\s+(?:to|in respect of|relating to|dated|between)\s+|\s+of\s+(?!contract|variation|modification|deed)|\s+--)",
            whole,
            re.IGNORECASE,
        )
        if cut and re.search(_CHANGES, cut[1], re.IGNORECASE):
            whole = cut[1]
    return tidy_title(whole), number
