"""A new reading of the same pages beside the document: read, compare, take what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from app.model.document import Document
from app.model.rereading import Reading, readings, take
from app.opening import OpenError, open_file
from app.ui.background import Task
from app.ui.commands.desk import Desk
from app.ui.dialogs import files, questions
from app.ui.dialogs.compare_readings import choose_readings

NOTHING_DIFFERS = "The new reading has the same words on these pages."


class Comparing(QObject):
    """Reads and compares in the background; what the person takes of it is one edit."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def ask(self, folder: Path) -> None:
        """Ask for the new reading, and then what of it to take."""
        path = files.choose_reading(self._desk.window.dialog_parent, folder)
        if path is not None:
            self._compare(path)

    def _compare(self, path: Path) -> None:
        review, document = self._desk.review, self._desk.document

        def compared() -> tuple[Reading, ...]:
            return readings(document, of_same_pages(document, open_file(path).documents))

        def show(found: tuple[Reading, ...]) -> None:
            if self._desk.review is not review:
                return
            if self._desk.document is document:
                self._take(path, found)
            else:
                self._compare(path)  # The person typed on: the places have moved.

        Task(compared, show, self._say_not_read, (OpenError,), self).start()
        self._desk.window.tell(f"Reading {path.name}…")

    def _take(self, path: Path, found: tuple[Reading, ...]) -> None:
        desk = self._desk
        if not found:
            desk.window.tell(NOTHING_DIFFERS)
            return
        chosen = choose_readings(
            desk.window.dialog_parent, path.name, desk.document, found, desk.pane.place_caret
        )
        if chosen and desk.apply(take(chosen)):
            count = "1 reading" if len(chosen) == 1 else f"{len(chosen)} readings"
            desk.window.tell(f"{count} of {path.name} taken; Undo takes them back.")

    def _say_not_read(self, error: Exception) -> None:
        parent = self._desk.window.dialog_parent
        questions.warn(parent, "The new reading was not opened", str(error))


def of_same_pages(document: Document, others: Sequence[Document]) -> Document:
    """The one of the others that has most of the document's pages."""
    numbers = {page.number for page in document.pages}
    return max(others, key=lambda other: len(numbers & {page.number for page in other.pages}))
