"""What is wrong with a file, said so that a person finds the place.

The desk's profile (``resources/memcon-desk.rng``) is smaller than TEI: what is valid against it is
valid against ``tei_all``. The parser's messages about a schema are poor, so the common faults are
looked for in the tree first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from app.tei.errors import TeiError
from app.tei.foreign import is_element
from app.tei.parsing import parsed
from app.tei.vocabulary import TEI, XML_ID, clark, local

PROFILE_PATH = Path(__file__).parents[2] / "resources" / "memcon-desk.rng"

_PLACES = tuple(map(clark, ("p", "speaker", "head", "item", "label", "trailer", "fw")))
_NOT_READ = tuple(map(clark, ("fw", "note", "sic")))
_POINTERS = ("who", "resp", "change", "ana", "prev")
_WORDS = 6


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where.

    ``paragraph`` is the ``xml:id`` and ``words`` the first words of the paragraph or, where it is
    none, of the heading, label or line; "" elsewhere.
    """

    message: str
    line: int = 0
    paragraph: str = ""
    words: str = ""

    def __str__(self) -> str:
        if self.paragraph or self.words:
            named = f"paragraph {self.paragraph}" if self.paragraph else "the piece"
            return f'{named} ("{self.words}"): {self.message}'
        return f"line {self.line}: {self.message}" if self.line else self.message


def check(source: bytes) -> tuple[Problem, ...]:
    """All that is wrong with the file.

    Nothing where it is valid against the profile and every pointer leads somewhere. A file with
    foreign elements can be read and saved, but it is not valid here.
    """
    try:
        root = parsed(source)
    except TeiError as error:
        return (Problem(str(error)),)
    found = [*_unknown_elements(root), *_dangling_pointers(root), *_incomplete(root)]
    if not _profile().validate(root) and not found:
        found = [*_schema_errors(root)]
    return tuple(found)


@cache
def _schema() -> etree._Element:
    return etree.parse(PROFILE_PATH).getroot()


@cache
def _profile() -> etree.RelaxNG:
    return etree.RelaxNG(_schema())


@cache
def _known_elements() -> frozenset[str]:
    named = _schema().iter("{http://relaxng.org/ns/structure/1.0}element")
    return frozenset(clark(element.get("name", "")) for element in named)


def _unknown_elements(root: etree._Element) -> Iterator[Problem]:
    known = _known_elements()
    for element in root.iter(etree.Element):
        if element.tag not in known:
            tei = str(element.tag).startswith(f"{{{TEI}}}")
            whose = "is not one that the desk writes" if tei else "is not of TEI"
            yield _problem(element, f"the element {local(str(element.tag))} {whose}")


def _dangling_pointers(root: etree._Element) -> Iterator[Problem]:
    identifiers = {element.get(XML_ID) for element in root.iter(etree.Element)}
    for element in root.iter(etree.Element):
        for name in _POINTERS:
            for pointer in element.get(name, "").split():
                if pointer.startswith("#") and pointer[1:] not in identifiers:
                    what = f'@{name} of {local(str(element.tag))} points to "{pointer}"'
                    yield _problem(element, f"{what}, which is nowhere in the file")


def _incomplete(root: etree._Element) -> Iterator[Problem]:
    for turn in root.iter(clark("sp")):
        if turn.find(clark("p")) is None:
            yield _problem(turn, "a turn has no paragraph")
    for choice in root.iter(clark("choice")):
        if [local(str(child.tag)) for child in choice] != ["sic", "corr"]:
            yield _problem(choice, "a correction needs the original reading (sic), then corr")
    for paragraph in root.iter(clark("p")):
        in_text = next(paragraph.iterancestors(clark("body")), None) is not None
        if in_text and paragraph.get(XML_ID) is None:
            yield _problem(paragraph, "it has no xml:id")


def _schema_errors(root: etree._Element) -> Iterator[Problem]:
    """What the parser has to say, once for each place."""
    seen = set()
    for entry in _profile().error_log:
        at = root.xpath(entry.path) if entry.path else []
        element = at[0] if isinstance(at, list) and at else root
        message = entry.message.replace(f"{{{TEI}}}", "")
        if isinstance(element, etree._Element) and element not in seen:
            seen.add(element)
            yield _problem(element, message)


def _problem(element: etree._Element, message: str) -> Problem:
    place = next((e for e in (element, *element.iterancestors()) if e.tag in _PLACES), None)
    if place is None:
        place = element.find(clark("p")) if element.tag == clark("sp") else None
    line = int(getattr(element, "sourceline", None) or 0)
    if place is None:
        return Problem(message, line)
    words = " ".join(_running_text(place).split()[:_WORDS])
    return Problem(message, line, place.get(XML_ID, ""), words)


def _running_text(element: etree._Element) -> str:
    """What a person reads there: no furniture of the page, no note, no replaced reading."""
    parts = [element.text or ""]
    for child in element:
        if is_element(child) and child.tag not in _NOT_READ:
            parts.append(_running_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
