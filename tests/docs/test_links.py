"""No page points at a file, a folder or a heading that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docs.console import ROOT

PAGES = sorted(
    str(page.relative_to(ROOT))
    for folder in (".", "docs", "docs/decisions", "examples/media-gateway")
    for page in (ROOT / folder).glob("*.md")
)
_FENCE = re.compile(r"^```.*?^```$", re.M | re.S)


def anchors(page: Path) -> set[str]:
    """The names by which a page's headings are linked."""
    headings = re.findall(r"^#+ +(.+)$", _FENCE.sub("", page.read_text(encoding="utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page: str) -> Iterator[str]:
    text = _FENCE.sub("", (ROOT / page).read_text(encoding="utf-8"))
    yield from re.findall(r"\]\(([^)\s]+)\)", text)


@pytest.mark.parametrize("page", PAGES)
def test_the_links_of_a_page_lead_somewhere(page: str) -> None:
    for link in links(page):
        if re.match(r"https?://|mailto:", link):
            continue
        path, _, anchor = link.partition("#")
        target = ((ROOT / page).parent / path).resolve() if path else ROOT / page
        assert target.exists(), f"{page} links to {link}"
        if anchor:
            assert anchor in anchors(target), f"{page} links to {link}"


def test_every_path_that_contributing_names_is_there() -> None:
    text = _FENCE.sub("", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    named = {
        words
        for words in re.findall(r"`([^`\s]+)`", text)
        if "/" in words and not words.startswith(("/", "--", "http")) and "*" not in words
    }
    assert len(named) > 20, "CONTRIBUTING.md says which file to change for what"
    dead = sorted(path for path in named if not (ROOT / path).exists())
    assert not dead, f"CONTRIBUTING.md names {', '.join(dead)}"
