from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.importers import SourceError, read_source, source
from app.importers.source import read_bytes

BAD = {
    "empty": (b"", "the file is empty"),
    "blank": (b" \n\t\n\f", "holds no text"),
    "binary": (b"MEMORANDUM\0\1", "byte 10 is zero"),
    "pdf": (b"%PDF-1.7\n", "the PDF is damaged"),
    "png": (b"\x89PNG\r\n", "the image is damaged"),
    "jpeg": (b"\xff\xd8\xff\xe0", "the image is damaged"),
    "word": (b"PK\x03\x04", "this is a ZIP"),
    "gif": (b"GIF89a", "this is a GIF image"),
    "xml": (b'<?xml version="1.0"?><note/>', "this is XML or HTML"),
    "html": (b"<!DOCTYPE html><html><p>Hello</html>", "this is XML or HTML"),
    "alto": (b"<alto/>", "this ALTO file has no page"),
    "page": (b"<PcGts/>", "this PAGE file has no page"),
    "hocr": (b"<html><div class='ocr_page'></div></html>", "holds no text"),
    "latin-1": ("Präsident".encode("latin-1"), "byte 2 (0xE4) is not UTF-8"),
    "windows after mark": (b"\xef\xbb\xbfab\x92", "byte 5 (0x92) is not UTF-8"),
    "half utf-16": (b"\xff\xfea\0b", "byte 4 (0x62) is not UTF-16"),
    "utf-32": ("a".encode("utf-32"), "byte 0 begins UTF-32"),
}


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD.keys())
def test_what_is_no_text_is_refused_in_one_line(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError) as refused:
        read_source(path)
    line = str(refused.value)
    assert line.startswith(f"{path}: ")
    assert reason in line
    assert "; " in line, "it says what to do"
    assert "\n" not in line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_these_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes("The Präsident spoke.".encode(encoding))
    assert read_source(path)[0].paragraphs[0].text == "The Präsident spoke."


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        read_bytes(tmp_path / "nowhere.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="this is a folder"):
        read_bytes(tmp_path)


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(SourceError, match="can't be the name of a file"):
        read_bytes(Path("a\0b"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match="device or a pipe"):
        read_bytes(tmp_path / "pipe")


def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(SourceError, match="no permission"):
        read_bytes(tmp_path / "paper.txt")


def test_a_file_may_be_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(b"x" * 11)
    monkeypatch.setattr(source, "LIMIT", 10)
    with pytest.raises(SourceError, match="larger than"):
        read_bytes(path)
    path.write_bytes(b"x" * 10)
    assert read_bytes(path) == b"x" * 10
