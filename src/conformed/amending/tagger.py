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

from conformed.amending.exceptions import LeftOut
from conformed.amending.joints import joined
from conformed.amending.phrases import with_references
from conformed.amending.references import Place
from conformed.amending.terminals import VERBAL
from conformed.amending.tokens import Token
from conformed.amending.told_verbs import Verbs

__all__ = ["Sentence", "sentences_of"]

_TO_STAND = re.compile(r"\b(?:shall|will|is|are)\b", re.IGNORECASE)
_IN_ITS_ENTIRETY = re.compile(
    r"\bin\s+(?:(?:its|their|the)\s+)?(?:entirety|entireties|full|whole)\b", re.IGNORECASE
)


@dataclass(slots=True)
class Sentence:
    """A sentence of a paragraph: the tokens that count, and where it stands."""

    tokens: list[Token]
    start: int
    end: int
    orders: bool = False
    left_out: tuple[LeftOut, ...] = ()
    consequent: tuple[tuple[int, int], ...] = ()


class _Tagger(Verbs):
    """The pass itself, and the tokens that divide."""

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

                    if self._only_bounds(token) or self._only_qualifies(at):
                        self.emit(token, "UNREAD")
                    if token.kind == "BLOCK" and self._amends_whole(token):
                        self.emit(token, "READ")
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
                    if token.kind == "INSTEAD" and self._put_without_verb(token):
                        self.emit(replace(token, end=token.start, noun="substituted"), "INSERTED")
                        self.verb = "INSERT"
                    self.emit(token)
                elif token.kind in ("REFERRED",):
                    self.emit(token)
                    self.verb = "CHANGE"
                at += 1
        return self.out

    def _put_without_verb(self, instead: Token) -> bool:
        """Whether something announced is to stand in place of another, whatever the verb: "the following shall apply instead"."""
        for token in reversed(self.out[self.sentence_start :]):
            if token.kind == "FOLLOWING":
                between = self.text[token.end : instead.start]
                return len(between) < 200 and _TO_STAND.search(between) is not None
            if token.kind in VERBAL or token.kind == "SEP":
                return False
        return False

    def _amends_whole(self, block: Token) -> bool:
        """Whether a block stands behind "Section 4.1 is amended in its entirety as follows"."""
        return [token.kind for token in self.out[-2:]] == ["REF", "CHANGED"] and _IN_ITS_ENTIRETY.search(
            self.text, self.out[-1].end, block.start
        ) is not None

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

    def _respectively(self, token: Token, at: int) -> None:
        if not (self.out and self.out[-1].kind in ("READ", "COMMA") and self.verb == "READ"):
            self.emit(token)

    def _semicolon(self, token: Token, at: int) -> None:
        self.emit(token, "SEP")
        self.verb = None

    def _colon(self, token: Token, at: int) -> None:

        before = self.raw[at - 1] if at else None
        behind = self.raw[at + 1] if at + 1 < len(self.raw) else None
        if self.out and self.out[-1].kind == "CHANGED" and behind is not None and behind.kind == "REF":
            self.emit(token, "SEP")
            return
        while self.out and self.out[-1].kind == "COMMA" and before is not None and before.kind != "REF":
            self.out.pop()
        if before is not None and before.kind == "QUOTE" and self._heads_clause():
            self._speak_of_term(at)
            return
        if (
            before is not None
            and before.kind not in ("STOP", "SEMICOLON", "GAP", "QUOTE", "BLOCK")
            and self.out
            and self.out[-1].kind == "REF"
            and not self.clause_has(*VERBAL)
            and (before.kind == "REF" or self._is_title(self.out[-1], at))
        ):
            self._make_context()

    def _heads_clause(self) -> bool:
        """Whether the quotation just kept is the first thing of its clause."""
        return (
            bool(self.out)
            and self.out[-1].kind == "QUOTE"
            and (len(self.out) - 1 <= self.sentence_start or self.out[-2].kind in ("SEP", "STOP"))
        )

    def _speak_of_term(self, at: int) -> None:
        """Let a quotation that heads an order be the term defined: "Fee": insert "or charge" after "rate"."""
        behind = self.raw[at + 1] if at + 1 < len(self.raw) else None
        if behind is None or behind.kind not in ("VERB", "PREPOSITION", "AFTER", "BEFORE"):
            return
        quotation = self.out.pop()
        place = Place(
            unit="definition", term=quotation.word, printed=quotation.word, term_span=quotation.inner
        )
        self.emit(replace(quotation, kind="IN"))
        self.emit(replace(quotation, kind="REF", reference=(place,)))
        self.emit(replace(quotation, kind="SEP"))

    def _is_title(self, reference: Token, at: int) -> bool:
        """Whether the words between a reference and a colon are no more than its title: Clause 1, Period:"""
        words = [t for t in self.raw[max(at - 12, 0) : at] if t.start >= reference.end]
        return len(words) <= 8 and all(
            t.kind in ("COMMA", "COMMA_LABEL", "LIST", "SILENT")
            or self.text[t.start : t.start + 1].isupper()
            or not t.word[:1].isalpha()
            or t.word in ("of", "and", "the")
            for t in words
        )

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
        around = [self.raw[index].kind for index in (at - 1, at + 1) if 0 <= index < len(self.raw)]
        if around in (["QUOTE_NOUN", "QUOTE_NOUN"], ["WATER", "WATER"]):
            return
        if self._lists_unread(at):
            self.emit(token, "UNREAD")
            return
        self.emit(token, "AND_RAW")

    def _lists_unread(self, at: int) -> bool:
        """Whether "and" adds to what is struck something that was not understood: "x" and the price shown with it."""
        if not self.out or self.out[-1].kind not in ("QUOTE", "REF", "TEXT") or not self.clause_has("DELETE"):
            return False
        behind = self.raw[at + 1 : at + 12]
        if not behind or behind[0].kind != "DETERMINER" or behind[0].word not in ("the", "any", "all", "its"):
            return False
        stop = next(
            (i for i, t in enumerate(behind) if t.kind in ("STOP", "SEMICOLON", "COMMA", "LIST", "GAP")), 0
        )
        said = behind[1:stop]
        return (
            bool(said)
            and all(t.kind in ("WATER", "SILENT", "DETERMINER", "PREPOSITION", "QUOTE_NOUN") for t in said)
            and said[0].kind in ("WATER", "QUOTE_NOUN")
        )


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
    phrased = with_references(raw, text)
    tagger = _Tagger(text, phrased, lead=lead)
    tagged = tagger.tag()
    sentences: list[Sentence] = []
    current: list[Token] = []
    start = raw[0].start if raw else 0
    for token in [*tagged, Token("STOP", raw[-1].end if raw else 0, raw[-1].end if raw else 0)]:
        if token.kind == "STOP":
            if current:
                tokens = joined(_with_blocks(_with_quotes(current, text)))
                while tokens and tokens[-1].kind in ("SEP", "AND", "ANDR"):
                    tokens.pop()
                if tokens:
                    sentence = Sentence(tokens, start, token.end)
                    sentence.orders = any(t.kind in VERBAL for t in tokens)
                    sentence.left_out = tuple(e for e in tagger.left_out if start <= e.start < token.end)
                    sentence.consequent = tuple(s for s in tagger.consequent if start <= s[0] < token.end)
                    sentences.append(sentence)
            current, start = [], token.end
            continue
        current.append(token)
    return sentences
