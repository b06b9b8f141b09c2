"""From a working file on the disk to a folder that can be given away, and the check of it."""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from app import tei
from app.cli import main
from app.model import edits
from app.model.document import Document, TextLine, Word
from app.model.witness import body_witness
from app.release import files
from app.release.build import build
from app.releasing import Policy, ReleaseRefused, release_file, verify_files
from app.settings import Settings, default_path, save
from tests.release.papers import ANN, decided, done, reviewed

NAMES = [
    "redaction-log.csv",
    "redaction-log.pdf",
    "release.html",
    "release.pdf",
    "release.txt",
    "release.xml",
    "withdrawal-sheet.csv",
    "withdrawal-sheet.pdf",
]


def saved(folder: Path, document: Document) -> Path:
    path = folder / "working.xml"
    path.write_bytes(tei.write(document))
    return path


def test_a_reviewed_file_is_released_and_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(tmp_path, reviewed())
    out = tmp_path / "given"
    assert main(["release", str(path), "-o", str(out)]) == 0
    told = capsys.readouterr()
    assert "head of the log's chain: " in told.out
    assert sorted(held.name for held in out.iterdir()) == NAMES
    assert main(["verify", str(out), "--against", str(path)]) == 0
    assert "nothing leaks" in capsys.readouterr().out


def test_a_leak_planted_with_a_text_editor_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(tmp_path, reviewed())
    release_file(path, tmp_path / "given", Policy())
    for name in NAMES:
        held = tmp_path / "given" / name
        before = held.read_bytes()
        held.write_bytes(before + b"% torrijano\n")
        assert main(["verify", str(held), "--against", str(path)]) == 1
        told = capsys.readouterr().out
        assert "leak: " + name in told
        assert "orrijano" not in told
        held.write_bytes(before)


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path, reviewed())
    release_file(path, tmp_path / "one", Policy())
    release_file(path, tmp_path / "two", Policy())
    for name in NAMES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (decided(), "no second review"),
        (done(decided(), ANN, edits.SetDisposition(("para-3",), None)), "paragraph 3: it is not"),
    ],
)
def test_what_is_not_ready_is_named_and_nothing_is_written(
    tmp_path: Path, document: Document, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(tmp_path, document)
    assert main(["release", str(path), "-o", str(tmp_path / "given")]) == 1
    assert place in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [path]


def test_one_reviewer_is_enough_where_the_settings_say_so(tmp_path: Path) -> None:
    save(Settings(second_review=False), default_path())
    path = saved(tmp_path, decided())
    assert main(["release", str(path), "-o", str(tmp_path / "given")]) == 0
    assert b"one reviewer, by policy" in (tmp_path / "given" / "redaction-log.csv").read_bytes()
    assert json.loads(default_path().read_text())["second_review"] is False


def test_a_release_that_leaks_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong in a writer, the check of the finished bytes stops it."""
    path = saved(tmp_path, reviewed())
    right = files.written

    def wrong(released: object) -> dict[str, bytes]:
        made = right(build(reviewed()))
        return made | {"release.html": made["release.html"] + b"<!-- Torrijano -->"}

    monkeypatch.setattr(files, "written", wrong)
    with pytest.raises(ReleaseRefused, match=r"release\.html: comment"):
        release_file(path, tmp_path / "given", Policy())
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("out", [".", "working", "working.xml", "nowhere/given"])
def test_a_release_goes_to_a_fresh_folder_of_another_name(tmp_path: Path, out: str) -> None:
    path = saved(tmp_path, reviewed())
    with pytest.raises(ReleaseRefused):
        release_file(path, tmp_path / out, Policy())
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_of_the_folder_that_tells_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, reviewed())
    with pytest.raises(ReleaseRefused, match="file name"):
        release_file(path, tmp_path / "torrijano-files", Policy())
    assert list(tmp_path.iterdir()) == [path]


def test_what_can_t_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "a.txt"
    text.write_text("MEMORANDUM\n\nThe President: Hello.\n")
    assert main(["release", str(text), "-o", str(tmp_path / "given")]) == 1
    assert main(["release", str(tmp_path / "none.xml"), "-o", str(tmp_path / "given")]) == 1
    assert main(["verify", str(tmp_path / "none"), "--against", str(text)]) == 1
    assert main(["verify", str(text), "--against", str(text)]) == 1
    assert capsys.readouterr().err.count("memcon-desk: ") == 4


# -- page images -----------------------------------------------------------------------------------


def imaged(folder: Path) -> Document:
    """The pages of 200 x 300 pixels, a line of print for each paragraph."""
    document = reviewed()
    witnesses = body_witness(document).split("\f")
    pages = []
    for page, witness in zip(document.pages, witnesses, strict=True):
        lines, at = [], 0
        for row, line in enumerate(witness.split("\n")):
            if line:
                words = []
                for number, word in enumerate(line.split(" ")):
                    words.append(Word(at, len(word), 10 + 12 * number, 20 + 12 * number))
                    at += len(word) + 1
                top = 20 + 40 * row
                lines.append(TextLine(10, top, 190, top + 20, tuple(words)))
            else:
                at += 1
        (folder / f"{page.id}.png").write_bytes(_picture(200, 300))
        pages.append(
            replace(page, image=f"{page.id}.png", width=200, height=300, lines=tuple(lines))
        )
    return replace(document, pages=tuple(pages))


def _picture(width: int, height: int) -> bytes:
    """Grey, with a pattern so that nothing is one colour by itself."""
    rows = b"".join(
        b"\x00" + bytes((x * 7 + y * 13) % 256 for x in range(width)) for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    written = b"\x89PNG\r\n\x1a\n"
    for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")):
        check = zlib.crc32(kind + body)
        written += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)
    return written


def test_page_images_are_burnt(tmp_path: Path) -> None:
    path = saved(tmp_path, imaged(tmp_path))
    done = release_file(path, tmp_path / "given", Policy())
    assert "release-images.pdf" in done.names
    assert verify_files([tmp_path / "given"], path).clean


def test_a_page_image_that_is_not_burnt_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.release.writers import images

    path = saved(tmp_path, imaged(tmp_path))
    monkeypatch.setattr(images, "burn", lambda shown, page: None)
    with pytest.raises(ReleaseRefused, match="pixels"):
        release_file(path, tmp_path / "given", Policy())
    done = release_file(path, tmp_path / "given", Policy(images=False))
    assert "release-images.pdf" not in done.names


def test_a_page_without_boxes_goes_as_a_whole(tmp_path: Path) -> None:
    document = imaged(tmp_path)
    first, second = document.pages
    document = replace(document, pages=(replace(first, lines=()), second))
    release_file(saved(tmp_path, document), tmp_path / "given", Policy())


def test_a_page_image_that_is_not_there_is_named(tmp_path: Path) -> None:
    document = imaged(tmp_path)
    (tmp_path / "page-2.png").unlink()
    path = saved(tmp_path, document)
    with pytest.raises(ReleaseRefused, match=r"page-2\.png"):
        release_file(path, tmp_path / "given", Policy())
