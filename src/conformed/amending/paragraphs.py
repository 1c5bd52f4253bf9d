"""The amendment's own paragraphs, told apart from the new text that they order inserted.

Rules that this file must obey:

* A label belongs to the amendment where it goes on with the amendment's own row of labels ("(b)" after "(a)"), or
  starts one below it. Every other label belongs to the text being inserted, or to the sentence it stands in.
* Block text starts where a paragraph announces it ("... as follows:") and ends where the amendment's own voice
  comes back: its next label, "now reads", a new order, boilerplate.
* Nothing is cut: each offset between `start` and `end` of the operative part lies in one segment at most, in order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from conformed.amending.aligned_tables import aligned_tables
from conformed.amending.change_tables import change_rows, is_whole
from conformed.amending.chunks import Chunk, chunks_of, target_headings
from conformed.amending.labels import successor
from conformed.amending.quotations import lift, net
from conformed.amending.voice import announces_text, is_boilerplate, is_connective, is_order, orders_strictly

__all__ = ["Paragraph", "Segment", "own_paragraphs"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a paragraph: the amendment's own words (`text`), or new text set off from them (`block`)."""

    kind: str
    start: int
    end: int


@dataclass(slots=True)
class Paragraph:
    """A labelled (or unlabelled) paragraph of the amendment itself.

    Attributes:
        labels: the labels printed, outer to inner; empty for text before the first.
        depth: how many paragraphs it stands under.
        segments: what it says, in order, its label left out.
        names: the part of the agreement that it is headed with, where the paper is laid out by the agreement's own
            articles ("ARTICLE 12 - HOLIDAYS").
        cell: where the paper is laid out as a table, the offsets of the cell that names the provision changed.
        old: of such a row, the offsets of the words in force, where the new words stand beside them.
    """

    labels: tuple[str, ...]
    depth: int
    start: int
    segments: list[Segment] = field(default_factory=list)
    names: str | None = None

    cell: tuple[int, int] | None = None
    old: tuple[int, int] | None = None

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.segments[-1].end if self.segments else self.start


@dataclass(slots=True)
class _Level:
    style: str
    value: tuple[int, ...]
    printed: str
    indent: int


_QUOTES = '"“„«`'
_TARGET_LABEL = re.compile(
    r"(?:sections?|clauses?|paragraphs?|articles?|items?|exhibits?|schedules?|annexure|annex|appendix|attachment|part)\s+((?:[\w.]+|\(\w+\))+)",
    re.IGNORECASE,
)
_TITLE_BEHIND = re.compile(r"(?:\s*\([^()\n]{0,80}\))?\s*(?::|\s[-–—])\s+")
_TITLE_LINE = re.compile(
    r"[ \t]*[-–—:.]?[ \t]*(?:\(?[A-Z][\w&'’/-]*+\)?+(?:[ \t]++|(?=\n))|(?:of|and|the|to|for|in|on|or)[ \t]++){0,8}+\n\s*+(?=(?i:delete|replace|insert|add|strike|omit|change)\b)"
)
_NUMBERED_TITLE = re.compile(r"\d{1,2}[.)]?\s+(?:[A-Z][\w ]{0,60}[.:]\s+)?")
_PLACE_NAMED = re.compile(
    r"\b(?:sections?|clauses?|articles?|schedules?|exhibits?|appendix)\s+[\dA-Z]", re.IGNORECASE
)
_STRUCK = re.compile(r"\s*(?:deleted|omitted|struck|cancelled)\b", re.IGNORECASE)
_COLON = re.compile(r":(?=\s)")
_LOOK_AHEAD = 400
_LIST_AHEAD = 8
_MOST_BLOCKS = 100


class _Reader:
    def __init__(self, text: str, chunks: list[Chunk]) -> None:
        self.headings = target_headings(text, chunks)
        self.text = text
        self.chunks = chunks
        self.levels: list[_Level] = []
        self.left: list[_Level] = []
        self.lead: int | None = None
        self.resumed = 0
        self.paragraphs: list[Paragraph] = []

    def read(self) -> list[Paragraph]:
        index = 0
        while index < len(self.chunks):
            chunk = self.chunks[index]
            if chunk.start in self.headings:
                label, names = self.headings[chunk.start]
                self.levels, self.lead = [_Level("heading", (0,), label, chunk.indent)], None
                self.paragraphs.append(Paragraph((label,), 0, chunk.start, names=names))
                index += 1
                if chunk.label is not None and chunk.label.bare == names:
                    self._append("text", chunk.label.end, chunk.end)
                    index = self._block(self._soft(index))
                continue
            own = self._own(chunk)
            if own is not None and (chunk.hard or own[0] in ("next", "child")):
                self._open(chunk, *own)
            else:
                if not self.paragraphs or self._leads_anew(chunk):
                    self.left = self.levels[:1] or self.left
                    self.levels, self.lead = [], None
                    self.paragraphs.append(Paragraph((), 0, chunk.start))
                self._append("text", chunk.start, chunk.end)
            index = self._block(self._soft(index + 1))
        return self.paragraphs

    def _leads_anew(self, chunk: Chunk) -> bool:
        """Whether a paragraph without a label, as large as the one that led into the list above, orders something."""
        return (
            self.lead is not None
            and chunk.hard
            and chunk.label is None
            and not chunk.bullet
            and chunk.indent <= self.lead
            and orders_strictly(self.text, chunk.start, chunk.end)
        )

    def _soft(self, index: int) -> int:
        """Take in the pieces of a sentence that only seemed to start with a label; the index of the chunk behind."""
        while index < len(self.chunks) and not self.chunks[index].hard:
            chunk = self.chunks[index]
            segments = self.paragraphs[-1].segments
            if not segments and self.paragraphs[-1].labels and (self._own(chunk) or ("",))[0] == "child":
                break
            if segments and segments[-1].kind == "text":
                own = self._own(chunk)
                if (
                    own is not None
                    and own[0] in ("next", "child")
                    and self._is_own_here(segments[-1], chunk, own[0])
                ):
                    break
            self._append("text", chunk.start, chunk.end)
            index += 1
        return index

    def _is_own_here(self, segment: Segment, chunk: Chunk, how: str) -> bool:
        """Whether a label within a paragraph is the amendment's: not in a quotation, nor in new text behind a colon."""
        quotations = lift(self.text, segment.start, segment.end)
        if quotations and not quotations[-1].closed:
            return False
        colon = next(
            (
                m.start() + 1
                for m in _COLON.finditer(self.text, segment.start, segment.end - 1)
                if not any(q.start < m.start() < q.end for q in quotations)
            ),
            None,
        )
        new_text = colon is not None and announces_text(self.text, segment.start, colon) == "text"
        if new_text:
            return how == "next" and is_order(self.text, chunk.start, chunk.end)
        return True

    # -- own labels ---------------------------------------------------------------------------------------------

    def _own(self, chunk: Chunk) -> tuple[str, int, int] | None:
        """How a chunk's label goes on with the amendment's own: (`next`, `child`, `jump`, `restart`), level, reading."""
        label = chunk.label
        if chunk.bullet:
            return self._own_bullet(chunk)
        if label is None or (self.headings and label.printed[:1].isalpha() and " " in label.printed):
            return None
        if self._names_target(chunk):
            return None
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            for number, (style, value) in enumerate(label.readings):
                if style == level.style and value == successor(level.value):
                    return "next", depth, number
        for number, (style, value) in enumerate(label.readings):
            if self._starts_row(style, value):
                return "child", len(self.levels), number
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            for number, (style, value) in enumerate(label.readings):
                if style == level.style and value[:-1] == level.value[:-1]:
                    step = value[-1] - level.value[-1]
                    if (0 <= step <= 3 or value[-1] == 1) and abs(chunk.indent - level.indent) <= 4:
                        return ("jump" if step >= 0 else "restart"), depth, number
        for number, (style, value) in enumerate(label.readings if not self.levels and chunk.hard else ()):
            if any(style == level.style and value == successor(level.value) for level in self.left):
                return "child", 0, number
        if not self.levels and chunk.hard and label.readings[0][1][-1] <= 3:
            return "child", 0, 0
        return None

    def _title_line(self, at: int) -> re.Match[str] | None:
        """The title behind a label, where it ends the line and a bare order begins the next."""
        match = _TITLE_LINE.match(self.text, at, at + 200)
        if match is None or _PLACE_NAMED.search(
            self.text, match.end(), self.text.find("\n", match.end(), match.end() + 60)
        ):
            return None
        return match

    def _own_bullet(self, chunk: Chunk) -> tuple[str, int, int]:
        """How a bullet goes on with the lists that are open: by its indent."""
        for depth in range(len(self.levels) - 1, -1, -1):
            if self.levels[depth].style == "bullet" and abs(self.levels[depth].indent - chunk.indent) <= 1:
                return "next", depth, -1
        outer = (
            depth
            for depth, level in enumerate(self.levels)
            if level.style == "bullet" and level.indent > chunk.indent
        )
        return "child", next(outer, len(self.levels)), -1

    def _names_target(self, chunk: Chunk) -> bool:
        """Whether a label names a provision of the agreement, about which an order follows: "2.01: Delete ..."."""
        label = chunk.label
        if label is None:
            return False
        behind = label.end
        if not label.printed.endswith((":", "–", "—")):
            title = _TITLE_BEHIND.match(self.text, label.end, chunk.end) or self._title_line(label.end)

            if title is None:
                return False
            behind = title.end()
        numbered = "1.1" in label.readings[0][0] or (label.printed[:1].isalpha() and " " in label.printed)
        return numbered and (
            is_order(self.text, behind, min(chunk.end, behind + 60))
            or _STRUCK.match(self.text, behind, chunk.end) is not None
        )

    def _starts_row(self, style: str, value: tuple[int, ...]) -> bool:
        styles = [level.style for level in self.levels]
        if style in styles:
            if len(value) > 2 and value[-1] == 1 and value[:-1] == self.levels[-1].value:
                return True
            depth = styles.index(style)
            above = self.levels[depth].value
            return (
                len(value) > 1 and value[-1] == 1 and value[:-1] == successor(above[:-1])
                if len(above) > 1
                else False
            )
        if len(value) > 1:
            head = self.levels[-1].value[-1] if self.levels else None
            return value[-1] == 1 and (head is None or value[-2] == head or len(self.levels) < 2)
        return value == (1,) or (value == (24,) and style.endswith("a"))

    def _open(self, chunk: Chunk, how: str, depth: int, reading: int) -> None:
        if not self.levels:
            self.lead = self._lead_indent(chunk)
        if chunk.bullet:
            del self.levels[depth:]
            self.levels.append(_Level("bullet", (0,), "", chunk.indent))
            self._begin(depth, chunk.start)
            self._append("text", chunk.bullet, chunk.end)
            return
        label = chunk.label
        assert label is not None
        style, value = label.readings[reading]
        same = [
            i
            for i, level in enumerate(self.levels)
            if level.style == style and (len(value) < 3 or len(level.value) == len(value))
        ]
        if same and (how == "child" or (how == "next" and style.endswith(".1") and len(value) > 1)):
            depth = same[0]
        del self.levels[depth:]
        self.levels.append(_Level(style, value, label.printed, chunk.indent))
        self._begin(depth, label.start)
        self._append("text", label.end, chunk.end)

    def _begin(self, depth: int, start: int) -> None:
        labels = tuple(level.printed for level in self.levels if level.printed)
        self.paragraphs.append(Paragraph(labels, depth + (self.lead is not None), start))

    def _lead_indent(self, chunk: Chunk) -> int | None:
        """How far the unlabelled paragraph is set in that leads into the list a chunk opens; None where none does."""
        before = self.paragraphs[-1] if self.paragraphs else None
        if before is None or before.labels or not before.segments or before.segments[-1].kind != "text":
            return None
        said = self.text[before.start : chunk.start].rstrip()
        if chunk.hard and not said.endswith((":", ":-", ": -", "—")):
            return None
        if not orders_strictly(self.text, before.segments[-1].start, before.segments[-1].end):
            return None
        line = self.text.rfind("\n", 0, before.segments[-1].start) + 1
        return before.segments[-1].start - line

    def _append(self, kind: str, start: int, end: int) -> None:
        segments = self.paragraphs[-1].segments
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if end <= start:
            return
        if (
            segments
            and segments[-1].kind == kind == "text"
            and "\n\n" not in self.text[segments[-1].end : start]
        ) or (segments and segments[-1].kind == kind == "block"):
            segments[-1] = Segment(kind, segments[-1].start, end)
        else:
            segments.append(Segment(kind, start, end))

    # -- block text ---------------------------------------------------------------------------------------------

    def _block(self, index: int, *, forced: bool = False) -> int:
        """Give the block text that follows to the paragraph it belongs to; the index of the chunk behind it."""
        if index >= len(self.chunks) or not self.paragraphs or not self.paragraphs[-1].segments:
            return index
        paragraph = self.paragraphs[-1]
        segment = paragraph.segments[-1]
        if segment.kind != "text":
            return index
        open_quote = self._open_quotation(segment)
        announced = "text" if forced else announces_text(self.text, segment.start, segment.end)
        self._split_behind_quotation(index)
        first = self.chunks[index]
        if first.start in self.headings:
            return index
        if first.bullet and open_quote is None and is_order(self.text, first.start, first.end):
            return index
        quoted = self.text[first.start : first.start + 1] in _QUOTES
        if open_quote is not None:
            stop = self._quoted_end(index, depth=1)
            if stop > index:
                paragraph.segments.pop()
                self._append("text", segment.start, open_quote)
                self._append("block", open_quote, self.chunks[stop - 1].end)
                return self._resume(stop)
            return index
        if not first.hard or not (announced or (quoted and self._is_block_quotation(first))):
            return index
        own = self._own(first)
        targets = {
            match[1].strip("()").rstrip(".").lower()
            for match in _TARGET_LABEL.finditer(self.text, segment.start, segment.end)
        }
        targets |= {re.split(r"[.()]+", target)[-1] for target in targets if first.indent > self._indent()}
        if own is not None and own[0] in ("next", "child") and first.label is not None:
            named = announced is not None and first.label.bare in targets
            if not named and (own[0] == "next" or self._lists_orders(index, announced)):
                return index
        elif (
            own is not None
            and own[0] == "jump"
            and first.label is not None
            and first.label.bare not in targets
            and orders_strictly(self.text, first.start, first.end)
        ) or (not quoted and self._orders_here(first, announced, segment)):
            return index
        titled = _NUMBERED_TITLE.match(self.text, first.start, first.end)
        if titled is not None and is_boilerplate(self.text, titled.end(), first.end):
            self.paragraphs.append(Paragraph((), 0, first.start))
            return index
        if quoted and self._is_block_quotation(first):
            stop = self._quoted_end(index, depth=0)
        else:
            stop = self._plain_end(index)
        if stop > index:
            self._append("block", first.start, self.chunks[stop - 1].end)
        return self._resume(stop)

    def _indent(self) -> int:
        return self.levels[-1].indent if self.levels else 0

    def _orders_here(self, first: Chunk, announced: str | None, segment: Segment) -> bool:
        """Whether what follows an announcement is itself an order, not the text announced."""
        if announced != "text":
            return is_order(self.text, first.start, first.end)
        said = self.text[segment.start : segment.end].rstrip()
        weak = not said.endswith((":", "-")) or not is_order(self.text, segment.start, segment.end)
        return weak and orders_strictly(self.text, first.start, first.end)

    def _split_behind_quotation(self, index: int) -> None:
        """Cut a chunk in which "now reads:" goes on behind the quotation that opens it."""
        chunk = self.chunks[index]
        if self.text[chunk.start] not in _QUOTES:
            return
        quotations = lift(self.text, chunk.start, chunk.end, single=False)
        if not quotations or not quotations[0].closed:
            return
        at = quotations[0].end
        while at < chunk.end and (self.text[at].isspace() or self.text[at] in ".;,"):
            at += 1
        if at < chunk.end and is_connective(self.text, at, chunk.end):
            rest = Chunk(at, chunk.end, None, True, chunk.indent)
            self.chunks[index : index + 1] = [
                Chunk(chunk.start, at, chunk.label, chunk.hard, chunk.indent),
                rest,
            ]

    def _lists_orders(self, index: int, announced: str | None) -> bool:
        """Whether the chunks from `index` on are amendments, not text to be inserted."""
        ahead = self.chunks[index : index + (_LIST_AHEAD if announced == "list" else 1)]
        return any(is_order(self.text, chunk.start, chunk.end) for chunk in ahead)

    def _resume(self, index: int) -> int:
        """Take in what the paragraph goes on to say behind a block ("now reads:"), and the block behind that."""
        if index < len(self.chunks) and self.resumed < _MOST_BLOCKS:
            chunk = self.chunks[index]
            if chunk.label is None and is_connective(self.text, chunk.start, chunk.end):
                self._append("text", chunk.start, chunk.end)
                self.resumed += 1
                index = self._block(
                    self._soft(index + 1), forced=self.text[chunk.start : chunk.end].rstrip().endswith(":")
                )
                self.resumed -= 1
                return index
        return index

    def _open_quotation(self, segment: Segment) -> int | None:
        """Where a quotation opens that this text does not close, behind an announcement of block text."""
        quotations = lift(self.text, segment.start, segment.end)
        if not quotations or quotations[-1].closed:
            return None
        at = quotations[-1].start
        before = self.text[segment.start : at].rstrip()
        if before.endswith(":") or announces_text(self.text, segment.start, at):
            return at
        return None

    def _is_block_quotation(self, chunk: Chunk) -> bool:
        """Whether a quotation opens a chunk and reaches its end (not: a defined term that opens a definition)."""
        quotations = lift(self.text, chunk.start, chunk.end, single=False)
        if not quotations:
            return False
        first = quotations[0]
        return not first.closed or not self.text[first.end : chunk.end].strip(" \n\t.;,|_*")

    def _quoted_end(self, index: int, *, depth: int) -> int:
        """The chunk behind a block quotation that is open `depth` times before `index`."""
        closed: int | None = None
        last = min(len(self.chunks), index + _LOOK_AHEAD)
        at = index
        while at < last:
            chunk = self.chunks[at]
            if chunk.start in self.headings or (at > index and self._names_target(chunk)):
                break
            if at > index or depth:
                own = self._own(chunk)
                ended = closed == at
                if own is not None and (
                    (own[0] == "next" and (ended or self._orders(at) or self._titles_orders(at)))
                    or (own[0] in ("jump", "restart") and ended and chunk.hard and self._orders(at))
                ):
                    break
                if chunk.label is None and chunk.hard and ended and self.text[chunk.start] not in _QUOTES:
                    if is_connective(self.text, chunk.start, chunk.end):
                        break
                    if is_boilerplate(self.text, chunk.start, chunk.end) or orders_strictly(
                        self.text, chunk.start, chunk.end
                    ):
                        break
            depth += net(self.text, chunk.start, chunk.end)
            at += 1
            if depth <= 0 and self.text[chunk.start : chunk.end].rstrip(" \n\t.;,|_*")[-1:] in "\"”'’":
                closed = at
                depth = 0
            elif closed is None and depth <= 0:
                closed = at
        if closed is None and at == last:
            return min(at, self._plain_end(index))
        return closed if closed is not None else at

    def _orders(self, index: int) -> bool:
        """Whether a paragraph says of a named thing that it is changed; its label may stand in a line of its own."""
        chunk = self.chunks[index]
        end = chunk.end
        if chunk.label is not None and not self.text[chunk.label.end : end].strip():
            end = self.chunks[min(index + 1, len(self.chunks) - 1)].end
        return orders_strictly(self.text, chunk.start, end)

    def _titles_orders(self, index: int) -> bool:
        """Whether a label stands before a title in capitals alone, and the next paragraph orders: "3. FEES. / A. Section 2 is amended"."""
        chunk = self.chunks[index]
        if chunk.label is None or index + 1 >= len(self.chunks):
            return False
        title = self.text[chunk.label.end : chunk.end].strip(" \n\t.:-–—")
        return title.isupper() and len(title) < 80 and self._orders(index + 1)

    def _is_bare_heading(self, chunk: Chunk) -> bool:
        """Whether a chunk is one line of capitals, as the amendment heads what it orders next."""
        line = self.text[chunk.start : chunk.end].strip()
        return (
            chunk.label is None
            and chunk.hard
            and len(line) < 60
            and line.replace(" ", "").isalpha()
            and line.isupper()
        )

    def _plain_end(self, index: int) -> int:
        """The chunk behind block text that is set off without quotation marks."""
        inner: list[_Level] = []
        at = index
        while at < len(self.chunks):
            chunk = self.chunks[at]
            if chunk.start in self.headings or (at > index and self._names_target(chunk)):
                break
            if at > index:
                own = self._own(chunk)
                goes_on = _follows(chunk, inner)
                if own is not None and not self.levels and _follows(chunk, self.left) and not goes_on:
                    break
                if own is not None and own[0] == "next":
                    level = self.levels[own[1]]
                    if (
                        not goes_on
                        or self._orders(at)
                        or (chunk.indent == level.indent and inner and inner[0].indent != level.indent)
                    ):
                        break
                elif (own is not None and own[0] in ("jump", "child") and self._orders(at)) or (
                    chunk.label is None
                    and chunk.hard
                    and (
                        is_connective(self.text, chunk.start, chunk.end)
                        or is_boilerplate(self.text, chunk.start, chunk.end)
                        or orders_strictly(self.text, chunk.start, chunk.end)
                    )
                ):
                    if at - index > 1 and self._is_bare_heading(self.chunks[at - 1]):
                        at -= 1
                    break
            if chunk.label is not None:
                style, value = chunk.label.readings[0]
                inner = [level for level in inner if level.style != style]
                inner.append(_Level(style, value, chunk.label.printed, chunk.indent))
            at += 1
        return at


def _follows(chunk: Chunk, levels: list[_Level]) -> bool:
    """Whether a chunk's label comes next in one of these rows."""
    return any(
        style == level.style and value == successor(level.value)
        for level in levels
        for style, value in (chunk.label.readings if chunk.label else ())
    )


def own_paragraphs(text: str, start: int, end: int) -> list[Paragraph]:
    """The paragraphs of an amendment between two offsets of its plain text, in reading order."""
    found: list[Paragraph] = []
    tables = change_rows(text, start, end)
    aligned = [] if tables else [list(table.rows) for table in aligned_tables(text, start, end) if table.rows]
    for rows in (*tables, *aligned):
        found.extend(_Reader(text, chunks_of(text, start, rows[0].start)).read())
        for row in rows:
            labels = (row.item,) if row.item else ()
            begins = row.section[0] if is_whole(text[slice(*row.section)]) else row.change[0]
            said = Segment("text", begins, row.change[1])

            found.append(Paragraph(labels, 0, row.start, [said], cell=row.section, old=row.old))

        start = rows[-1].end
    found.extend(_Reader(text, chunks_of(text, start, end)).read())
    return found
