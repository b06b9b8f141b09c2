"""Notes of people, recognised only where they are exactly as the writer writes them."""

from __future__ import annotations

from app.model.spans import Message, Note
from app.model.terms import Act, NoteKind
from app.tei.pointers import Points
from app.tei.shapes import Element, plain
from app.tei.vocabulary import RESOLVED, XML_ID, clark

NOTE_TAG = clark("note")

_KINDS = {kind.value: kind for kind in NoteKind}
_NAMES = frozenset({"type", XML_ID})
_PART_NAMES = ("type", "resp", "change")


def read_note(element: Element, points: Points) -> Note | None:
    """The thread: its messages, then who settled it. The caller knows where it stands."""
    kind = _KINDS.get(element.get("type", ""))
    exact = set(element.keys()) - {"target"} == _NAMES and not (element.text or "").strip()
    if kind is None or not exact or not len(element):
        return None
    parts = list(element)
    settled = parts.pop() if parts[-1].get("type") == RESOLVED else None
    messages = [_message(part, points) for part in parts]
    if None in messages or not messages:
        return None
    if settled is not None and (_text(settled) != "" or settled.tag != NOTE_TAG):
        return None
    return Note(
        0,
        0,
        element.get(XML_ID, ""),
        kind,
        tuple(message for message in messages if message is not None),
        None if settled is None else points.act(settled) or Act("", ""),
    )


def _message(part: Element, points: Points) -> Message | None:
    text = _text(part)
    if text is None or part.tag != NOTE_TAG or part.get("type") is not None:
        return None
    return Message(text, points.act(part) or Act("", ""))


def _text(part: Element) -> str | None:
    return None if (part.tail or "").strip() else plain(part, *_PART_NAMES)
