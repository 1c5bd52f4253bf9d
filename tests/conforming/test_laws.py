"""Laws that hold of every conformed copy, on generated agreements and instructions, and on the labelled chains."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.conforming import blame, build_record, changes, conform
from conformed.conforming.laying import NewWords, in_block, in_line
from conformed.conforming.proof import proof
from conformed.model.conformed import Conformed
from conformed.model.document import Document
from conformed.model.instruction import Amendment
from conformed.model.text import Edit, Run, TracedText
from conformed.reading import read
from conformed.structure import document_of
from tests.conforming.drafting import Ordered, agreement, amendment
from tests.conforming.labelled import labelled_amendment
from tests.corpus import CORPUS, needs_corpus

WORDS = st.sampled_from(
    "rent fee notice days party shall pay the a of within thirty (30) $500 goods loss term".split()
)
SENTENCE = st.lists(WORDS, min_size=2, max_size=14).map(lambda words: " ".join(words).capitalize() + ".")
SECTION = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)


@st.composite
def agreements(draw: st.DrawFn) -> str:
    sections = draw(st.lists(SECTION, min_size=2, max_size=6))
    width = draw(st.sampled_from([30, 60, 200]))
    paragraphs = [f"{number}.  {_wrapped(text, width)}" for number, text in enumerate(sections, start=1)]
    return "SUPPLY AGREEMENT\n\nThis Agreement is dated May 1, 2001.\n\n" + "\n\n".join(paragraphs) + "\n"


def _wrapped(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@st.composite
def orders(draw: st.DrawFn) -> Ordered:
    section = str(draw(st.integers(1, 7)))
    kind = draw(
        st.sampled_from(
            ["words", "all", "strike", "sentence", "cut", "provision", "repeal", "new", "end", "after"]
        )
    )
    words = draw(WORDS)
    new = draw(SENTENCE)
    match kind:
        case "words":
            return Ordered("substitution", (section,), "words", words, new.rstrip("."))
        case "all":
            return Ordered(
                "substitution",
                (),
                "words",
                words,
                "consideration",
                occurrence="all",
                words=f'"{words}" becomes',
            )
        case "strike":
            return Ordered("repeal", (section,), "words", words)
        case "sentence":
            ordinal = draw(st.integers(-2, 3).filter(bool))
            return Ordered("substitution", (section,), "sentence", None, new, scope=("sentence", ordinal))
        case "cut":
            return Ordered("repeal", (section,), "sentence", scope=("sentence", draw(st.integers(1, 3))))
        case "provision":
            return Ordered("substitution", (section,), "provision", None, f"{section}.  {new}")
        case "repeal":
            return Ordered("repeal", (section,), "provision")
        case "new":
            return Ordered("insertion", (section,), "provision", None, f"{section}.  {new}")
        case "end":
            return Ordered("insertion", (section,), "sentence", None, new, position="end")
        case _:
            return Ordered("insertion", (section,), "words", None, "promptly", position="after", anchor=words)


CHAINS = st.tuples(agreements(), st.lists(st.lists(orders(), min_size=1, max_size=5), min_size=0, max_size=2))


def chained(base: str, papers: list[list[Ordered]]) -> Conformed:
    made = [
        amendment(
            *orders, id=f"amendment-{number}", head=f"AMENDMENT NO. {number}\n\nDated May {number}, 2002.\n\n"
        )
        for number, orders in enumerate(papers, start=1)
    ]
    return conform(agreement(base), made)


def texts_of(conformed: Conformed, papers: dict[str, str]) -> dict[str, str]:
    return papers | {state.copy.id: state.copy.text.string for state in conformed.states[:1]}


def runs_equal_their_slices(document: Document, papers: dict[str, str]) -> None:
    text = document.text
    assert "".join(run.text for run in text.runs) == text.string
    for run in text.runs:
        if run.start < run.end:
            assert papers[run.document][run.start : run.end] == run.text
    for provision in document.walk():
        held = blame(document, provision.start, provision.end)
        assert "".join(run.text for run in held) == text.string[provision.start : provision.end]
        for run in held:
            if run.start < run.end:
                assert papers[run.document][run.start : run.end].split() == run.text.split()


@settings(max_examples=60, deadline=None)
@given(CHAINS)
def test_each_run_is_a_slice_of_its_paper(chain: tuple[str, list[list[Ordered]]]) -> None:
    base, papers = chain
    copy = chained(base, papers)
    made = {
        f"amendment-{number}": amendment(
            *orders, id=f"amendment-{number}", head=f"AMENDMENT NO. {number}\n\nDated May {number}, 2002.\n\n"
        ).document.text.string
        for number, orders in enumerate(papers, start=1)
    }
    runs_equal_their_slices(copy.copy, made | {"base": agreement(base).text.string})


@settings(max_examples=60, deadline=None)
@given(CHAINS)
def test_nothing_is_touched_but_what_instructions_order(chain: tuple[str, list[list[Ordered]]]) -> None:
    copy = chained(*chain)
    found = proof(copy)
    assert found.holds, found.unaccounted
    if all(outcome.status not in ("applied", "noted") for outcome in copy.outcomes):
        assert copy.copy.text.string == copy.states[0].copy.text.string


@settings(max_examples=40, deadline=None)
@given(CHAINS)
def test_the_same_papers_give_the_same_copy(chain: tuple[str, list[list[Ordered]]]) -> None:
    first, second = chained(*chain), chained(*chain)
    assert first.copy.text == second.copy.text
    assert json.dumps(build_record(first)) == json.dumps(build_record(second))


@settings(max_examples=60, deadline=None)
@given(CHAINS)
def test_a_comparison_leads_from_one_text_to_the_other_and_back(
    chain: tuple[str, list[list[Ordered]]],
) -> None:
    copy = chained(*chain)
    old, new = copy.states[0].copy.text, copy.copy.text
    accepted = rejected = ""
    old_at = new_at = 0
    for change in changes(old, new):
        assert old.string[old_at : change.old_start] == new.string[new_at : change.new_start]
        kept = old.string[old_at : change.old_start]
        accepted += kept + new.string[change.new_start : change.new_end]
        rejected += kept + old.string[change.old_start : change.old_end]
        old_at, new_at = change.old_end, change.new_end
    assert accepted + new.string[new_at:] == new.string
    assert rejected + old.string[old_at:] == old.string
    assert old.string[old_at:] == new.string[new_at:]


@given(st.text(alphabet="ab \n-.", min_size=1), st.integers(0, 20), st.integers(0, 20))
def test_words_laid_out_anew_keep_every_character_but_white_space(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    words = NewWords("paper", "1", text, start, min(start + length, len(text)))
    for runs in (in_line(words), in_block(words, indent="    "), in_block(words, indent="", hanging="  ")):
        assert "".join("".join(run.text.split()) for run in runs) == "".join(words.raw.split())
        for run in runs:
            assert run.start == run.end or text[run.start : run.end] == run.text


@given(st.text(min_size=1, max_size=40), st.data())
def test_a_comparison_finds_any_edit(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    old = TracedText.of(text, "base")
    new = old.edited([Edit(start, end, (Run("new", "a", 0, 3, "1"),))])
    (change,) = changes(old, new)
    assert (change.old_start, change.old_end, change.new_start, change.new_end) == (
        start,
        end,
        start,
        start + 3,
    )


def _chains() -> list[Path]:
    return sorted([*CORPUS.glob("dev/*.chain.json"), *CORPUS.glob("variety/*.chain.json")])


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize("chain", _chains(), ids=lambda path: path.stem)
def test_on_real_papers_every_word_is_traced_and_nothing_else_touched(chain: Path) -> None:
    named = json.loads(chain.read_text())
    base = document_of(read(chain.parent / named["base"]))
    papers: list[Amendment] = [labelled_amendment(chain.parent / name) for name in named["amendments"]]
    copy = conform(base, papers)
    texts = {paper.document.id: paper.document.text.string for paper in papers} | {base.id: base.text.string}
    runs_equal_their_slices(copy.copy, texts)
    found = proof(copy)
    assert found.holds, found.unaccounted
