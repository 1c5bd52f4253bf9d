"""Words left out by one paper and words left out by another are two unknowns, however alike they are printed."""

from __future__ import annotations

from conformed.conforming.unknowns import Unknowns
from conformed.model.document import Document
from conformed.model.text import Edit, Run
from conformed.reading import read_bytes
from conformed.structure import document_of, restructured


def paper(text: str, id: str) -> Document:
    return document_of(read_bytes(text.encode(), file=f"{id}.txt", id=id))


BASE = paper(
    "SUPPLY AGREEMENT\n\n1. Price. The price is $[***] for each ton.\n\n"
    "2. Terms. Payment is due within [***] days, and interest is [***] percent.\n",
    "base",
)
ORDER = paper(
    'AMENDMENT NO. 1 TO SUPPLY AGREEMENT\n\n1. Section 2 is amended by deleting "[***] days" and inserting "[***] days".\n\n'
    "2. Rest. Nothing else changes.\n",
    "amendment-1",
)


def amended() -> Document:
    """The base with the first redaction of Section 2 replaced by the second of the amendment's Section 1."""
    old, new = BASE.redactions[1], ORDER.redactions[1]
    words = ORDER.text.string[new.start : new.end]
    edit = Edit(old.start, old.end, (Run(words, "amendment-1", new.start, new.end, "1"),))
    return restructured(BASE.text.edited([edit]), like=BASE)


def test_each_keeps_the_name_that_it_has_in_its_own_paper() -> None:
    copy = Unknowns.of(BASE, [ORDER]).named(amended())
    assert [redaction.id for redaction in copy.redactions] == ["1/r1", "amendment-1/1/r2", "2/r2"]


def test_a_copy_may_be_the_base_of_the_next_amendment() -> None:
    once = Unknowns.of(BASE, [ORDER]).named(amended())
    later = paper(
        "AMENDMENT NO. 2 TO SUPPLY AGREEMENT\n\n1. X. The rate is [***].\n\n2. Rest. It stays.\n",
        "amendment-2",
    )
    assert [redaction.id for redaction in Unknowns.of(once, [later]).named(once).redactions] == [
        redaction.id for redaction in once.redactions
    ]


def test_one_that_stands_in_no_paper_of_the_chain_keeps_the_name_of_its_place() -> None:
    copy = Unknowns.of(BASE, []).named(amended())
    assert [redaction.id for redaction in copy.redactions] == ["1/r1", "2/r1", "2/r2"]
