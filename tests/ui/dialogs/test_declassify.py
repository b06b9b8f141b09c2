"""The stamp by keys, and what it is said to do."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.model.document import Document
from app.model.edits import Declassify, SetDisposition
from app.model.ledger import ledger, name_of
from app.model.redactions import portion, portions
from app.model.terms import Disposition, FurnitureKind, Level
from app.review import Review
from app.ui.dialogs.declassify import DeclassifyDialog, Effect, effect, in_words
from tests.release.papers import ANN, decided, done, paper


def partly() -> Document:
    """Two portions are released, banners are not struck."""
    return done(paper(), ANN, SetDisposition(("para-1", "para-2", "para-3"), Disposition.RELEASE))


def dialog(qtbot: QtBot, document: Document) -> tuple[Review, DeclassifyDialog]:
    review = Review(document, ANN)
    made = DeclassifyDialog(review)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return review, made


def test_enter_applies_the_stamp(qtbot: QtBot) -> None:
    review, shown = dialog(qtbot, partly())
    assert shown.authority.hasFocus()
    assert shown.initials.text() == "AB"
    assert shown.date.text() == date.today().isoformat()
    QTest.keyClicks(shown.authority, "E.O. 13526")
    QTest.keyClick(shown.authority, Qt.Key.Key_Return)
    assert shown.result() == QDialog.DialogCode.Accepted
    stamp = review.document.metadata.stamp
    assert (stamp.authority, stamp.initials) == ("E.O. 13526", "AB")
    marks = [one.mark for one in review.document.paragraphs if one.mark is not None]
    assert [mark.struck for mark in marks] == [True, True, False, False, False]


def test_a_refusal_is_said_and_the_dialog_stays(qtbot: QtBot) -> None:
    review, shown = dialog(qtbot, partly())
    QTest.keyClick(shown.authority, Qt.Key.Key_Return)
    assert shown.isVisible()
    assert "authority" in shown.problem.text()
    QTest.keyClicks(shown.authority, "E.O. 13526")
    shown.date.setText("1980-01-01")
    QTest.keyClick(shown.date, Qt.Key.Key_Return)
    assert "older" in shown.problem.text()
    assert shown.date.hasFocus()
    assert not review.modified


def test_what_is_said_is_what_is_done() -> None:
    document = partly()
    said = effect(document)
    after = done(document, ANN, Declassify("E.O. 13526", "", "AB", "2026-11-24"))
    struck = sum(one.mark.struck for one in after.paragraphs if one.mark is not None)
    assert said.marks == struck == 2
    before = [piece.struck for _, piece in document.furniture(FurnitureKind.BANNER)]
    assert said.banners == before.count(False)
    because = portion(after, ledger(after).responsible_after)
    assert because is not None
    assert (said.remaining, said.because) == (Level.S, name_of(after, because))
    assert said.undecided == sum(one.decision is None for one in portions(document))


def test_in_words() -> None:
    assert in_words(Effect(1, 2, Level.S, "Paragraph 4", 1)) == (
        "Strikes 1 portion mark and 2 banners.\n"
        "SECRET remains, by Paragraph 4.\n"
        "1 portion is undecided and not struck."
    )
    assert "Nothing remains classified." in in_words(Effect(0, 0, Level.U, "", 0))


def test_an_earlier_stamp_is_spoken_of(qtbot: QtBot) -> None:
    _, shown = dialog(qtbot, decided())
    assert shown.authority.text() == "E.O. 13526"
    assert shown.case.text() == "MR-2026-17"
    assert "takes the place of the stamp of 2026-11-24" in shown.earlier.text()
