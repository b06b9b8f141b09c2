"""Small scans for tests of the window: a transcript whose page images are beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app import tei
from app.model.document import Document
from app.model.spans import Doubt
from tests import builders
from tests.facsimile import papers

WORDS = "the quick brown fox jumps over the lazy dog " * 4


def scanned(folder: Path) -> Path:
    """A TEI file of two pages, whose first words are doubtful, beside the PDF that shows them."""
    document = papers.printed(_text(), "scan.pdf#page={}")
    papers.write_pdf(folder / "scan.pdf", document.pages)
    path = folder / "memo.xml"
    path.write_bytes(tei.write(document))
    return path


def without_images(folder: Path) -> Path:
    """The same text, whose pages have no images yet."""
    path = folder / "memo.xml"
    path.write_bytes(tei.write(_text()))
    return path


def _text() -> Document:
    document = builders.document(
        f"The President: Good morning. {WORDS}".rstrip(),
        f"Mr. Kaifu: Good evening. {WORDS}".rstrip(),
        f"\fThe President: Good night. {WORDS}".rstrip(),
    )
    for at, certainty in enumerate((0.3, 0.5, 0.7)):
        passage = document.paragraphs[at].passage.with_span(Doubt(0, 4, certainty))
        held = replace(document.paragraphs[at], passage=passage)
        document = document.with_paragraphs(at, at + 1, (held,))
    return document
