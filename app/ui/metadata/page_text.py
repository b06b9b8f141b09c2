"""Lines of the pages that are fields of the memorandum: letterhead, log number, stamp."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.model.document import Document, Furniture
from app.model.edits import AddFurniture, CorrectFurniture, Edit, RemoveFurniture
from app.model.terms import FurnitureKind, Place
from app.ui.metadata.entry import TextEntry
from app.ui.metadata.rows import Apply, PassageNote, column


@dataclass(frozen=True, slots=True)
class _Line:
    page: str
    index: int
    piece: Furniture


class _LineEditor(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.entry = TextEntry(name, many_lines=True)
        self.note = PassageNote()
        self.setLayout(column(self.entry, self.note))


class PageText(QWidget):
    """All lines of one kind, each to be corrected; an empty field where there is none, to add
    one to the first page.
    """

    def __init__(self, name: str, kind: FurnitureKind, place: Place, apply: Apply) -> None:
        super().__init__()
        self._name, self._kind, self._place, self._apply = name, kind, place, apply
        self._document: Document | None = None
        self._editors: list[_LineEditor] = []
        self.setLayout(column())

    @property
    def entries(self) -> tuple[TextEntry, ...]:
        return tuple(editor.entry for editor in self._editors)

    def show_document(self, document: Document) -> None:
        self._document = document
        lines = self._lines()
        self._make_editors(max(1, len(lines)))
        for at, editor in enumerate(self._editors):
            passage = lines[at].piece.text if at < len(lines) else None
            editor.entry.show_text(passage.text if passage is not None else "")
            editor.note.show_passage(passage)

    def _make_editors(self, count: int) -> None:
        while len(self._editors) > count:
            editor = self._editors.pop()
            editor.hide()
            editor.deleteLater()
        while len(self._editors) < count:
            at = len(self._editors)
            editor = _LineEditor(self._name if at == 0 else f"{self._name}, line {at + 1}")
            editor.entry.committed.connect(lambda text, at=at: self._keep(at, text))
            self._editors.append(editor)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(editor)
            editor.show()

    def _lines(self) -> list[_Line]:
        if self._document is None:
            return []
        return [
            _Line(page.id, index, piece)
            for page in self._document.pages
            for index, piece in enumerate(page.furniture)
            if piece.kind is self._kind
        ]

    def _keep(self, at: int, text: str) -> None:
        editor = self._editors[at]
        self._apply(self._edit(at, text))
        editor.entry.restore()

    def _edit(self, at: int, text: str) -> Edit:
        lines = self._lines()
        assert self._document is not None
        if at >= len(lines):
            return AddFurniture(self._document.pages[0].id, self._kind, self._place, text)
        line = lines[at]
        if not text and not line.piece.text.witness:
            return RemoveFurniture(line.page, line.index)
        return CorrectFurniture(line.page, line.index, text)
