from __future__ import annotations

from pathlib import Path

import pytest

from app.model.document import WordList
from app.spelling.personal import judged, load, save


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "new" / "words.txt"
    words = WordList(("Kaifu", "démarche"), ("modem",))
    save(words, path)
    assert load(path) == (words, "")
    assert path.read_text(encoding="utf-8") == "Kaifu\ndémarche\n-modem\n"
    assert path.stat().st_mode & 0o777 == 0o600


def test_no_file_is_no_words(tmp_path: Path) -> None:
    assert load(tmp_path / "words.txt") == (WordList(), "")


@pytest.mark.parametrize(("content", "reason"), [(b"\xff\n", "UTF-8"), (None, "directory")])
def test_what_cannot_be_read_is_said(tmp_path: Path, content: bytes | None, reason: str) -> None:
    path = tmp_path / "words.txt"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    words, line = load(path)
    assert words == WordList()
    assert line.startswith(f"{path}: word list not read: ")
    assert reason in line


def test_a_word_is_on_one_list() -> None:
    words = judged(WordList(("Kaifu",), ("modem",)), "Modem", "good")
    assert words == WordList(("Kaifu", "Modem"), ())
    assert judged(words, "kaifu", "bad") == WordList(("Modem",), ("kaifu",))
