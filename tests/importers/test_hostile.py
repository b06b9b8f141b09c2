"""Bad input of every format: one clear line, or read with nothing lost; never anything else."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import safe_xml
from app.importers import SourceError, read_source
from app.importers.formats import reader_of
from app.importers.reading_order import lines_of
from tests.importers import files

ALTO = (
    b"<?xml version='1.0'?><alto><Layout><Page WIDTH='100' HEIGHT='100'><TextLine HPOS='1'>"
    b"<String CONTENT='One' HPOS='1' VPOS='2' WIDTH='3' HEIGHT='4' WC='0.9'/></TextLine></Page>"
    b"</Layout></alto>"
)
PAGE = (
    b"<?xml version='1.0'?><PcGts><Page imageWidth='100' imageHeight='100'><TextRegion id='r'>"
    b"<TextLine><Coords points='1,2 3,4'/><Word><Coords points='1,2 3,4'/><TextEquiv conf='0.5'>"
    b"<Unicode>One</Unicode></TextEquiv></Word></TextLine></TextRegion></Page></PcGts>"
)
WHOLE = {
    "hocr": files.hocr([files.row("One two three", 10)]),
    "alto": ALTO,
    "page": PAGE,
    "pdf": files.pdf([(60, 700, "One two three")]),
    "png": files.png(3, 4),
    "jpeg": files.jpeg(3, 4),
    "tiff": files.tiff((3, 4)),
}
LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_a_damaged_file_is_refused_in_one_line_or_read(name: str, drawn: st.DataObject) -> None:
    whole = WHOLE[name]
    at = drawn.draw(st.integers(0, len(whole)))
    rest = at + drawn.draw(st.one_of(st.just(len(whole)), st.integers(0, 12)))
    data = whole[:at] + drawn.draw(st.binary(max_size=8)) + whole[rest:]
    found = reader_of(data)
    if found is None:
        return
    said = ""
    try:
        lines_of(found[1](data, Path("a-file")))
    except SourceError as error:
        said = str(error)
    assert not said or said.startswith("a-file")
    assert "\n" not in said


@pytest.mark.parametrize(
    "body",
    [
        f'<!DOCTYPE alto [<!ENTITY l0 "ha">{LAUGHS}]><alto><Layout><Page/>&l9;</Layout></alto>',
        '<!DOCTYPE alto SYSTEM "{secret}" [<!ENTITY a "b">]><alto><Page/></alto>',
        '<!DOCTYPE alto [<!ENTITY a SYSTEM "{secret}">]><alto><Page/>&a;</alto>',
        '<!DOCTYPE PcGts [<!ENTITY a SYSTEM "{secret}">]><PcGts><Page/>&a;</PcGts>',
        f'<!DOCTYPE html [<!ENTITY l0 "ha">{LAUGHS}]><html><p class="ocr_page">&l9;</p></html>',
        '<!DOCTYPE html SYSTEM "{secret}"><html><p class="ocr_page">word &a;</p></html>',
        '<!DOCTYPE html [<!ENTITY a SYSTEM "{secret}">]><html><p class="ocr_page">&a;</p></html>',
        '<html xmlns:xi="http://www.w3.org/2001/XInclude"><p class="ocr_page">a<xi:include '
        'href="{secret}" parse="text"/></p></html>',
        '<alto><?xml-stylesheet href="{secret}"?><Layout><Page><TextLine><String CONTENT="a"/>'
        "</TextLine></Page></Layout></alto>",
    ],
)
def test_nothing_is_taken_from_another_file(tmp_path: Path, body: str) -> None:
    (tmp_path / "secret").write_text("WITHHELD")
    (tmp_path / "p.hocr").write_text(body.replace("{secret}", f"file://{tmp_path}/secret"))
    try:
        found = repr(read_source(tmp_path / "p.hocr"))
    except SourceError as error:
        found = str(error)
    assert "WITHHELD" not in found
    assert len(found) < 20_000


@pytest.mark.parametrize("name", ["hocr", "alto", "page"])
def test_xml_may_be_too_large(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_xml, "MAX_BYTES", 70_000)
    (tmp_path / "p").write_bytes(WHOLE[name] + b" " * 70_000)
    with pytest.raises(SourceError, match="is larger than"):
        read_source(tmp_path / "p")


@pytest.mark.parametrize("name", ["hocr", "alto"])
def test_what_is_nested_deep_is_refused_or_read(name: str, tmp_path: Path) -> None:
    deep = {"hocr": b"<html class='ocr_page'>" + b"<i>" * 100_000, "alto": b"<alto>" * 100_000}
    (tmp_path / "p").write_bytes(deep[name] + b"x")
    with pytest.raises(SourceError):
        read_source(tmp_path / "p")


def test_a_page_of_a_hundred_thousand_words_takes_little_memory(tmp_path: Path) -> None:
    line = [("a", 0, 0, 5, 5)] * 100_000
    (tmp_path / "p.hocr").write_bytes(files.hocr([line]))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (document,) = read_source(tmp_path / "p.hocr")
    assert document.paragraphs[0].text.count("a") == 100_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000  # kB
