"""A source holds several memoranda: which one to work on?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from app.model.document import Document
from app.ui.file.working_file import working_file
from app.ui.labels import PlainLabel

if TYPE_CHECKING:
    from app.opening import Opened


def choose_of(parent: QWidget, path: Path, opened: Opened) -> int | None:
    """Of what the file holds: the only one without a question."""
    numbers = range(len(opened.documents))
    if len(numbers) == 1:
        return 0
    saved = [working_file(path, opened, number).suggestion for number in numbers]
    return choose_memorandum(parent, path.name, opened.documents, saved)


def choose_memorandum(
    parent: QWidget, name: str, documents: Sequence[Document], saved: Sequence[Path]
) -> int | None:
    """The place of the one to open, counted from 0; None if the person gave up.

    ``saved`` are the files the memoranda are saved as, where that was done.
    """
    dialog = WhichMemorandum(name, documents, saved, parent)
    return dialog.memoranda.currentRow() if dialog.exec() else None


class WhichMemorandum(QDialog):
    """A list of the memoranda, the first one chosen that is not saved yet."""

    def __init__(
        self,
        name: str,
        documents: Sequence[Document],
        saved: Sequence[Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Choose a Memorandum")
        self.resize(560, 360)
        explanation = PlainLabel(
            f"“{name}” holds {len(documents)} memoranda. Choose the one to open; "
            "the others stay in the source, which is not changed."
        )
        explanation.setWordWrap(True)
        self.memoranda = QListWidget()
        self.memoranda.setAccessibleName("Memoranda")
        self.memoranda.setWordWrap(True)
        self.memoranda.setSpacing(4)
        self.memoranda.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.memoranda.addItems(
            [
                f"{number}.  {described(document)}"
                + (f" · saved as {path.name}" if path.exists() else "")
                for number, (document, path) in enumerate(
                    zip(documents, saved, strict=True), start=1
                )
            ]
        )
        left = [row for row, path in enumerate(saved) if not path.exists()]
        self.memoranda.setCurrentRow(left[0] if left else 0)
        self.memoranda.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for widget in (explanation, self.memoranda, buttons):
            column.addWidget(widget)
        self.memoranda.setFocus()


def described(document: Document) -> str:
    """ "1990-06-04 · Telephone Conversation with ... (4 pages)"."""
    metadata = document.metadata
    subject = metadata.subject or document.heading.title.text or "No subject"
    pages = "1 page" if len(document.pages) == 1 else f"{len(document.pages)} pages"
    return " · ".join(filter(None, (metadata.date, f"{subject} ({pages})")))
