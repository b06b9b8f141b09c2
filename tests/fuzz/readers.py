"""The readers of untrusted bytes, each with sound examples and the one error that it may raise."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app import settings, tei
from app.model import edits
from app.model.document import Reviewer
from app.opening import OpenError, open_file
from app.review import Review
from app.storage.atomic import FileState
from app.storage.companions import Companion, companion
from app.storage.history_chain import sealed, verified
from app.storage.journal import Base, Journal
from app.storage.locks import LockedByOther, acquire
from app.storage.records import MAGIC, framed, unframed
from app.storage.recovery import NotRecovered, recover
from tests.builders import document as built
from tests.importers import files, test_hostile
from tests.storage.test_history_chain import saved
from tests.tei.specimen import specimen

REPO = Path(__file__).parents[2]
SAMPLES = REPO.parent / "shared" / "samples"
LARGEST_SEED = 60_000


@dataclass(frozen=True)
class Reader:
    """``read`` takes a folder of its own and the bytes; anything but ``error`` is a finding."""

    name: str
    seeds: Callable[[Path], list[bytes]]
    read: Callable[[Path, bytes], object]
    error: type[Exception]


def _opened(folder: Path, content: bytes) -> None:
    path = folder / "a-file"
    path.write_bytes(content)
    for document in open_file(path).documents:
        assert document.paragraphs


def _tei(folder: Path, content: bytes) -> None:
    tei.write(tei.read(content, "a-file"))


def _journal(folder: Path, content: bytes) -> None:
    file = folder / "memo.xml"
    if not file.exists():
        file.write_bytes(tei.write(built("Ann: Good morning. (U)", "Bob: Thank you.")))
    companion(file, Companion.JOURNAL).write_bytes(content)
    assert recover(file).document.paragraphs


def _settings(folder: Path, content: bytes) -> None:
    path = folder / "settings.json"
    path.write_bytes(content)
    found, complaint = settings.load(path)
    assert isinstance(found, settings.Settings)
    assert "\n" not in complaint


def _lock(folder: Path, content: bytes) -> None:
    file = folder / "locked.xml"
    companion(file, Companion.LOCK).write_bytes(content)
    acquire(file, "Ann").release()


def _samples(*names: str) -> list[bytes]:
    found = [SAMPLES / name for name in names]
    return [path.read_bytes()[:LARGEST_SEED] for path in found if path.is_file()]


def _text(folder: Path) -> list[bytes]:
    kaifu = REPO / "resources" / "samples" / "kaifu-1990-06-04.txt"
    return [kaifu.read_bytes()[:4000], *(one[:6000] for one in _samples("kohl-1995-07-13.txt"))]


def _hocr(folder: Path) -> list[bytes]:
    small = files.hocr([files.row("MEMORANDUM OF CONVERSATION", 10), files.row("Ann: One.", 90)])
    return [
        small,
        small.replace(b"<html>", b"<!DOCTYPE html><html>"),
        *(one[:20_000] for one in _samples("formats/hocr-tesseract.hocr")),
    ]


def _alto(folder: Path) -> list[bytes]:
    return [test_hostile.ALTO, *_samples("formats/alto2-test.xml", "formats/alto3-00001.xml")]


def _page(folder: Path) -> list[bytes]:
    return [test_hostile.PAGE, *_samples("formats/page-simple.xml")]


def _pdf(folder: Path) -> list[bytes]:
    return [files.pdf([(60, 700, "Ann: One two."), (60, 680, "Bob: Three.")])]


def _tei_seeds(folder: Path) -> list[bytes]:
    return [tei.write(specimen()), tei.write(built("Ann: Good morning. (U)", "\fHe left."))]


def _journal_seeds(folder: Path) -> list[bytes]:
    file = folder / "memo.xml"
    file.write_bytes(tei.write(built("Ann: Good morning. (U)", "Bob: Thank you.")))
    found = []
    for imported in ("", "memo.txt"):
        review = Review(tei.read(file.read_bytes()), Reviewer("rev-ab", "Ann B.", "AB"))
        base = Base(FileState.of(file.read_bytes()).digest, imported)
        journal = Journal(file, base, review)
        for letter in "abc":
            review.apply(edits.CorrectText(0, 0, 0, letter))
        review.apply(edits.SplitParagraph(0, 5))
        review.undo()
        journal.announce(review.state, base.digest)
        review.redo()
        journal.flush()
        found.append(companion(file, Companion.JOURNAL).read_bytes())
        journal.close()
    return found


def with_right_checksums(content: bytes) -> bytes:
    """A journal made of the lines of JSON in ``content``: damage gets past the checksums."""
    records = []
    for line in content.split(b"\n"):
        with suppress(ValueError, RecursionError):
            records.append(framed(json.loads(line)))
    return MAGIC + b"".join(records)


def _journal_lines(folder: Path) -> list[bytes]:
    return [
        b"\n".join(json.dumps(record).encode() for record in unframed(seed)[0])
        for seed in _journal_seeds(folder)
    ]


def _settings_seeds(folder: Path) -> list[bytes]:
    path = folder / "settings.json"
    settings.save(settings.Settings("Ann B.", "AB", (Path("/a/b"),), b"\0\1", b"\2"), path)
    return [path.read_bytes()]


def _lock_seeds(folder: Path) -> list[bytes]:
    file = folder / "locked.xml"
    lock = acquire(file, "Ann")
    content = companion(file, Companion.LOCK).read_bytes()
    lock.release()
    return [content]


def _chain_seeds(folder: Path) -> list[bytes]:
    return [saved(["a", "b"]), sealed(specimen())[1]]


READERS = {
    reader.name: reader
    for reader in (
        Reader("tei", _tei_seeds, _tei, tei.TeiError),
        Reader("text", _text, _opened, OpenError),
        Reader("hocr", _hocr, _opened, OpenError),
        Reader("alto", _alto, _opened, OpenError),
        Reader("page", _page, _opened, OpenError),
        Reader("pdf", _pdf, _opened, OpenError),
        Reader("journal", _journal_seeds, _journal, NotRecovered),
        Reader(
            "journal-records",
            _journal_lines,
            lambda folder, content: _journal(folder, with_right_checksums(content)),
            NotRecovered,
        ),
        Reader("settings", _settings_seeds, _settings, NotRecovered),
        Reader("lock", _lock_seeds, _lock, LockedByOther),
        Reader("chain", _chain_seeds, lambda _, content: verified(content), tei.TeiError),
    )
}
