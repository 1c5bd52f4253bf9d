"""Sealed values are kept encrypted, open only with their key, and are shown nowhere else."""

from __future__ import annotations

import copy
import logging
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from conformed.model.problem import ConformedError
from conformed.store import SealKey, Store, Unsealed, find_key, open_store

RATE = "0.2718281828"
ID = "appendix-a/r3"


def test_a_sealed_value_comes_back_with_its_key(store: Store) -> None:
    key = SealKey.generate()
    assert store.seals() == ()
    assert store.seal(ID, RATE, key)
    assert store.seal("appendix-a/r4", "", key)
    assert store.unseal(key) == {ID: RATE, "appendix-a/r4": ""}
    assert store.seals() == (ID, "appendix-a/r4")


def test_the_latest_value_holds_and_the_same_again_adds_nothing(store: Store) -> None:
    key = SealKey.generate()
    assert [store.seal(ID, value, key) for value in ("0.25", "0.25", RATE)] == [True, False, True]
    assert store.unseal(key)[ID] == RATE


def test_another_key_opens_nothing_and_seals_nothing(store: Store) -> None:
    store.seal(ID, RATE, SealKey.generate())
    for attempt in (
        lambda key: store.unseal(key),
        lambda key: store.seal("appendix-a/r4", "30", key),
        lambda key: store.reseal(key, SealKey.generate()),
    ):
        with pytest.raises(ConformedError) as caught:
            attempt(SealKey.generate())
        assert caught.value.problem.code == "seal-key"
        assert RATE not in str(caught.value)


def test_a_value_moved_to_another_id_does_not_open(store: Store, tamper: Callable[..., None]) -> None:
    key = SealKey.generate()
    store.seal(ID, RATE, key)
    tamper("UPDATE seals SET id = 'appendix-a/r5'")
    with pytest.raises(ConformedError, match="appendix-a/r5"):
        store.unseal(key)


def test_resealing_changes_the_key(store: Store) -> None:
    old, new = SealKey.generate(), SealKey.generate()
    store.seal(ID, "0.25", old)
    store.seal(ID, RATE, old)
    store.reseal(old, new)
    assert store.unseal(new) == {ID: RATE}
    with pytest.raises(ConformedError):
        store.unseal(old)


def test_no_byte_of_a_value_or_the_key_is_in_the_database_or_the_logs(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    key = SealKey.generate()
    caplog.set_level(logging.DEBUG)
    logging.getLogger("sqlalchemy").setLevel(logging.DEBUG)
    try:
        with open_store(str(tmp_path / "store.db")) as store:
            store.seal(ID, RATE, key)
            store.seal(ID, RATE + "4", key)
            opened = store.unseal(key)
            shown = f"{store!r} {key!r} {key!s} {opened!r} {opened!s} {store.derived('copy', lambda: repr(opened))}"
            files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
            assert ID.encode() in files, "the write-ahead log was looked at too"
    finally:
        logging.getLogger("sqlalchemy").setLevel(logging.NOTSET)
    files += b"".join(path.read_bytes() for path in tmp_path.iterdir())
    out, err = capfd.readouterr()
    assert caplog.text, "the library did log"
    for secret in (RATE, RATE[:8], key.text(), key._bytes.decode("latin-1")):
        assert secret not in shown + caplog.text + out + err
        assert secret.encode("latin-1") not in files


def test_no_byte_of_a_value_is_in_a_dump_of_the_tables(store: Store) -> None:
    key = SealKey.generate()
    store.seal(ID, RATE, key)
    with store._database.reading() as connection:
        rows = [bytes(sealed) for (sealed,) in connection.exec_driver_sql("SELECT sealed FROM seals")]
    assert rows
    assert not any(RATE.encode() in row or RATE[:6].encode() in row for row in rows)


def test_the_length_of_the_cipher_text_does_not_tell_the_value() -> None:
    key = SealKey.generate()
    assert len({len(key.seal(value, ID)) for value in ("", "1", "0.25", "0.187500", "P30D")}) == 1
    assert key.seal("0.25", ID) != key.seal("0.25", ID)


def test_neither_key_nor_values_are_pickled_or_copied() -> None:
    for secret in (SealKey.generate(), Unsealed({ID: RATE})):
        with pytest.raises(TypeError, match="never pickled"):
            pickle.dumps(secret)
        with pytest.raises(TypeError, match="never pickled"):
            copy.deepcopy(secret)
    assert (list(Unsealed({ID: RATE})), len(Unsealed({ID: RATE}))) == ([ID], 1)


def test_the_key_file_is_for_its_owner_only_and_never_written_over(tmp_path: Path) -> None:
    key, path = SealKey.generate(), tmp_path / "key"
    key.write(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert SealKey.read(path).text() == key.text()
    with pytest.raises(ConformedError, match="cannot be written"):
        key.write(path)


def test_where_the_key_is_looked_for(tmp_path: Path) -> None:
    file, one, two = tmp_path / "key", SealKey.generate(), SealKey.generate()
    one.write(file)
    environment = {"CONFORMED_KEY": two.text(), "CONFORMED_KEY_FILE": str(file)}
    texts = [
        found.text() if found else None
        for found in (
            find_key(environment, file=file),
            find_key(environment),
            find_key({"CONFORMED_KEY_FILE": str(file)}),
            find_key({}),
        )
    ]
    assert texts == [one.text(), two.text(), one.text(), None]


@pytest.mark.parametrize("unfit", ["secret", "not base64 at all!", "ÄÖ", "c2hvcnQ=", ""])
def test_an_unfit_key_is_refused_without_being_shown(unfit: str) -> None:
    with pytest.raises(ConformedError) as caught:
        SealKey(unfit)
    assert caught.value.problem.code == "key-unfit"
    assert not unfit or unfit not in str(caught.value)


def test_an_absent_key_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ConformedError, match="No such file"):
        find_key({"CONFORMED_KEY_FILE": str(tmp_path / "absent")})
