"""`conformed impact` and `conformed why` on the shipped example."""

from __future__ import annotations

import shutil
from pathlib import Path

from conformed.examples import example_folder
from tests.cli.command import call, one_line

FOLDER = example_folder()
FILES = (FOLDER / "agreement.toml", FOLDER / "events.csv")
AS_OF = ("--as-of", "2001-12-31")


def test_amendment_2_moves_42_months_to_51_and_every_circuits_end() -> None:
    ended = call("impact", *FILES, *AS_OF, "--amendment", "amendment-2")
    said = call("impact", *FILES, *AS_OF, "--amendment", "amendment-2", "--json").json

    rows = [line.split() for line in ended.out.splitlines()]
    assert ["unit-term", "months", "42", "51", "2000-11-01", "7.A"] in rows
    moved = {unit["id"]: unit for unit in said["units"]}
    assert moved["AKR-001"]["before"]["term_ends_on"] == "2004-02-29"
    assert moved["AKR-001"]["after"]["term_ends_on"] == "2004-11-30"
    installed = [u for u in call("settle", *FILES, *AS_OF, "--json").json["units"] if u["installed_on"]]
    assert set(moved) == {unit["id"] for unit in installed}
    assert all(unit["id"] in ended.out for unit in installed)


def test_what_only_the_amendment_brought_is_there_only_with_it() -> None:
    said = call("impact", *FILES, *AS_OF, "--amendment", "amendment-2", "--json").json

    (first,) = [s for s in said["statements"] if s["id"] == "credit-2000-Q4"]
    assert first["before"] is None and first["change"] == first["after"]["amount"]


def test_an_unknown_amendment_is_refused_with_the_nearest() -> None:
    ended = call("impact", *FILES, "--amendment", "amendmnt-2")

    assert one_line(ended, "amendment-unknown", "did you mean amendment-2?")


def test_an_amendment_without_clauses_of_its_own_moves_nothing(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        shutil.copy(file, tmp_path)
    toml = tmp_path / "agreement.toml"
    toml.write_text(toml.read_text().replace("effective = 2001-03-01", "effective = 2001-03-05"))

    ended = call("impact", toml, FILES[1], *AS_OF, "--amendment", "amendment-3")

    assert "nothing moved" in ended.out and "impact-nothing" in ended.err


def test_a_claw_back_opens_to_its_cap_line_event_and_clause() -> None:
    ended = call("why", *FILES, "claw-back-f2", *AS_OF)
    words = " ".join(ended.out.split())

    assert ended.status == 0
    for wanted in (
        "claw-back-f2: 6,059.30 USD",
        "0.25 x 30000.00",
        "claw-back-f1 6000.00",
        "event f2 2001-10-22 forfeiture",
    ):
        assert wanted in words
    assert "clause claw-back, Appendix A to Schedule 1, paragraph 5" in words


def test_the_record_of_a_figure_has_steps_lines_events_and_the_clause() -> None:
    said = call("why", *FILES, "credit-2001-Q2", *AS_OF, "--json").json

    assert said["clause"]["kind"] == "pass-through-credit" and said["clause"]["line"] > 1
    assert {step["what"] for step in said["steps"]} >= {"base", "amount", "due_on"}
    late = [line for line in said["lines"] if line["adjusts"]]
    assert late and all(line["events"] for line in said["lines"])


def test_a_circuit_opens_to_its_months_and_the_law_that_counts_them() -> None:
    words = " ".join(call("why", *FILES, "AKR-001", *AS_OF).out.split())

    assert "2000-08-31 + 51 months (New York General Construction Law § 30)" in words


def test_an_unknown_figure_is_refused_with_the_nearest() -> None:
    assert one_line(
        call("why", *FILES, "credit-2001-Q22", *AS_OF), "statement-unknown", "did you mean credit-2001-Q2"
    )


def test_nothing_sealed_is_shown_in_the_public_view() -> None:
    for name, *rest in (("why", "credit-2001-Q2"), ("impact", "--amendment", "amendment-2")):
        ended = call(name, *FILES, *rest, *AS_OF, "--public")
        assert "withheld" in ended.out
        assert "0.25 x" not in ended.out and "27.50" not in ended.out + ended.err


def test_the_day_of_signing_does_not_hide_what_takes_effect_on_another(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        shutil.copy(file, tmp_path)
    toml = tmp_path / "agreement.toml"
    toml.write_text(toml.read_text().replace("executed = 2000-11-01", "executed = 2000-11-08"))

    ended = call("impact", toml, FILES[1], *AS_OF, "--amendment", "amendment-2")

    assert "agreement term ends 2005-08-01 with it, 2004-11-01 without" in ended.out


def test_what_a_later_amendment_states_anew_is_said_to_stay() -> None:
    ended = call("impact", *FILES, *AS_OF, "--amendment", "amendment-2")
    early = call("impact", *FILES, "--as-of", "2001-02-28", "--amendment", "amendment-2")

    told = [line for line in ended.err.splitlines() if line.endswith("[impact-restated]")]
    assert ["pass-through-credit" in told[0], "claw-back" in told[1]] == [True, True]
    assert all("amendment-3 states" in line and "from 2001-03-01" in line for line in told)
    assert "impact-restated" not in early.err  # on that day nobody knew of it


def test_the_words_of_a_figure_name_every_paper_that_put_some_of_them_there() -> None:
    ended = call("why", *FILES, "GRE-002", *AS_OF)
    said = call("why", *FILES, "GRE-002", *AS_OF, "--json").json

    assert "words put there by base, amendment-2/2(c)#1, amendment-2/2(c)#2:" in ended.out
    assert said["words"]["sources"] == ["base", "amendment-2/2(c)#1", "amendment-2/2(c)#2"]


def test_a_figure_opens_without_the_papers(tmp_path: Path) -> None:
    for name in ("agreement.toml", "events.csv", "confidential.toml"):
        shutil.copy(FOLDER / name, tmp_path)

    ended = call("why", tmp_path / "agreement.toml", tmp_path / "events.csv", "credit-2001-Q2", *AS_OF)

    assert ended.status == 0 and "credit-2001-Q2: 3,286.19 USD" in ended.out
    assert "words put there" not in ended.out


def test_what_needs_a_decision_names_the_events_file_and_its_line(tmp_path: Path) -> None:
    lines = FILES[1].read_text().replace("2005-07-31", "2004-07-31")
    (tmp_path / "e.csv").write_text(lines)

    for command in (("settle",), ("impact", "--amendment", "amendment-2")):
        ended = call(command[0], FILES[0], tmp_path / "e.csv", *AS_OF, *command[1:])

        assert ended.status == 3
        (told,) = [line for line in ended.err.splitlines() if line.endswith("[unfit-notice]")]
        number = 1 + lines.splitlines().index(
            next(row for row in lines.splitlines() if row.startswith("n1,"))
        )
        assert told.startswith(f"decide: {tmp_path / 'e.csv'}:{number}: ")
