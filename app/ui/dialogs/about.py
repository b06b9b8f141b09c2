"""What this program is."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from app import __version__

TEXT = (
    "A desk for reviewing OCR transcripts of memoranda of conversation: correct the text, "
    "reassign speakers, set portion marks, and save TEI XML.\n\n"
    "Every correction keeps the reading it replaced. Nothing leaves this machine: "
    "the program uses no network and keeps no copies."
)


def show_about(parent: QWidget) -> None:
    box = QMessageBox(parent)
    box.setWindowTitle("About Memcon Desk")
    box.setText(f"Memcon Desk {__version__}")
    box.setInformativeText(f"{TEXT}\n\n{versions()}\nMIT licence")
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.exec()


def versions() -> str:
    """Python, Qt and system, for a report."""
    return f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}"
