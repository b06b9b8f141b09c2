from __future__ import annotations

from pathlib import Path

import pytest

from app.importers import SourceError, pdf
from app.importers.geometry import ScannedPage
from app.importers.reading_order import lines_of
from tests.conftest import SHARED
from tests.importers import files

PATH = Path("scan.pdf")
SENTENCE = "The President said that he was happy to hear it."


def texts(pages: list[ScannedPage]) -> list[str]:
    return [line.text for line in lines_of(pages)]


def test_the_words_of_the_text_layer_have_boxes_in_pixels() -> None:
    (page,) = pdf.pages(files.pdf([(60, 700, "One two")]), PATH)
    assert (page.width, page.height) == (2500, 3333)
    one, two = page.printed[0].words
    assert (one.text, two.text) == ("One", "two")
    assert one.left == pytest.approx(250, abs=3)  # 60 points at 300 dots an inch
    assert two.left == pytest.approx(350, abs=3)
    assert one.bottom == pytest.approx(417, abs=15)
    assert one.top < 417 < one.bottom


def test_pages_and_lines_are_in_order() -> None:
    pages = pdf.pages(
        files.pdf([(60, 600, "below"), (60, 700, "above")], [(60, 700, "next")]), PATH
    )
    assert texts(pages) == ["above", "below", "next"]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(rotate: int) -> None:
    (page,) = pdf.pages(files.pdf([(60, 700, "word")], rotate=rotate), PATH)
    assert (page.width > page.height) is (rotate in (90, 270))
    (word,) = page.printed[0].words
    across = (word.left + word.right) / 2 / page.width
    down = (word.top + word.bottom) / 2 / page.height
    near = {0: (0.12, 0.12), 90: (0.88, 0.12), 180: (0.88, 0.88), 270: (0.12, 0.88)}
    assert (across, down) == pytest.approx(near[rotate], abs=0.02)


@pytest.mark.parametrize("spacing", [0, 1])
def test_a_letter_spaced_layer_is_put_together(spacing: float) -> None:
    spaced = "   ".join(" ".join(word) for word in SENTENCE.split())
    assert texts(pdf.pages(files.pdf([(10, 700, spaced)], spacing=spacing - 4), PATH)) == [SENTENCE]


def test_a_letter_spaced_word_alone_is_put_together() -> None:
    layer = [(60, 700, "P r e s i d e n t")]
    assert texts(pdf.pages(files.pdf(layer, spacing=-4), PATH)) == ["President"]


def test_letters_far_apart_are_letters() -> None:
    layer = [(60, 700, "A   B   C   D   E")]
    assert texts(pdf.pages(files.pdf(layer), PATH))[0].split() == ["A", "B", "C", "D", "E"]


@pytest.mark.parametrize("pitch", [5.5, 6.5, 8])
@pytest.mark.parametrize("blanks", ["", " "])
def test_characters_put_in_their_places_one_by_one_are_words(pitch: float, blanks: str) -> None:
    text = "It will all be told to him still"  # of narrow and wide letters
    layer = [(10 + pitch * at, 700, sign) for at, sign in enumerate(text) if sign != " " or blanks]
    assert texts(pdf.pages(files.pdf(layer, font="Helvetica"), PATH)) == [text]


@pytest.mark.parametrize("font", ["Helvetica", "Times-Roman", "Courier"])
@pytest.mark.parametrize("spacing", [0, 2])
def test_ordinary_text_is_read_as_it_is(font: str, spacing: float) -> None:
    text = "President: The minimum will illuminate Mimi, I am told."
    layer = files.pdf([(10, 700, text)], font=font, spacing=spacing)
    assert texts(pdf.pages(layer, PATH)) == [text]


def test_narrow_letters_do_not_part_the_words_of_the_sample() -> None:
    path = SHARED / "samples" / "redacted-1994-11-07" / "redacted-1994-11-07.pdf"
    if not path.exists():
        pytest.skip(f"needs {path.name}, which is kept beside the checkout")
    found = texts(pdf.pages(path.read_bytes(), path))
    assert "multilateral lifting of the arms embargo on Bosnia-Herzegovina" in found
    assert "be continued with the new Congress in early 1995. Action:" in found


def test_a_hyphen_at_the_end_of_a_line_is_kept() -> None:
    layer = [(60, 700, "The President-"), (60, 688, "elect spoke to him.")]
    assert texts(pdf.pages(files.pdf(layer), PATH)) == ["The President-", "elect spoke to him."]


def test_pages_without_text_have_no_lines() -> None:
    assert pdf.pages(files.pdf([], []), PATH) == [ScannedPage((), 2500, 3333)] * 2


def test_sizes_and_pictures(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(files.pdf([(60, 700, "word")], []))
    assert pdf.sizes(path) == [(2500, 3333)] * 2
    first, second = pdf.pictures(path.read_bytes(), path)
    head, pixels = first[:15], first[-2500 * 3334 :]
    assert head.startswith(b"P5 2500 333")
    assert min(pixels) < 50
    assert min(second[20:]) == 255


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n", "the PDF is damaged"),
        (files.pdf([])[:200], "the PDF is damaged"),
        (b"%PDF-1.7\n" + b"\0" * 5000, "the PDF is damaged"),
        (files.encrypted_pdf(), "the PDF is encrypted"),
        (files.pdf(), "the PDF has 0 pages|the PDF is damaged"),
    ],
)
def test_what_is_broken_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=rf"scan\.pdf: ({reason})"):
        pdf.pages(data, PATH)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="can't be read"):
        pdf.sizes(tmp_path / "nowhere.pdf")
