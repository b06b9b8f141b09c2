"""What must stand beside a code: the date or event at which it ends, a statute, a 1.4 letter."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from app.model.decisions import Exemption
from app.model.exemptions import Needs, complaint, needs_of
from app.model.sanitise import sanitised
from app.ui.labels import NamedLabel, PlainLabel

_EXAMPLES = {
    Needs.DATE_OR_EVENT: "2040-12-31, or an event",
    Needs.STATUTE: "50 U.S.C. 3024(i)(1)",
    Needs.LETTER: "1.4(a) to 1.4(h)",
}
_LETTER = re.compile(r"(?:1\.4)?\(?([a-h])\)?", re.IGNORECASE)


class CodeDetails(QWidget):
    """A field for each of the codes that needs something, with what is wrong with it beneath."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed in a field."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: dict[str, str] = {}
        self.fields: dict[str, QLineEdit] = {}
        self.complaints: dict[str, PlainLabel] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(4)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)

    def remember(self, exemption: Exemption) -> None:
        """What was said of the code before."""
        if exemption.detail:
            self._typed[exemption.code] = exemption.detail
            if exemption.code in self.fields:
                self.fields[exemption.code].setText(exemption.detail)

    def show_codes(self, codes: tuple[str, ...]) -> None:
        """Have a field for each of these codes that needs one, and no others."""
        needing = tuple(code for code in codes if needs_of(code) in _EXAMPLES)
        if needing != tuple(self.fields):
            while self._form.rowCount():
                self._form.removeRow(0)
            self.fields, self.complaints = {}, {}
            for code in needing:
                self._add(code)
        self.setVisible(bool(needing))
        self._complain()

    def exemption(self, code: str) -> Exemption:
        """The code with what was typed for it."""
        typed = self._typed.get(code, "").strip()
        needs = needs_of(code)
        if needs is Needs.NOTHING:
            return Exemption(code)
        letter = _LETTER.fullmatch(typed) if needs is Needs.LETTER else None
        return Exemption(code, f"1.4({letter[1].lower()})" if letter else typed)

    def first_wrong(self) -> QLineEdit | None:
        """The first field that is not right yet."""
        wrong = (field for code, field in self.fields.items() if complaint(self.exemption(code)))
        return next(wrong, None)

    def _add(self, code: str) -> None:
        needs = needs_of(code)
        field = QLineEdit(self._typed.get(code, ""))
        field.setPlaceholderText(_EXAMPLES[needs])
        field.setAccessibleName(f"{code}: {needs.value}")
        field.returnPressed.connect(self.entered)
        field.textChanged.connect(lambda text: self._take(code, text))
        wrong = NamedLabel(f"Wrong with {code}")
        wrong.setWordWrap(True)
        self.fields[code], self.complaints[code] = field, wrong
        self._form.addRow(f"{code}: {needs.value}", field)
        self._form.addRow("", wrong)
        field.show()  # At once: the keyboard may be wanted there before Qt does it by itself.

    def _take(self, code: str, text: str) -> None:
        self._typed[code] = sanitised(text)
        self._complain()
        self.changed.emit()

    def _complain(self) -> None:
        for code, label in self.complaints.items():
            label.setText(complaint(self.exemption(code)))
            self._form.setRowVisible(label, bool(label.text()))
