"""Papers in which each line is a paragraph, as a word processor writes plain text."""

from __future__ import annotations

from conformed.structure import collapsed, paragraphs
from conformed.structure.layout import lines_are_paragraphs
from tests.structure.papers import at, paper, paths

HARBOUR = """HARBOUR SERVICES AGREEMENT
This Agreement is made as of May 1, 2010 between Saltmarsh Port Company and Gannet Shipping Ltd., and it says the following:
1. Towage. The Port shall provide, for each vessel that comes in by day and gives notice of it in the manner that is set out:
(a) two tugs for each arrival; and
(b) a pilot;
in each case at no charge.
2. Hours. The Port works from six in the morning to ten at night on each day of the week that is not a Sunday or a holiday.
Work at other hours is charged at twice the rate, whoever asks for it and whatever the reason for it may be in the end.
The Port may refuse it.
IN WITNESS WHEREOF, the parties have signed.
SALTMARSH PORT COMPANY
By: ____________________
GANNET SHIPPING LTD.
By: ____________________
SCHEDULE A
DUES
1. Rates are net of tax.
2. Rates include fuel.
"""


def test_the_outline_is_that_of_a_paper_with_empty_lines() -> None:
    assert paths(paper(HARBOUR)) == ["1", "1/a", "1/b", "2", "schedule a", "schedule a/1", "schedule a/2"]
    assert paths(paper(HARBOUR.replace("\n", "\n\n"))) == paths(paper(HARBOUR))


def test_each_line_is_a_paragraph() -> None:
    harbour = paper(HARBOUR)
    found = [collapsed(harbour, *span)[:12] for span in paragraphs(harbour, at(harbour, "2"))]
    assert found == ["The Port wor", "Work at othe", "The Port may"]


def test_words_that_close_a_list_are_not_the_last_items() -> None:
    harbour = paper(HARBOUR)
    item = at(harbour, "1", "b")
    assert collapsed(harbour, item.start, item.end) == "(b) a pilot;"


def test_wrapped_lines_are_no_paragraphs() -> None:
    wide = "The Tenant pays the rent on the first day of each month of the year and does so at the office of the Landlord in\n"
    assert not lines_are_paragraphs(wide * 20)
    assert not lines_are_paragraphs("1. Rent.\n2. Term.\n3. Law.\n")
