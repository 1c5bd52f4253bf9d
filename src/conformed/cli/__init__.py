"""The command line: thin doors to `service`."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> int:
    """Run the command `conformed` on the process's arguments and return its exit status."""
    from conformed.cli.exits import run

    return run(sys.argv[1:])
