"""Resolving a disagreement: one of the two judgements is adopted, with the reason why."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.model.decisions import Opinion
from app.model.document import Document, Reviewer
from app.model.redactions import portion
from app.model.sanitise import sanitised
from app.model.second_review import is_one_of
from app.ui.labels import NamedLabel, PlainLabel, literal
from app.ui.portion_words import of_place, of_words
from app.ui.tools.second_review.rows import Row
from app.ui.tools.second_review.sides import Sides
from app.ui.tools.second_review.standing import name_of, names_of

Side = Literal["first", "second"]
OWN = "This is your own: the other, or a third person, must adopt it."


def ask_resolution(
    parent: QWidget, document: Document, person: Reviewer, opinion: Opinion
) -> tuple[Side, str] | None:
    """Whose judgement is adopted, and why; None if the person gave up."""
    dialog = Resolve(document, person, opinion, parent)
    asked = (dialog.side, dialog.note) if dialog.exec() else None
    dialog.deleteLater()
    return asked


class Resolve(QDialog):
    """Nobody adopts their own judgement, and the reason is needed. Enter adopts."""

    def __init__(
        self, document: Document, person: Reviewer, opinion: Opinion, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Resolve Disagreement")
        self.resize(640, 400)
        review = document.second_review
        assert review is not None
        held = portion(document, opinion.portion)
        row = Row(opinion.portion, held, opinion)
        words = f": {of_words(document, held)}" if held is not None else ""
        place = of_place(document, held)
        self.about = NamedLabel("Portion")
        self.about.setText(f"{place}{words}")
        self.about.setWordWrap(True)
        self.sides = Sides()
        self.sides.show_row(document, row, with_first=True)
        self.first = _choice(f"Adopt the &first: {names_of(document, review.first)}")
        self.second = _choice(f"Adopt the &second: {name_of(document, review.second)}")
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Why, needed")
        self.missing = NamedLabel("Still needed")
        self.missing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.buttons = QDialogButtonBox()
        self.adopt = self.buttons.addButton("&Adopt", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        own = {
            self.first: is_one_of(document, person, review.first),
            self.second: is_one_of(document, person, (review.second,)),
        }
        for choice, is_own in own.items():
            choice.setEnabled(not is_own)
            choice.setToolTip(OWN if is_own else "")
            if is_own:
                choice.setText(f"{choice.text()} (your own: another person must adopt it)")
        may = [choice for choice, is_own in own.items() if not is_own]
        if len(may) == 1:
            may[0].setChecked(True)
        self._connect()
        self._check()
        (self.reason if len(may) == 1 else self.first).setFocus()

    @property
    def side(self) -> Side:
        return "first" if self.first.isChecked() else "second"

    @property
    def note(self) -> str:
        return sanitised(self.reason.text()).strip()

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName("Both judgements")
        scroll.setWidget(self.sides)
        caption = PlainLabel("&Why")
        caption.setBuddy(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addWidget(scroll, 1)
        for widget in (self.first, self.second, caption, self.reason, self.missing, self.buttons):
            column.addWidget(widget)

    def _connect(self) -> None:
        for choice in (self.first, self.second):
            choice.toggled.connect(self._check)
        self.reason.textChanged.connect(self._check)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _check(self) -> None:
        chosen = self.first.isChecked() or self.second.isChecked()
        self.adopt.setEnabled(chosen and bool(self.note))
        missing = "" if chosen else "! Choose whose judgement is adopted."
        missing = missing or ("" if self.note else "! Say in a few words why.")
        self.missing.setText(missing)


def _choice(text: str) -> QRadioButton:
    """Names are no mnemonics."""
    head, _, name = text.partition(": ")
    return QRadioButton(f"{head}: {literal(name)}")
