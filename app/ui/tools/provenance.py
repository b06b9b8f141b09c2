"""Where the word at the caret and its paragraph come from: the source, the engine, people."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
)

from app.model.alterations import Alteration, of_paragraph
from app.model.document import Document
from app.model.edits import RevertCorrection
from app.model.provenance import Provenance, provenance
from app.ui.commands.desk import Desk
from app.ui.labels import NamedLabel, PlainLabel
from app.ui.tables.look import show_as_rows
from app.ui.tables.row_table import cell
from app.ui.tools.tool import Tool
from app.ui.transcript.wording import of_act, reading

_COLUMNS = ("What", "Source", "Now", "By")
_NOTHING = "—"


class ProvenanceTool(Tool):
    """Follows the caret. What was changed can be put back from here."""

    name = "provenance"
    title = "Provenance"
    follows_caret = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._at = 0
        self._changes: tuple[Alteration, ...] = ()
        self._word: Provenance | None = None
        self.word = _fact("Word")
        self.source = _fact("The source reads")
        self.confidence = _fact("Confidence of the engine")
        self.read_from = _fact("Read from")
        self.reviewed = _fact("Reviewed")
        self.changes = _table()
        self.revert_word = QPushButton("Revert Word")
        self.revert_word.setToolTip("The word reads as in the source again (Ctrl+R)")
        self.revert_change = QPushButton("Revert Chosen Change")
        self._lay_out()
        self.revert_word.clicked.connect(self._revert_word)
        self.revert_change.clicked.connect(self._revert_change)
        self.changes.itemSelectionChanged.connect(self._enable)
        self.changes.itemActivated.connect(lambda _: self._go())
        self.setFocusProxy(self.changes)

    def _lay_out(self) -> None:
        facts = QFormLayout()
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(4)
        for label in (self.word, self.source, self.confidence, self.read_from, self.reviewed):
            name = PlainLabel(label.title)
            font = name.font()
            font.setBold(True)
            name.setFont(font)
            facts.addRow(name, label)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.revert_word)
        foot.addWidget(self.revert_change)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addLayout(facts)
        column.addWidget(PlainLabel("Changes to this paragraph"))
        column.addWidget(self.changes, 1)
        column.addLayout(foot)

    def refresh(self) -> None:
        document, (at, offset) = self.desk.document, self.desk.caret
        self._at = at
        self._word = word = provenance(document, at, offset)
        self.word.setText(f"“{word.text}”" if word.text else "No word at the caret")
        self.source.setText(_source(word))
        self.confidence.setText(_confidence(word))
        source = document.source
        self.read_from.setText(", ".join(filter(None, (source.name, source.format))) or _NOTHING)
        reviewed = document.paragraphs[at].reviewed
        self.reviewed.setText(of_act(document, reviewed) if reviewed is not None else "Not yet")
        changes = tuple(of_paragraph(document, at))
        if changes != self._changes or not self.changes.rowCount():
            self._changes = changes
            self._fill(document)
        self._enable()

    def _fill(self, document: Document) -> None:
        table = self.changes
        table.setRowCount(len(self._changes) or 1)
        if not self._changes:
            table.setItem(0, 0, cell("Nothing: it reads as imported"))
            table.setSpan(0, 0, 1, len(_COLUMNS))
            return
        if table.columnSpan(0, 0) > 1:
            table.setSpan(0, 0, 1, 1)
        for row, one in enumerate(self._changes):
            cells = (
                one.what,
                reading(one.original) or _NOTHING,
                one.now or "(nothing)",
                of_act(document, one.act, joined=one.joined),
            )
            for column, text in enumerate(cells):
                table.setItem(row, column, cell(text))
        table.resizeRowsToContents()

    def _enable(self) -> None:
        word = self._word
        self.revert_word.setEnabled(word is not None and word.correction is not None)
        chosen = self._chosen()
        self.revert_change.setEnabled(chosen is not None and chosen.in_text)

    def _chosen(self) -> Alteration | None:
        row = self.changes.currentRow()
        chosen = bool(self.changes.selectedItems()) and 0 <= row < len(self._changes)
        return self._changes[row] if chosen else None

    def _go(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.at is not None:
            self.desk.pane.place_caret(chosen.at, chosen.start, select_to=(chosen.at, chosen.end))

    def _revert_word(self) -> None:
        correction = self._word.correction if self._word is not None else None
        if correction is not None:
            self.desk.apply(RevertCorrection(self._at, correction.start, correction.end))
            self.refresh()

    def _revert_change(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.in_text:
            self.desk.apply(RevertCorrection(self._at, chosen.start, chosen.end))
            self.refresh()


def _source(word: Provenance) -> str:
    if word.correction is None:
        return "The same"
    return f"“{reading(word.correction.original)}”" if word.correction.original else "Nothing here"


def _confidence(word: Provenance) -> str:
    if word.confidence is None:
        return "Not known"
    return f"{word.confidence:.0%}{', marked as doubtful' if word.doubtful else ''}"


def _fact(title: str) -> NamedLabel:
    label = NamedLabel(title)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_COLUMNS))
    table.setHorizontalHeaderLabels(_COLUMNS)
    show_as_rows(table, "Changes to this paragraph")
    table.setWordWrap(True)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    return table
