"""The text widget: it lets the system edit text, and shows what the document knows of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.model.sanitise import sanitised
from app.ui.tips import show_tip
from app.ui.transcript import wording
from app.ui.transcript.ink import paint_grounds, paint_marks, span_at
from app.ui.transcript.layout import TranscriptLayout
from app.ui.transcript.positions import Place, ends_of, place_in, place_of
from app.ui.transcript.rows import Row
from app.ui.transcript.rules import (
    PlacedRule,
    paint_rule,
    rule_below,
    rules_above,
    stacked,
)
from app.ui.transcript.scene import Scene
from app.ui.transcript.spelling import Spelling, paint_unknown
from app.ui.transcript.withheld import paint_withheld, paint_withheld_grounds, withheld_tip

_TO_THE_END = (
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.MoveToEndOfDocument,
    QKeySequence.StandardKey.SelectEndOfDocument,
)
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class TranscriptEditor(QPlainTextEdit):
    """Block *i* holds the text of paragraph *i*; all else is painted from the scene."""

    page_requested = Signal(str)
    zoom_requested = Signal(int)
    menu_requested = Signal(QPoint)
    end_requested = Signal()
    """A key is about to go to the end of the text, which must be there then."""
    text_dropped = Signal(int)
    """The selected words were dragged to this position of Qt's."""
    resized = Signal()

    def __init__(self, scene: Scene, spelling: Spelling, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene
        self._spelling = spelling
        self._unfinished: Place | None = None
        self.found: dict[int, tuple[tuple[int, int], ...]] = {}
        self._layout = TranscriptLayout(self.document(), scene)
        self.document().setDocumentLayout(self._layout)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(2)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Transcript")

    # -- what is in view --------------------------------------------------------------------------

    def rows(self, top: float, bottom: float) -> Iterator[Row]:
        """The paragraphs between two heights of the viewport."""
        block = self.firstVisibleBlock()
        at = block.blockNumber()
        offset = self.contentOffset()
        y = self.blockBoundingGeometry(block).translated(offset).top()
        while block.isValid() and y <= bottom:
            paragraph = self._scene.paragraph(at)
            if paragraph is None:
                return
            height = self.blockBoundingRect(block).height()
            if y + height >= top:
                text = block.layout()
                last = text.lineAt(text.lineCount() - 1)
                yield Row(
                    at,
                    paragraph,
                    block,
                    offset.x(),
                    y,
                    y + text.lineAt(0).y(),
                    y + last.y() + last.height(),
                    y + height,
                )
            y += height
            block = block.next()
            at += 1

    def row_at(self, y: float) -> Row | None:
        return next(iter(self.rows(y, y)), None)

    def rule_under(self, point: QPointF) -> PlacedRule | None:
        """The page rule at a point."""
        row = self.row_at(point.y())
        if row is None:
            return None
        return next(
            (
                placed
                for placed in self.rules_of(row)
                if placed.top <= point.y() < placed.top + placed.height
            ),
            None,
        )

    def rules_of(self, row: Row) -> tuple[PlacedRule, ...]:
        """The rules above and below a paragraph."""
        above = stacked(self._scene, rules_above(self._scene, row.at), row.top)
        below = rule_below(self._scene, row.at)
        if below is None:
            return above
        return above + stacked(self._scene, (below,), row.text_bottom + self._scene.gap)

    def renew_rooms(self) -> None:
        self._layout.renew_rooms()

    # -- places -----------------------------------------------------------------------------------

    def caret(self) -> Place:
        cursor = self.textCursor()
        return place_in(cursor.block(), cursor.position())

    def anchor(self) -> Place:
        return place_of(self.document(), self.textCursor().anchor())

    # -- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        scene, area = self._scene, event.rect()
        rows = tuple(self.rows(area.top() - scene.gap, area.bottom() + scene.gap))
        current = self.textCursor().blockNumber()
        width = self.viewport().width()
        painter = QPainter(self.viewport())
        for row in rows:
            if row.at == current:
                paint_current(painter, scene, row, width)
            if row.paragraph.passage.spans or row.at in self.found:
                paint_grounds(painter, scene, row, self.found.get(row.at, ()))
            paint_withheld_grounds(painter, scene, row, width)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in rows:
            paint_withheld(painter, scene, row, width)
            if row.paragraph.passage.spans:
                paint_marks(painter, scene, row)
            self._paint_unknown(painter, row)
            for placed in self.rules_of(row):
                paint_rule(painter, scene, placed, width)
        painter.end()

    def _paint_unknown(self, painter: QPainter, row: Row) -> None:
        """The words that are not known, but for one that is being typed."""
        for word in self._spelling.unknown_words(self._scene.document, row.paragraph.text):
            if self._unfinished != (row.at, word[1]):
                paint_unknown(painter, self._scene, row, word)

    # -- keys and pointer -------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Qt's text control claims undo and redo even with its own undo off; they are the window's.
        claimed = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if claimed and any(cast(QKeyEvent, event).matches(key) for key in _UNDO):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(key) for key in _TO_THE_END):
            self.end_requested.emit()
        super().keyPressEvent(event)
        self._note_unfinished(event.text().isalnum())

    def _note_unfinished(self, typed: bool) -> None:
        """A word is not judged while the caret, which typed it, is still at its end."""
        left = self._unfinished is not None and self._unfinished != self.caret()
        self._unfinished = self.caret() if typed else None
        if left and not typed:
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_tip(self, event, self.tip_at(QPointF(event.pos())))
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPointF) -> str:
        """What is to be said of the thing at a point; "" for nothing."""
        row = self.row_at(point.y())
        if row is None:
            return ""
        span = span_at(self._scene, row, point)
        said = self._unknown_tip(row, point) if span is None else wording.of_span(self._scene, span)
        return ". ".join(filter(None, (withheld_tip(self._scene, row, point), said)))

    def _unknown_tip(self, row: Row, point: QPointF) -> str:
        text = row.paragraph.text
        for start, end in self._spelling.unknown_words(self._scene.document, text):
            if any(rect.contains(point) for rect in row.rects(start, end)):
                return f"“{text[start:end]}” is in no dictionary or word list"
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        placed = self.rule_under(event.position()) if left else None
        if placed is None:
            super().mousePressEvent(event)
        elif placed.rule.page is not None:
            self.page_requested.emit(placed.rule.page.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            placed = self.rule_under(event.position())
            on_rule = placed is not None and placed.rule.page is not None
            shape = Qt.CursorShape.PointingHandCursor if on_rule else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The window knows the commands. A click outside the selection puts the caret there."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            clicked, held = self.cursorForPosition(event.pos()), self.textCursor()
            if not held.selectionStart() <= clicked.position() <= held.selectionEnd():
                self.setTextCursor(clicked)
        self.menu_requested.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: object) -> None:
        self.resized.emit()
        super().resizeEvent(event)  # type: ignore[arg-type]

    # -- the clipboard and dragging ---------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """The plain words; Qt's own way turns no-break spaces into blanks."""
        mime = QMimeData()
        mime.setText("\n".join(self.selected_lines()))
        return mime

    def selected_lines(self) -> tuple[str, ...]:
        """The selected words, a line a paragraph."""
        start, end = ends_of(self.textCursor())
        lines = []
        for at in range(start[0], end[0] + 1):
            text = self.document().findBlockByNumber(at).text()
            low = start[1] if at == start[0] else 0
            high = end[1] if at == end[0] else len(text)
            lines.append(text[low:high])
        return tuple(lines)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words, not files: those are for the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain text; each line that holds something becomes a paragraph.

        Qt calls this in the middle of a drop, when its lines are out of date: no measures here.
        """
        text = sanitised(source.text())
        if "\n" in text:
            text = "\n".join(line for line in text.split("\n") if line.strip())
        self.textCursor().insertText(text)

    def dropEvent(self, event: QDropEvent) -> None:
        """Words dragged within the transcript are moved by an edit, not by Qt, which would do it in
        one change that spans all paragraphs between.
        """
        own = event.source() is self.viewport() and event.proposedAction() is (
            Qt.DropAction.MoveAction
        )
        if not own:
            super().dropEvent(event)
            return
        position = self.cursorForPosition(event.position().toPoint()).position()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        # So that Qt's text control forgets the caret it shows while something is dragged.
        self.dragLeaveEvent(QDragLeaveEvent())
        self.text_dropped.emit(position)

    def select(self, start: int, end: int) -> None:
        """Select from one of Qt's positions to another, where the caret is then."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)


def paint_current(painter: QPainter, scene: Scene, row: Row, width: float) -> None:
    """The ground of the paragraph with the caret."""
    top, bottom = row.band(scene)
    painter.fillRect(QRectF(0, top, width, bottom - top), QColor(scene.theme.window))
