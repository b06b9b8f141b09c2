"""Withholding values of the metadata, and participants."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.model.document import Document, Reviewer
from app.model.redactions import fields
from app.model.standpoint import standpoint
from app.ui.labels import PlainLabel
from app.ui.portion_words import of_field
from app.ui.transcript.wording import codes_of


def choose_values(
    parent: QWidget, document: Document, person: Reviewer
) -> tuple[tuple[str, ...], bool] | None:
    """The values to withhold or, where the second is true, to release; None if the person gave
    up.
    """
    dialog = WithholdValue(document, person, parent)
    chosen = (dialog.chosen, dialog.release) if dialog.exec() else None
    dialog.deleteLater()
    return chosen


class WithholdValue(QDialog):
    """A line for each value; Enter withholds those that are chosen, or releases them."""

    def __init__(self, document: Document, person: Reviewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = standpoint(document, person).fields(document)
        self.release = False
        self.setWindowTitle("Withhold Value")
        self.resize(560, 440)
        about = PlainLabel(
            "A value is withheld as a whole. Withhold a participant, and their name is not in the"
            " list or beside what they say; words of the text are withheld there."
        )
        about.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Values")
        self.list.setSpacing(2)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for name, value in fields(document):
            codes = self._held.get(name)
            state = f"■ withheld {codes_of(codes)} — " if codes is not None else ""
            row = QListWidgetItem(f"{state}{of_field(name)}: {value}")
            row.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(row)
        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.take = self.buttons.addButton("Withhold…", roles.AcceptRole)
        self.give_back = self.buttons.addButton("Release", roles.ActionRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.give_back.clicked.connect(self._release)
        self.list.itemSelectionChanged.connect(self._enable)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(about)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
        self.list.setCurrentRow(0)
        self._enable()
        self.list.setFocus()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the values, as in ``app.model.redactions.fields``."""
        rows = sorted(self.list.row(row) for row in self.list.selectedItems())
        return tuple(str(self.list.item(at).data(Qt.ItemDataRole.UserRole)) for at in rows)

    def _enable(self) -> None:
        withheld = bool(self.chosen) and set(self.chosen) <= set(self._held)
        self.take.setEnabled(bool(self.chosen))
        self.give_back.setEnabled(withheld)
        (self.give_back if withheld else self.take).setDefault(True)

    def _release(self) -> None:
        self.release = True
        self.accept()
