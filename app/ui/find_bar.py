"""Finding words in the document, in a bar above the text."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.model.search import Match, matches, nearest
from app.ui.commands.desk import Desk
from app.ui.labels import NamedLabel

SEARCH_AFTER_MS = 60
REFRESH_AFTER_MS = 250


class FindBar(QWidget):
    """Looks as one types, paints all matches, and goes from one to the next, round the end.

    Enter and Shift+Enter go on and back; Escape closes it.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: tuple[Match, ...] = ()
        self._start = (0, 0)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find in the conversation")
        self.field.setAccessibleName("Find")
        self.field.setClearButtonEnabled(True)
        self.count = NamedLabel("Matches")
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance("1,000 of 10,000"))
        self.match_case = QCheckBox("Match case")
        self._lay_out()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self.field.textEdited.connect(lambda: self._timer.start(SEARCH_AFTER_MS))
        self.match_case.toggled.connect(self._look)

    def _lay_out(self) -> None:
        previous, following, close = (QPushButton(t) for t in ("Previous", "Next", "Close"))
        previous.clicked.connect(lambda: self.step(-1))
        following.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        for widget in (self.count, previous, following, self.match_case, close):
            row.addWidget(widget)

    def open_bar(self) -> None:
        """Show the bar with its text selected; what is selected in the transcript is looked for."""
        (at, start), (last, end) = self._desk.pane.selection()
        self._start = (at, start)
        selected = self._desk.document.paragraphs[at].text[start:end] if at == last else ""
        if selected:
            self.field.setText(selected)
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self._look()

    def close_bar(self) -> None:
        """Hide the bar and give the keyboard back to the text."""
        self._timer.stop()
        self.hide()
        self._found = ()
        if self._desk.transcript is not None:
            self._desk.transcript.show_matches(())
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next match (1) or the one before (-1) of the caret, round the end."""
        if not self._found or self._timer.isActive():
            self._timer.stop()
            self._found = self._matches()
        if self._found:
            start, end = self._desk.pane.selection()
            here = (*start, end[1]) if start[0] == end[0] else (*start, start[1])
            self._go(_next(self._found, here, by))
        else:
            self._show_count(None)

    def refresh(self) -> None:
        """The document changed: look again in a moment, without moving the caret."""
        if self.isVisible():
            QTimer.singleShot(REFRESH_AFTER_MS, self, self._repaint)

    def forget(self) -> None:
        """Another document: nothing is found in it yet."""
        self._timer.stop()
        self._found = ()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step(-1 if back else 1)
            case _:
                super().keyPressEvent(event)

    def _matches(self) -> tuple[Match, ...]:
        if self._desk.review is None:
            return ()
        sought = self.field.text()
        return matches(self._desk.document, sought, match_case=self.match_case.isChecked())

    def _look(self) -> None:
        """Another text is sought: paint its matches and go to the first one from where it began."""
        self._found = self._matches()
        self._desk.pane.show_matches(self._found)
        self._go(nearest(self._found, *self._start))

    def _repaint(self) -> None:
        if self.isVisible() and self._desk.review is not None:
            self._found = self._matches()
            self._desk.pane.show_matches(self._found)
            self._show_count(None)

    def _go(self, number: int | None) -> None:
        if number is not None:
            at, start, end = self._found[number]
            self._desk.pane.place_caret(at, start, select_to=(at, end))
        self._show_count(number)

    def _show_count(self, number: int | None) -> None:
        total = len(self._found)
        if number is not None:
            self.count.setText(f"{number + 1:,} of {total:,}")
        elif total:
            self.count.setText(f"{total:,} found")
        else:
            self.count.setText("Not found" if self.field.text() else "")


def _next(found: tuple[Match, ...], here: Match, by: int) -> int:
    """The match after (1) or before (-1) the selection ``here``, round the end."""
    if by > 0:
        return next((n for n, match in enumerate(found) if match > here), 0)
    before = [n for n, match in enumerate(found) if match < here]
    return before[-1] if before else len(found) - 1
