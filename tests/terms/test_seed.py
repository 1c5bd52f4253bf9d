"""The seed on the illustrative base: S5, S12 to S15 of the design, in terms."""

import datetime as dt
from pathlib import Path

import pytest

from conformed.amending import amendment_of
from conformed.conforming import conform
from conformed.reading import read
from conformed.structure import document_of
from conformed.terms import terms_over
from tests.corpus import SEED, needs_corpus

EXAMPLE = Path(__file__).parents[2] / "examples" / "media-gateway"


@pytest.mark.corpus
@needs_corpus
def test_the_seed_changes_parties_terms_credit_and_claw_back() -> None:
    base = document_of(read(EXAMPLE / "agreement.txt", id="base"))
    first = amendment_of(document_of(read(EXAMPLE / "amendment-1.txt", id="amendment-1")))
    seed = amendment_of(document_of(read(next(SEED.glob("*.txt")), id="amendment-2")))
    state = terms_over(conform(base, [first, seed]))[-1]
    changed = {change.name: change for change in state.changes}
    after = {name: change.after.value for name, change in changed.items() if change.after is not None}
    assert [party["role"] for party in after["parties"]] == ["provider", "customer", "customer"]  # type: ignore[attr-defined]
    assert after["expiration_date"] == dt.date(2005, 8, 1)
    assert after["agreement-term"] == {
        "starts": dt.date(2000, 6, 30),
        "months": 51,
        "from": dt.date(2001, 5, 1),
    }
    assert after["unit-term"] == {"months": 51, "option": {"holder": "customer", "notice_days": 30}}
    assert set(after["pass-through-credit"]) == {"rate", "due_days"}  # type: ignore[call-overload]
    assert after["claw-back"]["cap"] == "cumulative"  # type: ignore[index]
    for kind in ("pass-through-credit", "claw-back"):
        term = changed[kind].after
        assert term is not None
        assert len(term.withheld) == 2
        assert changed[kind].instructions == ("amendment-2/2(e)",)
    rights = {term.provision for term in state.terms.clauses if term.kind == "termination-right"}
    assert rights == {("9", "b"), ("10", "b"), ("14",), ("16",)}
