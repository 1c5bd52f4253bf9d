"""What an amendment moved, for people: without it and with it, side by side."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from conformed.cli.printing import data, table
from conformed.writing.figures import amount_words, day_words, kind_words, status_words

if TYPE_CHECKING:
    from conformed.model.statement import Statement
    from conformed.running import Impact
    from conformed.running.impact import StatementMoved

__all__ = ["print_impact"]


def print_impact(found: Impact, *, most_rows: int) -> None:
    """Terms, units, statements, totals and deadlines that moved, each table cut at `most_rows`."""
    currency = found.after.currency
    data(f"{found.amendment}: what it moved, as of {found.after.as_of.isoformat()}")
    before, after = found.agreement_term
    if before is not None and after is not None and before.ends != after.ends:
        data(f"agreement term ends {day_words(after.ends)} with it, {day_words(before.ends)} without")
    if found.terms:
        data("")
        table(
            "Terms",
            ("clause", "value", "without", "with", "from", "source"),
            [
                (
                    t.kind,
                    t.key,
                    _written(t.before),
                    _written(t.after),
                    day_words(t.effective),
                    t.source or "–",
                )
                for t in found.terms
            ],
        )
    if found.units:
        data("")
        table(
            "Units",
            (
                "unit",
                "term ends without",
                "with",
                "days",
                "notice safe without",
                "with",
                "status without",
                "with",
            ),
            [
                (
                    u.after.id,
                    day_words(u.before.term_ends_on),
                    day_words(u.after.term_ends_on),
                    f"{u.days:+d}" if u.days is not None else "–",
                    day_words(u.before.notice_safe_on),
                    day_words(u.after.notice_safe_on),
                    status_words(u.before.status),
                    status_words(u.after.status),
                )
                for u in found.units[:most_rows]
            ],
            right=("days",),
        )
        if len(found.units) > most_rows:
            data(f"({len(found.units) - most_rows} more units; --json has all)")
    if found.statements:
        data("")
        heads = ("statement", f"without ({currency})", f"with ({currency})", "change", "also moved")
        shown: list[tuple[str, ...]] = [
            (s.id, _amount(s.before), _amount(s.after), _change(s.change), _also_moved(s))
            for s in found.statements[:most_rows]
        ]
        told = len(heads) if any(row[-1] for row in shown) else len(heads) - 1
        table("Statements", heads[:told], [row[:told] for row in shown], right=heads[1:4])
        if len(found.statements) > most_rows:
            data(f"({len(found.statements) - most_rows} more statements; --json has all)")
    if found.totals:
        data("")
        columns = ("in all", f"without ({currency})", f"with ({currency})")
        rows = [(kind_words(t.kind), amount_words(t.before), amount_words(t.after)) for t in found.totals]
        table("Totals", columns, rows, right=columns[1:])
    if found.deadlines:
        data("")
        table(
            "Deadlines that came nearer",
            ("what", "where", "without", "with"),
            [(d.what, d.where, day_words(d.before), day_words(d.after)) for d in found.deadlines[:most_rows]],
        )
    if not (found.terms or found.units or found.statements or found.deadlines):
        data("nothing moved")


def _written(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_written(held)}" for key, held in value.items())
    return "–" if value is None else str(value)


def _amount(statement: Statement | None) -> str:
    return "–" if statement is None else amount_words(statement.amount, statement.withheld)


def _change(change: Decimal | None) -> str:
    return "withheld" if change is None else "–" if not change else f"{change:+,.2f}"


def _also_moved(moved: StatementMoved) -> str:
    """The days and the standing that are not the same with the amendment, where both runs have the statement."""
    before, after = moved.before, moved.after
    if before is None or after is None:
        return ""
    days = (
        ("from", before.begins, after.begins),
        ("to", before.ends, after.ends),
        ("due", before.due_on, after.due_on),
        ("last", before.last_on, after.last_on),
    )
    found = [f"{name} {day_words(old)} to {day_words(new)}" for name, old, new in days if old != new]
    if before.status != after.status:
        found.append(f"{status_words(before.status)} to {status_words(after.status)}")
    if not found and not moved.change:
        found.append("its lines or rate")
    return ", ".join(found)
