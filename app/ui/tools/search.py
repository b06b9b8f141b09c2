"""What is looked for, and looking for it off the main thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.model.document import Document
from app.model.replacing import Hit, hits
from app.model.search import Finder, Match, words
from app.patterns import PatternError, pattern
from app.ui.background import Task


@dataclass(frozen=True, slots=True)
class Query:
    """``scope`` None is the whole document; ``original`` looks through the source's readings."""

    sought: str
    replacement: str = ""
    match_case: bool = False
    whole_words: bool = False
    expression: bool = False
    original: bool = False
    scope: tuple[Match, ...] | None = None

    def finder(self) -> Finder:
        """Raises PatternError."""
        make = pattern if self.expression else words
        return make(
            self.sought,
            self.replacement,
            match_case=self.match_case,
            whole_words=self.whole_words,
        )

    def hits(self, document: Document) -> tuple[Hit, ...]:
        """Raises PatternError."""
        if not self.sought:
            return ()
        return hits(document, self.finder(), self.scope, original=self.original)


class Search(QObject):
    """One search at a time: a new one makes an old one that still runs of no interest."""

    def __init__(
        self,
        found: Callable[[Document, tuple[Hit, ...]], None],
        failed: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._failed = failed
        self._task: Task[tuple[Hit, ...]] | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    def start(self, document: Document, query: Query) -> None:
        """Look; ``found`` or ``failed`` is called later."""
        self.give_up()
        self._task = Task(
            lambda: query.hits(document),
            lambda hits: self._found(document, hits),
            lambda error: self._failed(str(error)),
            (PatternError,),
            self,
            self._end,
        )
        self._task.start()

    def give_up(self) -> None:
        if self._task is not None:
            self._task.abandon()
            self._task = None

    def _end(self) -> None:
        self._task = None
