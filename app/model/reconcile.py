"""From "these paragraphs read so, and now they read so" to the edit that says it.

The text widget lets the system edit its own text (keys, input methods, drops); what came of it is
read back and compared here. Nothing else decides what a person typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.model.edits import CorrectText, Edit, JoinParagraphs, ReplaceText, SplitParagraph


def reconcile(
    old: Sequence[str], new: Sequence[str], first: int, caret: tuple[int, int] | None = None
) -> Edit | None:
    """The edit that turns paragraphs ``first``... that read ``old`` into ``new``; None where they
    agree.

    ``caret`` is where the caret stands now (place in ``new``, offset): of the possible readings of
    a repeated character the one that ends there is taken.
    """
    before, after = "\n".join(old), "\n".join(new)
    if before == after:
        return None
    start, tail = _common(before, after, _flat(new, caret))
    removed = before[start : len(before) - tail]
    added = after[start : len(after) - tail]
    begin = _place(old, start)
    end = _place(old, start + len(removed))
    at = first + begin[0]
    if "\n" not in removed and "\n" not in added:
        return CorrectText(at, begin[1], end[1], added)
    if not removed and added == "\n":
        return SplitParagraph(at, begin[1])
    if removed == "\n" and not added:
        return JoinParagraphs(at + 1)
    return ReplaceText((at, begin[1]), (first + end[0], end[1]), tuple(added.split("\n")))


def _common(before: str, after: str, caret: int | None) -> tuple[int, int]:
    """Lengths of the common beginning and end; what was typed ends at the caret if that is
    possible.
    """
    most = min(len(before), len(after))
    tail = 0
    reach = most if caret is None else min(most, len(after) - caret)
    while tail < reach and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    start = 0
    while start < most - tail and before[start] == after[start]:
        start += 1
    while tail < most - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return start, tail


def _flat(texts: Sequence[str], place: tuple[int, int] | None) -> int | None:
    if place is None:
        return None
    return sum(len(text) + 1 for text in texts[: place[0]]) + place[1]


def _place(texts: Sequence[str], flat: int) -> tuple[int, int]:
    """The paragraph and offset of a place in the texts joined by line breaks."""
    for at, text in enumerate(texts):
        if flat <= len(text):
            return at, flat
        flat -= len(text) + 1
    raise IndexError(flat)
