"""Why a finding is one, and what could be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.checks.finding import Finding
from app.model.document import Dismissal, Document
from app.ui.findings.severity import WORDS
from app.ui.labels import PlainLabel, literal
from app.ui.local_time import local_time
from app.ui.tips import plain_tip

_COLUMNS = 2
_MOST_FIXES = 8
NOTHING = "No finding is chosen."


class Details(QWidget):
    """Shows one finding; its buttons ask for what the table's keys do."""

    fix_requested = Signal(int)
    all_requested = Signal()
    dismiss_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Finding in detail")
        self.message = _line("message")
        self.excerpt = _line()
        self.why = _line("quiet")
        self.dismissal = _line("quiet")
        self.fixes = [QPushButton() for _ in range(_MOST_FIXES)]
        self.all_alike = QPushButton()
        self.dismiss = QPushButton()
        self._lay_out()
        for number, button in enumerate(self.fixes):
            button.clicked.connect(lambda _=False, n=number: self.fix_requested.emit(n))
        self.all_alike.clicked.connect(self.all_requested)
        self.dismiss.clicked.connect(self.dismiss_requested)
        self.show_nothing(NOTHING)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 0, 4, 0)
        column.setSpacing(4)
        for line in (self.message, self.excerpt, self.why, self.dismissal):
            column.addWidget(line)
        grid = QGridLayout()
        grid.setSpacing(4)
        grid.setContentsMargins(0, 4, 0, 0)
        for number, button in enumerate(self.fixes):
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        column.addLayout(grid)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        actions = QHBoxLayout()
        actions.setContentsMargins(12, 0, 4, 0)
        actions.setSpacing(8)
        for button in (self.all_alike, self.dismiss):
            actions.addWidget(button)
        actions.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(actions)

    def show_nothing(self, words: str) -> None:
        """There is no finding to show: say why."""
        self.message.setText(words)
        for line in (self.excerpt, self.why, self.dismissal):
            line.hide()
        for button in (*self.fixes, self.all_alike, self.dismiss):
            button.hide()

    def show_finding(self, document: Document, finding: Finding, alike: int) -> None:
        """``alike`` is how many open findings the first fix settles alike, this one included."""
        self.message.setText(f"{WORDS[finding.rule.severity]}: {finding.message}")
        _show(self.excerpt, f"“{finding.excerpt}”" if finding.excerpt else "")
        _show(self.why, f"Why: {finding.rule.why}.")
        _show(self.dismissal, _dismissed(document, finding))
        self._show_fixes(finding)
        self.all_alike.setVisible(alike > 1 and not finding.dismissed)
        self.all_alike.setText(f"Fix All {alike:,} Alike  (Shift+Enter)")
        self.dismiss.setText("Restore  (Delete)" if finding.dismissed else "Dismiss…  (Delete)")
        self.dismiss.show()
        self._scroll.ensureVisible(0, 0)

    def _show_fixes(self, finding: Finding) -> None:
        fixes = () if finding.dismissed else finding.fixes
        for number, button in enumerate(self.fixes):
            button.setVisible(number < len(fixes))
            if number < len(fixes):
                key = "Enter" if number == 0 else str(number + 1)
                text = literal(fixes[number].text)
                button.setText(f"{text}  ({key})")
                button.setAccessibleName(f"Fix: {fixes[number].text}")
                button.setToolTip(plain_tip(f"Fix: {fixes[number].text}"))


def _dismissed(document: Document, finding: Finding) -> str:
    """Who let it stand, when and why; "" where nobody did."""
    held = next((one for one in document.dismissed if _key(one) == finding.key), None)
    if held is None or not finding.dismissed:
        return ""
    names = {reviewer.id: reviewer.name for reviewer in document.reviewers}
    who = names.get(held.act.by, held.act.by)
    return f"Dismissed by {who}, {local_time(held.act.when)}: {held.reason}"


def _key(held: Dismissal) -> tuple[str, str, str]:
    return held.rule, held.where, held.excerpt


def _show(line: PlainLabel, text: str) -> None:
    line.setText(text)
    line.setVisible(bool(text))


def _line(part: str = "") -> PlainLabel:
    line = PlainLabel()
    line.setWordWrap(True)
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if part:
        line.setProperty("part", part)
    return line
