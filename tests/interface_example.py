"""The worked example of the interface: its papers, its events, and what is settled as of 2001-12-31."""

from __future__ import annotations

PARTIES_AND_TERMS = """\
[parties]
provider = "Tallgrass Gateways Inc."
customer = ["Bluestem Networks Corp.", "Bluestem Holdings Inc."]

[[clauses]]
kind = "agreement-term"
starts = 2000-06-30
months = 51
from = 2001-05-01
source = "7.A"
effective = 2000-11-01
[[clauses]]
kind = "unit-term"
months = 51
option = { holder = "customer", notice_days = 30 }
"""
AGREEMENT = f"""\
title = "Gateway Agreement"
governing_law = "US-NY"
currency = "USD"

{PARTIES_AND_TERMS}[[clauses]]
kind = "recurring-charge"
rate = "withheld:appendix-a/r1"
due_days = 30
[[clauses]]
kind = "pass-through-credit"
rate = "withheld:appendix-a/r3"
due_days = "withheld:appendix-a/r4"
effective = 2000-11-01
[[clauses]]
kind = "claw-back"
rate = "withheld:appendix-a/r5"
due_days = "withheld:appendix-a/r6"
"""
SEALED = """\
"appendix-a/r1" = "30.00"
"appendix-a/r3" = "0.25"
"appendix-a/r4" = "30"
"appendix-a/r5" = "0.25"
"appendix-a/r6" = "30"
"""
EVENTS = """\
event_id,kind,occurred_on,recorded_at,subject,counterparty,amount,reference,note
i1,unit-installed,2001-03-31,2001-03-31T12:00:00-05:00,C-1,,,,
r1,provider-payment,2001-04-30,2001-05-02T12:00:00-04:00,,ILEC East,600.10,rem-1,
r2,provider-credit,2001-05-31,2001-06-02T12:00:00-04:00,,ILEC East,400.00,rem-2,
f1,forfeiture,2001-09-03,2001-09-04T12:00:00-04:00,,ILEC East,4000.00,an order,
b1,claw-back-billed,2001-09-10,2001-09-10T12:00:00-04:00,,,,f1,
"""

HEADING = {"as_of": "2001-12-31", "known_at": None, "currency": "USD"}
AGREEMENT_TERM = {"starts": "2000-06-30", "ends": "2005-08-01"}
UNITS = [
    {
        "id": "C-1",
        "installed_on": "2001-03-31",
        "term_ends_on": "2005-06-30",
        "notice_safe_on": "2005-05-31",
        "notice_due_on": "2005-05-31",
        "notice_last_on": "2005-05-31",
        "status": "in-term",
        "flags": ["month-end-sensitive"],
    }
]
STATEMENTS = {
    "credit-2001-Q2": {
        "id": "credit-2001-Q2",
        "kind": "pass-through-credit",
        "from": "2001-04-01",
        "to": "2001-06-30",
        "rate": "0.25",
        "base": "1000.10",
        "amount": "250.03",
        "due_on": "2001-07-30",
        "last_on": "2001-07-30",
        "status": "open",
        "lines": [
            {
                "counterparty": "ILEC East",
                "base": "1000.10",
                "amount": "250.03",
                "adjusts": None,
                "events": ["r1", "r2"],
            }
        ],
    },
    "claw-back-f1": {
        "id": "claw-back-f1",
        "kind": "claw-back",
        "base": "4000.00",
        "rate": "0.25",
        "uncapped": "1000.00",
        "cap": "250.03",
        "amount": "250.03",
        "excess": "749.97",
        "billed_on": "2001-09-10",
        "due_on": "2001-10-10",
        "last_on": "2001-10-10",
        "status": "open",
        "lines": [
            {
                "counterparty": "ILEC East",
                "base": "4000.00",
                "amount": "250.03",
                "adjusts": None,
                "events": ["f1"],
            }
        ],
    },
    "charge-2001-04": {
        "id": "charge-2001-04",
        "kind": "recurring-charge",
        "from": "2001-04-01",
        "to": "2001-04-30",
        "rate": "30.00",
        "amount": "30.00",
        "due_on": "2001-05-30",
        "last_on": "2001-05-30",
        "status": "open",
        "lines": [{"unit": "C-1", "days": 30, "of": 30, "amount": "30.00"}],
    },
}
