"""`conformed build`, `blame`, `redline` and `history` on the shipped example and on small papers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conformed.examples import example_folder
from tests.cli.command import call, one_line, process

FOLDER = example_folder()
PAPERS = [
    FOLDER / name for name in ("agreement.txt", "amendment-1.txt", "amendment-2.txt", "amendment-3.txt")
]
TOML = FOLDER / "agreement.toml"

BASE = """\
                               SUPPLY AGREEMENT

     This Supply Agreement is made as of June 1, 2001 between Alder Mills Ltd.
("Seller") and Birch Homes Inc. ("Buyer").

1.   PRICE. Buyer shall pay ten dollars for each board.

2.   PAYMENT. Buyer shall pay within thirty (30) days after the invoice.

3.   TERM. This Agreement ends on June 1, 2004.
"""
AMENDMENT = """\
                               AMENDMENT NO. 1

     This Amendment No. 1 to the Supply Agreement dated June 1, 2001 between Alder
Mills Ltd. and Birch Homes Inc. is made as of January 15, 2002.

1.   Section 2 is amended by deleting "thirty (30)" and substituting "forty-five (45)".

2.   Section 9 is amended by deleting "noon" and substituting "midnight".
"""


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    (tmp_path / "base.txt").write_text(BASE)
    (tmp_path / "amendment-1.txt").write_text(AMENDMENT)
    return [tmp_path / "base.txt", tmp_path / "amendment-1.txt"]


def test_an_instruction_that_cannot_be_applied_is_listed_with_file_line_and_what_to_do(
    papers: list[Path],
) -> None:
    ended = call("build", *papers)

    assert ended.status == 3
    assert "within forty-five (45) days after the invoice" in " ".join(ended.out.split())
    listed = [line for line in ended.err.splitlines() if line.startswith("decide: ")]
    assert len(listed) == 1
    assert "amendment-1.txt:8: " in listed[0] and "conformed decide" in listed[0]


def test_json_is_alone_on_stdout_and_names_each_instructions_fate(papers: list[Path]) -> None:
    said = call("build", *papers, "--json").json

    assert [(one["id"], one["status"]) for one in said["instructions"]] == [
        ("1", "applied"),
        ("2", "not-found"),
    ]
    assert set(said) >= {"title", "as_of", "documents", "provisions", "instructions", "warnings"}


def test_the_same_papers_give_the_same_bytes_in_two_processes(papers: list[Path]) -> None:
    first = process("build", *papers, "--json", PYTHONHASHSEED="1")
    second = process("build", *papers, "--json", PYTHONHASHSEED="2")

    assert first.out == second.out and first.out


def test_the_example_is_built_alike_from_the_papers_and_from_its_agreement_toml() -> None:
    named, listed = call("build", *PAPERS, "--json").json, call("build", TOML, "--json").json

    texts = [[(p["path"], p["text"]) for p in said["provisions"]] for said in (named, listed)]
    assert texts[0] == texts[1]


def test_as_of_a_day_before_an_amendment_its_instructions_are_pending() -> None:
    said = call("build", TOML, "--as-of", "2000-10-31", "--json").json

    statuses = {(one["document"], one["status"]) for one in said["instructions"]}
    assert ("amendment-1", "applied") in statuses and ("amendment-2", "pending") in statuses
    assert ("amendment-2", "applied") not in statuses


@pytest.mark.parametrize(
    ("suffix", "wanted"),
    [(".txt", "fifty-one (51)"), (".md", "fifty-one"), (".html", "<h1>"), (".json", '"provisions"')],
)
def test_the_copy_is_written_in_the_format_of_the_suffix(suffix: str, wanted: str, tmp_path: Path) -> None:
    file = tmp_path / f"copy{suffix}"

    ended = call("build", TOML, "-o", file)

    assert ended.out == "" and f"wrote {file}" in ended.err
    assert wanted in file.read_text(encoding="utf-8")


def test_a_format_that_is_not_written_names_those_that_are(tmp_path: Path) -> None:
    assert one_line(call("build", *PAPERS, "-o", tmp_path / "copy.docx"), "output-format", ".html", ".txt")


def test_a_paper_is_never_written_over(papers: list[Path]) -> None:
    assert one_line(call("build", *papers, "-o", papers[0]), "output-is-input")
    assert papers[0].read_text() == BASE


def test_a_paper_that_the_agreement_file_names_is_never_written_over(papers: list[Path]) -> None:
    toml = papers[0].with_name("agreement.toml")
    assert call("init", *papers, "-o", toml).status == 0
    (toml.parent / "confidential.toml").write_text("")

    for command, over in (
        ("build", papers[0]),
        ("redline", papers[1]),
        ("build", papers[0].parent / "sub" / ".." / papers[0].name),
    ):
        assert one_line(call(command, toml, "-o", over), "output-is-input")
    assert papers[0].read_text() == BASE


def test_blame_names_the_paper_of_each_stretch_of_a_provision() -> None:
    ended = call("blame", *PAPERS, "--provision", "7.A")

    rows = [line.split() for line in ended.out.splitlines() if line[:1].isalpha()]
    assert ["amendment-2", "2000-11-01", "2(c)#2", "fifty-one", "(51)"] in rows
    assert {row[0] for row in rows} == {"agreement", "amendment-2"}


def test_blames_runs_joined_are_the_provisions_text_and_slices_of_the_papers() -> None:
    said = call("blame", *PAPERS, "--provision", "7.A", "--json").json
    built = call("build", *PAPERS, "--json").json
    papers = {path.stem: path.read_text(encoding="utf-8") for path in PAPERS}

    (blamed,) = [one for one in said["provisions"] if one["path"] == ["7", "a"]]
    (text,) = [one["text"] for one in built["provisions"] if one["path"] == ["7", "a"]]
    assert "".join("".join(run["text"] for run in blamed["runs"]).split()) == "".join(text.split())
    for run in blamed["runs"]:
        held = papers[run["document"]][run["start"] : run["end"]].split()
        held = [word for word in held if word not in ("<PAGE>",) and not word.isdigit()]
        assert [word for word in run["text"].split() if not word.isdigit()] == held


@pytest.mark.parametrize("command", ["blame", "history"])
def test_a_place_that_is_not_there_is_refused(command: str) -> None:
    arguments = ["--provision", "99.Z"] if command == "blame" else ["99.Z"]

    assert one_line(call(command, TOML, *arguments), "provision-unknown", "99.Z")


def test_a_redline_between_two_days_shows_what_came_into_force_between_them() -> None:
    ended = call("redline", TOML, "--from", "2000-09-01", "--to", "2000-12-31")
    words = " ".join(ended.out.split())

    assert "[-forty-two (42)-]{+fifty-one (51)+}" in words
    assert "in cash" not in words  # Amendment 3 came later


def test_a_redline_as_a_page_and_as_json(tmp_path: Path) -> None:
    call("redline", *PAPERS, "-o", tmp_path / "r.html")
    said = call("redline", *PAPERS, "--json").json

    assert "<ins title=" in (tmp_path / "r.html").read_text()
    assert any(segment["kind"] == "struck" for change in said["changes"] for segment in change["segments"])


def test_word_files_with_tracked_changes_are_refused_for_now(tmp_path: Path) -> None:
    assert one_line(call("redline", *PAPERS, "-o", tmp_path / "r.docx"), "output-format", ".html")


def test_the_history_of_a_provision_is_newest_first() -> None:
    ended = call("history", TOML, "7.A")
    said = call("history", TOML, "7.A", "--json").json

    assert [state["paper"] for state in said["states"]] == ["amendment-2", "base"]
    assert ended.out.index("fifty-one (51) months") < ended.out.index("forty-two (42) months")


def test_history_needs_papers_and_a_place() -> None:
    assert one_line(call("history", TOML), "then the place")


def test_terms_follow_the_amendments() -> None:
    now = call("terms", TOML, "--json").json["terms"]
    before = call("terms", TOML, "--as-of", "2000-10-31", "--json").json["terms"]
    paper = call("terms", PAPERS[0])

    assert (before["unit-term"]["value"]["months"], now["unit-term"]["value"]["months"]) == (42, 51)
    assert "agreement_date: 2000-06-30" in paper.out


def test_a_drift_is_caught_with_its_file_and_what_to_do(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        shutil.copy(file, tmp_path)
    toml = tmp_path / "agreement.toml"
    toml.write_text(toml.read_text().replace("months = 51", "months = 42"))

    ended = call("check", toml)
    said = call("check", toml, "--json").json

    assert ended.status == 3 and not said["agrees"]
    assert any(
        "unit-term says months = 42 from 2000-11-01" in line and "51" in line
        for line in ended.err.splitlines()
    )


def test_a_first_agreement_toml_is_drafted_and_builds_and_is_not_written_over(papers: list[Path]) -> None:
    toml = papers[0].parent / "agreement.toml"

    drafted = call("init", *papers, "-o", toml)

    assert drafted.status == 0 and toml.is_file(), drafted.err
    built, named = call("build", toml, "--json").json, call("build", *papers, "--json").json
    assert [p["text"] for p in built["provisions"]] == [p["text"] for p in named["provisions"]]
    assert one_line(call("init", *papers, "-o", toml), "output-exists")
    assert call("init", *papers, "-o", toml, "--force").status == 0


def test_a_decision_is_kept_replayed_and_no_longer_asked_for(papers: list[Path]) -> None:
    toml = papers[0].parent / "agreement.toml"
    call("init", *papers, "-o", toml)

    decided = call(
        "decide", toml, "amendment-1/2", "--leave", "--why", "there is no Section 9", "--by", "A. Clerk"
    )
    built = call("build", toml)

    assert decided.status == 0 and "amendment-1/2" in decided.out
    assert built.status == 0 and "decide:" not in built.err
    assert 'why = "there is no Section 9"' in toml.read_text()


def test_a_decision_must_be_one_and_about_something(papers: list[Path]) -> None:
    toml = papers[0].parent / "agreement.toml"
    call("init", *papers, "-o", toml)

    assert one_line(call("decide", toml, "amendment-1/2"), "exactly one of --place, --leave and --text")
    assert one_line(call("decide", toml, "amendment-1/2", "--leave", "--place", "1"), "exactly one")
    assert one_line(call("decide", toml, "amendment-7/2", "--leave"), "decision-refused")


SEALED = ["27.50", "=0.25", '"0.25"']


@pytest.mark.parametrize(
    "arguments",
    [
        ["outline", PAPERS[0]],
        ["instructions", PAPERS[2]],
        ["build", TOML, "--json"],
        ["blame", TOML, "--json"],
        ["redline", TOML, "--json"],
        ["history", TOML, "7.A", "--json"],
        ["terms", TOML, "--json"],
        ["check", TOML, "--json"],
    ],
    ids=lambda arguments: str(arguments[0]),
)
def test_what_is_about_words_never_shows_a_sealed_value(arguments: list[str | Path]) -> None:
    ended = call(*arguments)

    assert ended.status in (0, 3)
    assert not [value for value in SEALED if value in ended.out + ended.err]


def test_a_mistake_in_the_sealed_values_does_not_show_them(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        shutil.copy(file, tmp_path)
    (tmp_path / "confidential.toml").write_text('"appendix-a/r3" = 0.987654\n')

    ended = call("settle", tmp_path / "agreement.toml", tmp_path / "events.csv")

    assert one_line(ended, "confidential.toml:1", "sealed-value")
    assert "987654" not in ended.err
