"""What commands act on: the document under review, its pane, what the window can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from app.model.decisions import Exemption
from app.model.document import Document, Paragraph, Reviewer
from app.model.edits import Edit, EditRefused
from app.review import Review
from app.settings import Theme as ThemeChoice

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.model.queries import Place
    from app.model.terms import Custody
    from app.ui.page_images import PageImages
    from app.ui.proofreading import Proofreading
    from app.ui.releasing import Releasing
    from app.ui.tools.docks import Tools
    from app.ui.tools.second_review.watch import SecondReviewWatch
    from app.ui.transcript.pane import TranscriptPane


class Services(Protocol):
    """What the window does for commands."""

    @property
    def theme_choice(self) -> ThemeChoice: ...
    @property
    def metadata_shown(self) -> bool: ...
    @property
    def dialog_parent(self) -> QWidget: ...
    @property
    def page_images(self) -> PageImages:
        """Made with the first document."""

    @property
    def proofreading(self) -> Proofreading:
        """Made with the first document."""

    @property
    def doubts_under(self) -> int:
        """The certainty, in percent, under which a word is marked."""

    @property
    def has_next_memorandum(self) -> bool:
        """Whether the file that was opened holds one after this."""

    @property
    def may_recognise(self) -> bool:
        """Whether the document is a scan that can be read now."""

    @property
    def tools(self) -> Tools:
        """Made with the first document."""

    @property
    def second_review(self) -> SecondReviewWatch:
        """Whether the second review holds."""

    @property
    def releasing(self) -> Releasing:
        """What makes, verifies and compares releases."""

    @property
    def folder(self) -> Path:
        """From which the document was opened."""

    @property
    def custody(self) -> Custody:
        """Whose records the papers are among."""

    def choose_custody(self, custody: Custody) -> None: ...

    def tell(self, message: str) -> None:
        """Show a sentence until the person goes on, and have it spoken."""

    def ask_and_open(self) -> None: ...
    def open_sample(self) -> None: ...
    def save(self) -> None: ...
    def save_as(self) -> None: ...
    def close_document(self) -> None: ...
    def quit(self) -> None: ...
    def introduce(self) -> None:
        """Ask who the person is."""

    def open_next_memorandum(self) -> None: ...
    def attach_images(self) -> None: ...
    def locate_images(self) -> None: ...
    def recognise(self) -> None: ...
    def compare_reading(self) -> None: ...
    def show_versions(self) -> None: ...
    def merge_copies(self) -> None: ...
    def show_history(self) -> None: ...
    def mark_doubts_under(self, percent: int) -> None: ...
    def open_find(self) -> None: ...
    def find_next(self, step: int) -> None: ...
    def zoom(self, step: int) -> None: ...
    def reset_zoom(self) -> None: ...
    def choose_theme(self, choice: ThemeChoice) -> None: ...
    def show_metadata(self, shown: bool) -> None: ...
    def focus_part(self, name: str) -> None:
        """The keyboard goes to a part of the window (``focus.Part.name``)."""

    def cycle_parts(self, step: int) -> None: ...
    def show_shortcuts(self) -> None: ...
    def show_about(self) -> None: ...


class Desk:
    """The state commands read, and the few ways they change it.

    ``review`` and ``transcript`` are there while a document is open.
    """

    def __init__(self, window: Services) -> None:
        self.window = window
        self.review: Review | None = None
        self.transcript: TranscriptPane | None = None
        self._codes: tuple[Review | None, tuple[Exemption, ...]] = (None, ())

    @property
    def last_codes(self) -> tuple[Exemption, ...]:
        """For which words of this document were withheld last; () if none were."""
        review, codes = self._codes
        return codes if review is self.review else ()

    @last_codes.setter
    def last_codes(self, codes: tuple[Exemption, ...]) -> None:
        self._codes = (self.review, codes)

    @property
    def document(self) -> Document:
        """The open document. RuntimeError where there is none."""
        return self._reviewed.document

    @property
    def person(self) -> Reviewer:
        """Who reviews it. RuntimeError where no document is open."""
        return self._reviewed.reviewer

    @property
    def pane(self) -> TranscriptPane:
        """The transcript of the open document. RuntimeError where there is none."""
        if self.transcript is None:
            raise RuntimeError("no document is open")
        return self.transcript

    @property
    def proofreading(self) -> Proofreading:
        """Findings, queue and spelling."""
        return self.window.proofreading

    @property
    def caret(self) -> Place:
        return self.pane.caret()

    @property
    def paragraph(self) -> Paragraph:
        """The one with the caret."""
        return self.document.paragraphs[self.caret[0]]

    @property
    def selected(self) -> tuple[int, ...]:
        """The paragraphs the selection touches, or the one with the caret."""
        return self.pane.selected_paragraphs()

    def apply(self, edit: Edit | None) -> bool:
        """Do the edit and say whether it was done; a refusal is told to the person."""
        if edit is None:
            return False
        try:
            self._reviewed.apply(edit, origin=self)
        except EditRefused as refusal:
            self.window.tell(str(refusal))
            return False
        return True

    def go_to(self, place: Place | None, otherwise: str) -> None:
        """The caret goes there; where there is no such place, ``otherwise`` says so."""
        if place is None:
            self.window.tell(otherwise)
            return
        self.pane.place_caret(*place)
        self.pane.setFocus()

    @property
    def _reviewed(self) -> Review:
        if self.review is None:
            raise RuntimeError("no document is open")
        return self.review
