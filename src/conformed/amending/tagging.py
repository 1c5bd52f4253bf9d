"""The state of the pass that tells what each token is in its place."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter

from conformed.amending.exceptions import LeftOut
from conformed.amending.terminals import SKIPPED, VERBAL
from conformed.amending.tokens import Token

__all__ = ["Tagging"]


_EXTENT = frozenset(
    "everything anything up until till portion remainder rest balance part parts through behind onward onwards".split()
)
_REVISED = frozenset("revised amended restated updated modified replaced corrected".split())


class Tagging:
    """The pass over the tokens of a paragraph: what was kept so far, and what is known of the sentence at hand."""

    def __init__(self, text: str, raw: list[Token], *, lead: bool) -> None:
        self.text = text
        self.raw = raw
        self.lead = lead
        self.out: list[Token] = []
        self.left_out: list[LeftOut] = []
        self.consequent: list[tuple[int, int]] = []
        self.reset()

    def reset(self) -> None:
        """A new sentence begins: nothing is known of it."""
        self.verb: str | None = None
        self.lemma = ""
        self.passive = self.gerund = self.imperative = self.changed = self.agreed = False
        self.formerly = self.as_if = self.references = self.name_pending = self.attached = False
        self.sentence_start = len(self.out)
        self.first_raw: int | None = None

    def next(self, at: int) -> Token | None:
        """The next raw token that counts."""
        noun = False
        for token in self.raw[at + 1 : at + 12]:
            if token.kind == "LIST" and noun:
                continue
            if token.kind in SKIPPED or token.kind in ("QUOTE_NOUN", "NEW", "GAP", "COLON"):
                noun |= token.kind == "QUOTE_NOUN"
                continue
            if token.kind == "VERB" and token.word in ("attached", "annexed", "enclosed", "appended"):
                continue
            if token.kind == "VERB" and token.word in _REVISED:
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
        """Whether a raw token is, or announces, a thing of the grammar."""
        return token is not None and (
            token.kind in ("REF", "QUOTE", "BLOCK", "MARK", "PRONOUN")
            or (token.kind == "AFTER" and token.word == "following")
        )

    def _only_bounds(self, token: Token) -> bool:
        """Whether words or a mark only say how far what is struck reaches: delete everything up to "Term"."""
        if not self.out or self.out[-1].kind not in ("DELETE", "REPLACE"):
            return False
        since, until = (
            bisect_left(self.raw, at, key=attrgetter("start")) for at in (self.out[-1].end, token.start)
        )
        return any(between.word in _EXTENT for between in self.raw[since:until])

    def _only_qualifies(self, at: int) -> bool:
        """Whether a quotation ends a description of what is struck: references to a party that is an "Agent"."""
        said = [token.word for token in self.raw[max(at - 3, 0) : at] if token.kind != "DETERMINER"]
        return (
            bool(self.out)
            and self.out[-1].kind in ("DELETE", "REPLACE", "EVERYWHERE")
            and said[-1:] in (["is"], ["are"])
            and said[-2:-1] in (["that"], ["which"], ["who"])
        )

    def clause_has(self, *kinds: str) -> bool:
        """Whether a token of these kinds was kept since the last clause ended."""
        for token in reversed(self.out):
            if token.kind in ("SEP", "STOP"):
                return False
            if token.kind in kinds:
                return True
        return False

    def emit(self, token: Token, kind: str | None = None) -> None:
        """Keep a token."""
        self.out.append(replace(token, kind=kind) if kind else token)

    def changed_clause(self) -> bool:
        """Whether the clause at hand changes something from, or to, something else."""
        return self.clause_has("CHANGED", "CHANGE", "RENUMBERED", "RENUMBER", "RETITLED", "RETITLE")

    def _clause_things(self) -> bool:
        """Whether the clause so far holds more than where it applies."""
        for token in reversed(self.out):
            if token.kind in ("SEP", "STOP"):
                return False
            if token.kind in VERBAL or token.kind == "QUOTE":
                return True
        return False
