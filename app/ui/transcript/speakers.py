"""The left gutter: who speaks, as the participants' list has it, and as the label was printed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.model.document import Paragraph
from app.model.queries import unsure_speaker
from app.model.spans import Hint, PageBreak
from app.model.terms import Kind
from app.ui.transcript import wording
from app.ui.transcript.editor import TranscriptEditor
from app.ui.transcript.gutter import Gutter
from app.ui.transcript.rows import Row
from app.ui.transcript.scene import Scene

NARROWEST, WIDEST = 56, 184
"""Of the names, in pixels at normal zoom."""

SHARE = 0.28
"""Of the pane that the gutter may take: enlarged, names must leave room for the text."""

MEASURED = 40
"""Names that are measured; a list may be long."""

KEYS = 9
"""Participants that have a key of their own: 1 to 9."""


class SpeakerGutter(Gutter):
    """Columns: the participant's key, the name over the printed label, pages and hints."""

    title = "Speakers"

    def __init__(self, scene: Scene, editor: TranscriptEditor, parent: QWidget) -> None:
        super().__init__(scene, editor, parent)
        self._names = scene.bold
        self._measured: object = None

    def natural_width(self) -> float:
        return self._key_width + self._name_width + self._page_width

    @property
    def _key_width(self) -> float:
        return max(self.scene.length(28), self.scene.small_line + self.scene.length(12))

    @property
    def _name_width(self) -> float:
        people = self.scene.document.people[:MEASURED]
        name, label = self.scene.bold_metrics, self.scene.small_metrics
        widths = [
            *(name.horizontalAdvance(person.name) for person in people),
            *(label.horizontalAdvance(f"{alias}:") for one in people for alias in one.aliases),
        ]
        low, high = self.scene.length(NARROWEST), self.scene.length(WIDEST)
        high = min(high, self.editor.width() * SHARE - self._key_width - self._page_width)
        return max(low, min(high, max(widths, default=0) + 2))

    @property
    def _page_width(self) -> float:
        last = self.scene.document.pages[-1].number
        return self.scene.small_metrics.horizontalAdvance(f"p. {last}") + self.scene.length(12)

    def content_left(self) -> float:
        return self.width() - self.natural_width()

    def describe(self, paragraph: Paragraph) -> str:
        words = wording.of_speaker(self.scene, paragraph)
        reviewed = wording.of_reviewed(self.scene.document, paragraph)
        return f"{words}. {reviewed}" if reviewed else words

    def paint_cell(self, painter: QPainter, row: Row, cell: QRectF) -> None:
        names = QRectF(cell.left() + self._key_width, row.text_top, 0, self.scene.line)
        names.setRight(cell.right() - self._page_width)
        kind = row.paragraph.kind
        if kind is Kind.CONTINUATION:
            self._paint_continuation(painter, row, names.left())
        elif kind is Kind.NARRATIVE:
            voice = self.scene.voice(row.paragraph)
            said = "reports" if voice else "narrative"
            font, word, _ = self.scene.fitted(said, names.width(), self.scene.italic)
            painter.setFont(font)
            painter.setPen(QColor(self.scene.theme.quiet))
            painter.drawText(names, Qt.AlignmentFlag.AlignVCenter, word)
            if voice:
                self._paint_under(painter, voice, names)
        else:
            self._paint_turn(painter, row.paragraph, names)
        if row.paragraph.reviewed is not None:
            self._paint_reviewed(painter, names)
        self._paint_margin(painter, row, cell)

    def _paint_continuation(self, painter: QPainter, row: Row, left: float) -> None:
        painter.setPen(QPen(QColor(self.scene.theme.rule), self.scene.length(2)))
        x = left + self.scene.length(4)
        painter.drawLine(QPointF(x, row.text_top - self.scene.gap / 2), QPointF(x, row.text_bottom))

    def _paint_turn(self, painter: QPainter, paragraph: Paragraph, names: QRectF) -> None:
        scene = self.scene
        number = scene.number(paragraph.speaker)
        if number is None:
            self._paint_unknown(painter, names)
        else:
            if number <= KEYS:
                self._paint_key(painter, str(number), names)
            font = self._font_of_names(names.width())
            name = QFontMetricsF(font).elidedText(
                scene.speaker_name(paragraph), Qt.TextElideMode.ElideRight, names.width()
            )
            painter.setFont(font)
            unsure = unsure_speaker(paragraph)
            painter.setPen(QColor(scene.theme.doubt if unsure else scene.theme.ink))
            painter.drawText(names, Qt.AlignmentFlag.AlignVCenter, name)
        label = scene.printed_label(paragraph)
        if label:
            self._paint_under(painter, label, names)

    def _font_of_names(self, width: float) -> QFont:
        """One size for all names; found anew when people, zoom or width are others."""
        scene = self.scene
        people = scene.document.people[:MEASURED]
        measured = people, scene.zoom, width
        if measured != self._measured:
            self._measured = measured
            self._names = scene.fitting((one.name for one in people), width, scene.bold)
        return self._names

    def _paint_under(self, painter: QPainter, text: str, names: QRectF) -> None:
        """A small line under the name."""
        scene = self.scene
        font, text, _ = scene.fitted(text, names.width(), scene.small)
        painter.setFont(font)
        painter.setPen(QColor(scene.theme.quiet))
        under = names.translated(0, names.height())
        under.setHeight(scene.small_line)
        painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_key(self, painter: QPainter, number: str, names: QRectF) -> None:
        """The key as a small key cap."""
        scene = self.scene
        side = scene.small_line
        cap = QRectF(0, 0, side, side)
        cap.moveCenter(QPointF(names.left() - scene.length(8) - side / 2, names.center().y()))
        painter.setFont(scene.small)
        painter.setPen(QColor(scene.theme.rule))
        painter.drawRoundedRect(cap, 3, 3)
        painter.setPen(QColor(scene.theme.quiet))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_reviewed(self, painter: QPainter, names: QRectF) -> None:
        """A check mark under the key."""
        scene = self.scene
        side = scene.small_line
        box = QRectF(0, 0, side, side)
        middle = names.center().y() + (scene.line + scene.small_line) / 2 + scene.length(1)
        box.moveCenter(QPointF(names.left() - scene.length(8) - side / 2, middle))
        painter.setPen(QPen(QColor(scene.theme.correction), max(2.0, scene.length(2))))
        low = QPointF(box.left() + side * 0.4, box.bottom() - side * 0.2)
        painter.drawLine(QPointF(box.left() + side * 0.1, box.center().y()), low)
        painter.drawLine(low, QPointF(box.right() - side * 0.05, box.top() + side * 0.15))

    def _paint_unknown(self, painter: QPainter, names: QRectF) -> None:
        colour = QColor(self.scene.theme.doubt)
        space = self.scene.length(6)
        font, word, width = self.scene.fitted("Speaker?", names.width() - space, self.scene.bold)
        painter.setFont(font)
        box = QRectF(names.left() - space, names.top(), width + 2 * space, names.height())
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(colour)
        painter.drawText(names, Qt.AlignmentFlag.AlignVCenter, word)

    # -- the column beside the text ---------------------------------------------------------------

    def has_signs(self, paragraph: Paragraph) -> bool:
        """Whether something in this column moves with the words of the paragraph."""
        spans = paragraph.passage.spans
        return any(isinstance(s, Hint) or (isinstance(s, PageBreak) and s.start) for s in spans)

    def _paint_margin(self, painter: QPainter, row: Row, cell: QRectF) -> None:
        """The number of a page that begins inside the paragraph, and a sign for each hint."""
        labels = set()
        for begin in row.paragraph.passage.page_breaks:
            if begin.start:
                place = self._page_label(row, begin)
                labels.add(place.top())
                painter.setFont(self.scene.small)
                painter.setPen(QColor(self.scene.theme.accent))
                painter.drawText(place, Qt.AlignmentFlag.AlignRight, self._page_text(begin))
        left = cell.right() - self._page_width + self.scene.length(4)
        for span in row.paragraph.passage.spans:
            if isinstance(span, Hint):
                top = row.caret_rect(span.start).top()
                under = self.scene.line if top in labels else 0
                self._paint_hint(painter, QPointF(left, top + under))

    def _page_text(self, span: PageBreak) -> str:
        place = self.scene.page_place(span.page)
        return f"p. {self.scene.document.pages[place].number}" if place is not None else "p."

    def _page_label(self, row: Row, span: PageBreak) -> QRectF:
        line = row.caret_rect(span.start)
        right = self.width() - self.scene.length(8)
        return QRectF(right - self._page_width, line.top(), self._page_width, line.height())

    def _paint_hint(self, painter: QPainter, top: QPointF) -> None:
        """An exclamation mark in a diamond."""
        half = round(self.scene.line / 2)
        middle = top + QPointF(half, half)
        colour = QColor(self.scene.theme.hint)
        painter.setPen(QPen(colour, max(1.0, self.scene.length(1.4))))
        sides = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
        painter.drawPolygon(QPolygonF([middle + side for side in sides]))
        painter.setFont(self.scene.small)
        box = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")

    def page_under(self, point: QPointF) -> str:
        row = self.editor.row_at(point.y())
        for span in row.paragraph.passage.page_breaks if row is not None else ():
            if row is not None and span.start and self._page_label(row, span).contains(point):
                return span.page
        return super().page_under(point)
