"""One paper's instructions, carried out on the agreement as it stood before that paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from conformed.conforming.carrying_out import carry_out
from conformed.conforming.conflicts import Found, settled
from conformed.conforming.decisions import Ruling, ruled
from conformed.conforming.earlier import Earlier
from conformed.conforming.ground import Finding, Ground, Order, Place
from conformed.conforming.labelling import label_keys
from conformed.conforming.laying import NewWords
from conformed.conforming.naming import is_titled
from conformed.conforming.renumbering import new_label
from conformed.model.agreement import Decision
from conformed.model.conformed import AMBIGUOUS, APPLIED, NOT_FOUND, NOTED, Outcome
from conformed.model.document import Document, Path
from conformed.model.instruction import Amendment, Instruction
from conformed.model.problem import Problem
from conformed.model.text import Edit
from conformed.structure import find_provisions, restructured

__all__ = ["Applied", "apply_paper"]

DONE = (APPLIED, NOTED)


@dataclass(frozen=True, slots=True)
class Applied:
    """The agreement after a paper, and what became of each of its instructions."""

    after: Document
    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]


def apply_paper(
    before: Document,
    amendment: Amendment,
    instructions: Sequence[Instruction],
    *,
    chain: Sequence[Earlier] = (),
    papers: Mapping[str, Document],
    decisions: Mapping[str, Decision] | None = None,
) -> Applied:
    """Carry out `instructions` of `amendment` on `before`.

    Args:
        before: the agreement before the paper.
        amendment: the paper.
        instructions: those of its instructions that have taken effect.
        chain: the amendments applied before it.
        papers: every paper so far, by id.
        decisions: a person's decisions, by instruction (`"amendment-2/2(b)"`).
    """
    decided = decisions or {}
    orders = [_order(instruction, amendment) for instruction in instructions]
    ground = Ground(before, papers)
    _foresee(orders, ground)
    rulings = [
        _ruling(order, carry_out(order, ground, chain), ground, amendment, decided) for order in orders
    ]
    found = settled([Found(ruling.order, ruling.finding) for ruling in rulings])
    after = _written(before, found)
    found, after = _second_look(found, before, after, amendment, papers, chain)
    outcomes = tuple(
        _outcome(one, amendment, ground, decided=ruling.decided)
        for one, ruling in zip(found, rulings, strict=True)
    )
    outcomes = _with_places(outcomes, found, after, amendment.document.id)
    return Applied(after, outcomes, tuple(problem for ruling in rulings for problem in ruling.problems))


def _order(instruction: Instruction, amendment: Amendment) -> Order:
    paper = amendment.document
    new = None
    if instruction.new is not None:
        new = NewWords.of(
            instruction.new,
            document=paper.id,
            instruction=instruction.id,
            paper=paper.text.string,
            at=instruction.start,
        )
    return Order(instruction, paper, new)


def _foresee(orders: Sequence[Order], ground: Ground) -> None:
    """What the paper renumbers and repeals, so that new provisions find their place among what stays."""
    for order in orders:
        instruction = order.instruction
        path = instruction.target.path
        if not path or (
            instruction.agreement is not None and not is_titled(ground.document, instruction.agreement)
        ):
            continue
        if instruction.action == "renumbering" and order.new is not None:
            label = new_label(order.new.text)
            for provision in ground.provisions(path):
                if label is not None:
                    ground.relabelled[provision.path] = label
        elif instruction.action == "repeal" and instruction.target.unit in ("provision", "definition"):
            if instruction.target.unit == "definition" and instruction.target.term:
                continue
            ground.leaving.update(provision.path for provision in ground.provisions(path))


def _ruling(
    order: Order, finding: Finding, ground: Ground, amendment: Amendment, decided: Mapping[str, Decision]
) -> Ruling:
    decision = decided.get(f"{amendment.document.id}/{order.instruction.id}")
    if decision is None:
        return Ruling(order, finding)
    return ruled(order, finding, decision, ground)


def _written(document: Document, found: Sequence[Found]) -> Document:
    edits = _ordered(found)
    if not edits:
        return document
    return restructured(document.text.edited(edits), like=document)


def _ordered(found: Sequence[Found]) -> list[Edit]:
    """The edits in the order of the text; insertions at one point in the order of their labels or terms."""
    held: list[tuple[Place, Edit]] = [
        (place, edit)
        for one in found
        if one.finding.status in DONE
        for place in one.finding.places
        for edit in place.edits
    ]
    points: dict[tuple[int, int], list[tuple[Place, Edit]]] = {}
    for place, edit in held:
        points.setdefault((edit.start, edit.end), []).append((place, edit))
    out: list[Edit] = []
    for point in sorted(points):
        entries = points[point]
        if (
            len(entries) > 1
            and all(place.rank for place, _ in entries)
            and len({place.path for place, _ in entries}) == 1
        ):
            keys = label_keys([place.rank for place, _ in entries])
            entries = sorted(entries, key=lambda entry: keys[entry[0].rank])
        out.extend(edit for _, edit in entries)
    return out


def _second_look(
    found: list[Found],
    before: Document,
    after: Document,
    amendment: Amendment,
    papers: Mapping[str, Document],
    chain: Sequence[Earlier],
) -> tuple[list[Found], Document]:
    """What does not exist before the paper is looked for in what the paper inserts, and among its new labels."""
    missed = [index for index, one in enumerate(found) if one.finding.status == NOT_FOUND]
    if not missed or after is before:
        return found, after
    ground = Ground(after, papers)
    own = amendment.document.id
    again: list[Found] = []
    for index in missed:
        order = found[index].order
        finding = carry_out(order, ground, chain)
        if finding.status in DONE and finding.places and _is_own(finding, order, before, after, own):
            again.append(Found(order, finding))
        elif finding.status == AMBIGUOUS and not find_provisions(before, order.instruction.target.path):
            again.append(Found(order, replace(finding, choices=())))
        else:
            again.append(found[index])
    again = settled(again)
    out = list(found)
    for index, one in zip(missed, again, strict=True):
        out[index] = one
    return out, _written(after, again)


def _is_own(finding: Finding, order: Order, before: Document, after: Document, own: str) -> bool:
    """Whether the words concerned, or the label by which they are named, are this very paper's."""
    path = order.instruction.target.path
    if path and not find_provisions(before, path):
        return True
    return all(
        run.document == own
        for place in finding.places
        for run in after.text.runs_between(max(place.start - 1, 0), max(place.end, place.start))
        if run.text.strip()
    )


def _outcome(one: Found, amendment: Amendment, ground: Ground, *, decided: bool) -> Outcome:
    finding = one.finding
    candidates = tuple(ground.candidate(place) for place in finding.choices)
    return Outcome(
        document=amendment.document.id,
        instruction=one.order.instruction,
        status=finding.status,
        note=finding.note,
        candidates=candidates,
        decided=decided,
    )


def _with_places(
    outcomes: tuple[Outcome, ...], found: Sequence[Found], after: Document, own: str
) -> tuple[Outcome, ...]:
    """The outcomes with the paths that they changed, as they are after the paper."""
    ground = Ground(after, {})
    written: dict[str, dict[Path, None]] = {}
    at = 0
    for run in after.text.runs:
        if run.document == own and run.instruction is not None and run.text.strip():
            lead = len(run.text) - len(run.text.lstrip())
            written.setdefault(run.instruction, {})[ground.path_at(at + lead)] = None
        at += len(run.text)
    out = []
    for outcome, one in zip(outcomes, found, strict=True):
        paths = dict(written.get(outcome.instruction.id, {})) if outcome.status in DONE else {}
        if outcome.status in DONE:
            for place in one.finding.places:
                if not any(edit.runs for edit in place.edits):
                    paths[place.path] = None
        out.append(replace(outcome, places=tuple(paths)))
    return tuple(out)
