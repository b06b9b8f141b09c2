"""Knows whether the second review still holds, without making a key wait."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.document import Document
from app.model.second_review import is_current
from app.review import Change, Review
from app.ui.tools.second_review.standing import standing

QUIET_MS = 600
"""Without a change for so long, the digest is made again: it takes some 100 ms at 1,000 pages."""
LOST = "The second review is void: words or decisions have changed. Undo, or submit them again."


class SecondReviewWatch(QObject):
    """``text`` is the state for the status line; ``changed`` says that it is another.

    ``lost``: an edit made the review void, told once.
    """

    changed = Signal()
    lost = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self._review: Review | None = None
        self._asked: Document | None = None
        self._held = self._held_at_last_look = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.look)

    def set_review(self, review: Review | None) -> None:
        """Watch this document; None: no document is open."""
        self._review, self._asked = review, None
        self._held = self._held_at_last_look = False
        self._quiet.stop()
        if review is not None:
            review.subscribe(lambda change: self._wait(review, change))
        self.look()

    def holds(self, document: Document) -> bool:
        """Whether the review is current, as of the last look where words or decisions have changed
        since; a review of another digest is looked at now.
        """
        if self._asked is None or _digest(self._asked) != _digest(document):
            self._ask(document)
        return self._held

    def _ask(self, document: Document) -> None:
        if self._asked is None or not _same_matter(self._asked, document):
            self._held = is_current(document)
        self._asked = document

    def look(self) -> None:
        """See where the review stands now."""
        text = ""
        if self._review is not None:
            document = self._review.document
            self._ask(document)
            holds = self._held
            text = standing(document, self._review.reviewer, holds).short
            if self._held_at_last_look and not holds and document.second_review is not None:
                self.lost.emit(LOST)
            self._held_at_last_look = holds
        if text != self.text:
            self.text = text
            self.changed.emit()

    def _wait(self, review: Review, change: Change) -> None:
        if review is self._review and change.before is not change.after:
            self._quiet.start()


def _same_matter(known: Document, document: Document) -> bool:
    """Whether the digest and what it is compared with can't differ between the two."""
    if known.second_review is None and document.second_review is None:
        return True
    return _digest(known) == _digest(document) and all(
        getattr(known, part) is getattr(document, part)
        for part in ("paragraphs", "heading", "metadata", "people", "withheld")
    )


def _digest(document: Document) -> str:
    review = document.second_review
    return review.fingerprint if review is not None else ""
