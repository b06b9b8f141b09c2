"""The ledger, in step with the text: its row follows the caret, the caret its row."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QApplication, QVBoxLayout

from app.model.ledger import summed
from app.model.redactions import Portion
from app.model.standpoint import standpoint
from app.model.terms import Disposition
from app.ui.commands import decisions
from app.ui.commands.desk import Desk
from app.ui.labels import PlainLabel
from app.ui.tools.ledger.rows import LedgerModel
from app.ui.tools.ledger.summary import Summary
from app.ui.tools.ledger.table import LedgerTable
from app.ui.tools.tool import Tool

KEYS = (
    "F in full · P in part · D deny · R refer · U not yet reviewed · "
    "N next undecided · B back · Enter to the text"
)


class LedgerTool(Tool):
    """The rows of the head are decided here; those of paragraphs here or in the text."""

    name = "ledger"
    title = "Ledger"
    breadth = 540
    follows_caret = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._following = False
        self.model = LedgerModel()
        self.table = LedgerTable(self.model)
        self.summary = Summary()
        self.keys = PlainLabel(KEYS)
        self.keys.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.keys)
        column.addWidget(self.summary)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._lead)
        self.table.decided.connect(self._decide)
        self.table.step_requested.connect(lambda step: decisions.step(self.desk, step))
        self.table.text_requested.connect(self._go_to_text)
        self.summary.portion_requested.connect(self.go_to)

    # -- what is shown ----------------------------------------------------------------------------

    def begin(self) -> None:
        """The row of the caret is chosen."""
        self.refresh()
        self._follow_caret()
        self.table.setFocus()

    def forget(self) -> None:
        self.model.forget()

    def refresh(self) -> None:
        document = self.desk.document
        here = standpoint(document, self.desk.person)
        chosen, row = [one.key for one in self.chosen], self.table.currentIndex().row()
        if self.model.show(document, here):
            self._choose(chosen, row)
        done = sum(decisions.is_decided(here, entry.portion) for entry in self.model.rows)
        self.summary.show_ledger(
            document, summed(document, self.model.rows), done, hidden=here.blind
        )
        if not self.has_keyboard:
            self._follow_caret()

    def _choose(self, keys: list[str], row: int) -> None:
        """These are chosen again; where all are gone, what stands in the place of the last."""
        rows = [at for key in keys if (at := self.model.row_of(key)) is not None]
        self._select(rows or [min(max(row, 0), len(self.model.rows) - 1)])

    def _follow_caret(self) -> None:
        paragraph = self.desk.document.paragraphs[self.desk.caret[0]]
        row = self.model.row_of(paragraph.id)
        if row is not None and self.table.currentIndex().row() != row:
            self._select([row])

    def _select(self, rows: list[int]) -> None:
        """Without taking the caret along: the person did not ask for it."""
        self._following = True
        selection, flags = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        selection.clear()
        for row in rows:
            selection.select(self.model.index(row, 0), flags.Select | flags.Rows)
        if rows:
            selection.setCurrentIndex(self.model.index(rows[-1], 0), flags.NoUpdate)
            self.table.scrollTo(
                self.model.index(rows[-1], 0), QAbstractItemView.ScrollHint.EnsureVisible
            )
        self._following = False

    # -- what the person chose --------------------------------------------------------------------

    @property
    def has_keyboard(self) -> bool:
        """Also while a menu of the window is open."""
        focused = QApplication.focusWidget() or self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    @property
    def chosen(self) -> tuple[Portion, ...]:
        """Those of the chosen rows, as on the paper."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.rows[row].portion for row in rows)

    def go_to(self, key: str) -> None:
        """The row of this portion is chosen and has the keyboard; the caret goes along."""
        self.refresh()
        row = self.model.row_of(key)
        if row is not None:
            self._select([row])
            self._place_caret(self.model.rows[row].portion)
        self.table.setFocus()

    def _lead(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """The caret follows the row that the person moves to."""
        if not self._following and current.isValid():
            self._place_caret(self.model.rows[current.row()].portion)

    def _place_caret(self, held: Portion) -> None:
        if held.at is not None:
            self.desk.pane.place_caret(held.at, 0)

    def _decide(self, disposition: Disposition | None) -> None:
        decisions.decide(self.desk, disposition)

    def _go_to_text(self) -> None:
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self.model.rows):
            return
        at = self.model.rows[row].portion.at
        if at is None:
            self.desk.window.focus_part("metadata")
        else:
            self.desk.go_to((at, 0), "")
