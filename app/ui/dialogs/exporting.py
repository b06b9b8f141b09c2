"""Writing something about the document to a file of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.storage.atomic import SaveError, save_bytes, state_on_disk
from app.ui.dialogs import questions


def choose_to_write(parent: QWidget, title: str, suggestion: Path, kinds: str) -> Path | None:
    """The file to write, to be replaced if it exists; None if the person gave up.

    A name without an ending gets that of the suggestion.
    """
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(suggestion.suffix)


def write(parent: QWidget, path: Path, content: bytes) -> bool:
    """Whether the file was written; why not, the person is told."""
    try:
        save_bytes(path, content, state_on_disk(path))
    except SaveError as error:
        questions.warn(parent, "The file was not saved", str(error))
        return False
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        questions.warn(parent, "The file was not saved", f"{path}: {reason}; choose another name")
        return False
    return True
