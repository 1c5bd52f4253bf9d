"""How long it takes to build the conformed copy of an agreement of 300 kB with three amendments.

Start-up (the interpreter with the imports that the work needs) is measured apart. In the same run `difflib` makes a
redline of the same pair of texts, which is what a program without the instructions has to do; the conformed copy knows
its changes and compares nothing.

The papers are made here, in this file's own words, so the figures can be had anywhere.
"""

from __future__ import annotations

import subprocess
import sys
import time
import tracemalloc

from conformed.amending import amendment_of
from conformed.conforming import build_record, changes, conform
from conformed.model.conformed import Conformed
from conformed.model.source import Source
from conformed.reading import read_bytes
from conformed.structure import document_of

SIZE = 300_000


def papers(size: int = SIZE) -> tuple[Source, list[Source]]:
    """An agreement of about `size` bytes, and three amendments of twenty instructions each."""
    sections: list[str] = []
    length = number = 0
    while length < size:
        number += 1
        text = (
            f"{number}.  SUPPLY OF LOT {number}.\n\n"
            f"     {number}.1  The Seller shall deliver lot {number} to the Buyer within thirty (30) days of an order\n"
            f"given under Section {number}.2, packed in crates of forty and marked with the number {number}.\n\n"
            f"     {number}.2  An order for lot {number} shall be in writing. It shall state the place of delivery and\n"
            f"the price of ${number}.00 for each crate. The Seller may refuse an order within five (5) days.\n\n"
            f"          (a)  If the Seller refuses, the Buyer may buy lot {number} elsewhere: {_goods(number)}; and\n\n"
            f"          (b)  the Seller shall repay what it has received.\n\n"
        )
        sections.append(text)
        length += len(text)
    head = "SUPPLY AGREEMENT\n\nThis Supply Agreement is dated May 1, 2001 between Crate Makers Inc. and Lot Buyers LLC.\n\n"
    base = read_bytes((head + "".join(sections)).encode(), file="agreement.txt")
    return base, [
        read_bytes(_amendment(paper, number).encode(), file=f"amendment-{paper}.txt") for paper in (1, 2, 3)
    ]


def _goods(number: int) -> str:
    """Forty words that differ from lot to lot, as the words of a real agreement differ from section to section."""
    syllables = (
        "ba",
        "cor",
        "den",
        "fil",
        "gam",
        "hel",
        "jun",
        "kor",
        "lim",
        "mar",
        "nov",
        "pel",
        "ros",
        "sil",
        "tam",
        "vor",
    )
    state, names = number * 7919 + 13, []
    for _ in range(40):
        state = (state * 1103515245 + 12345) % 2147483648
        names.append("".join(syllables[state >> shift & 15] for shift in (8, 14, 20)))
    lines = [" ".join(names[at : at + 10]) for at in range(0, 40, 10)]
    return ",\n".join(lines)


def _amendment(paper: int, sections: int) -> str:
    orders = []
    for count in range(20):
        lot = (paper * 31 + count * (sections // 21)) % sections + 1
        match count % 4:
            case 0:
                order = f'Section {lot}.1 is amended by deleting "thirty (30) days" and inserting "{paper}0 days".'
            case 1:
                order = f"The last sentence of Section {lot}.2 is deleted."
            case 2:
                order = f"Section {lot}.2(b) is amended to read in its entirety as follows:\n\n     (b)  the Seller pays twice."
            case _:
                order = (
                    f"The following is added as Section {lot}.3:\n\n     {lot}.3  Lot {lot} is sold as it is."
                )
        orders.append(f"     {count + 1}.  {order}\n")
    return (
        f"AMENDMENT NO. {paper} TO SUPPLY AGREEMENT\n\nThis Amendment No. {paper} is dated May 1, {2001 + paper} between Crate "
        "Makers Inc. and Lot Buyers LLC and amends the Supply Agreement dated May 1, 2001.\n\nThe parties agree:\n\n"
        + "\n".join(orders)
    )


def build(base: Source, amendments: list[Source]) -> Conformed:
    """Read everything and conform it, up to the record that `build --json` prints."""
    conformed = conform(document_of(base), [amendment_of(document_of(source)) for source in amendments])
    build_record(conformed)
    return conformed


def start_up() -> float:
    """Seconds that the interpreter needs to import what a build imports."""
    code = "import conformed.amending, conformed.conforming, conformed.structure, conformed.reading, rapidfuzz, nupunkt"
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def redline_with_difflib(old: str, new: str) -> float:
    """Seconds that difflib needs for the word redline of the same pair."""
    from difflib import SequenceMatcher

    start = time.process_time()
    SequenceMatcher(None, old.split(), new.split()).get_opcodes()
    return time.process_time() - start


def main() -> None:
    """Print the figures."""
    base, amendments = papers()
    warm = papers(4_000)
    build(*warm)
    seconds = []
    for _ in range(3):
        start = time.process_time()
        conformed = build(base, amendments)
        seconds.append(time.process_time() - start)
    done = sum(outcome.status in ("applied", "noted") for outcome in conformed.outcomes)
    old, new = conformed.states[0].copy.text, conformed.copy.text
    start = time.perf_counter()
    found = changes(old, new)
    compared = time.perf_counter() - start
    tracemalloc.start()
    build(base, amendments)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(
        f"agreement: {len(base.data) / 1000:.0f} kB, three amendments, {len(conformed.outcomes)} instructions, {done} applied"
    )
    print(f"build: {min(seconds):.2f} s (best of 3); start-up apart: {start_up():.2f} s")
    print(f"what changed, from the runs: {compared * 1000:.1f} ms, {len(found)} changes")
    print(f"the same pair with difflib, word by word: {redline_with_difflib(old.string, new.string):.2f} s")
    print(f"peak memory: {peak / len(base.data):.1f} times the text")


if __name__ == "__main__":
    main()
