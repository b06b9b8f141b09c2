"""Somebody else has the file open: read it, take it over, or leave it?"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.ui.local_time import local_time

if TYPE_CHECKING:
    from app.storage.locks import Owner


class Choice(Enum):
    """What to do about it."""

    READ_ONLY = "read only"
    TAKE_OVER = "take over"
    CANCEL = "cancel"


def whose(owner: Owner) -> str:
    """ "Ben Second has it open on READING-ROOM-2 since 24 Nov 2026 10:14 CET"."""
    since = f" since {local_time(owner.since)}" if owner.since else ""
    return f"{owner.name or 'somebody'} has it open on {owner.machine or 'a machine'}{since}"


def ask_about_lock(parent: QWidget, name: str, owner: Owner, stale: bool) -> Choice:
    """Enter opens it read-only. ``stale``: they seem to be gone, so it may be taken over."""
    box = QMessageBox(
        QMessageBox.Icon.Information, "Memcon Desk", f"“{name}” is in use", parent=parent
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    lines = [
        f"{_capital(whose(owner))}.",
        "You can read it meanwhile, and save a copy under another name to work on.",
    ]
    if stale:
        lines.append(
            "Nothing was heard of that program for a while: it may have ended badly. If you know "
            "that they are not at work on it, take the file over; they are told if they are."
        )
    box.setInformativeText("\n\n".join(lines))
    read = box.addButton("Open &Read-Only", QMessageBox.ButtonRole.AcceptRole)
    take = box.addButton("&Take Over", QMessageBox.ButtonRole.DestructiveRole) if stale else None
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.setDefaultButton(read)
    box.exec()
    clicked = box.clickedButton()
    if clicked is read:
        return Choice.READ_ONLY
    return Choice.TAKE_OVER if take is not None and clicked is take else Choice.CANCEL


def ask_about_lost(parent: QWidget, name: str) -> bool:
    """Somebody took the file over while it was open here: whether to save under another name."""
    box = QMessageBox(
        QMessageBox.Icon.Warning, "Memcon Desk", f"Somebody took “{name}” over", parent=parent
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(
        "This program was thought to be gone. Your document is still here as it was, and you can "
        "go on with it, but not save it over that file, and no journal of it is written any more: "
        "save it under another name. Merge Copies brings the two together later."
    )
    save = box.addButton("&Save As…", QMessageBox.ButtonRole.AcceptRole)
    later = box.addButton("&Later", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(later)
    box.exec()
    return box.clickedButton() is save


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
