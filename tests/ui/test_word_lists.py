"""The person's own list of words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.word_lists import WordLists


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def read(qtbot: QtBot, path: Path, parent: QWidget) -> tuple[WordLists, list[str]]:
    """The lists once they are read, and what was complained of."""
    lists, told = WordLists(path, parent), list[str]()
    lists.failed.connect(told.append)
    with qtbot.waitSignal(lists.changed):
        assert lists.speller is None
    return lists, told


def test_words_are_kept_for_the_next_time(qtbot: QtBot, tmp_path: Path, parent: QWidget) -> None:
    path = tmp_path / "new" / "words.txt"
    lists, _ = read(qtbot, path, parent)
    assert lists.speller is not None
    assert not lists.speller.knows("tbe")
    with qtbot.waitSignal(lists.changed):
        lists.judge("tbe", "good")
    lists.judge("modem", "bad")
    again, told = read(qtbot, path, parent)
    assert again.speller is not None
    assert again.speller.knows("tbe")
    assert not again.speller.knows("modem")
    assert told == []


def test_a_list_that_cannot_be_read_is_not_written_over(
    qtbot: QtBot, tmp_path: Path, parent: QWidget
) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(b"caf\xe9\n")
    lists, told = read(qtbot, path, parent)
    assert "UTF-8" in told[0]
    lists.judge("tbe", "good")
    assert lists.speller is not None
    assert lists.speller.knows("tbe")
    assert path.read_bytes() == b"caf\xe9\n"
    assert "until the desk is closed" in told[1]


def test_a_disk_that_refuses(
    qtbot: QtBot, tmp_path: Path, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("the disk is full")

    lists, told = read(qtbot, tmp_path / "words.txt", parent)
    monkeypatch.setattr("app.ui.word_lists.save", refuse)
    lists.judge("tbe", "good")
    assert told == ["Your word list could not be kept: the disk is full"]
