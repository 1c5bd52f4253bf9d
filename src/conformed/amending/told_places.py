"""Which tokens say where, and what goes over into what."""

from __future__ import annotations

import re
from dataclasses import replace

from conformed.amending.exceptions import left_out
from conformed.amending.terminals import HERE, VERBAL
from conformed.amending.tokens import Token
from conformed.amending.told_things import Things

__all__ = ["Places"]

_VALUE = re.compile(
    r"\s*(?:[A-Z0-9$£€¥(\[]|[a-z]+(?:-[a-z]+)?\s+\(\d"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)[\s-])"
)
_VALUE_END = re.compile(
    r"\s+from\s+(?=[\dA-Z$£€¥])|;|\.(?=\s+[A-Z\"“(]|\s*$)|,(?=\s+(?!and\s+[\d$£€])[a-z])|\s+(?:and\s+(?:by|the|in|after|is|are|to)|in(?!\s+(?:(?:the\s+)?(?:\w+\s+)?(?:year|month|quarter|season|week|summer|winter|case)s?\b|\d{4}\b))|for|wherever|effective|each|with\s+effect|per)\s(?=[A-Za-z])"
)

_OCCURRENCES = re.compile(r"references?|mentions?|occurrences?|uses?")
_REFERS_BACK = re.compile(
    r"\s*(?:to\s+|of\s+)?(?:thereto|thereof|(?<=\s)(?:it|them)|(?<=\s)(?:such|said|the\s+(?:foregoing|same|said))(?:\s+[A-Za-z]+){0,2})\b"
    r"(?:\s+(?:contained|made|appearing|found|set\s+(?:forth|out)|elsewhere|anywhere|wherever|throughout|in|within|this|the|said))*+"
    r"(?:\s+(?:[A-Z][\w-]*\s+){0,4}?(?:Agreement|Lease|Contract|Indenture|Plan|Deed|Note|Policy|By-?laws))?(?:\s+in\s+(?:its|their)\s+entirety)?\b"
)


_FIGURE = re.compile(r"\d[\d,.]*")
_SPAN = r"(?:[a-z]+(?:-[a-z]+)?\s(?:\(\d{1,4}\)\s)?|\d{1,4}\s)(?:(?:calendar|business|working)\s)?(?:days?|weeks?|months?|years?|hours?)"
_PERIOD = re.compile(_SPAN, re.IGNORECASE)
_PERIOD_AND_MORE = re.compile(
    rf"{_SPAN}\s+(?:after|from|before|following|prior|of|upon)\b.*", re.IGNORECASE | re.DOTALL
)
_HALF_DAY = re.compile(r"[ap]\.m\.\Z", re.IGNORECASE)
_CUT_FIGURE = re.compile(r"\d:\d\d")
_FIGURE_OF = re.compile(r"(\d[\d,.]*)\s+[a-z]+(?:\s[a-z]+)?")


class Places(Things):
    """Tells where: prepositions, corners of a text, values given without quotation marks."""

    def _except(self, token: Token, at: int) -> int:
        exception, behind = left_out(self.raw, at, self.text)
        self.left_out.append(exception)
        return behind

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

    def _everywhere(self, token: Token, at: int) -> int | None:
        back = self._refers_back(token, at)
        if back is not None:
            self.consequent.append((token.start, back))
            return next((i for i in range(at + 1, len(self.raw)) if self.raw[i].start >= back), len(self.raw))
        self.emit(token, "EVERYWHERE")
        if re.search(r"references?|mentions?|occurrences?|instances?|uses?", token.word):
            self.references = not token.word.endswith((" to", " of"))
        following = self.next(at)
        if (
            token.word == "wherever"
            and following is not None
            and following.kind == "QUOTE"
            and self._substitutes(at)
        ):
            self.emit(token, "FOR")
        if following is not None and following.kind == "REF" and token.word in ("throughout",):
            self.emit(token, "IN")
        return None

    def _refers_back(self, token: Token, at: int) -> int | None:
        """Where "all references thereto" end, struck beside the thing itself: a person finds where they stand."""
        before = self.before(at)
        joined = before is not None and (before.kind in ("LIST", "COMMA") or before.word == "with")
        if not joined or not self.clause_has("REF", "DELETE", "DELETED"):
            return None
        match = _REFERS_BACK.match(self.text, token.end, token.end + 300)
        return match.end() if match and _OCCURRENCES.search(token.word) else None

    def _substitutes(self, at: int) -> bool:
        """Whether the sentence goes on with "substitute", as an order: Wherever "agent" appears, substitute ..."""
        for token in self.raw[at + 1 : at + 14]:
            if token.kind == "STOP":
                return False
            if token.kind == "VERB":
                return (token.noun or token.word) in ("substitute", "insert")
        return False

    def _form_of(self, token: Token, at: int) -> None:
        self.attached = True

    def _goes_up(self, token: Token, at: int) -> None:
        self.emit(token, "CHANGED")
        self.verb, self.changed, self.passive = "CHANGE", True, True

    def _multi_of(self, token: Token, at: int) -> None:
        following = self.next(at)
        if token.word.startswith("as set") and self.clause_has("RESTATED", "RESTATE", "REPLACED", "REPLACE"):
            if following is not None and following.kind == "REF" and not self.clause_has("WITH"):
                self.emit(token, "WITH" if self.verb == "REPLACE" else "READ")
            return
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
        if kind == "REF" and following is not None and self._leads_in_from(following, at):
            return self.raw.index(following, at) + 1
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
        ) and (following.reference or ())[0].unit == "document":
            return None
        if (
            following is not None
            and kind == "REF"
            and word != "to"
            and _is_whole(following)
            and not (self.clause_has("EVERYWHERE") or self.verb == "INSERT")
        ):
            return None
        behind_stop = word == "of" and at > 0 and self.raw[at - 1].kind == "BEFORE_STOP"
        if (word in ("in", "under", "within", "at", "on", "into") or behind_stop) and kind == "REF":
            self.emit(token, "IN")
        elif word == "to":
            return self._to(token, at, following, kind, announced)
        elif word == "from":
            if kind == "REF" and (not self.changed_clause() or self.verb == "DELETE"):
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
            takes |= kind == "QUOTE" and self._goes_on_replacing()
            if takes and (kind in ("QUOTE", "REF", "BLOCK", "MARK", "PRONOUN") or announced or new_thing):
                self.emit(token, "WITH")
                if kind == "REF" and new_thing:
                    return None
            elif takes:
                return self._value(token, at, "WITH")
        elif word == "as" and at and self.raw[at - 1].word in HERE:
            self.attached = not self.clause_has("INSERT")
        elif word == "as" and (kind == "REF" or (new_thing and kind in ("PROVISION", "CONTAINER"))):
            self.emit(token, "AS")
        return None

    def _leads_in_from(self, following: Token, at: int) -> bool:
        """Whether a place in this very paper, before any order, only says when: on the date provided for in Section 4 hereof."""
        places = following.reference or ()
        if not places or not all(place.own and place.path for place in places):
            return False
        if any(token.kind in VERBAL for token in self.out[self.sentence_start :]):
            return False
        behind = self.raw[self.raw.index(following, at) + 1 :]
        named = next((one for one in behind if one.kind in ("REF", "VERB", "STOP", "QUOTE")), None)
        return named is not None and named.kind == "REF"

    def _goes_on_replacing(self) -> bool:
        """Whether a pair of words stands behind "A" is replaced by "B"; without the verb: and "C" by "D"."""
        if not self.out or self.out[-1].kind != "QUOTE":
            return False
        verb = next((t for t in reversed(self.out[self.sentence_start :]) if t.kind in VERBAL), None)
        return verb is not None and verb.kind == "REPLACED"

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
            stop = next(
                (i for i, t in enumerate(behind) if t.kind in ("STOP", "SEMICOLON", "VERB")), len(behind)
            )
            if not any(
                t.kind in ("QUOTE", "BLOCK", "FOLLOWING") or (t.kind == "AFTER" and t.word == "following")
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

    def _with_measure(self, begin: int, stop: int) -> int:
        """The end of a new value, its measure included where the old one is given with the same."""
        old = next((t for t in reversed(self.out) if t.kind in ("TEXT", "SEP", "STOP")), None)
        if old is None or old.kind != "TEXT" or not _measure(old.word):
            return stop
        figure = self.text.find(" ", begin, begin + 40)
        whole = figure + 1 + len(_measure(old.word))
        same = figure > 0 and " ".join(self.text[figure:whole].split()) == _measure(old.word)
        return max(stop, whole) if same else stop

    def _without_measure(self, begin: int, stop: int) -> int:
        """The end of a new value, what it measures left out where the old one is a bare figure: from 500 to 750 units."""
        old = next((t for t in reversed(self.out) if t.kind in ("TEXT", "SEP", "STOP")), None)
        if old is None or old.kind != "TEXT" or _FIGURE.fullmatch(old.word) is None:
            return stop
        figure = _FIGURE_OF.fullmatch(self.text, begin, stop)
        return figure.end(1) if figure else stop

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
            if to is None and not self.clause_has("TO"):
                return None
            ending = _VALUE_END.search(self.text, begin, window)
            stop = to.start() if to else ending.start() if ending else window
        else:
            ending = _VALUE_END.search(self.text, begin, window)
            stop = ending.start() if ending else window
        stop = self._with_measure(begin, stop)
        if kind in ("TO", "WITH"):
            stop = self._without_measure(begin, stop)
        while stop > begin and (self.text[stop - 1].isspace() or self.text[stop - 1] in ".,;"):
            if _HALF_DAY.search(self.text, max(stop - 6, begin), stop):
                break
            stop -= 1
        old = next((t for t in reversed(self.out) if t.kind in ("TEXT", "SEP", "STOP")), None)
        if kind == "TO" and old is not None and _PERIOD.fullmatch(old.word):
            longer = _PERIOD_AND_MORE.fullmatch(self.text, begin, stop)
            if longer is not None:
                return None
        if self.text[stop - 1 : stop] == ":" or _CUT_FIGURE.match(self.text, stop - 1):
            return None
        if stop <= begin or any(t.kind == "VERB" for t in self.raw if begin <= t.start < stop):
            return None
        self.emit(token, kind)
        self.out.append(
            Token("TEXT", begin, stop, " ".join(self.text[begin:stop].split()), inner=(begin, stop))
        )
        return next((i for i in range(at + 1, len(self.raw)) if self.raw[i].start >= stop), len(self.raw))


def _measure(words: str) -> str:
    """What stands behind the figure of a value: " per ton" in "$2.05 per ton"."""
    return words.partition(" ")[2]


def _is_whole(token: Token) -> bool:
    """Whether a reference is only to an agreement as a whole."""
    places = token.reference or ()
    return len(places) == 1 and places[0].unit == "document" and not places[0].path
