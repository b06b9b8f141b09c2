"""A person's own word list: a text file, one word a line, with "-" before a bad word."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from app.model.document import WordList
from app.storage.atomic import save_bytes, state_on_disk

_BAD = "-"


def load(path: Path) -> tuple[WordList, str]:
    """The words in the file, and a line for the person where it could not be read, else ""."""
    try:
        lines = path.read_text(encoding="utf-8").split()
    except FileNotFoundError:
        return WordList(), ""
    except OSError as error:
        return WordList(), f"{path}: word list not read: {error.strerror}; check its permissions"
    except UnicodeDecodeError:
        return WordList(), f"{path}: word list not read: it is not UTF-8 text; save it as UTF-8"
    good = tuple(line for line in lines if not line.startswith(_BAD))
    bad = tuple(line.removeprefix(_BAD) for line in lines if line.startswith(_BAD))
    return WordList(good, bad), ""


def save(words: WordList, path: Path) -> None:
    """Write the file, readable by its owner alone. Raises OSError or ``SaveError``."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lines = (*sorted(words.good), *(_BAD + word for word in sorted(words.bad)))
    save_bytes(path, "".join(f"{line}\n" for line in lines).encode(), state_on_disk(path))


def judged(words: WordList, word: str, verdict: Literal["good", "bad"]) -> WordList:
    """The list with the word as good or bad, and no longer as the other."""
    good, bad = (
        tuple(held for held in held_words if held.casefold() != word.casefold())
        for held_words in (words.good, words.bad)
    )
    return WordList((*good, word), bad) if verdict == "good" else WordList(good, (*bad, word))
