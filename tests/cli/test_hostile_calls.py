"""Calls that cannot be right: each is refused in one line that names the file and the way out, and nothing is half-written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conformed.examples import example_folder
from tests.cli.command import call, one_line, process

AS_OF = ("--as-of", "2001-12-31")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example in a folder of its own."""
    place = tmp_path / "example"
    place.mkdir()
    for file in example_folder().iterdir():
        if file.is_file():
            shutil.copy(file, place)
    return place


@pytest.mark.parametrize("command", ["outline", "instructions", "build", "blame", "redline", "terms", "init"])
def test_events_where_a_paper_is_wanted(command: str, folder: Path, tmp_path: Path) -> None:
    out = ("-o", tmp_path / "new.toml") if command == "init" else ()

    ended = call(command, folder / "events.csv", *out)

    assert one_line(ended, "events.csv", "paper-of-events", "conformed settle"), ended
    assert not (tmp_path / "new.toml").exists()


def test_events_beside_papers_are_refused_however_their_columns_stand(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_bytes(
        b'\xef\xbb\xbf"kind", "event_id",occurred_on,recorded_at,subject,counterparty,amount,reference,note\r\n'
    )
    assert one_line(call("build", folder / "agreement.txt", other), "other.csv", "paper-of-events")
    paper = tmp_path / "paper.txt"
    paper.write_text("1. The event_id,kind and occurred_on of each event are recorded.\n")
    assert call("outline", paper).status == 0


@pytest.mark.parametrize("command", ["settle", "impact", "why", "check", "keep", "verify", "decide"])
def test_a_paper_or_events_where_the_agreements_file_is_wanted(
    command: str, folder: Path, tmp_path: Path
) -> None:
    rest: dict[str, tuple[str | Path, ...]] = {
        "settle": (folder / "events.csv",),
        "impact": (folder / "events.csv", "--amendment", "amendment-2"),
        "why": (folder / "events.csv", "credit-2001-Q2"),
        "keep": (folder / "events.csv", "--store", tmp_path / "k.db"),
        "verify": ("--store", tmp_path / "k.db"),
        "decide": ("amendment-2/2(b)", "--leave"),
    }
    for given in ("agreement.txt", "events.csv"):
        ended = call(command, folder / given, *rest.get(command, ()))
        assert one_line(ended, f"{given}:1", "not valid TOML"), ended
    assert not (tmp_path / "k.db").exists()


@pytest.mark.parametrize("as_folder", [False, True])
def test_what_is_no_parquet(folder: Path, tmp_path: Path, as_folder: bool) -> None:
    place = tmp_path / "parts" / "one.parquet"
    place.parent.mkdir()
    shutil.copy(folder / "agreement.txt", place)

    ended = call("settle", folder / "agreement.toml", place.parent if as_folder else place, *AS_OF)

    assert one_line(ended, "one.parquet", "batch-events"), ended


def test_a_parquet_file_with_damaged_pages(folder: Path, tmp_path: Path) -> None:
    from conformed.reading.events import read_events
    from conformed.running.batch_rows import write_events

    place = tmp_path / "events.parquet"
    write_events(read_events(folder / "events.csv")[0], place)
    data = bytearray(place.read_bytes())
    data[60:400] = bytes(340)
    place.write_bytes(data)

    ended = call("settle", folder / "agreement.toml", place, *AS_OF)

    assert one_line(ended, "events.parquet", "batch-events"), ended


def test_a_store_that_is_named_by_nothing_or_by_a_folder(folder: Path, tmp_path: Path) -> None:
    agreement, events = folder / "agreement.toml", folder / "events.csv"
    for command, given in (("settle", ()), ("verify", ()), ("keep", (events,))):
        assert one_line(call(command, agreement, *given, "--store", ""), "no store is named")
        ended = call(command, agreement, *given, "--store", folder)
        assert one_line(ended, str(folder), "it is a folder", "store-foreign")
    ended = call("keep", agreement, events, "--store", tmp_path / "absent" / "k.db")
    assert one_line(ended, "k.db", f"there is no folder {tmp_path / 'absent'}")


def test_an_output_that_cannot_be_is_refused_before_any_work(folder: Path, tmp_path: Path) -> None:
    agreement, events = folder / "agreement.toml", folder / "events.csv"
    absent = tmp_path / "absent" / "x.html"
    circle = tmp_path / "circle.html"
    circle.symlink_to(circle)
    (tmp_path / "dir.html").mkdir()
    for given in (("settle", agreement, events), ("build", agreement), ("redline", agreement)):
        assert one_line(call(*given, "-o", absent), "x.html", f"there is no folder {tmp_path / 'absent'}")
        assert one_line(call(*given, "-o", circle), "circle.html", "output-refused")
        assert one_line(call(*given, "-o", tmp_path / "dir.html"), "it is a folder")
    for link in (os.symlink, os.link):
        (tmp_path / "link.csv").unlink(missing_ok=True)
        link(events, tmp_path / "link.csv")
        assert one_line(call("settle", agreement, events, "-o", tmp_path / "link.csv"), "output-is-input")


def test_a_store_is_not_written_over_by_what_is_settled_from_it(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "kept.json"
    call("keep", folder / "agreement.toml", folder / "events.csv", "--store", store)
    before = store.read_bytes()

    ended = call("settle", folder / "agreement.toml", "--store", store, *AS_OF, "-o", store)

    assert one_line(ended, "kept.json", "output-is-input") and store.read_bytes() == before


def test_a_place_that_is_empty(folder: Path) -> None:
    assert one_line(call("history", folder / "agreement.toml", ""), "the place is empty", "7.A")


def full(folder: Path, room: int) -> Path:
    """A folder on a disk of its own with so many bytes left; the test is passed over where none can be made."""
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("no disk can be made here")
    (folder / "fill").write_bytes(bytes(256 * 1024 - room))
    return folder


def test_on_a_full_disk_nothing_is_half_written(folder: Path, tmp_path: Path) -> None:
    agreement, events = folder / "agreement.toml", folder / "events.csv"
    disk = full(tmp_path / "disk", 4096)
    try:
        for suffix in ("html", "json", "xlsx"):
            ended = call("settle", agreement, events, *AS_OF, "-o", disk / f"s.{suffix}")
            assert one_line(ended, f"s.{suffix}", "no space left", "output-refused"), ended
        assert one_line(call("keep", agreement, events, "--store", disk / "k.db"), "k.db", "full")
        assert [file.name for file in disk.iterdir()] == ["fill"]
        ended = call("demo", "--folder", disk / "demo")
        assert ended.status == 2 and "no space left" in ended.err and str(disk) in ended.err
        assert all(file.stat().st_size for file in (disk / "demo").iterdir())
    finally:
        subprocess.run(["umount", disk], check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_an_output_stream_that_takes_nothing(folder: Path) -> None:
    arguments = [sys.executable, "-m", "conformed", "build", str(folder / "agreement.toml")]
    with open("/dev/full", "w") as stream:  # noqa: PTH123
        done = subprocess.run(arguments, stdout=stream, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "error: the output: no space left on device; check the path and its permissions\n"


def test_streams_that_are_closed(folder: Path) -> None:
    called = f"'{sys.executable}' -m conformed build '{folder / 'agreement.toml'}'"
    without_out = subprocess.run(
        ["sh", "-c", f"{called} >&-"], stderr=subprocess.PIPE, text=True, check=False
    )
    assert without_out.returncode == 2 and without_out.stderr.count("\n") == 1
    assert "the standard output is closed" in without_out.stderr
    without_err = subprocess.run(["sh", "-c", f"{called} 2>&-"], stdout=subprocess.PIPE, check=False)
    assert (without_err.returncode, without_err.stdout) == (0, _printed(folder))


def _printed(folder: Path) -> bytes:
    return process("build", folder / "agreement.toml").out.encode()


def test_a_decision_keeps_the_mark_with_which_the_file_begins(tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_text(
        "SUPPLY AGREEMENT\n\nThis Supply Agreement is made as of June 1, 2001 between Alder Mills Ltd. and Birch Homes "
        "Inc.\n\n1.   PRICE. Buyer pays ten dollars, and ten dollars more.\n"
    )
    (tmp_path / "first.txt").write_text(
        "AMENDMENT NO. 1\n\nThis Amendment No. 1, made as of January 15, 2002, amends the Supply Agreement dated June 1, "
        "2001 between Alder Mills Ltd. and Birch Homes Inc.\n\n"
        '1.   Section 1 is amended by deleting "ten dollars" and substituting "eleven dollars".\n'
    )
    toml = tmp_path / "agreement.toml"
    tables = (
        '[[documents]]\nid = "base"\nfile = "base.txt"\n[[documents]]\nid = "first"\nfile = "first.txt"\n'
    )
    toml.write_bytes(b"\xef\xbb\xbf" + f"{tables}executed = 2002-01-15\n".encode())
    assert call("build", toml).status == 3

    assert call("decide", toml, "first/1", "--place", "1").status == 0

    assert toml.read_bytes().startswith(b"\xef\xbb\xbf[[documents]]")
    assert "eleven dollars, and ten" in call("build", toml).out
