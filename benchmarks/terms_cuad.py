"""How well terms are read from real contracts: precision and recall against lawyers' answers.

    python benchmarks/terms_cuad.py [CUAD_FOLDER] [-v [--term NAME]] [--half 0|1]

Values are compared, not strings: dates and durations are parsed, jurisdictions looked up by name. A null label is a question
that was not asked; an answer to it is counted beside ("unasked"). A label with a blank in it ("[]/[]/2019") asks that nothing be
answered, unless it gives a whole date beside. An agreement date that is printed nowhere in its paper, in words or figures, is a
slip of the label and counts as not asked. A perpetual agreement has no expiration date: the label "perpetual" asks that no date be
answered. A file that several labels claim is left out: it answers only one of them.

Parties are counted one by one, and each party that was read answers one name of the label at most. Two names are one where they
are the same words but for case, punctuation, "the" and the kind of company in short or in full; where nine letters in ten agree (the
labels have slips of the pen); where one is the other with less than as much again added; where they differ only in what is said
about the party ("and its affiliates", "doing business as ..."); and where the label gives the name that the paper gives the party
for short. A word for a party whose name the paper leaves blank ("Franchisee") asks nothing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from conformed.reading import read
from conformed.structure import document_of
from conformed.structure.durations import find_durations
from conformed.terms import terms_of
from conformed.terms.jurisdictions import find_jurisdictions

FACTS = (
    "governing_law",
    "agreement_date",
    "effective_date",
    "expiration_date",
    "notice_period",
    "renewal_term",
    "document_name",
)
DEFAULT = Path(__file__).resolve().parents[2] / "shared/corpus/cuad"
NOTHING = "(nothing)"


def label_value(name: str, label: str) -> object:
    """What a label asks for: a comparable value, NOTHING, or None where it asks for nothing that can be compared."""
    if name.endswith("_date"):
        if match := re.search(r"(?<![\w/])(\d+)/(\d+)/(\d+)(?![\w/])", label):
            month, day, year = map(int, match.groups())
            year += (1900 if year >= 50 else 2000) if year < 100 else 0
            try:
                return dt.date(year, month, day).isoformat()
            except ValueError:
                return None
        return None if label.strip().lower() == "perpetual" else NOTHING
    if name in ("renewal_term", "notice_period"):
        if label.strip().lower() == "perpetual":
            return None
        text = label.replace("(", "").replace(")", "").replace("10 1 years", "1 year")
        return {days(str(found.duration)) for found in find_durations(text)} or None
    if name == "governing_law":
        return {entry.code.replace("GB-EAW", "GB-ENG") for entry, _, _ in find_jurisdictions(label)} - {
            "GB-WLS",
            "GB",
            "CA",
            "AU",
        } or (NOTHING if label.strip() == "[]" else None)
    return label


def printed(day: str, words: str) -> bool:
    """Whether the day occurs in the words, in any usual writing; generous, and independent of the reader that is measured.

    >>> printed("1999-07-07", "this 7th day of September, 1999"), printed("1999-09-07", "this 7th day of September, 1999")
    (False, True)
    """
    date = dt.date.fromisoformat(day)
    month = rf"(?:{date:%B}|{date:%b}\b|(?<!\d)0?{date.month}(?!\d))"
    year = rf"(?:{date.year}|(?<!\d){date.year % 100:02}(?!\d))"
    figure = rf"(?:(?<!\d)0?{date.day}(?!\d)|{_ORDINALS[date.day - 1]})"
    gap = r"\D{0,40}?"
    orders = (
        f"{month}{gap}{figure}{gap}{year}",
        f"{figure}{gap}{month}{gap}{year}",
        f"{date.year}{gap}{month}{gap}{figure}",
    )
    return any(re.search(order, words, re.IGNORECASE) for order in orders)


_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINALS = [
    *_ONES,
    *"tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
    *(f"twenty[-\\s]{{0,3}}{one}" for one in _ONES),
    "thirtieth",
    "thirty[-\\s]{0,3}first",
]


def days(iso: str) -> int:
    """A duration in days, months of thirty and years of 360, so that P12M equals P1Y."""
    sizes = {"Y": 360, "M": 30, "W": 7, "D": 1}
    return sum(int(count) * sizes[unit] for count, unit in re.findall(r"(\d+)([YMWD])", iso))


def agrees(name: str, value: object, label: object) -> bool:
    if label == NOTHING or value is None:
        return False
    if name.endswith("_date"):
        return str(value) == label
    if name in ("renewal_term", "notice_period"):
        return days(str(value)) in label  # type: ignore[operator]
    if name == "governing_law":
        codes = {e.code.replace("GB-EAW", "GB-ENG") for e, _, _ in find_jurisdictions(str(value))} - {
            "CA",
            "AU",
        }
        return bool(codes & label)  # type: ignore[operator]
    return same_words(str(value), str(label))


def same_words(one: str, other: str) -> bool:
    """Whether two names are one but for a slip of the pen, or the second is the first with a little more said about it."""
    one, other = plain(one), plain(other)
    return (
        one == other
        or fuzz.ratio(one, other) >= 90
        or (f" {one} " in f" {other} " and len(one) > 0.5 * len(other))
    )


def plain(words: str) -> str:
    """A name without case and punctuation, its kind of company in short, and without what is said about the party.

    >>> plain("Alder Wire, Incorporated and its affiliates") == plain("ALDER WIRE INC.")
    True
    """
    words = re.sub(r"[^\w&]+", " ", _SAID.sub("", words.lower().replace("'", "").replace("’", "")))
    words = re.sub(r"\b(?:the|dba .*|formerly known as .*|fka .*)\b", " ", words)
    return " ".join(_SHORT.get(word, word) for word in words.split())


_SAID = re.compile(
    r",? (?:and its (?:affiliates|associated)|(?:together with|including) (?:its successors|his heirs|her heirs)|on behalf of|d/b/a|doing business as|f/k/a|\(?a/k/a)\b.*"
)
_SHORT = {"incorporated": "inc", "corporation": "corp", "company": "co", "limited": "ltd"}


def label_parties(label: str) -> list[str]:
    """The parties that a label names, each once.

    What it says of several parties at once names none ("X and Y (each a "Party")"), and so does a word that stands where the
    paper leaves the name blank ("Franchisee", "an individual"). Several companies in one answer are several parties.

    >>> label_parties('Alder (UK) Ltd. ("Alder"); Birch, Inc. (Birch); Alder and Birch (each a "Party"); "Franchisee"')
    ['Alder (UK) Ltd', 'Birch, Inc']
    >>> label_parties("Alder Inc. and Alder Wire, LLC")
    ['Alder Inc', 'Alder Wire, LLC']
    """
    label = " ".join(re.sub("[“”]|(?<=[( ])'|''", '"', label).split()).removeprefix("(")
    aliases = [plain(alias) for alias in re.findall(r'"([^"]+)"', label)]
    label = _PARENTHESES.sub(lambda found: found[0] if _in_name(found) else ";", label)
    names: list[str] = []
    for piece in _JOINED.split(re.sub(r"\s*\"[^\"]*(?:\"|$)|\([^()]*$", ";", label)):
        name = piece.strip(" ,.)(_-")
        whole = re.sub(rf",(?= {_COMPANY.pattern})", "", name, flags=re.IGNORECASE)
        words = re.split(r",|\b(?:and(?:/or)?|together ?with|the|each|or)\b", whole, flags=re.IGNORECASE)
        spoken = [plain(word) for word in words if word.strip()]
        nobody = len(plain(name)) < 3 or name.lower() in _ROLES or _OF_SEVERAL.search(name)
        known = [*aliases, *(plain(other) for other in names), *_ROLES]
        of_others = (len(spoken) > 2 or " and " in name) and all(
            any(word in other for other in known) for word in spoken
        )
        if not (nobody or of_others or name in names) and (name.lower() != name or _COMPANY.search(name)):
            names.append(name)
    return names


def _in_name(found: re.Match[str]) -> bool:
    """Whether words in parentheses belong to a name: `Alder (UK) Ltd`, not `Birch, Inc. (Birch)`."""
    behind = re.match(r",? ?[A-Z]|,? limited| \([A-Z]", found.string[found.end() :])
    return behind is not None and re.fullmatch(r"\([A-Z][\w. &-]*\)", found[0]) is not None


_PARENTHESES = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_JOINED = re.compile(
    r";|(?<=\bInc)\.? and (?=[A-Z])|(?<=\w Company) and (?=[A-Z])|(?:(?<=\bLLC)|(?<=\bL\.P\.)),? (?:and )?(?=[A-Z])"
    r"|, (?=[A-Z][^,;]{8,}(?:Corporation|Company)\.?(?:;|$))"
)
_COMPANY = re.compile(r"\b(?:inc|llc|l\.p|ltd|corp|co|lp)\b", re.IGNORECASE)
_ROLES = frozenset(
    "you franchisee supplier agent seller buyer client customer company developer affiliate".split()
)
_OF_SEVERAL = re.compile(r"(?i)\bpart(?:y|ies)\b|collectively|individually")


def measure(
    folder: Path, *, half: int | None = None, every: int = 1, show: str | None = None
) -> dict[str, Counter[str]]:
    """Counts of asked, answered and right per term; `show` prints the misses of that term ("all": of every one)."""
    labels: list[dict[str, Any]] = json.loads((folder / "labels.json").read_text("utf-8"))
    named = Counter(entry["file"] for entry in labels)
    labels = [entry for entry in labels if named[entry["file"]] == 1][::every]
    if half is not None:
        labels = [e for e in labels if sha256(e["file"].encode()).digest()[0] % 2 == half]
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*FACTS, "parties")}
    took: dict[str, float] = {}
    length = 0
    for entry in labels:
        document = document_of(read(folder / entry["file"]))
        length += len(document.text.string)
        before = time.process_time()
        terms = terms_of(document)
        took[entry["file"]] = time.process_time() - before
        for name in FACTS:
            term = terms.get(name)
            value = term.value if term else None
            verdict = judge(counts[name], name, value, asked(name, entry[name], document.text.string))
            if verdict and show in ("all", name):
                print(f"{name}: {verdict}: {entry['file'][:60]}\n    label {entry[name]!r}, read {value!s}")
                if term:
                    print(f"    {term.text[:300]!r}")
        if entry["parties"]:
            term = terms.get("parties")
            read_parties = list(term.value) if term else []  # type: ignore[call-overload]
            judge_parties(counts["parties"], read_parties, entry, show=show in ("all", "parties"))
    if show is not None or every == 1:
        slowest, whole = max(took, key=took.__getitem__), sum(took.values())
        print(
            f"{len(labels)} files, {length / 1e6:.1f} million characters: {whole:.2f} s of CPU for terms, {length / 1e6 / whole:.2f} million "
            f"a second; slowest {1000 * took[slowest]:.0f} ms ({slowest[:50]})"
        )
    return counts


def main(arguments: Sequence[str] = ()) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("-v", action="store_true", help="list every miss")
    parser.add_argument(
        "--half", type=int, choices=(0, 1), help="only the files of one half, split by a hash of their names"
    )
    parser.add_argument("--term", default="all", help="list the misses of this term only")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        print(f"no labelled contracts at {options.folder}")
        return 0
    counts = measure(options.folder, half=options.half, show=options.term if options.v else None)
    print(f"{'term':18}{'asked':>7}{'answered':>10}{'right':>7}{'precision':>11}{'recall':>8}{'unasked':>9}")
    for name, count in counts.items():
        answered = count["answered"] or 1
        print(
            f"{name:18}{count['asked']:7}{count['answered']:10}{count['right']:7}"
            f"{count['right'] / answered:11.3f}{count['right'] / (count['asked'] or 1):8.3f}{count['unasked']:9}"
        )
    whole = counts["parties"]
    print(f"parties, every one of a paper right: {whole['papers right']} of {whole['papers']}")
    return 0


def asked(name: str, label: str | None, words: str) -> str | None:
    """The label, or None where it is a slip: a date of the paper that the paper nowhere prints."""
    wanted = label_value(name, label) if label is not None and name == "agreement_date" else None
    slip = isinstance(wanted, str) and wanted != NOTHING and not printed(wanted, words)
    return None if slip else label


def judge(count: Counter[str], name: str, value: object, label: str | None) -> str | None:
    """Counts an answer; returns what is wrong with it."""
    if label is None:
        count["unasked"] += value is not None
        return "unasked" if value is not None else None
    wanted = label_value(name, label)
    if wanted is None:
        count["unasked"] += value is not None
        return "not comparable" if value is not None else None
    count["answered"] += value is not None
    if wanted == NOTHING:
        return "blank answered" if value is not None else None
    count["asked"] += 1
    if agrees(name, value, wanted):
        count["right"] += 1
        return None
    return "missed" if value is None else "WRONG"


def judge_parties(
    count: Counter[str], read: list[dict[str, str | None]], entry: dict[str, Any], *, show: bool
) -> None:
    wanted = label_parties(entry["parties"])
    right = matched(wanted, read)
    count["asked"] += len(wanted)
    count["answered"] += len(read)
    count["right"] += right
    count["papers"] += 1
    count["papers right"] += right == len(wanted)
    if show and not right == len(wanted) == len(read):
        names = [party["name"] for party in read]
        print(f"parties: {entry['file'][:60]}\n    wanted {wanted}\n    read   {names}")


def matched(wanted: list[str], read: list[dict[str, str | None]]) -> int:
    """How many of the wanted names were read, each by a party of its own; the same words go before like ones.

    >>> matched(["Elm IV-A LP", "Elm IV-B LP"], [{"name": "Elm IV-B, L.P.", "alias": None}])
    1
    """
    left, right = list(read), 0
    for alike in (lambda name, party: plain(name) == plain(party["name"]), same_party):
        for name in list(wanted):
            found = next((party for party in left if alike(name, party)), None)
            if found is not None:
                left.remove(found)
                wanted = [other for other in wanted if other is not name]
                right += 1
    return right


def same_party(name: str, party: dict[str, str | None]) -> bool:
    """Whether a lawyer's name is the party's: its name, or the name that the paper gives it for short."""
    read = party["name"] or ""
    return same_words(name, read) or same_words(read, name) or plain(name) == plain(party["alias"] or "?")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
