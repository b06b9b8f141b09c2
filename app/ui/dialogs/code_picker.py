"""Picking the codes that allow words to be withheld."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.model.as_seen import used_exemptions
from app.model.decisions import Exemption
from app.model.document import Document
from app.model.exemptions import complaint
from app.model.terms import Custody
from app.ui.commands.desk import Desk
from app.ui.dialogs.code_details import CodeDetails
from app.ui.dialogs.code_rows import (
    CUSTODIES,
    Row,
    code_rows,
    likeliest,
    matching,
    typed_rows,
    used_rows,
    why_offered,
)
from app.ui.labels import NamedLabel, PlainLabel
from app.ui.tables.look import RowDelegate, show_as_rows
from app.ui.tables.row_table import cell

_CODE, _WORDING = range(2)
_CODE_WIDTH = 18
"""In characters; a set of codes that were used together may need more, and is then elided."""


def choose_codes(
    desk: Desk, about: str, chosen: tuple[Exemption, ...] = ()
) -> tuple[Exemption, ...] | None:
    """The codes that the person picks for what ``about`` says; None if they gave up.

    ``chosen`` are ticked at first.
    """
    used = used_exemptions(desk.document, desk.person)
    parent, custody = desk.window.dialog_parent, desk.window.custody
    dialog = CodePicker(desk.document, custody, about, chosen, used, date.today(), parent)
    dialog.custody_chosen.connect(desk.window.choose_custody)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.exemptions if accepted else None


class CodePicker(QDialog):
    """Typing narrows the list; Enter takes the code, Ctrl+Space ticks it so that another can join.

    Enter takes what is ticked, and the row that was typed for or, where nothing is ticked, chosen.
    """

    custody_chosen = Signal(Custody)

    def __init__(
        self,
        document: Document,
        custody: Custody,
        about: str,
        chosen: tuple[Exemption, ...],
        used: tuple[tuple[Exemption, ...], ...],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._today, self._used = document, today, used
        self._rows: tuple[Row | None, ...] = ()
        self._filling = False
        self._ticked: dict[str, None] = {}
        self.setWindowTitle("Exemption Codes")
        self.resize(720, 560)
        self.about = PlainLabel(about)
        self.about.setWordWrap(True)
        self.why = NamedLabel("What is offered")
        self.custody = QComboBox()
        for held, name in CUSTODIES.items():
            self.custody.addItem(name.capitalize(), held)
        self.custody.setCurrentIndex(list(CUSTODIES).index(custody))
        self.typed = QLineEdit()
        self.typed.setAccessibleName("Code or wording")
        self.typed.setPlaceholderText("Code or wording, as in 25x1, b6 or “human source”")
        self.typed.setClearButtonEnabled(True)
        self.table = _table()
        self.everything = QCheckBox("Show &all codes")
        self.details = CodeDetails()
        self.taken = NamedLabel("Taken")
        self.taken.setWordWrap(True)
        self._lay_out()
        for exemption in chosen:
            self._ticked[exemption.code] = None
            self.details.remember(exemption)
        self._connect()
        self._list()
        self.typed.setFocus()

    # -- the window -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        font = self.about.font()
        font.setBold(True)
        self.about.setFont(font)
        self.why.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.why.setWordWrap(True)
        caption = PlainLabel("C&ustody")
        caption.setBuddy(self.custody)
        facts = QHBoxLayout()
        facts.setSpacing(8)
        facts.addWidget(self.why, 1)
        facts.addWidget(caption)
        facts.addWidget(self.custody)
        roles = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(roles.Ok | roles.Cancel)
        hint = PlainLabel("Enter takes the code, Ctrl+Space ticks it to add another")
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        options = QHBoxLayout()
        options.addWidget(self.everything)
        options.addStretch()
        options.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addLayout(facts)
        column.addWidget(self.typed)
        column.addWidget(self.table, 1)
        column.addLayout(options)
        column.addWidget(self.details)
        column.addWidget(self.taken)
        column.addSpacing(4)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.typed.textChanged.connect(self._list)
        self.everything.toggled.connect(self._list)
        self.custody.currentIndexChanged.connect(self._change_custody)
        self.table.currentCellChanged.connect(self._show_taken)
        self.table.itemChanged.connect(self._follow_box)
        self.table.cellDoubleClicked.connect(self._take)
        self.details.changed.connect(self._show_taken)
        self.details.entered.connect(self._take)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)
        for widget in (self.typed, self.table):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list is walked from the field; Space ticks, in the field with Ctrl."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key, held = event.key(), event.modifiers()
            if key == Qt.Key.Key_Space and (
                watched is self.table or held & Qt.KeyboardModifier.ControlModifier
            ):
                self._tick()
                return True
            if watched is self.typed and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._step(-1 if key == Qt.Key.Key_Up else 1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    # -- the list ---------------------------------------------------------------------------------

    def _list(self) -> None:
        typed = self.typed.text()
        custody = self.custody.currentData()
        self.why.setText(why_offered(self._document, self._today, custody))
        everything = self.everything.isChecked()
        codes = tuple(code_rows(self._document, self._today, custody, everything=everything))
        rows = matching((*used_rows(self._used), *codes), typed)
        rows = (*rows, *typed_rows(typed, rows))
        self._fill(rows)
        if rows:
            self._choose(rows[likeliest(rows, typed)])
        self._show_taken()

    def _fill(self, rows: tuple[Row, ...]) -> None:
        listed: list[Row | None] = []
        self._filling = True
        self.table.clearSpans()
        self.table.setRowCount(0)
        group = None
        for row in rows:
            if row.group != group:
                group = row.group
                self._add_heading(group)
                listed.append(None)
            self._add(row)
            listed.append(row)
        self._rows = tuple(listed)
        self._filling = False

    def _add_heading(self, group: str) -> None:
        at = self.table.rowCount()
        self.table.insertRow(at)
        heading = QTableWidgetItem(group)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(self.table.font())
        font.setBold(True)
        heading.setFont(font)
        self.table.setItem(at, 0, heading)
        self.table.setSpan(at, 0, 1, 2)

    def _add(self, row: Row) -> None:
        at = self.table.rowCount()
        self.table.insertRow(at)
        code, wording = cell(row.bare_codes), cell(row.wording)
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        code.setFlags(chosen | Qt.ItemFlag.ItemIsUserCheckable)
        code.setCheckState(self._box(row))
        wording.setFlags(chosen)
        self.table.setItem(at, _CODE, code)
        self.table.setItem(at, _WORDING, wording)

    def _box(self, row: Row) -> Qt.CheckState:
        on = all(self._has(exemption) for exemption in row.exemptions)
        return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked

    def _has(self, exemption: Exemption) -> bool:
        """Whether the code is ticked, with that detail where one is said."""
        now = self.details.exemption(exemption.code)
        return exemption.code in self._ticked and exemption.detail in ("", now.detail)

    def _choose(self, row: Row) -> None:
        self.table.setCurrentCell(self._rows.index(row), _CODE)

    def _step(self, by: int) -> None:
        """To the next row that is no heading."""
        at = self.table.currentRow() + by
        while 0 <= at < len(self._rows) and self._rows[at] is None:
            at += by
        if 0 <= at < len(self._rows):
            self.table.setCurrentCell(at, _CODE)

    @property
    def current(self) -> Row | None:
        at = self.table.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    # -- what is taken ----------------------------------------------------------------------------

    @property
    def exemptions(self) -> tuple[Exemption, ...]:
        """What Enter takes."""
        return tuple(self.details.exemption(code) for code in self._codes())

    def _codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self._ticked, *(one.code for one in self._current_codes()))))

    def _current_codes(self) -> tuple[Exemption, ...]:
        """Those of the current row, where it is to be taken."""
        row = self.current
        takes = row is not None and (self.typed.text().strip() or not self._ticked)
        return row.exemptions if row is not None and takes else ()

    def _tick(self) -> None:
        row = self.current
        if row is not None:
            self._set_ticked(row, self._box(row) is not Qt.CheckState.Checked)
            self.typed.clear()
            self._refresh_boxes()

    def _follow_box(self, box: QTableWidgetItem) -> None:
        row = self._rows[box.row()] if not self._filling else None
        if row is not None and box.column() == _CODE:
            self._set_ticked(row, box.checkState() is Qt.CheckState.Checked)
            self._refresh_boxes()

    def _set_ticked(self, row: Row, on: bool) -> None:
        for exemption in row.exemptions:
            if on:
                self._ticked[exemption.code] = None
                self.details.remember(exemption)
            else:
                self._ticked.pop(exemption.code, None)

    def _refresh_boxes(self) -> None:
        self._filling = True
        for at, row in enumerate(self._rows):
            box = self.table.item(at, _CODE)
            if row is not None and box is not None:
                box.setCheckState(self._box(row))
        self._filling = False
        self._show_taken()

    def _show_taken(self) -> None:
        for exemption in self._current_codes():
            if exemption.code not in self._ticked:
                self.details.remember(exemption)
        self.details.show_codes(self._codes())
        words = "; ".join(exemption.text for exemption in self.exemptions)
        self.taken.setText(f"Enter takes {words}" if words else "No code fits what you typed.")
        wrong = not words or any(map(complaint, self.exemptions))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not wrong)

    def _take(self) -> None:
        """Accept, or go to what is missing."""
        missing = self.details.first_wrong()
        if missing is not None:
            missing.setFocus()
        elif self.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled():
            self.accept()

    def _change_custody(self) -> None:
        self.custody_chosen.emit(self.custody.currentData())
        self._list()


def _table() -> QTableWidget:
    table = QTableWidget(0, 2)
    table.setHorizontalHeaderLabels(("Code", "Wording"))
    show_as_rows(table, "Codes")
    # It is walked from the field above it: the chosen row is always strong.
    table.setItemDelegate(RowDelegate(table, always_strong=True))
    header = table.horizontalHeader()
    header.hide()
    header.setSectionResizeMode(_WORDING, QHeaderView.ResizeMode.Stretch)
    header.resizeSection(_CODE, table.fontMetrics().averageCharWidth() * _CODE_WIDTH + 32)
    return table
