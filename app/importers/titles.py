"""Where a memorandum's head begins: its title, and the labels of its form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from app.importers.lines import Line, capitals

_LETTERS = re.compile(r"[^A-Za-z]+")
_CAPITALS_AHEAD = re.compile(r"[^a-z]{8}")
_TITLE = "MEMORANDUMOFTELEPHONECONVERSATION"
_SHORT_TITLE = "MEMORANDUMOFCONVERSATION"
_LONGEST_TITLE = 70
_LONGEST_IN_SMALL = 50
"""Characters of a title that is not in capitals: it stands alone on its line."""
_OTHER_TITLES = (
    "TELCON", "MEMCON", "MEMORANDUMFORTHERECORD", "MEMORANDUMFORRECORD", "TELEPHONECONVERSATION",
    "TELEPHONECALL", "MEMORANDUMOFTELEPHONECALL", "MEMORANDUMOFMEETING", "SUMMARYOFCONCLUSIONS",
    "MINUTESOFMEETING", "RECORDOFCONVERSATION", "RECORDOFMEETING", "SUMMARYOFCONVERSATION",
)  # fmt: skip
"""Titles that are words of running text and of other forms too."""
_WORDS = ("SUBJECT", "PARTICIPANTS", "DATE", "TIME", "PLACE", "LOCATION", "AND", "PARTICIPANT")
_LABEL_WORD = re.compile(r"([A-Za-z][A-Za-z0-9|]{2,13})(?![A-Za-z0-9])([,/&\s]*)")
_LABEL_START = re.compile(r"[A-Za-z][A-Za-z0-9|]{2,13}\b")
_LABEL_END = re.compile(r"\s?[:;]")


@dataclass(frozen=True, slots=True)
class FormLabel:
    """A label of the form at the start of a line: as printed, its words, where it ends."""

    printed: str
    words: frozenset[str]
    end: int

    @property
    def continues(self) -> bool:
        """Whether it is the second line of a label: "AND PLACE:"."""
        return "AND" in self.words and self.printed.upper().startswith("AND")


def is_title(line: Line) -> bool:
    """Whether the line is the title MEMORANDUM OF (TELEPHONE) CONVERSATION, or much like it."""
    text = line.text
    if len(text) > _LONGEST_TITLE or not text[0].isalpha() or not text[0].isupper():
        return False
    if _CAPITALS_AHEAD.match(text):
        letters, alike = capitals(text), 80
    elif len(text) <= _LONGEST_IN_SMALL and all(word[0].isupper() for word in _long_words(text)):
        letters, alike = _LETTERS.sub("", text).upper(), 94
    else:
        return False
    return (
        len(letters) >= 18
        and max(fuzz.ratio(letters, _TITLE), fuzz.ratio(letters, _SHORT_TITLE)) >= alike
    )


def is_other_title(line: Line) -> bool:
    """Whether the line, if a form follows, is the title of another kind: "TELCON"."""
    if len(line.text) > _LONGEST_IN_SMALL:
        return False
    letters = _LETTERS.sub("", line.text).upper()
    return (
        process.extractOne(letters, _OTHER_TITLES, scorer=fuzz.ratio, score_cutoff=88) is not None
    )


def _long_words(text: str) -> list[str]:
    return [word for word in text.split() if len(word) > 3]


def form_label(text: str) -> FormLabel | None:
    """The label of the form that the line begins with, None if there is none.

    It is in capitals ("DATE, TIME June 4, 1990"), or ends in a colon ("Subject: ...").
    """
    if not _LABEL_START.match(text):
        return None
    words: list[str] = []
    end = stop = 0
    while found := _LABEL_WORD.match(text, stop):
        word = _form_word(found[1].upper())
        if word is None or not (found[1][0].isupper() or found[1] == "and"):
            break
        words.append(word)
        end, stop = found.start(2) + len(found[2].rstrip()), found.end()
    if not set(words) - {"AND"}:
        return None
    colon = _LABEL_END.match(text, end)
    if colon is None and not _in_capitals(text[:end]):
        return None
    end = colon.end() if colon else end
    return FormLabel(text[:end], frozenset(words), end)


def _in_capitals(text: str) -> bool:
    """Whether most letters of each word are capitals; a misread one may be small."""
    return all(sum(map(str.isupper, word)) >= 0.6 * len(word) for word in text.split())


@lru_cache(maxsize=1024)
def _form_word(word: str) -> str | None:
    if word == "AND":
        return word
    best = process.extractOne(word, _WORDS, scorer=fuzz.ratio, score_cutoff=84)
    return None if best is None or best[0] == "AND" else best[0].replace("PANTS", "PANT")
