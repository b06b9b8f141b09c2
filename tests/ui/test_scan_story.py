"""A real scan, opened as PDF and hOCR and reviewed to two saved memoranda with the keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app import tei
from app.model.doubts import remaining
from app.model.queries import tally, unsure_speakers
from app.model.terms import Level
from app.model.witness import body_witness
from app.ui.dialogs import files
from app.ui.dialogs.which_memorandum import WhichMemorandum
from app.ui.main_window import MainWindow
from tests.conftest import SHARED
from tests.ui.desk import come_back, find_place, in_dialog, press, type_text

NAME = "endara-gandhi-1989-06-07"
SAMPLES = SHARED / "samples"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    """The scan without text, with the hOCR of its pages beside it."""
    for suffix in (".pdf", ".hocr"):
        shutil.copy(SAMPLES / f"{NAME}{suffix}", tmp_path)
    return tmp_path / f"{NAME}.pdf"


@pytest.fixture(autouse=True)
def _save_as_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "choose_to_save", lambda _, suggestion: suggestion)


@pytest.fixture
def chosen() -> list[list[str]]:
    """What the choosers of memoranda said."""
    return []


def choose(chosen: list[list[str]], downs: int = 0) -> None:
    """In the chooser that opens next, go so many lines down and open that memorandum."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, WhichMemorandum)
        memoranda = dialog.memoranda
        chosen.append([memoranda.item(row).text() for row in range(memoranda.count())])
        for _ in range(downs):
            QTest.keyClick(memoranda, Qt.Key.Key_Down)
        QTest.keyClick(memoranda, Qt.Key.Key_Return)

    in_dialog(act)


def test_a_packet_is_reviewed_to_two_valid_memoranda(
    qtbot: QtBot, window: MainWindow, packet: Path, chosen: list[list[str]]
) -> None:
    desk = window.workplace.desk
    with qtbot.waitSignal(window.workplace.session.opened):
        window.open(packet)
    assert not any(paragraph.text for paragraph in desk.document.paragraphs)
    choose(chosen)
    with qtbot.waitSignal(window.workplace.session.opened):
        window.workplace.recognition.bar.text_button.click()
    come_back(qtbot, window)
    imported = desk.document
    assert imported.pages[0].image == f"{NAME}.pdf#page=1"
    _confirm_voices(window)
    _confirm_marks(window)
    _confirm_words(window)
    assert body_witness(desk.document) == body_witness(imported)
    _save(qtbot, window)

    with qtbot.waitSignal(window.workplace.session.opened):
        window.workplace.menus.actions["file.next_memorandum"].trigger()
    assert not window.workplace.menus.actions["file.next_memorandum"].isEnabled()
    imported = desk.document
    assert [page.number for page in imported.pages] == [3, 4, 5]
    _mend(window, "beteer now", "better now", 4)
    _mark_unclassified(window)
    _confirm_words(window)
    assert body_witness(desk.document) == body_witness(imported)
    _save(qtbot, window)

    saved = [packet.with_name(f"{NAME}-{number}.xml") for number in (1, 2)]
    subjects = [_checked(path) for path in saved]
    assert subjects[0].startswith("Telephone Conversation with Guillermo Endara")
    assert "Gandhi" in subjects[1]
    choose(chosen)
    with qtbot.waitSignal(window.workplace.session.opened):
        window.open(packet.with_suffix(".hocr"))
    assert chosen[0][1].endswith("(3 pages)")
    assert [line.rpartition(" · ")[2] for line in chosen[1]] == [
        f"saved as {path.name}" for path in saved
    ]


def _confirm_voices(window: MainWindow) -> None:
    """Each reported speaker, one key a paragraph."""
    desk = window.workplace.desk
    for _ in list(unsure_speakers(desk.document)):
        window.workplace.panes.transcript.place_caret(*next(unsure_speakers(desk.document)))
        press(window, "Alt+Return")
    assert not list(unsure_speakers(desk.document))
    assert window.workplace.status_line.currentMessage() == "All speakers are confirmed."


def _confirm_marks(window: MainWindow) -> None:
    press(window, "F8")
    for _ in range(tally(window.workplace.desk.document.paragraphs).marks):
        press(window, "Ctrl+Return")
    assert tally(window.workplace.desk.document.paragraphs).marks == 0


def _confirm_words(window: MainWindow) -> None:
    press(window, "F11")
    for _ in range(remaining(window.workplace.desk.document.paragraphs)):
        press(window, "Ctrl+F11")
    assert remaining(window.workplace.desk.document.paragraphs) == 0


def _mend(window: MainWindow, read: str, right: str, at: int) -> None:
    """Correct one letter of a misread word, by typing over it."""
    paragraph, offset = find_place(window.workplace.desk.document, read)
    transcript = window.workplace.panes.transcript
    transcript.place_caret(paragraph, offset + at - 1, select_to=(paragraph, offset + at))
    type_text(right[at - 1])
    assert right in window.workplace.desk.document.paragraphs[paragraph].text


def _mark_unclassified(window: MainWindow) -> None:
    """All portions: the paper bears no marks."""
    press(window, "Ctrl+A")
    press(window, "Alt+U")
    marks = [paragraph.mark for paragraph in window.workplace.desk.document.paragraphs]
    assert {mark.level if mark else None for mark in marks} == {Level.U}


def _save(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.workplace.session.saved):
        press(window, "Ctrl+S")
    assert not window.isWindowModified()


def _checked(path: Path) -> str:
    """The subject of a saved file, which is valid and still has its page images and words."""
    content = path.read_bytes()
    assert tei.check(content) == ()
    document = tei.read(content)
    assert all(page.image for page in document.pages)
    assert any(line.words for page in document.pages for line in page.lines)
    return document.metadata.subject


def test_the_story_survives_a_look_at_every_page(
    qtbot: QtBot, window: MainWindow, packet: Path, chosen: list[list[str]]
) -> None:
    """The caret walks through the second memorandum; the page follows it to the end."""
    choose(chosen, downs=1)
    with qtbot.waitSignal(window.workplace.session.opened):
        window.open(packet.with_suffix(".hocr"))
    view = window.workplace.page_images.pane.view
    seen = []
    for page in _first_words(window):
        window.workplace.panes.transcript.place_caret(*page)
        qtbot.waitUntil(lambda: view.spot is not None and view.spot.page.number not in seen)
        assert view.spot is not None
        assert view.spot.word is not None
        seen.append(view.spot.page.number)
    assert seen == [3, 4, 5]


def _first_words(window: MainWindow) -> Iterator[tuple[int, int]]:
    yield 0, 0
    for at, paragraph in enumerate(window.workplace.desk.document.paragraphs):
        for begin in paragraph.passage.page_breaks:
            yield at, begin.start
