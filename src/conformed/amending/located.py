"""What a paragraph speaks of, where its words stand, and the drafts it makes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from conformed.amending.blocks import (
    unquoted,
    words_of,
)
from conformed.amending.drafts import NO_WORDS, ROOT, Draft, Put, Struck, at_corner, every_occurrence
from conformed.amending.orders import Context, Order, Spot, Thing
from conformed.amending.references import Place, resolved
from conformed.amending.tokens import Token
from conformed.model.instruction import Scope, Target, Words

__all__ = ["Located"]

_PAPER = re.compile(r"\b(?:amendment|supplement|addendum|modification|variation|endorsement)\b")


def _is_of_paper(place: Place) -> bool:
    """Whether a place stands in an earlier amendment: the sentence which item 3 of Amendment No. 1 put in Section 2."""
    return len(place.path) > 1 and _PAPER.search(place.path[0]) is not None


@dataclass(slots=True)
class Located:
    """What a paragraph speaks of, and the drafts found in it so far.

    Attributes:
        text: the amendment's plain text.
        around: what the paragraphs above speak of; at the end, what this one does.
        drafts: the instructions found.
    """

    text: str
    around: list[Place]
    drafts: list[Draft] = field(default_factory=list)
    struck: list[Struck] = field(default_factory=list)
    fronted: list[Spot] = field(default_factory=list)
    instead_words: list[Thing] = field(default_factory=list)
    spoken: list[Thing] = field(default_factory=list)

    located: bool = False
    labelled: bool = True
    headed: bool = False

    outer: list[Place] = field(default_factory=list)
    said: list[Place] | None = None

    each: bool = False
    waiting: list[int] = field(default_factory=list)
    doubts: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.outer = list(self.around)

        self.said = list(self.around)

    def sentence(self) -> None:
        """A new sentence begins."""
        if self.said is not None:
            self.around = self.said
        self.fronted = []
        self.instead_words = []
        self.spoken = []
        self.waiting = []
        self.located = False

    def doubt(self, start: int, end: int) -> None:
        """What stands between two offsets was not understood whole: nothing that rests on it is an instruction."""
        self.doubts.append((start, end))

    def settle(self) -> None:
        """The paragraph ends: what is left is struck, and what is in doubt is left to a person."""
        self.finish()
        self.drafts = [
            draft
            for draft in self.drafts
            if not any(start < draft.end and draft.start < end for start, end in self.doubts)
        ]

    def finish(self) -> None:
        """Nothing more comes: what was struck is struck."""
        for struck in self.struck:
            self._repeal(struck)
        self.struck = []

    def _resolve(self, places: Sequence[Place], around: Sequence[Place]) -> list[Place]:
        out: list[Place] = []
        for place in places:
            if place.relative or not place.path:
                out.extend(resolved(place, outer) for outer in around) if around else out.append(place)
            else:
                out.append(resolved(place, around[0] if around else None))
        return out

    def speak_of(self, contexts: Sequence[Context]) -> None:
        """Take in what a clause says it speaks of."""
        where_seen = False
        for context in contexts:
            spot = context.spot
            if spot is not None:
                if spot.kind == "in" and spot.places and not spot.places[0].own:
                    places = [place for place in spot.places if not place.own]
                    fresh = self._resolve(places, self.around)
                    struck = {item.place.path for item in self.struck}
                    named = {place.path for place in fresh}
                    if struck and named and all(named) and not struck & named:
                        self.finish()

                    if where_seen and not any(place.relative for place in places):
                        self.around = [*self.around, *fresh]
                    elif fresh and not all(p.unit == "document" and not p.path for p in fresh):
                        self.around = fresh
                    self.said = self.around
                    where_seen = self.located = True
                else:
                    self.fronted.append(spot)
            elif context.kind == "instead_of_words":
                self.instead_words = context.things
            elif context.kind == "speaking_of":
                places = [place for thing in context.things for place in thing.places if not place.own]
                for thing in context.things:
                    self.fronted.extend(spot for spot in thing.spots if spot.kind == "everywhere")
                if [thing.token.kind for thing in context.things] == ["FOLLOWING"]:
                    self.spoken = context.things
                if places:
                    fresh = self._resolve(places, self.around)
                    inner = [
                        spot
                        for thing in context.things
                        for spot in thing.spots
                        if spot.kind == "in" and spot.places
                    ]
                    if inner and all(place.relative or not place.path for place in places):
                        fresh = self._resolve(places, self._resolve(inner[0].places, self.around))
                    elif inner and all(_is_of_paper(place) for place in places):
                        fresh = self._resolve(inner[0].places, self.around)
                    self.around = self.said = fresh
                    where_seen = True
            elif context.kind == "undescribed":
                self._undescribed(context)

    def fill(self, token: Token) -> bool:
        """Give block text to the insertion in this sentence that still waits for its words."""
        if len(self.waiting) != 1 or token.inner is None:
            return False
        draft = self.drafts[self.waiting.pop()]
        draft.new = self._span_words(unquoted(self.text, *token.inner))
        draft.attached, draft.end = (), token.end
        return True

    def forget_heading(self) -> None:
        """What a line named was no heading of orders: words of another kind stand behind it."""
        self.around = self.said = list(self.outer)

    def speak_of_heading(self, places: Sequence[Place]) -> None:
        """A heading names a provision: weaker than a sentence, but all there is."""
        known = [place for place in places if not place.own]
        if known:
            self.around = self.said = self._resolve(known, self.around)

    def _undescribed(self, context: Context) -> None:
        every = every_occurrence(self.fronted)
        for place in self.around:
            if place.path or every:
                self.drafts.append(
                    Draft(
                        "substitution",
                        Target(place.path, "words", term=place.term, occurrence="all" if every else None),
                        None,
                        None,
                        self.mark[0],
                        self.mark[1],
                        NO_WORDS,
                    )
                )

    mark: tuple[int, int] = (0, 0)

    def _span_words(self, span: tuple[int, int]) -> Words:
        return Words(words_of(self.text, *span), *span)

    def _words(self, token: Token) -> Words | None:
        if token.kind == "MARK":
            return Words(token.word)
        if token.kind == "BLOCK" and token.inner is not None:
            return self._span_words(unquoted(self.text, *token.inner))
        if token.kind == "FOLLOWING" and token.blocks:
            return self._span_words(unquoted(self.text, *token.blocks[0]))
        if token.inner is not None:
            return self._span_words(token.inner)
        return None

    def _puts(self, things: Sequence[Thing]) -> list[Put]:
        out: list[Put] = []
        for thing in things:
            token = thing.token
            if token.kind == "FOLLOWING":
                span = unquoted(self.text, *token.blocks[0]) if token.blocks else None
                out.append(
                    Put(
                        self._span_words(span) if span else None,
                        token.noun,
                        tuple(token.reference or ()),
                        token.reference is not None,
                        span,
                    )
                )
            elif token.kind == "BLOCK" and token.inner is not None:
                span = unquoted(self.text, *token.inner)
                words = self._span_words(span)
                if out and out[-1].words is None:
                    out[-1].words, out[-1].span = words, span
                else:
                    out.append(Put(words, None, span=span))
            elif token.kind == "REF":
                self._put_places(thing, out)
            elif token.kind in ("QUOTE", "TEXT", "MARK"):
                words = self._words(token)  # type: ignore[assignment]
                if out and out[-1].words is None and (out[-1].places or out[-1].noun):
                    out[-1].words = words
                    out[-1].span = token.inner
                else:
                    out.append(Put(words, None))
        return out

    def _put_places(self, thing: Thing, out: list[Put]) -> None:
        places = thing.places
        if places and places[0].unit == "definition":
            out.append(Put(None, "definition", places))
        elif places and places[0].unit in ("sentence", "row", "line", "paragraph") and not places[0].path:
            out.append(Put(None, places[0].unit, places))
        elif places and all(place.path for place in places):
            if out and out[-1].places and out[-1].words is None:
                out[-1].places += places
            else:
                out.append(
                    Put(None, "provision", places, True, attached=tuple(" ".join(p.path) for p in places))
                )

    def _located(self, spots: Sequence[Spot], every: bool = False) -> list[Place]:
        """The places that spots name, else what is spoken of; the agreement as a whole where "throughout" says so."""
        around = self.around or [ROOT]
        for spot in spots:
            if spot.kind in ("in", "end", "start", "after", "before") and spot.places and not spot.anchors:
                places = [p for p in spot.places if not p.own]
                if (
                    spot.kind in ("after", "before")
                    and places
                    and (places[0].unit not in ("provision",) or not places[0].path)
                ):
                    continue
                if places and places[0].unit == "document" and not places[0].path:
                    around = (
                        [replace(ROOT, agreement=places[0].agreement)]
                        if every or every_occurrence(spots)
                        else around
                    )
                    continue
                around = self._resolve(places, around)
        return around

    def _target(self, place: Place, unit: str, every: bool) -> Target:
        scope = Scope(*place.scope) if place.scope is not None else None
        within = Scope(*place.outer) if place.outer is not None else None
        return Target(
            place.path,
            unit,
            term=place.term,
            scope=scope,
            within=within,
            occurrence="all" if every else None,
            anchor=place.anchor,
        )

    def _repeal(self, struck: Struck) -> None:
        target = self._target(struck.place, struck.unit, struck.every)
        target = at_corner(target, struck.spot)
        unsaid = struck.unit == "words" and struck.words is None and struck.place.unit == "provision"
        self.drafts.append(
            Draft(
                "repeal",
                target,
                struck.words,
                None,
                struck.start,
                struck.end,
                NO_WORDS if unsaid and not struck.place.scope else None,
                agreement=struck.place.agreement,
            )
        )

    def _substitute(self, struck: Struck, put: Put, order: Order, *, uncertain: str | None = None) -> None:
        target = at_corner(self._target(struck.place, struck.unit, struck.every), struck.spot)
        if struck.loose and not target.path and not struck.every:
            return
        new = put.words
        attached = put.attached if new is None else ()
        if new is None and not attached:
            uncertain = uncertain or NO_WORDS
        if not (target.path or target.term or struck.words is not None or target.unit == "document"):
            return

        self.drafts.append(
            Draft(
                "substitution",
                target,
                struck.words,
                new,
                min(struck.start, order.start),
                max(struck.end, order.end),
                uncertain,
                struck.place.agreement,
                attached,
            )
        )
