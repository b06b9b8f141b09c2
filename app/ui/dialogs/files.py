"""Choosing a file by name, in the desktop's own dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_IMAGES = "*.pdf *.png *.jpg *.jpeg *.tif *.tiff"


def choose_to_read(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """The file to read; None if the person gave up."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def choose_to_open(parent: QWidget, folder: Path) -> Path | None:
    """The file to open; None if the person gave up."""
    kinds = f"Transcripts, scans and TEI (*.txt *.xml *.hocr *.html {_IMAGES});;All files (*)"
    return choose_to_read(parent, "Open a Transcript or TEI File", folder, kinds)


def choose_images(parent: QWidget, folder: Path) -> tuple[Path, ...]:
    """The page images, in no order; none if the person gave up."""
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        "Attach Page Images: a PDF, or the Image of Each Page",
        str(folder),
        f"Page images ({_IMAGES});;All files (*)",
    )
    return tuple(map(Path, names))


def choose_folder(parent: QWidget, folder: Path) -> Path | None:
    """The folder in which the page images are; None if the person gave up."""
    name = QFileDialog.getExistingDirectory(
        parent, "Locate the Folder of the Page Images", str(folder)
    )
    return Path(name) if name else None


def choose_reading(parent: QWidget, folder: Path) -> Path | None:
    """Another reading of the same pages; None if the person gave up."""
    kinds = "Transcripts (*.hocr *.html *.xml *.txt *.pdf);;All files (*)"
    return choose_to_read(parent, "Compare with New Reading", folder, kinds)


def choose_copy(parent: QWidget, folder: Path) -> Path | None:
    """Another reviewer's copy of the open document; None if the person gave up."""
    kinds = "TEI files (*.xml);;All files (*)"
    return choose_to_read(parent, "Merge Copies: the Other Reviewer's File", folder, kinds)


def choose_original(parent: QWidget, folder: Path) -> Path | None:
    """What both copies were made from; None if the person gave up."""
    kinds = "TEI files and transcripts (*.xml *.txt *.hocr *.html *.pdf);;All files (*)"
    return choose_to_read(parent, "Merge Copies: the Original That Both Come From", folder, kinds)


def choose_to_save(parent: QWidget, suggestion: Path) -> Path | None:
    """The file to save as, to be replaced if it exists; None if the person gave up."""
    name, _ = QFileDialog.getSaveFileName(
        parent, "Save as TEI", str(suggestion), "TEI files (*.xml);;All files (*)"
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(".xml")
