from pathlib import Path

from conformed.amending.grammar import grammar_text, rule_names

PAGE = Path(__file__).parents[2] / "docs" / "amending-language.md"


def test_the_page_prints_the_grammar_word_for_word() -> None:
    assert grammar_text().rstrip() in PAGE.read_text(encoding="utf-8")


def test_every_rule_and_every_module_named_is_there() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in rule_names() if name not in page] == []
    package = PAGE.parents[1] / "src" / "conformed"
    for module in (
        "regions",
        "paragraphs",
        "quotations",
        "lexer",
        "tagger",
        "phrases",
        "grammar",
        "orders",
        "amendment",
    ):
        assert module in page
        assert (package / "amending" / f"{module}.py").is_file()
