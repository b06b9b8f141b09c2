from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.model.document import Person
from app.model.edits import AddPerson, RevisePerson
from app.model.edits.people import new_person_id
from app.model.terms import Function
from app.ui.dialogs.participant import ParticipantDialog, labels_in
from tests.ui.metadata.kaifu import kaifu, review_of


def opened(qtbot: QtBot, person: str | None) -> ParticipantDialog:
    dialog = ParticipantDialog(kaifu(), person)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_new_participant(qtbot: QtBot) -> None:
    dialog = opened(qtbot, None)
    qtbot.keyClicks(dialog.name, " Brent Scowcroft ")
    qtbot.keyClicks(dialog.office, "National Security Adviser")
    qtbot.keyClicks(dialog.labels, "General, Scowcroft")
    qtbot.keyClick(dialog.function, Qt.Key.Key_End)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    review = review_of(kaifu())
    review.apply(dialog.edit)
    assert review.document.people[-1] == Person(
        new_person_id(kaifu()),
        "Brent Scowcroft",
        Function.PARTICIPANT,
        "National Security Adviser",
        aliases=("General", "Scowcroft"),
    )


def test_without_a_name_there_is_no_participant(qtbot: QtBot) -> None:
    dialog = opened(qtbot, None)
    qtbot.keyClicks(dialog.name, "  ")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_one_is_described_anew(qtbot: QtBot) -> None:
    dialog = opened(qtbot, "p2")
    assert isinstance(dialog.edit, RevisePerson)
    assert dialog.edit.person == kaifu().person("p2")
    dialog.affiliation.setFocus()
    qtbot.keyClicks(dialog.affiliation, "LDP")
    assert isinstance(dialog.edit, RevisePerson)
    assert (dialog.edit.person.id, dialog.edit.person.affiliation) == ("p2", "LDP")


def test_an_unknown_participant_is_a_new_one(qtbot: QtBot) -> None:
    assert isinstance(opened(qtbot, "gone").edit, AddPerson)


@pytest.mark.parametrize(
    ("text", "labels"), [("", ()), (" , ", ()), ("PM, PM ,Kaifu,", ("PM", "Kaifu"))]
)
def test_labels_in_a_list(text: str, labels: tuple[str, ...]) -> None:
    assert labels_in(text) == labels
