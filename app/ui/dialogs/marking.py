"""The portion mark of paragraphs: level, caveats, strike-through and place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.model.document import Document, Mark
from app.model.edits import ClearMarking, Edit, SetMarking
from app.model.terms import Level, Position
from app.ui.dialogs.caveat_list import CaveatList
from app.ui.labels import NamedLabel, PlainLabel

_T = TypeVar("_T")
_KEYS = {
    Qt.Key.Key_U: Level.U,
    Qt.Key.Key_C: Level.C,
    Qt.Key.Key_S: Level.S,
    Qt.Key.Key_T: Level.TS,
}
_NAMES = {
    Level.U: "(&U) Unclassified",
    Level.C: "(&C) Confidential",
    Level.S: "(&S) Secret",
    Level.TS: "(&TS) Top Secret",
}


def choose_marking(document: Document, at: tuple[int, ...], parent: QWidget) -> Edit | None:
    """The edit that marks the paragraphs ``at``, None if the person thinks better of it."""
    dialog = MarkingDialog(document, at, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.edit if accepted else None


class MarkingDialog(QDialog):
    """What several paragraphs do not have in common is left open, and stays as it is in each."""

    def __init__(
        self, document: Document, at: tuple[int, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._at = at
        self._marks = tuple(document.paragraphs[place].mark or Mark(None) for place in at)
        self._cleared = False
        self.setWindowTitle("Portion Mark")
        self.levels = {level: QRadioButton(text) for level, text in _NAMES.items()}
        self.caveats = CaveatList(self._shared(lambda mark: mark.caveats))
        self.struck = QCheckBox("Struc&k through")
        self.trailing = QRadioButton("&After the text")
        self.leading = QRadioButton("&Before the text")
        self._show_marks()
        self._lay_out()
        self._connect()
        self._preview()
        self._first_focus().setFocus()

    @property
    def edit(self) -> Edit:
        """What was asked for."""
        if self._cleared:
            return ClearMarking(self._at)
        struck = self.struck.checkState()
        return SetMarking(
            self._at,
            self._level(),
            self.caveats.chosen,
            None if struck is Qt.CheckState.PartiallyChecked else struck is Qt.CheckState.Checked,
            self._position(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """U, C, S and T choose the level wherever no text is typed."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
        )  # fmt: skip
        level = _KEYS.get(Qt.Key(event.key())) if plain else None
        if level is None:
            super().keyPressEvent(event)
        else:
            self.levels[level].setChecked(True)
            self.levels[level].setFocus()

    # -- the window -------------------------------------------------------------------------------

    def _show_marks(self) -> None:
        level = self._shared(lambda mark: mark.level)
        if level is not None:
            self.levels[level].setChecked(True)
        struck = self._shared(lambda mark: mark.struck)
        if struck is None:
            self.struck.setTristate(True)
            self.struck.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.struck.setChecked(struck)
        position = self._shared(lambda mark: mark.position)
        self.trailing.setChecked(position is Position.TRAILING)
        self.leading.setChecked(position is Position.LEADING)

    def _lay_out(self) -> None:
        self.mark = NamedLabel("Resulting mark")
        font = self.mark.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self.mark.setFont(font)
        self.reading = PlainLabel(_readings(self._marks))
        self.reading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        head = QHBoxLayout()
        head.addWidget(self.mark)
        head.addStretch()
        head.addWidget(self.reading)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(_group("Level", *self.levels.values()))
        left.addWidget(_group("Place", self.trailing, self.leading))
        left.addWidget(self.struck)
        left.addStretch()
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addLayout(left)
        columns.addWidget(self.caveats, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(columns)
        layout.addWidget(self._buttons())
        self.resize(680, 440)

    def _buttons(self) -> QDialogButtonBox:
        roles = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(roles.Ok | roles.Cancel)
        self.clear = self.buttons.addButton(
            "Clea&r Mark", QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.clear.setEnabled(any(mark.level is not None for mark in self._marks))
        self.clear.clicked.connect(self._clear)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        return self.buttons

    def _connect(self) -> None:
        self._places = QButtonGroup(self)
        self._places.addButton(self.trailing)
        self._places.addButton(self.leading)
        for level in self.levels.values():
            level.toggled.connect(self._preview)
        self.struck.checkStateChanged.connect(self._preview)
        self.caveats.changed.connect(self._preview)

    def _first_focus(self) -> QWidget:
        chosen = (button for button in self.levels.values() if button.isChecked())
        return next(chosen, self.levels[Level.U])

    def _preview(self) -> None:
        level = self._level()
        ready = level is not None or all(mark.level is not None for mark in self._marks)
        if level is not None:
            text = Mark(level, self.caveats.chosen or ()).text
        else:
            text = "Different marks" if ready else "No mark yet"
        self.mark.setText(text)
        font = self.mark.font()
        font.setStrikeOut(level is not None and self.struck.checkState() is Qt.CheckState.Checked)
        self.mark.setFont(font)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)

    def _clear(self) -> None:
        self._cleared = True
        self.accept()

    # -- what is chosen ---------------------------------------------------------------------------

    def _level(self) -> Level | None:
        return next((one for one, button in self.levels.items() if button.isChecked()), None)

    def _position(self) -> Position | None:
        if self.trailing.isChecked():
            return Position.TRAILING
        return Position.LEADING if self.leading.isChecked() else None

    def _shared(self, part: Callable[[Mark], _T]) -> _T | None:
        """The part of the marks where all agree, else None."""
        found = {part(mark) for mark in self._marks}
        return found.pop() if len(found) == 1 else None


def _group(title: str, *choices: QWidget) -> QGroupBox:
    box = QGroupBox(title)
    layout = QVBoxLayout(box)
    layout.setSpacing(4)
    for choice in choices:
        layout.addWidget(choice)
    return box


def _readings(marks: tuple[Mark, ...]) -> str:
    """What the OCR read, each reading once."""
    read = dict.fromkeys(mark.reading for mark in marks if mark.reading)
    return f"OCR read {', '.join(read)}" if read else "The OCR read no mark here"
