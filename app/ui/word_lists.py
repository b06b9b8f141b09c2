"""The speller of the person at the desk: the dictionary, and their own list of words."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.model.document import WordList
from app.spelling.dictionary import diplomatic, english
from app.spelling.personal import judged, load, save
from app.spelling.speller import Speller
from app.storage.atomic import SaveError
from app.ui.background import Task


class WordLists(QObject):
    """``speller`` is None until the dictionary was read, in another thread.

    ``changed``: there is another speller. The list is a private file beside the settings.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._words = WordList()
        self._complaint = ""
        self.speller: Speller | None = None
        Task(lambda: _read(path), self._take, lambda error: None, (), self).start()

    def judge(self, word: str, verdict: Literal["good", "bad"]) -> None:
        """The word counts so for this person from now on, in all documents.

        A list that could not be read is not written over.
        """
        self._words = judged(self._words, word, verdict)
        self._renew()
        if self._complaint:
            self.failed.emit(f"The word holds until the desk is closed. {self._complaint}")
            return
        try:
            save(self._words, self._path)
        except (OSError, SaveError) as error:
            self.failed.emit(f"Your word list could not be kept: {error}")

    def _take(self, read: tuple[WordList, str]) -> None:
        self._words, self._complaint = read
        if self._complaint:
            self.failed.emit(self._complaint)
        self._renew()

    def _renew(self) -> None:
        self.speller = Speller(english(), diplomatic(), self._words)
        self.changed.emit()


def _read(path: Path) -> tuple[WordList, str]:
    """The person's words, after reading the dictionary, which the speller finds read then."""
    english()
    diplomatic()
    return load(path)
