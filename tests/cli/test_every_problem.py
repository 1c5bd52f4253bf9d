"""What a person meets: each problem as the command tells it, on one line that names the file and carries the code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import call, one_line

BASE = """\
                               SUPPLY AGREEMENT

     This Supply Agreement is made as of June 1, 2001 between Alder Mills Ltd.
("Seller") and Birch Homes Inc. ("Buyer").

1.   PRICE. Buyer shall pay ten dollars for each board.

2.   PAYMENT. Buyer shall pay within thirty (30) days after the invoice, and
     within thirty (30) days after a reminder.

     (a)  Interest runs from then on.

     (b)  It is simple interest.

     (d)  It is paid with the debt.

     (e)  It ends with the debt.

3.   TERM. This Agreement ends on June 1, 2004.
"""


def amendment(*orders: str, number: int = 1, recital: str = "", closing: str = "") -> str:
    numbered = "\n\n".join(f"{position}.   {order}" for position, order in enumerate(orders, 1))
    return (
        f"                               AMENDMENT NO. {number}\n\n"
        f"     This Amendment No. {number}, made as of January 15, 2002, amends the Supply Agreement dated June\n"
        f"1, 2001{recital} between Alder Mills Ltd. and Birch Homes Inc.\n\n{numbered}\n{closing}"
    )


CHANGE = 'Section 3 is amended by deleting "June 1, 2004" and substituting "June 1, 2006".'

PARTIES = '[parties]\nprovider = "One Inc."\ncustomer = "Two Inc."\n'
UNIT = '[[clauses]]\nkind = "unit-term"\nmonths = 12\n'
CHARGE = '[[clauses]]\nkind = "recurring-charge"\nrate = "30.00"\ndue_days = 30\n'
CREDIT = '[[clauses]]\nkind = "pass-through-credit"\nrate = "0.25"\ndue_days = 30\neffective = 2001-01-01\n'
CLAW = '[[clauses]]\nkind = "claw-back"\nrate = "0.25"\ndue_days = 30\neffective = 2001-06-01\n'
HEAD = "event_id,kind,occurred_on,recorded_at,subject,counterparty,amount,reference,note\n"
INSTALLED = HEAD + "i1,unit-installed,2001-03-31,2001-03-31T12:00:00Z,C-1,,,,\n"


def event(row: str) -> str:
    return INSTALLED + row + "\n"


@dataclass(frozen=True)
class Case:
    """Files, and the call that meets the problem in them; `where` is what the line must name."""

    code: str
    files: Mapping[str, str | bytes]
    arguments: tuple[str, ...]
    where: str
    status: int = 2
    facts: tuple[str, ...] = field(default=())


def build(code: str, *orders: str, where: str = "amendment.txt", status: int = 3, **more: Any) -> Case:
    files = {"base.txt": BASE, "amendment.txt": amendment(*orders, **more)}
    return Case(code, files, ("build", "base.txt", "amendment.txt"), where, status)


def settle(
    code: str, toml: str, events: str = INSTALLED, *, where: str = "agreement.toml", status: int = 2
) -> Case:
    files = {"agreement.toml": PARTIES + toml, "events.csv": events}
    return Case(
        code, files, ("settle", "agreement.toml", "events.csv", "--as-of", "2001-12-31"), where, status
    )


def outline(code: str, data: str | bytes) -> Case:
    return Case(code, {"paper.txt": data}, ("outline", "paper.txt"), "paper.txt")


CASES = [
    Case("file-absent", {}, ("outline", "paper.txt"), "paper.txt"),
    outline("file-binary", b"\0\1\2\3" * 100),
    outline("file-empty", ""),
    outline("file-kind", b"%PDF-1.7\n"),
    outline("file-truncated", "§ 1. The price is 5 €".encode()[:-1]),
    Case("file-directory", {}, ("outline", "."), "."),
    Case("label-skipped", {"paper.txt": BASE}, ("outline", "paper.txt"), "paper.txt", 0),
    Case(
        "label-repeated", {"paper.txt": BASE.replace("(d)", "(b)")}, ("outline", "paper.txt"), "paper.txt", 0
    ),
    build(
        "order-unclaimed",
        "The Agreement is amended to reflect the understanding of the parties on freight.",
        CHANGE,
    ),
    build("amendment-silent", "The parties will meet in May."),
    Case(
        "paper-duplicate",
        {"base.txt": BASE, "amendment.txt": amendment(CHANGE)},
        ("build", "base.txt", "amendment.txt", "amendment.txt"),
        "amendment.txt",
        0,
    ),
    Case(
        "paper-rival",
        {
            "base.txt": BASE,
            "one.txt": amendment(CHANGE),
            "two.txt": amendment(CHANGE.replace("2006", "2007")),
        },
        ("build", "base.txt", "one.txt", "two.txt"),
        "two.txt",
        3,
    ),
    Case(
        "papers-swapped",
        {"base.txt": BASE, "amendment.txt": amendment(CHANGE)},
        ("build", "amendment.txt", "base.txt"),
        "base.txt",
    ),
    Case(
        "paper-base-amends",
        {"one.txt": amendment(CHANGE), "two.txt": amendment(CHANGE, number=2)},
        ("build", "one.txt", "two.txt"),
        "one.txt",
        3,
    ),
    Case(
        "papers-mixed",
        {"agreement.toml": PARTIES, "amendment.txt": amendment(CHANGE)},
        ("build", "agreement.toml", "amendment.txt"),
        "agreement.toml",
    ),
    Case(
        "instruction-uncertain",
        {
            "amendment.txt": amendment(
                "Section 2 is hereby amended as needed to implement the following: net terms apply."
            )
        },
        ("instructions", "amendment.txt"),
        "amendment.txt",
        3,
    ),
    build(
        "instruction-ambiguous",
        'Section 2 is amended by deleting "thirty (30)" and substituting "forty (40)".',
    ),
    build(
        "instruction-missing-place", 'Section 9 is amended by deleting "noon" and substituting "midnight".'
    ),
    build(
        "paper-missing",
        CHANGE,
        number=2,
        recital=", as amended by Amendment No. 1 dated July 1, 2001,",
        status=0,
    ),
    build(
        "paper-unsigned",
        CHANGE,
        status=0,
        closing="\nALDER MILLS LTD.\n\nBy: ______________________\nName:\nTitle:\n\nBIRCH HOMES INC.\n\n"
        "By: ______________________\nName:\nTitle:\n",
    ),
    Case(
        "paper-mismatch",
        {"base.txt": BASE.replace("June 1, 2001", "July 9, 1999"), "amendment.txt": amendment(CHANGE)},
        ("build", "base.txt", "amendment.txt"),
        "amendment.txt",
        0,
    ),
    Case(
        "instruction-pending",
        {
            "base.txt": BASE,
            "amendment.txt": amendment(CHANGE),
            "agreement.toml": '[[documents]]\nid = "base"\nfile = "base.txt"\n'
            '[[documents]]\nid = "amendment"\nfile = "amendment.txt"\n',
        },
        ("build", "agreement.toml"),
        "amendment.txt",
        0,
    ),
    Case(
        "decision-unfit",
        {
            "base.txt": BASE,
            "amendment.txt": amendment(
                'Section 2 is amended by deleting "thirty (30)" and substituting "forty (40)".'
            ),
            "agreement.toml": '[[documents]]\nid = "base"\nfile = "base.txt"\n'
            '[[documents]]\nid = "amendment"\nfile = "amendment.txt"\nexecuted = 2002-01-15\n'
            '[[decisions]]\ninstruction = "amendment/1"\nplace = 7\n',
        },
        ("build", "agreement.toml"),
        "amendment.txt",
        3,
    ),
    Case("provision-unknown", {"base.txt": BASE}, ("blame", "base.txt", "--provision", "99"), "base.txt"),
    Case("output-format", {"base.txt": BASE}, ("build", "base.txt", "-o", "copy.xyz"), "copy.xyz"),
    settle("agreement-syntax", "kind = = 1\n"),
    Case("agreement-key", {"agreement.toml": "titel = 1\n"}, ("check", "agreement.toml"), "agreement.toml:1"),
    settle(
        "agreement-id-twice",
        '[[documents]]\nid = "a"\nfile = "a.txt"\n[[documents]]\nid = "a"\nfile = "b.txt"\n',
    ),
    settle("agreement-missing", '[[documents]]\nid = "a"\n'),
    settle("agreement-value", UNIT + "effective = 5\n"),
    settle("decision-unclear", '[[decisions]]\ninstruction = "a/1"\nplace = 1\nleave = true\n'),
    Case(
        "agreement-unreadable",
        {"agreement.toml": b'title = "\xff"\n'},
        ("check", "agreement.toml"),
        "agreement.toml",
    ),
    settle("events-unreadable", UNIT, HEAD + 'i1,unit-installed,2001-03-31,"2001\n', where="events.csv"),
    settle(
        "event-installed-twice",
        UNIT,
        event("i2,unit-installed,2001-05-01,2001-05-01T12:00:00Z,C-1,,,,"),
        where="events.csv:3",
    ),
    settle(
        "event-order",
        UNIT,
        event("d1,unit-disconnected,2001-03-01,2001-03-01T12:00:00Z,C-1,,,,"),
        where="events.csv:3",
    ),
    settle(
        "event-reference",
        UNIT,
        event("k1,correction,2001-05-01,2001-05-01T12:00:00Z,,,5.00,p9,"),
        where="events.csv:3",
    ),
    settle(
        "event-twice",
        UNIT,
        event("i1,unit-installed,2001-05-01,2001-05-01T12:00:00Z,C-2,,,,"),
        where="events.csv:3",
    ),
    settle(
        "event-billed-twice",
        CREDIT + CLAW,
        event(
            "f1,forfeiture,2001-07-01,2001-07-01T12:00:00Z,,East,100.00,order,\n"
            "b1,claw-back-billed,2001-08-01,2001-08-01T12:00:00Z,,,,f1,\n"
            "b2,claw-back-billed,2001-08-02,2001-08-02T12:00:00Z,,,,f1,"
        ),
        where="events.csv:5",
    ),
    settle("clause-unknown", '[[clauses]]\nkind = "unit-trem"\nmonths = 12\n', status=3),
    settle("clause-key", UNIT + "monts = 51\n"),
    settle("clause-missing", '[[clauses]]\nkind = "recurring-charge"\ndue_days = 30\n'),
    settle("clause-value", '[[clauses]]\nkind = "unit-term"\nmonths = "fifty-one"\n'),
    settle("clause-twice", UNIT + UNIT),
    settle(
        "event-unit",
        UNIT,
        event("d1,unit-disconnected,2001-05-01,2001-05-01T12:00:00Z,C-9,,,,"),
        where="events.csv:3",
    ),
    settle(
        "event-value",
        UNIT,
        event("p1,payment,2001-05-32,2001-05-01T12:00:00Z,,Two Inc.,1.00,,"),
        where="events.csv:3",
    ),
    settle("events-column", UNIT, "event_id,kind\n", where="events.csv"),
    settle(
        "overpaid",
        CHARGE,
        event("p1,payment,2001-05-01,2001-05-01T12:00:00Z,,Two Inc.,40.00,charge-2001-04,"),
        where="p1",
        status=3,
    ),
    settle(
        "payer-unknown",
        CHARGE,
        event("p1,payment,2001-05-01,2001-05-01T12:00:00Z,,Three Inc.,30.00,charge-2001-04,"),
        where="p1",
        status=3,
    ),
    settle(
        "payment-by-creditor",
        CHARGE,
        event("p1,payment,2001-05-01,2001-05-01T12:00:00Z,,One Inc.,30.00,charge-2001-04,"),
        where="p1",
        status=3,
    ),
    settle(
        "payment-unplaced",
        CHARGE,
        event("p1,payment,2001-05-01,2001-05-01T12:00:00Z,,Two Inc.,30.00,charge-2001-13,"),
        where="p1",
        status=3,
    ),
    settle(
        "forfeiture-not-billed",
        CREDIT + CLAW,
        event("f1,forfeiture,2001-05-01,2001-05-01T12:00:00Z,,East,100.00,order,"),
        where="f1",
        status=3,
    ),
    settle(
        "termination-unfounded",
        '[[clauses]]\nkind = "agreement-term"\nstarts = 2001-01-01\nmonths = 24\nfrom = 2001-01-01\n',
        event("t1,termination-notice,2001-05-01,2001-05-01T12:00:00Z,,Two Inc.,,14,"),
        where="t1",
        status=3,
    ),
    settle(
        "charged-after-end",
        CHARGE
        + '[[clauses]]\nkind = "agreement-term"\nstarts = 2001-01-01\nmonths = 24\n'
        + '[[clauses]]\nkind = "termination-right"\nsource = "9"\nholder = "customer"\nnotice_days = 0\n',
        event("t1,termination-notice,2001-04-30,2001-04-30T12:00:00Z,,Two Inc.,,9,"),
        where="charge-2001-05",
        status=3,
    ),
    settle("share-above-one", CREDIT.replace("0.25", "25"), INSTALLED, where="agreement.toml", status=3),
    settle(
        "notice-unheard",
        UNIT,
        event("n1,extension-notice,2001-01-05,2001-01-05T12:00:00Z,*,Two Inc.,,2003-01-01,"),
        where="n1",
        status=3,
    ),
    Case(
        "seal-value",
        {
            "agreement.toml": PARTIES + CHARGE.replace('"30.00"', '"withheld:r1"'),
            "confidential.toml": '"r1" = "a quarter"\n',
            "events.csv": INSTALLED,
        },
        ("settle", "agreement.toml", "events.csv"),
        "agreement.toml",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_problem_is_told_on_one_line_with_its_place_and_code(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, held in case.files.items():
        (tmp_path / name).write_bytes(held if isinstance(held, bytes) else held.encode())
    monkeypatch.chdir(tmp_path)

    ended = call(*case.arguments)

    told = [line for line in ended.err.splitlines() if line.endswith(f"[{case.code}]")]
    assert told, ended.err or ended.out
    assert case.where in told[0]
    assert ended.status == case.status, ended.err
    if case.status == 2:
        assert not ended.out and len(ended.err.splitlines()) == 1


def test_what_needs_a_person_can_be_explained() -> None:
    for case in CASES:
        assert call("explain", case.code).status == 0


def test_a_file_beyond_all_measure_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from conformed.reading import agreement, decoding

    monkeypatch.setattr(decoding, "MOST_BYTES", 100)
    monkeypatch.setattr(agreement, "LARGEST_FILE", 10)
    (tmp_path / "base.txt").write_text(BASE)
    (tmp_path / "agreement.toml").write_text(PARTIES)

    assert one_line(call("outline", tmp_path / "base.txt"), "base.txt", "file-too-large")
    assert one_line(call("check", tmp_path / "agreement.toml"), "agreement.toml", "agreement-too-large")


def test_a_file_that_the_system_refuses_to_open_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "base.txt").write_text(BASE)

    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refused)

    assert one_line(call("outline", tmp_path / "base.txt"), "base.txt", "file-unreadable")
