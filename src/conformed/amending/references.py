"""What a phrase such as "the first two sentences of Section 7.A" names: places, as far as the phrase itself says.

A `Reference` is read off the parse tree alone. Where it lies in the agreement depends on what the paper spoke of
before ("clause (c) thereof"); `resolved` says so, given that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conformed.amending.grammar import Node
from conformed.amending.labels import roman
from conformed.amending.tokens import Token

__all__ = ["Place", "Reference", "inside", "label_range", "reference_of", "resolved", "split_label"]

_MOST_IN_RANGE = 60
_RELATIVE = frozenset(
    ("clause", "item", "paragraph", "subparagraph", "subsection", "subclause", "point", "subitem", "letter")
)


@dataclass(frozen=True, slots=True)
class Place:
    """One place: a path (relative where `relative`), and what of it is meant.

    Attributes:
        path: labels, outermost first; containers with their word.
        relative: whether the path hangs below what the paper is speaking of.
        noun: the noun before the last label ("section", "clause"), where there is one.
        printed: the label as printed with its noun, for an anchor.
        unit: `provision`, `sentence`, `line`, `paragraph`, `row`, `heading`, `definition`, `table` or `document`.
        scope: (unit, ordinals) of the sentences, lines, paragraphs or rows meant.
        outer: a scope around `scope` ("the last sentence of the second paragraph").
        term: a defined term.
        anchor: what tells a row from the others.
        agreement: the agreement named with it, as printed.
        own: whether it lies in this amendment itself.
        new: whether the paper calls it new.
        term_span: where the paper prints the term.
    """

    path: tuple[str, ...] = ()
    relative: bool = True
    noun: str | None = None
    printed: str | None = None
    unit: str = "provision"
    scope: tuple[str, tuple[int, ...]] | None = None
    outer: tuple[str, tuple[int, ...]] | None = None
    term: str | None = None
    anchor: str | None = None
    agreement: str | None = None
    own: bool = False
    new: bool = False
    term_span: tuple[int, int] | None = None


Reference = tuple[Place, ...]


def split_label(printed: str, *, whole: bool = False) -> tuple[str, ...]:
    """The labels in one that is printed together, bare and in lower case.

    >>> split_label("14.2(a)(2)"), split_label("7.A"), split_label("3A"), split_label("2.2A(d)"), split_label("C.3")
    (('14.2', 'a', '2'), ('7', 'a'), ('3a',), ('2.2a', 'd'), ('c.3',))
    >>> split_label("8.B1"), split_label("6.B2b(2)")
    (('8', 'b', '1'), ('6', 'b', '2', 'b', '2'))
    """
    out: list[str] = []
    for piece in re.findall(r"\(\s*(\w+)\s*\)|([^\s()]+\)?)", printed):
        word = (piece[0] or piece[1]).strip(".").lower()
        if not word:
            continue
        if piece[0] or whole:
            out.append(word)
            continue
        parts = word.strip(")").split(".")
        if parts[0].isalpha() and len(parts) > 1 and (parts[1].isalpha() or len(parts) > 2):
            out.extend(part for part in parts if part)
            continue
        steps = re.fullmatch(r"(\d+)\.([a-z])(\d{1,2})([a-z]?)", word)
        if steps:
            out.extend(step for step in steps.groups() if step)
            continue
        match = re.fullmatch(r"(\d+(?:\.\d+)*[a-z]?)((?:\.[a-z]+)+)", word)
        if match:
            out.append(match[1])
            out.extend(match[2].strip(".").split("."))
        else:
            out.append(word)
    return tuple(out)


def label_range(first: str, last: str) -> tuple[str, ...]:
    """The labels from one to another, both included; just these two where the row cannot be told.

    >>> label_range("11.1", "11.3"), label_range("c", "f"), label_range("ii", "iv"), label_range("a", "9")
    (('11.1', '11.2', '11.3'), ('c', 'd', 'e', 'f'), ('ii', 'iii', 'iv'), ('a', '9'))
    """
    head, _, low = first.rpartition(".")
    head_last, _, high = last.rpartition(".")
    if low.isdigit() and high.isdigit() and (head == head_last or not head_last):
        if 0 < int(high) - int(low) < _MOST_IN_RANGE:
            dot = "." if head else ""
            width = len(low) if low.startswith("0") else 0
            return tuple(f"{head}{dot}{number:0{width}d}" for number in range(int(low), int(high) + 1))
        return (first, last)
    if (
        len(first) == len(last) == 1
        and first.isalpha()
        and last.isalpha()
        and first < last
        and first not in "iv"
    ):
        return tuple(chr(code) for code in range(ord(first), ord(last) + 1))
    begin, end = roman(first), roman(last)
    if begin is not None and end is not None and 0 < end - begin < _MOST_IN_RANGE:
        return tuple(_roman_of(number) for number in range(begin, end + 1))
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha() and first < last:
        return tuple(chr(code) for code in range(ord(first), ord(last) + 1))
    return (first, last)


def _roman_of(number: int) -> str:
    out = ""
    for value, word in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            out, number = out + word, number - value
    return out


_SHORT = {
    "sec": "section",
    "para": "paragraph",
    "§": "section",
    "§§": "section",
    "cl": "clause",
    "art": "article",
    "lit": "letter",
}


def _noun(word: str) -> str:
    word = word.lower().replace("-", "").rstrip(".")
    word = word[:-1] if word.endswith("s") else word
    return _SHORT.get(word, word)


def reference_of(tree: Node, tokens: Sequence[Token]) -> Reference:
    """The places that the parse tree of a `reference` names."""
    reader = _Reading(tokens)
    pieces = [reader.piece(child) for child in tree.children]
    places = pieces[0]
    for outer in pieces[1:]:
        places = tuple(inside(place, shell) for shell in outer for place in places)
    return places


def inside(place: Place, shell: Place) -> Place:
    """`place`, which the words say lies in `shell`."""
    if place.unit == "table" and not place.path and shell.unit == "provision":
        return replace(shell, unit="table", relative=place.relative and shell.relative)
    unit, scope, outer = place.unit, place.scope, place.outer
    if shell.scope is not None:
        scope, outer = (shell.scope, outer) if scope is None else (scope, shell.scope)
    if place.path and place.unit == "provision" and shell.scope is not None and place.scope is None:
        return inside(place, replace(shell, unit="provision", scope=None, outer=None))
    first = place.path[0] if place.path else ""
    same = bool(shell.path) and (
        first == shell.path[-1]
        or (first.startswith(shell.path[-1] + ".") and " " not in shell.path[-1])
        or shell.path[-1] == f"section {first.split('.')[0]}"
        or (shell.path[-1].startswith("article ") and ("." in first or (first.isdigit() and len(first) > 2)))
    )
    inner_path = place.path[1:] if same and first == (shell.path[-1] if shell.path else "") else place.path
    if same and shell.path and first != shell.path[-1] and place.path:
        path = (*shell.path[:-1], *inner_path)
    else:
        path = (*shell.path, *inner_path)
    return replace(
        place,
        path=path,
        noun=place.noun if place.path else shell.noun,
        relative=shell.relative and place.relative if not shell.path else shell.relative,
        unit=shell.unit if unit == "provision" and not _keeps_unit(place, shell) else unit,
        scope=scope,
        outer=outer,
        term=place.term or shell.term,
        anchor=place.anchor or shell.anchor,
        agreement=place.agreement or shell.agreement,
        own=place.own or shell.own,
    )


def _keeps_unit(place: Place, shell: Place) -> bool:
    """Whether a provision stays one within what it lies in: clause (a) of the definition of "Debt" is no definition."""
    return shell.unit in ("provision", "document", "table") or (
        shell.unit == "definition" and bool(place.path)
    )


class _Reading:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def token(self, leaf: Node) -> Token:
        return self.tokens[leaf.start_pos or 0]

    def piece(self, tree: Node) -> Reference:
        read = getattr(self, f"_{tree.data}")
        found: Reference = read(tree)
        return found

    def _leaves(self, tree: Node, kind: str) -> list[Token]:
        from lark import Token as LarkToken

        return [
            self.token(leaf)
            for leaf in tree.scan_values(lambda v: isinstance(v, LarkToken) and v.type == kind)
        ]

    def _provisions(self, tree: Node) -> Reference:
        nouns = self._leaves(tree, "PROVISION") + self._leaves(tree, "PARAGRAPH")
        noun = _noun(min(nouns, key=lambda token: token.start).word) if nouns else None
        new = bool(self._leaves(tree, "NEW"))
        subtree = next(
            child
            for child in tree.children
            if not hasattr(child, "type") and child.data in ("listed", "ranged")
        )
        places = []
        outline = any(
            re.match(r"[IVXLC]{1,5}\.[A-Z]", token.word) for token in self._leaves(subtree, "LABEL")
        )
        for path in self._paths(subtree, noun):
            bracket = noun in _RELATIVE or (noun is None and not re.match(r"\w+\.\d|[a-h]\d", path[0]))
            relative = bracket and not re.match(r"\d+\.\d|“", path[0]) and not outline
            if noun == "article" and not re.match(r"\d+\.\d|“", path[0]):
                path = (f"article {path[0]}", *path[1:])
            places.append(
                Place(
                    path=path,
                    relative=relative,
                    noun=noun,
                    new=new,
                    printed=self._printed(noun, path, subtree),
                )
            )
        return tuple(places)

    def _printed(self, noun: str | None, path: tuple[str, ...], tree: Node) -> str:
        labels = [child for child in tree.children if not hasattr(child, "type") and child.data == "label"]
        if len(labels) == 1:
            label = " ".join(token.word for token in self._leaves(labels[0], "LABEL"))
            return f"{noun} {label}" if noun else label
        bracketed = any(token.word.endswith(")") for token in self._leaves(tree, "LABEL"))
        label = f"({path[-1]})" if bracketed else ".".join(path)
        return f"{noun} {label}" if noun else label

    def _paths(self, tree: Node, noun: str | None) -> list[tuple[str, ...]]:
        labels, printed_as = [], []
        for child in tree.children:
            if not hasattr(child, "type") and child.data == "label":
                printed = " ".join(token.word for token in self._leaves(child, "LABEL"))
                printed_as.append(printed)
                path = (printed.lower(),) if printed.startswith("“") else split_label(printed)
                if noun in ("paragraph", "item") and re.fullmatch(r"[a-z]+\.\d+", path[0]):
                    path = (*path[0].split("."), *path[1:])
                labels.append(path)
        if tree.data == "ranged" and len(labels) == 2:
            first, last = labels
            if len(last) == 1 and len(first) > 1:
                last = (*first[:-1], *last)
            return [(*first[:-1], label) for label in label_range(first[-1], last[-1])]
        for index in range(1, len(labels)):
            before, here = labels[index - 1], labels[index]
            bracketed = printed_as[index].startswith("(") and printed_as[index - 1].endswith(")")
            if len(here) == 1 and len(before) > 1 and (bracketed or not here[0][0].isdigit()):
                labels[index] = (*before[:-1], *here)
        return labels

    def _containers(self, tree: Node) -> Reference:
        token = (self._leaves(tree, "CONTAINER") or self._leaves(tree, "SCHEDULE"))[0]
        new = bool(self._leaves(tree, "NEW"))
        for child in tree.children:
            if not hasattr(child, "type") and child.data in ("listed", "ranged"):
                out = []
                for path in self._paths(child, None):
                    if token.noun in ("part", "article", "section"):
                        full: tuple[str, ...] = (f"{token.noun} {path[0]}", *path[1:])
                        printed = " ".join((token.word, *path))
                    else:
                        full = (f"{token.noun} {_rejoined(path)}",)
                        printed = full[0]
                    out.append(
                        Place(
                            path=full,
                            relative=token.noun == "part",
                            noun=token.noun,
                            new=new,
                            printed=printed,
                        )
                    )
                return tuple(out)
        return (Place(path=(token.word,), relative=False, noun=token.noun, new=new, printed=token.word),)

    def _paper(self, tree: Node) -> Reference:
        token = self._leaves(tree, "PAPER")[0]
        own = token.noun == "own"
        path = () if own else (token.word,)
        return (Place(path=path, relative=False, own=own, unit="document" if own else "provision"),)

    def _whole(self, tree: Node) -> Reference:
        token = self._leaves(tree, "AGREEMENT")[0]
        return (Place(relative=False, unit="document", agreement=token.word, own=token.noun == "own"),)

    def _counted(self, tree: Node) -> Reference:
        unit = (self._leaves(tree, "UNIT") or self._leaves(tree, "PARAGRAPH"))[-1]
        return (self._unit(unit, self._ordinals(tree)),)

    def _first_few(self, tree: Node) -> Reference:
        unit = (self._leaves(tree, "UNIT") or self._leaves(tree, "PARAGRAPH"))[-1]
        first = self._ordinals(tree)[0]
        many = self._leaves(tree, "CARDINAL")[0].numbers[0]
        if first < 0:
            return (self._unit(unit, tuple(range(-many, 0))),)
        return (self._unit(unit, tuple(range(first, first + many))),)

    def _numbered(self, tree: Node) -> Reference:
        unit = self._leaves(tree, "UNIT")[-1]
        labels = [token.word for token in self._leaves(tree, "LABEL")]
        numbers = tuple(int(label) for label in labels if label.isdigit())
        if (
            any(child.data == "ranged" for child in tree.children if not hasattr(child, "type"))
            and len(numbers) == 2
        ):
            numbers = tuple(range(numbers[0], min(numbers[1], numbers[0] + _MOST_IN_RANGE) + 1))
        if not numbers:
            return (replace(self._unit(unit, ()), anchor=" ".join(labels)),)
        return (self._unit(unit, numbers),)

    def _spelled(self, tree: Node) -> Reference:
        return (self._unit(self._leaves(tree, "UNIT")[-1], self._leaves(tree, "CARDINAL")[0].numbers),)

    def _some(self, tree: Node) -> Reference:
        return (self._unit(self._leaves(tree, "UNIT")[-1], ()),)

    def _unit(self, token: Token, numbers: tuple[int, ...]) -> Place:
        unit = "paragraph" if token.kind == "PARAGRAPH" else (token.noun or "sentence")
        return Place(unit=unit, scope=(unit, numbers) if numbers else None, anchor=None)

    def _ordinals(self, tree: Node) -> tuple[int, ...]:
        numbers = [token.numbers[0] for token in self._leaves(tree, "ORDINAL")]
        ranged = any(not hasattr(child, "type") and child.data == "ordinal_range" for child in tree.children)
        if ranged and len(numbers) == 2 and 0 < numbers[0] < numbers[1] <= numbers[0] + _MOST_IN_RANGE:
            return tuple(range(numbers[0], numbers[1] + 1))
        return tuple(numbers)

    def _definition(self, tree: Node) -> Reference:
        quotes = self._leaves(tree, "QUOTE")
        return tuple(
            Place(unit="definition", term=token.word, printed=token.word, term_span=token.inner)
            for token in quotes
        )

    def _heading(self, tree: Node) -> Reference:
        return (Place(unit="heading"),)

    def _row(self, tree: Node) -> Reference:
        token = self._leaves(tree, "ROW")[0]
        return (Place(unit="row", anchor=token.word),)

    def _table(self, tree: Node) -> Reference:
        return (Place(unit="table"),)


def _rejoined(path: tuple[str, ...]) -> str:
    """A container's label printed with brackets, as one: Exhibit 11(b)(i)(H)."""
    return path[0] + "".join(f"({label})" for label in path[1:])


def _style(label: str) -> str:
    if label[:1].isdigit():
        return "dotted" if "." in label else "number"
    return "letter" if len(label) == 1 else "roman" if roman(label) is not None else "letters"


def resolved(place: Place, around: Place | None) -> Place:
    """`place` as it lies in the agreement, said while the paper was speaking of `around`."""
    if around is None or place.own or (around.own and not place.path):
        return place
    agreement = place.agreement or (around.agreement if place.relative or not place.path else None)
    if not place.path:
        if place.unit == "document" or not place.relative:
            return place
        scope, outer = place.scope, place.outer
        if scope is None:
            scope, outer = around.scope, around.outer
        elif around.scope is not None and around.scope[0] != scope[0]:
            outer = around.scope
        return replace(
            place,
            path=around.path,
            relative=around.relative,
            scope=scope,
            outer=outer,
            term=place.term or around.term,
            agreement=agreement,
        )
    head = _head(place, around)
    path = (*head, *place.path)
    term = place.term or (around.term if place.relative else None)
    return replace(
        place, path=path, relative=place.relative and around.relative, term=term, agreement=agreement
    )


def _head(place: Place, around: Place) -> tuple[str, ...]:
    """The part of the path spoken of before that `place` hangs below."""
    first, base = place.path[0], around.path
    for shared in range(len(base)):
        if len(place.path) > 1 and place.relative and base[shared:] == place.path[: len(base) - shared]:
            return base[:shared]
    if (
        place.noun == "section"
        and first.isdigit()
        and base
        and base[0].startswith("article ")
        and place.agreement is None
    ):
        return base[:1]
    if not base or (place.agreement is not None and not place.relative):
        return ()
    containers = tuple(label for label in base if " " in label or label in ("schedule", "exhibit"))
    containers = tuple(label for label in containers if not label.startswith(("article ", "section ")))
    if " " in first or first in ("schedule", "exhibit"):
        if (
            first.startswith("part ")
            and base[0].startswith(("schedule", "exhibit", "appendix", "annex", "attachment"))
            and not base[0].startswith("part")
        ):
            return (base[0],)
        return ()
    if (
        around.noun == "section"
        and len(base) == 1
        and base[0].isalpha()
        and place.noun in (*_RELATIVE, None)
        and first[:1].isdigit()
    ):
        return base
    if not place.relative:
        return (
            containers
            if place.noun != "section" or not containers or not containers[0].startswith("amendment")
            else ()
        )
    last = base[-1]
    if "(" in (place.printed or "") and len(base) == 1 and first.isdigit() and last.isdigit():
        return base
    if around.noun == "section" and place.noun == "paragraph" and len(base) == 1 and first.isdigit():
        return base
    if first == last and len(place.path) == 1:
        return base[:-1]
    if " " in last:
        if last.startswith(("article ", "section ")) and _style(first) == "dotted":
            return base[:-1]
        return base
    if _style(first) == "dotted":
        return containers
    if (
        _style(first) == "number"
        and _style(last) == "number"
        and place.noun in ("paragraph", "clause", None)
        and not place.new
        and len(base) == 1
        and "(" not in (place.printed or "")
    ):
        return base if place.noun is None else ()
    if _style(first) == _style(last) and not _child_numeral(first, last):
        return base[:-1]
    if (
        _style(first) == "roman"
        and roman(last) is not None
        and _style(last) == "letter"
        and len(base) > 1
        and last in "iv"
    ):
        return base[:-1]
    if _style(first) == "letter" and first in "ivx" and _style(last) == "roman":
        return base[:-1]
    return base


def _child_numeral(first: str, last: str) -> bool:
    """Whether a single letter is a numeral below another letter: (i) under (c), but not after (h)."""
    return (
        first in ("i", "v", "x")
        and last not in ("i", "v", "x")
        and len(last) == 1
        and ord(first) != ord(last) + 1
    )
