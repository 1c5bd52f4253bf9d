"""`settle_batch` gives what `settle` gives: the same statements, lines, units, ledger and problems, to the cent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.model.agreement import Agreement
from conformed.model.event import Event
from conformed.model.statement import Line, Settlement, Statement
from conformed.running import settle
from conformed.running.batch import BatchSettlement, settle_batch
from tests.running import portfolios
from tests.running.portfolios import AS_OF


def _lines(lines: Iterable[Line]) -> list[tuple[Any, ...]]:
    """The lines without their events and formulas: of many events the settlement shows the number."""
    return sorted(
        (
            line.unit or "",
            line.counterparty or "",
            line.adjusts or "",
            line.days or 0,
            line.of or 0,
            _figure(line.base),
            _figure(line.rate),
            line.withheld,
            _figure(line.amount),
        )
        for line in lines
    )


def _figure(figure: Decimal | None) -> str:
    return "" if figure is None else f"{figure:.6f}"


def _bare(statement: Statement) -> Statement:
    return replace(statement, lines=())


def _ledger(settlement: Settlement) -> tuple[Any, ...]:
    ledger = settlement.ledger
    entries = [(entry.on, entry.what, entry.statement, entry.postings) for entry in ledger.entries]
    return ledger.balances, ledger.by_role, ledger.paid_by, ledger.ageing, ledger.withheld, entries


def assert_same(batch: BatchSettlement, pure: Settlement) -> None:
    assert [_bare(found) for found in batch.settlement.statements] == [
        _bare(found) for found in pure.statements
    ]
    for statement in pure.statements:
        assert _lines(batch.lines(statement.id)) == _lines(statement.lines), statement.id
    assert list(batch.units()) == list(pure.units)
    assert batch.statuses == {
        status: sum(unit.status == status for unit in pure.units)
        for status in sorted({unit.status for unit in pure.units})
    }
    assert _ledger(batch.settlement) == _ledger(pure)
    assert batch.settlement.problems == pure.problems
    assert batch.settlement.rights == pure.rights
    assert batch.settlement.agreement_term == pure.agreement_term


def _both(
    agreement: Agreement, events: list[Event], as_of: dt.date = AS_OF, known_at: dt.datetime | None = None
) -> None:
    pure = settle(agreement, events, as_of=as_of, known_at=known_at)
    with settle_batch(agreement, events, as_of=as_of, known_at=known_at) as batch:
        assert_same(batch, pure)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 25), st.integers(0, 40))
def test_it_gives_what_settle_gives(seed: int, units: int, receipts: int) -> None:
    random = Random(seed)
    agreement = portfolios.agreement(random)
    events = portfolios.events(random, units, receipts)
    as_of = AS_OF if random.random() < 0.5 else portfolios.START + dt.timedelta(days=random.randrange(2200))
    moment = dt.datetime.combine(portfolios.START, dt.time(), dt.UTC) + dt.timedelta(
        days=random.randrange(2000)
    )
    _both(agreement, events, as_of, moment if random.random() < 0.3 else None)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_gives_what_settle_gives_on_a_larger_portfolio(seed: int) -> None:
    random = Random(seed)
    _both(portfolios.agreement(random), portfolios.events(random, 400, 3_000))
