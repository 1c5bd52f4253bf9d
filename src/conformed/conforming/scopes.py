"""The sentences, paragraphs, lines and rows that an ordinal names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conformed.conforming.ground import Ground
from conformed.conforming.regions import Region
from conformed.model.document import Provision
from conformed.model.instruction import Scope, Target
from conformed.structure import paragraphs, rows, sentences

__all__ = ["Span", "ordinal_words", "pick", "scope_spans", "scoped", "sentence_ordinals", "spans_of"]

Span = tuple[int, int]

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_LAST = {
    "last": -1,
    "final": -1,
    "concluding": -1,
    "penultimate": -2,
    "next-to-last": -2,
    "second-to-last": -2,
}
_SENTENCE = re.compile(
    rf"\b({'|'.join([*_ORDINALS, *_LAST])})\s+(?:and\s+({'|'.join([*_ORDINALS, *_LAST])})\s+)?sentences?\b",
    re.I,
)


def spans_of(unit: str, region: Region, ground: Ground) -> tuple[Span, ...]:
    """All sentences, paragraphs or rows of a region."""
    provision = region.provision if region.definition is None else _as_provision(region)
    if provision is None:
        provision = _as_provision(region)
    if unit == "sentence":
        return sentences(ground.document, provision)
    if unit == "paragraph":
        return paragraphs(ground.document, provision)
    if unit == "row":
        return rows(ground.document, provision)
    raise ValueError(f"no spans of {unit}")


def _as_provision(region: Region) -> Provision:
    return Provision(
        region.path, "item", None, region.start, region.start, None, region.start, region.start, region.start,
        region.end, region.start,
    )  # fmt: skip


def scope_spans(scope: Scope, region: Region, ground: Ground) -> tuple[Span, ...]:
    """Those that the ordinals name, in the order named; shorter than the ordinals where one is not there."""
    return pick(spans_of(scope.unit, region, ground), scope.ordinals)


def scoped(target: Target, region: Region, ground: Ground) -> tuple[Span, ...]:
    """The spans that a target's scope names, inside the scope around it where there is one."""
    if target.scope is None:
        return ()
    if target.within is None or target.within.unit == "line":
        return scope_spans(target.scope, region, ground)
    held = spans_of(target.scope.unit, region, ground)
    found: list[Span] = []
    for low, high in scope_spans(target.within, region, ground):
        found.extend(pick([span for span in held if low <= span[0] < high], target.scope.ordinals))
    return tuple(found)


def pick(spans: Sequence[Span], ordinals: Sequence[int]) -> tuple[Span, ...]:
    """Counted from 1, or from the end by negative numbers."""
    found = []
    for ordinal in ordinals:
        index = ordinal - 1 if ordinal > 0 else len(spans) + ordinal
        if 0 <= index < len(spans):
            found.append(spans[index])
    return tuple(found)


def ordinal_words(scope: Scope) -> str:
    """An ordinal as a message names it.

    >>> ordinal_words(Scope("sentence", (1, 2))), ordinal_words(Scope("line", (-1,))), ordinal_words(Scope("row", (14,)))
    ('first and second sentences', 'last line', 'row 14')
    """
    names = []
    for ordinal in scope.ordinals:
        if ordinal == -1:
            names.append("last")
        elif ordinal == -2:
            names.append("last but one")
        elif 0 < ordinal <= len(_ORDINALS):
            names.append(_ORDINALS[ordinal - 1])
        else:
            return f"{scope.unit} {', '.join(str(number) for number in scope.ordinals)}"
    return f"{' and '.join(names)} {scope.unit}{'s' if len(names) > 1 else ''}"


def sentence_ordinals(words: str) -> tuple[int, ...]:
    """The sentences that an instruction names in its own words, where its target names only their paragraph.

    >>> sentence_ordinals("The last sentence of the second paragraph of paragraph 2 is deleted")
    (-1,)
    """
    match = _SENTENCE.search(words)
    return tuple(_number(name) for name in match.groups() if name) if match else ()


def _number(name: str) -> int:
    low = name.lower()
    return _LAST[low] if low in _LAST else _ORDINALS.index(low) + 1
