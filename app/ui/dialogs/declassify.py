"""Applying the declassification stamp: its parts, and what it does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.model.document import Document, Stamp
from app.model.edits import Declassify, EditRefused
from app.model.edits.declassification import struck_by
from app.model.ledger import is_stamped, ledger, name_of
from app.model.redactions import portion, portions
from app.model.sanitise import sanitised
from app.model.terms import Level
from app.review import Review
from app.ui.labels import NamedLabel, PlainLabel


@dataclass(frozen=True, slots=True)
class Effect:
    """What the stamp does: so many portion marks and banners are struck, this level remains because
    of the portion of this name; so many portions are undecided and stay as they are.
    """

    marks: int
    banners: int
    remaining: Level | None
    because: str
    undecided: int


def effect(document: Document) -> Effect:
    """What declassifying does to the document as it is decided now, whatever the stamp says."""
    marks, banners = struck_by(document)
    stamp = Stamp("stamp", date="9999-12-31")
    stamped = replace(document, metadata=replace(document.metadata, stamp=stamp))
    after = ledger(stamped)
    because = portion(document, after.responsible_after)
    return Effect(
        marks,
        banners,
        after.after,
        name_of(document, because) if because is not None else "",
        sum(held.decision is None for held in portions(document)),
    )


def in_words(done: Effect) -> str:
    """The effect, a line for each thing."""
    struck = f"{_count(done.marks, 'portion mark')} and {_count(done.banners, 'banner')}"
    lines = [f"Strikes {struck}."]
    if done.remaining in (None, Level.U):
        lines.append("Nothing remains classified.")
    elif done.remaining is not None:
        why = f", by {done.because}" if done.because else ""
        lines.append(f"{done.remaining.value} remains{why}.")
    if done.undecided:
        verb = "is" if done.undecided == 1 else "are"
        lines.append(f"{_count(done.undecided, 'portion')} {verb} undecided and not struck.")
    return "\n".join(lines)


def ask_and_declassify(review: Review, parent: QWidget) -> bool:
    """Ask for the parts of the stamp and apply it; whether it was applied."""
    dialog = DeclassifyDialog(review, parent)
    done = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return done


class DeclassifyDialog(QDialog):
    """Enter applies the stamp. What it can't be applied with is said here, and the dialog stays."""

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.setWindowTitle("Declassify")
        self.setMinimumWidth(480)
        stamp = review.document.metadata.stamp
        self.authority = QLineEdit(stamp.authority)
        self.authority.setPlaceholderText("Such as E.O. 13526")
        self.case = QLineEdit(stamp.case)
        self.initials = QLineEdit(review.reviewer.initials)
        self.date = QLineEdit(date.today().isoformat())
        self.effect = NamedLabel("What it does")
        self.effect.setText(in_words(effect(review.document)))
        self.effect.setWordWrap(True)
        self.problem = NamedLabel("Problem")
        self.problem.setWordWrap(True)
        font = self.problem.font()
        font.setBold(True)
        self.problem.setFont(font)
        self.buttons = QDialogButtonBox()
        self.apply = self.buttons.addButton("Declassify", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.apply.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.authority.selectAll()
        self.authority.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        rows = (
            ("&Authority", self.authority),
            ("Case &number", self.case),
            ("&Initials", self.initials),
            ("&Date", self.date),
        )
        for name, field in rows:
            field.setAccessibleName(name.replace("&", ""))
            form.addRow(name, field)
        self.earlier = earlier = PlainLabel(_earlier(self._review.document))
        earlier.setWordWrap(True)
        earlier.setVisible(bool(earlier.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(earlier)
        column.addLayout(form)
        for widget in (self.effect, self.problem, self.buttons):
            column.addWidget(widget)
        self.problem.hide()

    def accept(self) -> None:
        """Apply the stamp; where that is refused, say why."""
        parts = (self.authority, self.case, self.initials, self.date)
        authority, case, initials, when = (sanitised(one.text()).strip() for one in parts)
        try:
            self._review.apply(Declassify(authority, case, initials, when), origin=self)
        except EditRefused as refusal:
            self.problem.setText(str(refusal))
            self.problem.show()
            (self.date if authority else self.authority).setFocus()
        else:
            super().accept()


def _earlier(document: Document) -> str:
    """That there is a stamp already, which the new one takes the place of."""
    if not is_stamped(document):
        return ""
    when = document.metadata.stamp.date
    return f"This takes the place of the stamp of {when}; the one printed on the paper stays."


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
