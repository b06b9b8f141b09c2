"""Tells printed words from dirt, handwriting and stamps that an engine read as letters."""

from __future__ import annotations

import re
from functools import lru_cache

_SHORT = frozenset(
    ["a", "am", "an", "as", "at", "be", "by", "do", "eh", "go", "he", "hi", "i", "if", "in", "is",
     "it", "me", "mr", "ms", "my", "no", "o", "of", "oh", "ok", "on", "or", "pm", "so", "to", "uh",
     "um", "un", "up", "us", "we", "ye"]
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?")
_JOINT = re.compile("['’-]")
_COMPOUND = re.compile(r"[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z]+)+")
_NUMBER = re.compile(r"\$?\d+(?:[.,:/-]\d+)*%?(?:st|nd|rd|th|s)?")
_VOWEL = re.compile("[aeiouy]|[^\\x00-\\x7f]", re.IGNORECASE)
_CONSONANTS = re.compile("[bcdfghjklmnpqrstvwxz]{5}", re.IGNORECASE)
_EDGES = " \t.,;:!?()[]\"'“”‘’—–-"
_SPECK = 3
"""Letters and digits up to which a line that is no word is a speck."""


def legible(text: str) -> float:
    """The share of the signs of the text that are in words or numbers, 0 to 1."""
    good = whole = 0
    for token in text.split():
        bare = token.strip(_EDGES)
        whole += len(bare)
        if _is_word(bare):
            good += len(bare)
    return good / whole if whole else 0.0


def is_noise(text: str) -> bool:
    """Whether at most half of the text is legible."""
    return legible(text) <= 0.5


def is_speck(text: str) -> bool:
    """Whether a line is nothing but a few signs that make no word: dirt on the paper."""
    signs = sum(map(str.isalnum, text))
    return len(text) <= 2 * _SPECK and signs <= _SPECK and is_noise(text)


@lru_cache(maxsize=4096)
def _is_word(bare: str) -> bool:
    if _NUMBER.fullmatch(bare) or _COMPOUND.fullmatch(bare) or _INITIALS.fullmatch(bare):
        return True
    if not _WORD.fullmatch(bare) or not all(map(_is_cased, _JOINT.split(bare))):
        return False
    if len(bare) <= 2:
        return bare.lower() in _SHORT
    return _VOWEL.search(bare) is not None and _CONSONANTS.search(bare) is None


def _is_cased(part: str) -> bool:
    """Whether a word is written as words are: small, in capitals, or with one capital ahead."""
    return part.islower() or part.isupper() or part[1:].islower()
