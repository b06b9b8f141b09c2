"""Correcting words, reverting, hints."""

from __future__ import annotations

import pytest

from app.model import edits
from app.model.spans import Hint
from app.model.terms import Act, CorrectionKind
from tests.model.edits.test_structure import after
from tests.model.records import awkward

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def test_correcting_and_reverting() -> None:
    corrected = after(awkward(), edits.CorrectText(2, 4, 5, "h"))
    assert corrected.paragraphs[2].text == "On the Asian  issues"
    assert after(corrected, edits.RevertCorrection(2, 3, 3)) == awkward()


def test_a_selection_reverts_every_correction_in_it() -> None:
    document = after(
        awkward(), edits.CorrectText(0, 0, 3, "A"), edits.CorrectText(0, 21, 23, "She")
    )
    assert after(document, edits.RevertCorrection(0, 0, 30)) == awkward()


def test_reverting_a_joint_brings_the_paragraph_back_with_its_label_in_the_text() -> None:
    joined = after(awkward(), edits.JoinParagraphs(1))
    again = after(joined, edits.RevertCorrection(0, 32, 33))
    assert [p.text for p in again.paragraphs[:2]] == [
        "The President called. He was ok.",
        "The President: Toshiki, good morning",
    ]
    assert again.paragraphs[1].made is None


def test_the_kind_of_a_correction_is_chosen() -> None:
    document = after(
        awkward(),
        edits.CorrectText(2, 4, 5, "h"),
        edits.SetCorrectionKind(2, 4, 4, CorrectionKind.TYPO),
    )
    (correction,) = document.paragraphs[2].passage.corrections
    assert correction.kind is CorrectionKind.TYPO


def test_a_dismissed_hint_is_gone() -> None:
    document = after(awkward(), edits.DismissHint((4,)))
    assert not [s for s in document.paragraphs[4].passage.spans if isinstance(s, Hint)]


@pytest.mark.parametrize(
    "edit",
    [
        edits.RevertCorrection(0, 0, 5),
        edits.SetCorrectionKind(0, 0, 5, CorrectionKind.TYPO),
        edits.CorrectText(0, 5, 4, ""),
        edits.CorrectText(0, 0, 0, "a\nb"),
    ],
)
def test_what_can_t_be_done_is_refused(edit: edits.Edit) -> None:
    with pytest.raises(edits.EditRefused):
        edit.apply(awkward(), ACT)
