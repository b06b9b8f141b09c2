"""The source's reading beside the text, for the page that the caret is on."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QTextBrowser,
    QVBoxLayout,
)

from app.model.comparing import Piece, differences, pieces, places
from app.model.document import Document, Page, Paragraph
from app.model.passage import Passage
from app.model.queries import Place, following, page_at, preceding
from app.model.scopes import of_page
from app.ui.commands.desk import Desk
from app.ui.labels import NamedLabel
from app.ui.tools.tool import Tool
from app.ui.transcript.wording import reading

NONE = "The text reads as the source does."


class CompareTool(Tool):
    """In place: what the source reads stands struck through before what reads there now."""

    name = "compare"
    title = "Compare with the Source"
    area = Qt.DockWidgetArea.BottomDockWidgetArea
    breadth = 320
    follows_caret = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: tuple[object, ...] = ()
        self.in_place = QRadioButton("In place")
        self.side_by_side = QRadioButton("Side by side")
        self.in_place.setChecked(True)
        self._modes = QButtonGroup(self)
        for mode in (self.in_place, self.side_by_side):
            self._modes.addButton(mode)
        self.count = NamedLabel("Differences")
        self.previous = QPushButton("Previous Difference")
        self.next = QPushButton("Next Difference")
        self.view = QTextBrowser()
        self.view.setAccessibleName("Comparison with the source")
        self.view.setOpenLinks(False)
        self._lay_out()
        self._modes.buttonToggled.connect(self.refresh_soon)
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.view.anchorClicked.connect(self._go)
        self.setFocusProxy(self.view)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        for widget in (self.in_place, self.side_by_side):
            head.addWidget(widget)
        head.addWidget(self.count, 1)
        for button in (self.previous, self.next):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def forget(self) -> None:
        self._shown = ()

    def refresh(self) -> None:
        document, caret = self.desk.document, self.desk.caret
        page = page_at(document, *caret)
        paragraphs = document.paragraphs
        shown = (page.id, paragraphs, caret[0], self.side_by_side.isChecked(), self.theme)
        if self._shown == shown:
            return
        self._shown = shown
        stretches = tuple(of_page(document, page.id))
        total = sum(len(differences(paragraphs[at].passage)) for at, _, _ in stretches)
        self.count.setText(f"Page {page.number}: {_counted(total)}")
        self.view.setHtml(self._html(document, page, [at for at, _, _ in stretches]))
        if caret[0] != stretches[0][0]:
            self.view.scrollToAnchor(f"paragraph-{caret[0]}")

    def step(self, by: int) -> None:
        """The caret goes to the next difference (1) or the one before (-1)."""
        direction = following if by > 0 else preceding
        self._select(direction(places(self.desk.document), self._here(by)))

    def _here(self, by: int) -> Place:
        start, _ = self.desk.pane.selection()
        return start

    def _select(self, place: Place | None) -> None:
        if place is None:
            self.desk.window.tell(NONE)
            return
        at, start = place
        found = differences(self.desk.document.paragraphs[at].passage)
        end = next((piece.end for piece in found if piece.start == start), start)
        self.desk.pane.place_caret(at, start, select_to=(at, end))

    def _go(self, url: QUrl) -> None:
        at, _, start = url.toString().removeprefix("place:").partition("-")
        if int(at) < len(self.desk.document.paragraphs):
            self._select((int(at), int(start)))

    # -- as HTML ----------------------------------------------------------------------------------

    def _html(self, document: Document, page: Page, at: list[int]) -> str:
        rows = (self._row(document.paragraphs[place], place) for place in at)
        if not self.side_by_side.isChecked():
            return f"<body>{''.join(rows)}</body>"
        head = "<tr><th align='left'>The source reads</th><th align='left'>The text now</th></tr>"
        table = f"<table width='100%' cellpadding='6' cellspacing='0'>{head}{''.join(rows)}</table>"
        return f"<body>{table}</body>"

    def _row(self, paragraph: Paragraph, at: int) -> str:
        name = f"<a name='paragraph-{at}'></a>"
        if not self.side_by_side.isChecked():
            return f"<p>{name}{''.join(self._both(paragraph.passage, at))}</p>"
        ground = self.theme.gutter if at == self.desk.caret[0] else self.theme.base
        cells = (
            "".join(self._source(paragraph.passage, at)),
            "".join(self._text(paragraph.passage, at)),
        )
        source, text = (f"<td width='50%' bgcolor='{ground}'>{{}}</td>" for _ in cells)
        return f"<tr>{source.format(name + cells[0])}{text.format(cells[1])}</tr>"

    def _both(self, passage: Passage, at: int) -> Iterator[str]:
        for piece in pieces(passage):
            if piece.correction is None:
                yield escape(piece.original)
            else:
                was, now = self._was(piece), self._is(passage, piece)
                between = "&thinsp;" if was and now else ""
                yield self._link(f"{was}{between}{now}", piece, at)

    def _source(self, passage: Passage, at: int) -> Iterator[str]:
        for piece in pieces(passage):
            changed = piece.correction is not None
            yield self._link(self._was(piece), piece, at) if changed else escape(piece.original)

    def _text(self, passage: Passage, at: int) -> Iterator[str]:
        for piece in pieces(passage):
            changed = piece.correction is not None
            words = self._is(passage, piece)
            yield self._link(words, piece, at) if changed else escape(piece.original)

    def _was(self, piece: Piece) -> str:
        words = escape(reading(piece.original))
        return f"<s style='color:{self.theme.error}'>{words}</s>" if words else ""

    def _is(self, passage: Passage, piece: Piece) -> str:
        words = escape(passage.text[piece.start : piece.end])
        ground = self.theme.correction_ground
        style = f"color:{self.theme.correction}; background-color:{ground}"
        return f"<u style='{style}'>{words}</u>" if words else ""

    def _link(self, html: str, piece: Piece, at: int) -> str:
        style = "text-decoration:none"
        return f"<a href='place:{at}-{piece.start}' style='{style}'>{html}</a>" if html else ""


def _counted(total: int) -> str:
    if not total:
        return "no differences"
    return "1 difference" if total == 1 else f"{total:,} differences"
