"""What each token is in its place: references are read, orders told from nouns and past events, the rest left out.

Rules that this file must obey:

* A verb orders only in a form that does: "is amended", "shall be deleted", "by deleting", "Delete", "agree to amend".
  "as amended", "may be amended", "was amended", "if Section 3 is deleted" order nothing.
* A preposition is kept only where a thing of the grammar follows it and the verb before it takes it.
* What is left out is left out whole; nothing is moved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conformed.amending.grammar import longest
from conformed.amending.lexicon import AUXILIARIES, NOMINAL_VERBS, VERBS
from conformed.amending.references import Place, reference_of
from conformed.amending.tokens import Token

__all__ = ["Sentence", "sentences_of"]

_HERE = frozenset(("hereof", "hereto", "herein", "hereunder"))
_REFERENCE_STARTS = frozenset(
    "NEW PROVISION PARAGRAPH CONTAINER SCHEDULE UNIT LABEL ORDINAL DEFINITION HEADING ROW TABLE PAPER AGREEMENT OWN QUOTE BEFORE_LAST".split()
)
_THINGS = frozenset(("REF", "QUOTE", "BLOCK", "TEXT", "MARK", "FOLLOWING", "IT"))
_ACTIVE = frozenset(("CHANGE", "DELETE", "INSERT", "REPLACE", "RESTATE", "RENUMBER", "RETITLE"))
_PASSIVE = {
    "CHANGE": "CHANGED",
    "DELETE": "DELETED",
    "INSERT": "INSERTED",
    "REPLACE": "REPLACED",
    "RESTATE": "RESTATED",
    "RENUMBER": "RENUMBERED",
    "RETITLE": "RETITLED",
}
_VERBAL: frozenset[str] = (
    _ACTIVE
    | frozenset(_PASSIVE.values())
    | {"READ", "NOW", "FORMERLY", "BECOME", "REFERRED", "SET_AT", "WERE", "REPLACES"}
)
_FINITE = frozenset(_PASSIVE.values()) | {"BECOME", "REFERRED", "REPLACES", "FORMERLY"}
_PLACING = frozenset(("IN", "AFTER", "BEFORE", "BETWEEN", "AT_END", "AT_START", "EVERYWHERE", "FOR", "AS"))
_SKIPPED = frozenset(("DETERMINER", "SILENT", "NUMBER_WORD"))
_CONDITIONAL = frozenset("if unless when whenever where once should whereas".split())
_CAUSE = re.compile(
    r"(?:because|by\s+reason|as\s+a\s+(?:result|consequence)|in\s+(?:consequence|view|light)|on\s+account|due\s+to|given|following|upon|after)\s+(?:of\s+)?(?:the\s+)?(?:foregoing\s+)?"
    r"(?:deletion|addition|insertion|removal|amendment|renumbering|repeal|omission|replacement)s?\s+(?:of\s+)?$",
    re.IGNORECASE,
)
_OTHER_THINGS = frozenset(
    "respects respect manner changes amendments modifications reasons places terms ways particulars".split()
)
_MARK_FOLLOWED = re.compile(
    r"\s*(?:at|with|by|after|before|and|,|in|appearing|thereof|immediately|that|which|to|\)|;|\.|from|following|between|is|shall|$)(?![a-z])"
)
_OF_VALUE = re.compile(r"\s+of\s+((?:[A-Z]{0,3}[$£€¥]|USD\s?|EUR\s?|GBP\s?)\d[\d,.]*\d|\d[\d,.]*\s?%)")
_VALUE = re.compile(r"\s*[A-Z0-9$£€¥(\[]")
_VALUE_END = re.compile(
    r";|\.(?=\s+[A-Z\"“(]|\s*$)|,(?=\s+[a-z])|\s+(?:and\s+(?:by|the|in|after|is|are|to)|in|for|wherever|effective|each|with\s+effect|per)\s(?=[a-z])"
)


@dataclass(slots=True)
class Sentence:
    """A sentence of a paragraph: the tokens that count, and where it stands."""

    tokens: list[Token]
    start: int
    end: int
    orders: bool = False
    agreement: bool = False


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


def _view(raw: Sequence[Token], at: int) -> tuple[list[Token], list[int]]:
    """The tokens from `at` on as the reference grammar sees them, and their indices."""
    view: list[Token] = []
    indices: list[int] = []
    for index in range(at, min(len(raw), at + 80)):
        token = raw[index]
        if token.kind in _SKIPPED or (
            token.kind == "QUOTE_NOUN" and view and view[-1].kind in ("DEFINITION", "_OF")
        ):
            continue
        key = _key(token)
        before = view[-1].kind if view else ""
        if key == "_LIST" and token.kind != "LIST" and index + 1 < len(raw):
            if raw[index + 1].word == "of":
                continue
            if _breaks_list(view, raw, index):
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
        if key == "_THROUGH" and before not in ("LABEL", "ORDINAL"):
            key = "_OF" if token.word.startswith("to") else key
        if key == "_OF" and not _joins(token, before, raw, index):
            break
        if not key or key in ("VERB", "WATER", "STOP", "SEMICOLON", "COLON", "GAP", "BLOCK"):
            break
        view.append(replace(token, kind=key))
        indices.append(index)
    return view, indices


def _breaks_list(view: Sequence[Token], raw: Sequence[Token], index: int) -> bool:
    """Whether what stands behind a comma is not a further label in a row but something else, or lies below."""
    noun = next((t.word for t in view if t.kind in ("PROVISION", "PARAGRAPH")), None)
    label = next((t.word for t in reversed(view) if t.kind == "LABEL"), "")
    for token in raw[index + 1 : index + 4]:
        if token.kind in _SKIPPED or token.kind == "LIST":
            continue
        if token.kind in ("PROVISION", "PARAGRAPH"):
            return noun is not None and token.word.rstrip("s").lower() != noun.rstrip("s").lower()
        if token.kind == "LABEL":
            return bool(label) and token.word.lower().startswith(label.lower() + ".")
        return False
    return False


def _joins(token: Token, before: str, raw: Sequence[Token], index: int) -> bool:
    """Whether a preposition goes on with the reference before it."""
    if token.word == "of" or token.kind == "MULTI_OF":
        return True
    after = next((t for t in raw[index + 1 : index + 4] if t.kind not in _SKIPPED), None)
    if after is None:
        return False
    if token.word in ("to", "for") or token.kind == "THROUGH":
        return after.kind in ("AGREEMENT", "CONTAINER", "SCHEDULE", "OWN", "PAPER") or before == "HEADING"
    if token.word == "from":
        return False
    return after.kind in _REFERENCE_STARTS and after.kind not in ("QUOTE", "NEW")


def _with_references(raw: list[Token], text: str) -> list[Token]:
    """The tokens with every phrase that names a place made one REF."""
    out: list[Token] = []
    at = 0
    while at < len(raw):
        token = raw[at]
        if token.kind == "OWN" and token.word in _HERE:
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
            cause = _CAUSE.search(text, max(token.start - 90, 0), token.start)
            view, indices = _view(raw, at)
            if cause and token.kind != "QUOTE":
                comma = next((i for i, t in enumerate(view) if t.kind == "_LIST"), len(view))
                view, indices = view[:comma], indices[:comma]
            parsed = longest("reference", view, 0) if view else None
            if parsed is not None:
                tree, stop = parsed
                places = reference_of(tree, view)
                last = indices[stop - 1]
                if cause:
                    at = last + 1
                    continue
                if any(t.noun == "own" and t.word in _HERE for t in raw[last + 1 : last + 2]):
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
    if above.own or below.own or below.agreement or above.unit not in ("provision", "row") or above.scope:
        return False
    if below.unit in ("sentence", "line", "paragraph", "row", "heading", "table") or below.scope:
        return not below.path
    if not below.path or not above.path:
        return False
    letter = above.path[-1].split()[-1]
    if below.path[0].startswith(letter + "."):
        return True
    return below.relative and below.noun != above.noun and (below.noun is not None or " " in above.path[-1])


def _nested(tokens: list[Token]) -> list[Token]:
    """References joined across a comma where the second lies in the first."""
    out: list[Token] = []
    for index, token in enumerate(tokens):
        if token.kind == "REF" and out:
            back = len(out) - 1
            while (
                back >= 0
                and len(out) - back < 9
                and (
                    out[back].kind in _SKIPPED
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
                and _descends(out[back], token)
                and not _is_subject_behind(out, back, tokens, index)
            ):
                outer = out[back].reference or ()
                joined = tuple(_below(place, shell) for shell in outer for place in token.reference or ())
                out[back:] = [Token("REF", out[back].start, token.end, out[back].word, reference=joined)]
                continue
        if token.kind == "COMMA_LABEL":
            token = replace(token, kind="COMMA")
        out.append(token)
    return out


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
        term=place.term or shell.term,
        agreement=shell.agreement,
    )


def _is_subject_behind(out: Sequence[Token], back: int, tokens: Sequence[Token], index: int) -> bool:
    """Whether "In Section 3, the first sentence is deleted": the second reference is what the sentence is about."""
    before = out[back - 1] if back else None
    if (
        before is None
        or before.kind not in ("PREPOSITION", "MULTI_OF")
        or before.word not in ("in", "under", "within")
    ):
        return False
    for token in tokens[index + 1 : index + 6]:
        if token.kind in _SKIPPED or token.kind in ("COMMA", "QUOTE_NOUN"):
            continue
        return token.kind == "WATER" and (token.word in AUXILIARIES or token.word in ("shall", "will"))
    return False


class _Tagger:
    def __init__(self, text: str, raw: list[Token], *, lead: bool) -> None:
        self.text = text
        self.raw = raw
        self.lead = lead
        self.out: list[Token] = []
        self.reset()

    def reset(self) -> None:
        self.verb: str | None = None
        self.lemma = ""
        self.passive = self.gerund = self.imperative = self.changed = self.agreed = False
        self.formerly = self.as_if = self.references = self.name_pending = self.attached = False
        self.sentence_start = len(self.out)
        self.first_raw: int | None = None

    # -- looking around -----------------------------------------------------------------------------------------

    def next(self, at: int) -> Token | None:
        """The next raw token that counts."""
        noun = False
        for token in self.raw[at + 1 : at + 12]:
            if token.kind in _SKIPPED or token.kind in ("QUOTE_NOUN", "NEW", "GAP", "COLON"):
                noun |= token.kind == "QUOTE_NOUN"
                continue
            if noun and token.kind in ("PREPOSITION", "THROUGH") and token.word in ("to", "of"):
                continue
            return token
        return None

    def before(self, at: int) -> Token | None:
        """The raw token before, silent ones aside."""
        for index in range(at - 1, max(at - 8, -1), -1):
            if self.raw[index].kind != "SILENT" and self.raw[index].kind != "GAP":
                return self.raw[index]
        return None

    def is_thing(self, token: Token | None) -> bool:
        return token is not None and (
            token.kind in ("REF", "QUOTE", "BLOCK", "MARK", "PRONOUN")
            or (token.kind == "AFTER" and token.word == "following")
        )

    def clause_has(self, *kinds: str) -> bool:
        for token in reversed(self.out):
            if token.kind in ("SEP", "STOP"):
                return False
            if token.kind in kinds:
                return True
        return False

    def emit(self, token: Token, kind: str | None = None) -> None:
        self.out.append(replace(token, kind=kind) if kind else token)

    # -- the pass -----------------------------------------------------------------------------------------------

    def tag(self) -> list[Token]:
        at = 0
        while at < len(self.raw):
            token = self.raw[at]
            if self.first_raw is None and token.kind not in ("STOP", "GAP"):
                self.first_raw = at
            handler = getattr(self, f"_{token.kind.lower()}", None)
            if handler is not None:
                at = handler(token, at) or at + 1
            else:
                if token.kind in ("QUOTE", "BLOCK"):
                    self.references = False
                    self.name_pending = False
                    self.emit(token)
                elif (
                    token.kind == "INSTEAD" and token.word in ("instead", "rather") and self.verb != "INSERT"
                ):
                    pass
                elif token.kind in (
                    "INSTEAD",
                    "INSTEAD_OF",
                    "THEREAFTER",
                    "EACH_CASE",
                    "ALPHABETICAL",
                    "BEFORE_STOP",
                    "SET_AT",
                ):
                    self.emit(token)
                elif token.kind in ("REFERRED",):
                    self.emit(token)
                    self.verb = "CHANGE"
                at += 1
        return self.out

    def _stop(self, token: Token, at: int) -> None:
        self.emit(token, "STOP")
        self.reset()

    def _aside(self, token: Token, at: int) -> None:
        self.emit(token, "SEP")
        self.verb = None

    def _aside_end(self, token: Token, at: int) -> None:
        self.emit(token, "SEP")
        self.verb = None

    def _as_needed(self, token: Token, at: int) -> int:
        if self.changed:
            self.emit(token)
        index = at + 1
        while index < len(self.raw) and self.raw[index].kind not in (
            "ASIDE_END",
            "STOP",
            "SEMICOLON",
            "LIST",
            "BLOCK",
        ):
            index += 1
        return index

    def _definition(self, token: Token, at: int) -> int | None:
        behind = self.raw[at + 1 : at + 5]
        if self.verb == "INSERT" or any(
            t.kind == "VERB" and VERBS[t.noun or t.word][0] in ("INSERT", "SUBSTITUTE") for t in behind
        ):
            self.emit(replace(token, noun="definition"), "FOLLOWING")
        return None

    def _numbered(self, token: Token, at: int) -> None:
        self.emit(token, "RENUMBERED")
        self.verb, self.passive = "RENUMBER", True

    def _respectively(self, token: Token, at: int) -> None:
        if not (self.out and self.out[-1].kind in ("READ", "COMMA") and self.verb == "READ"):
            self.emit(token)

    def _semicolon(self, token: Token, at: int) -> None:
        self.emit(token, "SEP")
        self.verb = None

    def _colon(self, token: Token, at: int) -> None:
        before = self.raw[at - 1] if at else None
        if (
            before is not None
            and before.kind == "REF"
            and self.out
            and self.out[-1].kind == "REF"
            and not self.clause_has(*_VERBAL)
        ):
            self._make_context()

    def _make_context(self) -> None:
        """Let the reference just emitted be what the next clause speaks of: "SECTION C, C.4: add ..."."""
        if len(self.out) < 2 or self.out[-2].kind not in ("IN",):
            reference = self.out.pop()
            self.out.append(replace(reference, kind="IN"))
            self.out.append(reference)
        self.out.append(replace(self.out[-1], kind="SEP"))

    def _comma(self, token: Token, at: int) -> None:
        self.emit(token, "COMMA")

    def _list(self, token: Token, at: int) -> None:
        self.emit(token, "AND_RAW")

    def _were(self, token: Token, at: int) -> None:
        following = self.next(at)
        if self.as_if and self.is_thing(following):
            self.emit(token)

    def _as_if(self, token: Token, at: int) -> None:
        self.as_if = True
        self.emit(token)

    def _cease(self, token: Token, at: int) -> None:
        self.emit(token, "DELETED")
        self.verb, self.passive = "DELETE", True

    def _become(self, token: Token, at: int) -> None:
        if self.is_thing(self.next(at)):
            self.emit(token)
            self.verb = "RENUMBER"

    def _to_be(self, token: Token, at: int) -> None:
        if self.changed and self.is_thing(self.next(at)):
            self.emit(token, "TO")
        elif (
            any(t.word == "deemed" for t in self.raw[max(at - 3, 0) : at])
            and self._names_provision()
            and self.is_thing(self.next(at))
        ):
            self.emit(token, "CHANGED")
            self.emit(token, "TO")
            self.verb, self.passive = "CHANGE", True

    def _names_provision(self) -> bool:
        """Whether the clause says of quoted words in which provision they stand."""
        clause = self.out[self.sentence_start :]
        return any(t.kind == "QUOTE" for t in clause) and any(
            place.path for t in clause if t.kind == "REF" for place in t.reference or ()
        )

    def _formerly(self, token: Token, at: int) -> None:
        self.emit(token, "FORMERLY")
        self.formerly = True

    def _formerly_words(self, token: Token, at: int) -> None:
        if self.changed and any(t.kind == "NOW" for t in self.raw[at:]):
            self.emit(replace(token, noun="words"), "FORMERLY")
            self.formerly = True

    def _now(self, token: Token, at: int) -> None:
        self.emit(token, "NOW" if self.formerly else "READ")
        self.formerly = False
        self.verb = "READ"

    def _read(self, token: Token, at: int) -> None:
        if any(t.word in ("may", "not") for t in self.raw[max(at - 3, 0) : at]):
            return
        if [t.word for t in self.raw[at + 1 : at + 3]] in (["as", "it"], ["as", "they"]) or any(
            t.word in ("again", "accordingly") for t in self.raw[max(at - 2, 0) : at + 2]
        ):
            return
        follows = next(
            (
                t
                for t in self.raw[at + 1 : at + 14]
                if t.kind not in ("WATER", "GAP", "COLON", "PREPOSITION", "COMMA")
                and t.kind not in _SKIPPED
                and t.kind != "QUOTE_NOUN"
            ),
            None,
        )
        if follows is None or follows.kind in ("STOP", "SEMICOLON"):
            return
        if token.word in ("read", "reads") and not (
            self.changed or self.verb or self.clause_has("FOR") or self.is_thing(follows)
        ):
            return
        self.emit(token)
        self.verb = "READ"

    # -- references, marks, nouns ----------------------------------------------------------------------------------

    def _ref(self, token: Token, at: int) -> None:
        places = token.reference or ()
        before = self.raw[at - 1] if at else None
        if before is not None and before.word in ("formerly", "previously", "originally"):
            return
        if (
            len(places) == 1
            and places[0].unit == "document"
            and not places[0].own
            and not self._is_spoken_of(at)
        ):
            return
        if places and places[0].own and places[0].unit == "document":
            behind = next((t for t in self.raw[at + 1 : at + 4] if t.kind != "SILENT"), None)
            if behind is None or behind.word not in ("shall", "will", "is", "are") and behind.kind != "CEASE":
                return
        if self.attached:
            return
        if places and all(
            p.unit in ("sentence", "row", "line", "paragraph") and not p.scope and not p.path and not p.anchor
            for p in places
        ):
            self._announced_unit(token, at, places[0].unit)
            return
        self.emit(token)
        if self.out[-2:-1] and self.out[-2].kind == "REF" and not self.clause_has("COMMA", "AND_RAW"):
            pass

    def _is_spoken_of(self, at: int) -> bool:
        """Whether the agreement, named here, is what the clause is about or where something is put."""
        before = self.raw[at - 1] if at else None
        if before is not None and before.kind == "COMMA" and at > 1:
            before = self.raw[at - 2]
        if (
            before is not None
            and before.kind in ("PREPOSITION", "MULTI_OF", "THROUGH")
            and not any(token.start == before.start for token in self.out[-3:])
        ):
            return False
        if self.out and self.out[-1].kind in _PLACING | _ACTIVE | {"TO", "WITH", "FROM"}:
            return True
        behind = next((t for t in self.raw[at + 1 : at + 5] if t.kind not in ("SILENT", "COMMA")), None)
        return (
            behind is None
            or behind.word in ("is", "are", "shall", "will", "be")
            or behind.kind in ("LIST", "COLON", "VERB", "CEASE", "REF")
        )

    def _announced_unit(self, token: Token, at: int, unit: str) -> None:
        """ "a sentence", "the row": announced where block text or a quotation comes behind it."""
        if self.out and self.out[-1].kind == "DELETE":
            self.emit(replace(token, noun=None, reference=None), "IT")
            return
        behind = self.raw[at + 1 : at + 30]
        if self.verb == "INSERT" or any(t.kind in ("BLOCK",) for t in behind):
            self.emit(replace(token, noun=unit, reference=None), "FOLLOWING")

    def _mark(self, token: Token, at: int) -> None:
        determined = at and (
            self.raw[at - 1].kind in ("DETERMINER", "ORDINAL") or self.raw[at - 1].word in ("ending", "such")
        )
        if (
            determined
            and _MARK_FOLLOWED.match(self.text, token.end, token.end + 20)
            and (self.verb is not None or any(t.kind == "VERB" for t in self.raw[at : at + 12]))
        ):
            self.emit(token)

    def _quote_noun(self, token: Token, at: int) -> int | None:
        if token.word in ("reference", "references", "phrase", "words", "word", "language", "sentence"):
            before = self.raw[at - 1] if at else None
            if (
                before is not None
                and before.word in ("such", "said")
                and self.out
                and self.out[-1].kind in ("REPLACE", "DELETE")
            ):
                self.emit(token, "IT")
                return None
        if token.word in ("reference", "references"):
            self.references = True
        if token.word in (
            "name",
            "names",
            "word",
            "words",
            "phrase",
            "figure",
            "amount",
            "date",
            "rate",
            "price",
            "number",
        ):
            self.name_pending = True
        value = _OF_VALUE.match(self.text, token.end, token.end + 60)
        if value is not None:
            start, end = value.span(1)
            self.out.append(Token("TEXT", start, end, value[1], inner=(start, end)))
            return next((i for i in range(at + 1, len(self.raw)) if self.raw[i].start >= end), len(self.raw))
        following = self.next(at)
        if (
            self.out
            and self.out[-1].kind in ("DELETE", "REPLACE")
            and (following is None or following.kind not in ("QUOTE", "COLON", "REF", "MARK"))
            and not any(t.kind in ("QUOTE", "REF", "TEXT") for t in self._until_joint(at))
        ):
            self.emit(replace(token, noun="words" if token.word not in ("text", "language") else None), "IT")
            return None
        if (
            token.word in ("text", "language")
            and self.verb == "DELETE"
            and (following is None or following.kind not in ("QUOTE", "COLON"))
        ):
            self.emit(token, "IT")
        return None

    def _until_joint(self, at: int) -> Sequence[Token]:
        """The raw tokens up to the next "and", comma or stop."""
        stop = at + 1
        while stop < len(self.raw) and self.raw[stop].kind not in (
            "LIST",
            "COMMA",
            "STOP",
            "SEMICOLON",
            "PREPOSITION",
        ):
            stop += 1
        while stop < len(self.raw) and self.raw[stop].kind not in ("LIST", "STOP", "SEMICOLON"):
            stop += 1
        return self.raw[at + 1 : stop]

    def _whole_of_it(self, token: Token, at: int) -> None:
        """ "Omit the paragraph": what the paper is speaking of."""
        if self.out and self.out[-1].kind in ("DELETE", "REPLACE"):
            self.emit(replace(token, noun=None), "IT")

    _provision = _paragraph = _container = _whole_of_it

    def _pronoun(self, token: Token, at: int) -> None:
        before = self.before(at)
        if before is None:
            return
        if (
            before.kind == "VERB"
            and self.verb in ("REPLACE", "DELETE", "CHANGE")
            and self.out
            and self.out[-1].kind == self.verb
        ):
            self.emit(token, "IT")
        elif before.kind == "PREPOSITION" and before.word == "for" and self.verb == "INSERT":
            self.emit(token, "IT")

    def _table(self, token: Token, at: int) -> None:
        self.emit(token, "WATER")

    def _new(self, token: Token, at: int) -> int | None:
        return self._announcement(token, at, at + 1)

    def _announcement(self, token: Token, at: int, index: int) -> int | None:
        """ "the following new sentence", "a new definition": what is announced, or nothing."""
        skipped = 0
        while index < len(self.raw) and (
            self.raw[index].kind in ("NEW", "DETERMINER", "NUMBER_WORD", "CARDINAL", "SILENT", "QUOTE_NOUN")
            or (
                self.raw[index].kind == "WATER"
                and self.raw[index].word
                in (
                    "language",
                    "proviso",
                    "provisos",
                    "address",
                    "provisions",
                    "provision",
                    "clause-language",
                )
            )
        ):
            if (
                token.kind == "NEW"
                and self.raw[index].kind == "QUOTE_NOUN"
                and self.next(index - 1) is not None
                and self.next(index - 1).kind == "QUOTE"
            ):  # type: ignore[union-attr]
                return index
            if self.raw[index].kind == "QUOTE_NOUN" or self.raw[index].kind == "WATER":
                self.emit(replace(token, end=self.raw[index].end, noun="words"), "FOLLOWING")
                return index + 1
            index += 1
            skipped += 1
        head = self.raw[index] if index < len(self.raw) else None
        following = token.kind == "AFTER"
        if head is not None and head.kind == "REF":
            places = head.reference or ()
            place = places[0]
            if place.unit == "definition" and place.term is not None:
                self.emit(head)
                return index + 1
            if place.unit in ("sentence", "row", "line", "paragraph") and not place.path and not place.scope:
                self.emit(replace(token, end=head.end, noun=place.unit), "FOLLOWING")
                return index + 1
            if place.path and not place.scope and place.unit in ("provision", "heading"):
                new = tuple(replace(p, new=True) for p in places)
                if following:
                    self.emit(replace(token, end=head.end, noun="provision", reference=new), "FOLLOWING")
                else:
                    self.emit(replace(head, reference=new))
                return index + 1
        if head is not None and head.kind == "DEFINITION":
            self.emit(replace(token, end=head.end, noun="definition"), "FOLLOWING")
            return index + 1
        if head is not None and head.kind in ("PROVISION", "CONTAINER", "PARAGRAPH"):
            beyond = self.raw[index + 1] if index + 1 < len(self.raw) else None
            if (
                beyond is not None
                and beyond.kind == "COMMA"
                and index + 2 < len(self.raw)
                and self.raw[index + 2].kind == "REF"
            ):
                reference = tuple(replace(p, new=True) for p in self.raw[index + 2].reference or ())
                self.emit(replace(self.raw[index + 2], reference=reference))
                return index + 3
            self.emit(
                replace(token, end=head.end, noun="provision" if head.word != "paragraph" else "paragraph"),
                "FOLLOWING",
            )
            return index + 1
        if following and not (head is not None and head.word in _OTHER_THINGS):
            self.emit(replace(token, noun=None), "FOLLOWING")
            return at + 1
        return None

    # -- places -------------------------------------------------------------------------------------------------

    def _after(self, token: Token, at: int) -> int | None:
        if token.word == "following":
            before = self.raw[at - 1] if at else None
            if before is not None and before.kind == "DETERMINER" and before.word in ("the", "each"):
                return self._announcement(token, at, at + 1)
        following = self.next(at)
        if following is not None and following.kind in ("REF", "QUOTE", "MARK"):
            self.emit(token, "AFTER")
        elif (
            token.word == "following"
            and following is not None
            and following.kind in ("DEFINITION", "PROVISION")
        ):
            return self._announcement(token, at, at + 1)
        return None

    def _before(self, token: Token, at: int) -> None:
        following = self.next(at)
        if following is not None and following.kind in ("REF", "QUOTE", "MARK"):
            self.emit(token, "BEFORE")

    def _between(self, token: Token, at: int) -> None:
        following = self.next(at)
        if following is not None and following.kind in ("REF", "QUOTE", "MARK"):
            self.emit(token, "BETWEEN")

    def _at_end(self, token: Token, at: int) -> None:
        self.emit(token, "AT_END")

    def _at_start(self, token: Token, at: int) -> None:
        self.emit(token, "AT_START")

    def _everywhere(self, token: Token, at: int) -> None:
        self.emit(token, "EVERYWHERE")
        if re.search(r"references?|mentions?|occurrences?|instances?|uses?", token.word):
            self.references = not token.word.endswith((" to", " of"))
        following = self.next(at)
        if following is not None and following.kind == "REF" and token.word in ("throughout",):
            self.emit(token, "IN")

    def _multi_of(self, token: Token, at: int) -> None:
        following = self.next(at)
        if following is not None and following.kind == "REF":
            self.emit(token, "IN")

    def _through(self, token: Token, at: int) -> int | None:
        if token.word.startswith("to"):
            return self._preposition(replace(token, kind="PREPOSITION", word="to"), at)
        return None

    def _preposition(self, token: Token, at: int) -> int | None:
        word = token.word
        following = self.next(at)
        kind = following.kind if following is not None else ""
        announced = following is not None and kind == "AFTER" and following.word == "following"
        new_thing = any(t.kind == "NEW" for t in self.raw[at + 1 : at + 4])
        if word == "in" and any(
            t.word in ("entirety", "full", "part", "whole") and t.kind in ("SILENT", "DETERMINER", "WATER")
            for t in self.raw[at + 1 : at + 4]
        ):
            return None
        if (
            following is not None
            and kind == "REF"
            and (following.reference or ())[:1]
            and (following.reference or ())[0].own
        ):
            if (following.reference or ())[0].unit == "document":
                return None
        if (
            following is not None
            and kind == "REF"
            and word != "to"
            and _is_whole(following)
            and not (self.clause_has("EVERYWHERE") or self.verb == "INSERT")
        ):
            return None
        if word in ("in", "under", "within", "at", "on", "into") and kind == "REF":
            self.emit(token, "IN")
        elif word == "to":
            return self._to(token, at, following, kind, announced)
        elif word == "from":
            if kind == "REF" and not self.changed_clause():
                self.emit(token, "IN")
            elif kind in ("QUOTE", "BLOCK", "MARK") and self.changed_clause():
                self.emit(token, "FROM")
            elif self.changed_clause() or self.verb == "CHANGE":
                return self._value(token, at, "FROM")
        elif word == "for":
            if kind in ("QUOTE", "REF", "PRONOUN", "MARK") and (
                self.verb == "INSERT" or not self._clause_things()
            ):
                self.emit(token, "FOR")
        elif word in ("with", "by"):
            takes = self.verb in ("REPLACE",) or self.clause_has("REPLACE", "REPLACED")
            if takes and (kind in ("QUOTE", "REF", "BLOCK", "MARK", "PRONOUN") or announced or new_thing):
                self.emit(token, "WITH")
                if kind == "REF" and new_thing:
                    return None
            elif takes:
                return self._value(token, at, "WITH")
        elif word == "as" and at and self.raw[at - 1].word in _HERE:
            self.attached = True
        elif word == "as" and (kind == "REF" or (new_thing and kind in ("PROVISION", "CONTAINER"))):
            self.emit(token, "AS")
        return None

    def changed_clause(self) -> bool:
        return self.clause_has("CHANGED", "CHANGE", "RENUMBERED", "RENUMBER", "RETITLED", "RETITLE")

    def _clause_things(self) -> bool:
        """Whether the clause so far holds more than where it applies."""
        for token in reversed(self.out):
            if token.kind in ("SEP", "STOP"):
                return False
            if token.kind in _VERBAL or token.kind == "QUOTE":
                return True
        return False

    def _to(self, token: Token, at: int, following: Token | None, kind: str, announced: bool) -> int | None:
        if following is None:
            return None
        if kind in ("BLOCK", "GAP", "COLON") or announced:
            if self.changed_clause() or self.clause_has("FROM"):
                self.emit(replace(token, noun=None if self._follows_verb(at) else "far"), "TO")
            return None
        if kind == "REF":
            if self.clause_has("RENUMBER", "RENUMBERED"):
                self.emit(token, "AS")
            elif self.verb == "CHANGE" and self.clause_has("FROM"):
                self.emit(token, "TO")
            elif self.verb in ("INSERT", None, "DELETE", "REPLACE") or self.clause_has("INSERT", "INSERTED"):
                self.emit(token, "IN")
            elif self.changed_clause():
                self.emit(token, "TO")
            return None
        if kind in ("QUOTE", "MARK"):
            if self.references and not self.clause_has("FROM"):
                self.references = False
            elif self.changed_clause():
                self.emit(token, "TO")
            return None
        if self.changed_clause() and (self.clause_has("FROM") or self._follows_verb(at)):
            behind = self.raw[at + 1 : at + 40]
            stop = next((i for i, t in enumerate(behind) if t.kind in ("STOP", "SEMICOLON")), len(behind))
            if not any(
                t.kind in ("QUOTE", "BLOCK", "FOLLOWING")
                or (t.kind == "AFTER" and t.word == "following")
                or t.kind == "VERB"
                for t in behind[:stop]
            ):
                return self._value(token, at, "TO")
        return None

    def _follows_verb(self, at: int) -> bool:
        """Whether nothing but places and silent words stand between the verb and here."""
        for index in range(at - 1, max(at - 12, -1), -1):
            token = self.raw[index]
            if token.kind == "VERB":
                return True
            if token.kind == "WATER" and token.word not in ("words", "figures", "-"):
                return False
        return False

    def _value(self, token: Token, at: int, kind: str) -> int | None:
        """Words given without quotation marks: "from Eight Dollars ($8) to Nine Dollars ($9)"."""
        segment_end = next((t.start for t in self.raw[at + 1 :] if t.kind in ("GAP", "BLOCK")), token.end)
        begin = token.end
        while begin < segment_end and self.text[begin].isspace():
            begin += 1
        if not _VALUE.match(self.text, begin, segment_end):
            return None
        window = min(segment_end, begin + 400)
        if kind == "FROM":
            to = re.compile(r"\s+to\s+").search(self.text, begin, window)
            if to is None:
                return None
            stop = to.start()
        else:
            ending = _VALUE_END.search(self.text, begin, window)
            stop = ending.start() if ending else window
        while stop > begin and (self.text[stop - 1].isspace() or self.text[stop - 1] in ".,;"):
            stop -= 1
        if stop <= begin or any(t.kind == "VERB" for t in self.raw if begin <= t.start < stop):
            return None
        self.emit(token, kind)
        self.out.append(
            Token("TEXT", begin, stop, " ".join(self.text[begin:stop].split()), inner=(begin, stop))
        )
        return next((i for i in range(at + 1, len(self.raw)) if self.raw[i].start >= stop), len(self.raw))

    def _water(self, token: Token, at: int) -> int | None:
        if token.word in ("agree", "agrees", "agreed"):
            self.agreed = True
        if self.name_pending and self.verb in ("DELETE", "INSERT") and self.text[token.start].isupper():
            index = at
            while (
                index + 1 < len(self.raw)
                and self.raw[index + 1].kind == "WATER"
                and (self.text[self.raw[index + 1].start].isupper() or self.raw[index + 1].word in ("&", "'"))
            ):
                index += 1
            stop = self.raw[index].end
            self.name_pending = False
            self.out.append(
                Token(
                    "TEXT",
                    token.start,
                    stop,
                    " ".join(self.text[token.start : stop].split()),
                    inner=(token.start, stop),
                )
            )
            return index + 1
        return None

    # -- verbs --------------------------------------------------------------------------------------------------

    def _nominal(self, token: Token, at: int) -> None:
        before = next((t for t in reversed(self.raw[max(at - 3, 0) : at]) if t.kind not in _SKIPPED), None)
        if before is not None and (before.word == "by" or (before.kind == "LIST" and self.gerund)):
            self._orders(token, NOMINAL_VERBS[token.word])
            self.gerund = True

    def _orders(self, token: Token, verb: str, *, passive: bool = False, at: int | None = None) -> None:
        if verb == "SUBSTITUTE" and passive and at is not None:
            behind = next((t for t in self.raw[at + 1 : at + 4] if t.kind != "SILENT"), None)
            verb = "REPLACE" if behind is not None and behind.word in ("by", "with") else verb
        verb = "INSERT" if verb == "SUBSTITUTE" else verb
        kind = _PASSIVE.get(verb, verb) if passive else verb
        if verb == "MOVE":
            return
        self.emit(replace(token, noun=token.noun or token.word), kind)
        self.verb = verb
        self.passive |= passive
        self.changed |= verb == "CHANGE"
        self.name_pending = False

    def _verb(self, token: Token, at: int) -> None:
        verb, form = VERBS[token.noun or token.word]
        self.attached = False
        if form == "participle":
            if self._is_passive(at, token):
                self._orders(token, verb, passive=True, at=at)
        elif form == "gerund":
            before = self.before(at)
            chained = (
                before is not None
                and before.kind in ("LIST", "COMMA")
                and self.gerund
                and token.word != "including"
            )
            if before is None and self.lead or (before is not None and before.word == "by") or chained:
                self._orders(token, verb)
                self.gerund = True
        elif form == "third":
            before = self.before(at)
            if (
                verb == "REPLACE"
                and before is not None
                and before.kind == "REF"
                or (
                    verb == "REPLACE"
                    and before is not None
                    and before.kind in ("OWN", "WATER")
                    and self.out
                    and self.out[-1].kind == "REF"
                )
            ):
                self.emit(token, "REPLACES")
                self.verb, self.passive = "REPLACE", True
        elif self._is_imperative(at, token):
            self._orders(token, verb)
            self.imperative = True

    def _is_passive(self, at: int, token: Token) -> bool:
        index, hereby = at - 1, False
        while index >= 0 and (
            self.raw[index].kind in ("SILENT",)
            or self.raw[index].word
            in ("each", "both", "now", "then", "herewith", "in", "all", "respects", "hereinafter", "same")
            and self.raw[index].kind != "REF"
        ):
            if self.raw[index].word == "so":
                return False
            hereby |= self.raw[index].word == "hereby"
            index -= 1
        if self._is_conditional():
            return False
        if index < 0:
            return hereby
        before = self.raw[index]
        if before.word in ("is", "are", "stands", "stand"):
            return True
        if before.word == "be":
            modal = next(
                (
                    t.word
                    for t in reversed(self.raw[max(index - 4, 0) : index])
                    if t.kind not in ("SILENT", "DETERMINER") and t.word not in ("and", "also", "each")
                ),
                "",
            )
            if modal in (
                "may",
                "can",
                "could",
                "might",
                "not",
                "to",
                "would",
                "should",
                "must",
                "cannot",
                "never",
            ):
                earlier = self.raw[max(index - 4, 0) : index]
                return modal == "to" and any(t.word in ("is", "are") for t in earlier)
            return True
        if before.kind == "WERE" or before.word == "were":
            return self.as_if
        if before.kind in ("LIST", "COMMA") and self.passive:
            return True
        if self.passive and self.out and self.out[-1].kind in _THINGS and self.clause_has("AND_RAW", "COMMA"):
            return True
        if before.kind == "COLON" or (
            before.kind == "REF" and len(self.out) - self.sentence_start <= 2 and token.word != "amended"
        ):
            return True
        return hereby and before.kind in ("REF", "QUOTE", "LIST", "COMMA", "BLOCK")

    def _is_conditional(self) -> bool:
        """Whether the clause at hand only says when something holds: "If Section 3 is deleted, ..."."""
        first = self.first_raw
        if first is None or first >= len(self.raw):
            return False
        head = self.raw[first]
        if head.word in _CONDITIONAL or (
            head.word == "to" and [t.word for t in self.raw[first + 1 : first + 3]] == ["the", "extent"]
        ):
            return not any(t.kind == "COMMA" for t in self.out[self.sentence_start :])
        return False

    def _is_imperative(self, at: int, token: Token) -> bool:
        before = self.before(at)
        while before is not None and before.kind == "DETERMINER" and False:
            before = None
        if self._is_conditional():
            return False
        if before is None or before.kind in ("STOP", "SEMICOLON", "COLON"):
            return self._has_object(at)
        if before.word == "to":
            return (self.changed or self.agreed) and self._has_object(at)
        if before.word in ("hereby", "parties", "we") or (
            before.kind == "WATER" and before.word in ("please", "then")
        ):
            return self._has_object(at)
        if any(t.word == "hereby" for t in self.raw[max(at - 2, 0) : at]):
            return self._has_object(at)
        if before.kind in ("COMMA", "LIST"):
            modal = any(
                t.word in ("may", "shall", "will", "must", "can", "would") for t in self._sentence_raw(at)
            )
            return (
                not modal
                and (self.imperative or self._starts_in_place() or self.agreed or self.changed)
                and self._has_object(at)
            )
        if before.kind in ("REF", "QUOTE", "TABLE", "AT_END", "EVERYWHERE"):
            modal = any(t.word in ("may", "shall", "will", "must", "can") for t in self._sentence_raw(at))
            return not modal and self._has_object(at)
        return False

    def _sentence_raw(self, at: int) -> Sequence[Token]:
        return self.raw[self.first_raw or 0 : at]

    def _starts_in_place(self) -> bool:
        first = self.raw[self.first_raw] if self.first_raw is not None else None
        return first is not None and (
            first.word in ("in", "under", "at", "for", "within", "on")
            or first.kind in ("REF", "AT_END", "AFTER", "BEFORE", "EVERYWHERE")
        )

    def _has_object(self, at: int) -> bool:
        for token in self.raw[at + 1 : at + 14]:
            if token.kind in (
                "REF",
                "QUOTE",
                "BLOCK",
                "MARK",
                "AFTER",
                "NEW",
                "TABLE",
                "DEFINITION",
                "INSTEAD",
                "AT_END",
                "PRONOUN",
                "EVERYWHERE",
                "PREPOSITION",
                "PARAGRAPH",
                "PROVISION",
                "CONTAINER",
                "UNIT",
                "QUOTE_NOUN",
            ):
                return True
            if token.kind in ("STOP", "SEMICOLON", "VERB"):
                return False
        return False


def _is_whole(token: Token) -> bool:
    """Whether a reference is only to an agreement as a whole."""
    places = token.reference or ()
    return len(places) == 1 and places[0].unit == "document" and not places[0].path


def _joined(tokens: list[Token]) -> list[Token]:
    """The tokens with each "and" and comma told: in a list, between pairs, between clauses, or nothing."""
    out: list[Token] = []
    skipped: set[int] = set()
    for index, token in enumerate(tokens):
        if token.kind == "WATER" or id(token) in skipped:
            continue
        if token.kind not in ("AND_RAW", "COMMA"):
            out.append(token)
            continue
        before = out[-1].kind if out else ""
        behind = next(
            (t.kind for t in tokens[index + 1 :] if t.kind not in ("COMMA", "AND_RAW", "WATER")), ""
        )
        if (
            before == "REF"
            and behind == "QUOTE"
            and token.kind == "COMMA"
            and _is_apposition(out[-1], tokens, index)
        ):
            quotation = next(t for t in tokens[index + 1 :] if t.kind == "QUOTE")
            out[-1] = replace(out[-1], inner=quotation.inner)
            skipped.add(id(quotation))
            continue
        if before == behind == "INSERTED":
            skipped.add(id(next(t for t in tokens[index + 1 :] if t.kind == "INSERTED")))
            continue
        kind = _conjunction(token, before, behind, out, tokens, index)
        if kind is not None and not (kind == "SEP" and before in ("SEP", "")):
            if out and out[-1].kind == kind:
                continue
            out.append(replace(token, kind=kind))
    return out


def _conjunction(
    token: Token, before: str, behind: str, out: Sequence[Token], tokens: Sequence[Token], index: int
) -> str | None:
    comma = token.kind == "COMMA"
    if before in ("AND", "ANDR", "AND_PAIR", "SEP", "BETWEEN"):
        return None
    if behind in _VERBAL and not (comma and behind in ("READ", "NOW")):
        if comma and behind in _FINITE and before in _THINGS:
            return None
        if comma and not (behind in _ACTIVE):
            return None
        if not _clause_verb(out) and (behind in _FINITE or comma):
            return None
        return "SEP"
    if comma:
        nearby = tokens[index - 1].kind if index else ""
        adjacent = index + 1 < len(tokens) and tokens[index + 1].kind == behind
        if before == behind == "QUOTE" and nearby == "QUOTE" and adjacent and _is_list(tokens, index):
            return "AND"
        if (
            before == behind == "REF"
            and nearby == "REF"
            and adjacent
            and _same_noun(out[-1], tokens[index + 1])
        ):
            return "ANDR"
        return None
    if behind in ("FROM", "TO", "WITH") and before not in _THINGS:
        return None
    if not comma and behind == "IN" and before in _THINGS | {"RESPECTIVELY", "INSTEAD"} and _clause_verb(out):
        after = [t.kind for t in tokens[index + 1 :] if t.kind not in ("COMMA", "AND_RAW", "WATER")][2:3]
        if after and after[0] in _ACTIVE:
            return "SEP"
    if behind in (
        "IN",
        "AT_END",
        "AT_START",
        "AFTER",
        "BEFORE",
        "EVERYWHERE",
        "FOR",
        "FROM",
        "BETWEEN",
        "AS",
        "WITH",
    ):
        if _next_verb(tokens, index) in _FINITE and _clause_verb(out):
            return "SEP"
        return None if before in _THINGS or before in ("BEFORE_STOP",) else "SEP"
    if behind in ("FROM", "TO", "WITH") and before not in _THINGS:
        return None
    if behind in _THINGS:
        if before not in _THINGS and not (
            before
            in ("ALPHABETICAL", "INSTEAD", "EVERYWHERE", "RESPECTIVELY", "EACH_CASE", "AT_END", "BEFORE_STOP")
        ):
            return "SEP"
        if before not in _THINGS:
            return "SEP"
        if any(t.kind == "BETWEEN" for t in out[-3:]):
            return "AND"
        following = _next_verb(tokens, index)
        if following in _FINITE and _clause_verb(out):
            return "SEP"
        if any(_clause_has(out, kind) for kind in ("WITH", "FOR", "TO")) and _pair_follows(tokens, index):
            return "AND_PAIR"
        if before in ("QUOTE", "BLOCK") and behind == "REF" and _clause_verb(out):
            return "SEP"
        return "ANDR" if before == behind == "REF" else "AND"
    if behind == "":
        return None
    return "SEP" if behind in ("INSTEAD", "ALPHABETICAL") else None


def _is_apposition(reference: Token, tokens: Sequence[Token], index: int) -> bool:
    """Whether a quotation between commas only prints what the reference names: The title, "Fees", is changed."""
    rest = [t.kind for t in tokens[index + 1 : index + 4]]
    return (
        rest[:2] == ["QUOTE", "COMMA"]
        and len(rest) > 2
        and rest[2] in _FINITE
        and bool(reference.reference)
        and ((reference.reference or ())[0].unit in ("heading", "sentence", "definition", "row", "line"))
    )


def _is_list(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma stands in a row that ends with "and"."""
    for token in tokens[index + 1 : index + 12]:
        if token.kind == "AND_RAW":
            return True
        if token.kind not in ("QUOTE", "COMMA", "REF"):
            return False
    return False


def _same_noun(first: Token, second: Token) -> bool:
    a, b = (first.reference or ())[-1:], (second.reference or ())[:1]
    if b and b[0].new:
        return False
    return (
        bool(a and b)
        and a[0].unit == b[0].unit == "provision"
        and (a[0].noun == b[0].noun or b[0].noun is None)
        and not (a[0].scope or b[0].scope)
    )


def _clause_verb(out: Sequence[Token]) -> bool:
    for token in reversed(out):
        if token.kind in ("SEP", "STOP"):
            return False
        if token.kind in _VERBAL:
            return True
    return False


def _clause_has(out: Sequence[Token], kind: str) -> bool:
    for token in reversed(out):
        if token.kind in ("SEP", "STOP"):
            return False
        if token.kind == kind:
            return True
    return False


def _next_verb(tokens: Sequence[Token], index: int) -> str | None:
    for token in tokens[index + 1 :]:
        if token.kind in ("SEP", "STOP"):
            return None
        if token.kind in _VERBAL:
            return token.kind
    return None


def _pair_follows(tokens: Sequence[Token], index: int) -> bool:
    for token in tokens[index + 1 : index + 8]:
        if token.kind in ("WITH", "FOR", "TO"):
            return True
        if token.kind in ("SEP", "STOP", "AND_RAW") or token.kind in _VERBAL:
            return False
    return False


def _with_blocks(tokens: list[Token]) -> list[Token]:
    """Block text given to what announces it ("the following sentence: ...")."""
    out: list[Token] = []
    for token in tokens:
        if token.kind == "BLOCK" and token.inner is not None:
            waiting = None
            for earlier in reversed(out):
                if earlier.kind in ("BLOCK", "STOP"):
                    break
                if earlier.kind == "FOLLOWING" and not _is_role(out, earlier):
                    waiting = earlier
                    break
            if waiting is not None and not waiting.blocks:
                waiting.blocks.append(token.inner)
                waiting.end = waiting.end
                continue
        out.append(token)
    return out


def _is_role(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a "following" or "new sentence" only says what something else is put as."""
    index = next(i for i, other in enumerate(tokens) if other is token)
    return index > 0 and tokens[index - 1].kind == "AS"


def _with_quotes(tokens: list[Token], text: str) -> list[Token]:
    """A quotation behind a colon given to the "following" before it."""
    out: list[Token] = []
    for token in tokens:
        if token.kind == "QUOTE" and token.inner is not None and text[: token.start].rstrip()[-1:] == ":":
            waiting = next(
                (
                    t
                    for t in reversed(out)
                    if t.kind == "STOP" or (t.kind == "FOLLOWING" and not _is_role(out, t))
                ),
                None,
            )
            if waiting is not None and waiting.kind == "FOLLOWING" and not waiting.blocks:
                waiting.blocks.append(token.inner)
                continue
            out.append(replace(token, kind="BLOCK"))
            continue
        out.append(token)
    return out


def sentences_of(text: str, raw: list[Token], *, lead: bool) -> list[Sentence]:
    """The sentences of a paragraph's tokens. `lead`: whether it goes on with its parent's sentence ("by:")."""
    with_references = _with_references(raw, text)
    tagger = _Tagger(text, with_references, lead=lead)
    tagged = tagger.tag()
    sentences: list[Sentence] = []
    current: list[Token] = []
    start = raw[0].start if raw else 0
    for token in [*tagged, Token("STOP", raw[-1].end if raw else 0, raw[-1].end if raw else 0)]:
        if token.kind == "STOP":
            if current:
                tokens = _joined(_with_blocks(_with_quotes(current, text)))
                while tokens and tokens[-1].kind in ("SEP", "AND", "ANDR"):
                    tokens.pop()
                if tokens:
                    sentence = Sentence(tokens, start, token.end)
                    sentence.orders = any(t.kind in _VERBAL for t in tokens)
                    sentences.append(sentence)
            current, start = [], token.end
            continue
        current.append(token)
    return sentences
