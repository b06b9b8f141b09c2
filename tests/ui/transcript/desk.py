"""A real pane over a real review, driven by real keys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest

from app.model.document import Document, Reviewer
from app.review import Review
from app.ui.transcript.pane import TranscriptPane
from app.ui.transcript.positions import Place

ANN = Reviewer("rev-ab", "Ann Baker", "AB")


class Clock:
    """Goes on two seconds at each look, so that no two edits are one step."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=2)
        return self.now


class Desk:
    """The pane, its review, and what a person does with keys."""

    def __init__(self, document: Document) -> None:
        self.review = Review(document, ANN, Clock())
        self.pane = TranscriptPane()
        self.pane.resize(900, 600)
        self.pane.set_review(self.review)
        self.editor = self.pane.editor
        self.refusals: list[str] = []
        self.pane.refused.connect(self.refusals.append)

    @property
    def texts(self) -> list[str]:
        """The document's paragraphs."""
        return [paragraph.text for paragraph in self.review.document.paragraphs]

    @property
    def blocks(self) -> list[str]:
        """What the widget shows."""
        texts = []
        block = self.editor.document().firstBlock()
        while block.isValid():
            texts.append(block.text())
            block = block.next()
        return texts

    def at(self, place: Place, to: Place | None = None) -> Desk:
        self.pane.place_caret(*place, select_to=to)
        return self

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> Desk:
        QTest.keyClick(self.editor, key, modifier)
        return self

    def type(self, text: str) -> Desk:
        QTest.keyClicks(self.editor, text)
        return self

    def compose(self, preedit: str, commit: str = "") -> Desk:
        """What an input method sends."""
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(self.editor, event)
        return self

    def paste(self, text: str) -> Desk:
        """As the widget does it; the clipboard belongs to the whole machine."""
        mime = QMimeData()
        mime.setText(text)
        if self.editor.canInsertFromMimeData(mime):
            self.editor.insertFromMimeData(mime)
        return self

    def drop(self, place: Place, text: str) -> Desk:
        """Words dragged in from another program."""
        mime = QMimeData()
        mime.setText(text)
        self.at(place)
        point = QPointF(self.editor.cursorRect().center())
        drop = QDropEvent(
            point,
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QEvent.Type.Drop,
        )
        self.editor.dropEvent(drop)
        return self
