"""Phrases that name a place, found among the tokens and read: "the first two sentences of Section 7.A"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conformed.amending.grammar import longest
from conformed.amending.lexicon import AUXILIARIES, VERBS
from conformed.amending.references import Place, inside, reference_of
from conformed.amending.terminals import HERE, SKIPPED
from conformed.amending.tokens import Token

__all__ = ["with_references"]

_REFERENCE_STARTS = frozenset(
    "NEW PROVISION PARAGRAPH CONTAINER SCHEDULE UNIT LABEL ORDINAL DEFINITION HEADING ROW TABLE PAPER AGREEMENT OWN QUOTE BEFORE_LAST".split()
)
_REACH = 48
_CAUSE = re.compile(
    r"(?:because|by\s+reason|as\s+a\s+(?:result|consequence)|in\s+(?:consequence|view|light)|on\s+account|due\s+to|given|following|upon|after)\s+(?:of\s+)?(?:the\s+)?(?:foregoing\s+)?"
    r"(?:deletion|addition|insertion|removal|amendment|renumbering|repeal|omission|replacement)s?\s+(?:of\s+)?$",
    re.IGNORECASE,
)


def _key(token: Token) -> str:
    """The terminal of the reference grammar that a raw token is, or an empty string."""
    kind = token.kind
    if kind in ("OWN", "AGREEMENT"):
        return "AGREEMENT"
    if kind == "BEFORE_LAST":
        return "UNIT"
    if kind == "PREPOSITION" and token.word in (
        "of",
        "in",
        "to",
        "at",
        "on",
        "under",
        "within",
        "from",
        "for",
    ):
        return "_OF"
    if kind == "MULTI_OF":
        return "_OF"
    if kind in ("LIST", "COMMA", "COMMA_LABEL"):
        return "_LIST"
    if kind == "THROUGH":
        return "_THROUGH"
    return kind


def _states_cause(text: str, at: int) -> bool:
    """Whether "because of the deletion of" stands before an offset."""
    before = text[max(at - 90, 0) : at]
    return (
        before.rstrip().endswith(("of", "deletion", "addition", "removal"))
        and _CAUSE.search(before) is not None
    )


_OF_GROUND = frozenset(("DETERMINER", "SILENT", "QUOTE_NOUN", "NUMBER_WORD"))
_MAY_BE_PLACE = ("pursuant", "in accordance", "in compliance", "in conformity")


def _states_ground(raw: Sequence[Token], at: int) -> bool:
    """Whether what stands at `at` is only the ground of an order: "Pursuant to Section 12, Section 4 is deleted"."""
    index = at - 1
    while index >= 0 and (
        raw[index].kind in _OF_GROUND
        or raw[index].word in ("of", "in", "provisions", "requirements", "terms")
    ):
        index -= 1
    if index < 0 or raw[index].kind != "GROUND":
        return False
    before = raw[index - 1].kind if index else "STOP"
    return not raw[index].word.startswith(_MAY_BE_PLACE) or before in (
        *("STOP", "GAP", "COMMA", "COMMA_LABEL", "COLON", "SEMICOLON", "LIST", "VERB", "ASIDE"),
    )


def _end_of_ground(view: Sequence[Token]) -> int:
    """How far the ground of an order reaches: to the comma behind which something else is named."""
    for index, token in enumerate(view):
        behind = view[index + 1].kind if index + 1 < len(view) else "LABEL"
        if token.kind == "_LIST" and token.word == "," and behind not in ("LABEL", "_LIST"):
            return index
    return len(view)


def _view(raw: Sequence[Token], at: int) -> tuple[list[Token], list[int]]:
    """The tokens from `at` on as the reference grammar sees them, and their indices."""
    view: list[Token] = []
    indices: list[int] = []
    for index in range(at, min(len(raw), at + _REACH)):
        token = raw[index]
        if token.kind in SKIPPED or (
            token.kind == "QUOTE_NOUN" and view and view[-1].kind in ("DEFINITION", "_OF")
        ):
            continue
        key = _key(token)
        before = view[-1].kind if view else ""
        if key == "_LIST" and token.kind != "LIST" and index + 1 < len(raw):
            if raw[index + 1].word == "of":
                continue

            if _breaks_list(view, raw, index) or (before == "QUOTE" and not _plural_definition(view)):
                break

        if token.kind == "LIST" and _starts_anew(view, raw, index):
            break

        if key == "_LIST" and before == "_LIST":
            indices[-1] = index
            continue
        if token.kind == "BEFORE_LAST":
            view.append(replace(token, kind="ORDINAL"))
            indices.append(index)
            key = "UNIT"
        if key == "_OF" and before == "DEFINITION" and view[-1].noun == "of":
            continue
        if key == "QUOTE" and before == "DEFINITION":
            view.append(replace(token, kind="_OF"))
            indices.append(index)
        if key == "_THROUGH" and (before not in ("LABEL", "ORDINAL") or _goes_up(view[-1], raw, index)):
            key = "_OF" if token.word.startswith("to") else key
        if key == "_OF" and not _joins(token, before, raw, index):
            break
        if not key or key in ("VERB", "WATER", "STOP", "SEMICOLON", "COLON", "GAP", "BLOCK"):
            break
        view.append(replace(token, kind=key))
        indices.append(index)
    return view, indices


def _plural_definition(view: Sequence[Token]) -> bool:
    """Whether several terms may follow: "the definitions of "A", "B" and "C"", not "the definition of "A", "B" is"."""
    word = next((token.word for token in view if token.kind == "DEFINITION"), "")
    return re.search(r"definitions|terms", word) is not None


def _goes_up(first: Token, raw: Sequence[Token], index: int) -> bool:
    """Whether a label behind "to" lies above the one before it: new Section 1.2.3 to Section 1.2, which is no range."""
    last = next((token.word for token in raw[index + 1 : index + 4] if token.kind == "LABEL"), "")
    return bool(last) and first.word.strip("().").startswith(last.strip("().") + ".")


def _breaks_list(view: Sequence[Token], raw: Sequence[Token], index: int) -> bool:
    """Whether what stands behind a comma is not a further label in a row but something else, or lies below."""
    noun = next((t.word for t in view if t.kind in ("PROVISION", "PARAGRAPH")), None)
    label = next((t.word for t in reversed(view) if t.kind == "LABEL"), "")
    for token in raw[index + 1 : index + 4]:
        if token.kind in SKIPPED or token.kind == "LIST":
            continue
        if noun is None and token.kind in ("PROVISION", "PARAGRAPH") and view[0].kind == "LABEL":
            return True
        if token.kind in ("PROVISION", "PARAGRAPH"):
            return noun is not None and token.word.rstrip("s").lower() != noun.rstrip("s").lower()
        if token.kind == "LABEL":
            within = raw[index].kind != "LIST" and noun in ("section", "part") and label.isalpha()
            return bool(label) and (
                token.word.lower().startswith(label.lower() + ".") or (within and token.word[:1].isdigit())
            )
        return False
    return False


def _starts_anew(view: Sequence[Token], raw: Sequence[Token], index: int) -> bool:
    """Whether "and" goes on with a provision of another kind: "Article IV and Section 3", not "Section 4(a) and (b)"."""
    noun = next((t.word for t in view if t.kind in ("PROVISION", "PARAGRAPH")), None)
    behind = [t for t in raw[index + 1 : index + 8] if t.kind not in SKIPPED][:3]
    if noun is None and view[0].kind == "LABEL" and behind and behind[0].kind in ("PROVISION", "PARAGRAPH"):
        return True
    if noun is None or len(behind) < 2 or behind[0].kind not in ("PROVISION", "PARAGRAPH"):
        return False
    if behind[1].kind != "LABEL" or behind[0].word.rstrip("s").lower() == noun.rstrip("s").lower():
        return False
    return not behind[1].word.startswith("(") or (len(behind) > 2 and behind[2].word == "of")


def _joins(token: Token, before: str, raw: Sequence[Token], index: int) -> bool:
    """Whether a preposition goes on with the reference before it."""
    if token.word == "of" or token.kind == "MULTI_OF":
        return True
    after = next((t for t in raw[index + 1 : index + 4] if t.kind not in SKIPPED), None)
    if after is None:
        return False
    if token.word in ("to", "for") or token.kind == "THROUGH":
        return after.kind in ("AGREEMENT", "CONTAINER", "SCHEDULE", "OWN", "PAPER") or before == "HEADING"
    if token.word == "from":
        return False
    return after.kind in _REFERENCE_STARTS and after.kind not in ("QUOTE", "NEW")


_WITH_MEANING = re.compile(
    r"[^.;:\"“”]{0,80}?\b(?:together\s+with|along\s+with|and|with)\s+(?:all\s+of\s+)?(?:its|their|the|each)\s+(?:[a-z]+\s+){0,2}(?:meaning|definition)s?\b"
)
"""Behind a term that is struck: its meaning is struck with it."""


def _name_definitions(raw: list[Token], text: str) -> None:
    """Read "the expressions "A" and "B", together with their meanings" as the definitions of the terms."""
    for index, token in enumerate(raw):
        if token.kind != "QUOTE_NOUN" or token.word not in ("expression", "expressions", "term", "terms"):
            continue
        last = index
        while last + 1 < len(raw) and (
            raw[last + 1].kind == "QUOTE" or (raw[last + 1].kind in ("LIST", "COMMA") and last > index)
        ):
            last += 1
        while last > index and raw[last].kind != "QUOTE":
            last -= 1
        strikes = any(
            near.kind == "VERB" and VERBS[near.noun or near.word][0] == "DELETE"
            for near in raw[max(index - 12, 0) : last + 14]
        )
        if strikes and last > index and _WITH_MEANING.match(text, raw[last].end, raw[last].end + 240):
            token.kind, token.word = "DEFINITION", "definitions"


_GIVES_NUMBER = {"change": "renumber", "changing": "renumbering"}


def _tell_renumberings(raw: list[Token]) -> None:
    """Read "changing clause (h) to clause (i)", the noun repeated, as a new number and not as a row of clauses."""
    for index in range(3, len(raw) - 2):
        to, noun = raw[index], raw[index - 2]
        if to.word != "to" or to.kind not in ("THROUGH", "PREPOSITION"):
            continue
        verb = next((t for t in reversed(raw[max(index - 5, 0) : index - 2]) if t.kind not in SKIPPED), None)
        if (
            verb is None
            or verb.kind != "VERB"
            or [t.kind for t in raw[index - 2 : index + 3]]
            != ["PROVISION", "LABEL", to.kind, "PROVISION", "LABEL"]
            or noun.word.rstrip("s") != noun.word
            or raw[index + 1].word != noun.word
        ):
            continue
        form = verb.noun or verb.word
        if form in _GIVES_NUMBER or VERBS[form][0] == "RENUMBER":
            verb.noun = _GIVES_NUMBER.get(form, form)
            to.kind = "PREPOSITION"


def with_references(raw: list[Token], text: str) -> list[Token]:
    """The tokens with every phrase that names a place made one REF."""
    _name_definitions(raw, text)
    _tell_renumberings(raw)
    out: list[Token] = []
    at = 0
    while at < len(raw):
        token = raw[at]
        if token.kind == "OWN" and token.word in HERE:
            out.append(replace(token, kind="SILENT"))
            at += 1
            continue
        if token.kind in _REFERENCE_STARTS:
            if token.kind == "QUOTE" and not (
                at + 1 < len(raw) and raw[at + 1].kind == "DEFINITION" and raw[at + 1].noun is None
            ):
                out.append(token)
                at += 1
                continue
            cause = _states_cause(text, token.start)
            view, indices = _view(raw, at)
            ground = _states_ground(raw, at)
            if ground:
                end = _end_of_ground(view)
                view, indices = view[:end], indices[:end]
            elif cause and token.kind != "QUOTE":
                comma = next((i for i, t in enumerate(view) if t.kind == "_LIST"), len(view))
                view, indices = view[:comma], indices[:comma]
            parsed = longest("reference", view, 0) if view else None
            if parsed is not None:
                tree, stop = parsed
                places = reference_of(tree, view)
                last = indices[stop - 1]
                if cause or ground:
                    at = last + 1
                    continue
                if any(t.noun == "own" and t.word in HERE for t in raw[last + 1 : last + 2]) or (
                    at and raw[at - 1].word == "this"
                ):
                    places = tuple(replace(place, own=True) for place in places)
                if (
                    last + 2 < len(raw)
                    and raw[last + 1].kind == "BEGINNING"
                    and raw[last + 2].kind == "QUOTE"
                ):
                    places = tuple(replace(place, anchor=raw[last + 2].word) for place in places)
                    last += 2
                out.append(Token("REF", token.start, raw[last].end, token.word, reference=places))
                at = last + 1
                continue
        out.append(token)
        at += 1
    return _nested(out)


def _descends(outer: Token, inner: Token) -> bool:
    """Whether a reference behind a comma lies in the one before it ("Schedule 1, paragraph 4")."""
    first, second = (outer.reference or ())[-1:], (inner.reference or ())[:1]
    if not first or not second or second[0].new or first[0].new:
        return False
    above, below = first[0], second[0]
    if (
        above.scope
        and above.scope[0] == "paragraph"
        and below.unit in ("line", "sentence")
        and not below.path
    ):
        return True
    if above.own or below.own or (above.agreement and below.agreement):
        return False
    if _encloses(above, below):
        return True
    if below.agreement or above.unit not in ("provision", "row") or above.scope:
        return False
    if below.unit in ("sentence", "line", "paragraph", "row", "heading", "table") or below.scope:
        return not below.path
    if not below.path or not above.path:
        return False
    if below.noun == "section" and (
        (above.path[-1].startswith("article ") and below.path[0].isdigit())
        or above.path[-1].split(" ")[0]
        in ("exhibit", "schedule", "annex", "annexure", "appendix", "attachment")
    ):
        return True
    letter = above.path[-1].split()[-1]
    if below.path[0].startswith(letter + "."):
        return True
    return below.relative and below.noun != above.noun and (below.noun is not None or " " in above.path[-1])


_RANKS = {"part": 2, "article": 3, "section": 4, "clause": 5, "paragraph": 5, "subsection": 5, "subclause": 6}
_RANKS |= {"subparagraph": 6, "item": 6, "point": 6, "letter": 6, "subitem": 7}
_OUTERMOST = ("schedule", "exhibit", "annex", "annexure", "appendix", "attachment")


def _rank(noun: str | None) -> int:
    """How far within an agreement a noun's provisions lie: the schedules first, items last; 0 where it says nothing."""
    return 1 if noun in _OUTERMOST else _RANKS.get(noun or "", 0)


def _encloses(above: Place, below: Place) -> bool:
    """Whether two provisions parted by a comma are a container and what lies in it: "Section C, paragraph 3.2"."""
    if (
        below.unit != "provision"
        or below.scope
        or not below.path
        or not above.path
        or above.term
        or below.term
    ):
        return False
    if above.unit != "provision" and not (above.scope and above.unit == above.scope[0]):
        return False
    last = above.path[-1].split()[-1]
    if below.path[0].startswith(last + ".") and not above.scope:
        return False
    if below.noun is None:
        return above.noun == "section" and last.isalpha() and below.path[0][:1].isdigit()
    outer, inner = _rank(above.noun), _rank(below.noun)
    return 0 < outer < inner and (outer < 5 or below.relative)


def _enclosed(above: Token, below: Token) -> bool:
    """Whether a reference behind a comma is the container of the one before it: "item 4, Part A, Schedule 2"."""
    inner, outer = above.reference or (), below.reference or ()
    if len(outer) != 1 or not inner or any(place.new or place.own for place in (*inner, *outer)):
        return False
    shell = outer[0]
    if shell.unit != "provision" or shell.scope or not shell.path or shell.term:
        return False
    return all(
        place.path
        and place.noun is not None
        and 0 < _rank(shell.noun) < _rank(place.noun)
        and not place.agreement
        and not place.path[0].startswith(shell.path[-1].split()[-1] + ".")
        and not place.path[0].startswith(_OUTERMOST)
        for place in inner
    )


def _nested(tokens: list[Token]) -> list[Token]:
    """References joined across a comma, or side by side ("§ 4 para. 2"), where the second lies in the first."""
    out: list[Token] = []
    forward: set[int] = set()
    for index, token in enumerate(tokens):
        if token.kind == "REF" and out:
            back = len(out) - 1
            while (
                back >= 0
                and len(out) - back < 9
                and (
                    out[back].kind in SKIPPED
                    or out[back].kind == "COMMA"
                    or (
                        out[back].kind == "WATER"
                        and (out[back].word in ("-", "--", "—", "–") or len(out[back].word) > 2)
                    )
                )
            ):
                back -= 1
            between = out[back + 1 :]
            if (
                back >= 0
                and out[back].kind == "REF"
                and any(t.kind in ("COMMA", "COMMA_LABEL") for t in between)
                and all(t.kind != "WATER" or _is_title(between) for t in between)
                and id(out[back]) not in forward
                and _enclosed(out[back], token)
                and not _goes_on_as_list(tokens, index)
            ):
                shells, inner = token.reference or (), out[back].reference or ()
                joined = tuple(inside(place, shell) for shell in shells for place in inner)
                out[back:] = [Token("REF", out[back].start, token.end, out[back].word, reference=joined)]
                continue
            if (
                back >= 0
                and out[back].kind == "REF"
                and (not between or any(t.kind in ("COMMA", "COMMA_LABEL") for t in between))
                and all(t.kind != "WATER" or _is_title(between) for t in between)
                and _descends(out[back], token)
                and not _is_subject_behind(out, back, tokens, index)
            ):
                outer = out[back].reference or ()
                joined = tuple(_below(place, shell) for shell in outer for place in token.reference or ())
                out[back:] = [Token("REF", out[back].start, token.end, out[back].word, reference=joined)]
                forward.add(id(out[-1]))
                continue
        if token.kind == "COMMA_LABEL":
            token = replace(token, kind="COMMA")
        out.append(token)
    return out


def _goes_on_as_list(tokens: Sequence[Token], index: int) -> bool:
    """Whether further references follow behind "and": "Item 4, Schedule 2 and Schedule 3" are three."""
    behind = [token.kind for token in tokens[index + 1 : index + 6] if token.kind not in SKIPPED]
    return behind[:2] in (["LIST", "REF"], ["COMMA", "LIST"])


def _is_title(between: Sequence[Token]) -> bool:
    """Whether the words between a reference and the next are the first one's title, set off by a comma or a dash."""
    words = [t for t in between if t.kind == "WATER"]
    return (
        bool(words)
        and len(words) <= 6
        and between[-1].kind == "COMMA"
        and between[0].kind in ("COMMA", "WATER")
    )


def _below(place: Place, shell: Place) -> Place:
    path = place.path
    if (
        len(path) > 1
        and path[0].startswith(_OUTERMOST)
        and (shell.noun == "part" or shell.path[0].startswith("part "))
    ):
        return replace(place, path=(path[0], *shell.path, *path[1:]), relative=False)
    if shell.scope and not place.scope:
        inner = _below(place, replace(shell, scope=None, outer=None, unit="provision"))
        return replace(inner, unit=shell.unit, scope=shell.scope, outer=shell.outer, anchor=shell.anchor)
    if len(path) > 1 and shell.path and path[0] == shell.path[-1].split()[-1] and len(path[0]) == 1:
        path = (".".join(path[:2]), *path[2:])
    if path and shell.path and path[0].startswith(shell.path[-1].split()[-1] + "."):
        return replace(
            place, relative=shell.relative, path=(*shell.path[:-1], *path), agreement=shell.agreement
        )
    return replace(
        place,
        noun=place.noun if path else shell.noun,
        path=(*shell.path, *path),
        relative=shell.relative,
        scope=place.scope or shell.scope,
        outer=place.outer or (shell.scope if place.scope else None),
        term=place.term or shell.term,
        agreement=shell.agreement,
    )


def _is_subject_behind(out: Sequence[Token], back: int, tokens: Sequence[Token], index: int) -> bool:
    """Whether "In Section 3, the first sentence is deleted": the second reference is what the sentence is about."""
    before = out[back - 1] if back else None
    if before is not None and (
        before.kind == "NUMBERED"
        or (before.kind == "VERB" and VERBS[before.noun or before.word][0] == "RENUMBER")
    ):
        return True
    if (
        before is None
        or before.kind not in ("PREPOSITION", "MULTI_OF")
        or before.word not in ("in", "under", "within")
    ):
        return False
    for token in tokens[index + 1 : index + 6]:
        if token.kind in SKIPPED or token.kind in ("COMMA", "QUOTE_NOUN"):
            continue
        return token.kind == "WATER" and (token.word in AUXILIARIES or token.word in ("shall", "will"))
    return False
