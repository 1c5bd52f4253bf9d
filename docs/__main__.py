"""Write the reference anew, and what every command in the documentation prints: `make docs`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from docs.console import ROOT, pages, refreshed, workplace
from docs.reference import reference

(ROOT / "docs" / "reference.md").write_text(reference(), encoding="utf-8")
for page in pages():
    with TemporaryDirectory() as folder:
        before = page.read_text(encoding="utf-8")
        after = refreshed(before, workplace(Path(folder), page=page))
    if after != before:
        page.write_text(after, encoding="utf-8")
        print(f"refreshed {page.relative_to(ROOT)}")
