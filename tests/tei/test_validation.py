from __future__ import annotations

import random
from pathlib import Path

import pytest
from lxml import etree

from app.tei import check, write
from app.tei.validation import PROFILE_PATH
from tests.tei.jing import complaints, needs_jing
from tests.tei.specimen import specimen

SOURCE = write(specimen())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b"<unclear ", b"<mystery ", "is not well-formed XML"),
        (b"<hi>", b'<hi foo="1">', 'paragraph para-3 ("Roh is meeting. (C)")'),
        (b"<speaker>PM -</speaker>", b"<stage/>", "the element stage is not one that the desk"),
        (b'who="#person-2"', b'who="#nobody"', '@who of sp points to "#nobody"'),
        (b'change="#act-1"', b'change="#act-9"', 'points to "#act-9", which is nowhere'),
        (b' xml:id="para-5"', b"", 'the piece ("End."): it has no xml:id'),
        (b"<sic>tbe</sic>", b"", 'paragraph para-2 ("(C//NF) On the Asian issues"): a correction'),
        (b'cert="0.4"', b'cert="4"', 'paragraph para-2 ("(C//NF) On the Asian'),
        (b'place="top"', b'place="up"', 'the piece ("CONFIDENTIAL"): '),
        (b'when="1990-06-04"', b'when="June"', "line "),
    ],
    ids=range(10),
)
def test_a_problem_names_the_place(old: bytes, new: bytes, message: str) -> None:
    assert check(SOURCE) == ()
    assert old in SOURCE
    problems = check(SOURCE.replace(old, new, 1))
    assert message in " | ".join(map(str, problems))


def test_what_is_no_xml_is_one_problem() -> None:
    (problem,) = check(b"<TEI>")
    assert "is not well-formed XML" in str(problem)


def test_the_profile_names_no_place_outside_of_itself() -> None:
    profile = etree.parse(PROFILE_PATH)
    assert profile.find(".//{*}include") is None
    assert profile.find(".//{*}externalRef") is None


@needs_jing
def test_what_the_profile_accepts_is_valid_tei(tmp_path: Path) -> None:
    accepted = [source for source in _mutations(400) if not check(source)]
    assert len(accepted) > 40
    assert complaints(accepted, tmp_path) == {}


def _mutations(count: int) -> list[bytes]:
    """The specimen with an element or attribute taken away, doubled, moved or renamed."""
    chance = random.Random(2)
    return [_mutated(chance) for _ in range(count)]


def _mutated(chance: random.Random) -> bytes:
    root = etree.fromstring(SOURCE)
    elements = [e for e in root.iter(etree.Element) if e.getparent() is not None]
    one, other = chance.sample(elements, 2)
    parent = one.getparent()
    assert parent is not None
    match chance.choice(["remove", "attribute", "copy", "move", "value", "text"]):
        case "remove":
            parent.remove(one)
        case "attribute" if one.attrib:
            del one.attrib[chance.choice(list(one.attrib))]
        case "copy":
            one.set(*chance.choice(list(other.attrib.items()) or [("type", "x")]))
        case "move" if one not in other.iterancestors():
            other.insert(chance.randint(0, len(other)), one)
        case "value" if one.attrib:
            one.set(chance.choice(list(one.attrib)), chance.choice(["", "x", "#U", "2", "a b"]))
        case _:
            one.text = "words"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
