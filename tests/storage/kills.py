"""Kills in the middle of work: ``python -m tests.storage.kills {save,calls,journal} [COUNT]``.

A process works as fast as it can and says through a pipe what it may rely on. It is killed at a
random moment; then this one looks at what is on the disk. Processes are forked, so a kill costs a
few milliseconds.
"""

from __future__ import annotations

import os
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from app import tei
from app.model import edits
from app.model.document import Document, Reviewer
from app.model.terms import Level
from app.review import Review
from app.storage.atomic import FileState, save_bytes, state_on_disk
from app.storage.companions import Companion, companion
from app.storage.journal import Base, Journal
from app.storage.recorded_save import save_recorded
from app.storage.recovery import left_behind, recover
from tests.builders import document as built

NUMBER = struct.Struct("<q")
STEPS, SAVE_EVERY = 120, 25


def killed(work: Callable[[Callable[[int], None]], None], after: float) -> int:
    """Run ``work`` in a process until it is killed; the last number that it reported."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:

        def report(number: int) -> None:
            os.write(writing, NUMBER.pack(number))

        with suppress(BaseException):
            work(report)
        # Whatever ended the work, it waits for its kill.
        signal.pause()
    os.close(writing)
    heard = os.read(reading, NUMBER.size)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 1 << 16):
        heard += more
    os.close(reading)
    whole = len(heard) // NUMBER.size * NUMBER.size
    (last,) = NUMBER.unpack(heard[whole - NUMBER.size : whole])
    return int(last)


# -- saves -----------------------------------------------------------------------------------------


def save_kills(folder: Path, kills: int, rng: Random) -> str:
    """A file of one number a line, saved again and again."""
    path = folder / "memo.xml"
    torn = old = acknowledged = 0

    def work(report: Callable[[int], None]) -> None:
        for number in count(acknowledged + 1):
            save_bytes(path, f"{number:09}\n".encode() * 100_000, state_on_disk(path))
            report(number)

    for _ in range(kills):
        acknowledged = killed(work, rng.random() * 0.02)
        lines = path.read_bytes().split(b"\n")[:-1]
        whole = len(lines) == 100_000 and len(set(lines)) == 1
        torn += not whole
        old += whole and int(lines[0]) not in (acknowledged, acknowledged + 1)
    _require(not torn and not old, f"{torn} torn, {old} older than acknowledged")
    return f"{kills} kills in {acknowledged} saves: 0 torn, 0 older than acknowledged"


class _Dying:
    """``os``, but that the process dies before or within the call of this number."""

    def __init__(self, last: int) -> None:
        self._left = last

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self._left -= 1
            if self._left < 0:
                if name == "write":
                    os.write(arguments[0], arguments[1][: len(arguments[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return getattr(os, name)(*arguments)

        return call


def call_kills(folder: Path, kills: int, _: Random) -> str:
    """A save that dies at each of its calls in turn, ``kills`` times over."""
    path = folder / "memo.xml"
    old, new = b"<old/>" * 1000, b"<new/>" * 1000
    died = 0
    for _time in range(kills):
        for last in count():
            path.write_bytes(old)
            child = os.fork()
            if child == 0:
                save_bytes(path, new, state_on_disk(path), _Dying(last))
                os._exit(0)
            ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            _require(path.read_bytes() in (old, new), f"torn at call {last}")
            if ended == 0:
                _require(path.read_bytes() == new, "success was reported and it is the old one")
                break
            died += 1
            # What is left may not keep the next save from its work.
            save_bytes(path, new, state_on_disk(path))
    return f"{kills} kills at each call, {died} in all: 0 torn, each save after it worked"


# -- edits -----------------------------------------------------------------------------------------


def journal_kills(folder: Path, kills: int, rng: Random) -> str:
    """A review that is edited, undone and saved."""
    acknowledged = torn = 0
    for number in range(kills):
        seed, saves = number % 20, number % 3 == 0
        file = folder / f"{number}" / "memo.xml"
        file.parent.mkdir()
        file.write_bytes(tei.write(start()))

        work = partial(_type, file, seed, saves)
        reached = killed(work, rng.random() * 0.01)
        acknowledged += reached
        torn += _check(file, seed, saves, reached)
    return f"{kills} kills, {acknowledged} acknowledged edits, 0 lost, {torn} torn tails cut"


def start() -> Document:
    return tei.read(tei.write(built("Ann: Good morning. (U)", "Bob: Thank you. (C)", "He left.")))


def review_of(document: Document) -> Review:
    ticks = count()
    first = datetime(2026, 11, 24, 10, tzinfo=UTC)
    return Review(
        document,
        Reviewer("rev-ab", "Ann B.", "AB"),
        lambda: first + timedelta(seconds=0.3 * next(ticks)),
    )


def changes(review: Review, seed: int) -> Iterator[None]:
    """The same work for the same seed: typing, splits, joins, marks, undo and redo."""
    rng = Random(seed)
    for _ in range(STEPS):
        at = rng.randrange(len(review.document.paragraphs))
        length = len(review.document.paragraphs[at].text)
        place = rng.randint(0, length)
        before = review.document
        with suppress(edits.EditRefused, IndexError):
            match rng.randrange(12):
                case 0:
                    review.apply(edits.SplitParagraph(at, place))
                case 1:
                    review.apply(edits.JoinParagraphs(at))
                case 2:
                    review.apply(edits.SetMarking((at,), rng.choice(list(Level))))
                case 3:
                    review.undo()
                case 4:
                    review.redo()
                case _:
                    end = min(length, place + rng.randint(0, 2))
                    review.apply(edits.CorrectText(at, place, end, rng.choice("abc ")))
        if review.document is not before:
            yield


@cache
def states(seed: int, saves: bool) -> list[Document]:
    """The documents that the work leads to, one after the other."""
    review = review_of(start())
    found = [review.document]
    for number, _ in enumerate(changes(review, seed), start=1):
        found.append(review.document)
        # Typing is not merged across a save, so undo leads elsewhere.
        if saves and number % SAVE_EVERY == 0:
            review.mark_saved(review.document, review.to_save())
    return found


def _type(file: Path, seed: int, saves: bool, report: Callable[[int], None]) -> None:
    review = review_of(start())
    state = FileState.of(file.read_bytes())
    journal = Journal(file, Base(state.digest), review)
    for number, _ in enumerate(changes(review, seed), start=1):
        if journal.written:
            report(journal.written)
        if saves and number % SAVE_EVERY == 0:
            reviewed, at = review.document, review.state
            done = save_recorded(
                review.to_save(), file, state, by="Ann", number=at, journal=journal, kept=2
            )
            state = done.state
            review.mark_saved(reviewed, done.document)
    journal.flush()
    report(journal.written)


def _check(file: Path, seed: int, saves: bool, reached: int) -> bool:
    """Whether a record was torn. Raises where an acknowledged edit is lost."""
    complete = True
    document = tei.read(file.read_bytes())
    if left_behind(file):
        found = recover(file)
        document, complete = found.document, found.complete
        _require(found.matches, "the file on disk is not one of the journal's")
        # Reading it changes nothing: a crash while recovering is safe.
        _require(recover(file) == found, "a second recovery finds something else")
        _require(_mode(companion(file, Companion.JOURNAL)) == 0o600, "others may read it")
    later = (replace(one, revisions=()) for one in states(seed, saves)[reached:])
    bare = replace(document, revisions=(), reviewers=())
    _require(
        any(replace(one, reviewers=()) == bare for one in later),
        f"seed {seed}: what is recovered has less than the {reached} acknowledged changes",
    )
    return not complete


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise SystemExit(message)


def main(what: str, kills: int) -> None:
    kinds = {"save": save_kills, "calls": call_kills, "journal": journal_kills}
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        said = kinds[what](Path(folder), kills, Random(20261124))
    print(f"{said} ({time.monotonic() - started:.0f} s)")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
