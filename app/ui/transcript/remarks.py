"""What people said of the words, painted: notes and names."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.model.spans import Name, Note
from app.model.terms import NameKind
from app.ui.transcript.rows import Row
from app.ui.transcript.scene import Scene


def paint_note(painter: QPainter, scene: Scene, row: Row, note: Note) -> None:
    """A bracket under its words, and a bubble in the margin: full while the note is open."""
    colour = QColor(scene.theme.hint)
    painter.setPen(QPen(colour, max(1.0, scene.length(1))))
    tick = scene.length(4)
    for rect in row.rects(note.start, note.end):
        foot = rect.bottom() - 0.5
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(rect.left(), foot - tick),
                    QPointF(rect.left(), foot),
                    QPointF(rect.right(), foot),
                    QPointF(rect.right(), foot - tick),
                ]
            )
        )
    top = row.caret_rect(note.start).top()
    _paint_bubble(painter, scene, QPointF(row.caret_rect(0).left(), top), note)


def _paint_bubble(painter: QPainter, scene: Scene, corner: QPointF, note: Note) -> None:
    """To the left of the corner, where the margin is."""
    colour = QColor(scene.theme.hint)
    unit = scene.length(1)
    painter.setPen(QPen(colour, max(1.0, unit)))
    painter.setBrush(colour if note.resolved is None else Qt.BrushStyle.NoBrush)
    box = QRectF(corner.x() - 7 * unit, corner.y() + 5 * unit, 5 * unit, 4 * unit)
    painter.drawRect(box)
    painter.drawLine(box.bottomLeft(), box.bottomLeft() + QPointF(0, 3 * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_name(painter: QPainter, scene: Scene, row: Row, name: Name) -> None:
    """Dots under a person, dashes and dots under a place."""
    person = name.kind is NameKind.PERSON
    style = Qt.PenStyle.DotLine if person else Qt.PenStyle.DashDotLine
    painter.setPen(QPen(QColor(scene.theme.accent), max(1.5, scene.length(1.5)), style))
    for rect in row.rects(name.start, name.end):
        foot = rect.bottom() - 1
        painter.drawLine(QPointF(rect.left(), foot), QPointF(rect.right(), foot))
