"""The laws of the record over any day's work: edit, undo, save, crash, recover, reopen, merge.

A state machine of Hypothesis, with the storage as the window has it.
``python -m tests.reliability.laws [DAYS [STEPS]]`` tries so many days of as many steps at most.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app import tei
from app.model.document import Document, Reviewer
from app.model.edits import EditRefused
from app.model.edits.whole import TakeDocument
from app.model.witness import body_witness
from app.review import Review
from app.storage.atomic import FileState
from app.storage.history_chain import verified
from app.storage.journal import Base, Journal
from app.storage.recorded_save import save_recorded
from app.storage.recovery import left_behind, recover
from app.storage.versions import find
from tests.builders import document as built
from tests.invariants import assert_sound
from tests.model.steps import Step, edit_of, steps

ADA = Reviewer("rev-ab", "Ada B.", "AB")


class Work(RuleBasedStateMachine):
    """A working file on the disk, its review and its journal."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._file = Path(self._folder.name) / "memorandum.xml"
        start = built("Ann: Good morning. (U)", "Bob: Thank you, Ann. (C)", "He left.")
        save_recorded(Review(start, ADA).to_save(), self._file, None, by=ADA.name, number=0)
        self._open()
        self._witness = body_witness(self._review.document)

    def _open(self, *, recovered: bool = False) -> None:
        content = self._file.read_bytes()
        self._state = FileState.of(content)
        self._review = Review(tei.read(content), ADA)
        if recovered:
            found = recover(self._file, self._find).document
            self._review.apply(TakeDocument("Recover Work", found))
        base = Base(self._state.digest)
        self._journal = Journal(self._file, base, self._review, recovered=recovered)

    @rule(work=steps)
    def edit(self, work: list[Step]) -> None:
        for step in work[:5]:
            with suppress(EditRefused):
                self._review.apply(edit_of(step, self._review.document))

    @rule()
    def undo(self) -> None:
        with suppress(IndexError):
            self._review.undo()

    @rule()
    def redo(self) -> None:
        with suppress(IndexError):
            self._review.redo()

    @rule()
    def save(self) -> None:
        reviewed, number = self._review.document, self._review.state
        done = save_recorded(
            self._review.to_save(),
            self._file,
            self._state,
            by=ADA.name,
            number=number,
            journal=self._journal,
            kept=2,
        )
        assert done.complaint == ""
        self._review.mark_saved(reviewed, done.document)
        self._state = done.state

    @rule()
    def close_and_reopen(self) -> None:
        if self._review.modified:
            self.save()
        before = self._review.document
        self._journal.close()
        assert not left_behind(self._file)
        self._open()
        assert _same(self._review.document, before)

    @rule()
    def crash_and_recover(self) -> None:
        """What is on the disk at that moment is all there is, in a folder of its own."""
        self._journal.flush()
        before, modified = self._review.document, self._review.modified
        dead, folder = self._journal, self._folder
        self._folder = tempfile.TemporaryDirectory()
        self._file = Path(self._folder.name) / self._file.name
        shutil.copytree(folder.name, self._folder.name, dirs_exist_ok=True)
        dead.close()
        folder.cleanup()
        assert left_behind(self._file) or not modified
        self._open(recovered=left_behind(self._file))
        assert _same(self._review.document, before)

    def _find(self, digest: str) -> bytes | None:
        return find(self._file, digest)

    @precondition(lambda self: self._review.undo_name is not None)
    @rule()
    def undo_to_the_start_and_back(self) -> None:
        before, times = self._review.document, 0
        while self._review.undo_name is not None:
            self._review.undo()
            times += 1
        for _ in range(times):
            self._review.redo()
        assert self._review.document is before

    @invariant()
    def the_record_is_not_falsified(self) -> None:
        assert body_witness(self._review.document) == self._witness
        assert_sound(self._review.document)

    @invariant()
    def what_would_be_saved_reads_the_same(self) -> None:
        document = self._review.document
        assert _same(tei.read(tei.write(document)), document)

    @invariant()
    def the_file_is_whole_and_its_chain_intact(self) -> None:
        content = self._file.read_bytes()
        assert body_witness(tei.read(content)) == self._witness
        assert verified(content).intact

    def teardown(self) -> None:
        self._journal.close()
        self._folder.cleanup()


def _same(one: Document, other: Document) -> bool:
    """But for who saved it when, and for the next free number, which only grows."""
    one, other = (replace(held, revisions=(), reviewers=(), serial=0) for held in (one, other))
    return one == other


def any_days(days: int, steps: int) -> settings:
    """So many days of so many steps at most, other ones each time but in CI."""
    return settings(
        max_examples=days,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )


def main(days: int = 5_000, steps: int = 100) -> None:
    start = time.monotonic()
    run_state_machine_as_test(Work, settings=any_days(days, steps))
    print(f"{days:,} days of {steps} steps: all laws hold ({time.monotonic() - start:.0f} s)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
