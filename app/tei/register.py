"""The identifiers a file needs besides the document's own: of acts, categories and fragments."""

from __future__ import annotations

import re

from app.model.terms import Act
from app.tei.markup import attribute
from app.tei.vocabulary import ACT

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_.]+")


class Register:
    """Gives out identifiers, the same for the same document, none twice and none of ``taken``.

    ``acts`` and, by taxonomy, ``categories`` (caveats, exemptions) are what was asked for, in the
    order of asking, with their identifiers.
    """

    def __init__(self, taken: set[str]) -> None:
        self.taken = taken
        self.acts: dict[Act, str] = {}
        self.categories: dict[str, dict[str, str]] = {}
        self.redactions: set[str] = set()
        """Of which a piece was written already."""
        self._written: dict[Act, str] = {}
        self._last: dict[str, int] = {}

    def fresh(self, stem: str) -> str:
        """``stem-1``, ``stem-2`` and so on."""
        while True:
            number = self._last[stem] = self._last.get(stem, 0) + 1
            identifier = f"{stem}-{number}"
            if identifier not in self.taken:
                self.taken.add(identifier)
                return identifier

    def act(self, act: Act | None) -> str:
        """The attributes that say who (@resp) and when (@change, to the ``change`` of the act)."""
        if act is None:
            return ""
        written = self._written.get(act)
        if written is None:
            written = attribute("resp", f"#{act.by}" if act.by else "")
            if act.when:
                self.acts[act] = self.fresh(ACT)
                written += f' change="#{self.acts[act]}"'
            self._written[act] = written
        return written

    def category(self, taxonomy: str, text: str) -> str:
        """The identifier of a category: as near to its text as a name can be."""
        held = self.categories.setdefault(taxonomy, {})
        if text not in held:
            name = _NOT_IN_A_NAME.sub("-", text).strip("-.")
            if not name[:1].isalpha():
                name = f"{taxonomy}-{name}".rstrip("-")
            if name in self.taken:
                name = self.fresh(name)
            self.taken.add(name)
            held[text] = name
        return held[text]
