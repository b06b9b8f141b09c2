"""The overall classification: what the paper bore, what follows from the portions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton

from app.model.classification import Overall, computed, overall
from app.model.document import Document
from app.model.edits import OverrideClassification, ReviseOriginalLevel
from app.model.queries import page_at
from app.model.terms import Level
from app.ui.dialogs.override import override_classification
from app.ui.labels import PlainLabel
from app.ui.local_time import local_time
from app.ui.metadata.rows import Apply, Choice, Note, add_row, form
from app.ui.metadata.section import Section

NO_LEVEL = "No portion is marked"


class ClassificationSection(Section):
    """Shows the overall level and why it is so; overrides it."""

    paragraph_requested = Signal(int)
    entry_requested = Signal(int)

    def __init__(self, apply: Apply) -> None:
        super().__init__("Classification")
        self._apply = apply
        self._document: Document | None = None
        self._found = Overall(None)
        self.level = PlainLabel()
        font = self.level.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self.level.setFont(font)
        self.level.setWordWrap(True)
        self.reason = Note()
        self.portion = QPushButton()
        self.portion.setProperty("part", "link")
        self.portion.clicked.connect(self._request_portion)
        self.content.addWidget(self.level)
        self.content.addWidget(self.reason)
        self.content.addLayout(self._facts())
        self.content.addLayout(self._buttons())

    def concerns(self, before: Document, after: Document) -> bool:
        return (
            before.metadata.override is not after.metadata.override
            or before.metadata.original_level is not after.metadata.original_level
            or before.heading is not after.heading
            or before.reviewers is not after.reviewers
        )

    def show_document(self, document: Document) -> None:
        self._document = document
        self._found = computed(document)
        level, override = overall(document), document.metadata.override
        self.level.setText(_named(level))
        self.level.setAccessibleName(f"Overall classification: {_named(level)}")
        who = {reviewer.id: reviewer.name for reviewer in document.reviewers}
        self.reason.show_text(
            f"Override by {who.get(override.act.by, override.act.by)}, "
            f"{local_time(override.act.when)}: {override.reason}"
            if override is not None
            else ""
        )
        self.original.show_value(document.metadata.original_level)
        self.from_portions.setText(_named(self._found.level))
        self.portion.setText(_where(document, self._found))
        self.portion.setVisible(self._found.level is not None)
        self.take_back.setVisible(override is not None)

    def _facts(self) -> QFormLayout:
        levels = ((level.value, level) for level in Level)
        self.original = Choice("Classification on the paper", [("Not stated", None), *levels])
        self.original.activated.connect(self._revise_original)
        self.from_portions = PlainLabel()
        self.from_portions.setProperty("part", "caption")
        facts = form()
        facts.setVerticalSpacing(4)
        add_row(facts, "On the paper", self.original, self.original)
        add_row(facts, "By portions", self.from_portions)
        facts.addRow("", self.portion)
        return facts

    def _buttons(self) -> QHBoxLayout:
        override = QPushButton("Override…")
        override.setAccessibleName("Override the overall classification")
        override.clicked.connect(self._override)
        self.override = override
        self.take_back = QPushButton("Take Back Override")
        self.take_back.clicked.connect(lambda: self._apply(OverrideClassification(None)))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(override)
        buttons.addWidget(self.take_back)
        buttons.addStretch()
        return buttons

    def _revise_original(self, _row: int) -> None:
        self._apply(ReviseOriginalLevel(self.original.currentData()))

    def _override(self) -> None:
        if self._document is None:
            return
        edit = override_classification(self._document, self)
        if edit is not None:
            self._apply(edit)

    def _request_portion(self) -> None:
        if self._found.paragraph is not None:
            self.paragraph_requested.emit(self._found.paragraph)
        elif self._found.entry is not None:
            self.entry_requested.emit(self._found.entry)


def _named(level: Level | None) -> str:
    return level.value if level is not None else NO_LEVEL


def _where(document: Document, found: Overall) -> str:
    """Which portion is responsible, in words."""
    if found.level is None:
        return ""
    if found.paragraph is not None:
        page = page_at(document, found.paragraph, 0).number
        return f"from paragraph {found.paragraph + 1} on page {page} ({found.level.name})"
    label = document.heading.entries[found.entry or 0].label.text
    return f"from {' '.join(label.split()).rstrip(':')} in the head ({found.level.name})"
