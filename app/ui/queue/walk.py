"""Going through the queue: from thing to thing, doing what is decided."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.checks.alike import fixing
from app.checks.queue import Queue, Spot, Thing, by_paragraph
from app.model.document import Document
from app.model.edits import DismissFinding, Edit, EditRefused, JudgeWord
from app.model.queries import Place
from app.ui.commands.desk import Desk
from app.ui.dialogs.dismissal import ask_reason
from app.ui.findings.watch import Watch
from app.ui.queue.bar import QueueBar


class Walk(QObject):
    """Where the person is in the queue: at ``thing``, until they put the caret elsewhere."""

    finding_reached = Signal(object)

    def __init__(self, desk: Desk, watch: Watch, bar: QueueBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._watch = watch
        self._bar = bar
        self.thing: Thing | None = None
        self._document: Document | None = None
        self._caret: Place | None = None
        bar.accepted.connect(self.accept)
        bar.skipped.connect(lambda: self.go(1))
        bar.went_back.connect(lambda: self.go(-1))
        bar.dismissed.connect(self.dismiss)
        bar.judged_good.connect(self.judge_good)
        bar.left.connect(self.leave)

    def go(self, step: int) -> None:
        """To the next (1) or previous (-1) thing, from where the person is."""
        self._go_from(self._here(), step)

    def accept(self) -> None:
        """Do what is proposed, and go on."""
        thing = self._true_thing()
        if thing is None:
            return
        if thing.accept is None:
            self._desk.window.tell("Nothing is proposed for this; change the text, or dismiss it.")
        else:
            of_finding = thing.finding is not None
            self._decide(thing, fixing(thing.accept) if of_finding else thing.accept)

    def dismiss(self) -> None:
        """Let a finding stand, for a reason where one is needed; skip anything else. Go on."""
        thing = self._true_thing()
        if thing is None:
            return
        if thing.finding is None:
            self._go_from(thing.spot, 1)
        elif thing.dismiss is not None:
            self._decide(thing, thing.dismiss)
        else:
            reason = ask_reason(thing.says, self._desk.document, self._desk.window.dialog_parent)
            if reason:
                self._decide(thing, DismissFinding(*thing.finding.key, reason))

    def judge_good(self) -> None:
        """The unknown word is a good one in this document; go on."""
        thing = self._true_thing()
        if thing is not None and thing.finding is not None:
            self._decide(thing, JudgeWord(thing.finding.excerpt, "good"))

    def leave(self) -> None:
        """Close the bar; the keyboard goes to the text, at the thing."""
        self._bar.hide()
        self._desk.pane.setFocus()

    def forget(self) -> None:
        """Another document, or none."""
        self.thing = self._document = self._caret = None
        self._bar.hide()

    def _here(self) -> Spot:
        caret = self._desk.pane.selection()[0]
        if self.thing is not None and caret == self._caret:
            return self.thing.spot
        return Spot(*caret)

    def _queue(self) -> Queue:
        """Without findings while they are looked for the first time."""
        found = by_paragraph(self._watch.rows) if self._watch.finish() else {}
        doubts_under = self._desk.window.doubts_under / 100
        return Queue(self._desk.document, found, doubts_under)

    def _go_from(self, here: Spot, step: int) -> None:
        queue = self._queue()
        thing = queue.next_thing(here) if step > 0 else queue.previous_thing(here)
        self.thing = thing
        self._document = self._desk.document
        if thing is None:
            self._bar.show_done()
            return
        # Before the caret is placed: the bar takes room from the text, which must show it.
        self._bar.show_thing(thing)
        at, start, _ = thing.spot
        if at >= 0:
            to = (at, thing.end) if thing.end > start else None
            self._desk.pane.place_caret(at, start, select_to=to)
        self._caret = self._desk.pane.selection()[0]
        if thing.finding is not None:
            self.finding_reached.emit(thing.finding)

    def _true_thing(self) -> Thing | None:
        """The thing, as the document is now. Where it is gone, the next one is shown instead."""
        if self.thing is None or not self._bar.isVisible():
            self.go(1)
            return None
        if self._document is self._desk.document:
            return self.thing
        held = [one for one in self._queue().things_at(self.thing.spot.at) if self._is_same(one)]
        if not held:
            self.go(1)
            return None
        return held[0]

    def _is_same(self, other: Thing) -> bool:
        return self.thing is not None and (other.spot, other.says) == (
            self.thing.spot,
            self.thing.says,
        )

    def _decide(self, thing: Thing, edit: Edit) -> None:
        review = self._desk.review
        if review is None:
            return
        try:
            # As the bar's, so that the caret stays where the thing is.
            review.apply(edit, origin=self._bar)
        except EditRefused as refusal:
            self._desk.window.tell(str(refusal))
            return
        self._go_from(thing.spot, 1)
