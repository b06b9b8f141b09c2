"""The text of one field."""

from __future__ import annotations

from math import ceil
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.model.sanitise import sanitised

_SIDES, _ABOVE = 4, 1


class TextEntry(QPlainTextEdit):
    """Text that wraps and is as tall as its lines.

    Enter and leaving it commit, Escape restores. Where ``many_lines`` is set Shift+Enter breaks the
    line. Undo is the field's own while something is typed, and the desk's otherwise.
    """

    committed = Signal(str)

    def __init__(
        self, name: str, *, many_lines: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = ""
        self._many_lines = many_lines
        self._asking = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setViewportMargins(_SIDES, _ABOVE, _SIDES, _ABOVE)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        if many_lines:
            self.setToolTip("Enter keeps it, Shift+Enter breaks the line, Escape restores it")
        self._fit()

    @property
    def text(self) -> str:
        """What is typed; no-break spaces stay (``toPlainText`` would lose them)."""
        document = self.document()
        return "\n".join(
            document.findBlockByNumber(at).text() for at in range(document.blockCount())
        )

    @property
    def typed(self) -> bool:
        """Whether something was typed that is not committed."""
        return self.text != self._shown

    def show_text(self, text: str) -> None:
        """This is the document's value now; what was typed gives way to it only if it changed."""
        if text != self._shown:
            self._shown = text
            self.setPlainText(text)

    def restore(self) -> None:
        """Show the document's value again."""
        if self.typed:
            self.setPlainText(self._shown)

    def commit(self) -> None:
        """Ask to keep what was typed. Losing the focus over that question asks no second time."""
        value = sanitised(self.text).strip()
        if self._asking:
            return
        if value == self._shown:
            self.restore()
            return
        self._asking = True
        self.committed.emit(value)
        self._asking = False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and self._is_desks(cast(QKeyEvent, event)):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if shift and self._many_lines:
                self.textCursor().insertBlock()
            else:
                self.commit()
        elif key == Qt.Key.Key_Escape and self.typed:
            self.restore()
        elif key == Qt.Key.Key_Escape or self._is_desks(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()
            self._unselect()

    def _unselect(self) -> None:
        """One selection in the pane: that of the field with the keyboard."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = sanitised(source.text())
        self.insertPlainText(text if self._many_lines else " ".join(text.split("\n")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(160, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.minimumHeight())

    def _is_desks(self, event: QKeyEvent) -> bool:
        """Whether the key is Undo or Redo of the desk and not of what is being typed."""
        keys = QKeySequence.StandardKey
        return not self.typed and (event.matches(keys.Undo) or event.matches(keys.Redo))

    def _fit(self) -> None:
        lines = max(1, int(self.document().size().height()))
        text = lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        self.setFixedHeight(ceil(text) + 2 * (self.frameWidth() + _ABOVE))
