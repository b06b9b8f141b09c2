"""The head of the memorandum: normalised fields, each near what the paper prints."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QWidget

from app.checks.fields import field_problems
from app.model.document import Document
from app.model.edits import CorrectHeading, CorrectTrailer
from app.model.printed import entries_about, topic_of
from app.model.terms import FurnitureKind, Place
from app.ui.metadata.entry import TextEntry
from app.ui.metadata.heading_text import HeadingText
from app.ui.metadata.normalised import NormalisedField
from app.ui.metadata.page_text import PageText
from app.ui.metadata.rows import Apply, Note, PassageNote, add_row, column, form
from app.ui.metadata.section import Section
from app.ui.metadata.subject_mark import SubjectMark

_WHEN_AND_WHERE = (
    ("date", "Date"),
    ("time_from", "From"),
    ("time_to", "To"),
    ("zone", "Zone"),
    ("place", "Place"),
)


class MemorandumSection(Section):
    """Title, subject, date, time and place, and what the first page prints around them."""

    def __init__(self, apply: Apply) -> None:
        super().__init__("Memorandum")
        self._apply = apply
        self.fields: dict[str, NormalisedField] = {}
        self.printed: dict[int, HeadingText] = {}
        self.pages: dict[FurnitureKind, PageText] = {}
        self.mark: SubjectMark | None = None
        self._kinds: tuple[object, ...] | None = None
        self._sheet, self._rows = QWidget(), form()

    def concerns(self, before: Document, after: Document) -> bool:
        return (
            before.metadata is not after.metadata
            or before.heading is not after.heading
            or before.trailer is not after.trailer
            or before.pages is not after.pages
        )

    def show_document(self, document: Document) -> None:
        kinds = tuple(topic_of(entry.label.text) for entry in document.heading.entries)
        if kinds != self._kinds:
            self._kinds = kinds
            self._build(document)
        self._show_passages(document)
        problems = field_problems(document)
        for field in self.fields.values():
            field.show_document(document, problems)
        for printed in self.printed.values():
            printed.show_document(document)
        for text in self.pages.values():
            text.show_document(document)
        if self.mark is not None:
            self.mark.show_document(document)

    def focus_entry(self, entry: int) -> None:
        """Take the person to an entry of the head."""
        self.unfold()
        if self.mark is not None and self.mark.entry == entry:
            self.mark.level.setFocus()
        elif entry in self.printed:
            self.printed[entry].toggle.setFocus()

    def _show_passages(self, document: Document) -> None:
        title, trailer = document.heading.title, document.trailer
        self.title.show_text(title.text)
        self._title_note.show_passage(title)
        self.trailer.show_text(trailer.text if trailer is not None else "")
        self._trailer_note.show_passage(trailer)

    def _build(self, document: Document) -> None:
        """The rows, in the order of the paper, for a head with these entries."""
        # The old rows may be asking for this very change, so they go when they are done.
        self._sheet.hide()
        self._sheet.deleteLater()
        self._sheet, self._rows = QWidget(), form()
        self._sheet.setLayout(self._rows)
        self.content.addWidget(self._sheet)
        self.printed.clear()
        self.mark = None
        heading = document.heading
        about_subject = entries_about(heading, "subject")
        about_people = entries_about(heading, "participants")
        self._add_letterhead()
        self._add_title()
        self._add_field("subject", "Subject")
        self._add_printed(about_subject[:1])
        if about_subject:
            self.mark = SubjectMark(about_subject[0], self._apply)
            add_row(self._rows, "Mark", self.mark, self.mark.level)
        for key, caption in _WHEN_AND_WHERE:
            self._add_field(key, caption)
        rest = set(range(len(heading.entries))) - {*about_subject[:1], *about_people}
        self._add_printed(tuple(sorted(rest)))
        self._add_field("repository", "Repository")
        self._add_field("declassify_on", "Declassify on")
        self._add_page_text("", FurnitureKind.DECLASSIFY_ON, Place.BOTTOM)
        self._add_trailer()
        self._sheet.show()

    def _add_letterhead(self) -> None:
        self._add_page_text("Letterhead", FurnitureKind.LETTERHEAD, Place.TOP)
        self._add_page_text("Log number", FurnitureKind.LOG_NUMBER, Place.TOP)

    def _add_page_text(self, caption: str, kind: FurnitureKind, place: Place) -> None:
        name = caption or "Declassification instruction as printed"
        text = PageText(name, kind, place, self._apply)
        self.pages[kind] = text
        if caption:
            add_row(self._rows, caption, text)
        else:
            note, box = Note(), QWidget()
            box.setLayout(column(note, text))
            note.show_text("As printed")
            self._rows.addRow("", box)

    def _add_title(self) -> None:
        self.title, self._title_note = TextEntry("Title"), PassageNote()
        self.title.committed.connect(self._correct_title)
        _add_passage(self._rows, "Title", self.title, self._title_note)

    def _add_trailer(self) -> None:
        self.trailer, self._trailer_note = TextEntry("End mark"), PassageNote()
        self.trailer.committed.connect(self._correct_trailer)
        _add_passage(self._rows, "End mark", self.trailer, self._trailer_note)

    def _add_field(self, key: str, caption: str) -> None:
        self.fields[key] = NormalisedField(key, caption, self._apply)
        add_row(self._rows, caption, self.fields[key], self.fields[key].entry)

    def _add_printed(self, entries: tuple[int, ...]) -> None:
        for entry in entries:
            self.printed[entry] = HeadingText(entry, self._apply)
            self._rows.addRow("", self.printed[entry])

    def _correct_title(self, text: str) -> None:
        self._apply(CorrectHeading(None, "text", text))
        self.title.restore()

    def _correct_trailer(self, text: str) -> None:
        self._apply(CorrectTrailer(text))
        self.trailer.restore()


def _add_passage(rows: QFormLayout, caption: str, entry: TextEntry, note: PassageNote) -> None:
    box = QWidget()
    box.setLayout(column(entry, note))
    add_row(rows, caption, box, entry)
