"""Places that an order leaves as they are: "all references to ..., other than in Section 9".

An exception is exact where it names places of the agreement and nothing more; any other is for a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conformed.amending.references import Place, Reference, resolved
from conformed.amending.terminals import SKIPPED
from conformed.amending.tokens import Token
from conformed.model.instruction import Scope, Target

__all__ = ["PART_LEFT_OUT", "LeftOut", "left_out", "with_exceptions"]

PART_LEFT_OUT = "leaves a part of what it changes as it is"
_BETWEEN = frozenset(("PREPOSITION", "MULTI_OF", "QUOTE_NOUN", "DEFINITION"))
_NARROWS = re.compile(
    r"[\s,)]*(?:where|when|if|unless|in\s?sofar|to\s+the\s+extent|which|that|as|solely|only)\b"
    r"|\s*,?\s*(?:and|or|nor)\s+(?!(?:the\s+)?(?:sections?|clauses?)\b|(?:to\s+)?(?:delete|insert|add|replace|substitute|strike|omit|renumber)\b"
    r"|by\s+\w+ing\b|(?:is|are|shall)\b|in\s+(?:its|lieu)\b|there\b|(?:deleting|inserting|adding|replacing|substituting)\b)",
    re.IGNORECASE,
)
"""Words behind an exception that narrow it, or add to it what was not understood."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exception: where it stands, and the places it names; None where it names them in other words."""

    start: int
    end: int
    places: Reference | None


def left_out(raw: Sequence[Token], at: int, text: str) -> tuple[LeftOut, int]:
    """The exception whose first words are the token at `at`, and the index behind it."""
    places: list[Place] = []
    index = stop = at + 1
    while index < len(raw):
        token = raw[index]
        if token.kind in SKIPPED or token.kind in _BETWEEN or (places and token.kind in ("LIST", "COMMA")):
            index += 1
            continue
        if token.kind != "REF":
            break
        places.extend(token.reference or ())
        index = stop = index + 1
        if index < len(raw) and raw[index].kind == "COMMA":
            break
    if not places:
        while index < len(raw) and (raw[index].kind == "QUOTE" or raw[index].kind in _BETWEEN):
            index = stop = index + 1
        return LeftOut(raw[at].start, raw[stop - 1].end, None), stop
    end = raw[stop - 1].end
    told = not _NARROWS.match(text, end, end + 80) and not any(place.own for place in places)
    return LeftOut(raw[at].start, end, tuple(places) if told else None), stop


def _targets(places: Sequence[Place], target: Target) -> tuple[Target, ...] | None:
    """The places left out, inside what is changed; None where one of them is no place that can be told for certain."""
    shell = Place(path=target.path, relative=False, term=None)
    out: list[Target] = []
    for place in places:
        full = resolved(place, shell) if place.relative or not place.path else place
        if full.unit == "definition" and full.term:
            out.append(Target(full.path, "definition", term=full.term))
        elif full.unit == "heading" and full.path:
            out.append(Target(full.path, "heading"))
        elif full.unit == "provision" and full.path and not full.scope and full.path != target.path:
            out.append(Target(full.path, "provision"))
        elif full.unit == "sentence" and full.path and full.scope and not full.outer:
            out.append(Target(full.path, "sentence", scope=Scope(*full.scope)))
        else:
            return None
    return tuple(out)


def with_exceptions(target: Target, found: Sequence[LeftOut]) -> Target | None:
    """The target less what the exceptions name; None where a person must tell the places apart."""
    if target.unit != "words" or target.excepted:
        return None
    targets: list[Target] = []
    for one in found:
        named = _targets(one.places, target) if one.places is not None else None
        if named is None:
            return None
        targets.extend(named)
    return replace(target, excepted=tuple(targets))
