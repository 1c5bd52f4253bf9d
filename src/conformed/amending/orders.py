"""Orders as the parse tree gives them: a verb, what is struck, what is put, and where; nothing located yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from conformed.amending.grammar import Node
from conformed.amending.references import Place
from conformed.amending.tokens import Token

__all__ = ["Context", "Order", "Spot", "Thing", "read_clause"]


@dataclass(slots=True)
class Spot:
    """A place phrase: `kind` is `in`, `after`, `before`, `between`, `end`, `start`, `before_stop`, `alphabetical`,
    `everywhere`, `each_case` or `respectively`; `places` what it names; `anchors` the quoted words it names.
    """

    kind: str
    places: tuple[Place, ...] = ()
    anchors: tuple[Token, ...] = ()


@dataclass(slots=True)
class Thing:
    """Something struck, put or spoken of: words, block text, or places; with the spots behind it."""

    token: Token
    places: tuple[Place, ...] = ()
    spots: list[Spot] = field(default_factory=list)
    every: bool = False


@dataclass(slots=True)
class Context:
    """What a clause says it speaks of, before its order."""

    kind: str
    things: list[Thing] = field(default_factory=list)
    spot: Spot | None = None


@dataclass(slots=True)
class Order:
    """One order: `verb` is the grammar's rule.

    Attributes:
        subject: the things acted on (struck, changed, renumbered), or put where the verb only puts.
        source: what a change goes from.
        result: what it goes to, or what is put.
        spots: where, as far as not said behind a thing.
        instead: whether what is put stands in place of what was struck before.
        instead_of: the words it stands in place of, where said.
        as_: the places that what is put becomes.
        unread: whether words that were not understood stand where the subject should.
        far: whether other words stand between the verb and what it changes to ("such that notices go to ...").
    """

    verb: str
    subject: list[Thing] = field(default_factory=list)
    source: list[Thing] = field(default_factory=list)
    result: list[Thing] = field(default_factory=list)
    pairs: list[tuple[list[Thing], list[Thing]]] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    instead: bool = False
    instead_of: list[Thing] = field(default_factory=list)
    as_: list[Thing] = field(default_factory=list)
    lemma: str = ""
    noun: str | None = None
    far: bool = False
    unread: bool = False
    start: int = 0
    end: int = 0


def _data(node: Any) -> str:
    return str(node.data) if hasattr(node, "data") else ""


class _Reader:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def token(self, leaf: Node) -> Token:
        return self.tokens[leaf.start_pos or 0]

    def clause(self, tree: Node) -> tuple[list[Context], Order | None]:
        contexts: list[Context] = []
        order: Order | None = None
        for child in tree.children:
            name = _data(child)
            if name == "where":
                contexts.append(Context("where", spot=self.place(child.children[0])))
            elif name in ("speaking_of", "instead_of_words", "amended", "undescribed"):
                things = [t for node in child.children if _data(node) == "things" for t in self.things(node)]
                contexts.append(Context(name, things))
            elif name:
                order = self.order(child)
        return contexts, order

    def order(self, tree: Node) -> Order:
        order = Order(_data(tree))
        leaves = [self.token(leaf) for leaf in tree.scan_values(lambda value: hasattr(value, "start_pos"))]
        order.start = min(token.start for token in leaves)
        order.end = max(max([token.end, *(stop for _, stop in token.blocks)]) for token in leaves)
        before_verb: list[Thing] = []
        seen: list[str] = []
        for child in tree.children:
            name = _data(child)
            if not name:
                token = self.token(child)
                seen.append(token.kind)
                order.unread |= token.unread
                if token.kind == "BLOCK":
                    order.result.append(Thing(token))
                if token.kind == "AND_PAIR" and order.verb == "changing":
                    order.pairs.append((order.subject, order.result))
                    order.subject, order.result = [], []
                    seen = ["CHANGE"]
                if token.kind == "AND_PAIR" and order.verb in ("reading", "changed"):
                    order.pairs.append((order.instead_of, order.result))
                    order.instead_of, order.result = [], []
                if token.kind == "AND_PAIR" and order.verb == "inserting":
                    order.pairs.append((order.instead_of, order.subject))
                    order.instead_of, order.subject = [], []
                if token.kind == "INSTEAD":
                    order.instead = True
                elif token.kind in (
                    "DELETE",
                    "DELETED",
                    "INSERT",
                    "INSERTED",
                    "REPLACE",
                    "REPLACED",
                    "CHANGE",
                    "CHANGED",
                ):
                    order.lemma = token.noun or token.word
                elif token.kind == "FORMERLY":
                    order.noun = token.noun
                elif token.kind == "TO":
                    order.far = token.noun == "far"
            elif name == "things":
                things = self.things(child)
                last = seen[-1] if seen else ""
                if last == "AND_PAIR" and order.verb in ("reading", "changed"):
                    last = "READ"
                if last == "":
                    before_verb.extend(things)
                elif last == "FROM":
                    order.source.extend(things)
                elif last in (
                    "TO",
                    "READ",
                    "WITH",
                    "NOW",
                    "AS",
                    "WERE",
                    "REFERRED",
                    "BECOME",
                    "SET_AT",
                    "RETITLED",
                    "RENUMBERED",
                    "REPLACES",
                ):
                    order.result.extend(things)
                elif last == "FORMERLY":
                    order.source.extend(things)
                elif last == "INSTEAD" or (last == "RETITLE" and order.subject):
                    order.result.extend(things)
                else:
                    order.subject.extend(things)
            elif name == "text":
                order.result.extend(
                    t for node in child.children if _data(node) == "things" for t in self.things(node)
                )
            elif name == "how":
                self.how(child, order)
            elif name == "place":
                order.spots.append(self.place(child))
            elif name == "pair":
                halves = [self.things(node) for node in child.children if _data(node) == "things"]
                order.pairs.append((halves[0], halves[1] if len(halves) > 1 else []))
        if order.verb == "changing" and order.pairs:
            order.pairs.append((order.subject, order.result))
        if order.verb in ("reading", "changed") and order.pairs:
            order.pairs.append((order.instead_of, order.result))
        if order.verb == "inserting" and order.pairs:
            order.pairs.append((order.instead_of, order.subject))
        order.subject = before_verb + order.subject
        if "REPLACES" in seen:
            order.subject, order.result = order.result, order.subject
        return order

    def how(self, tree: Node, order: Order) -> None:
        head = tree.children[0]
        if _data(head) == "place":
            order.spots.append(self.place(head))
            return
        token = self.token(head)
        things = [t for node in tree.children[1:] if _data(node) == "things" for t in self.things(node)]
        if token.kind == "INSTEAD":
            order.instead = True
        elif token.kind in ("INSTEAD_OF", "FOR"):
            if things and things[0].token.kind == "IT":
                order.instead = True
            else:
                order.instead_of.extend(things)
        elif token.kind == "AS":
            order.as_.extend(things)

    def things(self, tree: Node) -> list[Thing]:
        return [self.thing(child) for child in tree.children if _data(child) == "thing"]

    def thing(self, tree: Node) -> Thing:
        out: Thing | None = None
        every = False
        for child in tree.children:
            name = _data(child)
            if name == "refs":
                tokens = [self.token(leaf) for leaf in child.children if leaf.type == "REF"]
                places = tuple(place for token in tokens for place in token.reference or ())
                whole = Token(
                    "REF", tokens[0].start, tokens[-1].end, tokens[0].word, tokens[-1].inner, places
                )
                out = Thing(whole, places)
            elif name == "place":
                spot = self.place(child)
                if spot.kind == "everywhere":
                    every = True
                if out is not None:
                    out.spots.append(spot)
            elif not name:
                token = self.token(child)
                if token.kind == "EVERYWHERE":
                    every = True
                else:
                    out = Thing(token, tuple(token.reference or ()))
        assert out is not None
        out.every = every
        return out

    def place(self, tree: Node) -> Spot:
        kind = self.token(tree.children[0]).kind
        names = {"IN": "in", "AT_END": "end", "AT_START": "start"}
        spot = Spot(names.get(kind, kind.lower()))
        for child in tree.children[1:]:
            if _data(child) == "refs":
                spot.places += tuple(
                    place
                    for leaf in child.children
                    if leaf.type == "REF"
                    for place in self.token(leaf).reference or ()
                )
            elif _data(child) == "anchor":
                token = self.token(child.children[0])
                if token.kind == "REF":
                    spot.places += tuple(token.reference or ())
                else:
                    spot.anchors += (token,)
        return spot


def read_clause(tree: Node, tokens: Sequence[Token]) -> tuple[list[Context], Order | None]:
    """The contexts and the order of a parsed `clause`."""
    return _Reader(tokens).clause(tree)
