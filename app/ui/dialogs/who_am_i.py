"""Who the person at the desk is: asked once, and changed from the menu."""

from __future__ import annotations

import getpass
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.settings import Settings
from app.ui.labels import PlainLabel


def ask_who(parent: QWidget, settings: Settings) -> Settings | None:
    """The settings with the person's name and initials; None if they did not say."""
    dialog = WhoAmI(settings, parent)
    if not dialog.exec():
        return None
    return replace(settings, reviewer_name=dialog.name, reviewer_initials=dialog.initials)


class WhoAmI(QDialog):
    """Name and initials; the initials follow the name until the person types their own."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Reviewer")
        self.name_field = _field("Your name", settings.reviewer_name or full_name())
        self.initials_field = _field(
            "Your initials", settings.reviewer_initials or initials_of(self.name)
        )
        self.initials_field.setMaxLength(8)
        self._lay_out()
        self.name_field.textEdited.connect(self._suggest)
        self.initials_field.textEdited.connect(self._check)
        self._check()
        self.name_field.selectAll()

    @property
    def name(self) -> str:
        return " ".join(self.name_field.text().split())

    @property
    def initials(self) -> str:
        return self.initials_field.text().strip()

    def _lay_out(self) -> None:
        explanation = PlainLabel(
            "Every change keeps the reading it replaced, with who made it and when. "
            "Your name and initials are written into the files you save."
        )
        explanation.setWordWrap(True)
        explanation.setMinimumWidth(400)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow("&Name", self.name_field)
        form.addRow("&Initials", self.initials_field)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addWidget(explanation)
        column.addLayout(form)
        column.addWidget(self.buttons)

    def _suggest(self) -> None:
        if not self.initials_field.isModified():
            self.initials_field.setText(initials_of(self.name))
        self._check()

    def _check(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.name and self.initials))


def _field(name: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(name)
    field.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
    return field


def initials_of(name: str) -> str:
    """ "Ada B. Lovelace" -> "ABL"."""
    return "".join(word[0].upper() for word in name.split() if word[0].isalpha())[:8]


def full_name() -> str:
    """The person's name as the system knows it, "" where it does not."""
    try:
        import pwd

        entry = pwd.getpwnam(getpass.getuser())
    except (ImportError, KeyError, OSError):
        return ""
    name = entry.pw_gecos.split(",")[0].strip()
    # "root" and the like are accounts, not people.
    return name if " " in name else ""
