"""A settlement as one page fit to print: terms, statements with their lines, plots, ledger, open questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from conformed.model.statement import Settlement, Statement
from conformed.writing.figures import (
    amount_words,
    day_words,
    kind_words,
    notice_words,
    period_words,
    rate_words,
    standing_words,
    status_words,
    used_words,
)
from conformed.writing.page import attribute, page, words
from conformed.writing.plot import bar_plot, step_plot

__all__ = ["settlement_html"]

MOST_ROWS = 500


_UNBROKEN = 24


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    figure: bool = False


def settlement_html(
    settlement: Settlement,
    *,
    title: str,
    parties: Mapping[str, Sequence[str]] | None = None,
    only: str | None = None,
) -> str:
    """The settlement, or of its statements the one with the id `only`.

    Raises:
        KeyError: where `only` names no statement.
    """
    statements = settlement.statements if only is None else (settlement.statement(only),)
    name = f"{title}: {'settlement' if only is None else only}"
    known = (
        f", as known at {settlement.known_at.isoformat(timespec='seconds')}" if settlement.known_at else ""
    )
    body = [
        f"<header><h1>{words(name)}</h1>",
        f'<p class="status">As of {settlement.as_of.isoformat()}{words(known)}. Amounts in {words(settlement.currency)}. '
        f"Days counted by {words(settlement.law)}.</p>",
        *_parties(parties or {}),
        "</header>",
        '<main id="text">',
    ]
    if only is None:
        body.extend(_terms(settlement))
    body.extend(_summary(statements))
    if only is None:
        body.extend(_plots(settlement))
    for statement in statements[:MOST_ROWS]:
        body.extend(_statement(statement))
    if len(statements) > MOST_ROWS:
        body.append(
            f"<p>{len(statements) - MOST_ROWS} more statements are not printed here; the table formats hold all.</p>"
        )
    if only is None:
        body.extend(_ledger(settlement))
        body.extend(_register(settlement))
        body.extend(_problems(settlement))
    body.append("</main>")
    return page(name, "\n".join(body))


def _parties(parties: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for role, names in parties.items():
        several = " (jointly and severally)" if len(names) > 1 else ""
        yield f"<p><strong>{words(role.capitalize())}</strong>: {words(' and '.join(names))}{several}</p>"


def _terms(settlement: Settlement) -> Iterator[str]:
    term = settlement.agreement_term
    if term is not None:
        yield "<h2>Term</h2>"
        ends = day_words(term.ends) if term.ends or not term.withheld else amount_words(None, term.withheld)
        yield f"<p>The agreement runs from {day_words(term.starts)} to {words(ends)}.</p>"
    if settlement.units:
        rows = [
            [
                _Cell(unit.id),
                _Cell(day_words(unit.installed_on)),
                *(
                    _Cell(day_words(day) if day or not unit.withheld else amount_words(None, unit.withheld))
                    for day in (
                        unit.term_ends_on,
                        unit.notice_safe_on,
                        unit.notice_due_on,
                        unit.notice_last_on,
                    )
                ),
                _Cell(standing_words(unit)),
            ]
            for unit in settlement.units[:MOST_ROWS]
        ]
        heads = ("Unit", "Installed", "Term ends", "Notice: safe", "Notice: due", "Notice: last", "Status")
        yield from _table(f"Units ({len(settlement.units)})", heads, rows)
    if settlement.rights:
        heads = ("Source", "Holder", "Grounds", "Notice", "Cure", "Used", "Ends the agreement")
        rows = [
            [
                _Cell(right.source or "–"),
                _Cell(right.holder),
                _Cell(right.grounds or "none needed"),
                _Cell(notice_words(right)),
                _Cell(f"{right.cure_days} days" if right.cure_days is not None else "–"),
                _Cell(used_words(right)),
                _Cell(day_words(right.ends_on)),
            ]
            for right in settlement.rights
        ]
        yield from _table("Rights to end the agreement early", heads, rows)


def _summary(statements: Sequence[Statement]) -> Iterator[str]:
    rows = [
        [
            _Cell(statement.id),
            _Cell(kind_words(statement.kind)),
            _Cell(period_words(statement)),
            _Cell(amount_words(statement.amount, statement.withheld), True),
            _Cell(day_words(statement.due_on)),
            _Cell(day_words(statement.last_on)),
            _Cell(status_words(statement.status)),
        ]
        for statement in statements[:MOST_ROWS]
    ]
    yield "<h2>Statements</h2>"
    yield from _table(
        "By period",
        ("Id", "Kind", "Period", "Amount", "Due", "Last day", "Status"),
        rows,
        figures={"Amount"},
    )


def _plots(settlement: Settlement) -> Iterator[str]:
    credits_given = [
        (statement.id.removeprefix("credit-"), statement.amount)
        for statement in settlement.statements
        if statement.kind == "pass-through-credit" and statement.amount is not None
    ]
    if credits_given:
        yield _figure(bar_plot("Credits by quarter", credits_given), "Credits by quarter")
    balances = balances_over_time(settlement)
    if balances:
        yield _figure(
            step_plot("Balances over time", balances), "Balances over time: positive is owed to the party"
        )


def balances_over_time(settlement: Settlement) -> dict[str, list[tuple[dt.date, Decimal]]]:
    """For each role, what it is owed (positive) or owes (negative) after each day with a posting, cash left aside.

    A role is left out where a withheld value decides its balance.
    """
    found: dict[str, list[tuple[dt.date, Decimal]]] = {}
    running: dict[str, Decimal] = {}
    for entry in sorted(settlement.ledger.entries, key=lambda entry: entry.on):
        for posting in entry.postings:
            role, _, rest = posting.account.partition(":")
            if rest.partition(":")[0] == "cash" or settlement.ledger.by_role.get(role, 0) is None:
                continue
            running[role] = running.get(role, Decimal(0)) + posting.amount
            points = found.setdefault(role, [])
            if points and points[-1][0] == entry.on:
                points.pop()
            points.append((entry.on, running[role]))
    return found


def _figure(svg: str, caption: str) -> str:
    return f"<figure>{svg}<figcaption>{words(caption)}</figcaption></figure>"


def _statement(statement: Statement) -> Iterator[str]:
    yield f'<section id="{attribute(statement.id)}"><h3>{words(statement.id)}: {words(kind_words(statement.kind))}</h3>'
    ordered = f" under {statement.source}" if statement.source else ""
    since = f", in force from {statement.effective.isoformat()}" if statement.effective else ""
    yield (
        f"<p>{words(statement.debtor.capitalize())} to {words(statement.creditor)}{words(ordered)}{words(since)}; "
        f"{words(period_words(statement))}.</p>"
    )
    rows = [
        [
            _Cell(line.counterparty or line.unit or line.concerns or "–"),
            _Cell(line.formula or "–"),
            _Cell(", ".join(line.events) if len(line.events) <= 12 else f"{len(line.events)} events"),
            _Cell(line.adjusts or ""),
            _Cell(amount_words(line.amount, line.withheld), True),
        ]
        for line in statement.lines[:MOST_ROWS]
    ]
    total = [
        _Cell("Total"),
        _Cell(""),
        _Cell(""),
        _Cell(""),
        _Cell(amount_words(statement.amount, statement.withheld), True),
    ]
    yield from _table(
        f"Lines of {statement.id}",
        ("For", "Reckoning", "Events", "Adjusts", "Amount"),
        rows,
        figures={"Amount"},
        foot=total,
    )
    facts = [
        ("Rate", rate_words(statement.rate, statement.withheld)),
        *(
            (kind_words(number.name), amount_words(number.value, statement.withheld))
            for number in statement.numbers
        ),
        ("Due", day_words(statement.due_on)),
        ("Last day for payment", day_words(statement.last_on)),
        ("Paid", amount_words(None if statement.amount is None else statement.paid, statement.withheld)),
        ("Outstanding", amount_words(statement.outstanding, statement.withheld)),
    ]
    if statement.reading:
        facts.append(("Reading followed", statement.reading))
    yield "<p>" + "; ".join(f"{words(name)}: {words(value)}" for name, value in facts) + ".</p></section>"


def _ledger(settlement: Settlement) -> Iterator[str]:
    ledger = settlement.ledger
    yield "<h2>Ledger</h2>"
    yield f"<p>{len(ledger.entries)} entries, {'balanced' if ledger.balanced else 'NOT balanced'}.</p>"
    if ledger.withheld:
        yield f"<p>Not all is posted; what that leaves open waits for: {words(', '.join(ledger.withheld))}.</p>"
    rows = [
        [_Cell(account), _Cell(amount_words(balance, ledger.withheld), True)]
        for account, balance in sorted(ledger.balances.items())
    ]
    yield from _table("Balances", ("Account", "Balance"), rows, figures={"Balance"})
    if ledger.ageing:
        heads = ("Owed by", "Current", "1–30 days", "31–60 days", "61–90 days", "Over 90", "Total")
        yield from _table(
            "Ageing",
            heads,
            [
                [
                    _Cell(
                        f"{ageing.role}: {' and '.join(ageing.debtors)}" if ageing.debtors else ageing.role
                    ),
                    *(
                        _Cell(amount_words(amount, ledger.withheld), True)
                        for amount in (
                            ageing.current,
                            ageing.days_1_30,
                            ageing.days_31_60,
                            ageing.days_61_90,
                            ageing.over_90,
                            ageing.total,
                        )
                    ),
                ]
                for ageing in ledger.ageing
            ],
            figures=set(heads[1:]),
        )


def _register(settlement: Settlement) -> Iterator[str]:
    register = settlement.register
    if register is None:
        return
    yield "<h2>Representations and defaults</h2>"
    rows = [
        [
            _Cell(one.representation),
            _Cell(one.party),
            _Cell(one.paper),
            _Cell(day_words(one.speaks_of)),
            _Cell(
                "to confirm"
                if one.to_confirm
                else f"confirmed {day_words(one.confirmed_on)}"
                if one.remade
                else "made"
            ),
            _Cell(", ".join(one.breaches)),
        ]
        for one in register.represented[:MOST_ROWS]
    ]
    yield from _table(
        "Representations", ("What", "Party", "Paper", "Speaks as of", "Status", "Breaches"), rows
    )
    if register.breaches:
        breaches = [
            [
                _Cell(b.id),
                _Cell(b.subject),
                _Cell(b.party),
                _Cell(day_words(b.began)),
                _Cell(day_words(b.cured_on)),
            ]
            for b in register.breaches[:MOST_ROWS]
        ]
        yield from _table("Breaches", ("Breach", "Of", "Party", "Since", "Cured"), breaches)


def _problems(settlement: Settlement) -> Iterator[str]:
    if settlement.problems:
        yield "<h2>Open questions</h2><ul>"
        yield from (f"<li>{words(str(problem))}</li>" for problem in settlement.problems)
        yield "</ul>"


def _table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[_Cell]],
    *,
    figures: Iterable[str] = (),
    foot: Sequence[_Cell] | None = None,
) -> Iterator[str]:
    right = set(figures)
    yield f'<div class="wide" role="region" aria-label="{attribute(caption)}" tabindex="0">'
    yield f"<table><caption>{words(caption)}</caption><thead><tr>"
    yield "".join(f'<th scope="col"{_figure_class(head in right)}>{words(head)}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for row in rows:
        first, *rest = row
        cells = "".join(f"<td{_cell_class(cell)}>{words(cell.text)}</td>" for cell in rest)
        yield f'<tr><th scope="row"{_cell_class(first)}>{words(first.text)}</th>{cells}</tr>'
    yield "</tbody>"
    if foot is not None:
        first, *rest = foot
        cells = "".join(f"<td{_cell_class(cell)}>{words(cell.text)}</td>" for cell in rest)
        yield f'<tfoot><tr><th scope="row">{words(first.text)}</th>{cells}</tr></tfoot>'
    yield "</table></div>"


def _cell_class(cell: _Cell) -> str:
    """Figures stand to the right; a single short word, such as a day or a circuit, is never broken."""
    short = " " not in cell.text and len(cell.text) < _UNBROKEN
    return _figure_class(cell.figure) or (' class="whole"' if short else "")


def _figure_class(figure: bool) -> str:
    return ' class="figure"' if figure else ""
