"""What is wrong with the clauses of a file before anything happens: keys, values, shares, who owes whom.

`checked` refuses at the first mistake, as a run must; `mistakes` lists them all, for `conformed check`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from conformed.model.agreement import Agreement, ClauseEntry
from conformed.model.problem import ConformedError, Problem, problem
from conformed.running.clause import ClauseKind
from conformed.running.clauses.payment_terms import with_payment_terms
from conformed.running.registry import clause_kinds
from conformed.running.sides import default_sides, sides
from conformed.running.terms_in_force import Terms, terms_of_clauses

__all__ = ["checked", "mistakes", "unknown_kinds"]


def checked(
    agreement: Agreement, terms: Iterable[Terms], kinds: Mapping[str, ClauseKind]
) -> Iterator[Problem]:
    """What a person is asked about the clauses.

    Raises:
        ConformedError: a value is one that no run could use. What a seal holds is never shown.
    """
    for clause in terms:
        kind = kinds[clause.kind]
        told: set[tuple[str, str]] = set()
        for entry in clause.entries:
            if kind.check is not None:
                kind.check(entry)
            for key in kind.shares:
                share = entry.number(key).number
                if key in entry.own and share is not None and share > 1:
                    yield problem(
                        "share-above-one",
                        document=entry.file,
                        line=entry.clause.line,
                        where=clause.kind,
                        kind=clause.kind,
                        key=key,
                    )
            if kind.roles is None or len(agreement.parties) < 2:
                continue
            debtor, creditor = sides(entry, default_sides(kind, agreement.parties) or kind.roles)
            if not {debtor, creditor} <= agreement.parties.keys() and (debtor, creditor) not in told:
                told.add((debtor, creditor))
                yield problem(
                    "role-unknown",
                    document=entry.file,
                    line=entry.clause.line,
                    where=clause.kind,
                    kind=clause.kind,
                    debtor=debtor,
                    creditor=creditor,
                    roles=" and ".join(agreement.parties),
                )


def unknown_kinds(agreement: Agreement, kinds: Mapping[str, ClauseKind]) -> Iterator[Problem]:
    """The clauses of kinds that nothing installed runs."""
    for clause in agreement.clauses:
        if clause.kind not in kinds:
            near = get_close_matches(clause.kind, kinds, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"the kinds are {', '.join(kinds)}"
            yield problem(
                "clause-unknown",
                document=agreement.file,
                line=clause.line,
                where=clause.kind,
                kind=clause.kind,
                hint=hint,
            )


def mistakes(agreement: Agreement) -> tuple[Problem, ...]:
    """Everything for which a run would be refused or a person asked, of each clause its first mistake.

    >>> charge = ClauseEntry("recurring-charge", {"rate": "30.00"}, line=7)
    >>> print(*mistakes(Agreement("agreement.toml", None, None, "USD", clauses=(charge,))))
    agreement.toml:7: clause recurring-charge lacks the key due_days; add it [clause-missing]
    """
    kinds = clause_kinds()
    found = list(unknown_kinds(agreement, kinds))
    keys = {name: (kind.needs, kind.takes) for name, kind in kinds.items()}
    groups: dict[tuple[str, object], list[ClauseEntry]] = {}
    for clause in with_payment_terms(agreement.clauses):
        groups.setdefault((clause.kind, clause.values.get("name")), []).append(clause)
    for clauses in groups.values():
        alone = replace(agreement, clauses=tuple(clauses))
        try:
            found.extend(checked(alone, terms_of_clauses(alone, keys), kinds))
        except ConformedError as error:
            found.append(error.problem)
    return tuple(sorted(found, key=lambda one: one.line or 0))
