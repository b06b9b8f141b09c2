"""The paper of ``tests.release.papers`` at each stage of a second review."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from app import tei
from app.model import edits
from app.model.decisions import Judgement, WithheldRange
from app.model.document import Document, Reviewer
from app.model.second_review import FIELDS, subjects
from app.model.terms import Disposition
from app.ui.commands.second_review import NAME
from app.ui.main_window import MainWindow
from app.ui.tools.second_review.tool import SecondReviewTool
from tests.release.papers import ANN, BOB, CODE, CYD, decided, done
from tests.ui.desk import open_file

NOTE = "It is known"
DIFFERENT = {
    "para-4": Judgement(Disposition.RELEASE),
    "para-3": Judgement(Disposition.IN_PART, ranges=(WithheldRange("para-3", 4, 11, CODE),)),
    FIELDS: Judgement(Disposition.IN_PART, ranges=(WithheldRange("metadata/date", 0, 0, CODE),)),
}
"""What the second would do otherwise."""


def submitted(*, blind: bool) -> Document:
    return done(decided(), ANN, edits.SubmitForSecondReview(blind))


def taken(*, blind: bool) -> Document:
    return done(submitted(blind=blind), BOB, edits.TakeSecondReview(BOB))


def disputed(*, blind: bool = True) -> Document:
    document = taken(blind=blind)
    opinions = [
        edits.GiveOpinion(key, DIFFERENT.get(key, first), NOTE if key in DIFFERENT else None)
        for key, first in subjects(document)
    ]
    return done(document, BOB, *opinions, edits.FinishSecondReview())


def complete() -> Document:
    resolutions = [
        edits.ResolveDisagreement(CYD, key, "second" if key == "para-4" else "first", "I think so")
        for key in DIFFERENT
    ]
    return done(disputed(), CYD, *resolutions)


def void() -> Document:
    return done(complete(), ANN, edits.ReplaceText((2, 0), (2, 3), ("Our",)))


def open_as(
    qtbot: QtBot, window: MainWindow, person: Reviewer, document: Document, folder: Path
) -> SecondReviewTool:
    """The dock with the document open at the desk of this person; the dock has the keyboard."""
    path = folder / "memo.xml"
    path.write_bytes(tei.write(document))
    settings = window.preferences.settings
    window.preferences.revise(
        replace(settings, reviewer_name=person.name, reviewer_initials=person.initials)
    )
    open_file(qtbot, window, path)
    window.workplace.tools.open(NAME)
    made = window.workplace.tools.tool(NAME)
    assert isinstance(made, SecondReviewTool)
    assert made.has_keyboard
    return made
