"""Papers, decisions and events cannot be changed or removed, by this program or past it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy.exc import DBAPIError

from conformed.model.agreement import Decision
from conformed.model.problem import ConformedError
from conformed.model.source import Source
from conformed.reading import read_bytes
from conformed.store import Store
from tests.store.samples import receipts

BASE = Source("base", "agreement.txt", b"1. Term.\n", "utf-8", "1. Term.\n", "1. Term.\n")
PLACED = Decision(
    "amendment-1/2(b)", place=2, by="A. Clerk", on=dt.date(2001, 5, 4), why="the schedule's 4", fits="ab"
)
LEFT = Decision("amendment-1/2(b)", leave=True)
WORDS = Decision("amendment-1/3", text="as “given” by hand")


@pytest.fixture
def full(store: Store) -> Store:
    store.add_paper(BASE)
    store.add_decision(PLACED)
    store.append_events(receipts(0, 3))
    return store


@pytest.mark.parametrize("table", ["papers", "decisions", "events", "imports"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET agreement = 'x'", "DELETE FROM {}"])
def test_the_database_refuses_to_change_or_remove(
    full: Store, tamper: Callable[..., None], table: str, statement: str
) -> None:
    with pytest.raises(DBAPIError, match=f"{table} is append-only"):
        tamper(statement.format(table))
    assert full.verify() == ()


@pytest.mark.parametrize("table", ["papers", "decisions", "events", "imports"])
def test_the_ways_round_a_delete_are_refused_too(
    full: Store, url: str, tamper: Callable[..., None], table: str
) -> None:
    way = (
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
        if url.startswith("sqlite")
        else f"TRUNCATE {table}"
    )
    with pytest.raises(DBAPIError, match=f"{table} is append-only"):
        tamper(way)


def test_verify_says_which_guard_is_gone(full: Store, url: str, tamper: Callable[..., None]) -> None:
    name = "papers_no_delete" if url.startswith("sqlite") else "papers_no_change"
    tamper(f"DROP TRIGGER {name}" + ("" if url.startswith("sqlite") else " ON papers"))
    assert [(found.code, found.where) for found in full.verify()] == [("guard-missing", name)]


def test_verify_says_which_paper_was_changed(full: Store, url: str, tamper: Callable[..., None]) -> None:
    sqlite = url.startswith("sqlite")
    tamper("DROP TRIGGER papers_no_update" if sqlite else "ALTER TABLE papers DISABLE TRIGGER USER")
    tamper("UPDATE papers SET data = " + ("X'31'" if sqlite else "'\\x31'"))
    assert ("paper-changed", "base") in [(found.code, found.document) for found in full.verify()]


def test_the_same_paper_twice_is_one_and_another_under_its_id_is_refused(store: Store) -> None:
    assert store.add_paper(BASE)
    assert not store.add_paper(replace(BASE, file="elsewhere/agreement.txt"))
    with pytest.raises(ConformedError) as caught:
        store.add_paper(replace(BASE, data=b"1. Terms.\n", file="new.txt"))
    assert caught.value.problem.code == "paper-conflict"
    for named in ("new.txt", "agreement.txt", BASE.sha256[:12]):
        assert named in str(caught.value)


def test_decisions_are_all_kept_and_repeating_the_latest_adds_nothing(store: Store) -> None:
    assert [store.add_decision(taken) for taken in (PLACED, PLACED, WORDS, LEFT, PLACED)] == [
        True, False, True, True, True,
    ]  # fmt: skip
    assert store.decisions() == (PLACED, WORDS, LEFT, PLACED)


def test_what_is_derived_is_built_anew_when_what_it_rests_on_grows(store: Store) -> None:
    built: list[int] = []

    def build() -> str:
        built.append(1)
        return f"copy {len(built)}"

    assert [store.derived("copy", build), store.derived("copy", build)] == ["copy 1", "copy 1"]
    store.append_events(receipts(0, 1))
    assert store.derived("copy", build) == "copy 2"
    store.add_decision(LEFT)
    assert store.derived("copy", build) == "copy 3"
    store.add_paper(BASE)
    assert store.derived("copy", build) == "copy 4"
    store.rebuild()
    assert store.derived("copy", build) == "copy 5"
    assert store.derived("copy", build) == "copy 5"


def test_what_grew_old_while_it_was_built_is_not_kept(store: Store) -> None:
    def build() -> str:
        store.append_events(receipts(0, 1))
        return "old"

    assert store.derived("copy", build) == "old"
    assert store.derived("copy", lambda: "new") == "new"


def test_papers_come_back_byte_for_byte_read_anew_in_the_order_added(store: Store) -> None:
    filed = [
        read_bytes(
            b"Exhibit 10.1\r\n<PAGE>\r\n1. Term.\x0c\r\nThe \x93Term\x94 is ...\r\n",
            file="a/base.txt",
            id="base",
        ),
        read_bytes(b"\xef\xbb\xbf1. Section 1 is amended.\n", file="amendment-1.txt", id="amendment-1"),
    ]
    assert [store.add_paper(source) for source in filed] == [True, True]
    assert list(store.papers()) == filed
