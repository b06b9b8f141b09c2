"""To which agency a portion is referred, and what that agency's equity in it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.model.sanitise import sanitised
from app.ui.labels import NamedLabel, PlainLabel

ENERGY = "Department of Energy"
AGENCIES = (
    ("Central Intelligence Agency", "CIA"),
    ("Department of State", "DOS"),
    ("Department of Defense", "DOD"),
    ("National Security Agency", "NSA"),
    ("Defense Intelligence Agency", "DIA"),
    ("Office of the Director of National Intelligence", "ODNI"),
    ("National Security Council", "NSC"),
    (ENERGY, "DOE"),
    ("Federal Bureau of Investigation", "FBI"),
    ("Department of Justice", "DOJ"),
    ("Department of the Treasury", "USDT"),
    ("Department of Commerce", "DOC"),
    ("Department of Homeland Security", "DHS"),
    ("Department of the Army", "DA"),
    ("Department of the Navy", "DON"),
    ("Department of the Air Force", "DAF"),
    ("Joint Chiefs of Staff", "JCS"),
    ("National Geospatial-Intelligence Agency", "NGA"),
    ("National Reconnaissance Office", "NRO"),
    ("Agency for International Development", "USAID"),
)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Referral:
    """The agency, and a note on its equity."""

    agency: str = ""
    note: str = ""


def ask_referral(
    parent: QWidget, about: str, known: Referral, restricted: str = ""
) -> Referral | None:
    """Where ``about`` is referred; None if the person gave up.

    ``restricted`` names a portion that bears RD or FRD: then it can only be Energy.
    """
    dialog = ReferralDialog(about, known, restricted, parent)
    referral = dialog.referral if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return referral


class ReferralDialog(QDialog):
    """Typing narrows the list of agencies, any other name can be typed, too; Enter goes on to the
    note, and from there takes both.
    """

    def __init__(
        self, about: str, known: Referral, restricted: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._restricted = restricted
        self.setWindowTitle("Refer")
        self.resize(460, 440)
        self.field = QLineEdit()
        self.field.setAccessibleName("Agency")
        self.field.setPlaceholderText("Type to narrow the list, or another agency's name")
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("Agencies")
        self.note = QLineEdit(known.note)
        self.note.setAccessibleName("Equity")
        self.note.setPlaceholderText("What of it is theirs: their source, their report, ...")
        self.problem = NamedLabel("Problem")
        self.problem.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.refer = self.buttons.addButton("Refer", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._lay_out(about)
        self.field.textChanged.connect(self._fill)
        self.list.itemActivated.connect(lambda _: self.note.setFocus())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._fill("")
        self._begin(known)

    def _lay_out(self, about: str) -> None:
        head = PlainLabel(f"Refer {about} to")
        self.explanation = PlainLabel()
        self.explanation.setWordWrap(True)
        self.explanation.setVisible(bool(self._restricted))
        equity = PlainLabel("&Equity: what of it is theirs. It is never released.")
        equity.setBuddy(self.note)
        equity.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        for widget in (head, self.explanation, self.field, self.list, equity, self.note):
            column.addWidget(widget)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)

    def _begin(self, known: Referral) -> None:
        """Where the person goes on: at the agency, or at the note where that is settled."""
        if self._restricted:
            self.explanation.setText(
                f"{self._restricted} bears RD or FRD: only the {ENERGY} decides on Restricted Data "
                "(32 CFR 2001.34(b))."
            )
            self.field.setText(ENERGY)
            self.field.setEnabled(False)
            self.list.setEnabled(False)
            self.note.setFocus()
            return
        self.field.setText(known.agency)
        self.field.selectAll()
        self.field.setFocus()

    @property
    def referral(self) -> Referral:
        """As it is filled in."""
        row = self.list.currentItem()
        agency = "" if row is None else str(row.data(Qt.ItemDataRole.UserRole))
        return Referral(agency, sanitised(self.note.text()).strip())

    def accept(self) -> None:
        """Only when both are there; else what is missing gets the keyboard."""
        referral = self.referral
        if not referral.agency:
            self.problem.setText("Name the agency.")
            self.field.setFocus()
        elif not referral.note:
            missing = self.note.hasFocus()
            self.problem.setText("Say what the agency's equity is." if missing else "")
            self.note.setFocus()
        else:
            super().accept()

    def _fill(self, typed: str) -> None:
        """The agencies that the words fit; then, where it is none of them, what was typed."""
        words = typed.casefold().split()
        self.list.clear()
        for name, short in AGENCIES:
            text = f"{name} ({short})"
            if all(word in text.casefold() for word in words):
                self._add(text, name)
        own = sanitised(typed).strip()
        if own and own.casefold() not in (name.casefold() for name, _ in AGENCIES):
            self._add(f"“{own}”", own)
        self.list.setCurrentRow(0)

    def _add(self, text: str, agency: str) -> None:
        row = QListWidgetItem(text)
        row.setData(Qt.ItemDataRole.UserRole, agency)
        self.list.addItem(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down choose in the list, Enter goes on to the note."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS:
                row = self.list.currentRow() + _STEPS[key]
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
            if key in _RETURN and not self.referral.note:
                self.accept()
                return True
        return super().eventFilter(watched, event)
