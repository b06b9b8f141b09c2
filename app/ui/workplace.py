"""Where documents are reviewed: brings session, panes, status line and commands together.

It decides nothing about documents: it hands on what each part says to those it concerns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.model.doubts import remaining, remaining_after, threshold_of
from app.model.edits.pages import place_of
from app.model.queries import Tally, tally, tally_after
from app.review import Change, Review
from app.ui.background import Task
from app.ui.commands.desk import Desk
from app.ui.commands.table import COMMANDS
from app.ui.file.file_check import FileCheck
from app.ui.file.open_document import Progress
from app.ui.file.session import Session
from app.ui.keys import Keys
from app.ui.menus import Menus
from app.ui.services import WindowServices
from app.ui.status_line import StatusLine
from app.ui.tools.second_review.watch import SecondReviewWatch

if TYPE_CHECKING:
    from app.ui.image_files import ImageFiles
    from app.ui.main_window import MainWindow
    from app.ui.page_images import PageImages
    from app.ui.panes import Panes
    from app.ui.proofreading import Proofreading
    from app.ui.recognition import Recognition
    from app.ui.releasing import Releasing
    from app.ui.tools.docks import Tools

CARET_SHOWN_AFTER_MS = 40
"""The status line follows the caret a little later, so that a key is painted first."""


class Workplace(QObject):
    """``desk`` is what the commands act on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = window.preferences
        self._tally = Tally(0, 0)
        self._doubts = 0
        self.desk = Desk(WindowServices(window, self))
        self.progress = Progress()
        window.column.insertWidget(0, self.progress)
        self.session = Session(window, self._preferences, self.progress)
        self.status_line = StatusLine(window)
        window.setStatusBar(self.status_line)
        self.status_line.hide()
        self.keys = Keys(COMMANDS, self._preferences)
        self.menus = Menus(window, self.desk, self.keys)
        self.menus.toolbar.hide()
        self.second_review = SecondReviewWatch(self)
        self._caret_timer = QTimer(self, singleShot=True, interval=CARET_SHOWN_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        self._caret_timer.timeout.connect(self._show_caret)
        self.session.opened.connect(self._show_document)
        self.session.closed.connect(self._leave_document)
        self.session.not_opened.connect(self._window.show_start_page_if_empty)
        self.session.saved.connect(self._show_state)
        self.session.standing_changed.connect(self._show_state)
        self.session.told.connect(self.tell)
        self.session.changed_on_disk.connect(self._ask_about_changed)
        FileCheck(self.session).paragraph_requested.connect(self._go_to_paragraph)
        self._preferences.failed.connect(self.tell)
        self.second_review.lost.connect(self.tell)
        self.second_review.changed.connect(
            lambda: self.status_line.second_review.setText(self.second_review.text)
        )
        self._window.appearance.theme_changed.connect(self._apply_theme)

    @cached_property
    def panes(self) -> Panes:
        """Made with the first document."""
        from app.ui.panes import Panes

        panes = Panes(self._window, self.desk, self._preferences)
        panes.told.connect(self.tell)
        panes.caret_moved.connect(self._caret_timer.start)
        panes.page_requested.connect(self._go_to_page)
        panes.paragraph_requested.connect(self._go_to_paragraph)
        panes.speaker_requested.connect(self._choose_speaker)
        panes.mark_requested.connect(self._choose_marking)
        panes.page_images.files_requested.connect(self._ask_for_images)
        panes.page_images.toggled.connect(self.menus.refresh)
        panes.tools.toggled.connect(self.menus.refresh)
        panes.transcript.set_doubts_under(self.doubts_under)
        panes.set_theme(self._window.appearance.theme)
        panes.zoom_requested.connect(self.desk.window.zoom)
        panes.menu_requested.connect(self.menus.pop_up)
        panes.transcript.set_zoom(self._preferences.settings.zoom)
        panes.proofreading.counted.connect(self._show_proofread)
        self.session.saving.began.connect(panes.proofreading.watch.pause)
        self.session.saving.ended.connect(panes.proofreading.watch.resume)
        panes.proofreading.dock.visibilityChanged.connect(self.menus.refresh)
        text_menu = self.menus.of_parts["transcript"]
        text_menu.aboutToShow.connect(lambda: panes.proofreading.offer_suggestions(text_menu))
        self._window.stack.addWidget(panes)
        return panes

    # -- what is shown ----------------------------------------------------------------------------

    def _show_document(self) -> None:
        """The session has another document: all parts show it from now on."""
        review = self.session.review
        if review is None:
            return
        from_start_page = self.desk.review is None
        self.desk.review, self.desk.transcript = review, self.panes.transcript
        self._tally = tally(review.document.paragraphs)
        self._count_doubts()
        review.subscribe(lambda change: self._follow(review, change))
        self.panes.set_review(review, self.session.folder)
        if from_start_page:
            self.panes.restore_layout(self._preferences.settings.layout)
        self.second_review.set_review(review)
        self.panes.page_images.arrange()
        self._window.stack.setCurrentWidget(self.panes)
        self.menus.toolbar.show()
        self.status_line.show()
        self.panes.transcript.setFocus()
        if self.session.file is not None:
            self.recognition.offer(review.document, self.session.file.source)
        self._show_state()
        self._show_caret()

    def _leave_document(self) -> None:
        self.save_layout()
        self.desk.review = self.desk.transcript = None
        self.panes.dock.hide()
        self.panes.page_images.leave()
        self.tools.leave()
        self.proofreading.set_review(None)
        self.second_review.set_review(None)
        self.recognition.withdraw()
        self.menus.toolbar.hide()
        self.status_line.show_nothing()
        self.status_line.hide()
        self.menus.refresh()
        self._window.show_start_page()

    def follow_person(self) -> None:
        """Another person is at the desk, who may see and do other things."""
        if self.desk.review is not None:
            self.second_review.look()
            self.proofreading.watch.follow_person()
            self.tools.follow_person()
            self.panes.transcript.follow_person()
            self._caret_timer.start()
            self.menus.refresh()

    def save_layout(self) -> None:
        """Keep the size of the window, and of the docks while a document is shown."""
        geometry = bytes(self._window.saveGeometry().data())
        settings = replace(self._preferences.settings, geometry=geometry)
        if self.desk.review is not None:
            settings = replace(settings, layout=bytes(self._window.saveState().data()))
        self._preferences.revise(settings)

    def _follow(self, review: Review, change: Change) -> None:
        """The document changed: what depends on it follows, the costly part a little later."""
        if review is not self.session.review:
            return
        self._tally = tally_after(self._tally, change.before, change.after)
        self._doubts = remaining_after(
            self._doubts, change.before, change.after, threshold_of(self.doubts_under)
        )
        self._window.setWindowModified(review.modified)
        self.panes.find_bar.refresh()
        self._caret_timer.start()
        self.menus.refresh()

    def _show_caret(self) -> None:
        if self.desk.review is not None:
            self.status_line.show_caret(self.desk.document, *self.desk.caret, self.desk.person)
            self.status_line.show_state(self._tally, self._file_state())
            self.status_line.show_doubts(self._doubts, self.doubts_under)
            self._show_proofread()

    def _show_proofread(self) -> None:
        if self.desk.review is not None:
            proofreading = self.proofreading
            words = proofreading.findings_text, proofreading.reviewed_text
            self.status_line.show_proofread(*words)

    def _show_state(self) -> None:
        """The title and the state of the file."""
        if self.session.file is not None and self.session.review is not None:
            self._window.setWindowTitle(f"{self.session.title}[*] — Memcon Desk")
            self._window.setWindowModified(self.session.review.modified)
            self.status_line.show_state(self._tally, self._file_state())
        self.menus.refresh()

    def _file_state(self) -> str:
        if self._window.isWindowModified():
            return "Modified"
        if self.session.review is not None and self.session.review.read_only:
            return "Read-only"
        return "Saved" if self.session.file and self.session.file.path else "Not saved yet"

    def _apply_theme(self) -> None:
        if self.desk.review is not None:
            self.panes.set_theme(self._window.appearance.theme)
        self.menus.refresh()

    def prepare(self) -> None:
        """Make and import what the first document needs, before there is one."""
        import_readers = Task(_import_readers, lambda _: None, lambda _: None, (), self)
        import_readers.start()
        QTimer.singleShot(0, self, lambda: self.panes)

    def tell_complaints(self) -> None:
        """Say what was wrong with the settings at the start."""
        if self._preferences.complaint:
            self.tell(self._preferences.complaint)

    # -- scans and doubtful words -----------------------------------------------------------------

    @cached_property
    def recognition(self) -> Recognition:
        """Made with the first document, as are those below."""
        from app.ui.recognition import Recognition

        recognition = Recognition(self._window)
        self._window.column.insertWidget(1, recognition.bar)
        recognition.recognised.connect(self.session.take_recognised)
        recognition.text_requested.connect(self.session.open)
        return recognition

    @cached_property
    def releasing(self) -> Releasing:
        from app.ui.releasing import Releasing

        return Releasing(self.desk, self.session, self._preferences, self)

    @cached_property
    def image_files(self) -> ImageFiles:
        from app.ui.image_files import ImageFiles

        image_files = ImageFiles(self._window, self.page_images)
        image_files.told.connect(self.tell)
        return image_files

    def _ask_for_images(self) -> None:
        if self.desk.review is not None:
            self.image_files.ask(self.desk.review, self.session.folder)

    def _count_doubts(self) -> None:
        threshold = threshold_of(self.doubts_under)
        self._doubts = remaining(self.desk.document.paragraphs, threshold)

    # -- what the panes ask for -------------------------------------------------------------------

    def _go_to_page(self, page: str) -> None:
        place = place_of(self.desk.document, page)
        self.desk.go_to((place[0], place[1].start) if place else (0, 0), "")

    def _go_to_paragraph(self, at: int) -> None:
        self.desk.go_to((at, 0), "")

    def _ask_about_changed(self, message: str, then: Callable[[], None] | None) -> None:
        from app.ui.file.changed_file import ChangedFile

        ChangedFile(self.session).ask(message, then)

    def _choose_speaker(self, at: int) -> None:
        self._run_at(at, "speakers.choose")

    def _choose_marking(self, at: int) -> None:
        self._run_at(at, "marks.choose")

    def _run_at(self, at: int, command: str) -> None:
        """The command for this paragraph, or for the selection where that holds it."""
        if at not in self.desk.selected:
            self.panes.transcript.place_caret(at, 0)
        self.menus.actions[command].trigger()

    # -- what several parts need ------------------------------------------------------------------

    def tell(self, message: str) -> None:
        self.status_line.show()
        self.status_line.say(message)
        self._caret_timer.start()

    @property
    def page_images(self) -> PageImages:
        return self.panes.page_images

    @property
    def proofreading(self) -> Proofreading:
        return self.panes.proofreading

    @property
    def tools(self) -> Tools:
        return self.panes.tools

    @property
    def doubts_under(self) -> int:
        return self._preferences.settings.doubts_under

    def mark_doubts_under(self, percent: int) -> None:
        """Words of a lower certainty are marked from now on."""
        self._preferences.revise(replace(self._preferences.settings, doubts_under=percent))
        self.panes.transcript.set_doubts_under(percent)
        if self.desk.review is not None:
            self._count_doubts()
            self._show_caret()


def _import_readers() -> None:
    import app.opening
    import app.storage.journal
    import app.storage.locks
    import app.storage.recovery  # noqa: F401 - they take a tenth of a second
