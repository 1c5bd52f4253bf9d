"""`docs/clauses.md`: its worked clause runs, and gives what the page says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from conformed.model.problem import ConformedError
from conformed.model.statement import Statement
from conformed.reading.agreement import read_agreement
from conformed.running import registry, settle
from conformed.running.clause import ClauseKind
from tests.running.scenario import events_of

PAGE = (Path(__file__).parents[2] / "docs" / "clauses.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def worked_clause() -> ClauseKind:
    namespace: dict[str, object] = {}
    exec(blocks("python")[0], namespace)
    kind = namespace["MINIMUM_COMMITMENT"]
    assert isinstance(kind, ClauseKind)
    return kind


def told(statement: Statement) -> str:
    lines = [f"{statement.id}: {statement.amount}, due {statement.due_on}"]
    lines += [f"    {line.formula} = {line.amount}" for line in statement.lines]
    return "\n".join(lines) + "\n"


EVENTS = """
i1 | unit-installed | 2001-04-01 | 2001-04-01 | C-1
i2 | unit-installed | 2001-05-16 | 2001-05-16 | C-2
"""


def test_the_worked_clause_gives_what_the_page_says(tmp_path: Path) -> None:
    path = tmp_path / "agreement.toml"
    path.write_text(blocks("toml")[1], encoding="utf-8")
    kind = worked_clause()
    kinds = {**registry.clause_kinds(), kind.name: kind}
    settlement = settle(read_agreement(path), events_of(EVENTS), as_of=dt.date(2001, 5, 31), kinds=kinds)
    shortfalls = [told(statement) for statement in settlement.statements if statement.kind == kind.name]
    assert shortfalls == blocks("text")
    assert settlement.ledger.balanced
    assert settlement.problems == ()


def test_the_worked_clause_knows_nothing_of_a_withheld_minimum(tmp_path: Path) -> None:
    path = tmp_path / "agreement.toml"
    path.write_text(blocks("toml")[1].replace("1000.00", '"withheld:4.2/r1"'), encoding="utf-8")
    kind = worked_clause()
    kinds = {**registry.clause_kinds(), kind.name: kind}
    settlement = settle(read_agreement(path), events_of(EVENTS), as_of=dt.date(2001, 4, 30), kinds=kinds)
    shortfall = settlement.statement("shortfall-2001-04")
    assert (shortfall.amount, shortfall.withheld) == (None, ("4.2/r1",))


def test_the_table_lists_every_kind_with_its_keys() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \|(.*)\|$", PAGE, re.MULTILINE))
    assert list(rows) == [kind.name for kind in registry.BUILT_IN]
    for kind in registry.BUILT_IN:
        for key in kind.needs:
            assert f"**`{key}`**" in rows[kind.name]
        for key in kind.takes:
            assert f"`{key}" in rows[kind.name]


def plugged_in(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    point = EntryPoint("minimum-commitment", value, registry.ENTRY_POINTS)
    monkeypatch.setattr(registry, "entry_points", lambda group: [point])
    registry.clause_kinds.cache_clear()
    monkeypatch.setattr("tests.running.test_clauses_page.MINIMUM_COMMITMENT", worked_clause(), raising=False)


@pytest.fixture(autouse=True)
def forget_kinds() -> Iterator[None]:
    yield
    registry.clause_kinds.cache_clear()


def test_another_package_adds_a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    plugged_in(monkeypatch, "tests.running.test_clauses_page:MINIMUM_COMMITMENT")
    assert "minimum-commitment" in registry.clause_kinds()
    assert list(registry.clause_kinds())[: len(registry.BUILT_IN)] == [
        kind.name for kind in registry.BUILT_IN
    ]


@pytest.mark.parametrize(
    "value, cause",
    [
        ("tests.running.test_clauses_page:PAGE", "it is a str, not a ClauseKind"),
        ("tests.running.test_clauses_page:nothing", "AttributeError"),
        ("no_such_package:KIND", "ModuleNotFoundError"),
    ],
)
def test_a_package_that_fails_is_named(monkeypatch: pytest.MonkeyPatch, value: str, cause: str) -> None:
    plugged_in(monkeypatch, value)
    with pytest.raises(ConformedError, match=f"{value} offers cannot be used: .*{cause}"):
        registry.clause_kinds()
