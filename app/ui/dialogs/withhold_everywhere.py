"""Withholding every mention of a name or term."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.consistency.mentions import Mention, mentions
from app.model.as_seen import as_seen
from app.model.decisions import Exemption
from app.model.document import Document, Reviewer
from app.model.edits.redactions import Stretch
from app.model.sanitise import sanitised
from app.ui.background import Task
from app.ui.commands.desk import Desk
from app.ui.dialogs.mention_rows import Column, MentionsModel, mention_rows
from app.ui.labels import NamedLabel, PlainLabel
from app.ui.tables.look import fit_columns, show_as_rows

Choose = Callable[[str, tuple[Exemption, ...]], "tuple[Exemption, ...] | None"]
_PAUSE_MS = 150
"""The search waits for a pause in typing."""


def choose_mentions(
    desk: Desk, term: str
) -> tuple[tuple[Stretch, ...], tuple[str, ...], tuple[Exemption, ...]] | None:
    """The words and the values to withhold, and the codes; None if the person gave up."""
    from app.ui.dialogs.code_picker import choose_codes

    dialog = WithholdEverywhere(
        desk.document,
        desk.person,
        term,
        desk.last_codes,
        lambda about, held: choose_codes(desk, about, held),
        desk.window.dialog_parent,
    )
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return (dialog.model.stretches, dialog.model.fields, dialog.codes) if accepted else None


class WithholdEverywhere(QDialog):
    """Typing finds the mentions; Space ticks one, Enter withholds those that are ticked."""

    def __init__(
        self,
        document: Document,
        person: Reviewer,
        term: str,
        codes: tuple[Exemption, ...],
        choose: Choose,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = as_seen(document, person)
        self._choose = choose
        self._task: Task[tuple[Mention, ...]] | None = None
        self.codes = codes
        self.setWindowTitle("Withhold This Everywhere")
        self.resize(960, 560)
        self.term = QLineEdit(" ".join(term.split()))
        self.term.setClearButtonEnabled(True)
        self.term.setPlaceholderText("A name or term")
        self.said_codes = NamedLabel("Codes")
        self.choose_button = QPushButton("&Codes…")
        self.choose_button.setAutoDefault(False)
        self.model = MentionsModel()
        self.table = _table(self.model)
        self.count = NamedLabel("Found")
        self.buttons = QDialogButtonBox()
        self.take = self.buttons.addButton("Withhold", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._show_codes()
        self.term.selectAll()
        self._search()
        self.term.setFocus()

    def _lay_out(self) -> None:
        caption = PlainLabel("&Term")
        caption.setBuddy(self.term)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(caption)
        head.addWidget(self.term, 1)
        head.addSpacing(8)
        head.addWidget(self.said_codes)
        head.addWidget(self.choose_button)
        hint = PlainLabel(
            "Space ticks, Enter withholds what is ticked. The greyed are for you to know."
        )
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        hint.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(hint)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.term.textChanged.connect(self._wait)
        self._pause.timeout.connect(self._search)
        self.choose_button.clicked.connect(self._choose_codes)
        self.model.counted.connect(self._count)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.term.installEventFilter(self)
        self.table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the term to the list; in the list Space ticks, Enter withholds."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.term and key == Qt.Key.Key_Down:
                self.table.setFocus()
                return True
            if watched is self.table and key == Qt.Key.Key_Space:
                at = self.table.currentIndex().row()
                if at >= 0:
                    self.model.tick(at, not self.model.is_ticked(at))
                return True
            if watched is self.table and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._accept()
                return True
        return super().eventFilter(watched, event)

    # -- finding ----------------------------------------------------------------------------------

    def _wait(self) -> None:
        self.take.setEnabled(False)
        self._pause.start()

    def _search(self) -> None:
        """Off the main thread: the whole document is read, and words are compared."""
        if self._task is not None:
            self._task.abandon()
        document, term = self._document, sanitised(self.term.text())
        self._task = Task(lambda: mentions(document, term), self._show, lambda _: None, (), self)
        self._task.start()

    def _show(self, found: tuple[Mention, ...]) -> None:
        self._task = None
        self.model.show_rows(mention_rows(self._document, found))
        if found:
            self.table.setCurrentIndex(self.model.index(0, Column.PLACE))

    def _count(self) -> None:
        places, values = len(self.model.stretches), len(self.model.fields)
        chosen, found = places + values, len(self.model.rows)
        self.take.setText(f"Withhold {chosen:,}" if chosen else "Withhold")
        self.take.setEnabled(bool(chosen))
        if found:
            self.count.setText(f"{found:,} mention{'' if found == 1 else 's'}, {chosen:,} ticked")
        else:
            self.count.setText("No mention" if self.term.text().strip() else "")

    # -- taking -----------------------------------------------------------------------------------

    def _show_codes(self) -> None:
        words = "; ".join(exemption.text for exemption in self.codes)
        self.said_codes.setText(words or "No code yet")

    def _choose_codes(self) -> None:
        count = len(self.model.stretches) + len(self.model.fields)
        about = f"{count:,} mention{'' if count == 1 else 's'} of “{self.term.text().strip()}”"
        self.codes = self._choose(about, self.codes) or self.codes
        self._show_codes()

    def _accept(self) -> None:
        """With codes: they are asked for where there are none yet."""
        if not self.take.isEnabled():
            return
        if not self.codes:
            self._choose_codes()
        if self.codes:
            self.accept()


def _table(model: MentionsModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    show_as_rows(table, "Mentions")
    widest = {
        Column.PLACE: "Page 88, paragraph 888, label",
        Column.READS: "Ambassador Quillfeather",
        Column.WHY: "A part of the name: may be another's",
    }
    fit_columns(table, Column.CONTEXT, widest, padding=40)
    return table
