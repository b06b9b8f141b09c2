"""Submitting the decisions for a second review, and taking them back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.model.document import Document
from app.model.ledger import is_stamped
from app.model.redactions import Portion, portions
from app.model.terms import Disposition, Level
from app.ui.labels import PlainLabel
from app.ui.portion_words import of_place, of_words

BLIND = "The second reviewer decides without seeing your decisions; the two are compared then."
IN_SIGHT = "The second reviewer sees your decisions, and agrees with each or judges otherwise."
BETRAYED = (
    "! The marks that the stamp struck show which portions are released: apply the stamp after a"
    " blind review."
)


def ask_submit(parent: QWidget, document: Document) -> bool | None:
    """Whether the review is blind; None if the person thinks better of it."""
    dialog = SubmitReview(document, parent)
    blind = dialog.blind.isChecked() if dialog.exec() else None
    dialog.deleteLater()
    return blind


def say_undecided(parent: QWidget, document: Document, undecided: Sequence[Portion]) -> bool:
    """Which portion is still to be decided first; whether the person wants to go there."""
    first, count = undecided[0], len(undecided)
    box = _box(parent, f"{_count(count)} a decision before the second review.")
    place = of_place(document, first)
    box.setInformativeText(f"The first is {place}: {of_words(document, first)}")
    go = box.addButton("&Go There", QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(go)
    box.exec()
    wanted = box.clickedButton() is go
    box.deleteLater()
    return wanted


def ask_withdraw(parent: QWidget, given: int) -> bool:
    """Whether the decisions are taken back though there are opinions on them."""
    opinions = "1 opinion goes." if given == 1 else f"{given:,} opinions go."
    box = _box(parent, "Withdraw the decisions from the second review?")
    box.setInformativeText(f"They are open again, and {opinions}")
    withdraw = box.addButton("&Withdraw", QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    box.exec()
    wanted = box.clickedButton() is withdraw
    box.deleteLater()
    return wanted


class SubmitReview(QDialog):
    """Up and Down choose how, Enter submits."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Submit for Second Review")
        self.setMinimumWidth(480)
        about = PlainLabel(
            "Another person goes over all decisions. A release needs their agreement, or what the"
            " two of you resolve."
        )
        about.setWordWrap(True)
        self.blind = QRadioButton("&Blind")
        self.in_sight = QRadioButton("&Seeing the decisions")
        self.blind.setChecked(True)
        self.warnings = [_quiet(text) for text in _warnings(document)]
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(4)
        column.addWidget(about)
        for choice, meaning in ((self.blind, BLIND), (self.in_sight, IN_SIGHT)):
            choice.setAccessibleDescription(meaning)
            column.addSpacing(8)
            column.addWidget(choice)
            column.addWidget(_quiet(meaning, indent=24))
        column.addSpacing(8)
        for warning in self.warnings:
            column.addWidget(warning)
        self.buttons = QDialogButtonBox()
        self.submit = self.buttons.addButton("S&ubmit", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.submit.setDefault(True)
        column.addSpacing(8)
        column.addWidget(self.buttons)
        self.blind.setFocus()


def _warnings(document: Document) -> list[str]:
    found = []
    review = document.second_review
    if review is not None:
        given = len(review.opinions)
        opinions = f" with {given:,} opinions" if given else ""
        found.append(f"! The review that there is now{opinions} goes.")
    if _marks_betray(document):
        found.append(BETRAYED)
    return found


def _marks_betray(document: Document) -> bool:
    """Whether marks are struck where the portion is released, and only there."""
    if not is_stamped(document):
        return False
    struck = {True: set[bool](), False: set[bool]()}
    for held in portions(document):
        classified = held.mark is not None and held.mark.level not in (None, Level.U)
        if classified and held.mark is not None and held.decision is not None:
            whole = held.decision.disposition in (Disposition.DENY, Disposition.REFER)
            struck[whole].add(held.mark.struck)
    return struck[True] == {False} and struck[False] == {True}


def _count(number: int) -> str:
    return "1 portion needs" if number == 1 else f"{number:,} portions need"


def _quiet(text: str, indent: int = 0) -> PlainLabel:
    label = PlainLabel(text)
    label.setWordWrap(True)
    label.setIndent(indent)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _box(parent: QWidget, text: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Information, "Memcon Desk", text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
