"""The shipped sample typed in other styles, with other people, and damaged at random: what was
found in it before must be found again, so that no rule fits one sheet of paper only.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from app.importers import read_source
from app.importers.structure import documents
from app.importers.text import lines
from app.model.document import Document, Paragraph, Source
from app.model.terms import FurnitureKind, Level, Place
from tests.accuracy.papers import SHEETS, Style, damaged, typed
from tests.conftest import REPO

SAMPLE = REPO / "resources" / "samples" / "kaifu-1990-06-04.txt"
OTHERS = (
    ("Toshiki Kaifu", "Carlos Andrade"), ("Prime Minister Kaifu", "Chancellor Andrade"),
    ("Prime Minister of Japan", "Chancellor of Austria"), ("Kaifu", "Andrade"),
    ("PM", "Chancellor"),
)  # fmt: skip
STYLES = {
    "typewriter": Style(),
    "wide": Style(width=80),
    "indents": Style(indent=5, spaced=False),
    "narrow with indents": Style(width=58, indent=5),
    "dashes": Style(label_end=" --", width=72),
    "marks ahead": Style(leading=True),
    "other people": Style(names=OTHERS),
}
SEEDS = (1, 2, 3)
RATE = 0.01
"""Share of the letters that the engine takes for others."""
FLOOR = 0.95


@pytest.fixture(scope="module")
def sample() -> Document:
    (document,) = read_source(SAMPLE)
    return document


def read(text: str) -> Document:
    (document,) = documents(lines(text.encode(), Path("paper.txt")), Source())
    return document


def papers(sample: Document, style: Style) -> Iterator[Document]:
    for seed in SEEDS:
        text = damaged(typed(sample, style), random.Random(seed), RATE)
        yield read("\f".join((SHEETS[0], text, SHEETS[1])) if seed == SEEDS[-1] else text)


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.lower(), other.lower()).ratio() >= 0.75


def found(paragraph: Paragraph, document: Document, style: Style) -> Paragraph | None:
    """The paragraph again: it begins and ends alike."""
    text = style.renamed(paragraph.text)
    return next(
        (
            other
            for other in document.paragraphs
            if alike(other.text[:40], text[:40]) and alike(other.text[-30:], text[-30:])
        ),
        None,
    )


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_paragraphs_speakers_and_marks(sample: Document, style: Style) -> None:
    paragraphs: list[bool] = []
    speakers: list[bool] = []
    marks: list[bool] = []
    spare = 0
    for document in papers(sample, style):
        spare += max(0, len(document.paragraphs) - len(sample.paragraphs))
        for paragraph in sample.paragraphs:
            other = found(paragraph, document, style)
            paragraphs.append(other is not None)
            speakers.append(bool(other) and same_speaker(paragraph, other))
            marks.append(bool(other) and level(paragraph) is level(other))
    assert share(paragraphs) >= FLOOR
    assert share(speakers) >= FLOOR
    assert share(marks) >= FLOOR
    assert spare <= (1 - FLOOR) * len(paragraphs)


def level(paragraph: Paragraph | None) -> Level | None:
    return paragraph.mark.level if paragraph and paragraph.mark else None


def same_speaker(paragraph: Paragraph, other: Paragraph | None) -> bool:
    return other is not None and paragraph.speaker == other.speaker


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_pages_and_banners(sample: Document, style: Style) -> None:
    for document in papers(sample, style):
        own = [page for page in document.pages if not page.sheet]
        assert document.pages[: len(own)] == tuple(own)
        assert len(own) == len(sample.pages)
        shown = [
            any(p.kind is FurnitureKind.BANNER and p.level is Level.C for p in held)
            for page in own
            for place in Place
            if (held := [piece for piece in page.furniture if piece.place is place]) is not None
        ]
        assert share(shown) >= FLOOR


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_the_head(sample: Document, style: Style) -> None:
    stated = sample.metadata
    for document in papers(sample, style):
        metadata = document.metadata
        assert alike(metadata.subject, style.renamed(stated.subject))
        assert alike(metadata.place, stated.place)
        assert metadata.date == stated.date
        assert (metadata.time_from, metadata.time_to) == (stated.time_from, stated.time_to)
        people = [(style.renamed(p.name), p.function) for p in sample.people]
        read_as = [(p.name, p.function) for p in document.people[: len(people)]]
        assert [function for _, function in read_as] == [function for _, function in people]
        assert all(alike(a, b) for (a, _), (b, _) in zip(read_as, people, strict=True))
