"""The report of all changes."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from app.model import edits
from app.model.document import Document, Revision
from app.model.terms import Act
from app.opening import open_file
from app.reports.changes import changes, time
from app.tei import read, write
from tests.builders import document
from tests.strategies import REVIEWERS, documents

REPO = Path(__file__).parents[2]
SAMPLE = REPO / "resources" / "samples" / "kaifu-1990-06-04.txt"
ACT = Act("rev-ab", "2026-11-24T10:00:00Z")


class Reader(HTMLParser):
    """What a browser makes of it: elements, all balanced, and the text of the cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.cells: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        if tag != "meta":
            self.open.append(tag)
        if tag == "td":
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, text: str) -> None:
        if "td" in self.open:
            self.cells[-1] += text


def corrected(text: str) -> Document:
    made = replace(document("Tbe summit. (C)"), reviewers=REVIEWERS)
    return edits.CorrectText(0, 0, 3, text).apply(made, ACT)


def test_a_change_has_who_and_when() -> None:
    read = Reader(changes(corrected("The")))
    assert read.cells == ["1", "1", "OCR slip", "Tbe", "The", "Ann B.", "2026-11-24 10:00"]


def test_nothing_was_changed() -> None:
    report = changes(document("Told."))
    assert "Nothing was changed" in report
    assert "<table" not in report
    assert "CLASSIFICATION NOT DETERMINED" in report


def test_it_bears_the_classification_twice() -> None:
    assert changes(corrected("The")).count('<p class="banner">CONFIDENTIAL</p>') == 2


def test_saved_work_is_listed() -> None:
    revised = replace(corrected("The"), revisions=(Revision(ACT.when, "rev-cd", "Saved"),))
    assert Reader(changes(revised)).cells[7:] == ["2026-11-24 10:00", "C & D", "Saved"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(documents())
def test_nothing_of_a_document_becomes_markup(document: Document) -> None:
    report = changes(document)
    allowed = (
        "html head meta title style body header main footer p h1 h2 dl dt dd table caption "
        "thead tbody tr th td del ins"
    )
    assert set(Reader(report).tags) <= set(allowed.split())
    assert "<script" not in report
    assert "http" not in report


def test_text_that_looks_like_markup() -> None:
    read = Reader(changes(corrected("<script>&")))
    assert read.cells[4] == "<script>&"


def test_times() -> None:
    assert time("2026-11-24T10:00:00+02:00") == "2026-11-24 08:00"
    assert time("some day") == "some day"


def test_a_word_joined_on_import_is_nobodys_in_a_saved_file_too(tmp_path: Path) -> None:
    source = tmp_path / "broken.txt"
    source.write_bytes(SAMPLE.read_bytes().replace(b"telephoned", b"tele-\nphoned"))
    (imported,) = open_file(source).documents
    row = ["1", "1", "OCR slip", "tele-phoned", "telephoned", "joined on import", "—"]
    for held in (imported, read(write(imported))):
        assert Reader(changes(held)).cells == row
