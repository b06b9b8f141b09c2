from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model import edits
from app.storage.atomic import FileState
from app.storage.companions import Companion, companion
from app.storage.journal import Base, Journal
from app.storage.records import MAGIC, framed, unframed
from app.storage.recovery import NotRecovered, left_behind, recover, set_aside
from tests.storage.test_journal import opened, review_of, written


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a journal of four edits beside it."""
    return crashed(tmp_path)


def crashed(folder: Path, *, imported: bool = False) -> Path:
    file = folder / "memo.xml"
    base = Base(written(file, opened()).digest)
    if imported:
        file.unlink()
        (folder / "memo.txt").write_text("the source")
        base = Base(FileState.of(b"the source").digest, "memo.txt")
    review = review_of(opened(), seconds=5)
    journal = Journal(file, base, review)
    for letter in "abcd":
        review.apply(edits.CorrectText(0, 0, 0, letter))
    journal.flush()
    kept = journal_of(file).read_bytes()
    journal.close()
    journal_of(file).write_bytes(kept)
    return file


def journal_of(file: Path) -> Path:
    return companion(file, Companion.JOURNAL)


def test_it_says_how_much_there_is_and_since_when(file: Path) -> None:
    found = recover(file)
    assert found.document.paragraphs[0].text.startswith("dcba")
    assert (found.edits, found.matches, found.complete) == (4, True, True)
    assert (datetime.now(found.last.tzinfo) - found.last).total_seconds() < 60


def test_a_torn_record_costs_that_record(file: Path) -> None:
    path = journal_of(file)
    path.write_bytes(path.read_bytes()[:-3])
    found = recover(file)
    assert found.document.paragraphs[0].text.startswith("cba")
    assert (found.edits, found.complete) == (3, False)


def test_a_file_that_was_changed_since_is_told(file: Path) -> None:
    before = file.read_bytes()
    file.write_bytes(before + b"\n")
    with pytest.raises(NotRecovered, match="changed by another program"):
        recover(file)
    found = recover(file, {FileState.of(before).digest: before}.get)
    assert found.document.paragraphs[0].text.startswith("dcba")
    assert not found.matches


def test_the_work_on_an_import_needs_nothing_but_the_journal(tmp_path: Path) -> None:
    file = crashed(tmp_path, imported=True)
    found = recover(file)
    assert found.document.paragraphs[0].text.startswith("dcba")
    assert (found.edits, found.matches) == (4, True)
    (tmp_path / "memo.txt").write_text("another source")
    found = recover(file)
    assert found.document.paragraphs[0].text.startswith("dcba")
    assert not found.matches


def header(**changes: object) -> bytes:
    whole = {"file": "", "imported": "", "edits": 0, "state": 0, "whole": None}
    return MAGIC + framed({**whole, "when": "2026-11-24T10:00:00+00:00", **changes})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        MAGIC,
        b"<TEI/>",
        MAGIC + framed({}),
        header(file=5),
        header(state=True),
        header(when="yesterday"),
        header(whole={"paragraphs": 5}),
        header(whole=[]),
    ],
)
def test_what_is_no_journal_is_one_clear_line(file: Path, content: bytes) -> None:
    journal_of(file).write_bytes(content)
    with pytest.raises(NotRecovered) as caught:
        recover(file)
    assert str(caught.value).startswith(str(journal_of(file)))
    assert "\n" not in str(caught.value)
    kept = set_aside(file)
    assert kept.read_bytes() == content
    assert not left_behind(file)


def test_a_journal_that_is_a_link_is_not_followed(file: Path, tmp_path: Path) -> None:
    journal_of(file).replace(tmp_path / "elsewhere")
    journal_of(file).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotRecovered):
        recover(file)


def test_nothing_is_there_to_recover(tmp_path: Path) -> None:
    with pytest.raises(NotRecovered, match="no such file"):
        recover(tmp_path / "memo.xml")


def test_what_is_set_aside_takes_no_other_place(file: Path) -> None:
    content = journal_of(file).read_bytes()
    first = set_aside(file)
    journal_of(file).write_bytes(b"another")
    second = set_aside(file)
    assert (first.read_bytes(), second.read_bytes()) == (content, b"another")


@pytest.mark.parametrize(
    "change",
    [
        lambda records: [*records[:3], {"state": 99, "when": records[0]["when"]}],
        lambda records: [*records[:3], {**records[3], "edit": {"is": "JoinParagraphs", "at": 0}}],
        lambda records: [*records[:3], {**records[3], "edit": {"is": "Nothing"}}],
        lambda records: [*records[:3], {**records[3], "reviewer": {"id": 5}}],
        lambda records: [*records[:3], {**records[3], "act": 5}],
        lambda records: [*records[:3], {"edit": records[3]["edit"]}],
        lambda records: [*records[:3], {**records[3], "state": [1]}],
        lambda records: [*records[:3], {}],
    ],
)
def test_a_record_that_cannot_be_done_ends_the_replay(
    file: Path, change: Callable[[list[dict[str, object]]], list[dict[str, object]]]
) -> None:
    records, _ = unframed(journal_of(file).read_bytes())
    journal_of(file).write_bytes(MAGIC + b"".join(map(framed, change(records))))
    found = recover(file)
    assert found.document.paragraphs[0].text.startswith("baThe")
    assert (found.edits, found.complete) == (2, False)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_a_damaged_journal_is_read_up_to_the_damage_or_refused(
    file: Path, drawn: st.DataObject
) -> None:
    """The checksums are put right again, so that the damage reaches what is behind them."""
    path = journal_of(file)
    whole = path.read_bytes()
    texts = [json.dumps(record) for record in unframed(whole)[0]]
    which = drawn.draw(st.integers(0, len(texts) - 1))
    at = drawn.draw(st.integers(0, len(texts[which])))
    put = drawn.draw(st.text('"{}[]:,-09aetrunl', max_size=4))
    rest = at + drawn.draw(st.integers(0, 6))
    texts[which] = texts[which][:at] + put + texts[which][rest:]
    try:
        records = [json.loads(text) for text in texts]
    except ValueError:
        return
    path.write_bytes(MAGIC + b"".join(map(framed, records)))
    said = ""
    try:
        assert recover(file).document.paragraphs
    except NotRecovered as error:
        said = str(error)
    finally:
        path.write_bytes(whole)
    assert "\n" not in said


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything")
def test_a_journal_that_may_not_be_read_is_named(file: Path) -> None:
    journal_of(file).chmod(0)
    with pytest.raises(NotRecovered, match="permission denied"):
        recover(file)
