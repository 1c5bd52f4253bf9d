"""Interest on late payments: a yearly rate, where the words give one that stands by itself."""

from __future__ import annotations

import pytest

from .paper import terms_in

LATE = "Interest. Any charge that remains unpaid after its due date shall bear interest at {rate} until it is paid."


@pytest.mark.parametrize(
    ("rate", "value"),
    [
        (
            "the lesser of one and one-half percent (1.5%) per month or the maximum rate that the law allows",
            "0.18",
        ),
        ("one and one-half percent (1-1/2%) per month", "0.18"),
        ("1 1/2% per month", "0.18"),
        ("3/4% per month", "0.09"),
        ("a rate of 9% per annum", "0.09"),
        ("1% per month of the unpaid balance", "0.12"),
        ("an annual rate of 125% of the prime rate that First Bank publishes", None),
        ("two percent (2%) per annum above the prime rate of First Bank", None),
        ("an annual rate of 3% over LIBOR", None),
        ("the base lending rate of First Bank plus 2% per annum", None),
        ("an annual rate equal to LIBOR plus three percent (3%)", None),
        ("the lower of the maximum rate allowed by law and 10% per annum", "0.1"),
    ],
)
def test_a_rate_upon_another_rate_is_no_figure(rate: str, value: str | None) -> None:
    found = [one for one in terms_in(LATE.format(rate=rate)).clauses if one.kind == "late-interest"]

    assert [one.value["rate"] for one in found] == ([] if value is None else [value])  # type: ignore[index]
