"""Whole provisions repealed or replaced, and headings changed."""

from __future__ import annotations

import re

from conformed.conforming.attached import with_attached
from conformed.conforming.blocks import strike_block
from conformed.conforming.ground import Finding, Ground, Order, Place, ambiguous, done, named, not_found
from conformed.conforming.laying import NewWords, in_block, in_line
from conformed.conforming.leading import leading_label, other_label
from conformed.conforming.matching import EXACT, differences, similarity
from conformed.conforming.notes import change_note
from conformed.conforming.regions import Region, regions
from conformed.conforming.wording import change_words
from conformed.model.document import Provision
from conformed.model.text import Edit

__all__ = ["change_heading", "change_provision", "restate"]

READS_LIKE = 80.0
SAME_SUBJECT, OTHER_SUBJECT = 0.5, 0.3
FEWEST_SHARED = 3
_PLACEHOLDER = re.compile(
    r"[\[(\"“]?\s*(?:this section (?:is )?)?(?:intentionally|left|reserved|omitted|deleted|not used)\b[^.]{0,60}[.\])\"”]*\s*$",
    re.I,
)
_WORD = re.compile(r"[A-Za-z]{4,}")


def change_provision(order: Order, ground: Ground) -> Finding:
    """Carry out the repeal or replacement of a provision."""
    instruction = order.instruction
    if not instruction.target.path:
        return ambiguous("the instruction changes the agreement as a whole")
    if instruction.action == "substitution" and order.new is None:
        order = with_attached(order, instruction.target.path)
    found = regions(order, ground)
    if isinstance(found, Finding):
        return found
    if len(found) > 1:
        return _one_of_several(order, ground, found)
    region = found[0]
    provision = region.provision
    assert provision is not None
    if instruction.action == "repeal" or order.new is None:
        if instruction.action != "repeal":
            return ambiguous("the instruction does not give the new text", [_place(order, ground, provision)])
        return done([_place(order, ground, provision)])
    note = change_note(order, ground, provision)
    if note is not None:
        return note
    if instruction.old is not None and instruction.old.text.strip():
        return _with_old(order, ground, provision, instruction.old.text)
    elsewhere = _meant_elsewhere(order, ground, provision)
    if elsewhere is not None:
        return elsewhere
    return done([_place(order, ground, provision)], _label_note(order, provision))


def _place(order: Order, ground: Ground, provision: Provision) -> Place:
    if order.instruction.action == "repeal" or order.new is None:
        edit = strike_block(ground.string, provision.start, provision.end)
    else:
        edit = restate(order.new, ground, provision)
    return Place(provision.start, provision.end, provision.path, (edit,))


def restate(new: NewWords, ground: Ground, provision: Provision) -> Edit:
    """The provision's text gives way to `new`; label and heading stay where `new` has none of its own."""
    indent = ground.indent(provision.start)
    label = leading_label(new.raw, provision.path, printed=provision.label)
    if label is not None:
        return Edit(
            provision.start,
            provision.end,
            in_block(new.slice(label.beside(provision.label, provision.path), len(new.raw)), indent=indent),
        )
    other = other_label(new.raw, provision.path, provision.label)
    if other is not None:
        new = new.slice(other, len(new.raw))
    start = provision.body
    if provision.heading and (_has_heading(new.raw, provision) or _PLACEHOLDER.match(new.text)):
        start = provision.heading_start
    while start < provision.end and ground.string[start].isspace():
        start += 1
    return Edit(start, provision.end, in_block(new, indent=indent))


def _label_note(order: Order, provision: Provision) -> str | None:
    new = order.new
    if new is None or leading_label(new.raw, provision.path, printed=provision.label) is not None:
        return None
    other = other_label(new.raw, provision.path, provision.label)
    if other is None:
        return None
    return (
        f'the new text is labelled "{new.raw[:other].strip()}"; the label of {named(provision.path)} is kept'
    )


def _has_heading(raw: str, provision: Provision) -> bool:
    """Whether the new text brings a heading: the old one, or capitals, or a title closed by a point."""
    text = raw.lstrip(' \t\n*_"“')
    old = " ".join((provision.heading or "").strip(" .:*_").split()).lower()
    if old and " ".join(text[: len(old) + 20].split()).lower().startswith(old):
        return True
    first = re.match(r"([A-Z][^.:\n]{1,70})(?:[.:]|\*\*|\n)", text)
    if first is None:
        return False
    words = re.findall(r"[A-Za-z][\w'’-]*", first[1])
    if not words or len(words) > 8:
        return False
    if first[1].isupper():
        return True
    long = [word for word in words if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long) and len(text) > first.end() + 1


def _with_old(order: Order, ground: Ground, provision: Provision, old: str) -> Finding:
    """A provision whose old text is quoted: it is replaced where it reads so, else the words in it are."""
    body = ground.plain(provision.body, provision.end)
    full = ground.plain(provision.start, provision.end)
    near = max(similarity(old, body), similarity(old, full))
    if near >= 99.5:
        return done([_place(order, ground, provision)], _label_note(order, provision))
    matches = ground.finder.find(old, provision.start, provision.end)
    if len(matches) == 1 and matches[0].level == EXACT and near < 95:
        return change_words(order, ground)
    if near >= READS_LIKE:
        like = body if similarity(old, body) >= similarity(old, full) else full
        note = None if _same_letters(old, like) else differences(old, like)
        return done([_place(order, ground, provision)], note, _label_note(order, provision))
    return change_words(order, ground)


def _same_letters(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).lower() == re.sub(r"\W+", "", other).lower()


def _one_of_several(order: Order, ground: Ground, found: tuple[Region, ...]) -> Finding:
    """Several provisions carry the label: the old words quoted decide, else a person."""
    provisions = [region.provision for region in found if region.provision is not None]
    old = order.instruction.old
    if old is not None and old.text.strip():
        hits = [one for one in provisions if ground.finder.exactly(old.text, one.start, one.end)]
        if len(hits) == 1:
            return _with_old(order, ground, hits[0], old.text)
    if len(provisions) > 1 and all(
        one.start <= other.start and other.end <= one.end
        for one in provisions[:1]
        for other in provisions[1:]
    ):
        return done([_place(order, ground, provisions[0])])
    return ambiguous(
        f"{named(order.instruction.target.path)} stands {len(found)} times",
        [_place(order, ground, one) for one in provisions[:20]],
    )


def _meant_elsewhere(order: Order, ground: Ground, provision: Provision) -> Finding | None:
    """A restatement that speaks of another provision with the same number (Section 1.2 of an attachment, not of the body).

    Where the new text shares its subject with another provision of that label and none with the one named, a person
    decides.
    """
    new = order.new
    if new is None or len(order.instruction.target.path) != 1:
        return None
    label = provision.path[-1]
    others = [
        one for one in ground.document.walk() if one.path and one.path[-1] == label and one is not provision
    ]
    if not others:
        return None
    subject = _subject(new.text)
    if not subject:
        return None
    here = _shared(subject, ground.plain(provision.start, provision.end))
    best = max(others, key=lambda one: _shared(subject, ground.plain(one.start, one.end)))
    if len(subject & _subject(ground.plain(best.start, best.end))) < FEWEST_SHARED:
        return None
    if here <= OTHER_SUBJECT and _shared(subject, ground.plain(best.start, best.end)) >= SAME_SUBJECT:
        return ambiguous(
            f"{named(provision.path)} says nothing like the new text, {named(best.path)} does",
            [_place(order, ground, one) for one in (provision, best)],
        )
    return None


def _subject(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text)) - _COMMON


def _shared(subject: frozenset[str], text: str) -> float:
    return len(subject & _subject(text)) / len(subject) if subject else 0.0


_COMMON = frozenset(
    "shall with that this from have been will such each upon their they other which than more less days notice "
    "agreement party parties section hereof hereby herein thereof under into unless provided".split()
)


def change_heading(order: Order, ground: Ground) -> Finding:
    """Carry out a change of a provision's heading."""
    found = regions(order, ground)
    if isinstance(found, Finding):
        return found
    provisions = [region.provision for region in found if region.provision is not None]
    if len(provisions) != 1:
        return ambiguous(f"{named(order.instruction.target.path)} stands {len(provisions)} times")
    provision = provisions[0]
    if provision.heading is None:
        return not_found(f"{named(provision.path)} has no heading")
    start, end = provision.heading_start, provision.heading_end
    string = ground.string
    old = order.instruction.old
    note = None
    if old is not None and old.text.strip():
        matches = ground.finder.find(old.text, start, end)
        if matches:
            start, end = matches[0].start, matches[0].end
        elif similarity(old.text.lower(), provision.heading.lower()) >= READS_LIKE:
            note = differences(old.text, provision.heading)
        else:
            return not_found(
                f'the heading of {named(provision.path)} is "{provision.heading}", not "{old.text}"',
                [_heading_place(order, provision, start, end)],
            )
    while end > start and string[end - 1] in " .:*_":
        end -= 1
    return done([_heading_place(order, provision, start, end)], note)


def _heading_place(order: Order, provision: Provision, start: int, end: int) -> Place:
    new = order.new
    runs = in_line(_without_mark(new)) if new is not None and order.instruction.action != "repeal" else ()
    return Place(start, end, provision.path, (Edit(start, end, runs),))


def _without_mark(new: NewWords) -> NewWords:
    raw = new.raw.rstrip()
    return new.slice(0, len(raw) - 1) if raw.endswith(".") else new
