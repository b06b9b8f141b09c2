"""Withheld words stay in the document: none in logs, titles, settings, recent files or reports."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QTableWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs.problem import Problem
from app.ui.dialogs.release import Release
from app.ui.dialogs.release_refused import ReleaseRefused
from app.ui.dialogs.released import Released
from app.ui.dialogs.verified import Verified
from app.ui.main_window import MainWindow
from app.ui.reporting import Reporter
from app.ui.tools.reading_view import ReadingView
from tests.release.papers import reviewed
from tests.ui.test_releasing import answer, choose, opened, release, run

CANARY = "torrijano"


def told_in(dialog: QDialog) -> str:
    """All that the dialog says."""
    said = [dialog.windowTitle()]
    said += [label.text() for label in dialog.findChildren(QLabel)]
    said += [field.text() for field in dialog.findChildren(QLineEdit)]
    for table in dialog.findChildren(QTableWidget):
        for row in range(table.rowCount()):
            cells = (table.item(row, column) for column in range(table.columnCount()))
            said += [cell.text() for cell in cells if cell is not None]
    return "\n".join(said)


@pytest.fixture
def work(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """All that was said while a document was released, verified and looked at as released, and a
    mistake was reported.
    """
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    opened(qtbot, window, tmp_path, reviewed())
    said: list[str] = []

    def read(dialog: QDialog) -> None:
        said.append(told_in(dialog))
        said.extend(one.windowTitle() for one in QApplication.topLevelWidgets())

    answer(Release, release)
    run(qtbot, window, "release.release", answer(Released, read))
    released = tmp_path / "release"
    page = released / "release.html"
    page.write_text(page.read_text().replace("</main>", f"<!-- {CANARY} --></main>"))
    choose(released)
    run(qtbot, window, "release.verify", answer(Verified, read))
    choose(tmp_path / "none")
    run(qtbot, window, "release.verify", answer(ReleaseRefused, read))
    said += report(qtbot, window, monkeypatch)
    said += [label.text() for label in window.statusBar().findChildren(QLabel)]
    said += copied(qtbot, window)
    return said


def copied(qtbot: QtBot, window: MainWindow) -> list[str]:
    """What the released view has, and what the clipboard has when all of it is copied."""
    tools = window.workplace.tools
    tools.open("as_released")
    (view,) = tools.docks["as_released"].findChildren(ReadingView)
    qtbot.waitUntil(lambda: bool(view.lines))
    view.selectAll()
    view.copy()
    told = [view.toPlainText(), QApplication.clipboard().text()]
    assert all("garden" in one for one in told)
    return told


def report(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is told of a mistake while withheld words are at hand."""

    def fail() -> None:
        text = window.workplace.desk.document.paragraphs[0].text
        raise ValueError(text)

    monkeypatch.setattr(sys, "excepthook", Reporter(window))
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: bool(window.findChildren(Problem)))
    (problem,) = window.findChildren(Problem)
    told = problem.details.toPlainText()
    problem.reject()
    return [told]


def test_nothing_that_is_said_holds_a_withheld_word(
    work: list[str], capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    printed = capfd.readouterr()
    assert any("1 leak." in one for one in work)
    for text in (*work, printed.out, printed.err, caplog.text):
        assert CANARY not in text.casefold()


def test_nothing_that_is_kept_holds_a_withheld_word(
    work: list[str], window: MainWindow, tmp_path: Path, settings_path: Path
) -> None:
    """Settings, recent files and temporary folders, next to the released files themselves."""
    window.workplace.save_layout()
    assert window.preferences.settings.recent
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert settings_path in kept
    for path in kept:
        if path.parent.name != "release" and not path.name.startswith("working"):
            assert CANARY.encode() not in path.read_bytes().lower(), path
    assert list((tmp_path / "temporary").iterdir()) == []
