"""The mentions of a term: what is ticked, what a person must look at, what is never released."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.model import edits
from app.model.decisions import Exemption
from app.model.document import Document, Furniture
from app.model.passage import Passage
from app.model.terms import FurnitureKind, NoteKind, Place
from app.ui.dialogs.withhold_everywhere import WithholdEverywhere
from tests.release.papers import ANN, CODE, done, paper, stretch


def full() -> Document:
    """Mr. Gale in every place, misspelt in one, withheld in another."""
    document = paper()
    first = document.pages[0]
    line = Furniture(FurnitureKind.OTHER, Place.TOP, Passage("Copy for Mr. Gale"))
    document = replace(document, pages=(replace(first, furniture=(line,)), *document.pages[1:]))
    where, start, end = stretch(document, "heading/0/text", "Mr. Gale")
    return done(
        document,
        ANN,
        edits.AddNote(2, 0, 3, NoteKind.QUESTION, "Is this Mr. Gale?"),
        edits.AddRedaction(((where, start, end),), CODE),
    )


@pytest.fixture
def dialog(qtbot: QtBot) -> WithholdEverywhere:
    made = WithholdEverywhere(
        full(), ANN, "Mr. Gale", (), lambda about, held: (Exemption("(b)(6)"),)
    )
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    qtbot.waitUntil(lambda: bool(made.model.rows))
    return made


def rows(dialog: WithholdEverywhere) -> list[tuple[str, str, bool, bool]]:
    return [
        (row.place, row.why, row.may_tick, dialog.model.is_ticked(at))
        for at, row in enumerate(dialog.model.rows)
    ]


def test_the_mention_is_in_view_in_its_context(dialog: WithholdEverywhere) -> None:
    contexts = {row.place: row.context for row in dialog.model.rows}
    assert contexts["PARTICIPANTS"] == "The President Mr. Gale, Envoy"
    assert all("Gale" in context[:32] for place, context in contexts.items() if "note" not in place)


def test_every_place_is_listed(dialog: WithholdEverywhere) -> None:
    found = rows(dialog)
    assert ("SUBJECT", "Withheld already", False, False) in found
    assert ("PARTICIPANTS", "The same", True, True) in found
    assert ("Page 1, paragraph 3, label", "The same", True, True) in found
    assert ("Page 1, paragraph 3, note", "Notes are never released", False, False) in found
    never = "Lines around the pages are never released"
    assert ("Page 1, line at the edge", never, False, False) in found
    assert ("Subject", "The same", True, True) in found
    assert [row for row in found if row[0] == "Participant"] == [
        ("Participant", "The same", True, True)
    ]
    assert "metadata/subject" in dialog.model.fields
    assert all(where.partition("/")[0] != "metadata" for where, _, _ in dialog.model.stretches)


def test_space_ticks_and_what_is_never_released_stays(dialog: WithholdEverywhere) -> None:
    dialog.table.setFocus()
    count = len(dialog.model.stretches) + len(dialog.model.fields)
    assert dialog.take.text() == f"Withhold {count}"
    for at, row in enumerate(dialog.model.rows):
        before = dialog.model.is_ticked(at)
        dialog.table.setCurrentIndex(dialog.model.index(at, 0))
        QTest.keyClick(dialog.table, Qt.Key.Key_Space)
        assert dialog.model.is_ticked(at) is (not before and row.may_tick)
        if dialog.model.is_ticked(at):
            QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert not dialog.take.isEnabled()


def test_typing_searches_anew(qtbot: QtBot, dialog: WithholdEverywhere) -> None:
    dialog.term.clear()
    QTest.keyClicks(dialog.term, "Torijano Manuel")
    assert not dialog.take.isEnabled()
    dialog.term.setText("Manuel Torijano")
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 1)
    assert rows(dialog)[0][1:] == ("As misspelt", True, True)
    dialog.term.setText("nobody at all")
    qtbot.waitUntil(lambda: dialog.count.text() == "No mention")


def test_what_is_unsure_is_not_ticked(qtbot: QtBot, dialog: WithholdEverywhere) -> None:
    dialog.term.setText("Peter Quillfeather")
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 1)
    assert rows(dialog)[0][1:] == ("A part of the name: may be another's", True, False)


def test_codes_are_asked_for_once(dialog: WithholdEverywhere) -> None:
    assert dialog.said_codes.text() == "No code yet"
    QTest.keyClick(dialog.term, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.codes == (Exemption("(b)(6)"),)


def test_without_a_code_nothing_is_taken(qtbot: QtBot) -> None:
    dialog = WithholdEverywhere(full(), ANN, "Mr. Gale", (), lambda about, held: None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.model.rows))
    QTest.keyClick(dialog.term, Qt.Key.Key_Return)
    assert dialog.isVisible()
