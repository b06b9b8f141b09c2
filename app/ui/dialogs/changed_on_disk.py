"""Another program changed the file since it was read: what now?"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class Choice(Enum):
    """What to do about it; nothing is written over the file."""

    COMPARE = "compare"
    MERGE = "merge"
    RELOAD = "reload"
    SAVE_AS = "save as"
    CANCEL = "cancel"


_TEXTS = {
    Choice.COMPARE: "Co&mpare…",
    Choice.MERGE: "Mer&ge…",
    Choice.RELOAD: "&Reload",
    Choice.SAVE_AS: "&Save As…",
}
_ROLES = {
    Choice.COMPARE: QMessageBox.ButtonRole.ActionRole,
    Choice.MERGE: QMessageBox.ButtonRole.AcceptRole,
    Choice.RELOAD: QMessageBox.ButtonRole.DestructiveRole,
    Choice.SAVE_AS: QMessageBox.ButtonRole.AcceptRole,
}


def ask_about_changed(parent: QWidget, message: str, offered: frozenset[Choice]) -> Choice:
    """``message`` says what was found on disk; only what is ``offered`` can be done about it."""
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        "Memcon Desk",
        "The file on disk is not the one that was opened",
        parent=parent,
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(f"{message}\n\nYour document is unchanged. {_advice(offered)}")
    buttons = {
        box.addButton(text, _ROLES[choice]): choice
        for choice, text in _TEXTS.items()
        if choice in offered
    }
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    first = Choice.COMPARE if Choice.COMPARE in offered else Choice.SAVE_AS
    for button, choice in buttons.items():
        if choice is first:
            box.setDefaultButton(button)
    box.exec()
    clicked = box.clickedButton()
    return next((one for key, one in buttons.items() if key is clicked), Choice.CANCEL)


def _advice(offered: frozenset[Choice]) -> str:
    lines = []
    if Choice.COMPARE in offered:
        lines.append("Compare shows what differs.")
    if Choice.MERGE in offered:
        lines.append("Merge brings both together.")
    if Choice.RELOAD in offered:
        lines.append("Reload gives up your changes and shows the file as it is now.")
    lines.append("Save As keeps yours under another name.")
    return " ".join(lines)
