"""A titled part of the pane that can be folded."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.model.document import Document


class Section(QWidget):
    """Shows a part of the document below a heading; the heading folds and unfolds it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading = QToolButton()
        self._heading.setText(title)
        self._heading.setProperty("part", "heading")
        self._heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._heading.setCheckable(True)
        self._heading.setChecked(True)
        self._heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heading.toggled.connect(self._fold)
        self._body = QWidget()
        self.content = QVBoxLayout(self._body)
        self.content.setContentsMargins(12, 4, 12, 12)
        self.content.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self._body)
        self._fold(unfolded=True)

    def concerns(self, before: Document, after: Document) -> bool:
        """Whether what the section shows may differ between the two."""
        raise NotImplementedError

    def show_document(self, document: Document) -> None:
        """Show this document."""
        raise NotImplementedError

    def unfold(self) -> None:
        self._heading.setChecked(True)

    def _fold(self, unfolded: bool) -> None:
        self._body.setVisible(unfolded)
        arrow = Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow
        self._heading.setArrowType(arrow)
        state = "unfolded" if unfolded else "folded"
        self._heading.setAccessibleName(f"{self._heading.text()}, {state}")
