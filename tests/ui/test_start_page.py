"""The window without a document."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings, tei
from app.ui.application import compose
from app.ui.main_window import MainWindow
from app.ui.recent_files import Entry, RecentFiles, looked_up
from tests.memoranda import short
from tests.ui.conftest import INTRODUCED
from tests.ui.desk import let_go, press


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    path = tmp_path / "memo.xml"
    path.write_bytes(tei.write(short()))
    return path


@pytest.fixture
def returning(qtbot: QtBot, qapp: QApplication, settings_path: Path, memo: Path) -> MainWindow:
    """The window of a person who had two files open, one of which is gone."""
    gone = memo.with_name("gone.xml")
    settings.save(INTRODUCED.opened(memo).opened(gone), settings_path)
    made = compose(qapp, settings_path)
    qtbot.addWidget(made, before_close_func=let_go)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    recent = made.start_page.recent
    qtbot.waitUntil(lambda: recent.count() > 0 and "Not there" in accessible_text(recent, 0))
    return made


def accessible_text(recent: RecentFiles, row: int) -> str:
    text: str = recent.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
    return text


def test_first_start_has_no_list_and_the_keyboard_on_open(window: MainWindow) -> None:
    assert not window.start_page.recent.isVisible()
    assert QApplication.focusWidget() is window.start_page.open_button


def test_recent_files_are_opened_by_keys(qtbot: QtBot, returning: MainWindow, memo: Path) -> None:
    recent = returning.start_page.recent
    assert QApplication.focusWidget() is recent
    assert accessible_text(recent, 0) == f"gone.xml, {Entry(memo).folder}, Not there any more"
    press(returning, "Down")
    with qtbot.waitSignal(returning.workplace.session.opened):
        press(returning, "Return")
    assert returning.workplace.session.file is not None
    assert returning.workplace.session.file.path == memo


def test_a_click_opens(qtbot: QtBot, returning: MainWindow) -> None:
    recent = returning.start_page.recent
    with qtbot.waitSignal(returning.workplace.session.opened):
        place = recent.visualItemRect(recent.item(1)).center()
        QTest.mouseClick(recent.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_delete_takes_a_file_off_the_list(
    returning: MainWindow, settings_path: Path, memo: Path
) -> None:
    press(returning, "Delete")
    kept, _ = settings.load(settings_path)
    assert kept.recent == (memo,)
    assert returning.start_page.recent.count() == 1
    press(returning, "Delete")
    assert not returning.start_page.recent.isVisible()
    assert QApplication.focusWidget() is returning.start_page.open_button
    assert memo.exists()


def test_a_dropped_file_is_opened(qtbot: QtBot, window: MainWindow, memo: Path) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(memo))])
    drop = QDropEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window.workplace.session.opened):
        window.dropEvent(drop)


def test_what_the_disk_says(memo: Path) -> None:
    assert looked_up(memo).changed
    assert not looked_up(memo).missing
    assert looked_up(memo.with_name("gone.xml")) == Entry(memo.with_name("gone.xml"), missing=True)


def test_own_folder_is_short() -> None:
    assert Entry(Path.home() / "memos" / "a.xml").folder == "~/memos"
    assert Entry(Path("/srv/a.xml")).folder == "/srv"
