"""Calls the command `conformed` and says how it ended."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Ended", "call", "one_line", "process"]


@dataclass(frozen=True)
class Ended:
    """How a call ended: exit status, stdout, stderr."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def call(*arguments: str | Path) -> Ended:
    """The command in this process: quick."""
    from conformed.cli.exits import run

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run([str(argument) for argument in arguments])
    return Ended(status, out.getvalue(), err.getvalue())


def process(
    *arguments: str | Path, timeout: float = 60, cwd: Path | None = None, **environment: str
) -> Ended:
    """The command as a user calls it, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "conformed", *map(str, arguments)],
        capture_output=True,
        timeout=timeout,
        cwd=cwd,
        env={**os.environ, **environment},
    )
    return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def one_line(ended: Ended, *wanted: str) -> bool:
    """Whether the call was refused as promised: status 2, nothing on stdout, one line that has the words `wanted`."""
    lines = ended.err.splitlines()
    return (
        ended.status == 2
        and not ended.out
        and len(lines) == 1
        and "Traceback" not in ended.err
        and all(word in lines[0] for word in wanted)
    )
