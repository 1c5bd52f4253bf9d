"""Generated portfolios for the tests of batch settlement: what is ordinary, and everything that is not."""

from __future__ import annotations

import csv
import datetime as dt
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.event import COLUMNS, Event

AS_OF = dt.date(2005, 6, 17)
START = dt.date(2000, 10, 1)
PROVIDERS = ("Trunk East", "Trunk North", "Trunk West")
EASTERN = dt.timezone(dt.timedelta(hours=-5))


def agreement(random: Random) -> Agreement:
    """A unit term, charges, credits, a claw-back and interest, some of them amended, some agreed late, some withheld."""
    clauses = [
        ClauseEntry(
            "agreement-term", {"starts": dt.date(2000, 6, 30), "months": 51, "from": dt.date(2001, 5, 1)}
        ),
        ClauseEntry("unit-term", {"months": random.choice([3, 13, 42, 51])}),
        ClauseEntry("recurring-charge", {"rate": _rate(random, 100), "due_days": random.choice([0, 10, 30])}),
        ClauseEntry(
            "pass-through-credit", {"rate": _rate(random, 1), "due_days": random.choice([0, 30, 45])}
        ),
        ClauseEntry("claw-back", {"rate": _rate(random, 1), "due_days": 30}),
        ClauseEntry("late-interest", {"rate": "0.09"}),
    ]
    for effective in _amended(random):
        values: dict[str, object] = {"months": random.choice([13, 36, 51])}
        if random.random() < 0.8:
            values["option"] = {"holder": "customer", "notice_days": random.choice([1, 30])}
        if random.random() < 0.2:
            values["applies"] = "new"
        clauses.append(ClauseEntry("unit-term", values, effective=effective))
    for effective in _amended(random):
        values = {"rate": _rate(random, 100)}
        if random.random() < 0.5:
            values["agreed"] = effective + dt.timedelta(days=random.randrange(300))
        if random.random() < 0.3:
            values["due_days"] = random.choice([0, 5, 60])
        clauses.append(ClauseEntry("recurring-charge", values, effective=effective))
    for effective in _amended(random):
        values = {"rate": _rate(random, 1)}
        if random.random() < 0.5:
            values["agreed"] = effective + dt.timedelta(days=random.randrange(300))
        clauses.append(ClauseEntry("pass-through-credit", values, effective=effective))
    for effective in _amended(random):
        cap = random.choice(["cumulative", "gross", "carry-forward"])
        values = {"rate": _rate(random, 1), "due_days": random.choice([0, 30]), "cap": cap}
        clauses.append(ClauseEntry("claw-back", values, effective=effective))
    if random.random() < 0.3:
        monthly = {"name": "ports", "rate": _rate(random, 1), "due_days": 15, "period": "month"}
        clauses.append(ClauseEntry("pass-through-credit", monthly, effective=_day(random)))
    if random.random() < 0.3:
        clauses.append(ClauseEntry("recurring-charge", {"name": "support", "rate": "1.005", "due_days": 5}))
    parties = {"provider": ("Tallgrass Inc.",), "customer": ("Bluestem Corp.", "Bluestem Holdings Inc.")}
    return Agreement("agreement.toml", None, "US-NY", "USD", parties=parties, clauses=tuple(clauses))


def _amended(random: Random) -> list[dt.date]:
    """The days from which a clause is stated anew: by no amendment, by one, or by two."""
    days = {_day(random) for _ in range(random.choice([0, 1, 1, 2]))}
    return sorted(days)


def events(random: Random, units: int, receipts: int) -> list[Event]:
    """Events that the reader of the events file would let pass."""
    found: list[Event] = []
    for number in range(units):
        found.extend(_unit(random, f"C-{number}"))
    for number in range(receipts):
        found.extend(_receipt(random, number))
    for number in range(random.randrange(5)):
        on = _day(random)
        amount = _amount(random, 5000)
        found.append(
            _event(f"f{number}", "forfeiture", on, 0, counterparty=random.choice(PROVIDERS), amount=amount)
        )
        if random.random() < 0.5:
            billed = on + dt.timedelta(days=random.randrange(90))
            found.append(_event(f"b{number}", "claw-back-billed", billed, 0, reference=f"f{number}"))
        if random.random() < 0.3:
            found.append(
                _event(
                    f"fc{number}",
                    "correction",
                    on,
                    random.randrange(200),
                    reference=f"f{number}",
                    amount=_amount(random, 5000),
                )
            )
    for number in range(random.randrange(4)):
        on, statement = _day(random), random.choice(["charge-2002-01", "charge-2001-11", "credit-2001-Q2"])
        who = random.choice(["Bluestem Corp.", "Tallgrass Inc."])
        found.append(
            _event(
                f"p{number}",
                "payment",
                on,
                0,
                counterparty=who,
                amount=_amount(random, 90),
                reference=statement,
            )
        )
    if random.random() < 0.4:
        on = _day(random)
        end = on + dt.timedelta(days=random.randrange(2000))
        late = random.choice([0, 0, 0, 100])
        found.append(
            _event(
                "n*",
                "extension-notice",
                on,
                late,
                subject="*",
                counterparty="customer",
                reference=end.isoformat(),
            )
        )
    random.shuffle(found)
    return found


def made(id: str, kind: str, on: dt.date, *, late: int = 0, **fields: Any) -> Event:
    """One event, recorded `late` days afterwards."""
    return _event(id, kind, on, late, **fields)


def write_csv(path: Path, events: list[Event]) -> None:
    """The events as an events file."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for event in events:
            values = [getattr(event, "id" if column == "event_id" else column) for column in COLUMNS]
            values[2:4] = [event.occurred_on.isoformat(), event.recorded_at.isoformat()]
            writer.writerow(["" if value is None else str(value) for value in values])


def _unit(random: Random, unit: str) -> list[Event]:
    on = _day(random)
    found = []
    if random.random() < 0.5:
        found.append(
            _event(f"o-{unit}", "unit-ordered", on - dt.timedelta(days=random.randrange(20)), 0, subject=unit)
        )
        if random.random() < 0.1:
            return found
    found.append(_event(f"i-{unit}", "unit-installed", on, _delay(random), subject=unit))
    if random.random() < 0.4:
        gone = on + dt.timedelta(days=random.choice([0, 1, random.randrange(60), random.randrange(1500)]))
        found.append(_event(f"d-{unit}", "unit-disconnected", gone, _delay(random), subject=unit))
        if random.random() < 0.2:
            again = gone + dt.timedelta(days=1 + random.randrange(100))
            found.append(_event(f"i2-{unit}", "unit-installed", again, _delay(random), subject=unit))
    if random.random() < 0.1:
        notice = on + dt.timedelta(days=random.randrange(1600))
        end = notice + dt.timedelta(days=random.randrange(800))
        found.append(
            _event(
                f"n-{unit}",
                "extension-notice",
                notice,
                _delay(random),
                subject=unit,
                counterparty=random.choice(["Bluestem Corp.", "Tallgrass Inc."]),
                reference=end.isoformat(),
            )
        )
    return found


def _receipt(random: Random, number: int) -> list[Event]:
    on, id, late = _day(random), f"r{number}", _delay(random)
    kind = random.choice(["provider-payment", "provider-payment", "provider-credit"])
    amount = random.choice([_amount(random, 1000), _amount(random, 1000), Decimal("0.02"), Decimal(0)])
    found = [_event(id, kind, on, late, counterparty=random.choice(PROVIDERS), amount=amount)]
    while random.random() < 0.15:
        late += random.choice([0, 1, 40, 150])
        correction = f"{found[-1].id}c"
        found.append(
            _event(correction, "correction", on, late, reference=found[-1].id, amount=_amount(random, 1000))
        )
    return found


def _event(id: str, kind: str, on: dt.date, late: int, **fields: Any) -> Event:
    moment = dt.datetime.combine(on + dt.timedelta(days=late), dt.time(17, 5), EASTERN)
    return Event(id, kind, on, moment, **fields)


def _day(random: Random) -> dt.date:
    day = START + dt.timedelta(days=random.randrange(1700))
    if random.random() < 0.3:  # month ends are where mistakes are made
        day = (day.replace(day=1) + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return day


def _delay(random: Random) -> int:
    return random.choice([0, 0, 0, 0, 0, 1, 3, 30, 31, 60, random.randrange(400)])


def _amount(random: Random, most: int) -> Decimal:
    return Decimal(random.randrange(1, most * 100)) / 100


def _rate(random: Random, most: int) -> str:
    if random.random() < 0.1:
        return f"withheld:appendix-a/r{random.randrange(3)}"
    return str(Decimal(random.randrange(most * 1_000_000)) / 1_000_000)
