from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.spelling.dictionary import diplomatic, english

REPO = Path(__file__).parents[2]


def test_it_is_read_once() -> None:
    assert english() is english()


@pytest.mark.parametrize("word", ["government", "Gorbachev", "wasn’t", "IAEA"])
def test_it_knows(word: str) -> None:
    assert english().spell(word)


def test_the_diplomatic_words_are_those_it_lacks() -> None:
    words = diplomatic().good
    assert len(set(words)) == len(words) > 40
    assert [word for word in words if english().spell(word)] == []


def test_the_licence_stands_beside_it() -> None:
    licence = REPO / "resources" / "spelling" / "LICENSE-en_US.txt"
    assert "Kevin Atkinson" in licence.read_text(encoding="utf-8")


def test_the_library_is_loaded_only_when_it_is_needed() -> None:
    code = "import sys, app.spelling.dictionary; assert 'hunspell' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=REPO, check=True)
