"""Sealed values at rest: AES-256-GCM, each bound to its agreement, its id and its version.

The key never enters the database. It comes from the environment or a key file, through whoever calls; the values
come out as `Unsealed`, which shows its ids and never a value unless one is asked for by its id.
"""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

from conformed.model.problem import ConformedError, problem

__all__ = ["SealKey", "Unsealed", "find_key"]

KEY_VARIABLE = "CONFORMED_KEY"
KEY_FILE_VARIABLE = "CONFORMED_KEY_FILE"
_KEY_BYTES = 32
_NONCE_BYTES = 12
_PADDED_TO = 64  # so that the length of the cipher text does not tell "0.25" from "0.1875"
_LARGEST_KEY_FILE = 4096


class SealKey:
    """A key of 256 bits. Its text is shown only by `text`; never by `repr`, `str` or a pickle.

    >>> SealKey.generate()
    SealKey(...)
    """

    __slots__ = ("_bytes",)

    def __init__(self, text: str) -> None:
        try:
            self._bytes = base64.urlsafe_b64decode(text.strip().encode("ascii"))
        except (ValueError, binascii.Error):
            raise ConformedError(problem("key-unfit", cause="it is not base64")) from None
        if len(self._bytes) != _KEY_BYTES:
            raise ConformedError(
                problem("key-unfit", cause=f"it has {len(self._bytes) * 8} bits instead of {_KEY_BYTES * 8}")
            )

    @classmethod
    def generate(cls) -> SealKey:
        """A new key, from the operating system's source of randomness."""
        return cls(base64.urlsafe_b64encode(os.urandom(_KEY_BYTES)).decode())

    @classmethod
    def read(cls, path: str | Path) -> SealKey:
        """The key in the file `path`.

        Raises:
            ConformedError: `key-unfit`: the file cannot be read, or holds no key.
        """
        try:
            with Path(path).open("rb") as file:
                data = file.read(_LARGEST_KEY_FILE)
        except OSError as error:
            cause = f"{path} cannot be read: {error.strerror}"
            raise ConformedError(problem("key-unfit", cause=cause)) from None
        return cls(data.decode("latin-1"))

    def write(self, path: str | Path) -> None:
        """Put the key into a new file that only its owner may read.

        Raises:
            ConformedError: `key-unfit`: the file is already there, or cannot be written.
        """
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as error:
            cause = f"{path} cannot be written: {error.strerror}"
            raise ConformedError(problem("key-unfit", cause=cause)) from None
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(self.text() + "\n")

    def text(self) -> str:
        """The key as text, for the key file or the environment."""
        return base64.urlsafe_b64encode(self._bytes).decode()

    def seal(self, value: str, about: str) -> bytes:
        """The cipher text of `value`, which opens only with the same `about`."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        plain = value.encode()
        plain = len(plain).to_bytes(4, "big") + plain
        plain += bytes(-len(plain) % _PADDED_TO)
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + AESGCM(self._bytes).encrypt(nonce, plain, about.encode())

    def open(self, sealed: bytes, about: str) -> str | None:
        """The value, or None: another key, another `about`, or changed cipher text."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            plain = AESGCM(self._bytes).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], about.encode())
        except (InvalidTag, ValueError):
            return None
        return plain[4 : 4 + int.from_bytes(plain[:4], "big")].decode()

    def __repr__(self) -> str:
        return "SealKey(...)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is never pickled")


class Unsealed(Mapping[str, str]):
    """Sealed values by their ids, read with the key. Printing, pickling or copying it never shows a value.

    >>> Unsealed({"appendix-a/r3": "0.25"})
    Unsealed('appendix-a/r3')
    """

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = dict(values)

    def __getitem__(self, seal: str) -> str:
        return self._values[seal]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Unsealed({', '.join(map(repr, self._values))})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("sealed values are never pickled")


def find_key(environment: Mapping[str, str], *, file: str | Path | None = None) -> SealKey | None:
    """The key from `file`, else from CONFORMED_KEY, else from the file that CONFORMED_KEY_FILE names; else None.

    Raises:
        ConformedError: `key-unfit`: there is one, and it is not a key.
    """
    if file is not None:
        return SealKey.read(file)
    if environment.get(KEY_VARIABLE):
        return SealKey(environment[KEY_VARIABLE])
    if environment.get(KEY_FILE_VARIABLE):
        return SealKey.read(environment[KEY_FILE_VARIABLE])
    return None
