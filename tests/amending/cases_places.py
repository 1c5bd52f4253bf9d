"""Orders whose place or new text is easily misread; as in `cases.py`."""

from __future__ import annotations

PLACES: list[tuple[str, list[str]]] = [
    (
        'Section 5(c)(ii) is amended and restated to read in its entirety: "(ii) a move of more than ten miles; and".',
        ["substitution 5/c/ii provision -> '(ii) a move of more than ten miles; and'"],
    ),
    (
        'Clause 7.1: omit "facsimile" (wherever occurring), substitute "email".',
        ["substitution 7.1 words all 'facsimile' -> 'email'"],
    ),
    (
        'Section 2.2 of the Agreement is amended by deleting "or" before clause (c).',
        ["repeal 2.2 words pos=before:clause (c) 'or'"],
    ),
    (
        "Section 2 is amended by reordering subparagraph (u) such that it will hereinafter be subparagraph (s).",
        ["renumbering 2/u provision '(u)' -> '(s)'"],
    ),
    (
        "Item 2 of the Declarations is deleted in its entirety.",
        ["repeal declarations/2 provision"],
    ),
    (
        "A new Section 1.05 is added to read: 1.05 Cable. The Customer may run cable. The second sentence of Section 1.03 is accordingly deleted.",
        [
            "insertion 1.05 provision '1.05 Cable. The Customer may run cable.'",
            "repeal 1.03 sentence scope=sentence:2",
        ],
    ),
    (
        'Notwithstanding Section 6.1 of the Agreement, the Agreement shall continue until 2031, and Section 6.1 of the Agreement is amended by deleting "for two years" and substituting "until 2031".',
        ["substitution 6.1 words 'for two years' -> 'until 2031'"],
    ),
]
LISTED = [
    'Section 3 of the Note is amended as follows: "Maturity" shall mean May 1, 2031.',
    "Section 4.\n\nExisting:\n\nThe Buyer shall pay in thirty days.\n\nRevised:\n\nThe Buyer shall pay in ten days.",
    "The last sentence of Section 4.1 is moved to the end of Section 5.2.",
    "The second and third sentences of Section 2.3 are reversed in order.",
]
"""Orders that give no instruction, and must be listed for a person."""
