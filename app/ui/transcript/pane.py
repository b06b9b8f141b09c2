"""The transcript pane: text, gutters and page rules of the document under review."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.document import Document, Page, Paragraph
from app.model.doubts import threshold_of
from app.model.edits import Compound, CorrectText, Edit, EditRefused, ReplaceText
from app.model.paragraphs import Difference, Paragraphs
from app.model.passage import Passage
from app.model.terms import Kind
from app.review import Change, Review
from app.spelling.speller import Speller
from app.ui.theme import LIGHT, Theme, palette_of
from app.ui.transcript import wording
from app.ui.transcript.editor import TranscriptEditor
from app.ui.transcript.gutter import Gutter
from app.ui.transcript.marks import MarkGutter
from app.ui.transcript.positions import Place, ends_of, place_of, position_of
from app.ui.transcript.repaint import gutters_differ, rooms_differ
from app.ui.transcript.scene import Scene
from app.ui.transcript.speakers import SpeakerGutter
from app.ui.transcript.spelling import Range, Spelling
from app.ui.transcript.synchronisation import Synchronisation

MEASURE = 96
"""Longest line of text, in average characters: longer ones are hard to read."""


class TranscriptPane(QWidget):
    """Shows a review's paragraphs and turns what people do to them into edits."""

    caret_moved = Signal()
    refused = Signal(str)
    speaker_requested = Signal(int)
    mark_requested = Signal(int)
    page_requested = Signal(str)
    zoom_requested = Signal(int)
    """Larger (1) or smaller (-1) text, please: the window decides, and remembers it."""
    menu_requested = Signal(str, QPoint)
    """The menu of "speakers", "transcript" or "marks", at a point of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._showing = 0
        self._scene = Scene(_blank_document(), LIGHT, self.font())
        self._spelling = Spelling()
        self.editor = TranscriptEditor(self._scene, self._spelling, self)
        self.speakers = SpeakerGutter(self._scene, self.editor, self)
        self.marks = MarkGutter(self._scene, self.editor, self)
        self._synchronisation = Synchronisation(self.editor, self)
        self._noted: tuple[int, int, int] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.editor)
        self.speakers.raise_()
        self.marks.raise_()
        self.setFocusProxy(self.editor)
        QWidget.setTabOrder(self.speakers, self.editor)
        QWidget.setTabOrder(self.editor, self.marks)
        self._connect()
        self._apply_zoom()
        self.set_theme(LIGHT)

    def _connect(self) -> None:
        editor = self.editor
        editor.cursorPositionChanged.connect(self._note_place)
        editor.selectionChanged.connect(self._note_place)
        editor.resized.connect(self._place_gutters)
        editor.zoom_requested.connect(self.zoom_requested)
        editor.menu_requested.connect(partial(self.menu_requested.emit, "transcript"))
        editor.end_requested.connect(self._synchronisation.fill)
        editor.text_dropped.connect(self._move_selection)
        editor.page_requested.connect(self.page_requested)
        self._synchronisation.settled.connect(self.editor.ensureCursorVisible)
        self._synchronisation.settled.connect(self._note_place)
        self._synchronisation.refused.connect(self.refused)
        self.speakers.requested.connect(self._request_speaker)
        self.marks.requested.connect(self._request_mark)
        for name, gutter in (("speakers", self.speakers), ("marks", self.marks)):
            gutter.step_requested.connect(self._step)
            gutter.chosen.connect(self._make_current)
            gutter.menu_requested.connect(partial(self.menu_requested.emit, name))
            gutter.page_requested.connect(self.page_requested)

    @property
    def _gutters(self) -> tuple[Gutter, Gutter]:
        return self.speakers, self.marks

    # -- what is shown ----------------------------------------------------------------------------

    def set_review(self, review: Review) -> None:
        """Show another document; the caret is at its beginning."""
        self._review = review
        self._showing += 1
        showing = self._showing
        self._scene.document = review.document
        self._scene.set_reviewer(review.reviewer)
        self._noted = None
        self.editor.found.clear()
        self._synchronisation.show(review)
        # Listeners stay as long as the review, which may be shown again.
        review.subscribe(lambda change: self._follow(change) if showing == self._showing else None)
        self.editor.renew_rooms()
        self._place_gutters()
        self._note_place()

    def follow_person(self) -> None:
        """Another person reviews, who may see other things withheld."""
        if self._review is not None:
            self._scene.set_reviewer(self._review.reviewer)
            self.editor.renew_rooms()
            self._repaint()
            self._describe()

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._scene.theme = theme
        # To the viewport too: where the application has a style sheet it does not get its parent's.
        for widget in (self.editor, self.editor.viewport()):
            widget.setPalette(palette_of(theme))
        self._repaint()

    def set_doubts_under(self, percent: int) -> None:
        """Mark the words that were read with less certainty than this."""
        self._scene.doubts_under = threshold_of(percent)
        self.editor.viewport().update()

    def set_speller(self, speller: Speller) -> None:
        """Mark the words that it does not know."""
        self._spelling.set_speller(speller)
        self.editor.viewport().update()

    def unknown_word(self, at: int, offset: int) -> tuple[Range, tuple[str, ...]] | None:
        """The unknown word at the place, and what it may be, likeliest first; None for none."""
        document = self._scene.document
        text = document.paragraphs[at].text
        word = self._spelling.unknown_at(document, text, offset)
        speller = self._spelling.speller_of(document)
        if word is None or speller is None:
            return None
        return word, speller.suggestions(text[word[0] : word[1]])

    def show_matches(self, matches: tuple[tuple[int, int, int], ...]) -> None:
        """Paint these places (paragraph, start, end) as found, and no others.

        Those in a paragraph whose text changes go by themselves.
        """
        found: dict[int, tuple[tuple[int, int], ...]] = defaultdict(tuple)
        for at, start, end in matches:
            found[at] += ((start, end),)
        self.editor.found = dict(found)
        self.editor.viewport().update()

    # -- the caret --------------------------------------------------------------------------------

    def caret(self) -> Place:
        """The paragraph and the offset in it, in code points."""
        return self.editor.caret()

    def selection(self) -> tuple[Place, Place]:
        """Where the selection begins and ends; equal where nothing is selected."""
        return ends_of(self.editor.textCursor())

    def selected_paragraphs(self) -> tuple[int, ...]:
        """Those of which something is selected; with no selection the one with the caret."""
        (start, _), (end, offset) = self.selection()
        paragraph = self._scene.paragraph(end)
        if end > start and offset == 0 and paragraph is not None and paragraph.text:
            end -= 1
        return tuple(range(start, end + 1))

    def place_caret(self, at: int, offset: int, *, select_to: Place | None = None) -> None:
        """Put the caret there, or select from there to ``select_to``, and bring it into view.

        The keyboard stays where it is.
        """
        self._synchronisation.fill_to(max(at, select_to[0] if select_to else 0) + 1)
        text = self.editor.document()
        start = position_of(text, (at, offset))
        self.editor.select(start, start if select_to is None else position_of(text, select_to))
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """In the middle, with what stands around it, where it was not in view or at the edge."""
        edge = 2 * round(self._scene.line)
        view = self.editor.viewport().rect().adjusted(0, edge, 0, -edge)
        if not view.contains(self.editor.cursorRect()):
            self.editor.centerCursor()

    # -- commands ---------------------------------------------------------------------------------

    def cut(self) -> None:
        self.editor.cut()

    def copy(self) -> None:
        self.editor.copy()

    def paste(self) -> None:
        self.editor.paste()

    def select_all(self) -> None:
        self._synchronisation.fill()
        self.editor.selectAll()

    def set_zoom(self, percent: int) -> None:
        """Text in percent of the desktop's text size."""
        self._scene.set_zoom(percent / 100)
        self._apply_zoom()

    def focus_speakers(self) -> None:
        """The keyboard goes to the left gutter, at the paragraph with the caret."""
        self.speakers.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_marks(self) -> None:
        """The keyboard goes to the right gutter, at the paragraph with the caret."""
        self.marks.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- following the document and the caret -----------------------------------------------------

    def _follow(self, change: Change) -> None:
        typed = not self._synchronisation.idle
        self._scene.document = change.after
        difference = change.before.paragraphs.difference(change.after.paragraphs)
        self._synchronisation.follow(change)
        self._forget_found(difference)
        if rooms_differ(change, difference):
            self.editor.renew_rooms()
        if change.before.people is not change.after.people:
            self._place_gutters()
        if not typed or gutters_differ(change, difference):
            self._repaint()
            self._describe()
        elif self.speakers.has_signs(change.after.paragraphs[difference.start]):
            self.speakers.update()
        self._note_place()

    def _forget_found(self, difference: Difference) -> None:
        """Places found in text that reads otherwise now."""
        found = self.editor.found
        start, old_stop, new_stop = difference
        if found and not difference.empty:
            stop = (
                old_stop
                if old_stop == new_stop
                else len(self._scene.document.paragraphs) + old_stop
            )
            self.editor.found = {
                at: places for at, places in found.items() if not start <= at < stop
            }

    def _note_place(self) -> None:
        """Tell others once of each move of the caret, when the widget agrees with the document."""
        if not self._synchronisation.idle:
            return
        cursor = self.editor.textCursor()
        place = cursor.anchor(), cursor.position(), cursor.blockNumber()
        if place == self._noted:
            return
        other_paragraph = self._noted is None or place[2] != self._noted[2]
        self._noted = place
        self._synchronisation.note_selection()
        if other_paragraph:
            self._repaint()
            self._describe()
        self.caret_moved.emit()

    def _describe(self) -> None:
        """What a screen reader says of the paragraph with the caret."""
        at = self.editor.textCursor().blockNumber()
        if self._scene.paragraph(at) is not None:
            self.editor.setAccessibleDescription(wording.of_paragraph(self._scene, at))

    def _repaint(self) -> None:
        self.editor.viewport().update()
        for gutter in self._gutters:
            gutter.update()

    # -- what the gutters and the pointer ask for -------------------------------------------------

    def _request_speaker(self, at: int) -> None:
        self._make_current(at)
        self.speaker_requested.emit(at)

    def _request_mark(self, at: int) -> None:
        self._make_current(at)
        self.mark_requested.emit(at)

    def _make_current(self, at: int) -> None:
        """A cell that is clicked in a selection of several paragraphs leaves it."""
        if at not in self.selected_paragraphs():
            self.place_caret(at, 0)

    def _step(self, by: int, extend: bool) -> None:
        at = self.caret()[0]
        self._synchronisation.fill_to(at + by + 1)
        to = max(0, min(at + by, self.editor.document().blockCount() - 1))
        if not extend:
            self.place_caret(to, 0)
            return
        start = self.editor.anchor()[0]
        ends = (0, self._length(to)) if to >= start else (self._length(start), 0)
        self.place_caret(start, ends[0], select_to=(to, ends[1]))

    def _length(self, at: int) -> int:
        return len(self._scene.document.paragraphs[at].text)

    def _move_selection(self, position: int) -> None:
        """The selected words go to a position of Qt's: the two changes are one step of history."""
        text = self.editor.document()
        start, end = self.selection()
        place = place_of(text, position)
        if self._review is None or start <= place <= end:
            return
        insertion = _replacement(place, place, self.editor.selected_lines())
        removal = _replacement(start, end, ("",))
        # The later one first, so that the place of the other stays true.
        edits = (insertion, removal) if place > end else (removal, insertion)
        from_end = text.characterCount() - position
        try:
            self._review.apply(Compound("Move Text", edits), origin=self)
        except EditRefused as refusal:
            self.refused.emit(str(refusal))
            return
        caret = text.characterCount() - from_end if place > end else position
        self.editor.select(caret, caret)

    # -- measures ---------------------------------------------------------------------------------

    def _apply_zoom(self) -> None:
        self.editor.setFont(self._scene.font)
        self.editor.document().setDocumentMargin(self._scene.length(8))
        self.editor.renew_rooms()
        self._place_gutters()

    def _place_gutters(self) -> None:
        """Gutters on both sides of a column of text that is no wider than can be read well."""
        editor, scene = self.editor, self._scene
        margins = editor.viewportMargins()
        total = editor.viewport().width() + margins.left() + margins.right()
        left, right = (round(gutter.natural_width()) for gutter in self._gutters)
        measure = scene.metrics.averageCharWidth() * MEASURE
        spare = max(0, round(total - left - right - measure))
        editor.setViewportMargins(left + spare // 2, 0, right + spare - spare // 2, 0)
        area = editor.viewport().geometry()
        self.speakers.setGeometry(0, area.top(), area.left(), area.height())
        self.marks.setGeometry(
            area.right() + 1, area.top(), right + spare - spare // 2, area.height()
        )
        self._repaint()


def _replacement(start: Place, end: Place, lines: tuple[str, ...]) -> Edit:
    if start[0] == end[0] and len(lines) == 1:
        return CorrectText(start[0], start[1], end[1], lines[0])
    return ReplaceText(start, end, lines)


def _blank_document() -> Document:
    """What is shown before there is a review."""
    paragraph = Paragraph("blank", Kind.NARRATIVE, Passage())
    return Document(Paragraphs((paragraph,)), (Page("blank", 1),))
