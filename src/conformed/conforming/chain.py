"""The conformed copy: the base, and each paper in turn carried out on the text before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from conformed.conforming.earlier import Earlier
from conformed.conforming.effect import Effect, Facts
from conformed.conforming.listed import worded
from conformed.conforming.order import belonging, in_order, missing
from conformed.conforming.paper import apply_paper
from conformed.conforming.unknowns import Unknowns
from conformed.model.agreement import Decision
from conformed.model.conformed import NOT_FOUND, NOTED, PENDING, Conformed, Outcome, PaperRecord, State
from conformed.model.document import Document
from conformed.model.instruction import Amendment, Instruction
from conformed.model.problem import Problem, problem
from conformed.structure.finding import release

__all__ = ["conform"]


def conform(
    base: Document,
    amendments: Sequence[Amendment],
    *,
    as_of: dt.date | None = None,
    executed: Mapping[str, dt.date | None] | None = None,
    conditions_met: Mapping[str, dt.date | None] | None = None,
    decisions: Sequence[Decision] = (),
    digests: Mapping[str, str] | None = None,
    withheld: Mapping[str, str] | None = None,
) -> Conformed:
    """The conformed copy of `base` with `amendments` carried out.

    Args:
        base: the agreement as first signed.
        amendments: in any order; they are put in that of their dates and numbers.
        as_of: the day asked for; None for the text after every paper has taken effect, before any expiry.
        executed: paper id -> the day it was executed, None for one that is not; None: all were, on their dates.
        conditions_met: paper id -> the day on which its conditions other than execution were met.
        decisions: what a person decided about instructions.
        digests: paper id -> the SHA-256 of its bytes, for the record.
        withheld: paper id -> why none of its instructions is carried out: they are all `pending`.

    Returns:
        The copy, the state after each paper, and what became of every instruction. Nothing is ever changed by
        guessing: what is not certain is listed in `outcomes` with its reason and the places to choose from.
    """
    facts = Facts(as_of, executed, conditions_met, withheld)
    ruled = {decision.instruction: decision for decision in decisions}
    ordered = tuple(worded(amendment, ruled) for amendment in in_order(amendments))
    folded = _folded(base, ordered, facts, ruled)
    unknowns = Unknowns.of(base, (amendment.document for amendment in ordered))
    states = tuple(replace(state, copy=unknowns.named(state.copy)) for state in folded.states)
    return Conformed(
        copy=states[-1].copy,
        as_of=as_of,
        papers=tuple(_records(base, ordered, folded, digests or {})),
        outcomes=tuple(folded.outcomes),
        states=states,
        warnings=(*_warnings(base, ordered), *folded.problems, *_unknown(base, ordered, decisions)),
    )


@dataclass(slots=True)
class _Fold:
    copy: Document
    outcomes: list[Outcome] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    effects: dict[str, Effect] = field(default_factory=dict)


def _folded(
    base: Document, amendments: Sequence[Amendment], facts: Facts, decisions: Mapping[str, Decision]
) -> _Fold:
    fold = _Fold(base)
    fold.states.append(State(base.id, base.date, base))
    papers = {base.id: base}
    chain: list[Earlier] = []
    expiries: list[tuple[dt.date, str]] = []
    for amendment in amendments:
        effect = Effect.of(amendment, facts)
        fold.effects[amendment.document.id] = effect
        papers[amendment.document.id] = amendment.document
        before = fold.copy
        waiting = {one.id: effect.of_instruction(one, facts) for one in amendment.instructions}
        ceased = {one.id: effect.expired(one, facts) for one in amendment.instructions}
        due = [one for one in amendment.instructions if waiting[one.id] is None and ceased[one.id] is None]
        for days, part in _steps(due, effect):
            applied = apply_paper(before, amendment, part, chain=chain, papers=papers, decisions=decisions)
            fold.states.append(State(amendment.document.id, days, applied.after))
        if not due:
            applied = apply_paper(before, amendment, (), chain=chain, papers=papers)
            if effect.pending is None:
                fold.states.append(State(amendment.document.id, effect.since, before))
        fold.copy = applied.after
        release(before)
        fold.problems.extend(applied.problems)
        chain.append(Earlier(amendment.document, before, applied.after))
        expiries.extend((day, amendment.document.id) for day in ceased.values() if day is not None)
        fold.outcomes.extend(_accounts(amendment, effect, applied.outcomes, waiting, ceased))
    release(fold.copy)
    if expiries and facts.as_of is not None:
        _with_expiry(fold, base, amendments, facts, decisions, max(expiries))
    return fold


def _steps(due: Sequence[Instruction], effect: Effect) -> Iterator[tuple[dt.date | None, list[Instruction]]]:
    """The instructions of one paper by the days on which they take effect, each step with all before it."""
    days = sorted({day for one in due for day in [effect.starts(one)] if day is not None})
    if len(days) < 2:
        if due:
            yield (days[0] if days else effect.since), list(due)
        return
    for day in days:
        part = [one for one in due if (effect.starts(one) or days[0]) <= day]
        yield day, part


def _accounts(
    amendment: Amendment,
    effect: Effect,
    outcomes: Sequence[Outcome],
    waiting: Mapping[str, str | None],
    ceased: Mapping[str, dt.date | None],
) -> Iterator[Outcome]:
    done = {outcome.instruction.id: outcome for outcome in outcomes}
    for instruction in amendment.instructions:
        reason, expired = waiting[instruction.id], ceased[instruction.id]
        if reason is not None:
            yield Outcome(amendment.document.id, instruction, PENDING, reason)
        elif expired is not None:
            note = f"it ceased to hold on {expired.isoformat()}; the text reads as it would without it"
            yield Outcome(amendment.document.id, instruction, NOTED, note)
        else:
            yield _presumed(done[instruction.id], effect)


def _presumed(outcome: Outcome, effect: Effect) -> Outcome:
    if not effect.presumed or outcome.status not in ("applied", NOTED):
        return outcome
    note = f"the condition is taken as met: {'; '.join(' '.join(text.split()) for text in effect.presumed)}"
    return replace(outcome, status=NOTED, note=f"{outcome.note}; {note}" if outcome.note else note)


def _with_expiry(
    fold: _Fold,
    base: Document,
    amendments: Sequence[Amendment],
    facts: Facts,
    decisions: Mapping[str, Decision],
    last: tuple[dt.date, str],
) -> None:
    """The states before and after the last expiry; and what rested on words that have expired is told so."""
    day, paper = last
    earlier = _folded(base, amendments, replace(facts, as_of=day - dt.timedelta(days=1)), decisions)
    reverted = _folded_plain(base, amendments, replace(facts, as_of=day), decisions)
    later = [state for state in fold.states[1:] if state.effective is not None and state.effective > day]
    fold.states = [*earlier.states, State(paper, day, reverted), *later]
    if not later:
        fold.states[-1] = State(paper, day, fold.copy)
    known = {(one.document, one.instruction.id): one for one in earlier.outcomes}
    for index, outcome in enumerate(fold.outcomes):
        before = known.get((outcome.document, outcome.instruction.id))
        if outcome.status == NOT_FOUND and before is not None and before.status in ("applied", NOTED):
            note = f"what it changed was put in by {paper} and ceased to hold on {day.isoformat()}"
            fold.outcomes[index] = replace(outcome, status=NOTED, note=note, candidates=())


def _folded_plain(
    base: Document, amendments: Sequence[Amendment], facts: Facts, decisions: Mapping[str, Decision]
) -> Document:
    """The text of a day, without its states."""
    copy = base
    papers = {base.id: base}
    chain: list[Earlier] = []
    for amendment in amendments:
        effect = Effect.of(amendment, facts)
        papers[amendment.document.id] = amendment.document
        due = [
            one
            for one in amendment.instructions
            if effect.of_instruction(one, facts) is None and effect.expired(one, facts) is None
        ]
        applied = apply_paper(copy, amendment, due, chain=chain, papers=papers, decisions=decisions)
        chain.append(Earlier(amendment.document, copy, applied.after))
        copy = applied.after
    return copy


def _records(
    base: Document, amendments: Sequence[Amendment], fold: _Fold, digests: Mapping[str, str]
) -> Iterator[PaperRecord]:
    yield PaperRecord(base.id, base.file, digests.get(base.id, ""), base.title, base.date, base.date)
    for amendment in amendments:
        document = amendment.document
        effect = fold.effects[document.id]
        yield PaperRecord(
            document.id,
            document.file,
            digests.get(document.id, ""),
            document.title,
            document.date,
            effect.since if effect.pending is None else None,
            amendment.effective.expires,
        )


def _warnings(base: Document, amendments: Sequence[Amendment]) -> Iterator[Problem]:
    for amendment in amendments:
        yield from belonging(base, amendment)
    yield from missing(base, amendments)


def _unknown(
    base: Document, amendments: Sequence[Amendment], decisions: Sequence[Decision]
) -> Iterator[Problem]:
    """Decisions about instructions that no paper gives."""
    known = {f"{one.document.id}/{instruction.id}" for one in amendments for instruction in one.instructions}
    known |= {f"{one.document.id}/{listed.where}" for one in amendments for listed in one.unclaimed}
    known |= {base.id, *(one.document.id for one in amendments)}
    for decision in decisions:
        if decision.instruction not in known:
            yield problem(
                "decision-unfit",
                where=decision.instruction,
                instruction=decision.instruction,
                reason="no paper given has such an instruction",
            )
