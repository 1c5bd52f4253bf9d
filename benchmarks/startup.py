"""How long `conformed --help` takes, from the call to the end: the time a user waits before anything is read.

python -m benchmarks startup
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 15
LIMIT = 0.25  # seconds

CALLS = {
    "python alone": [sys.executable, "-c", "pass"],
    "import typer": [sys.executable, "-c", "import typer"],
    "conformed --help": [sys.executable, "-m", "conformed", "--help"],
    "conformed build --help": [sys.executable, "-m", "conformed", "build", "--help"],
}


def measure(command: list[str], *, runs: int = RUNS) -> list[float]:
    """Seconds of wall clock that each of `runs` calls takes, the first (cold) one left out."""
    taken = []
    for _ in range(runs + 1):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - begun)
    return taken[1:]


def main() -> None:
    print(f"start-up, {RUNS} calls each: least and median seconds")
    for name, command in CALLS.items():
        taken = measure(command)
        print(f"  {name:<24} {min(taken):.3f}  {statistics.median(taken):.3f}")
    print(f"  (conformed --help is to stay below {LIMIT} s)")


if __name__ == "__main__":
    main()
