"""Choosing a file by name, in the desktop's own dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_to_open(parent: QWidget, folder: Path) -> Path | None:
    """The file to open; None if the person gave up."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        "Open a Transcript or TEI File",
        str(folder),
        "Transcripts and TEI (*.txt *.xml *.hocr *.html *.pdf);;All files (*)",
    )
    return Path(name) if name else None


def choose_to_save(parent: QWidget, suggestion: Path) -> Path | None:
    """The file to save as, to be replaced if it exists; None if the person gave up."""
    name, _ = QFileDialog.getSaveFileName(
        parent, "Save as TEI", str(suggestion), "TEI files (*.xml);;All files (*)"
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(".xml")
