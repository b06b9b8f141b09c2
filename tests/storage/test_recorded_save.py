from __future__ import annotations

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app import tei
from app.model import edits
from app.model.document import Page
from app.review import Review
from app.storage import working_file
from app.storage.atomic import FileState, SaveError
from app.storage.companions import Companion, companion
from app.storage.history_chain import verified
from app.storage.journal import Base, Journal
from app.storage.recorded_save import Recorded, save_recorded
from app.storage.recovery import left_behind, recover
from app.storage.versions import find, versions
from tests.storage.test_journal import opened, review_of, same, written


class Desk:
    def __init__(self, folder: Path) -> None:
        self.file = folder / "memo.xml"
        self.state = written(self.file, opened())
        self.review: Review = review_of(opened())
        self.journal = Journal(self.file, Base(self.state.digest), self.review)

    def type(self, text: str) -> None:
        self.review.apply(edits.CorrectText(0, 0, 0, text))

    def save(self) -> Recorded:
        reviewed, number = self.review.document, self.review.state
        done = save_recorded(
            self.review.to_save(),
            self.file,
            self.state,
            by="Ann",
            number=number,
            journal=self.journal,
        )
        self.review.mark_saved(reviewed, done.document)
        self.state = done.state
        return done


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_each_save_adds_a_link_and_a_version(desk: Desk) -> None:
    original = desk.file.read_bytes()
    heads = []
    for text in "abc":
        desk.type(text)
        done = desk.save()
        assert done.complaint == ""
        assert done.state == FileState.of(desk.file.read_bytes())
        verdict = verified(desk.file.read_bytes())
        assert verdict.intact
        heads.append(verdict.head)
    assert len(set(heads)) == 3
    assert verdict.entries == 3
    kept = versions(desk.file)
    assert [version.by for version in kept] == ["Ann", "Ann", "Ann", ""]
    assert kept[0].content() == desk.file.read_bytes()
    assert kept[-1].content() == original
    desk.journal.close()


def test_a_save_that_fails_costs_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.type("a")
    desk.journal.flush()
    before = desk.file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", full)
        with pytest.raises(SaveError, match="no space left"):
            desk.save()
    assert desk.file.read_bytes() == before
    assert desk.review.undo_name is not None
    assert recover(desk.file).document == desk.review.document
    desk.save()
    assert not desk.review.modified
    desk.journal.flush()
    assert not left_behind(desk.file)
    assert verified(desk.file.read_bytes()).entries == 1
    desk.journal.close()


def test_a_document_that_cannot_be_written_leaves_the_file(desk: Desk) -> None:
    before = desk.file.read_bytes()
    document = replace(desk.review.to_save(), pages=(Page("not a name", 1),))
    with pytest.raises(SaveError, match="not saved"):
        save_recorded(document, desk.file, desk.state, by="Ann", number=0)
    assert desk.file.read_bytes() == before


def test_a_version_that_cannot_be_kept_does_not_spoil_the_save(desk: Desk) -> None:
    companion(desk.file, Companion.VERSIONS).touch()
    desk.type("a")
    done = desk.save()
    assert "no version of it is kept" in done.complaint
    assert tei.read(desk.file.read_bytes()) == done.document
    desk.journal.close()


def test_the_file_is_known_to_the_journal_before_it_is_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash right after the rename."""
    found = []

    def look(*arguments: object) -> FileState:
        state = working_file.save_written(*arguments)  # type: ignore[arg-type]
        found.append(recover(desk.file))
        return state

    monkeypatch.setattr("app.storage.recorded_save.save_written", look)
    desk.type("a")
    desk.save()
    assert found[0].matches
    assert same(found[0].document, desk.review.document)
    desk.journal.close()


def test_work_is_recovered_over_a_file_that_was_changed_since(desk: Desk) -> None:
    desk.type("a")
    desk.save()
    desk.type("b")
    desk.journal.flush()
    desk.file.write_bytes(desk.file.read_bytes() + b"\n")
    found = recover(desk.file, lambda digest: find(desk.file, digest))
    assert not found.matches
    assert same(found.document, desk.review.document)
    desk.journal.close()


def test_nothing_private_is_put_elsewhere(desk: Desk, tmp_path: Path) -> None:
    desk.type("a")
    desk.save()
    desk.type("b")
    desk.journal.flush()
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"memo.xml", ".memo.xml.versions", ".memo.xml.journal"}
    desk.journal.close()
    shutil.rmtree(tmp_path)
