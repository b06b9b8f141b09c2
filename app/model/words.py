"""Where a change of text begins and ends in whole words."""

from __future__ import annotations


def widened(text: str, start: int, end: int, new: str) -> tuple[int, int]:
    """``start:end`` of ``text`` widened to the words that putting ``new`` there changes.

    A word at an edge is changed where the removed or the added text touches it with no white space
    between, where it is cut in two, and where something beside it is deleted.
    """
    removed = text[start:end]
    cut = (
        not removed and not text[start - 1 : start].isspace() and not text[end : end + 1].isspace()
    )
    low, high = start, end
    if cut or not new or not (removed + new)[0].isspace() or not new[0].isspace():
        low = _word_start(text, start)
    if cut or not new or not (new + removed)[-1].isspace() or not new[-1].isspace():
        high = _word_end(text, end)
    return low, high


def shared_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters of whole words both begin with, and how many more both end with.

    Something of ``new`` is left over unless it was empty: a deletion stays visible in a word.
    """
    head = _shared(old, new, len(new) - 1)
    tail = _shared(old[head:][::-1], new[head:][::-1], len(new) - head - 1)
    return head, tail


def _shared(old: str, new: str, most: int) -> int:
    """The length of the common beginning, up to ``most``, that cuts no word of either."""
    length = 0
    while length < min(most, len(old)) and old[length] == new[length]:
        length += 1
    while length > 0 and not (_edge(old, length) and _edge(new, length)):
        length -= 1
    return max(length, 0)


def _edge(text: str, at: int) -> bool:
    return at == len(text) or text[at - 1].isspace() or text[at].isspace()


def _word_start(text: str, at: int) -> int:
    while at and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
