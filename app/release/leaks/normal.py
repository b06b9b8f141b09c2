"""Words without what can differ between two spellings of the same: case, accents, Unicode form,
soft hyphens, line ends.
"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BROKEN = re.compile(r"(?<=\w)[-\u2010\u2011\u00ac]\s*[\r\n]+\s*(?=\w)")
_WORD = re.compile(r"[^\W_]+")
_NO_WORD = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """The text folded; words broken at a line end are whole again."""
    text = _INVISIBLE.sub("", text)
    text = _BROKEN.sub("", text)
    parted = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFKC", bare.casefold()).split())


def words(folded: str) -> list[str]:
    """The words of a folded text: letters and figures."""
    return _WORD.findall(folded)


def squeezed(folded: str) -> str:
    """The letters and figures of a folded text alone."""
    return _NO_WORD.sub("", folded)


def spaced(word: str) -> re.Pattern[str]:
    """Finds a folded word, also letter-spaced or cut by hyphens or marks."""
    return re.compile(r"(?<![^\W_])" + r"[\W_]{0,3}".join(map(re.escape, word)) + r"(?![^\W_])")


def whole(phrase: str) -> re.Pattern[str]:
    """Finds the folded phrase, not within a longer word."""
    return re.compile(r"(?<![^\W_])" + re.escape(phrase) + r"(?![^\W_])")
