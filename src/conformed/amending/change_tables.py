"""Amendments laid out as a table: each row an item, the provision it changes, and the change."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conformed.amending.references import Place, split_label

__all__ = ["TableRow", "change_rows", "columns_of", "is_whole", "place_in_cell"]

_HEADS = {
    "item": r"(?:(?:s|sr|sl|serial)\.?\s*)?(?:item|no\.?|number|#|ref\.?)(?:\s+no\.?)?",
    "section": r"(?:section|clause|provision|paragraph|article)s?(?:\s+(?:no\.?|number|reference|amended|affected))?(?:\s*/\s*(?:section|clause|exhibit|schedule))?",
    "old": r"(?:existing|current|present|original|old|previous|for)(?:\s+(?:text|wording|clause|provisions?|terms?|language|conditions?|description|details|reading|section))?",
    "new": r"(?:revised|amended|new|modified|replacement|substituted|read|to\s+be\s+read\s+as)(?:\s+(?:text|wording|clause|provisions?|terms?|language|conditions?|description|details|reading|section))?",
    "change": r"(?:change|amendment|modification|revision|variation)s?(?:\s+made)?",
    "": r"(?:reasons?|comments?|notes?|title|heading|subject|)",
}
_ROW = re.compile(r"^[ \t]*\|(?P<cells>[^\n]*)\|[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"\(?[0-9A-Za-z]{1,4}\)?\.?(?:[0-9a-z]{1,3}\.?){0,3}")
_NOUN = r"(?:(?:sections?|clauses?|paragraphs?|§)\s*)?"
_PROVISION = re.compile(
    rf"{_NOUN}(?P<label>\d+[A-Z]?(?:\.\d+)*(?:\((?:\d{{1,3}}|[a-z]{{1,2}}|[ivxl]{{1,5}})\)){{0,4}})\.?(?P<behind>\s*(?:\([^()]*\))?(?:,\s*(?:(?:fee|rate|price|the)\s+)?(?:table|heading|title))?)",
    re.IGNORECASE,
)
_CONTAINER = re.compile(
    r"(?P<noun>article|exhibit|schedule|annexure|annex|appendix|attachment)\s+(?P<label>[A-Z0-9]{1,5}(?:-\d{1,3})?)(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"throughout(?:\s+the\s+\w+(?:\s\w+)?)?|global|all\s+sections|entire\s+agreement", re.IGNORECASE
)
_MOST_CELLS = 8


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table of changes; spans are offsets in the text.

    Attributes:
        item: the row's own label, empty where the table has no such column.
        section: the cell that names what is changed.

        change: the cell that orders the change, or gives the new words.
        old: the cell that gives the words in force, where the table sets old and new side by side.
    """

    item: str
    start: int
    end: int
    section: tuple[int, int]

    change: tuple[int, int]
    old: tuple[int, int] | None = None


def change_rows(text: str, start: int, end: int) -> list[list[TableRow]]:
    r"""The tables of changes between two offsets: those whose header names a section and a change.

    >>> table = "| Item | Clause | Change |\n| 1 | 2.1 | Delete. |\n| 2 | 3 | Omit \"x\". |\n"
    >>> [[(row.item, table[slice(*row.section)]) for row in rows] for rows in change_rows(table, 0, len(table))]
    [[('1', '2.1'), ('2', '3')]]
    """
    tables: list[list[TableRow]] = []
    columns: list[str] | None = None
    behind = -1
    for match in _ROW.finditer(text, start, end):
        if columns is not None and text[behind : match.start()].strip():
            columns = None
        behind = match.end()
        cells = _cells(text, match)
        if not any(text[a:b].strip("-: ") for a, b in cells):
            continue
        if columns is None:
            columns = columns_of([text[a:b] for a, b in cells])
            if columns is not None:
                tables.append([])
            continue
        if len(cells) != len(columns):
            columns = None
            continue
        item = text[slice(*cells[columns.index("item")])] if "item" in columns else ""
        if item and not _ITEM.fullmatch(item):
            columns = None
            continue

        section = cells[columns.index("section")]
        old = cells[columns.index("old")] if "old" in columns else None
        change = cells[columns.index("new" if old else "change")]
        tables[-1].append(TableRow(item, match.start(), match.end(), section, change, old))

    return [rows for rows in tables if rows]


def _cells(text: str, row: re.Match[str]) -> list[tuple[int, int]]:
    cells, at = [], row.start("cells")
    for piece in row["cells"].split("|"):
        lead = len(piece) - len(piece.lstrip())
        cells.append((at + lead, max(at + lead, at + len(piece.rstrip()))))
        at += len(piece) + 1
    return cells


def columns_of(heads: list[str]) -> list[str] | None:
    """What each column holds, or None for a table of another kind."""
    if len(heads) > _MOST_CELLS:
        return None
    kinds = [
        next((kind for kind, form in _HEADS.items() if re.fullmatch(form, head.strip(), re.IGNORECASE)), None)
        for head in heads
    ]

    orders = (kinds.count("change"), kinds.count("old"), kinds.count("new"))
    if None in kinds or kinds.count("section") != 1 or kinds.count("item") > 1:
        return None
    if orders not in ((1, 0, 0), (0, 1, 1)):
        return None

    return [kind or "" for kind in kinds]


def is_whole(cell: str) -> bool:
    """Whether the section's cell of a row names no provision but the whole agreement."""
    return bool(_WHOLE.fullmatch(" ".join(cell.split())))


def place_in_cell(cell: str) -> Place | None:
    """The place that the section's cell of a row names; None where it cannot be told.

    >>> place_in_cell("2.1 (Users)").path, place_in_cell("Exhibit B (new)").path, place_in_cell("see below")
    (('2.1',), ('exhibit b',), None)
    >>> place_in_cell("Throughout").path
    ()
    """
    cell = " ".join(cell.split())
    if is_whole(cell):
        return Place(relative=False)
    container = _CONTAINER.fullmatch(cell)
    if container:
        return Place(path=(f"{container['noun']} {container['label']}".lower(),), relative=False)
    provision = _PROVISION.fullmatch(cell)
    if provision:
        return Place(path=split_label(provision["label"]), relative=False)
    return None
