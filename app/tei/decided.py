"""What was decided about release, in lists of the ``standOff``.

Decisions on portions, values withheld, the second review with its opinions and resolutions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.model.decisions import (
    Decision,
    Exemption,
    Judgement,
    Opinion,
    Resolution,
    SecondReview,
    WithheldField,
    WithheldRange,
)
from app.model.document import Document
from app.model.redactions import portions, with_decision
from app.model.terms import Act, Disposition, ReviewState
from app.tei.markup import attribute, lines
from app.tei.pointers import Points
from app.tei.register import Register
from app.tei.shapes import Element, plain
from app.tei.vocabulary import clark

_DECISIONS, _WITHHELD, _REVIEW = "decisions", "withheld", "second-review"
_OPINIONS, _RESOLUTIONS = "opinions", "resolutions"
KINDS = frozenset((_DECISIONS, _WITHHELD, _REVIEW, _OPINIONS, _RESOLUTIONS))


class _Other(Exception):  # noqa: N818 - not an error: the element is somebody else's
    """It is not as it is written here."""


@dataclass(frozen=True, slots=True)
class Decided:
    """All that the lists say."""

    decisions: tuple[tuple[str, Decision], ...] = ()
    withheld: tuple[WithheldField, ...] = ()
    second_review: SecondReview | None = None

    def put_into(self, document: Document) -> Document:
        """The document with it. A decision on what is not there is left out."""
        known = {portion.key for portion in portions(document)}
        for key, decision in self.decisions:
            if key in known:
                document = with_decision(document, key, decision)
        return replace(document, withheld=self.withheld, second_review=self.second_review)


# -- writing ---------------------------------------------------------------------------------------


def written(document: Document, register: Register) -> list[str]:
    """The lists that are not empty."""
    decisions = [(one.key, one.decision) for one in portions(document) if one.decision is not None]
    review = document.second_review
    return [
        *_list(_DECISIONS, (_decision(key, one, register) for key, one in decisions)),
        *_list(_WITHHELD, (_field(one, register) for one in document.withheld)),
        *(_list(_REVIEW, [_review(review, register)]) if review else []),
        *_list(_OPINIONS, (_opinion(one, register) for one in (review.opinions if review else ()))),
        *_list(
            _RESOLUTIONS,
            (_resolution(one, register) for one in (review.resolutions if review else ())),
        ),
    ]


def _list(kind: str, items: Iterable[str]) -> list[str]:
    rows = list(items)
    return ["\n".join((f'<list type="{kind}">', *rows, "</list>"))] if rows else []


def _element(name: str, text: str, head: str = "") -> str:
    return f"<{name}{head}>{lines(text)}</{name}>" if text else ""


def _item(act: str, *parts: str) -> str:
    return f"<item{act}>{''.join(parts)}</item>"


def _terms(exemptions: tuple[Exemption, ...]) -> str:
    return "".join(_element("term", one.code, attribute("n", one.detail)) for one in exemptions)


def _decision(key: str, one: Decision, register: Register) -> str:
    return _item(
        register.act(one.act),
        _element("label", key),
        _element("ident", one.disposition.value),
        _terms(one.exemptions),
        _element("orgName", one.agency),
        _element("note", one.note),
    )


def _field(one: WithheldField, register: Register) -> str:
    parts = (_element("label", one.field), _element("ident", one.id), _terms(one.exemptions))
    return _item(register.act(one.act), *parts)


def _review(review: SecondReview, register: Register) -> str:
    people = [("first", who) for who in review.first]
    people += [("second", review.second)] if review.second else []
    return _item(
        register.act(review.submitted),
        _element("ident", review.state.value, ' type="blind"' if review.blind else ""),
        _element("idno", review.fingerprint, ' type="sha256"'),
        *(f'<name type="{role}"{attribute("ref", f"#{who}")}/>' for role, who in people),
    )


def _opinion(one: Opinion, register: Register) -> str:
    return _item(
        register.act(one.act),
        _element("label", one.portion),
        _judgement("first", one.first),
        _judgement("second", one.second),
        _element("note", one.note),
    )


def _judgement(role: str, one: Judgement) -> str:
    ranges = "".join(
        f'<seg type="range" n="{held.start} {held.end}">{_element("ident", held.where)}'
        f"{_terms(held.exemptions)}</seg>"
        for held in one.ranges
    )
    parts = _terms(one.exemptions) + _element("orgName", one.agency) + ranges
    return f'<seg type="{role}" subtype="{one.disposition.value}">{parts}</seg>'


def _resolution(one: Resolution, register: Register) -> str:
    parts = (_element("label", one.portion), _element("ident", one.adopted))
    return _item(register.act(one.act), *parts, _element("note", one.note))


# -- reading ---------------------------------------------------------------------------------------


def read(lists: list[Element], points: Points) -> Decided | None:
    """What the lists say; None where one is not exactly as it is written here."""
    try:
        held = dict(_lists(lists))
        if len(held) != len(lists):
            return None
        review = _read_review(held.get(_REVIEW, []), points)
        opinions = tuple(_read_opinion(item, points) for item in held.get(_OPINIONS, []))
        resolved = tuple(_read_resolution(item, points) for item in held.get(_RESOLUTIONS, []))
        if review is None and (opinions or resolved):
            return None
        return Decided(
            tuple(_read_decision(item, points) for item in held.get(_DECISIONS, [])),
            tuple(_read_field(item, points) for item in held.get(_WITHHELD, [])),
            review and replace(review, opinions=opinions, resolutions=resolved),
        )
    except (_Other, ValueError):
        return None


def _lists(lists: list[Element]) -> Iterator[tuple[str, list[Element]]]:
    for held in lists:
        kind = held.get("type", "")
        items = list(held)
        right = held.tag == clark("list") and len(held.attrib) == 1
        if not right or any(item.tag != clark("item") for item in items):
            raise _Other
        yield kind, items


class _Parts:
    """The children of an element, taken one after the other; ``end`` when none is left."""

    def __init__(self, element: Element, *names: str) -> None:
        if not set(element.keys()) <= {"resp", "change", *names} or (element.text or "").strip():
            raise _Other
        self._left = list(element)

    def text(self, name: str, *known: str, optional: bool = False) -> str:
        """The text of the next child of this name; "" where it is optional and not there."""
        if not self._left or self._left[0].tag != clark(name):
            if optional:
                return ""
            raise _Other
        told = plain(self._left.pop(0), *known)
        if told is None:
            raise _Other
        return told

    def next(self, name: str, **values: str) -> Element | None:
        """The next child if it is of this name with these attributes among its own."""
        first = self._left[0] if self._left else None
        if first is None or first.tag != clark(name):
            return None
        if any(first.get(key) != value for key, value in values.items()):
            return None
        return self._left.pop(0)

    def terms(self) -> tuple[Exemption, ...]:
        found = []
        while (term := self.next("term")) is not None:
            code = plain(term, "n")
            if code is None:
                raise _Other
            found.append(Exemption(code, term.get("n", "")))
        return tuple(found)

    def end(self) -> None:
        if self._left:
            raise _Other


def _act(element: Element, points: Points) -> Act:
    return points.act(element) or Act("", "")


def _read_decision(item: Element, points: Points) -> tuple[str, Decision]:
    parts = _Parts(item)
    key, disposition = parts.text("label"), Disposition(parts.text("ident"))
    exemptions = parts.terms()
    agency, note = parts.text("orgName", optional=True), parts.text("note", optional=True)
    parts.end()
    return key, Decision(disposition, _act(item, points), exemptions, agency, note)


def _read_field(item: Element, points: Points) -> WithheldField:
    parts = _Parts(item)
    field, identifier, exemptions = parts.text("label"), parts.text("ident"), parts.terms()
    parts.end()
    return WithheldField(field, identifier, exemptions, _act(item, points))


def _read_review(items: list[Element], points: Points) -> SecondReview | None:
    if not items:
        return None
    if len(items) > 1:
        raise _Other
    parts = _Parts(items[0])
    ident = parts.next("ident")
    state = plain(ident, "type") if ident is not None else None
    if ident is None or state is None or ident.get("type") not in (None, "blind"):
        raise _Other
    digest = parts.text("idno", "type")
    first: list[str] = []
    while (name := parts.next("name", type="first")) is not None:
        first.append(name.get("ref", "")[1:])
    second = parts.next("name", type="second")
    parts.end()
    return SecondReview(
        ReviewState(state),
        tuple(first),
        ident.get("type") == "blind",
        digest,
        _act(items[0], points),
        second.get("ref", "")[1:] if second is not None else "",
    )


def _read_opinion(item: Element, points: Points) -> Opinion:
    parts = _Parts(item)
    portion = parts.text("label")
    first, second = _read_judgement(parts, "first"), _read_judgement(parts, "second")
    note = parts.text("note", optional=True)
    parts.end()
    return Opinion(portion, first, second, note, _act(item, points))


def _read_judgement(parts: _Parts, role: str) -> Judgement:
    element = parts.next("seg", type=role)
    if element is None:
        raise _Other
    inner = _Parts(element, "type", "subtype")
    exemptions, agency = inner.terms(), inner.text("orgName", optional=True)
    ranges = []
    while (held := inner.next("seg", type="range")) is not None:
        start, end = map(int, held.get("n", "").split(" "))
        within = _Parts(held, "type", "n")
        ranges.append(WithheldRange(within.text("ident"), start, end, within.terms()))
        within.end()
    inner.end()
    disposition = Disposition(element.get("subtype", ""))
    return Judgement(disposition, exemptions, agency, tuple(ranges))


def _read_resolution(item: Element, points: Points) -> Resolution:
    parts = _Parts(item)
    portion, adopted = parts.text("label"), parts.text("ident")
    note = parts.text("note", optional=True)
    parts.end()
    return Resolution(portion, adopted, note, _act(item, points))
