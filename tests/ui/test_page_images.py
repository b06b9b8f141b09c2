"""The page images beside the text: when they are shown, and how the two follow each other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings, tei
from app.ui.application import compose
from app.ui.dialogs import files, questions
from app.ui.facsimile import ink
from app.ui.facsimile.layout import Fit
from app.ui.main_window import MainWindow
from app.ui.page_images import PageImages
from tests.facsimile import papers
from tests.ui.desk import let_go, open_file, open_sample, press
from tests.ui.scans import scanned, without_images


@pytest.fixture
def images(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> PageImages:
    """Those of a scan that is open."""
    window.resize(1280, 800)
    open_file(qtbot, window, scanned(tmp_path))
    found = window.workplace.page_images
    qtbot.waitUntil(lambda: found.pane.view.spot is not None)
    return found


def is_checked(window: MainWindow, command: str) -> bool:
    return window.workplace.menus.actions[command].isChecked()


def shown(window: MainWindow) -> bool:
    return window.workplace.page_images.shown


# -- shown and hidden ------------------------------------------------------------------------------


def test_they_are_shown_for_documents_that_have_some(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = scanned(tmp_path)
    open_sample(qtbot, window)
    assert not shown(window)
    assert not is_checked(window, "page.images")
    open_file(qtbot, window, path)
    assert shown(window)
    assert is_checked(window, "page.images")
    open_sample(qtbot, window)
    assert not shown(window)
    press(window, "Ctrl+W")
    open_file(qtbot, window, path)
    assert shown(window)


def test_one_key_hides_them_for_good(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, images: PageImages, settings_path: Path
) -> None:
    press(window, "F4")
    assert not shown(window)
    assert not is_checked(window, "page.images")
    window.close()
    again = compose(qapp, settings_path)
    qtbot.addWidget(again, before_close_func=let_go)
    again.show()
    memo = images._folder / "memo.xml"
    open_file(qtbot, again, memo)
    assert not shown(again)
    again.workplace.menus.actions["page.images"].trigger()
    assert shown(again)


def test_closing_the_dock_is_remembered_as_hiding(
    window: MainWindow, images: PageImages, settings_path: Path
) -> None:
    images.dock.close()
    assert not shown(window)
    assert not settings.load(settings_path)[0].page_images
    assert not is_checked(window, "page.images")


def test_a_wide_window_has_them_left_of_the_text(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.resize(1900, 900)
    open_file(qtbot, window, scanned(tmp_path))
    dock = window.workplace.page_images.dock
    assert window.dockWidgetArea(dock) is Qt.DockWidgetArea.LeftDockWidgetArea
    assert window.workplace.desk.window.metadata_shown


def test_a_narrow_window_has_them_in_front_of_the_metadata(
    window: MainWindow, images: PageImages
) -> None:
    metadata = window.workplace.panes.dock
    assert window.tabifiedDockWidgets(images.dock) == [metadata]
    assert shown(window)
    assert not is_checked(window, "view.metadata")
    press(window, "Ctrl+B")
    assert is_checked(window, "view.metadata")
    assert not shown(window)
    press(window, "F4")
    assert shown(window)


def test_f6_goes_to_the_page_and_back(window: MainWindow, images: PageImages) -> None:
    editor = window.workplace.panes.transcript.editor
    assert QApplication.focusWidget() is editor
    press(window, "Shift+F6")
    press(window, "Shift+F6")
    assert QApplication.focusWidget() is images.pane.view
    press(window, "F6")
    press(window, "F6")
    assert QApplication.focusWidget() is editor


# -- following -------------------------------------------------------------------------------------


def test_the_page_follows_the_caret(qtbot: QtBot, window: MainWindow, images: PageImages) -> None:
    spot = images.pane.view.spot
    assert spot is not None
    assert (spot.page.number, spot.line) == (1, spot.page.lines[0])
    press(window, "Ctrl+End")
    qtbot.waitUntil(lambda: images.pane.view.spot != spot)
    spot = images.pane.view.spot
    assert spot is not None
    assert spot.line is spot.page.lines[-1]
    assert (spot.page.number, images.pane.view.current) == (2, 1)


def test_it_stays_where_it_does_not_follow(
    qtbot: QtBot, window: MainWindow, images: PageImages
) -> None:
    window.workplace.menus.actions["page.follow"].trigger()
    assert not is_checked(window, "page.follow")
    press(window, "Ctrl+End")
    qtbot.wait(60)
    assert (images.pane.view.spot, images.pane.view.current) == (None, 0)
    window.workplace.menus.actions["page.follow"].trigger()
    assert images.pane.view.current == 1


def test_a_click_on_the_page_puts_the_caret_there(
    qtbot: QtBot, window: MainWindow, images: PageImages
) -> None:
    press(window, "F6")
    view, page = images.pane.view, window.workplace.desk.document.pages[0]
    line = page.lines[1]
    place = view.box_in_view(0, ink.box_of_word(line, line.words[2])).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    at, offset = window.workplace.panes.transcript.caret()
    witness = window.workplace.desk.document.paragraphs[0]
    assert at == 0
    label = len("The President: ")
    start = line.words[2].start - label
    assert start <= offset <= start + line.words[2].length
    assert witness.text[start : start + 3] != "   "
    assert QApplication.focusWidget() is window.workplace.panes.transcript.editor


def test_pages_are_turned_while_the_caret_stays(window: MainWindow, images: PageImages) -> None:
    caret = window.workplace.panes.transcript.caret()
    window.workplace.menus.actions["page.fit_page"].trigger()
    assert images.pane.view.viewing.fit is Fit.PAGE
    press(window, "Ctrl+Alt+PgDown")
    assert images.pane.view.current == 1
    press(window, "Ctrl+Alt+PgUp")
    assert images.pane.view.current == 0
    assert window.workplace.panes.transcript.caret() == caret


def test_size_turn_and_tone_from_the_menu(window: MainWindow, images: PageImages) -> None:
    actions, view = window.workplace.menus.actions, images.pane.view
    before = view.scale
    actions["page.zoom_in"].trigger()
    assert view.scale > before
    actions["page.fit_width"].trigger()
    assert view.viewing.fit is Fit.WIDTH
    actions["page.turn_right"].trigger()
    assert view.viewing.turns == 1
    actions["page.turn_left"].trigger()
    assert view.viewing.turns == 0
    actions["page.contrast"].trigger()
    actions["page.invert"].trigger()
    assert (view.tone.contrast, view.tone.inverted) == (1, True)
    assert is_checked(window, "page.invert")


# -- the proof strip -------------------------------------------------------------------------------


def test_one_key_shows_the_strip_over_the_column_of_text(
    qtbot: QtBot, window: MainWindow, images: PageImages, settings_path: Path
) -> None:
    assert not images.strip.isVisible()
    press(window, "F5")
    assert images.strip.isVisible()
    qtbot.waitUntil(lambda: images.strip.accessibleDescription() == "Image of line 1 of page 1")
    QTest.keyClick(window.workplace.panes.transcript.editor, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: images.strip.accessibleDescription() == "Image of line 2 of page 1")
    column = window.workplace.panes.transcript.editor.viewport()
    assert images.strip._width == column.width()
    assert settings.load(settings_path)[0].proof_strip
    press(window, "F5")
    assert not images.strip.isVisible()


def test_the_strip_works_without_the_pane(
    qtbot: QtBot, window: MainWindow, images: PageImages
) -> None:
    press(window, "F4")
    press(window, "F5")
    press(window, "Ctrl+End")
    last = len(window.workplace.desk.document.pages[1].lines)
    said = f"Image of line {last} of page 2"
    qtbot.waitUntil(lambda: images.strip.accessibleDescription() == said)


def test_no_strip_without_images(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    press(window, "F5")
    assert not window.workplace.page_images.strip.isVisible()
    assert "this document has none" in window.workplace.status_line.currentMessage()


# -- attaching and locating ------------------------------------------------------------------------


def choose(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    monkeypatch.setattr(files, "choose_images", lambda *_: paths)


def test_images_are_attached_by_an_edit(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned(tmp_path)
    open_file(qtbot, window, without_images(tmp_path))
    assert not shown(window)
    choose(monkeypatch, tmp_path / "scan.pdf")
    window.workplace.menus.actions["file.attach"].trigger()
    desk = window.workplace.desk
    qtbot.waitUntil(lambda: window.isWindowModified())
    assert [page.image for page in desk.document.pages] == ["scan.pdf#page=1", "scan.pdf#page=2"]
    assert all(page.width and page.height for page in desk.document.pages)
    assert shown(window)
    assert window.workplace.status_line.currentMessage() == "2 page images attached."
    press(window, "Ctrl+Z")
    assert [page.image for page in desk.document.pages] == [None, None]


def test_the_empty_pane_offers_to_attach_some(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned(tmp_path)
    open_file(qtbot, window, without_images(tmp_path))
    choose(monkeypatch, tmp_path / "scan.pdf")
    press(window, "F4")
    qtbot.mouseClick(window.workplace.page_images.pane.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.isWindowModified())


def test_images_that_do_not_fit_are_refused(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(questions, "warn", lambda _, *words: said.append(": ".join(words)))
    path = scanned(tmp_path)
    document = open_file(qtbot, window, path)
    papers.write_png(tmp_path / "p.png", document.pages[0])
    choose(monkeypatch, tmp_path / "p.png")
    window.workplace.menus.actions["file.attach"].trigger()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("The page images were not attached: 1 page images were given for 2")
    assert window.workplace.desk.document is document


def test_images_elsewhere_are_shown_at_once_and_named_as_they_lie(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scans, work = tmp_path / "scans", tmp_path / "work"
    scans.mkdir()
    work.mkdir()
    scanned(scans)
    open_file(qtbot, window, without_images(work))
    choose(monkeypatch, scans / "scan.pdf")
    window.workplace.menus.actions["file.attach"].trigger()
    qtbot.waitUntil(lambda: window.isWindowModified())
    first = window.workplace.desk.document.pages[0].image
    assert first == "../scans/scan.pdf#page=1"
    pane = window.workplace.page_images.pane
    assert pane.bar.isVisible()
    assert not pane.notice.isVisible()


def test_images_that_were_moved_are_located_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, scans = tmp_path / "work", tmp_path / "scans"
    work.mkdir()
    scans.mkdir()
    path = scanned(work)
    shutil.move(work / "scan.pdf", scans / "scan.pdf")
    document = open_file(qtbot, window, path)
    images = window.workplace.page_images
    assert images.pane.notice.isVisible()
    assert "scan.pdf" in images.pane.notice.title.text()
    said: list[str] = []
    monkeypatch.setattr(questions, "warn", lambda _, *words: said.append(words[0]))
    monkeypatch.setattr(files, "choose_folder", lambda *_: tmp_path)
    qtbot.mouseClick(images.pane.notice.button, Qt.MouseButton.LeftButton)
    assert said == ["The page images were not found"]
    assert images.pane.notice.isVisible()
    monkeypatch.setattr(files, "choose_folder", lambda *_: scans)
    window.workplace.menus.actions["file.locate"].trigger()
    assert images.pane.bar.isVisible()
    assert window.workplace.desk.document is document
    open_file(qtbot, window, path)
    assert images.pane.bar.isVisible()


def test_saved_in_another_folder_the_images_are_still_found(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, below = tmp_path / "work", tmp_path / "work" / "reviewed"
    below.mkdir(parents=True)
    document = open_file(qtbot, window, scanned(work))
    for folder, named in ((tmp_path, "work/scan.pdf#page=1"), (below, "../scan.pdf#page=1")):
        monkeypatch.setattr(files, "choose_to_save", lambda *_, to=folder: to / "memo.xml")
        with qtbot.waitSignal(window.workplace.session.saved):
            press(window, "Ctrl+Shift+S")
        assert tei.read((folder / "memo.xml").read_bytes()).pages[0].image == named
        assert window.workplace.desk.document is document
        assert window.workplace.page_images.pane.bar.isVisible()


def test_text_and_images_may_be_moved_together(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "old").mkdir()
    scanned(tmp_path / "old")
    shutil.move(tmp_path / "old", tmp_path / "new")
    open_file(qtbot, window, tmp_path / "new" / "memo.xml")
    pane = window.workplace.page_images.pane
    assert pane.bar.isVisible()
    pane.view.viewport().grab()
    qtbot.waitUntil(lambda: pane.view.sharp)
