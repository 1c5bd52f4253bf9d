"""What the readers of clauses share: who holds a right, and how a clause's table is put together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conformed.model.document import Party
from conformed.model.term import Term
from conformed.terms.amounts import Read
from conformed.terms.words import Words

__all__ = ["Clause", "Holders", "clause_term"]

_NAMES = (
    r"(?:(?:either|neither|any|each|one) (?:party|of the parties|one of the parties)|both parties|the other party|the parties|the other|such party"
    r"|the (?:non-?(?:breaching|defaulting)|terminating|aggrieved|innocent|injured) party|the party (?:not in default|(?:serving|giving) (?:such|the) notice))"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as read.

    Attributes:
        kind, values: as in `agreement.toml`.
        start, end: where it stands in `Words.text`; `at` is the place that tells its provision, where that is not `start`.
        withheld: the redactions on which it rests.
        doubts: values whose figures contradict their words.
        rests_on: other words that it was read from.
    """

    kind: str
    values: Mapping[str, object]
    start: int
    end: int
    withheld: tuple[str, ...] = ()
    doubts: tuple[Read, ...] = ()
    at: int | None = None
    rests_on: tuple[tuple[int, int], ...] = ()


class Holders:
    """The parties by the words that a clause uses for them: "Qwest" is the customer where the opening says so."""

    __slots__ = ("_by_words", "pattern")

    def __init__(self, parties: Sequence[Party]) -> None:
        self._by_words: dict[str, str] = {}
        for party in parties:
            said = (party.role or party.alias or party.name).lower()
            for words in (party.alias, party.role, party.name):
                if words:
                    self._by_words.setdefault(words.lower(), said)
        names = sorted(self._by_words, key=len, reverse=True)
        known = "|".join(re.escape(name) for name in names)
        generic = (
            r"(?:the )?(?:customer|provider|supplier|vendor|licensor|licensee|company|seller|buyer|purchaser|distributor|contractor|client|"
            r"consultant|franchisor|franchisee|owner|operator|manufacturer|lessor|lessee|landlord|tenant|sponsor|reseller|agent|shipper|carrier)"
        )
        one = rf"(?:(?:the )?(?:{known})\b|{generic}s?\b)" if known else rf"{generic}s?\b"
        self.pattern = (
            rf"(?:{_NAMES}|(?:(?:either|neither)(?: of)?|each of|any of) {one} (?:or|nor|and) {one}|{one})"
        )

    def role(self, words: str) -> str:
        """The role of the party that `words` name: `either`, a role, or the words themselves."""
        words = " ".join(words.lower().split())
        if re.fullmatch(_NAMES, words) or words.startswith(("either ", "each of ", "any of ")):
            return "either"
        bare = words.removeprefix("the ")
        one = bare.removesuffix("s")
        return self._by_words.get(words) or self._by_words.get(bare) or self._by_words.get(one) or one


def clause_term(words: Words, clause: Clause, number: int) -> Term:
    """The clause as a term; `number` tells it from others of its kind."""
    name = clause.kind if number == 1 else f"{clause.kind}#{number}"
    return words.term(
        name,
        dict(clause.values),
        clause.start,
        clause.end,
        withheld=clause.withheld,
        at=clause.at,
        rests_on=clause.rests_on,
    )
