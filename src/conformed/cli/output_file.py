"""Where results are written: whole or not at all, never over a paper, in the format of the file's suffix."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from conformed.model.problem import ConformedError, problem

__all__ = ["Writer", "check_output", "write_file"]

Writer = Callable[[], "str | bytes | Iterator[str]"]
"""Gives what a file holds: as a whole, or a part at a time."""


def check_output(path: Path, formats: Iterable[str], *, inputs: Iterable[Path] = ()) -> None:
    """Refuse, before any work is done, an output that cannot be right.

    Raises:
        ConformedError: the suffix is none of `formats`, the file is one of `inputs` or a folder, or there is no such folder.
    """
    supported = sorted(formats)
    suffix = path.suffix.lower()
    if suffix not in supported:
        raise ConformedError(
            problem(
                "output-format", document=str(path), suffix=suffix or path.name, supported=_listed(supported)
            )
        )
    try:
        target = path.resolve()
    except (OSError, RuntimeError):
        raise ConformedError(
            problem("output-refused", document=str(path), reason="its links lead round in a circle")
        ) from None
    if path.is_dir() or not target.parent.is_dir():
        reason = "it is a folder" if path.is_dir() else f"there is no folder {path.parent}"
        raise ConformedError(problem("output-refused", document=str(path), reason=reason))
    for given in inputs:
        if target == given.resolve() or (target.exists() and given.exists() and target.samefile(given)):
            raise ConformedError(problem("output-is-input", document=str(path)))


def write_file(path: Path, writers: Mapping[str, Writer]) -> None:
    """Write `path` with the writer for its suffix, to a temporary file that is then renamed.

    Raises:
        ConformedError: the suffix has no writer, or the file cannot be written.
    """
    check_output(path, writers)
    content = writers[path.suffix.lower()]()
    parts = iter((content,)) if isinstance(content, str | bytes) else content
    target = path.resolve()
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
        try:
            with os.fdopen(handle, "wb") as file:
                for part in parts:
                    file.write(part if isinstance(part, bytes) else part.encode("utf-8", "backslashreplace"))
            mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
            Path(temporary).chmod(mode)
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConformedError(problem("output-refused", document=str(path), reason=reason)) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _listed(suffixes: list[str]) -> str:
    return suffixes[0] if len(suffixes) == 1 else f"{', '.join(suffixes[:-1])} or {suffixes[-1]}"
