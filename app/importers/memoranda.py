"""Where one memorandum of a source ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importers.furniture import is_end_mark, page_number
from app.importers.heading import is_caption
from app.importers.marks import misread_mark, printed_mark
from app.importers.pages import Leaf
from app.importers.titles import is_title

_ENDED = re.compile(r"""[.?!…]["'”’)\]]*$""")
_CAPTION_LINES = 3
"""Lines at the top of a page among which a caption may stand."""


def memoranda(leaves: Sequence[Leaf]) -> list[list[Leaf]]:
    """The pages of each memorandum, its own first.

    One begins with a page whose text begins with a title. So does a page that is no second page and
    has two of three signs: it begins with a caption, it follows a sheet, the text before has come
    to an end. A sheet belongs to the memorandum before it, those before the first one to its end.
    """
    parts: list[list[Leaf]] = []
    leading: list[Leaf] = []
    for leaf in leaves:
        if leaf.sheet:
            (parts[-1] if parts else leading).append(leaf)
        elif not parts or _begins(leaf, parts[-1]):
            parts.append([leaf])
        else:
            parts[-1].append(leaf)
    if not parts:
        return [leading]
    parts[0] += leading
    return parts


def _begins(leaf: Leaf, part: Sequence[Leaf]) -> bool:
    if not leaf.body:
        return False
    if is_title(leaf.body[0]):
        return True
    if leaf.body[0].text[0].islower() or any(
        (page_number(piece) or 0) > 1 for piece in leaf.furniture
    ):
        return False
    following = [*leaf.body[1:], None]
    first = list(zip(leaf.body, following, strict=True))[:_CAPTION_LINES]
    captioned = any(is_caption(line, after) for line, after in first)
    return (captioned or part[-1].sheet) and (_has_ended(part) or (captioned and part[-1].sheet))


def _has_ended(part: Sequence[Leaf]) -> bool:
    """Whether the last line of text of the memorandum ends a sentence, a portion or all of it."""
    last = next((leaf.body[-1].text for leaf in reversed(part) if leaf.body), "")
    return bool(
        _ENDED.search(last) or printed_mark(last) or misread_mark(last) or is_end_mark(last)
    )
