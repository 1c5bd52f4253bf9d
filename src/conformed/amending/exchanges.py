"""What is struck, and what is put in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from conformed.amending.blocks import (
    definitions_in,
    provisions_in,
)
from conformed.amending.drafts import (
    NO_PAIRS,
    Put,
    Struck,
    bears_other_label,
    corner,
    defines,
    every_occurrence,
    has,
    has_anywhere,
    same_words,
    unit_of,
)
from conformed.amending.insertions import Insertions
from conformed.amending.orders import Order, Spot, Thing
from conformed.amending.references import Place
from conformed.amending.tokens import Token
from conformed.amending.understood import says_more
from conformed.model.instruction import Words

__all__ = ["Exchanges"]

_SUBJECT_REACH = 240
_WHOLE_TEXT = re.compile(
    r"\b(?:text|language|provisions?|contents?|everything|wording|material|terms|clauses?|paragraphs?)\b",
    re.IGNORECASE,
)


_WORD = re.compile(r"\w+")
_PLACEHOLDER = re.compile(
    r"\W*(?:(?:this\s+)?(?:section\s+|clause\s+)?(?:is\s+)?(?:intentionally|deliberately)\s+(?:left\s+)?(?:deleted|omitted|blank)|reserved|not\s+used|deleted|omitted|vacant|spare)\W*",
    re.IGNORECASE,
)


_GO_TOGETHER = "puts words behind a mark that it puts too: both go in, or neither"
_PLACED = frozenset(("in", "end", "start", "after", "before", "between", "before_stop", "alphabetical"))
_NEXT_BREATH = re.compile(r"[\s,;]*(?:(?:and|then|by|also|thereafter)\s+)*", re.IGNORECASE)
_HEADED = re.compile(r"\b(?:heading|title|caption)\s+[\"“'‘]?\Z", re.IGNORECASE)


def _stand_together(olds: list[Thing]) -> bool:
    """Whether several words are said to stand in the same places, or none is said to stand anywhere."""
    inside = [[spot for spot in thing.spots if spot.kind == "in"] for thing in olds]
    return all(
        len(one) == len(inside[-1]) and all(a is b for a, b in zip(one, inside[-1], strict=True))
        for one in inside
    )


@dataclass(slots=True)
class Exchanges(Insertions):
    """Drafts of repeals and substitutions."""

    def _deleting(self, order: Order) -> None:
        self.finish()
        self.each = has(order.spots, "each_case")
        things = order.subject
        every = every_occurrence(order.spots)
        if not things or (len(things) == 1 and things[0].token.kind == "IT"):
            places = self._located(order.spots)
            if things and things[0].token.noun == "words":
                for place in places:
                    if place.path or place.term:
                        self.struck.append(Struck(place, None, "words", every, None, order.start, order.end))
                return
            if not things and not any(place.path or place.term or place.anchor for place in places):
                self.doubt(order.start, order.end)
                return
            for place in places:
                if place.path or place.term:
                    self._strike(place, None, self._unit_left(place, order), every, None, order)
            return
        if [thing.token.kind for thing in things] == ["FOLLOWING"] and not things[0].token.blocks:
            self.spoken = things
            return
        trailing = [
            spot for spot in order.spots if spot.kind not in ("everywhere", "respectively", "each_case")
        ]
        places = self._located(trailing)
        if (
            has_anywhere(order, things, "respectively")
            and len(things) == len(places) > 1
            and not any(t.places for t in things)
        ):
            saved = self.around
            for thing, place in zip(things, places, strict=True):
                self.around = [place]
                self._strike_thing(thing, every, [], order)
            self.around = saved
            return
        for thing in things:
            self._strike_thing(thing, every, trailing, order)

    _deleted = _deleting

    def _unit_left(self, place: Place, order: Order) -> str:
        """What is struck where an order names only where it stands: "Tenant's address in Section 5 is deleted"."""
        unread = order.unread or (
            order.verb == "deleting" and says_more(self.text, order.end, order.end + 200)
        )
        if unread and not order.subject and place.unit == "provision":
            return "words"
        if order.verb == "deleted" and not order.subject and self.located and place.unit == "provision":
            before = self.text[max(order.start - _SUBJECT_REACH, 0) : order.start]
            said = re.split(r"[.;]\s", before)[-1]
            if not (said.rstrip().endswith((":", "-", "–", "—")) or _WHOLE_TEXT.search(said)):
                return "words"
        return unit_of(place)

    def _strike_thing(self, thing: Thing, every: bool, trailing: list[Spot], order: Order) -> None:
        every = every or thing.every or every_occurrence(thing.spots)
        spots = [*thing.spots, *trailing]
        if thing.places:
            quoted = self._span_words(thing.token.inner) if thing.token.inner is not None else None
            for place in self._resolve([p for p in thing.places if not p.own], self._located(spots)):
                self._strike(place, quoted, unit_of(place), every, None, order)
            return
        words = self._words(thing.token)
        spot = next((s for s in spots if s.kind in ("end", "start", "after", "before", "between")), None)
        ahead = self._ahead_of_item(spot) if spot is not None and thing.token.kind == "QUOTE" else None
        if spot is not None and ahead is not None:
            for place in self._located([s for s in spots if s is not spot]):
                self._strike(place, words, "words", every, ahead, order)
            return
        for place in self._located(spots):
            unit = "line" if place.unit == "line" and thing.token.kind == "TEXT" else "words"
            self._strike(place, words, unit, every, spot, order)

    def _ahead_of_item(self, spot: Spot) -> Spot | None:
        """The "or" before clause (c) stands in the provision that clause (c) is an item of, not in clause (c)."""
        if spot.kind != "before" or spot.anchors or len(spot.places) != 1:
            return None
        item = spot.places[0]
        if not (item.relative and item.unit == "provision" and len(item.path) == 1 and item.scope is None):
            return None
        if not all(place.path for place in self.around or [item]):
            return None
        printed = f"{item.noun or 'clause'} ({item.path[0]})"
        return Spot("before", (), (Token("QUOTE", 0, 0, printed),))

    def _strike(
        self, place: Place, words: Words | None, unit: str, every: bool, spot: Spot | None, order: Order
    ) -> None:
        if place.unit == "heading" and not place.path and place.agreement is not None:
            unit = "document"
        if place.own or not (
            unit == "document" or place.path or place.term or words is not None or place.anchor
        ):
            return
        if (
            words is not None
            and words.start is not None
            and unit == "words"
            and place.path
            and _HEADED.search(self.text, max(words.start - 24, 0), words.start)
        ):
            unit = "heading"
        self.struck.append(Struck(place, words, unit, every, spot, order.start, order.end))

    def _inserting(self, order: Order) -> None:
        things = [*order.subject, *order.result]
        if order.pairs:
            for olds, news in order.pairs:
                order.instead_of, order.subject = [], []
                self._exchange(olds, self._puts(news), order)
            return
        puts = self._puts(things)
        if (
            order.lemma.startswith(("attach", "incorporat", "includ"))
            and order.verb == "inserted"
            and not (
                order.as_
                or any(put.span for put in puts)
                or any(thing.token.kind == "FOLLOWING" for thing in things)
            )
        ):
            return
        if not puts and order.as_:
            puts = [Put(None, "provision")]
        if self.instead_words or (order.instead_of and not order.instead_of[0].places):
            olds = self.instead_words or order.instead_of
            self._exchange(olds, puts, order)
            return
        if order.instead_of and order.instead_of[0].places:
            for thing in order.instead_of:
                self._strike_thing(thing, False, [], order)
            self._merge(puts, order)
            return
        if (
            order.verb == "inserted"
            and order.subject
            and order.subject[0].every
            and order.result
            and order.subject[0].token.kind == "QUOTE"
        ):
            self._exchange([order.subject[0]], self._puts(order.result), order)
            return
        if self.struck and self._takes_place_of(order, puts):
            self._merge(puts, order)
            return
        self.finish()
        behind_mark = self._goes_behind_mark(order)
        if behind_mark:
            self.drafts[-1].uncertain = self.drafts[-1].uncertain or _GO_TOGETHER
        made = len(self.drafts)
        for put in puts:
            self._insert(put, order)
        for draft in self.drafts[made:] if behind_mark else ():
            draft.uncertain = draft.uncertain or _GO_TOGETHER

    _inserted = _inserting

    def _goes_behind_mark(self, order: Order) -> bool:
        """Whether words follow the mark just put at the end: "replacing the period with a comma and adding "A"."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.action != "substitution" or last.target.position != "end" or last.new is None:
            return False
        if any(character.isalnum() for character in last.new.text) or not self.around:
            return False
        places = [spot for thing in order.subject for spot in thing.spots] + order.spots
        return (
            not any(spot.kind in _PLACED for spot in places)
            and all(place.path == last.target.path for place in self.around)
            and _NEXT_BREATH.fullmatch(self.text, last.end, order.start) is not None
        )

    def _takes_place_of(self, order: Order, puts: list[Put]) -> bool:
        """Whether what is put stands in place of what was struck just before."""
        if order.instead:
            return True
        substitutes = order.lemma.startswith("substitut")
        spots = [
            spot
            for spot in order.spots
            if spot.kind in ("end", "start", "after", "before", "between", "alphabetical")
        ]
        if (
            any(
                spot.kind in ("end", "start", "after", "before", "between", "alphabetical")
                for thing in order.subject
                for spot in thing.spots
            )
            or spots
        ):
            return False
        if substitutes:
            return True
        if order.as_ or any(put.new_places for put in puts):
            return False
        inside = [spot for spot in order.spots if spot.kind == "in"] + [
            s for thing in order.subject for s in thing.spots if s.kind == "in"
        ]
        if inside and not all(self._same_spot(spot) for spot in inside):
            return False
        added = order.lemma.startswith(("add", "append", "includ"))
        scopes = {place.scope for put in puts for place in put.places if place.scope is not None}
        if added and scopes and not scopes & {item.place.scope for item in self.struck}:
            return False
        if added and len(puts) == len(self.struck) == 1 and bears_other_label(self.struck[0].place, puts[0]):
            return False
        if all(put.noun in ("definition", "row", "provision") for put in puts) and puts:
            return all(struck.unit == puts[0].noun for struck in self.struck)
        return not (
            added
            and self.struck[0].words is not None
            and puts
            and puts[0].span is not None
            and puts[0].noun != "words"
        )

    def _same_spot(self, spot: Spot) -> bool:
        places = self._resolve(spot.places, self.around)
        return {(p.path, p.scope) for p in places} == {(s.place.path, s.place.scope) for s in self.struck}

    def _merge(self, puts: list[Put], order: Order) -> None:
        struck, self.struck = self.struck, []
        if not puts:
            self.struck = struck
            self.finish()
            return
        struck = self._narrowed(struck, order)
        each = self.each or any(spot.kind == "each_case" for spot in order.spots)
        self.each = False
        if len(puts) == 1 and len(struck) > 1 and not each:
            put = puts[0]
            if put.span is not None and all(item.unit == "definition" for item in struck):
                by_term = {piece.term.lower(): piece for piece in definitions_in(self.text, *put.span)}
                if all((item.place.term or "").lower() in by_term for item in struck):
                    for item in struck:
                        found = by_term[(item.place.term or "").lower()]
                        span = (found.start, found.end)
                        self._substitute(item, Put(self._span_words(span), span=span), order)
                    return
            if put.span is not None and all(item.unit in ("provision", "definition") for item in struck):
                pieces = provisions_in(self.text, *put.span, [item.place.path for item in struck])
                if pieces is not None:
                    for item, piece in zip(struck, pieces, strict=True):
                        self._substitute(item, Put(self._span_words(piece), span=piece), order)
                    return
            if put.words is None and put.attached and all(item.words is None for item in struck):
                same = len(put.attached) == len(struck)
                for item, label, place in zip(struck, put.attached, put.places, strict=False) if same else ():
                    each_put = Put(None, put.noun, (place,), put.new_places, attached=(label,))
                    self._substitute(item, each_put, order)
                for item in () if same else struck:
                    self._substitute(item, Put(None), order, uncertain=NO_PAIRS)
                return
            named = {path for thing in order.as_ for place in thing.places for path in [place.path]}
            if same_words(struck) and all(item.unit == "words" for item in struck):
                for item in struck:
                    self._substitute(item, put, order)
                return
            if all(item.words is None and item.unit != "words" for item in struck):
                if put.words is not None and _PLACEHOLDER.fullmatch(put.words.text):
                    for item in struck:
                        self._substitute(item, put, order)
                    return
                first = next((i for i, item in enumerate(struck) if item.place.path in named), 0)
                for index, item in enumerate(struck):
                    if index == first:
                        self._substitute(item, put, order)
                    else:
                        self._repeal(item)
                return
            for item in struck:
                self._substitute(item, put, order, uncertain=NO_PAIRS)
            return
        scope = struck[0].place.scope if struck else None
        if len(struck) == 1 and scope is not None and len(scope[1]) == len(puts) > 1:
            for number, put in zip(scope[1], puts, strict=True):
                place = replace(struck[0].place, scope=(scope[0], (number,)))
                self._substitute(replace(struck[0], place=place), put, order)
            return
        if len(puts) == len(struck):
            for item, put in zip(struck, puts, strict=True):
                self._substitute(item, put, order)
            return
        if len(puts) == 1:
            for item in struck:
                self._substitute(item, puts[0], order)
            return
        if len(puts) > 1 and len(struck) % len(puts) == 0:
            for index, item in enumerate(struck):
                self._substitute(item, puts[index % len(puts)], order)
            return
        if len(struck) == 1 and struck[0].words is None:
            joined = puts[0]
            self._substitute(struck[0], joined, order)
            for put in puts[1:]:
                self._insert(put, order)
            return
        for item in struck:
            self._substitute(item, puts[0], order, uncertain=NO_PAIRS)

    def _narrowed(self, struck: list[Struck], order: Order) -> list[Struck]:
        """What was struck, where the place is told only behind what takes its place: "in the first sentence"."""
        spots = [*order.spots, *(spot for thing in order.subject for spot in thing.spots)]
        inside = [p for spot in spots if spot.kind == "in" for p in spot.places if not p.own]
        if not inside or any(p.path or p.scope is None for p in inside):
            return struck
        if any(item.place.scope is not None or item.unit != "words" for item in struck):
            return struck
        return [
            replace(item, place=place) for item in struck for place in self._resolve(inside, [item.place])
        ]

    def _replacing(self, order: Order) -> None:

        if not order.pairs:
            if not self.struck and order.result:
                for place in self._located(order.spots):
                    if place.path and place.unit == "provision":
                        verb = _WORD.match(self.text, order.start)
                        behind = verb.end() if verb else order.start
                        part = says_more(self.text, behind, behind + 200)
                        self._strike(place, None, "words" if part else "provision", False, None, order)

            if self.struck:
                self._merge(self._puts(order.result), order)
            return

        for olds, news in order.pairs:
            if olds and olds[0].token.kind == "IT" and self.struck:
                self._merge(self._puts(news), order)
                continue
            self.finish()
            if not news:
                self._replaced_with_nothing(olds, order)
                continue
            self._exchange(
                olds,
                self._puts(news),
                order,
                zipped=len(order.pairs) > 1 and has(order.spots, "respectively"),
                index=[p[0] for p in order.pairs].index(olds),
            )

    def _replaced(self, order: Order) -> None:
        if not order.subject and self.struck:
            self._merge(self._puts(order.result), order)
            return
        self.finish()
        subject = order.subject or self.spoken
        if not order.result:
            self._replaced_with_nothing(subject, order)
            return
        self._exchange(subject, self._puts(order.result), order)

    def _replaced_with_nothing(self, things: list[Thing], order: Order) -> None:
        """Something gives way to what the paper does not say: a person gives the words."""
        for thing in things:
            self._strike_thing(thing, every_occurrence(order.spots), order.spots, order)
        struck, self.struck = self.struck, []
        for item in struck:
            self._substitute(item, Put(None), order)

    def _exchange(
        self, olds: list[Thing], puts: list[Put], order: Order, *, zipped: bool = False, index: int = 0
    ) -> None:
        """Olds give way to puts: one for one, all to one, or place for place."""
        every = every_occurrence(order.spots)
        trailing = [
            spot for spot in order.spots if spot.kind not in ("everywhere", "respectively", "each_case")
        ]
        saved, self.struck = self.struck, []
        for item in saved:
            self._repeal(item)
        if zipped and len(self.around) > index:
            around, self.around = self.around, [self.around[index]]
            self._exchange(olds, puts, order)
            self.around = around
            return
        if self._exchange_definitions(olds, puts, trailing, order):
            return
        quoted = [thing for thing in olds if not thing.places]
        respectively = has(order.spots, "respectively")
        if not olds:
            part = self.located or order.unread
            for place in self._located(trailing):
                self._strike(place, None, "words" if part else unit_of(place), every, None, order)
        elif len(quoted) == len(olds) == len(puts) > 1 and _stand_together(olds):
            inside = [spot for spot in olds[-1].spots if spot.kind == "in"]
            places = self._located([*inside, *trailing])
            respectively = has(olds[-1].spots if inside else order.spots, "respectively")
            for number, (thing, put) in enumerate(zip(olds, puts, strict=True)):
                chosen = places
                if respectively and len(places) == len(olds):
                    chosen = [places[number]]
                elif (
                    respectively
                    and len(places) == 1
                    and (scope := places[0].scope) is not None
                    and len(scope[1]) == len(olds)
                ):
                    chosen = [replace(places[0], scope=(scope[0], (scope[1][number],)))]
                for place in chosen:
                    struck = Struck(
                        place,
                        self._words(thing.token),
                        "words",
                        every or thing.every,
                        corner(thing.spots),
                        order.start,
                        order.end,
                    )
                    self._substitute(struck, put, order)
            return
        else:
            definition = (
                len(olds) == 1
                and olds[0].places
                and olds[0].places[0].unit == "definition"
                and puts
                and puts[0].span is None
                and puts[0].noun is None
            )
            for thing in olds:
                if definition and puts[0].words is not None and not defines(puts[0].words.text):
                    self._strike_term(thing, every, trailing, order)
                else:
                    self._strike_thing(thing, every, trailing, order)
        self._merge(puts, order)

    def _exchange_definitions(
        self, olds: list[Thing], puts: list[Put], trailing: list[Spot], order: Order
    ) -> bool:
        """Definitions that only the new text names: "The following definitions are replaced with the following: ..."."""
        if len(olds) != 1 or len(puts) != 1 or puts[0].span is None or olds[0].token.kind != "FOLLOWING":
            return False
        pieces = definitions_in(self.text, *puts[0].span)
        for piece in pieces:
            for place in self._located([*olds[0].spots, *trailing]):
                struck = Struck(
                    replace(place, unit="definition", term=piece.term),
                    None,
                    "definition",
                    False,
                    None,
                    min(olds[0].token.start, order.start),
                    order.end,
                )
                span = (piece.start, piece.end)
                self._substitute(struck, Put(self._span_words(span), span=span), order)
        return bool(pieces)

    def _strike_term(self, thing: Thing, every: bool, trailing: list[Spot], order: Order) -> None:
        """A defined term that gives way to another term: its words change, not its definition."""
        spots = [*thing.spots, *trailing]
        for place in self._located(spots, every):
            term = thing.places[0].term or ""
            span = thing.places[0].term_span
            words = self._span_words(span) if span is not None else Words(term)
            self._strike(
                replace(place, unit="provision"),
                words,
                "words",
                every or thing.every or every_occurrence(thing.spots),
                None,
                order,
            )
