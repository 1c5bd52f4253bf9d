"""How a provision is cited in `source`: `7.A`, `9 b.`, `Appendix A to Schedule 1, paragraph 5`."""

from __future__ import annotations

from conformed.model.document import Document, Path

__all__ = ["citation"]

_CONTAINERS = ("schedule", "appendix", "exhibit", "annex", "attachment", "addendum", "part", "article")
_UNNUMBERED = ("preamble", "title", "cover", "recitals", "signatures")


def citation(document: Document, path: Path) -> str:
    """The words by which a reader of `document` finds the provision at `path`.

    Letters stand as the label prints them.
    """
    printed = {provision.path: (provision.label or "").strip(" .()") for provision in document.walk()}
    containers: list[str] = []
    numbers: list[str] = []
    for depth, part in enumerate(path, start=1):
        if part.split(" ")[0] in _CONTAINERS and not numbers:
            containers.append(part.title())
        elif part in _UNNUMBERED:
            containers.append(part)
        else:
            label = printed.get(path[:depth], "")
            numbers.append(label if label.lower() == part else part)
    cited = ".".join(numbers)
    if not containers:
        return cited
    place = " to ".join(reversed(containers))
    return f"{place}, paragraph {cited}" if cited else place
