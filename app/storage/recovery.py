"""Work that a crash left behind: read it from the journal, or let it go.

Reading changes nothing, so a crash in the middle of a recovery costs nothing. The journal stays
until the window has one of its own (``Journal(..., recovered=True)``) or the person discards it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app import tei
from app.model.document import Document
from app.model.edits import EditRefused
from app.model.terms import Act
from app.review import edited
from app.storage.companions import SET_ASIDE, Companion, companion
from app.storage.records import unframed
from app.storage.value_codec import (
    Unreadable,
    document_from_json,
    edit_from_json,
    reviewer_from_json,
)

LARGEST = 512 * 1024 * 1024
"""Bytes; a journal of a day has a few million."""

Find = Callable[[str], bytes | None]
"""From a digest to the bytes of the file that had it, None where they are not kept."""


class NotRecovered(Exception):  # noqa: N818 - says what happened
    """The journal can't be used, in one line for a person; it stays where it is."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """The document as the journal left it.

    ``edits`` is how many edits it has that the file has not, ``last`` when the last one was made
    (UTC), ``by`` the name of who made it, "" where the journal does not say. ``matches``: the file
    is the one the journal went on from; else another program changed it since, and the two should
    be compared. ``complete``: the journal was whole but for a record that was being written.
    """

    document: Document
    edits: int
    last: datetime
    matches: bool
    complete: bool
    by: str = ""


def left_behind(file: Path) -> bool:
    """Whether there is something to recover beside the file."""
    return companion(file, Companion.JOURNAL).is_file()


def recover(file: Path, find: Find = lambda _: None) -> Recovery:
    """What the journal beside ``file`` holds, applied to the file that it went on from.

    Where the file is another one by now, ``find`` is asked for the old one (the versions keep it).
    Raises NotRecovered.
    """
    path = companion(file, Companion.JOURNAL)
    records, dropped = _records(path)
    replay = _Replay(path)
    digest = _digest(_source(file, records[0]))
    start = replay.begin(records, digest, _contents(file, find))
    complete = replay.run(records[start:])
    matches = digest is not None and digest in _known(records)
    # One torn record is what a kill leaves; more than its length says has been damaged otherwise.
    whole = complete and not dropped
    return Recovery(replay.document, replay.edits, replay.last, matches, whole, replay.by)


def discard(file: Path) -> None:
    """Let the work go: the journal is removed. Raises OSError."""
    companion(file, Companion.JOURNAL).unlink(missing_ok=True)


def set_aside(file: Path) -> Path:
    """Put a journal that can't be used out of the way, and say where it is now. Raises OSError."""
    path = companion(file, Companion.JOURNAL)
    number, kept = 1, path.with_name(f"{path.name}{SET_ASIDE}")
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.name}{SET_ASIDE}-{number}")
    path.replace(kept)
    return kept


class _Replay:
    """Does what the records say; ``document`` is where that led so far."""

    document: Document

    def __init__(self, path: Path) -> None:
        self._path = path
        self._states: dict[int | None, Document] = {}
        self.edits = 0
        self.by = ""
        self.last: datetime

    def begin(self, records: list[dict[str, Any]], digest: str | None, contents: Find) -> int:
        """Find the document to start from; returns which record comes next."""
        header = records[0]
        self.last = _time(header["when"])
        if header["whole"] is not None:
            self.edits = header["edits"]
            self._reach(header["state"], self._whole(header["whole"], digest, contents))
            return 1
        bases = _bases(records)
        at_hand = [base for base in bases if base[0] == digest] or bases
        for base, state, start in at_hand:
            content = contents(base)
            if content is not None:
                self._reach(state, self._read(content))
                return start
        raise NotRecovered(
            f"{self._path}: the file it belongs to has been changed by another program and no "
            "version of it is kept; put that file back and open it again"
        )

    def run(self, records: list[dict[str, Any]]) -> bool:
        """Whether all of them could be done."""
        needed = {_state(record) for record in records if "edit" not in record}
        for record in records:
            try:
                if "saving" not in record:
                    self._do(record, needed)
                self.last = _time(record["when"])
            except (Unreadable, EditRefused, KeyError, TypeError, ValueError, LookupError):
                return False
        return True

    def _do(self, record: dict[str, Any], needed: set[int | None]) -> None:
        state = _state(record)
        if state is None:
            raise Unreadable("a number expected")
        if "edit" not in record:
            self.document = self._states[state]
            return
        reviewer = reviewer_from_json(record["reviewer"])
        if not isinstance(record["act"], str):
            raise Unreadable("a time expected")
        edit, act = edit_from_json(record["edit"]), Act(reviewer.id, record["act"])
        self.document = edited(self.document, edit, act, reviewer)
        self.edits += 1
        self.by = reviewer.name
        # Every document of a long day would not fit: only those that an undo leads back to.
        if state in needed:
            self._states[state] = self.document

    def _reach(self, state: int, document: Document) -> None:
        self.document = self._states[state] = document

    def _read(self, content: bytes) -> Document:
        try:
            return tei.read(content, str(self._path))
        except tei.TeiError as error:
            raise NotRecovered(str(error)) from error

    def _whole(self, stored: object, digest: str | None, contents: Find) -> Document:
        """With the record of the saves that the file has, not the one of when it was opened."""
        try:
            document = document_from_json(stored)
        except (Unreadable, RecursionError) as error:
            raise _not_understood(self._path) from error
        content = contents(digest) if digest is not None else None
        if content is None or not tei.looks_like_tei(content):
            return document
        return replace(document, revisions=self._read(content).revisions)


def _records(path: Path) -> tuple[list[dict[str, Any]], int]:
    """At least a header that is one."""
    try:
        if path.is_symlink() or path.stat().st_size > LARGEST:
            raise _not_understood(path)
        records, dropped = unframed(path.read_bytes())
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise NotRecovered(f"{path}: not read: {reason}; check its permissions") from error
    except ValueError as error:
        raise _not_understood(path) from error
    if not records or not _is_header(records[0]):
        raise _not_understood(path)
    return records, dropped


def _not_understood(path: Path) -> NotRecovered:
    return NotRecovered(f"{path}: it is damaged, or another version of the program wrote it")


def _is_header(record: dict[str, Any]) -> bool:
    kinds = {"file": str, "imported": str, "edits": int, "state": int, "when": str}
    if not all(type(record.get(name)) is kind for name, kind in kinds.items()):
        return False
    try:
        _time(record["when"])
    except ValueError:
        return False
    return "whole" in record


def _state(record: dict[str, Any]) -> int | None:
    state = record.get("state")
    return state if type(state) is int else None


def _bases(records: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    """Files that the document can be rebuilt from, the newest first: digest, number of its state,
    and the record that comes next.
    """
    header = records[0]
    bases, state = [(header["file"], header["state"], 1)], header["state"]
    for place, record in enumerate(records[1:], start=1):
        if isinstance(record.get("saving"), str):
            bases.append((record["saving"], state, place + 1))
        elif (reached := _state(record)) is not None:
            state = reached
    return bases[::-1]


def _known(records: list[dict[str, Any]]) -> set[str]:
    return {digest for digest, _, _ in _bases(records)}


def _source(file: Path, header: dict[str, Any]) -> Path:
    """The file that the header's digest is of: the source, for an import that has no file yet."""
    imported = Path(header["imported"]).name
    return file.with_name(imported) if imported and not file.exists() else file


def _contents(file: Path, find: Find) -> Find:
    def contents(digest: str) -> bytes | None:
        with suppress(OSError):
            content = file.read_bytes()
            if hashlib.sha256(content).hexdigest() == digest:
                return content
        return find(digest)

    return contents


def _digest(file: Path) -> str | None:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return None


def _time(stored: object) -> datetime:
    if not isinstance(stored, str):
        raise Unreadable("a time expected")
    return datetime.fromisoformat(stored)
