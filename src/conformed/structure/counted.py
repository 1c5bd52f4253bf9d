"""Where a label of several components goes: "3.1.2", "C.3", "7.A"."""

from __future__ import annotations

from conformed.structure.candidates import INLINE, LINE, PARAGRAPH, RUN, Candidate
from conformed.structure.labels import Label
from conformed.structure.levels import OUTER_WORDS, Choice, Style, counted_style, numbers_of, singles
from conformed.structure.sequence import Labels

__all__ = ["counted"]


def counted(labels: Labels, place: int, candidate: Candidate, label: Label) -> Choice | None:
    """Where a label of several components goes: "3.1.2", "C.3", "1.A."."""
    numbers, style = numbers_of(label), counted_style(label)
    for depth in range(len(labels.stack) - 1, -1, -1):
        level = labels.stack[depth]
        if level.style[:2] != style[:2] or level.numbers[:-1] != numbers[:-1]:
            continue
        step = numbers[-1] - level.numbers[-1]
        if step == 1 and _fit(labels, place, candidate, style, first=False):
            return Choice(depth, style, numbers[-1])
        if candidate.strength < LINE or candidate.weak:
            return None
        if step == 0:
            suffixed = label.parts[-1][-1:].isalpha() and style[1] != "pair"
            return Choice(depth, style, numbers[-1], None if suffixed else "label-repeated")
        if 1 < step <= 12 and candidate.strength == PARAGRAPH:
            return Choice(depth, style, numbers[-1], "label-skipped")
        return None
    if candidate.weak:
        return None
    for depth in range(len(labels.stack) - 1, -1, -1):
        level = labels.stack[depth]
        same = level.numbers == numbers[:-1] if level.numbers else numbers[:-1] in singles(level)
        if (
            same
            and (len(numbers) > 2 or not level.numbers)
            and _may_begin(labels, place, candidate, numbers, style)
        ):
            return Choice(depth + 1, style, numbers[-1], None if numbers[-1] <= 1 else "label-skipped")
    for depth, level in enumerate(labels.stack):
        if level.style[:2] == style[:2] and len(level.numbers) == len(numbers) and numbers[-1] <= 1:
            step = numbers[-2] - level.numbers[-2]
            if level.numbers[:-2] == numbers[:-2] and 1 <= step <= 3 and candidate.strength >= LINE:
                return Choice(depth, style, numbers[-1], None if step == 1 else "label-skipped")
    opened = any(level.style[1] == style[1] for level in labels.stack)
    if not opened and numbers[-1] <= 1 and candidate.strength >= LINE and len(numbers) == 2:
        depth = sum(1 for level in labels.stack if level.node.word in OUTER_WORDS)
        if depth == len(labels.stack):
            return Choice(depth, style, numbers[-1])
    return None


def _may_begin(
    labels: Labels, place: int, candidate: Candidate, numbers: tuple[int, ...], style: Style
) -> bool:
    if numbers[-1] <= 1:
        return _fit(labels, place, candidate, style, first=True)
    return candidate.strength == PARAGRAPH and numbers[-1] <= 3 and not labels.flattened


def _fit(labels: Labels, place: int, candidate: Candidate, style: Style, *, first: bool) -> bool:
    """Whether what stands around an inline label lets it be one."""
    if candidate.strength >= LINE or candidate.glued:
        return True
    if candidate.weak:
        return False
    if candidate.strength == INLINE and candidate.before not in '.:;”"])':
        return False
    return not first or candidate.strength == RUN or labels.flattened or candidate.before in ".:"
