"""Words that are not known, and names spelt in two ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter, is_not

from app.checks.finding import Finding, Fix, InParagraph, Rule, Severity
from app.checks.words import BROKEN
from app.model.document import Document, Paragraph
from app.model.edits import CorrectText
from app.spelling.names import named_words
from app.spelling.speller import Speller

UNKNOWN = Rule(
    "spelling", "Unknown word", Severity.WARNING, "Neither the dictionary nor a word list has it"
)
TWO_WAYS = Rule(
    "name-two-ways",
    "Name spelt in two ways",
    Severity.WARNING,
    "A name is spelt alike throughout a document",
)

READS = ("people", "metadata.place", "words")
"""The parts of ``Document`` that good words come from."""
_PARTS = attrgetter(*READS)

_NEXT = re.compile(r" (?P<word>[^\W\d_]+)")
_LAST = re.compile(r"(?P<word>[^\W\d_]+) $")
_MOST_FIXES = 5
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_A-Z]{4,}\b")
_LONG = 8
"""Letters from which two letters may differ in a name spelt in two ways; below it one."""
_DEMONYM = re.compile(r"(?:n|s|ns|an|ans|ian|ians|ese|i|is|ish)$")


class UnknownWords:
    """The spelling rule for a person's speller, with the good words of the document at hand."""

    def __init__(self, speller: Speller) -> None:
        self._plain = speller
        self._parts: tuple[object, ...] = (None,) * len(READS)
        self._speller = speller

    def __call__(self, document: Document, at: int) -> Iterator[Finding]:
        """Each word worth a look, with what it may have been."""
        paragraph = document.paragraphs[at]
        speller, reached = self.speller_of(document), 0
        for start, end in speller.unknown_words(paragraph.text):
            if start < reached:
                continue
            torn = _torn(paragraph.text, start, end, speller)
            low, reached = torn or (start, end)
            yield _unknown(paragraph, InParagraph(at, paragraph.id, low, reached), speller)

    def speller_of(self, document: Document) -> Speller:
        """The speller that knows the document's names and word list; made once for each."""
        parts = _PARTS(document)
        if any(map(is_not, parts, self._parts)):
            self._speller = self._plain.with_words(named_words(document))
            self._parts = parts
        return self._speller


def _unknown(paragraph: Paragraph, where: InParagraph, speller: Speller) -> Finding:
    word = paragraph.text[where.start : where.end]
    whole = word.replace(" ", "")
    meant = speller.corrections(word) if whole == word else (whole,)
    fixes = tuple(
        Fix(one, CorrectText(where.at, where.start, where.end, one)) for one in meant[:_MOST_FIXES]
    )
    if "-" in word and word.replace("-", "") in meant:
        message = f"“{word}” was broken at the end of a line."
        return Finding(BROKEN, where, message, word, fixes)
    return Finding(UNKNOWN, where, f"“{word}” is not known.", word, fixes)


def _torn(text: str, start: int, end: int, speller: Speller) -> tuple[int, int] | None:
    """The range of a word torn in two ("infor mation") of which ``start:end`` is a part."""
    after = _NEXT.match(text, end)
    if after and speller.knows(text[start:end] + after["word"]):
        return start, after.end()
    before = _LAST.search(text, 0, start)
    if before and speller.knows(before["word"] + text[start:end]):
        return before.start(), end
    return None


Names = tuple[tuple[int, int, str], ...]


def names(paragraph: Paragraph) -> Names:
    """What looks like a name amid a sentence, as (start, end, name)."""
    return tuple((*found.span(), found[0]) for found in _NAME.finditer(paragraph.text))


class NamesTwoWays:
    """The rule that a name is spelt alike throughout, given what the speller knows."""

    def __init__(self, unknown_words: UnknownWords) -> None:
        self._speller_of = unknown_words.speller_of

    def __call__(self, document: Document, facts: Sequence[Names]) -> Iterator[Finding]:
        """Each place of the rarer spelling, with the other as its fix."""
        speller = self._speller_of(document)
        counts = Counter(name for names in facts for _, _, name in names)
        other = _other_spellings(counts, speller)
        if not other:
            return
        for at, names in enumerate(facts):
            for start, end, name in names:
                if name in other:
                    yield _two_ways(document, at, start, end, other[name])


def _two_ways(document: Document, at: int, start: int, end: int, other: str) -> Finding:
    paragraph = document.paragraphs[at]
    name = paragraph.text[start:end]
    return Finding(
        TWO_WAYS,
        InParagraph(at, paragraph.id, start, end),
        f"“{name}” here, “{other}” elsewhere.",
        name,
        (Fix(other, CorrectText(at, start, end, other)),),
    )


def _other_spellings(counts: Counter[str], speller: Speller) -> dict[str, str]:
    """For each name that is a rarer spelling of another, the other."""
    strangers = {name for name in counts if not speller.knows(name)}
    found: dict[str, str] = {}
    for one, other in _near(counts, strangers):
        rare, usual = sorted((one, other), key=lambda name: _rank(name, counts, speller))
        if rare in strangers and not speller.unknown_words(f"of {rare}"):
            found[rare] = usual
    return found


def _rank(name: str, counts: Counter[str], speller: Speller) -> tuple[bool, int, str]:
    """A known spelling counts for more than an unknown one, and then the more frequent."""
    return speller.knows(name), counts[name], name


def _near(counts: Counter[str], strangers: set[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that differ in a letter or two, at least one of them a stranger.

    Two words a letter apart are alike once a letter is left out of each, so only names that share
    such a remainder are compared.
    """
    by_remainder: dict[str, list[str]] = defaultdict(list)
    for name in counts:
        for remainder in {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}:
            by_remainder[remainder].append(name)
    for alike in by_remainder.values():
        for at, one in enumerate(alike):
            for other in alike[at + 1 :]:
                if (one in strangers or other in strangers) and _is_other_spelling(one, other):
                    yield one, other


def _is_other_spelling(one: str, other: str) -> bool:
    """Not a plural or a demonym ("Korea", "Koreans"), nor short names that happen to be alike."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short[:-1]) and _DEMONYM.search(long):
        return False
    return len(long) == len(short) or len(short) >= _LONG - 2
