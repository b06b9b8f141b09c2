"""The chosen portion in full: its words, what either reviewer would do with it, and the note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.model.decisions import Resolution
from app.model.document import Document
from app.model.edits import GiveOpinion
from app.model.sanitise import sanitised
from app.model.standpoint import standpoint
from app.ui.commands.desk import Desk
from app.ui.labels import NamedLabel
from app.ui.portion_words import of_place, of_words
from app.ui.tools.second_review.rows import Row
from app.ui.tools.second_review.sides import Sides
from app.ui.transcript.wording import of_act

HINT = "place, participants and others, withheld as a whole. Withhold Value… judges one by one."


class Detail(QWidget):
    """Enter in the note, or leaving it, keeps what was typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: Row | None = None
        self.about = NamedLabel("Portion")
        self.about.setWordWrap(True)
        self.sides = Sides()
        self.resolution = NamedLabel("Resolution")
        self.resolution.setWordWrap(True)
        self.note = QLineEdit()
        self.note.setAccessibleName("Note on your opinion")
        self.note.setPlaceholderText("Note on your opinion")
        self.note.editingFinished.connect(self._keep_note)
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.setSpacing(8)
        for widget in (self.about, self.sides, self.resolution):
            inner.addWidget(widget)
        inner.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scroll, 1)
        column.addWidget(self.note)

    def show_row(self, row: Row) -> None:
        """Show this portion as it is now."""
        document, person = self._desk.document, self._desk.person
        here = standpoint(document, person)
        reviewed = document.second_review is not None
        other = self._row is None or self._row.key != row.key
        words = of_words(document, row.held) if row.held is not None else HINT
        self.about.setText(f"{of_place(document, row.held)}: {words}")
        self.sides.setVisible(reviewed)
        if reviewed:
            self.sides.show_row(document, row, with_first=not here.blind)
        resolution = _resolution(document, row.key)
        self.resolution.setVisible(resolution is not None)
        if resolution is not None:
            who = of_act(document, resolution.act)
            self.resolution.setText(
                f"The {resolution.adopted} is adopted ({who}): {resolution.note}"
            )
        self.note.setVisible(here.second and row.opinion is not None)
        if other or not self.note.hasFocus():
            self.note.setText(row.opinion.note if row.opinion is not None else "")
        self._row = row

    def _keep_note(self) -> None:
        opinion = self._row.opinion if self._row is not None else None
        note = sanitised(self.note.text()).strip()
        if opinion is not None and note != opinion.note:
            self._desk.apply(GiveOpinion(opinion.portion, opinion.second, note))


def _resolution(document: Document, key: str) -> Resolution | None:
    review = document.second_review
    found = review.resolutions if review is not None else ()
    return next((one for one in found if one.portion == key), None)
