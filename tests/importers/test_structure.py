"""The sample as a whole, and what only shows when all steps have run."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.importers import read_source
from app.importers.lines import Box, Line
from app.importers.structure import documents
from app.importers.text import lines
from app.model.document import Document, Source
from app.model.spans import Gap, Hint
from app.model.terms import Certainty, FurnitureKind, Kind, Level
from tests.conftest import REPO, SHARED

SAMPLE = REPO / "resources" / "samples" / "kaifu-1990-06-04.txt"


@pytest.fixture(scope="module")
def kaifu() -> Document:
    (document,) = read_source(SAMPLE)
    return document


def hints(document: Document) -> list[str]:
    return [
        paragraph.text[span.start :]
        for paragraph in document.paragraphs
        for span in paragraph.passage.spans
        if isinstance(span, Hint)
    ]


def test_a_label_is_lost_once(kaifu: Document) -> None:
    (rest,) = hints(kaifu)
    assert rest.startswith("There was no discussion of broad")


@pytest.mark.parametrize("name", ["fahd-1989-04-11", "endara-gandhi-1989-06-07", "kohl-1995-07-13"])
def test_no_label_is_lost_in_the_other_samples(name: str) -> None:
    path = SHARED / "samples" / f"{name}.txt"
    if not path.exists():
        pytest.skip(f"needs {path.name}, which is kept beside the checkout")
    assert not any(hints(document) for document in read_source(path))


def test_pages_begin_where_the_paper_turns(kaifu: Document) -> None:
    begun = {
        b.page: (p.text[:11], b.start) for p in kaifu.paragraphs for b in p.passage.page_breaks
    }
    assert begun == {
        "page-2": ("On Cambodia", 0),
        "page-3": ("We still do", 0),
        "page-4": ("That it is ", 0),
    }


def test_struck_marks_are_proposed_and_the_others_are_read(kaifu: Document) -> None:
    marks = [paragraph.mark for paragraph in kaifu.paragraphs]
    read = {(mark.reading, mark.level, mark.struck, mark.certainty) for mark in marks if mark}
    assert read == {
        ("(U)", Level.U, False, Certainty.HIGH),
        ("(Ø)", Level.C, True, Certainty.LOW),
        ("(P)", Level.C, True, Certainty.LOW),
    }
    assert None not in marks


def test_labels_turns_and_speakers(kaifu: Document) -> None:
    turns = {
        (paragraph.label.text, paragraph.speaker)
        for paragraph in kaifu.paragraphs
        if paragraph.label
    }
    assert turns == {("The President:", "p1"), ("Prime Minister Kaifu:", "p2"), ("PM -", "p2")}
    assert [paragraph.kind for paragraph in kaifu.paragraphs[:5]] == [
        Kind.NARRATIVE, Kind.TURN, Kind.TURN, Kind.TURN, Kind.CONTINUATION,
    ]  # fmt: skip
    assert kaifu.people[1].aliases == ("Prime Minister Kaifu", "PM")


def test_what_else_the_sample_states(kaifu: Document) -> None:
    assert kaifu.metadata.original_level is Level.C
    assert kaifu.metadata.declassify_on == "OADR"
    assert kaifu.metadata.stamp.date == "2009-08-21"
    assert kaifu.trailer
    assert kaifu.trailer.text == "-- End of Conversation --"
    (log,) = kaifu.furniture(FurnitureKind.LOG_NUMBER)
    assert log[1].text.text == "4471 Add-On"
    assert kaifu.serial == 34
    assert (kaifu.source.name, kaifu.source.format) == (SAMPLE.name, "text")
    assert len(kaifu.source.digest) == 64


def test_two_memoranda_in_one_source() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    found = documents(lines(f"{text}\n\n{text}".encode(), Path("two.txt")), Source())
    assert [len(document.paragraphs) for document in found] == [33, 33]
    assert [page.number for document in found for page in document.pages] == list(range(1, 9))
    assert [document.pages[0].id for document in found] == ["page-1", "page-1"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ann: Yes.\n\nMore.\n\nBob: No.\n\nAnn: Well.\n\nBob: So.",
         [("turn", "Ann:", "p1", "Yes."), ("continuation", "", "p1", "More."),
          ("turn", "Bob:", "p2", "No."), ("turn", "Ann:", "p1", "Well."),
          ("turn", "Bob:", "p2", "So.")]),
        ("(U) Ann: Yes.\n\n(C) Ann: No.",
         [("turn", "Ann:", "p1", "Yes."), ("turn", "Ann:", "p1", "No.")]),
        ("Ann: (U)\n\nAnn: No. (Ø)",
         [("turn", "Ann:", "p1", ""), ("turn", "Ann:", "p1", "No.")]),
        ("It is. (Ø)", [("narrative", "", "", "It is. (Ø)")]),
        ("-- End of Conversation --", [("narrative", "", "", "-- End of Conversation --")]),
        ("SECRET", [("narrative", "", "", "")]),
    ],
)  # fmt: skip
def test_turns(text: str, shown: list[tuple[str, str, str, str]]) -> None:
    (document,) = documents(lines(text.encode(), Path("x.txt")), Source())
    assert [
        (p.kind.value, p.label.text if p.label else "", p.speaker or "", p.text)
        for p in document.paragraphs
    ] == shown


def voices(text: str) -> list[tuple[Kind, str | None, str | None]]:
    (document,) = documents(lines(text.encode(), Path("x.txt")), Source())
    return [(p.kind, p.speaker, p.voice) for p in document.paragraphs]


def test_reported_speech_is_narrative_with_a_voice() -> None:
    head = "SUBJECT: x\n\nPARTICIPANTS: The President\nAnn Lee\n\n"
    text = "The President said so.\n\nMs. Lee replied.\n\nThey left."
    assert voices(head + text) == [
        (Kind.NARRATIVE, None, "p1"),
        (Kind.NARRATIVE, None, "p2"),
        (Kind.NARRATIVE, None, None),
    ]
    text = "Ann Lee: Well.\n\nThe President said so.\n\nAnn Lee: Well."
    assert voices(head + text)[1] == (Kind.NARRATIVE, None, "p1")


def test_sheets_are_set_apart() -> None:
    sheet = "Withdrawal Sheet\nCollection:\nFolder Title:\nSeries:\nDate Closed:"
    text = SAMPLE.read_text(encoding="utf-8")
    source = f"{sheet}\f{text}\f{sheet}".encode()
    (document,) = documents(lines(source, Path("x.txt")), Source())
    assert [(page.number, page.sheet) for page in document.pages] == [
        (2, False), (3, True), (1, True),
    ]  # fmt: skip
    assert {piece.kind for piece in document.pages[1].furniture} == {FurnitureKind.OTHER}


@pytest.mark.parametrize(("stamp", "kind"), [("DECLASSIFIED IN PART", Gap), ("RELEASED", Hint)])
def test_a_blank_box_is_a_gap_where_the_paper_says_it_was_released_in_part(
    stamp: str, kind: type
) -> None:
    rows = [0, 1, 2, 4, 5, 6, 8, 9, 10, 15]
    printed = [
        Line("They said that it was so.", spaced=at > 0 and row - rows[at - 1] > 1, page=0,
             box=Box(0, 10 * row, 90, 10 * row + 8))
        for at, row in enumerate(rows)
    ]  # fmt: skip
    (document,) = documents([*printed, Line(stamp, spaced=True, page=0)], Source())
    spans = [s for p in document.paragraphs for s in p.passage.spans]
    assert [type(span) for span in spans] == [kind]
