"""Two people's work on one original becomes one document; what they disagree on is asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.model.document import Document
from app.model.edits import EditRefused
from app.model.merging import Merge, merged, with_seen_released
from app.ui.background import Task
from app.ui.dialogs import questions
from app.ui.file.conflict_words import Names
from app.ui.file.session import Session

Take = Callable[[Document], None]


class Merging(QObject):
    """Works it out in the background."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def merge(self, base: Document, theirs: Document, names: Names, take: Take) -> None:
        """Bring the open document and ``theirs``, both made from ``base``, together; ``take`` gets
        what the person agreed to.
        """
        review = self._session.review
        if review is None:
            return
        mine = review.document

        def ask(found: Merge) -> None:
            if self._session.review is not review:
                return
            if review.document is not mine:
                self.merge(base, theirs, names, take)  # The person typed on.
            elif (made := self._settled(found, names)) is not None:
                # A choice can put words under a decision to release that was on others.
                take(with_seen_released(made, mine, theirs))

        work = Task(
            lambda: merged(base, mine, theirs), ask, self._say_not_merged, (EditRefused,), self
        )
        work.start()

    def _settled(self, found: Merge, names: Names) -> Document | None:
        if not found.conflicts:
            return found.document
        from app.ui.dialogs.merge import settle

        return settle(self._session.window, found, names)

    def _say_not_merged(self, error: Exception) -> None:
        questions.warn(self._session.window, "The two cannot be merged", str(error))
