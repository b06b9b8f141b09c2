"""Asking for one line of text."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget


def ask_line(parent: QWidget, title: str, question: str, answer: str) -> str:
    """The line, without blanks at its ends, ``answer`` at first; "" if the person gave up."""
    text, given = QInputDialog.getText(parent, title, question, QLineEdit.EchoMode.Normal, answer)
    return text.strip() if given else ""
