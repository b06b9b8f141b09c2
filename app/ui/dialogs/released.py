"""It was released: where, which files, and what is to be noted."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.releasing import Done
from app.ui.labels import NamedLabel, PlainLabel

HEAD_TOLD = (
    "Note the head of the log's chain apart from the release: only it shows whether lines were cut "
    "off the log, or the whole was made anew."
)
NOTHING_WITHHELD = "Nothing was withheld, so the log has no lines and no head."


class Released(QDialog):
    """Folder, files, and the head of the log's chain to be copied."""

    def __init__(self, done: Done, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = done
        self.setWindowTitle("Released")
        self.resize(640, 400)
        where = NamedLabel("Released in")
        where.setText(f"{len(done.names)} files were checked and are in {done.folder}")
        where.setWordWrap(True)
        font = where.font()
        font.setBold(True)
        where.setFont(font)
        self.names = QListWidget()
        self.names.setAccessibleName("Files of the release")
        self.names.addItems(done.names)
        told = PlainLabel(HEAD_TOLD if done.head else NOTHING_WITHHELD)
        told.setWordWrap(True)
        self.head = QLineEdit(done.head, readOnly=True)
        self.head.setAccessibleName("Head of the log's chain")
        self.head.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.head.setCursorPosition(0)
        self.head.setVisible(bool(done.head))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for widget in (where, self.names, told, self.head, self._buttons()):
            column.addWidget(widget)
        self.open_button.setFocus()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.open_button = QPushButton("&Open Folder")
        self.open_button.clicked.connect(self._open_folder)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.ActionRole)
        if self._done.head:
            copy = QPushButton("&Copy Head")
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._done.head))
            buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._done.folder)))
