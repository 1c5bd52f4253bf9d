"""Reads what the program writes as HTML, with the standard library; an unbalanced tag fails the test."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "link", "hr", "img", "path", "rect"})


class Markup(HTMLParser):
    """The elements of a page, in order, with their attributes, and its visible text.

    >>> found = Markup("<p>one <del title='x'>two</del></p>")
    >>> found.text, found.named("del")
    ('one two', [{'title': 'x'}])
    """

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self._words: list[str] = []
        self._tables: list[list[list[str]]] = []
        self.feed(markup)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
        if tag == "table":
            self._tables.append([])
        elif tag == "tr":
            self._tables[-1].append([])
        elif tag in ("td", "th"):
            self._tables[-1][-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self._open and self._open[-1] == tag, f"</{tag}> closes {self._open[-1:]}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self._open and "head" not in self._open:
            self._words.append(data)
        if "td" in self._open or "th" in self._open:
            self._tables[-1][-1][-1] += data

    @property
    def text(self) -> str:
        return " ".join("".join(self._words).split())

    def tables(self) -> list[list[list[str]]]:
        """Each table as rows of cells, the headings first."""
        return self._tables

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]
