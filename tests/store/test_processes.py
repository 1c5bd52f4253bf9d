"""Several processes at once, and processes that are killed."""

from __future__ import annotations

import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest

from conformed.model.problem import ConformedError
from conformed.store import Imported, Store, open_store
from tests.store.samples import receipts

ROOT = Path(__file__).parents[2]


def _writer(url: str, first: int, last: int, size: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.samples", url, *map(str, (first, last, size))],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _finish(writer: subprocess.Popen[str]) -> list[str]:
    out, _ = writer.communicate("\n", timeout=60)
    assert writer.returncode == 0
    return out.split()


def test_writers_at_once_lose_nothing_even_on_a_database_not_yet_made(url: str) -> None:
    writers = [_writer(url, 0, 300, 20), _writer(url, 200, 500, 20)]
    for writer in writers:
        assert _finish(writer)[-1] == "done"
    with open_store(url) as store:
        kept = [event.id for event in store.events()]
        assert sorted(kept) == sorted(event.id for event in receipts(0, 500))
        assert store.verify() == ()


@pytest.mark.parametrize("read_before_the_kill", [2_000, 6_000])
def test_killed_in_the_middle_of_an_import_nothing_is_kept_and_the_import_resumes(
    store: Store, url: str, read_before_the_kill: int
) -> None:
    store.append_events(receipts(0, 100))
    before = store.head()
    writer = _writer(url, 0, 30_000, 30_000)
    assert writer.stdout is not None
    for line in writer.stdout:
        if int(line) >= read_before_the_kill:
            break
    writer.kill()
    writer.communicate(timeout=60)
    assert store.head() == before
    assert store.verify() == ()
    assert store.append_events(receipts(0, 7_000)) == Imported(count=6_900, already=100)
    assert store.verify() == ()


def test_killed_when_it_is_done_everything_is_kept(store: Store, url: str) -> None:
    writer = _writer(url, 0, 2_500, 2_500)
    assert writer.stdout is not None
    lines = list(takewhile(lambda said: said != "done", map(str.strip, writer.stdout)))
    writer.kill()
    writer.communicate(timeout=60)
    assert lines[-1] == "2500"
    assert store.head().count == 2_500
    assert store.verify() == ()


def test_killed_at_the_last_moment_it_is_all_or_nothing(store: Store, url: str) -> None:
    writer = _writer(url, 0, 4_000, 4_000)
    assert writer.stdout is not None
    next(line for line in writer.stdout if line.strip() == "4000")
    writer.kill()
    writer.communicate(timeout=60)
    kept = store.append_events([]), store.head().count  # waits for whatever the server still ends
    assert kept[1] in (0, 4_000)
    assert store.verify() == ()


def test_a_writer_that_waits_too_long_says_so(store: Store, url: str) -> None:
    with open_store(url, busy_seconds=0.2) as impatient:

        def slow() -> None:
            with pytest.raises(ConformedError) as caught:
                impatient.append_events(receipts(0, 1))
            assert caught.value.problem.code == "store-busy"
            assert "0.2 seconds" in str(caught.value)

        store.append_events(receipts(0, 10), progress=lambda _: slow())
        assert impatient.append_events(receipts(0, 11)) == Imported(count=1, already=10)
