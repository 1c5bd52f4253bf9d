"""The reference is what the code says today."""

from __future__ import annotations

from docs.console import ROOT
from docs.reference import reference


def test_the_reference_is_fresh() -> None:
    kept = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert kept == reference(), "write it anew with `make docs`"
