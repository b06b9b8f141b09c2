"""The declassification stamp: its parts, and the block as printed."""

from __future__ import annotations

from app.checks.fields import field_problems
from app.model.document import Document
from app.model.terms import FurnitureKind, Place
from app.ui.labels import PlainLabel
from app.ui.metadata.normalised import NormalisedField
from app.ui.metadata.page_text import PageText
from app.ui.metadata.rows import Apply, add_row, form
from app.ui.metadata.section import Section

_PARTS = (
    ("stamp.authority", "Authority"),
    ("stamp.case", "Case"),
    ("stamp.initials", "Initials"),
    ("stamp.date", "Date"),
)


class StampSection(Section):
    """Authority, case number, initials and date, beside the printed lines."""

    def __init__(self, apply: Apply) -> None:
        super().__init__("Declassification stamp")
        rows = form()
        about = PlainLabel(
            "As the paper bears it. To declassify, use Declassify... (Declassify menu)."
        )
        about.setWordWrap(True)
        rows.addRow(about)
        self.fields: dict[str, NormalisedField] = {}
        for key, caption in _PARTS:
            name = f"{caption} of the stamp"
            self.fields[key] = NormalisedField(key, name, apply)
            add_row(rows, caption, self.fields[key], self.fields[key].entry)
        self.printed = PageText("Stamp as printed", FurnitureKind.STAMP, Place.BOTTOM, apply)
        add_row(rows, "As printed", self.printed)
        self.content.addLayout(rows)

    def concerns(self, before: Document, after: Document) -> bool:
        return before.metadata is not after.metadata or before.pages is not after.pages

    def show_document(self, document: Document) -> None:
        problems = field_problems(document)
        for field in self.fields.values():
            field.show_document(document, problems)
        self.printed.show_document(document)
