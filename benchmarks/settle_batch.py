"""Settling many circuits and receipts: against hand-written SQL, polars, pandas, a plain loop and beancount.

    python -m benchmarks settle_batch
    python benchmarks/settle_batch.py --scale 0.1      a tenth of the sizes

The job: from a Parquet file of events to the amount of every statement: a charge per circuit and calendar month,
prorated by days, with a rate that changes in the middle of a month; a credit per calendar quarter and trunk provider;
claw-backs against the cumulative cap. Each program runs in a process of its own with its libraries loaded before the
clock starts, and all of them must give the same amounts, to the cent. The SQL looks for receipts that were recorded
late, as ours does; the other rivals know that there are none, and all of them that nothing was corrected, no circuit
came back and no notice was given, which ours finds out. `rows checked` also looks for wrong rows and ids that stand
twice; `lines written` also writes the line of every circuit in every statement to Parquet, and is compared with its like.
"""

from __future__ import annotations

import argparse
import calendar
import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

AS_OF = dt.date(2007, 12, 31)  # after the last event
BEGINS = dt.date(2000, 11, 1)
RATES = ((BEGINS, 3000), (dt.date(2002, 3, 15), 2850))  # cents per circuit and month, from a day on
TERM = 51  # months
DUE = 30  # days
RECEIPTS_PER_CIRCUIT = 50
BEANCOUNT_TAKES = 20_000  # receipts

Amounts = dict[str, int]  # statement -> cents


# -- the events ----------------------------------------------------------------------------------------------------


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
        (quarter, (_quarter_end(quarter) + dt.timedelta(days=DUE + 1)).isoformat())
        for quarter in range(first, last + 1)
    ]


def claw_backs(forfeitures: list[tuple[str, dt.date, int]], credits: dict[int, int]) -> Amounts:
    """The claw-backs of (id, day, cents), given the credits by quarter (year * 4 + quarter - 1)."""
    dues = sorted(
        (_quarter_end(quarter) + dt.timedelta(days=DUE), cents) for quarter, cents in credits.items()
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


def _quarter_end(quarter: int) -> dt.date:
    year, index = divmod(quarter, 4)
    month = index * 3 + 3
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _named(charges: dict[int, int], credits: dict[int, int]) -> Amounts:
    named = {f"charge-{month // 12}-{month % 12 + 1:02}": cents for month, cents in charges.items()}
    return named | {f"credit-{quarter // 4}-Q{quarter % 4 + 1}": cents for quarter, cents in credits.items()}


# -- the programs --------------------------------------------------------------------------------------------------


def ours(path: Path, *, checked: bool = True, lines: bool = False) -> Callable[[], Amounts]:
    from conformed.model.agreement import Agreement, ClauseEntry
    from conformed.running.batch import settle_batch

    clauses = [
        ClauseEntry("unit-term", {"months": TERM}),
        ClauseEntry("pass-through-credit", {"rate": "0.25", "due_days": DUE}),
        ClauseEntry("claw-back", {"rate": "0.25", "due_days": DUE}),
    ]
    clauses += [
        ClauseEntry("recurring-charge", {"rate": f"{cents / 100:.2f}", "due_days": DUE}, effective=day)
        for day, cents in RATES
    ]
    agreement = Agreement("agreement.toml", None, "US-NY", "USD", clauses=tuple(clauses))

    def run(events: Path = path) -> Amounts:
        with settle_batch(agreement, events, as_of=AS_OF, checked=checked) as batch:
            if lines and (table := batch.charge_lines()) is not None:
                table.to_parquet(str(path.parent / "lines.parquet"))
            return {found.id: int((found.amount or 0) * 100) for found in batch.settlement.statements}

    small = path.parent / "warm-up.parquet"
    generate(small, 10, 100)
    run(small)
    return run


LINES = """
    with installed as (select subject, occurred_on as begins from '{path}' where kind = 'unit-installed'),
    gone as (select subject, occurred_on as day from '{path}' where kind = 'unit-disconnected'),
    service as (
        select subject, begins,
            least(cast(begins + interval {term} month as date), coalesce(day - 1, date '9999-12-31')) as ends
        from installed left join gone using (subject)),
    lines as (
        select subject, month, cents, days_of,
            cast(least(ends, last) - greatest(begins, first) as bigint) + 1 as days
        from service join parts on begins <= last and ends >= first)
    """


def sql(path: Path, *, lines: bool = False) -> Callable[[], Amounts]:
    import duckdb

    connection = duckdb.connect(config={"memory_limit": "2GB", "preserve_insertion_order": "false"})

    def run() -> Amounts:
        connection.execute("create table parts (month int, first date, last date, days_of int, cents int)")
        connection.executemany("insert into parts values (?, ?, ?, ?, ?)", periods())
        if lines:
            target = path.parent / "lines.parquet"
            named = "'charge-' || month // 12 || '-' || lpad(cast(month % 12 + 1 as varchar), 2, '0') as statement"
            amount = "(2 * cents * days + days_of) // (2 * days_of) as amount"
            select = f"select {named}, subject, days, days_of, cents, {amount} from lines"
            every = LINES.format(path=path, term=TERM) + select
            connection.execute(f"copy ({every}) to '{target}' (format parquet)")
            charges = connection.execute(
                f"select cast(statement[8:11] as int) * 12 + cast(statement[13:] as int) - 1, sum(amount)"
                f" from '{target}' group by all"
            ).fetchall()
        else:
            query = (
                "select month, sum((2 * cents * days + days_of) // (2 * days_of)) from lines group by month"
            )
            charges = connection.execute(LINES.format(path=path, term=TERM) + query).fetchall()
        connection.execute("create table closings (quarter bigint, too_late varchar)")
        connection.executemany("insert into closings values (?, ?)", closings())
        connection.execute(f"""
            create table credits as
            with receipts as (
                select quarter, counterparty, amount, recorded_at, recorded_at < too_late as early
                from (select *, year(occurred_on) * 4 + quarter(occurred_on) - 1 as quarter
                    from '{path}' where kind in ('provider-payment', 'provider-credit')) join closings using (quarter)),
            lines as (
                select quarter, counterparty,
                    round(cast(sum(amount) as decimal(18, 2)) * 0.250000::decimal(18, 6), 2) as amount
                from receipts where early group by all
                union all
                select year(day) * 4 + quarter(day) - 1, counterparty, round(amount * 0.250000::decimal(18, 6), 2)
                from (select *, cast(left(recorded_at, 10) as date) as day from receipts where not early))
            select quarter, sum(amount) as amount from lines group by quarter""")
        credits = connection.execute("select quarter, cast(amount * 100 as bigint) from credits").fetchall()
        claws = connection.execute(f"""
            with claims as (
                select event_id, occurred_on as day,
                    cast(round(amount * 0.250000::decimal(18, 6), 2) as decimal(18, 2)) as claim,
                    coalesce((select sum(credits.amount) from credits where last_day(
                        make_date(cast(quarter // 4 as int), cast(quarter % 4 * 3 + 3 as int), 1)) + {DUE} < occurred_on),
                        0) as credited
                from '{path}' where kind = 'forfeiture'),
            sums as (
                select event_id, credited, sum(claim) over taken as claimed,
                    row_number() over taken as number from claims window taken as (order by day, event_id)),
            capped as (
                select event_id, number, claimed + least(0, min(credited - claimed) over (order by number)) as billed
                from sums)
            select event_id, cast((billed - lag(billed, 1, 0) over (order by number)) * 100 as bigint) from capped""")
        found = _named(dict(charges), dict(credits))
        return found | {f"claw-back-{id}": cents for id, cents in claws.fetchall()}

    return run


def in_polars(path: Path) -> Callable[[], Amounts]:
    import polars as pl

    def run() -> Amounts:
        events = pl.scan_parquet(path)
        gone = events.filter(pl.col("kind") == "unit-disconnected").select("subject", day="occurred_on")
        service = (
            events.filter(pl.col("kind") == "unit-installed")
            .select("subject", begins="occurred_on")
            .join(gone, on="subject", how="left")
            .with_columns(
                ends=pl.min_horizontal(
                    pl.col("begins").dt.offset_by(f"{TERM}mo"), pl.col("day") - pl.duration(days=1)
                )
            )
            .collect()
        )
        charges: dict[int, int] = {}
        for month, first, last, of, cents in periods():
            days = (
                service.lazy()
                .filter((pl.col("begins") <= last) & (pl.col("ends") >= first))
                .select(
                    days=(
                        pl.min_horizontal("ends", pl.lit(last)) - pl.max_horizontal("begins", pl.lit(first))
                    )
                    .dt.total_days()
                    .add(1)
                )
                .select(((2 * cents * pl.col("days") + of) // (2 * of)).sum())
            )
            charges[month] = charges.get(month, 0) + days.collect().item()
        lines = (
            events.filter(pl.col("kind").is_in(["provider-payment", "provider-credit"]))
            .with_columns(
                quarter=pl.col("occurred_on").dt.year() * 4
                + pl.col("occurred_on").dt.quarter().cast(pl.Int32)
                - 1,
                cents=(pl.col("amount") * 100).cast(pl.Int64),
            )
            .group_by("quarter", "counterparty")
            .agg(pl.col("cents").sum())
            .with_columns(cents=(pl.col("cents") * 50 + 100) // 200)
            .group_by("quarter")
            .agg(pl.col("cents").sum())
            .collect()
        )
        credits = dict(lines.iter_rows())
        claims = (
            events.filter(pl.col("kind") == "forfeiture")
            .select("event_id", "occurred_on", (pl.col("amount") * 100).cast(pl.Int64))
            .collect()
        )
        return _named(charges, credits) | claw_backs(claims.rows(), credits)

    return run


def in_pandas(path: Path) -> Callable[[], Amounts]:
    import numpy as np
    import pandas as pd
    import pyarrow.parquet  # noqa: F401

    def run() -> Amounts:
        events = pd.read_parquet(
            path,
            columns=["event_id", "kind", "occurred_on", "subject", "counterparty", "amount"],
            dtype_backend="pyarrow",
        )
        events["occurred_on"] = events["occurred_on"].astype("datetime64[s]")
        installed = events[events["kind"] == "unit-installed"].set_index("subject")["occurred_on"]
        gone = events[events["kind"] == "unit-disconnected"].set_index("subject")["occurred_on"]
        begins = installed
        ends = begins + pd.DateOffset(months=TERM)
        last_days = gone.reindex(begins.index) - pd.Timedelta(days=1)
        ends = ends.where(last_days.isna() | (ends < last_days), last_days)
        begins_at = begins.to_numpy().astype("datetime64[D]")
        ends_at = ends.to_numpy().astype("datetime64[D]")
        charges: dict[int, int] = {}
        for month, first, last, of, cents in periods():
            lo, hi = np.datetime64(first), np.datetime64(last)
            days = (np.minimum(ends_at, hi) - np.maximum(begins_at, lo)).astype("int64") + 1
            days = days[days > 0]
            charges[month] = charges.get(month, 0) + int(((2 * cents * days + of) // (2 * of)).sum())
        receipts = events[events["kind"].isin(["provider-payment", "provider-credit"])]
        quarter = receipts["occurred_on"].dt.year * 4 + receipts["occurred_on"].dt.quarter - 1
        sums = receipts.groupby([quarter.rename("quarter"), "counterparty"])["amount"].sum()
        credits: dict[int, int] = {}
        for (number, _), amount in sums.items():
            credits[int(number)] = credits.get(int(number), 0) + (int(amount * 100) * 50 + 100) // 200
        claims = events[events["kind"] == "forfeiture"]
        rows = zip(claims["event_id"], claims["occurred_on"].dt.date, claims["amount"], strict=True)
        return _named(charges, credits) | claw_backs(
            [(id, day, int(a * 100)) for id, day, a in rows], credits
        )

    return run


def loop(path: Path) -> Callable[[], Amounts]:
    import pyarrow.parquet as pq

    def run() -> Amounts:
        begun: dict[str, dt.date] = {}
        gone: dict[str, dt.date] = {}
        sums: dict[tuple[int, str], int] = {}
        claims: list[tuple[str, dt.date, int]] = []
        columns = ["event_id", "kind", "occurred_on", "subject", "counterparty", "amount"]
        for batch in pq.ParquetFile(path).iter_batches(columns=columns):
            for id, kind, day, subject, who, amount in zip(
                *(c.to_pylist() for c in batch.columns), strict=True
            ):
                if kind in ("provider-payment", "provider-credit"):
                    key = (day.year * 4 + (day.month - 1) // 3, who)
                    sums[key] = sums.get(key, 0) + int(amount * 100)
                elif kind == "unit-installed":
                    begun[subject] = day
                elif kind == "unit-disconnected":
                    gone[subject] = day
                elif kind == "forfeiture":
                    claims.append((id, day, int(amount * 100)))
        by_month: dict[int, list[tuple[dt.date, dt.date, int, int]]] = {}
        for month, first, last, of, cents in periods():
            by_month.setdefault(month, []).append((first, last, of, cents))
        charges: dict[int, int] = {}
        for subject, begins in begun.items():
            month = begins.year * 12 + begins.month - 1 + TERM
            year, index = divmod(month, 12)
            ends = dt.date(year, index + 1, min(begins.day, calendar.monthrange(year, index + 1)[1]))
            if subject in gone:
                ends = min(ends, gone[subject] - dt.timedelta(days=1))
            for month in range(begins.year * 12 + begins.month - 1, ends.year * 12 + ends.month):
                for first, last, of, cents in by_month.get(month, ()):
                    days = (min(ends, last) - max(begins, first)).days + 1
                    if days > 0:
                        charges[month] = charges.get(month, 0) + (2 * cents * days + of) // (2 * of)
        credits: dict[int, int] = {}
        for (quarter, _), cents in sums.items():
            credits[quarter] = credits.get(quarter, 0) + (cents * 50 + 100) // 200
        return _named(charges, credits) | claw_backs(claims, credits)

    return run


def in_beancount(path: Path) -> Callable[[], Amounts]:
    """The credits only, of so many receipts as it can take: each receipt an entry, each quarter and provider an account."""
    import pyarrow.parquet as pq
    from beancount import loader
    from beancount.core import data, realization

    lines = ["2000-01-01 open Income:Received USD\n"]
    accounts: set[str] = set()
    taken = 0
    columns = ["kind", "occurred_on", "counterparty", "amount"]
    for batch in pq.ParquetFile(path).iter_batches(columns=columns):
        for kind, day, who, amount in zip(*(c.to_pylist() for c in batch.columns), strict=True):
            if kind == "provider-payment" and taken < BEANCOUNT_TAKES:
                taken += 1
                account = f"Assets:Q{day.year * 4 + (day.month - 1) // 3}:{who.replace(' ', '-')}"
                accounts.add(account)
                lines.append(f'{day} * "r"\n  {account}  {amount} USD\n  Income:Received\n')
    text = "".join([*(f"2000-01-01 open {account} USD\n" for account in sorted(accounts)), *lines])
    assert loader.load_string("2000-01-01 open Income:Received USD\n")[1] == []

    def run() -> Amounts:
        entries, errors, _ = loader.load_string(text)
        assert not errors
        credits: dict[int, int] = {}
        for account in realization.iter_children(realization.realize(entries)):
            if account.account.count(":") == 2 and isinstance(account.balance, object):
                units = account.balance.get_currency_units("USD").number or data.D(0)
                quarter = int(account.account.split(":")[1][1:])
                credits[quarter] = credits.get(quarter, 0) + (int(units * 100) * 50 + 100) // 200
        return _named({}, credits)

    return run


PROGRAMS: dict[str, Callable[[Path], Callable[[], Amounts]]] = {
    "ours": ours,
    "ours, rows checked": lambda path: ours(path, checked=False),
    "hand-written DuckDB SQL": sql,
    "ours, lines written": lambda path: ours(path, lines=True),
    "SQL, lines written": lambda path: sql(path, lines=True),
    "polars": in_polars,
    "pandas": in_pandas,
    "plain Python loop": loop,
    "beancount": in_beancount,
}


# -- running them --------------------------------------------------------------------------------------------------


def run_here(name: str, path: Path) -> None:
    """Run one program in this process and print what it took, as JSON."""
    job = PROGRAMS[name](path)
    begun, used = time.perf_counter(), time.process_time()
    amounts = job()
    seconds, processor = time.perf_counter() - begun, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "processor": processor, "peak": peak, "amounts": amounts}))


def run(name: str, path: Path) -> dict[str, Any]:
    """Run one program in processes of its own: the best of three, where it is quick enough to be disturbed."""
    results = [_run(name, path)]
    while len(results) < 3 and results[0]["seconds"] < 15:
        results.append(_run(name, path))
    return min(results, key=lambda result: float(result["seconds"]))


def _run(name: str, path: Path) -> dict[str, Any]:
    call = [sys.executable, "-W", "ignore", str(Path(__file__)), "--run", name, "--file", str(path)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{name} failed:\n{done.stderr[-3000:]}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def _told(name: str, result: dict[str, Any], beside: dict[str, Any] | None) -> None:
    ratio = ""
    if beside is not None:
        by_clock, by_processor = (result[kind] / beside[kind] for kind in ("seconds", "processor"))
        ratio = f"   {by_clock:.2f} x ours (processor {by_processor:.2f} x)"
    print(
        f"  {name:<26} {result['seconds']:8.2f} s   processor {result['processor']:8.2f} s"
        f"   peak {result['peak']:6.0f} MB{ratio}",
        flush=True,
    )


def compare(folder: Path, circuits: int) -> None:
    """All programs on one file."""
    receipts, path = circuits * RECEIPTS_PER_CIRCUIT, folder / "events.parquet"
    generate(path, circuits, receipts)
    print(f"{circuits:,} circuits, {receipts:,} receipts; every program gives the same amounts:", flush=True)
    base: dict[str, Any] = {}
    lined: dict[str, Any] = {}
    for name in PROGRAMS:
        result = run(name, path)
        beside = lined if name == "SQL, lines written" else base
        if name == "beancount":
            whole = result["seconds"] * receipts / BEANCOUNT_TAKES
            print(
                f"  {name:<26} {result['seconds']:8.2f} s for {BEANCOUNT_TAKES:,} receipts: at that pace"
                f" {whole:,.0f} s for all   {whole / base['seconds']:,.0f} x ours",
                flush=True,
            )
            continue
        base = base or result
        lined = result if name == "ours, lines written" else lined
        differing = {key for key in base["amounts"] | result["amounts"] if _differ(key, base, result)}
        if differing:
            sys.exit(f"{name} differs in {len(differing)} statements, such as {sorted(differing)[:3]}")
        _told(name, result, beside or None)
    path.unlink()


def _differ(key: str, one: dict[str, Any], other: dict[str, Any]) -> bool:
    """A statement of nothing is the same as none."""
    return bool(one["amounts"].get(key, 0) != other["amounts"].get(key, 0))


def grow(folder: Path, sizes: list[int]) -> None:
    """Ours at each size, with its peak memory."""
    for circuits in sizes:
        path = folder / "growing.parquet"
        generate(path, circuits, circuits * RECEIPTS_PER_CIRCUIT)
        result = run("ours", path)
        _told(f"{circuits:,} circuits", result, None)
        _told("  hand-written DuckDB SQL", run("hand-written DuckDB SQL", path), result)
        path.unlink()
    circuits = sizes[-2]
    generate(path, circuits, circuits * RECEIPTS_PER_CIRCUIT, disturbed=True)
    result = run("ours", path)
    _told(f"{circuits:,}, disturbed", result, None)
    print("  (disturbed: 1 % of the receipts recorded late, 0.1 % corrected afterwards)")
    path.unlink()


def main(scale: float = 1.0) -> None:
    """Compare, then show the growth."""
    with tempfile.TemporaryDirectory(prefix="conformed-bench-") as folder:
        compare(Path(folder), int(100_000 * scale))
        print("growth, with 50 receipts to a circuit:")
        grow(Path(folder), [int(size * scale) for size in (10_000, 100_000, 1_000_000)])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--run", choices=sorted(PROGRAMS), help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.run:
        run_here(given.run, given.file)
    else:
        main(given.scale)
