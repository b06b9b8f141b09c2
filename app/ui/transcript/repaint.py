"""What a change of the document leaves to be laid out or painted again.

Qt lays out and paints the words that change by itself, but knows nothing of the rooms between and
over them (``layout``) and of the gutters. ``difference`` is that of the change's paragraphs.
"""

from __future__ import annotations

from app.model.document import Paragraph
from app.model.paragraphs import Difference
from app.model.redactions import redactions_in
from app.model.withholding import wholly_withheld
from app.review import Change
from app.ui.transcript.rules import opening_pages


def rooms_differ(change: Change, difference: Difference) -> bool:
    """Whether page rules or codes came, went or changed where Qt does not lay out by itself."""
    if change.before.pages is not change.after.pages:
        return True
    if change.before.trailer is not change.after.trailer:
        return True
    if change.before.second_review is not change.after.second_review:
        return True
    start, old_stop, new_stop = difference
    before = change.before.paragraphs[start:old_stop]
    after = change.after.paragraphs[start:new_stop]
    if tuple(map(_rooms, before)) != tuple(map(_rooms, after)):
        return True
    same_text = ((old, new) for old, new in zip(before, after, strict=True) if old.text == new.text)
    return any(_code_places(old) != _code_places(new) for old, new in same_text)


def gutters_differ(change: Change, difference: Difference) -> bool:
    """Whether the gutters may show something else after the change: not if only the words of one
    paragraph changed.
    """
    start, old_stop, new_stop = difference
    if (old_stop, new_stop) != (start + 1, start + 1):
        return True
    before, after = change.before.paragraphs[start], change.after.paragraphs[start]
    return not (
        before.mark is after.mark
        and before.label is after.label
        and before.speaker == after.speaker
        and before.kind is after.kind
        and before.reviewed is after.reviewed
        and change.before.people is change.after.people
    )


def _rooms(paragraph: Paragraph) -> tuple[object, ...]:
    """What a paragraph needs room for; where the codes are goes with its text."""
    return opening_pages(paragraph), len(_code_places(paragraph)), wholly_withheld(paragraph)


def _code_places(paragraph: Paragraph) -> tuple[int, ...]:
    redactions = redactions_in(paragraph.passage)
    return tuple(one.start for one in redactions if one.start < one.end)
