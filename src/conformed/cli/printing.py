"""What goes where: stdout is data, stderr is talk, and everything is legible without colour."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size
from typing import IO

from conformed.model.problem import Problem

__all__ = [
    "as_json_text",
    "bold",
    "colour_wanted",
    "data",
    "hint",
    "problems",
    "readable",
    "ready_streams",
    "record",
    "record_parts",
    "say_today",
    "table",
    "talk",
    "width",
    "working",
]

PIPE_WIDTH = 160
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), *range(8234, 8239), *range(8294, 8298)), "�")
for _kept in "\n\t":
    del _CONTROLS[ord(_kept)]


def ready_streams() -> bool:
    """Write UTF-8 whatever the locale says, and never fail on a character that cannot be encoded.

    Returns:
        Whether there is a standard output; without one, or without a standard error, what is written there is lost.
    """
    there = sys.stdout is not None
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (for the whole run)
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    return there


def readable(text: str) -> str:
    """The text without characters that would steer a terminal: papers are written by others."""
    return text.translate(_CONTROLS)


def data(text: str, *, coloured: bool = False) -> None:
    """Print a result; `coloured` text was made readable before its colours were put in."""
    sys.stdout.write((text if coloured else readable(text)).rstrip("\n") + "\n")


def record(value: object) -> None:
    """Print a result as JSON and nothing else: on one line, indented where a person looks at it."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None)
    sys.stdout.write("\n")


def record_parts(parts: Iterable[str]) -> None:
    """Print a result that is given as JSON a part at a time, on one line."""
    sys.stdout.writelines(parts)
    sys.stdout.write("\n")


def as_json_text(value: object) -> str:
    """A result as a JSON file holds it."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def talk(line: str) -> None:
    """Say something about the run on stderr, on one line."""
    sys.stdout.flush()
    print(readable(" ".join(line.split("\n"))), file=sys.stderr)


def hint(line: str) -> None:
    """Say, behind a blank line, what the user may do next."""
    sys.stdout.flush()
    print(f"\nhint: {readable(line)}", file=sys.stderr)


def say_today(given: dt.date | None, taken: dt.date) -> None:
    """Say which day a run took where none was `given`."""
    if given is None:
        talk(f"note: as of today, {taken.isoformat()}; --as-of DATE takes another day")


def problems(found: Iterable[Problem], *, word: str = "warning") -> int:
    """Say each problem on a line of its own, and return how many there were."""
    listed = list(found)
    for problem in listed:
        talk(f"{word}: {problem}")
    return len(listed)


def colour_wanted(stream: IO[str]) -> bool:
    """Whether to colour: on a terminal that can, unless `NO_COLOR` is set (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def bold(text: str, stream: IO[str]) -> str:
    """A heading, in bold where there is colour."""
    return f"\x1b[1m{text}\x1b[0m" if colour_wanted(stream) else text


def width() -> int:
    """The columns to fill: the terminal's, at most 100; 80 where there is none."""
    return min(get_terminal_size((80, 24)).columns, 100) if sys.stdout.isatty() else 80


def table(
    title: str, columns: Iterable[str], rows: Iterable[Iterable[object]], *, right: Iterable[str] = ()
) -> None:
    """Print a table: the columns named in `right` hold figures. No word is parted.

    Where the terminal is narrower than the longest words side by side, each row is a block, a line to each column.
    """
    names = [readable(name) for name in columns]
    cells = [[readable(str(cell)) for cell in row] for row in rows]
    if title:
        data(title)
    aligned = {readable(name) for name in right}
    least = [
        (_longest if name in aligned else _longest_word)((name, *(row[at] for row in cells)))
        for at, name in enumerate(names)
    ]
    room = max(width(), min(get_terminal_size((80, 24)).columns, 100)) if sys.stdout.isatty() else PIPE_WIDTH
    gap = 3 if sum(least) + 3 * len(least) <= room else 2
    needed = sum(least) + gap * len(least)
    if sys.stdout.isatty() and needed > room:
        _blocks(names, cells, room)
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, gap - 2))
    for name, word in zip(names, least, strict=True):
        grid.add_column(
            Text(name),
            justify="right" if name in aligned else "left",
            no_wrap=name in aligned,
            overflow="fold",
            min_width=word,
        )
    for row in cells:
        grid.add_row(*map(Text, row))
    colour = colour_wanted(sys.stdout)
    console = Console(
        file=sys.stdout,
        width=max(room, needed),
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
    )
    with console.capture() as captured:
        console.print(grid)
    sys.stdout.write("\n".join(line.rstrip() for line in captured.get().split("\n")))


def _longest(cells: Iterable[str]) -> int:
    return max(map(len, cells), default=1)


def _longest_word(cells: Iterable[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=1)


def _blocks(names: list[str], cells: list[list[str]], room: int) -> None:
    from textwrap import wrap

    for row in cells:
        data("")
        for at, (name, cell) in enumerate(zip(names, row, strict=True)):
            if not cell:
                continue
            opening = "" if at == 0 else f"  {name}: " if name else "  "
            lines = wrap(
                opening + cell, room, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
            )
            data("\n".join(lines))


@contextmanager
def working(what: str) -> Iterator[Callable[[str], None]]:
    """Show on stderr, to a terminal only, that `what` takes a while; the function given says what is done now."""
    if not sys.stderr.isatty():
        yield lambda _now: None
        return
    from rich.console import Console

    console = Console(file=sys.stderr, no_color=not colour_wanted(sys.stderr))
    with console.status(readable(what)) as status:
        yield lambda now: status.update(readable(now))
