"""What OCR reads in place of what, and what a misread word may have been."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

CONFUSIONS: tuple[tuple[str, str, float], ...] = (
    ("rn", "m", 0.2), ("m", "rn", 0.3), ("nn", "m", 0.5), ("ni", "m", 0.6), ("in", "m", 0.6),
    ("ri", "n", 0.5), ("n", "ri", 0.7), ("vv", "w", 0.2), ("w", "vv", 0.5), ("ii", "u", 0.4),
    ("cl", "d", 0.2), ("d", "cl", 0.5), ("ci", "a", 0.5), ("li", "h", 0.4), ("lt", "h", 0.6),
    ("l", "1", 0.2), ("1", "l", 0.2), ("l", "I", 0.2), ("I", "l", 0.2), ("1", "I", 0.3),
    ("I", "1", 0.2), ("1", "i", 0.3), ("l", "i", 0.4), ("i", "l", 0.4), ("l", "t", 0.5),
    ("t", "l", 0.5), ("0", "O", 0.2), ("O", "0", 0.2), ("0", "o", 0.2), ("o", "0", 0.3),
    ("e", "c", 0.3), ("c", "e", 0.3), ("o", "c", 0.6), ("c", "o", 0.6), ("o", "e", 0.6),
    ("e", "o", 0.6), ("a", "o", 0.7), ("o", "a", 0.7), ("h", "b", 0.3), ("b", "h", 0.3),
    ("n", "u", 0.4), ("u", "n", 0.4), ("n", "h", 0.6), ("h", "n", 0.6), ("u", "ii", 0.7),
    ("f", "t", 0.5), ("t", "f", 0.5), ("i", "j", 0.6), ("j", "i", 0.5), ("r", "t", 0.7),
    ("q", "g", 0.5), ("g", "q", 0.6), ("y", "v", 0.6), ("v", "y", 0.6), ("5", "S", 0.3),
    ("5", "s", 0.3), ("8", "B", 0.3), )  # fmt: skip
"""(what is read, what is meant, cost): the less the cost, the more often one is taken for the
other. Judged by the shapes of letters in typescript.
"""


def _by_first_letter() -> dict[str, tuple[tuple[str, str, float], ...]]:
    rows: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
    for row in CONFUSIONS:
        rows[row[0][0]].append(row)
    return {letter: tuple(held) for letter, held in rows.items()}


_BY_FIRST_LETTER = _by_first_letter()


def variants(word: str) -> Iterator[tuple[str, float]]:
    """What the word may have been when one thing in it was misread, and what each costs."""
    for at, letter in enumerate(word):
        for read, meant, cost in _BY_FIRST_LETTER.get(letter, ()):
            if word.startswith(read, at):
                yield word[:at] + meant + word[at + len(read) :], cost
