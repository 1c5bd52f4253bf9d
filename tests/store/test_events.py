"""Events are only ever added to, once each, in a chain that shows any change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformed.model.event import Event
from conformed.model.problem import ConformedError
from conformed.store import Head, Imported, Store, open_store
from conformed.store.chain import amount_text, digest, event_from, texts_of, utc_text
from tests.store.samples import receipt, receipts


def test_events_come_back_as_they_were_given_in_the_order_given(store: Store) -> None:
    given = [
        receipt(2, note="naïve “quotes”,\nand a line", amount=Decimal("-0.05")),
        receipt(1, subject="C-1", reference="remittance 7", amount=None),
        receipt(
            3, recorded_at=dt.datetime(2001, 2, 3, 4, 5, 6, 789, tzinfo=dt.timezone(dt.timedelta(hours=9)))
        ),
    ]
    assert store.append_events(given) == Imported(count=3, already=0)
    kept = list(store.events())
    assert kept == given
    assert [event.recorded_on for event in kept] == [event.recorded_on for event in given]


def test_the_same_event_twice_is_one_event(store: Store) -> None:
    assert store.append_events([receipt(1), receipt(2), receipt(1)]) == Imported(count=2, already=1)
    assert store.append_events([receipt(2), receipt(3)]) == Imported(count=1, already=1)
    assert [event.id for event in store.events()] == ["r1", "r2", "r3"]


def test_an_amount_written_otherwise_and_a_line_elsewhere_are_the_same_content(store: Store) -> None:
    store.append_events([receipt(1, amount=Decimal("1000.1"), line=2)])
    again = store.append_events([receipt(1, amount=Decimal("1000.100"), line=77)])
    assert again == Imported(count=0, already=1)


def test_the_same_id_with_other_content_is_refused_naming_both(store: Store) -> None:
    store.append_events([receipt(1, amount=Decimal("10.00"))])
    with pytest.raises(ConformedError) as caught:
        store.append_events([receipt(9), receipt(1, amount=Decimal("11.00"), note="again")])
    assert caught.value.problem.code == "event-conflict"
    assert caught.value.problem.where == "r1"
    assert "amount 10.00 there, 11.00 here, note (empty) there, again here" in caught.value.problem.message
    assert [event.id for event in store.events()] == ["r1"], "nothing of the refused import is kept"


def test_the_same_id_with_other_content_in_one_import_is_refused(store: Store) -> None:
    with pytest.raises(ConformedError, match=r"kind provider-payment there, provider-credit here"):
        store.append_events([receipt(1), receipt(1, kind="provider-credit")])
    assert list(store.events()) == []


def test_an_import_that_fails_midway_keeps_nothing(store: Store) -> None:
    def breaking() -> Iterator[Event]:
        yield from receipts(0, 5_000)
        raise OSError("the file's disk went away")

    with pytest.raises(OSError, match="went away"):
        store.append_events(breaking())
    assert store.head().count == 0
    assert store.append_events(receipts(0, 5_000)).count == 5_000


def test_progress_says_how_many_were_read(store: Store) -> None:
    seen: list[int] = []
    store.append_events(receipts(0, 4_500), progress=seen.append)
    assert seen == [2_000, 4_000, 4_500]


def test_two_times(store: Store) -> None:
    late = receipt(1, occurred_on=dt.date(2001, 3, 31), recorded_at=dt.datetime(2001, 8, 1, tzinfo=dt.UTC))
    prompt = receipt(2, occurred_on=dt.date(2001, 4, 1), recorded_at=dt.datetime(2001, 4, 1, tzinfo=dt.UTC))
    store.append_events([late, prompt])
    assert list(store.events(as_of=dt.date(2001, 3, 31))) == [late]
    assert list(store.events(known_at=dt.datetime(2001, 7, 31, tzinfo=dt.UTC))) == [prompt]
    assert list(store.events(dt.date(2001, 3, 31), dt.datetime(2001, 7, 31, tzinfo=dt.UTC))) == []


def test_known_at_compares_moments_not_the_clocks_that_showed_them(store: Store) -> None:
    east = dt.timezone(dt.timedelta(hours=-5))
    store.append_events([receipt(1, recorded_at=dt.datetime(2001, 7, 31, 22, tzinfo=east))])
    assert list(store.events(known_at=dt.datetime(2001, 8, 1, 2, 59, tzinfo=dt.UTC))) == []
    assert len(list(store.events(known_at=dt.datetime(2001, 8, 1, 3, tzinfo=dt.UTC)))) == 1
    with pytest.raises(ConformedError, match="no offset"):
        next(store.events(known_at=dt.datetime(2001, 8, 1)))


def test_reading_goes_on_undisturbed_while_another_appends(store: Store) -> None:
    store.append_events(receipts(0, 5_000))
    reading = store.events()
    first = [next(reading) for _ in range(10)]
    store.append_events(receipts(5_000, 6_000))
    assert len(first) + sum(1 for _ in reading) == 5_000


@pytest.mark.parametrize(
    ("unfit", "cause"),
    [
        (receipt(1, recorded_at=dt.datetime(2001, 1, 1)), "no offset"),
        (receipt(1, amount=Decimal("NaN")), "its amount is NaN"),
        (receipt(1, amount=Decimal("1E+16")), "more than 16 digits"),
        (receipt(1, amount=Decimal("1E-999999")), "more than 18 behind"),
        (receipt(1, id=""), "empty"),
        (receipt(1, note="a\0b"), "note holds a NUL"),
        (receipt(1, subject="\ud800"), "subject is not valid Unicode"),
    ],
)
def test_what_no_engine_can_keep_is_refused_in_one_line(store: Store, unfit: Event, cause: str) -> None:
    with pytest.raises(ConformedError, match=cause) as caught:
        store.append_events([receipt(0), unfit])
    assert caught.value.problem.code == "event-unfit"
    assert "\n" not in str(caught.value)
    assert store.head().count == 0


def test_agreements_in_one_database_are_apart(url: str) -> None:
    with open_store(url, agreement="mgs3") as one, open_store(url, agreement="mgs4") as other:
        one.append_events(receipts(0, 3))
        other.append_events([receipt(1, amount=Decimal(5))])
        assert [event.id for event in one.events()] == ["r0", "r1", "r2"]
        assert [event.amount for event in other.events()] == [Decimal(5)]
        assert one.verify() == other.verify() == ()


# -- the chain ---------------------------------------------------------------------------------------------------


def test_an_untouched_store_verifies(store: Store) -> None:
    assert store.verify() == ()
    store.append_events(receipts(0, 2_500))
    store.append_events(receipts(2_000, 3_000))
    assert store.verify() == ()


GUARDS_DOWN = {
    "sqlite": [f"DROP TRIGGER {t}_no_{a}" for t in ("events", "imports") for a in ("update", "delete")],
    "postgresql": [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in ("events", "imports")],
}


def _guards_down(url: str) -> list[str]:
    return GUARDS_DOWN["sqlite" if url.startswith("sqlite") else "postgresql"]


@pytest.mark.parametrize(
    ("statement", "number", "cause"),
    [
        ("UPDATE events SET amount = '9.99' WHERE number = 4", 4, "content is not what was recorded"),
        ("UPDATE events SET recorded_utc = '1999' WHERE number = 2", 2, "content is not what was recorded"),
        ("UPDATE events SET note = '' WHERE number = 6", 6, "content is not what was recorded"),
        ("DELETE FROM events WHERE number = 3", 3, "is gone: the next is number 4"),
        ("DELETE FROM events WHERE number = 1", 1, "is gone"),
        ("DELETE FROM events WHERE number > 8", 9, "the events end at number 8"),
        ("DELETE FROM events", 1, "the events end at number 0"),
        ("DELETE FROM imports", 10, "no import recorded it"),
        ("UPDATE events SET link = digest WHERE number = 10", 10, "does not follow"),
    ],
)
def test_verify_reports_the_first_broken_link(
    url: str, store: Store, tamper: Callable[..., None], statement: str, number: int, cause: str
) -> None:
    store.append_events(receipts(0, 10))
    tamper(*_guards_down(url), statement)
    broken, *rest = store.verify()
    assert broken.code == "chain-broken"
    assert f"at number {number}" in broken.message
    assert cause in broken.message
    assert {problem.code for problem in rest} == {"guard-missing"}


def test_events_read_with_their_chain_are_those_read_without_it(store: Store) -> None:
    store.append_events(receipts(0, 2_500))
    day, moment = receipt(100).occurred_on, receipt(60).recorded_at
    for asked in ((None, None), (day, None), (None, moment), (day, moment)):
        plain = list(store.events(*asked))
        assert list(store.events(*asked, verified=True)) == plain and plain


@pytest.mark.parametrize(
    "statement",
    ["UPDATE events SET amount = '9.99' WHERE number = 9", "DELETE FROM events WHERE number = 10"],
)
def test_events_read_with_their_chain_end_in_an_error_where_it_breaks(
    url: str, store: Store, tamper: Callable[..., None], statement: str
) -> None:
    store.append_events(receipts(0, 10))
    tamper(*_guards_down(url), statement)
    with pytest.raises(ConformedError) as caught:
        list(
            store.events(receipt(0).occurred_on, verified=True)
        )  # the day asked for is long before the break
    assert caught.value.problem.code == "chain-broken" and caught.value.problem.document == store.place


def test_two_changes_are_reported_at_the_first(url: str, store: Store, tamper: Callable[..., None]) -> None:
    store.append_events(receipts(0, 10))
    tamper(*_guards_down(url), "UPDATE events SET kind = 'payment' WHERE number IN (5, 8)")
    broken = [problem for problem in store.verify() if problem.code == "chain-broken"]
    assert [problem.where for problem in broken] == ["r4"]


def test_a_chain_forged_from_some_event_on_disagrees_with_the_import(
    url: str, store: Store, tamper: Callable[..., None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store.append_events(receipts(0, 3))
    noted = store.head()
    elsewhere = f"sqlite:///{tmp_path_factory.mktemp('forged') / 'store.db'}"
    with open_store(elsewhere) as forger:
        forger.append_events([receipt(0), receipt(1, amount=Decimal(1)), receipt(2)])
        forged = forger.head()
        with forger._database.reading() as connection:
            rows = connection.exec_driver_sql("SELECT number, amount, digest, link FROM events").all()
    statements = [
        f"UPDATE events SET amount = '{row[1]}', digest = '{row[2]}', link = '{row[3]}' WHERE number = {row[0]}"
        for row in rows
    ]
    tamper(*_guards_down(url), *statements)
    assert "not the one that was recorded" in store.verify()[0].message
    tamper(f"UPDATE imports SET link = '{forged.link}'")
    assert {problem.code for problem in store.verify()} == {"guard-missing"}, "all of it was rewritten"
    assert store.verify(known=noted)[0].code == "chain-broken", "but the head noted elsewhere tells"


def test_a_noted_head_proves_the_past_as_the_chain_grows(store: Store) -> None:
    empty = store.head()
    store.append_events(receipts(0, 5))
    noted = store.head()
    store.append_events(receipts(5, 9))
    assert store.verify(known=noted) == store.verify(known=empty) == ()
    assert "another agreement" in store.verify(known=Head(0, "f" * 64))[0].message
    assert "end at number 9" in store.verify(known=Head(12, "f" * 64))[0].message


# -- the forms that are hashed -----------------------------------------------------------------------------------

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
any_event = st.builds(
    Event,
    id=texts.filter(bool),
    kind=texts,
    occurred_on=st.dates(),
    recorded_at=st.datetimes(
        timezones=st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=-5, minutes=-30))])
    ),
    subject=st.none() | texts,
    counterparty=st.none() | texts,
    amount=st.none() | st.decimals(-(10**15), 10**15, places=2),
    reference=st.none() | texts,
    note=st.none() | texts,
)


@given(any_event)
def test_an_event_is_its_texts(event: Event) -> None:
    assert event_from(texts_of(event)) == event


@given(any_event, any_event)
def test_equal_content_and_equal_digest_are_the_same_thing(one: Event, other: Event) -> None:
    assert (texts_of(one) == texts_of(other)) == (digest(texts_of(one)) == digest(texts_of(other)))


@given(
    st.datetimes(timezones=st.just(dt.UTC)),
    st.datetimes(timezones=st.just(dt.timezone(dt.timedelta(hours=14)))),
)
def test_moments_sort_as_their_texts(one: dt.datetime, other: dt.datetime) -> None:
    if other.year > 1:  # a moment before the year 1 in UTC is kept as it stands
        assert (one < other) == (utc_text(one) < utc_text(other))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_an_amounts_text_is_the_amount(amount: Decimal) -> None:
    assert Decimal(amount_text(amount)) == amount
    assert amount_text(amount * 10 / 10) == amount_text(amount)
