"""DejaVu Sans Mono, for letters that Courier has not: which glyph a character is.

It has the Latin, Greek and Cyrillic letters and much more, in one width. The whole file goes into a
PDF that needs it, as it is: the glyphs that were cut out of it would tell nothing, but a file that
is known byte by byte can be checked (``leaks.pdf_strands``).
"""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parents[3] / "resources" / "fonts" / "DejaVuSansMono.ttf"
NAME = "DejaVuSansMono"
WIDTH = 602
"""Of each glyph, in thousandths of the size."""


@lru_cache(1)
def content() -> bytes:
    """The font file."""
    return _FILE.read_bytes()


def glyph(letter: str) -> int:
    """The number of the character's glyph, 0 where the face has none."""
    return _glyphs().get(ord(letter), 0)


@lru_cache(1)
def _glyphs() -> dict[int, int]:
    """The file's own table of characters, as OpenType's ``cmap`` of format 12 has it."""
    table = _table(b"cmap")
    (count,) = struct.unpack_from(">H", table, 2)
    for number in range(count):
        _, _, at = struct.unpack_from(">HHI", table, 4 + 8 * number)
        form, _, _, _, groups = struct.unpack_from(">HHIII", table, at)
        if form == 12:
            return {
                code: first + code - start
                for group in range(groups)
                for start, stop, first in [struct.unpack_from(">III", table, at + 16 + 12 * group)]
                for code in range(start, stop + 1)
            }
    raise ValueError(f"{_FILE.name}: it has no table of all characters")


def _table(tag: bytes) -> bytes:
    file = content()
    (count,) = struct.unpack_from(">H", file, 4)
    for number in range(count):
        name, _, start, length = struct.unpack_from(">4sIII", file, 12 + 16 * number)
        if name == tag:
            return file[start : start + length]
    raise ValueError(f"{_FILE.name}: it has no table {tag.decode()}")
