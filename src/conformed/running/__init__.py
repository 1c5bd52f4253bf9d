"""Terms and events -> dates, statements and a ledger.

>>> import datetime as dt
>>> from conformed.model.agreement import Agreement, ClauseEntry
>>> from conformed.running import settle
>>> agreement = Agreement("agreement.toml", None, "US-NY", "USD", clauses=(
...     ClauseEntry("agreement-term", {"starts": dt.date(2000, 6, 30), "months": 51, "from": dt.date(2001, 5, 1)}),
... ))
>>> settle(agreement, [], as_of=dt.date(2001, 12, 31)).agreement_term.ends
datetime.date(2005, 8, 1)
"""

from conformed.model.register import Register
from conformed.running.impact import Impact, impact
from conformed.running.record import settle_record
from conformed.running.register import register
from conformed.running.settlement import settle
from conformed.running.why import ClauseWords, Rule, Why, why

__all__ = [
    "ClauseWords",
    "Impact",
    "Register",
    "Rule",
    "Why",
    "impact",
    "register",
    "settle",
    "settle_record",
    "why",
]
