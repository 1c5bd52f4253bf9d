"""Every scenario gives the statement that it states."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformed.reading.contradictions import check_events
from tests.running.scenario import FOLDER, events_of, load, run, told

SCENARIOS = sorted(FOLDER.glob("*.toml"))


def test_there_are_at_least_twenty_scenarios() -> None:
    assert len(SCENARIOS) >= 20


@pytest.mark.parametrize("path", SCENARIOS, ids=[path.stem for path in SCENARIOS])
def test_the_scenario_gives_its_statement(path: Path) -> None:
    scenario = load(path)
    assert scenario["says"].strip(), "a scenario says what the contract says"
    events = sorted(events_of(scenario.get("events", "")), key=lambda event: event.order)
    assert check_events(events) == [], "the events of a scenario are such as the reader accepts"
    for part in scenario["then"]:
        settlement = run(scenario, part)
        assert told(settlement, part["shows"]) == part["expect"].strip(), part["as_of"]
        assert settlement.ledger.balanced
