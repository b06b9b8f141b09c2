"""A strip beside the text with a cell for each paragraph, to be clicked or gone through by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.model.document import Paragraph
from app.ui.tips import show_tip
from app.ui.transcript.editor import TranscriptEditor, paint_current
from app.ui.transcript.rows import Row
from app.ui.transcript.rules import paint_hairline
from app.ui.transcript.scene import Scene

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}
_ACTIVATE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Gutter(QWidget):
    """The current cell is that of the paragraph with the caret: one place, not two.

    Moving from cell to cell with the keyboard moves the caret, so every command works from here.
    """

    requested = Signal(int)
    step_requested = Signal(int, bool)
    """Go so many paragraphs on; whether the selection is to go along."""
    page_requested = Signal(str)
    chosen = Signal(int)
    """The paragraph whose menu is asked for."""
    menu_requested = Signal(QPoint)

    title = ""

    def __init__(self, scene: Scene, editor: TranscriptEditor, parent: QWidget) -> None:
        # Not a child of the editor, which would take the keys and clicks that are not used here.
        super().__init__(parent)
        self.scene = scene
        self.editor = editor
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.title)
        editor.updateRequest.connect(self._follow_editor)

    # -- for the two gutters to say ---------------------------------------------------------------

    def natural_width(self) -> float:
        """The width the cells need."""
        raise NotImplementedError

    def content_left(self) -> float:
        """Where the cells begin: the gutter is wider in a wide window."""
        raise NotImplementedError

    def paint_cell(self, painter: QPainter, row: Row, cell: QRectF) -> None:
        """``cell`` is within the ground; the first line of text begins at ``row.text_top``."""
        raise NotImplementedError

    def describe(self, paragraph: Paragraph) -> str:
        """The whole of what a cell shows, in words."""
        raise NotImplementedError

    def cell_of(self, row: Row) -> QRectF:
        """Where the cell's own content is."""
        top, bottom = row.band(self.scene)
        return QRectF(self.content_left(), top, self.natural_width(), bottom - top)

    # -- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        scene, area = self.scene, event.rect()
        current = self.editor.textCursor().blockNumber()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(scene.theme.gutter))
        for row in self.editor.rows(area.top() - scene.gap, area.bottom() + scene.gap):
            if row.at == current:
                paint_current(painter, scene, row, self.width())
            self.paint_cell(painter, row, self.cell_of(row))
            for rule, top, _ in self.editor.rules_of(row):
                paint_hairline(painter, scene, top + rule.rule_at(scene), 0, self.width())
            if row.at == current and self.hasFocus():
                self._paint_focus(painter, row)
        painter.end()

    def _paint_focus(self, painter: QPainter, row: Row) -> None:
        painter.setPen(QPen(QColor(self.scene.theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.cell_of(row).adjusted(2, 1, -2, -1), 4, 4)

    def _follow_editor(self, area: QRect, scrolled: int) -> None:
        """Where only a part of the text is painted anew (a key, a blinking caret) nothing moved.

        The pane says when cells show something else.
        """
        if scrolled:
            self.scroll(0, scrolled)
        elif area.height() >= self.height():
            self.update()

    # -- keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step_requested.emit(_STEPS[key], extend)
            self.announce()
        elif key in _ACTIVATE:
            self.requested.emit(self.editor.textCursor().blockNumber())
        elif key == Qt.Key.Key_Escape:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.editor.ensureCursorVisible()
        self.announce()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def announce(self) -> None:
        """Say in the accessible name which cell is the current one; it is what is read out."""
        at = self.editor.textCursor().blockNumber()
        paragraph = self.scene.paragraph(at)
        if paragraph is not None:
            self.setAccessibleName(f"{self.title}, paragraph {at + 1}: {self.describe(paragraph)}")

    # -- the pointer ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        page = self.page_under(event.position())
        row = self.editor.row_at(event.position().y())
        if page:
            self.page_requested.emit(page)
        elif row is not None and self.cell_of(row).contains(event.position()):
            self.requested.emit(row.at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """For the cell under the pointer, or with the menu key for the current one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        y = self.editor.cursorRect().center().y() if by_key else event.pos().y()
        row = self.editor.row_at(y)
        if row is None:
            return
        if not by_key:
            self.chosen.emit(row.at)
            self.menu_requested.emit(event.globalPos())
            return
        self.menu_requested.emit(self.mapToGlobal(self.cell_of(row).center().toPoint()))

    def page_under(self, point: QPointF) -> str:
        """The page whose rule or label is at the point; "" for none."""
        placed = self.editor.rule_under(point)
        return placed.rule.page.id if placed is not None and placed.rule.page is not None else ""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.editor.row_at(event.pos().y())
            inside = row is not None and self.cell_of(row).contains(QPointF(event.pos()))
            tip = self.describe(row.paragraph) if row is not None and inside else ""
            show_tip(self, event, tip)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The text scrolls wherever the pointer is."""
        QApplication.sendEvent(self.editor.viewport(), event)
