"""The foot of the ledger: how many are decided, the overall level before and after, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.model.document import Document
from app.model.ledger import Ledger, name_of
from app.model.redactions import Portion
from app.model.terms import Level
from app.ui.labels import NamedLabel, PlainLabel
from app.ui.tools.ledger.wording import HIDDEN, HIDDEN_UNTIL, status


class Summary(QWidget):
    """``portion_requested`` with the name of the portion that is responsible for a level."""

    portion_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.status = NamedLabel("Classification")
        self.status.setWordWrap(True)
        font = self.status.font()
        font.setBold(True)
        self.status.setFont(font)
        self.decided = NamedLabel("Decided")
        self.before, self.after = NamedLabel("Before"), NamedLabel("After")
        self.why_before, self.why_after = self._button(), self._button()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.status, 0, 0, 1, 3)
        rows = (
            ("Decided", self.decided, None),
            ("Before", self.before, self.why_before),
            ("After", self.after, self.why_after),
        )
        for row, (name, value, button) in enumerate(rows, 1):
            grid.addWidget(PlainLabel(name), row, 0)
            grid.addWidget(value, row, 1)
            if button is not None:
                grid.addWidget(button, row, 2)
        grid.setColumnStretch(1, 1)

    def _button(self) -> QPushButton:
        button = QPushButton()
        button.setToolTip("Go to the portion that makes it this level")
        button.clicked.connect(lambda: self.portion_requested.emit(button.property("portion")))
        return button

    def show_ledger(self, document: Document, held: Ledger, decided: int, *, hidden: bool) -> None:
        """The sums; what remains is ``hidden`` from who reviews blind."""
        portions = {entry.portion.key: entry.portion for entry in held.entries}
        self.decided.setText(f"{decided:,} of {len(held.entries):,} portions")
        self.before.setText(_level(held.before))
        self.after.setText(HIDDEN if hidden else _level(held.after))
        self.status.setText(HIDDEN_UNTIL if hidden else status(document, held))
        before, after = held.responsible_before, "" if hidden else held.responsible_after
        _show_reason(self.why_before, "before", document, portions.get(before))
        _show_reason(self.why_after, "after", document, portions.get(after))


def _show_reason(button: QPushButton, when: str, document: Document, why: Portion | None) -> None:
    button.setVisible(why is not None)
    if why is not None:
        name = name_of(document, why)
        button.setText(f"By {name}")
        button.setAccessibleName(f"By {name}, {when}: go there")
        button.setProperty("portion", why.key)


def _level(level: Level | None) -> str:
    return level.value if level is not None else "No mark"
