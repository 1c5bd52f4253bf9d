"""Which tokens are things that an order strikes, puts or speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conformed.amending.lexicon import VERBS
from conformed.amending.tagging import Tagging
from conformed.amending.terminals import ACTIVE, PLACING
from conformed.amending.tokens import Token
from conformed.amending.understood import is_whole_word

__all__ = ["Things"]

_OTHER_THINGS = frozenset(
    "respects respect manner changes amendments modifications reasons places terms ways particulars".split()
)
_MARK_FOLLOWED = re.compile(
    r"\s*(?:at|with|by|after|before|and|,|in|appearing|thereof|immediately|that|which|to|\)|;|\.|from|following|between|is|shall|$)(?![a-z])"
)
_OF_VALUE = re.compile(r"\s+of\s+((?:[A-Z]{0,3}[$£€¥]|USD\s?|EUR\s?|GBP\s?)\d[\d,.]*\d|\d[\d,.]*\s?%)")
_DESIGNATION = re.compile(r"[A-Z]{2,6}(?:-\w{1,4})?|[A-Z]{1,4}-\d{1,3}\w?")
_PAST = frozenset("recall letter previously earlier had formerly recited whereas".split())
_VALUED = frozenset(
    "period term sum limit quantity deposit retention premium rent fee percentage minimum maximum".split()
)
_OF_MEASURE = re.compile(
    r"\s+of\s+((?:(?:USD|US|Rs\.?)\s?)?[$£€]?\d[\d,.]{0,20}(?:\s?%)?|(?:[a-z]+(?:-[a-z]+)?\s+)?\(\d{1,6}\)\s+[a-z]+(?:\s+days)?"
    r"|(?:[a-z]+(?:-[a-z]+)?|\d{1,6})\s+(?:(?:calendar|business|working)\s+)?(?:days?|weeks?|months?|years?|hours?))(?=[\s,;])",
    re.IGNORECASE,
)
_FOLLOWED_BY = re.compile(r"\s+followed\s+by\s+(?:the\s+words?\s+)?(?=[\"“'‘])", re.IGNORECASE)
_PRICE = r"(?:(?:USD|EUR|GBP|US|HK|NZ|[CA])\s?)?[$£€¥]?\d{1,12}(?:[,.]\d{1,6}){0,5}\s?(?:%|per\s?cent(?:\s?\(\d[\d.]{0,6}%\))?)?"
_VALUE_FOR_VALUE = re.compile(
    rf"\s+(?:now\s+|hereafter\s+)?(?=[^\d\s]|\d[\d.,]{{0,12}}\s?(?:%|per\s?cent))(?P<new>{_PRICE}),?\s+"
    rf"(?:in\s+(?:lieu|place|stead)\s+of|instead\s+of|rather\s+than)\s+(?P<old>{_PRICE})(?![\w$%])",
    re.IGNORECASE,
)


class Things(Tagging):
    """Tells what is struck, put or spoken of: references, names of words, marks, what is announced."""

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
            if behind is None or (
                behind.word not in ("shall", "will", "is", "are") and behind.kind != "CEASE"
            ):
                return
        if self.attached:
            return
        if places and all(
            p.unit in ("sentence", "row", "line", "paragraph") and not p.scope and not p.path and not p.anchor
            for p in places
        ):
            self._announced_unit(token, at, places[0].unit)
            return

        if at == self.first_raw and places and places[0].new and self._announces_alone(at):
            self._insert_unsaid(token)
        if self._is_place_of_part(at):
            self.emit(self.raw[at - 1], "IN")
        if self._is_of_other_text(at):
            self.emit(token, "UNREAD")
            return
        self.emit(token)

    def _is_of_other_text(self, at: int) -> bool:
        """Whether a name right before a reference says whose it is: delete "GC-1 Article 37" is no Article 37 of ours."""
        before = self.raw[at - 1] if at else None
        return (
            before is not None
            and before.kind == "WATER"
            and bool(self.out)
            and self.out[-1].kind in ("DELETE", "REPLACE")
            and _DESIGNATION.fullmatch(self.text, before.start, before.end) is not None
        )

    def _is_place_of_part(self, at: int) -> bool:
        """Whether a reference only says where the thing stands that is spoken of: "the last proviso of Section 7"."""
        before = self.raw[at - 1] if at else None
        if (
            before is None
            or before.kind != "PREPOSITION"
            or before.word not in ("of", "to")
            or at < 2
            or (self.out and self.out[-1].start == before.start)
        ):
            return False
        head = self.raw[at - 2]
        if head.kind != "WATER" or not head.word[:1].isalpha() or is_whole_word(head.word):
            return False
        for earlier in reversed(self.raw[max(at - 8, 0) : at - 2]):
            if earlier.kind == "DETERMINER":
                return True
            if earlier.kind not in ("WATER", "ORDINAL", "SILENT", "CARDINAL", "UNIT"):
                return False
        return False

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
        if self.out and self.out[-1].kind in PLACING | ACTIVE | {"TO", "WITH", "FROM"}:
            return True
        behind = next((t for t in self.raw[at + 1 : at + 5] if t.kind not in ("SILENT", "COMMA")), None)
        return (
            behind is None
            or behind.word in ("is", "are", "shall", "will", "be")
            or behind.kind in ("LIST", "COLON", "VERB", "CEASE", "REF")
        )

    def _announced_unit(self, token: Token, at: int, unit: str) -> None:
        """A sentence or row that is announced where block text or a quotation comes behind it."""
        if self.out and self.out[-1].kind == "DELETE":
            if not self._sets_out(at):
                kind = "UNREAD" if self._only_bounds(token) else "IT"
                self.emit(replace(token, noun=None, reference=None), kind)
            return
        behind = self.raw[at + 1 : at + 30]
        if self.verb == "INSERT" or any(t.kind in ("BLOCK",) for t in behind):
            self.emit(replace(token, noun=unit, reference=None), "FOLLOWING")

    def _old_value(self, token: Token, at: int) -> int | None:
        """The value that goes over into another, told by its noun: "the period of ten (10) days is reduced to ..."."""
        if token.word not in _VALUED or not any(
            t.kind == "VERB" and VERBS[t.noun or t.word] == ("CHANGE", "participle")
            for t in self.raw[at : at + 30]
        ):
            return None
        value = _OF_MEASURE.match(self.text, token.end, token.end + 90)
        if value is None:
            return None
        start, end = value.span(1)
        self.out.append(Token("TEXT", start, end, " ".join(value[1].split()), inner=(start, end)))
        return next((i for i in range(at + 1, len(self.raw)) if self.raw[i].start >= end), len(self.raw))

    def _mark(self, token: Token, at: int) -> int | None:
        if token.word == ".":
            value = self._old_value(replace(token, word="period"), at)
            if value is not None:
                return value
        joined = _FOLLOWED_BY.match(self.text, token.end, token.end + 60)
        if joined is not None and at + 1 < len(self.raw):
            quoted = next(
                (i for i in range(at + 1, min(at + 8, len(self.raw))) if self.raw[i].kind == "QUOTE"), None
            )
            if quoted is not None:
                self.emit(
                    replace(token, end=self.raw[quoted].end, word=f"{token.word} {self.raw[quoted].word}")
                )
                return quoted + 1
        determined = at and (
            self.raw[at - 1].kind in ("DETERMINER", "ORDINAL") or self.raw[at - 1].word in ("ending", "such")
        )
        if (
            determined
            and _MARK_FOLLOWED.match(self.text, token.end, token.end + 20)
            and (self.verb is not None or any(t.kind == "VERB" for t in self.raw[at : at + 12]))
        ):
            self.emit(token, "UNREAD" if self._only_bounds(token) else None)
        return None

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
            and not self._sets_out(at)
            and (following is None or following.kind not in ("QUOTE", "COLON", "REF", "MARK"))
            and not any(t.kind in ("QUOTE", "REF", "TEXT") for t in self._until_joint(at))
            and [t.kind for t in self.raw[at + 1 : at + 3]] != ["LIST", "QUOTE_NOUN"]
        ):
            self.emit(replace(token, noun="words" if token.word not in ("text", "language") else None), "IT")
            return None
        if (
            token.word in ("text", "language")
            and self.verb == "DELETE"
            and not self._sets_out(at)
            and (following is None or following.kind not in ("QUOTE", "COLON"))
        ):
            self.emit(token, "IT")
        return None

    def _sets_out(self, at: int) -> bool:
        """Whether what is named is set out in full right behind a colon: "deleting the sentence: ..."."""
        behind = [token.kind for token in self.raw[at + 1 : at + 5] if token.kind not in ("SILENT", "GAP")]
        return behind[:2] in (["COLON", "BLOCK"], ["COLON", "QUOTE"]) or behind[:1] == ["BLOCK"]

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
        """The words "Omit the paragraph": what the paper is speaking of."""
        if self.out and self.out[-1].kind in ("DELETE", "REPLACE"):
            self.emit(replace(token, noun=None), "UNREAD" if self._only_bounds(token) else "IT")

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
        ) or (before.kind == "PREPOSITION" and before.word == "for" and self.verb == "INSERT"):
            self.emit(token, "IT")

    def _table(self, token: Token, at: int) -> None:
        self.emit(token, "WATER")

    def _new(self, token: Token, at: int) -> int | None:
        if at == self.first_raw and self._announces_alone(at):
            self._insert_unsaid(token)

        return self._announcement(token, at, at + 1)

    def _insert_unsaid(self, token: Token) -> None:
        self.emit(Token("INSERT", token.start, token.start, "insert", noun="insert"))
        self.verb, self.imperative = "INSERT", True

    def _announces_alone(self, at: int) -> bool:
        """Whether new text is announced without a verb: "New Clause 4.4, to follow Clause 4.3:"."""
        for token in self.raw[at + 1 : at + 24]:
            if token.kind in ("STOP", "VERB", "NOMINAL", "SEMICOLON"):
                return False
            if token.kind == "BLOCK" or (token.kind == "COLON" and self.is_thing(self.next(at + 1))):
                return True
        return False

    def _announcement(self, token: Token, at: int, index: int) -> int | None:
        """The words "the following new sentence", "a new definition": what is announced, or nothing."""
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
                and (quoted := self.next(index - 1)) is not None
                and quoted.kind == "QUOTE"
            ):
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

    def _water(self, token: Token, at: int) -> int | None:
        value_end = self._old_value(token, at)
        if value_end is not None:
            return value_end
        if token.word in ("be", "is", "are") and self.clause_has("IN", "REF"):
            values = _VALUE_FOR_VALUE.match(self.text, token.end, token.end + 160)
            if values is not None:
                return self._value_for_value(token, at, values)
        if token.word in ("agree", "agrees") or (token.word == "agreed" and not self._tells_of_past(at)):
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

    def _tells_of_past(self, at: int) -> bool:
        """Whether the sentence tells what was agreed before: "by our letter of March 3 the parties agreed to delete"."""
        return any(token.word in _PAST for token in self.raw[self.first_raw or 0 : at])

    def _value_for_value(self, token: Token, at: int, values: re.Match[str]) -> int:
        """A price or rate that stands in the place of another: "shall be $11.85, in lieu of $11.40"."""
        for kind, group in (("SET_AT", "new"), ("INSTEAD_OF", "old")):
            start, end = values.span(group)
            self.emit(replace(token, start=start if group == "old" else token.start), kind)
            self.out.append(Token("TEXT", start, end, values[group], inner=(start, end)))
        self.verb = "CHANGE"
        return next(
            (i for i in range(at + 1, len(self.raw)) if self.raw[i].start >= values.end()), len(self.raw)
        )

    def _definition(self, token: Token, at: int) -> int | None:

        behind = self.raw[at + 1 : at + 5]
        if at == self.first_raw and token.word.startswith("new") and self._announces_alone(at):
            self._insert_unsaid(token)
        if self.verb == "INSERT" or any(
            t.kind == "VERB" and VERBS[t.noun or t.word][0] in ("INSERT", "SUBSTITUTE") for t in behind
        ):
            self.emit(replace(token, noun="definition"), "FOLLOWING")
        return None
