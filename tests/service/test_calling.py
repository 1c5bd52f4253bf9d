"""The public verbs from Python: what they take, what they give, and how they refuse what is wrong."""

from __future__ import annotations

import ast
import datetime as dt
import html
import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import conformed
from conformed.model.problem_table import PROBLEMS
from tests.service.test_building import BASE, FIRST

SECOND = FIRST.replace("NO. 1", "NO. 2").replace("No. 1", "No. 2").replace("2002", "2003")
untyped: Any = conformed
EXAMPLE = conformed.example_folder()
AGREEMENT, EVENTS = EXAMPLE / "agreement.toml", EXAMPLE / "events.csv"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    file = tmp_path / "base.txt"
    file.write_text(BASE)
    return file


@pytest.fixture
def first(tmp_path: Path) -> Path:
    file = tmp_path / "first.txt"
    file.write_text(FIRST)
    return file


class FsPath:
    """A path of another library."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __fspath__(self) -> str:
        return str(self.path)


# ---- the names


def test_every_public_name_is_there_and_nothing_else_is_listed() -> None:
    for name in conformed.__all__:
        assert getattr(conformed, name) is not None
    assert sorted(conformed.__all__) == dir(conformed)
    assert len(set(conformed.__all__)) == len(conformed.__all__)
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        conformed.guess  # noqa: B018


def test_what_a_type_checker_sees_is_what_is_exported() -> None:
    tree = ast.parse(Path(conformed.__file__).read_text(encoding="utf-8"))
    (checked,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.name for node in checked.body if isinstance(node, ast.ImportFrom) for alias in node.names
    } | {
        node.target.id
        for node in checked.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    assert seen == set(conformed.__all__)


@pytest.mark.parametrize("name", sorted(set(conformed.__all__) - {"__version__"}))
def test_every_public_name_says_what_it_is(name: str) -> None:
    assert len((inspect.getdoc(getattr(conformed, name)) or "").split()) >= 3


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert conformed.__version__ == version("conformed")


# ---- papers, as they come


def test_one_amendment_is_as_good_as_a_list_of_one(base: Path, first: Path) -> None:
    texts = {
        conformed.conform(str(base), given).text for given in (str(first), first, conformed.read(first))
    } | {conformed.conform(base, given).text for given in ([first], (one for one in [str(first)]))}
    assert len(texts) == 1
    assert "two hundred casks" in texts.pop()


def test_a_path_may_be_of_any_kind_that_open_takes(base: Path, first: Path) -> None:
    copy = conformed.conform(FsPath(base), FsPath(first))
    assert copy["1"].sources == ("base", "first/1")
    assert conformed.read(FsPath(base)).id == "base"


def test_text_and_bytes_give_the_copy_that_files_give(base: Path, first: Path) -> None:
    files = conformed.conform(base, first)
    texts = conformed.conform(
        conformed.read_text(BASE, id="base"), conformed.read_bytes(FIRST.encode(), file="first.txt")
    )
    assert texts.text == files.text
    assert texts["1"].sources == ("base", "first/1")


def test_a_text_is_kept_as_it_was_given() -> None:
    text = "LEASE\r\n\r\n§ 1 “Rent”. £10.\r\n"
    source = conformed.read_text(text, id="lease")
    assert (source.original, source.data, source.id) == (text, text.encode(), "lease")
    assert conformed.read_bytes(memoryview(text.encode()), file="a.txt", id="b").id == "b"


def test_an_empty_text_is_refused_under_its_name() -> None:
    with pytest.raises(conformed.ConformedError) as refused:
        conformed.read_text("", id="lease")
    assert (refused.value.problem.code, refused.value.problem.document) == ("file-empty", "lease")
    with pytest.raises(ValueError, match="surrogate"):
        conformed.read_text("1. Rent \ud800.", id="lease")


def test_an_agreement_toml_names_its_papers_itself() -> None:
    copy = conformed.conform(AGREEMENT, as_of="2000-12-31")
    assert [paper.id for paper in copy.papers][:2] == ["base", "amendment-1"]
    assert copy.as_of == dt.date(2000, 12, 31)
    with pytest.raises(TypeError, match="names its amendments itself"):
        conformed.conform(AGREEMENT, EXAMPLE / "amendment-1.txt")
    with pytest.raises(conformed.ConformedError, match="papers-mixed"):
        conformed.conform(EXAMPLE / "agreement.txt", AGREEMENT)


def test_one_paper_by_itself(base: Path, first: Path) -> None:
    document = conformed.outline(base)
    assert isinstance(document, conformed.Document)
    assert document == conformed.outline(conformed.read(base))
    amendment = conformed.instructions(str(first))
    assert isinstance(amendment, conformed.Amendment)
    assert [one.id for one in amendment.instructions] == ["1", "2", "3"]


# ---- a copy


def test_a_copy_gives_its_provisions_one_after_the_other(base: Path, first: Path) -> None:
    copy = conformed.conform(base, first)
    assert [one.label for one in copy if one.label] == ["1.", "2.", "3."]
    assert len(copy) == len(list(copy)) == len(copy.provisions)
    assert [one.path for one in copy] == [one.path for one in copy.provisions]
    assert {one.kind for one in copy} >= {"title", "preamble", "section", "signatures"}
    assert str(copy["1"]) == copy["1"].text
    assert len(list(copy.walk())) >= len(copy)
    assert copy


def test_what_is_open_is_listed_beside_the_copy(base: Path, first: Path) -> None:
    copy = conformed.conform(base, first)
    assert [one.code for one in copy.undecided] == ["instruction-ambiguous", "instruction-missing-place"]
    assert [one.status for one in copy.instructions] == ["applied", "ambiguous", "not-found"]
    assert (
        copy.status
        == "Storage Agreement, conformed through first; 1 of 3 instructions applied; 2 not applied."
    )
    assert copy.document is copy.conformed.copy


def test_a_name_that_is_not_there_meets_its_neighbours() -> None:
    copy = conformed.conform(AGREEMENT)
    with pytest.raises(KeyError, match=r"there is no '7\.Z'; did you mean 7\.a or 7\.b or 7\.c\?"):
        copy["7.Z"]
    with pytest.raises(KeyError, match="there is no 'ninety-nine'; there are 1, 2, 3"):
        copy["ninety-nine"]
    with pytest.raises(KeyError, match="it has none"):
        conformed.conform(conformed.read_text("A note about nothing.", id="note"))["1"]
    with pytest.raises(TypeError, match="by its name, such as"):
        copy[7]  # type: ignore[index]
    assert 7 not in copy


def test_a_name_of_two_provisions_names_both() -> None:
    text = "LEASE\n\n1. Rent. Ten.\n\n2. Term. A year.\n\n2. Term. Two years.\n\n3. Law. None.\n"
    with pytest.raises(KeyError, match="2 provisions are named '2': 2 and 2"):
        conformed.conform(conformed.read_text(text, id="lease"))["2"]


def test_a_redline_is_asked_for_of_the_copy(base: Path, first: Path) -> None:
    copy = conformed.conform(base, first)
    assert "Barrow shall keep [-one hundred-]{+two hundred+} casks." in copy.redline()
    assert "<ins" in copy.redline_html()
    changed = copy.redline(width=30).splitlines()[2:]
    assert len(changed) > len(copy.redline().splitlines()[2:])


# ---- in an interpreter and a notebook


@pytest.mark.parametrize(
    "shown",
    [
        lambda: conformed.conform(AGREEMENT),
        lambda: conformed.conform(AGREEMENT).conformed,
        lambda: conformed.conform(AGREEMENT)["7.A"],
        lambda: conformed.conform(AGREEMENT)["schedule 1"],
        lambda: conformed.read(EXAMPLE / "agreement.txt"),
        lambda: conformed.outline(EXAMPLE / "agreement.txt"),
        lambda: conformed.outline(EXAMPLE / "agreement.txt").text,
        lambda: conformed.instructions(EXAMPLE / "amendment-2.txt"),
        lambda: conformed.read_events(EVENTS),
        lambda: conformed.settle(AGREEMENT, EVENTS, as_of="2001-12-31"),
    ],
)
def test_what_is_shown_is_one_short_line(shown: Callable[[], object]) -> None:
    line = repr(shown())
    assert "\n" not in line
    assert 20 < len(line) < 200


def test_a_copy_says_what_it_is() -> None:
    copy = conformed.conform(AGREEMENT)
    assert repr(copy) == f"<ConformedCopy {copy.status}>"
    assert repr(copy["5.B"]).startswith("<CopyProvision 5.b: 'B. Qwest shall pay")
    assert repr(copy.provisions[0]).startswith("<CopyProvision cover: ")


def test_a_notebook_shows_the_redline_in_a_frame_and_a_provision_with_its_sources() -> None:
    base = conformed.read_text("LEASE\n\n1. Rent. The <rent> is $10.", id="lease")
    first = conformed.read_text(
        'AMENDMENT NO. 1 TO LEASE\n\n1. Section 1 is amended by replacing "$10" with "$12".', id="first"
    )
    copy = conformed.conform(base, first)
    shown = copy._repr_html_()
    assert shown.startswith("<iframe sandbox ")
    assert shown.count("<") == 2, "the page stands in an attribute, escaped"
    assert html.unescape(shown.split('srcdoc="')[1].removesuffix('"></iframe>')) == copy.redline_html()
    assert copy["1"]._repr_html_() == (
        '<p style="white-space: pre-wrap">1. Rent. The &lt;rent&gt; is <ins title="first/1">$12</ins>.</p>'
    )


# ---- terms and settlements


def test_terms_are_read_from_whatever_holds_the_words() -> None:
    chain = [EXAMPLE / f"amendment-{number}.txt" for number in (1, 2, 3)]
    copy = conformed.conform(EXAMPLE / "agreement.txt", chain)
    for given in (copy, copy.conformed, copy.document, AGREEMENT, str(AGREEMENT)):
        assert conformed.terms_of(given)["expiration_date"].value == dt.date(2005, 8, 1)
    paper = EXAMPLE / "agreement.txt"
    for filed in (paper, str(paper), conformed.read(paper), conformed.outline(paper)):
        assert conformed.terms_of(filed)["expiration_date"].value == dt.date(2004, 11, 1)


def test_a_settlement_is_the_same_from_files_and_from_values() -> None:
    agreement, events = conformed.read_agreement(str(AGREEMENT)), conformed.read_events(str(EVENTS))
    assert isinstance(agreement, conformed.Agreement)
    assert len(events) == len(events.events) == len(list(events))
    runs = [
        conformed.settle(AGREEMENT, EVENTS, as_of="2001-12-31"),
        conformed.settle(str(AGREEMENT), events, as_of=dt.date(2001, 12, 31)),
        conformed.settle(agreement, str(EVENTS), as_of="2001-12-31"),
        conformed.settle(agreement, events, as_of="2001-12-31"),
        conformed.settle(agreement, list(events), as_of="2001-12-31"),
    ]
    assert len({run.statement("credit-2001-Q2").amount for run in runs}) == 1
    assert all(run.units == runs[0].units and run.statements == runs[0].statements for run in runs)


def test_a_settlement_says_what_no_clause_answers_and_what_the_file_repeats(tmp_path: Path) -> None:
    agreement = conformed.Agreement("none.toml", None, "US-NY", "USD")
    told = conformed.settle(agreement, conformed.read_events(EVENTS), as_of="2001-12-31").problems
    assert {"event-unanswered"} == {one.code for one in told if one.code.startswith("event-")}
    rows = EVENTS.read_text(encoding="utf-8").splitlines()
    repeated = tmp_path / "events.csv"
    repeated.write_text("\n".join([*rows, rows[1]]) + "\n", encoding="utf-8")
    run = conformed.settle(AGREEMENT, repeated, as_of="2001-12-31")
    assert [one.code for one in run.problems if one.code.startswith("event-")] == ["event-repeated"]
    assert [one.code for one in conformed.read_events(repeated).problems] == ["event-repeated"]


def test_very_many_events_are_settled_by_the_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from conformed.running import batch
    from conformed.service import settling

    plain = conformed.settle(AGREEMENT, EVENTS, as_of="2001-12-31")
    monkeypatch.setattr(settling, "_is_many", lambda _: True)
    assert batch.should_batch(0) is False
    many = conformed.settle(AGREEMENT, EVENTS, as_of="2001-12-31")
    assert [(one.id, one.amount) for one in many.statements] == [
        (one.id, one.amount) for one in plain.statements
    ]


def test_what_was_known_at_a_moment() -> None:
    moment = dt.datetime(2001, 4, 30, tzinfo=dt.UTC)
    by_value = conformed.settle(AGREEMENT, EVENTS, as_of="2001-12-31", known_at=moment)
    by_words = conformed.settle(AGREEMENT, EVENTS, as_of="2001-12-31", known_at="2001-04-30T00:00:00+00:00")
    assert by_value.statements == by_words.statements
    assert by_value.statements != conformed.settle(AGREEMENT, EVENTS, as_of="2001-12-31").statements


def test_the_sealed_values_can_be_left_out() -> None:
    sealed = conformed.read_agreement(AGREEMENT, public=True)
    assert sealed.sealed == {}
    assert conformed.settle(sealed, EVENTS, as_of="2001-12-31").statement("credit-2001-Q2").amount is None
    named = conformed.read_agreement(AGREEMENT, confidential=EXAMPLE / "confidential.toml")
    assert named.sealed == conformed.read_agreement(AGREEMENT).sealed != {}


def test_why_gives_the_words_where_the_papers_are_at_hand() -> None:
    by_path = conformed.why(AGREEMENT, EVENTS, "credit-2001-Q2", as_of="2001-12-31")
    assert isinstance(by_path, conformed.Why)
    assert by_path.words is not None
    by_value = conformed.why(
        conformed.read_agreement(AGREEMENT),
        conformed.read_events(EVENTS),
        "credit-2001-Q2",
        as_of="2001-12-31",
    )
    mixed = conformed.why(conformed.read_agreement(AGREEMENT), EVENTS, "credit-2001-Q2", as_of="2001-12-31")
    assert by_value.steps == by_path.steps == mixed.steps
    with pytest.raises(conformed.ConformedError, match="credit-2001-Q2"):
        conformed.why(AGREEMENT, EVENTS, "credit-2001-Q9", as_of="2001-12-31")


def test_from_papers_to_a_figure_without_a_file_of_terms() -> None:
    """What is read of the words runs as it is."""
    base = conformed.read_text(
        "LEASE OF MACHINES\n\nThis Lease is dated May 1, 2001 between Barrow Stores Ltd. and Cask Wine Co.\n\n"
        "1. TERM. This Lease begins on May 1, 2001 and ends thirty-six (36) months after May 1, 2001.\n",
        id="lease",
    )
    first = conformed.read_text(
        "AMENDMENT NO. 1 TO LEASE OF MACHINES\n\nThis Amendment No. 1 is dated June 1, 2002.\n\n"
        '1. Section 1 is amended by replacing "thirty-six (36)" with "forty-eight (48)".\n',
        id="first",
    )
    terms = conformed.terms_of(conformed.conform(base, first))
    clauses = [
        conformed.ClauseEntry(one.kind, one.value) for one in terms.clauses if isinstance(one.value, Mapping)
    ]
    agreement = conformed.Agreement("lease", None, "US-NY", "USD", clauses=tuple(clauses))
    run = conformed.settle(agreement, as_of="2003-01-01")
    assert run.agreement_term is not None
    assert run.agreement_term.ends == dt.date(2005, 5, 1)


# ---- what is refused


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: untyped.conform(None), "a paper is a path, or what `read`, .* gave; not None"),
        (lambda: untyped.conform(7), "a paper is a path"),
        (lambda: untyped.conform(b"1. Rent."), "`read_bytes`"),
        (lambda: untyped.conform("a.txt", 7), "a paper is a path"),
        (lambda: untyped.conform(AGREEMENT, b"1"), "a paper is a path"),
        (lambda: untyped.conform("a.txt", as_of=20010301), "as_of is a datetime.date"),
        (
            lambda: untyped.conform("a.txt", as_of=dt.datetime(2001, 3, 1, 9)),
            "not a moment; give 2001-03-01",
        ),
        (lambda: untyped.read(None), "`read_text`"),
        (lambda: untyped.read(b"a.txt"), "a paper is read from a path"),
        (lambda: untyped.read_bytes("1. Rent.", file="a.txt"), "`read_text`"),
        (lambda: untyped.read_bytes(b"1. Rent.", file=None), "file is a name"),
        (lambda: untyped.read_text(b"1. Rent.", id="a"), "`read_bytes`"),
        (lambda: untyped.read_text("1. Rent.", id=None), "id is the paper's name, .*; not None"),
        (lambda: untyped.read_bytes(b"1. Rent.", file="a.txt", id=7), "id is the paper's name"),
        (lambda: untyped.read("a.txt", id=7), "id is the paper's name"),
        (lambda: untyped.read_agreement({}), "its agreement.toml; not dict"),
        (lambda: untyped.read_events([]), "the path of their file; not list"),
        (lambda: untyped.outline(3), "a paper is a path"),
        (lambda: untyped.instructions(None), "a paper is a path"),
        (lambda: untyped.terms_of(untyped), "terms are read from a copy, a paper"),
        (lambda: untyped.terms_of(None), "not None"),
        (lambda: untyped.settle({}, EVENTS, as_of="2001-12-31"), "what `read_agreement` gave; not dict"),
        (lambda: untyped.settle(AGREEMENT, 7, as_of="2001-12-31"), "the path of an EVENTS.csv"),
        (lambda: untyped.settle(AGREEMENT, [{"kind": "x"}], as_of="2001-12-31"), "not dict"),
        (lambda: untyped.settle(AGREEMENT, EVENTS, as_of=None), "as_of is the day asked for"),
        (
            lambda: untyped.settle(AGREEMENT, EVENTS, as_of="2001-12-31", known_at=7),
            "known_at is a datetime",
        ),
        (lambda: untyped.why(AGREEMENT, EVENTS, 7, as_of="2001-12-31"), "id names a statement"),
    ],
)
def test_a_wrong_type_is_refused_in_one_line_that_says_what_is_wanted(
    call: Callable[[], object], said: str
) -> None:
    with pytest.raises(TypeError, match=said) as refused:
        call()
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: untyped.conform("a.txt", as_of="1 March 2001"), "give a day such as"),
        (lambda: untyped.conform("a.txt", as_of="2001-02-30"), "as_of is '2001-02-30'"),
        (lambda: untyped.conform("a.txt", as_of="20010301"), "give a day such as"),
        (lambda: untyped.conform(BASE), "text goes through `read_text`"),
        (lambda: untyped.read_text("1. Rent.", id=""), "not an empty one"),
        (lambda: untyped.terms_of(BASE), "text goes through `read_text`"),
        (lambda: untyped.settle(AGREEMENT, EVENTS, as_of="2001-12-31", known_at="noon"), "give a moment"),
        (
            lambda: untyped.settle(AGREEMENT, EVENTS, as_of="2001-12-31", known_at="2001-05-01T09:00:00"),
            "without an offset from UTC",
        ),
    ],
)
def test_a_wrong_value_is_refused_in_one_line_that_says_what_is_wanted(
    call: Callable[[], object], said: str
) -> None:
    with pytest.raises(ValueError, match=said) as refused:
        call()
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "call",
    [
        lambda: untyped.conform("absent.txt"),
        lambda: untyped.conform(EXAMPLE / "agreement.txt", "absent.txt"),
        lambda: untyped.outline("absent.txt"),
        lambda: untyped.instructions("absent.txt"),
        lambda: untyped.terms_of("absent.txt"),
        lambda: untyped.read_agreement("absent.toml"),
        lambda: untyped.read_events("absent.csv"),
        lambda: untyped.settle("absent.toml", EVENTS, as_of="2001-12-31"),
        lambda: untyped.settle(AGREEMENT, "absent.csv", as_of="2001-12-31"),
    ],
)
def test_a_file_that_is_absent_is_a_problem_with_a_code(call: Callable[[], object]) -> None:
    with pytest.raises(conformed.ConformedError) as refused:
        call()
    assert refused.value.problem.code == "file-absent"
    assert refused.value.problem.code in PROBLEMS


def test_a_third_paper_counts_as_well(base: Path, first: Path) -> None:
    copy = conformed.conform(base, [first, conformed.read_text(SECOND, id="second")])
    assert [paper.id for paper in copy.papers] == ["base", "first", "second"]
