"""From bytes to characters, without loss: encoding the characters again gives the bytes.

Rules that this file must obey:

* UTF-8 where the bytes are valid UTF-8; else UTF-16 where a mark or the pattern of zero bytes says so; else
  Windows-1252; else Latin-1, which reads anything.
* A byte order mark stays in the decoded text, so that nothing has to be added when it is encoded again.
* What is no text (a program, a picture, a word processor's file) is refused with its kind named, never half read.
"""

from __future__ import annotations

import re

from conformed.model.problem import ConformedError, problem

__all__ = ["MOST_BYTES", "decode"]

MOST_BYTES = 256 * 1024 * 1024
"""The largest file that is read, in bytes."""

_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive, such as a Word or Excel file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich-text (RTF) file"),
    (b"\x7fELF", "a program"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_MARKED_UP = re.compile(
    r"(?:\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?|[^\0]{0,9000}?<text>\s*)(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
"""A page for a browser, alone or in the wrapper of a filing."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_EMPTY = "".join(map(chr, range(33))) + "\x7f\x85\xa0\ufeff\u2028\u2029"
_MOST_CONTROL = 0.01


def decode(data: bytes, *, file: str) -> tuple[str, str]:
    """The characters of `data` and the encoding they were read in.

    Args:
        data: the bytes as filed.
        file: the path, for the message.

    Raises:
        ConformedError: `file-empty`, `file-too-large`, `file-kind`, `file-binary` or `file-truncated`.

    >>> decode("1. Föhn".encode("cp1252"), file="a.txt")
    ('1. Föhn', 'cp1252')
    """
    if not data.strip():
        raise ConformedError(problem("file-empty", document=file))
    if len(data) > MOST_BYTES:
        raise ConformedError(problem("file-too-large", document=file, limit=MOST_BYTES // 1024**2))
    for start, kind in _KINDS:
        if data.startswith(start):
            raise ConformedError(problem("file-kind", document=file, kind=kind))
    text, encoding = _decoded(data, file)
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > max(8, _MOST_CONTROL * len(text)):
        raise ConformedError(problem("file-binary", document=file))
    if _MARKED_UP.match(text[:12_000]):
        raise ConformedError(problem("file-kind", document=file, kind="an HTML page"))
    if not text.strip(_EMPTY):
        raise ConformedError(problem("file-empty", document=file))
    return text, encoding


def _decoded(data: bytes, file: str) -> tuple[str, str]:
    wide = _wide_encoding(data)
    if wide:
        if len(data) % 2:
            raise ConformedError(problem("file-truncated", document=file, encoding="UTF-16"))
        try:
            return data.decode(wide), wide
        except UnicodeDecodeError:
            raise ConformedError(problem("file-truncated", document=file, encoding="UTF-16")) from None
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        cut = error.start >= len(data) - 3 and error.reason == "unexpected end of data"
        if cut and not data[: error.start].isascii():
            raise ConformedError(problem("file-truncated", document=file, encoding="UTF-8")) from None
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def _wide_encoding(data: bytes) -> str | None:
    if data.startswith(b"\xff\xfe"):
        return "utf-16-le"
    if data.startswith(b"\xfe\xff"):
        return "utf-16-be"
    sample = data[:4096]
    if len(sample) < 16 or b"\x00" not in sample:
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None
