"""The words of a release that was made before."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.release import files
from app.release.build import build
from app.release.comparison import compared
from app.release.reading import ReadingError, released_text
from app.release.writers import plain
from tests.release.papers import reviewed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "given"
    made.mkdir()
    for name, content in files.written(build(reviewed())).items():
        (made / name).write_bytes(content)
    return made


def test_a_folder_and_its_text_say_the_same(folder: Path) -> None:
    text = plain.written(build(reviewed())).decode()
    assert released_text(folder) == released_text(folder / "release.txt") == text


def test_tei_says_what_the_text_says(folder: Path) -> None:
    told = released_text(folder / "release.xml")
    assert "The President: We need [less than 1 line not released;" in told
    assert "Torrijano" not in told
    changes = compared(told, released_text(folder))
    assert not any("coffee" in one.words or "garden" in one.words for one in changes)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b"\xff\xfe", "no text in UTF-8"),
        ("a.xml", b"<TEI", "a.xml"),
        ("none.txt", None, "not read: no such file"),
        ("", None, "no release.txt"),
    ],
)
def test_what_can_t_be_read_is_named(
    tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ReadingError, match=told):
        released_text(tmp_path / name)
