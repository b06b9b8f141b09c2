"""What the pointers of a file point to."""

from __future__ import annotations

from app.model.terms import Act, Level
from app.tei.shapes import Element
from app.tei.vocabulary import CAVEATS, EXEMPTIONS

_LEVELS = {f"#{level.name}": level for level in Level}


class Points:
    """What the pointers of a file point to: acts, and categories by taxonomy, by ``#id``."""

    def __init__(self, acts: dict[str, Act], categories: dict[str, dict[str, str]]) -> None:
        self._acts = acts
        self._caveats = categories.get(CAVEATS, {})
        self._exemptions = categories.get(EXEMPTIONS, {})

    def act(self, element: Element) -> Act | None:
        """Who did it, None where it does not say. Without @change it is not known when."""
        act = self._acts.get(element.get("change", ""))
        if act is not None:
            return act
        resp = element.get("resp", "")
        return Act(resp[1:], "") if resp.startswith("#") and " " not in resp else None

    def recorded(self, element: Element) -> Act | None:
        """Who did it, only where the file records the act itself."""
        act = self._acts.get(element.get("change", ""))
        return act if act is not None and act.when else None

    def exemptions(self, ana: str) -> tuple[str, ...] | None:
        """The exemption codes, None where it names anything else."""
        codes = [self._exemptions.get(name) for name in ana.split()]
        return None if None in codes else tuple(code for code in codes if code is not None)

    def categories(self, ana: str) -> tuple[Level | None, tuple[str, ...]] | None:
        """Level and caveats, None where it names anything else."""
        names = ana.split()
        level = _LEVELS.get(names[0]) if names else None
        caveats = [self._caveats.get(name) for name in names[level is not None :]]
        if None in caveats:
            return None
        return level, tuple(caveat for caveat in caveats if caveat is not None)
