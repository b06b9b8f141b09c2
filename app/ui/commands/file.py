"""Opening, saving and leaving."""

from __future__ import annotations

from app.ui.commands.command import Command, always
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu


def has_images(desk: Desk) -> bool:
    """Whether the document names page images, there or not."""
    return desk.review is not None and any(page.image for page in desk.document.pages)


def may_save(desk: Desk) -> bool:
    """Whether the document may be saved over its file; a copy may be saved at any time."""
    return desk.review is not None and not desk.review.read_only


COMMANDS = (
    Command(
        "file.open",
        "Open...",
        Menu.FILE,
        "Open a transcript or a TEI file",
        lambda desk: desk.window.ask_and_open(),
        ("Ctrl+O",),
        always,
        button="Open",
    ),
    Command(
        "file.sample",
        "Open the Sample",
        Menu.FILE,
        "Open the sample: a telephone conversation of 4 June 1990",
        lambda desk: desk.window.open_sample(),
        enabled=always,
    ),
    Command(
        "file.next_memorandum",
        "Next Memorandum of This Source",
        Menu.FILE,
        "Open the memorandum that follows this one in the file they came from",
        lambda desk: desk.window.open_next_memorandum(),
        enabled=lambda desk: desk.window.has_next_memorandum,
    ),
    Command(
        "file.save",
        "Save",
        Menu.FILE,
        "Save the document as TEI",
        lambda desk: desk.window.save(),
        ("Ctrl+S",),
        may_save,
        group=1,
        button="Save",
    ),
    Command(
        "file.save_as",
        "Save As...",
        Menu.FILE,
        "Save the document under another name",
        lambda desk: desk.window.save_as(),
        ("Ctrl+Shift+S",),
        group=1,
    ),
    Command(
        "file.close",
        "Close",
        Menu.FILE,
        "Close the document and go back to the start page",
        lambda desk: desk.window.close_document(),
        ("Ctrl+W",),
        group=1,
    ),
    Command(
        "file.attach",
        "Attach Page Images...",
        Menu.FILE,
        "Attach a PDF or image files, which show the pages",
        lambda desk: desk.window.attach_images(),
        group=2,
    ),
    Command(
        "file.locate",
        "Locate Page Images...",
        Menu.FILE,
        "Say in which folder the page images are now",
        lambda desk: desk.window.locate_images(),
        enabled=has_images,
        group=2,
    ),
    Command(
        "file.recognise",
        "Recognise the Text of the Pages",
        Menu.FILE,
        "Have the program tesseract read the pages of this scan",
        lambda desk: desk.window.recognise(),
        enabled=lambda desk: desk.window.may_recognise,
        group=2,
    ),
    Command(
        "file.compare",
        "Compare with New Reading...",
        Menu.FILE,
        "Choose a better OCR of the same pages, and take of it what is right",
        lambda desk: desk.window.compare_reading(),
        group=2,
    ),
    Command(
        "file.versions",
        "Versions...",
        Menu.FILE,
        "The last saves of this file: compare one with the text now, or go back to it",
        lambda desk: desk.window.show_versions(),
        ("Ctrl+Shift+H",),
        group=3,
    ),
    Command(
        "file.merge",
        "Merge Copies...",
        Menu.FILE,
        "Bring another reviewer's copy of the same original into this document",
        lambda desk: desk.window.merge_copies(),
        group=3,
    ),
    Command(
        "file.history",
        "History...",
        Menu.FILE,
        "Who saved this file, when, and whether the record of it is intact",
        lambda desk: desk.window.show_history(),
        group=3,
    ),
    Command(
        "file.reviewer",
        "Reviewer...",
        Menu.FILE,
        "Say who you are: the name that stands beside your changes",
        lambda desk: desk.window.introduce(),
        enabled=always,
        group=4,
    ),
    Command(
        "file.quit",
        "Quit",
        Menu.FILE,
        "Close the window; changes that are not saved are asked about",
        lambda desk: desk.window.quit(),
        ("Ctrl+Q",),
        always,
        group=5,
    ),
)
