"""Renewal terms and the notices that stop them."""

import datetime as dt

import pytest

from .paper import terms_in, value

RENEWS = "The initial term is two (2) years. "


@pytest.mark.parametrize(
    ("words", "renewal", "notice"),
    [
        (
            "This Agreement shall automatically renew for successive one (1) year terms unless either party gives written notice at least sixty (60) days prior to the end of the then-current term.",
            "P1Y",
            "P60D",
        ),
        (
            "This Agreement shall be extended for additional terms of five (5) years each, unless a party notifies the other of its intent not to renew six (6) months before expiration.",
            "P5Y",
            "P6M",
        ),
        (
            "Thereafter this Agreement shall continue on a month-to-month basis until terminated by either party upon thirty (30) days prior written notice.",
            "P1M",
            "P30D",
        ),
        (
            "The Customer may renew this Agreement for one additional term of three (3) years by giving notice at least ninety (90) days prior to the end of the term.",
            "P3Y",
            None,
        ),
        (
            "Either party may terminate this Agreement at any time on thirty (30) days prior written notice.",
            None,
            None,
        ),
        ("The parties may extend the delivery date for an additional period of two (2) months.", None, None),
        # what is kept or counted longer than the term is no renewal of it
        (
            "Mill shall keep its books and records of the Goods throughout the Term and for an additional three (3) years.",
            None,
            None,
        ),
        (
            '"Crop Year" means the twelve (12) month period from the Effective Date, and each subsequent twelve (12) month '
            "period during the Term.",
            None,
            None,
        ),
        (
            "The Franchise may be renewed for an additional term of ten (10) years. At least one (1) year before the "
            "expiration of the term, Mill gives written notice of any deficiencies that keep it from being renewed.",
            "P10Y",
            None,
        ),
    ],
)
def test_renewal_and_notice(words: str, renewal: str | None, notice: str | None) -> None:
    terms = terms_in(f"Term. {RENEWS}{words}")
    assert [t.value if (t := terms.get(name)) else None for name in ("renewal_term", "notice_period")] == [
        renewal,
        notice,
    ]


@pytest.mark.parametrize(
    ("words", "renewal"),
    [
        ("This Agreement shall automatically be renewed for one (1) or more one (1) month periods.", "P1M"),
        ("This Agreement will extend automatically for monthly periods after the initial term.", "P1M"),
        ("The term of this Agreement is two years with automatic annual renewals.", "P1Y"),
        ("This Agreement renews automatically on a monthly basis.", "P1M"),
        ("The term is one year, this Agreement renewing annually thereafter.", "P1Y"),
        ("The charges for the Services are set at each annual renewal of the insurance.", None),
        ("The Supplier offers a continuation of support on an annual basis.", None),
    ],
)
def test_renewal_told_by_an_adjective_or_adverb(words: str, renewal: str | None) -> None:
    assert value("renewal_term", f"Term. {words}") == renewal


def test_a_renewal_that_comes_by_itself_goes_before_one_that_may_be_agreed() -> None:
    words = (
        "This Agreement shall be automatically renewed for successive one (1) year periods. For the handover the parties may agree to "
        "extend the Term of this Agreement for one or more ninety (90) day periods."
    )
    assert value("renewal_term", f"Term. {words}") == "P1Y"


def test_a_notice_in_the_sentence_after_the_renewal() -> None:
    words = "This Agreement will be automatically renewed for one (1) year terms. Six (6) months' notice must be given before the end of a term by a party that intends to terminate it."
    assert value("notice_period", f"Term. {words}") == "P6M"


def test_different_renewals_are_no_one_answer() -> None:
    words = "This Agreement shall renew for an additional term of one (1) year, and shall then be renewed for an additional term of two (2) years."
    assert value("renewal_term", f"Term. {words}") is None


def test_an_insurers_notice_of_non_renewal_is_another_matter() -> None:
    words = "The insurance policy shall renew, and the insurer shall give at least thirty (30) days prior written notice of non-renewal before the end of the policy period."
    assert value("notice_period", f"Insurance. {words}") is None


def test_renewal_runs_with_its_notice() -> None:
    words = (
        "This Agreement shall be for a term of two (2) years from the date hereof and shall automatically renew for successive one (1) year terms "
        "unless either party gives written notice at least sixty (60) days prior to the end of the then-current term."
    )
    assert terms_in(f"Term. {words}")["agreement-term"].value == {
        "starts": dt.date(2001, 5, 1),
        "months": 24,
        "from": dt.date(2001, 5, 1),
        "renewal": {"months": 12, "notice_days": 60},
    }
