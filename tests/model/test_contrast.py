"""Two states of a document beside each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import edits
from app.model.contrast import Contrast, contrasts
from app.model.document import Document
from app.model.edits import Edit
from app.model.terms import Act, Level
from tests.model.records import awkward

ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


def after(edit: Edit) -> Document:
    return edit.apply(awkward(), ACT)


def test_the_same_document_has_no_contrast() -> None:
    assert list(contrasts(awkward(), awkward())) == []


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        (edits.CorrectText(0, 0, 0, "Mr. "), "text"),
        (edits.SetMarking((0,), Level.S), "portion mark"),
    ],
)
def test_what_an_edit_changed_is_named(edit: Edit, what: str) -> None:
    found = list(contrasts(awkward(), after(edit)))
    assert what in found[0].what


def test_both_wordings_are_shown() -> None:
    (found,) = contrasts(awkward(), after(edits.CorrectText(0, 0, 0, "Mr. ")))
    assert found.where == "Paragraph 1"
    assert "Mr. " in found.after
    assert "Mr. " not in found.before


def test_a_split_is_a_changed_and_a_new_paragraph() -> None:
    before = awkward()
    at = next(n for n, one in enumerate(before.paragraphs) if len(one.text) > 10)
    found = list(contrasts(before, after(edits.SplitParagraph(at, 5))))
    assert [one.what for one in found][-1] == "new paragraph"
    assert found[-1].before == ""


def test_metadata_and_people_are_named() -> None:
    before = awkward()
    changed = replace(
        before,
        metadata=replace(before.metadata, subject="Another"),
        people=before.people[1:],
    )
    found = list(contrasts(before, changed))
    assert Contrast("Subject", "metadata", before.metadata.subject, "Another") in found
    assert any(one.where == "Participant" and one.after == "" for one in found)
