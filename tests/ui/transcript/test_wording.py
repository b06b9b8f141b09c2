"""What is painted, in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFont

from app.model.document import Mark
from app.model.passage import Passage
from app.model.spans import Correction, Gap
from app.model.terms import Act, Certainty, CorrectionKind, Kind, Level, Position
from app.ui.local_time import local_time
from app.ui.theme import LIGHT
from app.ui.transcript import wording
from app.ui.transcript.rules import PageRule
from app.ui.transcript.scene import Scene
from tests.builders import document
from tests.ui.transcript.desk import ANN

ACT = Act("rev-ab", "2026-03-01T09:30:00Z")


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (None, "No portion mark"),
        (Mark(None, reading="(Ø)"), "No portion mark; the source reads (Ø)"),
        (Mark(Level.U, reading="(U)"), "Portion mark (U), after the paragraph"),
        (
            Mark(Level.C, struck=True, reading="(Ø)", certainty=Certainty.LOW),
            "Portion mark (C), struck through, after the paragraph, read as (Ø), proposed, "
            "not confirmed",
        ),
        (
            Mark(Level.S, ("NF",), position=Position.LEADING),
            "Portion mark (S//NF), before the paragraph",
        ),
    ],
)
def test_marks(mark: Mark | None, words: str) -> None:
    assert wording.of_mark(mark) == words


@pytest.mark.parametrize(
    ("original", "kind", "words"),
    [
        ("tbe", CorrectionKind.OCR, "Source reads “tbe” (OCR slip; "),
        ("", CorrectionKind.ADDITION, "Not in the source (bracketed addition; "),
        ("a\fb\nc", CorrectionKind.TYPO, "“a[page break]b[paragraph break]c” (silent typo; "),
    ],
)
def test_corrections(original: str, kind: CorrectionKind, words: str) -> None:
    made = replace(document("PM: Yes."), reviewers=(ANN,))
    sentence = wording.of_correction(made, Correction(0, 3, original, kind, ACT))
    assert words in sentence
    assert sentence.endswith(f"; Ann Baker, {local_time(ACT.when)})")


@pytest.mark.parametrize(
    ("original", "kind", "by"),
    [
        ("co-\foperation", CorrectionKind.OCR, "joined on import"),
        ("tbe", CorrectionKind.OCR, "not named"),
        ("co-operation", CorrectionKind.CORRECTION, "not named"),
    ],
)
def test_corrections_of_nobody(original: str, kind: CorrectionKind, by: str) -> None:
    made = Correction(0, 3, original, kind, Act("", ""))
    assert wording.of_correction(document("PM: Yes."), made).endswith(f"; {by})")


def test_an_act_without_a_time_ends_with_the_name() -> None:
    made = replace(document("PM: Yes."), reviewers=(ANN,))
    assert wording.of_act(made, Act(ANN.id, "")) == "Ann Baker"


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        (Gap(0, 0, codes=("1.4(a)", "1.4(d)")), "Withheld on the paper (1.4(a), 1.4(d))"),
        (Gap(0, 0, "illegible", (), "2", "words"), "Unreadable on the paper: 2 words"),
    ],
)
def test_gaps(gap: Gap, words: str) -> None:
    assert wording.of_gap(gap) == words


def test_speakers(qapp: object) -> None:
    made = document("He called.", "PM: Yes.", "+ And more.")
    scene = Scene(made, LIGHT, QFont())
    printed = replace(made.paragraphs[1], label=Passage("The PM -"))
    unknown = replace(made.paragraphs[1], kind=Kind.TURN, speaker=None, label=None)
    spoken = (*made.paragraphs, printed, unknown)
    assert [wording.of_speaker(scene, paragraph) for paragraph in spoken] == [
        "Narrative",
        "PM",
        "PM (continues)",
        "PM; printed “The PM -”",
        "Speaker not known",
    ]


def proposed(certainty: Certainty) -> Scene:
    """Narrative that reports the speaker of the turn after it, both of them guessed."""
    made = document("He said so.", "PM: Yes.")
    speaker = made.paragraphs[1].speaker
    guessed = (
        replace(made.paragraphs[0], voice=speaker, certainty=certainty),
        replace(made.paragraphs[1], certainty=certainty),
    )
    return Scene(made.with_paragraphs(0, 2, guessed), LIGHT, QFont())


@pytest.mark.parametrize(
    ("certainty", "said", "names"),
    [
        (Certainty.HIGH, ("Narrative that reports PM", "PM"), ("PM", "PM")),
        (
            Certainty.MEDIUM,
            (
                "Narrative that reports PM, proposed, not confirmed",
                "PM, proposed, not confirmed",
            ),
            ("PM?", "PM?"),
        ),
    ],
)
def test_voices_and_proposed_speakers(
    qapp: object, certainty: Certainty, said: tuple[str, str], names: tuple[str, str]
) -> None:
    scene = proposed(certainty)
    narrative, turn = scene.document.paragraphs
    assert (wording.of_speaker(scene, narrative), wording.of_speaker(scene, turn)) == said
    assert (scene.voice(narrative), scene.speaker_name(turn)) == names
    assert scene.printed_label(turn) == ""


@pytest.mark.parametrize(
    ("sheet", "label"),
    [(False, "Page 2"), (True, "Page 2 · Library sheet, not part of the memorandum")],
)
def test_a_library_sheet_is_called_one(sheet: bool, label: str) -> None:
    page = replace(document("one", "\ftwo").pages[1], sheet=sheet)
    assert PageRule(page).label == label
