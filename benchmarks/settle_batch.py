"""Settling many circuits and receipts: against hand-written DuckDB SQL, polars, pandas, a plain loop and beancount.

    python -m benchmarks settle_batch
    python -m benchmarks.settle_batch --scale 0.1      a tenth of the sizes

From a Parquet file of events to the amount of every statement: a charge per circuit and calendar month, prorated by
days, with a rate that changes in the middle of a month; a credit per calendar quarter and trunk provider; claw-backs
against the cumulative cap. All programs must give the same amounts, to the cent, with their libraries loaded before the
clock starts.

Ours and the SQL run by turns in one process, so that both have the same machine; the best clock and the best processor
time of each count. Twice: for the amounts (ours makes the whole settlement all the same: lines by stretch of days,
units by status, ledger), and for the same job, where the line of every circuit in every month and the term and status
of every circuit are written to Parquet files, which are compared row by row. `settle_batch_sql.py` says what exactly
the SQL computes. The other rivals run in processes of their own, the best of three. `rows checked` also looks for wrong
rows and for ids that stand twice, which no rival does.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.settle_batch_events import AS_OF, DUE, RATES, TERM, Amounts, Job, generate
from benchmarks.settle_batch_rivals import BEANCOUNT_TAKES, in_beancount, in_pandas, in_polars, loop
from benchmarks.settle_batch_sql import sql

RECEIPTS_PER_CIRCUIT = 50
TURNS = 5


def ours(path: Path, *, checked: bool = True, written: bool = False) -> Job:
    """Ours; `written`: with the line of every circuit in every month and every circuit in files."""
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
            if written and (table := batch.charge_lines()) is not None:
                table.to_parquet(str(events.parent / "lines.parquet"))
                batch.unit_table().to_parquet(str(events.parent / "units.parquet"))
            return {found.id: int((found.amount or 0) * 100) for found in batch.settlement.statements}

    small = path.parent / "warm-up.parquet"
    generate(small, 10, 100)
    run(small)
    return run


OURS, SQL = "ours", "SQL, amounts only"
OURS_WRITTEN, SQL_WRITTEN = "ours, lines and units", "SQL, lines and units"
PROGRAMS: dict[str, Callable[[Path], Job]] = {
    OURS: ours,
    SQL: sql,
    OURS_WRITTEN: lambda path: ours(path, written=True),
    SQL_WRITTEN: lambda path: sql(path, written=True),
    "ours, rows checked": lambda path: ours(path, checked=False),
    "polars": in_polars,
    "pandas": in_pandas,
    "plain Python loop": loop,
    "beancount": in_beancount,
}


# -- running them --------------------------------------------------------------------------------------------------


def run_here(names: list[str], path: Path, turns: int) -> None:
    """Run programs by turns in this process and print what each took at best, as JSON."""
    jobs = {name: PROGRAMS[name](path) for name in names}
    found: dict[str, dict[str, Any]] = {}
    for _ in range(turns):
        for name, job in jobs.items():
            gc.collect()
            begun, used = time.perf_counter(), time.process_time()
            amounts = job()
            seconds, processor = time.perf_counter() - begun, time.process_time() - used
            before = found.get(name, {"seconds": seconds, "processor": processor})
            found[name] = {
                "seconds": min(seconds, before["seconds"]),
                "processor": min(processor, before["processor"]),
                "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "amounts": amounts,
            }
            if name in (OURS_WRITTEN, SQL_WRITTEN):
                found[name]["written"] = digest(path.parent, cents=name == SQL_WRITTEN)
    print(json.dumps(found))


def digest(folder: Path, *, cents: bool) -> list[Any]:
    """What the files of lines and units hold: rows, and all their values in one number whatever the order."""
    import duckdb

    amount = "amount" if cents else "cast(amount * 100 as bigint)"
    rate = "cents" if cents else "cast(rate * 100 as bigint)"
    line = f"statement, unit, cast(days as bigint), cast(of as bigint), cast({rate} as bigint), {amount}"
    unit = "unit, ordered_on, installed_on, disconnected_on, term_ends_on, status"
    found: list[Any] = []
    for columns, file in ((line, "lines"), (unit, "units")):
        query = f"select count(*), bit_xor(hash({columns})) from '{folder / file}.parquet'"
        found += map(str, duckdb.sql(query).fetchall()[0])
    return found


def run(names: list[str], path: Path, turns: int = 1) -> dict[str, dict[str, Any]]:
    """Run programs by turns in a process of their own."""
    call = [sys.executable, "-W", "ignore", "-m", "benchmarks.settle_batch", "--file", str(path)]
    call += ["--turns", str(turns), "--run", *names]
    root = Path(__file__).parent.parent
    done = subprocess.run(call, capture_output=True, text=True, check=False, cwd=root)
    if done.returncode:
        sys.exit(f"{', '.join(names)} failed:\n{done.stderr[-3000:]}")
    result: dict[str, dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return result


def run_alone(name: str, path: Path) -> dict[str, Any]:
    """Run one program in processes of its own: the best of three, where it is quick enough to be disturbed."""
    results = [run([name], path)[name]]
    while len(results) < 3 and results[0]["seconds"] < 15:
        results.append(run([name], path)[name])
    return min(results, key=lambda result: float(result["seconds"]))


def told(name: str, result: dict[str, Any], more: str = "") -> None:
    """Print one line of the report."""
    print(
        f"  {name:<24} {result['seconds']:8.2f} s   processor {result['processor']:8.2f} s{more}", flush=True
    )


def against_sql(path: Path, one: str, other: str, turns: int = TURNS) -> dict[str, Any]:
    """Ours and the SQL by turns; what ours took."""
    results = run([one, other], path, turns)
    same(one, results[one], other, results[other])
    told(one, results[one])
    clock, processor = (results[one][kind] / results[other][kind] for kind in ("seconds", "processor"))
    told(other, results[other], f"   ours takes {clock:.2f} x the clock, {processor:.2f} x the processor")
    return results[one]


def same(one: str, left: dict[str, Any], other: str, right: dict[str, Any]) -> None:
    """Stop where two programs do not give the same; a statement of nothing is the same as none."""
    ids = left["amounts"] | right["amounts"]
    differing = sorted(id for id in ids if left["amounts"].get(id, 0) != right["amounts"].get(id, 0))
    if differing:
        sys.exit(f"{one} and {other} differ in {len(differing)} statements, such as {differing[:3]}")
    if left.get("written", right.get("written")) != right.get("written", left.get("written")):
        sys.exit(f"{one} and {other} wrote other lines or units: {left['written']} and {right['written']}")


def compare(folder: Path, circuits: int) -> None:
    """All programs on one file."""
    receipts, path = circuits * RECEIPTS_PER_CIRCUIT, folder / "events.parquet"
    generate(path, circuits, receipts)
    print(f"{circuits:,} circuits, {receipts:,} receipts; every program gives the same amounts", flush=True)
    print(f"by turns in one process, the best of {TURNS}:", flush=True)
    against_sql(path, OURS, SQL)
    against_sql(path, OURS_WRITTEN, SQL_WRITTEN)
    print("each in a process of its own:", flush=True)
    base = run_alone(OURS, path)
    told(OURS, base, f"   peak {base['peak']:5.0f} MB")
    for name in list(PROGRAMS)[4:]:
        if name in ("polars", "pandas", "beancount") and find_spec(name) is None:
            print(f"  {name:<24} is not installed: make bench installs it", flush=True)
            continue
        result = run_alone(name, path)
        if name == "beancount":
            whole = result["seconds"] * receipts / BEANCOUNT_TAKES
            more = f"   for {BEANCOUNT_TAKES:,} receipts; at that pace {whole / base['seconds']:,.0f} x ours for all"
        else:
            same(OURS, base, name, result)
            clock, processor = (result[kind] / base[kind] for kind in ("seconds", "processor"))
            more = f"   peak {result['peak']:5.0f} MB   {clock:.1f} x ours (processor {processor:.1f} x)"
        told(name, result, more)
    path.unlink()


def grow(folder: Path, sizes: list[int]) -> None:
    """Ours and the SQL at each size, and the peak memory of ours."""
    path = folder / "growing.parquet"
    for circuits in sizes:
        generate(path, circuits, circuits * RECEIPTS_PER_CIRCUIT)
        print(f"{circuits:,} circuits, {circuits * RECEIPTS_PER_CIRCUIT:,} receipts:", flush=True)
        against_sql(path, OURS, SQL, turns=3)
        print(f"  peak of ours alone {run([OURS], path)[OURS]['peak']:,.0f} MB", flush=True)
        path.unlink()
    circuits = sizes[-2]
    generate(path, circuits, circuits * RECEIPTS_PER_CIRCUIT, disturbed=True)
    result = run_alone(OURS, path)
    print(f"{circuits:,} circuits, 1 % of the receipts recorded late, 0.1 % corrected:")
    told(OURS, result, f"   peak {result['peak']:5.0f} MB")
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
    parser.add_argument("--run", nargs="+", choices=sorted(PROGRAMS), help=argparse.SUPPRESS)
    parser.add_argument("--turns", type=int, default=1, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.run:
        run_here(given.run, given.file, given.turns)
    else:
        main(given.scale)
