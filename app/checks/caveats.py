"""The caveats a portion mark may bear, with their source."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parents[2] / "resources" / "caveats.json"


@dataclass(frozen=True, slots=True)
class Caveat:
    """``code`` as it stands in a portion mark ("NF"), ``title`` what it says in full, ``banner`` as
    it stands in a banner ("NOFORN"; "" where it stands in none).
    """

    code: str
    title: str
    banner: str = ""


@cache
def known_caveats() -> tuple[Caveat, ...]:
    """The caveats in the order of the register (CAPCO Register, 2016, categories 6 to 9)."""
    table = json.loads(_TABLE.read_text(encoding="utf-8"))
    return tuple(
        Caveat(row["code"], row["title"], row.get("banner", "")) for row in table["caveats"]
    )


@cache
def caveat_named(printed: str) -> str | None:
    """The code of a caveat as printed in either form and with a list after it ("REL TO USA, JPN" is
    REL); None where the register has no such caveat.
    """
    words = " ".join(printed.upper().split())
    names = {
        name: caveat.code for caveat in known_caveats() for name in (caveat.code, caveat.banner)
    }
    fitting = [name for name in names if name and f"{words} ".startswith(f"{name} ")]
    if fitting:
        return names[max(fitting, key=len)]
    return "EYES" if words.endswith(" EYES ONLY") else None
