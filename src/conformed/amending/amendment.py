"""An amendment read as a whole: its paragraphs, their sentences, the instructions they give, and what gave none."""

from __future__ import annotations

import re
from dataclasses import replace

from conformed.amending.assembled import Assembled
from conformed.amending.blocks import unquoted, words_of
from conformed.amending.change_tables import place_in_cell
from conformed.amending.drafts import ROOT, Draft, Struck, hold_marks
from conformed.amending.grammar import longest
from conformed.amending.interpreter import Interpreter
from conformed.amending.labels import paragraph_id
from conformed.amending.lexer import tokens_of
from conformed.amending.orders import Order, read_clause
from conformed.amending.own_effect import held_from, part_effects
from conformed.amending.paper import (
    effectiveness_of,
)
from conformed.amending.paper_reading import Found
from conformed.amending.paragraphs import Paragraph
from conformed.amending.references import Place, split_label
from conformed.amending.tagger import Sentence, sentences_of
from conformed.amending.tokens import Token
from conformed.amending.unclaimed import STRONG
from conformed.amending.understood import says_more, strays_matter
from conformed.amending.voice import is_order
from conformed.model.document import Document
from conformed.model.instruction import Amendment, Target, Words

__all__ = ["amendment_of", "calls_itself_amendment"]

_AMENDING_TITLE = re.compile(
    r"\b(?:amend(?:ment|ed|s|ing|atory)?|variation|vary|modif(?:y|ies|ication)|endorsement|addendum|supplement(?:al)?|supplementary\s+(?:(?:general\s+)?conditions|agreement|deed)|change\s+(?:order|note|notice)|novation|rider|side\s+letter)\b",
    re.IGNORECASE,
)


_CALLS_ITSELF = re.compile(
    r"\bthis\s+(?:(?:first|second|third|fourth|fifth|sixth|omnibus|letter)\s+)?(?:amendment|deed\s+of\s+(?:variation|amendment)"
    r"|variation\s+agreement|endorsement\s+(?:modifies|changes|amends)|modification\s+(?:is|amends|no)|supplement(?:al|ary)\s+(?:deed|agreement)|change\s+order)\b",
    re.IGNORECASE,
)
_SETS_OUT = re.compile(
    r"\b(?:amend|vary|modif|chang|revis|supplement)\w*\b(?:[^.]|\.(?!\s+(?-i:[A-Z]))){0,160}\b(?:as\s+follows|as\s+under(?=\s*:)|as\s+set\s+(?:forth|out)|in\s+the\s+following\s+(?:respects?|particulars?|manner|ways?)"
    r"|to\s+the\s+following\s+extent)\b|^[ \t]*Re:[^\n]*\b(?:amend|variation|modif)",
    re.IGNORECASE | re.MULTILINE,
)
_OPENING = 6_000
_TEMPERED = re.compile(r"\bhereby\b|\b(?:is|are)\s+(?:amended|deleted)\b", re.IGNORECASE)


_RECITES = re.compile(
    r"\b(?:parties|they|licensor|landlord|company|we|both)\b[^.;:]{0,60}\b(?:wish|desire|want|intend)s?\s+to\b",
    re.IGNORECASE,
)

_PERMITS = re.compile(
    r"\b(?:may(?:\s+(?:also|not|from\s+time\s+to\s+time))?|(?:the\s+right|entitled|permitted|option|power|authority)\s+to)\s*(?:[:,–—-]\s*)?$",
    re.IGNORECASE,
)
_BARE_DELETION = re.compile(
    r"(?:deleted?|omit(?:ted)?|cancel(?:led)?|strike|struck|removed?)(?:\.(?=\s)|\.?$)", re.IGNORECASE
)
_TITLED_WITH_PLACE = re.compile(
    r"\W{0,3}[A-Z][^.;:()\n]{0,60}\((?:Section|Clause|Paragraph|§)\s+(?P<label>\d{1,3}(?:\.\d{1,3}){0,4}(?:\(\w{1,4}\)){0,3})\)\s*[.:–—-](?=\s)"
)
_SPEAKS_GENERALLY = re.compile(
    r"\bwhere(?:ver)?\s+(?:an?|any|some|portions?|parts?|provisions?)\s+(?:\w+\s+){0,6}(?:is|are)\s+(?:\w+\s*,?\s+){0,3}?"
    r"(?:modified|deleted|supplemented|amended|voided|superseded|changed)\b",
    re.IGNORECASE,
)
_PASSIVE = frozenset(("changed", "deleted", "renumbered", "replaced", "restated"))
_NEW_THING = re.compile(r"\W*new\s", re.IGNORECASE)


class _Reading(Assembled):
    """Reads the paragraphs, one after the other."""

    def read(self) -> Amendment:
        self.amending = bool(
            _AMENDING_TITLE.search(self.document.title or "")
            or _CALLS_ITSELF.search(self.text)
            or _SETS_OUT.search(self.text, 0, _OPENING)
        )
        for index, paragraph in enumerate(self.paragraphs):
            if self.amending or any(STRONG.search(self.text, s.start, s.end) for s in paragraph.segments):
                self._paragraph(index, paragraph)

        if self.amending:
            self._told_in_words()
            self._left_over()
        else:
            self.unclaimed.clear()

        own = [
            (segment.start, segment.end)
            for paragraph in self.paragraphs
            for segment in paragraph.segments
            if segment.kind == "text"
        ]
        leads = [(0, self.region.start)] if self.region.start else []
        effective = effectiveness_of(self.document, self.voice(), [*leads, *own], [*leads, *self.leads])
        orders = held_from(self._instructions(), part_effects(self.voice(), own))
        return Amendment(self.document, self.amends, effective, orders, tuple(self.unclaimed))

    def _paragraph(self, index: int, paragraph: Paragraph) -> None:
        outer = next(
            (self.around[depth] for depth in range(paragraph.depth - 1, -1, -1) if depth in self.around),
            [ROOT],
        )
        if not paragraph.depth and not paragraph.labels:
            outer = [ROOT]
        if paragraph.names is not None:
            outer = [Place(path=(paragraph.names,), relative=False)]
        titled = paragraph.segments and _TITLED_WITH_PLACE.match(
            self.text, paragraph.segments[0].start, paragraph.segments[0].end
        )
        if titled and paragraph.segments[0].kind == "text":
            outer = [Place(path=split_label(titled["label"]), relative=False)]
        if paragraph.cell is not None:
            place = place_in_cell(self.text[slice(*paragraph.cell)])
            if place is None:
                for segment in paragraph.segments:
                    self._unclaimed_words(segment.start, segment.end)
                return

            outer = [place]
            if paragraph.old is not None:
                self._side_by_side(index, paragraph, paragraph.old, place)
                return
        for depth in [depth for depth in self.around if depth >= paragraph.depth]:
            del self.around[depth]

        if paragraph.depth and self._only_permitted(index, paragraph.depth):
            return
        interpreter = Interpreter(
            self.text, list(outer), labelled=paragraph.depth > 0 or bool(paragraph.labels)
        )

        raw = tokens_of(self.text, paragraph.segments)
        self.quoted.extend((token.start, token.end) for token in raw if token.kind in ("QUOTE", "BLOCK"))
        sentences = sentences_of(self.text, raw, lead=paragraph.depth > 0)
        children = index + 1 < len(self.paragraphs) and self.paragraphs[index + 1].depth > paragraph.depth
        if not paragraph.labels and not paragraph.depth:
            children = index + 1 < len(self.paragraphs)
        if paragraph.cell is not None and outer[0].path:
            self._bare_deletion(interpreter, paragraph, outer[0])

        said, orders = interpreter.said, list[Order]()
        for number, sentence in enumerate(sentences):
            before = (len(interpreter.drafts), len(interpreter.struck), len(self.unclaimed))
            said = interpreter.said

            if not paragraph.labels and _SPEAKS_GENERALLY.search(self.text, sentence.start, sentence.end):
                continue
            orders += self._sentence(
                interpreter, sentence, first=number == 0, lead=children and number == len(sentences) - 1
            )
            after = (len(interpreter.drafts), len(interpreter.struck), len(self.unclaimed))
            if paragraph.cell is not None and before == after and self._orders_in_row(sentence):
                self._unclaimed(sentence)

        interpreter.settle()
        self._account_for(interpreter, sentences[:-1] if children else sentences, orders)
        self.spans[index] = [(sentence.start, sentence.end) for sentence in sentences]
        self.left_out[index] = [one for sentence in sentences for one in sentence.left_out]
        for start, end in [span for sentence in sentences for span in sentence.consequent]:
            self._unclaimed_words(start, end)

        identity = paragraph_id(paragraph.labels) or str(index + 1)
        recites = not interpreter.drafts and any(
            _RECITES.search(self.text, segment.start, segment.end) for segment in paragraph.segments
        )

        unsaid = not (paragraph.depth or paragraph.labels) and (not sentences or interpreter.said is said)
        self.around[paragraph.depth] = outer if recites or unsaid else interpreter.around

        if children and paragraph.segments and all(not place.path for place in interpreter.around):
            self.leads.append((paragraph.segments[0].start, paragraph.segments[-1].end))
        for draft in interpreter.drafts:
            if not self.amending and not (
                draft.target.path and _TEMPERED.search(self.text, max(draft.start - 200, 0), draft.end)
            ):
                continue
            self.found.append(Found(draft, identity, index))

    def _account_for(self, interpreter: Interpreter, sentences: list[Sentence], orders: list[Order]) -> None:
        """List each order that neither gave an instruction nor is listed already."""
        for sentence in sentences:
            if not sentence.orders or not self._sounds_like_order(sentence):
                continue
            spans = [*((draft.start, draft.end) for draft in interpreter.drafts), *self.listed]
            if not any(start < sentence.end and sentence.start < end for start, end in spans):
                self._unclaimed(sentence)
                continue
            for order in orders:
                if (
                    (order.subject or (order.unread and order.verb in _PASSIVE))
                    and sentence.start <= order.start < sentence.end
                    and not any(start < order.end and order.start < end for start, end in spans)
                ):
                    begins = max([sentence.start, *(end for _, end in spans if end <= order.start)])
                    ends = min([sentence.end, *(start for start, _ in spans if start >= order.end)])
                    self._unclaimed_words(begins, ends)

    def _only_permitted(self, index: int, depth: int) -> bool:
        """Whether the paragraph above says only what may be done: "We may: (a) add, alter or delete ..."."""
        above = next((p for p in reversed(self.paragraphs[:index]) if p.depth < depth), None)
        if above is None or not above.segments or above.segments[-1].kind != "text":
            return False
        said = above.segments[-1]
        return _PERMITS.search(self.text, max(said.start, said.end - 160), said.end) is not None

    def _side_by_side(self, index: int, paragraph: Paragraph, old: tuple[int, int], place: Place) -> None:
        """A row that sets the words in force and the new ones side by side."""
        new = (paragraph.segments[0].start, paragraph.segments[0].end)
        self.quoted.extend((old, new))
        spans = [unquoted(self.text, *span) for span in (old, new)]
        words = [Words(words_of(self.text, *span), *span) for span in spans]
        if not all(any(c.isalnum() for c in item.text) for item in words) or is_order(self.text, *new):
            self._unclaimed_words(paragraph.start, new[1])
            return
        struck = _BARE_DELETION.fullmatch(words[1].text) is not None
        draft = Draft(
            "repeal" if struck else "substitution",
            Target(place.path, "words", term=place.term),
            words[0],
            None if struck else words[1],
            paragraph.start,
            new[1],
        )
        self.found.append(Found(draft, paragraph_id(paragraph.labels) or str(index + 1), index))

    def _bare_deletion(self, interpreter: Interpreter, paragraph: Paragraph, place: Place) -> None:
        """Strike the provision of a row that says of it no more than "Delete."."""
        said = paragraph.segments[0]
        match = _BARE_DELETION.match(self.text, said.start, said.end)
        if match:
            interpreter.struck.append(
                Struck(place, None, "provision", False, None, match.start(), match.end())
            )

    def _orders_in_row(self, sentence: Sentence) -> bool:
        """Whether a sentence of a table of changes, from which nothing was read, must be accounted for."""
        return is_order(self.text, sentence.start, sentence.end) or bool(
            _NEW_THING.match(self.text, sentence.start, sentence.end)
        )

    def _sentence(
        self, interpreter: Interpreter, sentence: Sentence, *, first: bool, lead: bool
    ) -> list[Order]:
        """Interpret one sentence; the orders understood in it."""
        orders: list[Order] = []
        tokens = sentence.tokens
        if interpreter.headed and not sentence.orders and not interpreter.labelled:
            interpreter.forget_heading()
        interpreter.headed = False
        interpreter.sentence()

        before = (len(interpreter.drafts), len(interpreter.struck))
        at, ordered, spoke = 0, False, False
        strays: list[Place] = []
        left: list[Token] = []
        while at < len(tokens):
            if tokens[at].kind in ("SEP", "COMMA"):
                at += 1
                continue
            parsed = longest("clause", tokens, at)
            if parsed is None:
                if tokens[at].kind == "BLOCK":
                    ordered = interpreter.fill(tokens[at]) or ordered
                left.append(tokens[at])
                if tokens[at].kind == "REF":
                    strays.extend(p for p in tokens[at].reference or () if not self._is_this_paper(p))
                at += 1
                while (
                    at + 1 < len(tokens)
                    and tokens[at].kind in ("ANDR", "AND")
                    and tokens[at + 1].kind == "REF"
                ):
                    at += 2
                continue
            tree, stop = parsed
            contexts, order = read_clause(tree, tokens)
            interpreter.mark = (tokens[at].start, tokens[stop - 1].end)
            if contexts:
                interpreter.speak_of(contexts)
                spoke = spoke or any(
                    context.kind in ("speaking_of", "amended", "undescribed") for context in contexts
                )

            if order is not None:
                ordered = interpreter.order(order) or ordered
                orders.append(order)
            at = stop
            if order is not None and order.verb == "deleting" and not order.subject:
                while (
                    at < len(tokens)
                    and tokens[at].kind != "SEP"
                    and says_more(self.text, order.end, sentence.end)
                ):
                    left.append(tokens[at])
                    at += 1

        if (
            (first or tokens[0].start == self._first_word(sentence))
            and strays
            and not ordered
            and not spoke
            and not sentence.orders
            and all(token.kind in ("REF", "ANDR", "SEP") for token in tokens)
            and self.text[: sentence.start].strip()
        ):
            interpreter.speak_of_heading(strays)
            interpreter.headed = True

        if any(spot.kind == "everywhere" for spot in interpreter.fronted):
            for draft in interpreter.drafts[before[0] :]:
                if draft.target.unit == "words" and draft.old is not None:
                    draft.target = replace(draft.target, occurrence="all")
        doubtful = self._doubts(interpreter, tokens, left)
        if doubtful:
            hold_marks(interpreter.drafts[before[0] :])
        done = (len(interpreter.drafts), len(interpreter.struck)) != before
        if (doubtful and (done or ordered)) or (
            sentence.orders
            and not done
            and not ordered
            and not (spoke and lead)
            and self._sounds_like_order(sentence)
        ):
            self._unclaimed(sentence)
        return orders

    def _doubts(self, interpreter: Interpreter, tokens: list[Token], left: list[Token]) -> bool:
        """Tell the interpreter of the parts of a sentence in which words that matter belong to no clause."""
        found = False
        before: list[Token] = []
        for part in _parts(tokens):
            if strays_matter([token for token in part if any(token is other for other in left)]):
                goes_on = before and part[0].kind in ("REPLACED", "REPLACE", "INSERT", "INSERTED", "READ")
                interpreter.doubt((before if goes_on else part)[0].start, part[-1].end)
                found = True
            before = part
        return found

    def _first_word(self, sentence: Sentence) -> int:
        at = sentence.start
        while at < sentence.end and not self.text[at].isalnum():
            at += 1
        return at

    def _is_this_paper(self, place: Place) -> bool:
        """Whether a place is what this paper calls itself in its title."""
        title = " ".join((self.document.title or "").lower().split())
        return (
            bool(place.path)
            and place.noun is None
            and re.search(rf"{re.escape(place.path[0])}\b", title) is not None
        )


def _parts(tokens: list[Token]) -> list[list[Token]]:
    """A sentence's tokens between those that divide it."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "SEP":
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def calls_itself_amendment(document: Document) -> bool:
    """Whether the title of a paper says that it amends another."""
    return _AMENDING_TITLE.search(document.title or "") is not None


def amendment_of(document: Document) -> Amendment:
    r"""The amending instructions of a paper, with what it amends and when it takes effect.

    A paper that is no amendment gives an amendment without instructions.

    >>> from conformed.reading import read_bytes
    >>> from conformed.structure import document_of
    >>> paper = b"AMENDMENT NO. 1\n\n1. Section 3 B. is amended by deleting \"ten\" in the second line and inserting \"twelve\"."
    >>> (one,) = amendment_of(document_of(read_bytes(paper, file="amendment-1.txt"))).instructions
    >>> one.id, one.action, one.target.path, one.target.scope, one.old.text, one.new.text
    ('1', 'substitution', ('3', 'b'), Scope(unit='line', ordinals=(2,)), 'ten', 'twelve')
    """
    return _Reading(document).read()
