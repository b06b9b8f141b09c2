from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app import tei
from app.model.document import Document
from app.model.spans import Inclusion, Markup, Span
from app.opening import open_file
from app.storage.atomic import ChangedOnDisk, FileState, SaveError, state_on_disk
from app.storage.working_file import identified, save_written
from tests.memoranda import short


def save(document: Document, path: Path, expected: FileState | None) -> FileState:
    return save_written(document, tei.write(document), path, expected)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "memo.xml"
    save(short(), path, None)
    return path


def is_ours(path: Path) -> bool:
    """What is found out of the file after it was opened; until then it is not known."""
    opened = open_file(path)
    assert opened.state is not None
    assert not opened.state.ours
    return identified(opened.state, opened.documents[0]).ours


def test_what_is_saved_is_read_and_saved_again(path: Path) -> None:
    opened = open_file(path)
    assert opened.documents == (short(),)
    state = save(short("Another"), path, opened.state)
    assert state == state_on_disk(path)
    assert open_file(path).documents == (short("Another"),)


def test_a_changed_file_is_kept(path: Path) -> None:
    opened = open_file(path)
    theirs = path.read_bytes() + b"\n"
    path.write_bytes(theirs)
    with pytest.raises(ChangedOnDisk):
        save(short(), path, opened.state)
    assert path.read_bytes() == theirs


def test_a_save_that_would_lose_something_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(tei, "losses", lambda *_: ("<rs> in paragraph 3",))
    with pytest.raises(SaveError, match="would lose <rs> in paragraph 3; save a copy"):
        save(short(), path, state_on_disk(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "span",
    [Markup(0, 3, "{urn:theirs}rs"), Inclusion(0, 0, '<rs xmlns="urn:theirs"/>')],
    ids=lambda span: type(span).__name__,
)
def test_a_file_is_ours_until_it_carries_something_foreign(path: Path, span: Span) -> None:
    document = short()
    state = save(document, path, state_on_disk(path))
    assert state.ours
    assert is_ours(path)
    (told,) = document.paragraphs
    theirs = document.with_paragraphs(0, 1, (replace(told, passage=told.passage.with_span(span)),))
    assert not save(theirs, path, state).ours
    assert not is_ours(path)


def test_a_file_written_otherwise_is_not_ours(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")
    assert not is_ours(path)


def test_what_was_foreign_must_come_back(path: Path) -> None:
    """With nothing replaced in the program: a comment goes when its paragraph is written anew."""
    source = path.read_bytes().replace(b"The President", b"<!-- theirs -->The President")
    path.write_bytes(source)
    opened = open_file(path)
    with pytest.raises(SaveError, match=r"would lose .*theirs"):
        save(short(), path, opened.state)
    assert path.read_bytes() == source
    save(opened.documents[0], path, opened.state)
    assert b"<!-- theirs -->" in path.read_bytes()


def test_something_else_than_tei_may_be_replaced(path: Path) -> None:
    path.write_text("notes")
    save(short(), path, state_on_disk(path))
    assert open_file(path).documents == (short(),)
