"""Regular expressions that people write: a bad one is explained, a hopeless one is given up.

Python's own ``re`` can't be stopped, and some expressions take it years; ``regex`` can.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

import regex

from app.model.search import Finder, Occurrence

SECONDS = 2.0
"""The longest that one search through a document may take."""


class PatternError(ValueError):
    """The expression can't be used; the message says why, for the person who wrote it."""


def pattern(
    expression: str,
    replacement: str = "",
    *,
    match_case: bool = False,
    whole_words: bool = False,
    seconds: float = SECONDS,
) -> Finder:
    """Finds what the expression matches; ``\\1`` or ``\\g<name>`` in ``replacement`` is a group.

    The time starts to run with the first text. Raises PatternError, and so does the finder, where
    it takes longer than ``seconds``. A match without any character is none.
    """
    compiled = _compiled(expression, match_case=match_case, whole_words=whole_words)
    _check_groups(compiled, replacement)
    end: float | None = None

    def find(text: str) -> Iterator[Occurrence]:
        nonlocal end
        end = monotonic() + seconds if end is None else end
        try:
            left = max(end - monotonic(), 0.001)
            for match in compiled.finditer(text, timeout=left, concurrent=True):
                if match.end() > match.start():
                    yield Occurrence(*match.span(), match.expand(replacement))
        except TimeoutError:
            raise PatternError(
                "This expression takes too long. Say more exactly what is sought, "
                "without a repetition inside a repetition."
            ) from None

    return find


def _compiled(expression: str, *, match_case: bool, whole_words: bool) -> regex.Pattern[str]:
    if whole_words:
        expression = rf"\b(?:{expression})\b"
    try:
        return regex.compile(expression, 0 if match_case else regex.IGNORECASE)
    except regex.error as error:
        raise PatternError(f"This is no regular expression: {_reason(error)}.") from None


def _check_groups(compiled: regex.Pattern[str], replacement: str) -> None:
    """A template is read with the first match only, so it is tried on a match that always is."""
    anything = regex.compile(f"{compiled.pattern}|", compiled.flags)
    match = anything.search("")
    try:
        if match is not None:
            match.expand(replacement)
    except (regex.error, IndexError) as error:
        raise PatternError(f"The replacement can't be used: {_reason(error)}.") from None


def _reason(error: Exception) -> str:
    """Without the place, which is that of an expression that was added to."""
    return str(error).partition(" at position ")[0]
