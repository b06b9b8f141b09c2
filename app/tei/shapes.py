"""What an element is exactly: one of the desk's own only where it is as the writer writes it."""

from __future__ import annotations

import re

from lxml import etree

from app.model.spans import PAGE_BREAK, PARAGRAPH_BREAK
from app.tei.vocabulary import STRIKETHROUGH, clark

Element = etree._Element

CHOICE, SIC, CORR, DEL, LB = (clark(name) for name in ("choice", "sic", "corr", "del", "lb"))
MILESTONE = clark("milestone")

LINE_BREAK = re.compile(r"[ \t]*\n[ \t\n]*")
"""A line break of the file with the blanks around it: a blank of the text."""


def has_only(element: Element, **values: str) -> bool:
    """Whether these are its attributes, all of them."""
    held = element.attrib
    return len(held) == len(values) and all(held.get(name) == values[name] for name in values)


def plain(element: Element, *names: str) -> str | None:
    """The text of an element with only text, line breaks and the attributes named; else None."""
    if element.attrib and not set(element.keys()) <= set(names):
        return None
    parts = [in_one_line(element.text or "")]
    for child in element:
        if child.tag != LB or child.attrib:
            return None
        parts += ["\n", in_one_line(child.tail or "")]
    text = "".join(parts)
    return text.strip(" ") if "\n" in (element.text or "") else text


def unstruck(element: Element) -> Element:
    """The ``del`` around the whole content where that is lined through, else the element itself."""
    only = element[0] if len(element) == 1 and not element.text else None
    if only is None or only.tag != DEL or only.tail or not has_only(only, rend=STRIKETHROUGH):
        return element
    return only


def sic_and_corr(choice: Element) -> tuple[Element, Element] | None:
    """The two readings of a correction, None if it is another choice."""
    if len(choice) != 2 or choice.attrib:
        return None
    sic, corr = choice
    if sic.tag != SIC or corr.tag != CORR or sic.attrib:
        return None
    return sic, corr


def original(sic: Element) -> str | None:
    """The original reading, None if it holds more than text and breaks."""
    parts = [in_one_line(sic.text or "")]
    for child in sic:
        unit = child.get("unit") if child.tag == MILESTONE and len(child.attrib) == 1 else None
        if child.tag == LB and not child.attrib:
            unit = "paragraph"
        if unit not in ("paragraph", "page"):
            return None
        parts.append(PAGE_BREAK if unit == "page" else PARAGRAPH_BREAK)
        parts.append(in_one_line(child.tail or ""))
    return "".join(parts)


def in_one_line(text: str) -> str:
    """The text with blanks for the line breaks of the file."""
    return LINE_BREAK.sub(" ", text) if "\n" in text else text
