"""The hand-written DuckDB SQL that the benchmark `settle_batch` measures against, in two sizes.

*Amounts only*: the amount of every charge, credit and claw-back, and nothing else: no lines, no units, no due days,
no ledger. *The same job*: besides these, the line of every circuit in every month and the term and status of every
circuit, each written to a Parquet file with the columns that ours has, and of every claw-back what was asked, its cap
and the excess.

It is written as well as we could: a calendar of days joined instead of functions of dates (a seventh quicker for the
credits), each table of the events read only in the columns and kinds needed, whole cents where nothing else is asked,
the cap as a running minimum instead of a loop. Like ours it finds receipts that were recorded late; unlike ours it
takes for granted that nothing was corrected, no circuit came back and no notice was given.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.settle_batch_events import AS_OF, DUE, TERM, Amounts, Job, closings, named, periods

CALENDAR = """
    create or replace temp table parts as
        select * from (values {parts}) t(month, first, last, days_of, cents);
    create or replace temp table closings as select * from (values {closings}) t(quarter, too_late);
    create or replace temp table days as
        select cast(day as date) as occurred_on, quarter, too_late
        from range(date '2000-10-01', date '2008-01-01', interval 1 day) t(day)
        join closings on quarter = year(day) * 4 + quarter(day) - 1;
    """

SERVICE = """
    installed as (select subject, occurred_on as begins from '{path}' where kind = 'unit-installed'),
    gone as (select subject, occurred_on as day from '{path}' where kind = 'unit-disconnected'),
    service as (
        select subject, begins, day, cast(begins + interval {term} month as date) as term_ends,
            least(term_ends, coalesce(day - 1, date '9999-12-31')) as ends
        from installed left join gone using (subject))
    """

LINES = """
    lines as (
        select subject, month, cents, days_of,
            cast(least(ends, last) - greatest(begins, first) as bigint) + 1 as days
        from service join parts on begins <= last and ends >= first)
    """

WRITTEN = """
    create or replace temp table service as with {service} select * from service;
    copy (
        select subject as unit, cast(null as date) as ordered_on, begins as installed_on, day as disconnected_on,
            term_ends as term_ends_on, case when day is not null then 'disconnected'
                when term_ends < date '{as_of}' then 'expired' else 'in-term' end as status
        from service
    ) to '{units}' (format parquet);
    copy (
        with {lines}
        select 'charge-' || month // 12 || '-' || lpad(cast(month % 12 + 1 as varchar), 2, '0') as statement,
            subject as unit, days, days_of as of, cents, (2 * cents * days + days_of) // (2 * days_of) as amount
        from lines
    ) to '{target}' (format parquet);
    """

CREDITS = """
    create or replace temp table credits as
    with receipts as (
        select quarter, counterparty, amount, recorded_at, recorded_at < too_late as early
        from '{path}' join days using (occurred_on) where kind in ('provider-payment', 'provider-credit')),
    lines as (
        select quarter, counterparty,
            round(cast(sum(amount) as decimal(18, 2)) * 0.250000::decimal(18, 6), 2) as amount
        from receipts where early group by all
        union all
        select year(day) * 4 + quarter(day) - 1, counterparty, round(amount * 0.250000::decimal(18, 6), 2)
        from (select *, cast(left(recorded_at, 10) as date) as day from receipts where not early))
    select quarter, sum(amount) as amount from lines group by quarter
    """

CLAW_BACKS = """
    with claims as (
        select event_id, occurred_on as day,
            cast(round(amount * 0.250000::decimal(18, 6), 2) as decimal(18, 2)) as claim,
            coalesce((select sum(credits.amount) from credits where last_day(
                make_date(cast(quarter // 4 as int), cast(quarter % 4 * 3 + 3 as int), 1)) + {due} < occurred_on),
                0) as credited
        from '{path}' where kind = 'forfeiture'),
    sums as (
        select event_id, claim, credited, sum(claim) over taken as claimed,
            row_number() over taken as number from claims window taken as (order by day, event_id)),
    capped as (
        select event_id, claim, credited, number,
            claimed + least(0, min(credited - claimed) over (order by number)) as billed
        from sums),
    bills as (
        select event_id, claim, greatest(credited - lag(billed, 1, 0) over earlier, 0) as cap,
            billed - lag(billed, 1, 0) over earlier as amount
        from capped window earlier as (order by number))
    """


def sql(path: Path, *, written: bool = False) -> Job:
    """The SQL: amounts only, or `written`, the same job as ours."""
    import duckdb

    service = SERVICE.format(path=path, term=TERM)
    calendar = CALENDAR.format(
        parts=", ".join(
            f"({month}, date '{first}', date '{last}', {of}, {cents})"
            for month, first, last, of, cents in periods()
        ),
        closings=", ".join(f"({quarter}, '{too_late}')" for quarter, too_late in closings()),
    )

    def charges(connection: Any) -> Amounts:
        amount = "(2 * cents * days + days_of) // (2 * days_of)"
        query = f"with {service}, {LINES} select month, sum({amount}) from lines group by month"
        return named(dict(connection.execute(query).fetchall()), {})

    def written_charges(connection: Any) -> Amounts:
        units, target = path.parent / "units.parquet", path.parent / "lines.parquet"
        connection.execute(
            WRITTEN.format(service=service, lines=LINES, units=units, target=target, as_of=AS_OF)
        )
        found = connection.execute(f"select statement, sum(amount) from '{target}' group by all").fetchall()
        return dict(found)

    def run() -> Amounts:
        # Ours opens the engine for each settlement too.
        with duckdb.connect(
            config={"memory_limit": "2GB", "preserve_insertion_order": "false"}
        ) as connection:
            return settled(connection)

    def settled(connection: Any) -> Amounts:
        connection.execute(calendar)
        found = written_charges(connection) if written else charges(connection)
        connection.execute(CREDITS.format(path=path))
        credits = connection.execute("select quarter, cast(amount * 100 as bigint) from credits").fetchall()
        columns = "claim, cap, claim - amount as excess" if written else "0, 0, 0"
        claws = connection.execute(
            f"{CLAW_BACKS.format(path=path, due=DUE)}"
            f" select event_id, cast(amount * 100 as bigint), {columns} from bills"
        ).fetchall()
        return found | named({}, dict(credits)) | {f"claw-back-{row[0]}": row[1] for row in claws}

    return run
