"""Runs every command that the documentation shows, so that what it prints is what the program prints.

A fenced block marked `console` holds commands, each behind `$ `, and under each what it printed (stdout and stderr
as they came). All blocks of a file run one after the other in one folder, which holds a copy of the example and
nothing else; for `README.md`, whose reader has nothing yet, it is empty. `cd FOLDER` moves the commands behind it there.
A block marked `python` holds an interpreter session, which doctest checks in a folder with a copy of the example.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conformed.examples import example_folder

__all__ = ["ROOT", "Command", "commands", "pages", "printed", "ran", "refreshed", "workplace"]

ROOT = Path(__file__).parents[1]
SECONDS = 60
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
_CD = re.compile(r"cd ([\w./-]+)")
_COMMAND = re.compile(r"^\$ (.+\n(?:>(?: .*)?\n)*)((?:(?!\$ ).*\n)*)", re.M)


@dataclass(frozen=True, slots=True)
class Command:
    """A command in a page: the line on which it stands, what to run, what the page says that it prints.

    A command goes on in the lines behind it that begin with `>`, as a shell shows it.
    """

    line: int
    words: str
    shown: str


def pages() -> tuple[Path, ...]:
    """The pages whose commands are run."""
    return (
        ROOT / "README.md",
        *sorted((ROOT / "docs").rglob("*.md")),
        *sorted((ROOT / "examples").rglob("*.md")),
    )


def commands(page: str) -> Iterator[Command]:
    r"""The commands of a page, in order.

    >>> list(commands("```console\n$ echo 1\n1\n```\n"))
    [Command(line=2, words='echo 1', shown='1\n')]
    """
    for block in _BLOCK.finditer(page):
        for found in _COMMAND.finditer(block[1]):
            at = block.start(1) + found.start()
            yield Command(page.count("\n", 0, at) + 1, _typed(found[1]), found[2])


def _typed(shown: str) -> str:
    return re.sub(r"\n> ?", "\n", shown.rstrip("\n"))


def workplace(folder: Path, *, page: Path | None = None) -> Path:
    """`folder`, as a reader of `page` has it: with a copy of the example, or for the README empty."""
    if page != ROOT / "README.md":
        shutil.copytree(example_folder(), folder, dirs_exist_ok=True)
    return folder


def ran(words: str, folder: Path) -> tuple[str, Path]:
    """What the shell prints for `words` in `folder`, and the folder in which the next command runs.

    Raises:
        RuntimeError: where the command breaks down, or does not exist.
    """
    moved = _CD.fullmatch(words)
    if moved is None:
        return printed(words, folder), folder
    there = folder / moved[1]
    if not there.is_dir():
        raise RuntimeError(f"`{words}`: there is no such folder")
    return "", there


def printed(words: str, folder: Path) -> str:
    """What the shell prints for `words` in `folder`: 80 columns, no colour, no trailing blanks.

    Raises:
        RuntimeError: where the command breaks down, or does not exist.
    """
    environment = {
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath))),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "EXAMPLE": str(example_folder()),
    }
    done = subprocess.run(  # noqa: S603
        ["bash", "-o", "pipefail", "-c", words],  # noqa: S607
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    if done.returncode in (1, 126, 127) or "Traceback" in done.stdout:
        raise RuntimeError(f"`{words}` ended with status {done.returncode}:\n{done.stdout}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def refreshed(page: str, folder: Path) -> str:
    """The page with what its commands print today."""
    at = folder

    def command(found: re.Match[str]) -> str:
        nonlocal at
        shown, at = ran(_typed(found[1]), at)
        return f"$ {found[1]}{shown}"

    return _BLOCK.sub(lambda block: f"```console\n{_COMMAND.sub(command, block[1])}```", page)
