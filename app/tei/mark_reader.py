"""Portion marks, recognised only where they are exactly as the writer writes them."""

from __future__ import annotations

from app.model.document import Mark
from app.model.terms import Certainty, Position
from app.tei.pointers import Points
from app.tei.shapes import CHOICE, Element, original, sic_and_corr, unstruck
from app.tei.vocabulary import PORTION_MARK, READ_LEADING, READ_TRAILING, clark

SEG = clark("seg")

_ATTRIBUTES = frozenset({"type", "subtype", "ana", "cert", "resp", "change"})
_CERTAINTIES = {certainty.value: certainty for certainty in Certainty}
_READ_AT = {READ_LEADING: Position.LEADING, READ_TRAILING: Position.TRAILING}

_Content = tuple[str | None, bool, str]
"""Reading (None: as the text), struck, text."""


class MarkReader:
    """Reads the marks of one file. Of thousands few differ, so those that are the same are one."""

    def __init__(self, points: Points) -> None:
        self._points = points
        self._read: dict[tuple[object, ...], Mark | None] = {}

    def mark(self, element: Element, position: Position) -> Mark | None:
        """The portion mark that the element is, None if it is not quite one."""
        if element.tag != SEG or element.get("type") != PORTION_MARK:
            return None
        content = _content(element)
        if content is None:
            return None
        key = position, content, tuple(element.items())
        if key not in self._read:
            self._read[key] = self._mark(element, position, content)
        return self._read[key]

    def _mark(self, element: Element, position: Position, content: _Content) -> Mark | None:
        names = set(element.keys())
        categories = self._points.categories(element.get("ana", ""))
        certainty = _CERTAINTIES.get(element.get("cert", Certainty.HIGH.value))
        if not names <= _ATTRIBUTES or categories is None or certainty is None:
            return None
        reading, struck, text = content
        mark = Mark(
            *categories,
            struck=struck,
            position=position,
            reading=text if reading is None else reading,
            read_at=_READ_AT.get(element.get("subtype", ""), position),
            certainty=certainty,
            act=self._points.act(element) if "resp" in names or "change" in names else None,
        )
        return mark if mark.text == text else None


def _content(element: Element) -> _Content | None:
    """What is in the mark; None if there is anything else in it."""
    reading: str | None = None
    if len(element) == 1 and element[0].tag == CHOICE:
        parts = sic_and_corr(element[0])
        if parts is None or parts[1].attrib or element.text or element[0].tail:
            return None
        replaced = original(parts[0])
        if replaced is None:
            return None
        reading, element = replaced, parts[1]
    inner = unstruck(element)
    if len(inner):
        return None
    return reading, inner is not element, inner.text or ""
