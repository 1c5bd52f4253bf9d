"""S22: justified columns, `<PAGE>` marks, page numbers, ALL-CAPS defined terms: read without loss, and every offset
maps back to the file.
"""

from __future__ import annotations

import pytest

from tests.seed.papers import document, second_amendment, source, through


@second_amendment
def test_s22_the_source_prints_back_byte_for_byte(second: str) -> None:
    paper = source(second)
    assert paper.original.encode(paper.encoding) == paper.data
    assert len(paper.text) == len(paper.original)


@second_amendment
def test_s22_page_marks_and_page_numbers_are_no_text(second: str) -> None:
    paper = source(second)
    kinds = [piece.kind for piece in paper.furniture]
    assert kinds.count("page-mark") == paper.original.count("<PAGE>") > 0
    assert "page-number" in kinds
    assert "<PAGE>" not in paper.text


@second_amendment
def test_s22_every_character_that_is_text_stands_where_the_file_has_it(second: str) -> None:
    paper = source(second)
    assert all(
        mine == theirs for mine, theirs in zip(paper.text, paper.original, strict=True) if not mine.isspace()
    )


@second_amendment
def test_s22_every_word_of_the_copy_maps_back_to_its_file(second: str) -> None:
    copy = through(second).copy
    for run in copy.text.runs:
        if run.start < run.end:
            original = source(run.document).original[run.start : run.end]
            # A page break inside the slice is blank in the copy.
            pairs = zip(run.text, original, strict=True)
            assert all(mine == theirs or mine.isspace() for mine, theirs in pairs)


@pytest.mark.parametrize("term", ["MGS CIRCUIT", "POINT OF PRESENCE", "CUSTOMER NETWORK"])
def test_s22_terms_in_capitals_are_definitions(term: str) -> None:
    assert term in {definition.term for definition in document("agreement").definitions}


def test_s22_justified_columns_do_not_part_words() -> None:
    from conformed.structure import collapsed
    from tests.seed.papers import provision

    paper = document("agreement")
    place = provision(paper, "7", "a")
    text = collapsed(paper, place.start, place.end)
    assert "  " not in text
    assert "its initial term ends forty-two (42) months after May 1, 2001, unless" in text
