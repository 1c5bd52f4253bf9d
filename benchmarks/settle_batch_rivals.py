"""The rivals of the benchmark `settle_batch` other than SQL: polars, pandas, a plain loop, beancount.

They know that nothing was recorded late or corrected, that no circuit came back and that no notice was given.
"""

from __future__ import annotations

import calendar
import datetime as dt
from pathlib import Path

from benchmarks.settle_batch_events import TERM, Amounts, Job, claw_backs, named, periods

BEANCOUNT_TAKES = 20_000  # receipts


def in_polars(path: Path) -> Job:
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
        return named(charges, credits) | claw_backs(claims.rows(), credits)

    return run


def in_pandas(path: Path) -> Job:
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
        return named(charges, credits) | claw_backs([(id, day, int(a * 100)) for id, day, a in rows], credits)

    return run


def loop(path: Path) -> Job:
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
        return named(charges, credits) | claw_backs(claims, credits)

    return run


def in_beancount(path: Path) -> Job:
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
        return named({}, credits)

    return run
