"""A scan without text: what is offered, and the reading in the background."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app import importers
from app.importers import SourceError, recognition
from app.importers.recognition import RecognitionCancelledError, available
from app.model.document import Document
from app.ui.dialogs import questions
from app.ui.main_window import MainWindow
from app.ui.recognition import RecognitionBar
from tests.conftest import SHARED
from tests.importers import files
from tests.memoranda import short
from tests.ui.desk import open_file, open_sample, press

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@pytest.fixture
def scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PDF of two pages without text, on a machine with the program."""
    monkeypatch.setattr(recognition, "available", lambda: True)
    path = tmp_path / "scan.pdf"
    path.write_bytes(files.pdf([], []))
    return path


def bar(window: MainWindow) -> RecognitionBar:
    return window.workplace.recognition.bar


def test_the_pages_open_with_an_offer(qtbot: QtBot, window: MainWindow, scan: Path) -> None:
    document = open_file(qtbot, window, scan)
    assert [page.image for page in document.pages] == ["scan.pdf#page=1", "scan.pdf#page=2"]
    assert window.workplace.page_images.shown
    assert window.workplace.page_images.pane.view.current == 0
    assert bar(window).label.text() == "“scan.pdf” is 2 pages of images without text."
    assert bar(window).recognise_button.text() == "Recognise the Text of 2 Pages"
    assert bar(window).recognise_button.isVisible()
    assert not bar(window).text_button.isVisible()
    assert not bar(window).progress.isVisible()
    qtbot.mouseClick(bar(window).close_button, Qt.MouseButton.LeftButton)
    assert not bar(window).isVisible()
    assert window.workplace.menus.actions["file.recognise"].isEnabled()
    open_sample(qtbot, window)
    assert not window.workplace.menus.actions["file.recognise"].isEnabled()


def test_what_has_text_is_not_offered(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    assert not bar(window).isVisible()


def test_without_the_program_the_bar_says_how_to_get_it(
    qtbot: QtBot, window: MainWindow, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognition, "available", lambda: False)
    open_file(qtbot, window, scan)
    assert "install the program tesseract" in bar(window).label.text()
    assert not bar(window).recognise_button.isVisible()
    assert not window.workplace.menus.actions["file.recognise"].isEnabled()


def test_a_text_beside_the_scan_is_offered(qtbot: QtBot, window: MainWindow, scan: Path) -> None:
    scan.with_suffix(".txt").write_text("The President: Hello.\n\f\nGood-bye.\n")
    open_file(qtbot, window, scan)
    assert bar(window).text_button.text() == "Open “scan.txt”"
    with qtbot.waitSignal(window.workplace.session.opened):
        qtbot.mouseClick(bar(window).text_button, Qt.MouseButton.LeftButton)
    assert window.workplace.desk.document.source.name == "scan.txt"
    assert window.workplace.desk.document.pages[0].image == "scan.pdf#page=1"
    assert not bar(window).isVisible()


class Reader:
    """Stands in for the program; it reads a page each time it is told to go on."""

    def __init__(self) -> None:
        self.go_on = threading.Semaphore(0)
        self.threads: list[threading.Thread] = []
        self.failure: Exception | None = None

    def __call__(
        self, path: Path, progress: Progress, cancelled: Cancelled
    ) -> tuple[Document, ...]:
        self.threads.append(threading.current_thread())
        for page in range(2):
            progress(page, 2)
            while not self.go_on.acquire(timeout=0.01):
                if cancelled():
                    raise RecognitionCancelledError
        if self.failure is not None:
            raise self.failure
        return (short("A call"),)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    made = Reader()
    monkeypatch.setattr(importers, "read_recognised", made)
    return made


def test_it_is_read_page_by_page_in_the_background(
    qtbot: QtBot, window: MainWindow, scan: Path, reader: Reader
) -> None:
    open_file(qtbot, window, scan)
    window.workplace.menus.actions["file.recognise"].trigger()
    qtbot.waitUntil(lambda: bar(window).label.text() == "Recognising page 1 of 2…")
    assert bar(window).cancel_button.isVisible()
    assert not bar(window).recognise_button.isVisible()
    reader.go_on.release()
    qtbot.waitUntil(lambda: bar(window).label.text() == "Recognising page 2 of 2…")
    assert (bar(window).progress.value(), bar(window).progress.maximum()) == (1, 2)
    with qtbot.waitSignal(window.workplace.session.opened):
        reader.go_on.release()
    assert window.workplace.desk.document.metadata.subject == "A call"
    assert window.workplace.session.file is not None
    assert window.workplace.session.file.suggestion == scan.with_suffix(".xml")
    assert not bar(window).isVisible()
    assert threading.main_thread() not in reader.threads


def test_escape_gives_up_and_the_offer_is_back(
    qtbot: QtBot, window: MainWindow, scan: Path, reader: Reader
) -> None:
    document = open_file(qtbot, window, scan)
    qtbot.mouseClick(bar(window).recognise_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(reader.threads))
    QTest.keyClick(bar(window).cancel_button, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bar(window).recognise_button.isVisible())
    assert "without text" in bar(window).label.text()
    assert window.workplace.desk.document is document
    reader.threads[0].join(5)
    assert not reader.threads[0].is_alive()


def test_a_failure_is_said(
    qtbot: QtBot,
    window: MainWindow,
    scan: Path,
    reader: Reader,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(questions, "warn", lambda _, what, why: said.append((what, why)))
    reader.failure = SourceError("scan.pdf: page 2 takes too long")
    open_file(qtbot, window, scan)
    window.workplace.menus.actions["file.recognise"].trigger()
    reader.go_on.release(2)
    qtbot.waitUntil(lambda: bool(said))
    assert said == [("The pages were not recognised", "scan.pdf: page 2 takes too long")]
    assert bar(window).recognise_button.isVisible()


def test_whoever_opens_another_file_meanwhile_keeps_it(
    qtbot: QtBot, window: MainWindow, scan: Path, reader: Reader
) -> None:
    open_file(qtbot, window, scan)
    window.workplace.menus.actions["file.recognise"].trigger()
    qtbot.waitUntil(lambda: bool(reader.threads))
    sample = open_sample(qtbot, window)
    reader.threads[0].join(5)
    assert not reader.threads[0].is_alive()
    qtbot.wait(50)
    assert window.workplace.desk.document is sample
    assert not bar(window).isVisible()
    press(window, "Ctrl+W")


@pytest.mark.skipif(not available(), reason="the program tesseract is not installed")
@pytest.mark.skipif(not (SHARED / "samples").is_dir(), reason="the samples are not here")
def test_the_program_itself_reads_a_page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    page = tmp_path / "p-3.png"
    page.write_bytes((SHARED / "samples/redacted-1994-11-07/p-3.png").read_bytes())
    open_file(qtbot, window, page)
    with qtbot.waitSignal(window.workplace.session.opened, timeout=120_000):
        window.workplace.menus.actions["file.recognise"].trigger()
    document = window.workplace.desk.document
    assert sum(len(paragraph.text) for paragraph in document.paragraphs) > 500
    assert document.pages[0].image == "p-3.png"
    assert document.pages[0].lines
