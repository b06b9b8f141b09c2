"""A scan without text was opened: the offer to have it read, and the reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from app.model.document import Document
from app.ui.background import Task
from app.ui.dialogs import questions
from app.ui.labels import PlainLabel, literal

_SCANS = ("pdf", "image")
_TEXTS = (".hocr", ".html", ".alto.xml", ".page.xml", ".txt")
"""What the text of a scan ends in beside it, the best first."""


def is_scan(document: Document) -> bool:
    """Whether the document is page images, of which nothing was read yet."""
    blank = all(not paragraph.text for paragraph in document.paragraphs)
    return document.source.format in _SCANS and blank


class Recognition(QObject):
    """The bar above the text, and one reading at a time.

    ``recognised`` has the scan and its documents; ``text_requested`` a file with its text.
    """

    recognised = Signal(object, object)
    text_requested = Signal(object)
    _progressed = Signal(int, int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._scan: Path | None = None
        self._able = False
        self._cancelled = Event()
        self._task: Task[tuple[Document, ...]] | None = None
        self.bar = RecognitionBar()
        self.bar.asked.connect(self.start)
        self.bar.cancelled.connect(self.cancel)
        self.bar.declined.connect(self.bar.hide)
        self.bar.text_asked.connect(self._open_text)
        self._progressed.connect(self._show_progress)

    @property
    def offered(self) -> bool:
        """Whether the open document is a scan that can be read now."""
        return self._able and self._scan is not None and self._task is None

    def offer(self, document: Document, scan: Path) -> None:
        """Another document is open: offer to read it if it is a scan without text."""
        self.withdraw()
        if not is_scan(document):
            return
        # Imported here and below: what opens TEI does not wait for the importers.
        from app.importers.recognition import available

        self._scan, self._able = scan, available()
        self.bar.offer(scan.name, len(document.pages), _text_beside(scan), able=self._able)

    def withdraw(self) -> None:
        """The document is gone; so is what was being read of it."""
        if self._task is not None:
            self._task.abandon()
        self.cancel()
        self._task = self._scan = None
        self.bar.hide()

    def start(self) -> None:
        """Read the scan in the background."""
        from app.importers import SourceError
        from app.importers.recognition import RecognitionCancelledError

        scan = self._scan
        if scan is None or self._task is not None:
            return
        self._cancelled = cancelled = Event()
        self.bar.show_progress(0, 0)
        self._task = Task(
            _reading(scan, self._progressed.emit, cancelled),
            lambda documents: self.recognised.emit(scan, documents),
            self._say_failed,
            (SourceError, RecognitionCancelledError),
            self,
            ended=self._settle,
        )
        self._task.start()

    def cancel(self) -> None:
        self._cancelled.set()

    def _show_progress(self, done: int, pages: int) -> None:
        if self._task is not None:
            self.bar.show_progress(done, pages)

    def _settle(self) -> None:
        self._task = None
        self.bar.show_offer()

    def _say_failed(self, error: Exception) -> None:
        from app.importers.recognition import RecognitionCancelledError

        if not isinstance(error, RecognitionCancelledError):
            questions.warn(self._window, "The pages were not recognised", str(error))

    def _open_text(self) -> None:
        text = _text_beside(self._scan) if self._scan is not None else None
        if text is not None:
            self.text_requested.emit(text)


def _reading(
    scan: Path, progress: Callable[[int, int], None], cancelled: Event
) -> Callable[[], tuple[Document, ...]]:
    from app.importers import read_recognised

    return lambda: read_recognised(scan, progress, cancelled.is_set)


def _text_beside(scan: Path) -> Path | None:
    """A file with the scan's name that may hold its text."""
    beside = (scan.with_suffix(suffix) for suffix in _TEXTS)
    return next((path for path in beside if path.is_file()), None)


class RecognitionBar(QWidget):
    """What the file is and what can be done; while it is read, how far that is."""

    asked = Signal()
    text_asked = Signal()
    declined = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._readable = self._has_text = False
        self.label = PlainLabel()
        self.label.setWordWrap(True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName("Recognising")
        self.text_button = QPushButton()
        self.recognise_button = QPushButton()
        self.close_button = QPushButton("Not Now")
        self.cancel_button = QPushButton("Cancel")
        self.text_button.clicked.connect(self.text_asked)
        self.recognise_button.clicked.connect(self.asked)
        self.close_button.clicked.connect(self.declined)
        self.cancel_button.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        row.addWidget(self.progress, 1)
        for button in (
            self.text_button, self.recognise_button, self.close_button, self.cancel_button,
        ):  # fmt: skip
            row.addWidget(button)
        self.hide()

    def offer(self, name: str, pages: int, text: Path | None, *, able: bool) -> None:
        """Say what can be done with the scan ``name``: open the ``text`` beside it, or have it read
        where the program for it is there.
        """
        count = "1 Page" if pages == 1 else f"{pages} Pages"
        said = f"“{name}” is {count.lower()} of images without text."
        if not able and text is None:
            from app.importers.recognition import PROGRAM

            said += (
                f" To have it read here, install the program {PROGRAM}"
                " (package tesseract-ocr); or open the file that an OCR engine made of it."
            )
        self._said = said
        self.text_button.setText(f"Open “{literal(text.name)}”" if text is not None else "")
        self.recognise_button.setText(f"Recognise the Text of {count}")
        self._readable, self._has_text = able, text is not None
        self.show_offer()

    def show_offer(self) -> None:
        """Nothing is being read."""
        self.label.setText(self._said)
        self._show(reading=False)
        self.show()

    def show_progress(self, done: int, pages: int) -> None:
        """So many pages are read; of 0 pages: it is not known yet."""
        at = f"page {done + 1} of {pages}" if done < pages else "pages"
        self.label.setText(f"Recognising {at}…")
        self.progress.setRange(0, pages)
        self.progress.setValue(done)
        self._show(reading=True)

    def _show(self, *, reading: bool) -> None:
        self.progress.setVisible(reading)
        self.cancel_button.setVisible(reading)
        self.text_button.setVisible(not reading and self._has_text)
        self.recognise_button.setVisible(not reading and self._readable)
        self.close_button.setVisible(not reading)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.cancel_button.isVisible():
            self.cancelled.emit()
        else:
            self.declined.emit()
