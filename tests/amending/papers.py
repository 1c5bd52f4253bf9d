"""Amendments for the tests, written around the order in question."""

from __future__ import annotations

from conformed.amending import amendment_of
from conformed.model.instruction import Amendment, Instruction
from conformed.reading import read_bytes
from conformed.structure import document_of

HEAD = """AMENDMENT NO. 2 TO SERVICES AGREEMENT

This Amendment No. 2 (this "Amendment") is dated March 1, 2012 and is between Ardmore Widgets Inc. ("Seller") and
Calder Freight LLC ("Buyer"), who are parties to a Services Agreement dated May 2, 2009 (the "Agreement").

NOW, THEREFORE, the parties agree as follows:

"""
TAIL = "\n\nIN WITNESS WHEREOF, the parties have executed this Amendment.\n\nARDMORE WIDGETS INC.\n"


def paper(body: str, *, file: str = "amendment-2.txt") -> Amendment:
    """The amendment whose whole text is `body`."""
    return amendment_of(document_of(read_bytes(body.encode(), file=file)))


def amendment(*paragraphs: str) -> Amendment:
    """An amendment whose numbered paragraphs these are."""
    body = "\n\n".join(f"{number}. {words}" for number, words in enumerate(paragraphs, 1))
    return paper(HEAD + body + TAIL)


def instructions(*paragraphs: str) -> tuple[Instruction, ...]:
    """The instructions of an amendment whose numbered paragraphs these are."""
    return amendment(*paragraphs).instructions
