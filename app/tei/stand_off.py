"""What was decided about the document and stands at no place of its text: ``standOff``.

Findings that were dismissed, words that are right or worth a look, and what was decided about
release (``decided``), each in a list. Only a
``standOff`` that is exactly as it is written here is read; any other is foreign.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.model.document import Dismissal, Document, WordList
from app.model.terms import Act
from app.tei import decided
from app.tei.markup import lines
from app.tei.pointers import Points
from app.tei.register import Register
from app.tei.shapes import Element, has_only, plain
from app.tei.vocabulary import APPLICATION, clark

DISMISSED, GOOD, BAD = "dismissed", "good-words", "bad-words"
STAND_OFF, LIST, ITEM = clark("standOff"), clark("list"), clark("item")
_PARTS = ("ident", "label", "quote", "note")
"""Of a dismissed finding: its rule, where it is, the words it is about, the reason."""


def written(document: Document, register: Register) -> str:
    """The element, "" where there is nothing to say."""
    lists = [
        _list(DISMISSED, (_dismissal(one, register) for one in document.dismissed)),
        _list(GOOD, map(_word, document.words.good)),
        _list(BAD, map(_word, document.words.bad)),
        *decided.written(document, register),
    ]
    held = list(filter(None, lists))
    if not held:
        return ""
    return "\n".join((f'<standOff type="{APPLICATION}">', *held, "</standOff>"))


def _list(kind: str, items: Iterable[str]) -> str:
    rows = "\n".join(items)
    return f'<list type="{kind}">\n{rows}\n</list>' if rows else ""


def _word(word: str) -> str:
    return f"<item>{lines(word)}</item>"


def _dismissal(one: Dismissal, register: Register) -> str:
    pairs = zip(_PARTS, (one.rule, one.where, one.excerpt, one.reason), strict=True)
    parts = "".join(f"<{name}>{lines(text)}</{name}>" for name, text in pairs)
    return f"<item{register.act(one.act)}>{parts}</item>"


def read(
    element: Element, points: Points
) -> tuple[tuple[Dismissal, ...], WordList, decided.Decided] | None:
    """Dismissed findings, words, what was decided about release; None where the element is not
    exactly as it is written here.
    """
    if element.tag != STAND_OFF or not has_only(element, type=APPLICATION):
        return None
    dismissed: list[Dismissal] = []
    words: dict[str, tuple[str, ...]] = {}
    ours = [held for held in element if held.get("type") not in decided.KINDS]
    released = decided.read([held for held in element if held not in ours], points)
    if released is None:
        return None
    for held in ours:
        kind = held.get("type", "")
        if held.tag != LIST or len(held.attrib) != 1 or kind in words:
            return None
        if kind == DISMISSED:
            found = [_read_dismissal(item, points) for item in held]
            dismissed += [one for one in found if one is not None]
            if None in found:
                return None
        elif kind in (GOOD, BAD):
            texts = [plain(item) if item.tag == ITEM else None for item in held]
            if None in texts:
                return None
            words[kind] = tuple(text for text in texts if text is not None)
        else:
            return None
    return tuple(dismissed), WordList(words.get(GOOD, ()), words.get(BAD, ())), released


def _read_dismissal(item: Element, points: Points) -> Dismissal | None:
    if item.tag != ITEM or not set(item.keys()) <= {"resp", "change"}:
        return None
    if [part.tag for part in item] != [clark(name) for name in _PARTS]:
        return None
    texts = [plain(part) for part in item]
    rule, where, excerpt, reason = texts
    if rule is None or where is None or excerpt is None or reason is None:
        return None
    return Dismissal(rule, where, excerpt, reason, points.act(item) or Act("", ""))
