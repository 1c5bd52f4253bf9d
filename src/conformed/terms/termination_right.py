"""Termination rights: who may end the agreement, on what grounds, with what notice and what time to cure.

    "Either party may terminate this Agreement upon thirty (30) days' written notice if the other party materially breaches ..."

Rules that this file must obey:

* The right is one to end this agreement, or a part of it that the clause names; rights under a purchase order or a lease are another's.
* Two who are named together ("the Company or the Contractor may ...") each have the right.
* "Less than six months' notice" is a notice of no certain length, unless it is "not less".
* A time within which a breach may be cured is not the notice, and "immediately" is a notice of no days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from conformed.terms.amounts import SPAN, Read, span
from conformed.terms.clause import Clause, Holders
from conformed.terms.words import Words

__all__ = ["termination_rights"]

_PAPER = r"(?:this|the|said) (?:[\w'-]+ ){0,3}?(?:agreement|contract|lease|franchise|amendment|appointment|engagement)"
_NOTICE = re.compile(
    r"(?P<given>(?:\b(?:upon|by|on|with|giving|given|give|gives|of|least|after|than|provides?|providing|a)|,)\s"
    r"(?:at least |not less than |no less than |a minimum of |giving |providing |having given |the giving of )?)?"
    rf"(?<![\w$.,]){SPAN}(?:'|'s)?,?\s?(?:(?:prior|advance|written|previous|formal|clear|or more|days)\b,? ?(?:and )?)*"
    r"(?:(?P<notice>notice|notification)\b"
    r"|(?:(?:prior )?(?:to|in) (?:the )?(?:terminat|effective|writing)|prior to|before|in advance))",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\b(?:(?:immediately|forthwith)(?! (?:be |become )*(?:entitled|due|payable|paid|pay|repay|return|cease|discontinue|prior|preceding|following|notify|available)\b)|summarily|with immediate effect|without (?:prior |any )?notice|"
    r"without the need (?:of|for|to)\b[^.;]{0,30}\bnotice|effect on the day of the notice)\b",
    re.IGNORECASE,
)
_GROUNDS = re.compile(
    r"\b(?:if(?! (?:any|applicable|so|not|curable|capable)\b,?)|in the event(?: that| of)?|in case(?: that| of)?(?! may)|upon the occurrence of|where|should|for (?=cause|convenience|any reason|no reason|breach|material|substantial|serious|gross|repeated|persistent|default|non)|without cause|at any time|following|after|because of|"
    r"due to|while)\b",
    re.IGNORECASE,
)
_HAS_RIGHT = r"(?:(?:shall|will) (?:also )?(?:have|retain|be entitled to|be permitted to|have power to)|has|have|reserves?|retains?|is entitled to|are entitled to|may|can)"
_RIGHT = rf"{_HAS_RIGHT}(?:\s(?:the|a|an)\s(?:[\w-]+ ){{0,2}}?(?:right|option|privilege|power)\b(?: and option)?,?[^.;]{{0,60}}?\sto)?"
_CURED = r"(?:cur(?:e|ed|ing|es|able)|remed(?:y|ied|ies)|uncured|unremedied|rectif\w+|correct(?:ed|s)?)"
_CURE = re.compile(rf"\b{_CURED}\b", re.IGNORECASE)
_CURE_BEFORE = re.compile(
    rf"\b{_CURED}\b[^.;]{{0,40}}\b(?:within|after|for)\s(?:such |a period of |the )?$", re.IGNORECASE
)
_ENDS = re.compile(r"[tT](?:erminat|ERMINAT)|[cC](?:ancel|ANCEL)")
_ACTIVE = re.compile(r"\b(?:terminate|cancel)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\bbe (?:terminated|cancell?ed)\b|\bcancell?able\b|\bterminable\b", re.IGNORECASE)
_LISTING = re.compile(r"\bbe (?:terminated|cancell?ed)\b|\bas follows:", re.IGNORECASE)
_LIST = re.compile(r"[,:]?(?:\s\w+){0,3}[:,-]?\s\((?:a|i|1|A|I)\)\s")
_ITEM = re.compile(r"(?:[:;,.]|\band|\bor|-)\s\((?P<label>[a-zA-Z]{1,4}|\d{1,2})\)\s")
_MODE = re.compile(
    r"(?:immediately|forthwith|at any time,?|without cause,?|for convenience,?)?\s?(?:(?:up)?on|by|with|immediately|forthwith)\b[^.;:]{0,80}",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?:\(?\w{1,4}[.)]|\d+(?:\.\d+)+|[A-Z][A-Z,&]{2,}(?: (?:[A-Z,&]{2,}|of|and)){0,6}\.?)\s|(?:Notwithstanding|Subject to|Without (?:prejudice|limiting)|Except as)\b[^,;]{1,100},\s"
    r"|(?:In addition(?: to [^,;]{1,60})?|Furthermore|Further|Moreover|However|Additionally|Also|Finally),?\s(?=if\b|in\b|upon\b|where\b|should\b|after\b))+"
)
_JOINT = re.compile(
    r"(?:^|[.;:,)] |\b(?:[Ee]ach|[Bb]oth|[Ee]ither|[Aa]ny)(?: of)? )(?:(?:the|The) )?[A-Z][\w'&-]*(?: [A-Z][\w'&-]*){0,3}(?: and| or|,? and/or) (?:the )?$"
)
_ONLY_IF = re.compile(r"\bnot (?:to )?(?:terminate|cancel|exercise)\b[^.;]{0,60}?\b(?P<unless>unless\b)")
_LESS = re.compile(r"(?<!not )(?<!no )\bless than\s$")
_NEXT_HEADING = re.compile(r"\.? \|\d|(?:,? (?:or|and))? \d{1,2}(?:\.\d{1,2})*\.? (?=[A-Z]{4,})")
_NO_RIGHT = re.compile(r"\b(?:neither|nor)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not\b(?! (?:less|fewer|later|earlier|more))|no longer\b)", re.IGNORECASE)
_MUTUAL = re.compile(
    r"[^.;:]{0,60}?\b(?:mutual\w*|jointly)\b[^.;:]{0,30}\b(?:agree\w*|consent\w*)", re.IGNORECASE
)
_FOLLOWS = re.compile(
    r"[^.;:]{0,120}?\b(?:as follows|in (?:any of )?the following (?:cases|events|circumstances)):",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"the other\b|such party|both parties|the parties", re.IGNORECASE)
_MOST_GROUNDS = 240
_BEFORE, _AFTER = 420, 300
_REACH = 700
_LIST_REACH = 5000
_ITEM_REACH = 1200


_LISTS = re.compile(
    rf"(?P<paper>\b{_PAPER}\b[^.;:]{{0,40}}?\b(?:may|can) be (?:terminated|cancell?ed)\b[^.;:()]{{0,120}}(?::|\s(?=\(a\)\s[bB]y)))"
    rf"|\b(?:terminate|cancel)\b[^.;:]{{0,60}}?\b{_PAPER}\b[^.;:]{{0,120}}\bas follows:",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _leads(holder: str) -> re.Pattern[str]:
    """Who may end the agreement, told of him; `holder` is the pattern of those who may."""
    return re.compile(
        rf"(?<![\w-])(?P<holder>{holder})(?:\s\([^()]{{0,60}}\))?(?:,?\s|,\s[^,.;()]{{0,100}},\s){_RIGHT}\b(?P<between>[^.;]{{0,120}}?)"
        rf"\b(?:terminate|cancel)\b(?P<what>[^.;]{{0,60}}?\b{_PAPER}\b)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def _passives(holder: str) -> re.Pattern[str]:
    """The same, told of the agreement."""
    return re.compile(
        rf"\b{_PAPER}\b(?P<between>[^.;]{{0,40}}?)\b(?:(?:may|can) be (?:terminated|cancell?ed)|cancell?able|terminable)\b"
        rf"(?P<what>[^.;:]{{0,80}}?)\bby (?P<holder>{holder})",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def _items(holder: str) -> re.Pattern[str]:
    """An item of a list of rights that begins with who has it."""
    return re.compile(
        rf"(?:\(\w{{1,4}}\)|(?<!\w)\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?)\s(?:(?:immediately|forthwith|at any time|subject to[^;:()]{{0,40}}|(?:up)?on[^.;:()]{{0,60}}),?\s)?[bB]y\s(?P<holder>{holder})",
        re.IGNORECASE,
    )


def termination_rights(words: Words, holders: Holders) -> list[Clause]:
    """Every right to end the agreement, in order."""
    told: tuple[tuple[Callable[[str], re.Pattern[str]], re.Pattern[str]], ...] = (
        (_leads, _ACTIVE),
        (_passives, _PASSIVE),
        (lambda _: _LISTS, _LISTING),
    )
    found: list[Clause] = []
    done = 0
    for start, end in words.sentences(_ENDS):
        leads = [
            match
            for pattern, hint in told
            for low, high in _near(hint, words.text, start, end)
            for match in pattern(holders.pattern).finditer(words.text, low, high)
        ]
        for match in sorted(leads, key=lambda match: match.start()):
            if match.start() < done:
                continue
            if match.re is _LISTS:
                listed = _listed(words, holders, match.end())
                found += listed
                done = listed[-1].end if listed else done
            elif not _NO_RIGHT.search(match["holder"]) and not (
                _NOT.search(match["between"]) or _MUTUAL.match(words.text, match.end())
            ):
                follows = _FOLLOWS.match(words.text, match.end())
                if follows and (listed := _listed(words, holders, follows.end())):
                    found += listed
                    done = listed[-1].end
                    continue
                stop = words.sentence(match.start())[1]
                rights = _rights(words, holders, match, words.sentence(match.start())[0], stop)
                found += rights
                done = max((right.end for right in rights), default=done)
    return found


def _near(hint: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches around what `hint` finds, those that touch as one: the costly patterns look nowhere else."""
    low = high = -1
    for found in hint.finditer(text, start, end):
        if found.start() - _BEFORE <= high:
            high = min(found.end() + _AFTER, end)
            continue
        if high >= 0:
            yield low, high
        low, high = max(found.start() - _BEFORE, start), min(found.end() + _AFTER, end)
    if high >= 0:
        yield low, high


def _listed(words: Words, holders: Holders, start: int) -> list[Clause]:
    """The rights of a list that names the holder in each entry: "as follows: (a) by either party, upon 60 days' notice; (b) ..."."""
    text, item = words.text, _items(holders.pattern)
    found: list[Clause] = []
    at = start
    while match := item.search(text, at, min(at + _ITEM_REACH, start + _LIST_REACH, len(text))):
        following = item.search(text, match.end(), min(match.end() + _REACH, len(text)))
        stop = min(words.sentence(match.end())[1], match.end() + _REACH)
        if following is not None:
            stop = min(stop, following.start())
        semicolon = text.find("; (", match.end(), stop)
        stop = semicolon if semicolon >= 0 else stop
        at = max(stop, match.end())
        other = _NO_RIGHT.search(match["holder"]) or _ANOTHER.match(match["holder"])
        if not other and not re.match(
            r"\s(?:and|or)\s(?!if\b|upon\b|by\b)\w", text[match.end() : match.end() + 9]
        ):
            head = text.rfind(":", max(start - 300, 0), match.start())
            said = _AT_ONCE.search(text, max(head - 200, start - 60), head) if head >= start else None
            found.append(_right(words, holders, match, match.start(), stop, at_once=said is not None))
    return found


def _rights(words: Words, holders: Holders, lead: re.Match[str], start: int, end: int) -> list[Clause]:
    """The right of a sentence, or the rights where its list gives each a notice of its own."""
    text = words.text
    opens = _LIST.match(text, lead.end(), min(lead.end() + 200, end)) or _list_of(
        text, lead.end(), min(lead.end() + 200, end)
    )
    if opens is None:
        return [_right(words, holders, lead, start, min(end, lead.end() + _REACH))]
    first = opens.end()
    items: list[tuple[int, int]] = []
    at = first
    limit = min(end, first + _LIST_REACH)
    for mark in _ITEM.finditer(text, first, limit):
        items.append((at, mark.start()))
        at = mark.end()
    items.append((at, limit))
    modes = [(a, b) for a, b in items if _is_mode(text, a, b)]
    if not modes:
        return [_right(words, holders, lead, start, min(end, lead.end() + _REACH), listed=first)]
    found: list[Clause] = []
    if len(modes) < len(items) and modes[0] != items[0]:
        stop = min(modes[0][0], lead.end() + _REACH)
        found.append(_right(words, holders, lead, start, stop, listed=first))
    for a, b in modes:
        found.append(_right(words, holders, lead, a, min(b, a + _REACH), within=(a, b)))
    return sorted(found, key=lambda clause: clause.start)


def _list_of(text: str, start: int, end: int) -> re.Match[str] | None:
    return re.compile(r":\s\((?:a|i|1|A|I)\)\s").search(text, start, end)


def _is_mode(text: str, start: int, end: int) -> bool:
    """Whether an item of a list says how the right is used: "(i) upon thirty (30) days' notice"."""
    mode = _MODE.match(text, start, end)
    return (
        mode is not None
        and re.search(r"\bnotice\b|\bimmediately\b", text[start : min(mode.end() + 40, end)]) is not None
    )


def _right(
    words: Words,
    holders: Holders,
    lead: re.Match[str],
    start: int,
    end: int,
    *,
    listed: int | None = None,
    within: tuple[int, int] | None = None,
    at_once: bool = False,
) -> Clause:
    """The right that `lead` begins and that ends by `end`.

    `listed` is where its list of grounds begins, which gives no notice; `within` is the item that the right is read from.
    """
    text = words.text
    joint = _JOINT.search(text[max(lead.start("holder") - 80, start) : lead.start("holder")])
    values: dict[str, object] = {"holder": "either" if joint else holders.role(lead["holder"])}
    reads: list[Read] = []
    grounds = _item_grounds(text, within) if within else _grounds(text, lead, start, end)
    if grounds:
        values["grounds"] = grounds
    low, high = within or (lead.start(), end)
    cure = _cure(words, within[0] if within else max(start, lead.start() - 400), high)
    notice = _notice(words, within[0] if within else max(start, lead.start() - 200), listed or high, cure)
    if notice is not None:
        reads.append(notice)
        months = notice.duration is not None and notice.duration.whole_months
        values["notice_months" if months else "notice_days"] = notice.value
    elif at_once or _AT_ONCE.search(text, low, listed or high):
        values["notice_days"] = 0
    if cure is not None:
        reads.append(cure)
        values["cure_days"] = cure.value
    withheld = tuple(read.withheld for read in reads if read.withheld)
    return Clause(
        "termination-right",
        values,
        start if within or lead.start() - start < 400 else lead.start(),
        end,
        withheld,
        tuple(read for read in reads if read.figures),
        low,
    )


def _item_grounds(text: str, within: tuple[int, int]) -> str | None:
    """The grounds of a right that is an item of a list."""
    match = _GROUNDS.search(text, *within)
    return _shortened(text[match.start() : within[1]]) if match else None


def _grounds(text: str, lead: re.Match[str], start: int, end: int) -> str | None:
    """The words that say when the right may be used."""
    before = _LABEL.sub("", text[start : lead.start()]).strip(" ,")
    if _GROUNDS.match(before):
        words = before
    elif match := _GROUNDS.search(text, lead.end(), end):
        words = text[match.start() : end]
    elif only := _ONLY_IF.search(text, lead.end(), end):
        words = text[only.start("unless") : end]
    else:
        return None
    return _shortened(words)


def _shortened(words: str) -> str | None:
    words = _NEXT_HEADING.split(words)[0].split(";")[0].strip(" ,.:").removesuffix(", then")
    if len(words) > _MOST_GROUNDS:
        words = words[:_MOST_GROUNDS].rsplit(" ", 1)[0] + " ..."
    return words or None


_SPANS = re.compile(SPAN, re.IGNORECASE)


def _cure(words: Words, start: int, end: int) -> Read | None:
    """The time within which a breach may be cured: the length nearest to the word, and none that is a notice's own."""
    text = words.text
    for match in _SPANS.finditer(text, start, end):
        if match["span_gap"] and not match["span_unit"]:
            continue
        directly = _CURE_BEFORE.search(text, max(start, match.start() - 60), match.start())
        if not directly and _NOTICE.match(text, match.start(), min(match.end() + 60, end)):
            continue
        around = text[max(start, match.start() - 90) : min(match.end() + 70, end)]
        if directly or _CURE.search(around):
            read = span(words, match)
            if read is not None and (read.duration is None or not read.duration.whole_months):
                return read
    return None


def _notice(words: Words, start: int, end: int, cure: Read | None) -> Read | None:
    for match in _NOTICE.finditer(words.text, start, end):
        if not match["given"] and not match["notice"]:
            continue
        if match["span_gap"] and not (match["span_unit"] or match["notice"]):
            continue
        if _LESS.search(words.text, max(match.start("span") - 24, start), match.start("span")):
            continue
        read = span(words, match)
        if read is not None and (cure is None or read.start != cure.start):
            return read
    return None
