"""A schedule may have a name in place of a label."""

from __future__ import annotations

import pytest

from conformed.reading import read_bytes
from conformed.structure import document_of

HEAD = "SUPPLY AGREEMENT\n\n1. Price. It is ten dollars.\n\n2. Place. It is Akron.\n\n"


def paths(text: str) -> list[tuple[str, ...]]:
    paper = document_of(read_bytes((HEAD + text).encode(), file="base.txt"))
    return [provision.path for provision in paper.walk() if provision.kind != "title"]


def test_a_named_schedule_behind_a_page_break_is_a_part_of_its_own() -> None:
    text = (
        "                 3\n<PAGE>\n\n                    DELIVERY SCHEDULE\n\n1. In May.\n\n2. In June.\n"
    )
    assert paths(text) == [
        ("1",),
        ("2",),
        ("delivery schedule",),
        ("delivery schedule", "1"),
        ("delivery schedule", "2"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "                    DELIVERY SCHEDULE\n\nIn May and in June.\n",  # no more than a heading of what is around it
        "\n\n\nDELIVERY SCHEDULE\n\nIn May.\n",  # not in the middle
        "\n\n\n                    DELIVERY SCHEDULE\nIn May and in June.\n",  # words go on below
        "\n\n\n                    THE DELIVERY SCHEDULE APPLIES\n\nIn May.\n",
    ],
)
def test_other_lines_in_capitals_are_none(text: str) -> None:
    assert all("schedule" not in part for path in paths(text) for part in path)
