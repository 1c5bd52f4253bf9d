"""The law, the parties and the currency that stand at the head of the file, against the words in force.

Rules that this file must obey:

* A law that the file names otherwise than the words, or not at all, counts days wrongly: that is a drift.
* The law of a part stands for that of the whole: what the words say of the United States is said of New York too.
* A party is sought anywhere in the papers, however its name is spaced and stopped: only one that no paper names is told.
* A party under the role by which the words call another one of the file's parties owes what the other is owed.
* Another currency than the only one of the words' sums is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conformed.model.agreement import Agreement
from conformed.model.conformed import Conformed
from conformed.model.problem import Problem, problem
from conformed.model.term import TermState
from conformed.running.daycount import known_laws
from conformed.terms import citation, currencies
from conformed.terms.jurisdictions import jurisdiction

__all__ = ["particulars"]


def particulars(agreement: Agreement, conformed: Conformed, states: Sequence[TermState]) -> Iterator[Problem]:
    """What is wrong with the law, the parties and the currency of a file that runs clauses."""
    if not states or not agreement.clauses:
        return
    yield from _law(agreement, conformed, states)
    yield from _parties(agreement, conformed)
    yield from _roles(agreement, states)
    yield from _currency(agreement, conformed)


def _law(agreement: Agreement, conformed: Conformed, states: Sequence[TermState]) -> Iterator[Problem]:
    term = states[-1].terms.get("governing_law")
    codes = (term.how or "").split() if term is not None else []
    if term is None or len(codes) != 1 or _counts_alike(agreement.governing_law, codes[0]):
        return
    given = agreement.governing_law
    yield problem(
        "law-drift",
        document=agreement.file,
        where="governing_law",
        says=f'says governing_law = "{given}"' if given is not None else "names no governing_law",
        source=citation(conformed.copy, term.provision) or "the agreement",
        words=str(term.value),
        text=term.text if len(term.text) <= 120 else term.text[:117].rsplit(" ", 1)[0] + " ...",
        right=codes[0],
    )


def _counts_alike(given: str | None, code: str) -> bool:
    """Whether days are counted by the law of the words where the file gives `given`."""
    if given == code:
        return True
    ours, theirs = jurisdiction(given or ""), jurisdiction(code)
    if given is None or ours is None or theirs is None:
        return given is None and code not in known_laws()
    if ours.within(theirs):
        return True
    # by another name: no matter where nothing is known of how the law counts days
    return ours.law == theirs.law and code not in known_laws()


def _parties(agreement: Agreement, conformed: Conformed) -> Iterator[Problem]:
    papers = [_letters(state.copy.text.string) for state in conformed.states]
    for role, names in agreement.parties.items():
        for name in names:
            sought = _letters(name)
            if sought and not any(sought in paper for paper in papers):
                yield problem(
                    "party-unnamed",
                    document=agreement.file,
                    where=role,
                    role=role,
                    name=name,
                )


def _roles(agreement: Agreement, states: Sequence[TermState]) -> Iterator[Problem]:
    parties = states[-1].terms.get("parties")
    called: dict[str, set[str]] = {}
    for party in parties.value if parties is not None and isinstance(parties.value, tuple) else ():
        for words in (party.get("role"), party.get("alias")):
            if words:
                called.setdefault(_letters(words), set()).add(_letters(party["name"]))
    roles = {_letters(name): role for role, names in agreement.parties.items() for name in names}
    for role, names in agreement.parties.items():
        right = called.get(_letters(role), set())
        others = sorted(roles[name] for name in right if name in roles and roles[name] != role)
        if others and not right & {_letters(name) for name in names}:
            yield problem(
                "party-role",
                document=agreement.file,
                where=role,
                role=role,
                name=", ".join(names),
                right=", ".join(agreement.parties[others[0]]),
            )


def _currency(agreement: Agreement, conformed: Conformed) -> Iterator[Problem]:
    found = currencies([state.copy.text.string for state in conformed.states])
    if len(found) == 1 and found[0] != agreement.currency:
        yield problem(
            "currency-drift",
            document=agreement.file,
            where="currency",
            currency=agreement.currency,
            right=found[0],
        )


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
