"""Every command: its name, the sentence that `conformed --help` shows, and by convention the file that holds it.

`conformed.cli.NAME` has a function `NAME`; it is imported only when the command runs, so that `--help` stays quick.
"""

from __future__ import annotations

__all__ = ["COMMANDS"]

COMMANDS: dict[str, str] = {
    "demo": "Tell the whole story on the shipped example.",
    "outline": "Show the structure that was read from a paper.",
    "instructions": "List the amending instructions of an amendment.",
    "build": "Build the conformed copy of an agreement and its amendments.",
    "blame": "Show which paper and instruction put each word there.",
    "redline": "Show what the amendments changed, struck and inserted.",
    "history": "Show each state of a provision, newest first.",
    "terms": "Read the typed terms, with the words they were read from.",
    "settle": "Run the terms over the events: dates, statements, ledger.",
    "impact": "Compare a settlement with and without an amendment.",
    "check": "List clause values that disagree with the words in force.",
    "why": "Derive a figure: line, formula, events, clause, words, paper.",
    "init": "Write a first agreement.toml for a base and its amendments.",
    "decide": "Record a person's decision about an instruction.",
    "keep": "Add papers, decisions and events to a store that only grows.",
    "verify": "Check the hash chain of the stored events.",
    "explain": "Explain a problem code, or list them all.",
}
