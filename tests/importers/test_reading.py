from __future__ import annotations

from pathlib import Path

import pytest

from app.importers import SourceError, read_pages, read_source, reading
from app.importers.geometry import ScannedPage
from app.importers.hocr import pages as hocr_pages
from app.importers.recognition import Cancelled, Progress
from app.model.document import Document
from tests.importers import files
from tests.invariants import assert_sound

FIRST = [files.row("MEMORANDUM OF CONVERSATION", 50), files.row("The President spoke of it.", 150)]
SECOND = [files.row("He went on for an hour and ended.", 50)]


def pages_of(document: Document) -> list[tuple[int, str | None, int, int]]:
    assert_sound(document)
    return [(page.number, page.image, page.width, page.height) for page in document.pages]


def test_an_ocr_file_has_the_size_of_its_pages_and_the_image_beside_it(tmp_path: Path) -> None:
    (tmp_path / "p.hocr").write_bytes(files.hocr(FIRST, SECOND, width=1500, height=2000))
    (tmp_path / "p.pdf").write_bytes(files.pdf([], []))
    (document,) = read_source(tmp_path / "p.hocr")
    assert pages_of(document) == [
        (1, "p.pdf#page=1", 1500, 2000),
        (2, "p.pdf#page=2", 1500, 2000),
    ]
    assert document.source.format == "hocr"
    assert document.pages[1].lines


def test_a_text_has_the_sizes_of_the_images_beside_it(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text("The President spoke of it at length.\fHe ended.")
    (tmp_path / "p.pdf").write_bytes(files.pdf([], []))
    (document,) = read_source(tmp_path / "p.txt")
    assert pages_of(document) == [
        (1, "p.pdf#page=1", 2500, 3333),
        (2, "p.pdf#page=2", 2500, 3333),
    ]


def test_a_text_without_form_feeds_has_the_pages_found_in_it(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text("The President spoke of it at length. He ended.")
    (tmp_path / "p.png").write_bytes(files.png(30, 40))
    (document,) = read_source(tmp_path / "p.txt")
    assert pages_of(document) == [(1, "p.png", 30, 40)]


def test_images_that_are_given_go_before_those_found(tmp_path: Path) -> None:
    (tmp_path / "p.hocr").write_bytes(files.hocr(SECOND))
    (tmp_path / "p.png").write_bytes(files.png(100, 140))
    (tmp_path / "q.png").write_bytes(files.png(200, 280))
    (document,) = read_source(tmp_path / "p.hocr", [tmp_path / "q.png"])
    assert pages_of(document) == [(1, "q.png", 1000, 1400)]
    with pytest.raises(SourceError, match="2 pages"):
        read_pages([tmp_path / "p.hocr", tmp_path / "p.hocr"], [tmp_path / "q.png"])


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        (
            "a.pdf",
            files.pdf([], []),
            [(1, "a.pdf#page=1", 2500, 3333), (2, "a.pdf#page=2", 2500, 3333)],
        ),
        ("a.png", files.png(30, 40), [(1, "a.png", 30, 40)]),
        (
            "a.tif",
            files.tiff((3, 4), (5, 6)),
            [(1, "a.tif#page=1", 3, 4), (2, "a.tif#page=2", 5, 6)],
        ),
    ],
)
def test_pages_without_text_are_a_document(
    tmp_path: Path, name: str, data: bytes, expected: list[tuple[int, str, int, int]]
) -> None:
    (tmp_path / name).write_bytes(data)
    (document,) = read_source(tmp_path / name)
    assert [paragraph.text for paragraph in document.paragraphs] == [""]
    assert pages_of(document) == expected


def test_the_text_layer_of_a_pdf_is_its_text(tmp_path: Path) -> None:
    layer = [(60, 700, "The President spoke of it.")]
    (tmp_path / "a.pdf").write_bytes(files.pdf(layer, []))
    (document,) = read_source(tmp_path / "a.pdf")
    assert document.paragraphs[0].text == "The President spoke of it."
    assert [bool(page.lines) for page in document.pages] == [True, False]
    assert_sound(document)


def test_files_of_one_page_are_read_as_one_source(tmp_path: Path) -> None:
    for number, page in enumerate((FIRST, SECOND), start=1):
        (tmp_path / f"p-{number}.hocr").write_bytes(files.hocr(page))
        (tmp_path / f"p-{number}.png").write_bytes(files.png(100, 140))
    (document,) = read_pages([tmp_path / "p-1.hocr", tmp_path / "p-2.hocr"])
    assert pages_of(document) == [(1, "p-1.png", 1000, 1400), (2, "p-2.png", 1000, 1400)]
    assert document.source.name == "p-1.hocr p-2.hocr"


def test_files_of_one_source_are_of_one_format(tmp_path: Path) -> None:
    (tmp_path / "p-1.hocr").write_bytes(files.hocr(FIRST))
    (tmp_path / "p-2.png").write_bytes(files.png(3, 4))
    with pytest.raises(SourceError, match="several formats"):
        read_pages([tmp_path / "p-1.hocr", tmp_path / "p-2.png"])


def test_recognised_pages_are_read_like_any_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(data: bytes, path: Path, told: Progress, cancelled: Cancelled) -> list[ScannedPage]:
        return hocr_pages(files.hocr(FIRST), path)

    monkeypatch.setattr(reading, "recognised", read)
    (tmp_path / "a.png").write_bytes(files.png(100, 140))
    (document,) = reading.read_recognised(tmp_path / "a.png", lambda *_: None, lambda: False)
    assert pages_of(document) == [(1, "a.png", 1000, 1400)]
    assert document.paragraphs[0].text == "The President spoke of it."


def test_only_images_are_recognised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    with pytest.raises(SourceError, match="no page image"):
        reading.read_recognised(tmp_path / "a.txt", lambda *_: None, lambda: False)
