"""A small agreement with two amendments, conformed by hand: what the writers are shown in their tests."""

from __future__ import annotations

import datetime as dt

from conformed.model.conformed import Conformed, Outcome, PaperRecord, State
from conformed.model.document import Document
from conformed.model.instruction import Instruction, Target, Words
from conformed.model.problem import problem
from conformed.model.text import Edit, Run, TracedText
from conformed.reading import read_bytes
from conformed.structure import document_of, restructured

BASE = """\
                          SUPPLY AGREEMENT

     This Supply Agreement is made as of June 1, 2001 between Alder Mills Ltd.
("Seller") and Birch & Sons ("Buyer").

1.   DEFINITIONS.

     "Goods" means the boards <and> planks listed in Schedule 1.

2.   PRICE AND PAYMENT.

     (a)  Buyer shall pay [TEXT DELETED] for each board within thirty (30) days
          after the date of the invoice.

     (b)  Late amounts bear interest at one percent (1%) per month.

3.   TERM. This Agreement ends on June 1, 2004.

                              SCHEDULE 1

     Board        Length      Price
     -----        ------      -----
     Oak          2 m         10.00
     Beech        3 m         12.00
"""


def paper(text: str, id: str) -> Document:
    return document_of(read_bytes(text.encode(), file=f"{id}.txt", id=id))


def _changed(before: Document, paper: str, *changes: tuple[str, str, str]) -> Document:
    edits = []
    for number, (old, new, instruction) in enumerate(changes):
        at = before.text.string.index(old)
        runs = (Run(new, paper, 100 * number, 100 * number + len(new), instruction),) if new else ()
        edits.append(Edit(at, at + len(old), runs))
    text: TracedText = before.text.edited(edits)
    return restructured(text, like=before)


def _outcome(document: str, id: str, status: str, note: str | None = None) -> Outcome:
    target = Target(("2", "a"), "words")
    return Outcome(
        document, Instruction(id, "substitution", target, Words("x"), Words("y"), 0, 1), status, note
    )


def _record(id: str, title: str, day: dt.date) -> PaperRecord:
    return PaperRecord(id, f"{id}.txt", "0" * 64, title, day, day)


def chain() -> Conformed:
    """The base; Amendment 1 gives 45 days and strikes the interest; Amendment 2 gives 60 days and a later end."""
    base = paper(BASE, "base")
    late = "(b)  Late amounts bear interest at one percent (1%) per month."
    first = _changed(base, "amendment-1", ("thirty (30)", "forty-five (45)", "1(a)"), (late, "", "1(b)"))
    second = _changed(
        first,
        "amendment-2",
        ("forty-five (45)", "sixty (60)", "1"),
        ("June 1, 2004", "June 1, 2006 & on", "2"),
    )
    days = [dt.date(2001, 6, 1), dt.date(2002, 1, 15), dt.date(2003, 2, 1)]
    return Conformed(
        copy=second,
        as_of=None,
        papers=(
            _record("base", "Supply Agreement", days[0]),
            _record("amendment-1", "Amendment No. 1", days[1]),
            _record("amendment-2", "Amendment No. 2", days[2]),
        ),
        outcomes=(
            _outcome("amendment-1", "1(a)", "applied"),
            _outcome("amendment-1", "1(b)", "applied"),
            _outcome("amendment-2", "1", "noted", "the words stood in line 2, not 3"),
            _outcome("amendment-2", "2", "applied"),
            _outcome("amendment-2", "3", "not-found", "no Section 9"),
        ),
        states=(
            State("base", days[0], base),
            State("amendment-1", days[1], first),
            State("amendment-2", days[2], second),
        ),
        warnings=(problem("file-absent", document="amendment-3.txt"),),
    )
