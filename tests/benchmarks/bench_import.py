"""How long a source takes from its file to documents.

``python -m tests.benchmarks.bench_import`` prints a table. hOCR and ALTO of 100 pages may take four
times as long as lxml's parse of the same file and 20 ms a page, text of 1,000 pages 3 s.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from lxml import etree

from app.importers import read_source
from app.model.document import Document
from app.model.links import page_place, place_of_word, word_at
from tests.benchmarks.documents import transcript
from tests.importers import files

PAGES, TEXT_PAGES = 100, 1_000
A_LINE = 65
"""Characters of a line on the paper."""
RUNS = 5


def main() -> None:
    with TemporaryDirectory() as folder:
        for name, write in (("hOCR", hocr), ("ALTO", alto)):
            path = Path(folder) / name
            path.write_bytes(write(PAGES))
            parse, taken = seconds(partial(etree.parse, path)), seconds(partial(read_source, path))
            most = 4 * parse + 0.02 * PAGES
            print(f"{name} of {PAGES} pages, {path.stat().st_size / 1e6:.1f} MB")
            print(f"  lxml's parse {parse * 1000:8.0f} ms")
            print(f"  import       {taken * 1000:8.0f} ms (may take {most * 1000:.0f})")
        path = Path(folder) / "text"
        path.write_text(text(TEXT_PAGES))
        print(
            f"text of {TEXT_PAGES} pages: {seconds(partial(read_source, path)):.2f} s (may take 3)"
        )
        (document,) = read_source(Path(folder) / "hOCR")
    links(document)


def links(document: Document) -> None:
    """From the caret to the image and back, in the middle of the document."""
    at = len(document.paragraphs) // 2
    place = page_place(document, at, 5)
    assert place is not None
    there = seconds(lambda: word_at(document, at, 5))
    back = seconds(lambda: place_of_word(document, *place))
    print(f"caret to word {there * 1e6:.0f} µs, word to caret {back * 1e6:.0f} µs")


def seconds(action: Callable[[], object]) -> float:
    """The median of a few runs."""
    taken = []
    for _ in range(RUNS):
        begun = perf_counter()
        action()
        taken.append(perf_counter() - begun)
    return median(taken)


def lines(pages: int) -> list[list[str]]:
    """The lines of each page; a blank one between paragraphs."""
    printed: list[list[str]] = [["MEMORANDUM OF CONVERSATION", ""]]
    for number, paragraph in enumerate(transcript(pages).paragraphs):
        if number and number % 9 == 0:
            printed.append([])
        label = paragraph.label.text if paragraph.label else ""
        line = label
        for word in paragraph.text.split():
            if len(line) + len(word) >= A_LINE:
                printed[-1].append(line)
                line = word
            else:
                line = f"{line} {word}"
        printed[-1] += [f"{line} (C)", ""]
    return printed


def text(pages: int) -> str:
    return "\f".join("\n".join(page) for page in lines(pages))


def hocr(pages: int) -> bytes:
    return files.hocr(*map(rows, lines(pages)), height=1800)


def rows(page: list[str]) -> list[list[files.Word]]:
    return [files.row(line, 60 + 30 * at) for at, line in enumerate(page) if line]


def alto(pages: int) -> bytes:
    made = ['<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout>']
    for page in map(rows, lines(pages)):
        made.append('<Page WIDTH="1000" HEIGHT="1800"><PrintSpace><TextBlock>')
        for line in page:
            made.append("<TextLine>")
            made += (
                f'<String HPOS="{left}" VPOS="{top}" WIDTH="{right - left}"'
                f' HEIGHT="{bottom - top}" WC="0.96" CONTENT="{word}"/><SP/>'
                for word, left, top, right, bottom in line
            )
            made.append("</TextLine>")
        made.append("</TextBlock></PrintSpace></Page>")
    return "".join([*made, "</Layout></alto>"]).encode()


if __name__ == "__main__":
    main()
