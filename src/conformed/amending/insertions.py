"""What is put at a place of its own: provisions, definitions, sentences, rows, words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from conformed.amending.blocks import (
    definitions_in,
    leading_label,
    provisions_in,
)
from conformed.amending.drafts import Draft, Put, every_occurrence, is_row
from conformed.amending.located import Located
from conformed.amending.orders import Order, Spot
from conformed.amending.references import Place, resolved, split_label
from conformed.model.instruction import Scope, Target

__all__ = ["Insertions"]


@dataclass(slots=True)
class Insertions(Located):
    """Drafts of insertions."""

    def _insert(self, put: Put, order: Order) -> None:
        spots = [*order.spots, *(spot for thing in order.subject for spot in thing.spots)]
        if any(
            _told_by_words(place) for spot in spots if spot.kind in ("end", "start") for place in spot.places
        ):
            self.doubt(order.start, order.end)
            return
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
        last = next(
            (p for p in as_places if p.scope is not None and (not p.path or p.unit == "sentence")), None
        )
        if last is not None and last.scope is not None:
            noun = last.unit
            if last.path:
                around = [replace(place, scope=None, outer=None) for place in self._resolve([last], around)]
            position, scope = _as_counted(last.scope, position, scope)
            as_places = []
        if noun is not None and any(p.scope is not None and p.scope[0] == noun for p in put.places):
            around = [replace(place, scope=None, outer=None) for place in around]
        if noun == "row" and anchor is None:
            around = [replace(place, anchor=None) for place in around]
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
        span = put.span
        if position == "alphabetical" and put.words.start is not None and put.words.end is not None:
            span = span or (put.words.start, put.words.end)
        if span is not None and noun in (None, "definition", "provision"):
            pieces = definitions_in(self.text, *span)
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
            if is_row(self.text[put.span[0] : put.span[1]]):
                unit = "row"
            elif (position in ("end", "start") and _is_sentence(put.words.text)) or (
                scope is not None and scope.unit == "sentence" and position in ("after", "before")
            ):
                unit = "sentence"
        if unit == "words" and self._list_of_names(put, around, order):
            unit = "line"
        self._add_draft("insertion", around, unit, put, position, anchor, scope, order)

    def _list_of_names(self, put: Put, around: list[Place], order: Order) -> bool:
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
        put: Put,
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
        self, put: Put, places: list[Place], position: str | None, anchor: str | None, order: Order
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

    def _add_draft(
        self,
        action: str,
        around: list[Place],
        unit: str,
        put: Put,
        position: str | None,
        anchor: str | None,
        scope: Scope | None,
        order: Order,
    ) -> None:
        spots = [*order.spots, *(spot for thing in order.subject for spot in thing.spots)]
        for place in around:
            if place.own:
                continue
            target = self._target(place, unit, unit == "words" and every_occurrence(spots))
            target = replace(
                target,
                position=position,
                anchor=anchor if anchor is not None else target.anchor,
                scope=scope or target.scope,
            )
            self.drafts.append(
                Draft(action, target, None, put.words, order.start, order.end, agreement=place.agreement)
            )


def _as_counted(
    counted: tuple[str, tuple[int, ...]], position: str | None, scope: Scope | None
) -> tuple[str, Scope | None]:
    """Where a sentence goes that is put "as the second sentence": behind the first; "as the penultimate": before the last."""
    unit, (first, *_) = counted
    if first == 1:
        return "start", scope
    if position is not None or first == -1 or unit not in ("sentence", "row"):
        return position or "end", scope
    return ("after", Scope(unit, (first - 1,))) if first > 1 else ("before", Scope(unit, (first + 1,)))


def _told_by_words(place: Place) -> bool:
    """Whether a sentence or paragraph is told by its first words: the sentence beginning with "Tenant shall"."""
    return place.anchor is not None and place.scope is None and place.unit in ("sentence", "paragraph")


def _is_sentence(words: str) -> bool:
    """Whether words that are put at an end are a sentence of their own.

    >>> _is_sentence("Interest is simple."), _is_sentence("and of leakage"), _is_sentence("(c) end this Agreement.")
    (True, False, False)
    """
    return words[:1].isupper() and words[-1:] in ".!?" and len(words.split()) > 2
