"""Labels of an amendment's own paragraphs: "2.", "(c)", "Section 4.", "I.3", and which label comes after which."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["LINE_LABEL", "MIDDLE_LABEL", "Label", "label_of", "paragraph_id", "roman", "successor"]

_NOUN = r"(?:section|article|art\.|paragraph|clause|item|part|amendment|§)"
_PAREN = r"\((?:\d{1,3}|[a-zA-Z]{1,5})\)"
_DECIMAL = r"\d{1,3}(?:\.\d{1,3}){1,4}\.?"
_LETTERED = r"[A-Z]{1,4}\.\d{1,3}\.?"
_POINTED = r"(?:\d{1,3}|[A-Z]{1,6}|[a-z]{1,5})[.)]"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)})(?:ly)?(?=[.:])"
_ORDERS = (
    r"(?:insert|delet|add|replac|strik|chang|amend|substitut|restat|remov|omitt?|dropp?|revis|modify|eliminat|correct"
    r"|increas|decreas|reduc|extend|append|cancell?|renam|retitl|re-?(?:number|letter|designat))\w*"
)
_SPELLED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty"
).split()
_SPELLED_LABEL = rf"\((?:{'|'.join(_SPELLED)})\)"
_BODY = rf"(?:{_PAREN}|{_SPELLED_LABEL}|{_DECIMAL}|{_LETTERED}|{_POINTED})"

LINE_LABEL = re.compile(
    rf"[ \t]*(?:[-•·][ \t]+)?(?P<label>(?P<noun>{_NOUN}\s{{1,3}})?(?P<body>{_BODY}|{_ORDINAL}|(?(noun)(?:\d{{1,3}}|[IVXLC]{{1,6}})|(?!)))"
    r"(?:[ \t]?[.:—–])?)(?=\s|$|(?<=\))[A-Z\"“])",
    re.IGNORECASE,
)
MIDDLE_LABEL = re.compile(
    rf"(?<=[.:;\"”’)\]])\s{{1,12}}(?P<label>{_BODY})(?=\s{{1,12}}[\"“'‘A-Z0-9(\[])"
    rf"|(?<=[,;:])\s{{1,4}}(?:and\s{{1,4}}|or\s{{1,4}})?(?P<listed>{_PAREN})(?=\s{{1,12}}\S)"
    r"|(?<=\w)\s{1,4}(?P<first>\((?:a|i|x|1|A)\))(?=\s{1,4}(?:by|in\s+the|the\s+(?:words?|first|second|third|last)"
    rf"|{_ORDERS})\b)"
    rf"|(?<=[\w\"”’])\s{{1,4}}(?:and|or)\s{{1,4}}(?P<last>{_PAREN})(?=\s{{1,12}}(?:by|in|the|a|{_ORDERS})\b)"
    rf"|(?<=\))\s{{1,4}}and\s{{1,4}}(?P<behind>{_PAREN})(?=\s{{1,12}}(?:by\s{{1,4}})?(?:{_ORDERS})(?<=ing)\b)"
)
_REFERENCE_GOES_ON = re.compile(
    r"\s*(?:\([^()\n]{0,80}\)\s*)?"
    r"(?:of|to|is|are|shall|in|and|through|hereof|thereof|or|as|,|\(|may|will|has|was|which|stands|currently)(?![A-Za-z])"
)
_NAMED_BEFORE = re.compile(
    r"(?:sections?|clauses?|paragraphs?|subsections?|sub-clauses?|items?|parts?|articles?|and|of|to)\s*$",
    re.IGNORECASE,
)
_ABBREVIATED_BEFORE = re.compile(
    r"(?<!\w)(?:§{1,2}|(?:(?:sub)?-?paras?|secs?|arts?|cls?|lit|sched?|app|nos?)\.)\s*$", re.IGNORECASE
)
"""Behind "becomes para." a number is a citation, even where it ends the sentence."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Label:
    """A label and what it may be: `readings` are (style, place in its row) pairs, the likelier first."""

    printed: str
    start: int
    end: int
    readings: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def bare(self) -> str:
        """Without noun, brackets and point, in lower case."""
        return re.sub(r"^[a-z§]+\.?\s+(?=\S)", "", self.printed.lower()).strip("() .:—–")


def roman(word: str) -> int | None:
    """The value of a numeral below 90, else None.

    >>> roman("xiv"), roman("iiii"), roman("a")
    (14, None, None)
    """
    word = word.lower()
    if not re.fullmatch(r"(?:x{0,3}|xl|lx{0,3}|l)(?:ix|iv|v?i{0,3})", word) or not word:
        return None
    total = 0
    for index, character in enumerate(word):
        value = _ROMAN[character]
        total += -value if index + 1 < len(word) and _ROMAN[word[index + 1]] > value else value
    return total


def _readings(noun: str, body: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    wrap = noun + ("()" if body.startswith("(") else ")" if body.endswith(")") else ".")
    core = body.strip("().:—– ")
    parts = core.split(".")
    if len(parts) > 1:
        head = roman(parts[0]) if parts[0].isalpha() else None
        if parts[0].isalpha():
            first = head if head is not None else ord(parts[0].lower()[0]) - 96

            return ((f"{noun}A.1", (first, *(int(part) for part in parts[1:] if part.isdigit()))),)
        if len(parts) == 2 and parts[1] in ("0", "00"):
            return ((f"{wrap}1", (int(parts[0]),)), (f"{noun}1.1", (int(parts[0]), 0)))

        return ((f"{noun}1.1", tuple(int(part) for part in parts if part.isdigit())),)
    if core.lower().removesuffix("ly") in _ORDINALS:
        return (("ordinal", (_ORDINALS.index(core.lower().removesuffix("ly")) + 1,)),)
    if core.isdigit():
        return ((f"{wrap}1", (int(core),)),)
    if core.lower() in _SPELLED:
        return ((f"{noun}spelled", (_SPELLED.index(core.lower()) + 1,)),)
    case = "a" if core.islower() else "A"
    found: list[tuple[str, tuple[int, ...]]] = []
    if len(core) == 1:
        found.append((f"{wrap}{case}", (ord(core.lower()) - 96,)))
    elif len(set(core)) == 1 and len(core) == 2:
        found.append((f"{wrap}{case}{case}", (ord(core[0].lower()) - 96,)))
    value = roman(core)
    if value is not None:
        found.append((f"{wrap}{'i' if case == 'a' else 'I'}", (value,)))
        if core.lower() == "i":
            found.reverse()
    return tuple(found)


def label_of(match: re.Match[str], text: str) -> Label | None:
    """The label in a match of `LINE_LABEL` or `MIDDLE_LABEL`; None for a word or a reference that only looks like one."""
    noun = (match.groupdict().get("noun") or "").strip().lower()
    group = next(
        name for name in ("label", "listed", "first", "last", "behind") if match.groupdict().get(name)
    )
    body = (match.groupdict().get("body") or match[group]).strip()
    start, end = match.start(group), match.end(group)
    if noun and _REFERENCE_GOES_ON.match(text, end):
        return None
    if not noun and _ABBREVIATED_BEFORE.search(text, max(start - 20, 0), start):
        return None
    if group == "first" and _NAMED_BEFORE.search(text, max(start - 20, 0), start):
        return None
    readings = _readings(noun, body)
    return Label(match[group].strip(), start, end, readings) if readings else None


def successor(value: tuple[int, ...]) -> tuple[int, ...]:
    """The next place in a row.

    >>> successor((2, 9))
    (2, 10)
    """
    return (*value[:-1], value[-1] + 1)


def paragraph_id(labels: tuple[str, ...]) -> str:
    """The id that labels, outer to inner, make.

    >>> paragraph_id(("2.", "(c)")), paragraph_id(("I.", "1.")), paragraph_id(("ARTICLE II", "SECTION 2.1", "(i)"))
    ('2(c)', 'I.1', '2.1(i)')
    >>> paragraph_id(("2.", "2.1", "(a)")), paragraph_id(("2.", "a.")), paragraph_id(("PART I", "I.3", "(x)"))
    ('2.1(a)', '2(a)', 'I.3(x)')
    """
    out = ""
    for label in labels:
        match = re.match(r"(?P<noun>[A-Za-z§]+\.?\s+)?(?P<core>\S.*)$", label.strip())
        noun = (match["noun"] or "").strip().lower() if match else ""
        core = (match["core"] if match else label).strip(" :—–")
        bare = core.strip("().")
        if noun in ("article", "part") and len(labels) > 1 and label != labels[-1]:
            continue
        if core.startswith("(") and out:
            out += f"({bare})"
        elif "." in bare or not out:
            out = bare
        elif bare.isalpha() and out[-1].isdigit():
            out += f"({bare})"
        else:
            out += f".{bare}"
    return out
