"""What a package index shows, and what the contributor's pages say of the code, is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from docs.console import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_page_of_a_package_index_has_no_link_into_a_checkout() -> None:
    page = (ROOT / PROJECT["project"]["readme"]).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)\s]+)\)", page)
    assert [link for link in links if not link.startswith("https://")] == []


def test_the_source_distribution_takes_nothing_but_what_stands_at_the_root() -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert [path for path in included if not path.startswith("/")] == []
    assert [path for path in included if not (ROOT / path.lstrip("/")).exists()] == []
    readme = "/" + PROJECT["project"]["readme"]
    assert any(readme == path or readme.startswith(f"{path}/") for path in included)


def test_the_layers_leave_out_only_modules_that_exist() -> None:
    (contract,) = PROJECT["tool"]["importlinter"]["contracts"]
    ignored = contract["exhaustive_ignores"]
    assert [name for name in ignored if not (ROOT / "src" / "conformed" / f"{name}.py").exists()] == []


@pytest.mark.parametrize("stage", ["amending"])
def test_the_page_on_amending_language_names_every_module(stage: str) -> None:
    page = (ROOT / "docs" / "amending-language.md").read_text(encoding="utf-8")
    table = page.split("| step | module |", 1)[1].split("\n\n", 1)[0]
    named = {Path(name).name for name in re.findall(r"`([\w/]+\.py)`", table)}
    there = {file.name for file in (ROOT / "src" / "conformed" / stage).glob("*.py")} - {"__init__.py"}
    assert named == there


def test_the_contributor_is_told_of_every_format_that_is_written() -> None:
    house = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## The house", 1)[1]
    (line,) = (line for line in house.splitlines() if line.strip().startswith("writing/"))
    suffixes = {
        suffix
        for file in ("build.py", "settle.py", "redline.py")
        for suffix in re.findall(
            r'"\.([a-z]+)"', (ROOT / "src" / "conformed" / "cli" / file).read_text(encoding="utf-8")
        )
    }
    called = {"txt": "text", "md": "Markdown"}
    said = line.lower()
    assert suffixes >= {"txt", "md", "html", "json", "csv", "xlsx"}
    assert [one for one in sorted(suffixes) if called.get(one, one).lower() not in said] == []


def test_every_folder_of_a_package_says_what_it_holds() -> None:
    for file in (ROOT / "src" / "conformed").rglob("__init__.py"):
        words = file.read_text(encoding="utf-8").strip()
        if words and "migrations" not in file.parts:
            assert words.startswith('"""'), file
            assert "TODO" not in words, file
