"""What a person decided about an instruction, replayed; a decision that no longer fits is a problem, never applied."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from conformed.conforming.ground import Finding, Ground, Order, Place
from conformed.conforming.laying import NewWords, in_block
from conformed.conforming.naming import provision_named
from conformed.model.agreement import Decision
from conformed.model.conformed import AMBIGUOUS, NOT_FOUND, NOTED, Candidate, Outcome
from conformed.model.problem import Problem, problem
from conformed.model.text import Edit

__all__ = ["Ruling", "digest", "ruled"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A finding, by a person's decision where one was taken and fits."""

    order: Order
    finding: Finding
    decided: bool = False
    problems: tuple[Problem, ...] = ()


def digest(words: str, candidates: tuple[Candidate, ...]) -> str:
    """What a person saw: the instruction's words and the places among which to choose.

    A decision carries it, so that it is not applied where the paper, or the agreement at those places, has changed.
    """
    seen = [" ".join(words.split())]
    seen.extend(f"{'/'.join(candidate.path)}\t{candidate.text}" for candidate in candidates)
    return sha256("\n".join(seen).encode()).hexdigest()[:16]


def ruled(order: Order, finding: Finding, decision: Decision, ground: Ground) -> Ruling:
    """The finding that follows from `decision`, or the machine's own with a problem where the decision does not fit."""
    where = f"{order.paper.id}/{order.instruction.id}"
    candidates = tuple(ground.candidate(place) for place in finding.choices)
    reason = _unfit(order, finding, decision, candidates)
    if reason is not None:
        found = problem(
            "decision-unfit", document=order.paper.file, where=where, instruction=where, reason=reason
        )
        return Ruling(order, finding, False, (found,))
    by = " ".join(
        part
        for part in (
            "decided",
            f"by {decision.by}" if decision.by else "by a person",
            f"on {decision.on.isoformat()}" if decision.on else "",
        )
        if part
    )
    why = f": {decision.why}" if decision.why else ""
    if decision.leave:
        return Ruling(
            order, Finding(finding.status, (), finding.choices, f"{by} to leave the text{why}"), True
        )
    if decision.place is not None:
        place = finding.choices[decision.place - 1]
        if not place.edits:
            return Ruling(order, finding, False, (_cannot(order, where),))
        return Ruling(order, Finding(NOTED, (place,), (), f"{by}, place {decision.place}{why}"), True)
    given = _given(order, decision, ground)
    if given is None:
        return Ruling(order, finding, False, (_cannot(order, where),))
    return Ruling(order, Finding(NOTED, (given,), (), f"{by}, the text given by hand{why}"), True)


def _cannot(order: Order, where: str) -> Problem:
    return problem(
        "decision-unfit",
        document=order.paper.file,
        where=where,
        instruction=where,
        reason="there is no one place in which it could be written; name one with --provision",
    )


def _unfit(
    order: Order, finding: Finding, decision: Decision, candidates: tuple[Candidate, ...]
) -> str | None:
    if finding.status not in (AMBIGUOUS, NOT_FOUND):
        return "the instruction can be carried out without it"
    if decision.fits is not None and decision.fits != digest(order.words, candidates):
        return "the paper or the places to choose from are not those that were seen"
    if decision.place is not None and not 1 <= decision.place <= len(candidates):
        return f"there is no place {decision.place}, only {len(candidates)}"
    return None


def _given(order: Order, decision: Decision, ground: Ground) -> Place | None:
    """A text given by hand: it takes the place of the one provision that the decision, or the instruction, names."""
    path = order.instruction.target.path
    if decision.provision is not None:
        provisions = provision_named(ground.document, decision.provision)
    else:
        provisions = tuple(ground.provisions(path)) if path else ()
    if len(provisions) != 1:
        return None
    text = decision.text or ""
    provision = provisions[0]
    at = order.instruction.start
    new = NewWords(order.paper.id, order.instruction.id, order.paper.text.string, at, at, text)
    start = provision.body
    while start < provision.end and ground.string[start].isspace():
        start += 1
    edit = Edit(start, provision.end, in_block(new, indent=ground.indent(provision.start)))
    return Place(start, provision.end, provision.path, (edit,))


def outcome_digest(outcome: Outcome, words: str) -> str:
    """The digest of what an outcome shows a person."""
    return digest(words, outcome.candidates)
