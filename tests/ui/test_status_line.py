"""What the line at the foot says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.model.document import Mark, Reviewer
from app.model.queries import Tally
from app.model.spans import Correction
from app.model.terms import Act, Certainty, CorrectionKind, Level
from app.ui import status_line
from app.ui.local_time import local_time
from app.ui.main_window import MainWindow
from tests import builders
from tests.model.records import awkward
from tests.ui.desk import find_place, open_sample, type_text

ACT = Act("rev-ar", "2026-11-24T10:02:00Z")


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        (None, "No mark"),
        (Mark(None, reading="(U)"), "No mark"),
        (Mark(Level.U), "(U)"),
        (Mark(Level.C, ("NF",), struck=True), "(C//NF), struck"),
        (Mark(Level.C, reading="(Ø)", certainty=Certainty.LOW), "(C) · to confirm, read “(Ø)”"),
        (Mark(Level.S, certainty=Certainty.MEDIUM), "(S) · to confirm"),
    ],
)
def test_mark_text(mark: Mark | None, text: str) -> None:
    assert status_line.mark_text(mark) == text


@pytest.mark.parametrize(
    ("certainty", "at", "text"),
    [
        (Certainty.HIGH, 0, "Narrative, reports PM"),
        (Certainty.LOW, 0, "Narrative, reports PM · to confirm"),
        (Certainty.LOW, 1, "PM · to confirm"),
        (Certainty.HIGH, 1, "PM"),
    ],
)
def test_speaker_text(certainty: Certainty, at: int, text: str) -> None:
    document = builders.document("He said so.", "PM: Yes.")
    voice = document.paragraphs[1].speaker if at == 0 else None
    paragraph = replace(document.paragraphs[at], voice=voice, certainty=certainty)
    assert status_line.speaker_text(document, paragraph) == text


@pytest.mark.parametrize(
    ("tally", "text"),
    [
        (Tally(0, 0), ""),
        (Tally(1, 0), "1 mark to confirm"),
        (Tally(1200, 1), "1,200 marks to confirm · 1 hint"),
        (Tally(0, 2), "2 hints"),
    ],
)
def test_tally_text(tally: Tally, text: str) -> None:
    assert status_line.tally_text(tally) == text


@pytest.mark.parametrize(
    ("kind", "original", "said"),
    [
        (CorrectionKind.OCR, "tbe", "OCR read “tbe”"),
        (CorrectionKind.TYPO, "its", "Silent typo, source reads “its”"),
        (CorrectionKind.ADDITION, "", "Added: the source has nothing here"),
        (CorrectionKind.OCR, "one.\nTwo", "OCR read “one. ¶ Two”"),
        (CorrectionKind.OCR, "\f", "OCR read “[page]”"),
    ],
)
def test_correction_text(kind: CorrectionKind, original: str, said: str) -> None:
    document = replace(awkward(), reviewers=(Reviewer("rev-ar", "A. Reviewer", "AR"),))
    text = status_line.correction_text(document, Correction(0, 3, original, kind, ACT))
    assert text == f"{said} · A. Reviewer, {local_time(ACT.when)}"


def test_a_word_joined_on_import_is_nobodys() -> None:
    made = Correction(0, 10, "tele-phoned", CorrectionKind.OCR, Act("", ""))
    text = status_line.correction_text(awkward(), made)
    assert text == "OCR read “tele-phoned” · joined on import"


@pytest.mark.parametrize(
    ("at", "speaker", "place"),
    [
        (0, "Narrative", "Page 1 · Paragraph 1 of 6"),
        (2, "The President, continued", "Page 1 · Paragraph 3 of 6"),
        (4, "Toshiki Kaifu", "Page 3 · Paragraph 5 of 6"),
        (5, "Speaker not known", "Page 4 · Paragraph 6 of 6"),
    ],
)
def test_speaker_and_place(at: int, speaker: str, place: str) -> None:
    document = awkward()
    assert status_line.speaker_text(document, document.paragraphs[at]) == speaker
    assert status_line.place_text(document, (at, 0)) == place


def test_the_line_follows_the_caret(qtbot: QtBot, window: MainWindow) -> None:
    document = open_sample(qtbot, window)
    at, offset = find_place(document, "its good evening")
    window.workplace.panes.transcript.place_caret(at, offset + 2)
    type_text("'")
    line = window.workplace.status_line
    qtbot.waitUntil(lambda: line.reading.text().startswith("OCR read “its” · Ada Reviewer, "))
    assert line.speaker.text() == "The President"
    assert line.state.text() == "Modified"
    at, _ = find_place(document, "Did the Soviet Union raise")
    window.workplace.panes.transcript.place_caret(at, 0)
    qtbot.waitUntil(lambda: line.place.text().startswith("Page 2 · "))
    assert line.mark.text() == "(C), struck · to confirm, read “(Ø)”"
    assert line.reading.text().startswith("Hint: ")


def test_a_refusal_is_told(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    window.workplace.panes.transcript.refused.emit("That can't be done.")
    assert window.workplace.status_line.currentMessage() == "That can't be done."


def test_what_is_told_gives_way_when_the_person_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    line, transcript = window.workplace.status_line, window.workplace.panes.transcript
    window.workplace.tell("Done.")
    transcript.place_caret(4, 0)  # As the command that told it may do.
    qtbot.waitUntil(lambda: "Paragraph 5 " in line.place.text())
    assert line.currentMessage() == "Done."
    transcript.place_caret(5, 0)
    qtbot.waitUntil(lambda: "Paragraph 6 " in line.place.text())
    assert line.currentMessage() == ""
    assert line.place.isVisible()
