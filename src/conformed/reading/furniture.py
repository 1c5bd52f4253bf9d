"""Page furniture: page marks, page numbers, running heads and feet, legends repeated on each page.

Rules that this file must obey:

* Furniture is blanked, never cut, so that offsets stay. Its place is kept in `Source.furniture`.
* A number alone on a line is a page number only at a page break, or where such numbers count on through the paper.
* A line is a running head or foot only where it stands at page breaks again and again (digits aside).
* Where a page broke inside a paragraph, one line end is left of the whole gap.
* What a cover says once is no furniture: a legend is blanked where it comes again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass

from conformed.model.source import Furniture

__all__ = ["blank_furniture"]

_MARK = re.compile(
    r"<(?:/?(?:PAGE|DOCUMENT|TEXT)>(?:$|(?<=<PAGE>)[ \t]{1,40}(?:\d{1,3}|[ivxl]{1,6})$)|(?:TYPE|SEQUENCE|FILENAME|DESCRIPTION)>)"
)
"""A mark alone on its line; a page mark with the number that its filer counted the pages of the filing by."""
_PAGE = re.compile(r"<PAGE>(?:[ \t]{1,40}\d{1,3}(?=[ \t]{3}))?")
_TABLE_MARK = re.compile(r"</?(?:TABLE|CAPTION|S|C|FN|F\d{1,2})>(?:\s*<(?:C|S)>)*$")
_RULE = re.compile(r"\*[ \t]?\*[ \t]?\*$|-{3,}$|_{3,}$")
_NUMBER = re.compile(
    r"(?P<open>[-–—~\[(<]\s{0,3})?(?P<page>page\s{1,3}|pg\.?\s{0,3})?(?P<number>(?:[A-Z]{1,3}-)?\d{1,3}|[ivxl]{1,6})"
    r"(?P<of>\s{1,3}of\s{1,3}\d{1,3})?(?:\s{0,3}[-–—~\])>])?\.?$",
    re.IGNORECASE,
)
_LAST_NUMBER = re.compile(r"[ \t](?P<number>\d{1,3})[ \t]*$")
_FIRST_NUMBER = re.compile(r"[ \t]*(?P<number>\d{1,3})[ \t]+(?=\S)")
_STAMP = re.compile(r"Source: [^\n]{3,120}, \d{1,2}/\d{1,2}/\d{4}$")
_DIGITS = re.compile(r"\d+|\b[ivxl]{1,6}\b")
_LABEL = re.compile(
    r"\(?[A-Za-z0-9]{1,5}[.)]|(?:section|article|exhibit|schedule|appendix|annexure|annex|attachment|part)\b",
    re.IGNORECASE,
)
_FORM = re.compile(r"[|\s]*(?:by|name|title|date|its|signed|attest)\b|[^\n]*(?::|_{3,})$", re.IGNORECASE)
_LEGEND = re.compile(r"confidential|omitted|redacted|privileged|portions of this", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!\])](?=\s|$)")
_NEXT_WORD = re.compile(r"[a-z]")
_OPEN_WORD = re.compile(r"\s(?:the|an?|of|in|to|by|or|with|from|under|such|its|their|this|that)$")
"""A word behind which no paragraph ends."""
_SHORTEST_PARAGRAPH = 120
_ZONE = 4
_GAP = 4
_LONGEST_HEAD = 200
_SHORTEST_LEGEND, _LONGEST_LEGEND = 40, 900
_TIMES = 3


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    words: str
    furniture: str | None = None
    alone: bool = False


@dataclass(slots=True)
class _Pages:
    """The paper's lines; `filled` are those with words; a page starts with the filled line of each index in `breaks`."""

    lines: list[_Line]
    filled: list[_Line]
    breaks: list[int]

    def foot(self, place: int) -> list[_Line]:
        """The last lines of the page that ends at `place`, the last first."""
        return self.filled[max(0, place - _ZONE) : place][::-1]

    def head(self, place: int) -> list[_Line]:
        """The first lines of the page that starts at `place`."""
        return self.filled[place : place + _ZONE]


def blank_furniture(text: str, *, rules_are_breaks: bool = False) -> tuple[str, tuple[Furniture, ...]]:
    r"""`text` with page furniture as blanks, and what was blanked.

    Args:
        text: the paper, with plain line ends.
        rules_are_breaks: whether a horizontal rule (`* * *`) is a page break, as in markdown made from filings.

    >>> text, furniture = blank_furniture("shall be paid to\n\n    2\n<PAGE>\n\nthe Owner.")
    >>> text.split(), [piece.kind for piece in furniture]
    (['shall', 'be', 'paid', 'to', 'the', 'Owner.'], ['page-number', 'page-mark'])
    >>> text.count("\n")
    1
    """
    pages = _pages(text, rules_are_breaks)
    _mark_numbers(pages)
    _mark_running_lines(pages)
    _mark_numbers(pages)
    found = _inline_marks(text, pages) + _inline_numbers(text, pages) + _legends(text, pages)
    found += [Furniture(line.furniture, line.start, line.end) for line in pages.lines if line.furniture]
    found.sort(key=lambda piece: (piece.start, piece.end))
    return _blanked(text, pages, found), tuple(found)


def _pages(text: str, rules_are_breaks: bool) -> _Pages:
    lines: list[_Line] = []
    filled: list[_Line] = []
    breaks: set[int] = set()
    at, empty = 0, _GAP
    for raw in text.split("\n"):
        words = raw.strip()
        end = at + len(raw)
        if not words:
            empty += 1
            if empty == _GAP or "\f" in raw:
                breaks.add(len(filled))
            at = end + 1
            continue
        line = _Line(at, end, words)
        lines.append(line)
        is_break = _MARK.match(words) or (rules_are_breaks and _RULE.match(words))
        if is_break or (words[0] == "<" and _TABLE_MARK.match(words)):
            line.furniture = "page-mark"
            if is_break:
                breaks.add(len(filled))
        else:
            if "\f" in raw and raw.lstrip(" \t")[0] == "\f":
                breaks.add(len(filled))
            filled.append(line)
            if "\f" in raw and raw.lstrip(" \t")[0] != "\f":
                breaks.add(len(filled))
            line.alone = empty > 0
        if empty == 0 and len(lines) > 1:
            lines[-2].alone = False
        empty = 0
        at = end + 1
    breaks.add(len(filled))
    return _Pages(lines, filled, sorted(breaks - {0}))


def _mark_numbers(pages: _Pages) -> None:
    for place in pages.breaks:
        for zone in (pages.foot(place), pages.head(place)):
            for line in zone:
                if line.furniture:
                    continue
                if _is_number(line):
                    line.furniture = "page-number"
                break
    alone = [line for line in pages.filled if line.alone and not line.furniture and _is_number(line)]
    for index, line in enumerate(alone):
        match = _NUMBER.match(line.words)
        assert match
        number = _value(match["number"])
        counted = any(
            other is not None and other == number + step
            for step, other in ((-1, _value_of(alone, index - 1)), (1, _value_of(alone, index + 1)))
        )
        if (match["open"] and match["open"][0] in "-–—~") or match["page"] or match["of"] or counted:
            line.furniture = "page-number"


def _is_number(line: _Line) -> bool:
    return len(line.words) <= 20 and _NUMBER.match(line.words) is not None


def _value_of(lines: list[_Line], index: int) -> int | None:
    if not 0 <= index < len(lines):
        return None
    match = _NUMBER.match(lines[index].words)
    return _value(match["number"]) if match else None


def _value(number: str) -> int:
    tail = number.rpartition("-")[2]
    if tail.isdigit():
        return int(tail)
    values = {"i": 1, "v": 5, "x": 10, "l": 50}
    figures = [values[letter] for letter in tail.lower()]
    return sum(
        -here if here < after else here for here, after in zip(figures, [*figures[1:], 0], strict=True)
    )


def _mark_running_lines(pages: _Pages) -> None:
    """Lines that come again at the edges of several pages; rows of one page that are alike are not among them."""
    alike: defaultdict[str, set[int]] = defaultdict(set)
    exact: defaultdict[str, set[int]] = defaultdict(set)
    for place in pages.breaks:
        for at in range(max(0, place - _ZONE), min(place + _ZONE, len(pages.filled))):
            line = pages.filled[at]
            if _may_run(line):
                page = bisect_right(pages.breaks, at)
                alike[_DIGITS.sub("#", line.words)].add(page)
                exact[line.words].add(page)
    for kind, zone_of in (("running-foot", pages.foot), ("running-head", pages.head)):
        for place in pages.breaks:
            for line in zone_of(place):
                if line.furniture or len(line.words) > _LONGEST_HEAD:
                    continue
                shape = _DIGITS.sub("#", line.words)
                again = len(alike.get(shape, ())) >= _TIMES and not _LABEL.match(line.words)
                if again or len(exact.get(line.words, ())) >= _TIMES or _STAMP.match(line.words):
                    line.furniture = kind


def _may_run(line: _Line) -> bool:
    return not line.furniture and 8 <= len(line.words) <= _LONGEST_HEAD and not _FORM.match(line.words)


def _inline_marks(text: str, pages: _Pages) -> list[Furniture]:
    """Page marks before the first words of a line, with the page number behind them."""
    if "<PAGE>" not in text:
        return []
    alone = {line.start for line in pages.lines if line.furniture}
    return [
        Furniture("page-mark", match.start(), match.end())
        for match in _PAGE.finditer(text)
        if text.rfind("\n", max(0, match.start() - 200), match.start()) + 1 not in alone
    ]


def _inline_numbers(text: str, pages: _Pages) -> list[Furniture]:
    """Page numbers that a lost line end left behind the last words of their page, or before the first of the next."""
    feet: list[tuple[int, re.Match[str]]] = []
    heads: list[tuple[int, re.Match[str]]] = []
    for index, place in enumerate(pages.breaks):
        last = next((line for line in pages.foot(place) if line.furniture in (None, "page-number")), None)
        first = next((line for line in pages.head(place) if line.furniture in (None, "page-number")), None)
        if last is not None and not last.furniture:
            match = _LAST_NUMBER.search(text, max(last.start, last.end - 12), last.end)
            feet += [(index, match)] if match else []
        if first is not None and not first.furniture:
            match = _FIRST_NUMBER.match(text, first.start, first.end)
            heads += [(index, match)] if match else []
    return _counted(feet, 2) + _counted(heads, _TIMES)


def _counted(found: list[tuple[int, re.Match[str]]], least: int) -> list[Furniture]:
    """Those of the numbers that count on with the pages."""
    steps = Counter(int(match["number"]) - index for index, match in found)
    kept = []
    for index, match in found:
        near = sum(steps[int(match["number"]) - index + off] for off in (-1, 0, 1))
        if near >= max(least, len(found) // 3):
            kept.append(Furniture("page-number", match.start("number"), match.end("number")))
    return kept


def _legends(text: str, pages: _Pages) -> list[Furniture]:
    """Legends that stand on page after page, their line ends lost, before the page's own words."""
    seen: dict[str, list[_Line]] = {}
    first = pages.filled[: min(2 * _ZONE, pages.breaks[0])] if pages.breaks else []
    for early in first:
        seen.setdefault(early.words[:_SHORTEST_LEGEND], []).append(early)
    cover = max((early.start for early in first), default=0)
    found = []
    for place in pages.breaks:
        line = next((line for line in pages.head(place) if not line.furniture), None)
        if line is None or line.start <= cover or not _LEGEND.search(line.words, 0, _LONGEST_LEGEND):
            continue
        earlier = seen.setdefault(line.words[:_SHORTEST_LEGEND], [])
        others = [other for other in earlier[-2:] if other is not line]
        words = line.words[:_LONGEST_LEGEND]
        shared = max((_shared(words, other.words[:_LONGEST_LEGEND]) for other in others), default=0)
        if not earlier:
            earlier.append(line)
            later = _later_heads(pages, place, line)
            shared = max((_shared(words, other.words[:_LONGEST_LEGEND]) for other in later), default=0)
        if shared >= _SHORTEST_LEGEND:
            start = text.index(line.words[0], line.start)
            found.append(Furniture("legend", start, start + shared))
    return found


def _later_heads(pages: _Pages, place: int, line: _Line) -> list[_Line]:
    """The first line of the next page that begins as `line` does."""
    following = bisect_right(pages.breaks, place)
    for later in pages.breaks[following : following + 6]:
        if later > place:
            head = next((other for other in pages.head(later) if not other.furniture), None)
            if (
                head is not None
                and head is not line
                and head.words[:_SHORTEST_LEGEND] == line.words[:_SHORTEST_LEGEND]
            ):
                return [head]
    return []


def _shared(one: str, other: str) -> int:
    """How many characters of whole sentences two texts have in common at their start."""
    length = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    ends = [match.end() for match in _SENTENCE_END.finditer(one, 0, length)]
    return len(one) if length == len(one) else max(ends, default=0)


def _blanked(text: str, pages: _Pages, found: list[Furniture]) -> str:
    pieces: list[str] = []
    at = 0

    def keep(end: int) -> None:
        nonlocal at
        pieces.append(text[at:end])
        at = end

    def blank(end: int) -> None:
        nonlocal at
        pieces.append("".join("\n" if char == "\n" else " " for char in text[at:end]))
        at = end

    for piece in found:
        if piece.start >= at:
            keep(piece.start)
            blank(piece.end)
    keep(len(text))
    result = "".join(pieces).replace("\f", " ")
    return _joined(result, pages, found)


def _joined(text: str, pages: _Pages, found: list[Furniture]) -> str:
    """`text` with one line end left of each page break inside a paragraph."""
    inner = {line.start for line in pages.lines if line.furniture}
    inner |= {pages.filled[place].start for place in pages.breaks if place < len(pages.filled)}
    pieces: list[str] = []
    at = 0
    for offset in sorted(inner):
        if offset < at:
            continue
        before, after = len(text[:0]), offset
        before = _end_of_words(text, offset)
        after = _start_of_words(text, offset)
        if before <= at or after >= len(text) or text.count("\n", before, after) < 2:
            continue
        if _goes_on(text, before, after):
            last = text.rindex("\n", before, after)
            gap = text[before:last].replace("\n", " ")
            pieces += [text[at:before], gap]
            at = last
    pieces.append(text[at:])
    return "".join(pieces)


_SPACE = re.compile(r"\s*")
_BACK = 4000


def _start_of_words(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset, offset + _BACK)
    return match.end() if match else offset


def _end_of_words(text: str, offset: int) -> int:
    return max(0, offset - _BACK) + len(text[max(0, offset - _BACK) : offset].rstrip())


def _goes_on(text: str, before: int, after: int) -> bool:
    """Whether the words at `after` go on with the paragraph that broke off at `before`."""
    ahead = text[after : after + 80]
    if _LABEL.match(ahead):
        return False
    last = text[before - 1]
    if ahead[0].islower():
        return last not in ".!?:;" or text[max(0, before - 5) : before].rstrip().endswith(
            ("Inc.", "Co.", "No.")
        )
    reach = max(0, before - 400)
    start = text.rfind("\n", reach, before) + 1 or reach
    line = text[start:before].strip()
    if last not in ",-–—" and not (last.isalnum() and last.islower()):
        return False
    words = ahead.split("\n")[0].split()
    if _OPEN_WORD.search(text, max(0, before - 12), before):
        paragraph = text.rfind("\n\n", max(0, before - 1_000), before)
        if before - paragraph >= _SHORTEST_PARAGRAPH and not ahead.split("\n")[0].isupper():
            return True
    headed = ahead.split("\n")[0].isupper() or (len(words) <= 6 and all(word[:1].isupper() for word in words))
    return len(line) >= 45 and not headed
