"""Recalculates a workbook: reads its formulas with openpyxl and evaluates them anew, in decimals.

It knows the functions that the program writes, and fails on any other.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.formula import Tokenizer
from openpyxl.utils import range_boundaries

Cell = Any


class Workbook:
    """A workbook of which any cell can be asked for its recalculated value."""

    def __init__(self, data: bytes) -> None:
        self.formulas = openpyxl.load_workbook(BytesIO(data))
        self.stored = openpyxl.load_workbook(BytesIO(data), data_only=True)
        self._known: dict[tuple[str, str], Cell] = {}
        self._open: set[tuple[str, str]] = set()

    def value(self, sheet: str, place: str) -> Cell:
        key = (sheet, place.replace("$", ""))
        if key not in self._known:
            assert key not in self._open, f"{key} refers to itself"
            self._open.add(key)
            raw = self.formulas[sheet][key[1]].value
            if isinstance(raw, str) and raw.startswith("="):
                raw = _Formula(self, sheet, raw).result()
            elif isinstance(raw, (int, float)):
                raw = Decimal(str(raw))
            self._known[key] = raw
        return self._known[key]

    def column(self, sheet: str, place: str) -> list[Cell]:
        page = self.formulas[sheet]
        if re.fullmatch(r"\$?[A-Z]+:\$?[A-Z]+", place):
            letter = place.split(":")[0].strip("$")
            return [self.value(sheet, f"{letter}{row}") for row in range(1, page.max_row + 1)]
        left, top, right, bottom = range_boundaries(place.replace("$", ""))
        assert left == right
        letter = re.sub(r"[\d$]", "", place.split(":")[0])
        return [self.value(sheet, f"{letter}{row}") for row in range(top, bottom + 1)]

    def formula_cells(self) -> list[tuple[str, str]]:
        return [
            (page.title, cell.coordinate)
            for page in self.formulas
            for row in page.iter_rows()
            for cell in row
            if cell.data_type == "f"
        ]


class _Formula:
    """Recursive descent over openpyxl's own tokens."""

    def __init__(self, book: Workbook, sheet: str, text: str) -> None:
        self.book, self.sheet = book, sheet
        self.tokens = [token for token in Tokenizer(text).items if token.type != "WHITE-SPACE"]
        self.at = 0

    def result(self) -> Cell:
        found = self.sum()
        assert self.at == len(self.tokens)
        return found

    def peek(self) -> str:
        return self.tokens[self.at].value if self.at < len(self.tokens) else ""

    def take(self) -> Any:
        self.at += 1
        return self.tokens[self.at - 1]

    def sum(self) -> Cell:
        found = self.product()
        while self.peek() in ("+", "-", "&"):
            sign, other = self.take().value, self.product()
            if sign == "&":
                found = f"{found}{other.isoformat() if isinstance(other, dt.date) else other}"
            else:
                found = found + other if sign == "+" else found - other
        return found

    def product(self) -> Cell:
        found = self.atom()
        while self.peek() in ("*", "/"):
            found = found * self.atom() if self.take().value == "*" else found / self.atom()
        return found

    def atom(self) -> Cell:
        token = self.take()
        if token.type == "OPERAND":
            if token.subtype == "NUMBER":
                return Decimal(token.value)
            if token.subtype == "TEXT":
                return token.value.strip('"')
            sheet, _, place = token.value.rpartition("!")
            sheet = sheet.strip("'") or self.sheet
            return self.book.column(sheet, place) if ":" in place else self.book.value(sheet, place)
        assert token.type == "FUNC", token.value
        name, arguments = token.value.rstrip("("), [self.sum()]
        while self.peek() == ",":
            self.take()
            arguments.append(self.sum())
        assert self.take().value == ")"
        return getattr(self, f"f_{name}")(*arguments)

    def f_ROUND(self, number: Decimal, places: Decimal) -> Decimal:
        return number.quantize(Decimal(1).scaleb(-int(places)), rounding=ROUND_HALF_UP)

    def f_MAX(self, *numbers: Decimal) -> Decimal:
        return max(numbers)

    def f_MIN(self, *numbers: Decimal) -> Decimal:
        return min(numbers)

    def f_SUM(self, numbers: list[Cell]) -> Decimal:
        return sum((number for number in numbers if isinstance(number, Decimal)), Decimal(0))

    def f_SUMIF(self, tested: list[Cell], criterion: Cell, numbers: list[Cell]) -> Decimal:
        return self.f_SUMIFS(numbers, tested, criterion)

    def f_SUMIFS(self, numbers: list[Cell], *tests: Any) -> Decimal:
        pairs = list(zip(tests[::2], tests[1::2], strict=True))
        return self.f_SUM(
            [
                n
                for row, n in enumerate(numbers)
                if all(_fits(column[row], wanted) for column, wanted in pairs)
            ]
        )


def _fits(value: Cell, wanted: Cell) -> bool:
    if isinstance(wanted, str) and wanted.startswith("<"):
        return isinstance(value, dt.date) and value < dt.datetime.fromisoformat(wanted[1:])
    return bool(value == wanted)
