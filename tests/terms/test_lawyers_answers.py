"""What lawyers answered about real contracts, where those are at hand: floors under precision and recall."""

import pytest
from benchmarks.terms_cuad import measure

from tests.corpus import CORPUS, needs_corpus

PRECISION = {
    "governing_law": 0.97,
    "agreement_date": 0.95,
    "effective_date": 0.90,
    "expiration_date": 0.95,
    "notice_period": 0.95,
    "parties": 0.90,
}
RECALL = {
    "governing_law": 0.93,
    "agreement_date": 0.90,
    "notice_period": 0.80,
    "parties": 0.85,
    "expiration_date": 0.60,
}


@pytest.mark.corpus
@needs_corpus
def test_terms_agree_with_the_lawyers() -> None:
    counts = measure(CORPUS / "cuad", every=3)
    for name, floor in PRECISION.items():
        assert counts[name]["right"] >= floor * counts[name]["answered"], name
    for name, floor in RECALL.items():
        assert counts[name]["right"] >= floor * counts[name]["asked"], name
