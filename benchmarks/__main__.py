"""Runs the benchmarks: all of them, or those named.

    python -m benchmarks
    python -m benchmarks startup outline

A benchmark is a file of this folder with a function `main()` that prints what it measured. One that needs the labelled
documents says so and returns where they are not there.
"""

from __future__ import annotations

import importlib
import platform
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent


def names() -> list[str]:
    """The benchmarks, in the order in which they run: start-up first, since it is the least disturbed then."""
    found = sorted(
        path.stem
        for path in HERE.glob("*.py")
        if not path.stem.startswith("_") and "\ndef main(" in path.read_text(encoding="utf-8")
    )
    return sorted(found, key=lambda name: name != "startup")


def main(arguments: list[str]) -> int:
    known = names()
    wanted = arguments or known
    unknown = [name for name in wanted if name not in known]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    for name in wanted:
        print(f"\n== {name}", flush=True)
        begun = time.perf_counter()
        importlib.import_module(f"benchmarks.{name}").main()
        print(f"   ({time.perf_counter() - begun:.1f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
