"""From orders to instructions: what each order strikes and puts, and where in the agreement.

Rules that this file must obey:

* What a clause speaks of lies in what its sentence, its paragraph and the paragraphs above speak of.
* Words struck and words put in one breath are one substitution; words put at a place of their own are an insertion.
* An order that does not say what to strike or put, or leaves two ways to pair them, is `uncertain`, never completed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from conformed.amending.blocks import (
    provisions_in,
)
from conformed.amending.drafts import MOVES, Draft, Put, Struck, every_occurrence, printed_label, unit_of
from conformed.amending.exchanges import Exchanges
from conformed.amending.orders import Order, Spot, Thing
from conformed.amending.references import Place
from conformed.model.instruction import Target, Words

__all__ = ["Interpreter"]

_PASSIVE = frozenset(
    ("deleted", "inserted", "replaced", "changed", "restated", "renumbered", "becoming", "retitled")
)
_IN_ONE_BREATH = re.compile(
    r"(?:[\s,]|\b(?:in\s+(?:its|their)\s+entirety|hereby|and|is|are)\b)*+", re.IGNORECASE
)
_MOVED = re.compile(r"\b(?:moved|relocated|transferred)\s[^.;]*+\Z", re.IGNORECASE)


@dataclass(slots=True)
class Interpreter(Exchanges):
    """Interprets the clauses of one paragraph, in order."""

    def order(self, order: Order) -> bool:
        """Interpret one order; whether it became an instruction (or a part of one)."""
        self.mark = (order.start, order.end)
        before = (len(self.drafts), len(self.struck))
        order.spots = [*self.fronted, *order.spots]
        self.fronted = []
        for thing in [*order.result, *(new for _, news in order.pairs for new in news)]:
            if thing.token.kind in ("QUOTE", "TEXT", "BLOCK", "FOLLOWING", "MARK"):
                order.spots.extend(thing.spots)
                thing.spots = []
        for things in (order.subject, order.source, *(olds for olds, _ in order.pairs)):
            self._share_place(things)
        for thing in order.as_:
            order.spots.extend(thing.spots)
            thing.spots = []
        getattr(self, f"_{order.verb}")(order)
        self.instead_words = []
        if order.verb in _PASSIVE and not any(thing.places for thing in order.subject):
            spots = [
                s for thing in order.subject for s in thing.spots if s.kind in ("in", "end") and s.places
            ]
            spots += [s for s in order.spots if s.kind in ("in", "end") and s.places]
            if spots and all(p.path and not p.relative and not p.own for s in spots for p in s.places):
                found = self._located(spots[:1])
                self.around = [replace(place, scope=None, outer=None, unit="provision") for place in found]
        if (
            order.verb in _PASSIVE
            and order.subject
            and order.subject[0].places
            and not order.subject[0].places[0].own
        ):
            subject = self._resolve([p for thing in order.subject for p in thing.places], self.around)
            if all(place.path for place in subject):
                self.around = [replace(place, scope=None, outer=None, unit="provision") for place in subject]

        return (len(self.drafts), len(self.struck)) != before or order.verb in ("inserting", "inserted")

    def _share_place(self, things: list[Thing]) -> None:
        """The words "A" and "B" in Section 2: both stand there."""
        if len(things) < 2 or any(thing.places for thing in things[:-1]):
            return
        inside = [spot for spot in things[-1].spots if spot.kind == "in"]
        if any(thing.spots for thing in things[:-1]):
            self._complete_places([spot for thing in things[:-1] for spot in thing.spots], inside)
            return

        if inside and all(thing.token.kind in ("QUOTE", "TEXT") for thing in things):
            for thing in things[:-1]:
                thing.spots.extend(inside)

    def _complete_places(self, spots: list[Spot], inside: list[Spot]) -> None:
        """The words "A" in line 4 and the words "B" in line 7 of Section 2: line 4 is of Section 2 too."""
        whole = inside[0].places[0] if len(inside) == 1 and len(inside[0].places) == 1 else None
        if whole is None or not whole.path or whole.scope is None:
            return
        for spot in spots:
            if spot.kind == "in" and all(not p.path and p.scope is not None for p in spot.places):
                spot.places = tuple(
                    replace(p, path=whole.path, relative=whole.relative, noun=whole.noun) for p in spot.places
                )

    def _changing(self, order: Order) -> None:
        self.finish()
        if order.verb == "changed" and (order.pairs or order.instead_of) and self._reads_instead(order):
            return
        if order.pairs:
            for olds, news in order.pairs:
                self._exchange(olds, self._puts(news), order)
            return
        puts = self._puts(order.result)
        if order.source:
            subject = [thing for thing in order.subject if thing.places]
            spots = [*order.spots, *(spot for thing in order.subject for spot in thing.spots)]
            saved = self.around
            if subject:
                self.around = self._resolve(
                    [p for thing in subject for p in thing.places], self._located(spots)
                )
                spots = [spot for spot in spots if spot.kind != "in"]
            units = (
                "heading"
                if self.around and all(place.unit == "heading" for place in self.around)
                else "words"
            )
            if self.around and self.around[0].unit == "row" and order.source[0].token.kind == "BLOCK":
                units = "row"
            places = self._located(spots)
            for thing, put in zip(order.source, puts, strict=False):
                for place in places:
                    struck = Struck(
                        place,
                        self._words(thing.token),
                        units,
                        every_occurrence(order.spots) or thing.every,
                        None,
                        order.start,
                        order.end,
                        thing.token.kind == "TEXT",
                    )
                    self._substitute(struck, put, order)
            self.around = saved
            return
        if order.instead_of:
            self._exchange(order.instead_of, puts, order)
            return
        if order.far and not self.instead_words and all(thing.places for thing in order.subject):
            saved = self.around
            if order.subject:
                self.around = self._resolve(
                    [p for thing in order.subject for p in thing.places], self._located(order.spots)
                )
            for place in self.around:
                if place.path:
                    self._substitute(
                        Struck(
                            place, None, "words", every_occurrence(order.spots), None, order.start, order.end
                        ),
                        puts[0],
                        order,
                    )
            self.around = saved
            return
        if not order.subject and not (order.source or self.located or self.instead_words):
            for place in self.around:
                unit = "words" if order.unread and place.unit == "provision" else unit_of(place)
                struck = Struck(place, None, unit, False, None, order.start, order.end)
                self._substitute(struck, self._split_for(place, puts), order)
            return
        if self.instead_words:
            self._exchange(self.instead_words, puts, order)
            return
        self._exchange(order.subject, puts, order)

    _changed = _changing

    def _split_for(self, place: Place, puts: list[Put]) -> Put:
        if len(self.around) > 1 and puts and puts[0].span is not None:
            pieces = provisions_in(self.text, *puts[0].span, [p.path for p in self.around])
            if pieces is not None:
                piece = pieces[self.around.index(place)]
                return Put(self._span_words(piece), span=piece)
        return puts[0] if puts else Put(None)

    def _restating(self, order: Order) -> None:
        if (
            not order.subject
            and self.struck
            and all(item.words is None for item in self.struck)
            and _IN_ONE_BREATH.fullmatch(self.text, self.struck[-1].end, order.start)
        ):
            puts = self._puts(order.result) or self._puts(self.spoken)
            if puts and puts[0].words is not None:
                self._merge(puts, order)
                return
        self.finish()
        puts = self._puts(order.result)
        things = order.subject
        if things and not order.result and things[-1].token.kind in ("BLOCK", "QUOTE"):
            puts, things = self._puts(things[-1:]), things[:-1]
        things = things or self.spoken
        puts = puts or self._puts(self.spoken)
        if not puts or (puts[0].words is None and not puts[0].attached):
            return
        if things and self._exchange_definitions(things, puts, order.spots, order):
            return
        places = (
            self._resolve([p for thing in things for p in thing.places if not p.own], self.around)
            if things
            else self.around
        )
        for place in places:
            struck = Struck(place, None, unit_of(place), False, None, order.start, order.end)
            self.struck.append(struck)
        self._merge(puts, order)

    _restated = _restating

    def _reads_instead(self, order: Order) -> bool:
        """What reads "14 days" instead of "20 days", and "5 %" instead of "3 %": words changed in what is spoken of."""
        pairs = order.pairs or [(order.instead_of or self.instead_words, order.result)]
        if not all(olds and news for olds, news in pairs) or not all(thing.places for thing in order.subject):
            self.doubt(order.start, order.end)
            return True
        saved = self.around
        if order.subject:
            places = [place for thing in order.subject for place in thing.places if not place.own]
            spots = [spot for thing in order.subject for spot in thing.spots]
            self.around = self._resolve(places, self._located(spots))
        for olds, news in pairs:
            self._exchange(olds, self._puts(news), order)
        self.around = saved
        return True

    def _reading(self, order: Order) -> None:
        self.finish()
        if self.instead_words or order.instead_of or order.pairs:
            self._reads_instead(order)
        elif order.subject:
            self._exchange(order.subject, self._puts(order.result), order)
        else:
            for place in self.around:
                if place.path or place.term:
                    part = (order.unread or self.located) and place.unit == "provision"
                    self._strike(place, None, "words" if part else unit_of(place), False, None, order)
            self._merge(self._puts(order.result), order)

    def _renumbering(self, order: Order) -> None:
        self.finish()
        olds = self._resolve([p for thing in order.subject for p in thing.places], self.around)
        news = [p for thing in (order.result or order.as_) for p in thing.places]
        if not olds and order.verb == "renumbered":
            olds = [p for p in self.around if p.path]
        if (order.unread and not order.subject) or len(olds) != len(news):
            self.doubt(order.start, order.end)
            return
        if any(place.scope for place in (*olds, *news)):  # the number of a sentence is printed nowhere
            self.doubt(order.start, order.end)
            return
        for number, old in enumerate(olds):
            new = news[number] if number < len(news) else None
            if new is None or old.own:
                continue
            self.drafts.append(
                Draft(
                    "renumbering",
                    Target(old.path, "provision", term=old.term),
                    Words(printed_label(old, order.subject)),
                    Words(printed_label(new, order.result)),
                    order.start,
                    order.end,
                    MOVES if _MOVED.search(self.text, max(order.start - 120, 0), order.end) else None,
                    agreement=old.agreement,
                )
            )

    _renumbered = _renumbering

    def _becoming(self, order: Order) -> None:
        if order.subject and order.subject[0].places and order.result and order.result[0].places:
            self._renumbering(order)
        elif order.subject and order.result:
            self.finish()
            self._exchange(order.subject, self._puts(order.result), order)

    _referred = _becoming

    def _being(self, order: Order) -> None:
        self.finish()
        self._exchange(order.subject, self._puts(order.result), order)

    def _setting(self, order: Order) -> None:
        self.finish()
        if order.instead_of:
            self._exchange(order.instead_of, self._puts(order.result), order)

    def _retitling(self, order: Order) -> None:
        self.finish()
        puts = self._puts(order.result)
        things = order.subject
        if not things or not things[0].places:
            if things:
                self._exchange(things, puts, order)
                return
            places = self.around
        else:
            places = self._resolve([p for thing in things for p in thing.places], self.around)
        for place in places:
            unit = "document" if not place.path else "heading"
            self._substitute(
                Struck(place, None, unit, False, None, order.start, order.end),
                puts[0] if puts else Put(None),
                order,
            )

    _retitled = _retitling

    def _formerly(self, order: Order) -> None:
        self.finish()
        places = (
            self._resolve([p for thing in order.subject for p in thing.places], self.around)
            if order.subject
            else self.around
        )
        puts = self._puts(order.result)
        for place in places:
            for thing, put in zip(order.source, puts, strict=False):
                unit = "words" if order.noun == "words" else unit_of(place)
                self._substitute(
                    Struck(place, self._words(thing.token), unit, False, None, order.start, order.end),
                    put,
                    order,
                )
