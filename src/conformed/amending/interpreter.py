"""From orders to instructions: what each order strikes and puts, and where in the agreement.

Rules that this file must obey:

* What a clause speaks of lies in what its sentence, its paragraph and the paragraphs above speak of.
* Words struck and words put in one breath are one substitution; words put at a place of their own are an insertion.
* An order that does not say what to strike or put, or leaves two ways to pair them, is `uncertain`, never completed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from conformed.amending.blocks import definitions_in, leading_label, provisions_in, unquoted, words_of
from conformed.amending.orders import Context, Order, Spot, Thing
from conformed.amending.references import Place, resolved, split_label
from conformed.amending.tokens import Token
from conformed.model.instruction import Scope, Target, Words

__all__ = ["Draft", "Interpreter"]

ROOT = Place(relative=False, unit="document")
_PASSIVE = frozenset(
    ("deleted", "inserted", "replaced", "changed", "restated", "renumbered", "becoming", "retitled")
)
_NO_WORDS = "describes a change without giving its words"
_NO_PAIRS = "does not say which of the new words take the place of which"


@dataclass(slots=True)
class Draft:
    """An instruction in the making: all but its id."""

    action: str
    target: Target
    old: Words | None
    new: Words | None
    start: int
    end: int
    uncertain: str | None = None
    agreement: str | None = None
    attached: tuple[str, ...] = ()


@dataclass(slots=True)
class _Struck:
    """Something an order struck, that a following one may put something in place of."""

    place: Place
    words: Words | None
    unit: str
    every: bool
    spot: Spot | None
    start: int
    end: int
    loose: bool = False


@dataclass(slots=True)
class _Put:
    """Something an order puts: words or block text, and what it is said to be."""

    words: Words | None
    noun: str | None = None
    places: tuple[Place, ...] = ()
    new_places: bool = False
    span: tuple[int, int] | None = None
    attached: tuple[str, ...] = ()


@dataclass(slots=True)
class Interpreter:
    """Interprets the clauses of one paragraph, in order.

    Attributes:
        text: the amendment's plain text.
        around: what the paragraphs above speak of; at the end, what this one does.
        drafts: the instructions found.
    """

    text: str
    around: list[Place]
    drafts: list[Draft] = field(default_factory=list)
    struck: list[_Struck] = field(default_factory=list)
    fronted: list[Spot] = field(default_factory=list)
    instead_words: list[Thing] = field(default_factory=list)
    located: bool = False
    said: list[Place] | None = None
    each: bool = False
    waiting: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.said = list(self.around)

    # -- contexts -----------------------------------------------------------------------------------------------

    def sentence(self) -> None:
        """A new sentence begins."""
        if self.said is not None:
            self.around = self.said
        self.fronted = []
        self.instead_words = []
        self.waiting = []
        self.located = False

    def finish(self) -> None:
        """Nothing more comes: what was struck is struck."""
        for struck in self.struck:
            self._repeal(struck)
        self.struck = []

    def _resolve(self, places: Sequence[Place], around: Sequence[Place]) -> list[Place]:
        out = []
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
                    fresh = self._resolve(places, self.around if where_seen else self.around)
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

    def speak_of_heading(self, places: Sequence[Place]) -> None:
        """A heading names a provision: weaker than a sentence, but all there is."""
        known = [place for place in places if not place.own]
        if known:
            self.around = self.said = self._resolve(known, self.around)

    def _undescribed(self, context: Context) -> None:
        every = _every(self.fronted)
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
                        _NO_WORDS,
                    )
                )

    mark: tuple[int, int] = (0, 0)

    # -- orders -------------------------------------------------------------------------------------------------

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
        return (len(self.drafts), len(self.struck)) != before or order.verb in (
            "inserting",
            "inserted",
            "replacing",
            "replaced",
        )

    def _deleting(self, order: Order) -> None:
        self.finish()
        self.each = _has(order.spots, "each_case")
        things = order.subject
        every = _every(order.spots)
        if not things or (len(things) == 1 and things[0].token.kind == "IT"):
            places = self._located(order.spots)
            if things and things[0].token.noun == "words":
                for place in places:
                    if place.path or place.term:
                        self.struck.append(_Struck(place, None, "words", every, None, order.start, order.end))
                return
            if not things and not any(place.path or place.term for place in places):
                return
            for place in places:
                if place.path or place.term:
                    self._strike(place, None, _unit(place), every, None, order)
            return
        trailing = [
            spot for spot in order.spots if spot.kind not in ("everywhere", "respectively", "each_case")
        ]
        places = self._located(trailing)
        if (
            _has_everywhere_in(order, things, "respectively")
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

    def _strike_thing(self, thing: Thing, every: bool, trailing: list[Spot], order: Order) -> None:
        every = every or thing.every or _every(thing.spots)
        spots = [*thing.spots, *trailing]
        if thing.places:
            quoted = self._span_words(thing.token.inner) if thing.token.inner is not None else None
            for place in self._resolve([p for p in thing.places if not p.own], self._located(spots)):
                self._strike(place, quoted, _unit(place), every, None, order)
            return
        words = self._words(thing.token)
        spot = next((s for s in spots if s.kind in ("end", "start", "after", "before", "between")), None)
        for place in self._located(spots):
            unit = "line" if place.unit == "line" and thing.token.kind == "TEXT" else "words"
            self._strike(place, words, unit, every, spot, order)

    def _strike(
        self, place: Place, words: Words | None, unit: str, every: bool, spot: Spot | None, order: Order
    ) -> None:
        if place.own or not (place.path or place.term or words is not None):
            return
        self.struck.append(_Struck(place, words, unit, every, spot, order.start, order.end))

    def _inserting(self, order: Order) -> None:
        things = (
            [*order.subject, *order.result]
            if order.verb != "inserted" or not order.subject
            else [*order.subject, *order.result]
        )
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
            puts = [_Put(None, "provision")]
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
        for put in puts:
            self._insert(put, order)

    _inserted = _inserting

    def _takes_place_of(self, order: Order, puts: list[_Put]) -> bool:
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
        if all(put.noun in ("definition", "row", "provision") for put in puts) and puts:
            return all(struck.unit == puts[0].noun for struck in self.struck)
        added = order.lemma.startswith(("add", "append", "includ"))
        if (
            added
            and self.struck[0].words is not None
            and puts
            and puts[0].span is not None
            and puts[0].noun != "words"
        ):
            return False
        return True

    def _same_spot(self, spot: Spot) -> bool:
        places = self._resolve(spot.places, self.around)
        return {(p.path, p.scope) for p in places} == {(s.place.path, s.place.scope) for s in self.struck}

    def _merge(self, puts: list[_Put], order: Order) -> None:
        struck, self.struck = self.struck, []
        if not puts:
            self.struck = struck
            self.finish()
            return
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
                        self._substitute(item, _Put(self._span_words(span), span=span), order)
                    return
            if put.span is not None and all(item.unit in ("provision", "definition") for item in struck):
                pieces = provisions_in(self.text, *put.span, [item.place.path for item in struck])
                if pieces is not None:
                    for item, piece in zip(struck, pieces, strict=True):
                        self._substitute(item, _Put(self._span_words(piece), span=piece), order)
                    return
            named = {path for thing in order.as_ for place in thing.places for path in [place.path]}
            if _one_place_each(struck) and all(item.unit == "words" for item in struck):
                for item in struck:
                    self._substitute(item, put, order)
                return
            if all(item.words is None and item.unit != "words" for item in struck):
                first = next((i for i, item in enumerate(struck) if item.place.path in named), 0)
                for index, item in enumerate(struck):
                    if index == first:
                        self._substitute(item, put, order)
                    else:
                        self._repeal(item)
                return
            for item in struck:
                self._substitute(item, put, order, uncertain=_NO_PAIRS)
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
            self._substitute(item, puts[0], order, uncertain=_NO_PAIRS)

    def _replacing(self, order: Order) -> None:
        if not order.pairs:
            if self.struck:
                self._merge(self._puts(order.result), order)
            return
        for olds, news in order.pairs:
            if olds and olds[0].token.kind == "IT" and self.struck:
                self._merge(self._puts(news), order)
                continue
            self.finish()
            if not news:
                for thing in olds:
                    self._strike_thing(thing, False, order.spots, order)
                continue
            self._exchange(
                olds,
                self._puts(news),
                order,
                zipped=len(order.pairs) > 1 and _has(order.spots, "respectively"),
                index=[p[0] for p in order.pairs].index(olds),
            )

    def _replaced(self, order: Order) -> None:
        if not order.subject and self.struck:
            self._merge(self._puts(order.result), order)
            return
        self.finish()
        subject = order.subject
        if not order.result:
            for thing in subject:
                self._strike_thing(thing, _every(order.spots), order.spots, order)
            return
        self._exchange(subject, self._puts(order.result), order)

    def _exchange(
        self, olds: list[Thing], puts: list[_Put], order: Order, *, zipped: bool = False, index: int = 0
    ) -> None:
        """Olds give way to puts: one for one, all to one, or place for place."""
        every = _every(order.spots)
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
        quoted = [thing for thing in olds if not thing.places]
        respectively = _has(order.spots, "respectively")
        if not olds:
            for place in self._located(trailing):
                self._strike(place, None, "words" if self.located else _unit(place), every, None, order)
        elif len(quoted) == len(olds) == len(puts) > 1 and not any(
            s.kind == "in" for t in olds for s in t.spots
        ):
            places = self._located(trailing)
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
                    struck = _Struck(
                        place,
                        self._words(thing.token),
                        "words",
                        every or thing.every,
                        _corner(thing.spots),
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
                if definition and puts[0].words is not None and not _defines(puts[0].words.text):
                    self._strike_term(thing, every, trailing, order)
                else:
                    self._strike_thing(thing, every, trailing, order)
        self._merge(puts, order)

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
                every or thing.every or _every(thing.spots),
                None,
                order,
            )

    def _changing(self, order: Order) -> None:
        self.finish()
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
                    struck = _Struck(
                        place,
                        self._words(thing.token),
                        units,
                        _every(order.spots) or thing.every,
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
                        _Struck(place, None, "words", _every(order.spots), None, order.start, order.end),
                        puts[0],
                        order,
                    )
            self.around = saved
            return
        if not order.subject and not (order.source or self.located or self.instead_words):
            for place in self.around:
                struck = _Struck(place, None, _unit(place), False, None, order.start, order.end)
                self._substitute(struck, self._split_for(place, puts), order)
            return
        if self.instead_words:
            self._exchange(self.instead_words, puts, order)
            return
        self._exchange(_with_apposition(order.subject), puts, order)

    _changed = _changing

    def _split_for(self, place: Place, puts: list[_Put]) -> _Put:
        if len(self.around) > 1 and puts and puts[0].span is not None:
            pieces = provisions_in(self.text, *puts[0].span, [p.path for p in self.around])
            if pieces is not None:
                piece = pieces[self.around.index(place)]
                return _Put(self._span_words(piece), span=piece)
        return puts[0] if puts else _Put(None)

    def _restating(self, order: Order) -> None:
        self.finish()
        puts = self._puts(order.result)
        things = order.subject
        if things and not order.result and things[-1].token.kind in ("BLOCK", "QUOTE"):
            puts, things = self._puts(things[-1:]), things[:-1]
        if not puts:
            return
        places = (
            self._resolve([p for thing in things for p in thing.places if not p.own], self.around)
            if things
            else self.around
        )
        for place in places:
            struck = _Struck(place, None, _unit(place), False, None, order.start, order.end)
            self.struck.append(struck)
        self._merge(puts, order)

    _restated = _restating

    def _reading(self, order: Order) -> None:
        self.finish()
        if self.instead_words:
            self._exchange(self.instead_words, self._puts(order.result), order)
        elif order.instead_of:
            self._exchange(order.instead_of, self._puts(order.result), order)
        elif order.subject:
            self._exchange(order.subject, self._puts(order.result), order)
        else:
            for place in self.around:
                if place.path or place.term:
                    self._strike(place, None, _unit(place), False, None, order)
            self._merge(self._puts(order.result), order)

    def _renumbering(self, order: Order) -> None:
        self.finish()
        olds = self._resolve([p for thing in order.subject for p in thing.places], self.around)
        news = [p for thing in (order.result or order.as_) for p in thing.places]
        if not olds and order.verb == "renumbered":
            olds = [p for p in self.around if p.path]
        for number, old in enumerate(olds):
            new = news[number] if number < len(news) else None
            if new is None or old.own:
                continue
            self.drafts.append(
                Draft(
                    "renumbering",
                    Target(old.path, "provision", term=old.term),
                    Words(_printed_label(old, order.subject)),
                    Words(_printed_label(new, order.result)),
                    order.start,
                    order.end,
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
                _Struck(place, None, unit, False, None, order.start, order.end),
                puts[0] if puts else _Put(None),
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
                unit = "words" if order.noun == "words" else _unit(place)
                self._substitute(
                    _Struck(place, self._words(thing.token), unit, False, None, order.start, order.end),
                    put,
                    order,
                )

    # -- what is put ----------------------------------------------------------------------------------------------

    def _span_words(self, span: tuple[int, int]) -> Words:
        return Words(words_of(self.text, *span), *span)

    def _words(self, token: Token) -> Words | None:
        if token.kind == "MARK":
            return Words(token.word)
        if token.kind == "BLOCK" and token.inner is not None:
            return self._span_words(unquoted(self.text, *token.inner))
        if token.inner is not None:
            return self._span_words(token.inner)
        return None

    def _puts(self, things: Sequence[Thing]) -> list[_Put]:
        out: list[_Put] = []
        for thing in things:
            token = thing.token
            if token.kind == "FOLLOWING":
                span = unquoted(self.text, *token.blocks[0]) if token.blocks else None
                out.append(
                    _Put(
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
                    out.append(_Put(words, None, span=span))
            elif token.kind == "REF":
                self._put_places(thing, out)
            elif token.kind in ("QUOTE", "TEXT", "MARK"):
                words = self._words(token)  # type: ignore[assignment]
                if out and out[-1].words is None and (out[-1].places or out[-1].noun):
                    out[-1].words = words
                    out[-1].span = token.inner
                else:
                    out.append(_Put(words, None))
        return out

    def _put_places(self, thing: Thing, out: list[_Put]) -> None:
        places = thing.places
        if places and places[0].unit == "definition":
            out.append(_Put(None, "definition", places))
        elif places and places[0].unit in ("sentence", "row", "line", "paragraph") and not places[0].path:
            out.append(_Put(None, places[0].unit))
        elif places and all(place.path for place in places):
            if out and out[-1].places and out[-1].words is None:
                out[-1].places += places
            else:
                out.append(
                    _Put(None, "provision", places, True, attached=tuple(" ".join(p.path) for p in places))
                )

    # -- where ----------------------------------------------------------------------------------------------------

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
                        [replace(ROOT, agreement=places[0].agreement)] if every or _every(spots) else around
                    )
                    continue
                around = self._resolve(places, around)
        return around

    # -- insertions -----------------------------------------------------------------------------------------------

    def _insert(self, put: _Put, order: Order) -> None:
        spots = [*order.spots, *(spot for thing in order.subject for spot in thing.spots)]
        as_places = [p for thing in order.as_ for p in thing.places]
        as_nouns = [
            thing.token.noun
            for thing in order.as_
            if thing.token.kind == "FOLLOWING" and not thing.token.reference
        ]
        as_places += [
            p
            for thing in order.as_
            if thing.token.kind == "FOLLOWING"
            for p in thing.token.reference or ()
            if not thing.places
        ]
        around = self._located([spot for spot in spots if spot.kind in ("in", "end", "start")])
        position, anchor, scope, where = self._position(spots, around)
        around = where or around
        noun = as_nouns[0] if as_nouns else put.noun
        last = next((p for p in as_places if p.scope is not None and not p.path), None)
        if last is not None and last.scope is not None:
            noun = last.unit
            position = "start" if last.scope[1] == (1,) else position or "end"
            as_places = []
        places = as_places or list(put.places if put.new_places else ())
        if put.words is None and not places:
            return
        if places:
            found = self._resolve(places, around)
            shells = [p for spot in spots if spot.kind == "in" for p in spot.places if p.path and not p.own]
            if len(shells) == 1 and shells[0].path == ("schedule",):
                found = [
                    p if p.path[:1] == ("schedule",) else replace(p, path=("schedule", *p.path))
                    for p in found
                ]
            self._insert_provisions(put, found, position, anchor, order)
            return
        assert put.words is not None
        if put.span is not None and noun in (None, "definition", "provision"):
            pieces = definitions_in(self.text, *put.span)
            if pieces:
                self._insert_definitions(pieces, around, position, anchor, order)
                return
        if noun == "definition":
            self._add_draft("insertion", around, "definition", put, position, anchor, scope, order)
            return
        if noun in (None, "provision", "paragraph") and put.span is not None:
            label = leading_label(self.text, *put.span)[1]
            if label and (noun is not None or self._looks_like_provision(label, around)):
                self._insert_labelled(label, put, around, position, anchor, order)
                return
        unit = {
            "sentence": "sentence",
            "row": "row",
            "line": "line",
            "provision": "provision",
            "paragraph": "provision",
        }.get(noun or "", "words")
        if noun is None and put.span is not None:
            if _is_row(self.text[put.span[0] : put.span[1]]):
                unit = "row"
            elif scope is not None and scope.unit == "sentence" and position in ("after", "before"):
                unit = "sentence"
        if noun is None and around and around[0].unit == "line" and unit == "words":
            unit = "line"
        if unit == "words" and self._list_of_names(put, around, order):
            unit = "line"
        self._add_draft("insertion", around, unit, put, position, anchor, scope, order)

    def _list_of_names(self, put: _Put, around: list[Place], order: Order) -> bool:
        """A name added to what was just spoken of as a list of lines."""
        return bool(
            put.words is not None
            and put.span is None
            and order.subject
            and order.subject[0].token.kind == "TEXT"
            and self.drafts
            and self.drafts[-1].target.unit == "line"
            and around
            and self.drafts[-1].target.path == around[0].path
        )

    def _looks_like_provision(self, label: str, around: list[Place]) -> bool:
        return (
            label.startswith("(")
            or "." in label.rstrip(".")
            or bool(around and around[0].path)
            or label[:1].isdigit()
        )

    def _insert_labelled(
        self,
        label: str,
        put: _Put,
        around: list[Place],
        position: str | None,
        anchor: str | None,
        order: Order,
    ) -> None:
        path = split_label(label)
        place = Place(path=path, relative=not (path[0][:1].isdigit() and "." in path[0]), noun=None, new=True)
        for outer in around:
            full = resolved(place, outer)
            target = Target(
                full.path, "provision", term=full.term or outer.term, position=position, anchor=anchor
            )
            self.drafts.append(
                Draft("insertion", target, None, put.words, order.start, order.end, agreement=full.agreement)
            )

    def _insert_provisions(
        self, put: _Put, places: list[Place], position: str | None, anchor: str | None, order: Order
    ) -> None:
        pieces: list[tuple[int, int] | None] = [put.span] * len(places)
        if len(places) > 1 and put.span is not None:
            split = provisions_in(self.text, *put.span, [place.path for place in places])
            if split is not None:
                pieces = list(split)
        for place, piece in zip(places, pieces, strict=True):
            words = self._span_words(piece) if piece is not None else put.words
            term = place.term
            unit = "provision"
            place = self._as_printed(place, piece)
            if piece is not None:
                found = definitions_in(self.text, *piece)
                if found and len(found) == 1 and found[0].label is not None:
                    unit, term = "definition", found[0].term
            attached = (" ".join(place.path),) if words is None else ()
            if words is None:
                self.waiting.append(len(self.drafts))
            target = Target(place.path, unit, term=term, position=position, anchor=anchor)
            self.drafts.append(
                Draft(
                    "insertion",
                    target,
                    None,
                    words,
                    order.start,
                    order.end,
                    agreement=place.agreement,
                    attached=attached,
                )
            )

    def _as_printed(self, place: Place, piece: tuple[int, int] | None) -> Place:
        """The place with the label that the new text prints, where the order's only mistook a one for an l."""
        if piece is None or not place.path:
            return place
        noun, label = leading_label(self.text, *piece)
        printed = f"{noun} {label.lower()}" if noun else label.lower()
        if printed != place.path[-1] and printed.replace("1", "l") == place.path[-1].replace("1", "l"):
            return replace(place, path=(*place.path[:-1], printed))
        return place

    def _insert_definitions(
        self,
        pieces: Sequence[object],
        around: list[Place],
        position: str | None,
        anchor: str | None,
        order: Order,
    ) -> None:
        from conformed.amending.blocks import DefinitionPiece

        for piece in pieces:
            assert isinstance(piece, DefinitionPiece)
            for outer in around:
                path = outer.path
                if piece.label is not None:
                    place = Place(
                        path=split_label(piece.label), relative="." not in piece.label.strip(". "), new=True
                    )
                    path = resolved(place, outer).path
                target = Target(path, "definition", term=piece.term, position=position, anchor=anchor)
                words = self._span_words((piece.start, piece.end))
                self.drafts.append(
                    Draft("insertion", target, None, words, order.start, order.end, agreement=outer.agreement)
                )

    def _position(
        self, spots: Sequence[Spot], around: list[Place]
    ) -> tuple[str | None, str | None, Scope | None, list[Place]]:
        """(position, anchor, scope, places) that spots say something is put at."""
        position: str | None = None
        anchor: str | None = None
        scope: Scope | None = None
        where: list[Place] = []
        for spot in spots:
            if spot.kind in ("end", "start"):
                position = position or spot.kind
            elif spot.kind == "before_stop":
                position, anchor = position or "end", anchor or "."
            elif spot.kind == "alphabetical":
                position = "alphabetical"
            elif spot.kind == "thereafter" and self.drafts and self.drafts[-1].new is not None:
                last = self.drafts[-1]
                assert last.new is not None
                position, anchor = "after", last.new.text
                where = [
                    Place(
                        last.target.path,
                        relative=False,
                        term=last.target.term,
                        scope=(last.target.scope.unit, last.target.scope.ordinals)
                        if last.target.scope
                        else None,
                        agreement=last.agreement,
                    )
                ]
            elif spot.kind in ("after", "before", "between"):
                position = "before" if spot.kind == "before" else "after"
                if spot.anchors:
                    anchor = spot.anchors[0].word
                elif spot.places:
                    place = spot.places[0]
                    if place.scope is not None:
                        scope = Scope(place.scope[0], place.scope[1][:1])
                        if place.path or place.outer:
                            where = [replace(p, scope=None) for p in self._resolve([place], around)]
                    elif place.unit == "definition":
                        anchor = place.term
                        if place.path:
                            where = [
                                replace(p, term=None, unit="provision")
                                for p in self._resolve([place], around)
                            ]
                    elif place.unit == "row":
                        anchor = place.anchor
                        if place.path:
                            where = [
                                replace(p, anchor=None, unit="provision")
                                for p in self._resolve([place], around)
                            ]
                    else:
                        anchor = place.printed or " ".join(place.path)
                        whole = self._resolve([place], around)[0]
                        where = (
                            [
                                Place(
                                    path=whole.path[:-1],
                                    relative=False,
                                    agreement=whole.agreement,
                                    term=whole.term,
                                )
                            ]
                            if len(whole.path) > 1
                            else []
                        )
        return position, anchor, scope, where

    # -- drafts ---------------------------------------------------------------------------------------------------

    def _add_draft(
        self,
        action: str,
        around: list[Place],
        unit: str,
        put: _Put,
        position: str | None,
        anchor: str | None,
        scope: Scope | None,
        order: Order,
    ) -> None:
        for place in around:
            if place.own:
                continue
            target = self._target(place, unit, False)
            target = replace(
                target,
                position=position,
                anchor=anchor if anchor is not None else target.anchor,
                scope=scope or target.scope,
            )
            self.drafts.append(
                Draft(action, target, None, put.words, order.start, order.end, agreement=place.agreement)
            )

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

    def _repeal(self, struck: _Struck) -> None:
        target = self._target(struck.place, struck.unit, struck.every)
        target = _at(target, struck.spot)
        self.drafts.append(
            Draft(
                "repeal",
                target,
                struck.words,
                None,
                struck.start,
                struck.end,
                agreement=struck.place.agreement,
            )
        )

    def _substitute(self, struck: _Struck, put: _Put, order: Order, *, uncertain: str | None = None) -> None:
        target = _at(self._target(struck.place, struck.unit, struck.every), struck.spot)
        if struck.loose and not target.path and not struck.every:
            return
        new = put.words
        attached = put.attached if new is None else ()
        if new is None and not attached:
            uncertain = uncertain or _NO_WORDS
        if not (target.path or target.term or struck.words is not None):
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


def _is_row(words: str) -> bool:
    """Whether a stretch is laid out as rows of a table."""
    lines = [line.strip(" |") for line in words.splitlines() if line.strip(" |")]
    cells = [[cell for cell in re.split(r"\s*\|\s*|\s{3,}", line) if cell] for line in lines]
    return bool(cells) and len(cells) <= 40 and all(1 < len(row) < 12 for row in cells)


def _defines(words: str) -> bool:
    return bool(definitions_in(words, 0, len(words)))


def _has(spots: Sequence[Spot], kind: str) -> bool:
    return any(spot.kind == kind for spot in spots)


def _has_everywhere_in(order: Order, things: Sequence[Thing], kind: str) -> bool:
    return _has(order.spots, kind) or any(_has(thing.spots, kind) for thing in things)


def _every(spots: Sequence[Spot]) -> bool:
    return _has(spots, "everywhere")


def _corner(spots: Sequence[Spot]) -> Spot | None:
    return next((spot for spot in spots if spot.kind in ("end", "start", "after", "before", "between")), None)


def _one_place_each(struck: Sequence[_Struck]) -> bool:
    """Whether the same words were struck at several places (not several words at one)."""
    return len({item.words.text if item.words else None for item in struck}) == 1


def _at(target: Target, spot: Spot | None) -> Target:
    """The target with the corner of it that the words struck stand in."""
    if spot is None:
        return target
    if spot.kind in ("end", "start"):
        return replace(target, position=spot.kind)
    if spot.anchors:
        return replace(
            target, position="before" if spot.kind == "before" else "after", anchor=spot.anchors[0].word
        )
    return (
        replace(target, position="end")
        if spot.places and spot.places[0].path and spot.kind == "after"
        else target
    )


def _unit(place: Place) -> str:
    """What of the agreement a place is, as the target of an order on the whole of it."""
    return {"table": "words", "paragraph": "words", "document": "provision"}.get(place.unit, place.unit)


def _with_apposition(things: list[Thing]) -> list[Thing]:
    return things


def _printed_label(place: Place, things: Sequence[Thing]) -> str:
    """The label as the paper prints it for a renumbering: "(vi)", "7.4", "Article IX", "3."."""
    last = place.path[-1] if place.path else ""
    if last.startswith("article "):
        return "Article " + last.removeprefix("article ").upper()
    printed = (place.printed or last).split(" ")[-1]
    if " " in last:
        return place.printed or last
    if last not in printed.lower():
        return last
    return printed
