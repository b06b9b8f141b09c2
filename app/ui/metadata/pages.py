"""The lines of the pages: a table of all, and the chosen one below it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QWidget,
)

from app.model.document import Document
from app.model.edits import (
    AddFurniture,
    CorrectFurniture,
    Edit,
    RemoveFurniture,
    ReviseFurniture,
)
from app.model.terms import FurnitureKind, Level, Place
from app.ui.metadata.lines_model import (
    KIND_NAMES,
    PLACE_NAMES,
    Column,
    LineRow,
    LinesModel,
    unconfirmed,
)
from app.ui.metadata.rows import Apply, Choice, Field, Note, PassageNote, add_row, column, form
from app.ui.metadata.section import Section
from app.ui.tables.look import fit_columns, fit_rows, show_as_rows

_ROWS = 8
_NEW_LINE = "[new line]"


class PagesSection(Section):
    """Corrects and describes the lines around the text, adds and removes them."""

    page_requested = Signal(str)

    def __init__(self, apply: Apply) -> None:
        super().__init__("Pages")
        self._apply = apply
        self.model = LinesModel()
        self.table = self._make_table()
        self.details = self._make_details()
        self.content.addWidget(self.table)
        self.content.addLayout(self._make_buttons())
        self.content.addWidget(self.details)

    def concerns(self, before: Document, after: Document) -> bool:
        return before.pages is not after.pages

    def show_document(self, document: Document) -> None:
        chosen = self.chosen
        self.model.show_pages(document.pages)
        row = self.model.row_of(chosen.page.id, chosen.index) if chosen is not None else 0
        self._choose(row if row is not None else self.table.currentIndex().row())
        self._show_details()

    @property
    def chosen(self) -> LineRow | None:
        """The line in whose row the person is."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        show_as_rows(table, "Lines of the pages")
        widest = {Column.PAGE: "Page", Column.PLACE: "Bottom", Column.KIND: "Declassify on"}
        fit_columns(table, Column.TEXT, widest, padding=14)
        fit_rows(table, _ROWS)
        table.activated.connect(self._request_page)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._show_details())
        return table

    def _make_details(self) -> QWidget:
        self.text, self._text_note = Field("Text of the line", many_lines=True), PassageNote()
        self.kind = Choice("Kind of the line", [(name, kind) for kind, name in KIND_NAMES.items()])
        self.place = Choice(
            "Place of the line", [(name, place) for place, name in PLACE_NAMES.items()]
        )
        self.level = Choice("Level of the banner", [(level.value, level) for level in Level])
        self.level.setPlaceholderText("Not known")
        self.struck = QCheckBox("Struck through")
        self.note, self.confirm = Note("doubt"), QPushButton("Confirm")
        self.confirm.setAccessibleName("Confirm what the line is")
        details = QWidget()
        self._rows = form()
        details.setLayout(self._rows)
        text = QWidget()
        text.setLayout(column(self.text, self._text_note))
        add_row(self._rows, "Text", text, self.text.entry)
        add_row(self._rows, "Kind", self.kind, self.kind)
        add_row(self._rows, "Place", self.place, self.place)
        add_row(self._rows, "Level", self.level, self.level)
        self._rows.addRow("", self.struck)
        confirmation = QHBoxLayout()
        confirmation.addWidget(self.note, 1)
        confirmation.addWidget(self.confirm)
        self._rows.addRow("", confirmation)
        self._connect_details()
        return details

    def _connect_details(self) -> None:
        self.text.committed.connect(self._correct)
        self.kind.activated.connect(lambda _: self._revise(kind=self.kind.currentData()))
        self.place.activated.connect(lambda _: self._revise(place=self.place.currentData()))
        self.level.activated.connect(lambda _: self._revise(level=self.level.currentData()))
        self.struck.clicked.connect(lambda on: self._revise(struck=on))
        self.confirm.clicked.connect(lambda: self._revise())

    def _make_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(4)
        self.add, self.remove, self.go = (
            QPushButton(text) for text in ("Add Line", "Remove", "Go to Page")
        )
        self.add.setToolTip("Add a line that the import lacks to this page")
        self.remove.setToolTip("Remove a line that was added by hand")
        self.go.setToolTip("Show the page in the transcript (Enter in the table)")
        for at, (button, run) in enumerate((
            (self.add, self._add_line), (self.remove, self._remove_line),
            (self.go, lambda: self._request_page(self.table.currentIndex())),
        )):  # fmt: skip
            button.clicked.connect(run)
            grid.addWidget(button, 0, at)
        return grid

    def _choose(self, row: int) -> None:
        row = min(max(row, 0), len(self.model.rows) - 1)
        if row != self.table.currentIndex().row():
            self.table.selectRow(row)

    def _show_details(self) -> None:
        chosen = self.chosen
        piece = chosen.piece if chosen is not None else None
        self.details.setVisible(piece is not None)
        self.remove.setEnabled(piece is not None)
        if piece is None:
            return
        self.text.show_text(piece.text.text)
        self._text_note.show_passage(piece.text)
        self.kind.show_value(piece.kind)
        self.place.show_value(piece.place)
        self.level.show_value(piece.level)
        self._rows.setRowVisible(self.level, piece.kind is FurnitureKind.BANNER)
        self.struck.setChecked(piece.struck)
        self.note.show_text("? Not confirmed: a program read it." if unconfirmed(piece) else "")
        self.confirm.setVisible(unconfirmed(piece))

    def _request_page(self, index: QModelIndex) -> None:
        if index.isValid():
            self.page_requested.emit(self.model.rows[index.row()].page.id)

    def _correct(self, text: str) -> None:
        row = self.chosen
        if row is not None and row.index is not None:
            self._apply(CorrectFurniture(row.page.id, row.index, text))
        self.text.entry.restore()

    def _revise(
        self,
        kind: FurnitureKind | None = None,
        place: Place | None = None,
        level: Level | None = None,
        struck: bool | None = None,
    ) -> None:
        row = self.chosen
        if row is not None and row.index is not None:
            self._ask(ReviseFurniture(row.page.id, row.index, kind, place, level, struck))

    def _add_line(self) -> None:
        row = self.chosen
        if row is None:
            return
        place = row.piece.place if row.piece is not None else Place.TOP
        if self._apply(AddFurniture(row.page.id, FurnitureKind.OTHER, place, _NEW_LINE)):
            self._choose_added(row.page.id)

    def _choose_added(self, page: str) -> None:
        """Go to the new line's text, to be typed over."""
        for at, row in enumerate(self.model.rows):
            if row.page.id == page and row.piece is not None and row.piece.text.text == _NEW_LINE:
                self._choose(at)
        self.text.entry.setFocus()
        self.text.entry.selectAll()

    def _remove_line(self) -> None:
        row = self.chosen
        if row is not None and row.index is not None:
            self._ask(RemoveFurniture(row.page.id, row.index))

    def _ask(self, edit: Edit) -> None:
        if not self._apply(edit):
            self._show_details()
