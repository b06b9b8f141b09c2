"""Portion marks: setting, confirming and removing them. What the source reads is never touched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.model.document import Mark, Paragraph
from app.model.edits.base import EditRefused, ParagraphEdit
from app.model.terms import Act, Certainty, Level, Position


@dataclass(frozen=True)
class SetMarking(ParagraphEdit):
    """Level, caveats, strike-through or position of the marks of ``at``; None leaves a part as it
    is.

    Setting a mark also confirms it: a person has looked.
    """

    name: ClassVar[str] = "Set Portion Mark"
    level: Level | None = None
    caveats: tuple[str, ...] | None = None
    struck: bool | None = None
    position: Position | None = None

    def changed(self, paragraph: Paragraph, act: Act) -> Paragraph:
        return replace(paragraph, mark=self.revised(paragraph.mark or Mark(None), act))

    def revised(self, mark: Mark, act: Act) -> Mark:
        """The mark with the parts that are given. Raises EditRefused where it has no level then."""
        level = self.level or mark.level
        if level is None:
            raise EditRefused("A portion mark needs a level first: U, C, S or TS.")
        return replace(
            mark,
            level=level,
            caveats=mark.caveats if self.caveats is None else self.caveats,
            struck=mark.struck if self.struck is None else self.struck,
            position=self.position or mark.position,
            certainty=Certainty.HIGH,
            act=act,
        )


@dataclass(frozen=True)
class ConfirmMarks(ParagraphEdit):
    """The proposed marks of ``at`` are right; those already confirmed stay as they are."""

    name: ClassVar[str] = "Confirm Portion Mark"

    def changed(self, paragraph: Paragraph, act: Act) -> Paragraph:
        mark = paragraph.mark
        if mark is None or mark.level is None or mark.confirmed:
            return paragraph
        return replace(paragraph, mark=replace(mark, certainty=Certainty.HIGH, act=act))


@dataclass(frozen=True)
class ClearMarking(ParagraphEdit):
    """The paragraphs ``at`` bear no mark; a reading of the source is kept."""

    name: ClassVar[str] = "Clear Portion Mark"

    def changed(self, paragraph: Paragraph, act: Act) -> Paragraph:
        if paragraph.mark is None or paragraph.mark.level is None:
            return paragraph
        return replace(paragraph, mark=cleared(paragraph.mark, act))


def cleared(mark: Mark | None, act: Act) -> Mark | None:
    """No mark, or no more than what the source reads."""
    if mark is None or not mark.reading:
        return None
    return Mark(None, reading=mark.reading, read_at=mark.read_at, position=mark.read_at, act=act)
