"""Another program changed the file since it was read: what now?"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class Choice(Enum):
    """What to do about it; nothing is written over the file."""

    SAVE_AS = "save as"
    RELOAD = "reload"
    CANCEL = "cancel"


def ask_about_changed(parent: QWidget, message: str) -> Choice:
    """``message`` says what was found on disk."""
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        "Memcon Desk",
        "The file on disk is not the one that was opened",
        parent=parent,
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(
        f"{message}\n\nYour document is unchanged. Save it under another name, "
        "or reload the file and give up your changes."
    )
    save_as = box.addButton("Save As…", QMessageBox.ButtonRole.AcceptRole)
    reload = box.addButton("Reload", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(save_as)
    box.exec()
    if box.clickedButton() is save_as:
        return Choice.SAVE_AS
    return Choice.RELOAD if box.clickedButton() is reload else Choice.CANCEL
