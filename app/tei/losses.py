"""What a save would lose of a file that another program wrote.

It is found by doing it: the file is read and written again, and both are counted through. So
nothing depends on the reader's own opinion of what it carried.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from app.model.document import Document
from app.model.spans import Inclusion, Markup
from app.tei.foreign import is_element, passages
from app.tei.parsing import parsed
from app.tei.reader import read
from app.tei.vocabulary import APPLICATION, MARKUP_END, MARKUP_START, XML, clark, local
from app.tei.writer import write

_NORMALISED = frozenset(map(clark, ("date", "time")))
"""In the setting their text is written anew from what their attributes say."""
_SHOWN = 60


def losses(source: bytes, document: Document) -> tuple[str, ...]:
    """What of ``source``, the file as opened, saving ``document`` in its place would lose, named.

    First what the reader could not place, then what was foreign and went with an edit.
    Raises TeiError.
    """
    written = write(document)
    if written == source:
        return ()
    opened = read(source)
    again = write(opened)
    lost: list[str] = []
    if again != source:
        lost += _named(_inventory(parsed(source)) - _inventory(parsed(again)))
    foreign = _foreign(opened)
    if foreign and document != opened:
        lost += _named(foreign - _foreign(read(written)))
    return tuple(lost)


def _named(missing: Counter[str]) -> list[str]:
    lost = [
        f"{what} ({count} times)" if count > 1 else what
        for what, count in missing.items()
        if not what.startswith("word ")
    ]
    words = [word.removeprefix("word ") for word in missing if word.startswith("word ")]
    return [*lost, f'text: "{_short(" ".join(words))}"'] if words else lost


def _inventory(root: etree._Element) -> Counter[str]:
    """All elements, attributes, comments, processing instructions and words of a file."""
    found: Counter[str] = Counter()
    beside = (*root.itersiblings(preceding=True), *root.itersiblings())
    for node in (*root.iter(), *beside):
        if not is_element(node):
            found[_short(etree.tostring(node, encoding="unicode", with_tail=False))] += 1
        else:
            _count_element(node, found)
        found.update(f"word {word}" for word in (node.tail or "").split())
    return found


def _count_element(element: etree._Element, found: Counter[str]) -> None:
    name = local(str(element.tag))
    found[f"element {name}"] += 1
    parent = element.getparent()
    in_setting = parent is not None and parent.tag == clark("setting")
    if not (in_setting and element.tag in _NORMALISED):
        found.update(f"word {word}" for word in (element.text or "").split())
    if element.get("ident") == APPLICATION:
        return
    for key, value in element.attrib.items():
        found[_attribute(name, str(key), str(value))] += 1


def _attribute(element: str, name: str, value: str) -> str:
    shown = f"xml:{local(name)}" if name.startswith("{" + XML) else local(name)
    return f'attribute {shown}="{_short(value)}" of {element}'


def _foreign(document: Document) -> Counter[str]:
    """All that is carried through, by name."""
    found: Counter[str] = Counter()
    for passage in passages(document):
        for span in passage.spans:
            if isinstance(span, Inclusion):
                found[_short(span.xml)] += 1
            elif isinstance(span, Markup):
                name = local(span.tag)
                found[f"element {name}"] += 1
                pairs = dict(span.attributes)
                found[_short(pairs.pop(MARKUP_START, "") + pairs.pop(MARKUP_END, ""))] += 1
                found.update(_attribute(name, key, value) for key, value in pairs.items())
    for paragraph in document.paragraphs:
        found.update(_short(xml) for xml in paragraph.before)
        found.update(_attribute("p", key, value) for key, value in paragraph.attributes)
    found.update(f"{piece.where}: {_short(piece.xml)}" for piece in document.carried)
    return found


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
