"""A sentence that sounds like an order is an instruction or is listed: nothing is lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformed.amending import amendment_of
from conformed.amending.quotations import lift
from conformed.amending.regions import operative_region
from conformed.amending.unclaimed import plainly_orders
from conformed.amending.voice import is_boilerplate, plain
from conformed.model.instruction import Amendment
from conformed.reading import read
from conformed.structure import document_of
from tests.amending.papers import HEAD, TAIL, paper
from tests.corpus import CORPUS, needs_corpus

MANNERS = Path(__file__).parents[1] / "manners"


def lost(amendment: Amendment) -> list[str]:
    """The sentences in the paper's own voice that order in the plainest words and that nothing accounts for."""
    text = plain(amendment.document.text.string)
    region = operative_region(text)
    voice = list(text)
    for quotation in lift(text, region.start, region.end):
        voice[quotation.start : quotation.end] = [
            char if char == "\n" else " " for char in text[quotation.start : quotation.end]
        ]
    own = "".join(voice)
    spans = [(one.start, one.end) for one in amendment.instructions]
    spans += [
        (one.new.start, one.new.end)
        for one in amendment.instructions
        if one.new is not None and one.new.start is not None and one.new.end is not None
    ]
    listed = {one.line for one in amendment.unclaimed}
    out = []
    at = region.start
    for piece in own[region.start : region.end].split("\n\n"):
        start, end = at, at + len(piece)
        at = end + 2
        first, last = amendment.document.line_of(start), amendment.document.line_of(end)
        if (
            plainly_orders(own, start, end)
            and not piece.rstrip(" \n-–—.").endswith((":", "follows", "respects", "manner"))
            and not is_boilerplate(own, start, end)
            and not any(a < end and start < b for a, b in spans)
            and not any(line is not None and first <= line <= last for line in listed)
        ):
            out.append(" ".join(piece.split()))
    return out


@pytest.mark.parametrize(
    "order",
    [
        "The Price Certificate is amended in its entirety and replaced with the Price Certificate in the form of Annex 1 attached hereto.",
        "The other provisions and cross-references of the Agreement shall be renumbered accordingly.",
        "Any definition used only in provisions of the Agreement that are deleted by this Amendment is hereby deleted.",
        "Paragraph 6(a) of the Agreement is hereby reformed in its entirety.",
    ],
)
def test_an_order_that_gives_no_instruction_is_listed(order: str) -> None:
    amendment = paper(
        HEAD
        + f'1. Section 4 is hereby amended by deleting "ten" and inserting "twelve".\n\n2. {order}\n'
        + TAIL
    )
    assert [one.action for one in amendment.instructions] == ["substitution"]
    assert len(amendment.unclaimed) == 1
    assert not lost(amendment)


@pytest.mark.parametrize(
    "said",
    [
        "The captions of the Sections of this Amendment are inserted for convenience.",
        "If Section 4 of the Agreement is deleted, the price falls.",
        "This Agreement may be amended by a written instrument only.",
    ],
)
def test_what_only_tells_of_a_change_is_not_listed(said: str) -> None:
    amendment = paper(
        HEAD
        + f'1. Section 4 is hereby amended by deleting "ten" and inserting "twelve".\n\n2. {said}\n'
        + TAIL
    )
    assert not amendment.unclaimed


def papers(folder: Path) -> list[Path]:
    """The labelled amendments of a folder."""
    return [
        path
        for label in sorted(folder.rglob("*.gold.json"))
        for path in sorted(label.parent.glob(label.name.removesuffix(".gold.json") + ".*"))
        if path.suffix in (".txt", ".md")
    ]


def test_no_order_of_the_drafting_manners_is_lost() -> None:
    found = {path.name: lost(amendment_of(document_of(read(path)))) for path in papers(MANNERS)}
    assert len(found) > 20
    assert {name: orders for name, orders in found.items() if orders} == {}


@pytest.mark.corpus
@needs_corpus
@pytest.mark.parametrize("folder", ["dev", "variety"])
def test_no_order_of_the_labelled_papers_is_lost(folder: str) -> None:
    found = {path.name: lost(amendment_of(document_of(read(path)))) for path in papers(CORPUS / folder)}
    assert found
    assert {name: orders for name, orders in found.items() if orders} == {}


def test_new_text_that_holds_a_further_order_is_for_a_person() -> None:
    amendment = paper(
        HEAD
        + '1. Section 4 is hereby amended by adding at the end: "The fee is due monthly. Section 6(f) of the Agreement is hereby deleted."\n'
        + TAIL
    )
    assert [one.uncertain for one in amendment.instructions] == [
        "its new text holds what sounds like a further order of the paper"
    ]
