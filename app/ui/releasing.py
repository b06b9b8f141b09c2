"""Releasing, verifying and comparing releases at the desk: the questions before, the work in the
background, and what comes of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from app.consistency.treatment import EARLIER, different
from app.model.document import Document
from app.model.redactions import paragraph_of
from app.model.standpoint import standpoint
from app.release.build import build
from app.release.comparison import compared
from app.release.leaks import Verdict
from app.release.readiness import described
from app.release.reading import ReadingError, released_text
from app.release.writers import plain
from app.releasing import Done, ReleaseRefused, Step, release_file, unfit, verify_against
from app.storage.atomic import FileState, state_on_disk
from app.ui.background import Task
from app.ui.commands.desk import Desk
from app.ui.dialogs import questions
from app.ui.dialogs.choose_released import choose_released
from app.ui.dialogs.compare_releases import CompareReleases, Comparison
from app.ui.dialogs.release import Release, Wish
from app.ui.dialogs.release_refused import ReleaseRefused as Refused
from app.ui.dialogs.released import Released
from app.ui.dialogs.verified import Verified
from app.ui.dialogs.working import Working, WorkStopped
from app.ui.file.session import Session
from app.ui.preferences import Preferences

NAME = "release"
"""Of the folder that is proposed: it says nothing of the document."""
BLIND = "You review blind: what the first reviewer decided would be seen."
NOT_RELEASED = "Nothing was released, and nothing is in the folder."
NOT_VERIFIED = "The files were not verified."
CHANGED = "{}: it was changed since it was opened or saved here; reload it, or save as another file"
T = TypeVar("T")


class Releasing(QObject):
    """What the commands of release act on."""

    def __init__(
        self, desk: Desk, session: Session, preferences: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._preferences = preferences
        self._last: Path | None = None

    # -- release ----------------------------------------------------------------------------------

    def release(self) -> None:
        """Show what is missing; with nothing missing ask where to and how, and release."""
        file, review = self._session.file, self._desk.review
        if file is None or review is None or not self._may_look():
            return
        working = file.path or file.suggestion
        dialog = Release(
            review.document,
            _fresh(working.parent / NAME),
            lambda folder: unfit(folder, working),
            second_review=self._preferences.settings.second_review,
            unsaved=review.modified or file.path is None,
            parent=self._parent,
        )
        accepted = self._shown(dialog)
        if dialog.place is not None:
            self._go_to(dialog.place.where, dialog.place.start, dialog.place.end)
        elif accepted:
            self._begin(dialog.wish)

    def _begin(self, wish: Wish) -> None:
        """Keep the policy, save what is not saved, and release what is on the disk then."""
        settings = self._preferences.settings
        self._preferences.revise(replace(settings, second_review=wish.policy.second_review))
        file, review = self._session.file, self._desk.review
        if file is None or review is None:
            return
        if review.modified or file.path is None:
            # By way of the event queue: that it was saved is told first.
            self._session.save(lambda: QTimer.singleShot(0, self, lambda: self._release(wish)))
        else:
            self._release(wish)

    def _release(self, wish: Wish) -> None:
        file = self._session.file
        if file is None or file.path is None:
            return
        path, state = file.path, file.state
        self._work(
            "Release",
            lambda step: _released(path, state, wish, step),
            self._say_released,
            NOT_RELEASED,
        )

    def _say_released(self, done: Done) -> None:
        self._last = done.folder
        self._desk.window.tell(f"Released in {done.folder.name}.")
        self._shown(Released(done, self._parent))

    # -- verify -----------------------------------------------------------------------------------

    def verify(self) -> None:
        """Ask which released files, and look for withheld words in them."""
        if self._desk.review is None or not self._may_look():
            return
        chosen = self._choose(
            "Verify Released Files",
            "Looks in the files for anything that the open document withholds, as it is now.",
            ("Re&leased",),
        )
        if chosen is not None:
            document, paths = self._desk.document, chosen[0]
            self._work(
                "Verify",
                lambda step: verify_against(paths, document, step),
                self._say_verified,
                NOT_VERIFIED,
            )

    def _say_verified(self, verdict: Verdict) -> None:
        self._shown(Verified(verdict, self._parent))

    # -- compare ----------------------------------------------------------------------------------

    def compare_with_earlier(self) -> None:
        """Ask for an earlier release; show what the present decisions open and close."""
        if self._desk.review is None or not self._may_look():
            return
        chosen = self._choose(
            "Compare with an Earlier Release",
            "Shows what the decisions as they are now open and close, and where words are withheld "
            "that the earlier release has.",
            ("Ea&rlier",),
        )
        if chosen is not None:
            document, earlier = self._desk.document, chosen[0][0]
            self._compare(lambda step: _with_earlier(document, earlier, step))

    def compare_two(self) -> None:
        """Ask for two releases; show what the later one opened and closed."""
        chosen = self._choose(
            "Compare Two Releases",
            "Shows what the later release opened, and what it closed.",
            ("Ea&rlier", "&Later"),
        )
        if chosen is not None:
            (earlier, *_), (later, *_) = chosen
            self._compare(lambda step: _two(earlier, later, step))

    def _compare(self, work: Callable[[Step], Comparison]) -> None:
        self._work("Compare Releases", work, self._say_compared, "The releases were not compared.")

    def _say_compared(self, found: Comparison) -> None:
        dialog = CompareReleases("Compare Releases", found, self._parent)
        self._shown(dialog)
        if dialog.place is not None:
            self._go_to(dialog.place.where, dialog.place.start, dialog.place.end)

    # -- what they share --------------------------------------------------------------------------

    def _work(
        self, title: str, work: Callable[[Step], T], done: Callable[[T], None], refused: str
    ) -> None:
        """Do the work in the background; the window waits behind its progress."""
        working = Working(title, self._parent)

        def fail(error: Exception) -> None:
            if isinstance(error, WorkStopped):
                self._desk.window.tell("Stopped; nothing was written.")
            elif isinstance(error, ReleaseRefused):
                self._shown(Refused(refused, error.lines, self._parent))
            else:
                questions.warn(self._parent, refused, str(error))

        def settle() -> None:
            working.done(0)
            working.deleteLater()

        expected = (ReleaseRefused, ReadingError, WorkStopped)
        task = Task(lambda: work(working.step), done, fail, expected, self, ended=settle)
        working.open()
        task.start()

    def _choose(
        self, title: str, explained: str, fields: tuple[str, ...]
    ) -> tuple[tuple[Path, ...], ...] | None:
        proposed = self._last or self._desk.window.folder
        return choose_released(self._parent, title, explained, fields, proposed)

    def _may_look(self) -> bool:
        """A second reviewer who reviews blind may not."""
        may = not standpoint(self._desk.document, self._desk.person).blind
        if not may:
            self._desk.window.tell(BLIND)
        return may

    def _go_to(self, where: str, start: int, end: int) -> None:
        """The caret goes to words of the conversation; the keyboard to the metadata otherwise."""
        head, _, part = where.rpartition("/")
        at = paragraph_of(self._desk.document, head if part == "label" else where)
        if at is not None:
            spoken = end > start and part != "label"
            self._desk.pane.place_caret(
                at, start if spoken else 0, select_to=(at, end) if spoken else None
            )
            self._desk.pane.setFocus()
        elif where:
            self._desk.window.focus_part("metadata")

    def _shown(self, dialog: QDialog) -> bool:
        accepted = bool(dialog.exec())
        dialog.deleteLater()
        return accepted

    @property
    def _parent(self) -> QWidget:
        return self._desk.window.dialog_parent


def _fresh(folder: Path) -> Path:
    """The folder, or one of its name with a number, that is not there yet."""
    number = 1
    proposed = folder
    while proposed.exists():
        number += 1
        proposed = folder.with_name(f"{folder.name}-{number}")
    return proposed


def _released(path: Path, state: FileState | None, wish: Wish, step: Step) -> Done:
    """Release the file, if it still is the one the person has seen."""
    try:
        same = state_on_disk(path) == state
    except OSError:
        same = True  # Reading it says what is wrong.
    if not same:
        raise ReleaseRefused((CHANGED.format(path),))
    return release_file(path, wish.folder, wish.policy, step)


def _with_earlier(document: Document, earlier: Path, step: Step) -> Comparison:
    step("Reading the earlier release")
    text = released_text(earlier)
    step("Comparing")
    now = plain.written(build(document)).decode()
    places = tuple(
        (described(document, one.where), one)
        for one in different(document, text)
        if one.released == EARLIER
    )
    return Comparison(compared(text, now), places)


def _two(earlier: Path, later: Path, step: Step) -> Comparison:
    step("Reading the releases")
    before, after = released_text(earlier), released_text(later)
    step("Comparing")
    return Comparison(compared(before, after))
