"""A settlement as an .xlsx workbook whose formulas are live, so that a settlement analyst can check and try.

A formula is written only where it gives the very figure that the settlement has; elsewhere the figure itself stands.
No formula refers to itself, on however long a way: a statement sums the rows of its own lines, and claw-backs come last.
Names from the papers and events are written as text, never as formulas.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

from conformed.model.problem import ConformedError, problem
from conformed.model.statement import Line, Settlement, Statement
from conformed.running.issue import seals
from conformed.running.money import rounded
from conformed.writing.figures import amount_words, flag_words, notice_words, status_words

__all__ = ["MOST_SHEET_ROWS", "settlement_xlsx"]

MOST_SHEET_ROWS = 1_048_575
CREDIT, CLAW_BACK = "pass-through-credit", "claw-back"
_EXACT_BELOW = Decimal(10) ** 13  # with cents, the most that a spreadsheet's numbers hold exactly


@dataclass(frozen=True, slots=True)
class _Formula:
    text: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class _Rate:
    value: Decimal


_Cell = str | int | Decimal | dt.date | _Formula | _Rate | None


def settlement_xlsx(settlement: Settlement, *, title: str) -> bytes:
    """The workbook: summary, statements, lines, units, rights, ledger, balances, open questions.

    Raises:
        ConformedError: where a sheet would need more rows than the format has.
    """
    import xlsxwriter

    ordered = _ordered(settlement.statements)
    sheets: list[tuple[str, Sequence[str], list[Sequence[_Cell]]]] = [
        ("Summary", ("What", "Value"), _summary(settlement, title, ordered)),
        ("Statements", STATEMENT_COLUMNS, _statements(ordered)),
        ("Lines", LINE_COLUMNS, _lines(ordered)),
        ("Units", UNIT_COLUMNS, _units(settlement)),
        ("Rights", RIGHT_COLUMNS, _rights(settlement)),
        ("Ledger", LEDGER_COLUMNS, _ledger(settlement)),
        ("Balances", ("Account", "Balance"), _balances(settlement)),
        (
            "Open questions",
            ("Code", "Message", "Where"),
            [(p.code, p.message, p.where) for p in settlement.problems],
        ),
    ]
    for name, _, rows in sheets:
        if len(rows) > MOST_SHEET_ROWS:
            raise ConformedError(
                problem("too-many-rows", rows=len(rows), sheet=name.lower(), most=MOST_SHEET_ROWS)
            )
    buffer = BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"title": title, "created": dt.datetime.combine(settlement.as_of, dt.time())})
        formats = {
            "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
            "amount": book.add_format({"num_format": "#,##0.00;[Red]-#,##0.00"}),
            "rate": book.add_format({"num_format": "0.######"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        for name, columns, rows in sheets:
            sheet = book.add_worksheet(name)
            for column, head in enumerate(columns):
                sheet.write_string(0, column, head, formats["head"])
                sheet.set_column(column, column, _width(head, column, rows))
            sheet.freeze_panes(1, 0)
            for number, row in enumerate(rows, 1):
                for column, cell in enumerate(row):
                    _write(sheet, number, column, cell, formats)
    return buffer.getvalue()


STATEMENT_COLUMNS = (
    "Id", "Kind", "Clause", "Debtor", "Creditor", "From", "To", "Issued", "Rate", "Base", "Uncapped", "Cap", "Excess",
    "Amount", "Paid", "Outstanding", "Due", "Last day", "Status", "Source", "Withheld",
)  # fmt: skip
LINE_COLUMNS = (
    "Statement", "Kind", "For", "Base", "Rate", "Days", "Of", "Amount", "Adjusts", "Events", "Reckoning", "Withheld",
)  # fmt: skip
UNIT_COLUMNS = (
    "Unit", "Ordered", "Installed", "Disconnected", "Term ends", "Notice: safe", "Notice: due", "Notice: last", "Status",
    "Flags", "Withheld",
)  # fmt: skip
RIGHT_COLUMNS = (
    "Source",
    "Holder",
    "Grounds",
    "Notice",
    "Cure days",
    "Used",
    "Used on",
    "Ends the agreement",
)
LEDGER_COLUMNS = ("Day", "What", "Text", "Statement", "Clause", "Account", "Amount", "Events")


def _ordered(statements: Sequence[Statement]) -> list[Statement]:
    """Claw-backs last, in the order of billing; the rest as they are."""
    others = [statement for statement in statements if statement.kind != CLAW_BACK]
    claws = [statement for statement in statements if statement.kind == CLAW_BACK]
    return others + sorted(claws, key=lambda statement: statement.issued_on or dt.date.max)


def _summary(settlement: Settlement, title: str, ordered: Sequence[Statement]) -> list[Sequence[_Cell]]:
    term = settlement.agreement_term
    rows: list[Sequence[_Cell]] = [
        ("Agreement", title),
        ("As of", settlement.as_of),
        ("Known at", settlement.known_at.isoformat() if settlement.known_at else "everything recorded"),
        ("Currency", settlement.currency),
        ("Days counted by", settlement.law),
        ("Term starts", term.starts if term else None),
        ("Term ends", (term.ends or _missing(term.withheld)) if term else None),
        ("Units", len(settlement.units)),
    ]
    for kind in dict.fromkeys(statement.kind for statement in ordered):
        those = [statement for statement in ordered if statement.kind == kind]
        total = _sum([statement.amount for statement in those])
        waits = seals(*(statement.withheld for statement in those if statement.amount is None))
        formula = f'SUMIF(Statements!B:B,"{kind}",Statements!N:N)'
        rows.append((f"Total {kind}", _missing(waits) if total is None else _Formula(formula, total)))
    rows.append(("Sum of the ledger (nought)", _Formula("SUM(Ledger!G:G)", _ledger_sum(settlement))))
    return rows


def _ledger_sum(settlement: Settlement) -> Decimal:
    return sum((p.amount for entry in settlement.ledger.entries for p in entry.postings), Decimal("0.00"))


def _statements(ordered: Sequence[Statement]) -> list[Sequence[_Cell]]:
    first_claw = next((row for row, s in enumerate(ordered, 2) if s.kind == CLAW_BACK), len(ordered) + 2)
    rows: list[Sequence[_Cell]] = []
    line = 2
    for row, statement in enumerate(ordered, 2):
        own = (line, line + len(statement.lines) - 1)
        rows.append(_statement(statement, row, own, first_claw, ordered))
        line += len(statement.lines)
    return rows


def _statement(
    statement: Statement, row: int, own: tuple[int, int], first_claw: int, ordered: Sequence[Statement]
) -> Sequence[_Cell]:
    """A row of the sheet; `own` are the first and last row of the statement's lines in theirs."""
    withheld = statement.withheld
    uncapped, cap, excess = (statement.number(name) for name in ("uncapped", "cap", "excess"))
    bases = [line.base for line in statement.lines]
    base = _or_figure(_sum_formula("D", own), _sum(bases), statement.base, withheld)
    amount: _Cell
    if statement.kind == CLAW_BACK:
        amount = _or_figure(f"MAX(0,MIN(K{row},L{row}))", _least(uncapped, cap), statement.amount, withheld)
    else:
        sums = _sum([line.amount for line in statement.lines])
        amount = _or_figure(_sum_formula("H", own), sums, statement.amount, withheld)
    product = (
        rounded(statement.base * statement.rate)
        if statement.base is not None and statement.rate is not None
        else None
    )
    has_cap = any(number.name == "cap" for number in statement.numbers)
    left = uncapped - statement.amount if uncapped is not None and statement.amount is not None else None
    return (
        statement.id,
        statement.kind,
        statement.clause,
        statement.debtor,
        statement.creditor,
        statement.begins,
        statement.ends,
        statement.issued_on,
        _Rate(statement.rate) if statement.rate is not None else _missing(withheld),
        base if statement.has_base else None,
        _or_figure(f"ROUND(J{row}*I{row},2)", product, uncapped, withheld) if has_cap else None,
        _cap(statement, cap, row, first_claw, ordered) if has_cap else None,
        _or_figure(f"K{row}-N{row}", left, excess, withheld) if has_cap else None,
        amount,
        _missing(withheld) if statement.amount is None else statement.paid,
        _or_figure(f"N{row}-O{row}", statement.outstanding, statement.outstanding, withheld),
        statement.due_on,
        statement.last_on,
        status_words(statement.status),
        statement.source,
        ", ".join(withheld),
    )


def _sum_formula(column: str, own: tuple[int, int]) -> str:
    return f"SUM(Lines!{column}{own[0]}:{column}{own[1]})" if own[0] <= own[1] else ""


def _cap(
    statement: Statement, cap: Decimal | None, row: int, first_claw: int, ordered: Sequence[Statement]
) -> _Cell:
    """Credits due before the billing day, less the claw-backs above this row."""
    billed = statement.issued_on
    given = [
        s.amount
        for s in ordered
        if s.kind == CREDIT and billed is not None and s.due_on is not None and s.due_on < billed
    ]
    taken = [s.amount for s in ordered[first_claw - 2 : row - 2]]
    credited, earlier = _sum(given), _sum(taken)
    formula = ""
    if first_claw > 2:
        last = first_claw - 1
        formula = f'SUMIFS(N$2:N${last},B$2:B${last},"{CREDIT}",Q$2:Q${last},"<"&H{row})'
    if row > first_claw:
        formula += f"-SUM(N${first_claw}:N{row - 1})"
    value = credited - earlier if credited is not None and earlier is not None and formula else None
    return _or_figure(formula, value, cap, statement.withheld)


def _lines(ordered: Sequence[Statement]) -> list[Sequence[_Cell]]:
    rows: list[Sequence[_Cell]] = []
    for position, statement in enumerate(ordered, 2):
        for line in statement.lines:
            rows.append(
                (
                    statement.id,
                    statement.kind,
                    line.counterparty or line.unit or line.concerns,
                    _missing(line.withheld) if line.base is None and statement.has_base else line.base,
                    _Rate(line.rate) if line.rate is not None else _missing(line.withheld),
                    _missing(line.withheld) if line.days is None and line.of else line.days,
                    line.of,
                    _line_amount(line, statement, row=len(rows) + 2, statement_row=position),
                    line.adjusts,
                    " ".join(line.events)[:32_000],
                    line.formula,
                    ", ".join(line.withheld),
                )
            )
    return rows


def _line_amount(line: Line, statement: Statement, *, row: int, statement_row: int) -> _Cell:
    if statement.kind == CLAW_BACK and len(statement.lines) == 1:
        return _or_figure(f"Statements!N{statement_row}", statement.amount, line.amount, line.withheld)
    if line.rate is not None and line.base is not None:
        return _or_figure(
            f"ROUND(D{row}*E{row},2)", rounded(line.base * line.rate), line.amount, line.withheld
        )
    if line.rate is not None and line.days is not None and line.of:
        value = rounded(line.rate * line.days / line.of)
        return _or_figure(f"ROUND(E{row}*F{row}/G{row},2)", value, line.amount, line.withheld)
    return _or_figure("", None, line.amount, line.withheld)


def _units(settlement: Settlement) -> list[Sequence[_Cell]]:
    return [
        (
            unit.id,
            unit.ordered_on,
            unit.installed_on,
            unit.disconnected_on,
            unit.term_ends_on,
            unit.notice_safe_on,
            unit.notice_due_on,
            unit.notice_last_on,
            status_words(unit.status),
            ", ".join(flag_words(unit)),
            ", ".join(unit.withheld),
        )
        for unit in settlement.units
    ]


def _rights(settlement: Settlement) -> list[Sequence[_Cell]]:
    return [
        (
            right.source,
            right.holder,
            right.grounds,
            notice_words(right),
            right.cure_days,
            right.exercised_by,
            right.exercised_on,
            right.ends_on,
        )
        for right in settlement.rights
    ]


def _ledger(settlement: Settlement) -> list[Sequence[_Cell]]:
    return [
        (
            entry.on,
            entry.what,
            entry.text,
            entry.statement,
            entry.clause,
            posting.account,
            posting.amount,
            " ".join(entry.events)[:32_000],
        )
        for entry in settlement.ledger.entries
        for posting in entry.postings
    ]


def _balances(settlement: Settlement) -> list[Sequence[_Cell]]:
    sums: dict[str, Decimal] = {}
    for entry in settlement.ledger.entries:
        for posting in entry.postings:
            sums[posting.account] = sums.get(posting.account, Decimal(0)) + posting.amount
    return [
        (
            account,
            _or_figure(
                f"SUMIF(Ledger!F:F,A{row},Ledger!G:G)",
                sums.get(account, Decimal(0)),
                balance,
                settlement.ledger.withheld,
            ),
        )
        for row, (account, balance) in enumerate(sorted(settlement.ledger.balances.items()), 2)
    ]


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """The sum, or None where one of them is unknown."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal("0.00")) if len(known) == len(amounts) else None


def _least(uncapped: Decimal | None, cap: Decimal | None) -> Decimal | None:
    return None if uncapped is None or cap is None else max(Decimal(0), min(uncapped, cap))


def _or_figure(formula: str, gives: Decimal | None, figure: Decimal | None, withheld: Sequence[str]) -> _Cell:
    """The formula where it gives the figure, the figure where it does not, the reason where there is none."""
    if figure is None:
        return _missing(withheld)
    return _Formula(formula, figure) if formula and gives == figure and abs(figure) < _EXACT_BELOW else figure


def _missing(withheld: Sequence[str]) -> str | None:
    return amount_words(None, withheld) if withheld else None


def _write(sheet: Any, row: int, column: int, cell: _Cell, formats: dict[str, Any]) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, _Formula):
        sheet.write_formula(row, column, f"={cell.text}", formats["amount"], float(cell.value))
    elif isinstance(cell, _Rate):
        sheet.write_number(row, column, float(cell.value), formats["rate"])
    elif isinstance(cell, Decimal):
        if abs(cell) < _EXACT_BELOW:
            sheet.write_number(row, column, float(cell), formats["amount"])
        else:
            sheet.write_string(row, column, str(cell))
    elif isinstance(cell, dt.date):
        if cell.year < 1900:
            sheet.write_string(row, column, cell.isoformat())
        else:
            sheet.write_datetime(row, column, dt.datetime.combine(cell, dt.time()), formats["day"])
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell)
    else:
        sheet.write_string(row, column, cell[:32_767])


def _width(head: str, column: int, rows: Sequence[Sequence[_Cell]]) -> int:
    longest = max((len(row[column]) for row in rows[:200] if isinstance(row[column], str)), default=0)  # type: ignore[arg-type]
    return min(max(len(head) + 2, longest + 1, 12), 60)
