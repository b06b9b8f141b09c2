"""Labels that show what they are given as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """Never takes its text for markup.

    Qt takes what looks like HTML for it. Words of a document then would not be shown as they are,
    and a picture that they name would be read from the disk.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class NamedLabel(PlainLabel):
    """Spoken as its title and its words: "Speaker: The President".

    A name alone would take the place of the words.
    """

    def __init__(self, title: str) -> None:
        self.title = title
        super().__init__()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(f"{self.title}: {text}" if text else "")


def literal(text: str) -> str:
    """The text for a button or a menu, where "&" would mark a key."""
    return text.replace("&", "&&")
