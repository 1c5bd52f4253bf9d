"""The states of a provision, newest first, followed through renumberings by the words it is made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from conformed.conforming.compare import unchanged
from conformed.model.conformed import Conformed, State
from conformed.model.document import Document, Path, Provision
from conformed.structure import collapsed, find_provisions

__all__ = ["ProvisionState", "history", "traced"]

MUCH = 0.5


@dataclass(frozen=True, slots=True)
class ProvisionState:
    """What a provision said after a paper took effect.

    Attributes:
        paper: the paper that made it say so; the base first.
        effective: since when.
        path: where it stood then; None where there was no such provision.
        text: its words, collapsed; None where there was no such provision.
    """

    paper: str
    effective: dt.date | None
    path: Path | None
    text: str | None


def history(conformed: Conformed, path: Path) -> tuple[ProvisionState, ...]:
    """The states of the provision that `path` names in the copy, newest first; only those that differ.

    A provision that the copy no longer has is looked for in the states before, the newest first.
    """
    states = list(conformed.states)
    found: list[ProvisionState] = []
    held: Provision | None = None
    met = False
    for index in range(len(states) - 1, -1, -1):
        document = states[index].copy
        if not met:
            named = find_provisions(document, path)
            held = named[0] if len(named) == 1 else None
            met = held is not None
        elif held is not None:
            held = traced(held, states[index + 1].copy, document)
        found.append(_state(states[index], held))
    return tuple(_changed(found))


def _state(state: State, provision: Provision | None) -> ProvisionState:
    if provision is None:
        return ProvisionState(state.paper, state.effective, None, None)
    text = collapsed(state.copy, provision.start, provision.end)
    return ProvisionState(state.paper, state.effective, provision.path, text)


def _changed(found: list[ProvisionState]) -> list[ProvisionState]:
    """Of neighbouring states that say the same, the oldest; those before the provision was made are left out."""
    out = [
        state
        for state, older in zip(found, [*found[1:], None], strict=True)
        if older is None or (state.text, state.path) != (older.text, older.path)
    ]
    while out and out[-1].text is None:
        out.pop()
    return out


def traced(provision: Provision, new: Document, old: Document) -> Provision | None:
    """The provision of `old` that became `provision` of `new`: the one at its path that shares words, else most words."""
    shares: dict[int, int] = {}
    by_id: dict[int, Provision] = {}
    walked = sorted(old.walk(), key=lambda one: one.start)
    for old_start, new_start, length in unchanged(old.text, new.text):
        low, high = max(new_start, provision.start), min(new_start + length, provision.end)
        if low >= high:
            continue
        start, end = low - new_start + old_start, high - new_start + old_start
        for one in walked:
            if one.start >= end:
                break
            shared = len(old.text.string[max(start, one.start) : min(end, one.end)].strip())
            if shared > 0:
                shares[id(one)] = shares.get(id(one), 0) + shared
                by_id[id(one)] = one
    same = [one for one in by_id.values() if one.path == provision.path and one.kind == provision.kind]
    if same:
        best = max(same, key=lambda one: shares[id(one)])
        if shares[id(best)] > len(best.label or ""):
            return best
    size = provision.end - provision.start
    fitting = [
        (shares[id(one)] / max(one.end - one.start, size), one)
        for one in by_id.values()
        if shares[id(one)] / max(one.end - one.start, size, 1) >= MUCH
        and len(one.path) == len(provision.path)
    ]
    if fitting:
        return max(fitting, key=lambda entry: entry[0])[1]
    named = find_provisions(old, provision.path)
    if len(named) != 1 or _lives_on(named[0], new, old, provision):
        return None
    return named[0]


def _lives_on(held: Provision, new: Document, old: Document, beside: Provision) -> bool:
    """Whether the words of an old provision stand elsewhere now, so that another took its label."""
    kept = 0
    for old_start, new_start, length in unchanged(old.text, new.text):
        low, high = max(old_start, held.start), min(old_start + length, held.end)
        if low < high and not beside.start <= low - old_start + new_start < beside.end:
            kept += len(old.text.string[low:high].strip())
    return kept > MUCH * (held.end - held.start)
