"""What stands between the paragraphs where a page ends and the next begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.model.document import Furniture, Page, Paragraph
from app.model.spans import PageBreak
from app.model.terms import FurnitureKind, Place
from app.ui.transcript.scene import Scene

Line = tuple[Furniture, ...]


@dataclass(frozen=True, slots=True)
class PageRule:
    """The end of one page over the beginning of ``page``; at the end of the document None."""

    page: Page | None
    ending: tuple[Line, ...] = ()
    beginning: tuple[Line, ...] = ()
    trailer: str = ""

    def height(self, scene: Scene) -> float:
        lines = len(self.ending) + len(self.beginning) + bool(self.trailer)
        return lines * _pitch(scene) + self.label_height(scene) + scene.gap

    def label_height(self, scene: Scene) -> float:
        """The height of the line with the rule."""
        return scene.line + scene.length(4)

    def rule_at(self, scene: Scene) -> float:
        """How far down the hairline is."""
        above = (len(self.ending) + bool(self.trailer)) * _pitch(scene)
        return round(above + self.label_height(scene) / 2)

    @property
    def label(self) -> str:
        if self.page is None:
            return "End"
        sheet = " · Library sheet, not part of the memorandum" if self.page.sheet else ""
        return f"Page {self.page.number}{sheet}"


class PlacedRule(NamedTuple):
    rule: PageRule
    top: float
    height: float


def opening_pages(paragraph: Paragraph) -> tuple[str, ...]:
    """The pages that begin with the paragraph."""
    spans = paragraph.passage.spans
    return tuple(s.page for s in spans if s.start == 0 and isinstance(s, PageBreak))


def rules_above(scene: Scene, at: int) -> tuple[PageRule, ...]:
    """The rules over a paragraph, in order."""
    paragraph = scene.paragraph(at)
    if paragraph is None or (at and not paragraph.passage.spans):
        return ()
    rules = tuple(_rule_of(scene, page) for page in opening_pages(paragraph))
    return (_first_rule(scene), *rules) if at == 0 else rules


def rule_below(scene: Scene, at: int) -> PageRule | None:
    """What follows the last paragraph."""
    document = scene.document
    if at != len(document.paragraphs) - 1:
        return None
    trailer = document.trailer.text if document.trailer is not None else ""
    return PageRule(None, _lines(document.pages[-1], Place.BOTTOM), (), trailer)


def rooms(scene: Scene, at: int) -> tuple[float, float]:
    """The room above and below a paragraph; asked for all in view at every key."""
    paragraphs = scene.document.paragraphs
    if 0 < at < len(paragraphs) - 1:
        spans = paragraphs[at].passage.spans
        if not spans or spans[0].end > 0:
            return 0, scene.gap
    above = sum(rule.height(scene) for rule in rules_above(scene, at))
    end = rule_below(scene, at)
    return above, scene.gap if end is None else scene.gap + end.height(scene)


def stacked(scene: Scene, rules: tuple[PageRule, ...], top: float) -> tuple[PlacedRule, ...]:
    """The rules, each with its place."""
    placed = []
    for rule in rules:
        placed.append(PlacedRule(rule, top, rule.height(scene)))
        top += rule.height(scene)
    return tuple(placed)


def paint_rule(painter: QPainter, scene: Scene, placed: PlacedRule, width: float) -> None:
    """The furniture of both pages, and the hairline with the page's number."""
    rule, top, _ = placed
    pitch = _pitch(scene)
    painter.setPen(QColor(scene.theme.quiet))
    y = top
    if rule.trailer:
        _paint_trailer(painter, scene, rule.trailer, QRectF(0, y, width, pitch))
        y += pitch
    for line in rule.ending:
        _paint_line(painter, scene, line, QRectF(0, y, width, pitch))
        y += pitch
    _paint_label(painter, scene, rule.label, top + rule.rule_at(scene), width)
    y += rule.label_height(scene)
    for line in rule.beginning:
        _paint_line(painter, scene, line, QRectF(0, y, width, pitch))
        y += pitch


def paint_hairline(painter: QPainter, scene: Scene, y: float, left: float, right: float) -> None:
    painter.setPen(QPen(QColor(scene.theme.rule), 1))
    painter.drawLine(QPointF(left, y + 0.5), QPointF(right, y + 0.5))


def _first_rule(scene: Scene) -> PageRule:
    page = scene.document.pages[0]
    return PageRule(page, (), _lines(page, Place.TOP))


def _rule_of(scene: Scene, identifier: str) -> PageRule:
    place = scene.page_place(identifier)
    if place is None:
        return PageRule(None)
    pages = scene.document.pages
    ending = _lines(pages[place - 1], Place.BOTTOM) if place else ()
    return PageRule(pages[place], ending, _lines(pages[place], Place.TOP))


def _lines(page: Page, place: Place) -> tuple[Line, ...]:
    """The furniture there; banners that follow one another share a line."""
    lines: list[Line] = []
    for piece in page.furniture:
        if piece.place is not place:
            continue
        if lines and piece.kind is lines[-1][-1].kind is FurnitureKind.BANNER:
            lines[-1] = (*lines[-1], piece)
        else:
            lines.append((piece,))
    return tuple(lines)


def printed(piece: Furniture) -> str:
    """Its lines in one; a banner that was only inferred, in brackets with a question mark."""
    if not piece.text.text.strip() and piece.level is not None:
        return f"[{piece.level.value}?]"
    return " · ".join(piece.text.text.split("\n"))


def _pitch(scene: Scene) -> float:
    return scene.small_line + scene.length(2)


def _paint_trailer(painter: QPainter, scene: Scene, text: str, rect: QRectF) -> None:
    painter.setFont(scene.small)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _paint_line(painter: QPainter, scene: Scene, line: Line, rect: QRectF) -> None:
    """Pieces side by side, the whole in the middle."""
    space = scene.length(24)
    most = (rect.width() - space * (len(line) - 1)) / len(line)
    fitted = [scene.fitted(printed(piece), most, scene.small) for piece in line]
    x = rect.center().x() - (sum(width for *_, width in fitted) + space * (len(line) - 1)) / 2
    for piece, (font, text, width) in zip(line, fitted, strict=True):
        font.setStrikeOut(piece.struck)
        painter.setFont(font)
        place = QRectF(x, rect.top(), width + 1, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        x += width + space


def _paint_label(painter: QPainter, scene: Scene, label: str, y: float, width: float) -> None:
    font = QFont(scene.small)
    font.setBold(True)
    length = QFontMetricsF(font).horizontalAdvance(label) + scene.length(24)
    left, right = (width - length) / 2, (width + length) / 2
    pen = painter.pen()
    paint_hairline(painter, scene, y, 0, left)
    paint_hairline(painter, scene, y, right, width)
    painter.setPen(pen)
    painter.setFont(font)
    place = QRectF(left, y - scene.line / 2, length, scene.line)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label)
