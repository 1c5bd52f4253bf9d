"""The JSON records of `build --json` and `blame --json`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from conformed.conforming.blame import blame, sources
from conformed.conforming.compare import changes
from conformed.model.conformed import Conformed, Outcome
from conformed.model.document import Document, Path, Provision
from conformed.model.problem import problem_record
from conformed.structure import collapsed

__all__ = ["blame_record", "build_record"]

Record = dict[str, Any]


def build_record(conformed: Conformed) -> Record:
    """What `build --json` prints: papers, provisions with their sources, what became of each instruction, warnings.

    A provision that was repealed, and whose label no other bears now, is listed last with an empty text.
    """
    copy = conformed.copy
    return {
        "title": copy.title,
        "as_of": conformed.as_of.isoformat() if conformed.as_of else None,
        "documents": [
            {
                "id": paper.id,
                "file": paper.file,
                "sha256": paper.sha256,
                "date": paper.date.isoformat() if paper.date else None,
                "effective": paper.effective.isoformat() if paper.effective else None,
            }
            for paper in conformed.papers
        ],
        "provisions": [*_provisions(conformed), *_repealed(conformed)],
        "instructions": [_instruction(outcome) for outcome in conformed.outcomes],
        "warnings": [problem_record(warning) for warning in conformed.warnings],
    }


def _provisions(conformed: Conformed) -> Iterator[Record]:
    copy = conformed.copy
    changed = _Changed(conformed)
    for provision in copy.walk():
        yield {
            "path": list(provision.path),
            "label": provision.label,
            "heading": provision.heading,
            "text": collapsed(copy, provision.start, provision.end),
            "sources": list(sources(copy, provision.start, provision.end)),
            "changed": changed.within(provision),
        }


class _Changed:
    """Where the copy differs from the base, white space apart; another unknown differs, though it is printed alike."""

    def __init__(self, conformed: Conformed) -> None:
        base, copy = conformed.states[0].copy.text, conformed.copy.text
        unknowns = [redaction.start for redaction in conformed.copy.redactions]
        held = [
            change
            for change in changes(base, copy)
            if base.string[change.old_start : change.old_end].split()
            != copy.string[change.new_start : change.new_end].split()
            or bisect_left(unknowns, change.new_start) < bisect_left(unknowns, change.new_end)
        ]
        self._starts = [change.new_start for change in held]
        self._ends = [change.new_end for change in held]

    def within(self, provision: Provision) -> bool:
        index = bisect_left(self._ends, provision.start)
        while index < len(self._starts) and self._starts[index] <= provision.end:
            start, end = self._starts[index], self._ends[index]
            if start < provision.end and end > provision.start:
                return True
            if start == end and provision.start < start <= provision.end:
                return True
            index += 1
        return False


def _repealed(conformed: Conformed) -> Iterator[Record]:
    """Provisions that an instruction struck whole."""
    live = {provision.path for provision in conformed.copy.walk()}
    seen: set[Path] = set()
    for outcome in conformed.outcomes:
        instruction = outcome.instruction
        path = instruction.target.path
        struck = instruction.action == "repeal" and instruction.target.unit == "provision"
        if (
            not struck
            or outcome.status not in ("applied", "noted")
            or not path
            or path in live
            or path in seen
        ):
            continue
        seen.add(path)
        held = _last_held(conformed, path)
        if held is None:
            continue
        yield {
            "path": list(held.path),
            "label": held.label,
            "heading": None,
            "text": "",
            "sources": [f"{outcome.document}/{instruction.id}"],
            "changed": True,
        }


def _last_held(conformed: Conformed, path: Path) -> Provision | None:
    for state in reversed(conformed.states):
        for provision in state.copy.walk():
            if provision.path == path:
                return provision
    return None


def _instruction(outcome: Outcome) -> Record:
    return {
        "document": outcome.document,
        "id": outcome.instruction.id,
        "status": outcome.status,
        "note": outcome.note,
        "candidates": [
            {"path": list(candidate.path), "text": candidate.text} for candidate in outcome.candidates
        ],
    }


def blame_record(conformed: Conformed, *, only: Provision | None = None) -> Record:
    """What `blame --json` prints: per provision the runs of its text."""
    copy = conformed.copy
    wanted = only.walk() if only is not None else copy.walk()
    return {
        "title": copy.title,
        "as_of": conformed.as_of.isoformat() if conformed.as_of else None,
        "provisions": [_blamed(copy, provision) for provision in wanted],
    }


def _blamed(copy: Document, provision: Provision) -> Record:
    return {
        "path": list(provision.path),
        "label": provision.label,
        "heading": provision.heading,
        "runs": [
            {
                "text": run.text,
                "document": run.document,
                "instruction": run.instruction,
                "start": run.start,
                "end": run.end,
            }
            for run in blame(copy, provision.start, provision.end)
        ],
    }
