"""Which clause of the words each clause of the file is about: by its place, then by what it says, one to one.

Rules that this file must obey:

* A clause of the file is looked for under the numbers of its own day first: an old entry cites by the old numbers. One
  that cites today's numbers is found too, where what it says tells them apart.
* One clause of the file is about one of the words. Only a right to end the agreement stands for every right of the same
  party in the provision that it cites.
* What cites another place is about a clause of the words only where it says the same, or where there is no other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from conformed.conforming.naming import path_of, provision_named
from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.conformed import Conformed
from conformed.model.document import Path
from conformed.model.term import Term, TermState
from conformed.running.strands import Strand, state_on, strands

__all__ = [
    "COMPARED",
    "RIGHT",
    "SEAL",
    "TABLES",
    "Matching",
    "Written",
    "in_force",
    "is_sealed",
    "plain",
    "seal_of",
    "shown",
    "value_at",
]

COMPARED: Mapping[str, tuple[str, ...]] = {
    "agreement-term": (
        "starts",
        "months",
        "from",
        "ends",
        "renewal.months",
        "renewal.notice_days",
        "renewal.notice_months",
    ),
    "unit-term": ("months", "option.notice_days", "option.notice_months", "option.holder"),
    "payment-terms": ("due_days", "counted_from"),
    "recurring-charge": ("rate", "due_days"),
    "pass-through-credit": ("rate", "due_days", "period"),
    "claw-back": ("rate", "due_days", "cap"),
    "late-interest": ("rate",),
    "termination-right": ("holder", "notice_days", "notice_months", "cure_days"),
}
TABLES = ("renewal", "option")
SEAL = "withheld:"
RIGHT = "termination-right"
_EITHER = "either"
_MOST_DIGITS = 40
_EXACT, _WITHIN, _ANYWHERE, _ELSEWHERE = 3, 2, 1, 0


@dataclass(frozen=True, slots=True)
class Written:
    """A clause of the file as it stands on one day: its values, later entries laid over earlier ones.

    Attributes:
        entry: the latest one.
        cites: the latest one that names a source, or None.
    """

    entry: ClauseEntry
    values: Mapping[str, object]
    cites: ClauseEntry | None = None

    @property
    def name(self) -> str | None:
        """What tells it from others of its kind."""
        name = self.values.get("name")
        return name if isinstance(name, str) else None


def in_force(agreement: Agreement, day: dt.date | None) -> list[Written]:
    """Every clause of the file as it stands on `day`; None: at the beginning."""
    found: dict[tuple[str, str | None], Written] = {}
    for clause in sorted(agreement.clauses, key=lambda clause: clause.effective or dt.date.min):
        if clause.effective is not None and (day is None or clause.effective > day):
            continue
        name = clause.values.get("name")
        key = (clause.kind, name if isinstance(name, str) else None)
        before = found.get(key)
        values = {**(before.values if before else {}), **clause.values}
        cites = clause if clause.source else before.cites if before else None
        found[key] = Written(clause, values, cites)
    return list(found.values())


class Matching:
    """The clauses of a file beside those of the words, day by day.

    Args:
        agreement: as read.
        conformed: the conformed copy of its papers.
        states: `terms_over(conformed)`.

    Attributes:
        strands: the clauses of the words through the states.
        seals: the ids of the redactions of every state.
    """

    def __init__(self, agreement: Agreement, conformed: Conformed, states: Sequence[TermState]) -> None:
        self._agreement = agreement
        self._conformed = conformed
        self._states = states
        self.strands = strands(states)
        self.seals = frozenset(
            redaction.id for state in conformed.states for redaction in state.copy.redactions
        )
        self._roles = _roles(agreement, states)
        self._paths: dict[tuple[str, int], tuple[Path, ...]] = {}
        self._places: dict[tuple[int, int], int] = {}
        self._likeness: dict[tuple[int, int], tuple[int, int]] = {}

    @property
    def days(self) -> tuple[dt.date | None, ...]:
        """Every day on which the words or the file change, in order, from the first day of the words on.

        Where that is not known, None stands for it.
        """
        first = self._states[0].effective if self._states else None
        days = [state.effective for state in self._states]
        days += [clause.effective for clause in self._agreement.clauses]
        found = sorted({day for day in days if day is not None and (first is None or day >= first)})
        return tuple(found) if first is not None else (None, *found)

    def on(self, day: dt.date | None) -> list[tuple[Written, Strand | None]]:
        """Each clause of the file in force on `day`, with that of the words which it is about."""
        found: list[tuple[Written, Strand | None]] = []
        state = state_on(self._states, day)
        by_kind: dict[str, list[Written]] = {}
        for written in in_force(self._agreement, day):
            by_kind.setdefault(written.entry.kind, []).append(written)
        for kind, ours in by_kind.items():
            theirs = [strand for strand in self.strands if strand.kind == kind and strand.first <= state]
            pairs = self._pairs(ours, theirs, state)
            found.extend((written, pairs.get(at)) for at, written in enumerate(ours))
        return found

    def covers(self, written: Written, strand: Strand) -> bool:
        """Whether a right of the file stands for one of the words: of the same party, in the provision cited."""
        if self._place(written, strand) < _WITHIN:
            return False
        ours = str(written.values.get("holder", _EITHER)).lower()
        theirs = {
            str(value_at(term.value, "holder") or _EITHER).lower()
            for term in strand.terms.values()
            if isinstance(term.value, Mapping)
        }
        return ours == _EITHER or _EITHER in theirs or ours in theirs

    def _pairs(self, ours: Sequence[Written], theirs: Sequence[Strand], state: int) -> dict[int, Strand]:
        """For the position of a clause of the file that of the words, the surest first."""
        ranked: list[tuple[tuple[bool, int, int], int, int]] = []
        for at, written in enumerate(ours):
            for position, strand in enumerate(theirs):
                place = self._place(written, strand)
                agree, differ = self._alike(written, strand)
                if place >= _WITHIN or (
                    agree and not differ and (place == _ANYWHERE or strand.kind != RIGHT)
                ):
                    ranked.append(((place >= _WITHIN, agree - differ, place), at, position))
        found: dict[int, Strand] = {}
        taken: set[int] = set()
        for _, at, position in sorted(ranked, key=lambda one: one[0], reverse=True):
            if at not in found and position not in taken:
                found[at] = theirs[position]
                taken.add(position)
        left = [at for at in range(len(ours)) if at not in found]
        alive = [
            strand for at, strand in enumerate(theirs) if at not in taken and strand.at(state) is not None
        ]
        if len(left) == len(alive) == len(ours) == 1 and alive[0].kind != RIGHT:
            found[left[0]] = alive[0]
        return found

    def compared(self, written: Written, term: Term) -> Iterator[tuple[str, object, object]]:
        """The keys that can be compared and that the file and the words both give, each with the two values."""
        if not isinstance(term.value, Mapping):
            return
        for key in COMPARED.get(term.kind, ()):
            ours, theirs = value_at(written.values, key), value_at(term.value, key)
            if ours is not None and theirs is not None:
                yield key, ours, theirs

    def same(self, key: str, ours: object, theirs: object) -> bool:
        """Whether a value of the file is that of the words; a party may be named by its role in either."""
        if plain(ours) == plain(theirs):
            return True
        if key == "cap":
            return {plain(ours), plain(theirs)} == {"cumulative", "carry-forward"}
        return key.endswith("holder") and self._roles.get(plain(theirs)) == plain(ours)

    def _alike(self, written: Written, strand: Strand) -> tuple[int, int]:
        """How many values the file and the words both give and give alike, and how many they give differently.

        As they were on the day of the entry, whatever the words became.
        """
        key = (id(written.entry), id(strand))
        if key not in self._likeness:
            agree = differ = 0
            own = state_on(self._states, written.entry.effective)
            for name, ours, theirs in self.compared(written, strand.near(own)):
                if self.same(name, ours, theirs):
                    agree += 1
                elif not is_sealed(ours) and not is_sealed(theirs):
                    differ += 1
            self._likeness[key] = agree, differ
        return self._likeness[key]

    def _place(self, written: Written, strand: Strand) -> int:
        """How well the place that a clause of the file cites is that of one of the words."""
        if written.cites is None:
            return _ANYWHERE
        key = (id(written.cites), id(strand))
        if key not in self._places:
            self._places[key] = self._place_of(written.cites, strand)
        return self._places[key]

    def _place_of(self, cites: ClauseEntry, strand: Strand) -> int:
        own = state_on(self._states, cites.effective)
        best = _ELSEWHERE
        for number, term in strand.terms.items():
            if number < own and own <= strand.last:
                continue  # the numbers of a day before the entry's own
            for path in self._cited(cites.source or "", number):
                if path == term.provision:
                    best = max(best, _EXACT)
                elif path and one_in_other(path, term.provision):
                    best = max(best, _WITHIN)
        return best

    def _cited(self, source: str, number: int) -> tuple[Path, ...]:
        """The places that a source names in a state."""
        key = (source, number)
        if key not in self._paths:
            named = provision_named(self._conformed.states[number].copy, source) if source else ()
            self._paths[key] = tuple(provision.path for provision in named) or (path_of(source),)
        return self._paths[key]


def one_in_other(one: Path, other: Path) -> bool:
    """Whether one of two places lies in the other, or is it.

    >>> one_in_other(("9",), ("9", "b")), one_in_other(("1",), ("14",))
    (True, False)
    """
    shorter = min(len(one), len(other))
    return shorter > 0 and one[:shorter] == other[:shorter]


def value_at(values: object, key: str) -> object:
    """The value at a key such as `option.notice_days`, or None."""
    value = values
    for part in key.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def is_sealed(value: object) -> bool:
    """Whether a value waits for a seal."""
    return isinstance(value, str) and value.startswith(SEAL)


def seal_of(value: object) -> str:
    """The id of the redaction that a sealed value waits for.

    >>> seal_of("withheld:appendix-a/r1")
    'appendix-a/r1'
    """
    return str(value).removeprefix(SEAL)


def shown(value: object) -> str:
    """A value as a message shows it."""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def plain(value: object) -> str:
    """A value as it is compared: however a number, a percentage or a party is written.

    >>> plain("12.50%"), plain("0.125"), plain("30.00"), plain(30), plain("Customer")
    ('0.125', '0.125', '30', '30', 'customer')
    """
    text = shown(value).strip().lower()
    number = text.removesuffix("%").strip()
    try:
        found = Decimal(number)
    except InvalidOperation:
        return text
    if not found.is_finite() or abs(found.adjusted()) > _MOST_DIGITS:
        return text
    return f"{(found / 100 if number != text else found).normalize():f}"


def _roles(agreement: Agreement, states: Sequence[TermState]) -> dict[str, str]:
    """What the words call a party -> the role under which the file names it."""
    ours = {_bare_name(name): role for role, names in agreement.parties.items() for name in names}
    found: dict[str, str] = {}
    for state in states:
        parties = state.terms.get("parties")
        for party in parties.value if parties is not None and isinstance(parties.value, tuple) else ():
            role = ours.get(_bare_name(party.get("name") or ""))
            for words in (party.get("role"), party.get("alias"), party.get("name")):
                if role is not None and words:
                    found.setdefault(plain(words), role.lower())
    return found


def _bare_name(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
