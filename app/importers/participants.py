"""Participants: the lines of the head that list them, or failing that the labels of the turns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple, Protocol

from rapidfuzz import fuzz

from app.importers.labels import Label, bears_only_a_title
from app.importers.lines import cells
from app.model.document import Person
from app.model.terms import Function

_LISTED = re.compile(r"(?P<function>[A-Za-z][A-Za-z -]{2,20}?)\s?[:;]\s*(?P<rest>.*)")
_BRACKETED = re.compile(r"(?P<before>.*?)\s*\((?P<inside>[^()]*)\)\s*$")
_UNFINISHED = re.compile(r"(?:[,&]|\b(?!taker)[a-z]{1,4})$")
_AND = re.compile(r",\s+and\s+|\s+and\s+|\s*&\s*")
_NAMES = re.compile(r"(?:[A-Z][\w.'’-]*\s+){1,4}and\s+(?:[A-Z][\w.'’-]*\s*){1,4}")
_FULL_NAME = re.compile(
    r"The (?:[A-Z]\w+ ?){1,2}"
    r"|[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|de|von|van|al)){1,3}(?: \([^()]*\))?"
)
_LEAST_RUN = 3
"""Parts between commas from which a line is a run of names."""
_SIDE = re.compile(
    r"U\.?\s?S\.?(?:\s?A\.?|\s?S\.?\s?R\.?)?|U\.?\s?K\.?|United\s\w+(?:\s\w+)?|[A-Z]{2,5}"
    r"|(?:The\s)?\w+\s(?:[Ss]ide|[Dd]elegation|[Pp]articipants)|State|White House|Defense|Treasury"
    r"|Foreign|American|Others?(?:\s[Pp]resent)?|Also\s[Pp]resent|Chair"
)
_ORGANISATION = re.compile(
    r"[A-Z]{2,6}(?:\s+(?:Staff|Office))?"
    r"|.*\b(?:Department|Dep(?:ar)?t|Staff|Embassy|Council|Agency|Office of)\b.*"
)
_FUNCTIONS = {"interpreter": Function.INTERPRETER, "notetaker": Function.NOTETAKER}
_MOST_PRINCIPALS = 2
_MOST_INFERRED = 100
"""Labels from which people are inferred; more are entries of a list."""
_ALIKE = 85
"""Likeness in per cent at which two labels are one, one of them damaged."""


class Listed(Protocol):
    """A line of the list: its text, with its columns, and whether there is space above."""

    @property
    def text(self) -> str: ...
    @property
    def columns(self) -> str: ...
    @property
    def spaced(self) -> bool: ...


class _Entry(NamedTuple):
    """A person or several as listed, and the side they are listed under."""

    text: str
    side: str
    first: bool


def function_of(words: str) -> Function | None:
    """The function that the words name ("Notetakers", "State Dept interpreter")."""
    plain = re.sub("[^a-z ]", "", words.lower().replace("note taker", "notetaker"))
    for word in plain.split():
        for name, function in _FUNCTIONS.items():
            if len(word) >= 8 and fuzz.ratio(word.rstrip("s"), name) >= 85:
                return function
    return None


def participants(rows: Sequence[Listed], subject: str) -> tuple[Person, ...]:
    """The people that the lines of a PARTICIPANTS entry list; ids p1, p2 ...

    Who is no interpreter or notetaker is a principal while there are two at most. Of more, the
    first is, the first of each side, and whoever the subject names; the others sit by.
    """
    people: list[Person] = []
    leads: list[Person] = []
    for entry in _entries(_column_by_column(rows)):
        found = [_of_side(person, entry.side) for person in _people(entry.text)]
        others = [person for person in found if person.function is Function.PARTICIPANT]
        if entry.first or not leads:
            leads += others[:1]
        people += found
    others = [person for person in people if person.function is Function.PARTICIPANT]
    if len(others) <= _MOST_PRINCIPALS:
        principals = others
    else:
        principals = [p for p in others if p in leads or _named(p, subject)]
    return tuple(
        replace(
            person,
            id=f"p{number}",
            function=Function.PRINCIPAL if person in principals else person.function,
        )
        for number, person in enumerate(people, 1)
    )


def from_labels(labels: Iterable[Label], first: int = 1) -> tuple[Person, ...]:
    """The people the labels name, where the head does not; "PM" and "PM Gandhi" are one."""
    names = [label.name for label in islice(labels, _MOST_INFERRED)]
    names.sort(key=lambda name: -len(name.split()))
    whole: list[str] = []
    for name in names:
        if not any(_same(name, longer) for longer in whole):
            whole.append(name)
    principals = first == 1 and len(whole) <= _MOST_PRINCIPALS
    function = Function.PRINCIPAL if principals else Function.PARTICIPANT
    return tuple(Person(f"p{at}", name, function) for at, name in enumerate(whole, first))


def _same(name: str, longer: str) -> bool:
    words, others = name.casefold().split(), longer.casefold().split()
    initials = "".join(word[0] for word in others)
    if set(words) <= set(others) or (len(name) > 1 and initials.startswith(name.casefold())):
        return True
    numbered = any(map(str.isdigit, name)) and any(map(str.isdigit, longer))
    return not numbered and fuzz.ratio(name.casefold(), longer.casefold()) >= _ALIKE


def _column_by_column(rows: Sequence[Listed]) -> list[tuple[str, bool]]:
    """The lines, each with whether there is space above; of two columns first the one."""
    split = [cells(row.columns) or [row.text] for row in rows]
    if sum(len(parts) > 1 for parts in split) < 2:
        return [(row.text, row.spaced) for row in rows]
    ordered: list[tuple[str, bool]] = []
    for column in range(max(map(len, split))):
        held = [
            (" ".join(parts[column].split()), row.spaced)
            for parts, row in zip(split, rows, strict=True)
            if len(parts) > column
        ]
        ordered += held
    return ordered


def _entries(lines: Iterable[tuple[str, bool]]) -> list[_Entry]:
    """The lines that list somebody, each with the side its heading names."""
    entries: list[_Entry] = []
    side, first = "", False
    for text, follows in _whole(lines):
        name, colon, rest = text.partition(":")
        if colon and _SIDE.fullmatch(name.strip()) and function_of(name) is None:
            side, first, text = name.strip(), True, rest.strip()
        elif _SIDE.fullmatch(text) or follows:
            side, first, text = text, True, ""
        for part in filter(None, map(str.strip, text.split(";"))):
            entries.append(_Entry(part, side, first))
            first = False
    return entries


def _whole(lines: Iterable[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The lines with those that only carry on the one before added to it, each with whether it is
    one word set apart from the lines before: the name of a side.
    """
    held = [(text, spaced) for text, spaced in lines if text]
    whole: list[tuple[str, bool]] = []
    for at, (text, spaced) in enumerate(held):
        lone = len(text.split()) == 1
        before = whole[-1][0] if whole else ""
        carries_on = before and (
            text[0].islower()
            or _UNFINISHED.search(before)
            or (lone and not spaced and len(before.split()) > 3)
        )
        if carries_on:
            whole[-1] = (f"{before} {text}", False)
        else:
            heads = lone and spaced and 0 < at < len(held) - 1 and not held[at + 1][1]
            whole.append((text, heads))
    return whole


def _people(line: str) -> list[Person]:
    listed = _LISTED.fullmatch(line)
    function = function_of(listed["function"]) if listed else None
    if listed is None or function is None:
        if run := _run_of_names(line):
            return [_person(name, Function.PARTICIPANT) for name in run]
        names = _AND.split(line) if _NAMES.match(line.partition(",")[0] + " ") else [line]
        return [_person(name, Function.PARTICIPANT) for name in names if name.strip()]
    several = listed["function"].rstrip().endswith("s")
    names = _AND.split(listed["rest"]) if several else [listed["rest"]]
    return [_person(name, function) for name in names if name.strip()]


def _run_of_names(line: str) -> list[str]:
    """The people in a line that names three or more one after another, [] if it does not.

    What they do follows a name after a comma or in brackets; an office is no name.
    """
    run: list[str] = []
    parts = [part.strip() for part in line.split(",")]
    for part in parts:
        if run and function_of(part) and not _FULL_NAME.fullmatch(part):
            run[-1] += f", {part}"
        elif _FULL_NAME.fullmatch(part) and not bears_only_a_title(part):
            run.append(part)
        else:
            return []
    return run if len(parts) >= _LEAST_RUN and len(run) > 1 else []


def _person(text: str, function: Function) -> Person:
    bracketed = _BRACKETED.fullmatch(text)
    said = ""
    if bracketed:
        text, said = bracketed["before"], bracketed["inside"]
    name, _, after = text.partition(",")
    office, affiliation = "", ""
    for part in filter(None, map(str.strip, [*after.split(","), said])):
        found = function_of(part)
        if found:
            function = found
            part = " ".join(word for word in part.split() if not _names_function(word))
        if _ORGANISATION.fullmatch(part) and not affiliation:
            affiliation = part
        elif part:
            office = f"{office}, {part}" if office else part
    return Person("", name.strip(" ;."), function, office, affiliation)


def _names_function(word: str) -> bool:
    return function_of(word) is not None or word.lower() in ("note", "taker")


def _of_side(person: Person, side: str) -> Person:
    return person if person.affiliation or not side else replace(person, affiliation=side)


def _named(person: Person, subject: str) -> bool:
    surname = person.name.split()[-1:]
    return bool(surname) and surname[0].casefold() in subject.casefold().split()
