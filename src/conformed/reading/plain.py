"""Text files (`.txt`, `.md`) to `Source`."""

from __future__ import annotations

from pathlib import Path

from conformed.model.problem import ConformedError, problem
from conformed.model.source import Source
from conformed.reading.decoding import decode
from conformed.reading.furniture import blank_furniture
from conformed.reading.marks import blank_marks, has_marks
from conformed.reading.spacing import plain_spaces, with_lost_line_breaks

__all__ = ["read", "read_bytes"]


def read(path: str | Path, *, id: str | None = None) -> Source:
    """The paper in a file.

    Args:
        path: a text file, `.txt` or `.md`.
        id: the paper's id; by default the file's name without suffix.

    Raises:
        ConformedError: `file-absent`, `file-directory`, `file-unreadable`, or as `read_bytes`.
    """
    place = Path(path)
    try:
        data = place.read_bytes()
    except FileNotFoundError:
        raise ConformedError(problem("file-absent", document=str(path))) from None
    except IsADirectoryError:
        raise ConformedError(problem("file-directory", document=str(path))) from None
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise ConformedError(problem("file-unreadable", document=str(path), cause=cause)) from None
    return read_bytes(data, file=str(path), id=id)


def read_bytes(data: bytes, *, file: str, id: str | None = None) -> Source:
    r"""The paper in `data`, as if read from `file`.

    The running text has as many characters as the original, so an offset in one is the same offset in the other:
    page furniture, carriage returns, form feeds and markdown's emphasis marks become blanks.

    Raises:
        ConformedError: `file-empty`, `file-too-large`, `file-kind`, `file-binary` or `file-truncated`.

    >>> source = read_bytes(b"1. Term.\r\n\r\n   - 2 -\r\n<PAGE>\r\n2. Rent.", file="lease.txt")
    >>> [piece.kind for piece in source.furniture], source.text.split()
    (['page-number', 'page-mark'], ['1.', 'Term.', '2.', 'Rent.'])
    """
    original, encoding = decode(data, file=file)
    text = plain_spaces(original)
    marked = file.lower().endswith((".md", ".markdown")) or has_marks(text)
    if marked:
        text = blank_marks(text)
    text, furniture = blank_furniture(text, rules_are_breaks=marked)
    text = with_lost_line_breaks(text)
    assert len(text) == len(original)
    return Source(id or Path(file).stem, file, data, encoding, original, text, furniture)
