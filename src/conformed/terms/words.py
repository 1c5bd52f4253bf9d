"""The text of a document as the readers of terms see it: one line, plain quotes, each character traceable.

Rules that this file must obey:

* Offsets with which the readers work are into `Words.text`; everything they hand out is turned back into offsets of the
  document (`Words.span`).
* Nothing here is quadratic: sentences and provisions are found by bisection and by looking a bounded way to each side.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from conformed.model.document import Document, Path, Redaction
from conformed.model.term import Term
from conformed.model.text import Span

__all__ = ["Words"]

_UNDERLINE = re.compile(r"(?m)^[ \t]*[-=]{3}[-= \t]*$")
_SPACE = re.compile(r"[^\S ]\s*| \s+")
_PLAIN = str.maketrans("“”„‟″«»’‘‚‛′–—‑\u00ad", '"""""""\'\'\'\'\'----')
_END = re.compile(r"[.?!][\"')\]]{0,2} (?=[\"'(\[]{0,2}[A-Z0-9(●•§])")
_NO_END = re.compile(
    r"(?:\b(?:No|Nos|Inc|Corp|Co|Ltd|LLC|L\.L\.C|L\.P|LP|Sec|Secs|Art|Mr|Mrs|Ms|Dr|St|Ave|Blvd|vs?|et al|i\.e|e\.g|a\.k\.a|f\.k\.a|d\.b\.a|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.S\.A|U\.K|N\.A|S\.A|B\.V|N\.V|P\.O|approx|par|para|cf|ext|Sect|Stat|Gen|Bus|Div|Apt|Bl|Bldg|Blk|Fl|Hwy|Nr|Pkwy|Rd|Rm|Ste|Str|Tel)"
    r"|\b[A-Z]|\b\d{1,3})\.$"
)
_REACH = 3000


class Words:
    """A document's words, white space collapsed and quotation marks made plain.

    Attributes:
        document: the document read.
        text: its words on one line, without the rules that underline headings.
    """

    __slots__ = ("_breaks", "_ends", "_paths", "_raws", "_squeezed", "_starts", "document", "text")

    def __init__(self, document: Document) -> None:
        self.document = document
        pieces: list[str] = []
        self._squeezed: list[int] = []
        self._raws: list[int] = []
        raw = _UNDERLINE.sub(lambda rule: " " * len(rule.group()), document.text.string)
        at = length = 0
        for gap in _SPACE.finditer(raw):
            if gap.start() > at or at:
                self._squeezed.append(length)
                self._raws.append(at)
                pieces.append(raw[at : gap.start()])
                pieces.append(" ")
                length += gap.start() - at + 1
            at = gap.end()
        self._squeezed.append(length)
        self._raws.append(at)
        pieces.append(raw[at:])
        self.text = "".join(pieces).translate(_PLAIN)
        self._breaks = [end.end() for end in _END.finditer(self.text) if not self._runs_on(end)]
        provisions = sorted(
            ((p.start, -p.end, p.path) for p in document.walk()), key=lambda entry: (entry[0], entry[1])
        )
        self._starts, self._ends, self._paths = _innermost(provisions)

    def raw(self, offset: int) -> int:
        """The document's offset of the character at `offset` of `text`."""
        place = max(bisect_right(self._squeezed, offset) - 1, 0)
        return self._raws[place] + offset - self._squeezed[place]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Characters `start` up to `end` of `text`, as offsets of the document."""
        return self.raw(start), (self.raw(end - 1) + 1 if end > start else self.raw(start))

    def at(self, raw: int) -> int:
        """The offset in `text` of the document's character `raw`."""
        place = max(bisect_right(self._raws, raw) - 1, 0)
        limit = self._squeezed[place + 1] if place + 1 < len(self._squeezed) else len(self.text)
        return min(self._squeezed[place] + max(raw - self._raws[place], 0), limit)

    def path(self, offset: int) -> Path:
        """The path of the innermost provision around the character at `offset` of `text`."""
        raw = self.raw(offset)
        place = bisect_right(self._starts, raw) - 1
        return self._paths[place] if place >= 0 and raw < self._ends[place] else ()

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence around `offset`: a bounded look to each side, never past 3,000 characters."""
        place = bisect_right(self._breaks, offset)
        start = self._breaks[place - 1] if place else 0
        end = self._breaks[place] - 1 if place < len(self._breaks) else len(self.text)
        return max(start, offset - _REACH), min(end, offset + _REACH)

    def sentences(self, mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """The sentences in which `mark` occurs, in order, none twice."""
        at = 0
        while found := mark.search(self.text, at):
            start, end = self.sentence(found.start())
            start = max(start, at)
            at = max(end, found.end())
            yield start, at

    def matches(self, pattern: re.Pattern[str], *, within: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What `pattern` finds in the sentences in which `within` occurs; a cheap `within` spares a costly search."""
        for start, end in self.sentences(within):
            yield from pattern.finditer(self.text, start, end)

    def redactions(self, start: int, end: int) -> tuple[Redaction, ...]:
        """The redactions that lie in `start` up to `end` of `text`."""
        first, last = self.span(start, end)
        found = self.document.redactions
        low = bisect_left(found, first, key=lambda redaction: redaction.start)
        high = bisect_left(found, last, key=lambda redaction: redaction.start)
        return found[low:high]

    def term(
        self,
        name: str,
        value: object,
        start: int,
        end: int,
        *,
        withheld: tuple[str, ...] = (),
        how: str | None = None,
        at: int | None = None,
        rests_on: tuple[tuple[int, int], ...] = (),
    ) -> Term:
        """The term `name` as read from `start` up to `end` of `text`; `at` is the place that tells its provision."""
        first, last = self.span(start, end)
        places = self._places(first, last)
        shown = " ".join(self.document.text.string[first:last].split())
        return Term(
            name,
            value,
            first,
            last,
            shown,
            places,
            self.path(start if at is None else at),
            withheld,
            how,
            tuple(self.span(*other) for other in rests_on),
        )

    def _places(self, start: int, end: int) -> tuple[Span, ...]:
        """Where the words from `start` to `end` of the document stand in its papers.

        What one instruction took from one place is one span, though white space was laid anew within it.
        """
        found: list[Span] = []
        last: str | None = None
        for run in self.document.text.runs_between(start, end):
            if run.end == run.start or not run.text.strip():
                continue
            before = found[-1] if found and last == run.instruction is not None else None
            if before is not None and before.document == run.document and run.start >= before.end:
                found[-1] = Span(run.document, before.start, run.end)
            else:
                found.append(Span(run.document, run.start, run.end))
            last = run.instruction
        return tuple(found)

    def _runs_on(self, end: re.Match[str]) -> bool:
        """Whether a full stop belongs to an abbreviation or a label rather than ending a sentence."""
        return bool(_NO_END.search(self.text, max(end.start() - 12, 0), end.start() + 1))


def _innermost(provisions: list[tuple[int, int, Path]]) -> tuple[list[int], list[int], list[Path]]:
    """Flat, ordered stretches of text, each with the path of the innermost provision that covers it."""
    starts: list[int] = []
    ends: list[int] = []
    paths: list[Path] = []
    stack: list[tuple[int, Path]] = []

    def add(start: int, end: int, path: Path) -> None:
        if end > start:
            starts.append(start)
            ends.append(end)
            paths.append(path)

    at = 0
    for start, negative_end, path in provisions:
        while stack and stack[-1][0] <= start:
            end, outer = stack.pop()
            add(at, end, outer)
            at = max(at, end)
        if stack:
            add(at, start, stack[-1][1])
        at = max(at, start)
        stack.append((-negative_end, path))
    while stack:
        end, outer = stack.pop()
        add(at, end, outer)
        at = max(at, end)
    return starts, ends, paths
