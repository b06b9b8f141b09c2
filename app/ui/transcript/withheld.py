"""What is withheld, painted so that it can still be read.

| thing | under the words | over them |
|---|---|---|
| withheld words | hatched ground; where two redactions overlap the hatches cross | a box, open where a line ends before the words do, and the codes on a tab above its beginning |
| a portion denied or referred as a whole | hatched edges | a frame, and the word on a tab above it |
"""  # noqa: E501 - a row of a table

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.model.decisions import WithheldRange
from app.ui.transcript import wording
from app.ui.transcript.rows import Row
from app.ui.transcript.scene import Scene

_HATCH = 90
"""How opaque the lines of a hatch are, of 255: the words are read over them."""
_HATCHES = (Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.FDiagPattern)
_INSET = 2
"""Pixels by which the box of a redaction is within that of one it overlaps."""


def code_places(scene: Scene, at: int) -> tuple[int, ...]:
    """The offsets of the paragraph over which codes are written."""
    paragraph = scene.paragraph(at)
    if paragraph is None:
        return ()
    starts = tuple(one.start for one in scene.withheld(at, paragraph))
    return (0, *starts) if scene.wholly_withheld(at, paragraph) is not None else starts


def paint_withheld_grounds(painter: QPainter, scene: Scene, row: Row, width: float) -> None:
    """What lies under the words; ``width`` is that of the column."""
    if scene.wholly_withheld(row.at, row.paragraph) is not None:
        frame, edge = _frame(scene, row, width), scene.length(6)
        for left in (frame.left(), frame.right() - edge):
            band = QRectF(left, frame.top(), edge, frame.height())
            _hatch(painter, scene, band, _HATCHES[0])
    for one, depth in _nested(scene.withheld(row.at, row.paragraph)):
        for rect in row.rects(one.start, one.end):
            _hatch(painter, scene, _inset(rect, depth), _HATCHES[depth % 2], tinted=not depth)


def paint_withheld(painter: QPainter, scene: Scene, row: Row, width: float) -> None:
    """What lies over the words; ``width`` is that of the column."""
    ranges = scene.withheld(row.at, row.paragraph)
    whole = scene.wholly_withheld(row.at, row.paragraph)
    if whole is None and not ranges:
        return
    tabs: list[tuple[QPointF, str]] = []
    if whole is not None:
        frame = _frame(scene, row, width)
        painter.setPen(_pen(scene))
        painter.drawRect(frame)
        tabs.append((QPointF(frame.left(), row.caret_rect(0).top()), wording.of_whole(whole)))
    for one, depth in _nested(ranges):
        rects = [_inset(rect, depth) for rect in row.rects(one.start, one.end)]
        _paint_box(painter, scene, rects)
        if rects:
            corner = QPointF(rects[0].left(), row.caret_rect(one.start).top())
            tabs.append((corner, wording.codes_of(one.exemptions)))
    _paint_tabs(painter, scene, tabs, width)


def withheld_tip(scene: Scene, row: Row, point: QPointF) -> str:
    """What is to be said of the withheld words at the point; "" where none are."""
    text = row.paragraph.text
    said = [
        wording.of_withheld(one, text)
        for one in scene.withheld(row.at, row.paragraph)
        if any(rect.contains(point) for rect in row.rects(one.start, one.end))
    ]
    whole = scene.wholly_withheld(row.at, row.paragraph)
    if whole is not None and row.text_top - scene.code_room <= point.y() <= row.text_bottom:
        said.insert(0, wording.of_whole(whole))
    return ". ".join(said)


def _nested(ranges: tuple[WithheldRange, ...]) -> Iterator[tuple[WithheldRange, int]]:
    """Each with how many before it reach over its beginning."""
    for at, one in enumerate(ranges):
        yield one, sum(before.end > one.start for before in ranges[:at])


def _inset(rect: QRectF, depth: int) -> QRectF:
    by = min(depth * _INSET, rect.height() / 3)
    return rect.adjusted(0, by, 0, -by)


def _frame(scene: Scene, row: Row, width: float) -> QRectF:
    top, bottom = row.text_top - scene.padding / 2, row.text_bottom + scene.padding / 2
    return QRectF(0.5, top, width - 1.5, bottom - top)


def _hatch(
    painter: QPainter,
    scene: Scene,
    rect: QRectF,
    pattern: Qt.BrushStyle,
    *,
    tinted: bool = True,
) -> None:
    if tinted:
        painter.fillRect(rect, QColor(scene.theme.withheld_ground))
    colour = QColor(scene.theme.withheld)
    colour.setAlpha(_HATCH)
    painter.fillRect(rect, QBrush(colour, pattern))


def _pen(scene: Scene) -> QPen:
    return QPen(QColor(scene.theme.withheld), max(1.0, scene.length(1)))


def _paint_box(painter: QPainter, scene: Scene, rects: list[QRectF]) -> None:
    painter.setPen(_pen(scene))
    for number, rect in enumerate(rects):
        # On whole pixels, so that the lines are sharp.
        box = QRectF(rect.toAlignedRect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if number == 0:
            painter.drawLine(box.topLeft(), box.bottomLeft())
        if number == len(rects) - 1:
            painter.drawLine(box.topRight(), box.bottomRight())


def _paint_tabs(
    painter: QPainter, scene: Scene, tabs: list[tuple[QPointF, str]], width: float
) -> None:
    """Tabs of one line that would lie on each other stand one after the other."""
    taken: dict[float, float] = {}
    painter.setFont(scene.tiny)
    pad = scene.length(3)
    for corner, text in sorted(tabs, key=lambda tab: (tab[0].y(), tab[0].x())):
        left = max(corner.x(), taken.get(corner.y(), 0.0))
        room = width - left - 2 * pad
        words = scene.tiny_metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        long = scene.tiny_metrics.horizontalAdvance(words) + 2 * pad
        tab = QRectF(left, corner.y() - scene.code_room, long, scene.code_room)
        painter.fillRect(tab, QColor(scene.theme.withheld))
        painter.setPen(QColor(scene.theme.base))
        painter.drawText(tab, Qt.AlignmentFlag.AlignCenter, words)
        taken[corner.y()] = tab.right() + 1
