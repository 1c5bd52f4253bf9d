"""The parties of a form: `LANDLORD: Name: Alder Wire, Inc.`, `BETWEEN the Owner: Alder Wire and the Contractor: Birch LLC`.

Rules that this file must obey:

* A label is a word for what a party does, with a colon behind it, near the beginning of the paper; two different ones make a
  form, one alone does not.
* A name ends where its line ends, where the next field begins, or where its address does.
* A label that names two different parties names none, nor does a blank or a word that points elsewhere ("see Schedule A").
"""

from __future__ import annotations

import re

from conformed.model.document import Party
from conformed.structure.company_names import ends_in_kind, name_at
from conformed.structure.party_aliases import ROLES

__all__ = ["labelled_parties"]

_NOT_IN_FORMS = frozenset(
    "agent principal bank user author artist authority host issuer trustee company affiliate owner".split()
)
_PAIRED = sorted(
    {
        *ROLES,
        "sublandlord",
        "subtenant",
        "sublessor",
        "sublessee",
        "construction manager",
        "merchant",
        "owner",
    }
    - (_NOT_IN_FORMS - {"owner"}),
    key=len,
    reverse=True,
)
_LABEL = re.compile(
    rf"(?<![\w-])(?P<the>[Tt]he |THE )?(?P<role>(?=[A-Z])(?i:{'|'.join(_PAIRED)}))(?P<short> \((?:(?:hereinafter|hereafter|referred to as|called|the) ){{0,3}}[\"“]?(?P<letter>[A-Z][A-Za-z ]{{3,20}})[\"”]?\))?"
    r"\s?:[ \t]*(?:\n[ \t]*)?(?:[Nn]ame\s?:[ \t]*|NAME\s?:[ \t]*)?(?=[A-Z0-9])"
)
_FIELD = re.compile(
    r"\s(?:(?:Mail(?:ing)?|Legal|Street|Registered|Business|Contact|Notice|Billing|Home)\b|Address|ADDRESS|Name\b|NAME\b|Tel|TEL|Phone|Fax|FAX|Attn|ATTN|Attention|E-?mail|Domicile|ID\b|No\.|"
    rf"(?i:{'|'.join(_PAIRED)})\s?:)"
)
_ELSEWHERE = re.compile(
    r"(?:See|SEE|As|AS|Set|SET|To|TO|N/A|Not|NOT|None|NONE|Name|NAME|Title|TITLE|Date|DATE|By|BY)\b"
)
_ENDS = re.compile(r"\s*(?:$|\n|,|\(|\.|;|\||and\b|AND\b)")
_SPACES = re.compile(r"\s+")
_HEAD = 5_000
_LONGEST = 120


def labelled_parties(text: str) -> tuple[Party, ...]:
    r"""The parties that the fields of a form name, each with its label as its role; none where there are not two.

    >>> form = "LEASE\n\nLANDLORD: Alder Wire, Inc.\nAddress: 9 Oak Street\n\nTENANT: ELM B. ASHWOOD\nTERM: five years\n"
    >>> [(party.name, party.role) for party in labelled_parties(form)]
    [('Alder Wire, Inc.', 'Landlord'), ('ELM B. ASHWOOD', 'Tenant')]
    """
    found: dict[str, Party] = {}
    spoilt: set[str] = set()
    for label in _LABEL.finditer(text, 0, _HEAD):
        name = _name(text, label.end())
        role = label["role"].title()
        if name is None:
            continue
        words = _SPACES.sub(" ", text[slice(*name)])
        if role in found and found[role].name.lower() != words.lower():
            spoilt.add(role)
        alias = label["letter"] or role
        found.setdefault(role, Party(words, alias, role, *name))
    parties = tuple(party for role, party in found.items() if role not in spoilt)
    return parties if len({party.name.lower() for party in parties}) > 1 else ()


def _name(text: str, start: int) -> tuple[int, int] | None:
    """The name in the field that begins at `start`."""
    line = text.find("\n", start)
    stop = min(start + _LONGEST, line if line >= 0 else len(text))
    field = _FIELD.search(text, start, stop)
    stop = field.start() if field else stop
    name = name_at(text, start, stop)
    if name is None or _ELSEWHERE.match(text, start):
        return None
    words = text[slice(*name)]
    whole = _ENDS.match(text, name[1]) is not None or field is not None or name[1] == stop
    named = ends_in_kind(words) or (whole and words.lower() not in ROLES and not words.isdigit())
    return name if named and any(char.islower() or char.isupper() for char in words) else None
