from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.labels import NamedLabel, PlainLabel, literal

APP = Path(__file__).parents[2] / "app"
STATIC = ("ui/labels.py", "ui/start_page.py")
"""What shows words of the program only, before the names of Qt it needs for more are imported."""


def test_a_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label = PlainLabel("<b>Gale</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>Gale</b>"


def test_a_named_label_is_spoken_with_its_title(qtbot: QtBot) -> None:
    label = NamedLabel("Speaker")
    qtbot.addWidget(label)
    assert label.accessibleName() == ""
    label.setText("<b>Gale</b>")
    assert label.accessibleName() == "Speaker: <b>Gale</b>"
    assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(("text", "shown"), [("AT&T", "AT&&T"), ("Gale", "Gale")])
def test_an_ampersand_is_no_key(text: str, shown: str) -> None:
    assert literal(text) == shown


def test_nothing_else_makes_a_label_that_takes_markup() -> None:
    made = [
        path.relative_to(APP).as_posix()
        for path in sorted(APP.rglob("*.py"))
        if re.search(r"\bQLabel\b(?!\[)", path.read_text(encoding="utf-8"))
    ]
    assert made == sorted(STATIC)
