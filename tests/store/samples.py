"""Events for the tests of the store; run as a program, a writer in a process of its own.

`python -m tests.store.samples URL FIRST LAST SIZE` appends the events FIRST up to LAST, SIZE at a time, printing
how far each import has read.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from conformed.model.event import Event
from conformed.store import open_store


def receipt(number: int, **changes: Any) -> Event:
    fields: dict[str, Any] = {
        "id": f"r{number}",
        "kind": "provider-payment",
        "occurred_on": dt.date(2001, 1, 1) + dt.timedelta(days=number % 365),
        "recorded_at": dt.datetime(2001, 1, 2, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
        + dt.timedelta(days=number % 365),
        "counterparty": f"Trunk Provider {number % 7}",
        "amount": Decimal(number) / 100,
    }
    return Event(**(fields | changes))


def receipts(first: int, last: int) -> Iterator[Event]:
    return (receipt(number) for number in range(first, last))


def main(url: str, first: int, last: int, size: int) -> None:
    with open_store(url) as store:
        for start in range(first, last, size):
            store.append_events(
                receipts(start, min(start + size, last)),
                progress=lambda count: print(count, flush=True),
            )
    print("done", flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:5]))
