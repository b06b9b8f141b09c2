"""A crash left work beside a file: recover it, look at it, or let it go?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.ui.local_time import local_time


class Choice(Enum):
    """What to do about it."""

    RECOVER = "recover"
    COMPARE = "compare"
    DISCARD = "discard"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the work: the file's name, how many edits, when the last, by whom ("": not
    known), whether another program changed the file since, whether all of it could be read.
    """

    name: str
    edits: int
    last: datetime
    by: str
    changed: bool
    complete: bool

    @property
    def work(self) -> str:
        edits = "1 edit" if self.edits == 1 else f"{self.edits:,} edits"
        by = f" by {self.by}" if self.by else ""
        return f"{edits}, the last{by} on {local_time(self.last.isoformat())}"


def ask_about_recovery(parent: QWidget, facts: Facts) -> Choice:
    """Enter recovers; Escape leaves all as it is, and the file is not opened."""
    box = _box(parent, f"Work on “{facts.name}” was not saved")
    lines = [f"It is still there: {facts.work}."]
    if facts.changed:
        lines.append(
            "The file was changed by another program since: compare before you recover, for the "
            "recovered document does not have those changes."
        )
    if not facts.complete:
        lines.append("The end of the record is damaged: what is there goes up to that place.")
    lines.append(
        "Recover opens the file with this work done again, as one edit that Undo takes back; "
        "nothing is saved yet. Cancel leaves everything as it is, and does not open the file."
    )
    box.setInformativeText("\n\n".join(lines))
    recover = box.addButton("&Recover", QMessageBox.ButtonRole.AcceptRole)
    compare = box.addButton("Co&mpare…", QMessageBox.ButtonRole.ActionRole)
    discard = box.addButton("&Discard…", QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.setDefaultButton(recover)
    box.exec()
    chosen = {recover: Choice.RECOVER, compare: Choice.COMPARE, discard: Choice.DISCARD}
    return next((one for key, one in chosen.items() if key is box.clickedButton()), Choice.CANCEL)


def ask_to_discard(parent: QWidget, facts: Facts) -> bool:
    """Once more, since nothing brings it back."""
    box = _box(parent, f"Discard the work on “{facts.name}” for good?")
    box.setInformativeText(f"{facts.work[0].upper()}{facts.work[1:]}. Nothing brings it back.")
    discard = box.addButton("&Discard", QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton("&Keep", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is discard


def ask_to_set_aside(parent: QWidget, name: str, reason: str) -> bool:
    """The work cannot be used: open the file without it, and keep it under another name?"""
    box = _box(parent, f"Work on “{name}” was not saved, and cannot be recovered")
    box.setInformativeText(
        f"{reason}\n\nIt can be set aside: it is kept under another name, and the file opens as it "
        "was saved. Cancel leaves everything as it is."
    )
    aside = box.addButton("&Set Aside and Open", QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.setDefaultButton(aside)
    box.exec()
    return box.clickedButton() is aside


def _box(parent: QWidget, text: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Warning, "Memcon Desk", text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
