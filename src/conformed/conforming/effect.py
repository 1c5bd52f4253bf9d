"""When a paper and each of its instructions take effect, and when they cease to.

Papers given without more are taken as executed on their date. A condition other than execution is taken as met only
where the question is "the text after every paper has taken effect" (no day asked) and nobody keeps a record of what was
met; it is noted on each instruction. On a given day it is unmet until the record says so.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from conformed.model.instruction import Amendment, Instruction

__all__ = ["Effect", "Facts", "conditions_of"]

_EXECUTION = re.compile(
    r"\b(?:execut|sign(?:ed|ing|ature)|deliver(?:y|ed)\b.{0,40}\b(?:counterpart|signature)|counterpart)", re.I
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about the papers from outside them.

    Attributes:
        as_of: the day asked for, or None for the text after every paper has taken effect, before any expiry.
        executed: paper id -> the day on which it was executed, or None for one that is not; None where nobody says.
        conditions_met: paper id -> the day on which every other condition was met; None where nobody says.
        withheld: paper id -> why the paper is not carried out at all.
    """

    as_of: dt.date | None = None
    executed: Mapping[str, dt.date | None] | None = None
    conditions_met: Mapping[str, dt.date | None] | None = None
    withheld: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """Whether an amendment is in force.

    Attributes:
        amendment: the paper.
        pending: why it has no effect yet, or None.
        since: the day on which it took effect, where that is known.
        presumed: the conditions that are taken as met without anybody saying so.
    """

    amendment: Amendment
    pending: str | None
    since: dt.date | None
    presumed: tuple[str, ...] = ()

    @classmethod
    def of(cls, amendment: Amendment, facts: Facts) -> Effect:
        """The effect of `amendment` under `facts`."""
        id = amendment.document.id
        if facts.withheld and id in facts.withheld:
            return cls(amendment, facts.withheld[id], None)
        days = [amendment.effective.date or amendment.document.date]
        if facts.executed is not None:
            executed = facts.executed.get(id)
            if executed is None:
                return cls(amendment, "it has not been executed", None)
            if amendment.effective.date is None:
                days.append(executed)
        conditions = conditions_of(amendment)
        presumed: tuple[str, ...] = ()
        if conditions:
            met = facts.conditions_met.get(id) if facts.conditions_met is not None else None
            if met is not None:
                days.append(met)
            elif facts.as_of is not None or facts.executed is not None:
                return cls(amendment, f"its condition is not met: {_quoted(conditions)}", None)
            else:
                presumed = conditions
        known = [day for day in days if day is not None]
        since = max(known) if known else None
        if facts.as_of is not None and since is not None and since > facts.as_of:
            return cls(amendment, f"it takes effect on {since.isoformat()}", since)
        return cls(amendment, None, since, presumed)

    def of_instruction(self, instruction: Instruction, facts: Facts) -> str | None:
        """Why this instruction has no effect yet, or None."""
        if self.pending is not None:
            return self.pending
        if instruction.conditions:
            met = (facts.conditions_met or {}).get(self.amendment.document.id)
            if met is None:
                return f"its condition is not met: {_quoted(instruction.conditions)}"
            if facts.as_of is not None and met > facts.as_of:
                return f"its condition is met on {met.isoformat()}"
        if (
            facts.as_of is not None
            and instruction.effective is not None
            and instruction.effective > facts.as_of
        ):
            return f"it takes effect on {instruction.effective.isoformat()}"
        return None

    def expired(self, instruction: Instruction, facts: Facts) -> dt.date | None:
        """The day on which the instruction ceased to hold, where it has."""
        days = [day for day in (instruction.expires, self.amendment.effective.expires) if day is not None]
        if facts.as_of is None or not days or min(days) > facts.as_of:
            return None
        return min(days)

    def starts(self, instruction: Instruction) -> dt.date | None:
        """The day from which the instruction holds."""
        if instruction.effective is not None and (self.since is None or instruction.effective > self.since):
            return instruction.effective
        return self.since


def conditions_of(amendment: Amendment) -> tuple[str, ...]:
    """The conditions of the paper as a whole other than its execution, in its own words."""
    return tuple(text for text in amendment.effective.conditions if not _EXECUTION.search(text))


def _quoted(conditions: tuple[str, ...]) -> str:
    return "; ".join(f'"{" ".join(text.split())}"' for text in conditions)
