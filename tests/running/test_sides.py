"""Who owes a recurring charge: by the clause's own keys, else by roles that leave no doubt, else a person is asked."""

from __future__ import annotations

import datetime as dt

import pytest

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.statement import Settlement
from conformed.running import settle
from conformed.running.batch import settle_batch
from conformed.running.sides import payer_and_paid
from tests.running.scenario import events_of

EVENTS = events_of("i1 | unit-installed | 2001-04-01 | 2001-04-01 | C-1")
AS_OF = dt.date(2001, 4, 30)


def agreement(roles: str, **named: str) -> Agreement:
    charge = ClauseEntry("recurring-charge", {"rate": "30.00", "due_days": 30, **named})
    parties = {role: (f"{role} Inc.",) for role in roles.split()}
    return Agreement("agreement.toml", None, "US-NY", "USD", parties=parties, clauses=(charge,))


def between(settlement: Settlement) -> tuple[str, str]:
    statement = settlement.statement("charge-2001-04")
    return statement.debtor, statement.creditor


@pytest.mark.parametrize(
    ("roles", "debtor", "creditor"),
    [
        ("provider customer", "customer", "provider"),
        ("customer supplier", "customer", "supplier"),
        ("lessor lessee", "lessee", "lessor"),
        ("tenant landlord", "tenant", "landlord"),
        ("Licensor Licensee", "Licensee", "Licensor"),
        ("seller buyer", "buyer", "seller"),
        ("vendor purchaser", "purchaser", "vendor"),
        ("contractor client", "client", "contractor"),
        ("franchisor franchisee", "franchisee", "franchisor"),
        ("lender borrower", "borrower", "lender"),
        ("sub-landlord sub-tenant guarantor", "sub-tenant", "sub-landlord"),
    ],
)
def test_roles_that_leave_no_doubt_say_who_pays(roles: str, debtor: str, creditor: str) -> None:
    found = settle(agreement(roles), EVENTS, as_of=AS_OF)
    assert between(found) == (debtor, creditor)
    assert not found.problems
    assert [ageing.debtors for ageing in found.ledger.ageing] == [(f"{debtor} Inc.",)]
    with settle_batch(agreement(roles), EVENTS, as_of=AS_OF) as batch:
        assert between(batch.settlement) == (debtor, creditor)


@pytest.mark.parametrize(
    "roles",
    [
        "company consultant",
        "seller lessee",
        "lessor lessee agent",
        "owner operator",
        "supplier lessor lessee",
    ],
)
def test_roles_that_leave_it_open_are_asked_about_and_none_of_them_is_taken(roles: str) -> None:
    assert payer_and_paid(roles.split()) is None
    found = settle(agreement(roles), EVENTS, as_of=AS_OF)
    assert [problem.code for problem in found.problems] == ["role-unknown"]
    assert not {*between(found)} & {*roles.split()}


def test_the_clauses_own_keys_go_before_the_roles() -> None:
    named = agreement("lessor lessee", debtor="lessor", creditor="lessee")
    assert between(settle(named, EVENTS, as_of=AS_OF)) == ("lessor", "lessee")


@pytest.mark.parametrize("named", [{"debtor": "lessor"}, {"creditor": "lessee"}])
def test_a_clause_that_names_one_side_is_between_it_and_the_other(named: dict[str, str]) -> None:
    found = settle(agreement("lessor lessee", **named), EVENTS, as_of=AS_OF)
    assert between(found) == ("lessor", "lessee")
    assert not found.problems
