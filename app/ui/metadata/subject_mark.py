"""The portion mark of the subject."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from app.model.document import Document, Mark
from app.model.edits import ClearHeadingMark, SetHeadingMark
from app.model.terms import Level
from app.ui.metadata.rows import Apply, Choice, Note, column


class SubjectMark(QWidget):
    """Level and strike-through of the mark of one entry of the head; clears or confirms it."""

    def __init__(self, entry: int, apply: Apply) -> None:
        super().__init__()
        self.entry, self._apply = entry, apply
        levels = ((f"({one.name}) {one.value}", one) for one in Level)
        self.level = Choice("Level of the subject's portion mark", [("No mark", None), *levels])
        self.level.activated.connect(self._set_level)
        self.struck = QCheckBox("Struck")
        self.struck.setAccessibleName("The subject's portion mark is struck through")
        self.struck.clicked.connect(self._set_struck)
        self.confirm = QPushButton("Confirm")
        self.confirm.setAccessibleName("Confirm the subject's portion mark")
        self.confirm.clicked.connect(lambda: self._apply(SetHeadingMark(self.entry)))
        self.note = Note("doubt")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.level, 1)
        row.addWidget(self.struck)
        layout = column()
        layout.addLayout(row)
        layout.addWidget(self.note)
        layout.addWidget(self.confirm)
        self.setLayout(layout)

    def show_document(self, document: Document) -> None:
        mark = document.heading.entries[self.entry].mark
        level = mark.level if mark is not None else None
        self.level.show_value(level)
        self.struck.setChecked(mark is not None and mark.struck)
        self.struck.setEnabled(level is not None)
        self.note.show_text(_reading(mark))
        self.confirm.setVisible(level is not None and mark is not None and not mark.confirmed)

    def _set_level(self, _row: int) -> None:
        level = self.level.currentData()
        cleared = ClearHeadingMark(self.entry)
        self._apply(cleared if level is None else SetHeadingMark(self.entry, level))

    def _set_struck(self, struck: bool) -> None:
        self._apply(SetHeadingMark(self.entry, struck=struck))


def _reading(mark: Mark | None) -> str:
    """What a person should know of how the mark was read."""
    if mark is None:
        return ""
    if not mark.confirmed:
        read = f" Read as {mark.reading}." if mark.reading else ""
        return f"? Not confirmed.{read}"
    return f"Read as {mark.reading}" if mark.reading and mark.reading != mark.text else ""
