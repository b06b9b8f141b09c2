"""Asking which of two participants stays when they are merged."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from app.model.document import Person
from app.model.edits import Edit, MergePeople
from app.ui.labels import PlainLabel, literal


def choose_merge(one: Person, other: Person, parent: QWidget) -> Edit | None:
    """The edit that makes the two one, None if the person thinks better of it."""
    dialog = MergeDialog(one, other, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.edit if accepted else None


class MergeDialog(QDialog):
    """Two participants; one is kept, the other's turns, name and labels go over to it."""

    def __init__(self, one: Person, other: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Merge Participants")
        self._people = (one, other)
        words = PlainLabel(
            "The two are the same person. The turns, the name and the labels of the other one go "
            "over to the one you keep."
        )
        words.setWordWrap(True)
        self.kept = tuple(
            QRadioButton(f"Keep &{at}  {literal(person.name)}")
            for at, person in enumerate(self._people, start=1)
        )
        self.kept[0].setChecked(True)
        roles = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(roles.Ok | roles.Cancel)
        buttons.button(roles.Ok).setText("&Merge")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (words, *self.kept, buttons):
            layout.addWidget(widget)
        self.kept[0].setFocus()

    @property
    def edit(self) -> MergePeople:
        kept, gone = self._people if self.kept[0].isChecked() else self._people[::-1]
        return MergePeople(kept.id, gone.id)
