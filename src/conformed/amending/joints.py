"""What each "and" and comma joins: things of a list, pairs, clauses, or nothing."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import islice

from conformed.amending.terminals import ACTIVE, FINITE, THINGS, VERBAL
from conformed.amending.tokens import Token

__all__ = ["joined"]

_LONGEST_CLAUSE = 500  # words and places that say something: a clause beyond it is a list of hostile length


def joined(tokens: list[Token]) -> list[Token]:
    """The tokens with each "and" and comma told: in a list, between pairs, between clauses, or nothing."""
    out: list[Token] = []
    skipped: set[int] = set()
    kinds_behind = _kinds_behind(tokens)
    for index, token in enumerate(tokens):
        if token.kind == "WATER" or id(token) in skipped:
            continue
        if token.kind not in ("AND_RAW", "COMMA"):
            out.append(token)
            continue
        before = out[-1].kind if out else ""
        behind = kinds_behind[index]
        if (
            before == "REF"
            and behind == "QUOTE"
            and token.kind == "COMMA"
            and _is_apposition(out[-1], tokens, index)
        ):
            quotation = next(t for t in tokens[index + 1 :] if t.kind == "QUOTE")
            out[-1] = replace(out[-1], inner=quotation.inner)
            skipped.add(id(quotation))
            continue
        if before == behind and before in ("INSERTED", "REPLACED", "DELETED"):
            skipped.add(id(next(t for t in tokens[index + 1 :] if t.kind == before)))
            continue
        again = _insert_again(token, out, tokens, index)
        if again is not None:
            out.extend((replace(token, kind="SEP"), again))
            continue
        kind = _conjunction(token, before, behind, out, tokens, index)
        if kind is not None and not (kind == "SEP" and before in ("SEP", "")):
            if out and out[-1].kind == kind:
                continue
            out.append(replace(token, kind=kind))
    return _with_verbs(out)


def _kinds_behind(tokens: Sequence[Token]) -> list[str]:
    """Of each token, the kind of the next one that says something; empty behind the last."""
    kinds, behind = [""] * len(tokens), ""
    for index in range(len(tokens) - 1, -1, -1):
        kinds[index] = behind
        if tokens[index].kind not in ("COMMA", "AND_RAW", "WATER"):
            behind = tokens[index].kind
    return kinds


def _with_verbs(tokens: list[Token]) -> list[Token]:
    """The tokens with the verbs that a later clause leaves out put back.

    "Section 2 is amended by deleting A, and Section 3 by deleting B": Section 3 is amended too; and so for "all
    references to A are replaced with B, and all references to C with D".
    """
    out: list[Token] = []
    clause: list[str] = []
    said: set[str] = set()
    verb: Token | None = None
    for token in tokens:
        again = _verb_left_out(token, clause, said, verb)
        for one in (token,) if again is None else (again, token):
            out.append(one)
            clause.append(one.kind)
            said.add(one.kind)
            verb = one if one.kind in VERBAL else verb
        if token.kind == "SEP":
            clause, said = [], set()
    return out


def _verb_left_out(token: Token, clause: Sequence[str], said: Set[str], verb: Token | None) -> Token | None:
    """The verb to be put back before a token: `clause` and `said` are the kinds of its clause, `verb` the last one."""
    if token.kind in ACTIVE and clause and clause[-1] == "REF" and not said & VERBAL:
        if len(clause) == 1 or clause[-2] not in ("IN", "AFTER", "BEFORE", "AT_END", "AT_START"):
            return replace(token, kind="CHANGED", noun=None)
    elif token.kind in ("WITH", "TO") and clause and not said & (VERBAL | {"FOR", "FROM"}):
        wanted = "REPLACED" if token.kind == "WITH" else "CHANGED"
        if verb is not None and verb.kind == wanted and said & {"QUOTE", "TEXT"}:
            return replace(verb, start=token.start, end=token.start, unread=False)
    return None


def _conjunction(
    token: Token, before: str, behind: str, out: Sequence[Token], tokens: Sequence[Token], index: int
) -> str | None:
    comma = token.kind == "COMMA"
    if before in ("AND", "ANDR", "AND_PAIR", "SEP", "BETWEEN"):
        return None
    if behind in VERBAL and not (comma and behind in ("READ", "NOW")):
        if comma and behind in FINITE and before in THINGS:
            return None
        if comma and behind not in ACTIVE:
            return None
        if not _clause_verb(out) and (behind in FINITE or comma):
            return None
        return "SEP"
    if comma and behind in THINGS and _clause_verb(out) and _is_clause(tokens, index):
        return "SEP"
    if comma:
        nearby = tokens[index - 1].kind if index else ""
        if before == behind == "QUOTE" and nearby == "QUOTE":
            pair = _pairs_on(out, tokens, index)
            if pair is not None:
                return pair
        adjacent = index + 1 < len(tokens) and tokens[index + 1].kind == behind
        if before == behind == "QUOTE" and nearby == "QUOTE" and adjacent and _is_list(tokens, index):
            return "AND"
        if (
            before == behind == "REF"
            and nearby == "REF"
            and [t.kind for t in out[-3:-1]] not in (["INSERT", "AFTER"], ["INSERT", "BEFORE"])
            and adjacent
            and (_same_noun(out[-1], tokens[index + 1]) or _lists_provisions(tokens, index))
        ):
            return "ANDR"
        return None
    if behind in ("FROM", "TO", "WITH") and before not in THINGS:
        return None
    if behind == "EVERYWHERE" and before in THINGS and _pair_follows(tokens, index + 1) and _clause_verb(out):
        return "SEP"
    if not comma and behind == "IN" and before in THINGS | {"RESPECTIVELY", "INSTEAD"} and _clause_verb(out):
        after = [t.kind for t in tokens[index + 1 :] if t.kind not in ("COMMA", "AND_RAW", "WATER")][2:3]
        if after and after[0] in ACTIVE:
            return "SEP"
    if behind in (
        "IN",
        "AT_END",
        "AT_START",
        "AFTER",
        "BEFORE",
        "EVERYWHERE",
        "FOR",
        "FROM",
        "BETWEEN",
        "AS",
        "WITH",
    ):
        if _next_verb(tokens, index) in FINITE and _clause_verb(out):
            return "SEP"
        return None if before in THINGS or before in ("BEFORE_STOP",) else "SEP"
    if behind in ("FROM", "TO", "WITH") and before not in THINGS:
        return None
    if behind in THINGS:
        if before not in THINGS and before not in (
            "ALPHABETICAL",
            "INSTEAD",
            "EVERYWHERE",
            "RESPECTIVELY",
            "EACH_CASE",
            "AT_END",
            "BEFORE_STOP",
        ):
            return "SEP"
        if before not in THINGS:
            return "SEP"
        if any(t.kind == "BETWEEN" for t in out[-3:]):
            return "AND"
        following = _next_verb(tokens, index)
        if following in FINITE and _clause_verb(out):
            return "SEP"
        pair = _pairs_on(out, tokens, index)
        if pair is not None:
            return pair
        if before in ("QUOTE", "BLOCK") and behind == "REF" and _clause_verb(out):
            return "AND" if following is None and _clause_has(out, "DELETE") else "SEP"

        return "ANDR" if before == behind == "REF" else "AND"
    if behind == "":
        return None
    return "SEP" if behind in ("INSTEAD", "ALPHABETICAL") else None


def _insert_again(token: Token, out: Sequence[Token], tokens: Sequence[Token], index: int) -> Token | None:
    """The verb that an "and" leaves out: inserting "A" after "B" and "C" after "D". Each thing has its own place."""
    if token.kind != "AND_RAW":
        return None
    verb: Token | None = None
    earlier: list[str] = []
    for before in reversed(out):
        if before.kind == "INSERT":
            verb = before
            break
        if before.kind in ("SEP", "STOP", "INSTEAD") or before.kind in VERBAL:
            return None
        earlier.append(before.kind)
    if verb is None or not _thing_and_place(earlier[::-1]):
        return None
    later: list[str] = []
    for behind in tokens[index + 1 :]:
        if behind.kind in ("SEP", "STOP", "AND_RAW") or behind.kind in VERBAL:
            break
        if behind.kind not in ("WATER", "COMMA"):
            later.append(behind.kind)
    return verb if _thing_and_place(later) else None


def _thing_and_place(kinds: Sequence[str]) -> bool:
    """Whether a stretch is one thing that is put, then one place: "A" after "B", the following as item 3."""
    return (
        len(kinds) in (3, 4)
        and kinds[0] in ("QUOTE", "TEXT", "FOLLOWING", "MARK")
        and kinds[1] in ("AFTER", "BEFORE", "AS", "AT_END", "AT_START")
        and kinds[2] in ("REF", "QUOTE", "MARK")
        and kinds[3:] in ([], ["BLOCK"])
    )


def _is_apposition(reference: Token, tokens: Sequence[Token], index: int) -> bool:
    """Whether a quotation between commas only prints what the reference names: The title, "Fees", is changed."""
    rest = [t.kind for t in tokens[index + 1 : index + 4]]
    return (
        rest[:2] == ["QUOTE", "COMMA"]
        and len(rest) > 2
        and rest[2] in FINITE
        and bool(reference.reference)
        and ((reference.reference or ())[0].unit in ("heading", "sentence", "definition", "row", "line"))
    )


def _is_list(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma stands in a row that ends with "and"."""
    for token in tokens[index + 1 : index + 12]:
        if token.kind == "AND_RAW":
            return True
        if token.kind not in ("QUOTE", "COMMA", "REF"):
            return False
    return False


def _lists_provisions(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma parts whole provisions of different kinds, in a row that ends with "and": Section 2, Exhibit A and B."""
    around = [tokens[at].reference or () for at in (index - 1, index + 1)]
    return _is_list(tokens, index) and all(
        place.unit == "provision" and place.path and not (place.scope or place.new or place.own)
        for places in around
        for place in places
    )


def _same_noun(first: Token, second: Token) -> bool:
    a, b = (first.reference or ())[-1:], (second.reference or ())[:1]
    if b and (b[0].new or (a and a[0].own != b[0].own)):
        return False
    return (
        bool(a and b)
        and a[0].unit == b[0].unit == "provision"
        and (a[0].noun == b[0].noun or b[0].noun is None)
        and not (a[0].scope or b[0].scope)
    )


def _clause_verb(out: Sequence[Token]) -> bool:
    for token in islice(reversed(out), _LONGEST_CLAUSE):
        if token.kind in ("SEP", "STOP"):
            return False
        if token.kind in VERBAL:
            return True
    return False


def _clause_has(out: Sequence[Token], kind: str) -> bool:
    for token in islice(reversed(out), _LONGEST_CLAUSE):
        if token.kind in ("SEP", "STOP"):
            return False
        if token.kind == kind:
            return True
    return False


def _next_verb(tokens: Sequence[Token], index: int) -> str | None:
    for token in tokens[index + 1 :]:
        if token.kind in ("SEP", "STOP"):
            return None
        if token.kind in VERBAL:
            return token.kind
    return None


def _is_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether a thing behind a comma has an order of its own: "..., the "and" at the end of (b) is deleted"."""
    for number, token in enumerate(tokens[index + 1 :]):
        if token.kind in ("SEP", "STOP", "AND_RAW", "COMMA"):
            return False
        if token.kind in VERBAL:
            return number > 0 and token.kind in FINITE
    return False


def _pairs_on(out: Sequence[Token], tokens: Sequence[Token], index: int) -> str | None:
    """What joins two pairs of old and new words: "A" with "B", "C" with "D"; "B" instead of "A" and "D" instead of "C".

    Behind "is replaced" and "is changed" the second pair is a clause of its own, whose verb is left out.
    """
    if not any(_clause_has(out, kind) for kind in ("WITH", "FOR", "TO", "INSTEAD_OF")):
        return None
    if not _pair_follows(tokens, index):
        return None
    verb = next((t.kind for t in reversed(out) if t.kind in VERBAL), None)
    return "SEP" if verb in ("REPLACED", "CHANGED") and not _clause_has(out, "INSTEAD_OF") else "AND_PAIR"


def _pair_follows(tokens: Sequence[Token], index: int) -> bool:
    for token in tokens[index + 1 : index + 8]:
        if token.kind in ("WITH", "FOR", "TO", "INSTEAD_OF"):
            return True
        if token.kind in ("SEP", "STOP", "AND_RAW") or token.kind in VERBAL:
            return False
    return False
