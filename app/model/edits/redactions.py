"""Withholding words, and what is said of it. No redaction is without its code, person and time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.decisions import Exemption, WithheldField
from app.model.document import Document
from app.model.edits.base import EditRefused
from app.model.exemptions import complaint
from app.model.passage import Passage
from app.model.redactions import fields, passage_at, passages, portions, with_decision, with_passage
from app.model.spans import Redaction, Span, ordered
from app.model.terms import Act, Disposition

Stretch = tuple[str, int, int]
"""(place, start, end); a place as in ``app.model.redactions``."""


@dataclass(frozen=True)
class AddRedaction:
    """These stretches are withheld, as one decision; whole words and whole corrections, since a
    part of a word gives the rest away and an original reading can't be divided.

    A portion that was to be released in full is then to be released in part.
    """

    name: ClassVar[str] = "Withhold"
    stretches: tuple[Stretch, ...]
    exemptions: tuple[Exemption, ...]

    def apply(self, document: Document, act: Act) -> Document:
        checked(self.exemptions)
        identifier = f"redaction-{document.serial}"
        added = False
        for where, start, end in self.stretches:
            passage = _passage(document, where, start, end)
            if start < end:
                low, high = snapped(passage, start, end)
                redaction = Redaction(low, high, identifier, self.exemptions, act)
                document = with_passage(document, where, passage.with_span(redaction))
                added = True
        if not added:
            raise EditRefused("Select the words to withhold first.")
        document = _released_in_part(document, {where for where, _, _ in self.stretches}, act)
        return replace(document, serial=document.serial + 1)


@dataclass(frozen=True)
class SetCodes:
    """The redaction is for these reasons."""

    name: ClassVar[str] = "Set Exemption Codes"
    redaction: str
    exemptions: tuple[Exemption, ...]

    def apply(self, document: Document, act: Act) -> Document:
        checked(self.exemptions)
        return _revised(
            document,
            self.redaction,
            lambda held: (replace(held, exemptions=self.exemptions, act=act),),
        )


@dataclass(frozen=True)
class ResizeRedaction:
    """In the passage ``where`` the redaction withholds ``start:end`` and nothing else."""

    name: ClassVar[str] = "Resize Redaction"
    may_open: ClassVar[bool] = True
    redaction: str
    where: str
    start: int
    end: int

    def apply(self, document: Document, act: Act) -> Document:
        passage = _passage(document, self.where, self.start, self.end)
        own = [span for span in passage.spans if _is(span, self.redaction)]
        if not own:
            raise EditRefused("There is no such redaction here.")
        if self.start == self.end:
            raise EditRefused("A redaction withholds at least a character; remove it instead.")
        low, high = snapped(passage, self.start, self.end)
        first = own[0]
        assert isinstance(first, Redaction)
        resized = replace(first, start=low, end=high, act=act)
        rest = [span for span in passage.spans if not _is(span, self.redaction)]
        return with_passage(document, self.where, Passage(passage.text, ordered([*rest, resized])))


@dataclass(frozen=True)
class SplitRedaction:
    """What it withholds from ``offset`` of the passage ``where`` on is a redaction of its own."""

    name: ClassVar[str] = "Split Redaction"
    redaction: str
    where: str
    offset: int

    def apply(self, document: Document, act: Act) -> Document:
        passage = _passage(document, self.where, self.offset, self.offset)
        if not any(_is(s, self.redaction) and s.start < self.offset < s.end for s in passage.spans):
            raise EditRefused("Put the caret inside the redaction to split.")
        if any(c.start < self.offset < c.end for c in passage.corrections):
            raise EditRefused("A correction stands here; its reading can't be divided.")
        fresh = f"redaction-{document.serial}"
        passed = False
        for where, held in tuple(passages(document)):
            passed |= where == self.where
            offset = self.offset if where == self.where else 0
            if passed:
                cut = _cut(held, self.redaction, offset, fresh, act)
                if cut is not held:
                    document = with_passage(document, where, cut)
        return replace(document, serial=document.serial + 1)


def _cut(passage: Passage, redaction: str, offset: int, fresh: str, act: Act) -> Passage:
    if not any(_is(span, redaction) for span in passage.spans):
        return passage
    spans = []
    for span in passage.spans:
        if not isinstance(span, Redaction) or span.id != redaction or span.end <= offset:
            spans.append(span)
        elif span.start >= offset:
            spans.append(replace(span, id=fresh, act=act))
        else:
            spans += [
                replace(span, end=offset, act=act),
                replace(span, start=offset, id=fresh, act=act),
            ]
    return Passage(passage.text, ordered(spans))


@dataclass(frozen=True)
class MergeRedactions:
    """These redactions are one decision, for the reasons of all; blanks between them are withheld
    too.
    """

    name: ClassVar[str] = "Merge Redactions"
    redactions: tuple[str, ...]

    def apply(self, document: Document, act: Act) -> Document:
        if len(set(self.redactions)) < 2:
            raise EditRefused("Choose at least two redactions to merge.")
        exemptions: dict[Exemption, None] = {}
        for identifier in self.redactions:
            found = _pieces(document, identifier)
            if not found:
                raise EditRefused("There is no such redaction.")
            exemptions |= dict.fromkeys(found[0].exemptions)
        merged = Redaction(0, 0, self.redactions[0], tuple(exemptions), act)
        for where, passage in tuple(passages(document)):
            own = [s for s in passage.spans if any(_is(s, one) for one in self.redactions)]
            if own:
                rest = [span for span in passage.spans if span not in own]
                one = _run_together(passage.text, [(s.start, s.end) for s in own])
                made = [replace(merged, start=start, end=end) for start, end in one]
                spans = ordered([*rest, *made])
                document = with_passage(document, where, Passage(passage.text, spans))
        return document


def _run_together(text: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and (start <= found[-1][1] or not text[found[-1][1] : start].strip()):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


@dataclass(frozen=True)
class RemoveRedaction:
    """The redaction goes, in all its places; the words are withheld no more."""

    name: ClassVar[str] = "Remove Redaction"
    may_open: ClassVar[bool] = True
    redaction: str

    def apply(self, document: Document, act: Act) -> Document:
        return _revised(document, self.redaction, lambda held: ())


@dataclass(frozen=True)
class WithholdField:
    """The value (``metadata/place``, ``person/person-2``) is withheld as a whole.

    A person's label goes with them wherever they speak.
    """

    name: ClassVar[str] = "Withhold Value"
    field: str
    exemptions: tuple[Exemption, ...]

    def apply(self, document: Document, act: Act) -> Document:
        checked(self.exemptions)
        if all(name != self.field for name, _ in fields(document)):
            raise EditRefused("There is no such value to withhold.")
        kept = tuple(held for held in document.withheld if held.field != self.field)
        made = WithheldField(self.field, f"redaction-{document.serial}", self.exemptions, act)
        return replace(document, withheld=(*kept, made), serial=document.serial + 1)


@dataclass(frozen=True)
class ReleaseField:
    """The value is withheld no more."""

    name: ClassVar[str] = "Release Value"
    may_open: ClassVar[bool] = True
    field: str

    def apply(self, document: Document, act: Act) -> Document:
        kept = tuple(held for held in document.withheld if held.field != self.field)
        if len(kept) == len(document.withheld):
            raise EditRefused("This value is not withheld.")
        return replace(document, withheld=kept)


def checked(exemptions: tuple[Exemption, ...]) -> None:
    """Raises EditRefused where there is none, or one lacks what it needs."""
    if not exemptions:
        raise EditRefused("A redaction needs its code.")
    for exemption in exemptions:
        if wrong := complaint(exemption):
            raise EditRefused(wrong)


def snapped(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """The range widened to whole words and whole corrections: a part gives the rest away."""
    reached = (-1, -1)
    while reached != (start, end):
        reached = start, end
        start, end = _whole_words(passage.text, start, end)
        for correction in passage.corrections:
            if correction.start < end and start < correction.end:
                start, end = min(start, correction.start), max(end, correction.end)
    return start, end


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _passage(document: Document, where: str, start: int, end: int) -> Passage:
    passage = passage_at(document, where)
    if passage is None or not 0 <= start <= end <= len(passage.text):
        raise EditRefused("There are no such words in this document.")
    return passage


def _is(span: object, redaction: str) -> bool:
    return isinstance(span, Redaction) and span.id == redaction


def _pieces(document: Document, redaction: str) -> list[Redaction]:
    return [
        span
        for _, passage in passages(document)
        for span in passage.spans
        if isinstance(span, Redaction) and span.id == redaction
    ]


def _revised(
    document: Document, redaction: str, revise: Callable[[Redaction], tuple[Redaction, ...]]
) -> Document:
    found = False
    for where, passage in tuple(passages(document)):
        if any(_is(span, redaction) for span in passage.spans):
            found = True
            spans: list[Span] = []
            for span in passage.spans:
                own = isinstance(span, Redaction) and span.id == redaction
                spans += revise(span) if own and isinstance(span, Redaction) else (span,)
            document = with_passage(document, where, Passage(passage.text, tuple(spans)))
    if not found:
        raise EditRefused("There is no such redaction.")
    return document


def _released_in_part(document: Document, places: set[str], act: Act) -> Document:
    for portion in tuple(portions(document)):
        decision = portion.decision
        full = decision is not None and decision.disposition is Disposition.RELEASE
        if full and decision is not None and places & set(portion.where):
            decision = replace(decision, disposition=Disposition.IN_PART, act=act)
            document = with_decision(document, portion.key, decision)
    return document
