"""The frame of every HTML page that is written: one file, no script, nothing fetched, fit to print."""

from __future__ import annotations

import unicodedata
from html import escape

__all__ = ["attribute", "page", "scrolling", "words"]

STYLE = """
:root { color-scheme: light; --ink: #1a1a1a; --quiet: #555; --rule: #c8c8c8; --link: #0b4f9e;
  --ins: #0a5c2b; --ins-ground: #e7f5ec; --del: #9b1c1c; --del-ground: #fbeaea; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 46rem; color: var(--ink); background: #fff;
  font: 1.05rem/1.55 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 0.4em; font-size: 1.05rem; }
h1 { font-size: 1.6rem; margin-top: 0.5rem; } h2 { font-size: 1.2rem; }
p { margin: 0 0 0.8em; }
pre { font: 0.85rem/1.4 ui-monospace, "Courier New", monospace; overflow-x: auto; margin: 0 0 1em; }
a { color: var(--link); }
.wide { overflow-x: auto; margin: 0 0 1.2em; } .wide table { margin: 0; }
.by { font: 0.75rem/1.2 system-ui, sans-serif; white-space: nowrap; margin: 0 0.15em; }
.changes { font-size: 0.95rem; } .changes li { margin: 0 0 0.3em; }
:target { background: #fff6d6; scroll-margin-top: 1rem; }
a:focus-visible, summary:focus-visible, pre:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; background: #fff; padding: 0.5rem 1rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; }
.status { color: var(--quiet); border-left: 4px solid var(--rule); padding-left: 0.8rem; }
.source { color: var(--quiet); font-size: 0.85rem; }
.label { font-weight: bold; }
.unit { margin-left: calc(var(--depth, 0) * 1.6rem); }
ins { color: var(--ins); background: var(--ins-ground); text-decoration: underline; text-decoration-thickness: 2px; }
del { color: var(--del); background: var(--del-ground); text-decoration: line-through; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.2em; font-size: 0.95rem; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--rule); }
.whole { white-space: nowrap; }
th.figure, td.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tfoot td, tfoot th { font-weight: bold; border-top: 2px solid var(--ink); }
figure { margin: 1.2em 0; } figcaption { color: var(--quiet); font-size: 0.9rem; }
svg { max-width: 100%; height: auto; }
@media print { @page { margin: 20mm 18mm; } body { max-width: none; padding: 0; font-size: 10.5pt; }
  .skip { display: none; } h1, h2, h3, h4, h5, h6 { break-after: avoid; } tr, figure { break-inside: avoid; }
  .wide { overflow: visible; } .changes { break-after: page; } :target { background: none; }
  pre { white-space: pre-wrap; font-size: 8.5pt; } .by { color: var(--quiet); }
  p { orphans: 3; widows: 3; } ins { text-decoration-thickness: 1.5px; }
  a { color: inherit; text-decoration: none; } ins, del { background: none; } }
"""


def page(title: str, body: str, *, language: str = "en") -> str:
    """A whole HTML document: `body` is markup, `title` is text."""
    return (
        f'<!DOCTYPE html>\n<html lang="{attribute(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{words(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#text">Skip to the text</a>\n{body}\n</body>\n</html>\n'
    )


def scrolling(table: str, name: str) -> str:
    """A table in a region of its own, which a narrow screen scrolls sideways and a keyboard reaches."""
    return f'<div class="wide" role="region" aria-label="{attribute(name)}" tabindex="0">{table}</div>'


def words(text: str) -> str:
    """Text as it stands between tags; characters that HTML does not allow are replaced.

    >>> words("a < b & [***]")
    'a &lt; b &amp; [***]'
    """
    return escape(_allowed(text), quote=False)


def attribute(text: str) -> str:
    """Text as it stands in a double-quoted attribute."""
    return escape(_allowed(text), quote=True)


def _allowed(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        character
        if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs")
        else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )
