"""What is known of the words, painted: each thing has a shape of its own besides its colour.

| thing | under the words | over them |
|---|---|---|
| correction | tinted ground | a solid line |
| correction with nothing left to see | | a wedge |
| doubtful reading | tinted ground | a wavy line |
| unknown word (``spelling``) | | a line of dots |
| hint | | a flag on a dotted pole |
| page break | | a pole with two bars |
| foreign element | | a dashed line; a small diamond where it has no words |
| gap: words withheld or unreadable | | a box; a small empty one where nothing is printed |
| note | | a bracket under the words, a bubble in the margin: full while it is open |
| name | | dots under a person, dashes and dots under a place |
| place found | strong ground with an outline | |

What is withheld is in ``withheld``.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from app.model.spans import (
    Correction,
    Doubt,
    Gap,
    Hint,
    Inclusion,
    Markup,
    Name,
    Note,
    PageBreak,
    Redaction,
    Span,
)
from app.ui.transcript.remarks import paint_name, paint_note
from app.ui.transcript.rows import Row
from app.ui.transcript.scene import Scene


def paint_grounds(
    painter: QPainter, scene: Scene, row: Row, found: tuple[tuple[int, int], ...]
) -> None:
    """What lies under the words of the paragraph."""
    theme = scene.theme
    for span in row.paragraph.passage.spans:
        if isinstance(span, Correction) or (isinstance(span, Doubt) and scene.is_marked(span)):
            ground = theme.correction_ground if isinstance(span, Correction) else theme.doubt_ground
            for rect in row.rects(span.start, span.end):
                painter.fillRect(rect, QColor(ground))
    for start, end in found:
        for rect in row.rects(start, end):
            painter.fillRect(rect, QColor(theme.found_ground))
            painter.setPen(QColor(theme.quiet))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


def paint_marks(painter: QPainter, scene: Scene, row: Row) -> None:
    """What lies over the words of the paragraph."""
    for span in row.paragraph.passage.spans:
        if isinstance(span, Correction):
            _paint_correction(painter, scene, row, span)
        elif isinstance(span, Doubt):
            if scene.is_marked(span):
                _paint_doubt(painter, scene, row, span)
        elif isinstance(span, Hint):
            _paint_flag(painter, scene, row.caret_rect(span.start))
        elif isinstance(span, PageBreak):
            if span.start:
                _paint_page_break(painter, scene, row.caret_rect(span.start))
        elif isinstance(span, Gap):
            _paint_gap(painter, scene, row, span)
        elif isinstance(span, Note):
            paint_note(painter, scene, row, span)
        elif isinstance(span, Name):
            paint_name(painter, scene, row, span)
        elif isinstance(span, Markup | Inclusion):
            _paint_foreign(painter, scene, row, span)


def span_at(scene: Scene, row: Row, point: QPointF) -> Span | None:
    """The thing painted there that a reader would ask about; anchors come first."""
    reach = scene.length(5)
    spans = row.paragraph.passage.spans
    for span in spans:
        unseen = isinstance(span, Redaction) or (isinstance(span, PageBreak) and not span.start)
        if span.start == span.end and not unseen:
            rect = row.caret_rect(span.start)
            if rect.adjusted(-reach, 0, reach, reach).contains(point):
                return span
    for span in spans:
        if isinstance(span, Redaction) or (isinstance(span, Doubt) and not scene.is_marked(span)):
            continue
        if any(rect.contains(point) for rect in row.rects(span.start, span.end)):
            return span
    return None


def _paint_correction(painter: QPainter, scene: Scene, row: Row, span: Correction) -> None:
    colour = QColor(scene.theme.correction)
    if span.start == span.end:
        if span.original.isspace():
            return  # a blank taken away with a paragraph break: the break is there to see
        foot = row.caret_rect(span.start).bottomLeft()
        _paint_wedge(painter, colour, foot, scene.length(4))
        return
    thick = max(2.0, scene.length(2))
    for rect in row.rects(span.start, span.end):
        painter.fillRect(QRectF(rect.left(), rect.bottom() - thick, rect.width(), thick), colour)


def _paint_wedge(painter: QPainter, colour: QColor, foot: QPointF, size: float) -> None:
    """A caret as proof-readers write it, its tip between the two characters."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    tip = foot - QPointF(0, size)
    painter.drawPolygon(
        QPolygonF([tip, foot + QPointF(size, size / 2), foot + QPointF(-size, size / 2)])
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_doubt(painter: QPainter, scene: Scene, row: Row, span: Doubt) -> None:
    painter.setPen(QPen(QColor(scene.theme.doubt), max(1.0, scene.length(1.2))))
    wave = scene.length(3)
    for rect in row.rects(span.start, span.end):
        path = QPainterPath(QPointF(rect.left(), rect.bottom() - wave / 2))
        x, up = rect.left(), True
        while x < rect.right():
            x = min(x + wave, rect.right())
            path.lineTo(x, rect.bottom() - (wave if up else 0))
            up = not up
        painter.drawPath(path)


def _paint_flag(painter: QPainter, scene: Scene, rect: QRectF) -> None:
    colour = QColor(scene.theme.hint)
    painter.setPen(QPen(colour, max(1.0, scene.length(1)), Qt.PenStyle.DotLine))
    painter.drawLine(rect.topLeft(), rect.bottomLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    top, size = rect.topLeft(), scene.length(7)
    painter.drawPolygon(QPolygonF([top, top + QPointF(size, size / 2), top + QPointF(0, size)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_page_break(painter: QPainter, scene: Scene, rect: QRectF) -> None:
    painter.setPen(QPen(QColor(scene.theme.accent), max(1.5, scene.length(1.5))))
    painter.drawLine(rect.topLeft(), rect.bottomLeft())
    arm = QPointF(scene.length(3), 0)
    for foot in rect.topLeft(), rect.bottomLeft():
        painter.drawLine(foot - arm, foot + arm)


def _paint_gap(painter: QPainter, scene: Scene, row: Row, span: Gap) -> None:
    painter.setPen(QPen(QColor(scene.theme.ink), 1))
    boxes = list(row.rects(span.start, span.end))
    if span.start == span.end:
        half = scene.length(3)
        boxes = [row.caret_rect(span.start).adjusted(-half, 2 * half, half, -half)]
    for box in boxes:
        painter.drawRect(box.adjusted(0, 0.5, 0, -1.5))


def _paint_foreign(painter: QPainter, scene: Scene, row: Row, span: Markup | Inclusion) -> None:
    colour = QColor(scene.theme.quiet)
    if span.start < span.end:
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
        for rect in row.rects(span.start, span.end):
            painter.drawLine(rect.topLeft(), rect.topRight())
        return
    size = scene.length(3)
    top = row.caret_rect(span.start).topLeft()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    sides = (QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0))
    painter.drawPolygon(QPolygonF([top + side for side in sides]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
