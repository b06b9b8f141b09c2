"""Text that a layer set with a blank after each letter: "P r e s i d e n t" put together again.

Only blanks are taken away. Where one word ends and the next begins is lost, too: it is found by the
words that the source shows elsewhere in one piece, and the commonest small ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from app.importers.lines import Line

_SPACED = re.compile(r"(?<!\S)\w(?: \w){3,}(?!\w)")
_RUNS = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_])+(?=\s|$|[.,;:?!)\-])")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = (
    "a about after all also an and any are as at be been before but by can could did do for from"
    " get had has have he her him his how i if in into is it its made make may me meet more most"
    " must my new no not now of on one only or other our out over said see she should so some such"
    " than that the their them then there these they this those time to under up us use very was"
    " way we well were what when where which while who why will with would yes you your"
)
_LEAST = 0.02
"""Share of its lines that hold such a word from which a source is letter-spaced."""
_LONG = 4
_LONGEST = 20
"""Letters of the longest word that is looked for."""


def closed_up(lines: Sequence[Line]) -> list[Line]:
    """The lines with letter-spaced words in one piece, if the source is set like that.

    Lines whose words have their places are left alone: their format has told words apart.
    """
    bare = [line for line in lines if not line.words]
    spaced = sum(_SPACED.search(line.text) is not None for line in bare)
    if not spaced or spaced < _LEAST * len(bare):
        return list(lines)
    known = _Words(line.text for line in bare)
    return [line if line.words else replace(line, text=known.closed(line.text)) for line in lines]


class _Words:
    """The words of a source that is letter-spaced in part."""

    def __init__(self, texts: Iterable[str]) -> None:
        whole = (_RUNS.sub(" ", text).lower() for text in texts)
        self._known = {*_SMALL.split(), *(word for text in whole for word in _WORD.findall(text))}
        self.parted = lru_cache(maxsize=8192)(self._parted)

    def closed(self, text: str) -> str:
        return _RUNS.sub(lambda found: self._closed(found[0]), text)

    def _closed(self, run: str) -> str:
        letters = run.replace(" ", "")
        at, words = 0, []
        for length in self.parted(letters.lower()):
            words.append(letters[at : at + length])
            at += length
        return " ".join(words)

    def _parted(self, letters: str) -> tuple[int, ...]:
        """The lengths of the words that the letters most likely are: as few as can be, known ones
        rather than others.
        """
        best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
        for end in range(1, len(letters) + 1):
            best.append(
                min(
                    (
                        best[start][0] + self._cost(letters[start:end]),
                        (*best[start][1], end - start),
                    )
                    for start in range(max(0, end - _LONGEST), end)
                )
            )
        return best[-1][1]

    def _cost(self, word: str) -> float:
        """A short word is found by chance sooner than a long one."""
        if word not in self._known:
            return 8.0 + 0.6 * len(word)
        return 2.5 if len(word) >= _LONG else 6.0 - len(word)
