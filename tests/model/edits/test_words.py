from __future__ import annotations

import pytest

from app.model.document import WordList
from app.model.edits import EditRefused, JudgeWord
from app.model.terms import Act
from tests.memoranda import short

ACT = Act("rev-ab", "2026-03-01T09:30:00Z")


def test_a_word_is_on_one_list_at_most() -> None:
    after = JudgeWord("Kaifu", "good").apply(short(), ACT)
    assert after.words == WordList(good=("Kaifu",))
    after = JudgeWord("kaifu", "bad").apply(after, ACT)
    assert after.words == WordList(bad=("kaifu",))
    assert JudgeWord("KAIFU", "open").apply(after, ACT).words == WordList()


def test_nothing_new_is_no_change() -> None:
    before = JudgeWord("Kaifu", "good").apply(short(), ACT)
    assert JudgeWord("Kaifu", "good").apply(before, ACT) is before
    assert JudgeWord("other", "open").apply(before, ACT) is before


@pytest.mark.parametrize("word", ["", " ", "two words"])
def test_only_single_words(word: str) -> None:
    with pytest.raises(EditRefused, match="single word"):
        JudgeWord(word, "good").apply(short(), ACT)
