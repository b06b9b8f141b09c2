"""A label whose words change, for people who hear them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class NamedLabel(QLabel):
    """Spoken as its title and its words: "Speaker: The President".

    A name alone would take the place of the words.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(f"{self.title}: {text}" if text else "")
