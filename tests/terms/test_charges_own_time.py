"""A monthly charge, and the time within which its own sentence has it paid."""

from __future__ import annotations

import pytest

from .paper import terms_in

INVOICES = "Payment. The Customer shall pay each invoice within ten (10) days after its receipt."


@pytest.mark.parametrize(
    ("sections", "days"),
    [
        (
            ["Charges. The Customer shall pay a monthly charge of $30.00 for each Circuit, within forty-five (45) days after the end of the month."],
            45,
        ),
        (
            ["Charges. Within thirty (30) days of each invoice the Customer shall pay a monthly charge of $30.00 for each Circuit."],
            30,
        ),
        (
            ["Charges. The monthly charge of $30.00 for each Circuit is payable within [***] days after the end of the month.", INVOICES],
            "withheld:1/r1",
        ),
        (["Charges. The Customer shall pay a monthly charge of $30.00 for each Circuit.", INVOICES], 10),
        (["Charges. The Customer shall pay a monthly charge of $30.00 for each Circuit. Faults are mended within four (4) days of a report."], None),
        (["Charges. The Customer shall pay a monthly charge of $30.00 for each Circuit installed within ten (10) days of its order."], None),
    ],
)  # fmt: skip
def test_when_a_charge_is_due(sections: list[str], days: object) -> None:
    (charge,) = [one for one in terms_in(*sections).clauses if one.kind == "recurring-charge"]

    assert isinstance(charge.value, dict)
    assert (charge.value["rate"], charge.value.get("due_days")) == ("30.00", days)
