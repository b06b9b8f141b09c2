"""Choosing the keys of a command."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QKeySequenceEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.commands.command import Command
from app.ui.keys import Keys, refusal
from app.ui.labels import PlainLabel, literal


class ChangeKeyDialog(QDialog):
    """Takes one combination of keys, and says whose it is."""

    def __init__(self, command: Command, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._command = command
        self._keys = keys
        self.setWindowTitle("Change Keys")
        self.setMinimumWidth(440)
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(f"New keys for {command.text}")
        caption = PlainLabel(f"&Press the new keys for “{literal(command.text)}”.")
        caption.setBuddy(self.field)
        now = PlainLabel(f"Now: {', '.join(keys.shortcuts(command)) or 'no keys'}.")
        self.warning = PlainLabel()
        self.warning.setWordWrap(True)
        self.warning.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._add_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (caption, self.field, now, self.warning, self.buttons):
            layout.addWidget(widget)
        self.field.keySequenceChanged.connect(self._check)
        self._check()
        self.field.setFocus()

    def _add_buttons(self) -> None:
        roles = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(roles.Ok | roles.Cancel)
        self.buttons.button(roles.Ok).setText("&Use These Keys")
        usual = ", ".join(self._command.shortcuts) or "no keys"
        self.reset_button = QPushButton(f"&Reset to {usual}")
        self.none_button = QPushButton("&No Keys")
        for button in (self.reset_button, self.none_button):
            button.setAutoDefault(False)
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.accepted.connect(self._use)
        self.buttons.rejected.connect(self.reject)
        self.reset_button.clicked.connect(self._reset)
        self.none_button.clicked.connect(self._use_none)
        self.reset_button.setEnabled(self._keys.is_chosen(self._command))

    @property
    def _pressed(self) -> str:
        return self.field.keySequence().toString()

    def _check(self) -> None:
        refused = refusal(self._pressed) if self._pressed else ""
        holder = self._keys.holder(self._pressed, self._command) if self._pressed else None
        taken = f"“{holder.text}” has these keys and would lose them." if holder else ""
        self.warning.setText(f"! {refused or taken}" if refused or taken else "")
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self._pressed) and not refused)

    def _use(self) -> None:
        self._keys.choose(self._command, self._pressed)
        self.accept()

    def _use_none(self) -> None:
        self._keys.choose(self._command, "")
        self.accept()

    def _reset(self) -> None:
        self._keys.reset(self._command)
        self.accept()
