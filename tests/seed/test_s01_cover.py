"""S1: exhibit number, confidential-treatment legend and "execution version" are cover matter: kept, and no text of
the agreement.
"""

from __future__ import annotations

from tests.seed.papers import document, second_amendment, source

COVER = ("cover", "title")


@second_amendment
def test_s1_the_cover_is_kept_and_is_no_text_of_the_agreement(second: str) -> None:
    paper, original = document(second), source(second).original
    opening = next(provision for provision in paper.provisions if provision.kind == "preamble").start
    for words in ("EXHIBIT 10.", "CONFIDENTIAL", "SEPARATELY", "EXECUTION VERSION"):
        assert words in original[:opening], "kept, before the first words of the agreement"
    for provision in paper.provisions:
        if provision.kind not in COVER:
            assert provision.start >= opening
    cover = [provision for provision in paper.provisions if provision.kind == "cover"]
    assert cover, "what stands on the cover is a part of the paper like any other"
    assert "EXHIBIT 10." in paper.text.string[cover[0].start : cover[-1].end]


@second_amendment
def test_s1_no_definition_party_or_redaction_is_read_from_the_cover(second: str) -> None:
    paper = document(second)
    opening = next(provision for provision in paper.provisions if provision.kind == "preamble").start
    assert all(definition.start >= opening for definition in paper.definitions)
    assert all(party.start >= opening for party in paper.parties)
    assert all(redaction.start >= opening for redaction in paper.redactions)
