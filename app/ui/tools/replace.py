"""Find and replace, with a preview of each place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from app.model.document import Document
from app.model.replacing import Hit, replaced
from app.ui.commands.desk import Desk
from app.ui.labels import NamedLabel, PlainLabel
from app.ui.tools.hit_list import Column, HitList, HitsModel
from app.ui.tools.scope import ScopeBox
from app.ui.tools.search import Query, Search
from app.ui.tools.tool import Tool

LOOKS_AFTER_MS = 120


class ReplaceTool(Tool):
    """Looks as one types. Nothing changes before the button is pressed, and then in one step."""

    name = "replace"
    title = "Find and Replace"
    area = Qt.DockWidgetArea.BottomDockWidgetArea
    breadth = 320

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sought = _field("Find", "Words, or a regular expression")
        self.replacement = _field("Replace with", "Nothing: the words are taken out")
        self.match_case = QCheckBox("Match case")
        self.whole_words = QCheckBox("Whole words")
        self.expression = QCheckBox("Regular expression")
        self.expression.setToolTip(r"Groups: (…) in Find is \1 in Replace with")
        self.original = QCheckBox("Source's readings")
        self.original.setToolTip("Look through what the source reads, corrections put back")
        self.scope = ScopeBox()
        self.model = HitsModel()
        self.preview = HitList("Places found", self.model)
        self.status = NamedLabel("Outcome of the search")
        self.status.setWordWrap(True)
        self.all_button = QPushButton("Tick All")
        self.none_button = QPushButton("Tick None")
        self.replace_button = QPushButton("Replace")
        self._search = Search(self._show, self._explain, self)
        self._typing = QTimer(self, singleShot=True, interval=LOOKS_AFTER_MS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.sought)

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(8)
        for row, (text, field) in enumerate(
            (("Find", self.sought), ("Replace with", self.replacement))
        ):
            label = PlainLabel(text)
            label.setBuddy(field)
            fields.addWidget(label, row, 0)
            fields.addWidget(field, row, 1)
        options = QHBoxLayout()
        options.setSpacing(12)
        for widget in (self.match_case, self.whole_words, self.expression, self.original):
            options.addWidget(widget)
        options.addStretch()
        look_in = PlainLabel("In")
        look_in.setBuddy(self.scope)
        options.addWidget(look_in)
        options.addWidget(self.scope)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.status, 1)
        for button in (self.all_button, self.none_button, self.replace_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(fields)
        column.addLayout(options)
        column.addWidget(self.preview, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        for field in (self.sought, self.replacement):
            field.textEdited.connect(lambda: self._typing.start())
        for box in (self.match_case, self.whole_words, self.expression, self.original):
            box.toggled.connect(self._look)
        self.scope.currentIndexChanged.connect(self._look)
        self._typing.timeout.connect(self._look)
        self.preview.shown.connect(self._go)
        self.model.ticked.connect(self._count)
        self.all_button.clicked.connect(lambda: self.model.tick_all(True))
        self.none_button.clicked.connect(lambda: self.model.tick_all(False))
        self.replace_button.clicked.connect(self._replace)

    # -- what the window asks for -----------------------------------------------------------------

    def begin(self) -> None:
        """Words selected in one paragraph are looked for; a longer selection is where to look."""
        start, end = self.desk.pane.selection()
        document = self.desk.document
        self.scope.offer(document)
        if start != end:
            if start[0] == end[0]:
                self.sought.setText(document.paragraphs[start[0]].text[start[1] : end[1]])
            else:
                self.scope.hold_selection(document, start, end)
                self.scope.choose_selection()
        self.sought.setFocus()
        self.sought.selectAll()
        self.refresh()

    def forget(self) -> None:
        self._search.give_up()
        self.model.show_hits(None, ())
        self.scope.choose_whole()

    def refresh(self) -> None:
        self.scope.offer(self.desk.document)
        self._look()

    # -- looking ----------------------------------------------------------------------------------

    def _look(self) -> None:
        self._typing.stop()
        if self.desk.review is None:
            return
        document = self.desk.document
        query = Query(
            self.sought.text(),
            self.replacement.text(),
            self.match_case.isChecked(),
            self.whole_words.isChecked(),
            self.expression.isChecked(),
            self.original.isChecked(),
            self.scope.scope(document),
        )
        self.status.setText("Looking …")
        self.replace_button.setEnabled(False)
        self._search.start(document, query)

    def _show(self, document: Document, hits: tuple[Hit, ...]) -> None:
        if self.desk.review is None or document is not self.desk.document:
            return
        self.preview.setColumnHidden(Column.NEW, self.original.isChecked())
        self.model.show_hits(document, hits)

    def _explain(self, message: str) -> None:
        self.model.show_hits(None, ())
        self.status.setText(message)

    def _count(self) -> None:
        total, chosen = len(self.model.rows), len(self.model.chosen())
        if total:
            self.status.setText(f"{total:,} found, {chosen:,} ticked")
        else:
            self.status.setText("Not found" if self.sought.text() else "")
        original = self.original.isChecked()
        self.replace_button.setText(f"Replace {chosen:,}" if chosen else "Replace")
        self.replace_button.setEnabled(bool(chosen) and not original)
        self.replacement.setEnabled(not original)
        tip = "Words are replaced as they read now; look through these to replace"
        self.replace_button.setToolTip(tip if original else "Replace the ticked places in one step")

    def _go(self, row: int) -> None:
        hit = self.model.rows[row]
        self.desk.pane.place_caret(hit.at, hit.start, select_to=(hit.at, hit.end))

    def _replace(self) -> None:
        chosen = self.model.chosen()
        if not chosen or self._search.busy or not self.replace_button.isEnabled():
            return
        if self.desk.apply(replaced(chosen)):
            count = len(chosen)
            self.desk.window.tell(f"{count:,} {'place' if count == 1 else 'places'} replaced.")
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes to the list."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.model.rows:
            self.preview.setFocus()
            if not self.preview.currentIndex().isValid():
                self.preview.selectRow(0)
            self._go(max(0, self.preview.currentIndex().row()))


def _field(name: str, hint: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setClearButtonEnabled(True)
    return field
