"""The events that the benchmark `settle_batch` settles, and the calendar that its rivals are given."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from pathlib import Path

AS_OF = dt.date(2007, 12, 31)  # after the last event
BEGINS = dt.date(2000, 11, 1)
RATES = ((BEGINS, 3000), (dt.date(2002, 3, 15), 2850))  # cents per circuit and month, from a day on
TERM = 51  # months
DUE = 30  # days

Amounts = dict[str, int]  # statement -> cents
Job = Callable[[], Amounts]


def generate(path: Path, circuits: int, receipts: int, *, disturbed: bool = False) -> None:
    """Write the events: a fifth of the circuits is disconnected; `disturbed`: 1 % late, 0.1 % corrected."""
    import duckdb

    lag = "hash(i + 3) % 5 + if(hash(i + 9) % 100 = 0, 200, 0)" if disturbed else "hash(i + 3) % 5"
    corrections = f"""
        union all
        select 'c' || i, 'correction', date '{BEGINS}' + cast(hash(i) % 1800 as int),
            cast(date '{BEGINS}' + cast(hash(i) % 1800 + 400 as int) as varchar) || 'T09:00:00-05:00',
            null, null, cast(12.34 as decimal(18, 2)), 'r' || i, null
        from range(0, {receipts}, 1000) t(i)"""
    connection = duckdb.connect(
        config={
            "memory_limit": "1GB",
            "preserve_insertion_order": "false",
            "temp_directory": str(path) + ".tmp",
        }
    )
    cents = "cast(cast(1 + hash(i + 2) % {most} as decimal(16, 0)) * 0.01 as decimal(18, 2))"
    connection.execute(f"""
        copy (
        select 'i' || i as event_id, 'unit-installed' as kind,
            date '{BEGINS}' + cast(hash(i) % 1400 as int) as occurred_on,
            cast(date '{BEGINS}' + cast(hash(i) % 1400 as int) as varchar) || 'T09:00:00-05:00' as recorded_at,
            'C-' || i as subject, cast(null as varchar) as counterparty, cast(null as decimal(18, 2)) as amount,
            cast(null as varchar) as reference, cast(null as varchar) as note
        from range({circuits}) t(i)
        union all
        select 'd' || i, 'unit-disconnected', date '{BEGINS}' + cast(hash(i) % 1400 + 30 + hash(i + 7) % 900 as int),
            cast(date '{BEGINS}' + cast(hash(i) % 1400 + 30 + hash(i + 7) % 900 as int) as varchar)
                || 'T09:00:00-05:00', 'C-' || i, null, null, null, null
        from range(0, {circuits}, 5) t(i)
        union all
        select 'r' || i, 'provider-payment', date '{BEGINS}' + cast(hash(i) % 1800 as int),
            cast(date '{BEGINS}' + cast(hash(i) % 1800 + {lag} as int) as varchar) || 'T09:00:00-05:00',
            null, 'Trunk Provider ' || (hash(i + 1) % 40), {cents.format(most=99_999)}, null, null
        from range({receipts}) t(i)
        union all
        select 'f' || i, 'forfeiture', date '2001-06-01' + cast(hash(i) % 1500 as int),
            cast(date '2001-06-01' + cast(hash(i) % 1500 as int) as varchar) || 'T09:00:00-05:00',
            null, 'Trunk Provider ' || (hash(i + 1) % 40), {cents.format(most=2_000_000_000)}, 'an order', null
        from range({max(20, receipts // 10_000)}) t(i)
        {corrections if disturbed else ""}
        ) to '{path}' (format parquet)""")


def periods() -> list[tuple[int, dt.date, dt.date, int, int]]:
    """Every month cut where the rate changes: (month, first day, last day, days of the month, cents)."""
    found = []
    month = BEGINS
    while month <= AS_OF:
        of = calendar.monthrange(month.year, month.month)[1]
        last = month.replace(day=of)
        key = month.year * 12 + month.month - 1
        for index, (starts, cents) in enumerate(RATES):
            ends = RATES[index + 1][0] - dt.timedelta(days=1) if index + 1 < len(RATES) else dt.date.max
            if max(month, starts) <= min(last, ends):
                found.append((key, max(month, starts), min(last, ends), of, cents))
        month = last + dt.timedelta(days=1)
    return found


def closings() -> list[tuple[int, str]]:
    """Every quarter with the day after the one on which its statement closes."""
    first, last = BEGINS.year * 4, AS_OF.year * 4 + 3
    return [
        (quarter, (quarter_end(quarter) + dt.timedelta(days=DUE + 1)).isoformat())
        for quarter in range(first, last + 1)
    ]


def claw_backs(forfeitures: list[tuple[str, dt.date, int]], credits: dict[int, int]) -> Amounts:
    """The claw-backs of (id, day, cents), given the credits by quarter (year * 4 + quarter - 1)."""
    dues = sorted(
        (quarter_end(quarter) + dt.timedelta(days=DUE), cents) for quarter, cents in credits.items()
    )
    found: Amounts = {}
    credited = billed = at = 0
    for id, day, base in sorted(forfeitures, key=lambda one: (one[1], one[0])):
        while at < len(dues) and dues[at][0] < day:
            credited += dues[at][1]
            at += 1
        amount = max(min((base * 25 * 2 + 100) // 200, credited - billed), 0)
        billed += amount
        found[f"claw-back-{id}"] = amount
    return found


def quarter_end(quarter: int) -> dt.date:
    year, index = divmod(quarter, 4)
    month = index * 3 + 3
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def named(charges: dict[int, int], credits: dict[int, int]) -> Amounts:
    named = {f"charge-{month // 12}-{month % 12 + 1:02}": cents for month, cents in charges.items()}
    return named | {f"credit-{quarter // 4}-Q{quarter % 4 + 1}": cents for quarter, cents in credits.items()}
