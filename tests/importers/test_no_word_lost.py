"""Every word that an engine read is in the documents, whatever the format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.importers import hocr, read_pages
from app.importers.lines import storable
from app.importers.reading_order import lines_of
from app.importers.structure import documents
from app.model.document import Source
from tests.conftest import SHARED
from tests.importers import files
from tests.importers.source_order import printed
from tests.importers.test_nothing_lost import fragments, signs
from tests.invariants import assert_sound

SAMPLES = SHARED / "samples"
REDACTED = "redacted-1994-11-07"
FILES = [
    *(f"{name}{suffix}" for name in ("fahd-1989-04-11", "endara-gandhi-1989-06-07")
      for suffix in (".hocr", ".alto.xml")),
    "kohl-1995-07-13.pdf", f"{REDACTED}/{REDACTED}.pdf", f"{REDACTED}/p-2.page.xml",
    *(f"formats/{name}" for name in (
        "alto-tesseract-bad.xml", "alto2-test.xml", "alto3-00001.xml", "alto4-alternatives.xml",
        "hocr-litver.html", "hocr-tesseract.hocr")),
]  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_the_samples_are_all_there(name: str) -> None:
    check([SAMPLES / name])


@pytest.mark.parametrize("suffix", ["hocr", "alto.xml"])
def test_the_pages_of_one_source_are_all_there(suffix: str) -> None:
    check([SAMPLES / REDACTED / f"p-{number}.{suffix}" for number in range(1, 5)])


def check(paths: list[Path]) -> None:
    if not paths[0].exists():
        pytest.skip(f"needs {paths[0].name}, which is kept beside the checkout")
    found = read_pages(paths)
    for document in found:
        assert_sound(document)
    assert Counter(printed(found)) == signs("".join(text for path in paths for text in words(path)))


def words(path: Path) -> Iterator[str]:
    """What the file gives as text, told without a reader."""
    if path.suffix == ".pdf":
        for page in pypdfium2.PdfDocument(path):
            # This is how the library gives a hyphen at the end of a line.
            yield re.sub("[\x02\ufffe]", "-", page.get_textpage().get_text_range())
        return
    source = path.read_text(encoding="utf-8-sig")
    if "PcGts" in source:
        for word in re.findall(r"<Word.*?<Unicode>(.*?)</Unicode>", source, re.S):
            yield unescape(word)
    elif "<alto" in source:
        for element in ElementTree.parse(path).iter():
            if element.tag.endswith(("}String", "}HYP")):
                yield element.get("CONTENT", "").replace("\N{SOFT HYPHEN}", "-")
    else:
        yield unescape(re.sub(r"<[^>]*>", "", source[source.index("<body") :]))


places = st.tuples(st.integers(-100, 1100), st.integers(-100, 1500))
lines = st.lists(st.tuples(fragments, places), max_size=25)


@settings(deadline=None)
@given(st.lists(lines, min_size=1, max_size=3))
def test_any_page_is_all_there(pages: list[list[tuple[str, tuple[int, int]]]]) -> None:
    source = files.hocr(
        *(
            [files.row(" ".join(storable(text).split()), top, left) for text, (left, top) in page]
            for page in pages
        )
    )
    read = lines_of(hocr.pages(source, Path("p.hocr")))
    if not read:
        return
    found = documents(read, Source())
    for document in found:
        assert_sound(document)
    assert Counter(printed(found)) == signs("".join(text for page in pages for text, _ in page))
