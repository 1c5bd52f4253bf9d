"""Papers that nobody drafted: each is read within seconds, without exhausting anything."""

from __future__ import annotations

import time

import pytest

from conformed.reading import read_bytes
from conformed.structure import document_of

WORDS = b"The Company shall pay the amount due under this Agreement within thirty days of receipt. "

PAPERS = {
    "a line of ten megabytes": WORDS * (10_000_000 // len(WORDS)),
    "blanks without end": b"a" + b" " * 3_000_000 + b"b",
    "50,000 nested labels": b"\n\n".join([b"1. a", b"(a) b", b"(i) c", b"(A) d", b"(1) e"] * 10_000),
    "50,000 labels in one line": b"(a) " * 50_000,
    "50,000 labels ever deeper": b"\n".join(b" " * min(at, 100) + b"(a) x" for at in range(50_000)),
    "20,000 unclosed quotations": b"".join(
        b'(%d) the "Term %d shall be. ' % (at % 90, at) for at in range(20_000)
    ),
    "20,000 unclosed quotations in lines": b"".join(
        b'%d. "Term %d shall be\n\n' % (at % 900, at) for at in range(20_000)
    ),
    "quotation marks alone": b'"' * 200_000,
    "brackets alone": b"[ " * 200_000,
    "stars alone": b"*" * 2_000_000,
    "legends": b"\n\n\n\n\n\n".join(
        b"Confidential portions %d of this exhibit have been omitted. x" % at for at in range(2_000)
    ),
    "definitions": b'"T" means ' * 10_000,
    "recitals": b"This Agreement between A and B. " + b"WHEREAS, " * 50_000,
    "signatures": b"\n".join(b"By: ____  By: ____" for _ in range(5_000)),
    "exhibits": b"\n\n".join(b"EXHIBIT A-%d\n\nText." % (at % 900) for at in range(2_000)),
    "tables": b"| a | b |\n" * 10_000,
}


@pytest.mark.parametrize("name", PAPERS)
def test_within_seconds(name: str) -> None:
    start = time.process_time()
    document = document_of(read_bytes(PAPERS[name], file="paper.txt"))
    assert time.process_time() - start < 15
    assert hash(document.provisions) == hash(document.provisions)
    assert repr(document.provisions)


def test_time_grows_with_length() -> None:
    sample = b"\n\n".join(
        b'%d.%d Rent. The Tenant (the "Party") shall pay [***] under Section 1.1.'
        % (1 + at // 50, 1 + at % 50)
        for at in range(700)
    )

    def seconds(data: bytes) -> float:
        start = time.process_time()
        document_of(read_bytes(data, file="paper.txt"))
        return time.process_time() - start

    seconds(sample)
    small = min(seconds(sample) for _ in range(3))
    assert seconds(sample * 4) < 4 * small * 3
