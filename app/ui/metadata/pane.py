"""The metadata of the document, beside the transcript."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.model.edits import Edit, EditRefused
from app.review import Change, Review
from app.ui.metadata.classification import ClassificationSection
from app.ui.metadata.memorandum import MemorandumSection
from app.ui.metadata.pages import PagesSection
from app.ui.metadata.participants import ParticipantsSection
from app.ui.metadata.portions import portions_differ
from app.ui.metadata.section import Section
from app.ui.metadata.stamp import StampSection
from app.ui.metadata.style import sheet
from app.ui.metadata.tab_order import order_tabs
from app.ui.theme import Theme

_FOLLOWS_AFTER = 50
"""Milliseconds after a change of portions: the pane counts once the transcript is painted."""


class MetadataPane(QWidget):
    """Shows and edits everything about the document that is not its running text."""

    paragraph_requested = Signal(int)
    page_requested = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Metadata")
        self._review: Review | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_FOLLOWS_AFTER)
        self._later.timeout.connect(self._follow_portions)

    def set_review(self, review: Review) -> None:
        """Show this review's document from now on."""
        self._review = review
        self._make_sections(review)
        for section in self._sections:
            section.show_document(review.document)
        order_tabs(self._body)
        review.subscribe(lambda change: self._show_change(review, change))

    def set_theme(self, theme: Theme) -> None:
        self.setStyleSheet(sheet(theme))

    def _make_sections(self, review: Review) -> None:
        """New ones for a new review: what is typed in the old ones belongs to the old document."""
        apply = partial(self._apply, review)
        self.classification = ClassificationSection(apply)
        self.memorandum = MemorandumSection(apply)
        self.participants = ParticipantsSection(apply)
        self.stamp = StampSection(apply)
        self.pages = PagesSection(apply)
        self._sections: tuple[Section, ...] = (
            self.classification, self.memorandum, self.participants, self.stamp, self.pages,
        )  # fmt: skip
        self.classification.paragraph_requested.connect(self.paragraph_requested)
        self.classification.entry_requested.connect(self._go_to_entry)
        self.pages.page_requested.connect(self.page_requested)
        self._body = body = QWidget()
        body.setObjectName("sections")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for section in self._sections:
            layout.addWidget(section)
        layout.addStretch()
        self._scroll.setWidget(body)

    def _go_to_entry(self, entry: int) -> None:
        self.memorandum.focus_entry(entry)
        focused = self.focusWidget()
        if focused is not None:
            self._scroll.ensureWidgetVisible(focused)

    def _apply(self, review: Review, edit: Edit) -> bool:
        """Ask the review for an edit; a refusal goes to whoever shows messages."""
        try:
            review.apply(edit, origin=self)
        except EditRefused as refusal:
            self.refused.emit(str(refusal))
            return False
        return True

    def _show_change(self, review: Review, change: Change) -> None:
        if review is not self._review:
            return
        concerned = [s for s in self._sections if s.concerns(change.before, change.after)]
        for section in concerned:
            section.show_document(change.after)
        if concerned:
            order_tabs(self._body)
        if portions_differ(change.before, change.after):
            self._later.start()

    def _follow_portions(self) -> None:
        if self._review is not None:
            self.classification.show_document(self._review.document)
            self.participants.show_turns(self._review.document)
