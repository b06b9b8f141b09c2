"""The findings pane: the table, what is shown of it, and one finding in detail."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.checks.alike import alike, fixing
from app.checks.finding import Finding
from app.model.edits import DismissFinding, Edit, EditRefused, RestoreFinding
from app.review import Review
from app.ui.dialogs.dismissal import ask_reason
from app.ui.findings.details import NOTHING, Details
from app.ui.findings.filters import FilterBar
from app.ui.findings.model import FindingsModel
from app.ui.findings.table import FindingsTable
from app.ui.findings.watch import Watch
from app.ui.theme import Theme

LOOKING = "The rules are being run."
ALL_WELL = "Nothing is found."
ALL_HIDDEN = "No finding is as the filter wants it."


class FindingsPane(QWidget):
    """Shows what the watch found and does what is asked of a finding.

    ``finding_chosen`` when the person went to one; ``left`` when they go back to the text.
    """

    finding_chosen = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self.setAccessibleName("Findings")
        self._watch = watch
        self._review: Review | None = None
        self._filling = False
        self.model = FindingsModel()
        self.filters = FilterBar()
        self.table = FindingsTable(self.model)
        self.details = Details()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for widget, share in ((self.table, 3), (self.details, 2)):
            split.addWidget(widget)
            split.setStretchFactor(split.count() - 1, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.filters)
        layout.addWidget(split, 1)
        self._connect()

    def _connect(self) -> None:
        self._watch.found.connect(self._refresh)
        self.filters.changed.connect(self._fill)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.left.connect(self.left)
        for part in (self.table, self.details):
            part.fix_requested.connect(self.fix)
            part.all_requested.connect(self.fix_all)
            part.dismiss_requested.connect(self.dismiss_or_restore)

    # -- what is shown ----------------------------------------------------------------------------

    def set_review(self, review: Review | None) -> None:
        """Another document: nothing is found in it yet."""
        self._review = review
        self.model.show_rows(None, ())
        self.details.show_nothing(LOOKING)
        self.filters.page.setCurrentIndex(0)
        self.filters.kind.setCurrentIndex(0)

    def set_theme(self, theme: Theme) -> None:
        self.model.set_theme(theme)
        self.setStyleSheet(_sheet(theme))
        self.table.viewport().update()

    @property
    def current(self) -> Finding | None:
        """The chosen finding."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def show_finding(self, finding: Finding) -> bool:
        """Choose the finding in the table; False where the filter hides it."""
        if finding not in self.model.rows:
            return False
        self._choose_row(self.model.rows.index(finding))
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        """Show what was found. While nobody sees it, that is put off."""
        document = self._watch.document
        if document is not None and self.isVisible():
            self.filters.offer(document, self._watch.rows)
            self._fill()

    def _fill(self) -> None:
        """The rows that the filter wants; the chosen one stays chosen, or the one in its place."""
        document = self._watch.document
        if document is None:
            return
        chosen, row = self.current, self.table.currentIndex().row()
        scrolled = self.table.verticalScrollBar().value()
        rows = self.filters.filter.accepted(document, self._watch.rows)
        self._filling = True
        others = self.model.show_rows(document, rows)
        self._filling = False
        if not others and rows:
            return
        self.filters.show_count(len(rows), len(self._watch.rows))
        same = _same_place(rows, chosen, row)
        if same is None:
            self.details.show_nothing(self._why_empty(bool(rows)))
            return
        self._choose_row(same)
        self.table.verticalScrollBar().setValue(scrolled)
        self.table.scrollTo(self.table.currentIndex())

    def _why_empty(self, some: bool) -> str:
        if some:
            return NOTHING
        return ALL_HIDDEN if self._watch.rows else ALL_WELL

    def _choose_row(self, row: int) -> None:
        """Without going there: the person did not ask for it."""
        self._filling = True
        self.table.selectRow(row)
        self._filling = False
        self._show_details()

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._filling or not current.isValid():
            return
        self._show_details()
        finding = self._true_current()
        if finding is not None:
            self.finding_chosen.emit(finding)

    def _show_details(self) -> None:
        finding, document = self.current, self._watch.document
        if finding is not None and document is not None:
            first = finding.fixes[0] if finding.fixes else None
            count = len(alike(self._watch.rows, finding, first)) if first else 0
            self.details.show_finding(document, finding, count)

    # -- what is done -----------------------------------------------------------------------------

    def fix(self, number: int) -> None:
        """Do what the fix of this number (from 0) of the chosen finding says."""
        finding = self._true_current()
        if finding is None or finding.dismissed:
            return
        if number < len(finding.fixes):
            self._apply(fixing(finding.fixes[number].edit))
        elif not finding.fixes:
            self.refused.emit("Nothing is proposed for this; change the text, or dismiss it.")

    def fix_all(self) -> None:
        """Do the first fix for every finding of the same rule and words."""
        finding = self._true_current()
        if finding is not None and finding.fixes and not finding.dismissed:
            edits = alike(self._watch.rows, finding, finding.fixes[0])
            self._apply(fixing(*edits))

    def dismiss_or_restore(self) -> None:
        """Let the chosen finding stand, for a reason; or take that back."""
        finding = self._true_current()
        if finding is None or self._review is None:
            return
        if finding.dismissed:
            self._apply(RestoreFinding(*finding.key))
            return
        reason = ask_reason(finding.message, self._review.document, self)
        if reason:
            self._apply(DismissFinding(*finding.key, reason))

    def _true_current(self) -> Finding | None:
        """The chosen finding as the document is now: a fix is made for its place."""
        return self.current if self._watch.finish() else None

    def _apply(self, edit: Edit) -> None:
        if self._review is None:
            return
        try:
            self._review.apply(edit, origin=self)
        except EditRefused as refusal:
            self.refused.emit(str(refusal))
            return
        self._watch.finish()
        if self.current is not None:
            self.finding_chosen.emit(self.current)


def _same_place(rows: tuple[Finding, ...], chosen: Finding | None, row: int) -> int | None:
    """Where the chosen finding stands now; where it is gone, the row that took its place."""
    if chosen is None or not rows:
        return None
    rule, key = chosen.rule, chosen.key
    same = [at for at, one in enumerate(rows) if one.rule is rule and one.key == key]
    return min(same, key=lambda at: abs(at - row)) if same else min(row, len(rows) - 1)


def _sheet(theme: Theme) -> str:
    return f"""
    QTableView {{ background: {theme.base}; border: 1px solid {theme.quiet}; border-radius: 4px; }}
    QTableView:focus {{ border: 2px solid {theme.accent}; }}
    QLabel[part="message"] {{ font-weight: 600; }}
    QLabel[part="quiet"] {{ color: {theme.quiet}; }}
    """
