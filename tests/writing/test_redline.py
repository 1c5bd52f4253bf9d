"""A redline tells both texts: kept and struck is the old one, kept and inserted the new one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conformed.model.text import Edit, Run, TracedText
from conformed.writing.redline import INSERTED, KEPT, STRUCK, Segment, collapse_segments, segments

BASE = "The term is forty-two (42) months. Notice is due in 30 days."


def amended(text: TracedText, old: str, new: str, paper: str) -> TracedText:
    at = text.string.index(old)
    return text.edited([Edit(at, at + len(old), (Run(new, paper, 100, 100 + len(new), "1"),) if new else ())])


def told(found: tuple[Segment, ...], *kinds: str) -> str:
    return "".join(segment.text for segment in found if segment.kind in kinds)


def test_struck_words_stand_before_those_put_in_their_place() -> None:
    before = TracedText.of(BASE, "base")
    after = amended(before, "forty-two (42)", "fifty-one (51)", "amendment-1")

    assert [(s.kind, s.text) for s in segments(before, after)] == [
        (KEPT, "The term is "),
        (STRUCK, "forty-two (42)"),
        (INSERTED, "fifty-one (51)"),
        (KEPT, " months. Notice is due in 30 days."),
    ]


def test_words_that_a_later_amendment_takes_out_again_are_struck_from_the_amendment_that_put_them_in() -> (
    None
):
    base = TracedText.of(BASE, "base")
    first = amended(base, "30 days", "45 days", "amendment-1")
    second = amended(first, "45 days", "60 days", "amendment-2")

    struck = [s for s in segments(first, second) if s.kind == STRUCK]

    assert [(s.text, s.document) for s in struck] == [("45 days", "amendment-1")]


def test_an_expired_amendment_gives_the_old_words_back_as_the_bases_own() -> None:
    base = TracedText.of(BASE, "base")
    first = amended(base, "30 days", "45 days", "amendment-1")

    assert [(s.kind, s.text, s.document) for s in segments(first, base) if s.kind != KEPT] == [
        (STRUCK, "45 days", "amendment-1"),
        (INSERTED, "30 days", "base"),
    ]


def test_a_change_of_white_space_alone_is_no_change() -> None:
    pieces = [
        Segment(KEPT, "one", 0, "base", None),
        Segment(STRUCK, "\n", 3, "base", None),
        Segment(INSERTED, "  ", 3, "a", "1"),
        Segment(KEPT, "two ", 5, "base", None),
    ]

    assert [(s.kind, s.text) for s in collapse_segments(pieces)] == [
        (KEPT, "one"),
        (KEPT, " "),
        (KEPT, "two"),
    ]


@st.composite
def chains(draw: st.DrawFn) -> list[TracedText]:
    """A base and up to four states, each an edit of the one before (or an older one come back)."""
    states = [TracedText.of(draw(st.text("ab \n", max_size=40)), "base")]
    for number in range(1, draw(st.integers(1, 5))):
        last = states[-1]
        if draw(st.booleans()) and len(states) > 1:
            states.append(draw(st.sampled_from(states)))
            continue
        cuts = sorted(draw(st.lists(st.integers(0, len(last.string)), min_size=2, max_size=6)))
        edits = []
        for index, (start, end) in enumerate(zip(cuts[::2], cuts[1::2], strict=False)):
            new = draw(st.text("cd ", max_size=8))
            at = 50 * index
            filler = draw(st.booleans())
            runs = (Run(new, f"amendment-{number}", at, at if filler else at + len(new), "1"),) if new else ()
            edits.append(Edit(start, end, runs))
        distinct = [edit for i, edit in enumerate(edits) if i == 0 or edit.start > edits[i - 1].end]
        states.append(last.edited(distinct))
    return states


@given(chains())
def test_both_texts_can_be_told_from_a_redline(states: list[TracedText]) -> None:
    for before in states:
        for after in states:
            found = segments(before, after)
            assert told(found, KEPT, STRUCK) == before.string
            assert told(found, KEPT, INSERTED) == after.string
            at = 0
            for segment in found:
                assert segment.at == at
                at += 0 if segment.kind == STRUCK else len(segment.text)


@given(chains())
def test_nothing_is_changed_between_a_state_and_itself(states: list[TracedText]) -> None:
    for state in states:
        assert all(segment.kind == KEPT for segment in segments(state, state))
