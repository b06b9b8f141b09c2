"""Where the paper says a thing: the entry of the head, the bare speaker label."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Literal

from app.model.document import Heading

Topic = Literal["subject", "participants", "when_and_where"]

_WORDS: dict[str, Topic] = {
    "SUBJECT": "subject",
    "PARTICIPANT": "participants",
    "PARTICIPANTS": "participants",
    "DATE": "when_and_where",
    "TIME": "when_and_where",
    "PLACE": "when_and_where",
    "LOCATION": "when_and_where",
}
_CLOSENESS = 0.75
"""Of ``difflib``: a misread "SUBJBCT" is still the subject, "PLANE" is not "PLACE" by chance of
one letter in a word of the head's labels.
"""
_LABEL_END = re.compile(r"[\s:;.,–—-]+$")


def entries_about(heading: Heading, topic: Topic) -> tuple[int, ...]:
    """The entries of the head whose label names the topic, also when the label is misread."""
    return tuple(
        at for at, entry in enumerate(heading.entries) if topic_of(entry.label.text) == topic
    )


def topic_of(label: str) -> Topic | None:
    """What an entry with this label states; None where no word of it is known."""
    for word in re.findall(r"\w+", label.upper()):
        found = get_close_matches(word, _WORDS, n=1, cutoff=_CLOSENESS)
        if found:
            return _WORDS[found[0]]
    return None


def bare_label(label: str) -> str:
    """A speaker label without what ends it: "PM" of "PM -", "The President" of "The
    President:".
    """
    return _LABEL_END.sub("", label).strip()
