"""Places in a document and in Qt's text: code points here, UTF-16 there, converted nowhere else."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

Place = tuple[int, int]
"""A paragraph, and an offset in its text in code points."""


def units(text: str) -> int:
    """The length of the text in UTF-16 code units."""
    return len(text) if text.isascii() else len(text) + sum(c > "\uffff" for c in text)


def points(text: str, length: int) -> int:
    """How many code points of the text begin within its first ``length`` UTF-16 code units.

    A place inside a surrogate pair counts as the one before the pair.
    """
    if text.isascii():
        return min(length, len(text))
    for count, character in enumerate(text):
        length -= 2 if character > "\uffff" else 1
        if length < 0:
            return count
    return len(text)


def position_of(document: QTextDocument, place: Place) -> int:
    """Qt's position of the place, moved to the nearest one that exists."""
    at = max(0, min(place[0], document.blockCount() - 1))
    block = document.findBlockByNumber(at)
    return block.position() + units(block.text()[: max(0, place[1])])


def place_in(block: QTextBlock, position: int) -> Place:
    """The place of Qt's position, which is in this block."""
    return block.blockNumber(), points(block.text(), position - block.position())


def place_of(document: QTextDocument, position: int) -> Place:
    """The place of Qt's position."""
    return place_in(document.findBlock(position), position)


def ends_of(cursor: QTextCursor) -> tuple[Place, Place]:
    """Where the selection begins and ends."""
    document = cursor.document()
    return (
        place_of(document, cursor.selectionStart()),
        place_of(document, cursor.selectionEnd()),
    )
