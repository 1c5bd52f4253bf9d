"""Which verbs order something, and in which voice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conformed.amending.lexicon import NOMINAL_VERBS, VERBS
from conformed.amending.terminals import PASSIVE, SKIPPED, THINGS, VERBAL
from conformed.amending.tokens import Token
from conformed.amending.told_places import Places
from conformed.amending.understood import has_unread_subject

__all__ = ["Verbs"]

_CONDITIONAL = frozenset("if unless when whenever where once should whereas".split())
_NAMES_OCCURRENCES = re.compile(r"references?|occurrences?|mentions?|uses?|instances?")
_PART = re.compile(
    r"\s*,\s+(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|penultimate|\d{1,2}(?:st|nd|rd|th))"
    r"\s+[a-z-]+\s*(?:point|clause|entry)?\s*,?(?:\s*\b(?:is|are|shall|will|be|hereby|further|also|and)\b){0,6}\s*$"
)
"""A part of the provision just named that has no number: "Section 3, third bullet, is deleted"."""
_VALUES = re.compile(
    r"\s+([\d$£€][^,;.:\"“]{0,80}?)\s+to\s+([\d$£€][^,;:\"“]{0,80}?)(?=\s*(?:[;]|\.(?:\s|$)|,\s|$))"
)
_SELF_REFERENCE = re.compile(
    r"(?:this|the)\s+(?:agreement|lease|contract)|here(?:of|in|under|to|by)\b", re.IGNORECASE
)


_CLAUSE_START = re.compile(r"[.;:,]\s|\band\s+(?=the\s|such\s|said\s)|\n\s*\n|[)–—]\s")
_BEFORE_SUBJECT = re.compile(
    r"\b(?:the|said|such|all|both|each|of|in|existing|current|foregoing|provisions?|terms?|text|whole|entire|contents?|requirements?|obligations?"
    r"|that|agreed?|hereby|and|also|further|accordingly)\b|^\W*(?:up)?on\s+(?:its|their|such)\s+\w+\s|\W",
    re.IGNORECASE,
)


class Verbs(Places):
    """Tells which forms order: "is amended", "by deleting", "Delete"; not "as amended", "may be amended"."""

    def _tells_history(self, at: int) -> bool:
        """Whether the verb that "by deleting" hangs on orders nothing: "Amendment No. 1, which amended Section 2 by ..."."""
        for index in range(at - 1, -1, -1):
            token = self.raw[index]
            if token.kind in ("STOP", "SEMICOLON"):
                return False
            if token.kind == "VERB" and VERBS[token.noun or token.word][1] in ("participle", "base"):
                return VERBS[token.noun or token.word][0] == "CHANGE" and not any(
                    kept.start == token.start for kept in self.out
                )
        return False

    def _nominal(self, token: Token, at: int) -> None:
        before = next((t for t in reversed(self.raw[max(at - 3, 0) : at]) if t.kind not in SKIPPED), None)
        if before is not None and (before.word == "by" or (before.kind == "LIST" and self.gerund)):
            self._orders(token, NOMINAL_VERBS[token.word])
            self.gerund = True

    def _orders(self, token: Token, verb: str, *, passive: bool = False, at: int | None = None) -> None:
        if verb == "SUBSTITUTE" and passive and at is not None:
            behind = next((t for t in self.raw[at + 1 : at + 4] if t.kind != "SILENT"), None)
            replaces = behind is not None and (
                behind.word in ("by", "with")
                or (behind.kind in ("WATER", "PREPOSITION", "COLON", "GAP") and self._is_about_place())
            )
            verb = "REPLACE" if replaces else verb
        verb = "INSERT" if verb == "SUBSTITUTE" else verb
        kind = PASSIVE.get(verb, verb) if passive else verb
        if verb == "MOVE":
            return
        unread = passive and at is not None and has_unread_subject(self.raw, self.first_raw or 0, at)
        last = next((t for t in reversed(self.out[self.sentence_start :]) if t.kind != "COMMA"), None)
        if (
            passive
            and last is not None
            and last.kind == "REF"
            and _PART.match(self.text, last.end, token.start)
        ):
            self.emit(replace(token, end=token.start), "UNREAD")
        self.emit(replace(token, noun=token.noun or token.word, unread=unread), kind)
        self.verb = verb
        self.passive |= passive
        self.changed |= verb == "CHANGE"
        self.name_pending = False

    def _is_about_place(self) -> bool:
        """Whether a provision of the agreement, not new text, is what the clause is about."""
        clause = [token for token in self.out[self.sentence_start :] if token.kind != "COMMA"]
        return [token.kind for token in clause] == ["REF"] and not any(
            place.new or place.own for place in clause[0].reference or ()
        )

    def _change_of_values(self, token: Token, at: int) -> re.Match[str] | None:
        """Words without quotation marks that are told to go over: change 310 Depot Street to 77 Mill Lane."""
        before = self.before(at)
        if before is not None and before.kind not in ("STOP", "COLON", "COMMA", "SEMICOLON"):
            return None
        return _VALUES.match(self.text, token.end, token.end + 200)

    def _values_changed(self, token: Token, at: int, values: re.Match[str]) -> int:
        self._orders(token, "CHANGE")
        for group in (1, 2):
            start, end = values.span(group)
            if group == 2:
                self.emit(Token("TO", start, start, "to"))
            words = " ".join(values[group].split())
            self.emit(Token("TEXT", start, end, words, inner=(start, end)))
        return next(
            (i for i in range(at + 1, len(self.raw)) if self.raw[i].start >= values.end()), len(self.raw)
        )

    def _verb(self, token: Token, at: int) -> int | None:
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
            if (
                (before is None and self.lead)
                or (before is not None and before.word == "by" and not self._tells_history(at))
                or chained
            ):
                self._orders(token, verb)
                self.gerund = True
        elif form == "third":
            before = self.before(at)
            if (verb == "REPLACE" and before is not None and before.kind == "REF") or (
                verb == "REPLACE"
                and before is not None
                and before.kind in ("OWN", "WATER")
                and self.out
                and self.out[-1].kind == "REF"
            ):
                self.emit(token, "REPLACES")
                self.verb, self.passive = "REPLACE", True
        elif (
            token.word == "delete"
            and (before := self.before(at)) is not None
            and before.word == "be"
            and self._is_passive(at, token)
        ):
            self._orders(token, verb, passive=True, at=at)
        elif self._is_imperative(at, token):
            self._orders(token, verb)
            self.imperative = True
        elif verb in ("INSERT", "SUBSTITUTE", "REPLACE") and self._leaves_unsaid(at):
            self.emit(token, "UNREAD")
        elif token.word == "change" and (values := self._change_of_values(token, at)) is not None:
            return self._values_changed(token, at, values)
        return None

    def _is_passive(self, at: int, token: Token) -> bool:
        index, hereby = at - 1, False
        while index >= 0 and (
            self.raw[index].kind in ("SILENT",)
            or (
                self.raw[index].word
                in (
                    "each",
                    "both",
                    "now",
                    "then",
                    "herewith",
                    "in",
                    "all",
                    "respects",
                    "hereinafter",
                    "same",
                    "deemed",
                    "further",
                )
                and self.raw[index].kind != "REF"
            )
        ):
            if self.raw[index].word == "so":
                return False
            hereby |= self.raw[index].word == "hereby"
            index -= 1
        if self._is_conditional():
            return False
        if token.word in ("attached", "annexed", "enclosed") and index >= 0 and self.raw[index].kind == "REF":
            return False
        if index < 0:
            return hereby
        before = self.raw[index]
        if before.word in ("is", "are", "stands", "stand"):
            return not (index and self.raw[index - 1].word in ("that", "which", "who"))
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
                return modal == "to" and (
                    any(t.word in ("is", "are", "deemed") for t in earlier) or self._stands_to_be(index)
                )
            return True
        if before.kind == "WERE" or before.word == "were":
            return self.as_if
        if before.kind in ("LIST", "COMMA") and self.passive:
            return True
        if self.passive and self.out and self.out[-1].kind in THINGS and self.clause_has("AND_RAW", "COMMA"):
            return True
        if before.kind == "WATER" and self._is_note(index):
            return True
        if before.kind == "QUOTE" and self._goes_over(self.raw.index(token, index)):
            return True
        if before.kind == "COLON" or (
            before.kind == "REF" and len(self.out) - self.sentence_start <= 2 and token.word != "amended"
        ):
            return True
        return hereby and before.kind in ("REF", "QUOTE", "LIST", "COMMA", "BLOCK")

    def _is_note(self, index: int) -> bool:
        """Whether a verb without "is" stands in a note behind a colon: "Row 2: target changed from 96% to 98%"."""
        verb = next((i for i in range(index + 1, len(self.raw)) if self.raw[i].kind == "VERB"), index)
        behind = self.raw[verb + 1] if verb + 1 < len(self.raw) else None
        return (
            behind is not None
            and behind.word in ("from", "to")
            and any(t.kind == "COLON" for t in self.raw[max(index - 4, 0) : index])
        )

    def _goes_over(self, at: int) -> bool:
        """Whether quoted words are said, without "is", to give way to others: "ten" amended to "twelve"."""
        behind = self.raw[at + 1 : at + 3]
        return len(behind) == 2 and behind[0].word in ("to", "by", "with") and behind[1].kind == "QUOTE"

    def _stands_to_be(self, index: int) -> bool:
        """Whether "to be", behind what it speaks of, orders without a verb before it: Clause 4 to be deleted."""
        before = self.raw[index - 2] if index > 1 else None
        return before is not None and before.kind in ("REF", "QUOTE") and not self.clause_has(*VERBAL)

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
        if self._is_conditional():
            return False
        if before is not None and before.kind in ("COLON", "COMMA") and self._ends_here(at):
            return VERBS[token.noun or token.word][0] in ("DELETE", "REPLACE")
        if before is not None and before.kind == "COLON" and self.out and self.out[-1].kind == "SEP":
            return self._has_object(at) or VERBS[token.noun or token.word][0] == "DELETE"
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

    def _leaves_unsaid(self, at: int) -> bool:
        """Whether an order to put something behind words struck was not understood: delete "A" and insert x."""
        before = self.before(at)
        behind = self.raw[at + 1] if at + 1 < len(self.raw) else None
        return (
            before is not None
            and before.kind == "LIST"
            and self.clause_has("DELETE")
            and behind is not None
            and behind.kind not in ("STOP", "SEMICOLON", "GAP")
        )

    def _ends_here(self, at: int) -> bool:
        """Whether nothing of its own stands behind a verb, and what it acts on heads the sentence: Clause 11: delete."""
        behind = next((t for t in self.raw[at + 1 :] if t.kind != "SILENT"), None)

        kept = [token.kind for token in self.out[-2:] if token.kind != "COMMA"]
        heads = kept[-1:] == ["SEP"] or (kept[-1:] == ["REF"] and not self.clause_has(*VERBAL))

        return bool(heads) and (
            behind is None
            or behind.kind in ("STOP", "GAP", "SEMICOLON", "COMMA", "LIST")
            or (behind.kind == "PREPOSITION" and behind.word == "in")
        )

    def _sentence_raw(self, at: int) -> Sequence[Token]:
        return self.raw[self.first_raw or 0 : at]

    def _starts_in_place(self) -> bool:
        first = self.raw[self.first_raw] if self.first_raw is not None else None
        return first is not None and (
            first.word in ("in", "under", "at", "for", "within", "on")
            or first.kind in ("REF", "AT_END", "AFTER", "BEFORE", "EVERYWHERE", "EXCEPT", "GROUND")
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

    def _numbered(self, token: Token, at: int) -> None:
        self.emit(token, "RENUMBERED")
        self.verb, self.passive = "RENUMBER", True

    def _were(self, token: Token, at: int) -> None:
        following = self.next(at)
        if self.as_if and self.is_thing(following):
            self.emit(token)

    def _as_if(self, token: Token, at: int) -> None:
        self.as_if = True
        self.emit(token)

    def _is_subject(self, token: Token) -> bool:
        """Whether a provision named right before is what the sentence is about, not a word in what it is about."""
        before = [t for t in self.out[self.sentence_start :] if t.kind != "COMMA"]
        if not before or before[-1].kind != "REF" or not before[-1].reference:
            return False
        first = len(before) - 1
        while first > 1 and before[first - 1].kind == "AND_RAW" and before[first - 2].kind == "REF":
            first -= 2
        sentence = self.raw[self.first_raw or 0].start
        said = _CLAUSE_START.split(self.text[sentence : before[first].start][-200:])[-1]
        behind = self.text[before[-1].end : token.start]
        return not _BEFORE_SUBJECT.sub("", said).strip() and len(behind) < 100 and "." not in behind

    def _worded(self, token: Token, at: int) -> None:
        unread = has_unread_subject(self.raw, self.first_raw or 0, at)
        self.emit(replace(token, unread=unread), "NOW" if self.formerly else "READ")
        self.formerly = False
        self.verb = "READ"

    def _supplemented(self, token: Token, at: int) -> None:
        if "supplemented" not in token.word and not self.clause_has("REF"):
            return
        for kind in ("CHANGED", "INSERT"):
            self.emit(replace(token, noun="supplement"), kind)
        self.verb, self.changed, self.gerund = "INSERT", True, True

    _has_new = _supplemented

    def _taken_out(self, token: Token, at: int) -> None:
        unread = has_unread_subject(self.raw, self.first_raw or 0, at)
        self.emit(replace(token, noun="delete", unread=unread), "DELETED")
        self.verb, self.passive = "DELETE", True

    def _nulled(self, token: Token, at: int) -> None:
        if self._is_subject(token):
            self._taken_out(token, at)

    def _gives_way(self, token: Token, at: int) -> None:
        if self.clause_has("QUOTE", "REF") and self.is_thing(self.next(at)):
            self.emit(replace(token, noun="replaced"), "REPLACED")
            self.emit(token, "WITH")
            self.verb, self.passive = "REPLACE", True

    def _references_to(self, token: Token, at: int) -> None:
        if not self.clause_has("QUOTE"):
            return
        self.emit(token, "CHANGED")
        self.emit(token, "TO")
        self.verb, self.passive, self.references = "CHANGE", True, False

    def _read_amended(self, token: Token, at: int) -> None:
        self.emit(replace(token, noun="amended"), "CHANGED")
        self.verb, self.passive, self.changed = "CHANGE", True, True

    def _cease(self, token: Token, at: int) -> None:
        if self.verb == "DELETE" and self.clause_has("DELETED"):
            return
        if not token.word.startswith("and") and not self._is_subject(token):
            if not self._names_place():
                return
            self.emit(token, "UNREAD")
        self.emit(token, "DELETED")
        self.verb, self.passive = "DELETE", True

    def _names_place(self) -> bool:
        """Whether a provision is named since the last comma."""
        for token in reversed(self.out[self.sentence_start :]):
            if token.kind in ("COMMA", "SEP"):
                return False
            if token.kind == "REF":
                return True
        return False

    def _become(self, token: Token, at: int) -> None:
        if self.is_thing(self.next(at)):
            self.emit(token, "AS" if self.clause_has("RENUMBER", "RENUMBERED") else None)
            self.verb = "RENUMBER"

    def _to_be(self, token: Token, at: int) -> None:
        if self.changed and self.is_thing(self.next(at)):
            self.emit(token, "TO")
        elif self._redirects_references(at) or (
            ("deemed" in token.word or any(t.word == "deemed" for t in self.raw[max(at - 3, 0) : at]))
            and self._names_provision()
            and self.is_thing(self.next(at))
        ):
            self.emit(token, "CHANGED")
            self.emit(token, "TO")
            self.verb, self.passive = "CHANGE", True

    def _redirects_references(self, at: int) -> bool:
        """Whether every reference to quoted words is to mean other quoted words (not: the agreement as amended)."""
        clause = self.out[self.sentence_start :]
        following = self.next(at)
        return (
            following is not None
            and following.kind == "QUOTE"
            and [t.kind for t in clause if t.kind in ("EVERYWHERE", "QUOTE")] == ["EVERYWHERE", "QUOTE"]
            and _NAMES_OCCURRENCES.search(next(t.word for t in clause if t.kind == "EVERYWHERE")) is not None
            and not any(_SELF_REFERENCE.match(t.word) for t in (*clause, following) if t.kind == "QUOTE")
        )

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
        first = self.first_raw or 0
        if [t.word for t in self.raw[first : first + 5] if t.kind != "REF"][:3] == ["to", "the", "extent"]:
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
                and t.kind not in SKIPPED
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
        if token.word.startswith("so ") and self.out and self.out[-1].kind == "REPLACED":
            self.emit(token, "WITH")
            return
        self.emit(replace(token, unread=has_unread_subject(self.raw, self.first_raw or 0, at)))
        self.verb = "READ"
