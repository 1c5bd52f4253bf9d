"""Sealed values: without leave to show them, no command, no format, no error and no file of a store holds them."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from conformed.examples import example_folder
from tests.cli.command import call

SEALS = {
    "appendix-a/r1": "27.135791",
    "amendment-2/2/e/r1": "0.246813",
    "amendment-2/2/e/r2": "4101",
    "amendment-2/2/e/r3": "0.135792",
    "amendment-2/2/e/r4": "4102",
    "amendment-3/2/r1": "0.357913",
    "amendment-3/2/r2": "4103",
    "amendment-3/2/r3": "0.468135",
    "amendment-3/2/r4": "4104",
}
AS_OF = ("--as-of", "2001-12-31")
HELD = [
    value.removeprefix("0.") for value in SEALS.values() if "." in value
]  # a number of days may stand in a hash


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file in example_folder().iterdir():
        shutil.copy(file, tmp_path)
    lines = [f'"{seal}" = "{value}"\n' for seal, value in SEALS.items()]
    (tmp_path / "confidential.toml").write_text("".join(lines))
    return tmp_path


def leaked(content: bytes) -> list[str]:
    parts = [content]
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            parts = [book.read(name) for name in book.namelist()]
    return [value for value in HELD if any(value.encode() in part for part in parts)]


def test_the_values_are_read_where_they_may_be(folder: Path) -> None:
    ended = call("settle", folder / "agreement.toml", folder / "events.csv", *AS_OF, "--json")

    assert "357913" in leaked(ended.out.encode())


@pytest.mark.parametrize(
    "arguments",
    [
        ("settle", "EVENTS", *AS_OF),
        ("settle", "EVENTS", *AS_OF, "--json"),
        ("impact", "EVENTS", *AS_OF, "--amendment", "amendment-2"),
        ("impact", "EVENTS", *AS_OF, "--amendment", "amendment-3", "--json"),
        ("why", "EVENTS", "credit-2001-Q2", *AS_OF),
        ("why", "EVENTS", "claw-back-f2", *AS_OF, "--json"),
        ("why", "EVENTS", "charge-2001-09", *AS_OF, "--json"),
        ("check",),
        ("check", "--json"),
    ],
    ids=" ".join,
)
def test_no_command_shows_them_to_the_public(folder: Path, arguments: tuple[str, ...]) -> None:
    command, *rest = arguments
    files = [folder / "events.csv" if part == "EVENTS" else part for part in rest]

    ended = call(command, folder / "agreement.toml", *files, "--public")

    assert ended.status in (0, 3) and ended.out + ended.err
    assert leaked((ended.out + ended.err).encode()) == []


@pytest.mark.parametrize("command", ["terms", "build", "outline"])
def test_what_shows_words_shows_no_values(folder: Path, command: str) -> None:
    file = folder / ("agreement.txt" if command == "outline" else "agreement.toml")
    for more in ((), ("--json",)):
        ended = call(command, file, *more)

        assert ended.status == 0 and ended.out
        assert leaked((ended.out + ended.err).encode()) == []


@pytest.mark.parametrize("suffix", [".html", ".xlsx", ".ics", ".csv", ".parquet", ".beancount", ".json"])
def test_no_format_holds_them(folder: Path, suffix: str) -> None:
    files = (folder / "agreement.toml", folder / "events.csv")

    call("settle", *files, *AS_OF, "--public", "-o", folder / f"out{suffix}")

    assert leaked((folder / f"out{suffix}").read_bytes()) == []


@pytest.mark.parametrize("key", [None, "A" * 43 + "="])
def test_no_file_of_a_store_holds_them_in_clear(
    folder: Path, key: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CONFORMED_KEY_FILE", raising=False)
    if key is None:
        monkeypatch.delenv("CONFORMED_KEY", raising=False)
    else:
        monkeypatch.setenv("CONFORMED_KEY", key)
    store = folder / "kept.db"

    ended = call("keep", folder / "agreement.toml", folder / "events.csv", "--store", store)

    assert ended.status == 0, ended.err
    assert ("sealed values" in ended.out) is (key is not None)
    found = {path.name: leaked(path.read_bytes()) for path in folder.glob("kept.db*")}
    assert found and not any(found.values())
    assert leaked((ended.out + ended.err).encode()) == []


@pytest.mark.parametrize("value", ["-{}", "{}.5.5", "{}x", "{}99999999999999", "1e{}"])
def test_a_value_that_cannot_be_used_is_not_shown(folder: Path, value: str) -> None:
    file = folder / "confidential.toml"
    file.write_text(file.read_text().replace('"27.135791"', f'"{value.format("777")}"'))

    ended = call("settle", folder / "agreement.toml", folder / "events.csv", *AS_OF)

    assert ended.status == 2 and "appendix-a/r1" in ended.err
    assert "777" not in ended.err and ended.out == ""
