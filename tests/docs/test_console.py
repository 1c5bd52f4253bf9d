"""Every command that the documentation shows prints what the documentation says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from docs.console import ROOT, commands, pages, printed, ran, refreshed, workplace

PAGES = [str(page.relative_to(ROOT)) for page in pages()]


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_print_what_it_says(page: str, tmp_path: Path) -> None:
    folder = workplace(tmp_path, page=ROOT / page)
    for command in commands((ROOT / page).read_text(encoding="utf-8")):
        shown, folder = ran(command.words, folder)
        assert shown == command.shown, (
            f"{page}:{command.line}: `{command.words}`: refresh it with `make docs`"
        )


@pytest.mark.parametrize("page", PAGES)
def test_the_interpreter_sessions_of_a_page_run(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    monkeypatch.chdir(workplace(tmp_path))
    # Everything but the sessions is blanked, so that line numbers stay true.
    kept = re.sub(
        r"(```python\n)(.*?)(^```$)|[^\n]",
        lambda found: f"\n{found[2]}" if found[2] is not None else "",
        text,
        flags=re.M | re.S,
    )
    session = doctest.DocTestParser().get_doctest(kept, {}, page, page, 0)
    assert doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(session).failed == 0


def test_a_page_is_refreshed_with_what_its_commands_print(tmp_path: Path) -> None:
    page = "Before.\n\n```console\n$ echo one\ntwo\n$ echo three\n$ cat <<END\n> four\n> END\n```\nAfter.\n"
    fresh = refreshed(page, tmp_path)
    assert (
        fresh
        == "Before.\n\n```console\n$ echo one\none\n$ echo three\nthree\n$ cat <<END\n> four\n> END\nfour\n```\nAfter.\n"
    )
    assert [command.line for command in commands(fresh)] == [4, 6, 8]


def test_a_command_that_goes_to_a_folder_moves_those_behind_it(tmp_path: Path) -> None:
    page = "```console\n$ mkdir -p a/b\n$ cd a\n$ ls\n```\n\n```console\n$ cd b\n$ cd ..\n$ ls\n```\n"
    assert refreshed(page, tmp_path) == (
        "```console\n$ mkdir -p a/b\n$ cd a\n$ ls\nb\n```\n\n```console\n$ cd b\n$ cd ..\n$ ls\nb\n```\n"
    )
    with pytest.raises(RuntimeError, match="no such folder"):
        refreshed("```console\n$ cd nowhere\n```\n", tmp_path)


def test_the_reader_of_the_first_page_has_nothing_yet(tmp_path: Path) -> None:
    assert list(workplace(tmp_path, page=ROOT / "README.md").iterdir()) == []
    assert (workplace(tmp_path, page=ROOT / "docs" / "tutorial.md") / "agreement.txt").is_file()


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_asks_of_make_is_there(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for block in re.findall(r"^```sh\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.M | re.S):
        assert set(re.findall(r"\bmake ([a-z]+)", block)) <= targets
        assert not re.search(r"^conformed ", block, re.M), (
            "a command whose output is true stands in a console block"
        )


def test_a_command_that_breaks_down_is_not_written_into_a_page(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="status 127"):
        printed("no-such-command", tmp_path)
