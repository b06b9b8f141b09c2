"""The kept saves of the file: look at one, go back to it, or remove them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.settings import MOST_VERSIONS
from app.ui.labels import PlainLabel
from app.ui.local_time import local_time

if TYPE_CHECKING:
    from app.storage.versions import Version

_VERSION = Qt.ItemDataRole.UserRole


class Versions(QDialog):
    """Newest first. Enter compares, which changes nothing."""

    compare_requested = Signal(object)
    restore_requested = Signal(object)
    purge_requested = Signal()

    def __init__(
        self, name: str, found: tuple[Version, ...], kept: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Versions")
        self.resize(600, 420)
        self._name = name
        self.explanation = PlainLabel()
        self.explanation.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Versions, newest first")
        self.kept = QSpinBox(minimum=0, maximum=MOST_VERSIONS, value=kept)
        self.kept.setAccessibleName("Versions to keep")
        self.compare_button = QPushButton("&Compare with Now…")
        self.restore_button = QPushButton("&Restore")
        self.purge_button = QPushButton("Remove A&ll…")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._lay_out()
        self._connect()
        self.show_versions(found)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        label = PlainLabel("&Keep the last")
        label.setBuddy(self.kept)
        row.addWidget(label)
        row.addWidget(self.kept)
        row.addWidget(PlainLabel("saves of a file"))
        row.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.compare_button, self.restore_button, self.purge_button):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.buttons)
        self.restore_button.setAutoDefault(False)
        self.purge_button.setAutoDefault(False)
        self.compare_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.explanation)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.compare_button.clicked.connect(lambda: self._request(self.compare_requested))
        self.restore_button.clicked.connect(lambda: self._request(self.restore_requested))
        self.purge_button.clicked.connect(self._ask_to_purge)
        self.buttons.rejected.connect(self.reject)

    def show_versions(self, found: tuple[Version, ...]) -> None:
        """List these; the keyboard is in the list."""
        self.list.clear()
        for version in found:
            by = version.by or "not known by whom"
            row = QListWidgetItem(f"{local_time(version.when.isoformat())} · {by}")
            row.setData(_VERSION, version)
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        self.explanation.setText(
            f"The last saves of “{self._name}”, kept in a hidden folder beside it. Restore puts one"
            " in place of the document as it is now; Undo takes that back."
            if found
            else f"No save of “{self._name}” is kept yet. The next one will be."
        )
        for button in (self.compare_button, self.restore_button):
            button.setEnabled(bool(found))
        (self.list if found else self.kept).setFocus()

    def _request(self, signal: SignalInstance) -> None:
        row = self.list.currentItem()
        if row is not None:
            signal.emit(row.data(_VERSION))

    def _ask_to_purge(self) -> None:
        """Plainly, since nothing brings them back."""
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            "Memcon Desk",
            f"Remove all that is kept beside “{self._name}”?",
            parent=self,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            "All versions, and journals that were set aside, are removed for good: they hold the "
            "text of the document. The file itself and the document as it is here stay, and what "
            "is not saved yet stays in a new journal until it is."
        )
        remove = box.addButton("&Remove", QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        if box.clickedButton() is remove:
            self.purge_requested.emit()
