"""A paper as it was filed: its bytes, its text, and the parts of it that are page furniture."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from hashlib import sha256

__all__ = ["Furniture", "LineFinder", "Source"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A part of a filed page that is not text of the agreement.

    Attributes:
        kind: `page-mark`, `page-number`, `running-head`, `running-foot` or `legend`.
        start: offset of its first character in the original text.
        end: offset behind its last.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A paper as filed.

    Attributes:
        id: the paper's id: given, else the file's name without suffix.
        file: the path it was read from, as given.
        data: its bytes, unchanged.
        encoding: the encoding in which `data` was read; `original` encoded so (byte order mark apart) is `data`.
        original: the decoded characters, unchanged.
        text: the running text: as many characters as `original`, with furniture and carriage returns blanked,
            so that offsets in both agree.
        furniture: what was blanked, in order.
    """

    id: str
    file: str
    data: bytes
    encoding: str
    original: str
    text: str
    furniture: tuple[Furniture, ...] = ()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes as filed, in hexadecimal."""
        return sha256(self.data).hexdigest()

    def __repr__(self) -> str:
        return f"<Source {self.id} ({self.file}), {len(self.original)} characters>"

    def line_number(self, offset: int) -> int:
        """The line of the file, counted from 1, in which the character at `offset` stands."""
        return self.original.count("\n", 0, offset) + 1


class LineFinder:
    r"""The lines of a text, counted from 1, by offset: for many questions about one text.

    >>> line_of = LineFinder("one\ntwo")
    >>> line_of(0), line_of(3), line_of(4)
    (1, 1, 2)
    """

    def __init__(self, text: str) -> None:
        self._breaks: list[int] = []
        at = text.find("\n")
        while at >= 0:
            self._breaks.append(at)
            at = text.find("\n", at + 1)

    def __call__(self, offset: int) -> int:
        """The line, counted from 1, in which the character at `offset` stands."""
        return bisect_left(self._breaks, offset) + 1
