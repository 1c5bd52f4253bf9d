"""Sentences that order, or tell of, a change and gave no instruction: each is listed for a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conformed.amending.aligned_tables import aligned_tables, headless_rows
from conformed.amending.blocks import words_of
from conformed.amending.lexicon import CONTAINERS
from conformed.amending.paper_reading import PaperReading
from conformed.amending.provisos import changes_in_words
from conformed.amending.regions import sets_out_elsewhere
from conformed.amending.tagger import Sentence
from conformed.amending.voice import is_boilerplate
from conformed.model.problem import problem

__all__ = ["STRONG", "Unclaimed", "plainly_orders"]

STRONG = re.compile(
    r"\b(?:is|are|shall\s+be)\s+hereby\s+(?:amended|deleted|modified|replaced|restated|supplemented|revised|extended|increased|reduced|changed)\b"
    r"|\b(?:is|are)\s+(?:amended\s+(?:by|to)|deleted\s+(?:and\s+replaced|in\s+(?:its|their)\s+entirety))\b",
    re.IGNORECASE,
)
_ORDERING = frozenset(
    "CHANGED CHANGE DELETED DELETE INSERT INSERTED REPLACE REPLACED RESTATED RESTATE RENUMBER RENUMBERED RETITLED READ NOW FORMERLY BECOME".split()
)
_NO_ORDER = re.compile(
    r"^\W*(?:if|unless|should|in\s+the\s+event|to\s+the\s+extent|except|no\s|nothing|neither|whereas|upon\s+expiration)\b"
    r"|\b(?:invalid|unenforceable|instrument\s+in\s+writing|in\s+writing\s+(?:and\s+)?signed|written\s+(?:instrument|consent|agreement)|mutual\s+(?:written\s+)?(?:agreement|consent)"
    r"|(?:for|of)\s+convenience|shall\s+(?:be\s+deemed|be\s+construed|mean)|is\s+deemed|remains?\s+in\s+full\s+force|incorporated\s+(?:herein|by\s+reference|into\s+this))\b",
    re.IGNORECASE,
)


_THING = re.compile(
    r"\b(?:(?:sub-?)?sections?|(?:sub-?)?clauses?|(?:sub-?)?paragraphs?|articles?|items?|exhibits?|schedules?|appendix|appendices|annex(?:ure|e)?s?|attachments?|definitions?|provisions?"
    r"|references?|sentences?|agreement|lease|contract|plan|certificate|note|deed|indenture|by-?laws)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:is|are|shall\s+(?:each\s+)?be|be\s+and\s+(?:it\s+)?(?:hereby\s+is|is\s+hereby))\s+(?P<how>(?:(?:hereby|each|further|also|accordingly|therefore)\s+){0,3})"
    r"(?:amended|deleted|replaced|restated|added|inserted|changed|revised|modified|stricken|struck|substituted|re-?(?:numbered|lettered|designated|stated|formed)|corrected|omitted|removed"
    r"|rescinded|varied|repealed|cancell?ed|reinstated|revived|restored|voided|nullified|annulled|disregarded|superseded|supplemented|abolished|suppressed"
    r"|reworded|rephrased|rewritten|completed|taken\s+out|null\s+and\s+void|of\s+no\s+(?:further\s+)?(?:force|effect))\b(?!\s+(?:from\s+time|by\s+(?:mutual|written|any|either|law)|only|or\b))",
    re.IGNORECASE,
)
"""The plainest form of an order: a thing of the agreement, "is" and what is done with it."""
_BIDDEN = re.compile(
    r"\W*(?:\w{1,3}[.)]\s+)?(?:in|under|at|from)\s+[^;:]{0,60}?\b(?:sections?|clauses?|paragraphs?|articles?|items?|schedules?|exhibits?|annex(?:ure)?|appendix)\s+[^;:]{1,100}?,\s+"
    r"(?:delete|strike|insert|substitute|replace|omit)\s",
    re.IGNORECASE,
)
"""An order that names its place first: "Under Article 8, delete ..."."""
_SWAPPED = re.compile(r",\s+(?:delete|strike)\s+[^;:]{1,200}?\sand\s+(?:substitute|insert)\s", re.IGNORECASE)
_PERMITTED = re.compile(r"\b(?:may|can|might|could|entitled|right|option)\b", re.IGNORECASE)
_RECITED = re.compile(
    r"^\W*whereas\b|\b(?:wish(?:es)?|desires?|wants?|intends?)\s+(?:that|to)\b", re.IGNORECASE
)
_TOLD = re.compile(
    r"\bprovides?\s+that\b|\b(?:which|that|as|if|when|where|unless|until|once|after)\s[^,;]{0,60}$",
    re.IGNORECASE,
)
_NOUN_REACH = 240
_LEADS = re.compile(r"(?::|\bas\s+follows|\bfollowing\s+(?:manner|respects?))[\s.,:;–—-]*$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])(?<!\bNo\.)\s+(?=[A-Z(“\"\d])|\n\s*\n")
_LIST_REACH = 3_000


_SIDE = re.compile(
    r"^[ \t]*(?:(?P<old>existing|current|present|old)|revised|new|amended|proposed|replacement)"
    r"(?:[ \t]+(?:text|wording|language|provisions?))?[ \t]*:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SIDES_REACH = 4_000
"""Old and new words set out one below the other, each under its name."""


class Unclaimed(PaperReading):
    """Lists what gave no instruction."""

    def _told_in_words(self) -> None:
        """List the sentences that change what is agreed in words of their own."""
        voice = self.voice()
        old: int | None = None
        for side in _SIDE.finditer(self.text, self.region.start, self.region.end):
            if side["old"]:
                old = side.start()
                continue
            if old is not None and side.start() - old < _SIDES_REACH:
                span = (old, side.end())
                if not any(item.draft.start < span[1] and span[0] < item.draft.end for item in self.found):
                    self._unclaimed_words(*span)
            old = None
        for first, last in (
            (self.region.start, self.region.end),
            *((self.scheduled,) if self.scheduled else ()),
        ):
            unread = [(t.start, t.end) for t in aligned_tables(self.text, first, last) if not t.rows]
            for span in (*unread, *headless_rows(self.text, first, last)):
                if not any(item.draft.start < span[1] and span[0] < item.draft.end for item in self.found):
                    self._unclaimed_words(*span)
        for paragraph in self.paragraphs:
            for segment in paragraph.segments:
                if segment.kind != "text":
                    continue
                for start, end in changes_in_words(voice, segment.start, segment.end):
                    taken = any(item.draft.start < end and start < item.draft.end for item in self.found)
                    if not taken and not _NO_ORDER.search(voice, start, end):
                        self._unclaimed_words(start, end)

    def _left_over(self) -> None:
        """List what orders in the plainest words and that no reading took: nothing of it may be lost in silence."""
        voice = self.voice()
        taken = sorted([*((item.draft.start, item.draft.end) for item in self.found), *self.listed])
        for start, end in _sentences(voice, self.region.start, self.region.end):
            if not plainly_orders(voice, start, end) or is_boilerplate(voice, start, end):
                continue
            if self.scheduled is not None and sets_out_elsewhere(voice, start, end):
                continue
            reach = end + _LIST_REACH if _LEADS.search(voice[start:end]) else end
            if not any(first < reach and start < behind for first, behind in taken):
                self._unclaimed_words(start, end)

    def _sounds_like_order(self, sentence: Sentence) -> bool:
        """Whether a sentence that gave no instruction must be accounted for."""
        kinds = {token.kind for token in sentence.tokens}
        if not kinds & _ORDERING:
            return False
        if not kinds & {"REF", "QUOTE", "BLOCK", "FOLLOWING", "FROM"} and not STRONG.search(
            self.text, sentence.start, sentence.end
        ):
            return False
        places = [place for token in sentence.tokens for place in token.reference or ()]
        if places and all(place.own for place in places):
            return False

        if self.text[sentence.start : sentence.end].rstrip().endswith(":") and not any(
            p.path for p in places
        ):
            return False
        if self.scheduled is not None and all(
            not place.path or place.path[0].split()[0] in CONTAINERS for place in places
        ):
            return False

        ordered = min(
            (token.start for token in sentence.tokens if token.kind == "BLOCK"), default=sentence.end
        )
        return not _NO_ORDER.search(self.text, sentence.start, max(ordered, sentence.start))

    def _unclaimed(self, sentence: Sentence) -> None:
        self._unclaimed_words(sentence.start, sentence.end)

    def _unclaimed_words(self, start: int, end: int) -> None:
        while start < end and not self.text[start].isalnum():
            start += 1

        words = words_of(self.text, start, end)
        if any(start < b and a < end for a, b in self.listed):
            return

        self.listed.append((start, end))
        line = self.document.line_of(start)
        again = sum(problem.line == line for problem in self.unclaimed)
        name = f"line {line}" + (f"#{again + 1}" if again else "")

        self.unclaimed.append(
            problem(
                "order-unclaimed",
                document=self.document.file,
                line=line,
                where=name,
                instruction=f"{self.document.id}/{name}",
                words=words if len(words) <= 120 else words[:117] + "...",
            )
        )


def plainly_orders(text: str, start: int, end: int) -> bool:
    r"""Whether a sentence says in the plainest words that a thing of the agreement is changed.

    >>> plainly_orders("Clause 4 is hereby deleted.", 0, 27)
    True
    >>> plainly_orders("If Clause 4 is deleted, the price falls.", 0, 40)
    False
    """
    if _RECITED.search(text[start:end]) or _NO_ORDER.search(text[start:end]):
        return False
    if _BIDDEN.match(text, start, end) or (
        _SWAPPED.search(text, start, end) and not _PERMITTED.search(text, start, end)
    ):
        return True
    for done in _DONE.finditer(text, start, end):
        before = text[max(start, done.start() - _NOUN_REACH) : done.start()]
        if _THING.search(before) and ("hereby" in done["how"].lower() or not _TOLD.search(before)):
            return True
    return False


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences and paragraphs, roughly: where a stop is no end, two halves are looked at one by one."""
    for gap in _SENTENCE.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end
