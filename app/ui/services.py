"""What the window does for commands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.settings import MOST_ENLARGED, MOST_REDUCED
from app.settings import Theme as ThemeChoice
from app.ui import focus
from app.ui.commands.table import COMMANDS
from app.ui.docks import in_front
from app.ui.menus import title

if TYPE_CHECKING:
    from app.model.terms import Custody
    from app.ui.main_window import MainWindow
    from app.ui.page_images import PageImages
    from app.ui.proofreading import Proofreading
    from app.ui.releasing import Releasing
    from app.ui.tools.docks import Tools
    from app.ui.tools.second_review.watch import SecondReviewWatch
    from app.ui.workplace import Workplace

ZOOM_STEP = 10
"""Percent that one step of the zoom is."""


class WindowServices:
    """The ``Services`` of the real window: it hands on what is asked for to who can do it."""

    def __init__(self, window: MainWindow, workplace: Workplace) -> None:
        self._window = window
        self._place = workplace

    @property
    def theme_choice(self) -> ThemeChoice:
        return self._window.appearance.choice

    @property
    def metadata_shown(self) -> bool:
        return self._place.desk.review is not None and in_front(
            self._place.panes.dock, self._window
        )

    @property
    def dialog_parent(self) -> QWidget:
        return self._window

    def tell(self, message: str) -> None:
        self._place.tell(message)

    def ask_and_open(self) -> None:
        self._place.session.ask_and_open()

    def open_sample(self) -> None:
        self._place.session.open_sample()

    def save(self) -> None:
        self._place.session.save()

    def save_as(self) -> None:
        self._place.session.save_as()

    def close_document(self) -> None:
        self._place.session.close()

    @property
    def page_images(self) -> PageImages:
        return self._place.page_images

    @property
    def proofreading(self) -> Proofreading:
        return self._place.proofreading

    @property
    def tools(self) -> Tools:
        return self._place.tools

    @property
    def second_review(self) -> SecondReviewWatch:
        return self._place.second_review

    @property
    def releasing(self) -> Releasing:
        return self._place.releasing

    @property
    def folder(self) -> Path:
        return self._place.session.folder

    @property
    def custody(self) -> Custody:
        return self._window.preferences.settings.custody

    def choose_custody(self, custody: Custody) -> None:
        self._window.preferences.revise(replace(self._window.preferences.settings, custody=custody))

    @property
    def doubts_under(self) -> int:
        return self._place.doubts_under

    @property
    def has_next_memorandum(self) -> bool:
        return self._place.session.next_number is not None

    @property
    def may_recognise(self) -> bool:
        return self._place.desk.review is not None and self._place.recognition.offered

    def open_next_memorandum(self) -> None:
        self._place.session.open_next()

    def attach_images(self) -> None:
        if self._place.desk.review is not None:
            self._place.image_files.attach(self._place.desk.review, self._place.session.folder)

    def locate_images(self) -> None:
        if self._place.desk.review is not None:
            self._place.image_files.locate(self._place.desk.review, self._place.session.folder)

    def recognise(self) -> None:
        self._place.recognition.start()

    def compare_reading(self) -> None:
        from app.ui.comparing import Comparing

        Comparing(self._place.desk, self._place).ask(self._place.session.folder)

    def show_versions(self) -> None:
        from app.ui.file.kept_versions import KeptVersions

        KeptVersions(self._place.session).show()

    def merge_copies(self) -> None:
        from app.ui.file.merging_copies import MergingCopies

        MergingCopies(self._place.session).ask()

    def show_history(self) -> None:
        from app.ui.file.record_of_saves import RecordOfSaves

        RecordOfSaves(self._place.session).show()

    def mark_doubts_under(self, percent: int) -> None:
        self._place.mark_doubts_under(percent)

    def quit(self) -> None:
        self._window.close()

    def introduce(self) -> None:
        if self._place.session.introduce():
            self._place.follow_person()

    def open_find(self) -> None:
        self._place.panes.find_bar.open_bar()

    def find_next(self, step: int) -> None:
        if self._place.panes.find_bar.field.text():
            self._place.panes.find_bar.step(step)
        else:
            self._place.panes.find_bar.open_bar()

    def zoom(self, step: int) -> None:
        zoom = self._window.preferences.settings.zoom + step * ZOOM_STEP
        self._set_zoom(max(MOST_REDUCED, min(MOST_ENLARGED, zoom)))

    def reset_zoom(self) -> None:
        self._set_zoom(100)

    def _set_zoom(self, percent: int) -> None:
        """The settings own the zoom; the transcript shows it."""
        self._window.preferences.revise(replace(self._window.preferences.settings, zoom=percent))
        self._place.panes.transcript.set_zoom(percent)
        self.tell(f"Text size {percent} %")

    def choose_theme(self, choice: ThemeChoice) -> None:
        self._window.appearance.choose(choice)
        self._window.preferences.revise(replace(self._window.preferences.settings, theme=choice))

    def show_metadata(self, shown: bool) -> None:
        self._place.panes.dock.setVisible(shown)
        if shown:
            self._place.panes.dock.raise_()

    def focus_part(self, name: str) -> None:
        part = next(part for part in focus.PARTS if part.name == name)
        if part.name == "metadata":
            self.show_metadata(True)
        if part.name in self.tools.docks:
            self.tools.open(part.name)
            return
        if part.name == "page_images":
            self.page_images.show(True)
        focus.give_keyboard(self._place.panes, part)

    def cycle_parts(self, step: int) -> None:
        focus.cycle(self._place.panes, step)

    def show_shortcuts(self) -> None:
        from app.ui.dialogs.shortcuts import Shortcuts

        dialog = Shortcuts(
            COMMANDS,
            self._place.keys,
            lambda command: title(command, self._place.desk),
            lambda command: command.enabled(self._place.desk),
            self._window,
        )
        chosen = dialog.chosen if dialog.exec() else None
        dialog.deleteLater()
        if chosen is not None:
            self._place.menus.actions[chosen.id].trigger()

    def show_about(self) -> None:
        from app.ui.dialogs.about import show_about

        show_about(self._window)
