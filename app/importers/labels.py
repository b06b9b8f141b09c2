"""Speaker labels: what a line that begins a turn begins with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_NAME = r"(?P<name>[A-Z][\w.'’]*(?:[ -][\w.'’]+){0,5}?)"
_PATTERN = re.compile(
    rf"{_NAME}(?: ?\([^()]{{1,20}}\))?"
    r"(?:(?:(?P<colon> ?:)| ?;| (?:--|—|–|-)|--|—)(?= |$)| (?:--|—)(?=\S))"
)
_COLUMN = re.compile(rf"{_NAME}(?:\s{{3,}}|\t)(?=\S)")
_ALONE = re.compile(r"(?P<name>[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]+){0,3})$")
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "de", "del", "di", "al", "el", "von", "van"})
_TITLES = frozenset(
    ["admiral", "adm", "ambassador", "amb", "chairman", "chancellor", "colonel", "col", "commander",
     "congressman", "counselor", "director", "dr", "emperor", "general", "gen", "governor", "king",
     "lord", "minister", "mr", "mrs", "ms", "premier", "president", "prince", "queen", "secretary",
     "senator", "sheikh", "speaker", "sultan", "taoiseach", "interpreter", "undersecretary"]
)  # fmt: skip
_LONGEST = 45
_RECURS = 2
_RECURS_WITH_DASH = 3
"""How often a label that names no participant must stand; more with a dash, which stands in prose
too.
"""


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker label as printed ("PM -"), and the name in it ("PM")."""

    printed: str
    name: str
    colon: bool

    @property
    def titled(self) -> bool:
        """Whether it is an office or begins with one, so that nothing but a speaker is meant."""
        words = self.key.split()
        return self.colon and (words[0].rstrip(".") in _TITLES or words[-1] in _TITLES)

    @property
    def key(self) -> str:
        """The name as it is compared: without case and article."""
        return self.name.casefold().removeprefix("the ")


def bears_only_a_title(text: str) -> bool:
    """Whether the words are an office ("Foreign Minister"), if not one that stands for a person
    ("The President").
    """
    return not text.startswith("The ") and text.split()[-1].casefold() in _TITLES


def speaker_label(text: str) -> Label | None:
    """What looks like a label at the start of the text: capitalised words, a colon or a dash."""
    found = _PATTERN.match(text, 0, _LONGEST)
    if found is None or (found.end() == _LONGEST < len(text)):
        return None
    if not _is_name(found["name"]):
        return None
    return Label(found[0], found["name"], found["colon"] is not None)


def column_label(text: str) -> Label | None:
    """What looks like a label with nothing but space after it.

    It is a name in a column of its own, or a name in capitals alone on its line.
    """
    found = _COLUMN.match(text, 0, _LONGEST) or _ALONE.match(text, 0, _LONGEST)
    if found is None or not _is_name(found["name"]):
        return None
    return Label(found["name"], found["name"], colon=False)


def _is_name(text: str) -> bool:
    return all(
        word[:1].isupper() or word[:1].isdigit() or word in _SMALL_WORDS
        for word in re.split("[ -]", text)
    )


def recurring(labels: Iterable[Label]) -> list[Label]:
    """The labels, one for each name, that stand too often to be prose; in order."""
    held = list(labels)
    counts = Counter(label.key for label in held)
    firsts: dict[str, Label] = {}
    for label in held:
        if counts[label.key] >= (_RECURS if label.colon else _RECURS_WITH_DASH):
            firsts.setdefault(label.key, label)
    return list(firsts.values())
