"""Releasing, verifying and comparing at the desk, by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app import tei
from app.model import edits
from app.model.document import Document
from app.release.leaks import check
from app.ui.dialogs.choose_released import ChooseReleased
from app.ui.dialogs.compare_releases import CompareReleases
from app.ui.dialogs.release import Release
from app.ui.dialogs.release_refused import ReleaseRefused
from app.ui.dialogs.released import Released
from app.ui.dialogs.verified import CLEAN, Verified
from app.ui.dialogs.working import Working
from app.ui.main_window import MainWindow
from app.ui.releasing import BLIND
from app.ui.tables.row_table import RowTable
from tests.release.papers import ANN, BOB, decided, done, reviewed
from tests.test_releasing import NAMES
from tests.ui.desk import come_back, open_file


def opened(qtbot: QtBot, window: MainWindow, folder: Path, document: Document) -> Path:
    path = folder / "working.xml"
    path.write_bytes(tei.write(document))
    open_file(qtbot, window, path)
    return path


Kind = TypeVar("Kind", bound=QDialog)


def answer(kind: type[Kind], act: Callable[[Kind], None]) -> list[Kind]:
    """Do this in the dialog of this kind that comes next, which is closed if it then still is
    there; the list has it once that was done.
    """
    kept: list[Kind] = []

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(5, wait)
            return
        try:
            act(dialog)
            kept.append(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, wait)
    return kept


def run(qtbot: QtBot, window: MainWindow, command: str, last: list[Kind]) -> None:
    """Run the command, until the last of its dialogs was answered."""
    window.workplace.menus.actions[command].trigger()
    qtbot.waitUntil(lambda: bool(last) and QApplication.activeModalWidget() is None)


def release(dialog: Release) -> None:
    """Enter in the folder's field, where the keyboard is."""
    assert dialog.focusWidget() is dialog.choices.folder
    QTest.keyClick(dialog.choices.folder, Qt.Key.Key_Return)


def look(dialog: QDialog) -> None:
    """Only look."""


def released(qtbot: QtBot, window: MainWindow) -> None:
    """Release the open document into the folder that is proposed."""
    answer(Release, release)
    run(qtbot, window, "release.release", answer(Released, look))
    come_back(qtbot, window)


def test_what_is_missing_is_named_and_gone_to(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    document = done(decided(), ANN, edits.SetDisposition(("para-3",), None))
    opened(qtbot, window, tmp_path, document)

    def go(dialog: Release) -> None:
        assert dialog.state.text() == "Not ready: 2 things are missing."
        assert dialog.focusWidget() is dialog.lacking.typed
        QTest.keyClicks(dialog.lacking.typed, "paragraph 3")
        QTest.keyClick(dialog.lacking.typed, Qt.Key.Key_Return)

    run(qtbot, window, "release.release", answer(Release, go))
    assert window.workplace.desk.caret == (2, 0)
    assert not (tmp_path / "release").exists()


def test_a_reviewed_document_is_released(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window, tmp_path, reviewed())
    heads: list[str] = []
    answer(Release, release)
    last = answer(Released, lambda dialog: heads.append(dialog.head.text()))
    run(qtbot, window, "release.release", last)
    assert len(heads[0]) == 64
    assert heads[0] in (tmp_path / "release" / "redaction-log.csv").read_text()
    assert sorted(held.name for held in (tmp_path / "release").iterdir()) == NAMES


def test_one_reviewer_is_enough_by_an_explicit_choice(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    opened(qtbot, window, tmp_path, decided())

    def choose_one(dialog: Release) -> None:
        assert not dialog.release_button.isVisible()
        dialog.one_reviewer.setFocus()
        QTest.keyClick(dialog.one_reviewer, Qt.Key.Key_Space)
        assert dialog.release_button.isVisible()
        dialog.release_button.click()

    answer(Release, choose_one)
    run(qtbot, window, "release.release", answer(Released, look))
    log = (tmp_path / "release" / "redaction-log.csv").read_text()
    assert "one reviewer, by policy" in log
    assert not window.preferences.settings.second_review


def test_what_is_not_saved_is_saved_first(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """The released state is that of the file."""
    path = opened(qtbot, window, tmp_path, reviewed())
    before = path.read_bytes()
    desk = window.workplace.desk
    desk.apply(edits.SetReviewed((0,), True))
    assert window.isWindowModified()
    released(qtbot, window)
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert path.read_bytes() != before


def test_a_leak_is_named_and_nothing_is_there(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    opened(qtbot, window, tmp_path, reviewed())
    told: list[str] = []

    def name(dialog: Release) -> None:
        dialog.choices.folder.setText(str(tmp_path / "torrijano"))
        dialog.release_button.click()

    answer(Release, name)
    last = answer(ReleaseRefused, lambda dialog: told.extend(words(dialog.reasons, 0)))
    run(qtbot, window, "release.release", last)
    assert "file name" in told[0]
    assert not (tmp_path / "torrijano").exists()


def test_a_folder_that_is_there_is_refused_while_it_is_typed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "release").mkdir()
    opened(qtbot, window, tmp_path, reviewed())

    def type_names(dialog: Release) -> None:
        assert dialog.choices.path == tmp_path / "release-2"
        assert dialog.release_button.isEnabled()
        dialog.choices.folder.setText(str(tmp_path / "release"))
        assert not dialog.release_button.isEnabled()
        assert "there already" in dialog.choices.complaint.text()
        dialog.choices.folder.setText(str(tmp_path / "working"))
        assert "another name" in dialog.choices.complaint.text()

    run(qtbot, window, "release.release", answer(Release, type_names))


def test_a_release_that_is_stopped_leaves_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped by Escape while the finished files are on the disk and are checked."""
    path = opened(qtbot, window, tmp_path, reviewed())
    checking, stopped = Event(), Event()
    right = check._leaks

    def slowly(name: str, content: bytes, known: Any) -> Iterator[check.Leak]:
        checking.set()
        stopped.wait(5)
        return right(name, content, known)

    monkeypatch.setattr(check, "_leaks", slowly)
    answer(Release, release)

    def stop(dialog: Working) -> None:
        qtbot.waitUntil(checking.is_set)
        assert any(held.suffix == ".tmp" for held in tmp_path.iterdir())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        stopped.set()

    run(qtbot, window, "release.release", answer(Working, stop))
    left = {held.name for held in tmp_path.iterdir()}
    assert not any("release" in name or name.endswith(".tmp") for name in left)
    assert path.exists()


def test_a_file_that_somebody_changed_is_not_released(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = opened(qtbot, window, tmp_path, reviewed())
    path.write_bytes(path.read_bytes() + b"\n")
    answer(Release, release)
    run(qtbot, window, "release.release", answer(ReleaseRefused, look))
    assert not (tmp_path / "release").exists()


def choose(*paths: Path) -> None:
    """Type these, then Enter."""

    def act(dialog: ChooseReleased) -> None:
        assert not dialog.ok.isEnabled()
        for field, path in zip(dialog.fields, paths, strict=True):
            field.text.setText(str(path))
        QTest.keyClick(dialog.fields[-1].text, Qt.Key.Key_Return)

    answer(ChooseReleased, act)


def words(table: RowTable, row: int) -> list[str]:
    cells = (table.item(row, column) for column in range(table.columnCount()))
    return [cell.text() for cell in cells if cell is not None]


def test_released_files_are_verified(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window, tmp_path, reviewed())
    released(qtbot, window)
    told: list[str] = []
    choose(tmp_path / "release")
    last = answer(Verified, lambda dialog: told.append(dialog.verdict.text()))
    run(qtbot, window, "release.verify", last)
    with (tmp_path / "release" / "release.txt").open("a") as file:
        file.write("Torrijano\n")

    def read(dialog: Verified) -> None:
        told.append(dialog.verdict.text())
        told.extend(words(dialog.leaks, 0))

    choose(tmp_path / "release" / "release.txt")
    run(qtbot, window, "release.verify", answer(Verified, read))
    assert told == [CLEAN, "1 leak.", "release.txt", "text", "paragraph 1", "a withheld word"]


def test_a_release_is_compared_with_an_earlier_one(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    earlier = tmp_path / "earlier.txt"
    earlier.write_text(
        "They met in the garden, where Manuel Torrijano joined them on Tuesday. (C)\n\n"
        "Mr. Gale: The weather was fine and [less than 1 line not declassified; 1.4(c)]. (U)\n"
    )
    opened(qtbot, window, tmp_path, decided())
    told: set[str] = set()

    def go(dialog: CompareReleases) -> None:
        told.update(words(dialog.changes, row)[0] for row in range(dialog.changes.rowCount()))
        assert dialog.focusWidget() is dialog.places
        QTest.keyClick(dialog.places, Qt.Key.Key_Return)

    choose(earlier)
    run(qtbot, window, "release.compare_earlier", answer(CompareReleases, go))
    assert {"opened", "closed"} <= told
    start, end = window.workplace.desk.pane.selection()
    text = window.workplace.desk.document.paragraphs[0].text
    assert text[start[1] : end[1]] == "Manuel Torrijano"


def test_two_releases_are_compared_without_a_document(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(
        "They met in the garden again with [name not declassified; 1.4(c)] on Tuesday night.\n"
    )
    two.write_text("They met in the garden again with somebody on Tuesday.\n")
    told: list[str] = []
    choose(one, two)
    last = answer(CompareReleases, lambda dialog: told.append(dialog.counts.text()))
    run(qtbot, window, "release.compare_two", last)
    assert told[0].startswith("1 opened")


@pytest.mark.parametrize("command", ["release", "verify", "compare_earlier"])
def test_a_blind_second_reviewer_sees_nothing_of_it(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = done(decided(), ANN, edits.SubmitForSecondReview(True))
    document = done(document, BOB, edits.TakeSecondReview(BOB))
    opened(qtbot, window, tmp_path, document)
    told: list[str] = []
    monkeypatch.setattr(window.workplace.desk.window, "tell", told.append)
    window.workplace.menus.actions[f"release.{command}"].trigger()
    assert told == [BLIND]
