"""S11: paragraph (e) adds a paragraph 5 to the appendix: inserted as a provision, laid out like its siblings."""

from __future__ import annotations

from tests.seed.papers import outcome, provision, second_amendment, through, words

APPENDIX = ("schedule 1", "appendix a")


@second_amendment
def test_s11_the_paragraph_is_a_provision_behind_the_fourth(second: str) -> None:
    result = through(second)
    assert outcome(result, second, "2(e)").status == "applied"
    labels = [child.label for child in provision(result.copy, *APPENDIX).children]
    assert labels == ["1.", "2.", "3.", "4.", "5."]
    fifth = words(result.copy, *APPENDIX, "5")
    assert fifth.startswith("5.")
    assert fifth.endswith(".")
    assert fifth.count("[TEXT DELETED]") == 4
    assert fifth.count('"') == 2, "the outer quotation marks are gone, those of Forfeited Amount stay"


@second_amendment
def test_s11_it_is_laid_out_like_its_siblings(second: str) -> None:
    copy = through(second).copy
    text = copy.text.string

    def indent(label: str) -> int:
        start = provision(copy, *APPENDIX, label).start
        return start - (text.rindex("\n", 0, start) + 1)

    assert indent("5") == indent("4") == indent("3")
    between = text[provision(copy, *APPENDIX, "4").end : provision(copy, *APPENDIX, "5").start]
    assert between.strip() == ""
    assert between.count("\n") == 2, "one blank line, as between its siblings"


@second_amendment
def test_s11_what_follows_the_appendix_still_follows_it(second: str) -> None:
    copy = through(second).copy
    assert copy.text.string.index("IMPLEMENTATION SCHEDULE\n", provision(copy, *APPENDIX, "5").end)


@second_amendment
def test_s11_it_defines_the_forfeited_amount(second: str) -> None:
    (definition,) = [one for one in through(second).copy.definitions if one.term == "Forfeited Amount"]
    assert definition.in_place
    assert definition.path == (*APPENDIX, "5")
