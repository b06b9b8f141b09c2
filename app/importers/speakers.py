"""Whose turn a label announces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from app.importers.labels import Label
from app.importers.participants import from_labels
from app.model.document import Person
from app.model.terms import Certainty, Function

_WORDS = re.compile(r"[^\W_]+")
_ALIKE = 75
"""Likeness in per cent at which a damaged label is taken for a name."""
_FEW_LETTERS = 3
"""Letters that a damaged name may be shorter or longer."""
_TITLE_AND_NAME = 2
_LEAST_SURNAME = 4
"""Letters of a surname that is compared alone."""
_APART = 10
"""By how much the likest name must be liker than the next."""


class Who(NamedTuple):
    """A participant's id, and how sure it is that the label means them."""

    person: str
    certainty: Certainty


def resolver(people: Sequence[Person], labels: Iterable[Label] = ()) -> Callable[[str], Who | None]:
    """A function from a label's name to the participant it means.

    Tried in turn: the name; the office, or the initials of name or office; how the name begins;
    words out of name and office; the surname; its initial. The first that fits anybody decides;
    where it fits several, the function returns None, as where nothing fits. Less sure are a name,
    or one of the recurring ``labels``, that is much like the label; and of those the one left over
    for the one principal whom no other means.
    """
    known = list(map(_known, people))
    names = [tuple(_words(label.name)) for label in labels]
    left_over = _left_over(known, people, names)
    forms = [
        (" ".join(name), found[0])
        for name in names
        if len(found := _fitting(name, known) or [left_over.get(name, "")]) == 1 and found[0]
    ]

    @cache
    def resolve(name: str) -> Who | None:
        words = tuple(_words(name))
        fitting = _fitting(words, known)
        if fitting:
            return Who(fitting[0], Certainty.HIGH) if len(fitting) == 1 else None
        if words in left_over:
            return Who(left_over[words], Certainty.LOW)
        alike = _alike(words, known, forms)
        return Who(alike, Certainty.MEDIUM) if alike else None

    return resolve


def spoken(listed: Sequence[Person], labels: Sequence[Label]) -> list[Label]:
    """The recurring labels if they are speakers': one alone that means nobody who is listed is a
    word of the text ("Action:").
    """
    resolve = resolver(listed)
    if len(labels) == 1 and listed and resolve(labels[0].name) is None:
        return []
    return list(labels)


def with_speakers(listed: tuple[Person, ...], labels: Sequence[Label]) -> tuple[Person, ...]:
    """The people the head lists, and after them those whom only labels name."""
    if not listed:
        return from_labels(labels)
    listed = spelled(listed, labels)
    resolve = resolver(listed, labels)
    known = list(map(_known, listed))
    unknown = [
        label
        for label in labels
        if label.colon
        and resolve(label.name) is None
        and not _fitting(tuple(_words(label.name)), known)
    ]
    more = from_labels(unknown, first=len(listed) + 1)
    return (*listed, *more)


def spelled(people: Iterable[Person], labels: Iterable[Label]) -> tuple[Person, ...]:
    """The people with their names as the labels spell them, where the list was misread.

    A word that no label has is taken for the one word, found only in labels, that is much like it.
    """
    held = tuple(people)
    said = {word for label in labels for word in label.name.split() if len(word) >= _LEAST_SURNAME}
    listed = {word for person in held for word in person.name.split()}
    unlisted = sorted(said - listed)
    return tuple(
        replace(
            person,
            name=" ".join(
                word if word in said else _as_spelled(word, unlisted)
                for word in person.name.split(" ")
            ),
        )
        for person in held
    )


def _as_spelled(word: str, others: Sequence[str]) -> str:
    if len(word) < _LEAST_SURNAME:
        return word
    best = process.extractOne(word, others, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return best[0] if best else word


@dataclass(frozen=True, slots=True)
class _Known:
    """A participant in the words that labels are compared with; ``title``: listed by a title only
    ("The President").
    """

    id: str
    name: list[str]
    offices: tuple[list[str], list[str]]
    initials: tuple[str, str]
    words: frozenset[str]
    title: bool


def _known(person: Person) -> _Known:
    name, office = _words(person.name), _words(person.office)
    title = _words(person.office.partition(" of ")[0])
    initials = ("".join(word[0] for word in title), "".join(word[0] for word in name))
    by_title = len(name) == 1 and person.name.casefold().startswith("the ")
    words = frozenset(name + office)
    return _Known(person.id, name, (title, office), initials, words, by_title)


def _words(text: str) -> list[str]:
    words = _WORDS.findall(text.casefold())
    return words[1:] if words[:1] == ["the"] else words


def _fitting(words: Sequence[str], known: Sequence[_Known]) -> list[str]:
    """Those whom the first test means that means anybody."""
    if not words:
        return []
    for test in _TESTS:
        fitting = [person.id for person in known if test(list(words), person)]
        if fitting:
            return fitting
    return []


def _is_name(words: list[str], person: _Known) -> bool:
    return words == person.name


def _is_office(words: list[str], person: _Known) -> bool:
    short = len(words) == 1 and len(words[0]) > 1
    return words in person.offices or (
        short and (words[0] in person.initials or person.initials[1].startswith(words[0]))
    )


def _begins_name(words: list[str], person: _Known) -> bool:
    return person.name[: len(words)] == words and max(map(len, words)) > 2


def _is_part(words: list[str], person: _Known) -> bool:
    """Words of name and office, a title as its initials: "PM Nawaz"."""
    said = person.words | {person.initials[0], person.initials[1][:2], person.initials[1][:3]}
    return said.issuperset(words) and max(map(len, words)) > 2


def _extends_name(words: list[str], person: _Known) -> bool:
    """The title by which somebody is listed, and a name: "President Bush" for "The President"."""
    return person.title and len(words) == _TITLE_AND_NAME and words[:1] == person.name


def _has_surname(words: list[str], person: _Known) -> bool:
    return not person.title and words[-1:] == person.name[-1:] and len(words[-1]) > 2


def _has_initial(words: list[str], person: _Known) -> bool:
    return (
        len(words) == 1 == len(words[0])
        and person.name[-1:] != []
        and (person.name[-1][0] == words[0])
    )


_TESTS = (
    _is_name,
    _is_office,
    _begins_name,
    _is_part,
    _has_surname,
    _extends_name,
    _has_initial,
)


def _alike(
    words: Sequence[str], known: Sequence[_Known], forms: Sequence[tuple[str, str]] = ()
) -> str | None:
    """The one whose name, or a form of whose label, is much like the words, and liker than anybody
    else's.
    """
    text = " ".join(words)
    if len(text) < 4:
        return None
    likeness = {person.id: _likeness(text, person) for person in known}
    for form, person in forms:
        likeness[person] = max(likeness[person], _ratio(text, form))
    ranked = sorted(likeness.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < _ALIKE:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] - second >= _APART else None


def _likeness(text: str, person: _Known) -> float:
    """To the name, or to the office's title with the surname; or of the surnames alone."""
    title = " ".join([*person.offices[0], *person.name[-1:]])
    surname, last = person.name[-1] if len(person.name) > 1 else "", text.split()[-1]
    alone = fuzz.ratio(last, surname) if min(len(last), len(surname)) >= _LEAST_SURNAME else 0.0
    return max(alone, _ratio(text, " ".join(person.name)), _ratio(text, title))


def _ratio(text: str, name: str) -> float:
    """Likeness in per cent; 0 where one is so much longer that a word is missing."""
    longer = max(len(text), len(name))
    apart = abs(len(text) - len(name)) > max(_FEW_LETTERS, longer // 4)
    return 0.0 if apart else fuzz.ratio(text, name)


def _left_over(
    known: Sequence[_Known], people: Sequence[Person], names: Sequence[tuple[str, ...]]
) -> dict[tuple[str, ...], str]:
    """The recurring label that means nobody, with the principal whom none means, if one each."""
    words = set(names)
    fitting = {name: _fitting(name, known) for name in words}
    meant = {person for found in fitting.values() for person in found}
    open_labels = [name for name in words if not fitting[name] and not _alike(name, known)]
    principals = {person.id for person in people if person.function is Function.PRINCIPAL}
    spare = sorted(principals - meant)
    if len(open_labels) == 1 == len(spare) and len(words) > 1:
        return {open_labels[0]: spare[0]}
    return {}
