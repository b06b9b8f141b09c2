"""The bar above the transcript that shows one thing worth a look, and what could be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from app.checks.queue import Thing
from app.ui.findings.severity import WORDS
from app.ui.flow import FlowLayout
from app.ui.labels import PlainLabel
from app.ui.theme import Theme

ACCEPT, SKIP, BACK, DISMISS, GOOD, LEAVE = "Enter", "Space", "Backspace", "Delete", "G", "Escape"
"""The keys, as a person reads them."""
_KEYS = {
    Qt.Key.Key_Return: ACCEPT,
    Qt.Key.Key_Enter: ACCEPT,
    Qt.Key.Key_Space: SKIP,
    Qt.Key.Key_Backspace: BACK,
    Qt.Key.Key_Delete: DISMISS,
    Qt.Key.Key_G: GOOD,
    Qt.Key.Key_Escape: LEAVE,
}
ALL_DONE = "Nothing is left to look at."


class QueueBar(QFrame):
    """While it has the keyboard, plain keys decide; Escape gives the keyboard to the text."""

    accepted = Signal()
    skipped = Signal()
    went_back = Signal()
    dismissed = Signal()
    judged_good = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("queue")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Queue")
        self.message = PlainLabel()
        self.message.setWordWrap(True)
        self.why = PlainLabel()
        self.why.setWordWrap(True)
        self.why.setProperty("part", "quiet")
        self.accept = _button("Accept", ACCEPT, self.accepted.emit)
        self.dismiss = _button("Dismiss", DISMISS, self.dismissed.emit)
        self.good = _button("Good Word", GOOD, self.judged_good.emit)
        self.skip = _button("Skip", SKIP, self.skipped.emit)
        self.back = _button("Back", BACK, self.went_back.emit)
        self.close_button = _button("To the Text", LEAVE, self.left.emit)
        self._buttons = {
            ACCEPT: self.accept,
            DISMISS: self.dismiss,
            GOOD: self.good,
            SKIP: self.skip,
            BACK: self.back,
            LEAVE: self.close_button,
        }
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = FlowLayout(4)
        for button in self._buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.message)
        column.addWidget(self.why)
        column.addLayout(row)

    def set_theme(self, theme: Theme) -> None:
        self.setStyleSheet(f"""
        QFrame#queue {{
            background: {theme.window};
            border: 2px solid transparent; border-bottom: 2px solid {theme.rule};
        }}
        QFrame#queue:focus {{ border: 2px solid {theme.accent}; }}
        QLabel[part="quiet"] {{ color: {theme.quiet}; }}
        """)

    def show_thing(self, thing: Thing) -> None:
        """Say what it is; the buttons that make sense for it can be pressed."""
        finding = thing.finding
        kind = f"{WORDS[finding.rule.severity]}: " if finding is not None else ""
        proposal = f" Proposed: {thing.proposal}." if thing.proposal else ""
        self.message.setText(f"{kind}{thing.says}{proposal}")
        self.why.setText(f"Why: {finding.rule.why}." if finding is not None else "")
        self.why.setVisible(finding is not None)
        self.accept.setEnabled(thing.accept is not None)
        self.dismiss.setEnabled(finding is not None)
        self.good.setVisible(_is_unknown_word(thing))
        for button in (self.skip, self.back):
            button.setEnabled(True)
        self._appear()

    def show_done(self) -> None:
        """The queue is empty."""
        self.message.setText(ALL_DONE)
        self.why.hide()
        self.good.hide()
        for button in (self.accept, self.dismiss, self.skip, self.back):
            button.setEnabled(False)
        self._appear()

    def _appear(self) -> None:
        """With the keyboard, and spoken: the words stay until something is decided."""
        self.setAccessibleDescription(f"{self.message.text()} {self.why.text()}".strip())
        self.show()
        parent = self.parentWidget()
        layout = parent.layout() if parent is not None else None
        if layout is not None:
            layout.activate()
        self.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.message.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = _KEYS.get(Qt.Key(event.key()))
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if name is None or modified:
            super().keyPressEvent(event)
            return
        button = self._buttons[name]
        if button.isEnabled() and not button.isHidden():
            button.click()


def _is_unknown_word(thing: Thing) -> bool:
    return thing.finding is not None and thing.finding.rule.id == "spelling"


def _button(text: str, key: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(f"{text} ({'Esc' if key == LEAVE else key})")
    button.clicked.connect(lambda: act())
    return button
