"""Page images: a flip to a sharp page, what following the caret adds to a key, opening.

``python -m tests.benchmarks.bench_facsimile`` prints tables. Times are milliseconds, median and
worst. The pages are scans: letter size at 300 dots an inch, with specks, so that they pack like
paper.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.facsimile.caret import spot_of
from app.model.document import Document, Reviewer, TextLine, Word
from app.model.links import page_witnesses
from app.review import Review
from app.ui.facsimile.layout import Fit
from app.ui.facsimile.pane import FacsimilePane
from app.ui.theme import LIGHT, apply_theme
from app.ui.transcript.pane import TranscriptPane
from tests.benchmarks.documents import transcript

WIDTH, HEIGHT = 2550, 3300
ANN = Reviewer("rev-ab", "Ann Baker", "AB")
OPENED, FLIPS, KEYS = 9, 40, 300
BARS = "bars: cold 150, cached 16, key 1 more; 500 pages open as fast as 5"


def scanned(pages: int) -> Document:
    """The transcript of ``documents`` with boxes for its words."""
    document = transcript(pages)
    held = zip(document.pages, page_witnesses(document), strict=True)
    made = (
        replace(
            page,
            image=f"scan.pdf#page={page.number}",
            width=WIDTH,
            height=HEIGHT,
            lines=lines(witness),
        )
        for page, witness in held
    )
    return replace(document, pages=tuple(made))


def lines(witness: str) -> tuple[TextLine, ...]:
    """Eight words a line."""
    words, at = list[Word](), 0
    made: list[TextLine] = []
    for text in witness.split():
        start = witness.index(text, at)
        at = start + len(text)
        left = 300 + 240 * (len(words) % 8)
        words.append(Word(start, len(text), left, left + 200, 0.9))
        if len(words) == 8:
            made.append(line(len(made), words))
            words = []
    return (*made, line(len(made), words)) if words else tuple(made)


def line(number: int, words: list[Word]) -> TextLine:
    top = 300 + 60 * number
    return TextLine(words[0].left, top, words[-1].right, top + 40, tuple(words))


def write_scan(path: Path, document: Document) -> None:
    """Every page a picture of its own as a scanner makes it, JPEG in greys."""
    pdf = pypdfium2.PdfDocument.new()
    pictures = [picture(document, number) for number in range(3)]
    for number in range(len(document.pages)):
        page = pdf.new_page(612, 792)
        image = pypdfium2.PdfImage.new(pdf)
        image.load_jpeg(pictures[number % 3], inline=True, autoclose=False)
        image.set_matrix(pypdfium2.PdfMatrix().scale(612, 792))
        page.insert_obj(image)
        page.gen_content()
        page.close()
    pdf.save(path)
    pdf.close()


def picture(document: Document, number: int) -> io.BytesIO:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    image.fill(QColor("#f4f4f4"))
    random, painter = Random(number), QPainter(image)
    for _ in range(20_000):
        x, y = random.randrange(WIDTH), random.randrange(HEIGHT)
        painter.fillRect(x, y, 2, 2, QColor(*[random.randrange(120, 240)] * 3))
    font = painter.font()
    font.setPixelSize(40)
    painter.setFont(font)
    page = document.pages[number % len(document.pages)]
    witness = page_witnesses(document)[number % len(document.pages)]
    for held in page.lines:
        for word in held.words:
            painter.drawText(word.left, held.bottom, witness[word.start :][: word.length])
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"jpeg")).write(image)
    return io.BytesIO(bytes(buffer.data().data()))


def timed(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def until_sharp(pane: FacsimilePane) -> None:
    """Events are run until the page in view is painted in full resolution."""
    pane.view.viewport().repaint()
    while not pane.view.sharp:
        QApplication.processEvents()
        sleep(0.0005)
    pane.view.viewport().repaint()


def flip(pane: FacsimilePane, page: int) -> None:
    pane.view.go_to_page(page)
    until_sharp(pane)


def bench_opening(pane: FacsimilePane, document: Document, folder: Path) -> float:
    """From the request to the first sharp page."""
    review = Review(document, ANN)

    def show() -> None:
        pane.set_review(review, folder)
        until_sharp(pane)

    return timed(show)


def bench_flips(pane: FacsimilePane, fit: Fit) -> None:
    pane.fit(fit)
    until_sharp(pane)
    count = pane.bar.page.maximum()
    far = [7 + n * 11 % count for n in range(FLIPS)]
    cold = [timed(partial(flip, pane, page % count)) for page in far]
    flip(pane, 3)
    flip(pane, 4)
    cached = [timed(partial(flip, pane, 3 + n % 2)) for n in range(FLIPS)]
    print(f"{fit.value:>8} {summary(cold)} {summary(cached)}")


def summary(times: list[float]) -> str:
    return f"{median(times):8.1f} {max(times):8.1f}"


def bench_key(document: Document, folder: Path) -> None:
    """A key in the middle of the text, without the pane and with it."""
    review = Review(document, ANN)
    transcript_pane, pane = TranscriptPane(), FacsimilePane()
    for shown in (transcript_pane, pane):
        shown.resize(900, 900)
        shown.show()
    transcript_pane.set_review(review)
    pane.set_review(review, folder)
    middle = len(document.paragraphs) // 2
    transcript_pane.place_caret(middle, 100)
    transcript_pane.activateWindow()
    transcript_pane.setFocus()
    pane.show_place(middle, 100)
    until_sharp(pane)
    followed: list[float] = []

    def follow() -> None:
        followed.append(timed(lambda: pane.show_place(*transcript_pane.caret())))

    transcript_pane.caret_moved.connect(follow)
    for number in range(KEYS):
        QTest.keyClicks(transcript_pane.editor, "the quick brown "[number % 16])
        QApplication.processEvents()
    painted = [timed(pane.view.viewport().repaint) for _ in range(40)]
    found = [timed(lambda: spot_of(review.document, middle, 100)) for _ in range(40)]
    print(f"{len(document.pages):8} {summary(followed)} {summary(found)} {summary(painted)}")


def scan_of(pages: int, folder: Path) -> tuple[Document, Path]:
    document, below = scanned(pages), folder / str(pages)
    below.mkdir()
    write_scan(below / "scan.pdf", document)
    return document, below


def main() -> None:
    application = QApplication([])
    apply_theme(application, LIGHT)
    pane = FacsimilePane()
    pane.resize(900, 1100)
    pane.show()
    print(BARS)
    with tempfile.TemporaryDirectory() as folder:
        small, large = (scan_of(pages, Path(folder)) for pages in (5, 500))
        print(f"{'opened':>8} {'ms':>8} {'worst':>8}")
        for document, below in (small, large):
            times = [bench_opening(pane, document, below) for _ in range(OPENED)]
            print(f"{len(document.pages):8} {summary(times)}")
        print(f"{'flipped':>8} {'cold':>8} {'worst':>8} {'cached':>8} {'worst':>8}")
        for fit in (Fit.WIDTH, Fit.PAGE, Fit.SCALE):
            bench_flips(pane, fit)
        names = ("follow", "find", "paint")
        print(f"{'key':>8}" + "".join(f" {name:>8} {'worst':>8}" for name in names))
        for document, below in (small, large):
            bench_key(document, below)
        pane.renderer.open(None)


if __name__ == "__main__":
    main()
