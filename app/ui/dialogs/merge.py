"""What two people did differently: whose way is taken, place by place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.model.differing import differing
from app.model.document import Document
from app.model.edits import EditRefused
from app.model.merging import Merge
from app.model.terms import Act
from app.ui.file.conflict_words import Names, places_of, sides_of
from app.ui.labels import NamedLabel, PlainLabel
from app.ui.transcript.positions import units

_MINE, _THEIRS = "mine", "theirs"
MOST_MARKED = 5_000
"""Characters of a side in which its own words are marked: to find them in more, as where paragraphs
were joined on one side and cut on the other, the window would stand still.
"""


def settle(parent: QWidget, found: Merge, names: Names) -> Document | None:
    """The document once every conflict is settled; None if the person gave up."""
    dialog = SettleConflicts(found, names, parent)
    made = dialog.made if dialog.exec() else None
    dialog.deleteLater()
    return made


class SettleConflicts(QDialog):
    """A line for each place; Left takes mine and Right theirs, and the next one is shown."""

    def __init__(self, found: Merge, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found, self._names = found, names
        self._places = places_of(found)
        self._choices: list[str] = [""] * len(found.conflicts)
        self.made: Document | None = None
        self.setWindowTitle("Merge")
        self.resize(960, 560)
        self.places = QListWidget()
        self.places.setAccessibleName("Places that both changed")
        self.places.addItems([""] * len(found.conflicts))
        self.places.installEventFilter(self)
        self.original = _text("Original")
        self.mine, self.theirs = _text(names.mine), _text(names.theirs)
        self.take_mine = QPushButton(f"&Take {names.mine} (Left)")
        self.take_theirs = QPushButton(f"Ta&ke {names.theirs} (Right)")
        self.rest_mine = QPushButton(f"All the Rest: {names.mine}")
        self.rest_theirs = QPushButton(f"All the Rest: {names.theirs}")
        self.told = NamedLabel("State of the merge")
        self.told.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.merge_button = self.buttons.addButton("&Merge", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        self._connect()
        for row in range(self.places.count()):
            self._write_row(row)
        self.places.setCurrentRow(0)
        self.places.setFocus()
        self._count()

    def _lay_out(self) -> None:
        explanation = PlainLabel(
            f"What only one of you changed is merged already. Here {self._names.other} and your "
            "document differ in the same place: choose whose way is taken."
        )
        explanation.setWordWrap(True)
        sides = QGridLayout()
        sides.setSpacing(8)
        shown = (("Original", self.original), (self._names.mine, self.mine))
        for place, (name, text) in enumerate((*shown, (self._names.theirs, self.theirs))):
            sides.addWidget(PlainLabel(name), 0, place)
            sides.addWidget(text, 1, place)
        for place, button in ((1, self.take_mine), (2, self.take_theirs)):
            sides.addWidget(button, 2, place)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.rest_mine, self.rest_theirs):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.buttons)
        for button in (self.take_mine, self.take_theirs, self.rest_mine, self.rest_theirs):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(explanation)
        column.addWidget(self.places, 1)
        column.addLayout(sides, 2)
        column.addWidget(self.told)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.places.currentRowChanged.connect(self._show)
        self.take_mine.clicked.connect(lambda: self._choose(_MINE))
        self.take_theirs.clicked.connect(lambda: self._choose(_THEIRS))
        self.rest_mine.clicked.connect(lambda: self._choose_rest(_MINE))
        self.rest_theirs.clicked.connect(lambda: self._choose_rest(_THEIRS))
        self.buttons.accepted.connect(self._make)
        self.buttons.rejected.connect(self.reject)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            keys = {Qt.Key.Key_Left: _MINE, Qt.Key.Key_Right: _THEIRS}
            side = keys.get(Qt.Key(event.key()))
            if side is not None:
                self._choose(side)
                return True
        return super().eventFilter(watched, event)

    def _show(self, row: int) -> None:
        if row < 0:
            return
        base, mine, theirs = sides_of(self._found.conflicts[row], self._found.document)
        self.original.setPlainText(base)
        for view, text in ((self.mine, mine), (self.theirs, theirs)):
            view.setPlainText(text)
            marked = differing(base, text) if max(len(base), len(text)) <= MOST_MARKED else ()
            view.setExtraSelections([_underlined(view, *place) for place in marked])

    def _choose(self, side: str) -> None:
        """For the place that is shown; then the next one that is open is shown."""
        row = self.places.currentRow()
        self._choices[row] = side
        self._write_row(row)
        order = [*range(row, len(self._choices)), *range(row)]
        self.places.setCurrentRow(next((at for at in order if not self._choices[at]), row))
        self._count()

    def _choose_rest(self, side: str) -> None:
        for row, chosen in enumerate(self._choices):
            if not chosen:
                self._choices[row] = side
                self._write_row(row)
        self._count()

    def _write_row(self, row: int) -> None:
        names = {"": "open", _MINE: self._names.mine, _THEIRS: self._names.theirs}
        self.places.item(row).setText(f"{self._places[row]} — {names[self._choices[row]]}")

    def _count(self) -> None:
        left = self._choices.count("")
        places = "1 place is" if left == 1 else f"{left:,} places are"
        self.told.setText(f"{places} open." if left else "All is settled.")
        self.merge_button.setEnabled(not left)
        if not left:
            self.merge_button.setDefault(True)

    def _make(self) -> None:
        """Settle the merge as chosen; where that cannot be, say so and show the place."""
        document = self._found.document
        for row, (conflict, side) in enumerate(
            zip(self._found.conflicts, self._choices, strict=True)
        ):
            edit = conflict.take_first if side == _MINE else conflict.take_second
            try:
                document = edit.apply(document, Act("", ""))
            except EditRefused as refusal:
                self.places.setCurrentRow(row)
                self.places.setFocus()
                self.told.setText(str(refusal))
                return
        self.made = document
        self.accept()


def _underlined(view: QPlainTextEdit, start: int, end: int) -> QTextEdit.ExtraSelection:
    """These characters, which the original has not."""
    text, found = view.toPlainText(), QTextEdit.ExtraSelection()
    found.cursor = QTextCursor(view.document())
    found.cursor.setPosition(units(text[:start]))
    found.cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    found.format.setFontUnderline(True)
    found.format.setBackground(view.palette().midlight())
    return found


def _text(name: str) -> QPlainTextEdit:
    text = QPlainTextEdit(readOnly=True)
    text.setAccessibleName(name)
    text.setTabChangesFocus(True)
    return text
