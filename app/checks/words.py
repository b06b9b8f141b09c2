"""The letters on the page: doubled words, spacing, brackets, broken words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.finding import Finding, Fix, InParagraph, Rule, Severity
from app.model.document import Document
from app.model.edits import CorrectText

DOUBLED = Rule(
    "doubled-word", "Doubled word", Severity.WARNING, "A word read, or typed, twice"
)  # fmt: skip
BROKEN = Rule(
    "broken-word",
    "Word broken at a line end",
    Severity.WARNING,
    "The hyphen belongs to the line of the paper, not to the word",
)
SPACING = Rule("spacing", "Spacing", Severity.WARNING, "Blanks around punctuation")
UNBALANCED = Rule(
    "unbalanced", "Unbalanced bracket or quotation mark", Severity.WARNING, "They come in pairs"
)

_TWICE = re.compile(r"\b(?P<word>[^\W\d_]+)(?P<again> (?P=word))\b", re.IGNORECASE)
_LEGITIMATE = frozenset({"had", "that", "very", "no", "bye", "yes", "blah", "well"})
"""Words that are said twice running in good English."""
_ECHO = re.compile(
    r"\b(?:(?P<it>it|he|she|we|they|I)(?P<first> (?P<is>is|was|are|were|am|will|would)) (?P=it)"
    r"|(?P<was>is|was|are|were|am|will|would)(?P<next> (?:it|he|she|we|they|I)) (?P=was))\b",
)
_BROKEN = re.compile(r"\b(?P<left>[^\W\d_]{2,})- (?P<right>[a-z]{2,})\b")
_SUSPENDED = frozenset({"and", "or", "to", "nor", "but"})
"""After these a hyphen with a blank is good English: "short- and long-term"."""
_SPACING = re.compile(
    r"(?P<before>(?<=\w) +(?=[,;:?!](?:\s|$)|\.(?:\s*$|\s+[A-Z])))"
    r"|(?P<after>(?<=\() +|(?<=\w) +(?=\)))"
    r"|(?P<double>(?<=[\w,;]) {2,}(?=\w))"
    r"|(?P<lacking>(?<=[a-z][,;?!])(?=[A-Za-z])|(?<=[a-z]{2}\.)(?=[A-Z][a-z]))"
)
_SUSPECT = re.compile(r"[ (][ ),;:?!.]|[,;?!.][A-Za-z]")
"""Stands wherever ``_SPACING`` finds something, and is found much quicker."""
_PAIRED = re.compile(r"[()\[\]“”\"]")
_PAIRS = {")": "(", "]": "[", "”": "“"}


def doubled_words(document: Document, at: int) -> Iterator[Finding]:
    """The same word twice running, and "it is it"."""
    paragraph = document.paragraphs[at]
    text = paragraph.text
    for found in _TWICE.finditer(text):
        word = found["word"]
        # "Bora Bora" is a name; a sentence may begin with a word and go on with it.
        is_name = word[0].isupper() and found["again"][1].isupper()
        if word.lower() in _LEGITIMATE or is_name:
            continue
        where = InParagraph(at, paragraph.id, *found.span())
        fix = Fix(word, CorrectText(at, found.start("again"), found.end("again"), ""))
        yield Finding(DOUBLED, where, f"“{word}” stands twice.", found[0], (fix,))
    for found in _ECHO.finditer(text):
        start, end = found.span()
        first, last = found[0].split()[0], found[0].split()[-1]
        fixes = (
            Fix(found[0][len(first) + 1 :], CorrectText(at, start, start + len(first) + 1, "")),
            Fix(found[0][: -len(last) - 1], CorrectText(at, end - len(last) - 1, end, "")),
        )
        where = InParagraph(at, paragraph.id, start, end)
        yield Finding(DOUBLED, where, f"“{first}” stands twice.", found[0], fixes)


def broken_words(document: Document, at: int) -> Iterator[Finding]:
    """A hyphen with a blank after it amid a word."""
    paragraph = document.paragraphs[at]
    for found in _BROKEN.finditer(paragraph.text) if "- " in paragraph.text else ():
        if found["right"] in _SUSPENDED:
            continue
        whole = found["left"] + found["right"]
        yield Finding(
            BROKEN,
            InParagraph(at, paragraph.id, *found.span()),
            f"“{found[0]}” was broken at the end of a line.",
            found[0],
            (
                Fix(whole, CorrectText(at, *found.span(), whole)),
                Fix(
                    f"{found['left']}-{found['right']}",
                    CorrectText(at, found.end("left") + 1, found.start("right"), ""),
                ),
            ),
        )


def spacing(document: Document, at: int) -> Iterator[Finding]:
    """A blank before punctuation, none after it, or two amid a sentence."""
    paragraph = document.paragraphs[at]
    text = paragraph.text
    for found in _SPACING.finditer(text) if _SUSPECT.search(text) else ():
        start, end = found.span()
        blank = "" if found["before"] or found["after"] else " "
        message = {
            "before": "A blank stands before the punctuation mark.",
            "after": "A blank stands inside the bracket.",
            "double": "There is more than one blank.",
            "lacking": "A blank is lacking after the punctuation mark.",
        }[found.lastgroup or "double"]
        low, high = _word_before(text, start), _word_after(text, end)
        yield Finding(
            SPACING,
            InParagraph(at, paragraph.id, low, high),
            message,
            text[low:high],
            (Fix(text[low:start] + blank + text[end:high], CorrectText(at, start, end, blank)),),
        )


def _word_before(text: str, at: int) -> int:
    return text.rfind(" ", 0, at) + 1


def _word_after(text: str, at: int) -> int:
    end = text.find(" ", at)
    return len(text) if end < 0 else end


def unbalanced(document: Document, at: int) -> Iterator[Finding]:
    """Brackets and quotation marks without their partner.

    A quotation that goes on in the next paragraph is opened there again and closed once.
    """
    paragraph = document.paragraphs[at]
    for place in _partnerless(paragraph.text):
        sign = paragraph.text[place]
        if sign in '“"' and _opens_again(document, at + 1):
            continue
        where = InParagraph(at, paragraph.id, place, place + 1)
        around = paragraph.text[max(0, place - 12) : place + 13]
        yield Finding(UNBALANCED, where, f"This {sign} has no partner.", around)


def _partnerless(text: str) -> Iterator[int]:
    opened: list[int] = []
    straight: list[int] = []
    for found in _PAIRED.finditer(text):
        place, sign = found.start(), found[0]
        if sign in "([“":
            opened.append(place)
        elif sign == '"':
            straight.append(place)
        elif sign in _PAIRS:
            if opened and text[opened[-1]] == _PAIRS[sign]:
                opened.pop()
            elif not (sign == ")" and _is_numbering(text, place)):
                yield place
    yield from opened
    if len(straight) % 2:
        yield straight[-1]


def _is_numbering(text: str, place: int) -> bool:
    """Whether the bracket closes a number or a letter in front of a point: "1)", "a)"."""
    return re.search(r"(?:^|\s)(?:\d{1,2}|[a-z]|[ivx]{1,4})$", text[:place]) is not None


def _opens_again(document: Document, at: int) -> bool:
    return at < len(document.paragraphs) and document.paragraphs[at].text[:1] in ("“", '"')
