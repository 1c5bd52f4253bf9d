"""The parser of `amending.lark`, and how it is used: the longest part of a row of tokens that is a phrase.

Amending language stands among other words. So nothing is asked to be a whole sentence: from a token on, the longest
row of tokens that the grammar knows is parsed, and the caller goes on behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, TypeAlias

from conformed.amending.tokens import Token

if TYPE_CHECKING:
    from lark import Lark
    from lark import Token as LarkToken

__all__ = ["Node", "grammar_text", "longest", "rule_names"]

Node: TypeAlias = Any
"""A node of a parse tree: lark's `Tree`, or its `Token` at a leaf, whose children a type checker cannot tell apart."""

_LONGEST = 240


def grammar_text() -> str:
    """The grammar, as printed in `amending.lark`."""
    return resources.files("conformed.amending").joinpath("amending.lark").read_text(encoding="utf-8")


def rule_names() -> list[str]:
    """The names of the grammar's rules, in the order of the file.

    >>> rule_names()[:3]
    ['reference', 'piece', 'provisions']
    """
    names = []
    for line in grammar_text().splitlines():
        head, colon, _ = line.partition(":")
        if colon and head and not head[0].isspace() and not head.startswith(("/", "%")):
            names.append(head.lstrip("?").strip())
    return names


@cache
def _parser() -> Lark:
    from lark import Lark
    from lark.lexer import Lexer

    class Given(Lexer):
        """The tokens come ready-made."""

        def __init__(self, _: object) -> None:
            pass

        def lex(self, *_: object) -> Iterator[LarkToken]:
            return iter(())

    return Lark(
        grammar_text(), parser="lalr", start=["reference", "clause"], lexer=Given, maybe_placeholders=False
    )


def longest(start: str, tokens: Sequence[Token], at: int) -> tuple[Node, int] | None:
    """The longest phrase `start` that begins with token `at`: its tree and the index behind it; None if there is none.

    In the tree's leaves, `start_pos` is the index of the token.
    """
    from lark import Token as LarkToken
    from lark.exceptions import UnexpectedInput

    parser = _parser()
    live = parser.parse_interactive(start=start)
    row: list[LarkToken] = []
    ends: list[int] = []
    for index in range(min(len(tokens) - at, _LONGEST)):
        leaf = LarkToken(tokens[at + index].kind, tokens[at + index].word, start_pos=at + index)
        row.append(leaf)
        try:
            live.feed_token(leaf)
        except UnexpectedInput:
            break
        if "$END" in live.choices():  # type: ignore[no-untyped-call]
            ends.append(index + 1)
    for length in reversed(ends[-3:]):
        again = parser.parse_interactive(start=start)
        try:
            for leaf in row[:length]:
                again.feed_token(leaf)
            return again.feed_eof(), at + length  # type: ignore[no-untyped-call]
        except UnexpectedInput:
            continue
    return None
