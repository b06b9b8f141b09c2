"""The desk's own elements, recognised only where they are exactly as the writer writes them.

Each function takes an element and gives the span that it stands for, without its place, or None
where it is anything else.
"""

from __future__ import annotations

from app.model.spans import Correction, Doubt, Gap, Hint, Name
from app.model.terms import Act, CorrectionKind, NameKind
from app.tei.pointers import Points
from app.tei.shapes import Element, original, plain, sic_and_corr
from app.tei.vocabulary import GAP, HINT, XML_ID, clark

GAP_TAG = clark(GAP)
NAMES = {clark("persName"): NameKind.PERSON, clark("placeName"): NameKind.PLACE}

_REASONS = ("redacted", "illegible")
_KINDS = {kind.value: kind for kind in CorrectionKind}


def correction(node: Element, points: Points) -> tuple[Correction, Element] | None:
    """With the element that holds the words as they read now."""
    parts = sic_and_corr(node)
    if parts is None:
        return None
    sic, corr = parts
    replaced = original(sic)
    kind = _KINDS.get(corr.get("type", CorrectionKind.CORRECTION.value))
    if replaced is None or kind is None:
        return None
    if not set(corr.keys()) <= {"type", "resp", "change"}:
        return None
    return Correction(0, 0, replaced, kind, points.act(corr) or Act("", "")), corr


def doubt(node: Element) -> Doubt | None:
    """A reading that the OCR engine was not sure of."""
    cert = node.get("cert", "")
    if set(node.keys()) != {"cert", *_fragment(node)} or not _is_probability(cert):
        return None
    return Doubt(0, 0, float(cert))


def gap(node: Element, points: Points) -> Gap | None:
    """Words that are not on the paper, or cannot be read there."""
    reason = node.get("reason", "")
    codes = points.exemptions(node.get("ana", ""))
    amounts = [name for name in ("quantity", "extent") if node.get(name)]
    known = {"reason", "ana", "unit", *amounts}
    if not set(node.keys()) <= known or len(amounts) > 1 or len(node) or node.text:
        return None
    if node.tag != GAP_TAG or reason not in _REASONS or codes is None:
        return None
    quantity = node.get(amounts[0], "") if amounts else ""
    return Gap(0, 0, reason, codes, quantity, node.get("unit", ""))


def printed_gap(node: Element, points: Points) -> Gap | None:
    """A gap with what is printed in its place: the element holds both."""
    if node.get("type") != GAP or set(node.keys()) != {"type", *_fragment(node)}:
        return None
    return gap(node[0], points) if len(node) and not node.text else None


def name(node: Element) -> Name | None:
    """A name of a person or place, linked to a list or not."""
    ref = node.get("ref", "#")
    if set(node.keys()) - {"ref"} != set(_fragment(node)):
        return None
    if ref[:1] != "#" or " " in ref or node.get("ref") in ("", "#"):
        return None
    return Name(0, 0, NAMES[node.tag], ref[1:])


def hint(node: Element) -> Hint | None:
    """What the importer was not sure of."""
    if node.get("type") != HINT or not set(node.keys()) <= {"type", "subtype"}:
        return None
    message = plain(node, "type", "subtype")
    return None if message is None else Hint(0, 0, node.get("subtype", ""), message)


def _fragment(node: Element) -> tuple[str, ...]:
    """The attribute that a range has where it was cut because elements could not nest."""
    return (XML_ID,) if node.get(XML_ID, "").startswith("fragment-") else ()


def _is_probability(text: str) -> bool:
    try:
        return repr(float(text)) == text and 0 <= float(text) <= 1
    except ValueError:
        return False
