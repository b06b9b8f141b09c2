"""The widget's text and the document's, kept the same: observe, read, diff, commit.

Qt says where its text changed, the blocks say what they read now, ``reconcile`` says which edit
that is, and the review does it or refuses. Then the blocks are compared with the document, which
may have decided otherwise, and the smallest change makes them read as it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from app.model.document import Document
from app.model.edits import Edit, EditRefused
from app.model.paragraphs import Difference
from app.model.reconcile import reconcile
from app.model.sanitise import sanitised
from app.review import Change, Review
from app.ui.transcript.editor import TranscriptEditor
from app.ui.transcript.filling import FIRST, Filling
from app.ui.transcript.positions import Place, units


class _Touched(NamedTuple):
    """Blocks from ``first`` on, but for the last ``untouched``, may read otherwise."""

    first: int
    untouched: int


class Synchronisation(QObject):
    """Keeps block *i* reading as paragraph *i*, for the paragraphs that are in the widget yet.

    It is the origin of no edit: that is ``origin``, the pane.
    """

    refused = Signal(str)
    settled = Signal()
    """The widget agrees with the document again after a change that began in the widget."""

    def __init__(self, editor: TranscriptEditor, origin: QWidget) -> None:
        super().__init__(origin)
        self._editor = editor
        self._text: QTextDocument = editor.document()
        self._origin = origin
        self._review: Review | None = None
        self._shown = 0
        self._touched: _Touched | None = None
        self._writing = False
        self._selection = (0, 0)
        self._filling = Filling(lambda: self._shown, self._count, self._add, self)
        self._text.contentsChange.connect(self._observe)
        self._text.contentsChanged.connect(self._commit)

    @property
    def idle(self) -> bool:
        """False while the widget and the document may disagree."""
        return self._touched is None and not self._writing

    def show(self, review: Review) -> None:
        """Put another document into the widget; the first screens are there on return."""
        self._review = review
        self._touched = None
        texts = _texts(review.document, 0, FIRST)
        self._writing = True
        self._editor.setPlainText("\n".join(texts))
        self._writing = False
        self._shown = len(texts)
        self._selection = (0, 0)
        self._filling.start()

    def fill_to(self, count: int) -> None:
        """Have at least ``count`` paragraphs in the widget."""
        self._filling.fill_to(count)

    def fill(self) -> None:
        """Have all paragraphs in the widget."""
        self._filling.fill()

    def note_selection(self) -> None:
        """The caret moved while nothing was being changed: where it goes after a refusal."""
        cursor = self._editor.textCursor()
        self._selection = (cursor.anchor(), cursor.position())

    # -- from the widget to the document ----------------------------------------------------------

    def _observe(self, position: int, removed: int, added: int) -> None:
        """Only *where* is to be trusted: Qt's counts may take in the last paragraph mark."""
        if self._writing:
            return
        last_position = self._text.characterCount() - 1
        first = self._text.findBlock(min(position, last_position)).blockNumber()
        last = self._text.findBlock(min(position + added, last_position)).blockNumber()
        untouched = self._text.blockCount() - 1 - last
        if self._touched is not None:
            first = min(first, self._touched.first)
            untouched = min(untouched, self._touched.untouched)
        self._touched = _Touched(first, untouched)

    def _commit(self) -> None:
        if self._writing or self._touched is None or self._review is None:
            return
        first, untouched = self._touched
        before = self._review.document
        stop = max(first, self._shown - untouched)
        held = self._read(first, self._text.blockCount() - untouched)
        lines, caret = self._as_typed(first, held)
        accepted = False
        try:
            edit = reconcile(_texts(before, first, stop), lines, first, caret)
            accepted = edit is None or self._ask(edit)
        finally:
            # Also after a mistake of the program: the widget never reads otherwise for long.
            after = self._review.document
            grown = len(after.paragraphs) - len(before.paragraphs)
            self._write(first, held, _texts(after, first, stop + grown))
            self._shown += grown
            self._touched = None
        if not accepted:
            self._editor.select(*self._selection)
        self.settled.emit()

    def _ask(self, edit: Edit) -> bool:
        assert self._review is not None
        try:
            self._review.apply(edit, origin=self._origin)
        except EditRefused as refusal:
            self.refused.emit(str(refusal))
            return False
        return True

    def _read(self, first: int, stop: int) -> list[str]:
        """What the blocks read."""
        texts: list[str] = []
        block = self._text.findBlockByNumber(first)
        while block.isValid() and len(texts) < stop - first:
            texts.append(self._whole(block))
            block = block.next()
        return texts

    def _whole(self, block: QTextBlock) -> str:
        """The block's text, after making it one that Python can hold.

        Half a surrogate pair or U+FFFE, which a broken input method may leave, vanishes on the way
        to Python and would make every position after it wrong.
        """
        text = block.text()
        if block.length() - 1 != units(text):
            cursor = QTextCursor(block)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            self._insert(cursor, text)
        return text

    def _as_typed(self, first: int, held: Sequence[str]) -> tuple[list[str], Place | None]:
        """The blocks as lines a document can hold, and the place of the caret in them."""
        at, offset = self._editor.caret()
        lines: list[str] = []
        caret = None
        for number, text in enumerate(held, first):
            if number == at:
                until = sanitised(text[:offset]).split("\n")
                caret = len(lines) + len(until) - 1, len(until[-1])
            lines += sanitised(text).split("\n")
        return lines, caret

    # -- from the document to the widget ----------------------------------------------------------

    def follow(self, change: Change) -> None:
        """Make the widget read as the document after a change.

        The caret goes where the change was, unless another pane asked for it: then the person is
        looking elsewhere.
        """
        if self._touched is not None:
            return  # It began here, and is being committed.
        difference = change.before.paragraphs.difference(change.after.paragraphs)
        if difference.empty or (difference.start >= self._shown < len(change.before.paragraphs)):
            return
        start, old_stop, new_stop = self._in_widget(difference, change)
        position = self._write(
            start,
            _texts(change.before, start, old_stop),
            _texts(change.after, start, new_stop),
        )
        self._shown = self._text.blockCount()
        if not isinstance(change.origin, QWidget):
            self._show_change(position, difference.start, difference.new_stop)

    def _in_widget(self, difference: Difference, change: Change) -> Difference:
        """The part that is in the widget, with a paragraph beside it where there is nothing else.

        What is cut off is put in by the filling, which is then still at work.
        """
        start, old_stop, new_stop = difference
        grown = new_stop - old_stop
        if old_stop > self._shown:
            old_stop = self._shown
            new_stop = max(start, min(new_stop, self._shown + grown))
        if start in (old_stop, new_stop):
            if start:
                start -= 1
            else:
                old_stop, new_stop = old_stop + 1, new_stop + 1
        return Difference(start, old_stop, new_stop)

    def _show_change(self, position: int | None, start: int, stop: int) -> None:
        """The caret to the end of what reads otherwise, or into the paragraphs that changed."""
        at = self._editor.textCursor().blockNumber()
        if position is None and not start <= at < stop:
            position = self._text.findBlockByNumber(start).position()
        if position is not None:
            self._editor.select(position, position)
            self._editor.ensureCursorVisible()

    def _write(self, first: int, held: Sequence[str], wanted: Sequence[str]) -> int | None:
        """Blocks from ``first`` on, which read ``held``, are made to read ``wanted``.

        Returns the end of what changed first, as a position of Qt's; None where nothing did.
        """
        if held == wanted:
            return None
        if len(held) == len(wanted):
            stretches = [
                (first + at, old, new)
                for at, (old, new) in enumerate(zip(held, wanted, strict=True))
                if old != new
            ]
        else:
            same = _shared(held, wanted)
            rest = _shared(held[same:][::-1], wanted[same:][::-1])
            low, high = same, rest
            if same + rest == min(len(held), len(wanted)):
                # A line cannot be put in or taken out without one beside it.
                low, high = (same - 1, rest) if same else (same, rest - 1)
            stretches = [
                (
                    first + low,
                    "\n".join(held[low : len(held) - high]),
                    "\n".join(wanted[low : len(wanted) - high]),
                )
            ]
        return self._replace(stretches)

    def _replace(self, stretches: Sequence[tuple[int, str, str]]) -> int:
        """In each (block, old text, new text) the smallest stretch that differs."""
        ends = []
        edit = QTextCursor(self._text)
        self._writing = True
        edit.beginEditBlock()
        for number, old, new in stretches:
            head = _shared(old, new)
            tail = _shared(old[head:][::-1], new[head:][::-1])
            position = self._text.findBlockByNumber(number).position() + units(old[:head])
            cursor = QTextCursor(self._text)
            cursor.setPosition(position)
            cursor.setPosition(
                position + units(old[head : len(old) - tail]), QTextCursor.MoveMode.KeepAnchor
            )
            cursor.insertText(new[head : len(new) - tail])
            ends.append(cursor.position())
        edit.endEditBlock()
        self._writing = False
        return ends[0]

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        self._writing = True
        cursor.insertText(text)
        self._writing = False

    # -- filling ----------------------------------------------------------------------------------

    def _count(self) -> int:
        return len(self._review.document.paragraphs) if self._review is not None else 0

    def _add(self, start: int, stop: int) -> None:
        """Paragraphs on the end; a caret that is there stays before them."""
        assert self._review is not None
        texts = _texts(self._review.document, start, stop)
        selection = self._editor.textCursor()
        anchor, position = selection.anchor(), selection.position()
        cursor = QTextCursor(self._text)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        end = cursor.position()
        self._insert(cursor, "".join(f"\n{text}" for text in texts))
        self._shown += len(texts)
        if end in (anchor, position):
            self._editor.select(anchor, position)


def _texts(document: Document, start: int, stop: int) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs[start:stop]]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines, or characters, both begin with."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count
