"""From the drafts of all paragraphs to the instructions of the paper: ids, repetitions, attachments, time and conditions."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from conformed.amending.blocks import words_of
from conformed.amending.counted_words import SEVERAL_COUNTED, SOME_LEFT_OUT, counted_place, leaves_some_out
from conformed.amending.drafts import Draft
from conformed.amending.exceptions import PART_LEFT_OUT, LeftOut, with_exceptions
from conformed.amending.halves import joined_halves
from conformed.amending.labels import roman
from conformed.amending.other_papers import other_instrument
from conformed.amending.paper import (
    conditions_in,
    expiry_in,
    stated_effect,
)
from conformed.amending.paper_reading import Found
from conformed.amending.partial import HOLDS_FOR_SOME, is_period, limits_all_below, partial_in
from conformed.amending.provisos import provisos_in
from conformed.amending.quotations import OPENERS
from conformed.amending.regions import attachment
from conformed.amending.unclaimed import Unclaimed
from conformed.model.document import Path
from conformed.model.instruction import Instruction, Target, Words

__all__ = ["Assembled"]

_LABEL_ONLY = "names what is replaced by its label only"
_CAPTION_ONLY = "names what is replaced by its caption only"
_SWALLOWS = "its new text holds what sounds like a further order of the paper"
_OWN_ORDER = re.compile(
    r"\b(?:sections?|clauses?|paragraphs?|articles?|exhibits?|schedules?|definitions?)\b(?:[^.;:]|\.(?=\w)){0,120}?"
    r"\b(?:is|are|shall\s+be)\s+hereby\s+(?:further\s+)?(?:amended|deleted|replaced|restated|stricken)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"[\"”'’]\s+(?:for|of)\s+(?:the\s+|each\s+)?[A-Z]\w+\s+(?:(?:set\s+(?:out|forth)|given|stated|listed)\s+)?on\s+(?:the\s+)?(?:page|cover|front)\b"
)
_TAKEN_BACK = re.compile(r"\b(?:save(?:\s+and\s+except)?|except(?:ing)?)\s+that\b", re.IGNORECASE)
_NO_PLACE = "does not say in which provision the words stand"
_PAGE = re.compile(r"\bpages?\s+(?:nos?\.?\s*)?\d{1,3}\b", re.IGNORECASE)
_ON_A_PAGE = "counts from the top of a page, which the agreement read here may not keep"
_CUT_OFF = re.compile(
    r"[\"“][^\"”]{1,120}[\"”]\s*(?:(?:shall|will)\s+)?(?:means?|has\s+the\s+meaning)[\s,:]*", re.IGNORECASE
)
_CUT_SHORT = "the new text breaks off behind the term that it defines"
_NO_PARENT = "does not say of which provision the new item is a part"


class Assembled(Unclaimed):
    """Makes the instructions."""

    def _instructions(self) -> tuple[Instruction, ...]:
        self.found = joined_halves(self.found, self.paragraphs, self.voice())
        found = self._without_doubles()
        self.limits = self._limits()
        self.definition_paths = {
            item.draft.target.path
            for item in found
            if item.draft.target.term is not None
            and item.draft.target.path
            and (item.draft.target.unit == "definition" or not _is_relative(item.draft.target.path))
            and len(item.draft.target.path) == 1
            and not _is_itself_new(item)
        }
        counts: dict[str, int] = {}
        for item in found:
            counts[item.id] = counts.get(item.id, 0) + 1
        seen: dict[str, int] = {}
        out = []
        for item in found:
            seen[item.id] = seen.get(item.id, 0) + 1
            identity = f"{item.id}#{seen[item.id]}" if counts[item.id] > 1 else item.id
            out.append(self._instruction(item, identity))
        return tuple(out)

    def _without_doubles(self) -> list[Found]:
        """Less the insertion of what the same paragraph says replaces something, and exact repetitions."""
        inserted = {
            (item.paragraph, item.draft.target.path[-1]): item.draft.target.path
            for item in self.found
            if item.draft.action == "insertion" and item.draft.attached and item.draft.target.path
        }
        for item in self.found:
            target = item.draft.target
            if (
                item.draft.action == "substitution"
                and item.draft.attached
                and target.path
                and (item.paragraph, target.path[-1]) in inserted
            ):
                item.draft.target = replace(target, path=inserted[item.paragraph, target.path[-1]])
        replaced = {
            (item.paragraph, item.draft.target.path)
            for item in self.found
            if item.draft.action == "substitution"
            and item.draft.target.unit == "provision"
            and item.draft.attached
        }
        out: list[Found] = []
        seen: set[object] = set()
        for item in self.found:
            draft = item.draft
            if (
                draft.action == "insertion"
                and draft.attached
                and (item.paragraph, draft.target.path) in replaced
            ):
                continue
            if (
                not draft.target.path
                and draft.target.term is None
                and draft.target.unit == "words"
                and draft.target.occurrence is None
                and any(self._says_where(other, item) for other in self.found)
            ):
                continue
            key = (item.paragraph, draft.action, draft.target, draft.old, draft.new)
            if key in seen:
                continue
            seen.add(key)
            out.append(item)
        return out

    @staticmethod
    def _says_where(other: Found, item: Found) -> bool:
        """Whether another draft is the same order with its place: "the Agreement goes on, and Section 6.1 is amended ..."."""
        one, two = other.draft, item.draft
        return (
            other.paragraph == item.paragraph
            and bool(one.target.path)
            and (one.action, one.old, one.new, one.start) == (two.action, two.old, two.new, two.start)
        )

    def _instruction(self, item: Found, identity: str) -> Instruction:
        draft = item.draft
        new, uncertain = draft.new, draft.uncertain
        if new is None and draft.attached and draft.action in ("insertion", "substitution"):
            span = attachment(self.text, draft.end, draft.attached[:1])
            if span is not None:
                new = Words(words_of(self.document.text.string, *span), *span)
        start, end = draft.start, draft.end
        if (
            draft.action == "insertion"
            and draft.target.unit == "provision"
            and len(draft.target.path) == 1
            and draft.target.anchor is None
            and new is not None
            and new.text.startswith("(")
            and _is_relative(draft.target.path)
        ):
            uncertain = uncertain or _NO_PARENT

        if draft.action == "substitution" and draft.target.unit == "words" and _is_label_of(draft.old, new):
            uncertain = uncertain or _LABEL_ONLY
        if new is not None and new is draft.new and _OWN_ORDER.search(new.text):
            uncertain = uncertain or _SWALLOWS
        if not draft.target.path and draft.action == "substitution" and _is_caption(self.text, draft.old):
            uncertain = uncertain or _CAPTION_ONLY
        if (
            not (draft.target.path or draft.target.term or draft.target.occurrence)
            and draft.target.unit == "words"
            and self._is_unquoted(draft.old)
        ):
            uncertain = uncertain or _NO_PLACE
        if draft.target.unit == "definition" and self._breaks_off(item):
            uncertain = uncertain or _CUT_SHORT
        if draft.target.scope and not draft.target.path and self._counts_on_a_page(item):
            uncertain = uncertain or _ON_A_PAGE
        effective, expires, conditions = self._said_of(item.paragraph)
        voice = self.voice()
        partial = self.limits[item.paragraph]
        for first, behind in self.spans.get(item.paragraph, ()):
            if first < draft.end and draft.start < behind:
                partial = partial or partial_in(voice, first, min(behind, first + 1_500))
                said = provisos_in(voice, first, min(behind, first + 1_500))
                conditions += tuple(one for one in said if not any(one in c or c in one for c in conditions))

        if partial and expires is not None and is_period(partial):
            partial = None
        target, doubt = self._counted(item)
        agreement = self._other(draft.agreement, draft.start)
        return Instruction(
            identity,
            draft.action,
            self._schedule(target),
            self._filed(draft.old),
            self._filed(new),
            start,
            end,
            effective,
            uncertain or doubt or (f"{HOLDS_FOR_SOME} ({partial})" if partial else None),
            expires,
            conditions,
            agreement,
        )

    def _breaks_off(self, item: Found) -> bool:
        """Whether the order puts a definition of which only the term was found, so that where the others end is unknown."""
        return any(
            other.paragraph == item.paragraph
            and other.draft.start == item.draft.start
            and other.draft.new is not None
            and _CUT_OFF.fullmatch(other.draft.new.text) is not None
            for other in self.found
        )

    def _counts_on_a_page(self, item: Found) -> bool:
        """Whether the lines or paragraphs are counted from the top of a page: "Page 3, second paragraph: ..."."""
        first, behind = self._sentence_of(item)
        return _PAGE.search(self.text, first, max(behind, item.draft.end)) is not None

    def _limits(self) -> list[str | None]:
        """Of each paragraph, what the line above its row of orders says of them all: "These apply to Product B only:"."""
        voice = self.voice()
        out: list[str | None] = []
        above: list[tuple[int, str]] = []
        for index, paragraph in enumerate(self.paragraphs):
            depth = paragraph.depth if paragraph.labels and index else -1
            above = [(outer, words) for outer, words in above if outer < depth]
            out.append(above[-1][1] if above else None)
            for said in paragraph.segments[-1:]:
                if said.kind == "text" and limits_all_below(voice, said.start, said.end):
                    words = " ".join(self.text[said.start : said.end].split()).rstrip(":—– ")
                    above.append((depth, words))
        return out

    def _counted(self, item: Found) -> tuple[Target, str | None]:
        """The target with the place that the paper counts, and why a person must choose where it counts several."""
        draft = item.draft
        target, words = draft.target, draft.old
        exceptions = self._exceptions(item)
        if exceptions:
            less = with_exceptions(target, exceptions) if words is not None else None
            if less is not None:
                return less, None
            return target, SOME_LEFT_OUT if target.unit == "words" else PART_LEFT_OUT
        if self._but_not_all(item):
            return target, PART_LEFT_OUT
        if target.unit not in ("words", "line"):
            return target, None
        if target.occurrence is not None:
            spans = self.spans.get(item.paragraph, ())
            end = next((behind for first, behind in spans if first <= draft.start < behind), draft.end)
            left = leaves_some_out(self.voice(), draft.start, end)
            return target, SOME_LEFT_OUT if left else None
        span = (words.start, words.end) if words is not None else self._anchor_span(draft)
        if span is None or span[0] is None or span[1] is None:
            return target, None
        places = counted_place(self.text, span[0], span[1])
        if len(places) > 1:
            return target, SEVERAL_COUNTED
        return (replace(target, nth=places[0]), None) if places else (target, None)

    def _exceptions(self, item: Found) -> list[LeftOut]:
        """What the order, or a line above it that leads into it, leaves as it is."""
        own = self._sentence_of(item)
        found = [one for one in self.left_out.get(item.paragraph, ()) if own[0] <= one.start < own[1]]
        for index in self._above(item.paragraph):
            spans = self.spans.get(index, ())
            last = spans[-1] if spans else (0, 0)
            leads = [one for one in self.left_out.get(index, ()) if last[0] <= one.start < last[1]]
            if leads and leaves_some_out(self.voice(), *last):
                found += leads
        if found and len(self._orders_in(item.paragraph, own)) > 1:
            return [LeftOut(one.start, one.end, None) for one in found]
        return found

    def _is_unquoted(self, words: Words | None) -> bool:
        """Whether the paper prints words without quotation marks."""
        if words is None or words.start is None:
            return False
        return self.text[max(words.start - 1, 0)] not in OPENERS

    def _but_not_all(self, item: Found) -> bool:
        """Whether a proviso behind the order takes a part of it back: "is deleted, except that the fee remains due"."""
        span = self._sentence_of(item)
        if span not in self.provisos:
            last = [match.start() for match in _TAKEN_BACK.finditer(self.voice(), *span)][-1:]
            behind = last and any(
                other.paragraph == item.paragraph and last[0] < other.draft.end <= span[1]
                for other in self.found
            )
            self.provisos[span] = None if not last or behind else last[0]
        at = self.provisos[span]
        return at is not None and at >= item.draft.end

    def _sentence_of(self, item: Found) -> tuple[int, int]:
        """The sentence in which the paper gives an order."""
        draft = item.draft
        spans = self.spans.get(item.paragraph, ())
        return next((one for one in spans if one[0] <= draft.start < one[1]), (draft.start, draft.end))

    def _orders_in(self, paragraph: int, span: tuple[int, int]) -> set[tuple[str, str | None]]:
        """The orders that one sentence gives, told by what they do."""
        return {
            (item.draft.action, item.draft.old.text if item.draft.old else None)
            for item in self.found
            if item.paragraph == paragraph and span[0] <= item.draft.start < span[1]
        }

    def _above(self, number: int) -> list[int]:
        """The paragraphs that a paragraph hangs under, the nearest first."""
        chain, depth = [], self.paragraphs[number].depth
        for index in range(number - 1, -1, -1):
            if depth == 0:
                break
            if self.paragraphs[index].depth < depth:
                depth = self.paragraphs[index].depth
                chain.append(index)
        return chain

    def _anchor_span(self, draft: Draft) -> tuple[int, int] | None:
        """Where the paper quotes the words that an insertion is put beside."""
        if draft.action != "insertion" or not draft.target.anchor:
            return None
        words = r"\s+".join(re.escape(word) for word in draft.target.anchor.split())
        match = re.compile(rf"(?<=[\"“'‘])\s*({words})\s*(?=[\"”'’])").search(
            self.text, draft.start, draft.end + 1
        )
        return match.span(1) if match else None

    def _said_of(self, number: int) -> tuple[dt.date | None, dt.date | None, tuple[str, ...]]:
        """From when, until when and on what conditions a paragraph, or one above it, says that its orders hold."""
        if number in self.said:
            return self.said[number]
        voice = self.voice()
        chain = [number, *self._above(number)]
        effective: dt.date | None = None
        expires: dt.date | None = None
        conditions: tuple[str, ...] = ()
        for index in chain:
            for segment in self.paragraphs[index].segments:
                if segment.kind != "text" or any(a <= segment.start < b for a, b in self.leads):
                    continue
                effective = effective or stated_effect(self.document, voice, segment.start, segment.end)
                if index == number:
                    expires = expires or expiry_in(voice, segment.start, segment.end, ordering=True)
                    conditions = conditions or conditions_in(voice, segment.start, segment.end)
        self.said[number] = effective, expires, conditions
        return self.said[number]

    def _filed(self, words: Words | None) -> Words | None:
        """Words as the paper prints them, marks of emphasis included."""
        if words is None or words.start is None or words.end is None:
            return words
        return Words(words_of(self.document.text.string, words.start, words.end), words.start, words.end)

    def _schedule(self, target: Target) -> Target:
        """A Part lies in the Schedule where this paper otherwise says so of its Parts."""
        if (
            target.path
            and target.path[0].startswith("part ")
            and any(
                item.draft.target.path[:1] == ("schedule",)
                and len(item.draft.target.path) > 1
                and item.draft.target.path[1].startswith("part ")
                for item in self.found
            )
        ):
            return replace(target, path=("schedule", *target.path))
        if (
            target.term is not None
            and (not target.path or _is_relative(target.path))
            and len(self.definition_paths) == 1
        ):
            return replace(target, path=(*next(iter(self.definition_paths)), *target.path))
        return target

    def _other(self, agreement: str | None, at: int) -> str | None:
        """The other paper that an order names, where it is not the one that this paper amends first."""
        if agreement is None:
            return None
        name = re.sub(r"^(?:the|this|said|such)\s+", "", agreement, flags=re.IGNORECASE)
        return (
            name if name.lower() in self.others else other_instrument(agreement, self.amends, self.text, at)
        )


def _is_itself_new(item: Found) -> bool:
    """Whether a definition is a numbered provision of its own, so that no other definition lies in it."""
    new = item.draft.new
    return (
        item.draft.action == "insertion"
        and new is not None
        and new.text.startswith(item.draft.target.path[0])
    )


def _is_label_of(old: Words | None, new: Words | None) -> bool:
    """Whether the words struck are no more than the label of the item whose new text is given: "(i)"."""
    if old is None or new is None or re.fullmatch(r"\(\w{1,5}\)", old.text) is None:
        return False
    return new.text.startswith(old.text) and len(new.text.split()) > 2


def _is_caption(text: str, old: Words | None) -> bool:
    """Whether the words quoted are the caption of an entry on a page: the "Contact Details" for the Supplier on page 1."""
    return old is not None and old.end is not None and _CAPTION.match(text, old.end) is not None


def _is_relative(path: Path) -> bool:
    """Whether a path begins below a provision: a bare letter or numeral."""
    return (path[0].isalpha() and len(path[0]) <= 4 and roman(path[0]) is not None) or (
        path[0].isalpha() and len(path[0]) == 1
    )
