"""How fast a paper is read and outlined, how that grows with its length, and how much memory it takes.

The papers are the contracts of CUAD beside the checkout; without them, a paper of this file's own words stands in. The
kept sentence segmenter (nupunkt) is timed in the same run: it is the floor under any reading of sentences.
"""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from conformed.reading import read_bytes
from conformed.structure import document_of

CUAD = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "cuad"
_SIZES = (100_000, 1_000_000, 10_000_000)


def papers() -> list[bytes]:
    """The contracts, or a paper of our own where they are not there."""
    found = [path.read_bytes() for path in sorted(CUAD.glob("*.txt"))]
    return found or [_own_paper(300_000)]


def outline(data: bytes) -> int:
    """Read and outline one paper; the number of its provisions."""
    return sum(1 for _ in document_of(read_bytes(data, file="paper.txt")).walk())


def _own_paper(size: int) -> bytes:
    articles, length, number = [], 0, 0
    while length < size:
        number += 1
        clauses = "\n\n".join(
            f'{number}.{place} Heading. The Seller (the "Party {place}") shall deliver the goods within thirty (30) days of an\n'
            f"order under Section {number}.{place}(a), and shall: (i) insure them; and (ii) keep records.\n\n"
            "    (a) The Buyer shall pay on delivery.\n\n    (b) Interest runs from the due date."
            for place in range(1, 9)
        )
        articles.append(f"ARTICLE {number}\nTERMS OF SALE\n\n{clauses}\n\n")
        length += len(articles[-1])
    return "".join(articles).encode()


def _grown(sample: list[bytes], size: int) -> bytes:
    """One paper of about `size` bytes: contracts one after another."""
    pieces, length, at = [], 0, 0
    while length < size:
        piece = sample[at % len(sample)][: size - length]
        pieces.append(piece)
        length += len(piece)
        at += 1
    return b"\n\n".join(pieces)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print speed, growth and peak memory."""
    sample = papers()
    size = sum(map(len, sample)) / 1e6
    outline(sample[0])
    ours = _seconds(lambda: [outline(data) for data in sample])
    print(f"outline of {len(sample)} papers, {size:.1f} MB, one core: {size / ours:.2f} MB/s ({ours:.1f} s)")

    from nupunkt import sent_spans

    texts = [data.decode("utf-8", "replace") for data in sample]
    sent_spans("Warm up. It is loaded.")
    floor = _seconds(lambda: [sent_spans(text) for text in texts])
    print(
        f"nupunkt alone on the same papers: {size / floor:.2f} MB/s ({floor:.1f} s); outline takes {ours / floor:.2f} times that"
    )

    for length in _SIZES:
        data = _grown(sample, length)
        seconds = _seconds(lambda data=data: outline(data))  # type: ignore[misc]
        print(f"growth: {len(data) / 1e6:5.1f} MB in {seconds:6.2f} s, {len(data) / 1e6 / seconds:.2f} MB/s")

    data = _grown(sample, _SIZES[1])
    tracemalloc.start()
    document = document_of(read_bytes(data, file="paper.txt"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(
        f"peak memory for {len(data) / 1e6:.1f} MB: {peak / len(data):.1f} times the text ({len(document.provisions)} provisions at the top)"
    )


if __name__ == "__main__":
    sys.exit(main())
