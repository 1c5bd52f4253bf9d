"""Reads `agreement.toml` and `confidential.toml`.

Every mistake is one `ConformedError` that names the file, the line, the key and the way out; nothing is half-read.
Numbers with a point become `Decimal`, never a binary float. What a clause's own keys mean is not judged here: that
is for the clause itself (`conformed.running`).
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from conformed.model.agreement import (
    Agreement,
    ClauseEntry,
    Decision,
    DocumentEntry,
    RepresentationEntry,
)
from conformed.model.problem import ConformedError, problem

__all__ = ["read_agreement"]

LARGEST_FILE = 4_000_000  # bytes: no agreement.toml is near it, and the parser's time grows with the file

_TOP = (
    "id",
    "title",
    "governing_law",
    "currency",
    "documents",
    "parties",
    "clauses",
    "representations",
    "decisions",
)
_DOCUMENT = ("id", "file", "executed", "conditions_met")
_DECISION = ("instruction", "place", "leave", "text", "by", "on", "why", "fits", "provision")
_REPRESENTATION = ("id", "text", "by", "source", "made", "relates_to", "remade")
_HEADER = re.compile(r"[ \t]*\[(\[)?[ \t]*([A-Za-z0-9_\-.\"' \t]+?)[ \t]*\]")
_KEY = re.compile(r"[ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([A-Za-z0-9_\-]+))[ \t]*[=.]")
_CURRENCY = re.compile(r"[A-Z]{3}\Z")
_PLACE = re.compile(r"\(at line (\d+), column \d+\)")


def read_agreement(path: str | Path, *, confidential: str | Path | None = None) -> Agreement:
    """What `agreement.toml` says, with the sealed values where they are at hand.

    Args:
        path: the file.
        confidential: the file of sealed values; without it `confidential.toml` beside `path`, if there is one.

    Raises:
        ConformedError: a file is absent or not TOML, or a key is unknown, missing or of the wrong kind; the problem
            names the file, the line, the key and what to write instead.
    """
    path = Path(path)
    page = _Page(path)
    data = page.data
    page.only(data, _TOP, None)
    documents = tuple(
        _document(page, entry, line) for entry, line in page.tables(data, "documents", "id", "file")
    )
    first: dict[str, int | None] = {}
    for document in documents:
        if document.id in first:
            page.fail("agreement-id-twice", document.line, id=document.id, first=first[document.id] or "?")
        first[document.id] = document.line
    representations = tuple(
        _representation(page, entry, line)
        for entry, line in page.tables(data, "representations", "id", "text", "by")
    )
    seen: dict[str, int | None] = {}
    for representation in representations:
        if representation.id in seen:
            first_line = seen[representation.id] or "?"
            page.fail("agreement-id-twice", representation.line, id=representation.id, first=first_line)
        seen[representation.id] = representation.line
    currency = page.text(data, "currency", None) or "USD"
    if not _CURRENCY.match(currency):
        page.wrong(None, "currency", currency, 'a currency code of three capitals, such as "USD"')
    return Agreement(
        file=str(path),
        title=page.text(data, "title", None),
        governing_law=page.text(data, "governing_law", None),
        currency=currency,
        documents=documents,
        parties=_parties(page, data),
        clauses=tuple(_clause(page, entry, line) for entry, line in page.tables(data, "clauses", "kind")),
        decisions=tuple(
            _decision(page, entry, line) for entry, line in page.tables(data, "decisions", "instruction")
        ),
        sealed=_sealed(path, confidential),
        representations=representations,
        id=page.text(data, "id", None),
    )


class _Page:
    """A TOML file with its lines: looks values up, and says where a wrong one stands."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self.text_lines: list[str] = []
        try:
            if path.stat().st_size > LARGEST_FILE:
                self.fail("agreement-too-large", None, limit=LARGEST_FILE)
            data = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            self.fail("file-absent", None)
        except (OSError, ValueError) as error:
            cause = error.strerror if isinstance(error, OSError) else str(error)
            self.fail("agreement-unreadable", None, cause=cause or "it cannot be opened")
        try:
            string = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.fail("agreement-unreadable", line, cause="it is not UTF-8")
        try:
            self.data: dict[str, object] = tomllib.loads(string, parse_float=Decimal)
        except RecursionError:
            self.fail("agreement-syntax", None, cause="it is nested too deeply")
        except ValueError as error:
            place = _PLACE.search(str(error))
            cause = _PLACE.sub("", str(error)).strip()
            last = string.count("\n") + (not string.endswith("\n"))
            self.fail("agreement-syntax", int(place[1]) if place else last, cause=cause)
        self.text_lines = string.split("\n")
        self._headers = _headers(self.text_lines)

    def fail(self, code: str, line: int | None, **facts: Any) -> NoReturn:
        raise ConformedError(problem(code, document=self.name, line=line, **facts))

    def wrong(self, line: int | None, key: str, value: object, wanted: str) -> NoReturn:
        """`line` is that of the table's header, or None for the top of the file."""
        self.fail("agreement-value", self.line_of(key, line), key=key, value=_shown(value), wanted=wanted)

    def line_of(self, key: str, header: int | None) -> int | None:
        """The line that gives `key` in the table whose header is in line `header` (None: before any table)."""
        lines = self.text_lines
        for index in range(header or 0, len(lines)):
            found = _KEY.match(lines[index])
            if found and key in found.groups():
                return index + 1
            if index + 1 in self._headers:
                break
        return header

    def only(self, table: Mapping[str, object], known: tuple[str, ...], line: int | None) -> None:
        for key in table:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f'did you mean "{near[0]}"?' if near else f"the keys here are {', '.join(known)}"
                self.fail("agreement-key", self.line_of(key, line), key=key, hint=hint)

    def tables(
        self, data: Mapping[str, object], name: str, *needed: str
    ) -> list[tuple[Mapping[str, object], int | None]]:
        """The tables of the array `name`, each with the line of its header."""
        value = data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.wrong(None, name, value, f"a list of tables, each begun by [[{name}]]")
        places: list[int | None] = [
            line for line, (header, array) in self._headers.items() if array and header == name
        ]
        if len(places) != len(value):
            places = [self.line_of(name, None)] * len(value)
        for entry, line in zip(value, places, strict=True):
            for key in needed:
                if key not in entry:
                    self.fail("agreement-missing", line, table=name, key=key)
        return list(zip(value, places, strict=True))

    def text(self, table: Mapping[str, object], key: str, line: int | None) -> str | None:
        value = table.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.wrong(line, key, value, "words in quotation marks")
        return value

    def needed(self, table: Mapping[str, object], key: str, line: int | None) -> str:
        return self.text(table, key, line) or ""

    def date(self, table: Mapping[str, object], key: str, line: int | None) -> dt.date | None:
        value = table.get(key)
        if value is None:
            return None
        if isinstance(value, str):
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                pass
        if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
            self.wrong(line, key, value, "a day such as 2000-11-01")
        return value

    def flag(self, table: Mapping[str, object], key: str, line: int | None, *, default: bool) -> bool:
        value = table.get(key, default)
        if not isinstance(value, bool):
            self.wrong(line, key, value, "true or false")
        return value


def _headers(lines: list[str]) -> dict[int, tuple[str, bool]]:
    """Line number -> the table that begins there, and whether it is one of an array; multi-line strings left out."""
    found: dict[int, tuple[str, bool]] = {}
    inside: str | None = None
    for number, line in enumerate(lines, 1):
        if inside is None and (header := _HEADER.match(line)):
            found[number] = (header[2].strip("\"'"), header[1] is not None)
            continue
        at = 0
        while True:
            if inside is None:
                if line.lstrip().startswith("#"):
                    break
                quotes = [(place, mark) for mark in ('"""', "'''") if (place := line.find(mark, at)) >= 0]
                if not quotes:
                    break
                place, inside = min(quotes)
            else:
                place = line.find(inside, at)
                if place < 0:
                    break
                inside = None
            at = place + 3
    return found


def _shown(value: object) -> str:
    shown = f'"{value}"' if isinstance(value, str) else "a table" if isinstance(value, dict) else str(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."


def _document(page: _Page, entry: Mapping[str, object], line: int | None) -> DocumentEntry:
    page.only(entry, _DOCUMENT, line)
    return DocumentEntry(
        page.needed(entry, "id", line),
        page.needed(entry, "file", line),
        page.date(entry, "executed", line),
        page.date(entry, "conditions_met", line),
        line,
    )


def _parties(page: _Page, data: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    value = data.get("parties", {})
    if not isinstance(value, dict):
        page.wrong(None, "parties", value, 'a table of roles, such as [parties] provider = "..."')
    line = next(
        (line for line, (name, array) in page._headers.items() if name == "parties" and not array), None
    )
    parties: dict[str, tuple[str, ...]] = {}
    for role, names in value.items():
        listed = [names] if isinstance(names, str) else names
        if (
            not isinstance(listed, list)
            or not listed
            or not all(isinstance(name, str) and name.strip() for name in listed)
        ):
            page.wrong(line, role, names, "a name in quotation marks, or a list of names")
        if len(set(listed)) != len(listed):
            page.wrong(line, role, names, "each name once")
        parties[role] = tuple(listed)
    return parties


def _clause(page: _Page, entry: Mapping[str, object], line: int | None) -> ClauseEntry:
    values = {key: value for key, value in entry.items() if key not in ("kind", "source", "effective")}
    return ClauseEntry(
        page.needed(entry, "kind", line),
        values,
        page.text(entry, "source", line),
        page.date(entry, "effective", line),
        line,
    )


def _decision(page: _Page, entry: Mapping[str, object], line: int | None) -> Decision:
    page.only(entry, _DECISION, line)
    place = entry.get("place")
    if place is not None and (not isinstance(place, int) or isinstance(place, bool) or place < 1):
        page.wrong(line, "place", place, "the number of a candidate, counted from 1")
    leave = page.flag(entry, "leave", line, default=False)
    text = page.text(entry, "text", line)
    if (place is not None) + leave + (text is not None) != 1:
        page.fail("decision-unclear", line, instruction=page.needed(entry, "instruction", line))
    return Decision(
        page.needed(entry, "instruction", line),
        place,
        leave,
        text,
        page.text(entry, "by", line),
        page.date(entry, "on", line),
        page.text(entry, "why", line),
        page.text(entry, "fits", line),
        page.text(entry, "provision", line),
    )


def _representation(page: _Page, entry: Mapping[str, object], line: int | None) -> RepresentationEntry:
    page.only(entry, _REPRESENTATION, line)
    by = entry["by"]
    names = [by] if isinstance(by, str) else by
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        page.wrong(line, "by", by, "a role or a party's name, or a list of them")
    return RepresentationEntry(
        page.needed(entry, "id", line),
        page.needed(entry, "text", line),
        tuple(names),
        page.text(entry, "source", line),
        page.date(entry, "made", line),
        page.date(entry, "relates_to", line),
        page.flag(entry, "remade", line, default=True),
        line,
    )


def _sealed(path: Path, confidential: str | Path | None) -> dict[str, str]:
    beside = path.parent / "confidential.toml"
    if confidential is None and not beside.is_file():
        return {}
    page = _Page(Path(confidential) if confidential is not None else beside)
    sealed: dict[str, str] = {}
    for seal, value in page.data.items():
        if not isinstance(value, str):
            # Never the value itself: this line may be printed where the sealed values must not be read.
            page.fail("sealed-value", page.line_of(seal, None), seal=seal)
        sealed[seal] = value
    return sealed
