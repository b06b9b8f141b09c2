"""Pages of PDFs and image files, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.facsimile.references import FacsimileError
from app.facsimile.scans import MOST_RENDERED, ImageFile, Scans
from app.model.document import Document
from tests import builders
from tests.facsimile import papers


class Sheet:
    """A canvas."""

    def __init__(self) -> None:
        self.width = self.height = 0
        self.pixels = bytearray()

    def __call__(self, width: int, height: int) -> memoryview:
        self.width, self.height = width, height
        self.pixels = bytearray(4 * width * height)
        return memoryview(self.pixels)

    def grey(self, x: int, y: int) -> int:
        blue, green, red = self.pixels[4 * (y * self.width + x) :][:3]
        assert blue == green == red
        return blue


@pytest.fixture
def scans(tmp_path: Path) -> Iterator[Scans]:
    made = Scans(tmp_path)
    yield made
    made.close()


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """Two pages, in a PDF of 500 x 700 points and as images."""
    made = papers.printed(builders.document("one two\fthree four"), "p-{}.png")
    papers.write_pdf(tmp_path / "scan.pdf", made.pages)
    for page in made.pages:
        papers.write_png(tmp_path / f"p-{page.number}.png", page)
    return made


def test_a_pdf_page_is_rendered_as_wide_as_asked_for(scans: Scans, document: Document) -> None:
    sheet = Sheet()
    assert scans.page("scan.pdf#page=2", 500, sheet) == ((2083, 2917), None)
    assert (sheet.width, sheet.height) == (500, 700)
    line = document.pages[1].lines[0]
    assert sheet.grey(line.left // 2 + 4, line.top // 2 + 6) == 0
    assert sheet.grey(line.left // 2 - 8, line.top // 2 + 6) == 255


def test_a_large_pdf_page_is_rendered_no_larger_than_the_bound(
    scans: Scans, document: Document
) -> None:
    sheet = Sheet()
    scans.page("scan.pdf", 1_000_000, sheet)
    assert 0.99 < sheet.width * sheet.height / MOST_RENDERED < 1.01


def test_an_image_file_is_left_to_be_decoded(
    scans: Scans, document: Document, tmp_path: Path
) -> None:
    expected = (papers.WIDTH, papers.HEIGHT)
    file = ImageFile(tmp_path / "p-1.png", 0, expected)
    assert scans.page("p-1.png", 500, Sheet()) == (expected, file)


def test_going_from_file_to_file(scans: Scans, document: Document, tmp_path: Path) -> None:
    papers.write_pdf(tmp_path / "other.pdf", document.pages[:1])
    for name in ("scan.pdf", "other.pdf", "scan.pdf"):
        assert scans.page(name, 100, Sheet())[0] == (2083, 2917)
    scans.close()
    assert scans.page("scan.pdf", 100, Sheet())[0] == (2083, 2917)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (papers.encrypted_pdf(), "bad: the PDF is encrypted; save a copy"),
        (b"%PDF-1.7\nnothing of the kind", "bad: the PDF is damaged"),
        (papers.pdf_with_picture(100_000, 100_000), "pictures of 10000 million pixels"),
        (papers.png(100_000, 100_000, b""), "bad: the image has 100000 x 100000 pixels"),
        (b"\x89PNG\r\n\x1a\n", "bad: the image is damaged"),
        (b"II*\0\xff\xff\xff\xff", "bad: the image is damaged"),
        (b"some text", "bad: the image is damaged"),
        (b"", "bad: the image is damaged"),
    ],
)
def test_what_cannot_be_shown_is_named(
    scans: Scans, tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "bad").write_bytes(content)
    with pytest.raises(FacsimileError, match=reason) as caught:
        scans.page("bad", 500, Sheet())
    assert str(tmp_path) not in str(caught.value)


def test_every_truncation_of_a_pdf_is_refused_or_shown(
    scans: Scans, document: Document, tmp_path: Path
) -> None:
    whole = (tmp_path / "scan.pdf").read_bytes()
    refused = 0
    for length in range(8, len(whole), len(whole) // 20):
        (tmp_path / "cut.pdf").write_bytes(whole[:length])
        scans.close()
        try:
            scans.page("cut.pdf", 100, Sheet())
        except FacsimileError:
            refused += 1
    assert refused


@pytest.mark.parametrize("reference", ["scan.pdf#page=3", "p-1.png#page=2"])
def test_a_page_that_the_file_has_not(scans: Scans, document: Document, reference: str) -> None:
    with pytest.raises(FacsimileError, match="has no page"):
        scans.page(reference, 100, Sheet())
