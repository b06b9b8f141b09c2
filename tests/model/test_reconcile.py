"""What was typed is read back from the texts alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import edits
from app.model.reconcile import reconcile
from app.model.terms import Act
from tests.model.records import narrative

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")
texts = st.lists(st.text("ab\U0001d50a", max_size=5), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("old", "new", "caret", "edit"),
    [
        (["tbe"], ["the"], None, edits.CorrectText(4, 1, 2, "h")),
        (["aaa"], ["aaaa"], (0, 2), edits.CorrectText(4, 1, 1, "a")),
        (["aaa"], ["aaaa"], None, edits.CorrectText(4, 0, 0, "a")),
        (["ab"], ["a", "b"], None, edits.SplitParagraph(4, 1)),
        (["a", "b"], ["ab"], None, edits.JoinParagraphs(5)),
        (["ab", "cd"], ["aXd"], None, edits.ReplaceText((4, 1), (5, 1), ("X",))),
        (["ab"], ["aX", "Yb"], None, edits.ReplaceText((4, 1), (4, 1), ("X", "Y"))),
        (["same"], ["same"], None, None),
    ],
)
def test_the_edit_says_what_was_done(
    old: list[str], new: list[str], caret: tuple[int, int] | None, edit: edits.Edit | None
) -> None:
    assert reconcile(old, new, 4, caret) == edit


@given(texts, texts)
def test_the_edit_makes_the_new_texts(old: list[str], new: list[str]) -> None:
    edit = reconcile(old, new, 0)
    document = narrative(*old)
    after = document if edit is None else edit.apply(document, ACT)
    if isinstance(edit, edits.JoinParagraphs):
        # Joining puts a blank between words; the editor shows what the model says.
        assert after.paragraphs[0].text.replace(" ", "") == "".join(old[:2]) or len(old) > 2
        return
    assert [paragraph.text for paragraph in after.paragraphs] == new
