"""The program that reads images is played by a script; the real one too, where it is there."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import time
from pathlib import Path

import pytest

from app.importers import SourceError, recognition
from app.importers.recognition import RecognitionCancelledError, recognised
from tests.importers import files

PATH = Path("scan.pdf")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program to be written that is found instead of the real one."""
    path = tmp_path / "bin" / recognition.PROGRAM
    path.parent.mkdir()
    monkeypatch.setenv("PATH", str(path.parent))
    return path


def play(program: Path, code: str) -> None:
    program.write_text(f"#!{sys.executable}\nimport sys, time, os\n{code}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def read(data: bytes, cancelled: bool = False) -> tuple[list[str], list[tuple[int, int]]]:
    told: list[tuple[int, int]] = []
    pages = recognised(data, PATH, lambda *counts: told.append(counts), lambda: cancelled)
    words = [word.text for page in pages for line in page.printed for word in line.words]
    return words, told


needs_sh = pytest.mark.skipif(os.name != "posix", reason="the played program is a script")


@needs_sh
def test_each_page_goes_in_by_a_pipe_and_comes_out_as_text(program: Path) -> None:
    page = files.hocr([files.row("A word", 10)]).decode()
    play(program, f"picture = sys.stdin.buffer.read()\n"
                  f"assert sys.argv[1:3] == ['stdin', 'stdout'] and sys.argv[-1] == 'hocr'\n"
                  f"assert picture[:2] == b'P5' and len(picture) > 8_000_000\n"
                  f"sys.stdout.write({page!r})")  # fmt: skip
    words, told = read(files.pdf([], []))
    assert words == ["A", "word"] * 2
    assert told == [(0, 2), (1, 2), (2, 2)]


@needs_sh
def test_each_page_of_a_tiff_is_asked_for(program: Path) -> None:
    page = files.hocr([files.row("page NUMBER", 10)]).decode()
    play(program, f"wanted = sys.argv[sys.argv.index('-c') + 1]\n"
                  f"sys.stdout.write({page!r}.replace('NUMBER', wanted))")  # fmt: skip
    assert read(files.tiff((30, 40), (30, 40)))[0] == [
        "page", "tessedit_page_number=0", "page", "tessedit_page_number=1",
    ]  # fmt: skip


@needs_sh
@pytest.mark.parametrize("code", ["sys.exit(3)", "pass", "os.close(0); sys.exit(1)"])
def test_a_program_that_fails_is_named(program: Path, code: str) -> None:
    play(program, code)
    with pytest.raises(SourceError, match=r"scan\.pdf: tesseract could not read page 1"):
        read(files.pdf([]))


@needs_sh
def test_it_ends_soon_after_it_is_cancelled(program: Path) -> None:
    play(program, "time.sleep(60)")
    begun = time.monotonic()
    with pytest.raises(RecognitionCancelledError):
        read(files.pdf([], []), cancelled=True)
    assert time.monotonic() - begun < 30


@needs_sh
def test_a_page_that_takes_too_long_is_given_up(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(program, "time.sleep(60)")
    monkeypatch.setattr(recognition, "LONGEST_PAGE", 0.2)
    with pytest.raises(SourceError, match="page 1 takes too long"):
        read(files.pdf([]))


def test_without_the_program_it_is_said(program: Path) -> None:
    assert not recognition.available()
    with pytest.raises(SourceError, match="tesseract is not installed"):
        read(files.pdf([]))


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs the program tesseract")
def test_the_real_program_reads_a_page() -> None:
    words, _ = read(files.pdf([(60, 700, "The President said that he was happy to hear it.")]))
    assert "President" in words
