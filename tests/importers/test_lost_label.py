from __future__ import annotations

import pytest

from app.importers.lost_label import Turn, lost_label

FUSED = (
    "Well done. Did the others raise it? There was no talk of it. We talked about Korea. "
    "I told them no."
)


def test_the_answer_begins_after_the_question() -> None:
    hint = lost_label(Turn(FUSED, "p2", "p2"))
    assert hint
    assert hint.kind == "lost-label"
    assert FUSED[hint.start :].startswith("There was no talk")


def test_at_the_end_of_the_conversation_too() -> None:
    assert lost_label(Turn(FUSED, "p2", None))


@pytest.mark.parametrize(
    ("text", "speaker", "follows"),
    [
        (FUSED, "p2", "p1"),
        (FUSED + " What did you say?", "p2", "p2"),
        (FUSED.replace("Did the", "Did my"), "p2", "p2"),
        ("They are positive. How do you feel about that?", "p2", "p1"),
        ("How do you feel? I told him.", "p2", "p2"),
        ("How can it be? It is bad. They have been taking it.", "p2", "p2"),
        ("I told him. We talked. It was good.", "p2", "p2"),
        ("", None, None),
    ],
)
def test_no_label_is_lost(text: str, speaker: str | None, follows: str | None) -> None:
    assert lost_label(Turn(text, speaker, follows)) is None
