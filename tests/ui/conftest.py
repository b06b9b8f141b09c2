"""A real window, driven by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings
from app.settings import Settings
from app.ui.application import compose
from app.ui.clipboard import hand_over_clipboard
from app.ui.dialogs import questions
from app.ui.main_window import MainWindow
from tests.ui.desk import let_go

INTRODUCED = Settings(reviewer_name="Ada Reviewer", reviewer_initials="AR")


@pytest.fixture(scope="session", autouse=True)
def _clipboard(qapp: QApplication) -> Iterator[None]:
    """As the desk does when it is closed."""
    yield
    hand_over_clipboard()


@pytest.fixture
def settings_path(tmp_path: Path) -> Path:
    """The settings of a person who has said who they are."""
    path = tmp_path / "configuration" / "settings.json"
    settings.save(INTRODUCED, path)
    return path


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, settings_path: Path, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """The window as it starts, on its start page. A warning that no test waits for fails it."""

    def warn(_: object, what: str, message: str) -> None:
        raise AssertionError(f"{what}: {message}")

    monkeypatch.setattr(questions, "warn", warn)
    made = compose(qapp, settings_path)
    qtbot.addWidget(made, before_close_func=let_go)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made
