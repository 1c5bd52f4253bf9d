"""Where a label of one component goes: "1.", "(a)", "Article IV"."""

from __future__ import annotations

import re

from conformed.structure.candidates import INLINE, LINE, PARAGRAPH, RUN, Candidate
from conformed.structure.labels import Label, Reading
from conformed.structure.levels import MOST_DEPTH, OUTER_WORDS, Choice, style_of
from conformed.structure.sequence import NEAR, Labels

__all__ = ["ordered"]

_FAR = 12
_ROW = re.compile(r"\d{1,3}[^\n]*?\S(?:[ \t]{3,}|[ \t]*\|[ \t]*)\S")
"""A line of a table: a number, and columns behind it."""
"""The longest step from one number to the next that one successor vouches for."""


def ordered(labels: Labels, place: int, candidate: Candidate, label: Label) -> Choice | None:
    """Where a label of one component goes: "1.", "(a)", "Article IV"."""
    if label.word in OUTER_WORDS:
        return _outer(labels, candidate, label)
    following = _continued(labels, place, candidate, label)
    beginning = _begun(labels, place, candidate, label)
    if following and beginning:
        return _nearer(labels, place, candidate, label, following, beginning)
    if following or beginning:
        return following or beginning
    return _odd(labels, place, candidate, label)


def _outer(labels: Labels, candidate: Candidate, label: Label) -> Choice | None:
    if candidate.strength == INLINE and not (candidate.headed and candidate.before == "."):
        return None
    reading = label.readings[0]
    for depth, level in enumerate(labels.stack):
        if level.node.word == label.word:
            for reading in label.readings:
                if (label.word or "", "", reading.alphabet) == level.style:
                    step = reading.ordinal - level.ordinal
                    if step < 0 or (step == 0 and candidate.strength < PARAGRAPH):
                        return None
                    code = None if step == 1 else "label-repeated" if step == 0 else "label-skipped"
                    return Choice(depth, level.style, reading.ordinal, code)
            return None
    depth = 0
    while depth < len(labels.stack) and labels.stack[depth].node.word in OUTER_WORDS:
        depth += 1
    best = min(label.readings, key=lambda one: one.ordinal)
    return Choice(depth, (label.word or "", "", best.alphabet), best.ordinal)


def _continued(labels: Labels, place: int, candidate: Candidate, label: Label) -> Choice | None:
    options: list[tuple[tuple[int, ...], Choice]] = []
    for depth in range(len(labels.stack) - 1, -1, -1):
        level = labels.stack[depth]
        for reading in label.readings:
            style = style_of(label, reading)
            suffixed = label.parts[-1][-1:].isalpha() and reading.alphabet == "number"
            if level.style == style and reading.ordinal == level.ordinal + (0 if suffixed else 1):
                if candidate.before == ":" and 0 <= level.indent < candidate.indent - 2:
                    continue  # new words set in below "to read as follows:"
                near = candidate.indent >= 0 and abs(candidate.indent - level.indent) <= 1
                alike = candidate.headed == level.headed
                options.append(((int(near), int(alike), depth), Choice(depth, style, reading.ordinal)))
    if not options:
        return None
    choice = max(options, key=lambda option: option[0])[1]
    if candidate.weak and not _is_plain_after_all(labels, place, candidate, choice):
        return None
    if candidate.strength == INLINE and not candidate.glued:
        level = labels.stack[choice.depth]
        inline_run = level.strength == INLINE or labels.flattened
        if candidate.bare:
            after = labels.ahead(place, choice.style, choice.ordinal + 1)
            return choice if after is not None and labels.is_headed(label) else None
        if label.mark == "()" and not (inline_run or candidate.before in ".:;"):
            return None
        if label.mark == "()" and candidate.before in ";," and level.strength > INLINE:
            reading = Reading(choice.style[2], choice.ordinal)
            return None if labels.is_within_sentence(candidate, reading) else choice
        if label.mark != "()" and candidate.before not in '.:;”"])-–—':
            return None
    return choice


def _is_plain_after_all(labels: Labels, place: int, candidate: Candidate, choice: Choice) -> bool:
    """Whether a number without a mark is a label: headed, followed by its own decimals, or one of a row of such labels."""
    if candidate.strength >= LINE and candidate.headed:
        return True
    reading = Reading("number", choice.ordinal)
    if candidate.strength > INLINE and choice.style[2] == "number" and labels.has_own_numbers(place, reading):
        return labels.found[place + 1].start - candidate.start <= NEAR
    if labels.within and _ends_bare_row(labels, place, choice):
        return True
    after = labels.ahead(place, choice.style, choice.ordinal + 1)
    return candidate.strength == PARAGRAPH and after is not None and labels.found[after].strength == PARAGRAPH


def _ends_bare_row(labels: Labels, place: int, choice: Choice) -> bool:
    """Whether a bare number goes on with the row of a schedule whose last item, bare as well, stands right before it."""
    before, here = labels.found[place - 1], labels.found[place]
    return (
        before.start == labels.stack[choice.depth].node.start
        and before.weak
        and before.strength == here.strength == PARAGRAPH
        and _ROW.match(labels.text, here.start) is None
    )


def _opens_schedule(labels: Labels, place: int, second: int) -> bool:
    """Whether a bare "1" is the first item of a schedule: right behind its heading, a paragraph as "2" is, and no table's row."""
    if place == 0 or labels.found[place - 1].container is None:
        return False
    return all(
        one.strength == PARAGRAPH and one.weak and _ROW.match(labels.text, one.start) is None
        for one in (labels.found[place], labels.found[second])
    )


def _begun(labels: Labels, place: int, candidate: Candidate, label: Label) -> Choice | None:
    reading = next((one for one in label.readings if one.ordinal == 1), None)
    if reading is None:
        return None
    style = style_of(label, reading)
    second = labels.ahead(place, style, 2)
    plain = not candidate.weak or (
        second is not None and (candidate.headed or _opens_schedule(labels, place, second))
    )
    if not plain:
        return None
    if candidate.strength == INLINE and not candidate.glued:
        if second is None or (
            candidate.before not in ".:;-–—" and not _opens_bare(labels, candidate, second)
        ):
            return None
        listed = labels.flattened or candidate.before == ":"
        listed = listed or (labels.is_behind_heading(candidate) and labels.found[second].before == ".")
        if not listed and label.mark == "()" and labels.found[second].strength == INLINE:
            return None
    if (
        candidate.strength in (LINE, RUN)
        and second is None
        and not candidate.glued
        and candidate.before not in ".:;"
    ):
        return None
    entry = labels.depth_of_entry(candidate)
    if entry is not None and not candidate.glued:
        return Choice(entry, style, 1)
    depth = len(labels.stack)
    if (
        candidate.strength == PARAGRAPH
        and candidate.headed
        and reading.alphabet == "number"
        and _are_recitals(labels)
    ):
        depth = 0
    if label.word is not None:
        depth = sum(1 for level in labels.stack if level.node.word in OUTER_WORDS)
    open_depth = next((at for at, level in enumerate(labels.stack) if level.style == style), None)
    if candidate.indent >= 0 and not candidate.glued and not labels.flattened and candidate.before != ":":
        while (
            depth > 1
            and labels.stack[depth - 1].indent > candidate.indent + 1
            and (open_depth is None or depth - 1 > open_depth)
        ):
            depth -= 1
    if open_depth is not None and label.word is None and not candidate.glued:
        level = labels.stack[open_depth]
        deeper = candidate.indent > level.indent + 1 and level.indent >= 0
        led_in = candidate.before == ":" and (
            open_depth < len(labels.stack) - 1 or candidate.strength == INLINE
        )
        if not deeper and not led_in:
            return Choice(open_depth, style, 1, "label-repeated")
    return Choice(min(depth, MOST_DEPTH), style, 1)


def _opens_bare(labels: Labels, candidate: Candidate, second: int) -> bool:
    """Whether the first label of all stands behind a word and no mark: "AGREEMENT 1. Definitions In this"."""
    if not candidate.bare or labels.stack or not labels.flattened:
        return False
    return not labels.found[second].bare


def _are_recitals(labels: Labels) -> bool:
    """Whether what is open are lettered paragraphs without headings, as of recitals that no word announces."""
    if not labels.stack or labels.within:
        return False
    level = labels.stack[0]
    return level.style[2] == "LETTER" and level.node.word is None and not level.headed


def _nearer(
    labels: Labels, place: int, candidate: Candidate, label: Label, following: Choice, beginning: Choice
) -> Choice:
    after = labels.ahead(place, following.style, following.ordinal + 1)
    second = labels.ahead(place, beginning.style, 2)
    own = labels.stack[following.depth].strength
    if second is not None and (after is None or second < after):
        within = candidate.strength >= LINE and labels.found[second].strength == INLINE
        if after is None or not (within and labels.found[after].strength == candidate.strength == own):
            return beginning
    if after is not None or candidate.before != ":":
        return following
    return beginning


def _odd(labels: Labels, place: int, candidate: Candidate, label: Label) -> Choice | None:
    """A label that repeats or skips."""
    if candidate.glued or candidate.strength < PARAGRAPH:
        return _left_out(labels, place, candidate, label)
    if candidate.weak and not (candidate.headed and labels.has_own_numbers(place, label.readings[0])):
        return None
    for depth in range(len(labels.stack) - 1, -1, -1):
        level = labels.stack[depth]
        for reading in label.readings:
            style = style_of(label, reading)
            if level.style != style or candidate.quoted:
                continue
            step = reading.ordinal - level.ordinal
            near = abs(candidate.indent - level.indent) <= 1
            if step == 0 and near:
                return Choice(depth, style, reading.ordinal, "label-repeated")
            skips = 2 <= step <= 4 and (
                candidate.headed or labels.ahead(place, style, reading.ordinal + 1) is not None
            )
            skips = skips or (
                step > 1
                and (label.word is not None or _jumps(labels, place, label, reading, far=step > _FAR))
            )
            skips = skips or _is_omission(labels, candidate, label, reading, step)
            if near and (skips or (step > 1 and labels.has_own_numbers(place, reading))):
                return Choice(depth, style, reading.ordinal, "label-skipped")
    reading = label.readings[0]
    style = style_of(label, reading)
    if not labels.stack and not candidate.quoted and (label.word or reading.alphabet == "number"):
        follows = labels.ahead(place, style, reading.ordinal + 1) is not None
        if follows or labels.has_own_numbers(place, reading) or (label.word and candidate.headed):
            return Choice(0, style, reading.ordinal)
    return _excerpted(labels, place, candidate, label)


def _excerpted(labels: Labels, place: int, candidate: Candidate, label: Label) -> Choice | None:
    """A row of letters whose beginning was left out: "(f)" and then "(g)", each a paragraph, under "6.2 Rates."."""
    if not labels.stack or labels.flattened or label.mark != "()" or candidate.weak or candidate.quoted:
        return None
    for reading in label.readings:
        style = style_of(label, reading)
        if reading.alphabet != "letter" or any(level.style == style for level in labels.stack):
            continue
        after = labels.ahead(place, style, reading.ordinal + 1)
        if after == place + 1 and labels.found[after].strength == PARAGRAPH and candidate.before in ".;:":
            depth = next((at for at, level in enumerate(labels.stack) if level.style[1] == "()"), None)
            return Choice(
                len(labels.stack) if depth is None else depth, style, reading.ordinal, "label-skipped"
            )
    return None


def _is_omission(labels: Labels, candidate: Candidate, label: Label, reading: Reading, step: int) -> bool:
    """Whether provisions were left out before a label: "(f)" in the row of "(b)", "6. Law." in that of "1."."""
    if not 2 <= step <= _FAR or labels.flattened or candidate.weak or candidate.quoted:
        return False
    if label.mark == "()":
        return reading.alphabet in ("letter", "roman") and candidate.before in ".;:"
    return reading.alphabet == "number" and label.mark == "." and labels.is_headed(label)


def _left_out(labels: Labels, place: int, candidate: Candidate, label: Label) -> Choice | None:
    """A number within a line that leaves one out: "5." and then "7.", "8.", "9.", each behind a full stop."""
    if candidate.glued or candidate.weak or candidate.bare or candidate.quoted or not labels.stack:
        return None
    level, reading = labels.stack[0], label.readings[0]
    style = style_of(label, reading)
    if level.style != style or label.mark != "." or reading.alphabet != "number" or candidate.before != ".":
        return None
    after = labels.ahead(place, style, reading.ordinal + 1)
    behind = labels.ahead(after, style, reading.ordinal + 2) if after is not None else None
    if reading.ordinal != level.ordinal + 2 or after is None or behind is None:
        return None
    plain = all(labels.found[one].before == "." for one in (after, behind))
    return Choice(0, style, reading.ordinal, "label-skipped") if plain else None


def _jumps(labels: Labels, place: int, label: Label, reading: Reading, *, far: bool) -> bool:
    """Whether a headed number that skips has its successor ahead, and another behind that where it skips far."""
    if reading.alphabet != "number" or label.mark != "." or not labels.is_headed(label):
        return False
    after = labels.ahead(place, style_of(label, reading), reading.ordinal + 1)
    if after is None or labels.found[after].strength < PARAGRAPH:
        return False
    return not far or labels.ahead(after, style_of(label, reading), reading.ordinal + 2) is not None
