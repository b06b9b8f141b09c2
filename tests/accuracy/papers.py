"""Memoranda typed anew from the shipped sample, in other styles and with other people, and damaged
the way OCR damages old paper: for rules that must not fit one document only.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.model.document import Document, Paragraph
from app.model.terms import Level

BANNER, MARK, TEXT, BLANK = "banner", "mark", "text", ""
Line = tuple[str, str]
"""What a line is and how it reads."""

SHEETS = (
    "Withdrawal/Redaction Sheet\nGeorge Bush Library\n\nDocument No. and Type    Subject/Title of"
    " Document    Date    Restriction\n\n01. Memo    To the Secretary (2 pp.)    06/07/89    (b)(1)"
    "\n\n"
    "Collection:\nRecord Group:  Bush Presidential Records\nOffice:  National Security Council\n"
    "Series:  Presidential Correspondence\nSubseries:  Memcons\nDate Closed:  3/4/1999\n"
    "FOIA/SYS Case #:  2000-0429-F",
    "NSC/S PROFILE          RECORD ID: 9004471\n       RECEIVED: 05 JUN 90 10\n\nTO: SCOWCROFT\n\n"
    "FROM: JACKSON\n\nKEYWORDS: JAPAN\n\nPERSONS:\n\nSUBJECT: MEMCON\n\nACTION: NOTED\n\n"
    "STAFF OFFICER: JACKSON    LOGREF:\n\nDOCUMENT DISTRIBUTION\n\nFOR ACTION    FOR INFO\n"
    "DISPATCHED BY         DATE\nOPENED BY: NSMEM    CLOSED BY: NSJDA",
)
"""Sheets as libraries and registries put them between papers."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a typist sets a memorandum. ``names``: who stands in for whom, label by label."""

    width: int = 65
    indent: int = 0
    label_end: str = ":"
    spaced: bool = True
    leading: bool = False
    names: tuple[tuple[str, str], ...] = ()

    def renamed(self, text: str) -> str:
        for old, new in self.names:
            text = text.replace(old, new)
        return text


def typed(document: Document, style: Style, shown: str = "CONFIDENTIAL") -> list[list[Line]]:
    """The pages of the memorandum as lines."""
    pages: list[list[Line]] = [[(BANNER, shown), (BLANK, ""), *_head(document, style)]]
    for paragraph in document.paragraphs:
        for _ in (b for b in paragraph.passage.page_breaks if b.start < len(paragraph.text)):
            pages[-1] += [(BLANK, ""), (BANNER, shown)]
            pages.append([(BANNER, shown), (TEXT, str(len(pages) + 1).rjust(40)), (BLANK, "")])
        pages[-1] += _typed_paragraph(paragraph, style)
        if style.spaced:
            pages[-1].append((BLANK, ""))
    if document.trailer:
        pages[-1] += [(TEXT, document.trailer.text.center(style.width)), (BLANK, "")]
    pages[-1].append((BANNER, shown))
    return pages


def damaged(pages: Sequence[Sequence[Line]], chance: random.Random, rate: float) -> str:
    """The pages as an engine reads them that gets about ``rate`` of the letters wrong."""
    return "\f".join("\n".join(_read(page, chance, rate)) for page in pages)


def _head(document: Document, style: Style) -> Iterator[Line]:
    yield TEXT, "THE WHITE HOUSE".center(style.width)
    yield TEXT, "WASHINGTON".center(style.width)
    yield BLANK, ""
    yield TEXT, document.heading.title.text
    yield BLANK, ""
    for entry in document.heading.entries:
        labels, texts = entry.label.text.split("\n"), entry.text.text.split("\n")
        if entry.mark:
            texts[-1] += f" {entry.mark.reading}"
        wrapped = [textwrap.wrap(style.renamed(text), style.width - 20) for text in texts]
        lines = [line for held in wrapped for line in held]
        for at, line in enumerate(lines):
            yield TEXT, (labels[at] if at < len(labels) else "").ljust(20) + line
        yield BLANK, ""


def _typed_paragraph(paragraph: Paragraph, style: Style) -> list[Line]:
    label = ""
    if paragraph.label:
        label = style.renamed(paragraph.label.text).rstrip(" :-") + style.label_end + " "
    text = label + style.renamed(paragraph.text)
    first = " " * style.indent
    mark = paragraph.mark
    if mark and style.leading:
        text = f"({(mark.level or Level.U).name}) {text}"
    lines = textwrap.wrap(text, style.width, initial_indent=first)
    made = [(TEXT, line) for line in lines]
    if mark and not style.leading:
        made[-1] = (MARK if mark.struck else TEXT, f"{lines[-1]} ({(mark.level or Level.U).name})")
    return made


_LOOKALIKES = {
    "e": "c", "c": "e", "l": "1", "i": "l", "o": "0", "O": "0", "h": "b", "n": "u", "u": "n",
    "m": "rn", "t": "f", "S": "5", "r": "t", "a": "s", "f": "t", "g": "q", "B": "8", ",": ".",
    "I": "l", "w": "vv", "y": "v", "d": "cl",
}  # fmt: skip
_STROKES = "■^fJtjI~'*-|"
_HIDDEN = ("Ø", "P", "%", "2", "f", "£", "Z", "0", "jSj", "¢", "&", "9", "e")


def _read(page: Sequence[Line], chance: random.Random, rate: float) -> Iterator[str]:
    for kind, text in page:
        if kind == BANNER:
            yield _garbled(text, chance)
        elif kind == MARK:
            yield _confused(text[:-4], chance, rate) + _struck_mark(chance)
        elif kind == BLANK:
            yield ""
        else:
            yield _confused(text, chance, rate)
        if rate and chance.random() < rate:
            yield ""
        if rate and chance.random() < rate / 2:
            yield chance.choice(["~", "os", "' .", "|", ". ,", "ij"])


def _confused(text: str, chance: random.Random, rate: float) -> str:
    """Letters mistaken for others; a printed mark survives, as (U) does."""
    end = len(text) - 4 if text.endswith("(U)") else len(text)
    wrong = [
        _LOOKALIKES[sign] if sign in _LOOKALIKES and chance.random() < rate else sign
        for sign in text[:end]
    ]
    return "".join(wrong) + text[end:]


def _garbled(text: str, chance: random.Random) -> str:
    """A banner lined through: from hardly touched to gone."""
    signs = [
        chance.choice(_STROKES) + (sign if chance.random() < 0.5 else "")
        if chance.random() < 0.35
        else sign
        for sign in text
    ]
    return "" if chance.random() < 0.15 else "".join(signs)


def _struck_mark(chance: random.Random) -> str:
    """A mark lined through: something between brackets that are not all read, or nothing."""
    if chance.random() < 0.2:
        return ""
    return " " + chance.choice("({i") + chance.choice(_HIDDEN) + chance.choice(")T^}")
