"""Identifiers for what a file by another program has none for."""

from __future__ import annotations

import re
from functools import cached_property

from lxml import etree

from app.tei.shapes import Element
from app.tei.vocabulary import XML_ID

_NUMBER_AT_END = re.compile(r"\d{1,9}$")


class Identifiers:
    """Gives identifiers to what a foreign file has none for: ``para-7`` after ``para-6``."""

    def __init__(self, root: Element) -> None:
        self._root = root

    @cached_property
    def _highest(self) -> int:
        """The highest number that any identifier ends in; looked for in foreign files only."""
        named = (element.get(XML_ID, "") for element in self._root.iter(etree.Element))
        numbers = (match for name in named if (match := _NUMBER_AT_END.search(name)))
        return max((int(number[0]) for number in numbers), default=0)

    @property
    def serial(self) -> int:
        """The number for the next identifier."""
        return self._highest + 1

    def fresh(self, stem: str) -> str:
        self._highest += 1
        return f"{stem}-{self._highest}"
