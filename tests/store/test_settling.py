"""Settling from a store gives what settling from the file gives, on SQLite and on Postgres."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from conformed.examples import example_folder
from conformed.store import SealKey, open_store
from tests.cli.command import Ended, call, one_line

DAYS = (
    ("--as-of", "2001-12-31"),
    ("--as-of", "2001-03-31", "--known-at", "2001-04-15T12:00:00-04:00"),
    ("--as-of", "2000-12-31", "--known-at", "2001-12-31"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example in a folder of its own; no key and no store in the environment."""
    for name in ("CONFORMED_KEY", "CONFORMED_KEY_FILE", "CONFORMED_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    place = tmp_path / "example"
    place.mkdir()
    for file in example_folder().iterdir():
        shutil.copy(file, place)
    return place


@pytest.fixture
def key(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A key in the environment."""
    text = SealKey.generate().text()
    monkeypatch.setenv("CONFORMED_KEY", text)
    return text


def keep(folder: Path, url: str, events: str = "events.csv") -> Ended:
    return call("keep", folder / "agreement.toml", folder / events, "--store", url)


def both(folder: Path, url: str, command: str, *asked: str) -> tuple[Ended, Ended]:
    """The command with the file of events, and with the store."""
    agreement = folder / "agreement.toml"
    statement = asked[:1] if command == "why" else ()
    rest = asked[len(statement) :]
    return (
        call(command, agreement, folder / "events.csv", *statement, *rest, "--json"),
        call(command, agreement, *statement, "--store", url, *rest, "--json"),
    )


@pytest.mark.parametrize("days", DAYS, ids=" ".join)
def test_settle_as_of_a_day_and_as_known_at_a_time(folder: Path, url: str, days: tuple[str, ...]) -> None:
    assert keep(folder, url).status == 0
    from_file, from_store = both(folder, url, "settle", *days)

    assert from_store.json == from_file.json
    assert from_store.status == from_file.status and from_store.json["units"]


def test_impact_and_why(folder: Path, url: str) -> None:
    keep(folder, url)
    from_file, from_store = both(folder, url, "impact", "--amendment", "amendment-2", *DAYS[0])
    assert from_store.json == from_file.json and from_store.json["units"]

    from_file, from_store = both(folder, url, "why", "claw-back-f2", *DAYS[0])
    told, expected = from_store.json, from_file.json
    for line in (*expected["lines"], *told["lines"]):
        for event in line["events"]:
            event.pop("line")  # of the file
    assert told == expected and told["lines"]


def test_events_kept_a_file_at_a_time_may_refer_to_those_before(folder: Path, url: str) -> None:
    with (folder / "events.csv").open(newline="") as file:
        header, *rows = list(csv.reader(file))
    rows.sort(key=lambda row: row[3])
    for number, part in enumerate((rows[:20], rows[20:40], rows[40:])):
        with (folder / f"part-{number}.csv").open("w", newline="") as file:
            csv.writer(file).writerows([header, *part])
        ended = keep(folder, url, f"part-{number}.csv")
        assert ended.status == 0, ended.err
    from_file, from_store = both(folder, url, "settle", *DAYS[0])

    assert from_store.json == from_file.json


def test_what_contradicts_the_events_kept_before_is_refused(folder: Path, url: str) -> None:
    keep(folder, url)
    first = (folder / "events.csv").read_text().splitlines()[0]
    row = "x1,unit-installed,2001-06-01,2001-06-01T12:00:00-04:00,AKR-001,,,,"
    (folder / "more.csv").write_text(f"{first}\n{row}\n")

    assert one_line(keep(folder, url, "more.csv"), "more.csv:2", "event-installed-twice")
    assert "0 new events" in keep(folder, url).out


def test_sealed_values_come_only_through_the_key(folder: Path, url: str, key: str) -> None:
    whole = call("settle", folder / "agreement.toml", folder / "events.csv", *DAYS[0], "--json").json
    keep(folder, url)
    (folder / "confidential.toml").unlink()
    agreement = folder / "agreement.toml"

    opened = call("settle", agreement, "--store", url, *DAYS[0], "--json")
    public = call("settle", agreement, "--store", url, *DAYS[0], "--json", "--public")

    assert opened.json == whole
    withheld = {one["id"]: one["amount"] for one in public.json["statements"]}
    assert withheld["charge-2001-04"] is None and "appendix-a/r1" in public.json["ledger"]["withheld"]
    assert "275.00" in opened.out and "275.00" not in public.out + public.err


def test_without_the_key_figures_are_withheld_and_it_says_why(
    folder: Path, url: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(folder, url)
    monkeypatch.delenv("CONFORMED_KEY")
    agreement = folder / "agreement.toml"
    beside = call("settle", agreement, "--store", url, *DAYS[0])
    (folder / "confidential.toml").unlink()
    ended = call("settle", agreement, "--store", url, *DAYS[0])

    assert "275.00" in beside.out and "seals-closed" not in beside.err
    assert "275.00" not in ended.out
    assert "keeps 9 sealed values that no key opens" in ended.err and "[seals-closed]" in ended.err
    monkeypatch.setenv("CONFORMED_KEY", SealKey.generate().text())
    assert one_line(call("settle", agreement, "--store", url, *DAYS[0]), "seal-key")
    assert call("settle", agreement, "--store", url, *DAYS[0], "--public").status == ended.status


def test_a_value_changed_in_the_file_since_is_used_and_told_without_showing_it(
    folder: Path, url: str, key: str
) -> None:
    keep(folder, url)
    file = folder / "confidential.toml"
    file.write_text(file.read_text().replace('"27.50"', '"28.50"'))

    ended = call("settle", folder / "agreement.toml", "--store", url, *DAYS[0])

    assert "285.00" in ended.out and "275.00" not in ended.out
    (told,) = [line for line in ended.err.splitlines() if line.endswith("[seal-differs]")]
    assert "appendix-a/r1" in told and "28.5" not in told and "27.5" not in told


def tampered(url: str, statement: str) -> None:
    from sqlalchemy import create_engine, make_url

    address = make_url(url)
    postgres = address.get_backend_name() == "postgresql"
    engine = create_engine(address.set(drivername="postgresql+psycopg") if postgres else address)
    with engine.begin() as connection:
        if postgres:
            connection.exec_driver_sql("ALTER TABLE events DISABLE TRIGGER USER")
        else:
            connection.exec_driver_sql("DROP TRIGGER events_no_update")
        connection.exec_driver_sql(statement)
    engine.dispose()


def test_no_figure_is_given_from_events_that_were_changed(folder: Path, url: str) -> None:
    keep(folder, url)
    tampered(url, "UPDATE events SET amount = '9999.99' WHERE event_id = 'f2'")
    agreement = folder / "agreement.toml"

    calls: list[list[str | Path]] = [
        ["settle", agreement],
        ["impact", agreement, "--amendment", "amendment-2"],
        ["why", agreement, "credit-2001-Q2"],
    ]
    for asked in calls:
        ended = call(*asked, "--store", url, *DAYS[0], "--json")
        assert one_line(ended, "chain-broken", "(f2)", "not what was recorded", "restore a copy"), ended
    assert one_line(keep(folder, url), "chain-broken")
    assert one_line(call("verify", agreement, "--store", url), "chain-broken") is False
    assert call("verify", agreement, "--store", url).status == 3


@pytest.mark.parametrize("command", ["settle", "impact", "why", "verify", "keep"])
@pytest.mark.parametrize("content", [b"", (example_folder() / "events.csv").read_bytes()])
def test_a_file_that_is_no_store_is_refused_and_left_as_it_is(
    folder: Path, tmp_path: Path, command: str, content: bytes
) -> None:
    other = tmp_path / "other.csv"
    other.write_bytes(content)
    files = set(tmp_path.rglob("*"))
    given = {
        "settle": (),
        "impact": ("--amendment", "amendment-2"),
        "why": ("credit-2001-Q2",),
        "verify": (),
        "keep": (folder / "events.csv",),
    }[command]

    ended = call(command, folder / "agreement.toml", *given, "--store", other)

    assert one_line(ended, "other.csv", "store-foreign", "name another file"), ended
    assert other.read_bytes() == content and set(tmp_path.rglob("*")) == files


def test_a_store_of_another_agreement(folder: Path, url: str) -> None:
    keep(folder, url)
    file = folder / "agreement.toml"
    file.write_text(file.read_text().replace('Agreement III"', 'Agreement IV"'))

    ended = call("settle", file, "--store", url, *DAYS[0])

    assert one_line(ended, "store-without", 'it keeps "Media Gateway Services Agreement III')
    with open_store(url, agreement="x") as kept:
        assert [name.rpartition(" (")[0] for name in kept.agreements()] == [
            "Media Gateway Services Agreement III"
        ]
        assert kept.papers_kept() == 0


def test_an_agreement_of_which_nothing_has_happened_yet(folder: Path, url: str) -> None:
    header = (folder / "events.csv").read_text().splitlines()[0]
    (folder / "none.csv").write_text(header + "\n")
    keep(folder, url, "none.csv")

    ended = call("settle", folder / "agreement.toml", "--store", url, *DAYS[0], "--json")

    assert ended.json["units"] == [] and ended.json["agreement_term"]["ends"] == "2005-08-01"


def test_the_call(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    agreement, events, absent = folder / "agreement.toml", folder / "events.csv", tmp_path / "absent.db"
    for command in (["settle"], ["impact", "--amendment", "amendment-2"]):
        assert one_line(call(*command, agreement), "give EVENTS.CSV, or with --store")
        assert one_line(call(*command, agreement, events, "--store", absent), "not both")
        assert one_line(call(*command, agreement, "--store", absent), "absent.db", "file-absent")
    assert one_line(call("why", agreement, "C-1"), "STATEMENT alone with --store")
    assert one_line(call("why", agreement, events, "C-1", "--store", absent), "not both")
    assert not absent.exists()
    url = f"sqlite:///{tmp_path / 'store.db'}"
    keep(folder, url)
    monkeypatch.setenv("CONFORMED_DATABASE_URL", url)
    assert call("settle", agreement, *DAYS[0], "--json").json["units"]
    assert call("why", agreement, "credit-2001-Q2", *DAYS[0]).status == 0
    monkeypatch.setenv("CONFORMED_DATABASE_URL", str(absent))
    assert call("settle", agreement, events, *DAYS[0]).status == 0  # the file that was named, and no store


def test_very_many_events_are_settled_by_the_engine(
    folder: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from conformed.running import batch

    keep(folder, url)
    alone = call("settle", folder / "agreement.toml", "--store", url, *DAYS[0], "--json")
    monkeypatch.setattr(batch, "BATCH_FROM", 10)
    ended = call("settle", folder / "agreement.toml", "--store", url, *DAYS[0], "--json", "--summed")

    assert "settled by DuckDB" in ended.err
    amounts = [{one["id"]: one["amount"] for one in run.json["statements"]} for run in (alone, ended)]
    assert amounts[0] == amounts[1]
