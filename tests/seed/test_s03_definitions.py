"""S3: capitalized terms that the amendment does not define have the meanings that the agreement gives them: definitions
resolve through the chain; undefined terms are listed.
"""

from __future__ import annotations

from conformed.structure.defined_terms import undefined_terms
from tests.seed.papers import conformed, document, second_amendment, through


@second_amendment
def test_s3_terms_of_the_amendment_are_defined_by_the_agreement(second: str) -> None:
    alone = {found.term for found in undefined_terms(document(second))}
    assert {"MGS Circuits", "Term"} <= alone
    assert undefined_terms(document(second), chain=[document("agreement")]) == ()


@second_amendment
def test_s3_in_the_copy_every_term_has_one_definition(second: str) -> None:
    copy = through(second).copy
    assert undefined_terms(copy) == ()
    entries = [definition.term.upper() for definition in copy.definitions if not definition.in_place]
    assert len(entries) == len(set(entries))


def test_s3_a_term_that_no_paper_defines_is_listed() -> None:
    """Without Amendment 1, which defines it, nobody says what the center is that Amendment 1 speaks of."""
    (section,) = [one for one in conformed("amendment-1").copy.provisions if one.path == ("6",)]
    assert section
    terms = {found.term for found in undefined_terms(document("amendment-1"))}
    assert "Network Operations Center" not in terms
    assert "Affiliate" in terms
