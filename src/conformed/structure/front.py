"""What stands before the numbered text: cover, table of contents, title, preamble, recitals; and what the title says.

Rules that this file must obey:

* Exhibit numbers, legends, "execution version" and tables of contents are cover matter: kept, and no text of the agreement.
* Title, number and date are those that the paper states of itself, not of the paper it amends.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from conformed.structure.dates import find_dates, find_numeric_dates
from conformed.structure.layout import Line
from conformed.structure.numbers import number_from_words, ordinal_from_words

__all__ = ["Front", "front_of", "number_in", "tidy_title"]

Span = tuple[int, int]

_NOUNS = (
    r"agreement|amendment|contract|lease|deed|licen[cs]e|endorsement|addendum|modification|supplement|variation|schedule|letter|"
    r"memorandum|indenture|note|guarant(?:y|ee)|policy|settlement|undertaking|plan|charter|terms|conditions|order|waiver|consent|restatement|"
    r"extension|termination|assignment|charge|arrangement|covenant|statement of work|mou|protocol|annex|appendix|exhibit"
)
_NOUNS_IN_CAPITALS = r"AGREEMENT|AMENDMENT|CONTRACT|LEASE|DEED|LICEN[CS]E|ADDENDUM|SUPPLEMENT|INDENTURE|GUARANTY|GUARANTEE|CHARTER"
_NOUN = re.compile(rf"\b(?:{_NOUNS})s?\b", re.IGNORECASE)
_THIS = re.compile(
    rf"\bT(?:HIS|his)\b(?!\s+(?:EXHIBIT|[Ee]xhibit|page|PAGE))(?=(?:[\s\"“”(]+[\w.#,&'’/-]+){{0,14}}?[\s\"“”(]+(?i:{_NOUNS})\b)"
)
_LEGEND = re.compile(r"confidential|omitted|redacted|read it carefully", re.IGNORECASE)
_PARTIES = re.compile(
    r"\b(?:by[ ,]+and[ ,]+(?:between|among)|between|among|by|makes?\s+this|enters?\s+into\s+this)\b",
    re.IGNORECASE,
)
_PARTIES_HEADING = re.compile(
    r"(?:BY AND )?BETWEEN:?|B E T W E E N ?:?|(?:THE )?PARTIES:?|(?:By and )?[Bb]etween:?|(?:The )?Parties:?|AMONG:?|B(?:ETWEEN|etween):?-{1,2}|T?HIS (?:DEED|AGREEMENT) IS MADE BETWEEN:?"
)
_VERB = re.compile(r"\b(?:is|are|dated|made|entered|amends|modifies|effective|sets)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:^|[.\])”\"][ ]{1,4}|[A-Z]{4,}[ ]{1,4})((?:[A-Z][a-z]|[A-Z]{2,}[ ](?:[A-Z]+[ ])*[A-Z][a-z]))"
)
_FORM = re.compile(
    r"^[ \t]*\d{1,2}[A-Z]?\.?[ \t]+DESCRIPTION OF (?:AMENDMENT|MODIFICATION)[^\n]*", re.MULTILINE
)
_RECITALS = re.compile(
    r"W\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H\b[ ]?:?|R\s?E\s?C\s?I\s?T\s?A\s?L\s?S?\b:?|RECITALS?\b:?|Recitals?\b:?|BACKGROUND\b:?|Background\b:?|PREAMBLE\b:?"
    r"|WHEREAS\b|Whereas\b|PREMISES\b:?|STATEMENT OF PURPOSE\b"
)
_RESOLUTION = re.compile(
    r"(?:NOW\b[ ,]{0,3}(?:THEREFORE|IT IS|THIS)|Now\b[ ,]{0,3}(?:therefore|Therefore|THEREFORE|it is|this)|THEREFORE\b|Therefore,|IT IS (?:HEREBY )?(?:MUTUALLY )?AGREED|It is (?:hereby )?agreed"
    r"|OPERATIVE PROVISIONS|The parties (?:hereto )?(?:hereby )?agree|THE PARTIES (?:HERETO )?(?:HEREBY )?AGREE|AGREEMENT$|Accordingly,|In consideration of|IN CONSIDERATION OF)"
)
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
_REACH = 30_000
_NO_BODY = 2000
_LEAST = 40
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


@dataclass(frozen=True, slots=True)
class Front:
    """Where the parts before the numbered text stand; None where there is none.

    Attributes:
        cover, title, preamble, recitals: their spans.
        body: offset at which the agreement's own text begins.
        name: the title in plain words, or None.
        number: of an amendment, or None.
        date: of the paper, or None.
    """

    cover: Span | None
    title: Span | None
    preamble: Span | None
    recitals: Span | None
    body: int
    name: str | None
    number: int | None
    date: dt.date | None


def front_of(text: str, lines: Sequence[Line], first: int) -> Front:
    """The parts before the numbered text.

    Args:
        text: the paper.
        lines: its lines with words.
        first: offset of the first label that begins the numbered text; the text's end without one.
    """
    form = _FORM.search(text, 0, 8000)
    if form:
        title = _title(text, lines, form.start())
        name, number = _name(text, title, (0, form.start()))
        day = _date(text, lines, form.start())
        return Front(_trimmed(text, 0, form.end()), None, None, None, form.end(), name, number, day)
    reach = min(first, _REACH)
    opening = _opening(text, lines, reach)
    recitals = preamble = None
    if opening:
        start, end = opening
        recitals = _recitals(text, start, min(len(text), max(first, end) + 25_000))
        limit = min(recitals[0], max(end, recitals[0])) if recitals else end
        if not recitals:
            resolution = _RESOLUTION.search(text, start + 1, min(len(text), end))
            limit = resolution.start() if resolution else end
        if start < first < limit:
            limit = first
        preamble = _trimmed(text, start, limit)
        body = recitals[1] if recitals else limit
        before = start
    else:
        body = before = first if first < len(text) else min(len(text), _NO_BODY)
    title = _title(text, lines, before)
    if title and not opening and first < len(text):
        preamble = _trimmed(text, title[1], first)
    if title is None and opening is None and first >= len(text):
        body = 0
    cover = _trimmed(text, 0, min(title[0] if title else before, body))
    name, number = _name(text, title, preamble)
    begins_numbered = bool(lines) and first <= lines[0].start
    day = _date(text, lines, body if begins_numbered else max(body, 400))
    return Front(cover, title, preamble, recitals, body, name, number, day)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    words = piece.strip()
    if not words:
        return None
    lead = len(piece) - len(piece.lstrip())
    return start + lead, start + lead + len(words)


def _opening(text: str, lines: Sequence[Line], reach: int) -> Span | None:
    """The paragraph that names the parties."""
    for index, line in enumerate(lines[:400]):
        if line.start >= reach:
            break
        if _PARTIES_HEADING.fullmatch(text, line.start, line.end):
            last = max((other.end for other in lines[index:] if other.start < reach), default=line.end)
            end = min(last, _block_end(text, lines, index, reach))
            return line.start, end
        if line.gap == 0 and index and line.end - line.start < 150:
            continue
        end = _paragraph_end(lines, index)
        if end - line.start < _LEAST:
            continue
        sample = text[line.start : min(end, line.start + 6000)]
        this = next(
            (
                one
                for one in _THIS.finditer(sample)
                if not _LEGEND.search(sample, one.start(), one.start() + 160)
            ),
            None,
        )
        verb = _PARTIES.search(sample, this.start() if this else 0)
        said = this and (verb or _VERB.search(sample, this.start(), this.start() + 600))
        if this and said and (this.start() < 900 or sample[: this.start()].isupper()):
            following = next(
                (at for at in range(index + 1, len(lines)) if lines[at].start >= end), len(lines)
            )
            if following < len(lines) and _PARTIES_HEADING.fullmatch(
                text, lines[following].start, lines[following].end
            ):
                end = _block_end(text, lines, following, reach)
            return line.start + this.start(), end
        named = (
            verb
            and verb.start() < 800
            and _NOUN.search(sample, 0, 300)
            and re.search(r"[\"“']|dated|\(the ", sample)
        )
        if named and not sample[:200].isupper():
            found = _NAMED.search(sample)
            return line.start + (found.start(1) if found and found.start(1) < 900 else 0), end
    return None


def _block_end(text: str, lines: Sequence[Line], index: int, reach: int) -> int:
    """The end of the list of parties that begins at a heading such as "BETWEEN:"."""
    end = lines[index].end
    for line in lines[index + 1 : index + 60]:
        if line.start >= reach or _RECITALS.match(text, line.start) or _RESOLUTION.match(text, line.start):
            break
        end = line.end
    return end


def _paragraph_end(lines: Sequence[Line], index: int) -> int:
    end = lines[index].end
    for line in lines[index + 1 :]:
        if line.gap:
            break
        end = line.end
    return end


def _recitals(text: str, start: int, reach: int) -> Span | None:
    match = _RECITALS.search(text, start, min(len(text), start + 12_000))
    if match is None:
        return None
    begin = match.start()
    resolution = _RESOLUTION.search(text, match.end(), min(len(text), begin + 25_000, reach))
    if resolution is None:
        return None
    return begin, begin + len(text[begin : resolution.start()].rstrip())


def _title(text: str, lines: Sequence[Line], limit: int) -> Span | None:
    """The heading lines, nearest before `limit`, that name the paper."""
    before = [line for line in lines if line.end <= limit]
    line = next((line for line in lines if line.start < limit < line.end), None)
    if line is not None:
        words = text[line.start : limit].rstrip()
        sentence = list(re.finditer(r"[.\])][ ]+(?=[A-Z])", words[-300:]))
        cut = max(0, len(words) - 300) + sentence[-1].end() if sentence else 0
        if cut and _NOUN.search(words, cut) and len(words) - cut < 200:
            return line.start + cut, line.start + len(words)
        caps = re.search(r"(?:[A-Z0-9][A-Z0-9.,#&'’/()-]*[ ]+){1,}[A-Z0-9][A-Z0-9.,#&'’/()-]*$", words)
        if caps and _NOUN.search(caps[0]):
            return line.start + caps.start(), line.start + caps.end()
        if (
            _NOUN.search(words)
            and len(words) < 200
            and not words[0].islower()
            and not re.search(r"\b(?:is|are|was|made|dated)\b", words)
        ):
            return line.start, line.start + len(words)
    headings = [
        (index, line)
        for index, line in enumerate(before[-60:])
        if line.end - line.start <= 160
        and _NOUN.search(text, line.start, line.end)
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
        and (words.isupper() or _NOUN.search(words) is not None)
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


def _name(text: str, title: Span | None, preamble: Span | None) -> tuple[str | None, int | None]:
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


_NAMES_ITSELF = re.compile(
    r"\s*\(\s*(?:this|the|hereinafter)?\s*[\"“']\s*(?:this\s+)?(?:amendment|modification|supplement|addendum)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\bWHEREAS\b(?:(?!\b(?:this|hereof|herein)\b).){0,400}\b(?:entered\s+into|executed|parties\s+to)\s+(?:an?|the|that)\s(?:(?!\b(?:this|hereof|herein)\b).){0,400}$",
    re.DOTALL,
)
"""A recital of an agreement that was made before: its dates are not this paper's."""
_LINK = re.compile(
    r"^[\s\"”)\]]*(?:\([^()]{0,120}\))?[\s,]*(?:[IVX]{1,4}\b)?[\s,]*(?:(?:made|entered|into|dated|effective|executed|as|of|on|the|awarded|between|them|and|by|date|in|is|was|with)\b[\s,:]*)*$",
    re.IGNORECASE,
)


def _date(text: str, lines: Sequence[Line], limit: int) -> dt.date | None:
    """The first date that the paper gives itself, rather than a paper it speaks of."""
    found = [
        *find_dates(text, start=0, end=min(len(text), limit)),
        *find_numeric_dates(text, start=0, end=min(len(text), limit)),
    ]
    starts = [line.start for line in lines if line.gap]
    for mention in sorted(found, key=lambda one: one.start)[:12]:
        place = bisect_right(starts, mention.start) - 1
        before = text[max(starts[place] if place >= 0 else 0, mention.start - 400) : mention.start]
        if (not _is_of_another(before) and not _TOLD.search(before)) or _NAMES_ITSELF.match(
            text, mention.end
        ):
            return mention.date
    return None


def _is_of_another(before: str) -> bool:
    """Whether the words before a date make it the date of a paper other than this one."""
    named = list(_OTHER_PAPER.finditer(before))
    if not named or named[-1]["which"].lower() == "this":
        return False
    last = named[-1]
    if named[0]["which"].lower() == "this" and re.match(r"[\s,)\"”]*(?:is|was|are)\b", before[last.end() :]):
        return False
    rest = before[last.end() :]
    if len(rest) > 160 or not _LINK.match(rest):
        return False
    return not re.search(r"amend", rest[:60], re.IGNORECASE)


_OTHER_PAPER = re.compile(
    rf"\b(?P<which>this|the|their|that|certain|an|a|to|our|of)\s+(?:(?!this\b)[\w&#.,'’/-]+\s+){{0,9}}?(?:{_NOUNS})\b(?:\s+(?:{_NOUNS})\b){{0,3}}",
    re.IGNORECASE,
)
