"""S9: words in the second sentence of Schedule 1, paragraph 4: sentence scope."""

from __future__ import annotations

from tests.seed.papers import outcome, second_amendment, through, words


@second_amendment
def test_s9_only_the_second_sentence_changes(second: str) -> None:
    result = through(second)
    assert outcome(result, second, "2(c)#3").status == "applied"
    after = words(result.copy, "schedule 1", "4")
    assert "Qwest commits itself to pay that charge for the fifty-one (51) months that follow" in after
    assert after.endswith("keeps the forty-two (42) months stated in that agreement.")
