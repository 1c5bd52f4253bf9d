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


def test_another_content_under_a_kept_id_names_file_and_row(store: Path, tmp_path: Path) -> None:
    call("keep", AGREEMENT, EVENTS, "--store", store)
    rows = EVENTS.read_text(encoding="utf-8").splitlines()
    at = next(number for number, row in enumerate(rows) if ",provider-payment," in row)
    columns = rows[at].split(",")
    columns[rows[0].split(",").index("amount")] = "999.00"
    other = tmp_path / "other.csv"
    other.write_text("\n".join([*rows[:at], ",".join(columns), *rows[at + 1 :]]) + "\n")

    ended = call("keep", AGREEMENT, other, "--store", store)

    assert one_line(ended, f"{other}:{at + 1}:", "999.00 here", "event-conflict")


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


def agreement_at(
    folder: Path, *, head: str = "", base: str = "1. The fee is ten dollars.\n"
) -> tuple[Path, Path]:
    folder.mkdir()
    (folder / "base.txt").write_text("SUPPLY AGREEMENT\n\n" + base)
    (folder / "events.csv").write_text(
        "event_id,kind,occurred_on,recorded_at,subject,counterparty,amount,reference,note\n"
        "i1,unit-installed,2001-03-31,2001-03-31T12:00:00Z,C-1,,,,\n"
    )
    file = folder / "agreement.toml"
    file.write_text(head + 'title = "Supply Agreement"\n[[documents]]\nid = "base"\nfile = "base.txt"\n')
    return file, folder / "events.csv"


def test_two_agreements_of_one_title_have_a_chain_each(store: Path, tmp_path: Path) -> None:
    one, other = agreement_at(tmp_path / "one"), agreement_at(tmp_path / "other", base="1. It is free.\n")
    first = call("keep", *one, "--store", store, "--json").json
    second = call("keep", *other, "--store", store, "--json").json

    assert (first["new"], second["new"]) == (1, 1)
    assert call("verify", one[0], "--store", store).status == 0


def test_an_agreement_that_the_store_does_not_know_is_refused_with_those_it_keeps(
    store: Path, tmp_path: Path
) -> None:
    one = agreement_at(tmp_path / "one", head='id = "boards"\n')
    other = agreement_at(tmp_path / "other", head='id = "planks-of-oak"\n')
    call("keep", *one, "--store", store)

    assert one_line(call("verify", other[0], "--store", store), "planks-of-oak", '"boards"', "store-without")


def test_a_store_begun_under_the_title_alone_goes_on_under_it(store: Path, tmp_path: Path) -> None:
    from conformed.reading import read
    from conformed.reading.events import read_events
    from conformed.store import open_store

    file, events = agreement_at(tmp_path / "one")
    with open_store(str(store), agreement="Supply Agreement") as kept:
        kept.add_paper(read(file.with_name("base.txt"), id="base"))
        kept.append_events(read_events(events)[0])
        head = kept.head()

    again = call("keep", file, events, "--store", store, "--json").json
    assert (again["new"], again["head"]) == (0, f"{head.count}:{head.link}")
    file.write_text('id = "boards"\n' + file.read_text())
    assert call("keep", file, events, "--store", store, "--json").json["new"] == 0

    stranger, theirs = agreement_at(tmp_path / "other", base="1. It is free.\n")
    assert call("keep", stranger, theirs, "--store", store, "--json").json["new"] == 1


def test_init_gives_the_agreement_an_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    call("init", FOLDER / "agreement.txt", FOLDER / "amendment-1.txt")
    assert (tmp_path / "agreement.toml").read_text().count(
        '\nid = "media-gateway-services-agreement-iii-'
    ) == 1
