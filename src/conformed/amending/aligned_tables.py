"""Tables of changes without bars: columns set apart by blanks, headed "Section", "Old", "New" or the like.

A table is read where each row stands on one line, in as many cells as the head has, and names a provision. Where a row
runs on over several lines, which words belong to which cell cannot be told for certain: the table is left to a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conformed.amending.change_tables import TableRow, columns_of, is_whole, place_in_cell

__all__ = ["AlignedTable", "aligned_tables", "headless_rows"]

_CELL = re.compile(r"\S+(?:[ \t]\S+)*")
_RULE = re.compile(r"[-=_\s]*")
_REFERENCE = re.compile(
    r"(?:sections?|clauses?|articles?|paragraphs?|exhibits?|schedules?|\u00a7)\s", re.IGNORECASE
)
_MOST_LINE = 400


@dataclass(frozen=True, slots=True)
class AlignedTable:
    """A table between two offsets; `rows` is empty where it cannot be read for certain."""

    start: int
    end: int
    rows: tuple[TableRow, ...]


def aligned_tables(text: str, start: int, end: int) -> list[AlignedTable]:
    r"""The tables between two offsets whose head names a section and a change, or old and new words.

    >>> say = "Section    Old        New\n2.1        ten        twelve\n3.4        five       six\n"
    >>> [len(table.rows) for table in aligned_tables(say, 0, len(say))]
    [2]
    >>> [len(table.rows) for table in aligned_tables(say + "           pounds     dollars\n", 0, len(say) + 29)]
    [0]
    """
    out: list[AlignedTable] = []
    columns: list[str] | None = None
    head: list[tuple[int, int]] = []
    rows: list[TableRow] = []
    opened, behind, certain, gap = start, start, True, False

    def close() -> None:
        if columns is not None and behind > opened:
            out.append(AlignedTable(opened, behind, tuple(rows) if certain else ()))

    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        cells = [match.span() for match in _CELL.finditer(text, at, stop)] if stop - at < _MOST_LINE else []
        if columns is None or not cells:
            named = columns_of([text[a:b].strip("*_") for a, b in cells]) if len(cells) > 1 else None
            if columns is None and named is not None:
                columns, head, rows, opened, behind, certain = named, cells, [], at, at, True
            gap = not cells
        elif _RULE.fullmatch(text, at, stop) is None:
            row = _row(text, cells, columns) if len(cells) == len(columns) else None
            inside = cells[0][0] - at >= head[1][0] - text.rfind("\n", 0, head[1][0]) - 4
            if row is not None:
                rows.append(row)
                behind, gap = stop, False
            elif len(cells) > 1 or inside or (rows and not gap):
                certain, behind, gap = False, stop, False
            else:
                close()
                columns = None
        at = stop + 1
    close()
    return out


def _row(text: str, cells: list[tuple[int, int]], columns: list[str]) -> TableRow | None:
    section = cells[columns.index("section")]
    words = text[slice(*section)]
    if place_in_cell(words) is None or is_whole(words):
        return None
    item = text[slice(*cells[columns.index("item")])] if "item" in columns else ""
    old = cells[columns.index("old")] if "old" in columns else None
    change = cells[columns.index("new" if old else "change")]
    return TableRow(item, cells[0][0], cells[-1][1], section, change, old)


def headless_rows(text: str, start: int, end: int) -> list[tuple[int, int]]:
    r"""Stretches of two or more lines that each name a provision and set words beside it, with no head above.

    >>> say = "Section 2.1     ten      twelve\nSection 3.4     five     six\n"
    >>> headless_rows(say, 0, len(say)) == [(0, len(say) - 1)]
    True
    """
    out: list[tuple[int, int]] = []
    first, last, many = start, start, 0
    at = start
    while at <= end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        cells = [match[0] for match in _CELL.finditer(text, at, stop)] if stop - at < _MOST_LINE else []
        if len(cells) > 2 and _REFERENCE.match(cells[0]) and place_in_cell(cells[0]) is not None:
            first, last, many = (first if many else at), stop, many + 1
        elif cells or at >= end:
            if many > 1:
                out.append((first, last))
            many = 0
        at = stop + 1
    if many > 1:
        out.append((first, last))
    return out
