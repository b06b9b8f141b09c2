from __future__ import annotations

from pathlib import Path

import pytest

from app import tei
from app.opening import OpenError, open_file
from app.storage.atomic import state_on_disk
from tests.memoranda import short


def test_a_working_file_is_opened_with_its_state(tmp_path: Path) -> None:
    path = tmp_path / "memo.xml"
    path.write_bytes(tei.write(short()))
    opened = open_file(path)
    assert opened.documents == (short(),)
    assert not opened.imported
    assert opened.state == state_on_disk(path)


def test_a_transcript_is_imported(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_text("MEMORANDUM OF CONVERSATION\n\nThe President: Good morning. (U)\n")
    opened = open_file(path)
    assert len(opened.documents) == 1
    assert opened.imported
    assert opened.state is None


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b"", "empty"),
        ("binary.txt", b"\x7fELF\x00\x01\x00\x00" * 20, "binary"),
        ("latin.txt", "Pr\u00e9sident: Bonjour".encode("latin-1"), "UTF-8"),
        ("broken.xml", tei.write(short())[:-20], "."),
        ("doctype.xml", b"<!DOCTYPE TEI>" + tei.write(short()), "DOCTYPE"),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_line(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(OpenError, match=said) as caught:
        open_file(path)
    line = str(caught.value)
    assert line.startswith(f"{path}: ")
    assert line.count(str(path)) == 1
    assert "\n" not in line


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OpenError, match="folder"):
        open_file(tmp_path)
