"""A line cut in two where two things are printed side by side."""

from __future__ import annotations

from dataclasses import replace

from app.importers.lines import Box, Line, SourceWord


def cut(line: Line, at: int) -> list[Line]:
    """Both sides of the place in the text of the line, each with its words; a side that is blank
    is left out.

    The place must be between two words.
    """
    left, right = line.text[:at].rstrip(), line.text[at:].lstrip()
    count = len(left.split())
    parts = [
        replace(
            line, text=left, words=line.words[:count], box=_box(line, line.words[:count]),
            short=None,
        ),
        replace(
            line, text=right, words=line.words[count:], box=_box(line, line.words[count:]),
            spaced=line.spaced and not left, indent=None,
        ),
    ]  # fmt: skip
    return [part for part in parts if part.text]


def _box(line: Line, words: tuple[SourceWord, ...]) -> Box | None:
    if not words or line.box is None:
        return line.box
    return Box(
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
    )
