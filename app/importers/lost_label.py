"""Finds the place where a speaker label seems to be lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.model.spans import Hint

_SENTENCE = re.compile(r"""\S.*?(?:[.?!]+["'”’)]*(?=\s|$)|$)""")
_FIRST_PERSON = re.compile(r"\b(?:I|we|me|us|my|our)\b", re.IGNORECASE)
_REPORT = re.compile(
    r"\b(?:I|[Ww]e)\s+(?:\w+ly\s+)?(?:\w+ed|told|said|made|met|spoke|gave|had|saw|heard|took|went|put)\b"
)
_LEAST_ANSWER = 2
"""Sentences that an answer has, and reports of the speaker's own doings among them."""


class Turn(NamedTuple):
    """What the rule looks at: a turn's text, its speaker and that of the next turn, if any."""

    text: str
    speaker: str | None
    next_speaker: str | None


def lost_label(turn: Turn) -> Hint | None:
    """A hint where the answer to a question seems to stand in the turn of the side that asked.

    All of this must hold. The question speaks to the other side: it does not say I or we. After it
    come two sentences or more, and two or more reports of what the speaker did ("I told ...", "We
    talked ..."): nobody asks and then reports what was asked for. There is no further question. The
    turn after it is the same speaker's again, as it must be when the turn between lost its label,
    or there is none.
    """
    if "?" not in turn.text or turn.next_speaker not in (turn.speaker, None):
        return None
    sentences = list(_sentences(turn.text))
    asked = [at for at, (_, sentence) in enumerate(sentences) if "?" in sentence]
    if not asked or _FIRST_PERSON.search(sentences[asked[-1]][1]):
        return None
    answer = sentences[asked[-1] + 1 :]
    reports = sum(len(_REPORT.findall(sentence)) for _, sentence in answer)
    if len(answer) < _LEAST_ANSWER or reports < _LEAST_ANSWER:
        return None
    place = answer[0][0]
    return Hint(
        place, place, "lost-label",
        "The question before seems to be answered here: is the label of another speaker lost?",
    )  # fmt: skip


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences and where each begins."""
    for found in _SENTENCE.finditer(text):
        yield found.start(), found[0]
