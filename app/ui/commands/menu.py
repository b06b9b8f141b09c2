"""The menus."""

from __future__ import annotations

from enum import Enum


class Menu(Enum):
    """The menus, in order, with the letter that opens each.

    The letters are not those of the levels (Alt+U, C, S, T).
    """

    FILE = "&File"
    EDIT = "&Edit"
    SPEAKERS = "Spea&kers"
    PARAGRAPH = "&Paragraph"
    MARKS = "&Marks"
    CORRECTIONS = "C&orrections"
    REVIEW = "Rev&iew"
    NOTES = "Notes an&d Names"
    WITHHOLDING = "&Withholding"
    DECLASSIFY = "Declassif&y"
    PAGE = "Pa&ge"
    VIEW = "&View"
    HELP = "&Help"

    @property
    def title(self) -> str:
        """Without the sign for the letter."""
        return self.value.replace("&", "")
