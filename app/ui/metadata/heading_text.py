"""What the head prints, in quiet text beside the normalised fields, with a way to correct it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from app.model.document import Document
from app.model.edits import CorrectHeading
from app.ui.metadata.entry import TextEntry
from app.ui.metadata.rows import Apply, Note, PassageNote, column


class HeadingText(QWidget):
    """An entry of the head as printed; unfolds into editors of its label and its text."""

    def __init__(self, entry: int, apply: Apply) -> None:
        super().__init__()
        self.entry = entry
        self._apply = apply
        self.caption = Note()
        self.label = TextEntry("Label as printed", many_lines=True)
        self.text = TextEntry("Text as printed", many_lines=True)
        self._label_note, self._text_note = PassageNote(), PassageNote()
        self.toggle = QToolButton()
        self.toggle.setText("Edit as printed")
        self.toggle.setProperty("part", "disclosure")
        self.toggle.setCheckable(True)
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggle.toggled.connect(self._unfold)
        self.label.committed.connect(lambda text: self._correct("label", self.label, text))
        self.text.committed.connect(lambda text: self._correct("text", self.text, text))
        self._editors = QWidget()
        self._editors.setLayout(column(self.label, self._label_note, self.text, self._text_note))
        self.setLayout(column(self.caption, self.toggle, self._editors, spacing=2))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._unfold(False)

    def show_document(self, document: Document) -> None:
        entry = document.heading.entries[self.entry]
        corrected = entry.label.corrections or entry.text.corrections
        sign = "  ✎ corrected" if corrected else ""
        self.caption.show_text(f"Printed: {entry.text.text}{sign}")
        name = " ".join(entry.label.text.split()).rstrip(":")
        self.toggle.setAccessibleName(f"Edit {name} as printed")
        self.label.show_text(entry.label.text)
        self.text.show_text(entry.text.text)
        self._label_note.show_passage(entry.label)
        self._text_note.show_passage(entry.text)

    def _unfold(self, unfolded: bool) -> None:
        self._editors.setVisible(unfolded)
        arrow = Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow
        self.toggle.setArrowType(arrow)

    def _correct(self, part: Literal["label", "text"], editor: TextEntry, text: str) -> None:
        self._apply(CorrectHeading(self.entry, part, text))
        editor.restore()
