"""The English dictionary."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Protocol

from app.model.document import WordList

_FOLDER = Path(__file__).parents[2] / "resources" / "spelling"


class Dictionary(Protocol):
    """Words that are spelt right."""

    def spell(self, word: str) -> bool:
        """Whether the dictionary has the word."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that are like it, best first. Takes up to 0.2 s."""
        ...


@cache
def english() -> Dictionary:
    """American English (SCOWL, 2020). The first call reads it, in 0.05 s; 10 MB of memory."""
    # Imported here, so that a desk that does not check spelling does not need the library.
    from hunspell import Hunspell  # type: ignore[import-untyped]

    dictionary: Dictionary = Hunspell("en_US", hunspell_data_dir=str(_FOLDER))
    return dictionary


@cache
def diplomatic() -> WordList:
    """What the dictionary lacks of the words of diplomacy ("démarche", "notetaker")."""
    return WordList(tuple((_FOLDER / "diplomatic.txt").read_text(encoding="utf-8").split()))
