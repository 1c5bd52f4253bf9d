"""Where a label of several components goes: "3.1.2", "C.3", "7.A"."""

from __future__ import annotations

from conformed.structure.candidates import LINE, PARAGRAPH, RUN, Candidate
from conformed.structure.labels import Label
from conformed.structure.levels import OUTER_WORDS, Choice, counted_style, numbers_of, singles
from conformed.structure.sequence import AHEAD, Labels

__all__ = ["counted"]

_LEFT_OUT = 2
"""The step from one number to the next where one is left out."""
_SKIPPED, _EXCERPTED = 3, 30
"""The most that a first number may be: where one or two before it are left out, and in an excerpt."""


def counted(labels: Labels, place: int, candidate: Candidate, label: Label) -> Choice | None:
    """Where a label of several components goes: "3.1.2", "C.3", "1.A."."""
    numbers, style = numbers_of(label), counted_style(label)
    for depth in range(len(labels.stack) - 1, -1, -1):
        level = labels.stack[depth]
        if level.style[:2] != style[:2] or level.numbers[:-1] != numbers[:-1]:
            continue
        step = numbers[-1] - level.numbers[-1]
        if step == 1 and _follows(labels, place, candidate, label, numbers):
            return Choice(depth, style, numbers[-1])
        plain = candidate.before == "." and not (candidate.weak or candidate.bare)
        if step == _LEFT_OUT and plain and labels.is_followed(place, numbers):
            return Choice(depth, style, numbers[-1], "label-skipped")
        if candidate.strength < LINE or candidate.weak:
            return None
        if step == 0:
            suffixed = label.parts[-1][-1:].isalpha() and style[1] != "pair"
            return Choice(depth, style, numbers[-1], None if suffixed else "label-repeated")
        if 1 < step <= 12 and candidate.strength == PARAGRAPH:
            return Choice(depth, style, numbers[-1], "label-skipped")
        if step < 0 and numbers[-1] == 1 and _starts_over(labels, place, candidate, numbers):
            return Choice(depth, style, 1, "label-repeated")
        return None
    if candidate.weak and not (candidate.strength == PARAGRAPH and labels.is_followed(place, numbers)):
        return None
    for depth in range(len(labels.stack) - 1, -1, -1):
        level = labels.stack[depth]
        same = level.numbers == numbers[:-1] if level.numbers else numbers[:-1] in singles(level)
        if (
            same
            and (len(numbers) > 2 or not level.numbers)
            and _may_begin(labels, place, candidate, numbers, innermost=depth == len(labels.stack) - 1)
        ):
            return Choice(depth + 1, style, numbers[-1], None if numbers[-1] <= 1 else "label-skipped")
    for depth, level in enumerate(labels.stack):
        if level.style[:2] == style[:2] and len(level.numbers) == len(numbers) and numbers[-1] <= 1:
            step = numbers[-2] - level.numbers[-2]
            plain = candidate.strength >= LINE or (candidate.strength == RUN and step == 1)
            if level.numbers[:-2] == numbers[:-2] and 1 <= step <= 3 and plain:
                return Choice(depth, style, numbers[-1], None if step == 1 else "label-skipped")
    opened = any(level.style[1] == style[1] for level in labels.stack)
    if not opened and numbers[-1] <= 1 and candidate.strength >= LINE and len(numbers) == 2:
        depth = sum(1 for level in labels.stack if level.node.word in OUTER_WORDS)
        if depth == len(labels.stack):
            return Choice(depth, style, numbers[-1])
    return None


def _follows(
    labels: Labels, place: int, candidate: Candidate, label: Label, numbers: tuple[int, ...]
) -> bool:
    """Whether what stands around a label lets it be the successor that its number says it is."""
    if candidate.bare:
        return labels.is_headed(label) and labels.is_followed(place, numbers)
    return _fits(candidate)


def _may_begin(
    labels: Labels, place: int, candidate: Candidate, numbers: tuple[int, ...], *, innermost: bool
) -> bool:
    if numbers[-1] > 1:
        near = numbers[-1] <= _SKIPPED or (
            numbers[-1] <= _EXCERPTED
            and innermost
            and (
                (candidate.label is not None and not candidate.weak and labels.is_headed(candidate.label))
                or (labels.is_behind_heading(candidate) and labels.is_followed(place, numbers))
            )
        )
        return candidate.strength == PARAGRAPH and near and not labels.flattened
    if candidate.bare:
        return innermost and labels.is_behind_heading(candidate)
    plain = candidate.strength >= LINE or candidate.glued or candidate.strength == RUN
    return plain or (_fits(candidate) and (labels.flattened or candidate.before in ".:"))


def _fits(candidate: Candidate) -> bool:
    """Whether what stands before a label within a line lets it be one."""
    if candidate.strength >= LINE or candidate.glued:
        return True
    return not candidate.weak and (candidate.strength == RUN or candidate.before in '.:;”"])-–—')


def _starts_over(labels: Labels, place: int, candidate: Candidate, numbers: tuple[int, ...]) -> bool:
    """Whether a count begins anew by a slip: "12.5", "12.1", "12.2", each a paragraph of its own."""
    if candidate.strength < PARAGRAPH or candidate.quoted:
        return False
    following = (one for one in labels.found[place + 1 : place + AHEAD] if one.label and one.label.numbers)
    after = next((one for one in following if one.strength == PARAGRAPH and one.label), None)
    return after is not None and after.label is not None and after.label.numbers == (*numbers[:-1], 2)
