"""The kinds of clauses: one line each.

Another package adds kinds through the entry point group `conformed.clauses`: each entry point names a `ClauseKind`.
A kind of this package is not replaced by one of the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, wraps
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

from conformed.model.problem import ConformedError, problem
from conformed.running.clause import ClauseKind
from conformed.running.clauses.agreement_term import AGREEMENT_TERM
from conformed.running.clauses.claw_back import CLAW_BACK
from conformed.running.clauses.late_interest import LATE_INTEREST
from conformed.running.clauses.pass_through_credit import PASS_THROUGH_CREDIT
from conformed.running.clauses.payment_terms import PAYMENT_TERMS
from conformed.running.clauses.recurring_charge import RECURRING_CHARGE
from conformed.running.clauses.termination_right import TERMINATION_RIGHT
from conformed.running.clauses.unit_term import UNIT_TERM

__all__ = ["BUILT_IN", "ENTRY_POINTS", "clause_kinds"]

ENTRY_POINTS = "conformed.clauses"
_Given = TypeVar("_Given")

BUILT_IN: tuple[ClauseKind, ...] = (
    AGREEMENT_TERM,
    TERMINATION_RIGHT,
    UNIT_TERM,
    PAYMENT_TERMS,
    PASS_THROUGH_CREDIT,
    CLAW_BACK,
    RECURRING_CHARGE,
    LATE_INTEREST,
)


@cache
def clause_kinds() -> Mapping[str, ClauseKind]:
    """All kinds by name: those of this package, then those that installed packages add.

    Raises:
        ConformedError: an installed package's entry point cannot be loaded or is no `ClauseKind`.
    """
    kinds = {kind.name: kind for kind in BUILT_IN}
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: (point.name, point.value)):
        try:
            kind = point.load()
        except Exception as error:  # another package's code: whatever it raises, its name is what helps
            raise _unusable(point, f"{type(error).__name__}: {error}") from error
        if not isinstance(kind, ClauseKind):
            raise _unusable(point, f"it is a {type(kind).__name__}, not a ClauseKind")
        kinds.setdefault(kind.name, _answerable(kind, point))
    return kinds


def _unusable(point: EntryPoint, cause: str) -> ConformedError:
    return ConformedError(problem("clause-plugin", where=point.name, point=point.value, cause=cause))


def _answerable(kind: ClauseKind, point: EntryPoint) -> ClauseKind:
    """A kind of another package, whose faults are told as that package's."""

    def guarded(call: Callable[..., _Given]) -> Callable[..., _Given]:
        @wraps(call)
        def answered(*given: object) -> _Given:
            try:
                return call(*given)
            except ConformedError:
                raise
            except Exception as error:  # another package's code: whatever it raises, its name is what helps
                raise _unusable(point, f"{type(error).__name__}: {error}") from error

        return answered

    check = guarded(kind.check) if kind.check is not None else None
    return replace(kind, run=guarded(kind.run), check=check)
