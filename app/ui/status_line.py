"""The line at the foot of the window: where the caret is, what stands there, what is left to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QWidget

from app.model.document import Document, Mark, Paragraph, Reviewer
from app.model.queries import Place, Tally, page_at, unsure_speaker
from app.model.redactions import paragraph_portion
from app.model.spans import PAGE_BREAK, PARAGRAPH_BREAK, Correction, Doubt, Hint
from app.model.standpoint import standpoint
from app.model.terms import CorrectionKind, Kind
from app.ui.labels import NamedLabel
from app.ui.portion_words import of_codes
from app.ui.tips import plain_tip
from app.ui.transcript.wording import of_act, of_whole

_SAID_OF = {
    CorrectionKind.OCR: "OCR read",
    CorrectionKind.TYPO: "Silent typo, source reads",
    CorrectionKind.CORRECTION: "Corrected in brackets, source reads",
    CorrectionKind.ADDITION: "Added in brackets, source reads",
}


class StatusLine(QStatusBar):
    """Shows texts made by the functions below, and over them what the desk has to say.

    That gives way to the place of the caret as soon as the person goes on to another.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setAccessibleName("Status")
        self.place = self._part("Place of the caret")
        self.speaker = self._part("Speaker")
        self.mark = self._part("Portion mark")
        self.reading = ElidedLabel("Original reading or hint at the caret")
        # It has what the others leave.
        self.reading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self.reading, 1)
        self._said_at: Place | None = None
        self.findings = ElidedLabel("Findings")
        self.reviewed = ElidedLabel("Progress")
        self.doubts = ElidedLabel("Doubtful words")
        self.second_review = ElidedLabel("State of the decisions")
        self.left_to_do = ElidedLabel("Left to do")
        self.state = ElidedLabel("State of the file", always_whole=True)
        for label in self._permanent:
            self.addPermanentWidget(label)

    def _part(self, title: str) -> ElidedLabel:
        label = ElidedLabel(title)
        self.addWidget(label)
        return label

    def say(self, message: str) -> None:
        """Show the sentence and have it spoken, without taking the keyboard.

        It stays until the person goes on, however long they read (WCAG 2.1, 2.2.1).
        """
        self._said_at = None
        self.showMessage(message)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    def show_caret(
        self, document: Document, at: int, offset: int, person: Reviewer | None = None
    ) -> None:
        """The facts of the place, as far as the person may see them. The first one after a message
        is where the message was said.
        """
        if self._said_at is None:
            self._said_at = (at, offset)
        elif self._said_at != (at, offset):
            self.clearMessage()
        paragraph = document.paragraphs[at]
        self.place.setText(place_text(document, (at, offset)))
        self.speaker.setText(speaker_text(document, paragraph))
        self.mark.setText(mark_text(paragraph.mark))
        withheld = withheld_text(document, person, at, offset) if person is not None else ""
        reading = reading_text(document, paragraph, offset)
        self.reading.setText(" · ".join(filter(None, (withheld, reading))))

    def show_state(self, tally: Tally, state: str) -> None:
        self.left_to_do.setText(tally_text(tally))
        self.state.setText(state)

    @property
    def _permanent(self) -> tuple[ElidedLabel, ...]:
        return (
            self.findings,
            self.doubts,
            self.second_review,
            self.left_to_do,
            self.reviewed,
            self.state,
        )

    def show_proofread(self, findings: str, reviewed: str) -> None:
        """How many findings are open, and what share is reviewed."""
        self.findings.setText(findings)
        self.reviewed.setText(reviewed)

    def show_doubts(self, count: int, under: int) -> None:
        """How many words are marked as doubtful: those of a certainty under so many percent."""
        self.doubts.setText(_count(count, "doubtful word", "doubtful words"))
        self.doubts.setToolTip(doubts_text(under))

    def show_nothing(self) -> None:
        """No document is open."""
        for label in (self.place, self.speaker, self.mark, *self._permanent):
            label.setText("")
        self.reading.setText("")


class ElidedLabel(NamedLabel):
    """One line that ends in "…" where it has no room; its tool tip has the whole.

    ``always_whole``: it takes the room that it needs from the others.
    """

    def __init__(self, title: str, *, always_whole: bool = False) -> None:
        super().__init__(title)
        self._always_whole = always_whole
        self.setContentsMargins(8, 0, 8, 0)

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self.setToolTip(plain_tip(text))

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return whole if self._always_whole else QSize(0, whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def place_text(document: Document, place: Place) -> str:
    page = page_at(document, *place)
    return f"Page {page.number} · Paragraph {place[0] + 1} of {len(document.paragraphs)}"


def speaker_text(document: Document, paragraph: Paragraph) -> str:
    proposed = " · to confirm" if unsure_speaker(paragraph) else ""
    if paragraph.kind is Kind.NARRATIVE:
        voice = document.person(paragraph.voice)
        return f"Narrative, reports {voice.name}{proposed}" if voice is not None else "Narrative"
    person = document.person(paragraph.speaker)
    name = person.name + proposed if person is not None else "Speaker not known"
    return f"{name}, continued" if paragraph.kind is Kind.CONTINUATION else name


def mark_text(mark: Mark | None) -> str:
    if mark is None or mark.level is None:
        return "No mark"
    text = mark.text + (", struck" if mark.struck else "")
    if mark.confirmed:
        return text
    return f"{text} · to confirm" + (f", read “{mark.reading}”" if mark.reading else "")


def withheld_text(document: Document, person: Reviewer, at: int, offset: int) -> str:
    """For which codes the words at the caret, or the portion, are withheld; "" where none are."""
    here, paragraph = standpoint(document, person), document.paragraphs[at]
    held = paragraph_portion(at, paragraph)
    whole = here.whole(held)
    said = [
        f"Withheld {of_codes(one.exemptions)}"
        for one in here.ranges(held, paragraph.id, paragraph.passage)
        if one.start <= offset <= one.end
    ]
    return " · ".join([of_whole(whole), *said] if whole is not None else said)


def reading_text(document: Document, paragraph: Paragraph, offset: int) -> str:
    """What the source reads at the caret where it was corrected, else a hint or a doubt there."""
    correction = paragraph.passage.correction_at(offset)
    if correction is not None:
        return correction_text(document, correction)
    spans = paragraph.passage.spans
    for span in spans:
        if isinstance(span, Doubt) and span.start <= offset <= span.end:
            return f"Uncertain reading ({span.certainty:.0%} sure)"
    return next((f"Hint: {span.message}" for span in spans if isinstance(span, Hint)), "")


def correction_text(document: Document, correction: Correction) -> str:
    """“OCR read “tbe” · A. Reviewer, 24 Nov 2026 10:02 CET”."""
    shown = correction.original.replace(PARAGRAPH_BREAK, " ¶ ").replace(PAGE_BREAK, " [page] ")
    if not correction.original:
        said = "Added: the source has nothing here"
    else:
        said = f"{_SAID_OF[correction.kind]} “{shown.strip() or shown}”"
    return f"{said} · {of_act(document, correction.act, joined=correction.joined)}"


def tally_text(tally: Tally) -> str:
    marks = _count(tally.marks, "mark to confirm", "marks to confirm")
    return " · ".join(filter(None, (marks, _count(tally.hints, "hint", "hints"))))


def doubts_text(under: int) -> str:
    """What the count of doubtful words means, and what it does not."""
    which = "than is usual in this source" if under >= 100 else f"and was less than {under} % sure"
    return (
        f"Words that the OCR engine read worse {which}. A word without a mark is one that nothing"
        " was said against: it may be wrong all the same."
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}" if number else ""
