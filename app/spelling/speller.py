"""Judges words by the dictionary and the word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache

from app.model.document import WordList
from app.spelling.confusions import variants
from app.spelling.dictionary import Dictionary

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_STARTS = re.compile(r"""(?:^|[.?!:]["”’')\]]*\s)["“‘'(\[]*$""")
_LOOK_BACK = 6
_ACRONYM = 6
"""Letters up to which a word in capitals is taken for an acronym."""
_NAME = 5
"""Letters from which a capital amid a sentence may still be a misread word and no name."""
_UNLIKE_A_NAME = 0.3
"""Cost below which a confusion is likelier than that a name just looks so."""
_MOST_COST = 0.9
"""Of two confusions in one word."""
_LONGEST = 40
"""Letters of a word beyond which nobody tells what it was, and trying takes long."""
_MOST_SUGGESTIONS = 8
_REMEMBERED = 100_000
"""Answers of the dictionary that are kept: some 10 MB."""
_SPLIT, _SPLIT_SMALL = 0.5, 0.4
"""Costs of a missing blank; less beside a small word, for those are run into others most."""
_SMALL = frozenset(
    {
        *("a", "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it"),
        *("me", "my", "no", "of", "on", "or", "so", "to", "up", "us", "we"),
    }
)
"""The words of one or two letters; the dictionary also has symbols and abbreviations."""
_LONG = 8
"""Letters from which a word may be three that lost the blanks between them."""


class _Verdict(Enum):
    FINE = 0
    UNKNOWN = 1
    UNKNOWN_AT_START = 2
    """A name amid a sentence, and no known word where a sentence begins."""


class Speller:
    """Knows a word if a list of good words or the dictionary has it, and no list of bad ones.

    What it judged once it remembers, so a text costs a look-up a word.
    """

    def __init__(self, dictionary: Dictionary, *lists: WordList) -> None:
        self._dictionary = dictionary
        self._spell = lru_cache(_REMEMBERED)(dictionary.spell)
        self._good = frozenset(word.casefold() for words in lists for word in words.good)
        self._bad = frozenset(word.casefold() for words in lists for word in words.bad)
        self._lists = lists
        self._verdicts: dict[str, _Verdict] = {}
        self._corrections: dict[str, tuple[str, ...]] = {}

    def with_words(self, words: WordList) -> Speller:
        """A speller that knows these words too."""
        speller = Speller(self._dictionary, *self._lists, words)
        speller._spell = self._spell
        return speller

    def knows(self, word: str) -> bool:
        """Whether the word is spelt right as it stands."""
        folded = word.casefold()
        if folded in self._bad:
            return False
        return folded in self._good or self._spell(word)

    def unknown_words(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the words stand that are worth a look, as (start, end).

        A word in small letters is if it is not known. A word with capitals or digits in it may be
        a name, an acronym or a number, and is only if it looks like a known word misread.
        """
        found: list[tuple[int, int]] = []
        verdicts = self._verdicts
        for match in _WORD.finditer(text):
            word = match[0]
            verdict = verdicts.get(word) or self._judged(word)
            if verdict is _Verdict.FINE:
                continue
            if verdict is _Verdict.UNKNOWN or _starts_sentence(text, match.start()):
                found.append(match.span())
        return tuple(found)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Known words that may be meant, the likeliest first: what OCR would misread so, then what
        is spelt alike.
        """
        if len(word) > _LONGEST:
            return ()
        alike = (one for one in self._dictionary.suggest(word) if self._phrase_is_known(one))
        ranked = dict.fromkeys((*self.corrections(word), *alike))
        return tuple(ranked)[:_MOST_SUGGESTIONS]

    def corrections(self, word: str) -> tuple[str, ...]:
        """The suggestions that OCR would misread so: quick to find."""
        if word not in self._corrections:
            self._corrections[word] = self._misread(word)
        return self._corrections[word]

    def _misread(self, word: str) -> tuple[str, ...]:
        if len(word) > _LONGEST:
            return ()
        bare = _POSSESSIVE.sub("", word)
        ending = word[len(bare) :]
        once = _cheapest(variants(bare))
        costs = self._known_among(once)
        plain = bare.isalpha() and bare.islower()
        mixed = bare.isalnum() and not bare.isalpha()
        if not costs and (plain or mixed):
            costs = self._known_among(_twice(once))
        costs |= self._unhyphenated(bare) | (self._split(bare) if plain else {})
        costs.pop(bare, None)
        return tuple(one + ending for one in sorted(costs, key=lambda one: (costs[one], one)))

    def _known_among(self, costs: dict[str, float]) -> dict[str, float]:
        return {one: cost for one, cost in costs.items() if one.isdigit() or self.knows(one)}

    def _unhyphenated(self, word: str) -> dict[str, float]:
        joined = word.replace("-", "")
        return {joined: 0.0} if joined != word and self.knows(joined) else {}

    def _split(self, word: str) -> dict[str, float]:
        """The word as two, or failing that as three, that lost the blanks between them."""
        two = dict(self._in_two(word))
        if two or len(word) < _LONG:
            return two
        return {
            f"{word[:at]} {rest}": _SPLIT + cost
            for at in range(1, len(word))
            if self._is_part(word[:at])
            for rest, cost in self._in_two(word[at:])
        }

    def _in_two(self, word: str) -> Iterator[tuple[str, float]]:
        for at in range(1, len(word)):
            if self._is_part(word[:at]) and self._is_part(word[at:]):
                yield f"{word[:at]} {word[at:]}", _cost_of_split(word[:at], word[at:])

    def _is_part(self, part: str) -> bool:
        return part in _SMALL if len(part) < 3 else self.knows(part)

    def _phrase_is_known(self, phrase: str) -> bool:
        return all(self.knows(word) for word in phrase.split())

    def _judged(self, word: str) -> _Verdict:
        if word.casefold() in self._bad:
            verdict = _Verdict.UNKNOWN
        elif word.isdigit() or len(word) == 1 or self.knows(word):
            verdict = _Verdict.FINE
        elif "-" in word:
            parts = [self._judged(part) for part in word.split("-")]
            verdict = next((one for one in parts if one is not _Verdict.FINE), _Verdict.FINE)
        else:
            verdict = self._judged_stranger(_POSSESSIVE.sub("", word))
        self._verdicts[word] = verdict
        return verdict

    def _judged_stranger(self, word: str) -> _Verdict:
        """The verdict on a word that is not known with its ending."""
        if self.knows(word) or (word.isupper() and word.isalpha() and len(word) <= _ACRONYM):
            return _Verdict.FINE
        if word.islower() and word.isalpha():
            return _Verdict.UNKNOWN
        if not self.corrections(word):
            return _Verdict.FINE
        if word.istitle() and word.isalpha() and not self._is_misread_name(word):
            return _Verdict.UNKNOWN_AT_START
        return _Verdict.UNKNOWN

    def _is_misread_name(self, word: str) -> bool:
        """Whether a capital amid a sentence is likelier a known word misread than a strange
        name.
        """
        return len(word) >= _NAME and any(
            cost < _UNLIKE_A_NAME or meant.casefold() in self._good
            for meant, cost in variants(word)
            if self.knows(meant)
        )


def _cost_of_split(*parts: str) -> float:
    return _SPLIT_SMALL if _SMALL.intersection(parts) else _SPLIT


def _twice(once: dict[str, float]) -> dict[str, float]:
    """What the word may have been when a second thing in it was misread."""
    return _cheapest(
        (word, first + cost)
        for start, first in once.items()
        for word, cost in variants(start)
        if first + cost <= _MOST_COST
    )


def _cheapest(costs: Iterable[tuple[str, float]]) -> dict[str, float]:
    best: dict[str, float] = {}
    for word, cost in costs:
        if cost < best.get(word, float("inf")):
            best[word] = cost
    return best


def _starts_sentence(text: str, at: int) -> bool:
    return _STARTS.search(text[max(0, at - _LOOK_BACK) : at]) is not None
