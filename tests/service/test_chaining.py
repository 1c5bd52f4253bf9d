"""Papers that cannot be one chain as they are given: twice, in the wrong order, or two of one number and date."""

from __future__ import annotations

from pathlib import Path

import pytest

import conformed
from conformed import service
from conformed.model.problem import ConformedError

BASE = """SUPPLY AGREEMENT

This Supply Agreement is dated May 2, 2009 between Ardmore Widgets Inc. ("Seller") and Calder Freight LLC ("Buyer").

1. Fees. The fee is $10 per crate.

2. Term. This Agreement ends on May 1, 2011.
"""


def paper(order: str, *, number: int = 1, day: str = "March 1, 2010") -> str:
    return (
        f"AMENDMENT NO. {number} TO SUPPLY AGREEMENT\n\nThis Amendment No. {number} is dated {day} and amends the "
        "Supply Agreement dated May 2, 2009 between Ardmore Widgets Inc. and Calder Freight LLC.\n\n"
        f"1. {order}\n"
    )


ADDED = 'Section 1 is amended by adding the following sentence at the end thereof: "Crates are counted at the dock."'
FEE = 'Section 1 is amended by deleting "$10" and inserting "$12".'
TERM = 'Section 2 is amended by deleting "2011" and inserting "2012".'


@pytest.fixture
def base(tmp_path: Path) -> Path:
    file = tmp_path / "base.txt"
    file.write_text(BASE)
    return file


def written(base: Path, name: str, text: str) -> Path:
    file = base.with_name(name)
    file.write_text(text)
    return file


def kept(base: Path, *papers: Path) -> Path:
    file = base.with_name("agreement.toml")
    file.write_text(
        f'[[documents]]\nid = "base"\nfile = "{base.name}"\n'
        + "".join(
            f'[[documents]]\nid = "{one.stem}"\nfile = "{one.name}"\nexecuted = 2010-03-01\n'
            for one in papers
        )
    )
    return file


def test_a_paper_given_twice_is_carried_out_once(base: Path) -> None:
    first = written(base, "first.txt", paper(ADDED))
    again = written(base, "copy-of-first.txt", paper(ADDED))

    built = service.build([base, first, again])

    assert built.conformed.copy.text.string.count("counted at the dock") == 1
    assert [one.id for one in built.conformed.papers] == ["base", "first"]
    assert [(one.code, one.document) for one in built.conformed.warnings] == [("paper-duplicate", str(again))]
    assert built.undecided == ()
    assert conformed.conform(base, [first, first])["1"].text.count("counted at the dock") == 1
    assert service.build([kept(base, first, again)]).conformed.copy == built.conformed.copy


def test_the_agreement_given_again_as_an_amendment_is_one_paper(base: Path) -> None:
    built = service.build([base, base])
    assert built.undecided == () and [one.code for one in built.conformed.warnings] == ["paper-duplicate"]


def test_two_papers_of_one_number_and_date_wait_for_a_person(base: Path) -> None:
    first, other = written(base, "first.txt", paper(FEE)), written(base, "other.txt", paper(ADDED))
    later = written(base, "later.txt", paper(TERM, number=2, day="April 1, 2010"))

    built = service.build([base, first, other, later])

    assert [(one.code, one.where) for one in built.undecided] == [
        ("paper-rival", "first"),
        ("paper-rival", "other"),
    ]
    assert [(one.document, one.status) for one in built.conformed.outcomes] == [
        ("first", "pending"),
        ("other", "pending"),
        ("later", "applied"),
    ]
    assert built.conformed.copy.text.string == BASE.replace("2011", "2012")


def test_one_of_the_two_is_left_out_by_decision(base: Path) -> None:
    first, other = written(base, "first.txt", paper(FEE)), written(base, "other.txt", paper(ADDED))
    agreement = kept(base, first, other)
    service.decide(agreement, "first", leave=True, why="a draft")

    built = service.build([agreement])

    assert built.undecided == ()
    assert "$10" in built.conformed.copy.text.string and "at the dock" in built.conformed.copy.text.string
    assert [one.note for one in built.conformed.outcomes if one.document == "first"] == [
        "this paper is left out by decision: a draft"
    ]


def test_or_both_are_carried_out_by_decision(base: Path) -> None:
    first, other = written(base, "first.txt", paper(FEE)), written(base, "other.txt", paper(ADDED))
    agreement = kept(base, first, other)
    with pytest.raises(ConformedError, match="1 place to choose from"):
        service.decide(agreement, "other", place=2)
    service.decide(agreement, "other", place=1)

    built = service.build([agreement])

    assert built.undecided == ()
    assert "$12" in built.conformed.copy.text.string and "at the dock" in built.conformed.copy.text.string


def test_papers_of_one_day_without_a_number_are_no_rivals(base: Path) -> None:
    texts = [paper(order).replace("NO. 1 ", "").replace(" No. 1", "") for order in (FEE, TERM)]
    papers = [written(base, f"{index}.txt", text) for index, text in enumerate(texts)]
    built = service.build([base, *papers])
    assert built.undecided == () and {one.status for one in built.conformed.outcomes} == {"applied"}


def test_an_agreement_behind_its_amendment_is_refused(base: Path) -> None:
    first = written(base, "first.txt", paper(FEE))
    with pytest.raises(
        ConformedError, match=r"first\.txt: is an amendment of .*base\.txt; put .*base\.txt first"
    ):
        service.build([first, base])


def test_amendments_without_their_agreement_need_a_decision_that_can_be_taken(base: Path) -> None:
    first = written(base, "first.txt", paper(FEE))
    later = written(base, "later.txt", paper("Section 7 is deleted.", number=2, day="April 1, 2010"))
    codes = [one.code for one in service.build([first, later]).undecided]
    assert codes[0] == "paper-base-amends"

    agreement = kept(first, later)
    service.decide(agreement, "base", leave=True)
    assert "paper-base-amends" not in [one.code for one in service.build([agreement]).undecided]


def test_an_amendment_may_amend_an_amendment(base: Path) -> None:
    loan = BASE.replace("SUPPLY AGREEMENT", "LOAN MODIFICATION AGREEMENT").replace(
        "Supply Agreement", "Loan Modification Agreement"
    )
    order = "\n3. Section 4 of the Note is amended to read: 'None.'\n"
    first = written(base, "loan.txt", loan + order)
    second = written(base, "second.txt", paper(FEE).replace("Supply", "Loan Modification"))
    assert [one.code for one in service.build([first, second]).undecided] == []


def test_a_toml_is_no_paper(base: Path) -> None:
    agreement = kept(base)
    first = written(base, "first.txt", paper(FEE))
    for papers in ([base, agreement], [agreement, first]):
        with pytest.raises(ConformedError, match="papers-mixed"):
            service.build(papers)
    with pytest.raises(ConformedError, match="papers-mixed"):
        service.outline(agreement)
    with pytest.raises(ConformedError, match="papers-mixed"):
        service.init([agreement], base.with_name("new.toml"))


def test_a_paper_that_orders_nothing_names_no_other_agreement(base: Path) -> None:
    silent = written(
        base, "silent.txt", "RIVER LEASE\n\nExecution Version\n\nThe parties will meet in May.\n"
    )
    built = service.build([base, silent])
    assert [one.code for one in built.conformed.warnings] == []
    assert [one.code for one in built.undecided] == ["amendment-silent"]
