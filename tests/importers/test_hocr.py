from __future__ import annotations

from pathlib import Path

import pytest

from app.importers import SourceError, hocr
from app.importers.geometry import ScannedPage
from app.importers.lines import Box, SourceWord
from tests.importers import files

PATH = Path("p.hocr")
XHTML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
    "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>
<div class="ocr_page" title='image "scan.png"; bbox 0 0 100 200; ppageno 0'>
<span class="ocr_line" title="bbox 5 6 50 16"><span class="ocrx_word"
title="bbox 5 6 20 16; x_wconf 91">One</span> <strong><span class="ocrx_word"
title="bbox 25 6 50 16; x_wconf 42.5">&amp; <em>two</em></span></strong></span></div>
</body></html>"""


def read(text: str) -> list[ScannedPage]:
    return hocr.pages(text.encode(), PATH)


def texts(text: str) -> list[str]:
    """The lines of all pages."""
    return [
        " ".join(word.text for word in line.words) for page in read(text) for line in page.printed
    ]


def page(body: str) -> str:
    return f"<html><body><div class='ocr_page' title='bbox 0 0 100 200'>{body}</div></body></html>"


def test_words_have_their_boxes_and_confidences() -> None:
    (found,) = read(XHTML)
    assert (found.width, found.height, found.image) == (100, 200, "scan.png")
    assert found.printed[0].box == Box(5, 6, 50, 16)
    assert found.printed[0].words == (
        SourceWord("One", 5, 6, 20, 16, 0.91),
        SourceWord("&", 25, 6, 30, 16, 0.425),
        SourceWord("two", 35, 6, 50, 16, 0.425),
    )


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "<p class=ocr_par><span class=ocr_line>no <b>words</b> marked</span>",
            ["no words marked"],
        ),
        ("<span class=ocr_line>one<br>two</span>", ["one", "two"]),
        ("before<span class=ocr_line>in</span>after", ["before", "in", "after"]),
        ("<span class=ocrx_line><span class=ocrx_word>a</span>b</span>", ["a b"]),
        ("<span class=ocrx_word>w<!-- not this -->x</span>&nbsp;&eacute;", ["wx \u00e9"]),
        ("<!-- not this -->and this", ["and this"]),
        (
            "<span class=ocrx_word><span class=ocrx_cinfo>a</span>\n"
            "<span class=ocrx_cinfo>b</span></span>",
            ["ab"],
        ),
        ("<div><div><span class=ocr_line>unclosed<span class=ocr_line>soup", ["unclosed", "soup"]),
    ],
)
def test_tag_soup_loses_nothing(body: str, found: list[str]) -> None:
    assert texts(page(body)) == found


def test_text_without_a_page_is_one() -> None:
    assert texts("<html><span class=ocr_line>alone</span></html>") == ["alone"]


def test_a_line_without_words_shares_out_its_box() -> None:
    (line,) = read(page("<span class=ocr_line title='bbox 0 10 90 30'>ab cdef</span>"))[0].printed
    assert [(word.left, word.right) for word in line.words] == [(0, 26), (39, 90)]


@pytest.mark.parametrize("said", ["nan", "-1", "101", "inf", "x", ""])
def test_a_confidence_that_cannot_be_is_none(said: str) -> None:
    body = f"<span class=ocrx_word title='bbox 0 0 9 9; x_wconf {said}'>a</span>"
    (line,) = read(page(body))[0].printed
    assert line.words[0].confidence is None


def test_nonsense_for_a_box_is_no_box() -> None:
    (line,) = read(page("<span class=ocrx_word title='bbox nan 0 1e999 9'>a</span>"))[0].printed
    assert line.box is None


def test_latin_1_is_read_where_it_is_declared() -> None:
    text = "<html><meta charset='iso-8859-1'><span class='ocr_line'>\u00e9</span></html>"
    (found,) = hocr.pages(text.encode("latin-1"), PATH)
    assert found.printed[0].words[0].text == "\u00e9"


def test_an_entity_of_the_file_is_never_put_in(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET")
    source = f"""<!DOCTYPE html [<!ENTITY a SYSTEM "file://{tmp_path}/secret">
        <!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <html><span class="ocr_line">x &a; &c; y</span></html>"""
    found = " ".join(texts(source))
    assert "SECRET" not in found
    assert "bbbb" not in found.replace("bbbbbbbbbb", "", 1)
    assert "x" in found
    assert "y" in found


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(SourceError, match=r"p\.hocr is not UTF-8|p\.hocr: is not UTF-8"):
        hocr.pages(b"<html><span class='ocr_line'>\xff</span></html>", PATH)


def test_the_builder_of_the_other_tests_is_read() -> None:
    (found,) = hocr.pages(files.hocr([files.row("a bc", 10)]), PATH)
    assert [word.text for word in found.printed[0].words] == ["a", "bc"]
