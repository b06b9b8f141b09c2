"""Withholding words that are not in the conversation: title, head, lines of the pages, end mark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.model.decisions import WithheldRange
from app.model.document import Document, Reviewer
from app.model.edits.redactions import Stretch
from app.model.passage import Passage
from app.model.redactions import passages, portions_of_head
from app.model.standpoint import seen_ranges, standpoint
from app.ui.dialogs.passage_places import place_in_words
from app.ui.labels import NamedLabel, PlainLabel
from app.ui.tips import plain_tip
from app.ui.transcript.positions import points, units
from app.ui.transcript.wording import codes_of


def choose_words(
    parent: QWidget, document: Document, person: Reviewer
) -> tuple[Stretch, bool] | None:
    """The words to withhold or, where the second is true, to release; None if the person gave up.

    What is to be released is at the start of the stretch.
    """
    dialog = WithholdInHead(document, person, parent)
    chosen = (dialog.stretch, dialog.release) if dialog.exec() else None
    dialog.deleteLater()
    return chosen


class WithholdInHead(QDialog):
    """A passage is chosen in the list, then words of it; at first they are all selected."""

    def __init__(self, document: Document, person: Reviewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passages = _passages(document, person)
        self._ranges = {where: seen_ranges(document, person, where) for where, _ in self._passages}
        self.release = False
        self.setWindowTitle("Withhold in the Head")
        self.resize(600, 520)
        self.list = QListWidget()
        self.list.setAccessibleName("Passages")
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for where, passage in self._passages:
            self.list.addItem(self._row(document, where, passage))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Words of the passage")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.fontMetrics().height() * 6)
        self.held = NamedLabel("Withheld in this passage")
        self.held.setWordWrap(True)
        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.take = self.buttons.addButton("Withhold…", roles.AcceptRole)
        self.give_back = self.buttons.addButton("Release", roles.ActionRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_passage)
        self.list.itemActivated.connect(lambda _: self.text.setFocus())
        self.text.selectionChanged.connect(self._enable)
        self.text.cursorPositionChanged.connect(self._enable)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.give_back.clicked.connect(self._release)
        self.take.setDefault(True)
        self.list.setCurrentRow(0)
        self._enable()
        self.list.setFocus()

    def _row(self, document: Document, where: str, passage: Passage) -> QListWidgetItem:
        held = f" — {len(self._ranges[where])} withheld" if self._ranges[where] else ""
        words = " ".join(passage.text.split())
        row = QListWidgetItem(f"{place_in_words(document, where)}{held}: {words}")
        row.setToolTip(plain_tip(row.text()))
        return row

    def _lay_out(self) -> None:
        caption = PlainLabel("Select the &words to withhold")
        caption.setBuddy(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        for widget in (caption, self.text, self.held, self.buttons):
            column.addWidget(widget)

    @property
    def stretch(self) -> Stretch:
        """The words that are selected, or the range that is to be released."""
        where, _ = self._passages[self.list.currentRow()]
        touched = self._touched()
        if self.release and touched is not None:
            return where, touched.start, touched.end
        return where, *self._selection()

    def _selection(self) -> tuple[int, int]:
        cursor, (_, passage) = self.text.textCursor(), self._passages[self.list.currentRow()]
        ends = cursor.selectionStart(), cursor.selectionEnd()
        return points(passage.text, ends[0]), points(passage.text, ends[1])

    def _touched(self) -> WithheldRange | None:
        where, _ = self._passages[self.list.currentRow()]
        start, end = self._selection()
        touched = (one for one in self._ranges[where] if one.start <= end and start <= one.end)
        return min(touched, key=lambda one: one.end - one.start, default=None)

    def _show_passage(self, row: int) -> None:
        where, passage = self._passages[row]
        self.text.setPlainText(passage.text)
        self.text.setExtraSelections([self._ground(one, passage) for one in self._ranges[where]])
        self.held.setText(
            "; ".join(
                f"Withheld {codes_of(one.exemptions)}: “{passage.text[one.start : one.end]}”"
                for one in self._ranges[where]
            )
        )
        self.text.selectAll()

    def _ground(self, held: WithheldRange, passage: Passage) -> QTextEdit.ExtraSelection:
        """Hatched, and underlined."""
        ground = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(units(passage.text[: held.start]))
        end = units(passage.text[: held.end])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        ground.cursor = cursor
        colour = QColor(self.palette().link().color())
        colour.setAlpha(90)
        shape = ground.format
        shape.setBackground(QBrush(colour, Qt.BrushStyle.BDiagPattern))
        shape.setFontUnderline(True)
        return ground

    def _enable(self) -> None:
        if self.list.currentRow() >= 0:
            start, end = self._selection()
            self.take.setEnabled(start < end)
            self.give_back.setEnabled(self._touched() is not None)

    def _release(self) -> None:
        self.release = True
        self.accept()


def _passages(document: Document, person: Reviewer) -> tuple[tuple[str, Passage], ...]:
    """Those outside the conversation; a second reviewer judges only what is a portion."""
    judged = {where for portion in portions_of_head(document) for where in portion.where}
    second = standpoint(document, person).second
    return tuple(
        (where, passage)
        for where, passage in passages(document, conversation=False)
        if passage.text.strip() and (not second or where in judged)
    )
