"""The journal as it is written: what a crash at that moment would leave."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import tei
from app.model import edits
from app.model.document import Document, Reviewer
from app.model.edits.whole import TakeDocument
from app.model.terms import Level
from app.review import Review
from app.storage import journal as journal_module
from app.storage.atomic import FileState, save_bytes
from app.storage.companions import Companion, companion
from app.storage.journal import Base, Journal, JournalLeft
from app.storage.recovery import NotRecovered, discard, left_behind, recover
from tests.model.records import awkward
from tests.model.steps import Step, edit_of, steps
from tests.storage.waiting import until

REVIEWER = Reviewer("rev-ab", "A. Reviewer", "AB")
START = datetime(2026, 11, 24, 10, tzinfo=UTC)


def review_of(document: Document, seconds: float = 0.4) -> Review:
    """Its clock ticks so that some typing is merged in the history."""
    ticks = count()
    return Review(document, REVIEWER, lambda: START + timedelta(seconds=seconds * next(ticks)))


def written(path: Path, document: Document) -> FileState:
    path.write_bytes(tei.write(document))
    return FileState.of(path.read_bytes())


def opened() -> Document:
    """As a file holds it."""
    return tei.read(tei.write(awkward()))


def same(recovered: Document, live: Document) -> bool:
    """But for the record of the saves, which an open document has from when it was opened, and
    for what a document in the making has otherwise than the file it is saved as.
    """
    one, other = (replace(document, revisions=()) for document in (recovered, live))
    return one == other or tei.write(one) == tei.write(other)


class Desk:
    """A file, its review and its journal, as the window has them."""

    def __init__(self, folder: Path, *, imported: bool = False) -> None:
        self.folder = folder
        self.file = folder / "memo.xml"
        base = Base("0" * 64, "memo.txt")
        if not imported:
            base = Base(written(self.file, opened()).digest)
        self.review = review_of(opened())
        self.complaints: list[str] = []
        self.journal = Journal(self.file, base, self.review, self.complaints.append)

    @property
    def journal_file(self) -> Path:
        return companion(self.file, Companion.JOURNAL)

    def save(self, *, between: Iterator[None] | None = None, lands: bool = True) -> None:
        """As the window saves: ``between`` is what the person does while the file is written."""
        between = iter(()) if between is None else between
        reviewed, state = self.review.document, self.review.state
        document = self.review.to_save()
        content = tei.write(document)
        next(between, None)
        digest = FileState.of(content).digest
        self.journal.announce(state, digest)
        next(between, None)
        if lands:
            self.file.write_bytes(content)
            next(between, None)
            self.review.mark_saved(reviewed, document)
            self.journal.go_on(self.file, digest, state)

    def crashed(self) -> Document:
        """What is recovered if the program dies now."""
        self.journal.flush()
        if not left_behind(self.file):
            return tei.read(self.file.read_bytes())
        return recover(self.file).document


@contextmanager
def desk_in(folder: Path, *, imported: bool = False) -> Iterator[Desk]:
    folder.mkdir(exist_ok=True)
    desk = Desk(folder, imported=imported)
    try:
        yield desk
    finally:
        desk.journal.close()
        for left in folder.iterdir():
            left.unlink()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path / "desk") as desk:
        yield desk


def press(review: Review, step: Step) -> None:
    with suppress(edits.EditRefused):
        review.apply(edit_of(step, review.document))


actions = st.lists(
    st.sampled_from(["undo", "undo", "redo", "save", "failing save", "busy save"]) | steps,
    max_size=12,
)


@settings(max_examples=120, deadline=None)
@given(actions, st.booleans())
def test_the_journal_of_any_work_leads_to_the_same_document(
    tmp_path_factory: pytest.TempPathFactory, work: list[str | list[Step]], imported: bool
) -> None:
    """The law of the journal."""
    folder = tmp_path_factory.getbasetemp() / "law"
    with desk_in(folder, imported=imported) as desk:
        for action in work:
            if isinstance(action, list):
                for step in action:
                    press(desk.review, step)
            elif action.endswith("save"):
                busy = during_a_save(desk) if action == "busy save" else None
                desk.save(between=busy, lands=action != "failing save")
            else:
                with suppress(IndexError):
                    getattr(desk.review, action)()
            if left_behind(desk.file) or desk.file.exists():
                assert same(desk.crashed(), desk.review.document) or not desk.review.modified
            assert not desk.complaints


def during_a_save(desk: Desk) -> Iterator[None]:
    with suppress(IndexError):
        desk.review.undo()
    yield
    with suppress(IndexError):
        desk.review.undo()
    desk.review.apply(edits.CorrectText(0, 0, 0, "x"))
    assert same(desk.crashed(), desk.review.document)
    yield
    desk.review.apply(edits.CorrectText(0, 0, 0, "y"))
    # The file is the new one and the journal has not heard of it yet.
    assert same(desk.crashed(), desk.review.document)
    yield


def test_it_is_there_while_there_is_something_to_recover(desk: Desk) -> None:
    assert not left_behind(desk.file)
    desk.review.apply(edits.SetMarking((0,), Level.U))
    desk.journal.flush()
    assert left_behind(desk.file)
    desk.save()
    desk.journal.flush()
    assert not left_behind(desk.file)
    desk.review.apply(edits.SetMarking((0,), Level.S))
    desk.journal.flush()
    assert left_behind(desk.file)
    desk.journal.close()
    assert not left_behind(desk.file)


def test_it_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with desk_in(tmp_path / "desk") as desk:
            desk.review.apply(edits.SetMarking((0,), Level.U))
            desk.journal.flush()
            assert stat.S_IMODE(desk.journal_file.stat().st_mode) == 0o600
    finally:
        os.umask(before)


def test_typing_goes_to_the_file_without_a_pause(desk: Desk) -> None:
    for letter in "abc":
        desk.review.apply(edits.CorrectText(0, 0, 0, letter))
    until(lambda: desk.journal.written == 3)
    assert recover(desk.file).document == desk.review.document


def test_the_disk_is_asked_at_a_pause_and_once_a_second(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, synced = [100.0], list[float]()
    monkeypatch.setattr(journal_module, "monotonic", lambda: now[0])
    monkeypatch.setattr(journal_module, "_sync_data", lambda fd: synced.append(now[0]))
    monkeypatch.setattr(journal_module, "PAUSE", 1e9)
    for _ in range(40):
        desk.review.apply(edits.CorrectText(0, 0, 0, "a"))
        until(lambda: desk.journal.written == desk.review.state)
        now[0] += 0.25
    gaps = [later - earlier for earlier, later in pairwise([100.0, *synced])]
    assert 5 <= len(gaps) <= 11
    assert max(gaps) <= 1.5
    before = len(synced)
    monkeypatch.setattr(journal_module, "PAUSE", 0.01)
    desk.review.apply(edits.CorrectText(0, 0, 0, "a"))
    until(lambda: len(synced) > before)


def test_the_disk_is_asked_in_a_flood_of_changes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks, synced = count(), list[int]()
    monkeypatch.setattr(journal_module, "monotonic", lambda: next(ticks) * 0.1)
    monkeypatch.setattr(journal_module, "_sync_data", lambda _: synced.append(desk.journal.written))
    held = Event()

    def hold() -> None:
        held.wait()

    desk.journal._queue.put(hold)
    for _ in range(100):
        desk.review.apply(edits.CorrectText(0, 0, 0, "a"))
    held.set()
    desk.journal.flush()
    assert max(later - earlier for earlier, later in pairwise([0, *synced])) < 30


@pytest.mark.parametrize("undone", [0, 1, 2])
def test_a_crash_between_the_new_file_and_the_journal(desk: Desk, undone: int) -> None:
    """What was done while the file was written is done on the new file."""
    for letter in "ab":
        desk.review.apply(edits.SetMarking((ord(letter) % 2,), Level.U))
    document, state = desk.review.to_save(), desk.review.state
    for _ in range(undone):
        desk.review.undo()
    saved = FileState.of(tei.write(document))
    desk.journal.announce(state, saved.digest)
    assert same(desk.crashed(), desk.review.document)
    written(desk.file, document)
    assert same(desk.crashed(), desk.review.document)
    assert desk.crashed().revisions == document.revisions
    assert recover(desk.file).matches
    desk.review.apply(edits.CorrectText(0, 0, 0, "x"))
    assert same(desk.crashed(), desk.review.document)
    while desk.review.undo_name:
        desk.review.undo()
        assert same(desk.crashed(), desk.review.document)
        assert recover(desk.file).matches
    while desk.review.redo_name:
        desk.review.redo()
    assert same(desk.crashed(), desk.review.document)


def test_a_second_journal_does_not_take_the_place_of_the_first(desk: Desk) -> None:
    desk.review.apply(edits.SetMarking((0,), Level.U))
    desk.journal.flush()
    kept = desk.journal_file.read_bytes()
    with pytest.raises(JournalLeft):
        Journal(desk.file, Base(""), review_of(opened()))
    assert desk.journal_file.read_bytes() == kept


def test_what_was_recovered_is_in_the_next_journal_at_once(desk: Desk) -> None:
    desk.review.apply(edits.CorrectText(0, 0, 0, "a"))
    desk.journal.flush()
    recovery = recover(desk.file)
    assert recover(desk.file) == recovery
    again = review_of(opened())
    again.apply(TakeDocument("Recover Work", recovery.document))
    assert same(again.document, recovery.document)
    base = Base(FileState.of(desk.file.read_bytes()).digest)
    journal = Journal(desk.file, base, again, recovered=True)
    journal.flush()
    assert recover(desk.file).document == again.document
    again.apply(edits.CorrectText(0, 0, 0, "b"))
    again.undo()
    again.undo()
    journal.flush()
    assert same(recover(desk.file).document, opened())
    journal.close()


def test_saving_elsewhere_takes_the_journal_along(desk: Desk) -> None:
    desk.review.apply(edits.CorrectText(0, 0, 0, "a"))
    document, state = desk.review.to_save(), desk.review.state
    other = desk.folder / "other.xml"
    saved = written(other, document)
    desk.journal.announce(state, saved.digest)
    desk.review.apply(edits.CorrectText(0, 0, 0, "b"))
    desk.journal.go_on(other, saved.digest, state)
    desk.journal.flush()
    assert not left_behind(desk.file)
    assert same(recover(other).document, desk.review.document)


def test_work_after_a_save_elsewhere_is_in_the_journal_there(desk: Desk) -> None:
    """Also where the one before had records already."""
    desk.review.apply(edits.CorrectText(0, 0, 0, "One "))
    desk.journal.flush()
    other, state = desk.folder / "other.xml", desk.review.state
    saved = written(other, desk.review.document)
    desk.journal.go_on(other, saved.digest, state)
    desk.review.apply(edits.CorrectText(0, 0, 0, "Two "))
    desk.journal.flush()
    assert not left_behind(desk.file)
    assert same(recover(other).document, desk.review.document)
    desk.journal.close()


def test_work_on_a_file_that_is_somebody_elses_now_is_not_written(desk: Desk) -> None:
    """And what is there stays: they recover from it."""
    desk.review.apply(edits.CorrectText(0, 0, 0, "One "))
    desk.journal.flush()
    kept = desk.journal_file.read_bytes()
    desk.journal.leave()
    desk.review.apply(edits.CorrectText(0, 0, 0, "Two "))
    until(lambda: not desk.journal._thread.is_alive())
    assert desk.journal_file.read_bytes() == kept


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_a_full_disk_is_told_once_and_made_up_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    desk.review.apply(edits.CorrectText(0, 0, 0, "a"))
    desk.journal.flush()
    before = desk.review.document

    def full(fd: int, content: memoryview) -> int:
        if len(content) > 9:
            return real(fd, content[:9])
        raise OSError(code, os.strerror(code))

    real = os.write
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        for letter in "bcd":
            desk.review.apply(edits.CorrectText(0, 0, 0, letter))
        desk.journal.flush()
        assert len(desk.complaints) == 1
        assert os.strerror(code) in desk.complaints[0]
        assert "\n" not in desk.complaints[0]
        assert recover(desk.file).document == before
    desk.review.apply(edits.CorrectText(0, 0, 0, "e"))
    desk.journal.flush()
    assert recover(desk.file).document == desk.review.document


@pytest.mark.parametrize("broken", [("edit_to_json",), ("edit_to_json", "document_to_json")])
def test_a_mistake_of_the_program_does_not_end_the_journal(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, broken: tuple[str, ...]
) -> None:
    def fail(_: object) -> None:
        raise KeyError("codename ZEBRA")

    desk.review.apply(edits.CorrectText(0, 0, 0, "a"))
    with monkeypatch.context() as patched:
        for name in broken:
            patched.setattr(journal_module, name, fail)
        for letter in "bcd":
            desk.review.apply(edits.CorrectText(0, 0, 0, letter))
        desk.journal.flush()
    assert len(desk.complaints) == 1
    assert "KeyError" in desk.complaints[0]
    assert "ZEBRA" not in desk.complaints[0]
    desk.review.apply(edits.CorrectText(0, 0, 0, "e"))
    desk.journal.flush()
    assert recover(desk.file).document == desk.review.document


def test_a_folder_that_is_gone_is_told_and_the_work_goes_on(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.file.unlink()
    tmp_path.rmdir()
    desk.review.apply(edits.CorrectText(0, 0, 0, "a"))
    desk.journal.flush()
    desk.review.apply(edits.CorrectText(0, 0, 0, "b"))
    desk.journal.flush()
    assert len(desk.complaints) == 1
    tmp_path.mkdir()
    desk.journal.flush()
    written(desk.file, opened())
    assert recover(desk.file).document == desk.review.document
    desk.journal.close()


def test_a_link_leads_to_the_journal_of_its_file(desk: Desk) -> None:
    desk.review.apply(edits.CorrectText(0, 0, 0, "a"))
    desk.journal.flush()
    link = desk.folder / "link.xml"
    link.symlink_to(desk.file)
    assert recover(link).document == desk.review.document
    discard(link)
    assert not left_behind(desk.file)
    with pytest.raises(NotRecovered):
        recover(desk.file)


def test_a_save_of_an_unchanged_file_leaves_no_journal(desk: Desk) -> None:
    desk.save()
    desk.journal.flush()
    assert not left_behind(desk.file)


def test_a_journal_beside_a_long_name(tmp_path: Path) -> None:
    file = tmp_path / ("\u00e9" * 123 + ".xml")
    state = written(file, opened())
    review = review_of(opened())
    journal = Journal(file, Base(state.digest), review)
    review.apply(edits.CorrectText(0, 0, 0, "a"))
    journal.flush()
    assert recover(file).document == review.document
    save_bytes(file, b"", state)
    journal.close()
