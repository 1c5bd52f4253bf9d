"""`conformed keep` and `verify`: events are added once, and a changed one is found."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from conformed.examples import example_folder
from tests.cli.command import call, one_line

FOLDER = example_folder()
AGREEMENT, EVENTS = FOLDER / "agreement.toml", FOLDER / "events.csv"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "kept.db"


def test_events_are_added_once_and_the_chain_is_whole(store: Path) -> None:
    first = call("keep", AGREEMENT, EVENTS, "--store", store, "--json").json
    again = call("keep", AGREEMENT, EVENTS, "--store", store, "--json").json
    verified = call("verify", AGREEMENT, "--store", store, "--known", first["head"])

    assert first["new"] > 50 and (again["new"], again["already"]) == (0, first["new"])
    assert again["head"] == first["head"]
    assert verified.status == 0 and f"{first['new']} events, the chain is whole" in verified.out


def test_a_changed_event_is_found_and_needs_a_person(store: Path) -> None:
    call("keep", AGREEMENT, EVENTS, "--store", store)
    with sqlite3.connect(store) as connection:
        triggers = connection.execute("select name from sqlite_master where type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f'drop trigger "{name}"')
        connection.execute("update events set amount = '1.00' where amount is not null")

    ended = call("verify", AGREEMENT, "--store", store, "--json")

    assert ended.status == 3 and not ended.json["whole"]
    assert {problem["code"] for problem in ended.json["problems"]} >= {"chain-broken", "guard-missing"}
    assert "Traceback" not in ended.err


def test_a_store_that_is_not_there_is_not_made_by_verifying(store: Path) -> None:
    assert one_line(call("verify", AGREEMENT, "--store", store), "kept.db", "file-absent")
    assert not store.exists()


def test_a_head_that_is_none_is_refused(store: Path) -> None:
    assert one_line(call("verify", AGREEMENT, "--store", store, "--known", "many"), "'many'")


def test_sealed_values_are_kept_only_with_a_key_and_never_in_clear(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from conformed.store import SealKey

    values = [
        line.split('"')[3]
        for line in (FOLDER / "confidential.toml").read_text().splitlines()
        if '" = "' in line
    ]
    monkeypatch.setenv("CONFORMED_KEY", SealKey.generate().text())

    ended = call("keep", AGREEMENT, EVENTS, "--store", store, "--json")

    assert ended.json["sealed"] == len(values) > 0
    assert b"27.50" not in store.read_bytes()
    assert "27.50" not in ended.out + ended.err
