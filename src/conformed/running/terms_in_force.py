"""The clause entries of `agreement.toml` as terms that hold from a day on.

Several entries of one kind (and, where the agreement has several clauses of the kind, of one `name`) are one clause
through time: each holds from its `effective` until the next does, and keeps what it does not say from the one before.
An entry may have been `agreed` later than it is effective: what was settled before that day is not rewritten.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, NoReturn

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.problem import ConformedError, problem

__all__ = ["COMMON_KEYS", "Entry", "Terms", "Value", "terms_of_clauses"]

COMMON_KEYS = ("name", "agreed", "document", "debtor", "creditor", "note")

_NUMBER = re.compile(r"\d{1,12}(\.\d{1,6})?\Z", re.ASCII)
_PERCENT = re.compile(r"(\d{1,10}(?:\.\d{1,4})?) ?%\Z", re.ASCII)
_WITHHELD = "withheld:"
_MOST_MONTHS = 12_000
_MOST_DAYS = 36_600


@dataclass(frozen=True, slots=True)
class Value:
    """A number of a clause, or the seal that it waits for."""

    number: Decimal | None
    seal: str | None = None

    @property
    def withheld(self) -> tuple[str, ...]:
        """The seal it waits for, if it waits for one."""
        return (self.seal,) if self.number is None and self.seal else ()

    @property
    def whole(self) -> int | None:
        """The number as a whole one."""
        return None if self.number is None else int(self.number)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A clause's values from one day on.

    Attributes:
        own: the keys that this entry itself gives; `values` adds those it keeps from earlier ones.
    """

    clause: ClauseEntry
    own: Mapping[str, object]
    values: Mapping[str, object]
    file: str
    sealed: Mapping[str, str] = field(repr=False)

    @property
    def effective(self) -> dt.date | None:
        """The day from which it holds; None: from the beginning."""
        return self.clause.effective

    @property
    def agreed(self) -> dt.date | None:
        """The day from which it was known; None: always."""
        day = self.own.get("agreed")
        return day if isinstance(day, dt.date) else self.clause.effective

    @property
    def source(self) -> str | None:
        """The provision that says so."""
        return self.clause.source

    def fail(self, key: str, wanted: str) -> NoReturn:
        """Refuse the value of `key`.

        Raises:
            ConformedError: always.
        """
        value = self.values.get(key)
        shown = f'"{value}"' if isinstance(value, str) else str(value)
        raise ConformedError(
            problem(
                "clause-value",
                document=self.file,
                line=self.clause.line,
                where=self.clause.kind,
                kind=self.clause.kind,
                key=key,
                value=shown[:60],
                wanted=wanted,
            )
        )

    def has(self, key: str) -> bool:
        """Whether the clause gives `key`; `false` is as if it did not."""
        value = self.values.get(key)
        return value is not None and value is not False

    def number(
        self,
        key: str,
        *,
        within: Mapping[str, object] | None = None,
        wanted: str = "a number such as 0.25, not negative, with at most six decimals",
    ) -> Value:
        """A rate, share or amount: not negative, at most six decimals; `"25%"` is 0.25.

        Raises:
            ConformedError: where it is none. What a seal holds is never shown.
        """
        value = (within if within is not None else self.values).get(key)
        if isinstance(value, str) and value.startswith(_WITHHELD):
            seal = value[len(_WITHHELD) :].strip()
            if not seal:
                self.fail(key, "the id of a seal behind withheld:")
            if seal not in self.sealed:
                return Value(None, seal)
            number = _number(self.sealed[seal])
            if number is None:
                self._fail_seal(key, seal, wanted)
            return Value(number, seal)
        number = None if isinstance(value, bool) else _number(str(value))
        if number is None:
            self.fail(key, f'{wanted}, or "withheld:ID"')
        return Value(number)

    def _fail_seal(self, key: str, seal: str, wanted: str) -> NoReturn:
        """Refuse what the seal holds, which is never shown."""
        raise ConformedError(
            problem(
                "seal-value",
                document=self.file,
                line=self.clause.line,
                where=seal,
                seal=seal,
                kind=self.clause.kind,
                key=key,
                wanted=wanted,
            )
        )

    def _whole(self, key: str, most: int, wanted: str, within: Mapping[str, object] | None) -> Value:
        value = self.number(key, within=within, wanted=wanted)
        if value.number is not None and (value.number != int(value.number) or value.number > most):
            if value.seal is not None:
                self._fail_seal(key, value.seal, wanted)
            self.fail(key, f'{wanted}, or "withheld:ID"')
        return value

    def days(self, key: str, *, within: Mapping[str, object] | None = None) -> Value:
        """A whole number of days.

        Raises:
            ConformedError: where it is none.
        """
        return self._whole(key, _MOST_DAYS, f"a whole number of days, at most {_MOST_DAYS}", within)

    def months(self, key: str, *, within: Mapping[str, object] | None = None) -> Value:
        """A whole number of months.

        Raises:
            ConformedError: where it is none.
        """
        return self._whole(key, _MOST_MONTHS, f"a whole number of months, at most {_MOST_MONTHS}", within)

    def date(self, key: str) -> dt.date:
        """A day.

        Raises:
            ConformedError: where it is none.
        """
        value = self.values.get(key)
        if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
            self.fail(key, "a day such as 2001-05-01")
        return value

    def text(self, key: str, default: str, *, among: tuple[str, ...] = ()) -> str:
        """A word.

        Raises:
            ConformedError: where it is none, or not one of `among`.
        """
        value = self.values.get(key, default)
        if not isinstance(value, str) or (among and value not in among):
            self.fail(key, f"one of {', '.join(among)}" if among else "words in quotation marks")
        return value

    def table(self, key: str, known: tuple[str, ...]) -> Mapping[str, Any]:
        """An inner table with the keys `known`.

        Raises:
            ConformedError: where it is none, or holds another key.
        """
        value = self.values.get(key)
        if not isinstance(value, Mapping) or not set(value) <= set(known):
            self.fail(key, f"a table with the keys {', '.join(known)}")
        return value


@dataclass(frozen=True, slots=True)
class Terms:
    """One clause through time: its entries by the day from which they hold."""

    kind: str
    name: str | None
    entries: tuple[Entry, ...]

    def at(self, day: dt.date, *, known_on: dt.date | None = None) -> Entry | None:
        """The entry in force on `day`, as far as it was agreed by `known_on`."""
        found = None
        for entry in self.entries:
            if entry.effective is not None and entry.effective > day:
                break
            if known_on is None or entry.agreed is None or entry.agreed <= known_on:
                found = entry
        return found

    def parts(
        self, begins: dt.date, ends: dt.date, *, known_on: dt.date | None = None
    ) -> list[tuple[dt.date, dt.date, Entry]]:
        """The days from `begins` to `ends` by the entry in force; days without one are left out."""
        starts = sorted(
            {begins}
            | {
                entry.effective
                for entry in self.entries
                if entry.effective and begins < entry.effective <= ends
            }
        )
        stops = [start - dt.timedelta(days=1) for start in starts[1:]] + [ends]
        found: list[tuple[dt.date, dt.date, Entry]] = []
        for start, stop in zip(starts, stops, strict=True):
            entry = self.at(start, known_on=known_on)
            if entry is None or stop < start:
                continue
            if found and found[-1][2] is entry:
                found[-1] = (found[-1][0], stop, entry)
            else:
                found.append((start, stop, entry))
        return found

    def by_rate(self) -> dict[Entry, Entry]:
        """Each entry with the first one that states the same rate: what both order is one line of a statement.

        Two seals are two rates, whatever they hold: a line is the same whether or not its seal is at hand.
        """
        first: dict[Value, Entry] = {}
        return {entry: first.setdefault(entry.number("rate"), entry) for entry in self.entries}

    def agreed_after(self, day: dt.date) -> list[dt.date]:
        """The days after `day` on which an entry was agreed that holds from an earlier day."""
        return sorted(
            {
                entry.agreed
                for entry in self.entries
                if entry.agreed and entry.effective and entry.agreed > entry.effective and entry.agreed > day
            }
        )


def terms_of_clauses(
    agreement: Agreement, keys: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
) -> tuple[Terms, ...]:
    """The clauses of `agreement`, each through time, in the order of the file.

    Args:
        agreement: as read.
        keys: kind -> the keys it needs and the further ones it takes; entries of other kinds are left out.

    Raises:
        ConformedError: a key is unknown or missing, or two entries hold from the same day.
    """
    groups: dict[tuple[str, str | None], list[ClauseEntry]] = {}
    for clause in agreement.clauses:
        if clause.kind in keys:
            name = clause.values.get("name")
            groups.setdefault((clause.kind, name if isinstance(name, str) else None), []).append(clause)
    found: list[Terms] = []
    for (kind, name), clauses in groups.items():
        needs, takes = keys[kind]
        entries: list[Entry] = []
        values: dict[str, object] = {}
        before: dict[dt.date, ClauseEntry] = {}
        for clause in sorted(clauses, key=lambda clause: clause.effective or dt.date.min):
            _check_keys(agreement.file, clause, (*needs, *takes, *COMMON_KEYS))
            same = before.setdefault(clause.effective or dt.date.min, clause)
            if same is not clause:
                raise ConformedError(
                    problem(
                        "clause-twice",
                        document=agreement.file,
                        line=clause.line,
                        where=kind,
                        kind=kind,
                        first=same.line or "?",
                    )
                )
            values = {**values, **clause.values}
            for key in needs:
                if key not in values:
                    raise ConformedError(
                        problem(
                            "clause-missing",
                            document=agreement.file,
                            line=clause.line,
                            where=kind,
                            kind=kind,
                            key=key,
                        )
                    )
            entry = Entry(clause, dict(clause.values), dict(values), agreement.file, agreement.sealed)
            if "agreed" in clause.values:
                entry.date("agreed")
            entries.append(entry)
        found.append(Terms(kind, name, tuple(entries)))
    return tuple(found)


def _check_keys(file: str, clause: ClauseEntry, known: tuple[str, ...]) -> None:
    for key in clause.values:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"the keys here are {', '.join(known)}"
            raise ConformedError(
                problem(
                    "clause-key",
                    document=file,
                    line=clause.line,
                    where=clause.kind,
                    kind=clause.kind,
                    key=key,
                    hint=hint,
                )
            )


def _number(text: str) -> Decimal | None:
    text = text.strip()
    if _NUMBER.match(text):
        return Decimal(text)
    if percent := _PERCENT.match(text):
        return Decimal(percent[1]).scaleb(-2)
    return None
