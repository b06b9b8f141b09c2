"""Short questions and warnings."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class Answer(Enum):
    """What to do with changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def ask_unsaved(parent: QWidget, name: str) -> Answer:
    """Save, discard or keep the changes to the document ``name``."""
    button = QMessageBox.StandardButton
    box = _box(parent, QMessageBox.Icon.Warning, f"Save the changes to “{name}”?")
    box.setInformativeText("If they are not saved, they are lost.")
    box.setStandardButtons(button.Save | button.Discard | button.Cancel)
    box.setDefaultButton(button.Save)
    answers = {button.Save: Answer.SAVE, button.Discard: Answer.DISCARD}
    return answers.get(QMessageBox.StandardButton(box.exec()), Answer.CANCEL)


def warn(parent: QWidget, what: str, message: str) -> None:
    """Something could not be done: what, and the one line that says why."""
    box = _box(parent, QMessageBox.Icon.Warning, what)
    box.setInformativeText(message)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.exec()


def _box(parent: QWidget, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(icon, "Memcon Desk", text, parent=parent)
    # Messages hold file names, which are not markup.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return box
