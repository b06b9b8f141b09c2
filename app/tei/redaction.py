"""Words to be withheld: ``seg type="redaction"`` with its codes in @ana.

The first piece of a redaction has its @xml:id; the others point to it by @corresp.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.model.decisions import Exemption
from app.model.spans import Redaction
from app.model.terms import Act
from app.tei.markup import attribute, quoted
from app.tei.pointers import Points
from app.tei.register import Register
from app.tei.shapes import Element
from app.tei.vocabulary import EXEMPTIONS, XML_ID, clark

REDACTION = "redaction"
SEG = clark("seg")
_BETWEEN = "; "


def exemption_text(exemption: Exemption) -> str:
    """As a category of the taxonomy: "25X1; 2040-12-31"."""
    return f"{exemption.code}{_BETWEEN}{exemption.detail}" if exemption.detail else exemption.code


def exemptions_of(texts: Iterable[str]) -> tuple[Exemption, ...]:
    """The exemptions that these categories say."""
    parted = (text.partition(_BETWEEN) for text in texts)
    return tuple(Exemption(code, detail) for code, _, detail in parted)


def head(redaction: Redaction, register: Register) -> str:
    """The attributes of a whole piece but for what links its fragments."""
    codes = [register.category(EXEMPTIONS, exemption_text(e)) for e in redaction.exemptions]
    if redaction.id in register.redactions:
        named = f' corresp="#{quoted(redaction.id)}"'
    else:
        register.redactions.add(redaction.id)
        named = f' xml:id="{quoted(redaction.id)}"'
    ana = attribute("ana", " ".join(f"#{code}" for code in codes))
    return f' type="{REDACTION}"{named}{ana}{register.act(redaction.act)}'


def read(node: Element, points: Points) -> Redaction | None:
    """The redaction that the ``seg`` is, without its range; None if it is not quite one."""
    known = {"type", "corresp", XML_ID, "ana", "resp", "change"}
    if node.tag != SEG or node.get("type") != REDACTION or not set(node.keys()) <= known:
        return None
    corresp = node.get("corresp", "")
    identifier = corresp[1:] if corresp.startswith("#") else node.get(XML_ID, "")
    codes = points.exemptions(node.get("ana", ""))
    if not identifier or codes is None:
        return None
    act = points.act(node) or Act("", "")
    return Redaction(0, 0, identifier, exemptions_of(codes), act)
