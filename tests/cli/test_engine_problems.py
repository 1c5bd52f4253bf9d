"""What goes wrong where an engine settles, or another package adds a kind of clause: one line each."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from conformed.running import registry
from conformed.running.clause import ClauseKind, Dates, Facts, Outcome
from conformed.running.terms_in_force import Terms
from tests.cli.command import call, one_line
from tests.cli.test_every_problem import CHARGE, INSTALLED, PARTIES, UNIT


def parquet(folder: Path) -> Path:
    """A file of events whose amounts are binary fractions."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(
        pa.table({"event_id": ["p1"], "kind": ["payment"], "amount": [0.1]}), folder / "events.parquet"
    )
    return folder / "events.parquet"


def agreement(folder: Path, clauses: str) -> Path:
    (folder / "agreement.toml").write_text(PARTIES + clauses)
    (folder / "events.csv").write_text(INSTALLED)
    return folder / "agreement.toml"


def test_a_table_that_lacks_columns_or_holds_binary_fractions(tmp_path: Path) -> None:
    ended = call("settle", agreement(tmp_path, CHARGE), parquet(tmp_path))

    assert one_line(ended, "events.parquet", "batch-events")


def test_a_kind_of_clause_that_no_engine_runs(tmp_path: Path) -> None:
    clauses = UNIT + '[[clauses]]\nkind = "minimum-commitment"\namount = "5.00"\n'

    assert one_line(
        call("settle", agreement(tmp_path, clauses), parquet(tmp_path)), "agreement.toml", "batch-kind"
    )


def test_an_engine_that_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ibis", None)
    monkeypatch.setitem(sys.modules, "ibis.expr.types", None)

    ended = call("settle", agreement(tmp_path, UNIT), parquet(tmp_path))

    assert one_line(ended, "batch-missing", "pip install")


@pytest.mark.parametrize("offered", ["conformed.model.problem:Problem", "no_such_package:KIND"])
def test_a_package_whose_kind_of_clause_cannot_be_used(
    offered: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    point = EntryPoint("minimum-commitment", offered, registry.ENTRY_POINTS)
    monkeypatch.setattr(registry, "entry_points", lambda group: [point])
    registry.clause_kinds.cache_clear()

    ended = call("settle", agreement(tmp_path, UNIT), tmp_path / "events.csv")
    registry.clause_kinds.cache_clear()

    assert one_line(ended, "clause-plugin", offered)


def test_a_fault_in_another_packages_clause_is_told_as_that_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(terms: Terms, facts: Facts, dates: Dates) -> Outcome:
        raise RuntimeError("no such tariff")

    package = ModuleType("tariffs")
    vars(package)["TARIFF"] = ClauseKind("tariff", run)
    monkeypatch.setitem(sys.modules, "tariffs", package)
    point = EntryPoint("tariff", "tariffs:TARIFF", registry.ENTRY_POINTS)
    monkeypatch.setattr(registry, "entry_points", lambda group: [point])
    registry.clause_kinds.cache_clear()
    events = tmp_path / "events.csv"
    events.write_text(
        "event_id,kind,occurred_on,recorded_at,subject,counterparty,amount,reference,note\n"
        "u1,unit-installed,2001-01-05,2001-01-05T12:00:00Z,C-1,,,,\n"
    )

    ended = call("settle", agreement(tmp_path, UNIT + '[[clauses]]\nkind = "tariff"\n'), events)
    registry.clause_kinds.cache_clear()

    assert one_line(ended, "clause-plugin", "tariffs:TARIFF", "RuntimeError: no such tariff")
