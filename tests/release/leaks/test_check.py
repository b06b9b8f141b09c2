"""Every leak that is planted is found; what is released on purpose is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import edits
from app.model.document import Document
from app.model.passage import Passage
from app.model.spans import Correction
from app.model.terms import CorrectionKind, Disposition
from app.release.build import build
from app.release.files import written
from app.release.leaks import verify
from tests.release.leaks.planted import CANARIES, PLACES, SPELLINGS, Files
from tests.release.papers import ANN, CODE, act, decided, done, reviewed


@pytest.fixture(scope="module")
def document() -> Document:
    return reviewed()


@pytest.fixture(scope="module")
def files(document: Document) -> Files:
    return written(build(document))


def test_a_release_is_clean(document: Document, files: Files) -> None:
    verdict = verify(files, document)
    assert verdict.clean, verdict.leaks
    assert any(one.place == "paragraph 4" for one in verdict.shared), "'the plan', 'the weather'"


def test_there_are_as_many_probes_as_promised() -> None:
    assert len(CANARIES) * len(PLACES) * len(SPELLINGS) >= 5_000


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("canary", CANARIES)
def test_a_planted_leak_is_found_in_every_place(
    canary: str, spelling: str, document: Document, files: Files
) -> None:
    told = SPELLINGS[spelling](canary)
    missed = []
    for place, plant in PLACES.items():
        planted = plant(files, told)
        changed = {name: content for name, content in planted.items() if files.get(name) != content}
        assert changed
        leaks = verify(changed, document).leaks
        if not any(leak.place == CANARIES[canary] for leak in leaks):
            missed.append(place)
        if "name" not in place:
            assert not any(canary.split()[-1].lower() in leak.message.lower() for leak in leaks)
    assert not missed


@pytest.mark.parametrize(
    "words",
    [
        "seventeen helicopters",
        "helicopters",
        "Quillfeather",
        "Sandpiper",
        "whole plan is called",
        "plan is called Sandpiper",
        "nobody must hear",
    ],
)
def test_parts_of_withheld_words_are_found(words: str, document: Document) -> None:
    assert not verify({"a.txt": f"It says {words}.".encode()}, document).clean


@pytest.mark.parametrize(
    "words", ["the weather was fine", "joined them on Tuesday", "The President", "coffee"]
)
def test_released_words_are_no_leak(words: str, document: Document) -> None:
    assert verify({"a.txt": words.encode()}, document).clean


def test_a_released_word_is_a_leak_where_nothing_released_is(document: Document) -> None:
    """It is withheld too, and a comment holds nothing that is released."""
    assert not verify({"a.xml": b"<a><!-- President --></a>"}, document).clean


def test_a_released_word_too_often_is_a_leak() -> None:
    document = decided()
    document = done(
        document,
        ANN,
        edits.CorrectText(4, 10, 13, "for Torrijano"),
        edits.SetDisposition(("para-5",), Disposition.RELEASE),
    )
    text = "Thank you for Torrijano the coffee. "
    assert verify({"a.txt": text.encode()}, document).clean
    assert not verify({"a.txt": (text * 2).encode()}, document).clean


def test_original_readings_of_withheld_words_are_found() -> None:
    document = decided()
    text = "They met in the garden, where Manuel Torrijano joined them on Tuesday."
    start = text.index("Manuel")
    correction = Correction(start, start + len("Manuel"), "Wanuxol", CorrectionKind.OCR, act(ANN))
    paragraph = document.paragraphs[0]
    spans = (correction, *paragraph.passage.spans)
    changed = replace(paragraph, passage=Passage(text, spans))
    document = document.with_paragraphs(0, 1, (changed,))
    assert not verify({"a.xml": b"<sic>Wanuxol</sic>"}, document).clean


def test_a_withheld_participant_is_found() -> None:
    document = decided()
    people = (replace(document.people[0], affiliation="Zubrowka"), *document.people[1:])
    document = replace(document, people=people)
    assert verify({"a.txt": b"of Zubrowka"}, document).clean
    document = done(document, ANN, edits.WithholdField("person/person-1", CODE))
    assert not verify({"a.txt": b"of Zubrowka"}, document).clean


def test_a_pdf_that_can_t_be_read_is_no_release(document: Document) -> None:
    assert not verify({"a.pdf": b"%PDF-1.7\nnothing"}, document).clean
