"""The copy in every format has every word of the text, in order, and says where the changed ones come from."""

from __future__ import annotations

import datetime as dt
import html
import re
import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformed.model.document import DateMention, Definition, Document, Party, Redaction, Signature
from conformed.model.text import Edit, Run
from conformed.writing.blame import blame_text
from conformed.writing.html import copy_html
from conformed.writing.layout import blocks
from conformed.writing.markdown import copy_markdown
from conformed.writing.outline import outline_record, outline_text
from conformed.writing.redline_html import redline_html
from conformed.writing.terminal import redline_text
from conformed.writing.text import copy_text, document_text
from tests.writing.copies import BASE, chain, paper
from tests.writing.markup import Markup

CHAIN = chain()
BEFORE, AFTER = CHAIN.states[0].copy, CHAIN.states[-1].copy


def letters(text: str) -> str:
    """Letters and figures alone: what is left when layout and line-end hyphens are taken away."""
    return "".join(c for c in text if unicodedata.category(c)[0] in "LNS")


def test_the_plain_text_is_laid_out_by_depth_and_keeps_tables() -> None:
    text = document_text(paper(BASE, "base"), width=60)

    assert "2. PRICE AND PAYMENT." in text
    assert "   (a) Buyer shall pay [TEXT DELETED] for each board within" in text
    assert "\n   thirty (30) days after the date of the invoice.\n" in text
    assert "Oak          2 m         10.00\n" in text
    assert max(len(line) for line in text.splitlines()) <= 60


def test_the_plain_copy_says_through_which_paper_and_what_was_not_applied() -> None:
    text = " ".join(copy_text(CHAIN).split())

    assert "conformed through amendment-2; 4 of 5 instructions applied, 1 with a note; 1 not applied." in text
    assert "amendment-2/1: noted: the words stood in line 2, not 3" in text
    assert "warning: amendment-3.txt" in text


@pytest.mark.parametrize("document", [BEFORE, AFTER])
def test_the_text_has_every_word_of_the_copy_in_order(document: Document) -> None:
    assert letters(document_text(document)) == letters(document.text.string)


WORDS = st.sampled_from(
    ["the", "term", "1.", "(a)", "(b)", "SECTION", "2.", "Price", "10.00", "a   b   c", "-", "["]
)
LAYOUT = st.sampled_from([" ", "  ", "\n", "\n\n", "\n     ", "\n\n          ", "     "])


@given(st.lists(st.tuples(WORDS, LAYOUT), max_size=60))
@settings(max_examples=60, deadline=None)
def test_blocks_hold_every_word_of_any_text_once_and_in_order(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + layout for word, layout in pieces)
    if not text.strip():
        return
    document = paper(text, "base")
    held = list(blocks(document))

    assert all(before.end <= after.start for before, after in pairwise(held))
    string = document.text.string
    assert "".join(string[block.start : block.end] for block in held).split() == [] or letters(
        "".join(string[block.start : block.end] for block in held)
    ) == letters(string)
    assert letters(document_text(document)) == letters(string)


def test_the_page_has_headings_that_follow_the_contract_and_a_way_past_them() -> None:
    page = Markup(copy_html(CHAIN))

    assert len(page.named("h1")) == 1
    assert [h["id"] for h in page.named("h2") if "id" in h][:2] == ["p-1", "p-2"]
    assert page.named("html") == [{"lang": "en"}]
    assert page.named("a")[0]["href"] == "#text" and page.named("main") == [{"id": "text"}]
    assert not page.named("script") and not page.named("link")


def test_the_page_says_from_which_paper_changed_words_come() -> None:
    shown = Markup(copy_html(CHAIN)).text

    assert "[In part from Amendment No. 2, 1 (effective 1 February 2003)]" in shown
    assert "the boards <and> planks" in shown
    assert "June 1, 2006 & on" in shown


def test_every_id_of_a_page_is_used_once() -> None:
    page = Markup(copy_html(CHAIN))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]

    assert len(ids) == len(set(ids))


def test_the_markdown_escapes_what_would_be_a_mark() -> None:
    text = copy_markdown(CHAIN)

    assert "## 1. DEFINITIONS" in text.replace("\\", "")
    assert "\\[TEXT DELETED\\]" in text and "\\<and\\>" in text
    assert "```text\n" in text
    assert re.search(r"^\*\\\[In part from Amendment No\. 2, 1", text, re.MULTILINE)


def test_blame_names_paper_date_and_instruction_of_each_stretch() -> None:
    lines = blame_text(CHAIN, width=100).splitlines()
    at = lines.index("2.a")

    assert [line.split()[:2] for line in lines[at + 1 : at + 4]] == [
        ["base", "2001-06-01"],
        ["amendment-2", "2003-02-01"],
        ["base", "2001-06-01"],
    ]
    assert lines[at + 2].split(maxsplit=3) == ["amendment-2", "2003-02-01", "1", "sixty (60)"]


def test_blame_of_one_provision_has_nothing_of_another() -> None:
    only = next(provision for provision in AFTER.walk() if provision.path == ("3",))

    text = blame_text(CHAIN, only=only)

    assert text.startswith("3\n") and "June 1, 2006" in text and "sixty" not in text


def test_a_redline_without_colour_marks_what_was_struck_and_inserted() -> None:
    text = redline_text(CHAIN, BEFORE, AFTER, width=100)

    assert "within [-thirty (30)-]{+sixty (60)+} days" in text
    assert "ends on June 1, [-2004-]" in text or "[-June 1, 2004-]{+June 1, 2006 & on+}" in text
    assert "[-(b) Late amounts bear interest at one percent (1%) per month.-]" in text
    assert "2.a  (Amendment No. 2 1)" in text
    assert "DEFINITIONS" not in text and "\x1b" not in text


def test_a_redline_with_colour_strikes_and_underlines() -> None:
    text = redline_text(CHAIN, BEFORE, AFTER, width=100, colour=True)

    assert "\x1b[9;31mthirty (30)\x1b[0m\x1b[4;32msixty (60)\x1b[0m days" in text


def test_a_redline_wraps_at_the_width_and_can_show_everything() -> None:
    text = redline_text(CHAIN, BEFORE, AFTER, width=60, everything=True)

    assert "DEFINITIONS" in text
    assert all(len(line) <= 60 for line in text.splitlines()[1:])


def test_a_redline_of_a_state_with_itself_says_that_nothing_changed() -> None:
    assert redline_text(CHAIN, AFTER, AFTER).endswith("nothing changed\n")


def test_a_redline_page_uses_ins_and_del_and_says_who_did_it() -> None:
    page = Markup(redline_html(CHAIN, BEFORE, AFTER))

    said = [element["title"] for element in page.named("ins") if "title" in element]
    assert said == [
        "inserted by Amendment No. 2, 1 (effective 1 February 2003)",
        "inserted by Amendment No. 2, 2 (effective 1 February 2003)",
    ]
    assert len([element for element in page.named("del") if "title" in element]) == 3
    assert "[inserted by Amendment No. 2, 1 (effective 1 February 2003): sixty (60)]" in page.text


def test_a_redline_page_lists_its_changes_and_links_each_to_its_place_and_its_instruction() -> None:
    text = redline_html(CHAIN, BEFORE, AFTER)
    for number in (1, 2, 3):
        assert f'<a href="#change-{number}">' in text and text.count(f'id="change-{number}"') == 1
    assert '<span class="by"><a href="#i-amendment-2-1">[Amendment No. 2, 1]</a></span>' in text
    assert text.count('<tr id="i-amendment-2-1">') == 1
    assert "2.a: struck “thirty (30)”, inserted “sixty (60)” [Amendment No. 2, 1]" in html.unescape(
        re.sub("<[^>]+>", "", text)
    )
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_a_redaction_in_the_place_of_another_shows_which_is_which() -> None:
    base = paper(BASE, "base")
    at = base.text.string.index("[TEXT DELETED]")
    marking = "[TEXT DELETED]"
    after_text = base.text.edited([Edit(at, at + len(marking), (Run(marking, "amendment-2", 0, 14, "9"),))])
    before = replace(base, redactions=(Redaction("2/a/r1", marking, "amount", at, at + 14),))
    after = replace(
        base, text=after_text, redactions=(Redaction("amendment-2/r1", marking, "amount", at, at + 14),)
    )

    text = re.sub("<[^>]+>", "", redline_html(CHAIN, before, after))

    assert "struck “[TEXT DELETED] (2/a/r1)”, inserted “[TEXT DELETED] (amendment-2/r1)”" in text


def test_tables_scroll_sideways_in_a_region_with_a_name() -> None:
    for text in (redline_html(CHAIN, BEFORE, AFTER), copy_html(CHAIN)):
        assert text.count("<table>") == text.count('<div class="wide" role="region" aria-label="') == 2


def test_the_first_line_of_a_centred_block_keeps_its_place() -> None:
    cover = "                 EXHIBIT 10\n              EXECUTION VERSION\n\n" + BASE
    document = paper(cover, "base")
    pre = redline_html(CHAIN, document, document).split("<pre", 1)[1].split(">", 1)[1].split("<", 1)[0]
    assert pre.splitlines()[0] == "                 EXHIBIT 10"


def test_an_outline_is_a_tree_with_lines_and_a_record_in_reading_order() -> None:
    from conformed.reading import read_bytes
    from conformed.structure import document_of

    source = read_bytes(BASE.encode(), file="base.txt")
    document = replace(
        document_of(source),
        parties=(
            Party("Alder Mills Ltd.", "Seller", "seller", 0, 1),
            Party("Birch & Sons", None, None, 0, 1),
        ),
        redactions=(Redaction("2/a/r1", "[TEXT DELETED]", "amount", 365, 379),),
        definitions=(Definition("Goods", 300, 310, 301, 306, False, ("1",)),),
        dates=(DateMention(dt.date(2001, 6, 1), 100, 112),),
        signatures=(Signature("Seller", "/s/ A. N. Other", None, "President", dt.date(2001, 6, 2), 1, 2),),
    )

    text = outline_text(document, source)
    record = outline_record(document, source)

    assert re.search(r"^├─ 2\. PRICE AND PAYMENT\.? +10$", text, re.MULTILINE)
    assert re.search(r"^│  ├─ \(a\) Buyer shall pay .* 12$", text, re.MULTILINE)
    assert "Alder Mills Ltd. (“Seller”, seller)" in text and "Birch & Sons\n" in text
    assert "2/a/r1  [TEXT DELETED]  amount" in text
    assert "“Goods”" in text and "2001-06-01  line" in text
    assert "Seller: signed by /s/ A. N. Other, President on 2001-06-02" in text
    provisions = record["provisions"]
    assert isinstance(provisions, list)
    assert [p["start"] for p in provisions] == sorted(p["start"] for p in provisions)
    assert ["2", "a"] in [p["path"] for p in provisions]
